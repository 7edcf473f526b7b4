"""Finding actors' names: listed, learnt, state and unnamed, in clean and damaged text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import ActorKind
from recount.resources.actors import Actor, RoleHint, learn_aliases, load_actors

ACTORS = load_actors()


def found(text):
    return [
        (name.span.of(text), name.actor) for name in ACTORS.find(text, learn_aliases(text, ACTORS))
    ]


@pytest.mark.parametrize(
    "written",
    [
        "ISKP",
        "IS-K",
        "ISIS-K",
        "IS-KP",
        "ISK",
        "IS-Khorasan",
        "Islamic State-Khurasan",
        "Islamic State – Khorasan Province",
        "Islamic State Khorasan",
        "Islamic State in Khorasan",
        "ISIS -K",
    ],
)
def test_every_spelling_of_an_affiliate_is_the_affiliate(written):
    assert found(f"Fighters of {written} held the bridge.") == [
        (written, "Islamic State Khorasan Province")
    ] or found(f"Fighters of {written} held the bridge.")[-1] == (
        written,
        "Islamic State Khorasan Province",
    )


@pytest.mark.parametrize("written", ["Al-Qaida", "al Qaeda", "Al-Qaeda", "al-Qa'ida", "AL-QAEDA"])
def test_hyphens_apostrophes_and_case_do_not_matter(written):
    assert (written, "Al-Qaida") in found(f"Men of {written} fled.")


def test_a_possessive_bounds_the_name_alone():
    assert ("ISKP", "Islamic State Khorasan Province") in found("ISKP's camp burned.")


def test_a_lost_apostrophe_bounds_the_name_alone():
    assert ("ISKP", "Islamic State Khorasan Province") in found("ISKPs camp burned.")


def test_a_lost_blank_bounds_the_name_alone():
    assert ("Islamic State", "Islamic State") in found("the Islamic Stateknown for raids")
    assert ("Taliban", "Taliban") in found("the Talibanwhich denied it")


def test_small_words_are_no_abbreviations():
    assert found("It is what it is.") == []


def test_a_verb_in_a_heading_of_capitals_is_no_abbreviation():
    assert found("WHAT IS NEXT\n\nThe harbour reopened on Monday after repairs.") == []


def test_a_short_abbreviation_needs_its_country_or_its_name():
    assert found("The AA met in the harbour.") == []
    assert ("AA", "Arakan Army") in found("In Myanmar the AA took the town.")


def test_a_text_in_capitals_is_read():
    text = (
        "PORT SEL, 3 MAY -- THE FMLN AND SHINING PATH HELD TALKS. "
        "THE GUERRILLAS IN EL SALVADOR ATTACKED."
    )
    names = dict(found(text))
    assert names["FMLN"] == "Farabundo Marti National Liberation Front"
    assert names["SHINING PATH"] == "Shining Path"
    assert names["GUERRILLAS"] == "guerrillas"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Afghan security forces fired.",
            "Afghan security forces",
            "Military Forces of Afghanistan",
        ),
        ("The Nigerian army said so.", "Nigerian army", "Military Forces of Nigeria"),
        ("Kenya's police arrived.", "Kenya's police", "Police Forces of Kenya"),
        ("the government of Chad fell", "government of Chad", "Government of Chad"),
        ("An Israeli airstrike hit it.", "Israeli", "Military Forces of Israel"),
        ("A U.S. airstrike hit it.", "U.S.", "United States"),
        ("American troops left.", "American troops", "United States"),
        ("Taliban fighters fled.", "Taliban", "Taliban"),
    ],
)
def test_a_country_and_a_noun_make_a_state_actor(text, words, actor):
    assert (words, actor) in found(text)


def test_states_that_share_a_noun_are_both_found():
    text = "It has targeted US, NATO and Afghan forces."
    assert [actor for _, actor in found(text)] == [
        "United States",
        "North Atlantic Treaty Organization",
        "Military Forces of Afghanistan",
    ]


def test_a_country_as_a_place_is_no_actor():
    assert found("The road leads to Chad and Niger.") == []


def test_a_country_that_acts_is_an_actor():
    assert ("Chad", "Chad") in found("Chad accused its neighbour.")


def test_a_capital_that_speaks_is_a_government():
    assert ("Kabul", "Government of Afghanistan") in found("Kabul blamed the rebels.")
    assert found("A bus left Kabul.") == []


def test_an_actor_linked_to_is_not_the_actor():
    assert ("al-Qaida", "Al-Qaida") not in found("al-Qaida-linked men fled")
    assert ("Taliban", "Taliban") not in found("an anti-Taliban force")


def test_the_noun_after_a_name_says_who_is_meant():
    text = "Taliban officials spoke."
    name = ACTORS.find(text)[0]
    assert name.role_hint is RoleHint.OFFICIALS
    assert name.phrase.of(text) == "Taliban officials"


@pytest.mark.parametrize(
    ("text", "words", "actor", "kind"),
    [
        ("unidentified gunmen fled", "unidentified gunmen", "gunmen", ActorKind.POLITICAL_MILITIA),
        (
            "a suicide bomber struck",
            "suicide bomber",
            "suicide bombers",
            ActorKind.POLITICAL_MILITIA,
        ),
        ("the rebels left", "rebels", "rebels", ActorKind.REBEL_GROUP),
        ("protesters threw stones", "protesters", "protesters", ActorKind.PROTESTERS),
        ("a mob burned it", "mob", "mob", ActorKind.RIOTERS),
        ("police fired", "police", "police", ActorKind.STATE_FORCES),
        ("armed bandits came", "armed bandits", "bandits", ActorKind.POLITICAL_MILITIA),
    ],
)
def test_unnamed_actors_are_generic_with_a_kind(text, words, actor, kind):
    name = ACTORS.find(text)[0]
    assert (name.span.of(text), name.actor, name.kind, name.generic) == (words, actor, kind, True)


def test_an_unnamed_actor_keeps_the_country_beside_it():
    name = ACTORS.find("Nigerian militants fled")[0]
    assert (name.actor, name.country, name.generic) == ("militants", "NG", True)


def test_a_place_named_for_an_actor_is_none():
    assert ACTORS.find("the police station and the army base") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Taliban", "the", "U.S.", "Afghan", "security", "forces", "and", "-", "'s", "IS", ",",
             "police", "of", "Iraq", "\n", "gunmen", "(", ")", "ISKPs", "Front", "said"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_names_lie_in_the_text_in_order_and_apart(words):
    text = " ".join(words)
    names = ACTORS.find(text, learn_aliases(text, ACTORS))
    assert all(0 <= name.start < name.end <= len(text) for name in names)
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


def test_a_possessive_of_a_plural_stands_inside_a_name():
    text = "Fighters of the Kurdistan Workers' Party crossed the Osk ridge."
    assert "Kurdistan Workers' Party" in {found.actor for found in ACTORS.find(text)}


@pytest.mark.parametrize("written", ["Al-Qaeda", "al-Qa'ida", "Al-Qa’eda"])
def test_a_name_is_found_in_every_transcription(written):
    text = f"{written} in the Arabian Peninsula hit a post near Osk."
    found = {name.actor for name in ACTORS.find(text)}
    assert "Al-Qaida in the Arabian Peninsula" in found


def test_branches_of_a_split_group_are_two():
    text = "The NSCN-IM and the NSCN-K met near Osk in India."
    assert len({found.actor for found in ACTORS.find(text) if "NSCN" in text}) >= 2


def test_names_of_the_users_list_need_no_country_beside_them():
    party = Actor("National Unity Party", ("NUP",), ActorKind.POLITICAL_MILITIA, ("XV",))
    own = load_actors((party,))
    text = "Men of the National Unity Party and of the NUP marched."
    assert [name.actor for name in own.find(text)] == ["National Unity Party"] * 2


def test_a_single_plain_word_of_the_users_list_may_be_another():
    guard = Actor("Lemar Guard", ("the Guard",), ActorKind.IDENTITY_MILITIA, ("XV",))
    assert load_actors((guard,)).find("The Guard Tower fell.") == ()
