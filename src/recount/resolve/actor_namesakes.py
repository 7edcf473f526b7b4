"""Two actors of one name in one text: "the Dusk Legion of Karovia" and "that of Merin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recount.model import Span
from recount.resources.actors.load import State, states

_ARTICLE = re.compile(r"^(?:the|an?|its|their|another|unrelated)\s+", re.IGNORECASE)
_PLACE = r"(?:the\s+)?([A-ZÀ-Þ][\w-]*(?:\s[A-ZÀ-Þ][\w-]*)*)"
_AFTER = re.compile(rf",?\s+(of|in|from)\s+{_PLACE}")
_INSIDE = re.compile(rf"\s(?:of|in|from)\s{_PLACE}$")
_BEFORE = re.compile(r"\b([A-ZÀ-Þ][\w-]*)[’']s\s+$")
_ANOTHER = re.compile(r"\b(?:unrelated|different|another|separate)\s+$", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:no\s+(?:\w+\s+)?(?:link|tie|relation|connection)s?|nothing\s+to\s+do\s+with|unrelated"
    r"|not\s+to\s+be\s+confused|not\s+the\s+same|namesakes?|(?:same|shared?)\s+(?:a\s+|the\s+)?name"
    r"|different)\b",
    re.IGNORECASE,
)
"""Words by which a text says that one name is borne by two."""
_ANY_OTHER = "another"
_SHORTEST = 3
"""Letters of the shortest name that is looked for again."""


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A place where a name stands, and what the text adds to it: a place, or "another"."""

    start: int
    of: str
    joint: str


def apart(text: str, span: Span, actor: str, countries: tuple[str, ...]) -> str:
    """Return the actor's name, with its place where the text tells of two of that name.

    Args:
        text: the whole text.
        span: words that hold the name.
        actor: the canonical name.
        countries: where the list has it (ISO alpha-2); empty where no list does.
    """
    bare = _ARTICLE.sub("", " ".join(span.of(text).split()))
    bare = re.sub(r"[’']s?$", "", _INSIDE.sub("", bare) or bare)
    if len(bare) < _SHORTEST or not bare[0].isalpha():
        return actor
    bearers = [_bearer(text, place) for place in _places_of(text, bare)]
    told = list(dict.fromkeys(b.of for b in bearers if b.of))
    if not _two_bear_it(text, bearers, told):
        return actor
    at = text.find(bare, span.start)
    own = next((b for b in bearers if b.start == at), None)
    before = [b.of for b in bearers if b.of and own is not None and b.start <= own.start]
    place = own.of if own is not None and own.of else (before[-1] if before else "")
    if place == "" or set(_codes(place)) & set(countries):
        return actor
    return f"{place} {bare}" if place == _ANY_OTHER else f"{bare} of {place}"


_EDGE = re.compile(r"\b")


def _places_of(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands as whole words; a pattern for each name would cost more."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = _EDGE.match(text, at) is not None and _EDGE.match(text, end) is not None
        if whole:
            yield at, end
        at = text.find(name, end if whole else at + 1)


def _bearer(text: str, place: tuple[int, int]) -> _Bearer:
    start, end = place
    if _ANOTHER.search(text, max(0, start - 40), start) is not None:
        return _Bearer(start, _ANY_OTHER, "")
    after = _AFTER.match(text, end)
    if after is not None:
        return _Bearer(start, after[2], after[1])
    before = _BEFORE.search(text, max(0, start - 40), start)
    return _Bearer(start, "" if before is None else before[1], "of")


def _two_bear_it(text: str, bearers: list[_Bearer], told: list[str]) -> bool:
    """Whether a text tells of two of one name; "in" tells mostly where one acts."""
    if _ANY_OTHER in told:
        return len(bearers) > 1
    if len(told) < len({"one", "other"}):
        return False
    if _APART.search(text) is not None or all(b.joint == "of" for b in bearers if b.of):
        return True
    codes = [set(_codes(place)) for place in told]
    return all(codes) and not set.intersection(*codes)


@cache
def _named_states() -> dict[str, State]:
    return {name: state for state in states() for name in (state.name, *state.others)}


def _codes(place: str) -> tuple[str, ...]:
    found = _named_states().get(place)
    return () if found is None else (found.code,)


_NOT_A_SEAT = re.compile(r"\b(?:in|at|near|of|from|to|on|outside|around)\s+(?:the\s+)?$")


def seat_of(text: str, span: Span) -> str | None:
    """Return the government for which a capital or its palace stands ("Ankara", "the Kremlin").

    >>> seat_of("Ankara sent more troops.", Span(0, 6))
    'Government of Turkey'
    """
    name = _ARTICLE.sub("", span.of(text).strip())
    if name not in _seats() or _NOT_A_SEAT.search(text, max(0, span.start - 20), span.start):
        return None
    return _seats()[name].actor("government")


@cache
def _seats() -> dict[str, State]:
    return {name: state for state in states() for name in state.capitals}


def people_of(words: str) -> str | None:
    """Return the country of a people by which its forces are called ("the Kenyans")."""
    article = re.match(r"[Tt]he\s+", words)
    return None if article is None else _peoples().get(words[article.end() :])


@cache
def _peoples() -> dict[str, str]:
    return {name: state.code for state in states() for name in state.people}
