"""A small, hand-made knowledge base: what `render` is tested with, without the packages that come before it in the pipeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from proefpraktijk.model.document import Block, BlockKind, Coding, Document, Run, SectionKind, Target, TargetKind
from proefpraktijk.model.knowledge import (
    Backlink,
    BacklinkKind,
    FindingNode,
    KnowledgeBase,
    Mention,
    Neighbours,
    Outline,
    PageNode,
    Passage,
    Quote,
    Reason,
    ReasonKind,
    Related,
    SessionNode,
    Takeaway,
    ThemeNode,
)
from proefpraktijk.model.paths import ContentPath, Slug, ThemeId
from proefpraktijk.model.safe import Evidence, SafeCommunity, SafeFinding, SafePage, SafeSession, SafeTheme
from proefpraktijk.model.spiral import DEFAULT_BANDS, Effect, Quadrant, SchoolYear, SessionId
from proefpraktijk.model.text import SEAL, SafeText
from proefpraktijk.render import RenderedBody, render_body

YEAR = SchoolYear(2025)


def safe(text: str) -> SafeText:
    """Return a text that is safe to show, sealed as the airlock does."""
    return SafeText(text, SEAL)


def run(text: str, *passages: int, **style: object) -> Run[SafeText]:
    """Return a run."""
    return Run(safe(text), passages=passages, **style)  # type: ignore[arg-type]


def paragraph(*runs: Run[SafeText] | str, section: SectionKind = SectionKind.LEAD) -> Block[SafeText]:
    """Return a paragraph."""
    return Block(BlockKind.PARAGRAPH, tuple(run(r) if isinstance(r, str) else r for r in runs), section)


def heading(text: str, section: SectionKind = SectionKind.OTHER, level: int = 2) -> Block[SafeText]:
    """Return a heading."""
    return Block(BlockKind.HEADING, (run(text),), section, level)


def items(*texts: str, section: SectionKind = SectionKind.HANDVATTEN, ordered: bool = False) -> list[Block[SafeText]]:
    """Return the items of one list."""
    return [
        Block(BlockKind.ITEM, (run(text),), section, 1, ordered=ordered, starts_list=index == 0)
        for index, text in enumerate(texts)
    ]


_SECTIONS = {
    "Situatie": SectionKind.SITUATIE,
    "Aanpak": SectionKind.AANPAK,
    "Ervaring": SectionKind.ERVARING,
    "Herkenning": SectionKind.HERKENNING,
    "Vragen": SectionKind.VRAGEN,
}


@dataclass(frozen=True)
class Story:
    """A report in brief; `==…==` marks its one coded passage in a section's text."""

    slug: str
    title: str
    groups: tuple[int, ...]
    session: int
    quadrant: Quadrant
    themes: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    handles: tuple[str, ...]
    effect: Effect | None = Effect.BEVORDEREND


def document(story: Story) -> Document[SafeText]:
    """Return a story's body."""
    blocks: list[Block[SafeText]] = []
    codings: list[Coding] = []
    for title, text in story.sections:
        section = _SECTIONS[title]
        blocks.append(heading(title, section))
        for part in text.split("\n\n"):
            runs = []
            for index, piece in enumerate(part.split("==")):
                if index % 2:
                    theme = story.themes[len(codings) % len(story.themes)]
                    runs.append(run(piece, len(codings)))
                    codings.append(Coding((ThemeId(theme),), story.effect if not codings else None))
                elif piece:
                    runs.append(run(piece))
            blocks.append(paragraph(*runs, section=section))
    if story.handles:
        blocks += [heading("Handvatten", SectionKind.HANDVATTEN), *items(*story.handles)]
    return Document(tuple(blocks), tuple(codings))


