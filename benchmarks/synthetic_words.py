"""The words the synthetic reports are made of: ordinary Dutch only, so that the gate has nothing to hold."""

from __future__ import annotations

THEMES: tuple[tuple[str, str, str | None, tuple[str, ...]], ...] = (
    ("samen-leren", "Samen leren", None, ()),
    ("uitwisselen", "Uitwisselen in subgroepen", "samen-leren", ("uitwisselen",)),
    ("herkenning", "Herkenning", "uitwisselen", ()),
    ("verschillen-benutten", "Verschillen benutten", "uitwisselen", ()),
    ("begeleiding", "Begeleiding van de subgroep", "uitwisselen", ()),
    ("veiligheid", "Veiligheid in de groep", "samen-leren", ("veiligheid",)),
    ("vertrouwen", "Vertrouwen", "veiligheid", ()),
    ("kwetsbaarheid", "Kwetsbaarheid", "veiligheid", ()),
    ("gelijkwaardigheid", "Gelijkwaardigheid", "veiligheid", ()),
    ("motivatie", "Motivatie", "samen-leren", ()),
    ("zinvol", "Zinvol vinden", "motivatie", ("zinvol",)),
    ("eigenaarschap", "Eigenaarschap", "motivatie", ()),
    ("steun", "Steun in de eigen school", "samen-leren", ()),
    ("schoolleiding", "Schoolleiding", "steun", ()),
    ("tijd-en-ruimte", "Tijd en ruimte", "steun", ()),
    ("collegas", "Collega's op school", "steun", ()),
    ("borging", "Borging", "steun", ()),
    ("van-verhaal-naar-handelen", "Van verhaal naar handelen", "samen-leren", ()),
    ("handvatten", "Handvatten", "van-verhaal-naar-handelen", ("handvat",)),
    ("praktijkopdracht", "Praktijkopdracht", "van-verhaal-naar-handelen", ()),
    ("uitproberen", "Uitproberen", "van-verhaal-naar-handelen", ()),
    ("inbreng-expert", "Inbreng van een expert", "samen-leren", ()),
    ("handelingsgericht-werken", "Handelingsgericht werken", None, ()),
    ("onderwijsbehoeften", "Onderwijsbehoeften centraal", "handelingsgericht-werken", ("onderwijsbehoefte",)),
    ("afstemming", "Afstemming en wisselwerking", "handelingsgericht-werken", ("afstemming",)),
    ("leerkracht-doet-ertoe", "De leerkracht doet ertoe", "handelingsgericht-werken", ()),
    ("positieve-aspecten", "Positieve aspecten", "handelingsgericht-werken", ()),
    ("constructief-samenwerken", "Constructief samenwerken", "handelingsgericht-werken", ()),
    ("doelgericht-werken", "Doelgericht werken", "handelingsgericht-werken", ()),
    ("waarnemen", "Waarnemen", "handelingsgericht-werken", ()),
    ("begrijpen", "Begrijpen", "handelingsgericht-werken", ()),
    ("plannen", "Plannen", "handelingsgericht-werken", ()),
    ("realiseren", "Realiseren", "handelingsgericht-werken", ()),
    ("evalueren", "Evalueren", "handelingsgericht-werken", ()),
    ("groepsplan", "Groepsplan", "handelingsgericht-werken", ()),
    ("gesprek-met-de-leerling", "Gesprek met de leerling", "handelingsgericht-werken", ()),
    ("samenwerken-met-ouders", "Samenwerken met ouders", "handelingsgericht-werken", ()),
    ("in-de-klas", "In de klas", None, ("klassenmanagement",)),
    ("onrust", "Onrust en overgangen", "in-de-klas", ("onrust",)),
    ("zelfstandig-werken", "Zelfstandig werken", "in-de-klas", ()),
    ("niveauverschillen", "Verschillen in niveau", "in-de-klas", ()),
    ("rekenen", "Rekenen", "in-de-klas", ()),
    ("lezen-en-taal", "Lezen en taal", "in-de-klas", ()),
    ("welbevinden", "Gedrag en welbevinden", "in-de-klas", ("welbevinden",)),
    ("kleuters-en-spel", "Kleuters en spel", "in-de-klas", ()),
)
"""Id, label, broader theme, aliases."""

