"""Who is held responsible, how, and by whom."""

from __future__ import annotations

import pytest

from recount.resources.sentences import split_sentences
from recount.resources.voices import find_attributions, find_responsibility


def found(text):
    sentences = split_sentences(text)
    claims = find_responsibility(text, sentences, find_attributions(text, sentences))
    return [
        (
            claim.stance.value,
            claim.actor.of(text) if claim.actor else None,
            claim.by.of(text) if claim.by else None,
        )
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("text", "stance", "actor", "by"),
    [
        ("The FLM claimed responsibility.", "claimed", "The FLM", "The FLM"),
        ("The FLM has also taken responsibility for it.", "claimed", "The FLM", "The FLM"),
        ("The FLM later said it was responsible for the blast.", "claimed", "The FLM", "The FLM"),
        ("The FLM said it carried out the attack.", "claimed", "The FLM", "The FLM"),
        ("The FLM said it blew up a bridge at dawn.", "claimed", "The FLM", "The FLM"),
        ("The FLM claimed the attack on the quay.", "claimed", "The FLM", "The FLM"),
        ("a bomb attack in Port Sel claimed by the FLM", "claimed", "the FLM", "the FLM"),
        (
            "Six died in a blast, though the FLM has since claimed it.",
            "claimed",
            "the FLM",
            "the FLM",
        ),
        ("The FLM claimed either attack within hours.", "claimed", "The FLM", "The FLM"),
        ("The FLM admitted killing the clerk.", "claimed", "The FLM", "The FLM"),
        ("The FLM acknowledged that it had shot down a plane.", "claimed", "The FLM", "The FLM"),
        (
            "A man speaking on behalf of the FLM called to claim responsibility.",
            "claimed",
            "the FLM",
            None,
        ),
        ("It is believed that the FLM planted the bomb.", "suspected", "the FLM", None),
        (
            "Officials suspect that the FLM carried out the raid.",
            "suspected",
            "the FLM",
            "Officials",
        ),
        ("The raid has not been claimed.", "unclaimed", None, None),
        ("The FLM has disclaimed responsibility.", "denied", "The FLM", "The FLM"),
        ("The army denied that rebels attacked the farm.", "denied", "rebels", "The army"),
        ("No group claimed responsibility.", "unclaimed", None, None),
        ("Nobody has claimed either attack.", "unclaimed", None, None),
        ("No one has claimed the attack.", "unclaimed", None, None),
        ("There was no immediate claim of responsibility.", "unclaimed", None, None),
        ("Until today, no group has taken responsibility.", "unclaimed", None, None),
        ("The mayor blamed the FLM for the blast.", "blamed", "the FLM", "The mayor"),
        (
            "The government was quick to blame the FLM after the attack.",
            "blamed",
            "the FLM",
            "The government",
        ),
        ("Police blamed the attack on the FLM.", "blamed", "the FLM", "Police"),
        ("Police blamed rebels for an attack on a bus.", "blamed", "rebels", "Police"),
        (
            "The mayor accused the FLM of killing six farmers.",
            "blamed",
            "the FLM",
            "The mayor",
        ),
        ("The FLM has been accused of bombing schools.", "blamed", "The FLM", None),
        (
            "Sea Watch held the FLM responsible for the killings.",
            "blamed",
            "the FLM",
            "Sea Watch",
        ),
        ("Police attributed the bombing to the FLM.", "blamed", "the FLM", "Police"),
        ("Officials said the FLM was behind the attack.", "blamed", "the FLM", "Officials"),
        (
            "Many observers believe that the FLM was behind the attack.",
            "suspected",
            "the FLM",
            "Many observers",
        ),
        ("The attack is believed to be the work of the FLM.", "suspected", "the FLM", None),
        ("The blast bears the hallmarks of the FLM.", "suspected", "the FLM", None),
        ("The attack has FLM fingerprints.", "suspected", "FLM", None),
        ("The FLM is believed to be behind the raid.", "suspected", "The FLM", None),
        ("The FLM denied responsibility.", "denied", "The FLM", "The FLM"),
        ("The FLM rejected the accusation.", "denied", "The FLM", "The FLM"),
        ("The FLM said it had no role in the attack.", "denied", "The FLM", "The FLM"),
        (
            "The mayor denied that the navy had killed them.",
            "denied",
            "the navy",
            "The mayor",
        ),
        ("The FLM was responsible for the attack.", "asserted", "The FLM", None),
    ],
)
def test_each_position_with_its_actor_and_speaker(text, stance, actor, by):
    assert (stance, actor, by) in found(text)