def outline(story: Story, body: Document[SafeText], labels: dict[str, str]) -> Outline:
    """Return the outline of a story: what the pages of other documents may use of it."""
    passages = []
    for block in body.blocks:
        text = "".join(r.text for r in block.runs)
        offset = 0
        for piece in block.runs:
            for number in piece.passages:
                coding = body.passages[number]
                passages.append(
                    Passage(f"p{number + 1}", piece.text, safe(text), offset, offset + len(piece.text), coding.themes,
                            coding.effect, block.section)
                )  # fmt: skip
            offset += len(piece.text)
    mentions = []
    for theme, label in labels.items():
        for index, block in enumerate(body.blocks):
            text = "".join(r.text for r in block.runs)
            at = text.casefold().find(label.casefold())
            if at >= 0 and block.kind is BlockKind.PARAGRAPH:
                mentions.append(Mention(ThemeId(theme), index, at, at + len(label), safe(text)))
                break
    first = next((p for _, p in story.sections), "")
    return Outline(
        key=ContentPath(f"content/reports/{story.slug}.md"),
        slug=Slug(story.slug),
        title=safe(story.title),
        year_groups=story.groups,
        session=SessionId(YEAR, story.session),
        quadrant=story.quadrant,
        themes=tuple(map(ThemeId, story.themes)),
        date=dt.date(2025, 10, story.session),
        member_check=dt.date(2025, 11, story.session),
        gist=safe(first.replace("==", "").split(". ")[0][:180].rstrip(".") + "."),
        takeaways=tuple(
            Takeaway(f"h{number}", safe(text), (ThemeId(story.themes[(number - 1) % len(story.themes)]),))
            for number, text in enumerate(story.handles, 1)
        ),
        passages=tuple(passages),
        mentions=tuple(mentions),
        links=(),
        words=sum(len("".join(r.text for r in b.runs).split()) for b in body.blocks),
        draft=False,
        interview=False,
    )


THEMES: tuple[tuple[str, str, str | None, str], ...] = (
    ("samen-leren", "Samen leren", None, "Leerkrachten leren van en met elkaar, over de grenzen van hun eigen school."),
    ("veiligheid", "Veiligheid in de groep", "samen-leren", "Je durft te vertellen wat er niet lukte, omdat je weet dat er naar je geluisterd wordt."),
    ("vertrouwen", "Vertrouwen", "veiligheid", "Erop rekenen dat wat je vertelt in de subgroep blijft en dat een ander het goed met je voorheeft."),
    ("handvatten", "Handvatten", "samen-leren", "Concrete dingen die je morgen in je eigen klas kunt doen."),
    ("in-de-klas", "In de klas", None, "Waar leerkrachten in hun eigen groep tegenaan lopen."),
    ("onrust-en-overgangen", "Onrust en overgangen", "in-de-klas", "Drukte bij het binnenkomen, bij het wisselen van les of tijdens het opruimen."),
    ("zelfstandig-werken", "Zelfstandig werken", "in-de-klas", "Leerlingen werken een tijd door zonder hulp van de leerkracht."),
    ("niveauverschillen", "Niveauverschillen", "in-de-klas", "Leerlingen in een groep hebben verschillende dingen nodig om verder te komen."),
    ("lezen-en-taal", "Lezen en taal", "in-de-klas", "Alles rond lezen, schrijven, woordenschat en plezier in boeken."),
    ("handelingsgericht-werken", "Handelingsgericht werken", None, "Planmatig kijken wat een leerling nodig heeft en daarnaar handelen."),
    ("onderwijsbehoeften", "Onderwijsbehoeften centraal", "handelingsgericht-werken", "Wat heeft deze leerling nodig om dit doel te halen?"),
    ("gesprek-met-de-leerling", "Gesprek met de leerling", "handelingsgericht-werken", "De leerling vertelt zelf wat helpt en denkt mee over een oplossing."),
    ("groepsplan", "Groepsplan", "handelingsgericht-werken", "Een kort plan voor de hele groep met doelen en wat je daarvoor doet."),
)  # fmt: skip

