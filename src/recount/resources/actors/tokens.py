"""Words of a text as keys for look-up: case, diacritics, hyphens and apostrophes do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_SMALL = re.compile(r"[a-zà-öø-ÿ]")

CAPS_SHARE = 0.75
"""A text with more than this share of capitals among its letters is set in capitals (MUC-4 texts
have over 0.95, news in mixed case under 0.15)."""

SAMPLE = 2000
"""Characters looked at to decide whether a text is set in capitals; a document is of one kind."""


_KEPT_TEXTS = 16
"""Texts whose case is kept: every mention of a document asks for it."""


class Token(NamedTuple):
    """A run of letters and digits: ``text[start:end]`` and its look-up key."""

    start: int
    end: int
    word: str
    key: str


def key_of(word: str) -> str:
    """Return the look-up key of a word: folded case, no diacritics.

    >>> key_of("Séléka")
    'seleka'
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` in order; hyphens and apostrophes part them."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    for match in _WORD.finditer(text, start, stop):
        word = match.group()
        key = word.casefold()
        tokens.append(
            Token(match.start(), match.end(), word, key if key.isascii() else key_of(word))
        )
    return tokens


@lru_cache(maxsize=_KEPT_TEXTS)
def is_capitals(text: str) -> bool:
    """Return whether a text is set in capitals throughout."""
    sample = text[:SAMPLE]
    capitals = len(_CAPITAL.findall(sample))
    small = len(_SMALL.findall(sample))
    return capitals > CAPS_SHARE * max(1, capitals + small)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, parted by blanks, as a set."""
    return frozenset(text.split())
