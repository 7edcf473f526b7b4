"""The date phrases of ``tests/cases/date_phrases.json``, written before the code was."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from recount.model import DatePrecision, DateValue, Publication, PublicationBasis, Unknown
from recount.resolve.time import Anchors, resolve_time
from recount.resources.grammar import TimeExpression, find_times

PATH = Path(__file__).parent.parent / "cases" / "date_phrases.json"
CASES = json.loads(PATH.read_text(encoding="utf-8"))
TOLERANCE = 3
"""Days by which cases marked tolerant (moon calendars, "recent weeks") may differ."""


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def anchors_of(case: dict) -> Anchors:
    published, told = day(case.get("published")), day(case.get("narrative"))
    basis = PublicationBasis.GIVEN if published else PublicationBasis.UNKNOWN
    publication = Publication(published, published, basis, latest=day(case.get("latest")))
    narrative = None if told is None else DateValue(told, told, DatePrecision.DAY)
    return Anchors(publication, narrative, tuple(case.get("years", ())), case.get("day_first"))


def expression_of(case: dict) -> TimeExpression:
    text, words = case["text"], case["find"]
    found = find_times(text)
    exact = [f for f in found if text[f.start : f.end] == words]
    if case.get("loose"):
        exact = exact or [f for f in found if words in f.words or f.words in words]
    assert len(exact) == 1, [f.words for f in found]
    return exact[0]


PRESENT = [case for case in CASES if "find" in case]
ABSENT = [case for case in CASES if "absent" in case]


@pytest.mark.parametrize("case", PRESENT, ids=lambda c: f"{c['text']}|{c['find']}")
def test_phrase_resolves_to_its_date(case):
    expression = expression_of(case)
    value = resolve_time(expression, anchors_of(case)).value
    if case.get("unknown"):
        assert isinstance(value, Unknown)
        assert expression.repeated == case.get("repeated", False)
        return
    assert isinstance(value, DateValue)
    start, end = date.fromisoformat(case["start"]), date.fromisoformat(case["end"])
    slack = TOLERANCE if case.get("tolerant") else 0
    assert abs((value.start - start).days) <= slack
    assert abs((value.end - end).days) <= slack
    if not case.get("tolerant"):
        assert value.precision.value == case["precision"]


@pytest.mark.parametrize("case", ABSENT, ids=lambda c: c["text"])
def test_words_that_are_no_time_are_left_alone(case):
    at = case["text"].index(case["absent"])
    end = at + len(case["absent"])
    assert not any(f.start < end and at < f.end for f in find_times(case["text"]))
