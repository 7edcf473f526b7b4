"""Scoring pairs by column: each comparison is made once for each two different values.

The sums are those that ``compare`` gives for two accounts, term by term and in the same
order; what only few pairs need (whole reports, what a match must stand on) is worked out
for these pairs one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from recount.link import compare as c
from recount.link import weights as w
from recount.link.anchors import anchored, realis_bar
from recount.link.columns import NO_DAY, UNKNOWN, Coded, Columns, Flags, Floats, Ints
from recount.link.features import Features, Figures
from recount.link.figures import figure_weight
from recount.link.weighed import Weighed, weigh
from recount.model import COUNT_PROPERTIES

DENSE = 2_000_000
"""Two codes are looked up in a table of this size at most, else in a sorted list."""
Column = Callable[[Columns, Ints, Ints], Floats]
"""A comparison of pairs of accounts: its weight for each."""
NONE = np.nan
"""Weight of a comparison that has nothing to say."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of pairs, in bits.

    ``bare`` leaves out the rules on what a match must stand on, ``anchor`` is what they
    took away.
    """

    score: Floats
    bare: Floats
    anchor: Floats


def score(columns: Columns, left: Ints, right: Ints) -> Scores:
    """Return the scores of pairs of accounts by the comparisons of ``compare``."""
    weights = {name: column(columns, left, right) for name, column in COLUMNS.items()}
    total = np.zeros(len(left))
    for column in weights.values():
        total += np.where(np.isnan(column), 0.0, column)
    _give_back(columns, left, right, weights, total)
    whole = w.PRIOR + total
    anchor = np.zeros(len(left))
    for at in np.flatnonzero(whole >= w.SAME_AT).tolist():
        a, b = columns.features[left[at]], columns.features[right[at]]
        if anchored(a, b, _said(weights, at)) is not None:
            anchor[at] = w.TO_UNSURE - whole[at]
    found = np.where(anchor == 0.0, whole, w.TO_UNSURE)
    _within_documents(columns, left, right, found, anchor)
    return Scores(found, found - anchor, anchor)


def one_by_one(columns: Columns, left: Ints, right: Ints, scorer: c.Scorer) -> Scores:
    """Return the scores of pairs of accounts by any scorer."""
    features = columns.features
    rows = zip(left.tolist(), right.tolist(), strict=True)
    return _scores_of([weigh(features[a], features[b], scorer) for a, b in rows])


def comparable(columns: Columns, left: Ints, right: Ints) -> Flags:
    """Return where two accounts are of kinds of reality that can be one incident."""

    def barred(a: Features, b: Features) -> float:
        return NONE if realis_bar(a, b) is None else 1.0

    found: Flags = np.isnan(_coded(columns.shared["realis"], left, right, barred))
    return found


def _scores_of(found: list[Weighed]) -> Scores:
    return Scores(
        np.array([item.score for item in found]),
        np.array([item.bare for item in found]),
        np.array([item.anchor for item in found]),
    )


def _said(weights: Mapping[str, Floats], at: int) -> dict[str, float]:
    said = ((name, float(column[at])) for name, column in weights.items())
    return {name: weight for name, weight in said if weight == weight}


def _give_back(
    columns: Columns, left: Ints, right: Ints, weights: Mapping[str, Floats], total: Floats
) -> None:
    """Add what contradictions may not take from two reports of one story."""
    for at in np.flatnonzero(weights["report"] > 0.0).tolist():
        a, b = columns.features[left[at]], columns.features[right[at]]
        back = c.misread(a, b, _said(weights, at))
        if back is not None:
            total[at] += back.weight


def _within_documents(
    columns: Columns, left: Ints, right: Ints, found: Floats, anchor: Floats
) -> None:
    """Put the scores of accounts of one document in their places, which have more rules."""
    document = columns.document
    for at in np.flatnonzero(document[left] == document[right]).tolist():
        made = weigh(columns.features[left[at]], columns.features[right[at]], c.compare)
        found[at], anchor[at] = made.score, made.anchor


def _by_code(name: str, comparison: c.Comparison) -> Column:
    def column(columns: Columns, left: Ints, right: Ints) -> Floats:
        coded = columns.place if name == "place" else columns.shared[name]
        return _coded(coded, left, right, lambda a, b: _weight(comparison, a, b))

    return column


def _by_account(comparison: c.Comparison, which: Callable[[Columns], Flags]) -> Column:
    """Return a column that compares whole accounts, where both have what it needs."""

    def column(columns: Columns, left: Ints, right: Ints) -> Floats:
        both = which(columns)
        found = np.full(len(left), NONE)
        for at in np.flatnonzero(both[left] & both[right]).tolist():
            a, b = columns.features[left[at]], columns.features[right[at]]
            found[at] = _weight(comparison, a, b)
        return found

    return column


def _weight(comparison: c.Comparison, a: Features, b: Features) -> float:
    reason = comparison(a, b)
    return NONE if reason is None else reason.weight


def _coded(
    coded: Coded, left: Ints, right: Ints, weigh_two: Callable[[Features, Features], float]
) -> Floats:
    a, b = coded.codes[left], coded.codes[right]
    examples = coded.examples
    rows = np.flatnonzero((a != UNKNOWN) & (b != UNKNOWN))
    found = np.full(len(left), NONE)
    found[rows] = by_distinct(a[rows], b[rows], lambda x, y: weigh_two(examples[x], examples[y]))
    return found


def by_distinct(a: Ints, b: Ints, weigh_two: Callable[[int, int], float]) -> Floats:
    """Return the weight of each two codes, worked out once for each two that differ.

    >>> by_distinct(np.array([0, 1, 0]), np.array([2, 2, 2]), lambda x, y: x + y).tolist()
    [2.0, 3.0, 2.0]
    """
    if len(a) == 0:
        return np.empty(0)
    left, a = _packed(a)
    right, b = _packed(b)
    keys = a * len(right) + b
    if len(left) * len(right) <= max(DENSE, len(keys)):
        seen = np.zeros(len(left) * len(right), dtype=bool)
        seen[keys] = True
        distinct = np.flatnonzero(seen)
        table = np.empty(len(seen))
        table[distinct] = list(_each(distinct, left, right, weigh_two))
        found: Floats = table[keys]
        return found
    distinct, where = np.unique(keys, return_inverse=True)
    weights = np.array(list(_each(distinct, left, right, weigh_two)))
    return weights[where]


def _packed(codes: Ints) -> tuple[Ints, Ints]:
    """Return the different codes, and each code's number among them."""
    first = int(codes.min())
    seen = np.zeros(int(codes.max()) - first + 1, dtype=bool)
    seen[codes - first] = True
    return np.flatnonzero(seen) + first, (np.cumsum(seen) - 1)[codes - first]


