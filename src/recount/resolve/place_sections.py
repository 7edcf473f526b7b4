"""Sections of a report that a line of its own, or their opening, puts in one area ("Velmar")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from recount.resolve.place_geometry import lies_in
from recount.resolve.place_openings import Opening, Openings
from recount.resources.gazetteer import Place, PlaceKind, PlaceName

_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_AROUND = " \t:.*#-–—•"
"""Signs that may stand beside the name in its line."""
_NUMBERED = re.compile(r"^\s*\(?(?:[A-Za-z]|\d{1,2}|[IVXL]{1,5})[.)]\s+")
"""The number of a section."""
_SECTION = re.compile(r"^[ \t]*\(?(?:[A-Z]|[IVXL]{1,5})[.)][ \t]+[^\n.!?]{2,60}$", re.MULTILINE)
"""The title of a section that has a letter or a Roman number."""
_LONGEST = 6_000
"""Characters below a line that it holds for at most."""


class Sections:
    """The lines of one text that consist of an area's name, each holding for what follows.

    The areas that open a paragraph ("Velmar, Osk, near Tarn.") hold for it.
    """

    def __init__(self, text: str, names: Sequence[PlaceName]) -> None:
        found = [name for name in names if _heads(text, name)]
        areas: dict[int, Place | None] = {}
        for name in found:
            closing = _next_section(text, name)
            areas |= {} if closing is None else {closing: None}
        areas |= {name.end: name.candidates[0] for name in found}
        self._ends = sorted(areas)
        self._areas = [areas[end] for end in self._ends]
        self.openings = Openings(text, names)
        at = {name.start: name for name in names if len(name.candidates) > 0}
        self._opened = {one: _areas_of(one, at) for one in self.openings.all}
        self._with_town = frozenset(
            area.id
            for name in (at.values() if len(self._opened) > 0 else ())
            for area in name.candidates
            if any(p.kind is PlaceKind.SETTLEMENT and lies_in(p, area) for p in name.candidates)
        )

    def told_at(self, start: int) -> Place | None:
        """Return the area that a name in the opening of a paragraph stands for, if it is one."""
        opening = self.openings.at(start)
        area = None if opening is None else self._opened[opening].get(start)
        # "Osk. Gunmen …" tells of the town Osk in the province Osk.
        town = area is not None and area.id in self._with_town
        return None if area is None or (town and self._is_last(opening, start)) else area

    @staticmethod
    def _is_last(opening: Opening | None, start: int) -> bool:
        return opening is not None and opening.names[-1].start == start

    def area_at(self, offset: int) -> Place | None:
        """Return the area that the text around ``offset`` is put in, if any."""
        opening = self.openings.at(offset)
        areas = [] if opening is None else list(self._opened[opening].values())
        if len(areas) > 0:
            return areas[-1]
        at = bisect_right(self._ends, offset) - 1
        if at < 0 or offset - self._ends[at] > _LONGEST:
            return None
        return self._areas[at]


def _areas_of(opening: Opening, names: Mapping[int, PlaceName]) -> dict[int, Place]:
    """The areas named in an opening by the position of their names, the smallest last."""
    areas: dict[int, Place] = {}
    outer: Place | None = None
    told = [names[span.start] for span in opening.names if span.start in names]
    for at, name in enumerate(told):
        places = [p for p in name.candidates if outer is None or lies_in(p, outer)]
        first = next(iter(places), None)
        if outer is not None and at + 1 < len(opening.names):
            # In "Velmar, Osk, near Tarn" Osk is the province, though a town bears its name.
            first = next((p for p in places if p.kind is PlaceKind.ADMIN1), first)
        if first is not None and first.kind in _AREAS:
            outer = areas[name.start] = first
    return areas


def _next_section(text: str, name: PlaceName) -> int | None:
    """Where the next numbered section begins, for an area that is the title of one."""
    start = text.rfind("\n", 0, name.start) + 1
    if _NUMBERED.match(text[start : name.start]) is None:
        return None
    following = _SECTION.search(text, name.end)
    return None if following is None else following.start()


def _heads(text: str, name: PlaceName) -> bool:
    if name.demonym or len(name.candidates) == 0 or name.candidates[0].kind not in _AREAS:
        return False
    start = text.rfind("\n", 0, name.start) + 1
    end = text.find("\n", name.end)
    end = len(text) if end < 0 else end
    # The last line of a text has nothing below it; the first is where it was filed.
    if end >= len(text) or not text[:start].strip():
        return False
    before = _NUMBERED.sub("", text[start : name.start])
    return not (before + text[name.end : end]).strip(_AROUND)
