"""People told by their number: "four men were hurt ... a fifth man was found later"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import CountValue, Qualifier, Span
from recount.resolve.drafts import Draft, with_primary
from recount.resolve.sums import context_spans, sum_of

_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FIRST = 3
"""The number of the first of these; "a second" seldom follows a count of one."""
_ORDINAL = re.compile(rf"(?:an?|the)\s+(?P<number>{'|'.join(_ORDINALS)})\b", re.IGNORECASE)


def with_ordinal(text: str, drafts: list[Draft], people: Sequence[Span]) -> list[Draft]:
    """Return the counts of one kind, the main one with somebody who is told as one more.

    Args:
        text: the text.
        drafts: the counts.
        people: the words of all people of this kind.
    """
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None or not isinstance(main.value, CountValue) or main.value.value is None:
        return drafts
    number = main.value.value
    one_more = next((s for s in people if _is_one_more(text, s, main.span, number)), None)
    if one_more is None or len(main.extra) > 0:
        return drafts
    one = CountValue(1, 1, 1, Qualifier.EXACT)
    whole = replace(
        main,
        value=replace(sum_of([main.value, one]), who=main.value.who),
        method="resolve.quantity.ordinal.v1",
        confidence=0.7,
        extra=context_spans([one_more]),
        reasons=(*main.reasons, "and one more by his number"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _is_one_more(text: str, span: Span, counted: Span, number: int) -> bool:
    told = _ORDINAL.match(text, span.start)
    if told is None or span.start < counted.end:
        return False
    return _ORDINALS.index(told["number"].lower()) + _FIRST == number + 1