def _each(
    keys: Ints, left: Ints, right: Ints, weigh_two: Callable[[int, int], float]
) -> Iterator[float]:
    a, b = np.divmod(keys, len(right))
    for x, y in zip(left[a].tolist(), right[b].tolist(), strict=True):
        yield weigh_two(x, y)


def _figures(columns: Columns, left: Ints, right: Ints) -> Floats:
    """Return the weights of all counts together, as ``compare_figures`` does."""
    later = _later(columns, left, right)
    total = np.zeros(len(left))
    stated = np.zeros(len(left), dtype=bool)
    for coded, prop in zip(columns.figures, COUNT_PROPERTIES, strict=True):
        a, b = coded.codes[left], coded.codes[right]
        rows = np.flatnonzero((a != UNKNOWN) & (b != UNKNOWN))
        told = [dict(item.figures)[prop] for item in coded.examples]
        found = by_distinct(a[rows] * _WHENS + later[rows] + 1, b[rows], _two_figures(told))
        said = ~np.isnan(found)
        total[rows[said]] += found[said]
        stated[rows[said]] = True
    return np.where(stated, np.clip(total, w.FIGURE_LEAST, w.FIGURE_MOST), NONE)


_WHENS = 3
"""The second report appeared before, at the same time or unknown, or after the first."""


def _two_figures(told: list[Figures]) -> Callable[[int, int], float]:
    def weight(x: int, y: int) -> float:
        code, when = divmod(x, _WHENS)
        found = figure_weight(told[code], told[y], when - 1)
        return NONE if found is None else found

    return weight


def _later(columns: Columns, left: Ints, right: Ints) -> Ints:
    """Return whose report appeared later, as ``figures.later_of`` does for two."""
    a, b = columns.published[left], columns.published[right]
    days = b - a
    near = (a != NO_DAY) & (b != NO_DAY) & (np.abs(days) <= w.FIGURE_GROWTH_DAYS)
    found: Ints = np.where(near, np.sign(days), 0)
    return found


def _issues(columns: Columns, left: Ints, right: Ints) -> Floats:
    """Return the weights of publications against days, as ``compare_issues`` does."""
    found = np.full(len(left), NONE)
    reported = columns.reported[left] & columns.reported[right]
    apart = ~(reported & (columns.document[left] != columns.document[right]))
    for told, untold in ((left, right), (right, left)):
        start, end = columns.start[told], columns.end[told]
        issued = columns.published[untold]
        rows = apart & (columns.start[untold] == NO_DAY) & (start != NO_DAY) & (issued != NO_DAY)
        for at in np.flatnonzero(rows & (end - start < w.ISSUE_DAYS)).tolist():
            weight = c.issue_weight(int(issued[at] - end[at]))
            found[at] = NONE if weight is None else weight
    return found


COLUMNS: dict[str, Column] = {
    "date": _by_code("date", c.compare_dates),
    "issue": _issues,
    "place": _by_code("place", c.compare_places),
    "type": _by_code("type", c.compare_types),
    "scope": _by_code("scope", c.compare_scopes),
    "realis": _by_code("realis", c.compare_realis),
    "site": _by_code("site", c.compare_sites),
    "perpetrator": _by_code("perpetrator", c.compare_actors),
    "target": _by_code("target", c.compare_targets),
    "victims": _by_code("victims", c.compare_victims),
    "weapon": _by_code("weapon", c.compare_weapons),
    "figures": _figures,
    "names": _by_account(c.compare_names, lambda columns: columns.named),
    "wording": _by_account(c.compare_wording, lambda columns: columns.worded),
    "mentioned": _by_account(c.compare_mentions, lambda columns: columns.reported),
    "report": _by_account(c.compare_reports, lambda columns: columns.reported),
}
"""What ``compare.COMPARISONS`` compares, in the same order, by the names of the reasons."""
