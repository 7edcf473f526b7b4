"""How a sentence opens that leaves what was told before it: "Meanwhile", "Last October".

One list for all who ask: what keeps the past apart (``background``), and what weighs against
one incident (``turns``).
"""

from __future__ import annotations

import re
from enum import Enum, auto

from recount.resources.grammar.incident_nouns import INCIDENT, INCIDENT_OR_SEVERAL
from recount.resources.grammar.months import MONTH


class Opening(Enum):
    """What the opening of a sentence says of the one before."""

    PAST = auto()
    """What follows was over before the news: it is another incident."""
    ANOTHER = auto()
    """The report turns to another incident."""
    ASIDE = auto()
    """An older day is named, which may be that of the incident told before."""
    LIKELY = auto()
    """It goes on to another incident as often as not."""


_DEED = rf"(?:{INCIDENT_OR_SEVERAL}|actions?|operations?|cases?|developments?|violence|events?)"


def _opens(words: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{words})", re.IGNORECASE)


_PAST = _opens(
    r"(?:(?:and|but|only|also|just)\s+)?(?:"
    rf"last\s+(?:{MONTH}|spring|summer|autumn|fall|winter|year|month|week)\b(?!['’]s)(?!\s\d)|"
    r"(?:earlier|late|early)\s+(?:this|last)\s+(?:year|month)\b|"
    rf"in\s+(?:(?:early|late|mid)[\s-])?{MONTH}\b(?!\s\d{{1,2}},|,?\s(?:of\s)?\d{{4}})|"
    r"(?:(?:a|some)\s+)?(?:[\w-]+\s+)?(?:weeks?|months?|years?)\s+"
    r"(?:ago|earlier|before|previously)\b|"
    r"it\s+(?:will|would|may)\s+be\s+recalled\b|"
    rf"in\s+(?:an?|another)\s+(?:similar|previous|earlier)\s+(?:{INCIDENT}|case)\b)"
)
_ANOTHER = _opens(
    r"(?:meanwhile|elsewhere|likewise|separately|similarly|"
    r"in\s+(?:an?\s+)?(?:another|separate|similar|unrelated|different|other)\s+"
    rf"(?:[\w-]+\s+){{0,2}}{_DEED}|another\s+(?:[\w-]+\s+){{0,2}}{_DEED})\b"
)
_ASIDE = _opens(
    r"(?:(?:only|just)\s+)?(?:"
    rf"in\s+(?:an?\s+)?(?:earlier|previous)\s+(?:[\w-]+\s+){{0,2}}{_DEED}|"
    rf"earlier(?!\s*:)|last\s+(?:week|month|year|{MONTH})|in\s+(?:{MONTH}|(?:19|20)\d\d))\b"
)
_LIKELY = _opens(r"(?:in\s+addition|additionally|moreover|furthermore|also,)")
_OPENINGS = (
    (Opening.PAST, _PAST),
    (Opening.ANOTHER, _ANOTHER),
    (Opening.ASIDE, _ASIDE),
    (Opening.LIKELY, _LIKELY),
)


def opening_of(text: str, start: int, end: int) -> Opening | None:
    """Return what the opening of the sentence ``text[start:end]`` says, if anything.

    >>> opening_of("Two months ago gunmen shot a teacher.", 0, 37).name
    'PAST'
    """
    for opening, pattern in _OPENINGS:
        if pattern.match(text, start, end) is not None:
            return opening
    return None
