"""Builders of days, months, years, feasts and ranges between them."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.time_meant import month_is_meant, year_is_meant
from recount.resources.grammar.time_reader import Builder, Reader
from recount.resources.grammar.time_words import dotted_date, full_year, time_words

_NAME_TAILS = frozenset(
    {"movement", "brigade", "brigades", "front", "square", "street", "avenue", "bridge"}
    | {"hospital", "university", "stadium", "battalion", "revolution", "organization"}
)
"""Words after which a date is part of a name ("the 4 May Brigade")."""


def inner_expression(
    reader: Reader, match: re.Match[str], name: str = "inner"
) -> TimeExpression | None:
    """Return the expression of a group; a bare month or year counts there without a cue."""
    first, after = match.span(name)
    letters = time_words().letters
    if reader.row[first] == letters["prep"]:
        first += 1
    months = letters["month"] + letters["unsure_month"]
    if reader.row[first] in months and reader.row[first + 1 : after] in ("", letters["mark_dot"]):
        return _month(reader, first, after)
    if after - first == 1 and reader.row[first] == letters["year_number"]:
        base = reader.expression(first, after, TimeKind.YEAR)
        return replace(base, year=int(reader.tokens.lows[first]))
    return reader.build(first, after)


def _month(reader: Reader, first: int, after: int) -> TimeExpression:
    found = reader.gather(first, after)
    base = reader.expression(first, after, TimeKind.MONTH)
    return replace(
        base,
        year=found.year,
        month=found.month,
        part=found.part,
        needs_anchor=None if found.year is not None else Anchor.PUBLICATION,
    )


def build_day(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build a calendar day."""
    first, after = match.span()
    found = reader.gather(first, after)
    month, days = found.month, found.days
    ordinal = ordinal_value(reader, first, after) if len(days) == 0 else None
    if ordinal is not None:
        days = [ordinal]
    if len(days) == 0:
        return None
    if month is None:  # ISO: year, month, day
        month, days = days[0], days[1:]
    year = found.year
    if year is None and found.short_year is not None:
        year = full_year(found.short_year)
    if not 1 <= month <= 12 or not _possible(month, days[0], year):
        return None
    named = reader.tokens.low(after) in _NAME_TAILS or _is_quoted(reader, first, after)
    if named and year is None:
        return None
    base = reader.expression(first, after, TimeKind.DAY)
    return replace(
        base,
        year=year,
        month=month,
        day=days[0],
        weekday=found.weekday,
        day_part=found.day_part,
        needs_anchor=None if year is not None else Anchor.PUBLICATION,
    )


_QUOTES = frozenset('"“”')


def _is_quoted(reader: Reader, first: int, after: int) -> bool:
    """Whether a day alone stands in quotation marks: a name (the "9 May" proclamation)."""
    before, behind = reader.tokens.low(first - 1), reader.tokens.low(after)
    return before in _QUOTES and behind in _QUOTES


ORDINAL_CLASSES = ("first", "second", "third", "fourth", "ordinal_word")


def ordinal_value(reader: Reader, first: int, after: int) -> int | None:
    """Return the number that an ordinal in words stands for ("twenty-first" is 21)."""
    words = time_words()
    classes = {words.letters[name] for name in ORDINAL_CLASSES}
    at = next((index for index in range(first, after) if reader.row[index] in classes), None)
    number = None if at is None else words.ordinals.get(reader.tokens.lows[at])
    if at is None or number is None:
        return None
    tens = words.numbers.get(reader.tokens.low(at - 2), 0)
    hyphen = at - 2 >= first and reader.row[at - 1] == words.letters["mark_dash"]
    return number + tens if hyphen and tens >= _TENS and number < _UNITS else number


_TENS, _UNITS = 20, 10


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
    weekday = reader.gather(first, first + 1).weekday
    while not tokens.lows[first][0].isdecimal():
        first += 1
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
    base = reader.expression(match.start(), after, TimeKind.NUMERIC)
    return replace(base, numeric=numbers, year=numbers[2], dotted=dotted, weekday=weekday)


