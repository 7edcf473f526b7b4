"""Which of two listed actors of one name a text means, by the countries that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from recount.resources.actors.load import states
from recount.resources.actors.nouns import Actor
from recount.resources.actors.trie import Entry, Hit
from recount.resources.sentences import split_sentences


def by_country(text: str, hit: Hit, entries: Sequence[Entry], actors: Mapping[str, Actor]) -> Entry:
    """Return the entry of a name whose country stands in its sentence, else in the text.

    Where neither tells, the first by name.
    """
    if len(entries) == 1:
        return entries[0]
    sentence = next((s.of(text) for s in split_sentences(text) if s.start < hit.end <= s.end), text)
    for words in (sentence, text):
        fits = [e for e in entries if e.ref in actors and _names_one(words, actors[e.ref].country)]
        if len({entry.ref for entry in fits}) == 1:
            return fits[0]
    return entries[0]


def _names_one(words: str, countries: Sequence[str]) -> bool:
    return any(_pattern(code).search(words) is not None for code in countries[:1])


@cache
def _pattern(code: str) -> re.Pattern[str]:
    names = [
        name
        for state in states()
        if state.code == code
        for name in (state.name, *state.others, *state.adjectives, *state.capitals)
    ]
    either = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:{either})\b" if names else r"(?!)")
