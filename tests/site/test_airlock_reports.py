"""A name planted wherever a writer of reports can put one is replaced, or it stops the report that holds it."""

from __future__ import annotations

import shutil
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from endtoend.outcome import Outcome, outcome_of
from endtoend.plants import MARKS, NAMES, PLANTS, End, Plant, planted
from endtoend.running import change

REPORTS = "content/reports/2025-2026-1"


@pytest.fixture(scope="module", params=["known", "strange"])
def outcome(request: pytest.FixtureRequest, scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Give a site with all those reports, their names on the roster or not."""
    root = tmp_path_factory.mktemp(request.param) / "kennisbank"
    shutil.copytree(scaffold, root)
    media = root / "content/media"
    Image.new("RGB", (40, 40), "red").save(media / "bord.png")
    Image.new("RGB", (40, 40), "blue").save(media / f"{NAMES['name of a picture'].split()[0].lower()}.png")
    if request.param == "known":
        people = "".join(f'  - {{naam: "{name}", rol: leerkracht}}\n' for name in NAMES.values())
        change(root / "content/roster.yml", "people:\n", f"people:\n{people}")
    for what in PLANTS:
        file, text = planted(what)
        (root / REPORTS / file).write_text(text, encoding="utf-8")
    return outcome_of(root)


def test_every_plant_has_a_name() -> None:
    """No two reports share a name or a mark."""
    assert NAMES.keys() == MARKS.keys() == PLANTS.keys()
    assert len({word for name in NAMES.values() for word in name.split()}) == 2 * len(PLANTS)
    assert len(set(MARKS.values())) == len(PLANTS)


@pytest.mark.parametrize("what", PLANTS)
def test_a_planted_name(outcome: Outcome, what: str) -> None:
    """It is in no byte of the site or the staging folder, in no file's name, and in nothing that is said."""
    words = [word.lower() for word in NAMES[what].split()]
    assert not [path for path, text in outcome.everything() if any(w in f"{path}\n{text}".lower() for w in words)]
    if "known" in str(outcome.root):
        assert not [word for word in words if word in (outcome.said.text + outcome.checked.text).lower()]


@pytest.mark.parametrize("what", PLANTS)
def test_what_becomes_of_the_report(outcome: Outcome, what: str) -> None:
    """It is published without the name, or held, or refused: each path has its own end."""
    plant, mark = PLANTS[what], MARKS[what]
    known = "known" in str(outcome.root)
    end = plant.known if known else plant.strange
    marked = f"begint met {mark}."
    pages = [text for path, text in outcome.everything() if path.startswith("site/verslagen/") and marked in text]
    assert bool(pages) == (end in {End.REPLACED, End.LEFT_OUT})
    if known:
        assert not plant.reads or plant.reads in unescape(pages[0])
    stem = planted(what)[0].removesuffix(".md")
    rules = {row["rule"] for row in outcome.checked.rows if f"{stem}.md" in row["path"]}
    if plant.file == Plant.file:
        assert any(rule.startswith("HOLD") for rule in rules) == (end is End.HELD)


def test_what_is_left_out_is_listed(outcome: Outcome) -> None:
    """The build ends well, and names each report that is held or refused; the check does not end well."""
    assert outcome.said.code == 0
    assert outcome.checked.code == 1
    held, _, refused = outcome.said.text.partition("Held: a reviewer must look first\n")[2].partition("Refused: ")
    known = "known" in str(outcome.root)
    for what, plant in PLANTS.items():
        end = plant.known if known else plant.strange
        if plant.file == Plant.file:
            assert (planted(what)[0] in held) == (end is End.HELD), what
            assert (planted(what)[0] in refused.partition(" published")[0]) == (end is End.REFUSED), what
