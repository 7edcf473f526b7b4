"""A tree of keys for finding the longest name at each word of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from recount.resources.actors.tokens import Token, tokenise, word_set


class Sort(StrEnum):
    """What a name in the tree stands for."""

    ACTOR = "actor"
    ADJECTIVE = "adjective"
    STATE = "state"
    CAPITAL = "capital"
    GENERIC = "generic"


SOFT = word_set(
    """al el ar as an de del la las los le les of the for in and e i ul y du da do to against
    group groups network movement cartel militia militias brigade brigades rebels rebel front
    army fighters forces coalition party gang province guerrillas militants separatists
    settlers herdsmen mission peacekeepers s"""
)
"""Words that texts often leave small inside a name ("Haqqani network", "Gulf cartel")."""

VAGUE = word_set(
    """national liberation army front popular people peoples s people's revolutionary resistance
    forces force party movement union council united democratic defence defense security new
    patriotic salvation republican alliance self justice peace brigade brigades command
    committee coalition of the for and in islamic group organization organisation belt guards
    guard corps red armed freedom independence unity government power youth homeland
    volunteers companies general ansarullah central staff stabilisation service counter
    terrorism services border police reserve frontier special nationalist republic first
    capital living together gaitanist"""
)
"""Words that many groups' names are made of; a name of these alone needs its country near."""

TITLE_CASE_FROM = 4
"""Abbreviations of this many letters are also printed with one capital ("Farc", "Isis")."""

CLEAR_FROM = 4
"""Abbreviations of this many letters stand alone; shorter ones need their country or long name
in the text, because two or three letters stand for many things."""

COMMON_WORDS = word_set(
    """is us it an as aa fact mend arena let car jam mir gam un red sad plan au ad am are sla cpc
    isi era bra age tak dea emc ess tim den pdf cap cma mdc anc upc"""
)
"""Abbreviations that are words too (or other things, as PDF): doubtful among capitals."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as listed: what it stands for, and how its letters must look."""

    sort: Sort
    ref: str
    """Canonical actor, state code, or canonical plural of a generic word."""
    words: tuple[str, ...]
    short: bool
    vague: bool

    @property
    def letters(self) -> int:
        """How many letters and digits the name has."""
        return sum(len(word) for word in self.words)


@dataclass(slots=True)
class Node:
    """A point of the tree: the keys that may follow, and the names that end here."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: tokens ``first`` to ``last`` (inclusive), ending at ``end`` in the text."""

    first: int
    last: int
    end: int
    entries: tuple[Entry, ...]


_ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z0-9])[A-Za-z0-9./\-&]{1,9}$")


def is_abbreviation(name: str) -> bool:
    """Return whether a name is written as an abbreviation ("IS-K", "LeT", "U.S.").

    >>> is_abbreviation("IS-K"), is_abbreviation("Al-Shabaab"), is_abbreviation("M23")
    (True, False, True)
    """
    if _ABBREVIATION.match(name) is None:
        return False
    words = [token.word for token in tokenise(name)]
    return all(not re.search(r"[a-z]{2}", word) for word in words)


def entry_of(sort: Sort, ref: str, name: str) -> Entry:
    """Return the entry for a name; its tokens say where it goes in the tree."""
    tokens = tokenise(name)
    return Entry(
        sort=sort,
        ref=ref,
        words=tuple(token.word for token in tokens),
        short=sort in (Sort.ACTOR, Sort.STATE, Sort.ADJECTIVE) and is_abbreviation(name),
        vague=sort is Sort.ACTOR and all(token.key in VAGUE for token in tokens),
    )


def is_telling(entry: Entry) -> bool:
    """Return whether a name of the user's own list needs no country beside it.

    "National Unity Party" and "NUP" are whoever the list says; "the Guard" and "IS" may be others.
    """
    words = [word for word in entry.words if word.casefold() != "the"]
    if entry.short:
        return entry.letters >= CLEAR_FROM - 1 and words[0].casefold() not in COMMON_WORDS
    return len(words) > 1


_TRANSCRIBED = {"Qaida": ("Qaeda", "Qa'ida", "Qa'eda")}
"""Words of names that newsrooms transcribe in different ways."""


def spellings(name: str) -> tuple[str, ...]:
    """Return a name, its transcriptions, and its form without apostrophes (damaged texts).

    >>> spellings("Al-Qaida")
    ('Al-Qaida', 'Al-Qaeda', "Al-Qa'ida", "Al-Qa'eda")
    """
    forms = [name]
    for written, others in _TRANSCRIBED.items():
        if written in name:
            forms += [name.replace(written, other) for other in others]
    bare = [form.replace("'", "").replace("’", "") for form in forms]
    return tuple(dict.fromkeys([*forms, *bare]))


