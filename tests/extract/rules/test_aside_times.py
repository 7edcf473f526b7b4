"""Months and years that date something else than the incident of their sentence."""

from __future__ import annotations

import pytest

from recount.extract.rules.aside_times import is_aside
from recount.extract.rules.scan import scan_document
from recount.resources.lexicon import load_lexicon


@pytest.fixture
def asides(as_document, resources):
    """Return the words of the times of a text that date something else."""

    def read(text: str) -> list[str]:
        scan = scan_document(as_document(text), resources, load_lexicon())
        return [
            text[time.start : time.end]
            for sentence in scan.sentences
            for time in sentence.times
            if is_aside(text, sentence, time)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Twelve members of a militia founded in 2019 were killed in Osset.", "2019"),
        ("The clerk, who took office in January 2030, was killed in Osset.", "January 2030"),
        ("Two candidates for the August 2031 election were killed.", "August 2031"),
        ("A man who had been active since 2029 was killed in Osset.", "since 2029"),
    ],
)
def test_a_time_of_something_told_in_passing_is_aside(asides, text, time):
    assert asides(text) == [time]


@pytest.mark.parametrize(
    "text",
    [
        "In January 2030 twelve clerks were killed in Osset.",
        "Raiders in January 2030 killed twelve clerks in Osset.",
        "Twelve clerks were killed in Osset in January 2030.",
        "Twelve clerks who were killed in January 2030 were buried.",
        "The January 2030 attack killed twelve clerks.",
        "The clerk, who took office on Monday, was killed in Osset.",
    ],
)
def test_a_time_of_the_deed_is_not(asides, text):
    assert asides(text) == []
