"""Nouns that any incident may be called by, as patterns: one of them, several, either."""

from __future__ import annotations

_NOUNS = (
    *("attack", "assault", "bomb", "bombing", "blast", "explosion", "strike", "killing", "murder"),
    *("raid", "shooting", "kidnapping", "abduction", "incident", "homicide", "massacre"),
)
_HISSING = ("ambush", "clash", "crash")

INCIDENT = rf"(?:{'|'.join((*_NOUNS, *_HISSING))})"
INCIDENTS = rf"(?:(?:{'|'.join(_NOUNS)})s|(?:{'|'.join(_HISSING)})es)"
INCIDENT_OR_SEVERAL = rf"(?:(?:{'|'.join(_NOUNS)})s?|(?:{'|'.join(_HISSING)})(?:es)?)"
