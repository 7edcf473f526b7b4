"""The list of actors as a tree: shipped, the user's own, and all states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from recount.model import ActorKind
from recount.resources.actors.load import State, generic_words, shipped_actors, state_words, states
from recount.resources.actors.nouns import Actor, RoleHint
from recount.resources.actors.trie import Node, Sort, plant

BRANCHES = ("government", "military", "police", "state")


def state_actors() -> tuple[Actor, ...]:
    """Return government, military and police of every state, and the states themselves."""
    actors: dict[str, Actor] = {}
    for state in states():
        for branch in BRANCHES:
            name = state.actor(branch)
            parent = None if branch == "state" or name == state.name else state.name
            actors.setdefault(
                name,
                Actor(
                    name=name,
                    aliases=(),
                    kind=ActorKind.STATE_FORCES,
                    country=(state.code,),
                    parent=parent,
                ),
            )
    return tuple(actors[name] for name in sorted(actors))


def merged(extra: Sequence[Actor]) -> dict[str, Actor]:
    """Return all actors by name; the user's entries win over shipped ones, these over states."""
    by_name = {actor.name: actor for actor in state_actors()}
    for actor in (*shipped_actors(), *extra):
        earlier = by_name.get(actor.name)
        parent = actor.parent
        if parent is None and earlier is not None:
            parent = earlier.parent
        by_name[actor.name] = replace(actor, parent=parent)
    return dict(sorted(by_name.items()))


def tree_of(actors: Sequence[Actor]) -> Node:
    """Return the tree of all names of these actors, the states' names and the generic words."""
    rows: list[tuple[Sort, str, str]] = []
    state_names = {state.name for state in states()}
    for actor in actors:
        names = actor.aliases if not actor.named else (actor.name, *actor.aliases)
        rows += [
            (Sort.ACTOR, actor.name, name)
            for name in names
            if name not in state_names and "(" not in name
        ]
        if "(" in actor.name and actor.named:
            rows.append((Sort.ACTOR, actor.name, actor.name))
    for state in states():
        rows += _state_rows(state)
    rows += [(Sort.GENERIC, plural, word) for word, plural, _kind in generic_words().armed]
    return plant(Node(), rows)


def _state_rows(state: State) -> list[tuple[Sort, str, str]]:
    rows = [(Sort.ADJECTIVE, state.code, name) for name in state.adjectives]
    rows += [(Sort.STATE, state.code, name) for name in (state.name, *state.others)]
    rows += [(Sort.CAPITAL, state.code, name) for name in state.capitals]
    return rows


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns beside names, as keys: what they make of the name."""

    state_heads: dict[tuple[str, ...], str]
    modifiers: frozenset[str]
    member_heads: dict[tuple[str, ...], RoleHint]
    generic_kinds: dict[str, ActorKind]
    generic_modifiers: frozenset[str]
    sites: frozenset[str]


@cache
def nouns() -> Nouns:
    """Return the nouns beside names, ready for look-up."""
    words, generic = state_words(), generic_words()
    return Nouns(
        state_heads={tuple(noun.replace("-", " ").split()): b for noun, b in words.heads},
        modifiers=words.modifiers,
        member_heads={tuple(noun.split()): role for noun, role in generic.heads},
        generic_kinds={plural: kind for _word, plural, kind in generic.armed},
        generic_modifiers=generic.modifiers,
        sites=generic.sites,
    )
