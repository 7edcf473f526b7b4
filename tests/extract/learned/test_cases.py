"""What stands under one head of a list is told as one incident."""

from __future__ import annotations

import re

import pytest

from recount.extract.learned.cases import headed_entries, in_one_entry
from recount.resources.encoder.reading import FoundSpan

LIST = (
    "3 October 2031, Lagos. Gunmen stormed a mill. They shot two clerks.\n\n"
    "5 October 2031, Kano. A bomb killed a guard. On Friday a mob burned a shop.\n\n"
    "9 October 2031, Jos. Raiders burned a farm."
)


@pytest.fixture
def together(scanned):
    def score(one, other):
        scan = scanned(LIST)
        spans = [
            FoundSpan(m.start(), m.end(), 0, 0, 0.9)
            for word in (one, other)
            for m in [re.search(word, LIST)]
        ]
        return float(in_one_entry(headed_entries(scan), scan.sentences, spans)[0, 1])

    return score


def test_what_goes_on_in_an_entry_is_of_its_incident(together):
    assert together("stormed", "shot") > 0


def test_another_day_or_another_entry_is_not(together):
    assert together("killed", "mob burned") == 0
    assert together("stormed", "killed") == 0


def test_a_long_entry_may_tell_of_more(scanned):
    long = LIST.replace("Gunmen stormed a mill.", "Gunmen stormed a mill. " + "It rained. " * 150)
    assert len(headed_entries(scanned(long))) == 2


def test_an_entry_needs_no_day_or_place_of_its_own(read_learned):
    document, found = read_learned(LIST)
    told = {document.words(t.span) for one in found.accounts for t in one.triggers}
    assert told & {"stormed", "shot"}
    assert "burned" in told
