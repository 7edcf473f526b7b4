"""Who says what, and who is held responsible by whom: cues and their phrases in a text."""

from __future__ import annotations

from recount.resources.voices.attributions import find_attributions
from recount.resources.voices.nouns import FoundAttribution, FoundClaim
from recount.resources.voices.responsibility import find_responsibility
from recount.resources.voices.words import source_words

__all__ = [
    "FoundAttribution",
    "FoundClaim",
    "find_attributions",
    "find_responsibility",
    "source_words",
]
