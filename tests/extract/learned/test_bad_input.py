"""Bad input for the learned extractor: no crash, bounded cost, nothing invented."""

from __future__ import annotations

import time
import tracemalloc

import pytest

REPORT = "Gunmen attacked a bus near Ostrelle on Monday, killing six passengers, police said. "
DULL = "The council met again to speak about the price of bread and the repair of roads. "
LONG = 300_000
"""Characters of a text that is far longer than any report."""
MOST_SECONDS = 240.0
"""Generous: a slow shared core reads such a text in a minute."""
MOST_BYTES = 500_000_000


def check(document, extraction):
    for account in extraction.accounts:
        for mention in (*account.triggers, *(link.mention for link in account.links)):
            assert 0 <= mention.start < mention.end <= len(document.text)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "Ostrelle", "7", ".", "—", "\x00", "killed"])
def test_next_to_nothing_gives_no_figures(read_learned, text):
    document, extraction = read_learned(text)
    check(document, extraction)
    assert all(len(account.links) == 0 for account in extraction.accounts)


@pytest.mark.parametrize(
    "text",
    [
        REPORT.upper(),
        REPORT.replace(",", "").replace(".", "").lower(),
        "Gunm3n attacl<ed a hus near 0strelIe on M0nday, ki11ing six passen gers , po1ice sa1d .",
        "Date\tPlace\tKilled\n4 May 2031\tOstrelle\t6\n5 May 2031\tVennick\t0\n",
        "| Date | Place | Dead |\n|---|---|---|\n| 4 May | Ostrelle | 6 |\n",
        "a" * 5_000,
        "!?" * 2_000,
        "killed " * 1_000,
        "💥" * 500,
        "\u202egnimoc si eno oN\u202c " * 50,
    ],
    ids=[
        *("capitals", "no punctuation", "scanned", "tabs", "table"),
        *("one word", "signs", "one word again and again", "emoji", "turned"),
    ],
)
def test_damaged_text_is_read_without_a_crash(read_learned, text):
    check(*read_learned(text))


def test_capitals_are_read_like_other_text(read_learned):
    _, extraction = read_learned(REPORT.upper())
    assert len(extraction.accounts) == 1


@pytest.mark.slow
def test_a_very_long_text_is_read_in_bounded_time_and_memory(read_learned):
    text = REPORT + "\n\n" + DULL * (LONG // len(DULL))
    tracemalloc.start()
    begun = time.monotonic()
    document, extraction = read_learned(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.monotonic() - begun < MOST_SECONDS
    assert peak < MOST_BYTES
    check(document, extraction)
    assert len(extraction.accounts) == 1


def test_another_language_is_reported_unread_and_nothing_is_made_of_it(read_learned):
    _, extraction = read_learned(
        "Des hommes armés ont attaqué un autobus près d'Ostrelle lundi, tuant six passagers.",
        language="fr",
    )
    assert extraction.unread is not None
    assert "fr" in extraction.unread
    assert extraction.accounts == ()
    assert extraction.tallies == ()
