"""Tolls of yesterday: "officials had earlier put the toll at ten", "raised to 21 from 17"."""

from __future__ import annotations

import re

_REACH = 120
"""Characters before a figure within which words say that it held before."""
_FIRST = r"(?:earlier|previously|initially|originally|at first)"
_BEFORE = re.compile(
    rf"\b{_FIRST}\b[^.;]{{0,40}}\b(?:put|said|reported|given|gave|stood|announced|counted|"
    r"spoke of|spoken of|estimated)\b[^.;]{0,40}$|"
    r"\bfirst\s+(?:put|said|reported|gave|announced|counted|spoke of)\b[^.;]{0,40}$|"
    r"\b(?:earlier|previous|initial|first|original|preliminary)\s+(?:reports?|tolls?|counts?|"
    r"figures?|estimates?|tall(?:y|ies)|statements?|accounts?|death tolls?)\b[^.;]{0,60}$|"
    rf"\b(?:put|said|reported|given as|stood)\s+{_FIRST}\b[^.;]{{0,40}}$|"
    r"\b(?:raised|revised|increased|rose|risen|climbed|updated|corrected|lowered|cut|reduced|up|"
    r"down)\b(?:\s+(?:it|the\s+(?:\w+\s+)?(?:toll|number|count|figure)))?(?:\s+to\s+[\w,]+)?"
    r"\s+from\s+(?:an?\s+)?(?:earlier\s+|previous\s+|initial\s+)?$",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:now|later|but|since|today|then|rose|risen|raised)\b", re.IGNORECASE)


def is_superseded(text: str, start: int) -> bool:
    """Return whether words before a figure say that it held before.

    >>> told = "Police had earlier put the toll at ten."
    >>> is_superseded(told, 35)
    True
    """
    before = text[max(0, start - _REACH) : start]
    found = _BEFORE.search(before)
    return found is not None and _STILL.search(found.group()[8:]) is None
