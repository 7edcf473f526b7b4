"""Who took part, as a list that reads well: one entry a person, and no word that adds nobody.

Every statement stays in the export; a name's shorter forms, "the man" of "a 53-year-old man",
and "people" beside anybody told of more closely have no entry of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recount.model import ActorKind, ActorValue, Property
from recount.publish.nouns import PublishedParticipant, PublishedStatement
from recount.resources.persons.words import person_words

_TITLE = re.compile(
    r"^(?:(?:the\s+)?(?:late\s+)?(?:mr|mrs|ms|miss|dr|prof|rev|fr|sgt|lt|capt|col|gen|maj|officer"
    r"|judge|ambassador|president|minister|governor|mayor|colonel|general|captain|major|sergeant"
    r"|lieutenant|[A-Z]\.)\.?\s+)+",
    re.IGNORECASE,
)
"""Titles before a name, which tell no two people apart."""
_EMPTY = frozenset({"people", "persons", "person", "victims", "victim", "ones", "others", "other"})
"""Words for anybody, which say nothing beside words for somebody."""


def participants(
    statements: Sequence[PublishedStatement], prop: Property
) -> tuple[PublishedParticipant, ...]:
    """Return the actors that statements of a property tell of, each once, names first."""
    told: dict[ActorValue, list[str]] = {}
    for statement in statements:
        match statement.value:
            case ActorValue() as value if statement.property is prop:
                told.setdefault(value, []).append(statement.id)
    grouped: dict[ActorValue, list[str]] = {}
    for value, ids in told.items():
        grouped.setdefault(_entry(value, told), []).extend(ids)
    kept = _without_empty(list(grouped), prop)
    ordered = sorted(kept, key=lambda v: (v.generic, v.actor, v.kind.value))
    return tuple(
        PublishedParticipant(v.actor, v.kind, v.generic, tuple(sorted(grouped[v]))) for v in ordered
    )


def _entry(value: ActorValue, told: Iterable[ActorValue]) -> ActorValue:
    """Return the fullest value that tells of the same; the value itself when several may."""
    fuller = [other for other in told if other != value and _says_more(other, value)]
    last = [one for one in fuller if not any(_says_more(other, one) for other in fuller)]
    return last[0] if len(last) == 1 else value


def _says_more(other: ActorValue, value: ActorValue) -> bool:
    """Whether another value is the same actor in more words."""
    if other.generic is not value.generic:
        return False
    if value.generic:
        short, long = value.actor.split(), other.actor.split()
        tail = long[-len(short) :] == short and len(short) < len(long)
        return tail and (len(short) == 1 or value.actor.isupper())
    if value.kind is not ActorKind.UNKNOWN or other.kind is not ActorKind.UNKNOWN:
        return False
    short, long = _name(value), _name(other)
    if short == long:
        return (len(other.actor), other.actor) < (len(value.actor), value.actor)
    return 0 < len(short) < len(long) and (long[-len(short) :] == short or _first_last(short, long))


def _name(value: ActorValue) -> list[str]:
    return _TITLE.sub("", value.actor).casefold().split()


def _first_last(short: list[str], long: list[str]) -> bool:
    """Whether a name leaves out the middle names of another."""
    return len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1])


def is_anybody(value: object) -> bool:
    """Return whether a value is a word for anybody ("people"), which says nothing of who."""
    return isinstance(value, ActorValue) and value.generic and value.actor.casefold() in _EMPTY


def _without_empty(values: list[ActorValue], prop: Property) -> list[ActorValue]:
    """Leave out words for anybody, and for victims a people or a state beside a person's name."""
    named = any(_is_person(value) for value in values)
    kept = [
        value
        for value in values
        if not is_anybody(value) and not (prop is Property.VICTIM and named and _is_people(value))
    ]
    return kept or values


def _is_person(value: ActorValue) -> bool:
    return not value.generic and value.kind is ActorKind.UNKNOWN and " " in value.actor


def _is_people(value: ActorValue) -> bool:
    if value.generic:
        return value.actor in person_words().states | person_words().demonyms
    return value.kind in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES)