def test_two_culprits_are_two_positions():
    text = "The mayor claimed that both the FLM and the Harun Brigade were the culprits."
    assert found(text) == [
        ("blamed", "the FLM", "The mayor"),
        ("blamed", "the Harun Brigade", "The mayor"),
    ]


def test_a_name_like_a_small_word_is_kept_whole():
    assert ("suspected", "the IS leader", None) in found(
        "The name is unknown, but the IS leader is believed to have masterminded the blast."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The mayor accused the council of corruption.",
        "The ministry is responsible for roads.",
        "He claimed the prize.",
        "They have always denied its power.",
        "The firm took credit cards.",
        "The ministry acknowledged an attack on its base.",
        "The mayor admitted attacks on migrants had increased.",
        "Police believe Maro Santel was killed by a neighbour.",
    ],
)
def test_other_quarrels_are_no_positions(text):
    assert found(text) == []


def test_speakers_are_found_without_the_attributions_given():
    text = "Officials said the FLM was behind the attack."
    claim = find_responsibility(text, split_sentences(text))[0]
    assert claim.by is not None
    assert claim.by.of(text) == "Officials"


@pytest.mark.parametrize(
    "text",
    [
        "He has no evidence that the FLM was responsible for the attack.",
        "Police do not know whether the FLM was responsible for the attack.",
    ],
)
def test_what_is_left_open_is_no_position(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The FLM, a banned group, claimed the attack.",
        "The FLM, which has fought the army since 2024, said it carried out the ambush.",
        "The FLM (FM), an offshoot of the Reed Army, said on air that it was behind the raid.",
        "The FLM said its fighters attacked the depot.",
        "A spokesman for the FLM said its men fired the rockets.",
        "The FLM issued a statement claiming the bombing.",
        "In a message posted online, the FLM said it had carried out the bombing.",
        "The FLM said that its bombers struck the ministry.",
    ],
)
def test_a_claim_is_heard_behind_an_apposition_and_in_the_words_of_its_own(text):
    [(stance, actor, by)] = found(text)
    assert stance == "claimed"
    assert "FLM" in actor
    assert actor == by


@pytest.mark.parametrize(
    "text",
    [
        "The army said its patrol clashed with FLM fighters near Mered, killing four.",
        "The army said its soldiers killed four rebels in a clash near Mered.",
        "The army said its troops came under fire near Mered.",
        "The army said its forces repelled an assault by the FLM.",
        "The army said its convoy was attacked near Mered.",
        "Residents said they attacked the village at dawn.",
    ],
)
def test_a_report_of_a_fight_or_of_others_deeds_is_no_claim(text):
    assert not [one for one in found(text) if one[0] == "claimed"]


def test_either_of_two_parties_is_suspected():
    text = 'The raid could have been carried out by the "Ashen Road" group or the Red Dawn.'
    assert [actor for _, actor, _ in found(text)] == ['the "Ashen Road" group', "the Red Dawn"]


def test_nobody_claims_for_god():
    told = found("A caller in the name of God claimed responsibility.")
    assert [actor[:8] for _, actor, _ in told] == ["A caller"]


def test_each_holds_the_other_responsible():
    text = "Seven were killed. The Hawks and the army each hold the other responsible."
    assert {claim[0] for claim in _told(text)} == {"blamed"}
    assert {claim[1] for claim in _told(text)} == {"The Hawks", "the army"}


def test_a_band_claims_by_the_name_that_it_gives_itself():
    text = "A major was shot dead. A group that calls itself the Ninth Wave took responsibility."
    assert _told(text) == [("claimed", "the Ninth Wave")]


def test_what_a_party_is_may_stand_behind_its_name():
    text = "Nine were shot dead. The union accused the Red Shield, a militia of hunters."
    assert _told(text) == [("blamed", "the Red Shield")]


def test_another_fault_behind_the_name_is_no_blame():
    text = "Two were killed. The union accused the Red Party, a league of landlords, of fraud."
    assert _told(text) == []


def test_police_who_say_so_are_not_wanted_themselves():
    text = "Two were shot dead. Police say both were wanted for the grenade attack."
    assert "Police" not in " ".join(str(actor) for _, actor in _told(text))


def _told(text: str) -> list[tuple[str, str | None]]:
    claims = find_responsibility(text, split_sentences(text))
    return [(claim.stance.value, claim.actor.of(text) if claim.actor else None) for claim in claims]
