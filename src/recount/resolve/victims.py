"""Which words tell of a victim: somebody, in words that read well by themselves."""

from __future__ import annotations

import re

from recount.model import ActorKind, ActorValue, Span, Unknown
from recount.resources.actors.load import generic_words
from recount.resources.grammar.words import number_words

_FRAGMENT = re.compile(
    r"(?:of|in|at|by|with|from|to)\b|[\w-]*\d+-\w+$|\W*\d+\W*$"
    r"|(?:an?\s+|the\s+)?(?:\d{1,3}\s?-\s?)?years?(?:\s?-\s?old)?$"
    r"|(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Col|Gen|Officer|Judge)\.?$",
    re.IGNORECASE,
)
"""Words that name nobody by themselves ("of the victims", "18-year", "Dr")."""
_NO_PERSON = re.compile(
    r"\b(?:times|hours?|minutes?|days?|weeks?|months?|shots?|rounds|bullets?|percent|houses?"
    r"|homes?|buildings?|vehicles?|cars?|trucks?|buses|boats?|submarines?|ships?|planes?|aircraft"
    r"|helicopters?|shops?|villages?|towns?|horses?|dogs?|cattle|livestock|sheep|goats|animals?)$",
    re.IGNORECASE,
)
"""Nouns of what is no person; what is hit is a target."""
_NUMBERED = re.compile(
    r"(?:(?:at least|more than|about|some|nearly|around|over|up to)\s+)?"
    r"(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")


def bare_victim(text: str, span: Span) -> Span:
    """Return the words without a number before a people ("two Merinians").

    >>> bare_victim("two Merinians", Span(0, 13)).of("two Merinians")
    'Merinians'
    """
    words = span.of(text)
    numbered = _NUMBERED.match(words)
    if numbered is None or not _is_number(numbered.group()):
        return span
    return Span(span.start + numbered.end(), span.end)


def _is_number(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    numbers = number_words()
    return last[0].isdigit() or any(
        last in table for table in (numbers.ones, numbers.tens, numbers.scales)
    )


def names_nobody(words: str) -> bool:
    """Return whether words for a victim tell of no person.

    >>> names_nobody("a couple thousand times"), names_nobody("two nurses")
    (True, False)
    """
    return _FRAGMENT.match(words) is not None or _NO_PERSON.search(words) is not None


def _noun(plain: str) -> ActorValue | None:
    """Return whom a noun in small letters tells of, if it is one of people."""
    listed = generic_words()
    if plain in listed.people:
        return ActorValue(plain, ActorKind.CIVILIANS, generic=True)
    armed = next((row for row in listed.armed if row[0] == plain), None)
    return None if armed is None else ActorValue(armed[1], armed[2], generic=True)


def victim_value(value: ActorValue | Unknown, words: str) -> ActorValue:
    """Return who was hurt: a state never is, a noun of a headline is no name.

    A capital's name that is a person's ("Mr Merin") stands for no government here.
    """
    if isinstance(value, Unknown):
        return ActorValue(words, ActorKind.CIVILIANS, generic=True)
    if not value.generic and value.kind is ActorKind.UNKNOWN:
        value = _noun(words.casefold()) or value
    if value.actor.startswith("Government of ") and len(_WORD.findall(words)) == 1:
        return ActorValue(words, ActorKind.UNKNOWN, generic=False)
    return value
