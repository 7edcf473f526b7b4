"""First names of relatives, which no full name holds."""

from __future__ import annotations

import pytest

from recount.resources.persons import FoundPerson, find_persons


def names(text: str) -> dict[str, str]:
    return {text[p.start : p.end]: p.reason for p in find_persons(text) if not p.public}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dead were her sons Oren, 9, and Ilo, 6.", {"Oren": "a minor", "Ilo": "a minor"}),
        (
            "Two girls, Mina (7) and Selle (41), hid.",
            {"Mina": "a minor", "Selle": "named beside kin"},
        ),
        ("He fled with his wife, Tavi, on foot.", {"Tavi": "named beside kin"}),
        ("Her youngest brother Oren's boat was found.", {"Oren": "named beside kin"}),
    ],
)
def test_single_names_beside_kin_are_private(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "She met her son Friday morning.",
        "Boys in Brackwater, 15 of them, ran.",
        "The children were born in Sept, 9 of them dead.",
        "His brother said so.",
    ],
)
def test_days_and_plain_words_beside_kin_are_no_names(text):
    assert names(text) == {}


def test_a_rank_between_an_office_and_a_name_leaves_the_name_public():
    text = "The shots came from the ridge, army spokesman Colonel Tavi Orrund told reporters."
    assert [p.public for p in find_persons(text)] == [True]


def test_a_relative_who_is_called_like_a_place_is_private():
    text = "She lost her sister Merin in the raid."
    start = text.index("Merin")
    known = [FoundPerson(start, start + 5, "Merin", public=True, reason="a place")]
    assert [p.name for p in find_persons(text, known)] == ["Merin"]


@pytest.mark.parametrize(
    "text",
    [
        "She rang her 14-year-old granddaughter, Tavi, at noon.",
        "Nell's son, Tavi, said so after the hearing.",
    ],
)
def test_a_relative_after_an_age_or_an_owner_is_private(text):
    assert "Tavi" in names(text)