TEACHERS = """Marloes Anouk Fatima Joost Willemijn Ruben Gülsüm Mirthe Samira Katarzyna Rutger Shanti Femke Oksana Thijs Nadia
Yvonne Annemarie Youssef Liselotte Wesley Tamara Truus Maaike Soraya Jeroen Iryna Daphne Khadija Zeynep Hafsa Redouan Marieke
Bilal Naima Jorien Agnieszka Renske Priya Tjitske Saskia Radjesh Hanneke Jacqueline Petra Marjolein Souad Gonnie Astrid Corrie
Harriët Monique Patricia Esmeralda Desiree Jolanda Margriet Annelies Rianne Suzanne Chantal Mariska Wendy Sjoukje Froukje
Nienke Dieuwertje Gijsbert Diederik Lodewijk Reinier Maarten Olivier Sebastiaan Tristan Valentijn Wouter Xander Yasmina
Zoubida""".split()
"""80 first names."""

SURNAMES = """Terpstra Hendrikx Kuipers Hoogland Wagenaar Benali Geerts Lambrechts Zijlstra Amrani Kowalczyk Demirci Broekhuizen
Timmermans Shevchenko Coenen Ouali Arslan Tahiri Oldenburg Chakir Bijlsma Hulshof Verbruggen Soekhoe Kloosterman Veenstra
Duijvestein Cheung Haverkamp Hiemstra Bhagwandin Ykema Smeets Wolthuis Roelofs Meulenbelt Schippers Janssens Nowakowski""".split()

PUPILS = """Zuzanna Oleksandr Danylo Jayden Shanaya Ilias Maksymilian Veerle Tobias Feline Rayan Lynn Bodhi Amira Yusuf Hamza Sofie
Anass Jurre Fenna Quinten Isabella Mohammed Nathalie Lodewien Thirza Joachim Benthe Ayoub Sanaa""".split()

SCHOOLS = (
    "De Wilgenhof",
    "De Zonnesteen",
    "De Vlinderboom",
    "De Kievitshoek",
    "Al Manara",
    "De Molenwiek",
    "De Regenboog",
    "De Waterlelie",
)
PLACES = ("Lindrecht", "Oosterwijde", "Molenschie", "Haverdonk")

SUBJECTS = """Rustig beginnen|Samen rekenen|Stil lezen|Hardop denken|Vragen stellen|Beter luisteren|Leren wachten|Langer doorwerken
|Hulp vragen|Fouten bespreken|Een plan maken|Een doel kiezen|Netjes opruimen|Werken met kaarten|Werken met een klok
|Schrijven over jezelf|Spelen met getallen|Praten over gevoel|Kijken naar elkaar|Een rondje lopen|Een boek kiezen|Taken verdelen
|Ruzie uitpraten|Woorden verzamelen|Kleine stappen zetten|Meer durven|Eerlijk delen|Terugkijken|Vooruit plannen|Ouders uitnodigen
|Kinderen laten kiezen|Stiltes gebruiken|Beelden gebruiken|Bewegend leren|Elkaar helpen|Elkaar aanvullen|Nakijken met een maatje
|Zelf verbeteren|Rollen verdelen|De dag openen""".replace("\n", "").split("|")
MOMENTS = """na de pauze|voor de pauze|aan het begin van de ochtend|aan het einde van de dag|na het buitenspelen|tijdens de instructie
|tijdens de kring|bij het opruimen|na het weekend|voor de toets|na de toets|op een drukke dag|in de laatste week|in de eerste week
|bij slecht weer|na een conflict|als het stil moet zijn|als iedereen moe is|met een halve klas|zonder werkblad""".replace(
    "\n", ""
).split("|")
MEANS = """met een vaste plek|met een kaart op tafel|met twee vragen|met een lijstje|met een maatje|met een rustig teken|met muziek
|met een foto|met een verhaal|met blokken|met gekleurd papier|met een klein bord|met een afspraak|met minder woorden
|met meer tijd""".replace("\n", "").split("|")

