"""Years that a text names and is not of: those of names, and those in which something began.

"The 2031 peace deal" and "since the rebels began their war in May 2030" say nothing of the year
to which a day without one belongs.
"""

from __future__ import annotations

import re

from recount.resources.grammar import TimeExpression, TimeKind

_NAMED = re.compile(r"\b(?:the|a|an|this|that|its|their|his|her|our|['’]s)\s+$", re.IGNORECASE)
_NOUN = re.compile(r"[ -](?!(?:and|or|but|in|at|on|by|with|when|as|to|for|after|before)\b)[a-z]")
_BEGAN = re.compile(
    r"\b(?:since|began|begun|founded|formed|established|signed|independence|came\s+to\s+power"
    r"|took\s+power|seized\s+power|elected)\b[^.;!?]*$",
    re.IGNORECASE,
)
_BEFORE = 160
"""Characters before a year in which the same sentence says that something began."""


def is_of_past(text: str, time: TimeExpression) -> bool:
    """Return whether a year or month is that of a name, or of a beginning long ago.

    >>> from recount.resources.grammar import find_times
    >>> text = "Rebels who reject the 2016 peace deal fired. It was Sunday."
    >>> is_of_past(text, find_times(text)[0])
    True
    """
    if time.kind not in (TimeKind.YEAR, TimeKind.MONTH):
        return False
    before = text[max(0, time.start - _BEFORE) : time.start]
    if time.kind is TimeKind.YEAR and _NAMED.search(before) is not None:
        return _NOUN.match(text, time.end) is not None
    return _BEGAN.search(before) is not None
