"""Synthetic sites: N reports of about 350 words, with their roster, codebook, sessions, findings and interviews.

Report `i` is the same whatever N is, so that sites of different sizes can be compared; nothing depends on the clock.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import dataclass
from pathlib import Path

import synthetic_words as words

SCHOOL_YEARS = (2022, 2023, 2024, 2025)
SESSION_DAYS = ((9, 24), (11, 5), (12, 10), (2, 4), (3, 25), (5, 20))
SUBGROUPS = ("1", "2", "3", "4", "5", "6", "7", "8", "1/2", "3/4", "5/6", "7/8")
QUADRANTS = ("socialiseren", "externaliseren", "internaliseren", "combineren")
QUADRANT_WEIGHTS = (4, 3, 2, 1)
EFFECTS = (" .bevorderend", " .belemmerend", "")
SENTENCES_PER_SECTION = {"Situatie": 5, "Aanpak": 6, "Ervaring": 5, "Herkenning": 3, "Vragen": 2}

THEME_IDS = tuple(theme for theme, *_ in words.THEMES)
THEME_WEIGHTS = tuple(1 / (rank + 3) for rank in range(len(THEME_IDS)))
"""Some themes are everywhere and some are rare, as in life: the most frequent one is carried by about a third."""


@dataclass(frozen=True, slots=True)
class SyntheticSession:
    """One plenary session."""

    start: int
    number: int
    date: dt.date

    @property
    def id(self) -> str:
        """Its id, `2025-2026-3`."""
        return f"{self.start}-{self.start + 1}-{self.number}"


SESSIONS = tuple(
    SyntheticSession(start, number, dt.date(start if month >= 8 else start + 1, month, day))
    for start in SCHOOL_YEARS
    for number, (month, day) in enumerate(SESSION_DAYS, 1)
)


def generate(root: Path, reports: int) -> None:
    """Write `root/content` with `reports` reports. Existing files of the same names are replaced."""
    content = root / "content"
    _write(content / "community.yml", "name: Vereniging De Proeftuin\nlanguage: nl\nk: 3\n")
    _write(content / "roster.yml", _roster())
    for theme in words.THEMES:
        _write(content / "themes" / f"{theme[0]}.md", _theme(*theme))
    for session in SESSIONS:
        _write(content / "sessions" / f"{session.id}.md", _session(session))
    for index in range(reports):
        _write(report_path(root, index), report(index))
    for index in range(min(12, reports)):
        _write(content / "interviews" / f"gesprek-{index + 1:02}.md", _interview(index))
    for index in range(min(6, reports // 8)):
        _write(content / "findings" / f"bevinding-{index + 1}.md", _finding(index))
    _write(
        content / "pages" / "over.md",
        "---\ntitle: Over deze kennisbank\n---\n\nHier staat hoe de verslagen tot stand komen.\n",
    )


def report_path(root: Path, index: int) -> Path:
    """Return the file of report `index`."""
    return root / "content" / "reports" / SESSIONS[index % len(SESSIONS)].id / f"verslag-{index:05}.md"


def report(index: int) -> str:
    """Return report `index` as Markdown with front matter."""
    rng = random.Random(f"report {index}")
    session = SESSIONS[index % len(SESSIONS)]
    themes = _themes(rng)
    authors = rng.sample(_people(), 2)
    day = session.date + dt.timedelta(days=rng.randrange(1, 14))
    matter = (
        f"---\ntitel: {title(index)}\nschool: {rng.choice(words.SCHOOLS)}\njaargroep: {rng.choice(SUBGROUPS)}\n"
        f"bijeenkomst: {session.id}\nkwadrant: {rng.choices(QUADRANTS, QUADRANT_WEIGHTS)[0]}\n"
        f"thema's: [{', '.join(themes)}]\ndatum: {day}\nauteurs: [{', '.join(authors)}]\n"
        f"deelnemers: {rng.randrange(5, 9)}\nmembercheck: {day + dt.timedelta(days=rng.randrange(7, 28))}\n---\n"
    )
    return matter + _body(rng, index, themes)


def _body(rng: random.Random, index: int, themes: list[str]) -> str:
    sections = [
        f"\n## {title}\n\n{_section(rng, title, themes)}\n"
        for title in ("Situatie", "Aanpak", "Ervaring", "Herkenning")
    ]
    if index % 5 == 0 and index:
        sections.append(f"\nDit sluit aan bij [een eerder verslag]({_link_to_earlier(rng, index)}).\n")
    if index % 7 == 0:
        sections.append(f"\nLees ook wat er staat over [dit onderwerp](../../themes/{rng.choice(themes)}.md).\n")
    items = "\n".join(f"- {_fill(rng, sentence)}" for sentence in rng.sample(words.HANDVATTEN, rng.randrange(2, 5)))
    sections.append(f"\n## Handvatten\n\n{items}\n")
    if index % 3:
        sections.append(f"\n## Vragen\n\n{_section(rng, 'Vragen', themes)}\n")
    return "".join(sections)


def _section(rng: random.Random, title: str, themes: list[str]) -> str:
    """Return a section in two paragraphs; in three of five sections one sentence is a coded passage."""
    sentences = [_fill(rng, sentence) for sentence in rng.sample(words.SENTENCES[title], SENTENCES_PER_SECTION[title])]
    if title in {"Aanpak", "Ervaring", "Herkenning"}:
        coded = rng.randrange(len(sentences))
        sentences[coded] = f"=={sentences[coded]}=={{.{rng.choice(themes)}{rng.choice(EFFECTS)}}}"
    half = len(sentences) // 2
    return "\n\n".join(" ".join(part) for part in (sentences[:half], sentences[half:]) if part)


def _fill(rng: random.Random, sentence: str) -> str:
    values = {slot: rng.choice(choices) for slot, choices in words.SLOTS.items()}
    pupil = rng.choice(words.PUPILS)
    teacher = rng.choice(words.TEACHERS)
    # Half of the sentences about people name them, which makes some four names a report.
    named = rng.random() < 0.5
    filled = sentence.format(
        **values,
        leraar=rng.choice((teacher, f"juf {teacher}", f"meester {teacher}")) if named else "een collega",
        leerling=pupil if named else "een kind",
        leerling_s=_genitive(pupil) if named else "een ander",
        school=rng.choice(words.SCHOOLS) if named else "een andere school",
        plaats=rng.choice(words.PLACES) if named else "een andere plaats",
    )
    return filled[0].upper() + filled[1:]


def _genitive(name: str) -> str:
    if name[-1] in "aiouy":
        return f"{name}'s"
    return f"{name}'" if name[-1] in "szx" else f"{name}s"


def _themes(rng: random.Random) -> list[str]:
    themes: list[str] = []
    while len(themes) < 2 + rng.randrange(2):
        theme = rng.choices(THEME_IDS, THEME_WEIGHTS)[0]
        if theme not in themes:
            themes.append(theme)
    return themes


def title(index: int) -> str:
    """Return title `index`: unique below 12,000, and neighbours differ in every part."""
    shuffled = index * 7919 % (len(words.SUBJECTS) * len(words.MOMENTS) * len(words.MEANS))
    rest, subject = divmod(shuffled, len(words.SUBJECTS))
    means, moment = divmod(rest, len(words.MOMENTS))
    return f"{words.SUBJECTS[subject]} {words.MOMENTS[moment]} {words.MEANS[means]}"


def _link_to_earlier(rng: random.Random, index: int) -> str:
    earlier = rng.randrange(index)
    return f"../{SESSIONS[earlier % len(SESSIONS)].id}/verslag-{earlier:05}.md"


def _people() -> list[str]:
    """Return the 80 teachers' full names."""
    return [f"{first} {last}" for first, last in zip(words.TEACHERS, itertools.cycle(words.SURNAMES), strict=False)]


