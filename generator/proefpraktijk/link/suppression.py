"""Which counts of people may be published, alone and in tables: decided here for pages and machine-readable formats.

A count of fewer than `k` people is left out (the minimum frequency rule, as in sdcTable and in Hundepool et al.,
Statistical Disclosure Control, 2012, 4.2.1), zero too: "nobody" discloses something about everybody. In a table with totals
others are left out with it (complementary suppression), so that no subtraction gives it back. Both look the same, so a
reader cannot distinguish them, and can conclude of none that it is below `k`.

How the others are found: a table is a graph, its lines (rows, columns) the nodes and its counts the edges. What is left
out can differ from the truth only along cycles of edges left out (Gusfield, SIAM J. Comput. 17, 1988), so each of them
gets cycles by which it can reach `k`, closed along the path that costs least (Kelly, Golden & Assad, Networks 22, 1992).
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from proefpraktijk.model.counts import PublicCount

R = TypeVar("R", bound=Hashable)
C = TypeVar("C", bound=Hashable)


class Tally(NamedTuple):
    """A number to publish, and the number of distinct people behind it: five passages may come from one interview."""

    number: int
    people: int


_NOBODY = Tally(0, 0)


@dataclass(frozen=True, slots=True)
class PublishedRow(Generic[C]):
    """A row of counts with its total, as it may be published; None is left out."""

    cells: Mapping[C, PublicCount | None]
    total: PublicCount | None


@dataclass(frozen=True, slots=True)
class PublishedTable(Generic[R, C]):
    """A table of counts with its totals, as it may be published; None is left out."""

    cells: Mapping[tuple[R, C], PublicCount | None]
    rows: Mapping[R, PublicCount | None]
    columns: Mapping[C, PublicCount | None]
    total: PublicCount | None


def published_count(tally: Tally, k: int) -> PublicCount | None:
    """Return the number of a count outside any table; None when it, or the number of people behind it, is below `k`."""
    return PublicCount(tally.number) if min(tally) >= k else None


def published_row(tallies: Mapping[C, Tally], total: Tally, k: int) -> PublishedRow[C]:
    """Return what may be published of a row of counts that add up to `total`."""
    edges = [*(_Edge(0, 1, 1, tally) for tally in tallies.values()), _Edge(0, 1, -1, total)]
    published = _published(edges, k)
    return PublishedRow(dict(zip(tallies, published, strict=False)), published[-1])


def published_table(
    tallies: Mapping[tuple[R, C], Tally], rows: Mapping[R, Tally], columns: Mapping[C, Tally], total: Tally, k: int
) -> PublishedTable[R, C]:
    """Return what may be published of a table: a count for each row and column (0 when not given), and their totals."""
    cells = list(product(rows, columns))
    row_node = {name: number for number, name in enumerate(rows)}
    column_node = {name: number for number, name in enumerate(columns, start=len(rows))}
    total_row, total_column = len(rows) + len(columns), len(rows) + len(columns) + 1
    edges = [_Edge(row_node[r], column_node[c], 1, tallies.get((r, c), _NOBODY)) for r, c in cells]
    edges += [_Edge(row_node[r], total_column, -1, tally) for r, tally in rows.items()]
    edges += [_Edge(total_row, column_node[c], -1, tally) for c, tally in columns.items()]
    published = iter(_published([*edges, _Edge(total_row, total_column, 1, total)], k))
    return PublishedTable(
        {at: next(published) for at in cells},
        {r: next(published) for r in rows},
        {c: next(published) for c in columns},
        next(published),
    )


def _published(edges: Sequence[_Edge], k: int) -> list[PublicCount | None]:
    """Return the counts, None for those left out."""
    network = _Network(edges, k)
    network.close()
    return [None if at in network.hidden else PublicCount(edge.tally.number) for at, edge in enumerate(edges)]


class _Edge(NamedTuple):
    """A count as the edge between its row and its column. `sign`: on every line the signed counts add up to zero."""

    row: int
    column: int
    sign: int
    tally: Tally


class _Network:
    """A table as a graph, and the numbers of the edges that are left out of it."""

    def __init__(self, edges: Sequence[_Edge], k: int) -> None:
        self._edges = edges
        self._at: dict[int, list[int]] = {}
        for number, edge in enumerate(edges):
            self._at.setdefault(edge.row, []).append(number)
            self._at.setdefault(edge.column, []).append(number)
        self._missing = {n: max(1, k - edge.tally.number) for n, edge in enumerate(edges) if min(edge.tally) < k}
        """For each count that is too small by how much more it must be able to be."""
        self.hidden = set(self._missing)

    def close(self) -> None:
        """Leave out more, until what is too small might as well be `k`, and nothing left out can be only what it is."""
        settled: set[int] = set()
        while waiting := sorted(self.hidden - settled):
            for number in waiting:
                if number in self._missing:
                    loose = self._stretch(number, self._missing[number], widen=True)
                else:
                    loose = any(self._stretch(number, by, widen=False) for by in (1, -1))
                    loose = loose or self._stretch(number, 1, widen=True)
                if not loose:
                    self.hidden = settled = set(range(len(self._edges)))
            settled |= set(waiting)

    def _stretch(self, number: int, by: int, *, widen: bool) -> bool:
        """Return whether a count can differ by `by` while the published ones stay; with `widen` leave out what it takes."""
        counts = [edge.tally.number for edge in self._edges]
        edge, left = self._edges[number], abs(by)
        start, end = (edge.column, edge.row) if by * edge.sign > 0 else (edge.row, edge.column)
        while left:
            path = self._path(number, start, end, counts, widen=widen)
            if path is None:
                return False
            self.hidden.update(step for step, _ in path)
            amount = min([left, *(counts[step] for step, change in path if change < 0)])
            for step, change in path:
                counts[step] += change * amount
            left -= amount
        return True

    def _path(
        self, but: int, start: int, end: int, counts: Sequence[int], *, widen: bool
    ) -> list[tuple[int, int]] | None:
        """Return the cheapest way from `start` to `end` as edges, with +1 or -1 for how each count changes."""
        seen: set[int] = set()
        queue: list[tuple[int, int, list[tuple[int, int]]]] = [(0, start, [])]
        while queue:
            cost, node, path = heapq.heappop(queue)
            if node == end:
                return path
            if node in seen:
                continue
            seen.add(node)
            for number in self._at[node]:
                edge = self._edges[number]
                change = edge.sign if node == edge.row else -edge.sign
                if number == but or (change < 0 and not counts[number]) or not (widen or number in self.hidden):
                    continue
                other = edge.column if node == edge.row else edge.row
                price = 0 if number in self.hidden else edge.tally.number + 1
                heapq.heappush(queue, (cost + price, other, [*path, (number, change)]))
        return None
