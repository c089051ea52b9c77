"""The figures as Markdown tables that also read well in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leaks_counting import Figures, Kept
from leaks_intervals import Rate, Share
from leaks_layers import Layers
from leaks_speed import Speed

METHOD = """\
A name is *let through* when at least one letter or figure of it is neither replaced nor held; *all of it* when none is.
*Held*: nothing goes out, but a reviewer is asked; *replaced*: nothing goes out and nobody is asked.
*Wrong* is what touches nothing that was marked. Between brackets: 95 % intervals, of shares by Wilson's formula (as if
names stood by themselves), of numbers per 1,000 words by drawing whole documents anew (1,000 times, a fixed seed).
What goes out on purpose, such as *Nederland*, *Turkse* or *Algemeen*, counts as let through when it was marked.
"""


def tables(found: Figures) -> str:
    """Return all figures of one text."""
    parts = [f"{_count(found.documents, 'document')}, {found.words:,} words.\n"]
    if found.classes:
        parts.append(_kept_rows("class", found.classes))
    if found.roster:
        parts.append(_kept_rows("on the roster", found.roster))
    rates = {
        "holds": found.holds,
        "wrong holds": found.wrong_holds,
        "wrong replacements": found.wrong_replacements,
        "words flagged outside names": found.words_outside,
    }
    rows = [(what, f"{rate.found:,}", _rate(rate)) for what, rate in rates.items()]
    parts.append(_rows(("", "number", "per 1,000 words"), rows))
    return "\n".join(parts)


def layer_tables(layers: Layers) -> str:
    """Return what each layer does by itself, and with all before it."""
    alone, so_far = _layer_rows(layers.alone), _layer_rows(layers.so_far)
    return f"What each layer leaves by itself:\n\n{alone}\nWhat it leaves after all layers before it:\n\n{so_far}"


def speed_table(speed: Speed) -> str:
    """Return what detection costs."""
    memory = "–" if speed.memory is None else f"{speed.memory:.0f} MB"
    rows = [
        ("start-up, until a first sentence is looked at", f"{speed.start:.2f} s"),
        ("peak memory", memory),
        ("300 words, seen for the first time", f"{speed.first:.2f} ms"),
        ("300 words, looked at again", f"{speed.again:.2f} ms"),
        ("300 words cut in words by a regular expression", f"{speed.tokens:.3f} ms"),
        ("detection / regular expression", f"{speed.first / speed.tokens:.0f} ×"),
    ]
    return _rows(("cost, in a fresh process, without second readers", "measured"), rows)


def _kept_rows(title: str, classes: Mapping[str, Kept]) -> str:
    rows = [
        (label, str(kept.some.number), *map(_share, (kept.some, kept.all, kept.held, kept.replaced)))
        for label, kept in classes.items()
    ]
    return _rows((title, "number", "let through", "all of it", "held", "replaced"), rows)


def _layer_rows(layers: Mapping[str, Figures]) -> str:
    labels = list(next(iter(layers.values())).classes)
    rows = [
        (
            name,
            *(f"{found.classes[label].some.value:.2%}" for label in labels),
            f"{found.wrong_holds.value:.2f}",
            f"{found.wrong_replacements.value:.2f}",
        )
        for name, found in layers.items()
    ]
    head = ("layer", *(f"{label} through" for label in labels), "wrong holds /1,000", "wrong replacements /1,000")
    return _rows(head, rows)


def _share(one: Share) -> str:
    return f"{one.found:,}: {one.value:.2%} ({one.low:.2%}–{one.high:.2%})"


def _rate(one: Rate) -> str:
    return f"{one.value:.2f} ({one.low:.2f}–{one.high:.2f})"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [[head[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(head[1:], widths[1:], strict=True))], rule]
    lines += [
        [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))] for row in rows
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
