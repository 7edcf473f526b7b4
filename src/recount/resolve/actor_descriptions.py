"""Where a text describes somebody: a noun for persons or groups with what stands before it.

"The besieged fighters", "two former police officers", "residents": a determiner, up to three
words that are no small words, and nouns. The words of a text are looked up in turn; one pattern
with all nouns in it takes more than twice the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recount.model import Span

_WORD = re.compile(r"\w+(?:[’-]\w+)*")
_FIRST = re.compile(r"\w+")
_GOES_ON = re.compile(r"[’'-]?\w")
"""What follows a noun that is only the beginning of a word."""
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "another",
        "several",
        "some",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
)
_DIGITS = 3
"""Digits of the longest number that determines a noun ("120 soldiers")."""
_BETWEEN = 3
"""Words between a determiner and the first noun at most."""


@dataclass(frozen=True, slots=True)
class Described:
    """A description: where it stands, its words, and the noun that it ends with."""

    span: Span
    words: str
    noun: str


def descriptions(text: str, nouns: frozenset[str], small: frozenset[str]) -> Iterator[Described]:
    """Yield the descriptions of a text in order; none lies in another.

    Args:
        text: the text.
        nouns: nouns for persons and groups, in small letters, singular and plural.
        small: words that no description holds ("of", "and").

    >>> said = "The two injured officers left."
    >>> [one.words for one in descriptions(said, frozenset({"officers"}), frozenset())]
    ['The two injured officers']
    """
    words = _Words(text, nouns, small)
    at = 0
    while at < len(words.lows):
        found = words.described(at)
        if found is None:
            at += 1
            continue
        start, last = found
        end = words.ends[last]
        noun = words.lows[last]
        noun = noun if noun in nouns else _tail(noun)
        yield Described(Span(start, end), text[start:end], text[end - len(noun) : end])
        at = last + 1


def _tail(word: str) -> str:
    return word.rpartition("-")[2]


class _Words:
    """The words of a text, with which of them are nouns."""

    def __init__(self, text: str, nouns: frozenset[str], small: frozenset[str]) -> None:
        self.text, self.nouns, self.small = text, nouns, small
        spans = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.lows = [text[start:end].lower() for start, end in spans]

    def described(self, at: int) -> tuple[int, int] | None:
        """Return where the description that begins at a word starts, and its last word."""
        low = self.lows[at]
        last = self._behind(low, at)
        if last is None and low in self.nouns:
            last = self._nouns(at)
        if last is not None:
            return self.starts[at], last
        if "-" not in low:
            return None
        tail = _tail(low)  # "thirty-six people", "non-combatants"
        last = self._behind(tail, at)
        if last is None and tail in self.nouns:
            last = self._nouns(at)
        return None if last is None else (self.ends[at] - len(tail), last)

    def _joined(self, at: int) -> bool:
        """Whether only blanks stand between a word and the next one."""
        return at + 1 < len(self.lows) and self.text[self.ends[at] : self.starts[at + 1]].isspace()

    def _nouns(self, at: int) -> int | None:
        """Return the last of the nouns that begin at a word; ``None``: none is a whole word."""
        last = at
        while self._joined(last) and self.lows[last + 1] in self.nouns:
            last += 1
        while last >= at:
            if _GOES_ON.match(self.text, self.ends[last]) is None:
                return last
            last -= 1
        return None

    def _behind(self, low: str, at: int) -> int | None:
        """Return the last noun of what a determiner begins."""
        if low not in _DETERMINERS and not (low.isdigit() and len(low) <= _DIGITS):
            return None
        for _ in range(_BETWEEN + 1):
            if not self._joined(at):
                return None
            at += 1
            last = self._nouns(at) if self.lows[at] in self.nouns else None
            if last is not None:
                return last
            first = _FIRST.match(self.lows[at])
            if first is not None and first.group() in self.small:
                return None
        return None
