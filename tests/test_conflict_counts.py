"""Who died, or was hurt, in sentences as news of conflict has them, read by the whole chain.

Rules that were made on one kind of news took figures away from another; these are the sentences
that showed it. All names and places are invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recount.evaluation.product import Report, read_reports
from recount.model import CountValue, Property

CASES = json.loads(
    (Path(__file__).parent / "cases" / "conflict_counts.json").read_text(encoding="utf-8")
)


WOUNDED = [case for case in CASES if "wounded" in case]


@pytest.fixture(scope="module")
def counted() -> dict[tuple[str, Property], int]:
    """The most people that any account of a passage counts as its own, by passage and property."""
    reports = [Report(f"s{at}", case["text"], None, "2024-05-06") for at, case in enumerate(CASES)]
    named = read_reports(reports, link=False).named()
    return {
        (report.text, prop): max(
            (
                value.value or 0
                for account in named[report.id].accounts
                for statement in account.record.of(prop)
                if statement.primary and isinstance(value := statement.value, CountValue)
            ),
            default=0,
        )
        for report in reports
        for prop in (Property.KILLED, Property.WOUNDED)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_passage_counts_its_dead(counted, case):
    assert counted[case["text"], Property.KILLED] == case["killed"]


@pytest.mark.parametrize("case", WOUNDED, ids=lambda case: case["text"][:60])
def test_a_passage_counts_its_wounded(counted, case):
    assert counted[case["text"], Property.WOUNDED] == case["wounded"]
