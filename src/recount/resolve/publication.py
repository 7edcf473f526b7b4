"""When a document was published, and on what that rests.

What the user gives wins over what the page states, and that over what can be inferred: from a
weekday and a date that agree in one year only, or from days without a year that follow dated
ones. A bound (a later headline on the page, the day of first reading) is never passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from recount.model import (
    BODY_KINDS,
    DateValue,
    Document,
    Publication,
    PublicationBasis,
    Segment,
    SegmentKind,
    Sighting,
    Span,
)
from recount.resolve.head_line import foot_line_day, head_line_day
from recount.resolve.issue import issue_of
from recount.resolve.other_years import is_of_past
from recount.resolve.posts import Post, find_posts
from recount.resolve.report_head import heads_report
from recount.resolve.stated_day import StatedDay, stated_day
from recount.resolve.time import Anchors, resolve_time
from recount.resolve.time_calendar import (
    DAY,
    WEEKDAY_NAMES,
    add_months,
    make_date,
    month_value,
    weekday_year,
)
from recount.resolve.written_date import read_date
from recount.resources.grammar import Relation, TimeExpression, TimeKind, find_times
from recount.resources.grammar.months import MONTHS
from recount.resources.grammar.page_days import is_others_day

_CODE_YEAR = re.compile(r"\b((?:19|20)\d\d)-\d\d-[A-Z]+-\d")
_RELEASE = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-[A-Z]{1,3}-\d+")
_CAPITAL_PLACE = re.compile(r"\b[A-Z]{3,}\b(?:[^.;!?]|\b[A-Z][a-z]{1,4}\.)*[,(\s]\s*$")
_BRACKETED_PLACE = re.compile(r"(?:^|[\s:])[A-Z][a-z]+, [A-Z][a-z]+\s*\($")
_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*)?[\])]?\s*(?:--|[-–—:]|\[TEXT\])")
_PREPOSITION = re.compile(
    r"\b(?:on|of|from|in|since|until|till|by|before|after|for|and|to|the|last|dated)\s*$",
    re.IGNORECASE,
)
"""Words right before a date that make it part of a sentence ("SHUT SINCE THE FAIR ON 9 MAY --")."""
_BARE_DATELINE = re.compile(r"[A-Z]{3,}[^.;!?()\n]{0,40}\([^()\n]{3,20}\)\s*[-–—]{0,2}")
_FIRST_LETTERS = 400
"""Characters of the body in which a dateline stands."""
_DATELINE_BEFORE = 70
"""Characters of place and agency that may stand before the date of a dateline."""
_LATE_IN_MONTH = 24
"""From this day on, an inferred publication may fall into the next month."""
_WEEKS_AFTER = 14
"""Days that news late in a month is given to be published."""
_LONGEST_GAP = 45
"""Days by which a date without a year may follow the newest full date and share its year."""
_AGREEMENT_YEARS = 5
"""Years in which a weekday and a date agree once (a sixth year could agree again)."""
_AGREEMENT_DAYS = 400
"""Days after the newest full date within which they must agree: a later year is chance."""
_BESIDE_DAYS = 100
"""Days either side of the newest full date within which agreement is hardly chance."""


def choose_publication(
    document: Document, sightings: Sequence[Sighting], latest: date | None = None
) -> Publication:
    """Return the publication date of a document with its basis.

    Args:
        document: the rendition; its own metadata and stated date are used.
        sightings: where it was met; their dates are the user's and win. Of several that
            disagree the earliest holds: later ones are of copies.
        latest: a day after which it cannot have been published, if one is known.
    """
    own = document.published
    bound = _earliest_of((own.latest, latest))
    given = _given(sightings, bound)
    if given is not None:
        return given
    if own.start is not None and own.end is not None and own.basis is not PublicationBasis.UNKNOWN:
        return replace(own, latest=bound)
    stated = _newest_post(document) or _dateline(document) or _head(document) or _issue(document)
    if stated is not None and (bound is None or stated.start is None or stated.start <= bound):
        return replace(stated, latest=bound)
    return _inferred(document, bound)


def _earliest_of(days: Iterable[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return min(known) if len(known) > 0 else None


def _given(sightings: Sequence[Sighting], bound: date | None) -> Publication | None:
    written = sorted({s.published for s in sightings if s.published is not None})
    read = [(value, words) for words in written if (value := read_date(words)) is not None]
    if len(read) == 0:
        return None
    chosen, words = min(read, key=lambda item: (item[0].start, item[0].end))
    inside = [item for item in read if chosen.start <= item[0].start <= item[0].end <= chosen.end]
    chosen, words = min(inside, key=lambda item: (item[0].end - item[0].start, item[0].start))
    note = f"given: {words}"
    if len({(value.start, value.end) for value, _ in read}) > 1:
        others = ", ".join(other for _, other in read if other != words)
        note = f"{note}; the earliest of several (also {others})"
    return Publication(chosen.start, chosen.end, PublicationBasis.GIVEN, note, None, bound)


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of a text that help to infer when it was published."""

    full: tuple[tuple[date, TimeExpression], ...]
    """First possible day of each date with a year."""
    days: tuple[TimeExpression, ...]
    """Days of a month without a year."""
    years: frozenset[int]
    ends: tuple[date, ...] = ()
    """Last day of each stretch with a year ("1 to 15 March 2031")."""


