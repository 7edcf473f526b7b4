"""Where a report is a list of incidents: dated or placed entries, and sections by country.

Chronologies, weekly lists, situation updates and channels tell each incident in an entry of its
own: "3 October, Osset. ...", "TUE 14 MAY – Tarn, Velm. ...", "OSSET. ...", or under the name
of a country. What two entries tell of are two incidents, however alike they sound.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recount.model import SegmentKind, Span
from recount.resources.grammar.time_expression import TimeExpression, TimeKind

if TYPE_CHECKING:
    from recount.extract.rules.scan import Scan, Sentence

_LEAST_ENTRIES = 3
_LEAST_SECTIONS = 2
_BEFORE_DAY = re.compile(
    r"[^\w]{0,4}(?:the same |the night of |night of |on |\w{3,9}\.? \d{1,2} ?[/–-] ?)?",
    re.IGNORECASE,
)
"""What may stand between the start of an entry and its day ("WED 15/THU 16 MAY")."""
_AFTER_DAY = re.compile(
    r"\s?(?:\([^)\n]{1,20}\))?\s?(?:[\]).,:;|–—-]|\n|(?<=\s)[A-ZÀ-Þ]{3,}\b[^.:\n]{0,40}[.:])"
)
"""What closes the day of an entry, a place in capitals too ("15/10 ORM, Velm. ..."). "On 3 May,
gunmen ..." is a sentence, and no entry's head."""
_AFTER_PLACE = re.compile(r"(?:,? ?\([^)\n]{1,30}\))?\s?(?:[.:|–—]|\n)")
_DAYS = frozenset({TimeKind.DAY, TimeKind.RANGE, TimeKind.WEEKDAY})
_MONTHS = frozenset({TimeKind.MONTH, TimeKind.YEAR})
_AFTER_MONTH = re.compile(r"\s?[:|–—]")
"""What closes the month or year of an entry ("August 2013: ...")."""
_FIGURES = re.compile(
    r"[^\w\n]{0,4}(?P<day>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/(?:\d{4}|\d{2}))?)"
    r"(?:\s?[\]).,:;|–—-]|\n|\s+(?=[A-ZÀ-Þ]{3}))"
)
"""A day in figures that heads an entry ("15/10 OSSET, Tarn. ..."). A dot parts hours as well."""
_HEAD = 24
"""Characters within which the day of an entry begins at the latest."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph, with what its head names: a day or a place that is told apart from others.

    ``settled`` is whether its first sentence names a day or place at all.
    """

    span: Span
    key: Hashable | None
    settled: bool


