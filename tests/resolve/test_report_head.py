from __future__ import annotations

import pytest

from recount.resolve.report_head import heads_report
from recount.resources.grammar import find_times

HEADS = [
    "SITUATION REPORT No. 4 | 22 June 2032 | Osset: 300 displaced.",
    "JOINT COMMAND NORTH, 30 November 2034. Troops killed three rebels.",
    "Weekly bulletin, 4 May 2031: two men were shot.",
    "Date: 4 May 2031\n\nTwo men were shot.",
    "PRESS RELEASE - 4 May 2031\n\nTwo men were shot.",
]
SENTENCES = [
    "A report of 4 May 2031: two men were shot.",
    "Two men were shot in Osset on 4 May 2031. Their kin fled.",
    "THE MAYOR OF OSSET WAS SHOT ON 4 MAY 1990. THE KILLERS FLED.",
    "NATO said on 4 May 2031. Then it rained.",
    "Osset, 4 May 2031 was a calm day.",
]


@pytest.mark.parametrize("text", HEADS)
def test_the_day_in_a_head_is_the_reports_own(text):
    assert heads_report(text, 0, find_times(text)[0])


@pytest.mark.parametrize("text", SENTENCES)
def test_a_day_in_a_sentence_is_none(text):
    day = next(found for found in find_times(text) if found.year is not None)
    assert not heads_report(text, 0, day)
