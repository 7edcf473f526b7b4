"""Rules beside the sum of weights: what two accounts must share before they may be one.

A sum can grow large on weak pieces. Without a date or a place in common, only a site,
a settlement and figures together make a match; otherwise a person should look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recount.link import weights as w
from recount.link.features import Features
from recount.model import PlacePrecision, Realis, Reason, family

_COARSE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN})
_REALIS_GROUPS: tuple[frozenset[Realis], ...] = (
    frozenset({Realis.ACTUAL, Realis.ATTEMPTED}),
    frozenset({Realis.ATTEMPTED, Realis.FOILED}),
    frozenset({Realis.FOILED, Realis.PLANNED, Realis.THREATENED}),
    frozenset({Realis.ACTUAL, Realis.COMMEMORATED}),
    frozenset({Realis.ATTEMPTED, Realis.COMMEMORATED}),
)


def realis_bar(a: Features, b: Features) -> str | None:
    """Return why accounts of these two kinds of reality are never compared, else ``None``."""
    if a.realis is b.realis:
        return None
    if any({a.realis, b.realis} <= group for group in _REALIS_GROUPS):
        return None
    return f"{a.realis.value} and {b.realis.value} are never one incident"


def anchored(a: Features, b: Features, weights: Mapping[str, float]) -> str | None:
    """Return what a match lacks, or ``None`` when it stands on enough.

    Args:
        a: one account.
        b: the other.
        weights: what the comparisons say, by name.
    """
    if Realis.COMMEMORATED in (a.realis, b.realis) and a.realis is not b.realis:
        return _commemorated(weights)
    place = weights.get("place", 0.0) + weights.get("mentioned", 0.0)
    met = place >= w.PLACE_WITHIN or weights.get("date", 0.0) > 0.0
    if weights.get("report", 0.0) >= (w.FAIR_REPORT if met else w.STRONG_REPORT):
        return None
    settlement = weights.get("place", 0.0) >= w.PLACE_WITHIN
    site = weights.get("site", 0.0) >= w.SITE_SAME
    telling = _telling(weights)
    place_known = _place_known(a) and _place_known(b)
    if a.date is None or b.date is None:
        copied = weights.get("wording", 0.0) >= w.STRONG_WORDING
        near = weights.get("issue", 0.0) > 0.0
        more = site or near or weights.get("perpetrator", 0.0) >= w.ACTOR_SAME
        if settlement and telling and (more or (copied and weights.get("figures", 0.0) >= 0.0)):
            return None
        return "no common date: needs the same settlement, figures, and site, actor or issue"
    if not place_known:
        close = weights.get("date", 0.0) >= w.DATE_GAPS[1]
        if close and telling and (site or weights.get("target", 0.0) > 0.0):
            return None
        return "no common place: needs the date, the site and figures"
    if max(a.days or 0, b.days or 0) >= w.WEAK_DATE_DAYS:
        if (settlement or site) and telling:
            return None
        return "a coarse date: needs the settlement or site and figures"
    if not _overlap(a, b):
        if site or telling or weights.get("target", 0.0) > 0.0:
            return None
        return "another day: needs the site, the target or figures"
    return None


def _overlap(a: Features, b: Features) -> bool:
    if a.date is None or b.date is None:
        return False
    return a.date.start <= b.date.end and b.date.start <= a.date.end


def _commemorated(weights: Mapping[str, float]) -> str | None:
    same_day = weights.get("date", 0.0) >= w.DATE_SAME_DAY
    if same_day and weights.get("place", 0.0) >= w.PLACE_WITHIN:
        return None
    return "a commemoration: needs the day and the place of what it remembers"


def _telling(weights: Mapping[str, float]) -> bool:
    return (
        weights.get("figures", 0.0) >= w.STRONG_FIGURE
        or weights.get("names", 0.0) >= w.STRONG_NAMES
        or weights.get("wording", 0.0) >= w.STRONG_WORDING
        or weights.get("target", 0.0) >= w.TARGET_PERSON
    )


def _place_known(item: Features) -> bool:
    return item.place is not None and item.place.precision not in _COARSE


def same_in_document(a: Features, b: Features, reasons: Sequence[Reason]) -> bool:
    """Return whether two accounts of one document tell the same thing twice.

    They do when day, settlement and type agree, nothing speaks against it, and the same
    site or the same telling figure stands on both sides.
    """
    weights = {reason.name: reason.weight for reason in reasons}
    agree = (
        weights.get("date", 0.0) >= w.DATE_SAME_DAY
        and weights.get("place", 0.0) >= w.PLACE_SAME
        and family(a.type) == family(b.type)
    )
    against = any(reason.weight < 0.0 for reason in reasons)
    site = weights.get("site", 0.0) >= w.SITE_SAME
    figures = weights.get("figures")
    figure = figures is not None and figures >= w.STRONG_FIGURE
    return agree and not against and (figure or (site and figures is None))