def _body(document: Document) -> tuple[Segment, ...]:
    return tuple(segment for segment in document.segments if segment.kind in BODY_KINDS)


def _dates_of(document: Document, segments: Iterable[Segment]) -> _Dates:
    full: list[tuple[date, TimeExpression]] = []
    days: list[TimeExpression] = []
    years: set[int] = set()
    ends: list[date] = []
    for segment in segments:
        for expression in find_times(document.text, segment.start, segment.end):
            holds = expression.relation in (Relation.EXPLICIT, Relation.SINCE)
            inner = expression.inner if holds else expression
            if inner is None or inner.future:
                continue
            end = None if inner.until is None else _first_day(inner.until)
            if end is not None:
                ends.append(end)
            if inner.year is not None and inner.relation is not Relation.BOUND:
                years.add(inner.year)
            if inner.kind is TimeKind.DAY and inner.month is not None and inner.year is None:
                days.append(inner)
            start = _first_day(inner)
            if start is not None:
                full.append((start, inner))
    return _Dates(tuple(full), tuple(days), frozenset(years), tuple(ends))


def _first_day(expression: TimeExpression) -> date | None:
    """Return the first day of a day or month with its year; ``None`` for anything coarser."""
    if expression.kind not in (TimeKind.DAY, TimeKind.MONTH) or expression.year is None:
        return None
    return make_date(expression.year, expression.month or 1, expression.day or 1)


def _dateline(document: Document) -> Publication | None:
    """Return the date printed at the head of the text ("KHARUN, 4 FEB 90 (AGENCY) --")."""
    body = _body(document)
    if len(body) == 0:
        return None
    limit = body[0].start + _FIRST_LETTERS
    text = document.text
    for segment in document.segments:
        if segment.start > limit:
            return None
        if segment.kind not in BODY_KINDS and not _is_bare_dateline(text, segment):
            continue
        for expression in find_times(text, segment.start, segment.end):
            if expression.start > limit:
                return None
            if expression.kind is not TimeKind.DAY or expression.month is None:
                continue
            if _opens_text(text, segment, expression):
                return _stated(document, expression)
            if expression.year is not None and heads_report(text, body[0].start, expression):
                return _stated(document, expression)
    return None


def _posts(document: Document) -> tuple[Post, ...]:
    """Return the posts that a document is made of: the first stands at its head."""
    body = _body(document)
    posts = find_posts(document.text, document.segments, find_times(document.text))
    if len(body) == 0 or len(posts) == 0 or posts[0].start > body[0].start + _FIRST_LETTERS:
        return ()
    return posts


