"""Sections of a report that a line of its own puts in one country or province ("Velmar")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from recount.resources.gazetteer import Place, PlaceKind, PlaceName

_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_AROUND = " \t:.*#-–—•"
"""Signs that may stand beside the name in its line."""
_LONGEST = 6_000
"""Characters below a line that it holds for at most."""


class Sections:
    """The lines of one text that consist of an area's name, each holding for what follows."""

    def __init__(self, text: str, names: Sequence[PlaceName]) -> None:
        found = [name for name in names if _heads(text, name)]
        self._areas = [name.candidates[0] for name in found]
        self._ends = [name.end for name in found]

    def area_at(self, offset: int) -> Place | None:
        """Return the area that the text around ``offset`` is put in, if any."""
        at = bisect_right(self._ends, offset) - 1
        if at < 0 or offset - self._ends[at] > _LONGEST:
            return None
        return self._areas[at]


def _heads(text: str, name: PlaceName) -> bool:
    if name.demonym or len(name.candidates) == 0 or name.candidates[0].kind not in _AREAS:
        return False
    start = text.rfind("\n", 0, name.start) + 1
    end = text.find("\n", name.end)
    end = len(text) if end < 0 else end
    # The last line of a text has nothing below it; the first is where it was filed.
    if end >= len(text) or not text[:start].strip():
        return False
    beside = text[start : name.start] + text[name.end : end]
    return not beside.strip(_AROUND)
