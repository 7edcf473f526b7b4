"""Days of publication that the head of a page states: "Posted: 4 May 2031", a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.resources.grammar import TimeExpression, TimeKind
from recount.resources.grammar.page_days import is_others_day

_HEAD = 400
"""Characters in which a page states its day."""
_POSTED = re.compile(
    r"\b(?:first\s+)?(?:posted|published|created|issued)\s*(?::|on\b|at\b|-)?\s*(?:on\s+)?"
    r"(?:[a-z]{3,6}day,?\s*)?$",
    re.IGNORECASE,
)
_BEFORE = 40
_IN_BRACKETS = re.compile(r"\(\s*published\s+$", re.IGNORECASE)
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4}\b)?)?"
_ALONE_AFTER = re.compile(rf"{_CLOCK}\s*(?:\n|//|[|–—]|--|$)", re.IGNORECASE)
_LINE_AFTER = re.compile(rf"{_CLOCK}[^\S\n]*(?:\n|$)", re.IGNORECASE)
_BYLINE_AFTER = re.compile(rf"{_CLOCK}\s*(?:\n|//|[|–—]|--|\s[A-Z])")
_SENTENCE_END = re.compile(r"(?:[a-z\d)”\"][.!?]|\n)\s+")
_MAIL = re.compile(r"\S+@\S+")
_SMALL = frozenset({"by", "and", "of", "the", "for", "de", "la", "van", "von", "al", "el"})
_NO_BYLINE = frozenset(
    ["on", "in", "at", "from", "since", "until", "by", "of", "before", "after", "during", "dated"]
)
_MONTHS = 12
_FEWEST = 2
"""Words of a byline before its day, at least: a name, or writer and agency."""


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A full date in a head, with what shows that the page is of that day."""

    time: TimeExpression
    why: str


def stated_day(text: str, first: int, times: Sequence[TimeExpression]) -> StatedDay | None:
    """Return the day that the head of a text states as its own, if any.

    Args:
        text: the whole text.
        first: where its body begins.
        times: the expressions of the head, in order.

    >>> from recount.resources.grammar import find_times
    >>> text = "Two shot in Osk Posted: Tuesday, May 6, 2031 8:18 PM Two men were shot."
    >>> stated_day(text, 0, find_times(text)).why
    'posted'
    """
    head = [t for t in times if t.year is not None and t.start <= first + _HEAD]
    days = [t for t in head if t.kind is TimeKind.DAY]
    figures = [day for t in head if (day := _from_figures(t)) is not None]
    posted = [t for t in (*days, *figures) if _is_labelled(text, t, _POSTED)]
    captions = [t for t in days if _is_labelled(text, t, _IN_BRACKETS)]
    # A film beside the text has a day of its own: the text is no older than the newest.
    plain = [t for t in posted if t not in captions]
    if len(plain) > 0:
        return StatedDay(plain[0], "posted")
    if len(captions) > 0:
        return StatedDay(max(captions, key=_on_calendar), "published")
    for day in days:
        if _stands_alone(text, first, day):
            return StatedDay(day, "a day alone at the head")
        if _ends_byline(text, day):
            return StatedDay(day, "byline")
    return None


def _from_figures(time: TimeExpression) -> TimeExpression | None:
    """Return a date in figures as a day, where one number alone can be the month."""
    if time.numeric is None:
        return None
    first, second, _ = time.numeric
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    day, month = max(first, second), min(first, second)
    return replace(time, kind=TimeKind.DAY, day=day, month=month)


def _on_calendar(day: TimeExpression) -> tuple[int, int, int]:
    return day.year or 0, day.month or 0, day.day or 0


def _is_labelled(text: str, day: TimeExpression, label: re.Pattern[str]) -> bool:
    return label.search(text[max(0, day.start - _BEFORE) : day.start]) is not None


def _stands_alone(text: str, first: int, day: TimeExpression) -> bool:
    """Whether a day opens the text, or has a line of its own, with its hour at most."""
    line_start = text.rfind("\n", 0, day.start) + 1
    if text[line_start : day.start].strip():
        return False
    after = _ALONE_AFTER if not text[first : day.start].strip() else _LINE_AFTER
    return after.match(text, day.end) is not None


def _ends_byline(text: str, day: TimeExpression) -> bool:
    """Whether names and an agency alone stand between a sentence's end and the day."""
    before = text[max(0, day.start - 120) : day.start]
    begins = max((m.end() for m in _SENTENCE_END.finditer(before)), default=None)
    if begins is None:
        return False
    words = _MAIL.sub(" ", before[begins:]).replace(",", " ").split()
    if len(words) < _FEWEST or words[-1].lower() in _NO_BYLINE or is_others_day(before[begins:]):
        return False
    named = all(word[0].isupper() or word.lower() in _SMALL or word in "|/-–" for word in words)
    return named and _BYLINE_AFTER.match(text, day.end) is not None
