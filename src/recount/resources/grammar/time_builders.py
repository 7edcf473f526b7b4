"""From matched patterns to expressions of time: one builder for each rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.time_patterns import time_patterns
from recount.resources.grammar.time_words import dotted_date, full_year, time_words
from recount.resources.grammar.tokens import Tokens

_VAGUE_AMOUNTS: dict[str, int] = {"few": 3, "several": 3, "many": 3, "couple": 2}
_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "close": "end"}
_PAST, _PRESENT, _FUTURE = -1, 0, 1
_DIRECTIONS = {
    "last": _PAST,
    "past": _PAST,
    "previous": _PAST,
    "preceding": _PAST,
    "prior": _PAST,
    "recent": _PAST,
    "earlier": _PAST,
    "before": _PAST,
    "ago": _PAST,
    "yesterday": _PAST,
    "next": _FUTURE,
    "following": _FUTURE,
    "ensuing": _FUTURE,
    "coming": _FUTURE,
    "upcoming": _FUTURE,
    "later": _FUTURE,
    "afterwards": _FUTURE,
    "afterward": _FUTURE,
    "after": _FUTURE,
    "tomorrow": _FUTURE,
}


@dataclass(slots=True)
class Gathered:
    """What the tokens of one stretch say, whatever their order."""

    weekday: int | None = None
    month: int | None = None
    days: list[int] = field(default_factory=list)
    year: int | None = None
    short_year: int | None = None
    day_part: str | None = None
    part: str | None = None
    unit: TimeUnit | None = None
    amount: int | None = None
    vague: bool = False
    season: str | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Tokens of a text with the letters of their classes."""

    tokens: Tokens
    row: str

    def text(self, first: int, after: int) -> str:
        """Return the words of a stretch of tokens."""
        tokens = self.tokens
        return tokens.text[tokens.starts[first] : tokens.ends[after - 1]]

    def expression(self, first: int, after: int, kind: TimeKind) -> TimeExpression:
        """Return an expression of a kind over a stretch of tokens, with nothing read yet."""
        tokens = self.tokens
        return TimeExpression(
            tokens.starts[first], tokens.ends[after - 1], kind, self.text(first, after)
        )

    def build(self, first: int, after: int) -> TimeExpression | None:
        """Return the expression that exactly fills a stretch of tokens."""
        match = time_patterns().scan.fullmatch(self.row, first, after)
        return None if match is None else self.from_match(match)

    def from_match(self, match: re.Match[str]) -> TimeExpression | None:
        """Return the expression of a match of the scanning pattern."""
        rule = str(match.lastgroup)
        inner = time_patterns().rules[rule].fullmatch(self.row, match.start(), match.end())
        return None if inner is None else BUILDERS[rule](self, inner)

    def gather(self, first: int, after: int) -> Gathered:
        """Return what the tokens of a stretch say."""
        words = time_words()
        letters = words.letters
        found = Gathered()
        for index in range(first, after):
            self._take(index, found, letters)
        return found

    def _take(self, index: int, found: Gathered, letters: dict[str, str]) -> None:
        words = time_words()
        letter, low = self.row[index], self.tokens.lows[index]
        if letter in (letters["weekday"], letters["short_weekday"]):
            found.weekday = words.weekdays[low]
        elif letter in (letters["month"], letters["unsure_month"]):
            found.month = words.months[low]
        elif letter == letters["day_number"]:
            found.days.append(int(low))
        elif letter == letters["year_number"]:
            found.year = int(low)
        elif letter == letters["other_number"]:
            found.short_year = int(low)
        elif letter in (letters["day_part"], letters["clock_word"]):
            found.day_part = low
        elif letter in (letters["early"], letters["late"], letters["middle"], letters["end"]):
            found.part = _PARTS.get(low, low)
        elif letter in (letters["season"], letters["fall"]):
            found.season = "autumn" if low == "fall" else low
        else:
            self._take_relative(index, found, letters)

    def _take_relative(self, index: int, found: Gathered, letters: dict[str, str]) -> None:
        words = time_words()
        letter, low = self.row[index], self.tokens.lows[index]
        if letter == letters["unit"]:
            found.unit = TimeUnit(words.units[low])
            if low == "fortnight":
                found.amount = 2 * (found.amount or 1)
        elif letter == letters["night"]:
            found.day_part = "night"
        elif letter == letters["weekend"]:
            found.unit = TimeUnit.WEEKEND
        elif letter == letters["number_word"]:
            found.amount = words.numbers[low]
        elif low in _VAGUE_AMOUNTS:
            found.amount, found.vague = _VAGUE_AMOUNTS[low], True
        elif letter == letters["article"] and found.amount is None:
            found.amount = 1
        elif low in _DIRECTIONS:
            found.direction = _DIRECTIONS[low]


