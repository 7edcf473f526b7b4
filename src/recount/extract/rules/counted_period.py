"""Whether a period of a sentence counts its figure: "since May nine have died", and what does not.

"Nine died, the highest toll since May" ranks one incident, and "nine died in the town, besieged
since May" tells of something else.
"""

from __future__ import annotations

import re

from recount.model import Span

_RANKED = re.compile(
    r"\b(?:worst|deadliest|bloodiest|largest|biggest|heaviest|first|highest|most|second|third|latest)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words before a period among whose incidents one is ranked ("the deadliest since July")."""
_BREAK = re.compile(
    r"[,;:]|\b(?:who|whom|whose|which|that|where|when|while|under|despite|in revenge|but)\b",
    re.IGNORECASE,
)
"""What ends the clause over which a period counts."""
_TURN = re.compile(r";|\bbut\b|\bnow\b", re.IGNORECASE)
"""What ends that of a period at the start of its sentence."""


_OPENS = re.compile(
    r"[\s\"“]*(?:(?:in|during|over|between|from|through|until)\b[^,;:.]{0,30})?", re.IGNORECASE
)
"""How a sentence opens that begins with a period ("In May this year, ...")."""


def ranks(text: str, start: int, period: Span) -> bool:
    """Return whether a sentence from ``start`` on ranks one incident among those of a period."""
    return _RANKED.search(text[start : period.start]) is not None


def counts(text: str, start: int, period: Span, figure: Span) -> bool:
    """Return whether a period counts a figure of its sentence.

    Args:
        text: the text.
        start: where the sentence begins.
        period: the words for the period.
        figure: the words for the people counted.

    >>> told = "Nine died, the highest toll since May."
    >>> counts(told, 0, Span(29, 34), Span(0, 4))
    False
    """
    if ranks(text, start, period):
        return False
    if figure.end <= period.start:
        return _BREAK.search(text[figure.end : period.start]) is None
    between = text[period.end : figure.start]
    if _OPENS.fullmatch(text, start, period.start) is not None:
        return _TURN.search(between) is None
    return _BREAK.search(between) is None
