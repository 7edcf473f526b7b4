"""Counts of an account: figures, lists added up, people named singly, and the main one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import (
    COUNT_PROPERTIES,
    Account,
    CountValue,
    Link,
    LinkRole,
    Property,
    Qualifier,
    Span,
    Voice,
)
from recount.resolve.context import Context
from recount.resolve.drafts import Draft, links_of, voice_of, with_primary
from recount.resolve.quantity import resolve_quantity
from recount.resources.grammar.numbers import find_quantities

_EXACT = Qualifier.EXACT
_TOTAL = re.compile(
    r"\b(?:toll|total|in all|overall|brought|bringing|brings|rose|risen|rises|climbed|now stands|"
    r"revised|correct(?:ed|ion)|updated)\b",
    re.IGNORECASE,
)


def count_drafts(context: Context, account: Account) -> list[Draft]:
    """Return the counts of an account; at most one of each property is its own main figure."""
    drafts: list[Draft] = []
    for prop in COUNT_PROPERTIES:
        found = [
            draft
            for link in links_of(account, LinkRole(prop.value))
            for draft in _count(context, prop, link)
        ]
        drafts.extend(_primary_count(context, found))
    return drafts


def _count(context: Context, prop: Property, link: Link) -> list[Draft]:
    mention = link.mention
    label, _, further = (mention.label or "").partition("+")
    voice = voice_of(context, link.attribution)
    quantities = find_quantities(context.text, mention.start, mention.end)
    values = [
        resolved.value
        for resolved in (resolve_quantity(quantity, context.text) for quantity in quantities)
        if isinstance(resolved.value, CountValue)
    ]
    reasons = ("further to an earlier figure",) if further else ()
    if label == "sum" and len(values) > 1:
        figures = [(Span(q.start, q.end), v) for q, v in zip(quantities, values, strict=False)]
        return _listed(prop, mention.span, figures, voice, reasons)
    if label == "person" or len(values) == 0:
        who = context.text[mention.start : mention.end]
        value = CountValue(1, 1, 1, _EXACT, who, link.part)
        return [Draft(prop, value, mention.span, voice, "resolve.quantity.person.v1", 0.75)]
    value = _as_part(values[0], part=link.part)
    if value.who is None and link.victims is not None:
        who = link.victims.of(context.text)
        value = CountValue(value.low, value.value, value.high, value.qualifier, who, value.part)
    return [Draft(prop, value, mention.span, voice, "resolve.quantity.v1", 0.9, reasons=reasons)]


def _listed(
    prop: Property,
    span: Span,
    figures: Sequence[tuple[Span, CountValue]],
    voice: Voice,
    reasons: tuple[str, ...],
) -> list[Draft]:
    """A list of figures: their sum, or a whole and the parts that make it up.

    "28 guards, 13 soldiers and two drivers" is 43; "12 people, seven women and five men" is 12.
    """
    first, values = figures[0], [value for _, value in figures]
    rest = [value.value for value in values[1:]]
    parts = list(figures)
    if len(rest) > 1 and None not in rest and first[1].value == sum(n for n in rest if n):
        whole = Draft(prop, first[1], first[0], voice, "resolve.quantity.v1", 0.9, reasons=reasons)
        parts = parts[1:]
    else:
        told = (f"sum of {len(values)} figures in a list", *reasons)
        whole = Draft(prop, _sum(values), span, voice, "resolve.quantity.sum.v1", 0.7, reasons=told)
    return [
        whole,
        *(
            Draft(
                prop,
                _as_part(value, part=True),
                where,
                voice,
                "resolve.quantity.v1",
                0.8,
                reasons=("part of a list",),
            )
            for where, value in parts
        ),
    ]


def _as_part(value: CountValue, *, part: bool) -> CountValue:
    return CountValue(value.low, value.value, value.high, value.qualifier, value.who, part)


def _sum(values: Sequence[CountValue]) -> CountValue:
    def total(numbers: list[int | None]) -> int | None:
        return None if None in numbers else sum(n for n in numbers if n is not None)

    low = total([v.low for v in values])
    best = total([v.value for v in values])
    high = total([v.high for v in values])
    hedged = next((v.qualifier for v in values if v.qualifier is not _EXACT), _EXACT)
    return CountValue(low, best, high, hedged, None, part=False)


def _primary_count(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Choose the account's own figure: a stated new total, else the first whole one told."""
    wholes = [
        d
        for d in drafts
        if isinstance(d.value, CountValue)
        and not d.value.part
        and "further to an earlier figure" not in d.reasons
    ]
    if len(wholes) == 0:
        return drafts
    totals = [d for d in wholes if _TOTAL.search(context.sentence_text(d.span.start))]
    chosen = _last_total(context, totals) if len(totals) > 0 else _first_whole(wholes)
    kept: list[Draft] = []
    for draft in drafts:
        if (
            draft is not chosen
            and draft in wholes
            and _smaller_same_sentence(context, draft, chosen)
        ):
            value = draft.value
            if isinstance(value, CountValue):
                draft = Draft(  # noqa: PLW2901 - the part replaces the whole it was read as
                    draft.prop,
                    _as_part(value, part=True),
                    draft.span,
                    draft.voice,
                    draft.method,
                    draft.confidence,
                    reasons=(*draft.reasons, "part of a larger figure beside it"),
                )
        kept.append(with_primary(draft, primary=draft is chosen))
    return kept


def _last_total(context: Context, totals: Sequence[Draft]) -> Draft:
    """The largest figure of the last sentence that states a new total ("now 17, after three")."""
    last = max(context.sentence_of(draft.span.start) for draft in totals)
    there = [draft for draft in totals if context.sentence_of(draft.span.start) == last]
    return max(there, key=lambda draft: (_size(draft), -draft.span.start))


def _size(draft: Draft) -> int:
    value = draft.value
    if not isinstance(value, CountValue):
        return 0
    return next((n for n in (value.value, value.low, value.high) if n is not None), 0)


def _first_whole(wholes: Sequence[Draft]) -> Draft:
    """The first figure of the founding sentence; a person told singly yields to a number."""
    numbered = [d for d in wholes if d.method != "resolve.quantity.person.v1"]
    return (numbered or list(wholes))[0]


def _smaller_same_sentence(context: Context, draft: Draft, chosen: Draft) -> bool:
    same = context.sentence_of(draft.span.start) == context.sentence_of(chosen.span.start)
    return same and _size(draft) < _size(chosen)
