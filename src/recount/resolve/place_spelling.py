"""Names that the gazetteer lacks as they stand: misread in scanning, or behind a word of level."""

from __future__ import annotations

import re

from recount.resources.gazetteer import Gazetteer, Place, PlaceKind

_MISREAD = (("rn", "m"), ("l", "I"), ("I", "l"), ("0", "o"), ("1", "l"), ("vv", "w"))
"""Letters that scanning confuses: as they stand, and as they were printed."""
SMALL_TAIL = re.compile(r"(?:\s+[a-z][\w-]*)+$")
"""Words in small letters behind a name, which are no part of it ("Kharun old" of "old town")."""
_LEVEL = re.compile(
    r"(?:Barangay|Brgy\.?|Bgy\.?|Sitio|Purok|Kampung|Desa|Kelurahan|Vereda|Corregimiento|Aldea|"
    r"Caser[ií]o|Village)\s+(?=[A-ZÀ-Þ])"
)
"""Words for a village that stand before its name."""


def repaired(gazetteer: Gazetteer, words: str, country: str | None) -> tuple[Place, ...]:
    """Return the places of a country that words name if scanning has misread them, towns first.

    One pair of letters is read as it is confused ("Chirnal" for "Chimal").
    """
    for read, printed in _MISREAD:
        if country is None or read not in words[1:]:
            continue
        found = gazetteer.lookup(words[0] + words[1:].replace(read, printed))
        places = [place for place in found if place.country == country]
        if len(places) > 0:
            return tuple(sorted(places, key=lambda p: p.kind is not PlaceKind.SETTLEMENT))
    return ()


def is_village(words: str) -> bool:
    """Return whether words say that they name a village ("Barangay Osset")."""
    return _LEVEL.match(words) is not None


def without_level(words: str) -> str:
    """Return a name without the word for a village before it.

    >>> without_level("Barangay Osset")
    'Osset'
    """
    return _LEVEL.sub("", words, count=1)
