"""What is left out of a table cannot be worked out from what is published, checked against all tables that fit."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws import examples
from proefpraktijk.link.suppression import Tally, published_count, published_row, published_table

K = 3


def tallies(counts):
    """Return counts of as many people."""
    return {key: Tally(count, count) for key, count in counts.items()}


def suppressed(matrix, k=K):
    """Return a matrix with its totals as it is published, in one grid: the last row and column are totals."""
    rows, columns = range(len(matrix)), range(len(matrix[0]))
    cells = {(r, c): matrix[r][c] for r in rows for c in columns}
    made = published_table(
        tallies(cells),
        tallies({r: sum(matrix[r]) for r in rows}),
        tallies({c: sum(line[c] for line in matrix) for c in columns}),
        Tally(*[sum(map(sum, matrix))] * 2),
        k,
    )
    return [[*(made.cells[r, c] for c in columns), made.rows[r]] for r in rows] + [[*made.columns.values(), made.total]]


def extended(matrix):
    """Return a matrix with its totals."""
    lines = [[*line, sum(line)] for line in matrix]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def fitting(published, most):
    """Yield every matrix with entries up to `most` that a reader of `published` must hold for possible, with its totals."""
    *lines, totals = published
    rows = [
        [
            entries
            for entries in product(*(range(most + 1) if told is None else (told,) for told in line[:-1]))
            if line[-1] in (None, sum(entries))
        ]
        for line in lines
    ]
    for matrix in product(*rows):
        real = extended(matrix)
        if all(told in (None, count) for told, count in zip(totals, real[-1], strict=True)):
            yield real


@pytest.mark.parametrize(
    ("count", "people", "told"), [(3, 3, 3), (2, 2, None), (0, 0, None), (9, 2, None), (2, 9, None)]
)
def test_a_count_by_itself(count, people, told):
    """It is told from `k` on, and so must be the number of people behind it."""
    assert published_count(Tally(count, people), K) == told


def test_a_row_without_small_counts_is_told_whole():
    """Nothing is left out that need not be."""
    made = published_row(tallies({"a": 4, "b": 3}), Tally(7, 7), K)
    assert (made.cells, made.total) == ({"a": 4, "b": 3}, 7)


def test_the_cheapest_other_count_goes_with_a_small_one():
    """A single gap could be filled in by subtraction."""
    made = published_row(tallies({"a": 1, "b": 9, "c": 5, "d": 20}), Tally(35, 35), K)
    assert (made.cells, made.total) == ({"a": None, "b": 9, "c": None, "d": 20}, 35)


def test_two_gaps_that_are_small_together_are_not_enough():
    """One and one is two: that is fewer than three, and would be known of the two together."""
    assert published_row(tallies({"a": 1, "b": 1, "c": 9}), Tally(11, 11), K).cells == {"a": None, "b": None, "c": None}


def test_a_total_below_k_is_left_out():
    """Then there is nothing left to tell."""
    made = published_row(tallies({"a": 1, "b": 1}), Tally(2, 2), K)
    assert (list(made.cells.values()), made.total) == ([None, None], None)


def test_few_people_behind_a_large_count():
    """Nine passages of one person are left out as one person is."""
    made = published_row({"a": Tally(9, 1), "b": Tally(6, 6), "c": Tally(8, 8)}, Tally(23, 12), K)
    assert made.cells == {"a": None, "b": None, "c": 8}


def test_a_table_without_rows():
    """There may be nothing to count."""
    made = published_table({}, {}, {}, Tally(0, 0), K)
    assert (made.cells, made.total) == ({}, None)


COUNTS = st.integers(0, 5)


@settings(max_examples=examples(80))
@given(st.lists(COUNTS, min_size=1, max_size=5), st.integers(2, 4))
def test_no_gap_in_a_row_can_be_filled_in(counts, k):
    """For every count left out there is a row that fits and in which it is `k` or more, and one in which it differs."""
    made = published_row(tallies(dict(enumerate(counts))), Tally(sum(counts), sum(counts)), k)
    told = [*made.cells.values()]
    possible = [
        entries
        for entries in product(*(range(sum(counts) + k + 1) if each is None else (each,) for each in told))
        if made.total is None or sum(entries) == made.total
    ]
    for at, each in enumerate(told):
        if each is None:
            found = {entries[at] for entries in possible}
            assert len(found) > 1
            assert max(found) >= k


def matrices(rows, columns, most):
    """Return a strategy for matrices of that size."""
    return st.lists(st.lists(st.integers(0, most), min_size=columns, max_size=columns), min_size=rows, max_size=rows)


@settings(max_examples=examples(60))
@given(st.one_of(matrices(1, 2, 6), matrices(2, 2, 5), matrices(2, 3, 3), matrices(3, 2, 3)))
def test_no_gap_in_a_table_can_be_filled_in(matrix):
    """The same for tables with all their totals, and for the totals left out."""
    published = suppressed(matrix)
    possible = list(fitting(published, max(map(max, matrix)) + K))
    for r, line in enumerate(published):
        for c, told in enumerate(line):
            if told is None:
                found = {each[r][c] for each in possible}
                assert len(found) > 1
                assert max(found) >= K


@settings(max_examples=examples(100))
@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=6)
    )
)
def test_nothing_small_is_told(matrix):
    """Whatever is told is the truth and at least `k`; a table without small counts is told whole."""
    published, real = suppressed(matrix), extended(matrix)
    for told_line, line in zip(published, real, strict=True):
        for told, count in zip(told_line, line, strict=True):
            assert told is None or told == count >= K
    if min(map(min, real)) >= K:
        assert published == real


def test_a_large_table_is_quick():
    """Sixty themes by eight year groups: as large as the site could ever show."""
    counts = {(r, c): (r * 7 + c * 11) % 13 for r in range(60) for c in range(8)}
    rows = {r: sum(counts[r, c] for c in range(8)) for r in range(60)}
    columns = {c: sum(counts[r, c] for r in range(60)) for c in range(8)}
    made = published_table(tallies(counts), tallies(rows), tallies(columns), Tally(*[sum(rows.values())] * 2), K)
    assert made.total == sum(rows.values())
    assert any(made.cells.values())


@given(matrices(3, 3, 4))
def test_a_count_that_is_not_given_is_zero(matrix):
    """A table may be given without its empty cells."""
    rows = tallies({r: sum(matrix[r]) for r in range(3)})
    columns = tallies({c: sum(line[c] for line in matrix) for c in range(3)})
    cells = tallies({(r, c): matrix[r][c] for r in range(3) for c in range(3)})
    filled = {at: tally for at, tally in cells.items() if tally.number}
    total = Tally(*[sum(map(sum, matrix))] * 2)
    assert published_table(filled, rows, columns, total, K) == published_table(cells, rows, columns, total, K)
