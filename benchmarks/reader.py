"""Measure what a reader meets, in real Chromium, on the demo and on generated reports, and write `benchmarks/READER.md`.

`make bench-reader` installs Lighthouse and runs all of it (some five minutes). `--only size,search` measures these alone;
`--reports 500` generates fewer reports; `--site FOLDER` measures a site that was built before. Only a run of everything
on the demo and on 5,000 reports writes the file, unless `--output` names another.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import reader_browser
import reader_discover
import reader_lighthouse
import reader_search
import reader_size
from measuring import OURS, run
from reader_results import AT, Measured, everything, page_costs, search_answers, size_row, sizes
from reader_server import serving
from reader_table import Row
from synthetic import generate

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("size", "pages", "search", "discover", "lighthouse")


def main() -> None:
    """Read the arguments; build, measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=AT, help="how many reports are generated (default: %(default)s)")
    parser.add_argument("--only", type=_parts, default=PARTS, metavar="PART,…", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="measure this built site instead")
    parser.add_argument("--output", type=Path, help="where the tables go (default: READER.md beside this file)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        if arguments.site:
            sites = {"this site": arguments.site}
        else:
            demo, many = Path(folder) / "demo", Path(folder) / "many"
            sites = {
                "the demo": build_demo(demo),
                f"{arguments.reports:,} reports": build_many(many, arguments.reports),
            }
        measured = [measure(name, site, arguments.only) for name, site in sites.items()]
    said = everything(measured)
    print(said)
    whole = not arguments.site and set(arguments.only) == set(PARTS) and arguments.reports == AT
    output = arguments.output or (Path(__file__).with_name("READER.md") if whole else None)
    if output:
        output.write_text(said, encoding="utf-8")
    sys.exit(not all(row.passes for one in measured for row in one.rows))


def _parts(text: str) -> tuple[str, ...]:
    wanted = tuple(text.split(","))
    if unknown := set(wanted) - set(PARTS):
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: choose from {', '.join(PARTS)}")
    return wanted


def build_demo(root: Path) -> Path:
    """Build the demo in a folder of its own; return the site."""
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return _build(root)


def build_many(root: Path, reports: int) -> Path:
    """Build a site of `reports` generated reports with the demo's settings; return it."""
    generate(root, reports)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return _build(root)


def _build(root: Path) -> Path:
    _say(f"building {root.name}")
    run((*OURS, "build", "--root", root), root)
    return root / "site"


def measure(name: str, site: Path, parts: Sequence[str]) -> Measured:
    """Measure some parts of a site that is built."""
    chromium = _chromium()
    reports = sum(1 for _ in (site / "verslagen").glob("*/index.html"))
    sorts = reader_size.kinds(site)
    pages = reader_size.pages(site)
    rows: list[Row] = []
    tables: dict[str, str] = {}
    if "size" in parts:
        rows.append(size_row(sorts, reports))
        tables["Bytes on disk"] = sizes(sorts, reports)
    with serving(site) as served, reader_browser.browser(chromium) as browser:
        if "pages" in parts:
            _say(f"{name}: pages")
            costs = reader_browser.costs(browser, served, pages)
            rows += reader_browser.rows(costs)
            tables["The largest page of each kind, first visit, compressed"] = page_costs(costs, pages)
        if "search" in parts:
            _say(f"{name}: search")
            found = reader_search.answers(browser, served)
            rows += reader_search.rows(found)
            tables["First answers of search"] = search_answers(found)
        if "discover" in parts:
            _say(f"{name}: discover")
            rows += reader_discover.rows(reader_discover.discover(browser, served))
    if "lighthouse" in parts:
        rows += _lighthouse(name, site, chromium)
    return Measured(name, reports, rows, tables)


def _lighthouse(name: str, site: Path, chromium: str) -> list[Row]:
    largest = reader_size.pages(site)
    wanted: dict[str, str | None] = {
        "home": "",
        "report": largest.get("verslagen/…/"),
        "theme": largest.get("themas/…/"),
        "discover": "ontdek/",
    }
    audits: dict[str, reader_lighthouse.Audit] = {}
    with serving(site) as served:
        for page, address in wanted.items():
            if address is not None:
                _say(f"{name}: Lighthouse, {page}")
                audits[page] = reader_lighthouse.audit(served.url + address, chromium)
    return reader_lighthouse.rows(audits)


def _chromium() -> str:
    sys.path.insert(0, str(ROOT / "tests"))
    from ensure_programs import browser  # noqa: PLC0415 - the tests find it the same way, and are no package

    found = browser()
    if not found:
        raise SystemExit("there is no Chromium; run: python tests/ensure_programs.py")
    return found


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
