"""What the words around a place name say: its level, its enclosing area, how near it is."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from recount.resources.gazetteer import PlaceKind, PlaceName, level_words

LOOK = 48
"""Characters looked at on either side of a name."""


_STREET = re.compile(
    r"\d.*|.*\b(?:Street|St\.?|Avenue|Ave\.?|Boulevard|Blvd\.?|Road|Rd\.?|Drive|Dr\.?|Lane|Ln\.?|Highway|"
    r"Parkway|Court|Terrace|Way)",
    re.IGNORECASE,
)


def is_street(words: str) -> bool:
    """Return whether words are an address or the name of a street, which no gazetteer has.

    >>> is_street("4224 Dorchel Road"), is_street("Dorchel")
    (True, False)
    """
    return _STREET.fullmatch(words) is not None


_LEVEL_ONLY = re.compile(
    r"^(?:the|this|that|same|its)?\s*(?:same\s+)?(?P<word>city|town|village|province|district|"
    r"state|region|country|capital|governorate|county)(?:['’]s)?$",
    re.IGNORECASE,
)
_LEVEL_KINDS = {
    "city": PlaceKind.SETTLEMENT,
    "town": PlaceKind.SETTLEMENT,
    "village": PlaceKind.SETTLEMENT,
    "capital": PlaceKind.SETTLEMENT,
    "district": PlaceKind.ADMIN2,
    "county": PlaceKind.ADMIN2,
    "province": PlaceKind.ADMIN1,
    "state": PlaceKind.ADMIN1,
    "governorate": PlaceKind.ADMIN1,
    "region": PlaceKind.ADMIN1,
    "country": PlaceKind.COUNTRY,
}


def level_alone(words: str) -> PlaceKind | None:
    """Return the level that words without a name tell ("the city", "the same province")."""
    found = _LEVEL_ONLY.match(words)
    return None if found is None else _LEVEL_KINDS[found["word"].lower()]


IN_PROVINCE = re.compile(
    r"(?:\s+(?:district|county|city|town|village|area|crossing|junction|bridge|market|camp|road|"
    r"checkpoint|farm|ranch|mine|hill|forest))?(?:,\s*(?:in\s+)?|\s+in\s+)(?:the\s+)?(?:\w+ern\s+)?"
    r"(?:(?:municipality|district|county|commune|province|department|state)\s+of\s+)?",
    re.IGNORECASE,
)
"""What stands between a place and the province or district that the words put it in."""
TO_AREA = re.compile(
    r"(?:['’]s)?(?:\s+[\w-]+)?[\s,(]*(?:\b(?:in|of|the|\w+ern|\w+|province|state)\s+){0,3}|"
    r",\s+an?\s+(?:[\w-]+\s+){1,4}(?:in|of)\s+(?:the\s+)?(?:\w+ern\s+)?",
    re.IGNORECASE,
)
"""What stands between a name and the area that it lies in ("X village, in southern Y")."""


class Relation(StrEnum):
    """How an incident lies to a place that is named."""

    AT = "at"
    NEAR = "near"
    AWAY = "away"
    """A distance from it ("20 km north of X")."""
    BETWEEN = "between"
    BORDER = "border"
    PART = "part"
    """A part of it ("southern X")."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the words around one name say.

    ``distance_km`` and ``bearing`` (degrees from north) belong to ``AWAY``; ``words`` are
    those that say it.
    """

    level: PlaceKind | None
    relation: Relation
    distance_km: float | None = None
    bearing: float | None = None
    words: str = ""


_COMPASS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
_SIDES = "north|south|east|west|northeast|northwest|southeast|southwest"
_UNITS = {"k": 1.0, "m": 1.609}
_AWAY = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?|a few|several|some|dozens of|an?|one|two|three|four|five|six|ten)"
    r"\s*-?\s*(?P<unit>kms?|kilomet(?:er|re)s?|miles?|mi)\b\.?\s*(?:\([^)]{1,20}\)\s*)?"
    rf"(?:to\s+the\s+)?(?:due\s+)?(?P<side>{_SIDES}|away|outside)?\s*"
    r"(?:of|from|outside)?\s+(?:the\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_CALLED = r"(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?(?:the\s+)?$"
"""What may stand before a name that a relation is told to ("the southern coastal city of")."""
_SIDE_OF = re.compile(rf"\b(?P<side>{_SIDES})\s+of\s+{_CALLED}", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(near|nearby|close to|(?:just )?outside(?: of)?|on the outskirts of|in the outskirts of|"
    r"outskirts of|around|in the (?:general )?(?:area|vicinity) of|not far from|adjacent to)\s+"
    + _CALLED,
    re.IGNORECASE,
)
_BORDER_BEFORE = re.compile(
    r"\b(?:border|frontier|boundary)\s+(?:with|to|of)\s+(?:the\s+)?$", re.IGNORECASE
)
_BORDER_AFTER = re.compile(r"^(?:['’]s)?\s+(?:border|frontier|boundary)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:(?:towns?|cities|city|villages?|provinces?|districts?)\s+of\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b((?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|"
    r"downtown|eastern part of|western part of|parts of)\s+$",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1.0,
    "an": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "ten": 10.0,
    "a few": 4.0,
    "several": 5.0,
    "some": 10.0,
    "dozens of": 40.0,
}
"""Kilometres or miles for vague distances: what news means by them, about."""
_LEVELS = {
    "admin1": PlaceKind.ADMIN1,
    "admin2": PlaceKind.ADMIN2,
    "settlement": PlaceKind.SETTLEMENT,
    "region": PlaceKind.REGION,
    "country": PlaceKind.COUNTRY,
}
_IN_GAP = re.compile(
    r"^\s*(?:'s|’s)?\s*"
    r"(?:,\s*|\(\s*|,?\s*(?:which is |located |situated )?(?:in|of|inside|within)\s+)"
    r"(?:the\s+)?(?:\w+ern\s+|\w+\s+)?"
    r"(?:(?:province|district|state|region|governorate|county|department|area|parts?)\s+of\s+)?"
    r"(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"^\s*(?:,|,?\s+(?:and|or)\b)\s*(?:the\s+)?$")


_NAMED_SO = re.compile(r"\b(?!(?:The|In|At|Near|A|An|From|Of)\b)[A-ZÀ-Þ][\w'’-]*\s+$")
"""A name before a level word, which is then the level of that name."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(sorted(map(re.escape, level_words()), key=len, reverse=True))
    after = re.compile(rf"^(?:['’]s)?[ -]+(?:\w+ern )?(?P<word>{words})\b(?!\s+of\s+the\b)", re.I)
    # "The area of X" is what lies around it.
    before = re.compile(
        rf"\b(?!areas?\b)(?P<word>{words})\s+(?:called\s+|named\s+|of\s+)(?:the\s+)?(?:\w+ern\s+)?$",
        re.I,
    )
    return after, before


