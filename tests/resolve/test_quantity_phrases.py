"""The number phrases of ``tests/cases/number_phrases.json``, written before the code was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recount.model import CountValue
from recount.resolve.quantity import resolve_quantity
from recount.resources.grammar import find_quantities

PATH = Path(__file__).parent.parent / "cases" / "number_phrases.json"
CASES = json.loads(PATH.read_text(encoding="utf-8"))
PRESENT = [case for case in CASES if "find" in case]
ABSENT = [case for case in CASES if "absent" in case]


@pytest.mark.parametrize("case", PRESENT, ids=lambda c: f"{c['text']}|{c['find']}")
def test_phrase_is_counted_as_it_says(case):
    text = case["text"]
    found = find_quantities(text)
    exact = [q for q in found if text[q.start : q.end] == case["find"]]
    assert len(exact) == 1, [text[q.start : q.end] for q in found]
    quantity = exact[0]
    assert quantity.kind.value == case["kind"]
    assert quantity.article == case.get("article", False)
    assert quantity.further == case.get("further", False)
    if "values" not in case:
        return
    value = resolve_quantity(quantity, text).value
    assert isinstance(value, CountValue)
    assert [value.low, value.value, value.high] == case["values"]
    assert value.part == case.get("part", False)
    if "who" in case:
        assert value.who == case["who"]


@pytest.mark.parametrize("case", ABSENT, ids=lambda c: c["text"])
def test_numbers_that_count_nothing_are_left_alone(case):
    at = case["text"].index(case["absent"])
    end = at + len(case["absent"])
    allowed = case.get("allow", [])
    overlapping = [q for q in find_quantities(case["text"]) if q.start < end and at < q.end]
    assert [q for q in overlapping if q.kind.value not in allowed] == []