SLOTS: dict[str, tuple[str, ...]] = {
    "plek": (
        "in de kring",
        "aan de grote tafel",
        "bij het raam",
        "op de gang",
        "voor het bord",
        "in de hoek met boeken",
        "achter in het lokaal",
        "aan een eigen tafel",
        "naast de deur",
        "bij de kapstok",
    ),
    "moment": (
        "na de pauze",
        "in de ochtend",
        "vlak voor het eten",
        "tijdens het lezen",
        "na de uitleg",
        "bij het opruimen",
        "op een drukke middag",
        "aan het begin van de les",
        "tijdens de toets",
        "na het buitenspelen",
    ),
    "taak": (
        "het werkblad",
        "de eerste som",
        "een moeilijke opgave",
        "het verhaal",
        "de weektaak",
        "een korte tekst",
        "het schrift",
        "de laatste opdracht",
        "een brief",
        "een tekening met woorden",
    ),
    "doet": (
        "praatte hard door de uitleg heen",
        "bleef stil zitten wachten",
        "wiebelde op de stoel",
        "liep drie keer naar de kraan",
        "legde het potlood neer",
        "keek vooral naar de buren",
        "maakte grapjes",
        "begon steeds opnieuw",
        "vroeg meteen om hulp",
        "schoof de tafel naar achteren",
    ),
    "hulp": (
        "een kaart met drie stappen",
        "een klok die zichtbaar aftelt",
        "een vast plekje zonder prikkels",
        "een maatje dat rustig werkt",
        "een korte afspraak vooraf",
        "een voorbeeld op het bord",
        "twee vragen die steeds terugkomen",
        "een klein doel per les",
        "een seintje met de hand",
        "een lijstje op de hoek van de tafel",
    ),
    "effect": (
        "de rust kwam sneller terug",
        "er waren minder vragen",
        "de kinderen begonnen eerder",
        "het werk was af voor de bel",
        "de toon werd vriendelijker",
        "niemand hoefde te wachten",
        "iedereen wist wat er moest gebeuren",
        "de ruzies bleven kort",
        "het praten ging over het werk",
        "de stille kinderen deden mee",
    ),
    "gevoel": (
        "opgelucht",
        "verrast",
        "trots",
        "onzeker",
        "nieuwsgierig",
        "blij",
        "rustig",
        "een beetje moe",
        "tevreden",
        "moedig",
    ),
    "aantal": ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "twaalf"),
    "thema": (
        "het groepsplan",
        "de onderwijsbehoeften",
        "de veiligheid",
        "het vertrouwen",
        "de praktijkopdracht",
        "de afstemming",
        "het zelfstandig werken",
        "de motivatie",
        "het gesprek met de leerling",
        "de borging",
        "het eigenaarschap",
        "de herkenning",
        "het waarnemen",
        "het evalueren",
        "het welbevinden",
        "de schoolleiding",
    ),
    "tijd": (
        "een week",
        "twee weken",
        "een maand",
        "een paar dagen",
        "drie lessen",
        "een hele periode",
        "vier ochtenden",
        "een dag",
    ),
    "hoe": (
        "heel rustig",
        "zonder iets te zeggen",
        "met korte zinnen",
        "stap voor stap",
        "samen met een ander kind",
        "met veel geduld",
        "op een vaste manier",
        "in kleine groepjes",
        "hardop",
        "met een lach",
    ),
    "kind": (
        "een stille leerling",
        "een druk kind",
        "een jongen die nieuw is",
        "een meisje dat snel klaar is",
        "een kind dat veel weet",
        "een leerling met weinig woorden",
        "een kind dat graag helpt",
        "een jongen die vaak wacht",
    ),
}
"""What fills the places in the sentences below."""

