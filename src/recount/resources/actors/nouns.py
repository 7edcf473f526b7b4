"""What the actor list gives: actors, their names in a text, aliases learnt from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recount.model import ActorKind, Span


class RoleHint(StrEnum):
    """What the noun beside a name says is meant: the body itself, its people, its acts."""

    NAME = "name"
    MEMBERS = "members"
    LEADERS = "leaders"
    OFFICIALS = "officials"
    GOVERNMENT = "government"
    GROUP = "group"
    STRIKE = "strike"
    """An act stands for the actor ("a Marenzan airstrike")."""
    STATE = "state"
    """A state named by its country or capital alone ("Marenza denied it")."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the shipped, user's or learnt list.

    ``country`` holds ISO 3166 alpha-2 codes, the main one first; empty for bodies
    between states. ``active_from`` and ``active_to`` are years, ``None`` when not known
    or still active. ``source`` is "unverified" unless a source was really consulted.
    ``named`` is false when the name alone means a place ("Abkhazia") and only aliases match.
    """

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: tuple[str, ...] = ()
    parent: str | None = None
    active_from: int | None = None
    active_to: int | None = None
    source: str = "unverified"
    named: bool = True


@dataclass(frozen=True, slots=True, order=True)
class ActorName:
    """An actor's name in a text: ``text[start:end]`` is the name without its head noun.

    ``actor`` is the canonical name; for a generic actor the plural noun ("gunmen").
    ``head`` bounds the noun that follows a name ("fighters" of "Taliban fighters") and
    ``role_hint`` says what it means. ``shipped`` is false for names learnt from the text.
    """

    start: int
    end: int
    actor: str
    kind: ActorKind
    country: str | None
    generic: bool
    role_hint: RoleHint = RoleHint.NAME
    head: Span | None = None
    shipped: bool = True

    @property
    def span(self) -> Span:
        """The range of the name."""
        return Span(self.start, self.end)

    @property
    def phrase(self) -> Span:
        """The range of the name with its head noun."""
        return Span(self.start, self.end if self.head is None else max(self.end, self.head.end))
