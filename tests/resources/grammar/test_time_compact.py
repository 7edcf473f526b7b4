from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.resources.grammar import TimeKind, find_times
from recount.resources.grammar.time_compact import compact_times

FORMS = (
    "{d:%d}1945Z{d:%b}{d:%y}",
    "{d:%d}1945Z {d:%b} {d:%y}",
    "{d:%d}{d:%b}{d:%Y}",
    "{d.day}-{d:%b}-{d.year}",
    "{d.year}/{d:%m}/{d:%d}",
)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))


@given(DAYS, st.sampled_from(FORMS), st.booleans())
def test_days_in_codes_are_read_back(day, form, capitals):
    words = form.format(d=day)
    words = words.upper() if capitals else words
    found = find_times(f"REF {words} PATROL HIT")
    assert [(f.year, f.month, f.day, f.words) for f in found] == [
        (day.year, day.month, day.day, words)
    ]


@given(st.text(alphabet="0123456789-/ .ZQHMARmayon", max_size=40))
def test_any_text_is_read_in_order_without_overlap(text):
    previous = 0
    for found in compact_times(text, 0, len(text)):
        assert previous <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.words
        previous = found.end


def test_a_quarter_or_half_is_a_part_of_its_year():
    found = compact_times("Q3 2032 and H1 2031", 0, 19)
    assert [(f.kind, f.part) for f in found] == [
        (TimeKind.SPAN_OF, "third"),
        (TimeKind.SPAN_OF, "first"),
    ]


def test_a_lost_blank_hides_no_weekday():
    assert [f.words for f in find_times("Two were killed onSaturday there.")] == ["Saturday"]


@pytest.mark.parametrize("text", ["H3 2031", "12/05", "321345ZSEP33", "31FEB20", "Wilson street"])
def test_what_is_no_day_is_left_alone(text):
    assert compact_times(text, 0, len(text)) == ()
