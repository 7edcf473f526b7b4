"""What a rule for positions on responsibility is: a cue and what is read beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from recount.model import Stance
from recount.resources.voices.finder import Finder

BE = r"(?:is|are|was|were|be|been|being|has\s+been|have\s+been|had\s+been)"
"""Forms of "be" before a passive."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; ``read`` finds actor and speaker beside the match.

    ``keys`` are pieces of words one of which the pattern needs: a quick test per sentence.
    """

    stance: Stance
    pattern: re.Pattern[str]
    read: Callable[[Finder, re.Match[str], Stance], None]
    keys: tuple[str, ...]


def pattern(text: str) -> re.Pattern[str]:
    """Return a pattern of a cue; capitals do not count."""
    return re.compile(text, re.IGNORECASE)
