"""Words before a name that tell whose name it is: "juf Ayşe", "mevrouw Benali", "basisschool De Wilgenhof"."""

from __future__ import annotations

PARENTS = frozenset("moeder vader mama papa mam pap ouder ouders".split())  # noqa: SIM905
"""Who a person with the role "ouder" may be called."""

ELDERS = frozenset("oma opa oom ome tante".split())  # noqa: SIM905
"""Relations whose first name follows: "oma Bep". "Moeder Daan" is short for the mother of Daan."""

KIN = (
    PARENTS
    | ELDERS
    | frozenset(
        """familie gezin tweeling drieling stiefmoeder stiefvader pleegmoeder pleegvader pleegouders pleeggezin grootouders
    verzorgers zus zusje zussen zusjes broer broertje broers broertjes tweelingzus tweelingbroer halfzus halfbroer neef
    neefje nicht nichtje vriend vriendin vriendje vriendinnetje buurjongen buurmeisje buurvrouw buurman oppas""".split()  # noqa: SIM905
    )
)
"""Relations, each its own descriptor: "zijn broertje Stijn" becomes "zijn [broertje]"."""

TITLES: dict[str, str] = {
    "juf": "leerkracht", "juffrouw": "leerkracht", "juffie": "leerkracht", "meester": "leerkracht",
    "leerkracht": "leerkracht", "leraar": "leerkracht", "lerares": "leerkracht", "stagiair": "leerkracht",
    "stagiaire": "leerkracht", "invaller": "leerkracht", "collega": "leerkracht",
    "mevrouw": "persoon", "meneer": "persoon", "mijnheer": "persoon", "mevr": "persoon", "mw": "persoon",
    "dhr": "persoon", "heer": "persoon", "mr": "persoon", "mrs": "persoon", "ms": "persoon", "miss": "leerkracht",
    "ib'er": "ib'er", "ib-er": "ib'er", "iber": "ib'er", "directeur": "directeur", "directrice": "directeur",
    "schoolleider": "directeur", "leerling": "leerling",
    "begeleider": "persoon", "onderwijsassistent": "persoon", "logopedist": "persoon",
    **{kin: kin for kin in KIN},
}  # fmt: skip
"""Title or role in lower case → the descriptor of who bears it when the roster does not say."""

SPEAKING = frozenset(
    "juf juffrouw juffie meester mevrouw meneer mijnheer mevr mw dhr heer mr mrs ms miss ib'er ib-er iber".split()  # noqa: SIM905
)
"""Titles that are part of how a person is addressed: gone with the name, and enough to tell a name in lower case."""

ROLES = frozenset(("leerkracht", "leraar", "lerares", "directeur", "directrice", "schoolleider", "leerling"))
"""Role words that the descriptor repeats: "leerling Daan" becomes "[leerling A]"."""

PLURALS = {
    "juffen": "leerkracht", "juffrouwen": "leerkracht", "meesters": "leerkracht", "leerkrachten": "leerkracht",
    "leerlingen": "leerling", "directeuren": "directeur",
}  # fmt: skip
"""Words before several names → the descriptor that repeats them: "de juffen Anouk en Fatima"."""

RELATIONS = frozenset(
    """moeder vader ouders ouder papa mama zus zusje broer broertje broers oma opa tante oom vriend vriendin vriendje vriendinnetje
    buurjongen buurmeisje tweelingzus tweelingbroer verzorgers stiefvader stiefmoeder pleegouders""".split()  # noqa: SIM905
)
"""Followed by "van", these make a name of the word after it."""

SAYING = frozenset(
    """zei zegt vroeg vraagt vertelde vertelt riep roept fluisterde fluistert antwoordde antwoordt lachte lacht huilde huilt
    knikte knikt mompelde mompelt""".split()  # noqa: SIM905
)
"""What only people do: "roos zei niets"."""

ACTING = (SAYING - {"vroeg"}) | frozenset(
    """kwam kwamen binnenkwam binnenkwamen ging gingen liep liepen stond stonden zat zaten vond vonden dacht dachten keek keken
    begon begonnen bleef bleven stelde stelden zeiden vroegen vertelden wilde wilden""".split()  # noqa: SIM905
)
"""What people did, after a word that may be somebody: "toen wil binnenkwam"; "al vroeg" is the hour."""

SCHOOL_WORDS = frozenset("obs cbs rkbs pcbs pcb ikc sbo kbs gbs basisschool kindcentrum".split())  # noqa: SIM905
"""Kinds of school, said before a school's name."""

SCHOOL_TAILS = ("school", "schools", "college", "colleges")
"""How the name of a school may end."""

LETTERED = frozenset(
    """leerling kind jongen meisje leerkracht collega ouder moeder vader juf meester school deelnemer respondent persoon
    klasgenoot ib'er begeleider directeur lid""".split()  # noqa: SIM905
)
"""After these the community writes a letter for a person: "leerling A"."""

LABELLED = frozenset(
    """een geen niveau score categorie groep klas bron bijlage deel optie kolom rij vak plan vitamine variant versie stap
    set""".split()  # noqa: SIM905
)
"""After these a letter is a label: "plan B", "een V"."""
