"""Triggers that tell of one incident become one group.

Groups are joined from the most alike on, as long as the mean of the scores between their
triggers stays above a bound (average linkage): one wrong pair alone joins nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def group(scores: NDArray[np.float32], bound: float) -> tuple[tuple[int, ...], ...]:
    """Return groups of indices, each in rising order, by their first members.

    Args:
        scores: (n, n) symmetric raw scores; above 0 speaks for one incident.
        bound: least mean score of two groups that are joined.
    """
    groups: list[list[int]] = [[at] for at in range(len(scores))]
    between = np.array(scores, dtype=np.float64)
    np.fill_diagonal(between, -np.inf)
    sizes = np.ones(len(scores))
    alive = list(range(len(scores)))
    while len(alive) > 1:
        block = between[np.ix_(alive, alive)]
        at = int(np.argmax(block))
        one, other = divmod(at, len(alive))
        if block[one, other] < bound:
            break
        keep, gone = sorted((alive[one], alive[other]))
        total = sizes[keep] + sizes[gone]
        merged = (sizes[keep] * between[keep] + sizes[gone] * between[gone]) / total
        between[keep], between[:, keep] = merged, merged
        between[keep, keep] = -np.inf
        sizes[keep] = total
        groups[keep] += groups[gone]
        alive.remove(gone)
    return tuple(sorted(tuple(sorted(groups[at])) for at in alive))
