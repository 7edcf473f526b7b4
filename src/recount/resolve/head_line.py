"""Days of publication in lines of a head that say nothing else: outlet, place, writer, hour.

"The Kharun Courier (English page), 4 May 2031", "As of 4 May 2031", "Tuesday, 4 May 2031 – 20:15
| Osset Press", "[04.05.2031, 07:52]": such a line is furniture of the page. A headline, a caption
or an incident that happens to name a day is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.model import BODY_KINDS, Segment, SegmentKind, Span
from recount.resolve.figure_order import ordered_day
from recount.resolve.report_head import names_report
from recount.resources.grammar import TimeExpression, TimeKind
from recount.resources.grammar.page_days import is_others_day
from recount.resources.grammar.time_tense import DEEDS

_HEAD_LINES = 12
_LONGEST_LINE = 200
_PROSE_WORDS = 12
"""A line of so many words that ends as a sentence is told, no furniture."""
_TOLD_BEFORE = 1
"""Lines of prose that may stand above the day: a standfirst."""
_MOST_WORDS = 9
"""Words of an outlet, a desk or a writer between two marks of a line."""
_MONTHS = 12
_MARKS = re.compile(r"\s*(?:[|•·–—/:;,()\[\]►▪*_<>\n]|--|\s-\s|\.(?=\s|$)|^-|-$)\s*")
_CLOCK = re.compile(
    r"\b(?:at\s+)?\d{1,2}(?:[:.h]\d{2}){1,2}\s*(?:[ap]\.?m\b\.?|hrs?\b|hours\b)?"
    r"(?:\s*(?:[A-Z]{2,4}\b(?:[+-]\d{1,2})?|local\s+time))?"
    r"|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{4}\s*(?:hrs?|hours|GMT|UTC)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b\d{1,3}\s*-?\s*min(?:ute)?s?(?:\s+read)?\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:last\s+)?(?:updated?|modified|edited)\b[^\n]*$", re.IGNORECASE)
"""A change told behind the page's own day ("04/19/2031 | Updated 22:14 IST")."""
_HANDLE = re.compile(r"(?<!\w)@\w+")
_BRACKETED = re.compile(r"[(\[][^()\[\]\n]{0,60}[)\]]")
_LABEL = re.compile(
    r"(?:(?:situation|status|data|figures|information|position|correct|current)\s+)?as\s+(?:of|at|on)"
    r"|(?:(?:date|day|time)\s+of\s+|(?:report|list|log|bulletin|file)\s+)?(?:issue|issued|compiled|signed|done|publication|published|release|released|report"
    r"|reporting|posted|filed|dated|sent|dispatch|broadcast|edition|number)(?:\s+(?:on|of|for|date"
    r"|dated|at))?|(?:report(?:ing)?|publication|release|issue|press)?\s*date(?:\s+and\s+time)?"
    r"|(?:for\s+)?(?:immediate\s+)?(?:press\s+)?release|(?:[\w’'-]+\s+)?edition\s+(?:of|for)"
    r"|(?:press\s+)?(?:issue|paper|bulletin|briefing|communiqu[eé]|statement|report|note|update"
    r"|release)\s+(?:of|for|dated)"
    r"|(?:full\s+)?(?:text|excerpts?|summary)\s+(?:of|from)\s+[^.;!?\n]{1,80}?\s(?:on|of|dated|at)",
    re.IGNORECASE,
)
"""What says that the day behind it is the page's own."""
_SENTENCE = re.compile(r"[!?\"“”]|[a-z]{3}\.\s+[A-Z]|[a-z]{3}\.$")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_SMALL = frozenset(
    [
        *("a", "al", "an", "and", "as", "at", "by", "da", "das", "de", "del", "der", "des", "di"),
        *("do", "dos", "du", "e", "el", "for", "from", "in", "la", "le", "les", "of", "on", "our"),
        *("page", "edition", "desk", "bureau", "staff", "the", "to", "van", "von", "with", "y"),
        *("situation", "status", "daily", "weekly", "monthly", "morning", "evening", "police"),
        *("correspondent", "correspondents", "no", "nr", "vol", "issue", "week", "channel"),
    ]
)
"""Small words that names of outlets, desks and writers hold."""
_UNTOLD_REASONS = frozenset(
    {"headlines of other articles", "related links", "comments", "copyright", "beside the article"}
)


