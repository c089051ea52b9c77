"""Measure what the airlock lets through and what it flags for nothing, on text in which people marked the names.

Whole documents go through the whole detection, as `proefpraktijk scan` sees them. Names are printed with --show only.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from leaks_counting import Outcome, Tally, judge, summed_up
from leaks_gold import Gold, GoldError, read_gold
from leaks_intervals import rate, wilson
from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import Airlock, Span
from proefpraktijk.roster_file import airlock_for, read_roster

_AROUND = 60


def main() -> None:
    """Read the arguments; measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--format", choices=("conll", "jsonl"), required=True)
    parser.add_argument("--roster", type=Path, help="a roster, in the form of content/roster.yml")
    parser.add_argument(
        "--show", choices=("leaks", "holds"), help="print names or holds as they stand: public text only"
    )
    arguments = parser.parse_args()
    try:
        golds = [gold for file in arguments.files for gold in read_gold(file, arguments.format)]
    except GoldError as error:
        parser.error(str(error))
    airlock = airlock_for(_roster(parser, arguments.roster))
    outcomes = [judge(gold, detect(airlock, gold)) for gold in golds]
    if arguments.show:
        _show(outcomes, arguments.show)
    print(table(outcomes))


def _roster(parser: argparse.ArgumentParser, file: Path | None) -> Roster:
    if file is None:
        return Roster()
    roster = read_roster(file)
    if not isinstance(roster, Roster):
        parser.error(f"{file} is no roster that can be read; proefpraktijk scan --roster says why")
    return roster


def detect(airlock: Airlock, gold: Gold) -> Sequence[Span]:
    """Return what the whole detection flags in a document."""
    return airlock.scan([(RawText(gold.text, 0, len(gold.text)),)])


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the figures."""
    summary = summed_up(outcomes)
    words = sum(summary.words)
    lines = [f"{len(outcomes)} documents, {words:,} words", ""]
    lines += _tallies("class", summary.classes)
    if summary.roster:
        lines += ["", *_tallies("on the roster", summary.roster)]
    lines += ["", "per 1,000 words"]
    for what, counts in (
        ("holds", summary.holds),
        ("wrong holds", summary.wrong_holds),
        ("wrong replacements", summary.wrong_replacements),
        ("words flagged outside", summary.wrong_words),
    ):
        low, high = rate(counts, summary.words)
        lines.append(f"{what:26} {1000 * sum(counts) / max(words, 1):7.2f}  ({low:.2f}-{high:.2f})  {sum(counts)}")
    return "\n".join(lines)


def _tallies(title: str, tallies: dict[str, Tally]) -> list[str]:
    lines = [f"{title:14} {'number':>7} {'some':>6} {'let through':>22} {'all of it':>10} {'held':>6} {'replaced':>9}"]
    for label, tally in sorted(tallies.items()):
        low, high = wilson(tally.leaked, tally.number)
        share = f"{tally.leaked / tally.number:.2%} ({low:.2%}-{high:.2%})"
        lines.append(
            f"{label:14} {tally.number:7} {tally.leaked:6} {share:>22} {tally.whole:10} {tally.held:6} {tally.replaced:9}"
        )
    return lines


def _show(outcomes: Sequence[Outcome], what: str) -> None:
    for outcome in outcomes:
        text = outcome.gold.text
        if what == "leaks":
            found = [(fate.entity.start, fate.entity.end, fate.entity.label) for fate in outcome.fates if fate.leaked]
        else:
            found = [(span.start, span.end, f"{span.action} {span.layer}") for span in outcome.wrong]
        for start, end, label in found:
            before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
            print(f"{outcome.gold.id:12} {label:16} {before}[[{text[start:end]}]]{after}")


if __name__ == "__main__":
    main()
