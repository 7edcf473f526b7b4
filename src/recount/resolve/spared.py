"""Words that tell of who was not hit: opponents of the dead, who came away, things.

"Shot in a fight with the owner" hits no owner, "sixty guests were rescued" no guest, and "before
another boy is killed" tells of nobody yet.
"""

from __future__ import annotations

import re

from recount.model import Span

_LOOK_BACK = 60
"""Characters before people in which such words stand."""
_ADJECTIVES = 15
"""Characters before people that may say that they were hurt."""
_FOUGHT = re.compile(
    r"\b(?:confrontation|altercation|argument|quarrel|fight|fighting|struggle|dispute|stand-?off|"
    r"shoot-?out|scuffle|clash(?:es)?|gun\s?fight|gun\s?battle|battle|firefight|skirmish|"
    r"exchange\s+of\s+(?:gun)?fire)\s+(?:with|against|between)\s+"
    r"(?:(?:the|an?|his|her|their)\s+)?$",
    re.IGNORECASE,
)
"""Words before those with whom the dead had fought."""
_TOO = re.compile(r",?\s+(?:who|which)\b[^.;]{0,30}\b(?:killed|died|wounded|injured|hurt|shot)\b")
"""A clause behind them that tells of their own harm."""
_EVACUATED = re.compile(r"\bevacuat\w+\s+(?:the\s+)?$", re.IGNORECASE)
_CASUALTIES = re.compile(r"casualties\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:before|until|till|unless|in case|lest)\s+$", re.IGNORECASE)
_NEXT_ONE = re.compile(
    r"(?:another|any(?:\s?one|body)?|some(?:one|body)|more|an)\b(?!\s+(?:\d+|two|three)\b)",
    re.IGNORECASE,
)
_ARE_HIT = re.compile(r"\s+(?:is|are|gets?|dies?|loses?|has to)\b", re.IGNORECASE)
"""Somebody who may yet be hit ("before another teen is killed")."""
_SAVED = re.compile(
    r"(?:\s+(?!and\b|but\b|were\b|was\b)[a-z][\w-]*){0,2}\s+"
    r"(?:was|were|have been|has been|had been)\s+(?:\w+ly\s+)?"
    r"(?:rescued|freed|released|saved|unharmed|unhurt|safe)\b(?![^.;]{0,20}\bhospital)",
    re.IGNORECASE,
)
"""Words after people who came away."""
_ALIVE = re.compile(
    r"(?:\s*,[^,.;]{1,60},)?\s+(?:(?:also|then|later|had|have)\s+){0,2}(?:marched|gathered|rallied|demonstrated|"
    r"protested|assembled|sat\s+down|walked|sang|chanted|queued|mourned|prayed|voted|fled|"
    r"looked\s+on|took\s+to\s+the\s+streets|attended|watched)\b"
)
"""Words after people who did something themselves ("a hundred women sat down before it")."""
_HARM = re.compile(r"\b(?:wound\w*|injur\w*|hurt|shot|burn\w*)\b", re.IGNORECASE)
_THINGS = re.compile(
    r"\b(?:blocks?|streets?|houses?|homes?|buildings?|shops?|stores?|huts?|tents?|vehicles?|cars?|"
    r"trucks?|buses|motorcycles?|tanks?|weapons?|rifles?|windows?|bridges?|pylons?|towers?)\W*$",
    re.IGNORECASE,
)
"""Things that end no telling of people by a number ("seven blocks")."""
_WITH_PEOPLE = re.compile(r"\b(?:of|in|from|with|aboard|inside|and)\s|,", re.IGNORECASE)


def is_spared(text: str, span: Span) -> bool:
    """Return whether words marked as people tell of who was not hit, or of things.

    >>> told = "He was shot in a fight with the owner."
    >>> is_spared(told, Span(32, 37)), is_spared(told, Span(0, 2))
    (True, False)
    """
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    words = span.of(text)
    if _FOUGHT.search(before) is not None:
        return _TOO.match(text, span.end) is None
    if _EVACUATED.search(before) is not None and _CASUALTIES.match(words) is not None:
        return True
    if _NOT_YET.search(before) is not None and _NEXT_ONE.match(words) is not None:
        return _ARE_HIT.match(text, span.end) is not None
    if _ALIVE.match(text, span.end) is not None and _HARM.search(words) is None:
        return True
    saved = _SAVED.match(text, span.end)
    ahead = before[-_ADJECTIVES:].rpartition(".")[2]
    if saved is not None and _HARM.search(ahead + words + saved.group()) is None:
        return True
    return _THINGS.search(words) is not None and _WITH_PEOPLE.search(words) is None
