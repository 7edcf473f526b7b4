"""The word lists that the finder and the resolver share, loaded once, on first use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recount.resources.gazetteer.normalise import key_of
from recount.resources.gazetteer.sources import RESOURCES, vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of normalised words by what they say about a neighbouring place name."""

    everyday: frozenset[str]
    rarer: frozenset[str]
    surnames_frequent: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]
    organisation: frozenset[str]
    organisation_of: frozenset[str]
    place_of: frozenset[str]
    site: frozenset[str]
    street: frozenset[str]
    prepositions: frozenset[str]
    strong: frozenset[str]
    levels: Mapping[str, str]
    """Level (``admin1`` … ``country``) by level word."""
    ignored: frozenset[str]
    """Keys of continents and the like."""


@cache
def words() -> Words:
    """Return the shipped word lists."""
    traps = json.loads((RESOURCES / "data" / "place_traps.json").read_text(encoding="utf-8"))
    lists = {name: frozenset(text.split()) for name, text in traps.items()}
    own = vocabulary("places_words")
    heads, person, before = own["heads"], own["person"], own["prepositions"]
    return Words(
        everyday=lists["everyday"] | CALENDAR,
        rarer=lists["rarer"],
        surnames_frequent=lists["surnames_frequent"],
        surnames=lists["surnames"],
        given=_given(lists["given"], person),
        titles=frozenset(person["titles"]),
        organisation=frozenset(heads["organisation"]),
        organisation_of=frozenset(heads["organisation_of"]),
        place_of=frozenset(heads["place_of"]),
        site=frozenset(heads["site"]),
        street=frozenset(heads["street"]),
        prepositions=frozenset(before["place"]),
        strong=frozenset(before["strong"]),
        levels={word: level for level, items in own["levels"].items() for word in items},
        ignored=frozenset(
            key_of(name)
            for name in (*vocabulary("places_regions")["ignored"], *own["not_places"]["names"])
        ),
    )


def _given(census: frozenset[str], person: Mapping[str, list[str]]) -> frozenset[str]:
    """Given names; of the census's those of three letters and more that join no words."""
    usable = {name for name in census if len(name) > 2 and name not in CONNECTORS}
    return frozenset(usable) | frozenset(person["given"]) | frozenset(person["particles"])


def level_words() -> Mapping[str, str]:
    """Return the words that set the level of the name beside them, with the level."""
    return words().levels


CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "easter",
        "christmas",
        "ramadan",
        "eid",
    ]
)
SAYS = frozenset(
    [
        "said",
        "says",
        "told",
        "added",
        "stated",
        "wrote",
        "tweeted",
        "argued",
        "replied",
        "asked",
        "explained",
        "recalled",
        "noted",
        "testified",
        "graduated",
        "played",
        "scored",
        "retired",
        "resigned",
        "who",
        "whose",
    ]
)
CONNECTORS = frozenset(
    [
        "of",
        "wa",
        "the",
        "and",
        "de",
        "la",
        "del",
        "el",
        "al",
        "e",
        "i",
        "y",
        "es",
        "ez",
        "ul",
        "upon",
        "sur",
        "am",
        "an",
        "der",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "le",
        "les",
        "en",
        "ye",
        "on",
        "by",
        "in",
        "du",
        "den",
        "od",
        "na",
        "pri",
        "nad",
        "bin",
        "ash",
        "ad",
        "ar",
        "as",
        "az",
        "ed",
        "et",
        "und",
    ]
)
"""Lower-case words that may stand inside a place name."""
DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "greater",
        "downtown",
        "upper",
        "lower",
        "inner",
        "outer",
        "mid",
        "middle",
        "old",
        "new",
        "rural",
        "urban",
        "mainland",
        "occupied",
        "metropolitan",
        "lake",
        "mount",
        "port",
        "fort",
        "camp",
        "saint",
    ]
)
