"""A second person whom the same befell, told behind the first.

"X, a clerk, and the guard assigned to her were killed", "X was killed, together with her driver",
"X was killed, and so was his driver".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Link, Span
from recount.resolve.counted import read_counted

_HIT = r"(?:killed|shot\s+dead|murdered|slain|assassinated|gunned\s+down|wounded|injured|hurt)"
_WHO = r"(?:an?|the|his|her|their)\s[a-z][\w’'-]+"
_WAS_HIT = rf",?\s(?:was|had\sbeen)\s(?:\w+\s)?{_HIT}\b"
_BOTH_WERE = re.compile(
    r"(?:,\s[^,.;\n]{1,80}){0,2},?\sand\s"
    rf"(?P<other>{_WHO}(?:\s(?!were\b|and\b)[\w’'-]+){{0,8}}?)"
    rf"\s(?:were|have\sbeen|had\sbeen)\s(?:\w+\s)?{_HIT}\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    rf"{_WAS_HIT}[^.;\n]{{0,80}}?,?\s(?:together|along)\swith\s(?P<other>{_WHO})", re.IGNORECASE
)
_SO_WAS = re.compile(
    rf"{_WAS_HIT}[^.;\n]{{0,60}}?,?\sand\sso\swas\s(?P<other>{_WHO}(?:\sof\sthe\s\w+)?)",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\b(?:cars?|vehicles?|trucks?|bus|guns?|weapons?|money|phone|bag|house|home|dogs?)$",
    re.IGNORECASE,
)
_TWO = 2


def with_told_with(text: str, link: Link, taken: Sequence[Span]) -> Link:
    """Return a link to one person with a second one told behind, unless counted already.

    Args:
        text: the text.
        link: the link to somebody who was hit.
        taken: the words of all counts of the account.
    """
    mention = link.mention
    if len(read_counted(text, mention.start, mention.end)) != 1:
        return link
    for pattern in (_BOTH_WERE, _TOGETHER, _SO_WAS):
        match = pattern.match(text, mention.end)
        if match is None or _THINGS.search(match["other"]) is not None:
            continue
        other = Span(*match.span("other"))
        items = read_counted(text, mention.start, other.end)
        both = len(items) == _TWO and all(item.person for item in items)
        if both and not any(other.overlaps(span) for span in taken):
            return replace(link, mention=replace(mention, end=other.end))
    return link
