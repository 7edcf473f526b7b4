"""Which province or country a report tells of, for names that no list has.

A paragraph that names a province goes on to tell of it. Else most of the places named lie in
one: twice as many as in any other, capitals aside, where governments sit and reports are filed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from recount.model import Span
from recount.resolve.dateline import stands_in_dateline
from recount.resolve.elsewhere import is_elsewhere, is_left_for
from recount.resolve.place_reading import Reading
from recount.resolve.place_sections import Sections
from recount.resources.gazetteer import Gazetteer, Place, PlaceKind

_TOLD = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.SETTLEMENT, PlaceKind.SITE}
)
_LEAST = 2
"""Names of one province from which a report tells of it, and how many times more than of others."""
_BLANK_LINE = re.compile(r"\n\s*\n")


class About:
    """The provinces and countries of one text, by the places named in it."""

    def __init__(
        self, gazetteer: Gazetteer, sections: Sections, text: str, told: Sequence[Reading]
    ) -> None:
        self._gazetteer = gazetteer
        self._sections = sections
        self._text = text
        self._told = [
            (reading.span.end, reading.place)
            for reading in told
            if reading.place is not None
            and reading.place.kind in _TOLD
            and not stands_in_dateline(text, reading.span.start)
            and not is_elsewhere(text, reading.span)
            and not is_left_for(text, reading.span)
        ]

    def at(self, words: Span, dominant: str | None) -> Place | None:
        """Return the province, else the country, that is told of where some words stand."""
        section = self._sections.area_at(words.start)
        here = [
            (end, place)
            for end, place in self._told
            if self._sections.area_at(end) == section and not words.start < end <= words.end
        ]
        return self._in_paragraph(words, here) or self._most_told(here, dominant)

    def _in_paragraph(self, words: Span, told: Sequence[tuple[int, Place]]) -> Place | None:
        """The province named last in the paragraph, before the words."""
        breaks = [found.end() for found in _BLANK_LINE.finditer(self._text, 0, words.start)]
        first = max(breaks, default=0)
        named = [place for end, place in told if first < end <= words.start]
        return next((p for p in reversed(named) if p.kind is PlaceKind.ADMIN1), None)

    def _most_told(self, told: Sequence[tuple[int, Place]], dominant: str | None) -> Place | None:
        places = {place for _, place in told}
        within = (p for p in places if p.admin1 is not None and not self._is_capital(p))
        areas = Counter((p.country, p.admin1) for p in within)
        ranked = sorted(areas.items(), key=lambda item: (-item[1], str(item[0])))
        (country, name), most = ranked[0] if len(ranked) > 0 else ((None, None), 0)
        rival = ranked[1][1] if len(ranked) > 1 else 0
        if most < _LEAST * max(rival, 1):
            country = self._country(places, dominant)
            own = [area for code, area in areas if code == country]
            # The only province that is named of its country.
            name = own[0] if len(own) == 1 else None
        if country is None:
            return None
        area = None if name is None else self._gazetteer.area(country, name, PlaceKind.ADMIN1)
        return area or self._gazetteer.country(country)

    @staticmethod
    def _country(places: set[Place], dominant: str | None) -> str | None:
        """The country of most places; forces of another may act in it ("Velmar jets")."""
        countries = Counter(p.country for p in places if p.country is not None)
        best = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
        alone = len(best) == 1 or (len(best) > 1 and best[0][1] > best[1][1])
        return best[0][0] if alone else dominant

    def _is_capital(self, place: Place) -> bool:
        if place.country is None or place.kind is not PlaceKind.SETTLEMENT:
            return False
        return self._gazetteer.capital(place.country) == place
