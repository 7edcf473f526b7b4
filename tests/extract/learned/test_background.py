"""Sentences that tell of the past behind the news."""

from __future__ import annotations

import pytest

from recount.extract.learned.background import background
from recount.extract.rules.scan import scan_document
from recount.resources.bundle import load
from recount.resources.lexicon import load_lexicon

NEWS = "A bomb killed nine recruits in Orvel on Tuesday."


@pytest.fixture(scope="module")
def resources():
    return load()


def told(resources, as_document, text):
    scan = scan_document(as_document(text), resources, load_lexicon())
    return [span.of(scan.text) for span in background(scan.text, scan.sentences)]


@pytest.mark.parametrize(
    "past",
    [
        "Last October two policemen died on the same road.",
        "In January eleven people were killed near Tarn.",
        "Earlier this year a mine killed four.",
        "Two months ago gunmen shot a teacher.",
        "It will be recalled that six died in Tarn.",
        "In a similar attack in May, three were shot.",
    ],
)
def test_a_sentence_that_opens_in_the_past_is_background(resources, as_document, past):
    assert told(resources, as_document, f"{NEWS} {past} Police came.") == [past]


def test_what_goes_on_with_it_is_background_too(resources, as_document):
    past = "Last summer gunmen shot a teacher. He died in Tarn."
    assert told(resources, as_document, f"{NEWS} {past} Police came.") == [past]


@pytest.mark.parametrize(
    "text",
    [
        "Last October two policemen died in Orvel. In January a man was shot.",
        f"{NEWS} Last week's vote was calm. In March 2031, talks began.",
    ],
)
def test_a_report_on_the_past_and_other_openings_have_none(resources, as_document, text):
    assert told(resources, as_document, text) == []