STORIES: tuple[Story, ...] = (
    Story("rustig-binnenkomen-met-een-taak-op-het-bord", "Rustig binnenkomen met een taak op het bord", (5, 6), 3, Quadrant.SOCIALISEREN,
          ("onrust-en-overgangen", "zelfstandig-werken", "veiligheid"),
          (("Situatie", "Na de pauze duurde het in onze combinatiegroep bijna een kwartier voordat iedereen zat. Leerlingen praatten door elkaar heen en [leerling A] liep meteen naar het raam. ==Ik merkte dat ik zelf harder ging praten, terwijl de groep juist mijn rust nodig had.=="),
           ("Aanpak", "We spraken af dat er bij binnenkomst altijd een kleine taak op het bord staat, die iedereen zonder uitleg kan beginnen. Ik sta in de deuropening en geef elk kind een knikje of een hand. Pas als de zandloper leeg is, begin ik met praten.\n\nIn de subgroep vertelde [leerkracht A] dat ze het andersom doet: eerst een kort gesprek in de kring, daarna de taak. ==Door die twee manieren naast elkaar te leggen zagen we dat het niet om de taak gaat, maar om de voorspelbaarheid.== Dat sluit aan bij wat we eerder lazen over onderwijsbehoeften centraal stellen."),
           ("Ervaring", "Na twee weken was de klas binnen vier minuten aan het werk. [leerling A] haalt nu zelf de zandloper op. Op dinsdag, na gym, werkt het nog niet; dan is de overgang te groot. Zelfstandig werken kost daarna ook meer moeite."),
           ("Herkenning", "Collega's van drie andere scholen herkenden het kwartier verlies. Eén van hen rekende uit dat het om bijna een uur per week ging.")),
          ("Zet elke ochtend één taak op het bord die ieder kind zonder uitleg kan beginnen, en herhaal die taak een hele week.",
           "Sta zelf in de deuropening en geef elk kind een groet; wacht met praten tot de zandloper leeg is.",
           "Laat een leerling die moeite heeft met binnenkomen een vaste taak doen, zoals de zandloper omdraaien.")),
    Story("een-groepsplan-op-een-half-a4", "Een groepsplan op een half A4", (7,), 2, Quadrant.EXTERNALISEREN,
          ("groepsplan", "niveauverschillen", "onderwijsbehoeften"),
          (("Situatie", "Ons groepsplan voor rekenen telde elf bladzijden en lag in een map die niemand opendeed. ==We schreven het voor de inspectie en niet voor onszelf.=="),
           ("Aanpak", "We begonnen opnieuw met drie kolommen: wat is het doel, wie heeft daar iets extra's bij nodig, en wat doe ik dan morgen. Het plan hangt nu naast het bord."),
           ("Ervaring", "Ik kijk er elke dag op. Een invaller begreep het in vijf minuten.")),
          ("Schrijf je groepsplan op een half A4 en hang het naast het bord, zodat je het elke dag ziet.",
           "Zet bij elk doel alleen de namen van leerlingen die iets anders nodig hebben dan de rest."), Effect.BELEMMEREND),
    Story("samen-lezen-met-de-kleuters", "Samen lezen met de kleuters van beneden", (1, 2, 8), 3, Quadrant.INTERNALISEREN,
          ("lezen-en-taal", "zelfstandig-werken"),
          (("Situatie", "In groep 8 wilde [leerling A] niet meer hardop lezen, omdat anderen sneller waren."),
           ("Aanpak", "Elke vrijdag lezen twaalf leerlingen voor aan een kleuter. Ze kiezen zelf het boek en oefenen het thuis. ==Voorlezen aan een jonger kind gaf hem een reden om te oefenen.=="),
           ("Ervaring", "De kleuters vragen nu op maandag al wanneer het vrijdag is.")),
          ("Koppel een leerling die niet graag hardop leest aan een kleuter en laat hem zelf een prentenboek kiezen.",
           "Plan het voorlezen op een vast moment in de week en houd het bij een kwartier.")),
    Story("vertellen-wat-niet-lukte", "Vertellen wat er niet lukte", (4,), 2, Quadrant.SOCIALISEREN,
          ("veiligheid", "vertrouwen", "samen-leren"),
          (("Situatie", "In onze subgroep vertelde iedereen wat goed ging. Na twee bijeenkomsten merkten we dat we daar weinig van leerden."),
           ("Aanpak", "De begeleider begon zelf met een les die mislukte. ==Toen zij vertelde dat ze halverwege was gestopt, durfde de rest ook.== Vertrouwen groeit als iemand begint."),
           ("Herkenning", "Iedereen had een les die hij liever vergat.")),
          ("Begin het overleg met één ding dat deze week niet lukte, en laat de begeleider de eerste zijn.",)),
    Story("een-gesprek-van-vijf-minuten", "Een gesprek van vijf minuten aan de instructietafel", (3,), 3, Quadrant.INTERNALISEREN,
          ("gesprek-met-de-leerling", "onderwijsbehoeften"),
          (("Situatie", "Met zesentwintig leerlingen leek een gesprek met de leerling mij iets voor na schooltijd."),
           ("Aanpak", "Ik koos één leerling per dag en stelde drie vaste vragen terwijl de rest zelfstandig werkte. ==Wat gaat goed, wat is lastig, en wat kan ik doen om je te helpen?=="),
           ("Ervaring", "Vijf minuten bleek genoeg. Ik hoorde dingen die ik in geen toets terugzie.")),
          ("Stel elke dag aan één leerling drie vaste vragen: wat gaat goed, wat is lastig, hoe kan ik helpen?",
           "Schrijf het antwoord op in de woorden van het kind en lees het een maand later samen terug.")),
    Story("de-uitleg-van-de-expert-in-een-plaatje", "De uitleg van de expert in één plaatje", (6,), 1, Quadrant.COMBINEREN,
          ("samen-leren", "handvatten"),
          (("Situatie", "Na de plenaire bijeenkomst hadden we drie bladzijden aantekeningen en geen idee waar te beginnen."),
           ("Aanpak", "We tekenden de uitleg als een weg met vier haltes. ==Bij elke halte schreven we één ding dat we al deden.==")),
          ("Teken na een studiedag de kern in één plaatje en schrijf erbij wat je al doet.",), None),
)  # fmt: skip


