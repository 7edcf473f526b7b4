"""Words beside a day at the head of a page that make it another's: a picture's, a change's.

One list for all who look for the day of publication.
"""

from __future__ import annotations

import re

from recount.resources.grammar.incident_nouns import INCIDENT_OR_SEVERAL

_OTHERS_DAY = re.compile(
    r"\b(?:updated|(?:next|last)\s+(?:updates?|updated|reports?|issue|modified|changed|edited)"
    r"|modified|edited|revised|accessed|retrieved|archived|crawled|printed"
    r"|photo\w*|pictures?|image|file\s+(?:photo|picture|image|footage)|footage|captions?|taken"
    r"|deadline|embargo\w*|until|till|since|period|covering|covers|anniversary|in\s+memory"
    r"|born|died|deadly|dead|killed|killing|wounded|elections?\s+(?:due|on)|occurred"
    r"|date\s+of\s+(?:the\s+)?(?:incident|event|attack|arrest|death|birth|offence|crime)"
    r"|(?:incident|event)\s+date|read\s+(?:also|more|next)|also\s+read|see\s+also|related"
    rf"|{INCIDENT_OR_SEVERAL})\b|©|\(c\)|\bcopyright\b",
    re.IGNORECASE,
)


def is_others_day(words: str) -> bool:
    """Return whether the words of a line beside a day say that it is not the page's own.

    >>> is_others_day("Photo: Kharun Press, "), is_others_day("Kharun Press, ")
    (True, False)
    """
    return _OTHERS_DAY.search(words) is not None
