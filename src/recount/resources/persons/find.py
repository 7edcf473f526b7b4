"""Finds every mention of a natural person in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.resources.actors.tokens import is_capitals
from recount.resources.persons.alone import names_alone
from recount.resources.persons.candidates import read_candidate, segments
from recount.resources.persons.capitals import mixed_case
from recount.resources.persons.kin import kin_names
from recount.resources.persons.nouns import FoundPerson, Ranged
from recount.resources.persons.patterns import (
    SEQUENCE,
)
from recount.resources.persons.people import merge, short_mentions
from recount.resources.persons.placelike import place_runs


def find_persons(text: str, known: Sequence[Ranged] = ()) -> tuple[FoundPerson, ...]:
    """Return every mention of a natural person's name in a text, in order.

    Args:
        text: the text; in one set in capitals only titled names and listed given names are found.
        known: names of places and groups already found; a candidate that is one of them
            needs a person's cue (a title, an age, speech) to be a person.

    >>> [(p.name, p.public) for p in find_persons("Ana Torven, 35, was shot, the mayor said.")]
    [('Ana Torven', False)]
    """
    if is_capitals(text):
        text = mixed_case(text)
    villages = set(place_runs(text))
    taken = {(item.start, item.end) for item in known}
    candidates = [
        found
        for match in SEQUENCE.finditer(text)
        if " " in match.group() or "\n" in match.group()
        for start, end in segments(text, match.start(), match.end())
        if (found := read_candidate(text, start, end, taken)) is not None
        if found.titled or (found.start, found.end) not in villages
    ]
    people = merge(candidates)
    mentions_found = [
        FoundPerson(c.start, c.end, name, public, reason)
        for name, public, reason, mentions in people
        for c in mentions
    ]
    mentions_found += short_mentions(text, people, mentions_found)
    mentions_found += kin_names(text, known, mentions_found)
    mentions_found += names_alone(text, known, mentions_found)
    return tuple(_apart(sorted(mentions_found)))


def _apart(mentions: Sequence[FoundPerson]) -> Iterator[FoundPerson]:
    """Yield sorted mentions, those that overlap as one: what is masked hides all of them."""
    last: FoundPerson | None = None
    for one in mentions:
        if last is None or one.start >= last.end:
            if last is not None:
                yield last
            last = one
        else:
            public = last.public and one.public
            last = replace(last, end=max(last.end, one.end), public=public)
    if last is not None:
        yield last
