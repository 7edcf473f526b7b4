"""Tallies with their values: figure, actor, target, place and the period they speak of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from recount.model import (
    CountValue,
    DateValue,
    Mention,
    PlaceValue,
    ResolvedTally,
    Span,
    SpanRole,
    Stance,
    Tally,
    Unknown,
    Voice,
)
from recount.resolve.context import Context
from recount.resolve.quantity import resolve_quantity
from recount.resolve.voice import resolve_voice
from recount.resources.grammar.numbers import find_quantities

_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_SAME_PERIOD = re.compile(r"\bsame (?:period|months?|time|quarter|half)\b", re.IGNORECASE)
_YEAR_EARLIER = re.compile(
    r"\b(?:a|one) year (?:earlier|before|ago)|the (?:previous|year before)", re.I
)
_OTHER_PERIOD = re.compile(
    r"\bsame (?:period|months?|time|quarter|half) (?:of|in)\s+(?:the\s+)?$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Period = tuple[date | None, date | None]


def resolve_tallies(context: Context, tallies: tuple[Tally, ...]) -> tuple[ResolvedTally, ...]:
    """Return the tallies of a document with their values, in order of the text."""
    done: dict[str, ResolvedTally] = {}
    for tally in sorted(tallies, key=lambda t: (t.quantity.start, t.id)):
        resolved = _resolve(context, tally, done)
        if resolved is not None:
            done[tally.id] = resolved
    return tuple(done.values())


def _resolve(
    context: Context, tally: Tally, done: Mapping[str, ResolvedTally]
) -> ResolvedTally | None:
    quantity = tally.quantity
    found = find_quantities(context.text, quantity.start, quantity.end)
    value = resolve_quantity(found[0], context.text).value if len(found) > 0 else None
    if not isinstance(value, CountValue):
        return None
    compared = done.get(tally.compared_with) if tally.compared_with is not None else None
    start, end = _period(context, tally, compared, tuple(done.values()))
    source = tally.attribution
    voice = Voice(None, None, context.outlet, Stance.ASSERTED)
    if source is not None:
        voice = resolve_voice(
            source.source.span if source.source is not None else None,
            source.cue.span if source.cue is not None else None,
            source.stance,
            context.text,
            context.outlet,
        )
    actor = _name(context, tally.actor)
    return ResolvedTally(
        id=tally.id,
        document=tally.document,
        measure=tally.measure,
        value=replace(value, part=False),
        voice=voice,
        original=context.text[quantity.start : quantity.end],
        spans=(quantity.span, Span(tally.words.start, tally.words.end, SpanRole.CONTEXT)),
        actor=actor if actor is not None or compared is None else compared.actor,
        target=_name(context, tally.target),
        place=_place(context, tally.place),
        start=start,
        end=end,
        compared_with=tally.compared_with,
        confidence=tally.confidence,
    )


def _name(context: Context, mention: Mention | None) -> str | None:
    if mention is None:
        return None
    value = context.actors.resolve(mention.span).value
    return None if isinstance(value, Unknown) else value.actor


def _place(context: Context, mention: Mention | None) -> PlaceValue | None:
    if mention is None:
        return None
    value = context.places.resolve([mention.span], None).value
    return value if isinstance(value, PlaceValue) else None


def _period(
    context: Context,
    tally: Tally,
    compared: ResolvedTally | None,
    earlier: tuple[ResolvedTally, ...],
) -> Period:
    words = tally.words.of(context.text)
    reference = compared if compared is not None else None
    after = context.text[tally.quantity.end : tally.words.end]
    if reference is not None and _SAME_PERIOD.search(after):
        return _shifted(reference, after)
    for time in tally.times:
        resolved = context.time_at(time.start, time.end)
        if resolved is None or not isinstance(resolved.value, DateValue):
            continue
        if _OTHER_PERIOD.search(context.text[max(0, time.start - 30) : time.start]):
            continue
        before = context.text[max(0, time.start - 12) : time.start]
        if _SINCE.search(before):
            return resolved.value.start, context.publication.end
        return resolved.value.start, resolved.value.end
    if re.search(r"\bof (?:those|these|them)\b", words, re.IGNORECASE) and len(earlier) > 0:
        first = next((t for t in reversed(earlier) if t.compared_with is None), earlier[-1])
        return first.start, first.end
    return None, None


def _shifted(reference: ResolvedTally, words: str) -> Period:
    """The reference's months, in the year that the words name or the year before."""
    if reference.start is None or reference.end is None:
        return None, None
    year = _YEAR.search(words)
    if year is not None:
        shift = int(year.group()) - reference.end.year
    elif _YEAR_EARLIER.search(words):
        shift = -1
    else:
        return None, None
    return _in_year(reference.start, shift), _in_year(reference.end, shift)


def _in_year(day: date, shift: int) -> date:
    try:
        return day.replace(year=day.year + shift)
    except ValueError:  # 29 February
        return day.replace(year=day.year + shift, day=28)
