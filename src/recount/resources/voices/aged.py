"""Persons told with their age: "Ana Vell, 35, of Karn; and Tom Orr, 23, were charged"."""

from __future__ import annotations

import re

from recount.model import Span

_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,4}"
_AGED = (
    rf"(?P<who>{_NAME}),\s(?:(?i:aged)\s)?\d{{1,2}},?"
    rf"(?:\s(?i:both\s|all\s)?(?i:of|from)\s{_NAME}(?:,\s{_NAME})?)?"
)
_LAST = re.compile(rf"\b{_AGED},?\s(?:(?!and\b)[a-z]+(?:ly)\s|also\s|later\s)*$")
_BEFORE = re.compile(rf"\b{_AGED}(?:;|,)?\s(?:(?i:and)\s)?$")


def aged_before(text: str, low: int, offset: int) -> tuple[Span, ...]:
    """Return the names of those who are told with their age right before a verb, in order.

    Args:
        text: the text; all offsets are in its characters.
        low: where the sentence starts.
        offset: where the verb, or its auxiliary, starts.

    >>> told = "Ana Vell, 35, of Karn; and Tom Orr, 23, were charged"
    >>> [one.of(told) for one in aged_before(told, 0, told.index("were"))]
    ['Ana Vell', 'Tom Orr']
    """
    found: list[Span] = []
    last = _LAST.search(text, low, offset)
    while last is not None:
        found.append(Span(last.start("who"), last.end("who")))
        last = _BEFORE.search(text, low, last.start())
    return tuple(reversed(found))
