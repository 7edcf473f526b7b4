"""Wounded of whom some died: "injured 14, one of whom died in hospital" leaves 13."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.model import CountValue, Property, Qualifier
from recount.resolve.context import Context
from recount.resolve.drafts import Draft, voice_of, with_primary
from recount.resolve.sums import context_spans, sum_of
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, small_number

METHOD = "resolve.quantity.whom_died.v1"
_OF_WHOM = re.compile(
    rf"(?:\s+(?:others|people|more))?,?\s+(?P<number>one|{SMALL_NUMBERS}|\d\d?)\s+of\s+(?:whom|them)\s+"
    r"(?:(?:has|have|had|later|then|subsequently|since)\s+)*(?:died|succumbed)\b",
    re.IGNORECASE,
)
"""What follows wounded of whom some died."""


def with_whom_died(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Return the counts of an account, those of the wounded who died moved to the dead."""
    wounded = next((d for d in drafts if d.primary and d.prop is Property.WOUNDED), None)
    if wounded is None or not isinstance(wounded.value, CountValue):
        return drafts
    found = _OF_WHOM.match(context.text, wounded.span.end)
    hurt = wounded.value.value
    if found is None or hurt is None:
        return drafts
    died = small_number(found["number"])
    if died is None or died >= hurt:
        return drafts
    left = replace(
        wounded,
        value=replace(wounded.value, low=hurt - died, value=hurt - died, high=hurt - died),
        method=METHOD,
        reasons=(*wounded.reasons, "without those who died"),
    )
    rest = [with_primary(d, primary=False) if d is wounded else d for d in drafts]
    return [*_with_more_dead(context, rest, wounded, died), left]


def _with_more_dead(
    context: Context, drafts: list[Draft], wounded: Draft, died: int
) -> list[Draft]:
    more = CountValue(died, died, died, Qualifier.EXACT)
    killed = next((d for d in drafts if d.primary and d.prop is Property.KILLED), None)
    if killed is None:
        voice = voice_of(context, None)
        return [
            Draft(Property.KILLED, more, wounded.span, voice, METHOD, 0.6, primary=True),
            *drafts,
        ]
    if not isinstance(killed.value, CountValue) or killed.span.start > wounded.span.start:
        return drafts  # a toll told after them counts them
    whole = replace(
        killed,
        value=sum_of([killed.value, more]),
        method=METHOD,
        confidence=0.6,
        extra=(*killed.extra, *context_spans([wounded.span])),
        reasons=(*killed.reasons, "and those of the wounded who died"),
    )
    return [whole, *(with_primary(d, primary=False) if d is killed else d for d in drafts)]