Builder = Callable[[Reader, re.Match[str]], TimeExpression | None]


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
        found.amount = (found.amount or 1) * (number.amount or 1)
    return found


def _inner(reader: Reader, match: re.Match[str], name: str = "inner") -> TimeExpression | None:
    first, after = match.span(name)
    letters = time_words().letters
    if reader.row[first] == letters["prep"]:
        first += 1
    if after - first <= 2 and reader.row[first] in letters["month"] + letters["unsure_month"]:
        return _month(reader, first, after)
    if after - first == 1 and reader.row[first] == letters["year_number"]:
        base = reader.expression(first, after, TimeKind.YEAR)
        return replace(base, year=int(reader.tokens.lows[first]))
    return reader.build(first, after)


def _month(reader: Reader, first: int, after: int) -> TimeExpression:
    found = reader.gather(first, after)
    base = reader.expression(first, _without_dot(reader, first, after), TimeKind.MONTH)
    return replace(
        base,
        year=found.year,
        month=found.month,
        part=found.part,
        needs_anchor=None if found.year is not None else Anchor.PUBLICATION,
    )


def _without_dot(reader: Reader, first: int, after: int) -> int:
    """Leave a closing full stop out of a span ("Nov."): it may end the sentence as well."""
    dot = after - first > 1 and reader.tokens.lows[after - 1] == "."
    return after - 1 if dot else after


