"""Plurals that take up people counted before."""

import pytest

from recount.model import Span
from recount.resolve.counted_before import counted_before


def number(text, words):
    start = text.rindex(words)
    found = counted_before(text, Span(start, start + len(words)))
    return None if found is None else (found.value.low, found.value.value)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Three gunmen fled. Police shot the gunmen.", "the gunmen", (3, 3)),
        ("Several gunmen fled, and police shot them.", "them", (3, None)),
        ("Three gunmen shot a guard. Police shot the guards.", "the guards", None),
        ("Two nurses left. Three men fled. Both of the nurses died.", "Both of the nurses", (2, 2)),
        ("At least six miners met. The men were seized.", "The men", (6, 6)),
        ("Three gunmen fled. The gunman was shot.", "The gunman", None),
        ("Gunmen fled. Police shot the gunmen.", "the gunmen", None),
        ("Three gunmen fled. " + "Rain fell on the town. " * 20 + "They died.", "They", None),
    ],
)
def test_a_plural_takes_up_the_nearest_number_of_its_noun(text, words, expected):
    assert number(text, words) == expected
