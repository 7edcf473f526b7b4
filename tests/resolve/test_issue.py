"""Months and seasons of issues in the head of a magazine."""

from __future__ import annotations

from datetime import date

import pytest
from tests.resolve.test_publication import UNKNOWN, document, seen

from recount.model import DateValue, Segment, SegmentKind
from recount.resolve.issue import issue_of
from recount.resolve.publication import choose_publication
from recount.resolve.told import resolve_times
from recount.resources.grammar import find_times


def issue_in(line: str) -> str | None:
    told = "Nobody in Velm speaks of the mine that killed six in March."
    text = f"THE KEYS OF VELM\n\n{line}\n\n{told}"
    at = text.index(line)
    segments = (
        Segment(0, SegmentKind.HEADING, 0, 16),
        Segment(1, SegmentKind.HEADING, at, at + len(line)),
        Segment(2, SegmentKind.BODY, text.index(told), len(text)),
    )
    found = issue_of(text, segments, find_times(text))
    return None if found is None else found.words


@pytest.mark.parametrize(
    ("line", "issue"),
    [
        ("No. 58 - Autumn 2031", "Autumn 2031"),
        ("Spring number, April 2031", "April 2031"),
        ("Vol. XII, No. 4, June 2031", "June 2031"),
        ("June 2031", "June 2031"),
    ],
)
def test_a_line_of_the_head_names_the_issue(line, issue):
    assert issue_in(line) == issue


@pytest.mark.parametrize(
    "line",
    [
        "Monthly bulletin, May 2031",
        "Casualties in Velm, May 2031",
        "Velm after the floods of autumn 2031",
        "Orm attack, May 2031",
        "Elections in April 2031",
        "The bridge fell in June 2031",
    ],
)
def test_periods_told_of_and_events_are_no_issues(line):
    assert issue_in(line) is None


def test_the_issue_gives_months_and_days_their_year():
    read = document(
        "No. 58 - Autumn 2031\nOn 3 March a mine killed six. Last August it had rained."
    )
    published = choose_publication(read, seen(None))
    assert (published.start, published.end) == (date(2031, 9, 1), date(2031, 11, 30))
    times = resolve_times(read, published, frozenset())
    days = {read.text[a:b]: t.value for (a, b), t in times.items()}
    march, august = days["3 March"], days["Last August"]
    assert isinstance(march, DateValue)
    assert isinstance(august, DateValue)
    assert (march.start, august.start) == (date(2031, 3, 3), date(2031, 8, 1))
    assert UNKNOWN.start is None
