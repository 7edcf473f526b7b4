"""Builders of times counted from a day or event told: eves, days of a siege, weeks of a day."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.resources.grammar.time_absolute import ordinal_value
from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.time_meant import weekend_is_meant
from recount.resources.grammar.time_reader import FUTURE, PAST, PRESENT, Builder, Reader
from recount.resources.grammar.time_words import time_words


def _eve_of(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the eve of Easter", and "the eve of the vote", which counts from what was told."""
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    base = replace(base, unit=TimeUnit.DAY, amount=1, direction=PAST)
    if match.start("inner") < 0:
        return replace(base, part="next", needs_anchor=Anchor.NARRATIVE)
    inner = reader.build(*match.span("inner"))
    if inner is None:
        return None
    return replace(base, relation=Relation.OFFSET, inner=inner, needs_anchor=inner.needs_anchor)


def _before_last(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the night before last": one step further back than "last night"."""
    found = reader.gather(*match.span("what"))
    kind = TimeKind.RELATIVE_PUBLICATION if found.weekday is None else TimeKind.WEEKDAY
    base = reader.expression(*match.span(), kind)
    return replace(
        base,
        unit=found.unit or TimeUnit.DAY,
        amount=2,
        weekday=found.weekday,
        day_part=found.day_part,
        direction=PAST,
        named="last",
        needs_anchor=Anchor.PUBLICATION,
    )


_HOW = {"of": "holding", "ending": "ending", "ended": "ending"}
_WHOLE_UNITS = frozenset({TimeUnit.WEEK, TimeUnit.WEEKEND, TimeUnit.MONTH, TimeUnit.YEAR})


def _week_of(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the week ending 10 May", "the week of 4 May", "the weekend of 3 May"."""
    inner = reader.build(*match.span("inner"))
    unit = reader.gather(*match.span("unit")).unit
    low = reader.tokens.lows[match.start("unit")]
    if inner is None or unit not in _WHOLE_UNITS or low.endswith("s"):
        return None
    how = reader.tokens.lows[match.start("how")]
    if how in ("early", "start"):
        return None
    base = reader.expression(*match.span(), TimeKind.SPAN_OF)
    return replace(
        base,
        part=_HOW.get(how, "beginning"),
        unit=unit,
        relation=Relation.WITHIN,
        inner=inner,
        needs_anchor=inner.needs_anchor,
    )


def _of_inner(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the night of 3-4 May": the two days that it lies on."""
    inner = reader.build(*match.span("inner"))
    if inner is None:
        return None
    words = reader.tokens.text[reader.tokens.starts[match.start()] : inner.end]
    return replace(inner, start=reader.tokens.starts[match.start()], words=words)


def _overnight_of(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = _of_inner(reader, match)
    return None if found is None else replace(found, day_part="overnight")


def _nth_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the third day of the siege", "day 12 of the siege", "the 19th century"."""
    if match.start("nth") < 0:
        return _day_number(reader, match)
    number = ordinal_value(reader, *match.span("nth"))
    if number is None:
        number = next(iter(reader.gather(*match.span("nth")).days), None)
    unit = reader.gather(*match.span("unit")).unit
    if number is None:
        return None
    if unit is TimeUnit.CENTURY:
        base = reader.expression(*match.span(), TimeKind.DECADE)
        return replace(base, year=100 * (number - 1) + 1, unit=unit) if 1 < number < 40 else None
    before = reader.tokens.low(match.start() - 1)
    if unit is not TimeUnit.DAY or before in _LASTING or _is_part_of_date(reader, match.end()):
        return None
    return _counted(reader, match, number)


_LASTING = frozenset({"for", "a", "every", "each"})
"""Words before "third day" that make it a length: "for the third day"."""
_NO_TOLD = frozenset({"running", "straight", "school", "work", "every", "in"})
"""Words after "the third day (of)" with which it counts from no event that was told."""


def _is_part_of_date(reader: Reader, after: int) -> bool:
    lows = (reader.tokens.low(after), reader.tokens.low(after + 1))
    return lows[0] in _NO_TOLD or (lows[0] == "of" and lows[1] in _NO_TOLD)


def _day_number(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span("number"))
    number = found.days[0] if len(found.days) > 0 else found.amount
    unit = reader.gather(*match.span("day_word")).unit
    if number is None or unit is not TimeUnit.DAY:
        return None
    if reader.row[match.end() : match.end() + 1] in _letters_of("month", "unsure_month"):
        return None
    return _counted(reader, match, number)


def _letters_of(*names: str) -> set[str]:
    letters = time_words().letters
    return {letters[name] for name in names}


def _counted(reader: Reader, match: re.Match[str], number: int) -> TimeExpression:
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    return replace(
        base,
        unit=TimeUnit.DAY,
        amount=number - 1,
        direction=FUTURE if number > 1 else PRESENT,
        part="nth",
        needs_anchor=Anchor.NARRATIVE,
    )


_NO_NAME = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "]", '"', "”", "\n", "-", "–", "—"})
_OTHER_CLAUSE = frozenset({"and", "but", "or", "when", "while", "as", "said", "was", "were", "had"})
_PREPOSITIONS = ("prep", "by", "from", "to", "until", "since", "of", "last", "next")


def names_event(reader: Reader, after: int) -> bool:
    """Whether words that name an event follow "two days after" in its clause.

    "He died two days after the raid" does, "The day after, he fled" and "the night before in
    Osk" do not.
    """
    low = reader.tokens.low(after)
    if low in _NO_NAME or low in _OTHER_CLAUSE:
        return False
    return reader.row[after : after + 1] not in _letters_of(*_PREPOSITIONS)


def _weekend(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the weekend"; without an article only before a deed ("weekend raids")."""
    if match.end() - match.start() == 1 and not weekend_is_meant(reader, match.start()):
        return None
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    return replace(
        base, unit=TimeUnit.WEEKEND, amount=1, direction=PAST, needs_anchor=Anchor.PUBLICATION
    )


EVENTS: dict[str, Builder] = {
    "weekend": _weekend,
    "eve_of": _eve_of,
    "before_last": _before_last,
    "week_of": _week_of,
    "night_of_days": _of_inner,
    "overnight_of": _overnight_of,
    "nth_day": _nth_day,
}
"""Rules whose expressions count from a day or event."""
