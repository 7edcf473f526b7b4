"""Persons told with their age before a verb."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_responsibility
from recount.resources.voices.aged import aged_before


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Vell, 35, was", ["Ana Vell"]),
        ("Ana Vell, 35, of Karn, originally was", ["Ana Vell"]),
        ("Ana Vell, 35, of Karn; Bo Orr, 24; and Tom Ede, 23, was",
         ["Ana Vell", "Bo Orr", "Tom Ede"]),
        ("The mayor of Karn was", []),
        ("On May 3, 12 men was", []),
    ],
)  # fmt: skip
def test_names_stand_before_ages(text, names):
    found = aged_before(text, 0, text.index("was"))
    assert [one.of(text) for one in found] == names


def test_each_of_a_list_is_charged():
    text = "Ana Vell, 35, of Karn; and Bo Orr, 24, of Dol, were charged with murder."
    claims = find_responsibility(text, split_sentences(text))
    assert [claim.actor.of(text) for claim in claims] == ["Ana Vell", "Bo Orr"]