def _of_post(post: Post) -> Publication:
    note = f"the stamp of a post: {post.stamp.words}"
    span = Span(post.stamp.start, post.stamp.end)
    return Publication(post.day, post.day, PublicationBasis.STATED, note, span)


def _newest_post(document: Document) -> Publication | None:
    """Return the day of the newest post; what is told before it counts from older stamps."""
    posts = _posts(document)
    return _of_post(max(posts, key=lambda post: post.day)) if len(posts) > 0 else None


def _head(document: Document) -> Publication | None:
    """Return the day that the page's head states ("Posted: May 4, 2031")."""
    body = _body(document)
    if len(body) == 0:
        return None
    first = body[0].start
    times = find_times(document.text, 0, min(len(document.text), body[-1].end))
    found = stated_day(document.text, first, times)
    if found is None:
        line = head_line_day(document.text, document.segments, times)
        found = None if line is None else StatedDay(line, "a line of the head")
    if found is None:
        line = foot_line_day(document.text, document.segments, find_times(document.text))
        found = None if line is None else StatedDay(line, "a line at the foot")
    day = None if found is None else _calendar_day(found.time)
    if found is None or day is None:
        return None
    span = Span(found.time.start, found.time.end)
    note = f"{found.why}: {found.time.words}"
    return Publication(day, day, PublicationBasis.STATED, note, span)


def _issue(document: Document) -> Publication | None:
    """Return the month or season of the issue that the head names ("Autumn 2031")."""
    times = find_times(document.text)
    found = issue_of(document.text, document.segments, times)
    value = None if found is None else resolve_time(found, Anchors(_UNKNOWN)).value
    if found is None or not isinstance(value, DateValue):
        return None
    note = f"the issue that a line of the head names: {found.words}"
    span = Span(found.start, found.end)
    return Publication(value.start, value.end, PublicationBasis.STATED, note, span)


_UNKNOWN = Publication(None, None, PublicationBasis.UNKNOWN)


def _calendar_day(time: TimeExpression) -> date | None:
    if time.year is None or time.month is None or time.day is None:
        return None
    return make_date(time.year, time.month, time.day)


def later_datelines(
    document: Document, publication: Publication
) -> tuple[tuple[int, Publication], ...]:
    """Return where further reports of one document begin, each with the day of its dateline.

    Of a bundle of reports the first is dated by ``publication``; a day without a year is in
    its year. Posts of a channel all have the day of their stamp. Empty for one report.
    """
    found: list[tuple[int, Publication]] = []
    text = document.text
    posts = _posts(document)
    if len(posts) > 0:
        return tuple((post.start, _of_post(post)) for post in posts)
    for segment in document.segments:
        if segment.kind not in BODY_KINDS and not _is_bare_dateline(text, segment):
            continue
        for expression in find_times(text, segment.start, segment.end):
            if expression.kind is not TimeKind.DAY or expression.month is None:
                continue
            opens = _opens_text(text, segment, expression)
            if opens and _begins_paragraph(text, expression.start):
                dated = _dated(expression, publication)
                if dated is not None:
                    found.append((expression.start, dated))
            break
    days = {dated.start for _, dated in found}
    return tuple(found[1:]) if len(days) > 1 else ()


def _dated(expression: TimeExpression, publication: Publication) -> Publication | None:
    year = expression.year
    if year is None and publication.start is not None:
        year = publication.start.year
    if year is None:
        return None
    day = make_date(year, expression.month or 1, expression.day or 1)
    note = f"dateline of a further report: {expression.words}"
    span = Span(expression.start, expression.end)
    if day is None:
        return None
    return Publication(day, day, PublicationBasis.STATED, note, span)


def _is_bare_dateline(text: str, segment: Segment) -> bool:
    """Whether a line that was set aside holds a place and a day alone ("KHARUN (Feb. 4)")."""
    words = text[segment.start : segment.end].strip()
    return segment.kind is SegmentKind.CLUTTER and _BARE_DATELINE.fullmatch(words) is not None


