"""Groups in the words for their men."""

from __future__ import annotations

import pytest

from recount.model import Span
from recount.resolve.actor_members import body_of, named_group


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("fighters of the Northern Front", "the Northern Front"),
        ("two members of the Harun Liberation Movement", "the Harun Liberation Movement"),
        ("Northern Front fighters", "Northern Front"),
        ("the local branch of the Dawn Movement", "the Dawn Movement"),
    ],
)
def test_men_are_told_with_their_group(words, body):
    found = body_of(words, Span(0, len(words)))
    assert found is not None
    assert found.of(words) == body


@pytest.mark.parametrize(
    "words", ["soldiers of the Marenzan Army", "fighters", "FIGHTERS OF THE NORTHERN FRONT"]
)
def test_soldiers_of_a_state_and_capitals_are_left(words):
    assert body_of(words, Span(0, len(words))) is None


def test_a_group_has_its_name_before_the_noun():
    assert named_group("The Harun Vol group", capitals=False) == "Harun Vol"
    assert named_group("the self-styled Harun Vol group", capitals=False) == "Harun Vol"
    assert named_group("THE HARUN VOL GROUP", capitals=True) == "HARUN VOL"


@pytest.mark.parametrize("words", ["the Islamist group", "the Kurdish group", "the group"])
def test_what_only_describes_a_group_is_no_name(words):
    assert named_group(words, capitals=False) is None


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("fighters of the same group", "the same group"),
        ("some two hundred of its men and women", "its"),
        ("men of the Grey Birch Battalion", "the Grey Birch Battalion"),
    ],
)
def test_men_of_whoever_was_told_before_are_theirs(words, body):
    found = body_of(words, Span(0, len(words)))
    assert found is not None
    assert found.of(words) == body


def test_a_battalion_keeps_its_noun():
    assert named_group("the Grey Birch battalion", capitals=False) == "Grey Birch battalion"
