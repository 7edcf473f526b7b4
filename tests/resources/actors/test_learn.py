"""What a text itself says its actors are called."""

from __future__ import annotations

import pytest

from recount.model import ActorKind
from recount.resources.actors import learn_aliases, load_actors

ACTORS = load_actors()
FLM = "Front for the Liberation of Marenza"


def learn(text):
    return learn_aliases(text, ACTORS)


def test_an_abbreviation_in_brackets_is_learnt_for_a_new_group():
    learned = learn(f"The {FLM} (FLM) struck. The FLM denied it.")
    assert learned.resolve("FLM") == FLM
    assert [actor.name for actor in learned.actors] == [FLM]


def test_a_name_and_a_group_noun_make_a_new_group():
    learned = learn("Men of the Harun Brigade fired at the quay.")
    assert [(actor.name, actor.kind) for actor in learned.actors] == [
        ("Harun Brigade", ActorKind.POLITICAL_MILITIA)
    ]


def test_also_known_as_gives_every_name_of_the_list():
    learned = learn(f"The {FLM}, also known as Sea Wolves, Flame or FLM, left.")
    assert {learned.resolve(name) for name in ("Sea Wolves", "Flame", "FLM")} == {FLM}


def test_known_by_its_acronym_goes_to_the_name_before():
    learned = learn(f"the {FLM}, which is also known by its Orvan acronym Daresh.")
    assert learned.resolve("Daresh") == FLM


def test_a_group_introduced_as_armed_is_learnt():
    assert learn("the rebel group Red Dawn Circle struck").resolve("red dawn circle")


def test_brackets_that_equate_a_parent_with_its_affiliate_hold_in_the_text():
    learned = learn("Activities of IS-K (Daesh) grew. Daesh struck again.")
    assert learned.resolve("Daesh") == "Islamic State Khorasan Province"


def test_an_affiliate_of_a_parent_is_not_equated_with_it():
    learned = learn(
        "IS-K is the affiliate of the Islamic State in Iraq and Syria (ISIS), which is also "
        "known by its acronym Daesh."
    )
    assert learned.resolve("Daesh") is None
    assert learned.resolve("ISIS") is None


def test_a_branch_known_as_is_not_its_parent():
    learned = learn("the local franchise of the Islamic State known as the Harun Emirate")
    assert learned.resolve("Harun Emirate") != "Islamic State"


def test_a_short_form_with_its_capital_means_the_one_group():
    text = f"The {FLM} struck. The Front denied it. The front of the house burned."
    learned = learn(text)
    names = [
        (name.span.of(text), name.actor) for name in ACTORS.find(text, learned) if not name.generic
    ]
    assert names == [(FLM, FLM), ("Front", FLM)]


@pytest.mark.parametrize(
    "text",
    [
        "The governor (AFP) spoke.",
        "the Taliban (Afghanistan) said",
        "the ministry (1999) closed",
        "The Pakistan Army and the Afghan Army met.",
        "the Salvation Army kitchen",
    ],
)
def test_remarks_states_and_armies_teach_nothing(text):
    learned = learn(text)
    assert learned.aliases == ()
    assert learned.actors == ()


def test_a_group_spelt_out_in_capitals_is_learnt():
    text = "PORT SEL -- THE MARENZA POPULAR ARMY [MPA] STRUCK. THE MPA FLED."
    assert learn(text).resolve("MPA") == "Marenza Popular Army"