def bodies_of(kb: KnowledgeBase, stories: Sequence[Story] = STORIES) -> dict[Slug, RenderedBody]:
    """Render the bodies of the stories in `kb`."""
    found = {}
    for story in stories:
        if (slug := Slug(story.slug)) in kb.reports:
            known = kb.reports[slug]
            found[slug] = render_body(
                document(story), known.mentions, passages=known.passages, takeaways=known.takeaways
            )
    return found


def empty() -> KnowledgeBase:
    """Return a knowledge base in which nothing has been written yet."""
    community = SafeCommunity(safe("Vereniging De Leerkring"), "nl", 3, DEFAULT_BANDS, None)
    return KnowledgeBase(community, {}, (), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})


def knowledge(stories: Sequence[Story] = STORIES) -> KnowledgeBase:
    """Return a knowledge base of these stories, linked as `link` would."""
    labels = {theme: label for theme, label, _, _ in THEMES}
    outlines = [outline(story, document(story), labels) for story in stories]
    outlines.sort(key=lambda o: (-o.session.number, o.year_groups, o.title))
    reports = {o.slug: o for o in outlines}
    themes = {ThemeId(t): _theme(t, label, broader, definition, outlines) for t, label, broader, definition in THEMES}
    sessions = _sessions(outlines)
    quotes = _quotes(outlines)
    finding = SafeFinding(
        ContentPath("content/findings/veiligheid.md"), Slug("wanneer-durven-leerkrachten-te-vertellen"),
        safe("Wanneer durven leerkrachten te vertellen wat niet lukte?"),
        safe("Als iemand met ervaring begint met een eigen mislukte les, en als duidelijk is dat het in de subgroep blijft."),
        (ThemeId("veiligheid"), ThemeId("vertrouwen")), (Evidence(outlines[0].key, None),), Effect.BEVORDEREND,
        safe("Open interviews en verslagen, stap voor stap gecodeerd, met membercheck."),
        Document((paragraph("In bijna alle subgroepen ging het de eerste keer over wat goed ging. Pas toen een begeleider zelf begon, veranderde dat."),)),
    )  # fmt: skip
    nodes = {finding.slug: FindingNode(finding, quotes[:4], 3, 4, (), ())}
    groups = sorted({g for o in outlines for g in o.year_groups})
    slugs = list(reports)
    page = SafePage(ContentPath("content/pages/meedoen.md"), Slug("meedoen"), safe("Meedoen"),
                    Document((paragraph("Vraag de begeleider van je subgroep."),)))  # fmt: skip
    return replace(
        empty(),
        reports=reports,
        themes=themes,
        findings=nodes,
        sessions=sessions,
        pages={page.slug: PageNode(page, ())},
        related={s: _related(reports[s], outlines) for s in slugs},
        neighbours={
            s: Neighbours(next_of_session=slugs[(i + 1) % len(slugs)], previous_of_subgroup=slugs[i - 1] if i else None)
            for i, s in enumerate(slugs)
        },
        backlinks={slugs[0]: (Backlink(BacklinkKind.FINDING, finding.slug, safe("Zie hoe een groep rustig binnenkomt.")),)} if slugs else {},
        by_year_group={g: tuple(o.slug for o in outlines if g in o.year_groups) for g in groups},
        by_band={b.id: tuple(o.slug for o in outlines if any(map(b.holds, o.year_groups))) for b in DEFAULT_BANDS},
        by_quadrant={q: tuple(o.slug for o in outlines if o.quadrant is q) for q in Quadrant},
        public={t.theme.key: i for i, t in themes.items()} | {o.key: o.slug for o in outlines} | {page.key: page.slug},
    )  # fmt: skip