def build_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build a calendar day."""
    first, after = match.span()
    found = reader.gather(first, after)
    month, days = found.month, found.days
    if month is None:  # ISO: year, month, day
        month, days = days[0], days[1:]
    year = found.year
    if year is None and found.short_year is not None:
        year = full_year(found.short_year)
    if not 1 <= month <= 12 or not _possible(month, days[0], year):
        return None
    base = reader.expression(first, _without_dot(reader, first, after), TimeKind.DAY)
    return replace(
        base,
        year=year,
        month=month,
        day=days[0],
        weekday=found.weekday,
        day_part=found.day_part,
        needs_anchor=None if year is not None else Anchor.PUBLICATION,
    )


def _possible(month: int, day: int, year: int | None) -> bool:
    longest = 30 if month in (4, 6, 9, 11) else 31
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        longest = 29 if leap else 28
    return day <= longest


def _day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    return build_day(reader, match)


def _numeric(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first, after = match.span()
    tokens = reader.tokens
    dotted = after - first == 1
    if dotted:
        numbers = dotted_date(tokens.lows[first])
    else:
        if not all(tokens.glued(at) for at in range(first + 1, after)):
            return None
        numbers = (
            int(tokens.lows[first]),
            int(tokens.lows[first + 2]),
            full_year(int(tokens.lows[first + 4])),
        )
    if numbers is None or min(numbers[:2]) < 1 or min(numbers[:2]) > 12 or max(numbers[:2]) > 31:
        return None
    base = reader.expression(first, after, TimeKind.NUMERIC)
    return replace(base, numeric=numbers, year=numbers[2], dotted=dotted)


def _explicit(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    inner = _inner(reader, match)
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
    side = _DIRECTIONS[reader.tokens.lows[match.start("side")]]
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    return replace(
        base,
        end=inner.end,
        words=base.words[: inner.end - base.start],
        unit=found.unit,
        amount=found.amount or 1,
        vague=found.vague,
        direction=side,
        relation=Relation.OFFSET,
        inner=inner,
        needs_anchor=inner.needs_anchor,
    )


def _range(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first_end, last_end = _inner(reader, match, "a"), _inner(reader, match, "b")
    if first_end is None or last_end is None:
        return None
    base = reader.expression(*match.span(), TimeKind.RANGE)
    anchor = last_end.needs_anchor
    return replace(
        base,
        end=last_end.end,
        words=base.words[: last_end.end - base.start],
        inner=first_end,
        until=last_end,
        needs_anchor=anchor,
    )


def _range_days(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    month = reader.gather(*match.span("month")).month
    low = reader.gather(*match.span("d1")).days[0]
    high = reader.gather(*match.span("d2")).days[0]
    year_span = match.span("year")
    year = reader.gather(*year_span).year if year_span[0] >= 0 else None
    if month is None or not _possible(month, high, year) or low >= high:
        return None
    base = reader.expression(match.start(), match.end(), TimeKind.RANGE)
    anchor = None if year is not None else Anchor.PUBLICATION
    ends = [
        replace(base, kind=TimeKind.DAY, year=year, month=month, day=day, needs_anchor=anchor)
        for day in (low, high)
    ]
    return replace(base, inner=ends[0], until=ends[1], needs_anchor=anchor)


def _range_short(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first = match.start()
    tokens = reader.tokens
    low = int(tokens.lows[first])
    digits = tokens.lows[first + 2]
    if len(digits) != 2 or not tokens.glued(first + 1) or not tokens.glued(first + 2):
        return None
    high = low - low % 100 + int(digits)
    if high <= low or tokens.low(first + 3) in ("-", "/"):
        return None
    base = reader.expression(*match.span(), TimeKind.RANGE)
    ends = [replace(base, kind=TimeKind.YEAR, year=year) for year in (low, high)]
    return replace(base, inner=ends[0], until=ends[1])


def _since(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first, after = match.span()
    part_span = (first + 1, match.start("inner"))
    inner = _inner(reader, match)
    if inner is None:
        return None
    part = reader.gather(*part_span).part
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


def _span_of(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    inner = _inner(reader, match)
    if inner is None:
        return None
    if match.re is time_patterns().rules["span_of"]:
        found = _amount(reader, match)
    else:
        found = reader.gather(*match.span("unit"))
    part = reader.tokens.lows[match.start("part")]
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
    kind = TimeKind.MONTH if found.month is not None else TimeKind.SPAN_OF
    if len(found.days) > 0:
        kind = TimeKind.DAY
    if found.weekday is not None:
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


def _year_part(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    base = reader.expression(*match.span(), TimeKind.YEAR)
    return replace(base, year=found.year, part=found.part)


def _month_rule(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    return _month(reader, *match.span())


def _month_bare(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    if not _month_is_meant(reader, match.start()):
        return None
    return _month(reader, *match.span())


def _month_is_meant(reader: Reader, index: int) -> bool:
    """Whether a month's name alone is one: "in March", "and February", not "the march"."""
    letters = time_words().letters
    before = reader.row[index - 1] if index > 0 else ""
    sure = {letters[name] for name in ("prep", "since", "until", "by", "of", "between", "from")}
    sure |= {letters[name] for name in ("this", "after", "before")}
    if before in sure:
        return reader.tokens.low(index + 1) not in ("be", "have", "not")
    joined = before in {letters["and"], letters["to"], letters["mark_comma"]}
    months = {letters["month"], letters["unsure_month"]}
    if joined and index > 1 and reader.row[index - 2] in months:
        return True
    return before == letters["the"] and reader.row[index] == letters["month"]


