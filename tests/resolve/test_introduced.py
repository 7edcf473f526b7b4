"""Bodies that no list has and that the text introduces."""

from __future__ import annotations

import pytest

from recount.resolve.introduced import is_introduced


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police blamed Los Halcones.", "Los Halcones"),
        ("Jaish-i-Noor said it did it.", "Jaish-i-Noor"),
        ("The ruling party, Free Hills, called it absurd.", "Free Hills"),
        ("Red Dawn (RD), a little-known outfit, said so.", "Red Dawn"),
        ("The Red Dawn gang came at night. Red Dawn said so.", "the Red Dawn"),
        ('"Red Lantern" says it did it.', "Red Lantern"),
    ],
)
def test_a_body_is_introduced(text, name):
    assert is_introduced(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Vell, a teacher, was blamed.", "Ana Vell"),
        ("The group of Ana Vell left.", "Ana Vell"),
        ("Ana Vell, the leader of the group, was blamed.", "Ana Vell"),
        ("Ana Vell, a party official, was blamed.", "Ana Vell"),
        ("A leader of the gang, Ana Vell, was blamed.", "Ana Vell"),
        ("He had left the gang, Ana Vell said.", "Ana Vell"),
        ('A woman known as "Ana Vell" was blamed.', "Ana Vell"),
        ("the outfit, gunmen said, was blamed", "gunmen"),
    ],
)
def test_a_person_is_no_body(text, name):
    assert not is_introduced(text, name)
