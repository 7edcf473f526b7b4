"""Channels that speak for a body: what they tell of its "soldiers", the body claims."""

from __future__ import annotations

import re

from recount.model import Span


def body_of_channel(text: str, by: Span, doer: Span) -> Span | None:
    """Return the words for the body that a channel speaks for, where it tells of that body's men.

    Args:
        text: the text; all ranges are in its characters.
        by: who says so.
        doer: who is told to have done it: one's own men stand in quotation marks.

    >>> told = "A channel linked to the Front said “sons of the hill” were behind it."
    >>> body_of_channel(told, Span(0, 29), Span(36, 52))
    Span(start=20, end=29, role=<SpanRole.VALUE: 'value'>)
    """
    channel = _CHANNEL_OF.match(text, by.start)
    if channel is None or not _is_own_men(text, doer):
        return None
    return Span(*channel.span("who"))


def _is_own_men(text: str, doer: Span) -> bool:
    """Whether words are what a side calls its own ("soldiers of the dawn")."""
    told = text[max(0, doer.start - 1) : doer.end]
    quoted = told[:1] in _QUOTES or told[1:2] in _QUOTES
    return (quoted or "caliphate" in told.casefold()) and _MEN_OF.search(told) is not None


_QUOTES = ('"', "“", "‘")
_CHANNEL_OF = re.compile(
    r"(?:an?|the|one)?\s*(?:[\w-]+\s+){0,3}?(?:channel|account|outlet|news\s+agency|agency|website|magazine|newsletter|page|radio)s?\s+"
    r"(?:(?:linked|tied|close|loyal|affiliated|belonging|friendly)\s+(?:to|with)|run\s+by)\s+"
    r"(?P<who>(?:the\s+)?(?-i:[A-ZÀ-Þ])[\w’'-]*(?:\s(?:(?:of|for|the|in)\s){0,2}(?-i:[A-ZÀ-Þ])[\w’'-]*){0,6})",
    re.IGNORECASE,
)
"""A channel and the body it speaks for."""
_MEN_OF = re.compile(
    r"\b(?:soldiers?|fighters?|lions?|knights?|mujahid\w*|heroes|sons|brothers?|men|army)\b",
    re.IGNORECASE,
)
