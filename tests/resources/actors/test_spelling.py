"""Names in other spellings and transcriptions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.resources.actors import load_actors
from recount.resources.actors.spelling import skeleton_of, spelt_alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jaish al-Harun", "Jaysh al-Haroon", True),
        ("Harun Brigade", "Haroun Brigade", True),
        ("M'Basu Rangers", "Mbasu Rangers", True),
        ("Northern Salt Movement", "Southern Salt Movement", False),
        ("Elm Front", "Ash Front", False),
    ],
)
def test_transcriptions_are_one_name_and_alike_names_two(one, other, same):
    assert spelt_alike(one, other) is same
    assert spelt_alike(other, one) is same


@given(st.text(max_size=30))
def test_any_name_is_spelt_like_itself(name):
    assert spelt_alike(name, name)
    assert not set(skeleton_of(name)) & set("aeiouy")


def test_a_listed_name_is_known_in_another_transcription_and_a_short_one_is_not():
    actors = load_actors()
    assert actors.alike("Lashkar-i-Tayyiba").name == "Lashkar-e-Taiba"
    assert actors.alike("Tali") is None
    assert actors.alike("the taliban") is None
