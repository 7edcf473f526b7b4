"""What two whole reports say of one another: wording, names and the days they appeared.

Each report counts once, with its main account: the one that most of its statements tell of.
The weights are estimated (``recount.training.link_weights``) and shipped.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from recount.link import weights as w
from recount.link.terms import ReportTerms, likeness


@dataclass(frozen=True, slots=True)
class Levels:
    """How two reports compare, each as a level of the shipped weights (``None``: unknown)."""

    likeness: int
    own: int
    names: int
    published: int | None


def levels_of(a: ReportTerms, b: ReportTerms, apart: int | None) -> Levels:
    """Return how two reports compare.

    Args:
        a: one report.
        b: the other.
        apart: days between their publications, ``None`` when unknown.
    """
    return Levels(
        likeness=bisect_right(w.REPORT_LIKENESS_CUTS, likeness(a.whole, b.whole)),
        own=bisect_right(w.REPORT_OWN_CUTS, likeness(a.own, b.own)),
        names=min(len(a.whole.names & b.whole.names), w.REPORT_NAMES_MOST),
        published=None if apart is None else bisect_right(w.REPORT_PUBLISHED_CUTS, apart),
    )


def weigh(levels: Levels, *, dated: bool, share: float) -> float:
    """Return the weight of two reports, in bits.

    Args:
        levels: how they compare.
        dated: whether both accounts have a date of their own, which says more than the
            days of publication.
        share: the smaller of the two reports' shares.
    """
    table = w.ESTIMATED
    total = table.base + table.likeness[levels.likeness] + table.own[levels.own]
    total += table.names[levels.names]
    if dated:
        total += table.dated
    elif levels.published is not None:
        total += table.published[levels.published]
    bounded = max(w.REPORT_LEAST, min(w.REPORT_MOST, total))
    return bounded * told_share(share) if bounded > 0.0 else bounded


def late(levels: Levels, *, dated: bool) -> float:
    """Return what the days between two publications take from reports without dates, in bits.

    What a report without a day tells of has just been; so the days of publication stand in for
    the days of the incidents, however much of its few words two briefs of one source share.
    """
    if dated or levels.published is None:
        return 0.0
    table = w.ESTIMATED.published
    return min(0.0, table[levels.published] - table[0])


def told_share(share: float) -> float:
    """Return how far a report's likeness speaks for its main account, from 0 to 1."""
    least, full = w.REPORT_SHARE
    return max(0.0, min(1.0, (share - least) / (full - least)))
