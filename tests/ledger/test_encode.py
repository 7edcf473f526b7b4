"""Nouns to rows and back: nothing is lost."""

from __future__ import annotations

from datetime import date

from fakes import FakeItem, read
from hypothesis import given
from hypothesis import strategies as st

from recount.ledger import encode
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
    Sighting,
    Span,
    SpanRole,
    Stance,
    Statement,
    TextValue,
    Unknown,
    Voice,
    WeaponValue,
)

texts = st.text(max_size=20)
maybe = st.none() | texts
numbers = st.none() | st.integers(0, 10**9)
spans = st.builds(
    lambda start, length, role: Span(start, start + length, role),
    st.integers(0, 10**6),
    st.integers(1, 99),
    st.sampled_from(SpanRole),
)
places = st.builds(
    PlaceValue,
    maybe,
    maybe,
    maybe,
    maybe,
    maybe,
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
    st.none() | st.floats(0, 1000),
    st.sampled_from(PlacePrecision),
)
days = st.tuples(st.dates(), st.dates()).map(sorted)
dates = st.builds(lambda d, p: DateValue(d[0], d[1], p), days, st.sampled_from(DatePrecision))
counts = st.builds(
    CountValue, numbers, numbers, numbers, st.sampled_from(Qualifier), maybe, st.booleans()
)
values = st.one_of(
    st.tuples(st.just(Property.DATE), dates),
    st.tuples(st.just(Property.PLACE), places),
    st.tuples(st.just(Property.KILLED), counts),
    st.tuples(
        st.just(Property.VICTIM),
        st.builds(ActorValue, texts, st.sampled_from(ActorKind), st.booleans()),
    ),
    st.tuples(
        st.just(Property.RESPONSIBILITY),
        st.builds(ResponsibilityValue, maybe, st.sampled_from(Stance)),
    ),
    st.tuples(st.just(Property.WEAPON), st.builds(WeaponValue, texts, texts)),
    st.tuples(st.sampled_from(Property), st.builds(Unknown, texts)),
    st.tuples(st.just(Property.TYPE), st.builds(TextValue, texts)),
)
statements = st.builds(
    lambda held, rest: Statement(rest[0], rest[1], rest[2], held[0], held[1], *rest[3:]),
    values,
    st.tuples(
        texts,
        texts,
        texts,
        texts,
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.lists(spans, max_size=3).map(tuple),
        st.builds(Voice, maybe, maybe, maybe, st.sampled_from(Stance), maybe),
        texts,
        st.floats(0, 1),
        st.booleans(),
        st.lists(texts, max_size=2).map(tuple),
        st.lists(texts, max_size=2).map(tuple),
    ),
)


@given(statements)
def test_a_statement_comes_back_as_it_was(statement):
    row = encode.statement_row(statement, 1)
    assert encode.statement_from_row(row) == statement
    assert encode.statement_key(row) == row["key"]


@given(statements, statements)
def test_different_statements_have_different_keys(one, other):
    keys = [encode.statement_row(item, 1)["key"] for item in (one, other)]
    assert (keys[0] == keys[1]) == (repr(one) == repr(other))


@given(st.text(min_size=1, max_size=200))
def test_a_document_comes_back_as_it_was(text):
    data = text.encode("utf-8", "ignore").replace(b"DAMAGED", b"")
    document = read(FakeItem("a.txt", data))
    row = encode.rendition_row(document, 3)
    parent = {"id": document.id, "sha256": document.sha256}
    assert encode.document_from_rows(parent, row) == document


@given(st.text(alphabet=st.characters(), max_size=50))
def test_any_text_survives_compression_also_with_lone_surrogates(text):
    assert encode.unpress_text(encode.press_text(text)) == text


def test_a_sighting_comes_back_as_it_was():
    sighting = Sighting("d", "a/b!c", "O", None, "T", "2031-05", "en", 0.5)
    assert encode.sighting_from_row(encode.sighting_row(sighting, 1)) == sighting


def test_dates_are_dates_again():
    value = DateValue(date(2031, 5, 2), date(2031, 5, 2), DatePrecision.DAY)
    voice = Voice(None, None, None, Stance.ASSERTED)
    row = encode.statement_row(
        Statement("i", "a", "d", Property.DATE, value, "x", 0, 1, (), voice, "m", 1.0), 1
    )
    assert encode.statement_from_row(row).value == value
