"""The town that a report, or a paragraph of it, tells of, for what is told without a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from recount.model import Span
from recount.resolve.dateline import stands_in_dateline
from recount.resolve.elsewhere import is_elsewhere, is_home, is_left_for
from recount.resolve.place_geometry import lies_in
from recount.resolve.place_reading import FINENESS, Reading
from recount.resources.gazetteer import PlaceKind, PlaceName
from recount.resources.gazetteer.words import CALENDAR

_HEAD = 300
"""Characters in which a report names the town that it tells of."""
_IN = re.compile(r"\b(?:in|at|on|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_SUFFERS = re.compile(
    r"\s+(?:counts|mourns|buries|grieves|weeps|burns|reels|limps|wakes|digs|cleans|clears)\b"
)
"""Verbs of a title of which the town is the subject that was struck; a capital that speaks stands
for a government."""
_UNLISTED = re.compile(
    r"\b(?:in|at|near|outside|(?:town|village|district|hamlet|settlement) of)\s+"
    r"(?P<name>(?:[Aa]l-|[Ee]l-)?[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ]\w+(?:[ -][A-ZÀ-ÞĀ-Ɏ]\w+){0,2})\b(?!['’]s)"
)
"""A name in capitals that the words make a place."""
_TITLE = 150
"""Characters of a title, at most."""
_TWICE = 2
_REACH = 16
"""Characters before a name in which such a word stands."""


class Homes:
    """The towns named in one text, as far as they tell where the rest of it is set."""

    def __init__(
        self, text: str, names: Sequence[PlaceName], read: Callable[[PlaceName], Reading]
    ) -> None:
        self._text = text
        self._names = [name for name in names if not name.demonym and not name.nested]
        self._ends = [name.end for name in self._names]
        self._read = read

    @cached_property
    def home(self) -> Span | None:
        """The name of the town that the report tells of, if it tells of one."""
        found = self.most_named() or self.titled()
        return None if found is None else found.span

    @cached_property
    def unlisted(self) -> Span | None:
        """The name that no list has of the town that the report tells of.

        It is told with "in" or "at", twice at least, and where the report begins.
        """
        found: dict[str, Span] = {}
        for name in _UNLISTED.finditer(self._text):
            words = name["name"]
            first = self._text.find(words)
            calendar = set(words.casefold().split()) & CALENDAR
            if first <= _HEAD and not calendar and not self._is_listed(first, first + len(words)):
                found.setdefault(words, Span(first, first + len(words)))
        times = {words: len(re.findall(rf"\b{re.escape(words)}\b", self._text)) for words in found}
        best = max(found, key=lambda words: times[words], default=None)
        return None if best is None or times[best] < _TWICE else found[best]

    def _is_listed(self, start: int, end: int) -> bool:
        """Whether a place of a list stands in these words, and is meant by them."""
        at = bisect_left(self._ends, start + 1)
        name = self._names[at] if at < len(self._names) else None
        return name is not None and name.start < end and self._read(name).place is not None

    @cached_property
    def filed(self) -> Span | None:
        """The town of the dateline, where the report says "here"."""
        for name in self._names:
            if name.start > _HEAD * 2:
                return None
            if stands_in_dateline(self._text, name.start) and _is_town(self._read(name)):
                return Span(name.start, name.end)
        return None

    def most_named(self, told: Sequence[Reading] = ()) -> Reading | None:
        """Return the town that the report names most, at least half of the time.

        It lies in the areas told, and is named twice or where the report begins: feet of pages
        name the outlet's town. ``None`` where a town is told.
        """
        if any(reading.fineness <= FINENESS[PlaceKind.SETTLEMENT] for reading in told):
            return None
        towns = self._towns
        times = Counter(reading.place for reading in towns)
        best = max(towns, key=lambda reading: times[reading.place], default=None)
        if best is None or best.place is None or 2 * times[best.place] < len(towns):
            return None
        if times[best.place] == 1 and best.span.start > _HEAD:
            return None
        areas = [reading.place for reading in told if reading.place is not None]
        return best if all(lies_in(best.place, area) for area in areas) else None

    @cached_property
    def _towns(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in map(self._read, self._names) if _is_town(reading))

    def titled(self) -> Reading | None:
        """Return the only town that the title tells of, if it says "in" ("The market in Osset")."""
        end = self._text.find("\n\n")
        end = min(end if end >= 0 else _HEAD, _HEAD)
        first = next(iter(self._names), None)
        if first is not None and first.start > end:
            end = self._end_of_title(first)
        read = [self._read(name) for name in self._names if name.end <= end]
        towns = [reading for reading in read if _is_town(reading)]
        if len({reading.place for reading in towns}) != 1:
            return None
        start = towns[0].span.start
        told = _IN.search(self._text[max(0, start - _REACH) : start]) is not None
        told = told or _SUFFERS.match(self._text, towns[0].span.end) is not None
        return towns[0] if told and not stands_in_dateline(self._text, start) else None

    def _end_of_title(self, name: PlaceName) -> int:
        """Where the title below a page's navigation ends, if the first name stands in it."""
        start = self._text.rfind("\n", 0, name.start) + 1
        end = self._text.find("\n", name.end)
        line = self._text[start:end].rstrip()
        title = start <= 2 * _HEAD and end >= 0 and len(line) <= _TITLE and line[-1:] not in ".:"
        return end if title else 0

    def town_before(self, first: int, last: int) -> Span | None:
        """Return the name of the town told last between two positions, if any is.

        Where people were taken or spoke, and where somebody is from, does not count.
        """
        for name in reversed(self._names[: bisect_left(self._ends, last)]):
            span = Span(name.start, name.end)
            if name.start < first:
                return None
            if self._is_scene(span) and _is_town(self._read(name)):
                return None if stands_in_dateline(self._text, name.start) else span
        return None

    def _is_scene(self, span: Span) -> bool:
        away = is_elsewhere(self._text, span) or is_left_for(self._text, span)
        return not away and not is_home(self._text, span)


def _is_town(reading: Reading) -> bool:

    return reading.place is not None and reading.place.kind is PlaceKind.SETTLEMENT