def _begins_paragraph(text: str, start: int) -> bool:
    """Whether the line of a date does not go on with a sentence of the line before."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[:line_start].rstrip(" \t\r\n")
    blank = text.count("\n", len(before), line_start) > 1
    return blank or len(before) == 0 or before[-1] in '.!?:"”)]'


def _opens_text(text: str, segment: Segment, expression: TimeExpression) -> bool:
    """Whether place names in capitals, then the date, then a dash or bracket open a line."""
    line_start = text.rfind("\n", segment.start, expression.start) + 1
    before = text[max(line_start, segment.start) : expression.start]
    if len(before) > _DATELINE_BEFORE:
        before = before[-_DATELINE_BEFORE:]
    place = _CAPITAL_PLACE.search(before) or _BRACKETED_PLACE.search(before)
    if place is None or _PREPOSITION.search(before) is not None or is_others_day(before):
        return False
    after = text[expression.end : expression.end + 60]
    closed = before.rstrip().endswith("(") and after.lstrip(".")[:1] == ")"
    return closed or _DATELINE_END.match(after.removeprefix(".")) is not None


def _stated(document: Document, expression: TimeExpression) -> Publication | None:
    year = expression.year
    if year is None:
        head = document.text[: expression.start + _FIRST_LETTERS]
        years = {int(found) for found in _CODE_YEAR.findall(head)}
        full = _dates_of(document, _body(document)).full
        years = years or {day.year for day, told in full if not is_of_past(document.text, told)}
        if len(years) != 1:
            return None
        year = years.pop()
    day = make_date(year, expression.month or 1, expression.day or 1)
    if day is None:
        return None
    span = Span(expression.start, expression.end)
    note = f"dateline: {expression.words}"
    return Publication(day, day, PublicationBasis.STATED, note, span)


def _inferred(document: Document, bound: date | None) -> Publication:
    dates = _dates_of(document, _body(document))
    if bound is None:
        bound = _bound_of_clutter(document)
    pairs = [day for day in dates.days if day.weekday is not None]
    by_weekday = _newest_pair(pairs, dates, bound)
    if by_weekday is not None and not _is_before_years_told(by_weekday[0], dates, bound):
        return _after(*by_weekday, dates, bound)
    numbered = _release_number(document, bound)
    if numbered is not None:
        return numbered
    by_order = _newest_after_full(dates, bound)
    if by_order is not None and not _is_before_years_told(by_order[0], dates, bound):
        return _after(*by_order, dates, bound)
    newest = max((day for day, _ in dates.full), default=None)
    note = "no date given, stated or inferable"
    if newest is not None:
        note = f"{note}; not before {newest}, the newest date told"
    return Publication(None, None, PublicationBasis.UNKNOWN, note, None, bound)


def _is_before_years_told(day: date, dates: _Dates, bound: date | None) -> bool:
    """Whether the text tells of a later year as of one begun: then a day is not its own."""
    later = [year for year in dates.years if year > day.year]
    return any(bound is None or year <= bound.year for year in later)


def _release_number(document: Document, bound: date | None) -> Publication | None:
    """Return the month that a press release's number at the head names ("2031-07-S-068")."""
    match = _RELEASE.search(document.text, 0, _FIRST_LETTERS)
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    month = month_value(int(match[1]), int(match[2]))
    if bound is not None and month.start > bound:
        return None
    note = f"inferred: the release number {match.group()} names the month"
    span = Span(match.start(), match.end())
    basis = PublicationBasis.INFERRED
    return Publication(month.start, month.end, basis, note, span, bound)


def _bound_of_clutter(document: Document) -> date | None:
    """Return the newest full date in the page's clutter: the page was saved after it.

    Later headlines are no part of the article, but no article is younger than its page.
    """
    clutter = [s for s in document.segments if s.kind is SegmentKind.CLUTTER]
    days = [day for day, _ in _dates_of(document, clutter).full]
    return max(days) if len(days) > 0 else None