def entries_of(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the entries of a list of incidents, in order; none in a report of another kind.

    Args:
        text: the document's text.
        sentences: its sentences in order, with the days and places found in them.
    """
    entries = _entries(list(_paragraphs(text, sentences)))
    return entries or _sections(text, sentences) or _cases(text, sentences)


def entry_of(entries: Sequence[Span], offset: int) -> int | None:
    """Return the number of the entry that holds a character; ``None``: none does."""
    at = bisect_right(entries, offset, key=lambda entry: entry.start) - 1
    return at if at >= 0 and offset < entries[at].end else None


def in_two_entries(entries: Sequence[Span], one: int, other: int) -> bool:
    """Return whether two characters stand in two entries of a list."""
    homes = entry_of(entries, one), entry_of(entries, other)
    return None not in homes and homes[0] != homes[1]


def items_of(scan: Scan) -> dict[int, int]:
    """Return the number of each sentence's entry or numbered item, by its index; 0: of none.

    What one says of an incident is said of none that another tells.
    """
    return {one.index: _number(scan, one) for one in scan.sentences}


def _number(scan: Scan, sentence: Sentence) -> int:
    entry = entry_of(scan.entries, sentence.start)
    if entry is not None:
        return entry + 1
    segment = sentence.segment
    mark = scan.text[max(0, segment.start - _MARK) : segment.start]
    numbered = segment.kind is SegmentKind.LIST_ITEM and _NUMBERED.search(mark) is not None
    return -segment.index - 1 if numbered else 0


_NUMBERED = re.compile(r"\d[.)]\s{1,3}$")
_MARK = 6


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[_Paragraph]:
    """Yield the paragraphs, and in them what begins with a line of its own."""
    opened = list(_opened(text, sentences))
    for at, (start, first) in enumerate(opened):
        settled = len(first.times) + len(first.places) > 0
        following = opened[at + 1][0] if at + 1 < len(opened) else len(text)
        span = Span(start, min(following, first.segment.end))
        yield _Paragraph(span, _key(text, start, first), settled)


def _opened(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Yield where each paragraph or line of the body begins, and its first sentence.

    A dateline may have been cut off the first sentence of a paragraph.
    """
    last = -1
    for sentence in sentences:
        segment = sentence.segment
        if segment.kind is not SegmentKind.BODY:
            continue
        if segment.index != last:
            last = segment.index
            yield segment.start, sentence
        elif text[sentence.start - 1] == "\n":
            yield sentence.start, sentence


def _key(text: str, start: int, first: Sentence) -> Hashable | None:
    """Return the day or place that heads a paragraph, by its first sentence."""
    for time in first.times:
        if time.start - start <= _HEAD and _heads(text, start, time):
            return (time.kind, time.year, time.month, time.day, time.weekday)
    for place in first.places:
        capitals = text[place.start : place.end].isupper()
        if place.start - start <= 1 and _AFTER_PLACE.match(text, place.end) and capitals:
            return place.key
    figures = _FIGURES.match(text, start)
    return None if figures is None else figures["day"]


def _heads(text: str, start: int, time: TimeExpression) -> bool:
    closed = _AFTER_DAY if time.kind in _DAYS else _AFTER_MONTH
    if time.kind not in _DAYS | _MONTHS or closed.match(text, time.end) is None:
        return False
    before = text[start : time.start]
    if before.casefold().strip() == "on":
        return False
    return _BEFORE_DAY.fullmatch(before) is not None


def _entries(paragraphs: Sequence[_Paragraph]) -> tuple[Span, ...]:
    heads = [at for at, one in enumerate(paragraphs) if one.key is not None]
    if len(heads) < _LEAST_ENTRIES or len({paragraphs[at].key for at in heads}) < _LEAST_SECTIONS:
        return ()
    alone = sum(at + 1 in heads for at in heads)
    if alone * 2 >= len(heads):
        # Between entries of one paragraph each, what has a setting of its own is one more.
        inside = paragraphs[heads[0] : heads[-1] + 1]
        return tuple(one.span for one in inside if one.key is not None or one.settled)
    ends = [*(at - 1 for at in heads[1:]), len(paragraphs) - 1]
    return tuple(
        Span(paragraphs[at].span.start, paragraphs[end].span.end)
        for at, end in zip(heads, ends, strict=True)
    )


def _sections(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return what stands under headings that are names of places, and nothing else."""
    heads = [
        one.segment
        for one in sentences
        if one.segment.kind is SegmentKind.HEADING and _is_place(text, one)
    ]
    names = {text[one.start : one.end].casefold().strip() for one in heads}
    if len(names) < _LEAST_SECTIONS or len(sentences) == 0:
        return ()
    ends = [*(one.start for one in heads[1:]), sentences[-1].end]
    return tuple(Span(one.start, end) for one, end in zip(heads, ends, strict=True))


def _is_place(text: str, heading: Sentence) -> bool:
    segment = heading.segment
    told = text[segment.start : segment.end].strip(" .:–—\n").casefold()
    return any(text[p.start : p.end].casefold() == told for p in heading.places)


_MOST_WORDS = 10
"""Words of a line that heads a case at most."""
_ENDS = re.compile(r"[.;:]\s*$")
_RELATIVE = frozenset({TimeKind.WEEKDAY, TimeKind.RELATIVE_PUBLICATION})


def _cases(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return what stands under short lines, at least three of which open a case with its day.

    A report on one incident has such lines, too, but counts in weekdays from one to the next.
    """
    heads = [at for at, one in enumerate(sentences) if _is_line(text, one)]
    told = [_opening(sentences, at) for at in heads]
    days = [
        None if one is None else _day_of_case(sentences[one - 1], sentences[one]) for one in told
    ]
    dated = [at for at, day in enumerate(days) if day is not None]
    if len(dated) < _LEAST_ENTRIES or len(set(days) - {None}) < _LEAST_SECTIONS:
        return ()
    starts = [sentences[at].start for at in heads]
    ends = [*starts[1:], sentences[-1].end]
    return tuple(
        Span(starts[at], ends[at]) for at in range(dated[0], dated[-1] + 1) if told[at] is not None
    )


def _is_line(text: str, one: Sentence) -> bool:
    """Whether a sentence is a short line that may stand over what follows it."""
    segment = one.segment
    line = text[segment.start : segment.end]
    mark = text[max(0, segment.start - _MARK) : segment.start]
    numbered = segment.kind is SegmentKind.LIST_ITEM and _NUMBERED.search(mark) is not None
    return (
        (numbered or segment.kind is SegmentKind.HEADING)
        and len(line.split()) <= _MOST_WORDS
        and _ENDS.search(line) is None
    )


def _opening(sentences: Sequence[Sentence], head: int) -> int | None:
    """Return the place of the first sentence under a line; ``None``: nothing stands under it."""
    following = head + 1
    if following >= len(sentences) or sentences[following].segment.kind is not SegmentKind.BODY:
        return None
    return following


def _day_of_case(head: Sentence, first: Sentence) -> Hashable | None:
    """Return the day that a line or the sentence under it names.

    Weekdays and "yesterday" count under a line that tells of a deed ("Kiln owner shot").
    """
    deed = len(head.effects) > 0 or any(not one.generic for one in head.triggers)
    for time in (*head.times, *first.times):
        if time.kind in _DAYS - _RELATIVE or (deed and time.kind in _RELATIVE):
            return (time.kind, time.words.casefold())
    return None
