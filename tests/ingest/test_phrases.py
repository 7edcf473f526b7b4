"""Patterns of lines that are no text: they must answer at once, whatever the line."""

from __future__ import annotations

import pytest

from recount.ingest.phrases import PLACE_AND_DATE


@pytest.mark.parametrize(
    "line",
    [
        "Tarn-Velm, 3 May 2031",
        "Orvel-3 May 2031",
        "Tarn Express - 3 May 2031",
        "The Post of Velm / Orvel Daily 4 May 2031 (Agence Tarn)",
        "Tuesday May 6, 2031",
    ],
)
def test_a_dateline_alone_on_its_line(line):
    assert PLACE_AND_DATE.fullmatch(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "HEAD OF THE LEFT-WING FRONT, SHOT ON 11 MAY 2031.",
        "On 3 May 2031",
        "Aa-" * 60,
        "Aa and the Aa/" * 20,
    ],
)
def test_other_lines_are_none_and_cost_no_time(line):
    assert PLACE_AND_DATE.fullmatch(line) is None
