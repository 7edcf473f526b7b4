"""A title that tells of an incident gives an account where the text under it gives none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recount.model import Realis

NOTICE = (
    "Thank you for signing up. Please check the box beside one or more of our letters and "
    "confirm your address."
)


@pytest.fixture
def read_titled(as_document, learned):
    """Return the main trigger and realis of each account of a text with a title beside it."""

    def read(title: str, text: str = NOTICE) -> list[tuple[str, Realis]]:
        document = as_document(f"{text}\n\n{title}", headings=(title,))
        document = replace(document, title=title)
        found = learned.extract(document).accounts
        return [(document.words(one.triggers[0].span), one.realis) for one in found]

    return read


@pytest.mark.parametrize(
    "title",
    [
        "Student from Kandahar injured in shooting at a fair",
        "Deadly shooting in Toledo park: police seek witnesses",
        "Three wounded in Helmand market bombing leave hospital",
    ],
)
def test_a_title_over_a_notice_tells_of_the_incident(read_titled, title):
    assert [realis for _, realis in read_titled(title)] == [Realis.ACTUAL]


@pytest.mark.parametrize(
    "title",
    [
        "Council weighs new rules for street markets",
        "How to stay safe when shootings happen",
        "Police fear attack on polling day",
    ],
)
def test_a_title_that_tells_of_none_gives_none(read_titled, title):
    assert [one for one in read_titled(title) if one[1] is Realis.ACTUAL] == []


def test_a_text_that_tells_of_an_incident_is_read_as_before(read_titled):
    text = "Gunmen killed three farmers in Kandahar on Tuesday, police said."
    assert len(read_titled("Talks on water resume after Kandahar shooting", text)) == 1
