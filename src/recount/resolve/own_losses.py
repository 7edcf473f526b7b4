"""The dead that a party tells of as its own, beside those of the other side told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import Span

_REACH = 60
"""Characters before a figure within which "lost" is said of it."""
_LOST = re.compile(r"\blos(?:t|ing|es)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:fighters?|militants?|rebels?|insurgents?|guerrillas?|jihadists?|gunm[ae]n|extremists?|"
    r"terrorists?|subversives?)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:soldiers?|troops|policem[ae]n|police|officers?|troopers?|guards?|civilians?|villagers?)\b",
    re.IGNORECASE,
)


def adds_own_losses(text: str, span: Span, before: Sequence[Span]) -> bool:
    """Return whether a figure is of one side's losses, and all before it of the other side's.

    >>> told = "It killed 14 soldiers. The Front said it lost two fighters."
    >>> adds_own_losses(told, Span(46, 58), [Span(10, 21)])
    True
    """
    if len(before) == 0:
        return False
    lost = _LOST.search(text, max(0, span.start - _REACH), span.start) is not None
    if not lost and not _died_beside(text, span, before):
        return False
    sides = (_FIGHTERS, _FORCES)
    return any(
        one.search(text, span.start, span.end) is not None
        and all(other.search(text, told.start, told.end) is not None for told in before)
        for one, other in (sides, sides[::-1])
    )


_DIED = re.compile(
    r"[^.;]{0,30}?\s(?:(?:was|were)\s+also\s+(?:killed|slain)|also\s+(?:died|killed)|died\s+too|"
    r"(?:died|(?:was|were)\s+killed)\s+(?:and\s[^.;]{0,30}?\s(?:wounded|injured|hurt)\s+)?"
    r"(?:in|during|as\s+a\s+result\s+of)\s+the\s+(?:same|fighting|clash(?:es)?|battle|exchange|"
    r"attack|ambush|skirmish|firefight|gun\s?battle|shoot-?out|assault|raid))\b",
    re.IGNORECASE,
)
_BESIDE = 250
"""Characters between the dead of one side and those of the other, told next."""


def _died_beside(text: str, span: Span, before: Sequence[Span]) -> bool:
    """Whether words tell next that the figure's people died, too."""
    last = max(told.end for told in before)
    return span.start - last <= _BESIDE and _DIED.match(text, span.end) is not None
