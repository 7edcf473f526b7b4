"""Spans: half-open ranges of code points in a document's text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpanRole(StrEnum):
    """What a span contributes to a statement."""

    VALUE = "value"
    """The words of the value itself."""
    ANCHOR = "anchor"
    """Words that a relative expression counts from ("the same day")."""
    HEADING = "heading"
    """A heading that governs the words ("Attacks in Kabul:")."""
    ANTECEDENT = "antecedent"
    """Words that a pronoun or short name stands for."""
    CONTEXT = "context"
    """Other words the value rests on (the country named in the dateline)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The range ``text[start:end]``; equality includes the role."""

    start: int
    end: int
    role: SpanRole = SpanRole.VALUE

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span must be a non-empty range, not {self.start}:{self.end}"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the words that the span bounds in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end