SENTENCES: dict[str, tuple[str, ...]] = {
    "Situatie": (
        "In deze groep zitten kinderen die {moment} veel tijd nodig hebben om te beginnen.",
        "Toen {leerling} {plek} zat, lag {taak} al een tijd open op tafel.",
        "Het viel {moment} meteen op: {kind} {doet}.",
        "De les duurde langer dan gedacht, want {aantal} kinderen werkten {hoe} aan {taak}.",
        "Volgens {leraar} gebeurde dit al {tijd} lang, vooral {moment}.",
        "Er was {moment} weinig ruimte om met {leerling} over {taak} te praten.",
        "We zagen het zodra {taak} op tafel kwam, want {leerling} {doet}.",
        "Een ouder vertelde dat het thuis {moment} ook vaak zo gaat.",
        "Op {school} kennen ze dit ook, al gaat het daar om {kind} {plek}.",
        "Het groepje {plek} had {aantal} minuten nodig voordat {taak} uit de kast kwam.",
        "Wie goed keek, zag meer: {kind} was {gevoel} en {doet}.",
        "Deze periode stond {thema} centraal, maar {moment} lukte dat nog niet.",
        "De moeder van {leerling} vroeg waarom {taak} zo vaak mee naar huis ging.",
    ),
    "Aanpak": (
        "We kozen samen voor {hulp} en probeerden dat {tijd} uit.",
        "Eerst legde {leraar} {hoe} uit waarom {hulp} nodig was.",
        "Daarna mocht {kind} zelf kiezen waar {taak} gemaakt werd.",
        "Elke ochtend hing er {plek} {hulp} klaar.",
        "Samen met {leraar} schreef ik op wat {kind} nodig heeft om {taak} af te maken.",
        "Het idee kwam uit het gesprek over {thema} tijdens de vorige bijeenkomst.",
        "Ik sprak met {leerling} {plek} af dat {aantal} minuten genoeg is.",
        "Bij {taak} kreeg iedereen {hulp}, ook de kinderen die het al konden.",
        "Na {tijd} keken we terug en paste ik {hulp} een klein beetje aan.",
        "Ook {leraar} deed mee en noteerde {moment} wat er {plek} gebeurde.",
        "Voor {thema} hadden we {aantal} doelen, maar we hielden er een over.",
        "In het groepsplan zette ik bij {kind} alleen {hulp}.",
        "We oefenden het {aantal} keer {hoe} voordat het echt begon.",
    ),
    "Ervaring": (
        "Na {tijd} merkten we het verschil: {effect}.",
        "Ik was {gevoel}, want {leerling} maakte {taak} {hoe} af.",
        "Het meest bijzonder was dat {kind} {moment} anderen ging helpen.",
        "Niet alles lukte {moment}, want {leerling} {doet}.",
        "Toch was {leraar} tevreden, want {effect}, ook op dagen met veel onrust.",
        "De kinderen vonden {hulp} fijn omdat ze dan wisten wat er kwam.",
        "Zelf voelde ik me {gevoel} toen een collega {plek} kwam kijken.",
        "Er bleef een vraag over {thema}, en die nemen we mee.",
        "Bij {taak} ging het beter dan bij het werk daarvoor, en {effect}.",
        "Volgens {leerling} hielp vooral {hulp}, niet het praten erover.",
        "Het kostte {aantal} minuten per dag en dat was het waard, want {effect}.",
        "Op het werk van {leerling} stond dat het {plek} eindelijk stil was.",
        "Het schrift van {leerling_s} maatje werd ineens ook voller.",
    ),
    "Herkenning": (
        "In de subgroep vertelden {aantal} collega's dat het {moment} bij hen ook zo gaat.",
        "Het verhaal over {kind} riep veel op, juist {plek}.",
        "Een leerkracht van {school} had {hulp} al eens gebruikt bij {taak}.",
        "We spraken lang over {thema} en over wat dat van ons vraagt.",
        "Dat {leraar} het eerlijk vertelde, gaf anderen het vertrouwen om ook te delen.",
        "Iemand zei {gevoel} te zijn dat het niet alleen in de eigen klas speelt.",
        "De begeleider vroeg door over de ochtend waarop het misging: {kind} {doet}.",
        "Ook in {plaats} werkt een school met {hulp}, zo hoorden we.",
        "Het verschil tussen onze scholen hielp ons, want elders gebruiken ze {hulp}.",
    ),
    "Vragen": (
        "Hoe zorgen we dat {hulp} ook {moment} werkt?",
        "Wat doen we als {kind} na {tijd} weer terugvalt?",
        "Wie kan helpen om {thema} op school vast te houden?",
        "Hoe vertellen we ouders {hoe} wat we met {taak} doen?",
    ),
}
"""Sentences by section. `{leraar}`, `{leerling}`, `{leerling_s}`, `{school}`, `{plaats}` become names of the roster."""

HANDVATTEN = (
    "Leg {moment} {hulp} klaar en zeg er niets bij.",
    "Vraag {kind} {hoe} wat er nodig is om {taak} te beginnen.",
    "Geef {aantal} minuten de tijd en kijk daarna samen naar {taak}.",
    "Zet {plek} een stoel waar een kind {hoe} mag werken.",
    "Kies voor {taak} een doel dat {kind} zelf kan noemen.",
    "Schrijf na de les {aantal} dingen op die je zag, zonder oordeel.",
    "Bespreek {thema} een keer met de klas en hang de uitkomst {plek}.",
    "Begin {moment} met {hulp}, nog voor de eerste vraag komt.",
    "Laat een kind {hoe} vertellen wat hielp bij {taak}.",
    "Noem hardop wat goed gaat zodra {kind} aan {taak} begint.",
)