def _season_year(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    base = reader.expression(*match.span(), TimeKind.SEASON)
    return replace(base, year=found.year, season=found.season, part=found.part)


def _named(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    words = time_words()
    first = match.start()
    named_at = reader.row.index(words.letters["named"], first)
    spoken = words.named.match(reader.tokens.text, reader.tokens.starts[named_at])
    if spoken is None:
        return None
    key = words.named_keys[" ".join(spoken.group().lower().split())]
    found = reader.gather(*match.span())
    year_span = match.span("year")
    year = reader.gather(*year_span).year if year_span[0] >= 0 else None
    base = reader.expression(*match.span(), TimeKind.NAMED_DAY)
    return replace(
        base,
        named=key,
        year=year,
        direction=found.direction or 0,
        needs_anchor=None if year is not None else Anchor.PUBLICATION,
    )


def _decade(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    if found.year is None or found.year % 10 != 0:
        return None
    base = reader.expression(*match.span(), TimeKind.DECADE)
    return replace(base, year=found.year, unit=TimeUnit.DECADE)


def _close_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first, after = match.span()
    base = reader.expression(first, after, TimeKind.RELATIVE_PUBLICATION)
    found = reader.gather(first, after)
    lows = reader.tokens.lows[first:after]
    amount = 1 if {"yesterday", "tomorrow"} & set(lows) else 0
    part = found.day_part or found.part
    if "tonight" in lows:
        part = "night"
    if "overnight" in lows:
        part, amount = "overnight", 1
    direction = _PAST if "yesterday" in lows or "overnight" in lows else _PRESENT
    if "tomorrow" in lows:
        direction = _FUTURE
    return replace(
        base,
        unit=TimeUnit.DAY,
        amount=amount,
        direction=direction,
        day_part=part,
        needs_anchor=Anchor.PUBLICATION,
    )


def _last_unit(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    which = reader.tokens.lows[match.start("which")]
    what = reader.gather(match.start("what"), match.end())
    edge = reader.gather(*match.span("edge")) if match.start("edge") >= 0 else Gathered()
    direction = _DIRECTIONS.get(which, _PRESENT)
    edge_word = reader.tokens.lows[match.start("edge")] if match.start("edge") >= 0 else None
    unit = what.unit
    kind = TimeKind.RELATIVE_PUBLICATION
    if what.weekday is not None:
        kind = TimeKind.WEEKDAY
    elif what.month is not None:
        kind = TimeKind.MONTH
    elif what.season is not None:
        kind = TimeKind.SEASON
    elif unit is None:
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


def _capital_month(reader: Reader, match: re.Match[str]) -> bool:
    return reader.tokens.is_capital(match.start("what"))


def _ago(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    if match.start("bare") >= 0:
        found = reader.gather(*match.span("bare"))
        found.amount, found.vague = 3, True
    else:
        found = _amount(reader, match)
    return replace(
        base,
        unit=found.unit or TimeUnit.DAY,
        amount=found.amount or 1,
        vague=found.vague,
        direction=_PAST,
        needs_anchor=Anchor.PUBLICATION,
        part="ago",
    )


def _past_span(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = _amount(reader, match)
    which = reader.tokens.lows[match.start("which")]
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    plural = reader.tokens.lows[match.end() - 1].endswith("s")
    vague = found.vague or (found.amount is None and plural)
    return replace(
        base,
        unit=found.unit or TimeUnit.DAY,
        amount=found.amount or (3 if vague else 1),
        vague=vague,
        direction=_DIRECTIONS[which],
        part="span",
        needs_anchor=Anchor.PUBLICATION,
    )


def _weekend(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    base = reader.expression(*match.span(), TimeKind.RELATIVE_PUBLICATION)
    return replace(
        base, unit=TimeUnit.WEEKEND, amount=1, direction=_PAST, needs_anchor=Anchor.PUBLICATION
    )


def _repeated(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    first = time_words().weekdays.get(reader.tokens.lows[match.start()])
    weekday = found.weekday if found.weekday is not None else first
    base = reader.expression(*match.span(), TimeKind.REPEATED)
    return replace(base, weekday=weekday, unit=found.unit, repeated=True)


def _narrative(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    lows = reader.tokens.lows[match.start() : match.end()]
    base = reader.expression(*match.span(), TimeKind.RELATIVE_NARRATIVE)
    unit = found.unit or (TimeUnit.DAY if found.weekday is None else None)
    direction = found.direction or 0
    amount = found.days[0] if len(found.days) > 0 else found.amount
    amount = amount if amount is not None else found.short_year
    vague = found.vague
    within = "same" in lows or "that" in lows or lows[0] in ("earlier", "later")
    if within:
        direction, amount = _PRESENT, 0
    elif amount is None:
        vague = any(low in time_words().units and low.endswith("s") for low in lows)
        amount = 3 if vague else 1
    if "half" in lows:
        vague = True
    return replace(
        base,
        unit=unit,
        amount=amount,
        vague=vague,
        direction=direction,
        weekday=found.weekday,
        month=found.month,
        day_part=found.day_part,
        part="next" if lows[0] == "the" and not within else None,
        needs_anchor=Anchor.NARRATIVE,
    )


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
    """"Sat", "Sun" and "Mon" alone are words and names: a full stop and "on" must show a day."""
    return reader.tokens.low(at + 1) == "." and reader.tokens.low(at - 1) in ("on", "(", ",")


def _day_bare(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    if reader.tokens.low(match.start() - 2) not in ("on", "until", "by", "of"):
        return None
    base = reader.expression(*match.span(), TimeKind.DAY)
    return replace(base, day=found.days[0], needs_anchor=Anchor.PUBLICATION)


def _year(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    index = match.start()
    tokens, letters = reader.tokens, time_words().letters
    before = reader.row[index - 1] if index > 0 else ""
    sure = ("prep", "since", "until", "by", "of", "from", "between", "and", "to", "the", "mark_open")
    known = {letters[name] for name in (*sure, "early", "late", "middle", "before", "after")}
    if before not in known or tokens.low(index - 1) in time_words().labels:
        return None
    if tokens.glued(index) and before != letters["mark_open"]:
        return None
    if tokens.glued(index + 1) and tokens.low(index + 1) in ("-", "/", "%", "m", "km"):
        return None
    if tokens.low(index - 1) in ("about", "around", "of", "the", "to", "and", "for") and _counts(
        tokens, index + 1
    ):
        return None
    if tokens.low(index - 1) in ("about", "around", "for"):
        return None
    base = reader.expression(index, match.end(), TimeKind.YEAR)
    return replace(base, year=int(tokens.lows[index]))


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether a plural noun of people follows, so that the number counts them."""
    from recount.resources.grammar.words import number_words

    form = number_words().nouns.get(tokens.low(index))
    return form is not None and form.plural and form.kind.value in ("people", "fighters")


def _clock(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    letters = time_words().letters
    first, after = match.span()
    base = reader.expression(first, after, TimeKind.TIME_OF_DAY)
    zone = next(
        (at for at in range(first, after) if reader.row[at] == letters["zone"]), None
    )
    clock = reader.text(first, after if zone is None else zone)
    return replace(base, clock=clock, zone=None if zone is None else reader.tokens.lows[zone])


def _duration(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = _amount(reader, match)
    if reader.tokens.lows[match.start()] in ("a", "an"):
        return None
    base = reader.expression(*match.span(), TimeKind.DURATION)
    return replace(base, unit=found.unit, amount=found.amount, vague=found.vague)


BUILDERS: dict[str, Builder] = {
    "explicit": _explicit,
    "offset_from": _offset_from,
    "days_of_month": _range_days,
    "month_of_days": _range_days,
    "range": _range,
    "range_days": _range,
    "range_months": _range,
    "range_years": _range,
    "range_short": _range_short,
    "since": _since,
    "span_of": _span_of,
    "half_of": _span_of,
    "day_of_last": _within_last,
    "month_of_last": _within_last,
    "part_of_day": _part_of_day,
    "day": _day,
    "numeric": _numeric,
    "year_part": _year_part,
    "year_part_last": _within_last,
    "end_of_last": _within_last,
    "month": _month_rule,
    "season_year": _season_year,
    "named": _named,
    "decade": _decade,
    "earlier_today": _close_day,
    "close_day": _close_day,
    "week_day_of": _within_last,
    "last_unit": _last_unit,
    "ago": _ago,
    "past_span": _past_span,
    "weekend": _weekend,
    "repeated": _repeated,
    "narrative": _narrative,
    "weekday": _weekday,
    "month_bare": _month_bare,
    "day_bare": _day_bare,
    "year": _year,
    "clock": _clock,
    "duration": _duration,
}
