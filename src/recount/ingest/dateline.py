"""When a page was published, as far as the page itself says: metadata, or a date printed in it.

Traps that are passed over: dates of later headlines, copyright years, days of change, dates
that the report tells of. What rests on weekdays is worked out later, by resolve.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recount.ingest.dates import (
    Order,
    WrittenDate,
    order_of,
    parse_value,
    short_date,
    written_dates,
)
from recount.ingest.page import DateClue, Page
from recount.model import Publication, PublicationBasis, Segment, SegmentKind, Span
from recount.resources.grammar.page_days import is_others_day

_PUBLISHED = re.compile(
    r"(?<![^\W_])(?:published|posted|publication date|date of publication|issued|released|release"
    r"|date|(?:operational|situation|morning|evening|daily|weekly|flash|news|security)\s+update)\s*(?:on|at|:|-|–)*\s*$",
    re.IGNORECASE,
)
_PUBLISHED_FULLY = re.compile(
    r"(?<!next )\b(?:published|posted|issued|released)\b\W*", re.IGNORECASE
)
"""Where a line says that much, what else it holds ("Photo: …") takes nothing from it."""
_CHANGED = re.compile(
    r"(?:last\s+)?(?:updated|modified|revised|edited|accessed|retrieved|archived|printed"
    r"|crawled)\s*(?:on|at|:|-|–|\|)*\s*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*[\w\s,.]*$", re.IGNORECASE)
_DATELINE = re.compile(
    r"\s*(?:\(\w+\)\s*)?[A-Z][A-Z .'’-]{2,40}(?:,\s*[A-Z][\w .]{2,30})?,?\s*"
    r"(?:\([\w .&’'-]{2,30}\)\s*)?(?:[-–—]+\s*)?"
    r"(?P<date>(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)(?:,?\s+(?:19|20)\d{2})?)"
    r"\s*(?:\([^()]{2,40}\))?\s*[-–—:]"
)
_HEAD_SEGMENTS = 8
"""Told segments from the top in whose surroundings a stated date may stand."""
_LINE_CHARACTERS = 120
"""A date line holds little else; a sentence that holds a date tells of something."""
_LISTED = 3
"""Dated lines in clutter that make a list of other articles."""
_MONTH_FIRST_DOMAINS = (".us", ".gov", ".mil")
_DAY_FIRST_COUNTRIES = (
    "uk ie au nz in pk bd lk np af ir iq sy lb jo eg ly tn dz ma sd ss et er so ke ug tz rw bi cd "
    "cg cm ng gh ne ml bf sn td cf mz zw zm za de fr es it pt nl be ch at pl cz ro bg gr tr ua ru "
    "by md ge am az kz kg tj uz tm il ps ye sa ae qa om kw bh mm th vn la kh my id mx gt hn sv ni "
    "cr pa co ve ec pe bo py uy ar cl br ht do cu eu"
)
"""Top-level domains of countries where 03/04 is the third of April."""
_DAY_FIRST_DOMAINS = tuple(f".{code}" for code in _DAY_FIRST_COUNTRIES.split())
_DAY_FIRST_SPEECH = (
    "en-gb en-au en-nz en-ie en-in en-za en-ke en-ng en-pk fr de es it pt nl ru uk tr ar fa pl ro "
    "el cs bg ka az uz sv da no fi id vi"
)
_DAY_FIRST_LANGUAGES = frozenset(_DAY_FIRST_SPEECH.split())


@dataclass(frozen=True, slots=True)
class _Stated:
    written: WrittenDate
    day: date | None
    rank: int
    """0 is best: marked as the day of publication, then a line of its own, then any other."""
    label: str


def publication_of(page: Page, segments: Sequence[Segment]) -> Publication:
    """Return when the page says it was published, with the basis and, if printed, the place.

    Order: a date given with the item, metadata, a printed date near the title, the day on
    which the file was made. ``latest`` is the newest date in a list of other articles.
    """
    dates = written_dates(page.text)
    order = _order(page, dates)
    latest = _latest(segments, dates, order)
    found = (
        _from_clues([clue for clue in page.dates if clue.given], order, PublicationBasis.GIVEN)
        or _from_clues([c for c in page.dates if not (c.given or c.weak)], order)
        or _from_stated(_stated(page, segments, dates, order))
        or _from_wire_head(page, segments)
        or _from_clues([clue for clue in page.dates if clue.weak], order)
    )
    if found is not None:
        bound = latest if latest is not None and found.end and latest >= found.end else None
        return Publication(found.start, found.end, found.basis, found.note, found.span, bound)
    note, span = _why_unknown(page, segments, dates, order)
    return Publication(None, None, PublicationBasis.UNKNOWN, note, span, latest)


def _from_clues(
    clues: Sequence[DateClue],
    order: Order | None,
    basis: PublicationBasis = PublicationBasis.METADATA,
) -> Publication | None:
    for clue in clues:
        found = parse_value(clue.value, order)
        if found is not None:
            return Publication(*found, basis, clue.source)
    return None


def _from_stated(stated: Sequence[_Stated]) -> Publication | None:
    known = [item for item in stated if item.day is not None]
    if not known:
        return None
    best = min(known, key=lambda item: (item.rank, item.written.start))
    span = Span(best.written.start, best.written.end)
    return Publication(best.day, best.day, PublicationBasis.STATED, best.label, span)


def _from_wire_head(page: Page, segments: Sequence[Segment]) -> Publication | None:
    """Old wire reports open with place, day and a year of two digits, then the source."""
    told = next((s for s in segments if s.kind is not SegmentKind.CLUTTER), None)
    if told is None:
        return None
    end = min(told.end, told.start + _LINE_CHARACTERS)
    written = short_date(page.text, told.start, end)
    if written is None or not page.text[told.start : written.start].isupper():
        return None
    span = Span(written.start, written.end)
    day = written.certain
    return Publication(day, day, PublicationBasis.STATED, "dateline", span)


def _order(page: Page, dates: tuple[WrittenDate, ...]) -> Order | None:
    """Evidence, strongest first: other dates of the page, the sign, address, language."""
    shown = order_of(dates)
    if shown is not None:
        return shown
    if any(written.mark == "." for written in dates):
        # Where dots part the numbers, the day comes first, the world over.
        return Order.DAY_FIRST
    host = _host(page.url)
    if host.endswith(_MONTH_FIRST_DOMAINS):
        return Order.MONTH_FIRST
    if host.endswith(_DAY_FIRST_DOMAINS):
        return Order.DAY_FIRST
    language = (page.language or "").lower().replace("_", "-")
    if language == "en-us":
        return Order.MONTH_FIRST
    if language in _DAY_FIRST_LANGUAGES or language.split("-")[0] in _DAY_FIRST_LANGUAGES:
        return Order.DAY_FIRST
    return None


def _host(url: str | None) -> str:
    if url is None or "://" not in url:
        return ""
    return url.split("://", 1)[1].split("/", 1)[0].split(":", 1)[0].lower()


def _stated(
    page: Page,
    segments: Sequence[Segment],
    dates: tuple[WrittenDate, ...],
    order: Order | None,
) -> list[_Stated]:
    listed = _listed_segments(segments)
    head = _head_end(segments)
    found: list[_Stated] = []
    for written in dates:
        segment = _segment_at(segments, written.start)
        if segment is None or segment.index in listed or segment.kind is SegmentKind.CAPTION:
            continue
        before = page.text[max(segment.start, written.start - 60) : written.start]
        if _CHANGED.search(before) or _COPYRIGHT.search(before):
            continue
        labelled = _PUBLISHED.search(before) is not None
        alone = segment.end - segment.start <= _LINE_CHARACTERS
        clutter = segment.kind is SegmentKind.CLUTTER
        if clutter and _is_others(page, segment, written):
            continue
        if labelled and alone and (segment.index <= head or clutter):
            found.append(_Stated(written, written.read(order), 0, "printed as published"))
        elif segment.index <= head and _DATELINE.match(page.text, segment.start, written.end + 50):
            if written.start - segment.start < 80 and not is_others_day(before):
                found.append(_Stated(written, written.read(order), 1, "dateline"))
        elif (
            segment.index <= head
            and alone
            and clutter
            and (segment.reason in ("date line", "byline", "masthead", "contact", "stock phrase"))
        ):
            found.append(_Stated(written, written.read(order), 2, "printed near the title"))
    return found


def _is_others(page: Page, segment: Segment, written: WrittenDate) -> bool:
    """Whether the line of a date says that it is a picture's, an incident's, a deadline's."""
    line = page.text[segment.start : segment.end]
    if len(line) > _LINE_CHARACTERS or _PUBLISHED_FULLY.search(
        line[: written.start - segment.start]
    ):
        return False
    return is_others_day(line)


