"""Whether a number can count people: not an age, a sum of money, a figure that was taken back."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from recount.resources.grammar.quantity import Quantity

_NOT_PEOPLE = frozenset(
    {"money", "age", "distance", "duration", "percent", "time", "ordinal", "attacks", "weapons"}
)
_KEPT_TEXTS = 8
"""Texts of which such words are kept: each number of a document asks for them."""


def counts_people(text: str, quantity: Quantity) -> bool:
    """Return whether a number may count people of whom an effect is told."""
    words = text[quantity.start : quantity.end]
    if is_retracted(text, quantity.start):
        return False
    before = text[max(0, quantity.start - _NEAR_AGES) : quantity.start]
    if _LAST_AGE.search(before) or (_KIN.search(words) and _MEMBERS_OF.search(before)):
        return False
    return str(quantity.kind) not in _NOT_PEOPLE and _SUFFERED.search(words) is None


_NEAR_AGES = 40
_LAST_AGE = re.compile(
    r"\bage[sd]?\s+\d{1,3}(?:(?:,\s*(?:and\s+)?|\s+(?:and|to|or)\s+)\d{1,3})*(?:,\s*(?:and\s+)?|\s+(?:and|to|or)\s+)$",
    re.IGNORECASE,
)
"""Ages before the last of them ("aged 16 and 17")."""
_KIN = re.compile(r"\b(?:family|household|clan)$", re.IGNORECASE)
_MEMBERS_OF = re.compile(r"\b(?:of|from|in)\s+(?:the\s+)?(?:same\s+)?$", re.IGNORECASE)
"""Words before the family whose members are counted ("six members of one family")."""


def is_retracted(text: str, start: int) -> bool:
    """Return whether the outlet takes a figure back ("an earlier version said 19 died")."""
    low = max(0, start - _TAKEN_BACK)
    told = _takings_back(text)
    at = bisect_left(told, low)
    if at == len(told) or told[at] >= start:
        return False  # most texts take nothing back
    return _RETRACTED.search(text[low:start]) is not None


@lru_cache(maxsize=_KEPT_TEXTS)
def _takings_back(text: str) -> tuple[int, ...]:
    """Return where words end that may begin to take a figure back."""
    return tuple(found.end() - 1 for found in _TAKES_BACK.finditer(text))


_RETRACTED = re.compile(
    r"\b(?:(?:earlier|previous|original|first)\s+(?:versions?|editions?)\s+of\b[^.;]*|"
    r"(?:wrongly|incorrectly|mistakenly|erroneously)\s+(?:said|stated|gave|put|reported|listed)\b[^.;]*|"
    r"misstated\b[^.;]*)$",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"(?:version|edition)s?\s+of|(?:wrongly|incorrectly|mistakenly|erroneously)\s|misstated",
    re.IGNORECASE,
)
"""A part of every such wording."""
_TAKEN_BACK = 140
"""Characters before a figure within which such words stand."""


_SUFFERED = re.compile(r"\b(?:wounds?|gunshots?|burns)$", re.IGNORECASE)
"""What one person may have several of ("multiple gunshot wounds")."""
