"""The words before a place in its clause."""

from __future__ import annotations

import pytest

from recount.extract.rules.clauses import clause_before


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("He fled. They planned to burn it", "They planned to burn it"),
        ("One thing is sure: they burned it", "they burned it"),
        ("They burned\n\nthe mill", "the mill"),
        ("[TEXT] they burned it", " they burned it"),
        ("", ""),
    ],
)
def test_a_clause_begins_behind_the_last_mark(text, before):
    assert clause_before(text, len(text)) == before


def test_what_stands_far_before_governs_nothing():
    text = "planned " + "very " * 100
    assert "planned" not in clause_before(text, len(text))