def plant(root: Node, entries: Iterable[tuple[Sort, str, str]]) -> Node:
    """Add names (sort, reference, name as written) to a tree and return it."""
    for sort, ref, name in entries:
        for spelling in spellings(name):
            entry = entry_of(sort, ref, spelling)
            node = root
            for token in tokenise(spelling):
                node = node.children.setdefault(token.key, Node())
            if node is not root and entry not in node.entries:
                node.entries.append(entry)
    return root


_GAPS = frozenset(
    [" ", "-", "–", "—", "'", "’", "`", "/", " - ", " – ", " — ", " -", "- ", " (", "' ", "’ "]
)


def joined(text: str, before: Token, after: Token) -> bool:
    """Return whether two tokens may belong to one name, by what stands between them."""
    gap = text[before.end : after.start]
    if gap in _GAPS:
        return True
    if gap.isspace():
        return gap.count("\n") <= 1
    return gap in (".", ". ") and len(before.word) == 1


def _looks_right(entry: Entry, words: Sequence[Token], *, capitals: bool) -> bool:
    if entry.sort is Sort.GENERIC:
        return True
    if capitals:
        return not (entry.short and len(words) == 1 and words[0].key in COMMON_WORDS)
    if entry.short:
        return _short_looks_right(entry, words)
    return all(
        not listed[0].isupper() or met.word[0].isupper() or met.key in SOFT
        for listed, met in zip(entry.words, words, strict=True)
    ) and any(met.word[0].isupper() or met.word[0].isdigit() for met in words)


def _short_looks_right(entry: Entry, words: Sequence[Token]) -> bool:
    if all(met.word == listed for listed, met in zip(entry.words, words, strict=True)):
        return True
    first = words[0].word
    return (
        len(words) == 1
        and len(first) >= TITLE_CASE_FROM
        and first.istitle()
        and words[0].key not in COMMON_WORDS
    )


def _with_dot(text: str, met: Sequence[Token]) -> int:
    """Return where a name ends; the last dot of "U.S." belongs to it."""
    last = met[-1]
    dotted = len(met) > 1 and len(last.word) == 1 and text.startswith(".", met[-2].end)
    return last.end + 1 if dotted and text.startswith(".", last.end) else last.end


GLUED = (
    "known", "which", "claimed", "said", "has", "have", "was", "were", "and", "also", "contrary",
)  # fmt: skip
"""Small words met glued to a name where a page lost a blank or a tag."""


def longest(
    root: Node, text: str, tokens: Sequence[Token], first: int, *, capitals: bool
) -> Hit | None:
    """Return the longest listed name that starts at token ``first``, if any."""
    node = root
    best: Hit | None = None
    at = first
    while at < len(tokens):
        token = tokens[at]
        if at > first and not joined(text, tokens[at - 1], token):
            break
        child = node.children.get(token.key)
        if child is None:
            return _damaged(node, tokens, first, at, capitals=capitals) or best
        node = child
        if node.entries:
            met = tokens[first : at + 1]
            fitting = tuple(e for e in node.entries if _looks_right(e, met, capitals=capitals))
            if fitting:
                best = Hit(first, at, _with_dot(text, met), fitting)
        at += 1
    return best


def _damaged(
    node: Node, tokens: Sequence[Token], first: int, at: int, *, capitals: bool
) -> Hit | None:
    """Find a name whose last word lost its apostrophe or its blank ("ISKPs", "Stateknown")."""
    token = tokens[at]
    if not token.word[0].isupper() or len(token.key) != len(token.word):
        return None
    endings = [1] if token.key.endswith("s") and token.word[-1:] in ("s", "S") else []
    if not capitals and token.key.endswith(GLUED):
        endings += [len(tail) for tail in GLUED if token.word.endswith(tail)]
    for length in endings:
        child = node.children.get(token.key[:-length])
        if child is None or not child.entries:
            continue
        short = Token(token.start, token.end - length, token.word[:-length], token.key[:-length])
        met = [*tokens[first:at], short]
        fitting = tuple(
            entry
            for entry in child.entries
            if entry.sort is not Sort.GENERIC and _looks_right(entry, met, capitals=capitals)
        )
        if fitting:
            return Hit(first, at, short.end, fitting)
    return None
