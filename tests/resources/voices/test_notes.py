"""Positions in the short form of notes, and in notes left with the dead."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_responsibility


def found(text: str) -> list[tuple[str, str | None]]:
    claims = find_responsibility(text, split_sentences(text))
    return [(claim.stance.value, claim.actor.of(text) if claim.actor else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Shell fell on a farm, two dead. KPF says it was the RHB.", ("blamed", "the RHB")),
        ("Two dead. KPF says it was the RHB. RHB says KPF.", ("blamed", "KPF")),
        (
            "A clerk was abducted. His sister is sure it was the Hill Front.",
            ("blamed", "the Hill Front"),
        ),
        ("Two men abducted in Velm. RHB: not us, asking around.", ("denied", "RHB")),
        ("Mine under a lorry. RHB claims it, on its page.", ("claimed", "RHB")),
        ('Clerk shot at home. "Red Lantern" says it did it.', ("claimed", "Red Lantern")),
        ("A leaflet signed by Red Dawn called the dead traitors.", ("claimed", "Red Dawn")),
        (
            "A note beside the body in the name of the Hill Front accused him of spying.",
            ("claimed", "the Hill Front"),
        ),
    ],
)
def test_a_note_is_heard(text, position):
    assert position in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk says it was Tuesday.",
        "The mayor says it was the Velm Road.",
        "A neighbour said he did it for money.",
        "A leaflet signed by the mayor called the voters to the polls.",
        "RHB says KPF has lost men.",
        "A letter signed by Ana Vell called the dead heroes.",
    ],
)
def test_other_short_sentences_hold_nobody(text):
    assert found(text) == []
