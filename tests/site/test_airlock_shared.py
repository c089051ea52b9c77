"""A name in a theme, page, finding, session or interview, or in the name of its file, never reaches the site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from endtoend.outcome import Outcome, outcome_of
from endtoend.pages import parsed
from endtoend.running import change

SHARED_NAMES = re.compile("brunhilde|quispel|pimpernel|xanthoven", re.IGNORECASE)
THEME = "---\nlabel: {label}\nsynoniemen: [{alias}]\ndefinitie: {definition}\n---\n\n{body}\n"
EVIDENCE = "onderbouwing: [reports/2025-2026-1/rustig-binnenkomen.md#rustig-starten]"
INTERVIEW = """---
titel: Brunhilde vertelt
jaargroep: 4
bijeenkomst: 2025-2026-1
kwadrant: internaliseren
respondent: Brunhilde Quispel
membercheck: 2025-10-10
---

==Sinds Brunhilde eerst kijkt, gaat het beter.=={.rustig-starten}
"""


@pytest.fixture(scope="module")
def shared(scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Give a site in which all kinds of shared documents name the same person, school and place."""
    root = tmp_path_factory.mktemp("gedeeld") / "kennisbank"
    shutil.copytree(scaffold, root)
    content = root / "content"
    theme = {"label": "Eerst kijken", "alias": "kijken", "definition": "Nog niets doen.", "body": "Dat is alles."}
    for file, words in {
        "in-het-label": {"label": "De aanpak van Brunhilde", "alias": "aanpak"},
        "in-een-synoniem": {"label": "Samen zitten", "alias": "de stoel van Quispel"},
        "in-de-definitie": {"label": "Stil zijn", "alias": "stilte", "definition": "Zoals Brunhilde het doet."},
        "in-de-tekst": {
            "label": "Hard werken",
            "alias": "werken",
            "body": "Op De Pimpernel in Xanthoven deed Quispel dat.",
        },
        "brunhilde": {"label": "Later doen", "alias": "later", "body": "Dit thema heeft de verkeerde naam."},
        "vreemde-ottokar": {"label": "Nooit doen", "alias": "nooit", "body": "Dit thema heeft een vreemde naam."},
    }.items():
        (content / f"themes/{file}.md").write_text(THEME.format(**{**theme, **words}), encoding="utf-8")
    page = "---\ntitel: {}\n---\n\n{}\n"
    (content / "pages/contact.md").write_text(
        page.format("Iets van Quispel", "Bel Brunhilde op 0612345678."), encoding="utf-8"
    )
    (content / "pages/quispel.md").write_text(
        page.format("Iets", "Deze pagina heeft de verkeerde naam."), encoding="utf-8"
    )
    (content / "pages/ottokar.md").write_text(
        page.format("Iets anders", "Deze pagina heeft een vreemde naam."), encoding="utf-8"
    )
    finding = f"---\nvraag: {{}}\nkern: {{}}\nthema's: [rustig-starten]\n{EVIDENCE}\nmethod: {{}}\n---\n\n{{}}\n"
    named = ("Wat deed Brunhilde?", "Quispel keek eerst.", "Op De Pimpernel bekeken.", "In Xanthoven ging het ook zo.")
    (content / "findings/eerst-kijken.md").write_text(finding.format(*named), encoding="utf-8")
    plain = ("Wat hielp?", "Eerst kijken.", "Samen bekeken.", "Deze bevinding heeft de verkeerde naam.")
    (content / "findings/van-brunhilde.md").write_text(finding.format(*plain), encoding="utf-8")
    session = content / "sessions/2025-2026-1.md"
    change(session, "Kijken naar het begin", "Kijken met Brunhilde naar het begin")
    change(session, "expert: Jorien Wiersma", "expert: Brunhilde Quispel")
    change(session, "Kijk drie ochtenden", "Kijk met Brunhilde drie ochtenden")
    change(session, "## Opbrengst", "Op De Pimpernel vertelde Quispel hetzelfde.\n\n## Opbrengst")
    (content / "interviews/brunhilde.md").write_text(INTERVIEW, encoding="utf-8")
    (content / "pages/.brunhilde.md").write_text("Brunhilde", encoding="utf-8")
    (content / "pages/over.md~").write_text("Brunhilde", encoding="utf-8")
    (content / "media/brunhilde.png").write_bytes(b"Brunhilde")
    return outcome_of(root)


def test_no_name_out_of_a_shared_document(shared: Outcome) -> None:
    """Themes, pages, findings, sessions and interviews go through the same airlock, their file names too."""
    assert shared.said.code == 0, shared.said.text
    assert not [path for path, text in shared.everything() if SHARED_NAMES.search(f"{path}\n{text}")]
    assert not [path for path, text in shared.everything() if "ottokar" in f"{path}\n{text}".lower()]
    assert not SHARED_NAMES.search(shared.said.text + shared.checked.text)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("themas/in-het-label", "De aanpak van [leerkracht]"),
        ("themas/in-een-synoniem", "de stoel van [leerkracht]"),
        ("themas/in-de-definitie", "Zoals [leerkracht] het doet."),
        ("themas/in-de-tekst", "Op [school] in [plaats] deed [leerkracht] dat."),
        ("over/contact", "Bel [leerkracht] op [telefoonnummer]."),
        ("bevindingen/eerst-kijken", "Wat deed [leerkracht]?"),
        ("bevindingen/eerst-kijken", "[Leerkracht] keek eerst."),
        ("bevindingen/eerst-kijken", "In [plaats] ging het ook zo."),
        ("bijeenkomsten/2025-2026-1", "Kijken met [leerkracht] naar het begin"),
        ("bijeenkomsten/2025-2026-1", "Kijk met [leerkracht] drie ochtenden"),
        ("bijeenkomsten/2025-2026-1", "Op [school] vertelde [leerkracht] hetzelfde."),
        ("bijeenkomsten/2025-2026-1", "[expert]"),
        ("themas/rustig-starten", "Sinds [leerkracht] eerst kijkt, gaat het beter."),
    ],
)
def test_a_shared_document_reads_on(shared: Outcome, page: str, text: str) -> None:
    """A descriptor stands where the name was."""
    assert text in parsed((shared.root / "site" / page / "index.html").read_text(encoding="utf-8")).whole


@pytest.mark.parametrize("what", ["Dit thema heeft", "Deze pagina heeft", "Deze bevinding heeft"])
def test_a_shared_document_with_a_name_for_a_file_name_is_held(shared: Outcome, what: str) -> None:
    """Its file name would be its address."""
    assert not [path for path, text in shared.everything() if what in text]
    held = [row["rule"] for row in shared.checked.rows if row["path"].startswith("content/") and row["line"] == "0"]
    assert held == ["HOLD-person"] * 5
