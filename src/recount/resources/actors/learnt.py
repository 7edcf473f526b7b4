"""Aliases that a document itself introduces; they act in that document only."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from recount.model import Span
from recount.resources.actors.nouns import Actor
from recount.resources.actors.tokens import tokenise
from recount.resources.actors.trie import Node, Sort, plant


@dataclass(frozen=True, slots=True, order=True)
class LearnedAlias:
    """A name that the text equates with an actor: where it stands, and how it was introduced."""

    alias: str
    actor: str
    start: int
    end: int
    how: str

    @property
    def span(self) -> Span:
        """The words that introduce the alias."""
        return Span(self.start, self.end)


_KEPT = 4096
"""Names whose keys are kept: each mention is compared with all names that its text gives."""
SHORT_FORM = "short form"
"""How a noun of a group's name alone was learnt ("the Front"): only with its capital."""


def _demand_capital(tree: Node, alias: LearnedAlias) -> None:
    node = tree
    for key in _key(alias.alias):
        node = node.children[key]
    node.entries[:] = [replace(entry, short=True) for entry in node.entries]


@lru_cache(maxsize=_KEPT)
def _key(name: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenise(name))


@dataclass(frozen=True, slots=True)
class LearnedAliases:
    """All aliases of one text, and the groups in it that no list has."""

    aliases: tuple[LearnedAlias, ...] = ()
    actors: tuple[Actor, ...] = ()
    _names: dict[tuple[str, ...], LearnedAlias] = field(init=False, repr=False, compare=False)
    _tree: Node = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = {_key(alias.alias): alias for alias in reversed(self.aliases)}
        object.__setattr__(self, "_names", names)
        rows = [(Sort.ACTOR, alias.actor, alias.alias) for alias in self.aliases]
        rows += [(Sort.ACTOR, actor.name, actor.name) for actor in self.actors]
        tree = plant(Node(), rows)
        for alias in self.aliases:
            if alias.how == SHORT_FORM:
                _demand_capital(tree, alias)
        object.__setattr__(self, "_tree", tree)

    @property
    def tree(self) -> Node:
        """The learnt names as a tree for look-up."""
        return self._tree

    def resolve(self, name: str) -> str | None:
        """Return the canonical actor that this text means by ``name``, if it says so.

        Case, hyphens and diacritics do not matter.
        """
        found = self._names.get(_key(name))
        if found is not None:
            return found.actor
        for actor in self.actors:
            if _key(actor.name) == _key(name):
                return actor.name
        return None

    def introduction(self, name: str) -> LearnedAlias | None:
        """Return where and how the text introduces ``name``, if it does."""
        return self._names.get(_key(name))


NOTHING_LEARNT = LearnedAliases()
