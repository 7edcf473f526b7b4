"""The items of a log or a bulletin: what one tells is said of no other.

"3 October, Jasim. ...", "TUE 14 MAY - Niger, Diffa. ...", "4. On 13 February ...", "KHARKIV. ..."
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from recount.extract.rules.scan import Sentence

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_DATED = re.compile(
    rf"[ \t]*[\[(*•▪◦-]?[ \t]*(?:{_DAY}[ \t,]+(?:the[ \t]+)?)?(?:\d{{1,2}}(?:st|nd|rd|"
    rf"th)?[ \t]+{_MONTH}"
    rf"|{_MONTH}[ \t]+\d{{1,2}}\b|\d{{1,2}}(?:st|nd|rd|th)\b|"
    rf"\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?)"
    r"[^\n.;:–—-]{0,30}[.;:,–—\])-]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[ \t]*\(?\d{1,2}[.)][ \t]+[A-ZÀ-Þ]")
_PLACE = re.compile(r"[ \t]*[A-ZÀ-Þ][A-ZÀ-Þ’' -]{3,30}[.:][ \t]+[A-ZÀ-Þ]")
_LEAST = 3
"""Heads of one kind from which a text is a list: two paragraphs of news may open with a date."""


def items_of(text: str, sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the number of each sentence's item, by its index; all 0 where a text is no list.

    Args:
        text: the text.
        sentences: its sentences, in order; offsets in characters.
    """
    starts = _starts(text)
    return {one.index: bisect_right(starts, one.start) for one in sentences}


def _starts(text: str) -> list[int]:
    lines = [0, *(at + 1 for at, mark in enumerate(text) if mark == "\n")]
    found: list[int] = []
    for head in (_DATED, _NUMBERED, _PLACE):
        heads = [line for line in lines if head.match(text, line) is not None]
        if len(heads) >= _LEAST:
            found.extend(heads)
    return sorted(set(found))
