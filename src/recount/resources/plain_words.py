"""The words of a text without case and marks, for comparing lines and texts."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters, in order."""
    return _WORD.findall(text.casefold())


def line_key(text: str) -> str:
    """Return the words of a line, which are those of a line that is the same but for marks.

    >>> line_key("FOUR shot, police say!")
    'four shot police say'
    """
    return " ".join(plain_words(text))
