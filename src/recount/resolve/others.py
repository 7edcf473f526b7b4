"""Others beside people told singly: "a clerk was hit ... two others were treated" is three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import CountValue, Span
from recount.resolve.drafts import Draft
from recount.resolve.sums import with_told_before

_OTHER = re.compile(r"\b(?:others|other\s+(?!than\b)[\w-]+)", re.IGNORECASE)
_OTHER_BEHIND = re.compile(r"\s+others?\b", re.IGNORECASE)
"""What stands behind a figure that was marked alone ("two" of "two other teenagers")."""
METHOD = "resolve.quantity.others.v1"


def with_others(text: str, drafts: list[Draft], people: Sequence[Span]) -> list[Draft]:
    """Return the counts of one kind, a main one of "others" with those told before it.

    Args:
        text: the text.
        drafts: the counts.
        people: one telling of each person of this kind told singly.
    """
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None or not isinstance(main.value, CountValue) or main.value.value is None:
        return drafts
    before = [span for span in people if span.end <= main.span.start]
    if len(before) == 0 or len(main.extra) > 0 or not _are_others(text, main.span):
        return drafts
    return with_told_before(drafts, main, [(span, 1) for span in before], METHOD)


def _are_others(text: str, span: Span) -> bool:
    """Whether the figure's own words, or those directly behind them, say "other"."""
    if _OTHER.search(text, span.start, span.end) is not None:
        return True
    return _OTHER_BEHIND.match(text, span.end) is not None
