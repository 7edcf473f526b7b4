"""Reads the vocabularies of actors, states and words for unnamed actors, once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from recount.model import ActorKind
from recount.resources.actors.nouns import Actor, RoleHint

ACTOR_FILES = (
    "actors_africa.toml",
    "actors_americas.toml",
    "actors_asia.toml",
    "actors_europe.toml",
    "actors_middle_east.toml",
)


@dataclass(frozen=True, slots=True)
class State:
    """A state's names; ``one_name``: its army and government go by the state's own name."""

    code: str
    name: str
    article: bool
    one_name: bool
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    others: tuple[str, ...]

    def actor(self, branch: str) -> str:
        """Return the canonical name of a branch ("military", "police", "government", "state")."""
        if branch == "state" or (self.one_name and branch in ("military", "government")):
            return self.name
        title = {"military": "Military Forces", "police": "Police Forces"}.get(branch, "Government")
        return f"{title} of {'the ' if self.article else ''}{self.name}"


@dataclass(frozen=True, slots=True)
class StateWords:
    """Nouns that turn a country's name into a state actor, and words between them."""

    heads: tuple[tuple[str, str], ...]
    """Pairs of noun and branch; the branch "strike" is an act of the military."""
    modifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class GenericWords:
    """Words for actors and people who are not named."""

    armed: tuple[tuple[str, str, ActorKind], ...]
    """Triples of word as met, canonical plural, kind."""
    people: frozenset[str]
    modifiers: frozenset[str]
    sites: frozenset[str]
    heads: tuple[tuple[str, RoleHint], ...]


def _read(name: str) -> dict[str, Any]:
    text = files("recount.resources.vocabulary").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _years(text: str | None) -> tuple[int | None, int | None]:
    if text is None:
        return None, None
    first, _, last = text.partition("-")
    return (int(first) if first else None), (int(last) if last else None)


@cache
def shipped_actors() -> tuple[Actor, ...]:
    """Return the shipped actors, sorted by name."""
    actors: list[Actor] = []
    for name in ACTOR_FILES:
        table = _read(name)
        actors.extend(_actor(row, str(table["source"])) for row in table["actor"])
    return tuple(sorted(actors, key=lambda actor: actor.name))


def _actor(row: dict[str, Any], source: str) -> Actor:
    start, end = _years(row.get("active"))
    return Actor(
        name=str(row["name"]),
        aliases=tuple(row["aliases"]),
        kind=ActorKind(row["kind"]),
        country=tuple(row["country"]),
        parent=row.get("parent"),
        active_from=start,
        active_to=end,
        source=str(row.get("source", source)),
        named=not row.get("place", False),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@cache
def states() -> tuple[State, ...]:
    """Return the states of the world with their adjectives, capitals and other names."""
    table = _read("actors_states.toml")
    rows: dict[str, list[str]] = table["states"]
    return tuple(
        State(
            code=code,
            name=row[0],
            article=code in table["article"],
            one_name=code in table["one_name"],
            adjectives=_parts(row[1]),
            people=_parts(row[2]),
            capitals=_parts(row[3]),
            others=_parts(row[4]),
        )
        for code, row in sorted(rows.items())
    )


@cache
def state_words() -> StateWords:
    """Return the nouns that make a state actor of a country's name."""
    heads = _read("actors_states.toml")["heads"]
    pairs = [
        (noun, branch)
        for branch in ("military", "police", "government", "strike")
        for noun in heads[branch]
    ]
    return StateWords(heads=tuple(pairs), modifiers=frozenset(heads["modifiers"]))


@cache
def generic_words() -> GenericWords:
    """Return the words for actors and people who are not named."""
    table = _read("actors_generic.toml")
    armed = [
        (word, row[0], ActorKind(kind))
        for kind, rows in table["armed"].items()
        for row in rows
        for word in row
    ]
    heads = [(word, RoleHint(role)) for role, words in table["heads"].items() for word in words]
    return GenericWords(
        armed=tuple(armed),
        people=frozenset(table["people"]["civilians"]),
        modifiers=frozenset(table["modifiers"]["words"]),
        sites=frozenset(table["sites"]["words"]),
        heads=tuple(heads),
    )
