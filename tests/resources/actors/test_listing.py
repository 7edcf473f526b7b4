"""The shipped list: size, shape, and the user's own entries."""

from __future__ import annotations

from recount.model import ActorKind
from recount.resources.actors import Actor, load_actors
from recount.resources.actors.load import shipped_actors, states
from recount.resources.actors.trie import is_abbreviation


def test_the_list_has_actors_of_all_regions():
    countries = {code for actor in shipped_actors() for code in actor.country}
    assert len(shipped_actors()) >= 400
    assert {"AF", "NG", "CO", "MM", "GB", "SY", "MX", "CD", "PH", "UA"} <= countries


def test_every_parent_is_in_the_list():
    names = {actor.name for actor in shipped_actors()}
    assert {actor.parent for actor in shipped_actors()} - {None} <= names


def test_no_alias_stands_for_two_actors_of_one_country():
    owner: dict[tuple[str, str], str] = {}
    for actor in shipped_actors():
        for alias in (actor.name, *actor.aliases):
            key = alias if is_abbreviation(alias) else alias.casefold()
            where = actor.country[0] if actor.country else ""
            assert owner.setdefault((key, where), actor.name) == actor.name


def test_years_are_in_order():
    for actor in shipped_actors():
        if actor.active_from is not None and actor.active_to is not None:
            assert actor.active_from <= actor.active_to, actor.name


def test_every_state_has_a_government_a_military_and_a_police():
    actors = load_actors().actors
    for state in states():
        for branch in ("government", "military", "police"):
            assert actors[state.actor(branch)].country == (state.code,)


def test_the_users_own_entries_win():
    own = Actor("Taliban of Test", ("Taliban",), ActorKind.UNKNOWN, ("XX",))
    found = load_actors([own]).find("The Taliban of Test met.")
    assert [name.actor for name in found] == ["Taliban of Test"]


def test_look_up_takes_whole_names_only():
    actors = load_actors()
    taliban = actors.lookup("the Taliban")
    assert taliban is not None
    assert taliban.name == "Taliban"
    assert actors.lookup("Taliban and others") is None


def test_the_same_list_is_built_once():
    assert load_actors() is load_actors(())
