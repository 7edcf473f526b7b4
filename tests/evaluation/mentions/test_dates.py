"""The exam of dates on invented sentences."""

from __future__ import annotations

from datetime import date

import pytest

from recount.evaluation.base import Options
from recount.evaluation.mentions import dates
from recount.evaluation.mentions.dates import DayRow, score
from recount.evaluation.mentions.gold import Days

TEXT = "Gunmen killed two farmers in Osset late on Tuesday. The mill had 1,200 sacks."
UNKNOWN = Days(None, None)


@pytest.mark.parametrize(("published", "day"), [("2031-03-05", date(2031, 3, 4)), (None, None)])
def test_a_weekday_is_a_day_only_with_a_publication(
    published, day, pinned, at, tmp_path, monkeypatch
):
    label = {"start": "2031-03-04", "end": "2031-03-04", "precision": "day"}
    row = {"id": "d-1", "text": TEXT, "at": at(TEXT, "Tuesday"), "published": published, **label}
    monkeypatch.setattr(dates, "LABELS", pinned(row))
    outcome = dates.run(tmp_path, Options("made"))
    assert outcome.rows == (DayRow("d-1", Days(day, day), found=True),)
    assert outcome.scores["dates_exact"] == (0.0 if day is None else 1.0)


def test_words_that_are_no_time_to_the_product_have_no_days(pinned, at, tmp_path, monkeypatch):
    label = {"start": None, "end": None, "precision": "unknown"}
    row = {"id": "d-1", "text": TEXT, "at": at(TEXT, "1,200"), "published": "2031-03-05", **label}
    monkeypatch.setattr(dates, "LABELS", pinned(row))
    outcome = dates.run(tmp_path, Options("made"))
    assert outcome.rows == (DayRow("d-1", UNKNOWN, found=False),)
    assert outcome.scores["unknown_exact"] == 1.0


def test_both_ends_must_be_the_same_and_null_is_right_for_null():
    first, second = date(2031, 3, 4), date(2031, 3, 5)
    golds = [Days(first, first), Days(first, second), UNKNOWN, UNKNOWN]
    told = [Days(first, first), Days(first, first), UNKNOWN, Days(first, first)]
    rows = [DayRow("d", days, found=True) for days in told]
    found = {one.name: (one.value, one.over) for one in score(golds, rows)}
    assert found == {
        "dates_exact": (0.5, 4),
        "known_exact": (0.5, 2),
        "unknown_exact": (0.5, 2),
        "start_exact": (1.0, 2),
    }
