"""Builders of times told relative to others, and of durations and clock times."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.resources.grammar.time_absolute import inner_expression
from recount.resources.grammar.time_events import names_event
from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.time_meant import day_is_meant
from recount.resources.grammar.time_patterns import time_rule
from recount.resources.grammar.time_reader import (
    DIRECTIONS,
    FUTURE,
    PAST,
    PRESENT,
    Builder,
    Gathered,
    Reader,
)
from recount.resources.grammar.time_words import time_words


def _amount(reader: Reader, match: re.Match[str]) -> Gathered:
    """Return amount and unit of the groups ``amount`` and ``unit``."""
    found = reader.gather(*match.span("unit"))
    if found.day_part == "night":
        found.unit = TimeUnit.DAY
    first, after = match.span("amount")
    if first < 0:
        return found
    number = reader.gather(first, after)
    found.vague = number.vague
    if len(number.days) > 0:
        found.amount = number.days[0]
    elif number.short_year is not None:
        found.amount = number.short_year
    else:
        found.amount = (found.amount or 1) * _spoken(reader, first, after, number)
    return found


def _spoken(reader: Reader, first: int, after: int, number: Gathered) -> int:
    """Return a number in words ("twenty-five" is 25)."""
    numbers = time_words().numbers
    parts = [numbers[low] for low in reader.tokens.lows[first:after] if low in numbers]
    return sum(parts) if len(parts) > 1 else number.amount or 1


def _explicit(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    inner = inner_expression(reader, match)
    outer = reader.build(*match.span("outer"))
    if inner is None or outer is None:
        return outer
    whole = reader.expression(match.start(), match.end(), TimeKind.RELATIVE_NARRATIVE)
    if not whole.words.endswith((")", "]")):
        whole = replace(whole, end=inner.end, words=whole.words[: inner.end - whole.start])
    return replace(
        outer,
        start=whole.start,
        end=whole.end,
        words=whole.words,
        relation=Relation.EXPLICIT,
        inner=inner,
        needs_anchor=inner.needs_anchor,
    )


def _offset_from(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    inner = reader.build(*match.span("inner"))
    found = _amount(reader, match)
    if inner is None:
        return None
    side = DIRECTIONS[reader.tokens.lows[match.start("side")]]
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    return replace(
        base,
        end=inner.end,
        words=base.words[: inner.end - base.start],
        unit=found.unit,
        amount=found.amount or 1,
        vague=found.vague,
        direction=side,
        part="within" if _is_less_than(reader, match.start()) else None,
        relation=Relation.OFFSET,
        # An event that the text counts down to may well be to come.
        inner=replace(inner, open=True) if side == PAST and inner.year is None else inner,
        needs_anchor=inner.needs_anchor,
    )


def _since(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first, after = match.span()
    part_span = (first + 1, match.start("inner"))
    if match.start("running") >= 0:
        inner = _running_unit(reader, match)
    else:
        inner = inner_expression(reader, match)
    if inner is None:
        return None
    part = reader.gather(*part_span).part if match.start("running") < 0 else None
    if part is not None:
        inner = replace(inner, part=part)
    base = reader.expression(first, after, TimeKind.RANGE)
    return replace(
        base,
        end=inner.end,
        words=base.words[: inner.end - base.start],
        relation=Relation.SINCE,
        inner=inner,
        needs_anchor=Anchor.PUBLICATION,
    )


def _running_unit(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build the unit of "since the start of the year": the present one."""
    found = reader.gather(*match.span("running"))
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    early = reader.gather(match.start(), match.start("running")).part == "early"
    return replace(base, unit=found.unit, direction=PRESENT) if early else None


_LAST_PARTS = {"final": "last", "past": "last"}
_PLURAL_UNITS = 8
"""Units that "the final days of", "the first weeks of" cover at most: wide, to be never false."""


_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}


