"""Towns that the text tells of where an incident's own words name a part of one, or its country.

"A bullet hit him at the Ordel roundabout in Osset" says where Ordel lies for the whole report;
"petrol bombs hit a coach in Velmar. The coach had slowed at Tarn" says where in Velmar it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import Span
from recount.resolve.context import Context
from recount.resources.gazetteer import PlaceKind

_IN_TOWN = re.compile(
    r"\s+(?:quarters?|neighbou?rhoods?|roundabout|squares?|markets?|bazaars?|crossing|junction"
    r"|avenue|streets?|gates?|wards?|bridge|campus)"
    r",?\s+(?:of|in)\s+(?:the\s+(?:town|city)\s+of\s+)?"
    r"(?P<town>[A-ZÀ-Þ][\w-]*(?:\s+[A-ZÀ-Þ][\w-]*){0,2})\b(?!['’]s)"
)
"""What stands behind the name of a part of a town, up to the town."""
_TOWN = PlaceKind.SETTLEMENT
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
_TAKES_UP = re.compile(r"\W*(?:The|Its|Their)\s+(?P<named>(?:[\w-]+[\s,]+){1,4})")
_FURTHER = 2
"""Sentences behind the first in which the place of what it tells may be told."""
_LEAST_NOUN = 4


def town_of_part(context: Context, name: Span) -> Span | None:
    """Return the town that the report puts a name in which no list has, if it does once.

    Args:
        context: the document.
        name: the name of a quarter, a square or a street.
    """
    if len(context.places.kinds(name)) > 0:
        return None
    for found in re.finditer(rf"\b{re.escape(name.of(context.text))}\b", context.text):
        after = _IN_TOWN.match(context.text, found.end())
        town = None if after is None else Span(after.start("town"), after.end("town"))
        if town is not None and _TOWN in context.places.kinds(town):
            return town
    return None


def town_told_next(context: Context, names: Sequence[Span]) -> Span | None:
    """Return the town of a sentence that takes up what one told of a country alone.

    Args:
        context: the document.
        names: the names of places in the sentence that tells of the incident.
    """
    kinds = [context.places.kinds(name) for name in names]
    if len(names) == 0 or not all(kind and kind <= _WIDE for kind in kinds):
        return None
    at = context.sentence_of(names[0].start)
    lead = context.sentences[at].of(context.text).lower()
    for sentence in context.sentences[at + 1 : at + 1 + _FURTHER]:
        taken = _TAKES_UP.match(context.text, sentence.start, sentence.end)
        nouns = [] if taken is None else re.findall(r"[a-z]+", taken["named"])
        if any(len(noun) >= _LEAST_NOUN and re.search(rf"\b{noun}\b", lead) for noun in nouns):
            town = context.places.homes.town_before(sentence.start, sentence.end)
            if town is not None:
                return town
    return None
