"""Figures put together: sums, lists of figures, parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.model import CountValue, Property, Qualifier, Span, SpanRole, Voice
from recount.resolve.counted import Item
from recount.resolve.drafts import Draft, with_primary

_EXACT = Qualifier.EXACT


def listed(
    prop: Property,
    span: Span,
    items: Sequence[Item],
    voice: Voice,
    reasons: tuple[str, ...],
) -> list[Draft]:
    """A list of figures: their sum, or a whole and the parts that make it up.

    "28 guards, 13 soldiers and two drivers" is 43; "12 people, seven women and five men" is 12.
    """
    first, parts = items[0], list(items)
    rest = [item.value.value or item.value.low for item in items[1:]]
    if len(rest) > 1 and None not in rest and first.value.value == sum(n for n in rest if n):
        whole = Draft(
            prop, first.value, first.span, voice, "resolve.quantity.v1", 0.9, reasons=reasons
        )
        parts = parts[1:]
    else:
        told = (f"sum of {len(items)} figures in a list", *reasons)
        value = sum_of([item.value for item in items])
        whole = Draft(prop, value, span, voice, "resolve.quantity.sum.v1", 0.7, reasons=told)
    return [
        whole,
        *(
            Draft(
                prop,
                as_part(item.value, part=True),
                item.span,
                voice,
                "resolve.quantity.v1",
                0.8,
                reasons=("part of a list",),
            )
            for item in parts
        ),
    ]


def as_part(value: object, *, part: bool) -> CountValue:
    """Return a count as a part of a larger one, or as none."""
    assert isinstance(value, CountValue)
    return replace(value, part=part)


def sum_of(values: Sequence[CountValue]) -> CountValue:
    """Return the sum of counts: a bound that one of them lacks, the sum lacks, too."""

    def total(numbers: list[int | None]) -> int | None:
        return None if None in numbers else sum(n for n in numbers if n is not None)

    low = total([v.low for v in values])
    best = total([v.value for v in values])
    high = total([v.high for v in values])
    hedged = next((v.qualifier for v in values if v.qualifier is not _EXACT), _EXACT)
    return CountValue(low, best, high, hedged, None, part=False)


def with_told_before(
    drafts: Sequence[Draft], main: Draft, told: Sequence[tuple[Span, int]], method: str
) -> list[Draft]:
    """Return the counts with a new main one: the main one so far and those told before it.

    Args:
        drafts: the counts.
        main: the main one of them, which leaves out who was told before.
        told: words before it, and how many people they tell of.
        method: how they were found.
    """
    number = sum(size for _, size in told)
    before = CountValue(number, number, number, _EXACT)
    whole = replace(
        main,
        value=sum_of([as_part(main.value, part=False), before]),
        method=method,
        confidence=0.7,
        extra=context_spans([span for span, _ in told]),
        reasons=(*main.reasons, f"and {number} told before"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def context_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans as what else a value rests on."""
    return tuple(Span(span.start, span.end, SpanRole.CONTEXT) for span in spans)
