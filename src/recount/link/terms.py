"""The words and names of a text by which two reports of one incident know each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from recount.resources.rarity import rarity

_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d{2,}")
"""Words of two letters, and numbers of two figures: ages, house numbers, tolls."""
_OWNED = ("'s", "’s")
_NAME = re.compile(r"[A-Z][\w’'-]+(?:[ \t]+(?:[A-Z]\.[ \t]+)?[A-Z][\w’'-]+)+")
"""Two or more words that begin with capitals, a middle initial between them or not."""
_PART = re.compile(r"[\w’'-]{2,}")

RARE_PAIR_BITS = 13.0
"""Rarity of a name's two words together from which it counts: "Police Department" has 5."""
MOST_WORDS = 400
"""Words of a text that are kept, the rarest first: common ones hardly weigh."""


@dataclass(frozen=True)
class Terms:
    """The words of a text, and the pairs of neighbouring words of its rare names."""

    words: frozenset[str]
    names: frozenset[str]

    @cached_property
    def weight(self) -> float:
        """The sum of the squared rarities of the words, in bits squared."""
        return sum(rarity(word) ** 2 for word in sorted(self.words))


@dataclass(frozen=True, slots=True)
class ReportTerms:
    """A whole report, as its main account is compared by it.

    ``share`` is the part of the report's statements that can belong to the main account's
    incident, from 0 to 1: a round-up of ten incidents says little of each. ``towns`` are
    the places of accounts that it mentions, as plain names, but for those that its other
    accounts happened at.
    """

    whole: Terms
    own: Terms
    share: float
    towns: frozenset[str] = frozenset()


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case, without the "'s" of a possessive.

    >>> list(words_in("Two of Maren's men, 34 and 7"))
    ['two', 'of', 'maren', 'men', '34', 'and']
    """
    for found in _WORD.findall(text):
        word = found.casefold()
        yield word[:-2] if word.endswith(_OWNED) else word


def names_in(text: str) -> Iterator[str]:
    """Yield neighbouring capitalised words in lower case: parts of names of people and places.

    >>> list(names_in("They met Ana B. Maren Oso there."))
    ['ana maren', 'maren oso']
    """
    for found in _NAME.findall(text):
        words = [part.casefold() for part in _PART.findall(found)]
        parts = [word[:-2] if word.endswith(_OWNED) else word for word in words]
        for left, right in pairwise(parts):
            yield f"{left} {right}"


def terms_of(texts: Iterable[str], without: Set[str] = frozenset()) -> Terms:
    """Return the terms of the texts together, but for words that are compared elsewhere."""
    words: set[str] = set()
    names: set[str] = set()
    for text in texts:
        words.update(word for word in words_in(text) if word not in without)
        names.update(
            name
            for name in names_in(text)
            if pair_bits(name) >= RARE_PAIR_BITS and without.isdisjoint(name.split(" "))
        )
    kept = sorted(words, key=lambda word: (-rarity(word), word))[:MOST_WORDS]
    return Terms(frozenset(kept), frozenset(names))


def pair_bits(name: str) -> float:
    """Return the rarity of a name of two words, in bits."""
    left, _, right = name.partition(" ")
    return rarity(left) + rarity(right)


def is_rare_name(name: str) -> bool:
    """Return whether a name has two words or more, its first and last rare together.

    >>> is_rare_name("Aro T. Velm"), is_rare_name("Velm"), is_rare_name("Police Department")
    (True, False, False)
    """
    words = [word for word in name.casefold().split() if len(word.strip(".")) > 1]
    return len(words) > 1 and pair_bits(f"{words[0]} {words[-1]}") >= RARE_PAIR_BITS


def likeness(a: Terms, b: Terms) -> float:
    """Return how alike two texts are, from 0 to 1: the cosine of their words by rarity.

    Method: TF-IDF without term frequency (Spärck Jones 1972), for news repeats its subject.
    """
    if a.weight == 0.0 or b.weight == 0.0:
        return 0.0
    shared = sum(rarity(word) ** 2 for word in sorted(a.words & b.words))
    return float(shared / (a.weight * b.weight) ** 0.5)
