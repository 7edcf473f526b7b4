"""A tally beside the ledger's own count for the same actor, place and period.

"119 attacks in the last four months of 2021" cannot be checked by a ledger that holds forty
of them, but the difference says how much of the picture the ledger has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recount.model import (
    ActorValue,
    DateValue,
    Incident,
    Measure,
    PlaceValue,
    Property,
    Realis,
    ResolvedTally,
    ResponsibilityValue,
    Stance,
)

COUNTED: dict[Measure, Property] = {
    Measure.KILLED: Property.KILLED,
    Measure.WOUNDED: Property.WOUNDED,
    Measure.ARRESTED: Property.ARRESTED,
    Measure.DISPLACED: Property.DISPLACED,
}
"""Measures that sum a count over incidents; attacks are counted themselves."""
_HAPPENED = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
_HELD = frozenset({Stance.ASSERTED, Stance.CLAIMED, Stance.BLAMED, Stance.SUSPECTED})


@dataclass(frozen=True, slots=True)
class TallyCheck:
    """What the ledger counts where a tally counts.

    ``incidents`` are those that fit; ``low`` and ``high`` sum their bounds, so an incident
    without a figure adds nothing. ``unplaced`` counts incidents that could fit, but whose
    date spans the edge of the period or is unknown. ``difference`` is the tally's number
    less ``best``, ``None`` where the tally has none.
    """

    tally: str
    incidents: tuple[str, ...]
    low: int
    best: int
    high: int
    unplaced: int
    difference: int | None


def check_tally(tally: ResolvedTally, incidents: Iterable[Incident]) -> TallyCheck | None:
    """Return the ledger's own count beside a tally's.

    ``None`` where the tally counts what incidents do not have (fighters, funds, both killed
    and captured) or names no period: there is nothing to set beside it.
    """
    if tally.measure is not Measure.ATTACKS and tally.measure not in COUNTED:
        return None
    if tally.start is None or tally.end is None:
        return None
    fitting: list[Incident] = []
    unplaced = 0
    for incident in sorted(incidents, key=lambda i: i.id):
        if (
            incident.realis in _HAPPENED
            and _same_actor(tally, incident)
            and _within(tally, incident)
        ):
            inside = _in_period(tally, incident)
            if inside:
                fitting.append(incident)
            unplaced += inside is None
    sums = [_figures(tally, incident) for incident in fitting]
    low, best, high = (sum(row[at] for row in sums) for at in range(3))
    number = next((n for n in (tally.value.value, tally.value.low) if n is not None), None)
    return TallyCheck(
        tally=tally.id,
        incidents=tuple(incident.id for incident in fitting),
        low=low,
        best=best,
        high=high,
        unplaced=unplaced,
        difference=None if number is None else number - best,
    )


def _figures(tally: ResolvedTally, incident: Incident) -> tuple[int, int, int]:
    if tally.measure is Measure.ATTACKS:
        return 1, 1, 1
    found = incident.finding(COUNTED[tally.measure])
    if found is None:
        return 0, 0, 0
    low = found.low if found.low is not None else 0
    best = found.best if found.best is not None else low
    return low, best, found.high if found.high is not None else best


def _same_actor(tally: ResolvedTally, incident: Incident) -> bool:
    """Whether the tally's actor is held to have done it; a tally of nobody's counts all."""
    if tally.actor is None:
        return True
    named: set[str] = set()
    for prop in (Property.PERPETRATOR, Property.RESPONSIBILITY):
        found = incident.finding(prop)
        for value in () if found is None else (found.value, *found.rivals):
            if isinstance(value, ActorValue):
                named.add(_plain(value.actor))
            if isinstance(value, ResponsibilityValue) and value.actor and value.stance in _HELD:
                named.add(_plain(value.actor))
    return _plain(tally.actor) in named


def _within(tally: ResolvedTally, incident: Incident) -> bool:
    """Whether the incident's place lies in the tally's, by the names of the areas."""
    if tally.place is None:
        return True
    found = incident.finding(Property.PLACE)
    place = None if found is None else found.value
    if not isinstance(place, PlaceValue):
        return False
    for level in ("country", "admin1", "admin2", "name"):
        wanted, ours = getattr(tally.place, level), getattr(place, level)
        if wanted is not None and (ours is None or _plain(wanted) != _plain(ours)):
            # "Northmark" as a province is named twice: as the place and as its own area.
            if level == "name" and _plain(wanted) in {_plain(n) for n in _areas(place)}:
                continue
            return False
    return True


def _areas(place: PlaceValue) -> tuple[str, ...]:
    return tuple(name for name in (place.admin1, place.admin2, place.country) if name is not None)


def _in_period(tally: ResolvedTally, incident: Incident) -> bool | None:
    """Whether the incident falls in the period; ``None`` where its date leaves it open."""
    found = incident.finding(Property.DATE)
    when = None if found is None else found.value
    if not isinstance(when, DateValue) or tally.start is None or tally.end is None:
        return None
    if tally.start <= when.start and when.end <= tally.end:
        return True
    return None if when.start <= tally.end and tally.start <= when.end else False


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
