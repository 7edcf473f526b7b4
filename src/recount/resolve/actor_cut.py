"""Words for an actor that cut a name are made whole: "S. consulate", "the Federal", "Ms"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recount.model import ActorKind, Span
from recount.resources.actors import Actor, ActorName

_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.)+$")
"""Initials that touch the words after them ("U." of "U.S.")."""
_INITIAL = re.compile(r"[A-Z]\.")
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Maj|Capt|Sen|Rep|Gov|Rev|Prof|St)\.?$", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"\.?\s+[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*){0,2}")
_REACH = 8
"""Characters before words in which their first initials stand."""


def listed_name(span: Span, listed: Actor) -> ActorName:
    """Return words as the name of an actor of the list."""
    country = listed.country[0] if listed.country else None
    return ActorName(span.start, span.end, listed.name, listed.kind, country, generic=False)


def unlisted_name(start: int, end: int, name: str) -> ActorName:
    """Return words as a name that no list has."""
    return ActorName(start, end, name, ActorKind.UNKNOWN, None, generic=False)


def whole_words(text: str, span: Span, names: Iterable[ActorName]) -> Span:
    """Return words with the rest of the initials, title or listed name that they cut.

    >>> whole_words("near the U.S. consulate", Span(11, 23), ()).of("near the U.S. consulate")
    'U.S. consulate'
    """
    start, end = span.start, span.end
    if _INITIAL.match(text, start):
        cut = _INITIALS.search(text[max(0, start - _REACH) : start])
        start -= 0 if cut is None else len(cut.group())
    if _TITLE.fullmatch(text, start, end):
        after = _NAME_AFTER.match(text, end)
        end = end if after is None else after.end()
    for name in names:
        if not name.generic and span.start < name.start < end < name.end:
            end = name.end
    return Span(start, end)
