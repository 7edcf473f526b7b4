"""A title that tells of an incident gives an account where the text under it gives none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recount.extract.learned.settings import shipped_decoding
from recount.extract.learned.titled import LEAST, TRIGGER, title_alone, title_decoding
from recount.extract.rules.scan import scan_document
from recount.model import Realis
from recount.resources.lexicon import load_lexicon

NOTICE = (
    "Thank you for signing up. Please check the box beside one or more of our letters and "
    "confirm your address."
)
COOKIES = (
    "We use cookies to make this page work. By going on you agree to our terms. Sign up for our "
    "letter to read more."
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


@pytest.mark.parametrize(
    "title", ["Man shot in the leg in Osset", "Boy, 9, hit by stray bullet in Osset"]
)
def test_a_title_that_a_notice_drowns_is_read_alone(read_titled, title):
    assert [realis for _, realis in read_titled(title, COOKIES)] == [Realis.ACTUAL]


@pytest.mark.parametrize("title", ["Man shot in the leg in Osset", "Council weighs new rules"])
def test_a_notice_under_its_title_tells_no_more_than_the_title(read_titled, title):
    told = read_titled(title, COOKIES)
    assert all(words in title for words, _ in told)


def test_a_title_is_not_read_again_where_the_text_gives_an_account(read_titled):
    text = "Gunmen killed three farmers in Osset on Tuesday, police said."
    told = read_titled("Man shot in the leg in Osset", text)
    assert [words for words, _ in told] != []
    assert all(words in text for words, _ in told)


@pytest.fixture
def alone(as_document, resources):
    """Return the words of each sentence that is read where only the title tells of anything."""

    def read(text, title, headings):
        document = replace(as_document(text, headings=headings), title=title)
        found = title_alone(scan_document(document, resources, load_lexicon()))
        return None if found is None else [text[s.start : s.end] for s in found.sentences]

    return read


HEADING = "Two wounded in Osset raid"


def test_a_title_stands_alone_without_the_notice_under_it(alone):
    assert alone(f"{HEADING}\n\n{NOTICE}", HEADING, (HEADING,)) == [HEADING]


def test_the_name_of_an_outlet_may_hang_on_to_the_title(alone):
    title = f"{HEADING} - The Osset Courier"
    assert alone(f"{HEADING}\n\n{NOTICE}", title, (HEADING,)) == [HEADING]


def test_a_text_that_is_no_more_than_its_title_was_read_alone_before(alone):
    assert alone(HEADING, HEADING, (HEADING,)) is None


@pytest.mark.parametrize("title", [None, "Council weighs new rules"])
def test_a_heading_that_is_not_the_title_is_not_read_alone(alone, title):
    assert alone(f"{HEADING}\n\n{NOTICE}", title, (HEADING,)) is None


def test_a_title_that_no_heading_holds_is_not_read_alone(alone):
    assert alone(f"{HEADING}\n\n{NOTICE}", HEADING, ()) is None


def test_less_has_to_speak_for_a_title_read_alone():
    shipped = shipped_decoding()
    found = title_decoding(shipped)
    assert (found.tag("trigger"), found.alone) == (TRIGGER, LEAST)
    assert found.tag("trigger") < shipped.tag("trigger")
    assert found.tag("wounded") == shipped.tag("wounded")
