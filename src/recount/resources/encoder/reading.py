"""What the encoder says of one text: scores for each token, and what makes pairs' scores."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from recount.resources.encoder.labels import BEGIN, INSIDE, OUTSIDE, TAGS
from recount.resources.encoder.windows import Tokens

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_GAP = 2
"""Tokens between two parts of one span that are filled when they are nearly sure."""
_NEARLY = 0.5
"""Share of the threshold that tokens of a gap must reach."""
_EDGES = frozenset({"and", "or", ",", ".", ";", ":", "-", "--", "(", ")", '"', "“", "”"})
"""Words and marks that no span begins or ends with."""
_EMPTY = frozenset({"a", "an", "the", "and", "or", "of", "s", "in", "on", "at", "by", "to"})
"""Words that mean nothing by themselves."""
_MARKS = {"cue": frozenset({":"})}
"""Marks that a tag may stand on alone ("Police: two dead")."""


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """Words under a tag: characters ``start`` to ``end``, tokens ``first`` to ``last``.

    ``score`` is the mean probability of its tokens not to be outside.
    """

    start: int
    end: int
    first: int
    last: int
    score: float


@dataclass(frozen=True)
class TextReading:
    """All that the heads give for a text; what is asked for again and again is kept.

    Attributes:
        text: the text.
        tokens: its tokens.
        tags: (tokens, tags, 3) probabilities of outside, begin, inside.
        classes: (tokens, classes) probabilities of each head of classes.
        link: (tokens, 4 × width) projections for "belongs to".
        peer: (tokens, 4 × width) projections for "same incident".
        starts: first character of each token.
        ends: one past the last character of each token.
    """

    text: str
    tokens: Tokens
    tags: Floats
    classes: dict[str, Floats]
    link: Floats
    peer: Floats
    starts: Integers
    ends: Integers

    @cached_property
    def sentences(self) -> Integers:
        """The number of the sentence of each token."""
        return np.asarray(self.tokens.sentences, dtype=np.int64)

    @cached_property
    def _inside(self) -> dict[str, Floats]:
        return {}

    @cached_property
    def _continued(self) -> frozenset[int]:
        """The tokens that continue the word of the one before."""
        touching = np.flatnonzero(self.starts[1:] == self.ends[:-1]) + 1
        begun = ((token, self.tokens.starts[token]) for token in touching.tolist())
        return frozenset(
            token
            for token, start in begun
            if self.text[start - 1].isalnum() and self.text[start].isalnum()
        )

    @cached_property
    def _spans(self) -> dict[tuple[str, float, bool], tuple[FoundSpan, ...]]:
        return {}

    def inside(self, tag: str) -> Floats:
        """Return, for each token, the probability of standing under a tag."""
        found = self._inside.get(tag)
        if found is None:
            found = self._inside[tag] = 1.0 - self.tags[:, TAGS.index(tag), OUTSIDE]
        return found

    def mean_inside(self, tag: str, start: int, end: int) -> float:
        """Return the mean probability of the tokens of ``text[start:end]`` for a tag."""
        first, last = self.token_range(start, end)
        return self.mean_between(tag, first, last) if first <= last else 0.0

    def mean_between(self, tag: str, first: int, last: int) -> float:
        """Return the mean probability of the tokens ``first`` to ``last`` for a tag."""
        return _mean(self.inside(tag)[first : last + 1])

    def mean_class(self, head: str, start: int, end: int) -> Floats:
        """Return the mean class probabilities of the tokens of ``text[start:end]``."""
        first, last = self.token_range(start, end)
        part = self.classes[head][first : max(first, last) + 1]
        told: Floats = np.add.reduce(part, axis=0) / len(part)
        return told

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last token that overlap ``text[start:end]``."""
        first = bisect_right(self.tokens.ends, start)
        last = bisect_left(self.tokens.starts, end) - 1
        top = len(self.tokens) - 1
        return min(first, top), min(max(last, min(first, top)), top)

    def spans(self, tag: str, threshold: float, *, split: bool = True) -> tuple[FoundSpan, ...]:
        """Return the spans under a tag whose tokens are inside with at least ``threshold``.

        A span never cuts a word, and holds a letter or digit. Short gaps of tokens that are
        nearly sure are filled.

        Args:
            tag: one of ``labels.TAGS``.
            threshold: least probability of a token.
            split: whether a span ends where another begins; else what stands side by side in
                one sentence is one span.
        """
        key = (tag, threshold, split)
        found = self._spans.get(key)
        if found is None:
            found = self._spans[key] = self._found(tag, threshold, split=split)
        return found

    def _found(self, tag: str, threshold: float, *, split: bool) -> tuple[FoundSpan, ...]:
        column = self.tags[:, TAGS.index(tag)]
        score = self.inside(tag)
        high = np.flatnonzero(score >= threshold)
        states = column[high]
        begins = split & (states[:, BEGIN] > states[:, INSIDE])
        sentences = self.tokens.sentences
        runs: list[tuple[int, int]] = []
        for token, begin in zip(high.tolist(), begins.tolist(), strict=True):
            last = runs[-1][1] if runs else -_GAP - 2
            joined = token == last + 1 and sentences[token] == sentences[last]
            if last + 1 < token <= last + 1 + _GAP and sentences[token] == sentences[last]:
                joined = bool((score[last + 1 : token] >= threshold * _NEARLY).all())
            if joined and (not begin or self._continues(token)):
                runs[-1] = (runs[-1][0], token)
            else:
                runs.append((token, token))
        merged: list[tuple[int, int]] = []
        for first, last in (self._trimmed(*self._whole_words(run)) for run in runs):
            if merged and first <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            elif self._says_something(tag, first, last):
                merged.append((first, last))
        return tuple(
            FoundSpan(
                self.tokens.starts[first],
                self.tokens.ends[last],
                first,
                last,
                _mean(score[first : last + 1]),
            )
            for first, last in merged
        )

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Leave out joining words and marks at the edges of a span, but no part of a word."""
        while first < last and self._words(first) in _EDGES and not self._continues(first + 1):
            first += 1
        while last > first and self._words(last) in _EDGES and not self._continues(last):
            last -= 1
        return first, last

    def _words(self, token: int) -> str:
        return self.text[self.tokens.starts[token] : self.tokens.ends[token]].casefold()

    def _says_something(self, tag: str, first: int, last: int) -> bool:
        """Whether the words are more than marks and articles, or a mark that is enough."""
        words = self.text[self.tokens.starts[first] : self.tokens.ends[last]]
        if words in _MARKS.get(tag, ()):
            return True
        return any(c.isalnum() for c in words) and words.casefold() not in _EMPTY

    def _continues(self, token: int) -> bool:
        return token in self._continued

    def _whole_words(self, run: tuple[int, int]) -> tuple[int, int]:
        first, last = run
        while self._continues(first):
            first -= 1
        while last + 1 < len(self.tokens) and self._continues(last + 1):
            last += 1
        return first, last


def _mean(part: Floats) -> float:
    """Return the mean of some numbers; ``part.mean()`` takes four times as long for so few."""
    return float(np.add.reduce(part) / len(part))
