"""The learned extractor on short invented texts."""

from __future__ import annotations

import pytest

from recount.model import LinkRole, Realis, Stance

TWO = (
    "Gunmen opened fire on a minibus near Ostrelle on Monday, killing six passengers, police said."
    "\n\n"
    "In a separate attack on Wednesday, a roadside bomb killed three soldiers in Vennick,"
    " 200 kilometres to the south."
)


def linked(document, account, role):
    return [
        document.text[link.mention.start : link.mention.end]
        for link in account.links
        if link.role is role
    ]


def account_with(document, extraction, words):
    at = document.text.index(words)
    found = [
        account
        for account in extraction.accounts
        if any(t.start < at + len(words) and at < t.end for t in account.triggers)
        or account.extent.start <= at < account.extent.end
    ]
    assert found, [linked(document, a, LinkRole.KILLED) for a in extraction.accounts]
    return found[0]


def test_two_incidents_are_told_apart(read_learned):
    document, extraction = read_learned(TWO)
    first = account_with(document, extraction, "opened fire")
    second = account_with(document, extraction, "roadside bomb killed")
    assert first.id != second.id
    assert any("six" in words for words in linked(document, first, LinkRole.KILLED))
    assert any("three" in words for words in linked(document, second, LinkRole.KILLED))
    assert not any("three" in words for words in linked(document, first, LinkRole.KILLED))
    assert not any("six" in words for words in linked(document, second, LinkRole.KILLED))


def test_one_incident_told_twice_is_one_account(read_learned):
    _, extraction = read_learned(
        "A car bomb exploded outside a police station in Ostrelle on Monday, killing nine people."
        " The blast also wounded at least 20 others. The explosion was heard across the town."
    )
    assert len(extraction.accounts) == 1


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Gunmen killed at least 14 villagers in Ostrelle on Monday.", LinkRole.KILLED, "14"),
        ("More than 30 people were wounded when a bomb exploded.", LinkRole.WOUNDED, "30"),
        (
            "Rebels kidnapped between 10 and 12 pupils on Friday.",
            LinkRole.ABDUCTED,
            "10 and 12",
        ),
        ("Police arrested dozens of protesters in Vennick.", LinkRole.ARRESTED, "dozens"),
    ],
)
def test_a_count_is_linked_with_the_word_that_bounds_it(read_learned, text, role, words):
    document, extraction = read_learned(text)
    told = [w for account in extraction.accounts for w in linked(document, account, role)]
    assert any(words in one for one in told), told


def test_who_claims_an_attack_is_kept_as_a_claim(read_learned):
    document, extraction = read_learned(
        "A suicide bomber killed 12 worshippers at a mosque in Ostrelle on Friday."
        " The Vennick Liberation Front claimed responsibility for the attack."
    )
    claims = [claim for account in extraction.accounts for claim in account.claims]
    assert any(
        claim.stance is Stance.CLAIMED
        and claim.actor is not None
        and "Front" in document.text[claim.actor.start : claim.actor.end]
        for claim in claims
    )


def test_a_foiled_plot_is_not_told_as_having_happened(read_learned):
    _, extraction = read_learned(
        "Police foiled a plot to bomb the parliament in Ostrelle, arresting two men before the"
        " device could be planted."
    )
    bombs = [a for a in extraction.accounts if a.type is not None and "xplosive" in a.type.value]
    assert all(account.realis is not Realis.ACTUAL for account in bombs)


def test_every_span_lies_in_the_text_and_every_confidence_between_0_and_1(read_learned):
    document, extraction = read_learned(TWO)
    for account in extraction.accounts:
        assert 0 <= account.confidence <= 1
        for mention in (*account.triggers, *(link.mention for link in account.links)):
            assert 0 <= mention.start < mention.end <= len(document.text)
        for link in account.links:
            assert 0 <= link.confidence <= 1


def test_the_same_document_gives_the_same_extraction(read_learned, learned):
    document, extraction = read_learned(TWO)
    assert learned.extract(document) == extraction


def test_a_text_without_incidents_gives_none(read_learned):
    _, extraction = read_learned(
        "The Ostrelle town council approved a budget for new street lamps on Tuesday."
        " The mayor said the lamps would save energy."
    )
    assert extraction.accounts == ()
