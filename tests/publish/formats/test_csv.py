"""Cells: what a spreadsheet would run is made safe and still reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.publish.formats.csv import cell, parse

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize("text", ["=1+1", "+4", "-2", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_formulas_get_an_apostrophe(text):
    assert cell(text) == "'" + text
    assert parse(cell(text), str) == text


def test_negative_numbers_stay_numbers():
    assert cell(-12.5) == "-12.5"
    assert parse("-12.5", float | None) == -12.5


def test_empty_text_differs_from_not_known():
    assert cell(None) == ""
    assert parse("", str | None) is None
    assert parse(cell(""), str | None) == ""


@given(TEXTS)
def test_any_text_reads_back(text):
    assert parse(cell(text), str) == text
    assert parse(cell(text), str | None) == text
    assert not cell(text).startswith(("=", "+", "-", "@"))


@given(st.lists(TEXTS, max_size=5).map(tuple))
def test_any_list_reads_back(texts):
    assert parse(cell(texts), tuple[str, ...]) == texts
    assert not cell(texts).startswith(("=", "+", "-", "@"))
