"""Measure the street at scale against plain MkDocs, and write `benchmarks/RESULTS.md`.

`python benchmarks/scale.py` takes some ten minutes; `--quick` measures small sites once, to see that all of it works.
`--generate DIR --reports N` only writes a synthetic `DIR/content`.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import synthetic_words as words
from measuring import OURS, Run, build, peak_memory, run, served, wait_for
from results import SERVED, Served, Size, table, targets
from synthetic import generate, report, report_path, title

SIZES = (1000, 2000, 5000, 10000)
QUICK = (50, 100, 200)
EDITS = 5
PLAIN = "INHERIT: mkdocs.yml\nsite_dir: plain\nplugins:\n  - search\n"
"""Plain MkDocs: the same settings, with the theme's own search."""


def main() -> None:
    """Read the arguments; measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--generate", type=Path, metavar="DIR", help="only write a synthetic site")
    parser.add_argument("--reports", type=int, default=5000, help="how many reports --generate writes")
    parser.add_argument("--sizes", type=_numbers, default=SIZES, metavar="N,N,…", help="how many reports to measure at")
    parser.add_argument("--repeats", type=int, default=3, help="the fastest of so many counts")
    parser.add_argument(
        "--quick", action="store_true", help="small sites, once; writes no file unless --output says so"
    )
    parser.add_argument("--output", type=Path, help="where the table goes (default: RESULTS.md beside this file)")
    arguments = parser.parse_args()
    if arguments.generate:
        generate(arguments.generate, arguments.reports)
        return
    sizes = QUICK if arguments.quick else arguments.sizes
    repeats = 1 if arguments.quick else arguments.repeats
    output = arguments.output or (None if arguments.quick else Path(__file__).with_name("RESULTS.md"))
    measured: dict[int, Size] = {}
    waits: Served = (0, [])
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        for reports in sizes:
            root = lay_down(Path(folder) / str(reports), reports)
            measured[reports] = measure(root, reports, repeats)
            if reports == SERVED or (arguments.quick and reports == sizes[-1]):
                waits = (reports, edits_in_browser(root))
    said = table(measured, waits, repeats)
    print(said)
    if output:
        output.write_text(said, encoding="utf-8")
    sys.exit(any("FAIL" in target.verdict for target in targets(measured, waits)))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def lay_down(root: Path, reports: int) -> Path:
    """Make a new site as anyone would, with synthetic content."""
    run((*OURS, "init", root), root.parent)
    shutil.rmtree(root / "content")
    generate(root, reports)
    (root / "plain.yml").write_text(PLAIN, encoding="utf-8")
    return root


def measure(root: Path, reports: int, repeats: int) -> Size:
    """Measure everything at one size. Ours and plain MkDocs take turns, so that a busy machine hinders both."""
    plain_command = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", root / "plain.yml")
    cold: list[Run] = []
    plain: list[float] = []
    for repeat in range(repeats):
        _say(f"{reports} reports, cold and plain, {repeat + 1} of {repeats}")
        clean(root)
        cold.append(build(root))
        plain.append(run(plain_command, root).seconds)
    pages = sum(1 for _ in (root / "site").rglob("index.html"))
    published = sum(1 for _ in (root / "site" / "verslagen").glob("*/index.html"))
    if published < reports:
        raise SystemExit(f"only {published} of {reports} reports were published: the figures would flatter")
    _say(f"{reports} reports, warm")
    edited: list[Run] = []
    unchanged: list[Run] = []
    for index, sentence in zip(range(repeats), sentences(), strict=False):
        edit(root, reports // 2 + index, sentence)
        edited.append(build(root))
        unchanged.append(build(root))
    _say(f"{reports} reports, memory")
    plain_memory = peak_memory(plain_command, root)
    clean(root)
    memory = peak_memory((*OURS, "build", "--root", root), root)
    return Size(reports, pages, _fastest(cold), _fastest(edited), _fastest(unchanged), min(plain), memory, plain_memory)


def _fastest(runs: list[Run]) -> Run:
    return min(runs, key=lambda one: one.seconds)


def clean(root: Path) -> None:
    """Put everything aside that a build leaves behind.

    It is not removed: ext4 goes round the places of files just removed (for seconds up to minutes), one by one, and
    the next build, ours or plain, then spends more time on that than on its pages.
    """
    aside = Path(tempfile.mkdtemp(prefix="old-", dir=root.parent))
    for name in ("build", "site", "plain", ".cache"):
        if (root / name).exists():
            (root / name).rename(aside / name)


def sentences() -> Iterator[str]:
    """Yield sentences that stand nowhere in the synthetic reports, each another."""
    for one, other in itertools.permutations(words.SLOTS["aantal"], 2):
        yield f"Samen telden we daarna tot {one} en weer terug tot {other}."


def edit(root: Path, index: int, sentence: str) -> None:
    """Add a sentence to a report, as its writer would."""
    report_path(root, index).write_text(
        report(index).replace("\n## Aanpak\n", f"\n{sentence}\n\n## Aanpak\n"), encoding="utf-8"
    )


def edits_in_browser(root: Path) -> list[float]:
    """Return after how many seconds each of a few edits can be read at the address of its page."""
    _say("serve")
    waits: list[float] = []
    with served(root) as address:
        for index, sentence in zip(range(EDITS), itertools.islice(sentences(), 20, None), strict=False):
            page = f"{address}verslagen/{title(index).lower().replace(' ', '-')}/"
            wait_for(page, "", 60)
            edit(root, index, sentence)
            waits.append(wait_for(page, sentence, 60))
    return waits


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
