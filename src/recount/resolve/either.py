"""People "killed or wounded": casualties, of whom nobody says how many died."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Link, LinkRole

_DEAD = r"(?:killed|dead|slain|murdered)"
_HURT = r"(?:wounded|injured|hurt|maimed)"
_EITHER = rf"(?:{_DEAD} or (?!fatally|mortally)(?:\w+ly )?{_HURT}|{_HURT} or (?:\w+ly )?{_DEAD})"
_BEHIND = re.compile(
    rf"\s+(?:(?:who\s+)?(?:were|was|are|is|have been|has been|had been|being)\s+|to be\s+)?"
    rf"(?:either\s+|reportedly\s+)?{_EITHER}\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:{_EITHER}|kill(?:ing|s)? or (?:wound|injur)(?:ing|ed|s|es|e)?)\s+$", re.IGNORECASE
)
_LOOK_BACK = 40
"""Characters before people in which such words stand."""
_ONE_OF = frozenset({LinkRole.KILLED, LinkRole.WOUNDED})


def without_either(text: str, links: Sequence[Link]) -> list[Link]:
    """Return the links, people told as killed or wounded as casualties alone, each once."""
    told = {link.mention.span for link in links if link.role is LinkRole.CASUALTIES}
    found: list[Link] = []
    for link in links:
        if link.role not in _ONE_OF or not _is_either(text, link):
            found.append(link)
        elif link.mention.span not in told:
            told.add(link.mention.span)
            found.append(replace(link, role=LinkRole.CASUALTIES))
    return found


_NOBODY = re.compile(r"(?:no|none|nobody|neither|zero)\b", re.IGNORECASE)
_NONE_OF = re.compile(r"\b(?:none|neither) of [\w\s]{0,20}$", re.IGNORECASE)


def _is_either(text: str, link: Link) -> bool:
    start = link.mention.start
    if _NOBODY.match(text, start) is not None:
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    if _NONE_OF.search(before) is not None:
        return False
    behind = _BEHIND.match(text, link.mention.end)
    return behind is not None or _BEFORE.search(before) is not None
