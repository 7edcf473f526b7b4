"""The actor list handed to the stages: look-up by name and finding names in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from recount.resources.actors.find import Reader, without_overlaps
from recount.resources.actors.learnt import NOTHING_LEARNT, LearnedAliases
from recount.resources.actors.listing import merged, tree_of
from recount.resources.actors.nouns import Actor, ActorName
from recount.resources.actors.spelling import skeleton_of
from recount.resources.actors.tokens import tokenise
from recount.resources.actors.trie import Hit, Node, Sort, longest

REMEMBERED = 16
"""Texts whose results are kept: documents begun and not resolved."""
_SHORT = 300
"""Characters of a text up to which nothing is kept: the many words that name speakers would
push the documents out."""


LEAST_CONSONANTS = 5
"""Consonants of the shortest name that is recognised in another transcription."""


@dataclass(frozen=True, slots=True, eq=False)
class ActorList:
    """All known actors by canonical name, sorted; build it with ``load_actors``."""

    actors: dict[str, Actor]
    _tree: Node = field(repr=False, compare=False)
    own: tuple[Actor, ...] = ()
    """The user's own entries."""

    def find(self, text: str, learned: LearnedAliases = NOTHING_LEARNT) -> tuple[ActorName, ...]:
        """Return the actors' names in a text, in order and without overlaps.

        Named actors (listed and learnt), state actors made of a country's name and a noun
        ("Afghan security forces"), and unnamed ones ("unidentified gunmen", ``generic``).
        """
        find = _find_anew if len(text) <= _SHORT else _find
        return find(self, text, learned)

    @property
    def tree(self) -> Node:
        """All names as a tree for look-up."""
        return self._tree

    def get(self, name: str) -> Actor | None:
        """Return the actor with this canonical name, if any."""
        return self.actors.get(name)

    def lookup(self, name: str) -> Actor | None:
        """Return the actor that a whole name or alias stands for, whatever its context."""
        for hit in self._hits(name):
            for entry in hit.entries:
                if entry.sort is Sort.ACTOR:
                    return self.actors.get(entry.ref)
        return self.actors.get(name)

    def alike(self, name: str) -> Actor | None:
        """Return the only actor one of whose names is this one in another transcription.

        "Janjawid" is the Janjaweed; short names, and those that two actors share, are none.
        """
        key = skeleton_of(name)
        if len(key) < LEAST_CONSONANTS or not name[:1].isupper():
            return None
        found = _by_skeleton(self).get(key)
        return self.actors.get(found) if found is not None else None

    def ending_at(self, text: str, end: int, window: int = 120) -> tuple[int, Actor] | None:
        """Return start and actor of the longest name that ends at ``end`` of the text."""
        tokens = tokenise(text, max(0, end - window), end)
        for first in range(len(tokens)):
            hit = longest(self._tree, text, tokens, first, capitals=False)
            if hit is not None and hit.last == len(tokens) - 1:
                for entry in hit.entries:
                    if entry.sort is Sort.ACTOR:
                        return tokens[first].start, self.actors[entry.ref]
        return None

    def _hits(self, name: str) -> tuple[Hit, ...]:
        tokens = tokenise(name)
        if tokens and tokens[0].key == "the" and len(tokens) > 1:
            tokens = tokens[1:]
        if not tokens:
            return ()
        hit = longest(self._tree, name, tokens, 0, capitals=False)
        if hit is None or hit.last != len(tokens) - 1:
            return ()
        return (hit,)


def load_actors(extra: Sequence[Actor] = ()) -> ActorList:
    """Return the shipped list with the user's own entries, which win over shipped ones.

    The same entries give the same object: the list is read-only and is built once.
    """
    return _load(tuple(extra))


@cache
def _load(extra: tuple[Actor, ...]) -> ActorList:
    actors = merged(extra)
    return ActorList(actors, tree_of(tuple(actors.values())), extra)


@lru_cache(maxsize=REMEMBERED)
def _find(actors: ActorList, text: str, learned: LearnedAliases) -> tuple[ActorName, ...]:
    """Extraction and resolution both ask for one document's names; the second gets the first's."""
    return _find_anew(actors, text, learned)


def _find_anew(actors: ActorList, text: str, learned: LearnedAliases) -> tuple[ActorName, ...]:
    known = actors.actors
    if learned.actors:
        known = {**known, **{actor.name: actor for actor in learned.actors}}
    own = frozenset(actor.name for actor in learned.actors)
    listed = frozenset(actor.name for actor in actors.own)
    reader = Reader(text, actors.tree, learned.tree, known, frozenset(actors.actors) - own, listed)
    return without_overlaps(reader.read())


@lru_cache(maxsize=4)
def _by_skeleton(actors: ActorList) -> dict[str, str]:
    """Return the canonical names by the consonants of all their names, where only one has them."""
    found: dict[str, set[str]] = {}
    for actor in actors.actors.values():
        for name in (actor.name, *actor.aliases):
            if not name.isupper():
                found.setdefault(skeleton_of(name), set()).add(actor.name)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}
