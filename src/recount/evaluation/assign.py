"""Optimal one-to-one assignment: the pairs whose scores sum highest.

The Hungarian method in its O(n^2 m) form with potentials (Kuhn 1955, Munkres 1957);
documents have tens of incidents at most, so no library is needed.
"""

from __future__ import annotations

from collections.abc import Sequence

Scores = Sequence[Sequence[float]]

_UNUSED = -1


def assign(scores: Scores, least: float) -> tuple[tuple[int, int], ...]:
    """Return pairs (row, column), each row and column once, with the highest sum of scores.

    A pair below ``least`` is never made, and makes no room for itself either: it counts as
    leaving both alone. Equal sums give the pairs that come first in order of rows.

    >>> assign([[3.0, 2.0], [3.0, 0.0]], least=1.0)
    ((0, 1), (1, 0))
    """
    rows, columns = len(scores), max((len(row) for row in scores), default=0)
    if rows == 0 or columns == 0:
        return ()
    size = max(rows, columns)
    # Alone is worth 0; a pair is worth its score, so `least` must not be below 0.
    gain = [
        [
            scores[i][j] if i < rows and j < columns and scores[i][j] >= least else 0.0
            for j in range(size)
        ]
        for i in range(size)
    ]
    chosen = _hungarian([[-value for value in row] for row in gain])
    return tuple(
        (i, j) for i, j in enumerate(chosen[:rows]) if j < columns and scores[i][j] >= least
    )


def _hungarian(cost: list[list[float]]) -> list[int]:
    """Return the column of each row in the cheapest full assignment of a square matrix."""
    size = len(cost)
    row_potential = [0.0] * (size + 1)
    column_potential = [0.0] * (size + 1)
    row_of = [_UNUSED] * (size + 1)
    for row in range(size):
        _augment(cost, row, row_of, row_potential, column_potential)
    column_of = [0] * size
    for column in range(size):
        column_of[row_of[column]] = column
    return column_of


def _augment(
    cost: list[list[float]],
    row: int,
    row_of: list[int],
    row_potential: list[float],
    column_potential: list[float],
) -> None:
    size = len(cost)
    came_from = [size] * size
    slack = [float("inf")] * size
    done = [False] * (size + 1)
    row_of[size] = row
    column = size
    while row_of[column] != _UNUSED:
        done[column] = True
        at, step, following = row_of[column], float("inf"), size
        for other in range(size):
            if done[other]:
                continue
            reduced = cost[at][other] - row_potential[at] - column_potential[other]
            if reduced < slack[other]:
                slack[other], came_from[other] = reduced, column
            if slack[other] < step:
                step, following = slack[other], other
        for other in range(size + 1):
            if done[other]:
                row_potential[row_of[other]] += step
                column_potential[other] -= step
            elif other < size:
                slack[other] -= step
        column = following
    while column != size:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]
    row_of[size] = _UNUSED
