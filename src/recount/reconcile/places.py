"""The finding for the place: the most precise one that agrees with most weight."""

from __future__ import annotations

from collections.abc import Sequence

from recount.model import (
    Finding,
    FindingStatus,
    PlacePrecision,
    PlaceValue,
    Property,
    Unknown,
    Value,
)
from recount.reconcile.evidence import Evidence, Said, distinct, status_of
from recount.resources.distance import edges_apart, plain_name

_FINENESS = {precision: -at for at, precision in enumerate(PlacePrecision)}


def place_finding(evidence: Evidence) -> Finding:
    """Return the finding for the place; a province does not dispute a town in it."""
    said = [
        s for s in evidence.present(Property.PLACE, fineness) if isinstance(s.value, PlaceValue)
    ]
    values = distinct(s.value for s in said if isinstance(s.value, PlaceValue))
    if len(values) == 0:
        return _unknown(evidence)
    chosen = max(values, key=lambda v: (round(_weight(v, said), 9), *_finest(v)))
    opposed = [v for v in values if not compatible(v, chosen)]
    return evidence.finding(
        Property.PLACE,
        status_of(len(said), conflict=len(opposed) > 0),
        chosen,
        opposed,
        supports=lambda value: isinstance(value, PlaceValue) and compatible(value, chosen),
        voices=len(said),
        reasons=("the place that most weight supports",) if len(opposed) > 0 else (),
    )


def _unknown(evidence: Evidence) -> Finding:
    statements = evidence.statements(Property.PLACE)
    reasons = sorted({s.value.reason for s in statements if isinstance(s.value, Unknown)})
    reason = reasons[0] if len(reasons) > 0 else "no source gives a place"
    return evidence.finding(
        Property.PLACE,
        FindingStatus.UNKNOWN,
        Unknown(reason),
        (),
        supports=lambda _: False,
        voices=0,
        reasons=reasons,
    )


def fineness(value: Value) -> float:
    """Return how exact a place is: higher for finer."""
    return float(_FINENESS[value.precision]) if isinstance(value, PlaceValue) else -1e9


def _finest(value: PlaceValue) -> tuple[float, bool, str]:
    return fineness(value), value.lat is not None, repr(value)


def _weight(value: PlaceValue, said: Sequence[Said]) -> float:
    return sum(
        s.weight for s in said if isinstance(s.value, PlaceValue) and compatible(s.value, value)
    )


def compatible(a: PlaceValue, b: PlaceValue) -> bool:
    """Return whether two places can be one: equal as far as both are known."""
    for left, right in ((a.country, b.country), (a.admin1, b.admin1)):
        if left is not None and right is not None and plain_name(left) != plain_name(right):
            return _meet(a, b)
    if not (_settled(a) and _settled(b)) or plain_name(a.name) == plain_name(b.name):
        return True
    return _meet(a, b)


def _settled(place: PlaceValue) -> bool:
    fine = place.precision in (PlacePrecision.SITE, PlacePrecision.SETTLEMENT)
    return fine and place.name is not None


def _meet(a: PlaceValue, b: PlaceValue) -> bool:
    """Whether the areas of two named places meet (a suburb and its city)."""
    apart = edges_apart(a, b)
    return _settled(a) and _settled(b) and apart is not None and apart == 0.0
