"""Posts of a channel or a chat, each with the day and hour at which it was sent.

"[04.05.2031, 07:52]" on a line, "04/13/2031, 07:52 - Osset Now: …", "Osset Now, [4 May 2031
07:52]": relative words of a post count from its own stamp, not from the newest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recount.model import BODY_KINDS, Segment, SegmentKind
from recount.resolve.head_line import full_day
from recount.resolve.time_calendar import make_date
from recount.resources.grammar import TimeExpression, TimeKind
from recount.resources.grammar.page_days import is_others_day

_BEFORE = re.compile(
    r"(?:[^\n.!?]{0,60}[\s,|·•—–-])?[\[(]?(?:\d{1,2}:\d{2}(?::\d{2})?[\s,|·•–-]*)?"
)
"""A sender and a bracket that may open the line, an hour that may stand first."""
_HOUR_BEFORE = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?[\s,|·•–-]*$")
_HOUR_AFTER = re.compile(
    r"[\s,|·•–-]*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?", re.IGNORECASE
)
_END = re.compile(
    r"\s*(?:[A-Z]{2,4}\b)?\s*(?:[\])]\s*(?:[^\n.!?]{0,60}:\s|\n|$)?|[-–—|]\s|\n|$)", re.IGNORECASE
)
_FEWEST = 2
"""Stamps that make a text one of posts."""


_ALONE = re.compile(r"[\s•▪*·–—=#_:.\[\]()-]*")
"""What may stand beside a day on its line."""


def day_headings(
    text: str, segments: Sequence[Segment], times: Sequence[TimeExpression]
) -> tuple[Post, ...]:
    """Return the days that stand alone on a line over entries of a log, in order.

    "Sun 21/1" under "Sat 20/1/31" has its year. Empty where fewer than two stand in one order.

    Args:
        text: the whole text.
        segments: its segments.
        times: all its expressions of time, in order.
    """
    found: list[Post] = []
    for time in times:
        start, end = text.rfind("\n", 0, time.start) + 1, text.find("\n", time.end)
        rest = text[start : time.start] + text[time.end : end if end >= 0 else len(text)]
        if _ALONE.fullmatch(rest) is None or _is_listed(segments, time.start):
            continue
        day = _heading_day(time, found[-1].day if len(found) > 0 else None)
        if day is not None:
            found.append(Post(start, day, time, (False, False)))
    days = [post.day for post in found]
    if len(set(days)) < _FEWEST or days not in (sorted(days), sorted(days, reverse=True)):
        return ()
    return tuple(found)


def _heading_day(time: TimeExpression, before: date | None) -> date | None:
    """Return the day of a heading, in the year of the one before if it names none."""
    read = full_day(time)
    if read is not None and read.year and read.month and read.day:
        return make_date(read.year, read.month, read.day)
    if time.kind is not TimeKind.DAY or time.month is None or time.day is None:
        return None
    if before is None or time.year is not None or time.relation is not None:
        return None
    return make_date(before.year, time.month, time.day)


_LISTS = frozenset(
    [
        *("headlines of other articles", "related links", "comments", "copyright"),
        *("repeated line", "beside the article", "outside the article", "after the text"),
    ]
)
"""Why a line is clutter that stamps no post of the text."""


@dataclass(frozen=True, slots=True)
class Post:
    """Where a post begins, and the day of its stamp."""

    start: int
    day: date
    stamp: TimeExpression
    form: tuple[bool, bool]
    """Whether a sender stands before the stamp, and a bracket."""


def find_posts(
    text: str, segments: Sequence[Segment], times: Sequence[TimeExpression]
) -> tuple[Post, ...]:
    """Return the posts of a text in order; empty where fewer than two are stamped in one manner.

    Comments below an article look like posts; their stamps name who sent them, its own does not.

    Args:
        text: the whole text.
        segments: its segments.
        times: all its expressions of time, in order.
    """
    stamps = [post for time in times if (post := _stamped(text, time)) is not None]
    stamps = [post for post in stamps if not _is_listed(segments, post.stamp.start)]
    found = [post for post in stamps if post.form == stamps[0].form]
    ends = [*(post.start for post in found[1:]), len(text)]
    told = [post for post, end in zip(found, ends, strict=False) if _tells(segments, post, end)]
    days = [post.day for post in told]
    if len(told) < _FEWEST or days not in (sorted(days), sorted(days, reverse=True)):
        return ()
    return tuple(told)


def _is_listed(segments: Sequence[Segment], at: int) -> bool:
    return any(
        segment.start <= at < segment.end
        for segment in segments
        if segment.kind is SegmentKind.CLUTTER and segment.reason in _LISTS
    )


def _tells(segments: Sequence[Segment], post: Post, end: int) -> bool:
    """Whether a part of the text stands between a stamp and the next."""
    return any(
        segment.kind in BODY_KINDS and post.stamp.end < segment.end and segment.start < end
        for segment in segments
    )


def _stamped(text: str, time: TimeExpression) -> Post | None:
    """Return the post of an expression that is a stamp: a full date and an hour on its line."""
    read = full_day(time)
    if read is None or read.year is None or read.month is None or read.day is None:
        return None
    start = text.rfind("\n", 0, time.start) + 1
    before = text[start : time.start]
    if _BEFORE.fullmatch(before) is None or is_others_day(before):
        return None
    hour = _HOUR_AFTER.match(text, time.end)
    after = time.end if hour is None else hour.end()
    hour_before = _HOUR_BEFORE.search(before)
    if (hour is None and hour_before is None) or _END.match(text, after) is None:
        return None
    day = make_date(read.year, read.month, read.day)
    sender = before if hour_before is None else before[: hour_before.start()]
    form = (any(c.isalpha() for c in sender), "[" in before or "(" in before)
    return None if day is None else Post(start, day, time, form)
