"""Doers who say whose men they are, and who calls in whose name."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_responsibility


def claimed(text: str) -> list[str]:
    claims = find_responsibility(text, split_sentences(text))
    return [one.actor.of(text) for one in claims if one.actor and one.stance.value == "claimed"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("He was abducted at Velm. The kidnappers identified themselves as Red Dawn members.",
         "Red Dawn members"),
        ("A bomb hit the mill. The caller said he was a member of the Red Dawn.", "the Red Dawn"),
        ("The mill was bombed, and a man who phoned said he belonged to the Red Dawn.",
         "the Red Dawn"),
        ("They had a call from the Red Dawn group, who said they were responsible for it.",
         "the Red Dawn group"),
    ],
)  # fmt: skip
def test_a_party_speaks_through_its_men(text, party):
    assert party in claimed(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was abducted at Velm. The kidnappers identified themselves as police officers.",
        "A bomb hit the mill. The witness said he was a member of the Red Dawn.",
        "A bomb hit the mill. The caller said that he was acting under orders.",
        "The guests identified themselves as Red Dawn members.",
    ],
)
def test_others_claim_nothing(text):
    assert claimed(text) == []
