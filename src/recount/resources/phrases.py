"""Lists of phrases found in one pass: at each word, only those that may begin with its letters.

``re`` tries every alternative of a pattern at every word; a list of two hundred phrases then
takes longer than all else that is done with a text. Here the first letters of a word
choose the few alternatives that can match there, so that what is found is the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

LETTERS = 3
"""Letters of a word that choose the phrases tried at it."""
_COMPOUND = re.compile(r"[\w-]+")
_MARKS = re.compile(r"\(\?:|\(\?[=!]|\[[^\]]*\]|\\.|[|)]|[?*+]\??|\{[\d,]+\}\??|.", re.DOTALL)
_LOOKALIKES = frozenset("ıſ\u0307")
"""Letters beyond ASCII that stand for "i" and "s" where case does not matter, as small letters."""
_ANY = "\0"
"""Stands for a letter that is not known."""

Heads = Sequence[tuple[int, str]]
"""Where words of a text begin, each with its first letters in small."""


_KEPT_TEXTS = 4
"""Texts whose words are kept: each sentence of a document asks for its own again and again."""


@lru_cache(maxsize=_KEPT_TEXTS)
def word_heads(text: str) -> Heads:
    """Return where words begin, each with its first letters; words of a compound are one."""
    starts = [match.start() for match in _COMPOUND.finditer(text)]
    return tuple([(at, text[at : at + LETTERS].lower()) for at in starts if text[at] != "-"])


class Phrases:
    """Groups of phrases (regular expressions of their own); group ``i`` is named ``g<i>``.

    Phrases begin with a letter or digit, hold no capturing groups, and are found at words,
    in any case. The first group that has a match at a word wins; in it the longest phrase.

    Args:
        groups: the phrases of each group.
        whole: whether a match must end where a word does.

    Raises:
        ValueError: a phrase uses what is not understood here.
    """

    def __init__(self, groups: Iterable[Iterable[str]], *, whole: bool = True) -> None:
        self._end = r"(?!\w)" if whole else ""
        self._groups = [sorted(group, key=lambda f: (-len(f), f)) for group in groups]
        self._openings = {f: openings(f) for group in self._groups for f in group}
        self._by_head: dict[str, re.Pattern[str] | None] = {}
        # Phrases in their order, each with its group; and for each opening, which have it.
        self._phrases = [(number, f) for number, group in enumerate(self._groups) for f in group]
        self._opened: dict[str, list[int]] = {}
        for place, (_, phrase) in enumerate(self._phrases):
            for head in self._openings[phrase]:
                self._opened.setdefault(head, []).append(place)

    def finditer(self, text: str, heads: Heads | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, by position, without overlaps.

        Args:
            text: the text.
            heads: its ``word_heads``, when they are known.
        """
        return self._matches(text, word_heads(text) if heads is None else heads, len(text))

    def within(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[start:end]``, as if the text ended there."""
        heads = word_heads(text)
        inside = heads[bisect_left(heads, (start,)) : bisect_left(heads, (end,))]
        return self._matches(text, inside, end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``."""
        return next(self.within(text, start, end), None)

    def _matches(
        self, text: str, heads: Iterable[tuple[int, str]], stop: int
    ) -> Iterator[re.Match[str]]:
        end, known = 0, self._by_head
        for at, head in heads:
            if at < end:
                continue
            pattern = known[head] if head in known else self._pattern(head)
            match = None if pattern is None else pattern.match(text, at, stop)
            if match is not None:
                end = match.end()
                yield match

    @cached_property
    def _all(self) -> re.Pattern[str] | None:
        return self._compiled(None)

    @cached_property
    def _unknown(self) -> re.Pattern[str] | None:
        """The phrases that may begin with any letter."""
        return self._compiled(_ANY)

    def _pattern(self, head: str) -> re.Pattern[str] | None:
        """Return the pattern of the phrases that may begin so, ``None`` when there are none."""
        if len(head) < LETTERS or not _LOOKALIKES.isdisjoint(head):
            return self._all
        if not head.isascii():
            return self._unknown
        self._by_head[head] = found = self._compiled(head)
        return found

    def _compiled(self, head: str | None) -> re.Pattern[str] | None:
        chosen = self._phrases
        if head is not None:
            places = {*self._opened.get(head, ()), *self._opened.get(_ANY, ())}
            chosen = [self._phrases[place] for place in sorted(places)]
        body = "|".join(
            f"(?P<g{number}>{'|'.join(phrase for _, phrase in group)})"
            for number, group in groupby(chosen, key=itemgetter(0))
        )
        return re.compile(rf"(?<![\w-])(?:{body}){self._end}", re.IGNORECASE) if body else None


def by_letter(words: Sequence[str], depth: int = 2) -> str:
    """Return alternatives sorted by their first letters, so that few are tried at a place.

    Those that begin alike keep their order: what is found is the same.

    >>> by_letter(["oar", "mast", "oak"], 1)
    'o(?:ar|ak)|m(?:ast)'
    """
    if depth == 0 or min(map(len, words)) == 0:
        return "|".join(map(re.escape, words))
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(
        f"{re.escape(letter)}(?:{by_letter(rest, depth - 1)})" for letter, rest in groups.items()
    )


def openings(phrase: str) -> frozenset[str]:
    """Return what first letters the matches of a phrase can have; a null character is any.

    >>> sorted(openings("(?:air|drone)? ?strikes?"))
    [' st', 'air', 'dro', 'str']

    Raises:
        ValueError: the phrase uses what is not understood here.
    """
    marks = [match.group() for match in _MARKS.finditer(phrase)]
    found, at = _alternatives(marks, 0)
    if at < len(marks):
        raise ValueError(f"a bracket too many in {phrase}")
    unknown = any(len(one) < LETTERS or _ANY in one or not one.isascii() for one in found)
    return frozenset({_ANY}) if unknown else frozenset(one.lower() for one in found)


def _alternatives(marks: Sequence[str], at: int) -> tuple[set[str], int]:
    """Return the openings of alternatives up to a closing bracket or the end, and where it is."""
    found: set[str] = set()
    here = {""}
    while at < len(marks) and marks[at] != ")":
        if marks[at] == "|":
            found |= here
            here, at = {""}, at + 1
            continue
        one, at = _one(marks, at)
        if at < len(marks) and marks[at][0] in "?*+{":
            one, at = _repeated(one, marks[at]), at + 1
        here = _joined(here, one)
    return found | here, at


def _one(marks: Sequence[str], at: int) -> tuple[set[str], int]:
    """Return the openings of one letter, class or group, and what comes after it."""
    mark = marks[at]
    if mark.startswith("("):
        if mark == "(":
            raise ValueError("a phrase holds no capturing groups")
        inner, end = _alternatives(marks, at + 1)
        if end >= len(marks):
            raise ValueError("a bracket is not closed")
        return ({""} if mark in ("(?=", "(?!") else inner), end + 1
    if mark.startswith("[") and len(mark) > 1:
        plain = not re.search(r"\\|^\[\^|\w-\w", mark)
        return (set(mark[1:-1]) if plain else {_ANY}), at + 1
    if mark == r"\b":
        return {""}, at + 1
    if mark.startswith("\\") or mark == ".":
        return {mark[1] if not mark[-1].isalnum() and mark != "." else _ANY}, at + 1
    return {mark}, at + 1


def _repeated(one: set[str], mark: str) -> set[str]:
    """Return the openings of what may stand several times, or not at all."""
    often = one
    for _ in range(0 if mark[0] == "?" else LETTERS - 1):
        often = one | _joined(one, often)
    return often if mark[0] == "+" or re.match(r"\{[1-9]", mark) else often | {""}


def _joined(before: set[str], after: set[str]) -> set[str]:
    return {(one + other)[:LETTERS] for one in before for other in after}
