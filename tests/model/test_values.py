"""Values: bounds of hedged figures, and plain forms that read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import (
    ActorKind,
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    PlacePrecision,
    PlaceValue,
    Property,
    Qualifier,
    ResponsibilityValue,
    Span,
    Stance,
    Statement,
    TextValue,
    Unknown,
    Voice,
    WeaponValue,
    count_of,
    from_plain,
    to_plain,
    value_from_plain,
    value_to_plain,
)

words = st.text(max_size=12)
optional_words = st.one_of(st.none(), words)
numbers = st.one_of(st.none(), st.integers(0, 10_000))
degrees = st.one_of(st.none(), st.floats(-90, 90, allow_nan=False))


@st.composite
def dates(draw):
    start = draw(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    return DateValue(
        start,
        start + timedelta(days=draw(st.integers(0, 400))),
        draw(st.sampled_from(DatePrecision)),
    )


VALUES = st.one_of(
    st.tuples(st.just(Property.TYPE), st.builds(TextValue, words)),
    st.tuples(st.just(Property.DATE), dates()),
    st.tuples(
        st.just(Property.PLACE),
        st.builds(
            PlaceValue,
            optional_words,
            optional_words,
            optional_words,
            optional_words,
            optional_words,
            degrees,
            degrees,
            degrees,
            st.sampled_from(PlacePrecision),
        ),
    ),
    st.tuples(
        st.just(Property.KILLED),
        st.builds(
            CountValue,
            numbers,
            numbers,
            numbers,
            st.sampled_from(Qualifier),
            optional_words,
            st.booleans(),
        ),
    ),
    st.tuples(
        st.just(Property.VICTIM),
        st.builds(ActorValue, words, st.sampled_from(ActorKind), st.booleans()),
    ),
    st.tuples(
        st.just(Property.RESPONSIBILITY),
        st.builds(ResponsibilityValue, optional_words, st.sampled_from(Stance)),
    ),
    st.tuples(st.just(Property.WEAPON), st.builds(WeaponValue, words, words)),
    st.tuples(st.just(Property.PLACE), st.builds(Unknown, words)),
)


@given(VALUES)
def test_every_value_reads_back_from_its_plain_form(case):
    prop, value = case
    assert value_from_plain(prop, value_to_plain(value)) == value


@given(VALUES)
def test_a_statement_reads_back_from_the_codec(case):
    prop, value = case
    spans = (Span(3, 9),)
    voice = Voice(None, "ministry", "The Outlet", Stance.CLAIMED, "said")
    statement = Statement(
        Statement.id_of("a", prop, value, spans, voice),
        "a",
        "d",
        prop,
        value,
        "words",
        3,
        9,
        spans,
        voice,
        "m",
        0.5,
    )
    assert from_plain(Statement, to_plain(statement)) == statement


@pytest.mark.parametrize(
    ("qualifier", "bounds"),
    [
        (Qualifier.EXACT, (7, 7, 7)),
        (Qualifier.AT_LEAST, (7, 7, None)),
        (Qualifier.MORE_THAN, (7, 7, None)),
        (Qualifier.ABOUT, (None, 7, None)),
        (Qualifier.UP_TO, (None, 7, 7)),
        (Qualifier.NEARLY, (None, 7, 7)),
        (Qualifier.COUPLE, (2, 2, None)),
        (Qualifier.MULTIPLE, (2, None, None)),
        (Qualifier.SEVERAL, (3, None, None)),
        (Qualifier.DOZENS, (24, None, None)),
        (Qualifier.SCORES, (40, None, None)),
        (Qualifier.HUNDREDS, (200, None, None)),
        (Qualifier.THOUSANDS, (2000, None, None)),
    ],
)
def test_hedges_have_the_bounds_of_the_design(qualifier, bounds):
    count = count_of(7, qualifier)
    assert (count.low, count.value, count.high) == bounds


def test_a_range_has_both_ends_and_no_best():
    count = count_of(10, Qualifier.BETWEEN, upper=15)
    assert (count.low, count.value, count.high) == (10, None, 15)


def test_a_date_range_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="must not end"):
        DateValue(date(2020, 1, 2), date(2020, 1, 1), DatePrecision.DAY)


def test_a_statement_in_another_passage_is_another_statement():
    voice = Voice(None, None, None, Stance.ASSERTED)
    value = count_of(3, Qualifier.EXACT)
    here = Statement.id_of("a", Property.KILLED, value, (Span(0, 4),), voice)
    there = Statement.id_of("a", Property.KILLED, value, (Span(9, 13),), voice)
    assert here != there
