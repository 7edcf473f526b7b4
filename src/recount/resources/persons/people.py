"""One person, many mentions: names grouped, later short mentions found, standing decided."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator

from recount.resources.persons.candidates import (
    plain_word,
    surname_of,
)
from recount.resources.persons.nouns import Candidate, FoundPerson
from recount.resources.persons.patterns import (
    PREFIX,
)
from recount.resources.persons.placelike import place_runs
from recount.resources.persons.words import person_words

People = list[tuple[str, bool, str, list[Candidate]]]


def merge(candidates: list[Candidate]) -> People:
    """Group candidates by name: full names first, then those that are parts of one."""
    groups: list[list[Candidate]] = []
    by_word: dict[str, list[int]] = {}
    for candidate in sorted(candidates, key=lambda c: (-len(c.name.split()), c.start)):
        parts = [plain_word(word) for word in candidate.name.split() if len(word) > 2]
        homes = [
            i for i in by_word.get(candidate.key, []) if _same(groups[i][0].name, candidate.name)
        ]
        if homes:
            groups[homes[0]].append(candidate)
            continue
        groups.append([candidate])
        for part in parts[-1:] or parts:
            by_word.setdefault(part, []).append(len(groups) - 1)
    people: People = []
    for group in groups:
        if not any(mention.certain for mention in group) and len(group[0].name.split()) < 2:
            continue
        public, reason = _standing(group)
        people.append((group[0].name, public, reason, group))
    return people


def _same(full: str, other: str) -> bool:
    whole = {plain_word(word) for word in full.split()}
    return all(plain_word(word) in whole or len(plain_word(word)) == 1 for word in other.split())


def _standing(group: list[Candidate]) -> tuple[bool, str]:
    """Whether a person is shown by default. An office outweighs a fate, expertise does not."""
    if any(mention.public for mention in group):
        return True, "named for a public office, as a spokesperson or as head of a group"
    private = next((mention.private for mention in group if mention.private is not None), None)
    if private is not None:
        return False, private
    if any(mention.expert for mention in group):
        return True, "a named expert, author or journalist"
    if any(mention.officer for mention in group):
        return True, "an officer quoted for a force"
    return False, "no public role is named"


def short_mentions(text: str, people: People, found: list[FoundPerson]) -> list[FoundPerson]:
    """Later mentions by surname alone, outside the names already found."""
    names = _names_to_look_for(people)
    spans = sorted([*((person.start, person.end) for person in found), *place_runs(text)])
    short: list[FoundPerson] = []
    for word in sorted(names, key=lambda name: (-len(name), name)):
        name, public, reason = names[word]
        for start in _occurrences(text, word):
            end = start + len(word)
            at = bisect_left(spans, (start + 1,))
            nearest = spans[max(0, at - 1) : at + 1]
            if any(low < end and start < high for low, high in nearest):
                continue
            if not _inside_other_name(text, end):
                begin = _with_given_name(text, start)
                short.append(FoundPerson(begin, end, name, public, reason))
                insort(spans, (begin, end))
    return short


def _names_to_look_for(people: People) -> dict[str, tuple[str, bool, str]]:
    """Full names and surnames of people; a surname that two people share is the private one's."""
    listed = person_words()
    names: dict[str, tuple[str, bool, str]] = {}
    for name, public, reason, _mentions in sorted(people, key=lambda person: person[1]):
        last = surname_of(name)
        if len(name.split()) > 1:
            names.setdefault(name, (name, public, reason))
        if len(last) > 2 and last.lower() not in listed.not_person and len(name.split()) > 1:
            names.setdefault(last, (name, public, reason))
            names.setdefault(PREFIX.sub("", last), (name, public, reason))
    return names


_GIVEN_BEFORE = re.compile(r"(?<![\w.’'-])([A-Z][a-zà-öø-ÿ]+(?:[-’'][A-Z]?[a-z]+|[A-Z][a-z]+)*)\s$")


def _with_given_name(text: str, start: int) -> int:
    """Where a name starts when an unknown given name stands before a known surname."""
    match = _GIVEN_BEFORE.search(text, max(0, start - 20), start)
    if match is None:
        return start
    low, listed = match.group(1).lower(), person_words()
    known = low in listed.not_first or low in listed.plain_titles or low in listed.public_titles
    if known or low in listed.not_person or low in listed.demonyms or "\n" in match.group():
        return start
    return match.start(1)


def _occurrences(text: str, word: str) -> Iterator[int]:
    """Where a word stands as a word, its possessive and damaged possessive included."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before = text[at - 1] if at > 0 else " "
        tail = text[end : end + 2]
        whole = not tail[:1].isalnum() or (tail[:1] == "s" and not tail[1:].isalnum())
        if not (before.isalnum() or before in "-_@/.") and whole:
            yield at
        at = text.find(word, end)


def _inside_other_name(text: str, end: int) -> bool:
    """Whether a surname is part of a place's or body's name ("Khan Mosque")."""
    following = re.match(r"\s([A-Z][\w’'-]+)", text[end : end + 30])
    if following is None:
        return False
    return plain_word(following.group(1)) in person_words().not_person
