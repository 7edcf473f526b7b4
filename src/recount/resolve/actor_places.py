"""Places that were taken for actors: a town does nothing, a dateline's country neither."""

from __future__ import annotations

import re

from recount.model import ActorKind, ActorValue, Property, Span, Unknown
from recount.resolve.dateline import stands_in_dateline
from recount.resolve.place import PlaceResolver

# "Islamic State" and its provinces are named like areas, and act.
_AREA = re.compile(
    r"(?!.*\bIslamic\b)[A-ZÀ-Þ].*\s(?:State|Province|District|Region|Township|Governorate|County"
    r"|Municipality|Village|Valley)"
)
"""A name whose noun is an area's ("Vellan State")."""

_ACTS = frozenset({Property.PERPETRATOR, Property.TARGET})


def without_place(
    prop: Property, value: ActorValue | Unknown, span: Span, text: str, places: PlaceResolver
) -> ActorValue | Unknown | None:
    """Return the value; unknown where a place stands for an actor, ``None`` in a dateline.

    Args:
        prop: what the actor is in the incident.
        value: the actor resolved.
        span: the words.
        text: the document's text.
        places: the places of the text.
    """
    if prop not in _ACTS or not isinstance(value, ActorValue) or value.generic:
        return value
    if stands_in_dateline(text, span.start) and places.names_wholly(span.of(text)):
        return None
    if value.kind is not ActorKind.UNKNOWN:
        return value
    if _AREA.fullmatch(value.actor) is not None or places.names_wholly(value.actor):
        return Unknown(f"{value.actor} is a place")
    return value
