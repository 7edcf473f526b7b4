"""Names that stand right beside a place told, inside it ("Osset, in Osk", "Osk's Osset district").

Where the reader marks only the larger one, the smaller is the place; and in "Osk's Osset
district" Osk is the area, though a town bears its name, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from recount.model import Span
from recount.resolve.place_geometry import area_of, distance_km, lies_in
from recount.resolve.place_reading import FINENESS, Reading
from recount.resources.gazetteer import Gazetteer, Inside, Place, PlaceKind, PlaceName

_LONGEST_GAP = 40
_IN = re.compile(
    r"(?:\s+(?:district|county|city|town|village|township|municipality|camp))?"
    r"(?:,\s+(?:also\s+)?(?:in\s+|of\s+)?|\s+in\s+|\s+\()(?:the\s+)?(?:\w+ern\s+)?"
    r"(?:(?:province|state|region|department|district|governorate)\s+of\s+)?",
    re.IGNORECASE,
)
"""What stands between a place and the area that it lies in."""
_POSSESSES = re.compile(r"['’]s\s+(?:\w+ern\s+)?")
_ASIDE_KM = 8.0
_ASIDE_OF_CITY_KM = 30.0
_CITY = 500_000
"""Distance from the middle of a town, and of one of so many people, at which what "Osk's Tarn"
names is no quarter of the town Osk."""
_AREA_WORD = (
    r"(?:district|township|county|municipality|upazila|tehsil|sub-?district|commune|village|town)"
)
_POSSESSED = re.compile(
    rf"['’]s\s+(?P<name>[A-ZÀ-ÞĀ-Ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-Ɏ][\w-]+){{0,2}})\s+{_AREA_WORD}\b"
)
"""What a place possesses that the finder takes for no name ("Osk's Tarn district")."""
_HEADS = (
    r"(?:headm[ae]n|sarpanch|mukhtar|chief|mayor|elder|imam|head|councill?or|chairm[ae]n|"
    r"administrator|village|hamlet|settlement)"
)
_HEAD_OF = re.compile(rf"\b{_HEADS}\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_UNLISTED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|[Oo]utside|[Aa]round|[Ff]rom)\s+"
    r"(?P<name>[A-ZÀ-ÞĀ-Ɏ][\w-]+)['’]s\s+(?:[A-ZÀ-ÞĀ-Ɏ][\w-]*\s+){0,2}"
    r"(?:[Cc]amp|[Vv]illage|[Uu]nion|[Uu]pazila|[Bb]azaar|[Mm]arket|[Tt]ownship|[Ww]ard|[Ss]ector|"
    r"[Ss]ub-?district|[Tt]ehsil)\b(?:-?\s?\w+){0,2}(?:,\s+|,?\s+(?:in|of)\s+)(?:the\s+)?$|"
    rf"\b{_HEADS}\s+of\s+(?P<headed>[A-ZÀ-ÞĀ-Ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-Ɏ][\w-]+)?),?\s+(?:also\s+)?in\s+$|"
    r"\b(?:in|at|near|from|outside|of)\s+(?P<bracketed>[A-ZÀ-ÞĀ-Ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-Ɏ][\w-]+)?)\s+\($"
)
"""Words before a place told that name another in it ("at Tarn's Camp 8 in Osk")."""
_BEFORE = 70


@dataclass(frozen=True, slots=True)
class Inner:
    """A name inside a place told, and whether it is told instead of that place."""

    span: Span
    instead: bool


class Chains:
    """The names of one text as they lie in their neighbours."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        text: str,
        names: Sequence[PlaceName],
        read: Callable[[PlaceName], Reading],
    ) -> None:
        self._gazetteer = gazetteer
        self._text = text
        self._names = [name for name in names if not name.demonym and not name.nested]
        self._starts = [name.start for name in self._names]
        self._read = read

    def inner(self, told: Span) -> Inner | None:
        """Return the name that the words put inside a place told, if there is one beside it."""
        at = bisect_left(self._starts, told.start)
        own = self._names[at] if at < len(self._names) else None
        if own is None or own.end > told.end or own.start > told.start:
            return self._before(told, at, None) or self._unlisted(told)
        outer = self._read(own)
        found = self._behind(outer, at) or self._before(told, at, outer)
        return found or self._unlisted(told)

    def _behind(self, outer: Reading, at: int) -> Inner | None:
        """As in "Osk's Osset district": the place that the one told possesses."""
        area = outer.place
        if area is None:
            return None
        for span, places in self._possessed(outer, at):
            if any(lies_in(place, area) for place in places):
                return Inner(span, instead=False)
            if area.kind is PlaceKind.SETTLEMENT and any(_is_aside(p, area) for p in places):
                return Inner(span, instead=True)
        return None

    def _possessed(self, outer: Reading, at: int) -> Iterator[tuple[Span, list[Place]]]:
        """The name behind "Osk's", and the towns and districts that bear it."""
        name = self._names[at + 1] if at + 1 < len(self._names) else None
        if name is not None and _POSSESSES.fullmatch(self._text, outer.span.end, name.start):
            place = self._read(name).place
            yield (
                Span(name.start, name.end),
                [place] if place is not None and _is_small(place) else [],
            )
        found = _POSSESSED.match(self._text, outer.span.end)
        if found is not None:
            span = Span(found.start("name"), found.end("name"))
            yield span, [p for p in self._gazetteer.lookup(found["name"]) if _is_small(p)]

    def _before(self, told: Span, at: int, outer: Reading | None) -> Inner | None:
        """As in "Osset, in Osk": the place that is told to lie in this one."""
        if at == 0:
            return None
        name = self._names[at - 1]
        gap = self._text[name.end : told.start]
        if (
            len(gap) > _LONGEST_GAP
            or _IN.fullmatch(gap) is None
            or name.inside is not Inside.NOTHING
        ):
            return None
        place = self._read(name).place
        if place is None or not _is_small(place):
            return None
        if outer is None or outer.place is None:
            unlisted = " in " in gap and place.kind is PlaceKind.SETTLEMENT
            return Inner(Span(name.start, name.end), instead=True) if unlisted else None
        finer = FINENESS[place.kind] < FINENESS[outer.place.kind]
        inside = finer and lies_in(place, outer.place)
        return Inner(Span(name.start, name.end), instead=False) if inside else None

    def _unlisted(self, told: Span) -> Inner | None:
        found = _UNLISTED.search(self._text, max(0, told.start - _BEFORE), told.start)
        if found is None:
            return None
        group = next(g for g in ("name", "headed", "bracketed") if found[g] is not None)
        return Inner(Span(found.start(group), found.end(group)), instead=False)


def _is_small(place: Place) -> bool:
    return place.kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2)


def _is_aside(place: Place, town: Place) -> bool:
    """Whether a place lies in the area around a town and is no quarter of it."""
    far = _ASIDE_OF_CITY_KM if town.population >= _CITY else _ASIDE_KM
    return area_of(place) == area_of(town) and distance_km(place, town) >= far


def is_headed(text: str, name: Span) -> bool:
    """Return whether somebody is told to be the head of what a name names ("the mayor of Osk")."""
    return _HEAD_OF.search(text[max(0, name.start - _BEFORE) : name.start]) is not None
