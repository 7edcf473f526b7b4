"""What the encoder says of one text: scores for each token, and what makes pairs' scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.resources.encoder.labels import BEGIN, INSIDE, OUTSIDE, TAGS
from recount.resources.encoder.windows import Tokens

Floats = NDArray[np.float32]


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


@dataclass(frozen=True, slots=True)
class TextReading:
    """All that the heads give for a text.

    Attributes:
        text: the text.
        tokens: its tokens.
        tags: (tokens, tags, 3) probabilities of outside, begin, inside.
        classes: (tokens, classes) probabilities of each head of classes.
        link: (tokens, 4 × width) projections for "belongs to".
        peer: (tokens, 4 × width) projections for "same incident".
    """

    text: str
    tokens: Tokens
    tags: Floats
    classes: dict[str, Floats]
    link: Floats
    peer: Floats

    def inside(self, tag: str) -> Floats:
        """Return, for each token, the probability of standing under a tag."""
        told: Floats = 1.0 - self.tags[:, TAGS.index(tag), OUTSIDE]
        return told

    def mean_inside(self, tag: str, start: int, end: int) -> float:
        """Return the mean probability of the tokens of ``text[start:end]`` for a tag."""
        first, last = self.token_range(start, end)
        return float(self.inside(tag)[first : last + 1].mean()) if first <= last else 0.0

    def mean_class(self, head: str, start: int, end: int) -> Floats:
        """Return the mean class probabilities of the tokens of ``text[start:end]``."""
        first, last = self.token_range(start, end)
        told: Floats = self.classes[head][first : max(first, last) + 1].mean(axis=0)
        return told

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last token that overlap ``text[start:end]``."""
        first = int(np.searchsorted(self.tokens.ends, start, side="right"))
        last = int(np.searchsorted(self.tokens.starts, end, side="left")) - 1
        top = len(self.tokens) - 1
        return min(first, top), min(max(last, min(first, top)), top)

    def spans(self, tag: str, threshold: float) -> tuple[FoundSpan, ...]:
        """Return the spans under a tag whose tokens are inside with at least ``threshold``.

        A span ends where the next begins; it never cuts a word.
        """
        column = self.tags[:, TAGS.index(tag)]
        score = 1.0 - column[:, OUTSIDE]
        runs: list[tuple[int, int]] = []
        for at in np.flatnonzero(score >= threshold):
            token = int(at)
            begins = column[token, BEGIN] > column[token, INSIDE]
            glued = runs and runs[-1][1] == token - 1
            if glued and (not begins or self._continues(token)):
                runs[-1] = (runs[-1][0], token)
            else:
                runs.append((token, token))
        merged: list[tuple[int, int]] = []
        for first, last in (self._whole_words(run) for run in runs):
            if merged and first <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return tuple(
            FoundSpan(
                self.tokens.starts[first],
                self.tokens.ends[last],
                first,
                last,
                float(score[first : last + 1].mean()),
            )
            for first, last in merged
        )

    def _continues(self, token: int) -> bool:
        """Whether a token continues the word of the one before."""
        if token == 0 or self.tokens.ends[token - 1] != self.tokens.starts[token]:
            return False
        before, here = (
            self.text[self.tokens.ends[token - 1] - 1],
            self.text[self.tokens.starts[token]],
        )
        return before.isalnum() and here.isalnum()

    def _whole_words(self, run: tuple[int, int]) -> tuple[int, int]:
        first, last = run
        while self._continues(first):
            first -= 1
        while last + 1 < len(self.tokens) and self._continues(last + 1):
            last += 1
        return first, last
