"""Words about persons: given names, titles, roles, and words that no name has."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from recount.resources.actors.load import states
from recount.resources.actors.tokens import key_of
from recount.resources.persons.patterns import TITLE_PARTS


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Word sets for telling names from other capital words."""

    given: frozenset[str]
    plain_titles: frozenset[str]
    public_titles: frozenset[str]
    not_first: frozenset[str]
    not_person: frozenset[str]
    surnames: frozenset[str]
    """Words of places that are surnames too: they need more than a given-looking name."""
    roles: dict[str, str]
    """Role word to "public", "expert" or "private"."""
    public_role: re.Pattern[str]
    expert_role: re.Pattern[str]
    private_role: re.Pattern[str]
    states: frozenset[str]
    demonyms: frozenset[str]
    heads: frozenset[str]


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def person_words() -> PersonWords:
    """Return the words about persons, read once."""
    folder = files("recount.resources.vocabulary")
    table = tomllib.loads(folder.joinpath("voices_persons.toml").read_text(encoding="utf-8"))
    roles = table["roles"]
    return PersonWords(
        given=frozenset(name for names in table["given"].values() for name in names.split()),
        plain_titles=frozenset(table["titles"]["plain"]),
        public_titles=frozenset(table["titles"]["public"]),
        not_first=frozenset(table["words"]["not_first"]),
        not_person=frozenset(table["words"]["not_person"]),
        surnames=frozenset(table["words"]["surnames_too"]),
        roles={word: kind for kind in ("private", "expert", "public") for word in roles[kind]},
        states=frozenset(key_of(word) for state in states() for word in (state.name, *state.people))
        - {"jordan", "georgia", "chad", "israel", "cuba"},
        demonyms=frozenset(
            word.lower().strip(".") for state in states() for word in state.adjectives
        )
        | {"arab", "kurdish", "european", "western", "african", "asian"},
        heads=frozenset(table["heads"]["names"]),
        public_role=re.compile(rf"\b(?:{_alternatives(roles['public'])})\b", re.IGNORECASE),
        expert_role=re.compile(rf"\b(?:{_alternatives(roles['expert'])})\b", re.IGNORECASE),
        private_role=re.compile(rf"\b(?:{_alternatives(roles['private'])})\b", re.IGNORECASE),
    )


def is_office_word(low: str) -> bool:
    """Return whether a word in small letters is of a title, an office, a people or a body.

    Before a surname it is no part of the name, whatever a name was cut from.

    >>> is_office_word("minister"), is_office_word("ana")
    (True, False)
    """
    listed = person_words()
    if low in listed.given or low in listed.surnames:
        return False
    titles = (listed.public_titles, listed.plain_titles, TITLE_PARTS)
    return any(
        low in words for words in (*titles, listed.demonyms, listed.states, listed.not_person)
    )
