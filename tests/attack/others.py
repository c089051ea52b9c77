"""Schools, places, addresses and numbers: what leads to people without being the name of one."""

from __future__ import annotations

SCHOOLS = [
    {"naam": "De Zwirbelgaard", "plaats": "Quispeldorp", "aliassen": ["Zwirbeltje"]},
    {"naam": "Het Kroezelnest", "plaats": "Vuurzaam"},
    {"naam": "De Wilgenhof", "plaats": "Lutjebroekum"},
]
"""The roster's schools."""

WRITTEN: dict[str, tuple[str, str]] = {
    "school": ("De Zwirbelgaard", "Zwirbelgaard"),
    "school after its kind": ("obs De Zwirbelgaard", "Zwirbelgaard"),
    "school in capitals": ("HET KROEZELNEST", "Kroezelnest"),
    "school in small letters": ("het kroezelnest", "Kroezelnest"),
    "school with a genitive": ("het Kroezelnests plein", "Kroezelnest"),
    "school by its other name": ("het Zwirbeltje", "Zwirbeltje"),
    "school in a compound": ("het kroezelnestteam", "Kroezelnest"),
    "school with a hyphen": ("het Kroezelnest-team", "Kroezelnest"),
    "school as a hashtag": ("#hetkroezelnest", "Kroezelnest"),
    "people of a school": ("de Zwirbelgaarders", "Zwirbelgaard"),
    "school in two words": ("de wilgen hof", "Wilgenhof"),
    "school that nobody knows": ("basisschool De Klaverpoort", "Klaverpoort"),
    "place": ("Quispeldorp", "Quispeldorp"),
    "place in small letters": ("vuurzaam", "Vuurzaam"),
    "place with a genitive": ("Vuurzaams haven", "Vuurzaam"),
    "adjective of a place": ("de Quispeldorpse kermis", "Quispeldorp"),
    "part of a place": ("Vuurzaam-Noord", "Vuurzaam"),
    "place with a letter left out": ("Lutjebrokum", "Lutjebrokum"),
    "e-mail address": ("sprotje.wimpelaar@voorbeeld.nl", "sprotje wimpelaar"),
    "e-mail address that is spelled": ("k.wimpelaar (at) voorbeeld.nl", "wimpelaar"),
    "e-mail address that is spoken": ("k.wimpelaar @ voorbeeld punt nl", "wimpelaar"),
    "e-mail address with a wide sign": ("k.wimpelaar＠voorbeeld.nl", "wimpelaar"),
    "account": ("@sprotje_de_tweede", "sprotje"),
    "account without its sign": ("snapchat: sprotjedederde", "sprotjedederde"),
    "mobile number": ("06-10203041", "0610203041"),
    "mobile number with spaces": ("06 10 20 30 42", "0610203042"),
    "mobile number with stops": ("06.10.20.30.43", "0610203043"),
    "mobile number with a country": ("+31 6 1020 3044", "10203044"),
    "mobile number between brackets": ("(06) 10203045", "0610203045"),
    "mobile number in wide figures": ("０６１０２０３０４６", "0610203046"),
    "mobile number with hard spaces": ("06\u00a010\u00a020\u00a030\u00a048", "0610203048"),
    "telephone number": ("020-1020347", "0201020347"),
    "account number": ("NL91 ABNA 0417 1643 00", "0417164300"),
    "account number in one piece": ("NL20INGB0001234567", "0001234567"),
    "citizen number": ("111222333", "111222333"),
    "citizen number with stops": ("1234.56.782", "123456782"),
    "date of birth": ("14-03-2016", "14032016"),
    "date of birth in words": ("14 maart 2016", "14 maart 2016"),
    "number of a pupil": ("20163055", "20163055"),
    "postcode": ("3817 QX", "3817 QX"),
    "street": ("Kwibuslaan 12", "Kwibuslaan"),
    "site of a profile": ("https://www.linkedin.com/in/wimpelmans", "wimpelmans"),
}
"""What is written, and what must then be nowhere."""