def head_line_day(
    text: str, segments: Sequence[Segment], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the full day that a line of the head holds with nothing that is told, if any.

    Args:
        text: the whole text.
        segments: its segments.
        times: the expressions of the head, in order.

    >>> from recount.resources.grammar import find_times
    >>> from recount.model import Segment, SegmentKind
    >>> line = "Osset Courier (English page), 4 May 2031"
    >>> head_line_day(line, [Segment(0, SegmentKind.HEADING, 0, len(line))], find_times(line)).words
    '4 May 2031'
    """
    for line in head_lines(text, segments):
        held = [t for t in times if line.start <= t.start and t.end <= line.end]
        days = [day for t in held if (day := full_day(t) or ordered_day(t, times)) is not None]
        if len(days) > 0 and _is_furniture(text, line, days[0]):
            return days[0]
    return None


_FOOT_LINES = 3
_SIGNED = frozenset({"date line", "byline"})
"""Why a line may be set aside that signs the text right above it."""


def foot_line_day(
    text: str, segments: Sequence[Segment], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the full day that a line at the foot holds in the same manner, if any.

    Statements and lists are signed there ("Orm, 4 May 2031"). It is no older than any told day.

    Args:
        text: the whole text.
        segments: its segments.
        times: all its expressions of time, in order.
    """
    kept = [
        one
        for before, one in zip((None, *segments), segments, strict=False)
        if one.kind in BODY_KINDS
        or (one.reason in _SIGNED and before is not None and before.kind in BODY_KINDS)
    ]
    lines = [line for segment in kept for line in _lines(text, segment)]
    days = [day for time in times if (day := full_day(time)) is not None]
    for line in reversed(lines[-_FOOT_LINES:]):
        held = [day for day in days if line.start <= day.start and day.end <= line.end]
        if len(held) == 0 or line.end - line.start > _LONGEST_LINE:
            continue
        newest = max(days, key=_on_calendar)
        if _is_furniture(text, line, held[0]) and _on_calendar(held[0]) >= _on_calendar(newest):
            return held[0]
    return None


def _on_calendar(day: TimeExpression) -> tuple[int, int, int]:
    return day.year or 0, day.month or 0, day.day or 0


def full_day(time: TimeExpression) -> TimeExpression | None:
    """Return a time as a day of a known month and year, dates in figures where one order fits."""
    if time.relation is not None or (time.year is None and time.numeric is None):
        return None
    if time.kind is TimeKind.DAY and time.month is not None and time.day is not None:
        return time
    if time.numeric is None:
        return None
    first, second, year = time.numeric
    if max(first, second) <= _MONTHS and first != second and not time.dotted:
        return None
    day, month = (first, second) if time.dotted or first > _MONTHS else (second, first)
    return replace(time, kind=TimeKind.DAY, day=day, month=month, year=year)


def head_lines(text: str, segments: Sequence[Segment]) -> Iterator[Span]:
    """Yield the lines above the text proper, its first line among them."""
    count = prose = 0
    for segment in segments:
        if segment.kind is SegmentKind.CLUTTER and segment.reason in _UNTOLD_REASONS:
            continue
        for line in _lines(text, segment):
            words = len(_WORD.findall(text, line.start, line.end))
            ends = text[line.start : line.end].rstrip('"”’) ').endswith((".", "!", "?"))
            if segment.kind in BODY_KINDS and words >= _PROSE_WORDS and (ends or words > 40):
                prose += 1
            if prose > _TOLD_BEFORE or count >= _HEAD_LINES:
                return
            count += 1
            if line.end - line.start <= _LONGEST_LINE:
                yield line


def _lines(text: str, segment: Segment) -> Iterator[Span]:
    for match in re.finditer(r"[^\n\u2028\u2029]+", text[segment.start : segment.end]):
        yield Span(segment.start + match.start(), segment.start + match.end())


def _is_furniture(text: str, line: Span, day: TimeExpression) -> bool:
    """Whether a line names nothing but its day, its hour, an outlet, a place and people."""
    before = text[line.start : day.start]
    after = _CHANGED.sub("|", text[day.end : line.end])
    whole = f"{before} {after}"
    if is_others_day(whole):
        return False
    if _is_titled(before, after):
        return True
    if _SENTENCE.search(whole) is not None:
        return False
    lead, tail = _parts(before), _parts(after)
    if not all(_is_named(part) for part in (*lead[:-1], *tail[1:])):
        return False
    beside = lead[-1] if len(lead) > 0 else ""
    opens = beside == "" or _LABEL.fullmatch(beside) is not None or _is_short_name(beside)
    return opens and (len(tail) == 0 or tail[0] == "")


def _is_titled(before: str, after: str) -> bool:
    """Whether a day in brackets closes a title that names a kind of report."""
    closed = before.rstrip().endswith("(") and re.fullmatch(r"\s*\)\s*", after) is not None
    return closed and names_report(before) and re.search(r"[a-z]{3}[.!?]\s", before) is None


def _parts(words: str) -> list[str]:
    """Return what stands between the marks of a line, without hours and lengths."""
    plain = _LENGTH.sub("|", _CLOCK.sub("|", words))
    plain = _HANDLE.sub("|", _BRACKETED.sub("|", plain))
    return _MARKS.split(plain.replace("#", " ").strip(" ")) if plain.strip() else []


def _is_named(part: str) -> bool:
    """Whether words are a label, or a name of an outlet, a desk, a place or a writer."""
    words = _WORD.findall(part)
    if len(words) == 0 or _LABEL.fullmatch(part.strip()) is not None:
        return True
    if len(words) > _MOST_WORDS or any(word.lower() in DEEDS for word in words):
        return False
    return all(
        word[0].isupper() or word[0].isdecimal() or word in _SMALL or names_report(word)
        for word in words
    )


_PLAIN = 3
"""Words of a name that may stand before the day without a mark ("KHARUN 4 May 2031")."""


def _is_short_name(part: str) -> bool:
    words = _WORD.findall(part)
    if len(words) == 0:
        return False
    named = _is_named(part) and len(words) <= _PLAIN and words[-1] not in _SMALL
    return named and words[-1][0].isupper()
