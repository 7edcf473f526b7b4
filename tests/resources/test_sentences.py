"""Sentence spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.resources.sentences import split_sentences


def sentences(text):
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off. Two died.", ["A bomb went off.", "Two died."]),
        ("Gen. Ardo Venn fled. He hid.", ["Gen. Ardo Venn fled.", "He hid."]),
        ("The U.S. Army left. It rained.", ["The U.S. Army left.", "It rained."]),
        ("It fell at 3.5 km. Nobody died.", ["It fell at 3.5 km.", "Nobody died."]),
        ("“We saw it.” She wept.", ["“We saw it.”", "She wept."]),
        ("Title without stop\n\nBody text.", ["Title without stop", "Body text."]),
        ("On Jan. 5 it rained.", ["On Jan. 5 it rained."]),
        ("Was it a bomb? Yes! It was.", ["Was it a bomb?", "Yes!", "It was."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


@given(st.text(alphabet="Ab. \n?!”“'", max_size=60))
def test_sentences_are_ordered_and_lose_no_word(text):
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