def _span_of(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    inner = inner_expression(reader, match)
    if inner is None:
        return None
    if match.re is time_rule("span_of"):
        found = _amount(reader, match)
    else:
        found = reader.gather(*match.span("unit"))
    part = _LAST_PARTS.get(reader.tokens.lows[match.start("part")])
    part = part if part is not None else reader.tokens.lows[match.start("part")]
    if part.isdecimal():
        part = _ORDINALS.get(int(part), part)
    if found.amount is None and reader.tokens.lows[match.start("unit")].endswith("s"):
        found.amount = _PLURAL_UNITS
    base = reader.expression(*match.span(), TimeKind.SPAN_OF)
    return replace(
        base,
        part=part,
        unit=found.unit,
        amount=found.amount,
        relation=Relation.WITHIN,
        inner=inner,
        needs_anchor=inner.needs_anchor,
    )


def _within_last(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "the 28th of last month", "May last year", "late last year", "Friday last week"."""
    inner = reader.build(*match.span("inner"))
    if inner is None:
        return None
    found = reader.gather(match.start(), match.start("inner"))
    if found.month is not None and inner.unit is not TimeUnit.YEAR:
        return None
    if len(found.days) > 0 and found.month is None and inner.unit is not TimeUnit.MONTH:
        return None
    if reader.tokens.lows[match.start()] in ("beginning", "start"):
        found.part = None  # "beginning next week" is from its first day on
    kind = TimeKind.MONTH if found.month is not None else TimeKind.SPAN_OF
    if len(found.days) > 0:
        kind = TimeKind.DAY
    elif found.weekday is not None:
        kind = TimeKind.WEEKDAY
    base = reader.expression(*match.span(), kind)
    return replace(
        base,
        month=found.month,
        day=found.days[0] if len(found.days) > 0 else None,
        weekday=found.weekday,
        part=found.part,
        relation=Relation.WITHIN,
        inner=inner,
        needs_anchor=Anchor.PUBLICATION,
    )


def _part_of_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    inner = reader.build(*match.span("inner"))
    if inner is None:
        return None
    low = reader.tokens.low(match.start("part")) if match.start("part") >= 0 else None
    edge = reader.gather(match.start(), match.start("inner")).part
    base = reader.expression(*match.span(), inner.kind)
    part = low if low not in (None, "early", "late") else edge
    return replace(
        inner,
        start=base.start,
        words=reader.tokens.text[base.start : inner.end],
        day_part=inner.day_part or part,
    )


def _close_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first, after = match.span()
    if not day_is_meant(reader, first, after):
        return None
    base = reader.expression(first, after, TimeKind.RELATIVE_PUBLICATION)
    found = reader.gather(first, after)
    lows = reader.tokens.lows[first:after]
    amount = 1 if {"yesterday", "tomorrow"} & set(lows) else 0
    part = found.day_part or found.part
    if "tonight" in lows:
        part = "night"
    if "overnight" in lows:
        part, amount = "overnight", 1
    direction = PAST if "yesterday" in lows or "overnight" in lows else PRESENT
    if "tomorrow" in lows:
        direction = FUTURE
    return replace(
        base,
        unit=TimeUnit.DAY,
        amount=amount,
        direction=direction,
        day_part=part,
        needs_anchor=Anchor.PUBLICATION,
    )


def _last_unit(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    which = reader.tokens.lows[match.end("which") - 1]
    what = reader.gather(match.start("what"), match.end())
    edge = reader.gather(*match.span("edge")) if match.start("edge") >= 0 else Gathered()
    direction = DIRECTIONS.get(which, PRESENT)
    edge_word = reader.tokens.lows[match.start("edge")] if match.start("edge") >= 0 else None
    unit = what.unit
    kind = TimeKind.RELATIVE_PUBLICATION
    if what.weekday is not None:
        kind = TimeKind.WEEKDAY
    elif what.month is not None:
        kind = TimeKind.MONTH
    elif what.season is not None:
        kind = TimeKind.SEASON
    elif unit in (None, TimeUnit.DAY):
        if unit is TimeUnit.DAY or (which == "next" and what.day_part != "night"):
            return _next_told(reader, match)
        unit = TimeUnit.DAY
    if what.month is not None and not _capital_month(reader, match):
        return None
    base = reader.expression(*match.span(), kind)
    return replace(
        base,
        unit=unit,
        amount=1,
        weekday=what.weekday,
        month=what.month,
        season=what.season,
        day_part=what.day_part,
        direction=direction,
        part=edge.part or (edge_word if edge_word in ("earlier", "later") else None),
        named=which,
        needs_anchor=Anchor.PUBLICATION,
    )


def _next_told(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "next day", "next morning", after what was told; "last day" alone dates nothing."""
    if reader.tokens.lows[match.start("which")] != "next":
        return None
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    return replace(
        base,
        unit=TimeUnit.DAY,
        amount=1,
        direction=FUTURE,
        part="next",
        day_part=reader.gather(*match.span()).day_part,
        needs_anchor=Anchor.NARRATIVE,
    )


def _capital_month(reader: Reader, match: re.Match[str]) -> bool:
    return reader.tokens.is_capital(match.start("what"))


def _ago(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    front = match.span("front")
    if front[0] >= 0 and reader.gather(*match.span("unit")).unit is not TimeUnit.WEEK:
        return reader.build(*front) or reader.build(front[0], front[0] + 1)
    if match.start("bare") >= 0:
        found = reader.gather(*match.span("bare"))
        found.amount, found.vague = 3, True
    else:
        found = _amount(reader, match)
        if max(match.start("half1"), match.start("half2")) >= 0:
            _add_half(found)
    at = match.start("at")
    today = at >= 0 and reader.tokens.lows[at] == "today"
    beside = reader.gather(at, match.end()) if at >= 0 else Gathered()
    if front[0] >= 0:
        beside = reader.gather(*front)
    return replace(
        base,
        unit=found.unit or TimeUnit.DAY,
        amount=found.amount or 1,
        vague=found.vague,
        direction=PAST,
        needs_anchor=Anchor.PUBLICATION,
        part="ago",
        named="today" if today else None,
        weekday=beside.weekday,
    )


def _add_half(found: Gathered) -> None:
    """Read "a year and a half" as 18 months; half of another unit is no exact amount."""
    if found.unit is TimeUnit.YEAR:
        found.unit, found.amount = TimeUnit.MONTH, 12 * (found.amount or 1) + 6
    else:
        found.vague = True


def _past_span(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = _amount(reader, match)
    which = reader.tokens.lows[match.start("which")]
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    plural = reader.tokens.lows[match.end("unit") - 1].endswith("s")
    if match.start("half") >= 0:
        _add_half(found)
    vague = found.vague or (found.amount is None and plural)
    if reader.tokens.low(match.end()) == "of" and which not in ("past", "recent"):
        return None  # "the last five days of the campaign"
    if found.unit in (None, TimeUnit.DAY, TimeUnit.MINUTE) and found.amount is None and not plural:
        return None  # "the last day" of something
    return replace(
        base,
        unit=found.unit or TimeUnit.DAY,
        amount=found.amount or (3 if vague else 1),
        vague=vague,
        direction=DIRECTIONS[which],
        part="span",
        needs_anchor=Anchor.PUBLICATION,
    )


def _repeated(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    first = time_words().weekdays.get(reader.tokens.lows[match.start()])
    weekday = found.weekday if found.weekday is not None else first
    base = reader.expression(*match.span(), TimeKind.REPEATED)
    return replace(base, weekday=weekday, unit=found.unit, repeated=True)


def _narrative(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    lows = reader.tokens.lows[match.start() : match.end()]
    to_the_day = lows[-3:] == ("to", "the", "day")
    after = match.end() - 3 if to_the_day else match.end()
    lows = reader.tokens.lows[match.start() : after]
    found = reader.gather(match.start(), after)
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    unit = found.unit or (TimeUnit.DAY if found.weekday is None else None)
    direction = found.direction or 0
    amount = found.days[0] if len(found.days) > 0 else found.amount
    amount = amount if amount is not None else found.short_year
    vague = found.vague
    within = "same" in lows or "that" in lows or lows[0] in ("earlier", "later")
    if within:
        direction, amount = PRESENT, 0
    elif amount is None:
        vague = any(low in time_words().units and low.endswith("s") for low in lows)
        amount = 3 if vague else 1
    if "half" in lows:
        vague = True
    event = lows[-1] in _SIDES and names_event(reader, match.end())
    if event and lows[-1] != "to" and reader.tokens.low(match.start() - 1) == "for":
        return replace(base, kind=TimeKind.DURATION, unit=unit, amount=amount, vague=vague)
    if not event and _is_bare_unit(reader, match):
        return None  # "day after day"
    part = "within" if _is_less_than(reader, match.start()) else None
    if to_the_day or reader.tokens.low(match.start() - 1) == "exactly":
        part = "exact"
    return replace(
        base,
        unit=unit,
        amount=amount,
        vague=vague,
        direction=direction,
        weekday=found.weekday,
        month=found.month,
        day_part=found.day_part,
        part="next" if lows[0] == "the" and not within else part,
        relation=Relation.EVENT if event else None,
        needs_anchor=Anchor.NARRATIVE,
    )


_SIDES = frozenset({"before", "after", "following", "preceding", "to"})
"""Words that end an expression which counts from an event named after it."""


def _is_bare_unit(reader: Reader, match: re.Match[str]) -> bool:
    """Whether it is a unit alone with "before" or "after" ("hours after the raid")."""
    lows = reader.tokens.lows[match.start() : match.end()]
    return lows[0] in time_words().units and lows[-1] in ("before", "after")


def _is_less_than(reader: Reader, first: int) -> bool:
    """Whether words before bound an amount from above ("less than a month after")."""
    before = (reader.tokens.low(first - 2), reader.tokens.low(first - 1))
    return before == ("less", "than") or before[1] in ("within", "under")


def _weekday(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    words = time_words()
    at = match.start("wd")
    if reader.tokens.low(at + 1) in words.after_weekday and reader.tokens.is_capital(at + 1):
        return None
    if reader.tokens.low(at - 1) in words.before_weekday and not reader.tokens.is_upper(at - 1):
        return None
    short = reader.row[at] == words.letters["short_weekday"]
    if short and not _short_weekday_is_meant(reader, at):
        return None
    match_first = match.start()
    after = match.end() if match.start("part") >= 0 else at + 1
    found = reader.gather(match_first, after)
    base = reader.expression(match_first, after, TimeKind.WEEKDAY)
    overnight = reader.tokens.lows[after - 1] == "overnight"
    return replace(
        base,
        weekday=found.weekday,
        day_part="overnight" if overnight else found.day_part or found.part,
        needs_anchor=Anchor.PUBLICATION,
    )


def _short_weekday_is_meant(reader: Reader, at: int) -> bool:
    """Whether "Sat.", "Sun." or "Mon." is a day: "on" and a full stop must show it."""
    return reader.tokens.low(at + 1) == "." and reader.tokens.low(at - 1) in ("on", "(", ",")


def _clock(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    letters = time_words().letters
    first, after = match.span()
    base = reader.expression(first, after, TimeKind.TIME_OF_DAY)
    zone = next((at for at in range(first, after) if reader.row[at] == letters["zone"]), None)
    clock = reader.text(first, after if zone is None else zone)
    return replace(base, clock=clock, zone=None if zone is None else reader.tokens.lows[zone])


def _is_clock(reader: Reader, match: re.Match[str]) -> bool:
    """Whether four figures before "hours" are an hour ("at 1835 hours")."""
    low = reader.tokens.lows[match.start()]
    hours = reader.tokens.lows[match.end() - 1] in ("hours", "hrs")
    return hours and len(low) == 4 and low.isdecimal() and int(low) % 100 < 60


def _duration(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = _amount(reader, match)
    if reader.tokens.lows[match.start()] in ("a", "an") and not found.vague:
        return None
    if _is_clock(reader, match):
        return _clock(reader, match)
    if "old" in (reader.tokens.low(match.end()), reader.tokens.low(match.end() + 1)):
        return None
    base = reader.expression(*match.span(), TimeKind.DURATION)
    return replace(base, unit=found.unit, amount=found.amount, vague=found.vague)


RELATIVE: dict[str, Builder] = {
    "explicit": _explicit,
    "offset_from": _offset_from,
    "since": _since,
    "span_of": _span_of,
    "half_of": _span_of,
    "day_of_last": _within_last,
    "month_of_last": _within_last,
    "part_of_day": _part_of_day,
    "year_part_last": _within_last,
    "end_of_last": _within_last,
    "earlier_today": _close_day,
    "close_day": _close_day,
    "week_day_of": _within_last,
    "last_unit": _last_unit,
    "ago": _ago,
    "past_span": _past_span,
    "repeated": _repeated,
    "narrative": _narrative,
    "weekday": _weekday,
    "clock": _clock,
    "duration": _duration,
}
"""Rules whose expressions count from somewhere."""
