"""The words before a place in its clause, where what governs it stands."""

from __future__ import annotations

import re

_REACH = 170
"""Characters before a place within which something governs it."""
_ENDS = re.compile(r"[.!?;:]\s|\n\s*\n|[\[\]]")


def clause_before(text: str, start: int) -> str:
    """Return the words before a place, back to the last mark that ends a sentence or clause.

    >>> clause_before("He fled. They planned to burn it.", 25)
    'They planned to '
    """
    before = text[max(0, start - _REACH) : start]
    ends = [found.end() for found in _ENDS.finditer(before)]
    return before[ends[-1] :] if ends else before
