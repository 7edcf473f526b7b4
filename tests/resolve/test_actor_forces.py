"""Which force a noun alone stands for."""

from __future__ import annotations

import pytest

from recount.model import ActorKind, ActorValue
from recount.resolve.actor_forces import force_of_country
from recount.resources.actors import Actor, load_actors

POLICE = Actor("National Police of Velmar", (), ActorKind.STATE_FORCES, ("XV",))
ARMY = Actor("Velmar Land Forces", ("Velmari army",), ActorKind.STATE_FORCES, ("XV",))
OTHERS = Actor("Osk Police", (), ActorKind.STATE_FORCES, ("XO",))
OWN = load_actors((POLICE, ARMY, OTHERS))


def named(words: str, country: str | None = "XV", actors=OWN) -> str | None:
    value = ActorValue("police", ActorKind.STATE_FORCES, generic=True)
    found = force_of_country(value, words, country, actors)
    return None if found is None else found.actor


@pytest.mark.parametrize("words", ["police", "The police", "two policemen", "riot police"])
def test_the_police_are_the_only_police_of_the_list(words):
    assert named(words) == "National Police of Velmar"


def test_an_alias_holds_the_noun_too():
    assert named("an army patrol") == "Velmar Land Forces"


@pytest.mark.parametrize("words", ["border police", "Oskan police", "police chief", "gunmen"])
def test_a_force_with_a_word_of_its_own_stays_unnamed(words):
    assert named(words) is None


def test_where_the_country_is_not_known_nobody_is_named():
    assert named("police", None) is None


def test_of_two_none_is_chosen():
    second = Actor("Harbour Police of Velmar", (), ActorKind.STATE_FORCES, ("XV",))
    assert named("police", actors=load_actors((POLICE, second))) is None


def test_the_shipped_list_names_nobody():
    assert named("police", "NG", load_actors()) is None
