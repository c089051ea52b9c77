"""Run the tests that a change in one room needs, in under a minute: `make test-room ROOM=protect/finders/gate`.

A room is a folder or a module below `generator/proefpraktijk`. Its tests are those of the mirrored folder or file
below `tests`; where there is none, those of the nearest folder above. `ELSEWHERE` names rooms that are tested under
another name, and `ALSO` the quick tests of whole behaviour that stand over a room. Laws are tried on few examples.
What only the whole suite can tell (a browser, the attacks, every engine) is left to `make test`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, TESTS = ROOT / "generator" / "proefpraktijk", ROOT / "tests"

ELSEWHERE = {
    "__init__": ("test_architecture.py",),
    "__main__": ("commands/test_help.py",),
    "cli": ("commands/test_help.py", "commands/test_check_scan.py"),
    "commands/build": ("commands/test_build_publish_stats.py", "commands/test_help.py"),
    "commands/check": ("commands/test_check_scan.py", "commands/test_help.py"),
    "commands/decisions_from_json": ("commands/test_review.py",),
    "commands/init": ("commands/test_init_new.py", "commands/test_help.py"),
    "commands/new": ("commands/test_init_new.py", "commands/test_help.py"),
    "commands/new_document_facts": ("commands/test_init_new.py",),
    "commands/pdf": ("commands/test_pdf.py", "commands/test_help.py"),
    "commands/publish": ("commands/test_build_publish_stats.py", "commands/test_help.py"),
    "commands/review": ("commands/test_review.py", "commands/test_help.py"),
    "commands/risk_report": ("commands/test_risk.py",),
    "commands/scan": ("commands/test_check_scan.py", "commands/test_help.py"),
    "commands/serve": ("commands/test_build_publish_stats.py", "commands/test_help.py"),
    "commands/stats": ("commands/test_build_publish_stats.py", "commands/test_help.py"),
    "commands/terminal_reviewer": ("commands/test_review.py",),
    "locale": ("test_repository.py",),
    "model": ("test_repository.py", "read", "link"),
    "problem_formats": ("commands/test_check_scan.py",),
    "render/handouts": ("pipeline/test_handouts.py",),
    "roster_file": ("commands/test_check_scan.py", "protect/roster"),
    "rule_book": ("test_repository.py",),
    "scaffold": ("commands/test_init_new.py", "test_workflows.py"),
    "shown_paths": ("commands/test_check_scan.py",),
    "wording": ("test_repository.py", "commands/test_help.py"),
}
"""Room → the tests that are its own, though they are called otherwise. A room within goes by its nearest entry."""

ALSO = {
    "": ("test_architecture.py",),
    "dutch": ("protect/test_cases.py",),
    "link": ("test_linking.py",),
    "protect": ("protect/test_cases.py", "protect/test_gold.py", "protect/test_laws.py"),
    "read": ("read/test_golden.py", "read/test_laws.py", "read/test_sites_invalid.py"),
    "render": ("render/test_site_plan.py",),
}
"""Room → quick tests that see a fault in it from further off; they stand over the rooms within too."""


def own(room: str) -> list[Path]:
    """Return the files and folders with the tests of a room itself, by its path below the package, without `.py`."""
    here = PurePosixPath(room)
    if str(here) in ELSEWHERE:
        return [TESTS / name for name in ELSEWHERE[str(here)]]
    named = [TESTS / here, TESTS / here.parent / f"test_{here.name}.py"]
    found = [place for place in named if place.is_file() or any(place.rglob("test_*.py"))]
    return found if found or here == here.parent else own(here.parent.as_posix())


def tests_of(room: str) -> list[Path]:
    """Return all that is to be run after a change in a room: its own tests, and those that stand over it."""
    here = PurePosixPath(room)
    over = [TESTS / name for above in ("", *map(str, (*reversed(here.parents), here))) for name in ALSO.get(above, ())]
    return list(dict.fromkeys([*own(room), *over]))


def rooms() -> list[str]:
    """Return every room there is: the package's folders of Python and its modules, without `.py`."""
    modules = [file.relative_to(PACKAGE).with_suffix("") for file in PACKAGE.rglob("*.py")]
    inner = [module for module in modules if module.name != "__init__" or module.parent == Path()]
    return sorted({path.as_posix() for module in inner for path in (module, *module.parents)} - {"."})


def main(room: str) -> int:
    """Run the tests of a room; return the exit status."""
    room = room.strip("/").removeprefix("generator/proefpraktijk/").removesuffix(".py").removesuffix("/__init__")
    if room not in rooms():
        print(f"There is no room {room!r} in generator/proefpraktijk. ROOM is one of:", *rooms(), sep="\n  ")  # noqa: T201
        return 2
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "--hypothesis-profile", "few"]
    return subprocess.run([*command, *tests_of(room)], cwd=ROOT, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 2 else __doc__)  # noqa: PLR2004
