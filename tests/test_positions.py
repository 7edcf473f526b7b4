"""Who is held responsible, how, in reports worded as everyday news is, read by the whole chain.

The passages were written for this project by writers who did not see its code, half of them to
make rules misfire; all places, groups and people are invented. Each lists the positions that a
reader expects: a stance, and phrases of the text any of which may name the party.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from recount.evaluation.product import ReadDocument, Report, read_reports
from recount.model import Property, ResponsibilityValue, SpanRole, Stance

CASES = json.loads((Path(__file__).parent / "cases" / "positions.json").read_text("utf-8"))
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+")


@pytest.fixture(scope="module")
def positions() -> dict[str, list[tuple[str, list[str]]]]:
    """The stance and the words for the party of each position in a passage, by passage."""
    reports = [Report(f"s{at}", case["text"], None, "2031-05-04") for at, case in enumerate(CASES)]
    named = read_reports(reports, link=False).named()
    return {report.text: _positions(named[report.id]) for report in reports}


def _positions(read: ReadDocument) -> list[tuple[str, list[str]]]:
    found = []
    for account in read.accounts:
        for statement in account.record.of(Property.RESPONSIBILITY):
            value = statement.value
            if isinstance(value, ResponsibilityValue) and value.stance is not Stance.ASSERTED:
                other = [span for span in statement.spans if span.role is SpanRole.ANTECEDENT]
                words = [statement.original, *(read.document.words(span) for span in other)]
                found.append((value.stance.value, words))
    return found


def _names(words: list[str], phrases: list[str] | None) -> bool:
    return phrases is None or any(
        _bare(one) in _bare(other) or _bare(other) in _bare(one)
        for one in words
        for other in phrases
    )


def _bare(words: str) -> str:
    return _ARTICLE.sub("", " ".join(words.split()).casefold())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_passage_holds_its_positions_and_no_others(positions, case):
    found, expected = positions[case["text"]], case["positions"]
    for stance, phrases in expected:
        assert any(one == stance and _names(words, phrases) for one, words in found), found
    for one, words in found:
        assert any(one == stance and _names(words, phrases) for stance, phrases in expected), words
