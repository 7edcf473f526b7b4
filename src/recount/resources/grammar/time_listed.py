"""Days and hours that head the lines of a list or a live page: "15/10 OSSET", "21:40 Police say".

Two numbers with a stroke are a score or a fraction as often, and an hour may open any line. They
head entries where several lines begin so and follow each other as days or hours do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from recount.resources.grammar.time_expression import Anchor, TimeExpression, TimeKind

STAMP = "stamp"
"""The part of a time of day that is the stamp of an entry of a live page."""

_OPEN = r"^[ \t•▪*·–—>-]{0,6}[\[(]?"
_FIGURES = re.compile(
    _OPEN + r"(?P<time>(?P<a>\d{1,2})(?:/(?P<b>\d{1,2})|\.(?P<dotted>\d{1,2})(?=\.[\s:–—-])))"
    r"(?=[\])]?(?:[:.|,]?[ \t]+[-–—|]?[ \t]*[\"“(]?[A-ZÀ-Þ]|[ \t]*[:|–—]))",
    re.MULTILINE,
)
_CLOCK = re.compile(
    _OPEN + r"(?P<time>(?P<a>[01]?\d|2[0-4])[:.h](?P<b>[0-5]\d)(?:[ ]?(?P<half>[ap])\.?m\b\.?)?)"
    r"(?![\d:.]*\d)(?=[\])]?[ \t]*(?:(?:GMT|UTC|[A-Z]ST)\b)?[ \t]*(?:[:|–—-][ \t]+)?"
    r"(?:\n|[\"“‘(]?[A-ZÀ-Þ]))",
    re.MULTILINE,
)
_FEWEST_DAYS = 3
_FEWEST_CLOCKS = 4
"""Lines that make a list; hours open lines of other texts more often."""
_MONTHS, _DAYS = 12, 31
_NOON = 12


def listed_times(text: str, start: int, end: int) -> tuple[TimeExpression, ...]:
    r"""Return the days and hours at the head of entries within ``text[start:end]``, in order.

    >>> text = "15/10 OSSET. Two shot.\n16/10 TARN. A mine.\n16/10 VELM. A raid."
    >>> [(found.day, found.month) for found in listed_times(text, 0, len(text))]
    [(15, 10), (16, 10), (16, 10)]
    """
    found = _listed(text)
    return tuple(time for time in found if start <= time.start and time.end <= end)


@lru_cache(maxsize=4)
def _listed(text: str) -> tuple[TimeExpression, ...]:
    days = list(_FIGURES.finditer(text))
    clocks = list(_CLOCK.finditer(text))
    read = (*_days_of(days), *_stamps_of(clocks))
    return tuple(sorted(read, key=lambda time: time.start))


def _days_read(matches: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    return [(int(match["a"]), int(match["b"] or match["dotted"])) for match in matches]


def _hours_read(matches: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    return [(_hour(int(match["a"]), match["half"]), int(match["b"])) for match in matches]


def _hour(told: int, half: str | None) -> int:
    """Return an hour of the day: "12.15pm" is past noon, "12.15am" past midnight."""
    if half is None:
        return told
    return told % _NOON + (_NOON if half == "p" else 0)


def _days_of(matches: Sequence[re.Match[str]]) -> list[TimeExpression]:
    pairs = _days_read(matches)
    order = _day_first(pairs) if len(matches) >= _FEWEST_DAYS else None
    if any(match["dotted"] is not None for match in matches):
        # Full stops: the day comes first, and a number of a section has no month's rank.
        order = order if order else None
    if order is None or _numbers_parts(pairs):
        return []
    days = []
    for match, pair in zip(matches, pairs, strict=True):
        day, month = pair if order else (pair[1], pair[0])
        days.append(replace(_base(match, TimeKind.DAY), day=day, month=month))
    return days


def _day_first(pairs: Sequence[tuple[int, int]]) -> bool | None:
    """Return whether the day stands first: what exceeds a year's months, or what changes."""
    firsts, seconds = ({pair[at] for pair in pairs} for at in (0, 1))
    if min(*firsts, *seconds) < 1 or max(*firsts, *seconds) > _DAYS:
        return None
    if max(firsts) > _MONTHS or max(seconds) > _MONTHS:
        return None if min(max(firsts), max(seconds)) > _MONTHS else max(firsts) > _MONTHS
    if (len(firsts) == 1) == (len(seconds) == 1) or not _follow(pairs):
        return None
    return len(seconds) == 1


def _follow(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether pairs stand in one order, with two at least that differ."""
    ordered = list(pairs) in (sorted(pairs), sorted(pairs, reverse=True))
    return ordered and len(set(pairs)) > 1


def _numbers_parts(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether pairs number the parts of a whole ("1/3", "2/3", "3/3")."""
    firsts = [first for first, _ in pairs]
    return firsts == list(range(1, len(pairs) + 1)) and len({second for _, second in pairs}) == 1


def _stamps_of(matches: Sequence[re.Match[str]]) -> list[TimeExpression]:
    pairs = _hours_read(matches)
    if len(matches) < _FEWEST_CLOCKS or not _follow(pairs):
        return []
    return [
        replace(_base(match, TimeKind.TIME_OF_DAY), part=STAMP, clock=match["time"])
        for match in matches
    ]


def _base(match: re.Match[str], kind: TimeKind) -> TimeExpression:
    base = TimeExpression(match.start("time"), match.end("time"), kind, match["time"])
    return replace(base, needs_anchor=Anchor.PUBLICATION)
