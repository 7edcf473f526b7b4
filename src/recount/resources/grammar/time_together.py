"""Words that set an event beside the one told before: "at almost the same time", "shortly after".

They date it with the day of the other. "Moments later" goes on about one incident, and bare
"at the same time" joins sayings as often: both are left out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from recount.resources.grammar.time_expression import Anchor, TimeExpression, TimeKind, TimeUnit

_NEARLY = r"(?:almost|nearly|about|around|roughly|approximately|virtually|practically|much)"
_AT = r"(?:at\s+|around\s+|about\s+)?"
_POINT = r"(?:time|moment|hour|instant)"
_TOGETHER = re.compile(
    rf"\b{_AT}{_NEARLY}\s+(?:at\s+)?(?:exactly\s+)?(?:the|this|that)\s+(?:very\s+)?same\s+{_POINT}\b"
    rf"|\b(?:at|around|about)\s+(?:the\s+very\s+same|this|that)\s+{_POINT}(?=,)"
    r"|\b(?:almost|nearly|virtually|practically)\s+simultaneously\b"
    r"|(?<![^\s])Simultaneously(?=,)"
    r"|\bshortly\s+(?:afterwards?|thereafter)\b",
    re.IGNORECASE,
)
_GATE = re.compile(
    r"same\s|simultaneously|thereafter|afterward|(?:this|that)\s+(?:time|moment|hour|instant),",
    re.IGNORECASE,
)
"""One quick look; most texts have none."""


def together_times(text: str, start: int, end: int) -> tuple[TimeExpression, ...]:
    """Return such words within ``text[start:end]`` in order: the day of what was told before.

    >>> text = "At almost the same time, a mine killed two."
    >>> [found.words for found in together_times(text, 0, len(text))]
    ['At almost the same time']
    """
    if _GATE.search(text, start, end) is None:
        return ()
    return tuple(_expression(match) for match in _TOGETHER.finditer(text, start, end))


def _expression(match: re.Match[str]) -> TimeExpression:
    kind = TimeKind.RELATIVE_NARRATIVE
    base = TimeExpression(match.start(), match.end(), kind, match.group())
    return replace(base, unit=TimeUnit.MINUTE, needs_anchor=Anchor.NARRATIVE)
