"""What the heads of the encoder tell apart: the order here is the order of their outputs.

Changing a tuple changes the shape of the shipped model; training and reading share them.
"""

from __future__ import annotations

from recount.model import IncidentType, Measure, Realis, Scope, Stance

TAGS: tuple[str, ...] = (
    "trigger",
    "perpetrator",
    "target",
    "victim",
    "place",
    "site",
    "time",
    "killed",
    "wounded",
    "casualties",
    "missing",
    "abducted",
    "arrested",
    "displaced",
    "weapon",
    "source",
    "cue",
    "content",
    "tally",
    "clutter",
    # fillers of MUC-4's templates
    "perpetrator_individual",
    "perpetrator_organisation",
    "physical_target",
    "victim_name",
    "victim_description",
    # entities, whatever happened to them
    "organisation",
    "person",
    "nationality",
    "vehicle",
    "platform",
    "armament",
    "toponym",
    "event_place",
    # persons named in reports on shootings, by what befell them
    "dead_name",
    "hurt_name",
    "suspect_name",
)
"""Kinds of mention; each is tagged outside, begin or inside by itself, so that they may nest."""

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
STATES = 3
"""Outside, begin, inside."""

TYPES: tuple[IncidentType, ...] = tuple(IncidentType)
REALIS: tuple[Realis, ...] = tuple(Realis)
SCOPES: tuple[Scope, ...] = tuple(Scope)
STANCES: tuple[Stance, ...] = tuple(Stance)
MEASURES: tuple[Measure, ...] = tuple(Measure)
FIGURES: tuple[str, ...] = ("whole", "part", "more")
"""How a figure is meant: the whole, a part of one, or on top of one told before."""
TERROR: tuple[str, ...] = ("no", "yes")
"""Whether words belong to an incident that MUC-4 (and GTD) would have: violence against
civilians, officials or property, not fighting between armies."""

CLASSES: dict[str, int] = {
    "type": len(TYPES),
    "realis": len(REALIS),
    "scope": len(SCOPES),
    "stance": len(STANCES),
    "measure": len(MEASURES),
    "figure": len(FIGURES),
    "terror": len(TERROR),
}
"""Heads that give each token one of several classes, with the number of classes."""

PAIR_WIDTH = 96
"""Numbers that each side of a pair brings into its score, for each of four projections."""

PAIR_ROLES: tuple[str, ...] = TAGS
"""Roles of the second word of a pair."""

DISTANCES: tuple[int, ...] = (1, 2, 4, 7, 12, 20, 35, 60, 100, 180)
"""Upper bounds, in tokens, of the classes of distance between two words of a pair."""

SENTENCE_GAPS: tuple[int, ...] = (0, 1, 2, 4, 8)
"""Upper bounds, in sentences, of the classes of distance between two words of a pair."""


def bucket(value: int, bounds: tuple[int, ...]) -> int:
    """Return the class of a signed distance: 0 to ``len(bounds)`` ahead, then as many behind.

    >>> bucket(0, (0, 2)), bucket(2, (0, 2)), bucket(9, (0, 2)), bucket(-1, (0, 2))
    (0, 1, 2, 4)
    """
    size = abs(value)
    place = next((at for at, bound in enumerate(bounds) if size <= bound), len(bounds))
    return place if value >= 0 else place + len(bounds) + 1


def buckets(bounds: tuple[int, ...]) -> int:
    """Return how many classes of signed distance there are."""
    return 2 * (len(bounds) + 1)
