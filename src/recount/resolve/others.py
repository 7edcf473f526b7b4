"""Others beside people told singly: "a clerk was hit ... two others were treated" is three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import CountValue, Qualifier, Span
from recount.resolve.drafts import Draft, with_primary
from recount.resolve.sums import context_spans, sum_of

_OTHER = re.compile(r"\b(?:others|other\s+(?!than\b)[\w-]+)", re.IGNORECASE)
_NOUN_REACH = 30
"""Characters behind a figure in which "other" may stand ("two" of "two other teenagers")."""


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
    number = len(before)
    whole = replace(
        main,
        value=replace(
            sum_of([main.value, CountValue(number, number, number, Qualifier.EXACT)]), who=None
        ),
        method="resolve.quantity.others.v1",
        confidence=0.7,
        extra=context_spans(before),
        reasons=(*main.reasons, f"and {number} told before"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _are_others(text: str, span: Span) -> bool:
    """Whether the figure's own words, or those directly behind them, say "other"."""
    if _OTHER.search(text, span.start, span.end) is not None:
        return True
    return re.match(r"\s+others?\b", text[span.end : span.end + _NOUN_REACH], re.I) is not None