class Surroundings:
    """The words of one document, looked at around its place names."""

    def __init__(self, text: str, names: Sequence[PlaceName]) -> None:
        self.text = text
        self._starts = [name.start for name in names]
        self._names = tuple(names)

    def around(self, name: PlaceName) -> Around:
        """Return what the words around a name say."""
        before = self.text[max(0, name.start - LOOK) : name.start].replace("\n", " ")
        after = self.text[name.end : name.end + LOOK].replace("\n", " ")
        level = self.level(before, after)
        away = _AWAY.search(before)
        if away is not None:
            number = away["number"].lower().replace(",", ".")
            amount = _NUMBERS[number] if number in _NUMBERS else float(number)
            unit = _UNITS["k" if away["unit"].lower().startswith("k") else "m"]
            bearing = _COMPASS.get((away["side"] or "").lower())
            words = away.group().strip()
            return Around(level, Relation.AWAY, amount * unit, bearing, words)
        return self._nearness(level, before, after)

    @staticmethod
    def _nearness(level: PlaceKind | None, before: str, after: str) -> Around:
        for relation, found in (
            (Relation.BORDER, _BORDER_BEFORE.search(before) or _BORDER_AFTER.search(after)),
            (Relation.BETWEEN, _BETWEEN.search(before)),
            (Relation.NEAR, _SIDE_OF.search(before) or _NEAR.search(before)),
            (Relation.PART, _PART.search(before)),
        ):
            if found is not None:
                return Around(level, relation, words=found.group().strip())
        return Around(level, Relation.AT)

    @staticmethod
    def level(before: str, after: str) -> PlaceKind | None:
        """Return the level that a word beside the name sets ("X province", "city of X")."""
        behind, ahead = _patterns()
        told = ahead.search(before)
        if told is not None and _NAMED_SO.search(before[: told.start("word")]):
            told = None  # the district of "the Tarn district of Osset" is Tarn
        found = behind.match(after) or told
        return _LEVELS[level_words()[found["word"].lower()]] if found else None

    def next_name(self, name: PlaceName) -> PlaceName | None:
        """Return the place name after this one."""
        at = bisect_right(self._starts, name.start)
        return self._names[at] if at < len(self._names) else None

    def nested_pairs(self, names: Sequence[PlaceName]) -> Iterator[tuple[PlaceName, PlaceName]]:
        """Yield pairs of neighbouring names of which the words say that one lies in the other."""
        for inner, outer in itertools.pairwise(names):
            if inner.demonym or outer.demonym or inner.nested or outer.nested:
                continue
            gap = self._bridge(inner, outer)
            if gap is not None and _IN_GAP.match(gap):
                yield inner, outer

    def listed_with(self, first: PlaceName, last: PlaceName) -> Iterator[PlaceName]:
        """Yield the names that stand in one list with two neighbouring names."""
        before = bisect_right(self._starts, first.start) - 2
        after = bisect_right(self._starts, last.start)
        if before >= 0 and _LIST_GAP.match(self.text[self._names[before].end : first.start]):
            yield self._names[before]
        if after < len(self._names):
            following = self._names[after]
            if _LIST_GAP.match(self.text[last.end : following.start]):
                yield following

    def _bridge(self, inner: PlaceName, outer: PlaceName) -> str | None:
        """The text between two names without the level word of the first."""
        gap = self.text[inner.end : outer.start]
        if len(gap) > LOOK or "\n\n" in gap:
            return None
        behind, _ = _patterns()
        level = behind.match(gap)
        return gap[level.end() :] if level else gap