def _head_end(segments: Sequence[Segment]) -> int:
    """The last segment near the title: the page's head goes on for a few told segments."""
    told = [segment.index for segment in segments if segment.kind is not SegmentKind.CLUTTER]
    if not told:
        return len(segments)
    return told[min(len(told), _HEAD_SEGMENTS) - 1]


def _segment_at(segments: Sequence[Segment], offset: int) -> Segment | None:
    low, high = 0, len(segments)
    while low < high:
        middle = (low + high) // 2
        if segments[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return segments[low] if low < len(segments) and segments[low].start <= offset else None


def _listed_segments(segments: Sequence[Segment]) -> frozenset[int]:
    reasons = (
        "headlines of other articles",
        "related links",
        "comments",
        "repeated line",
        "after the text",
        "beside the article",
        "outside the article",
        "copyright",
    )
    return frozenset(
        segment.index
        for segment in segments
        if segment.kind is SegmentKind.CLUTTER and segment.reason in reasons
    )


def _latest(
    segments: Sequence[Segment],
    dates: tuple[WrittenDate, ...],
    order: Order | None,
) -> date | None:
    """The newest date of a list of other articles, if nothing the report tells of is newer."""
    listed: list[date] = []
    told: list[date] = []
    for written in dates:
        day = written.read(order)
        segment = _segment_at(segments, written.start)
        if day is None or segment is None:
            continue
        if segment.kind is not SegmentKind.CLUTTER:
            told.append(day)
        elif segment.reason in ("headlines of other articles", "related links"):
            listed.append(day)
    if len(listed) < _LISTED:
        return None
    newest = max(listed)
    return newest if not told or newest >= max(told) else None


def _why_unknown(
    page: Page,
    segments: Sequence[Segment],
    dates: tuple[WrittenDate, ...],
    order: Order | None,
) -> tuple[str, Span | None]:
    for item in _stated(page, segments, dates, order):
        if item.day is None:
            span = Span(item.written.start, item.written.end)
            words = span.of(page.text)
            return f"{words}: nothing says whether day or month comes first", span
    for segment in segments[: _head_end(segments) + 1]:
        match = _DATELINE.match(page.text, segment.start, segment.end)
        if match is not None and segment.kind is not SegmentKind.CLUTTER:
            span = Span(match.start("date"), match.end("date"))
            return f"the dateline says {span.of(page.text)} without a year", span
    return "the page states no date of publication", None
