"""Whether words tell of an old deed that is only remembered, or of news beside a memory.

"On the anniversary of the 2011 massacre" remembers; a trial, an inquest or testimony does when
the deed has a past year. "Gunmen killed five on the anniversary of the massacre" is news, whatever
day it fell on.
"""

from __future__ import annotations

import re

from recount.extract.rules.clauses import clause_before
from recount.resources.grammar.months import MONTH

_GAP = r"(?:(?!(?:when|after|before|as|while|but|said|killed|killing)\b)[\w’'“”\"-]+,?\s+)"
_DAY = re.compile(
    rf"\b(?:anniversar(?:y|ies)|commemorat\w+|(?:in|to\s+the)\s+memory|remembrance|memorials?)\s+"
    rf"(?:(?:of|for|to)\s+)?{_GAP}{{0,9}}$",
    re.IGNORECASE,
)
_DAY_KEYS = ("anniversar", "commemorat", "memor", "remembrance")
"""Pieces of words of which every such day has one; looking for them first is far quicker."""
_COURT = re.compile(
    rf"\b(?:trials?|retrials?|inquests?|testimony|testif(?:y|ied|ying)|verdicts?|hearings?|"
    rf"convict(?:ed|ions?)|sentenced|acquitted|extradit(?:ed|ion))\b\s+{_GAP}{{0,12}}$",
    re.IGNORECASE,
)
_COURT_KEYS = (
    *("trial", "inquest", "testi", "verdict", "hearing", "convict", "sentenced", "acquitted"),
    "extradit",
)
_YEAR = re.compile(
    r"\b(?:19|20)\d\d\s+(?:[\w’'-]+\s+){0,3}$|\b\w+\s+years\s+ago\s+$", re.IGNORECASE
)
_YEAR_AFTER = re.compile(
    rf"[^.;]{{0,60}}?\b(?:in\s+(?:{MONTH}\s+)?(?:19|20)\d\d\b|years\s+ago\b)",
)
_PAST_YEAR = r"\b(?:in|of|since)\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d\b"
_PLACE_OF = re.compile(r"\bwhere\b[^.;]{0,80}$", re.IGNORECASE)
_RITE = re.compile(
    r"\b(?:(?:each|every)\s+year|annual\w*|wreaths?|candles|flowers|pilgrim\w*|"
    r"la(?:id|ys?|ying)\s+(?:[\w-]+\s+){0,3}?(?:wreaths?|flowers|roses|lilies|lilac|stones)|"
    r"(?:walk(?:ed|s)?|march(?:ed|es)?|went|came)\s+(?:[\w-]+\s+){0,2}?to\s+the\b|prayed|monument|memorial)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;!?\n]*")
_FINITE = re.compile(
    r"(?:killed|shot|attacked|bombed|stormed|raided|ambushed|struck|exploded|detonated|opened|fired|"
    r"stabbed|abducted|kidnapped|blew|burned|torched|hit|beheaded|wounded|injured)\b",
    re.IGNORECASE,
)
_AFTER_NEWS = re.compile(
    r"[^.;]{0,120}?(?:,|\bon|\bduring|\bat|\bahead\s+of|\bbefore|\bas)\s+(?:[\w’'-]+\s+){0,5}?"
    r"(?:anniversar(?:y|ies)|commemorations?|memorials?|remembrance)\b",
    re.IGNORECASE,
)
_NO_NEWS = re.compile(
    r"\b(?:who|whom|which|that|when|were|was|been|those|people|victims|of\s+the)\s+"
    r"(?:[\w’'-]+\s+){0,3}$|\b(?:anniversar|commemorat|memorial|remember|memory|mourn|marked)",
    re.IGNORECASE,
)


def remembered(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is an old deed that its sentence remembers.

    >>> told = "Crowds marked the anniversary of the Velm massacre."
    >>> remembered(told, 42, 50)
    True
    """
    before = clause_before(text, start)
    low = before.lower()
    by_day = any(key in low for key in _DAY_KEYS) and _DAY.search(before) is not None
    if by_day or _is_at_place_of_memory(text, start, end):
        return True
    if not any(key in low for key in _COURT_KEYS) or _COURT.search(before) is None:
        return False
    return _YEAR.search(before) is not None or _YEAR_AFTER.match(text, end) is not None


def is_news(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` tells of a deed done on a day of memory.

    >>> told = "Gunmen killed five on the anniversary of the Velm massacre."
    >>> is_news(told, 7, 13)
    True
    """
    finite = _FINITE.match(text, start, end) is not None
    if not finite or _NO_NEWS.search(clause_before(text, start)) is not None:
        return False
    return _AFTER_NEWS.match(text, end) is not None


def _is_at_place_of_memory(text: str, start: int, end: int) -> bool:
    """Whether people go to a place with a rite "where forty were shot in 1944"."""
    low = max(text.rfind(mark, 0, start) for mark in ".;!?\n") + 1
    place = _PLACE_OF.search(text, low, start)
    if place is None:
        return False
    rest = _SENTENCE.match(text, end)
    high = end if rest is None else rest.end()
    clause, rite = text[place.start() : high], f"{text[low : place.start()]} {text[end:high]}"
    return re.search(_PAST_YEAR, clause) is not None and _RITE.search(rite) is not None
