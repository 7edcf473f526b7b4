"""What finding voices gives: attributions, and positions on responsibility."""

from __future__ import annotations

from dataclasses import dataclass

from recount.model import Span, Stance


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """Somebody is said to say something.

    ``source`` bounds who says it (``None``: the text does not say, as in "it is believed"),
    ``cue`` the verb or "according to", ``content`` what is said, as far as its sentence.
    """

    cue: Span
    source: Span | None
    content: Span | None
    stance: Stance

    def covers(self, span: Span) -> bool:
        """Return whether a span lies in what is said."""
        return self.content is not None and self.content.contains(span)


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A position on responsibility.

    ``actor`` bounds who is held responsible (``None`` for "no group claimed"), ``by``
    who says so (``None``: the outlet), ``cue`` the words that take the position.
    ``stance`` is asserted where a text says outright who did it.
    """

    stance: Stance
    cue: Span
    sentence: Span
    actor: Span | None = None
    by: Span | None = None
    confidence: float = 1.0
