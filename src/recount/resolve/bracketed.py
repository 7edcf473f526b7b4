"""Figures in brackets behind the whole that they break down: "9 people (3 women, 2 children)"."""

from __future__ import annotations

import re
from bisect import bisect_left

from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.words import number_words

_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})
_LONGEST = 120
"""Characters of brackets that are looked at."""
_OPENING = re.compile(r"\s*[(\[]\s*")
_WORD = re.compile(r"[^\W\d_]+")


def whole_before_brackets(text: str, start: int) -> Quantity | None:
    """Return the people whose breakdown stands in the brackets around an offset.

    ``None`` outside brackets, and where the brackets tell of another harm ("12 arrests
    (three of them wounded)").

    >>> text = "9 people (3 women, 2 children) were killed"
    >>> text[: whole_before_brackets(text, 10).end]
    '9 people'
    """
    least = max(0, start - _LONGEST)
    opened = max(text.rfind("(", least, start + 1), text.rfind("[", least, start + 1))
    if opened < 0 or re.search(r"[)\]\n]", text[opened + 1 : start]) is not None:
        return None
    closed = min((at for at in (text.find(c, start) for c in ")]") if at >= 0), default=-1)
    if closed < 0 or closed - opened > _LONGEST:
        return None
    inside = {word.lower() for word in _WORD.findall(text[opened:closed])}
    if not inside.isdisjoint(number_words().casualty):
        return None
    quantities = find_quantities(text)
    at = bisect_left(quantities, opened, key=lambda q: q.start) - 1
    whole = quantities[at] if at >= 0 else None
    if whole is None or whole.kind not in _PEOPLE or whole.article:
        return None
    return whole if _OPENING.fullmatch(text[whole.end : opened + 1]) is not None else None