def _quotes(outlines: Sequence[Outline], theme: str | None = None) -> tuple[Quote, ...]:
    return tuple(
        Quote(passage, o.slug, o.key, o.bands, o.quadrant)
        for o in outlines
        for passage in o.passages
        if theme is None or theme in passage.themes
    )


def _related(one: Outline, outlines: Sequence[Outline]) -> tuple[Related, ...]:
    found = []
    for other in outlines:
        shared = [Reason(ReasonKind.THEME, t) for t in one.themes if t in other.themes]
        if other.quadrant is one.quadrant:
            shared.append(Reason(ReasonKind.QUADRANT))
        if shared and other.slug != one.slug:
            found.append(Related(other.slug, float(len(shared)), tuple(shared)))
    return tuple(sorted(found, key=lambda r: (-r.score, r.slug)))[:5]


def _theme(theme: str, label: str, broader: str | None, definition: str, outlines: Sequence[Outline]) -> ThemeNode:
    below = {theme} | {t for t, _, b, _ in THEMES if b == theme}
    below |= {t for t, _, b, _ in THEMES if b in below}
    carriers = [o for o in outlines if below & set(o.themes)]
    parents = {t: b for t, _, b, _ in THEMES}
    ancestors = []
    up = broader
    while up:
        ancestors.insert(0, ThemeId(up))
        up = parents[up]
    return ThemeNode(
        SafeTheme(ContentPath(f"content/themes/{theme}.md"), ThemeId(theme), safe(label), (safe(label.lower() + " (ook)"),),
                  safe(definition), ThemeId(broader) if broader else None, (ThemeId("handvatten"),),
                  safe("De passage gaat over wat je in je eigen groep meemaakt."), safe("Het gaat over regels voor de hele school."),
                  None, Document((paragraph("Een voorbeeld uit een verslag maakt het duidelijk. ", run("Lees verder bij een ander thema", link=Target(TargetKind.THEME, safe("content/themes/veiligheid.md"))), "."),))),
        tuple(ancestors),
        tuple(ThemeId(t) for t, _, b, _ in THEMES if b == theme),
        tuple(o.slug for o in carriers),
        _quotes(outlines, theme),
        (Slug("wanneer-durven-leerkrachten-te-vertellen"),) if theme in ("veiligheid", "vertrouwen") else (),
        (SessionId(YEAR, 2),),
        (),
        (),
    )  # fmt: skip


_SESSIONS = (
    (3, "Het gesprek met de leerling", dt.date(2025, 12, 10), "[expert]", "Voer deze maand met drie leerlingen een gesprek van vijf minuten en schrijf op wat je hoorde."),
    (2, "Begrijpen: van gedrag naar onderwijsbehoefte", dt.date(2025, 11, 5), "[expert]", "Maak voor één leerling de zin af: deze leerling heeft een leerkracht nodig die …"),
    (1, "Waarnemen: kijken zonder te oordelen", dt.date(2025, 9, 24), None, "Observeer twee leerlingen tien minuten en schrijf alleen op wat je ziet."),
)  # fmt: skip


def _sessions(outlines: Sequence[Outline]) -> dict[SessionId, SessionNode]:
    nodes = {}
    for number, title, date, expert, assignment in _SESSIONS:
        key = SessionId(YEAR, number)
        mine = [o for o in outlines if o.session == key]
        session = SafeSession(
            ContentPath(f"content/sessions/{key}.md"), key, safe(title), date, safe(expert) if expert else None,
            (ThemeId("gesprek-met-de-leerling"),), safe(assignment),
            Document((paragraph("Een kind weet vaak goed wat het nodig heeft. De expert liet zien hoe je daar in vijf minuten achter komt, en waarom een open vraag meer oplevert dan een goede raad."),
                      heading("Wat we meenamen"), *items("Vraag door op wat wél lukt.", "Wacht drie tellen voordat je iets zegt.", section=SectionKind.OTHER))),
        )  # fmt: skip
        nodes[key] = SessionNode(
            session,
            SessionId(YEAR, number - 1) if number > 1 else None,
            SessionId(YEAR, number + 1) if number < 3 else None,
            tuple(o.slug for o in mine),
            (),
            (),
        )
    return nodes