def _newest_pair(
    pairs: Sequence[TimeExpression], dates: _Dates, bound: date | None
) -> tuple[date, TimeExpression, str] | None:
    """Return the newest day whose weekday and date agree, with the reason."""
    found: list[tuple[date, TimeExpression]] = []
    newest = max((day for day, _ in dates.full), default=None)
    for pair in pairs:
        year = _year_beside(pair, dates, bound) or _agreeing_year(pair, newest, bound)
        day = None if year is None else make_date(year, pair.month or 1, pair.day or 1)
        if day is not None:
            found.append((day, pair))
    if len(found) == 0:
        return None
    day, pair = max(found, key=lambda item: item[0])
    name = WEEKDAY_NAMES[pair.weekday or 0]
    limit = f"up to {bound}" if bound is not None else f"from {newest} on"
    reason = (
        f"inferred: {name}, {MONTHS[(pair.month or 1) - 1]} {pair.day} agrees last in "
        f"{day.year} {limit}"
    )
    return day, pair, reason


def _year_beside(pair: TimeExpression, dates: _Dates, bound: date | None) -> int | None:
    """Return the year in which a weekday and a date agree near the newest full date told.

    Under a bound alone they would agree in a year that may be decades later.
    """
    told = [day for day in (*(day for day, _ in dates.full), *dates.ends) if bound and day <= bound]
    if len(told) == 0:
        return None
    newest = max(told)
    for year in (newest.year, newest.year + 1):
        day = make_date(year, pair.month or 1, pair.day or 1)
        if day is not None and day.weekday() == pair.weekday:
            return year if abs((day - newest).days) <= _BESIDE_DAYS else None
    return None


def _agreeing_year(pair: TimeExpression, newest: date | None, bound: date | None) -> int | None:
    weekday, month, number = pair.weekday or 0, pair.month or 1, pair.day or 1
    if bound is not None:
        return weekday_year(weekday, month, number, bound)
    if newest is None:
        return None
    # Without a bound, the first agreement after the newest date that the text gives in full.
    for year in range(newest.year, newest.year + _AGREEMENT_YEARS):
        day = make_date(year, month, number)
        if day is not None and day >= newest and day.weekday() == weekday:
            return year if (day - newest).days <= _AGREEMENT_DAYS else None
    return None


def _newest_after_full(
    dates: _Dates, bound: date | None
) -> tuple[date, TimeExpression, str] | None:
    """Place days without a year after the newest full date, if all follow it soon."""
    newest = max((day for day, _ in dates.full), default=None)
    if newest is None or len(dates.days) == 0:
        return None
    placed: list[tuple[date, TimeExpression]] = []
    for expression in dates.days:
        day = _first_from(expression, newest)
        if day is None or (day - newest).days > _LONGEST_GAP:
            return None
        placed.append((day, expression))
    day, expression = max(placed, key=lambda item: item[0])
    if bound is not None and day > bound:
        return None
    reason = f"inferred: {expression.words} without a year follows {newest}, the newest full date"
    return day, expression, reason


def _first_from(expression: TimeExpression, start: date) -> date | None:
    for year in (start.year, start.year + 1):
        day = make_date(year, expression.month or 1, expression.day or 1)
        if day is not None and day >= start:
            return day
    return None


def _after(
    day: date, expression: TimeExpression, reason: str, dates: _Dates, bound: date | None
) -> Publication:
    """Return a publication from the newest day told to the end of its month or two weeks on."""
    for other in dates.days:
        later = _first_from(other, day)
        if later is not None and (later - day).days <= _WEEKS_AFTER and later > day:
            day = later
    end = add_months(day.replace(day=1), 1) - DAY
    if day.day > _LATE_IN_MONTH:
        end = day + _WEEKS_AFTER * DAY
    if bound is not None and bound >= day:
        end = min(end, bound)
    span = Span(expression.start, expression.end)
    return Publication(day, end, PublicationBasis.INFERRED, reason, span, bound)