def _roster() -> str:
    lines = ["schools:"]
    lines += [f'  - {{name: "{name}", place: "{words.PLACES[i % 4]}"}}' for i, name in enumerate(words.SCHOOLS)]
    lines += ["people:"]
    lines += [
        f'  - {{name: "{name}", role: leerkracht, school: "{words.SCHOOLS[i % 8]}", year_groups: [{i % 8 + 1}]}}'
        for i, name in enumerate(_people())
    ]
    lines += [
        f'  - {{name: "{name}", role: leerling, school: "{words.SCHOOLS[i % 8]}"}}'
        for i, name in enumerate(words.PUPILS)
    ]
    return "\n".join(lines) + "\n"


def _theme(theme: str, label: str, broader: str | None, aliases: tuple[str, ...]) -> str:
    other = words.SLOTS["thema"][len(theme) % len(words.SLOTS["thema"])]
    return (
        f"---\nlabel: {label}\ndefinitie: Wat collega's vertellen over {label.lower()}.\n"
        + (f"breder: {broader}\n" if broader else "")
        + (f"synoniemen: [{', '.join(aliases)}]\n" if aliases else "")
        + f"---\n\nDit onderwerp hangt samen met {other}.\n"
    )


def _session(session: SyntheticSession) -> str:
    rng = random.Random(session.id)
    return (
        f"---\ntitel: Bijeenkomst over {rng.choice(words.SLOTS['thema'])}\nnummer: {session.number}\n"
        f"schooljaar: {session.start}-{session.start + 1}\ndatum: {session.date}\nthema's: [{', '.join(_themes(rng))}]\n"
        f"praktijkopdracht: Kijk een les lang naar een kind en schrijf op wat je ziet.\n---\n\n{_section(rng, 'Aanpak', _themes(rng))}\n"
    )


def _interview(index: int) -> str:
    rng = random.Random(f"interview {index}")
    session = SESSIONS[index % len(SESSIONS)]
    return (
        f"---\ntitel: Een gesprek over leren\njaargroep: {rng.choice(SUBGROUPS[:8])}\nbijeenkomst: {session.id}\n"
        f"kwadrant: {rng.choice(QUADRANTS)}\nthema's: [veiligheid]\nrespondent: {rng.choice(_people())}\n"
        f"membercheck: {session.date + dt.timedelta(days=30)}\n---\n\n"
        f"{_section(rng, 'Ervaring', ['veiligheid'])}\n"
    )


def _finding(index: int) -> str:
    evidence = [f"reports/{SESSIONS[i % len(SESSIONS)].id}/verslag-{i:05}.md" for i in range(index, index + 3)]
    evidence.append(f"interviews/gesprek-{index + 1:02}.md")
    return (
        f"---\nvraag: Wat helpt bij {words.SLOTS['thema'][index]}?\nkern: Tijd en een veilige groep helpen.\n"
        f"thema's: [{THEME_IDS[index]}]\neffect: bevorderend\nonderbouwing:\n"
        + "".join(f"  - {path}\n" for path in evidence)
        + "---\n\nDe verslagen laten zien dat het tijd kost.\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
