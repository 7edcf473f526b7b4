"""Heads of reports that state their day: "SITUATION REPORT No. 7 | 22 June 2032 |"."""

from __future__ import annotations

import re

from recount.resources.grammar import TimeExpression

_LONGEST = 120
"""Characters before the day in which a head names service, kind and number."""
_AFTER = re.compile(r"\s*(?:[.|:;)\]\n–—-]|//)")
_LABEL = re.compile(
    r"\s*(?:dated?|published|issued|posted|released)[\s:]*(?:on\s+)?", re.IGNORECASE
)
_KINDS = re.compile(
    r"\b(?:report|update|bulletin|release|briefing|digest|sitrep|summary|communiqu[eé]|newsletter"
    r"|statement|note|flash|snapshot|overview|review|dispatch|monitor)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_SIGNS = frozenset({"No", "Nr"})
_LINKS = frozenset({"of", "the", "for", "on", "and", "from", "dated", "as", "at"})
"""Small words that a title may hold; others in small letters make a sentence."""
_ARTICLES = frozenset({"A", "An", "The"})
_REST = 200


def heads_report(text: str, first: int, day: TimeExpression) -> bool:
    """Return whether a day stands in the head of a report, and so is its own.

    Args:
        text: the whole text.
        first: where its body begins.
        day: a full date.

    >>> from recount.resources.grammar import find_times
    >>> text = "Weekly bulletin, 4 May 2031: two men were shot."
    >>> heads_report(text, 0, find_times(text)[0])
    True
    """
    before = text[first : day.start]
    if len(before) > _LONGEST or _AFTER.match(text, day.end) is None:
        return False
    if _LABEL.fullmatch(before) is not None:
        return True
    return _is_title(before) and any(c.islower() for c in text[day.end : day.end + _REST])


def names_report(title: str) -> bool:
    """Return whether a title names a kind of report ("Weekly briefing of the ministry")."""
    return _KINDS.search(title) is not None


def _is_title(before: str) -> bool:
    """Whether words are a service in capitals, or a title that names a kind of report."""
    words = [word for word in _WORD.findall(before) if word not in _NUMBER_SIGNS]
    if (
        len(words) == 0
        or words[0] in _ARTICLES
        or re.search(r"[!?;]|[a-z]{3}\.", before) is not None
    ):
        return False
    if all(word.isupper() for word in words):
        return any(len(word) > 2 for word in words)
    small = [word for word in words[1:] if word.islower() and word not in _LINKS]
    return _KINDS.search(before) is not None and all(_KINDS.fullmatch(word) for word in small)