def _weekday_figures(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "Sun 21/1": without a year the day comes first, where both orders fit."""
    first, second = (int(reader.tokens.lows[match.start(name)]) for name in ("d1", "d2"))
    if not all(reader.tokens.glued(at) for at in (match.start("d1") + 1, match.start("d2"))):
        return None
    day, month = (second, first) if second > _MONTHS else (first, second)
    if not (1 <= month <= _MONTHS and _possible(month, day, None)):
        return None
    base = reader.expression(*match.span(), TimeKind.DAY)
    weekday = reader.gather(match.start(), match.start() + 1).weekday
    return replace(base, weekday=weekday, month=month, day=day, needs_anchor=Anchor.PUBLICATION)


_MONTHS = 12


def _range(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    opening = "night" if match.groupdict().get("night") is not None else "a"
    first_end, last_end = (inner_expression(reader, match, name) for name in (opening, "b"))
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
    if _names_two(reader, match) and high - low > 1:
        return None
    base = reader.expression(match.start(), match.end(), TimeKind.RANGE)
    anchor = None if year is not None else Anchor.PUBLICATION
    ends = [
        replace(base, kind=TimeKind.DAY, year=year, month=month, day=day, needs_anchor=anchor)
        for day in (low, high)
    ]
    return replace(base, inner=ends[0], until=ends[1], needs_anchor=anchor)


def _names_two(reader: Reader, match: re.Match[str]) -> bool:
    """Whether "3 and 9 May" names two days and not all between them."""
    joined = reader.tokens.lows[match.start("join")] == "and"
    return joined and reader.tokens.lows[match.start()] not in ("between", "from")


def _range_short(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    first = match.start()
    tokens = reader.tokens
    low = int(tokens.lows[first])
    digits = tokens.lows[first + 2]
    if len(digits) != 2 or not tokens.glued(first + 1) or not tokens.glued(first + 2):
        return None
    high = low - low % 100 + int(digits)
    if high <= low and 1 <= int(digits) <= 12:  # "2031-05", a month
        month = reader.expression(*match.span(), TimeKind.MONTH)
        return replace(month, year=low, month=int(digits))
    if high <= low or tokens.low(first + 3) in ("-", "/"):
        return None
    base = reader.expression(*match.span(), TimeKind.RANGE)
    ends = [replace(base, kind=TimeKind.YEAR, year=year) for year in (low, high)]
    return replace(base, inner=ends[0], until=ends[1])


def _year_part(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    base = reader.expression(*match.span(), TimeKind.YEAR)
    return replace(base, year=found.year, part=found.part)


def _month_rule(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    return _month(reader, *match.span())


def _month_bare(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    if not month_is_meant(reader, match.start()):
        return None
    return _month(reader, *match.span())


def _season_year(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(match.start(), match.end("year"))
    base = reader.expression(*match.span(), TimeKind.SEASON)
    return replace(base, year=found.year, season=found.season, part=found.part)


_WARES = frozenset(
    [
        *("tree", "trees", "light", "lights", "present", "presents", "gift", "gifts", "card"),
        *("cards", "carol", "carols", "decoration", "decorations", "shopping", "shopper"),
        *("shoppers", "toy", "toys", "song", "songs", "stocking", "stockings", "candy", "bonus"),
        *("bonuses", "wreath", "sweater", "costume", "costumes", "egg", "eggs", "basket"),
        *("baskets", "turkey", "story", "movie", "spirit", "island", "wish", "list"),
    ]
)
"""Nouns before which a feast's name says what kind of thing it is."""
_BEARERS = frozenset({"road", "lane", "drive", "boulevard", "tournament", "court", "park"})
"""Nouns of streets and grounds that, with a capital, bear a feast's name ("Easter Road")."""


def _named(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    words = time_words()
    after = reader.tokens.low(match.end())
    borne = after in _BEARERS and reader.tokens.is_capital(match.end())
    if after in _WARES or after in _NAME_TAILS or borne:
        return None
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
        unit=found.unit if found.unit is TimeUnit.WEEKEND else None,
        direction=found.direction or 0,
        needs_anchor=None if year is not None else Anchor.PUBLICATION,
    )


def _decade(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    year = found.year if match.start("short") < 0 else _short_decade(reader, match)
    if year is None or year % 10 != 0:
        return None
    base = reader.expression(*match.span(), TimeKind.DECADE)
    return replace(base, year=year, unit=TimeUnit.DECADE, part=found.part)


_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")


def _short_decade(reader: Reader, match: re.Match[str]) -> int | None:
    """Return the first year of "the '90s" or "the nineties", read as the last century's."""
    lows = reader.tokens.lows[match.start("short") : match.end("short")]
    digits = next((low for low in lows if low.isdecimal()), None)
    if digits is not None:
        return full_year(int(digits)) if len(digits) == 2 else None
    return 1900 + 10 * ((*_DECADES, "nineties").index(lows[-1]) + 2)


_SEASON_NOUNS = frozenset(
    {"offensive", "campaign", "session", "break", "sale", "term", "semester", "fighting", "of"}
    | {"festival", "holiday", "holidays", "harvest", "school", "league", "games", "olympics"}
)
"""Words after "the summer" with which it is a name or a habit and no date."""


def _season_bare(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "in the spring", "since the summer": the last one begun."""
    tokens = reader.tokens
    if tokens.low(match.start() - 2) not in ("in", "during", "since", "over", "until", "by"):
        return None
    if tokens.low(match.end()) in _SEASON_NOUNS:
        return None
    found = reader.gather(*match.span())
    base = reader.expression(*match.span(), TimeKind.SEASON)
    bound = tokens.low(match.start() - 2) in ("until", "by")
    return replace(
        base,
        season=found.season,
        part=found.part,
        relation=Relation.BOUND if bound else None,
        needs_anchor=Anchor.PUBLICATION,
    )


_NUMBERED = frozenset(
    [
        *("anniversary", "day", "round", "attack", "attempt", "floor", "storey", "story", "street"),
        *(
            "avenue",
            "century",
            "grade",
            "time",
            "week",
            "month",
            "year",
            "hour",
            "night",
            "straight",
        ),
        *("straight", "consecutive", "annual", "and", "or", "to", "of", "battalion", "brigade"),
        *("division", "infantry", "regiment", "district", "arrondissement", "kilometre", "mile"),
    ]
)
"""Words behind an ordinal that make no day of it ("the night of the 5th anniversary")."""
_CLOSED = frozenset(
    {"the", "a", "an", "two", "three", "four", "five", "some", "several", "at", "in"}
)
"""Words behind an ordinal that open a clause of their own ("on the 9th a van was left")."""


def _night_of_bare(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    """Build "on the night of the 5th": a day of a month that is told elsewhere."""
    after = match.end()
    if _is_numbered(reader, after):
        return None
    found = reader.gather(*match.span())
    base = reader.expression(*match.span(), TimeKind.DAY)
    return replace(
        base, day=found.days[0], day_part=found.day_part, needs_anchor=Anchor.PUBLICATION
    )


def _is_numbered(reader: Reader, after: int) -> bool:
    """Whether an ordinal numbers a thing that is named behind it, and no day."""
    return reader.tokens.low(after) in _NUMBERED or reader.tokens.is_capital(after)


def _day_bare(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    found = reader.gather(*match.span())
    at, after = match.start() - 2, match.end()
    if reader.tokens.low(at) not in ("on", "until", "by", "of"):
        return None
    apart = not reader.tokens.low(after)[:1].isalnum() or reader.tokens.low(after) in _CLOSED
    opens = reader.tokens.low(at) == "on" and reader.tokens.is_capital(at)
    if not apart and (not opens or _is_numbered(reader, after)):
        return None
    base = reader.expression(*match.span(), TimeKind.DAY)
    return replace(base, day=found.days[0], needs_anchor=Anchor.PUBLICATION)


def _year(reader: Reader, match: re.Match[str]) -> TimeExpression | None:
    if not year_is_meant(reader, match.start()):
        return None
    base = reader.expression(match.start(), match.end(), TimeKind.YEAR)
    return replace(base, year=int(reader.tokens.lows[match.start()]))


ABSOLUTE: dict[str, Builder] = {
    "days_of_month": _range_days,
    "month_of_days": _range_days,
    "range": _range,
    "range_days": _range,
    "range_months": _range,
    "range_weekdays": _range,
    "range_years": _range,
    "range_short": _range_short,
    "day": _day,
    "numeric": _numeric,
    "weekday_figures": _weekday_figures,
    "night_of_bare": _night_of_bare,
    "year_part": _year_part,
    "month": _month_rule,
    "season_year": _season_year,
    "named": _named,
    "decade": _decade,
    "season_bare": _season_bare,
    "month_bare": _month_bare,
    "day_bare": _day_bare,
    "year": _year,
}
"""Rules whose expressions stand on the calendar."""
