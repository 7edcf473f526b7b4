"""What parties say of their own part."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_responsibility
from recount.resources.voices.finder import WEAK


def claims(text: str):
    return find_responsibility(text, split_sentences(text))


def found(text: str) -> list[tuple[str, str | None]]:
    return [(one.stance.value, one.actor.of(text) if one.actor else None) for one in claims(text)]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ('"We attacked the post," a spokesman of the Front said.', "claimed"),
        ("Dorl Benn pleaded guilty to murder.", "claimed"),
        ("Dorl Benn pleaded not guilty.", "denied"),
        ("Dorl Benn denies killing his neighbour.", "denied"),
        ("The Front apologised for the shooting of a farmer.", "claimed"),
        ("The Front rejected claims that its men were behind it.", "denied"),
        ("The Front said that none of its men had carried out the raid.", "denied"),
        ('The Front, in a message, said it "does not kill its own people".', "denied"),
        ("State radio said the air force did not fly in that area.", "denied"),
        ("The Front denies having anything to do with the raid.", "denied"),
        ("Its leader denied ordering the murder.", "denied"),
        ("The Front put out a message saying that it had no part in the raid.", "denied"),
        ("The Front said its men had collected a debt.", "claimed"),
        ("Dorl Benn confessed to strangling him.", "claimed"),
    ],
)
def test_a_party_speaks_of_its_own_part(text, position):
    assert position in {stance for stance, _ in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        '"We placed a cordon around the area," Inspector Ella Sarr said.',
        '"We have executed a search warrant," Sheriff Ella Sarr said.',
        "The Front denied ordering fuel.",
        "The mayor apologised for the lack of warning of the attack.",
        "Dorl Benn pleaded guilty to shoplifting.",
        "A judge denied bail to a murder suspect.",
        "Her mother said she never harmed anybody.",
        "Police said they were not looking for anyone else over the attack.",
        "The bank said it would take responsibility for any losses.",
        "The imam said they fired at worshippers.",
    ],
)
def test_others_and_other_matters_are_no_part(text):
    assert found(text) == []


def test_a_bare_denial_is_weak():
    assert [one.confidence for one in claims("The Front denied it.")] == [WEAK]


def test_a_paper_is_its_signers():
    assert ("denied", "the cartel") in found("Banners signed by the cartel denied this.")


def test_who_is_told_beside_its_name_is_the_name():
    text = "The Ember Column, a splinter group that said it bombed a market, is new."
    assert ("claimed", "The Ember Column") in found(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The army denied that it had any aircraft over Velm on Monday.", ("denied", "The army")),
        ("Red Dawn said it had no fighters in the area.", ("denied", "Red Dawn")),
        ("Red Dawn said the accusation was false.", ("denied", "Red Dawn")),
        ('"It was not us," a Front commander said of the blast.', ("denied", "a Front commander")),
        ("The agency denies holding him.", ("denied", "The agency")),
        ("A Front spokesman rejected this and named others.", ("denied", "A Front spokesman")),
        ("The army did not fire a single shot in Velm.", ("denied", "The army")),
        (
            (
                'A man who introduced himself as a commander of the Hill Front boasted that "our '
                'sister did the work".'
            ),
            ("claimed", "the Hill Front"),
        ),
        ('The navy says its jets "took out" a post.', ("claimed", "The navy")),
    ],
)
def test_further_words_of_a_partys_own_are_heard(text, position):
    claims = find_responsibility(text, split_sentences(text))
    assert position in [(one.stance.value, one.actor and one.actor.of(text)) for one in claims]


@pytest.mark.parametrize(
    "text",
    [
        "The air force says it brought down 21 of the 27 drones sent in the night.",
        "The council denied that it had any money.",
    ],
)
def test_air_defence_and_money_are_no_deeds(text):
    assert find_responsibility(text, split_sentences(text)) == ()


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "A clerk was killed. The Red Hawks say it was not their people.",
            ("denied", "The Red Hawks"),
        ),
        ("A bomb killed two. The Red Hawks said it wasn’t theirs.", ("denied", "The Red Hawks")),
        (
            "A bomb killed two. The Red Hawks say that it was their work.",
            ("claimed", "The Red Hawks"),
        ),
        ("A mine killed a boy. The Red Hawks apologised, in print.", ("claimed", "The Red Hawks")),
        (
            "The Hawks’ commander, Oren Dask, said his men were at a christening.",
            ("denied", "The Hawks"),
        ),
    ],
)
def test_a_side_says_whose_work_it_was(text, position):
    assert position in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Residents say it was not their people. Two were killed.",
        "A bomb killed three. The airline apologised. The mayor apologised.",
    ],
)
def test_onlookers_and_who_is_sorry_for_others_take_no_side(text):
    assert found(text) == []
