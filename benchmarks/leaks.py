"""Measure what the airlock lets through and what it flags for nothing, on text in which people marked the names.

Whole documents go through the whole detection, every line, item and cell of them as a block. CoNLL files have a token and a
tag on each line; their sentence breaks are not used. JSON lines have `id`, `text` and `spans`, each with `start`,
`end`, `label` and, for who is on the roster, `roster`. Names are printed with --show only. Ends with 1 when a name of
the roster is let through.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from leaks_counting import Figures, Outcome, figures, judge
from leaks_gold import Gold, GoldError, blocks_of, read_gold
from leaks_layers import Layers, by_layer
from leaks_speed import Speed, measured
from leaks_tables import METHOD, layer_tables, speed_table, tables
from proefpraktijk.model.corpus import CommunityMatter, Roster
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import SecondReader
from proefpraktijk.protect import Airlock
from proefpraktijk.protect.detector import Detector
from proefpraktijk.protect.finders.second_readers.tags import ReaderError
from proefpraktijk.roster_file import read_roster

_AROUND = 60
"""Characters of context on either side of what --show prints."""


def main() -> None:
    """Read the arguments; measure, print and write."""
    parser = _parser()
    arguments = parser.parse_args()
    try:
        golds = {file.name: read_gold(file, arguments.format) for file in arguments.files}
    except (GoldError, OSError) as error:
        parser.error(str(error))
    everything = [gold for found in golds.values() for gold in found]
    if not everything:
        parser.error("there is no text in this")
    roster = _roster(parser, arguments.roster)
    airlock = _airlock(roster, arguments.reader, everything)
    if airlock is None:
        parser.error("a second reader that is asked for does not work here")
    outcomes = {
        name: [judge(gold, airlock.scan(blocks_of(gold.text))) for gold in found] for name, found in golds.items()
    }
    if arguments.show:
        print("\n".join(_shown(outcomes, arguments.show)))
    if len(outcomes) > 1:
        outcomes["all together"] = [outcome for found in outcomes.values() for outcome in found]
    parts = {name: figures(found) for name, found in outcomes.items()}
    layers = (
        by_layer(Detector(roster, (), (), airlock.second_readers.layers), everything) if arguments.by_layer else None
    )
    speed = measured(arguments.roster, [gold.text for gold in everything])
    said = "\n".join(_sections(parts, layers, speed))
    print(said)
    if arguments.output:
        arguments.output.write_text(said, encoding="utf-8")
    if arguments.json:
        found = {"parts": parts, "layers": layers, "speed": speed}
        arguments.json.write_text(json.dumps(found, default=asdict, indent=1), encoding="utf-8")
    sys.exit(any(kept.some.found for part in parts.values() for kept in part.roster.values()))


def _airlock(roster: Roster, readers: Sequence[str], golds: Sequence[Gold]) -> Airlock | None:
    """Return an airlock whose second readers have read all of `golds`; None when one of them does not work."""
    community = CommunityMatter(name=RawText("?"), second_readers=tuple(map(SecondReader, readers)))
    airlock = Airlock(community, roster, ())
    try:
        airlock.second_readers.read_ahead(lambda: [airlock.scan(blocks_of(gold.text)) for gold in golds])
    except ReaderError:
        return None
    return None if airlock.second_readers.problems else airlock


def _sections(parts: Mapping[str, Figures], layers: Layers | None, speed: Speed) -> Iterator[str]:
    yield f"# Results of `benchmarks/leaks.py`\n\n{METHOD}"
    for name, found in parts.items():
        yield f"## {name}\n\n{tables(found)}"
    if layers:
        yield f"## Layers\n\n{layer_tables(layers)}"
    yield f"## Cost\n\n{speed_table(speed)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--format", choices=("conll", "jsonl"), required=True)
    parser.add_argument("--roster", type=Path, metavar="FILE", help="a roster, in the form of content/roster.yml")
    parser.add_argument(
        "--reader", choices=list(SecondReader), action="append", default=[], help="a second reader as well"
    )
    parser.add_argument("--by-layer", action="store_true", help="also what each layer does, alone and in order")
    parser.add_argument("--output", type=Path, metavar="FILE", help="also write the tables, as Markdown")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures, as JSON")
    parser.add_argument(
        "--show",
        choices=("leaks", "holds"),
        help="also print what is let through, or what is flagged for nothing, AS IT STANDS and with the text around "
        "it: for text that is public or invented",
    )
    return parser


def _roster(parser: argparse.ArgumentParser, file: Path | None) -> Roster:
    if file is None:
        return Roster()
    roster = read_roster(file)
    if not isinstance(roster, Roster):
        parser.error(f"{file} is no roster that can be read; `proefpraktijk scan --roster` says why")
    return roster


def _shown(outcomes: Mapping[str, Sequence[Outcome]], what: str) -> Iterator[str]:
    for outcome in (outcome for found in outcomes.values() for outcome in found):
        if what == "leaks":
            stretches = [
                (fate.entity.start, fate.entity.end, fate.entity.label) for fate in outcome.fates if fate.leaked
            ]
        else:
            stretches = [(span.start, span.end, f"{span.action} {span.kind} {span.layer}") for span in outcome.wrong]
        yield from (_in_context(outcome.gold, *stretch) for stretch in stretches)


def _in_context(gold: Gold, start: int, end: int, label: str) -> str:
    before, after = gold.text[max(0, start - _AROUND) : start], gold.text[end : end + _AROUND]
    return " ".join(f"{gold.id}  {label}  {before}[[{gold.text[start:end]}]]{after}".split("\n"))


if __name__ == "__main__":
    main()
