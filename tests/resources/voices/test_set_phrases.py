"""Set phrases for blame, suspicion, claims and silence."""

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
        ("The governor laid the raid at the door of the Hill Front.", ("blamed", "the Hill Front")),
        ("The mayor laid the bombing at the Front's feet.", ("blamed", "the Front")),
        ("This is the Front's work, said a colonel.", ("blamed", "the Front")),
        ("The mayor called the raid the work of the Hawks.", ("blamed", "the Hawks")),
        ("The army names RDF; the town is quiet.", ("blamed", "RDF")),
        ("RDF blamed.", ("blamed", "RDF")),
        ("Officials pinned the attack on Red Dawn.", ("blamed", "Red Dawn")),
        ("Fingers were pointed at Red Dawn after the blast.", ("blamed", "Red Dawn")),
        ("Red Dawn stands accused of the massacre.", ("blamed", "Red Dawn")),
        ("Sources see the hand of Red Dawn behind the blast.", ("suspected", "Red Dawn")),
        ("The Front was quick to claim the ambush.", ("claimed", "The Front")),
        ("Red Dawn later said the bomb was its own.", ("claimed", "Red Dawn")),
        ('Red Dawn said three of its "lions" had stormed the post.', ("claimed", "Red Dawn")),
        ("Police suspect Hill Front in the assault on the post.", ("suspected", "Hill Front")),
        ("The army, whose post has no radio, suspects RDF.", ("suspected", "RDF")),
        ("Nine people were kidnapped. RDF suspected.", ("suspected", "RDF")),
        ("RDF most likely, given target and method.", ("suspected", "RDF")),
        (
            "Six died in what elders believe was the handiwork of the Hawks.",
            ("suspected", "the Hawks"),
        ),
        ("The Front owned up to the killing of two teachers.", ("claimed", "The Front")),
        ("The Front put its name to the bombing a day later.", ("claimed", "The Front")),
        ("Who did it? Red Dawn said so within the hour.", ("claimed", "Red Dawn")),
        (
            "The Hill Front has since circulated a claim, with pictures.",
            ("claimed", "The Hill Front"),
        ),
        ("No one has owned up to that attack.", ("unclaimed", None)),
        ("A clerk was shot. The police thought at once of Red Dawn.", ("suspected", "Red Dawn")),
        ("In a letter, Red Dawn took both bombs upon itself.", ("claimed", "Red Dawn")),
        ("The raid killed six. The claim came from Red Dawn.", ("claimed", "Red Dawn")),
        (
            "A bomb killed six. The Hill Front, whom the first reports blamed, is silent.",
            ("blamed", "The Hill Front"),
        ),
        ("Six died in the blast. In the camp Red Dawn is blamed.", ("blamed", "Red Dawn")),
        ("A bomb killed two. Police have tied it to a feud inside the RDF.", ("blamed", "the RDF")),
        (
            "A bomb killed two. The command attributes it to the Hill Front.",
            ("blamed", "the Hill Front"),
        ),
        ("Two men were abducted. A deputy accuses the Hill Front.", ("blamed", "the Hill Front")),
        (
            "Six were beaten. She accused the ruling party, Free Hills, of sending thugs.",
            ("blamed", "Free Hills"),
        ),
        (
            "The colonel laid the blast at the door of Company No. 4 of the Hill Front.",
            ("blamed", "the Hill Front"),
        ),
        (
            "The Red Dawn (RD), a band that some call a front, said its men had overrun the post.",
            ("claimed", "The Red Dawn"),
        ),
        (
            "The Hill Front said that a member it named as Orro had carried out the attack.",
            ("claimed", "The Hill Front"),
        ),
        (
            "A channel linked to the Hill Front said “soldiers of the dawn” were behind the raid.",
            ("claimed", "the Hill Front"),
        ),
        (
            "Two guards were shot. The suspects are believed to be followers of the Hill Front.",
            ("suspected", "the Hill Front"),
        ),
        (
            "The fires were the work of the Hill Front, the office said.",
            ("blamed", "the Hill Front"),
        ),
        ("By evening nobody had said they were behind the blast.", ("unclaimed", None)),
        ("Two soldiers died. No claim seen.", ("unclaimed", None)),
        ("The Front praised the attack but didn't say it had sent the man.", ("unclaimed", None)),
    ],
)
def test_a_set_phrase_is_heard(text, position):
    assert position in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor laid a wreath at the door of the church.",
        "The Front took it upon itself to feed the town.",
        "The claim came from the mayor's brother-in-law.",
        "Police linked the road to the Northern Highway.",
        "The coach, whom fans blamed for the defeat, left after the raid.",
        "The coach thought at once of Orro Bay.",
        "The ranchers' league says its members fired into the air.",
        "Elders put their names to an agreement in Karn.",
        "Police named the dead man as Tom Ekl.",
        "Police held two suspects, Adam Orr and Ben Ull.",
        "He said the painting was the work of the devil.",
        "The ministry issued a claim that the army had lost.",
        "The minister said so within the hour.",
        "It is not known who was behind the blast.",
        "The coach pinned his hopes on a late strike.",
        "The army said two of its soldiers had been killed.",
    ],
)
def test_the_same_words_of_other_matters_are_no_position(text):
    assert found(text) == []
