"""Cuts a text into windows of tokens that the encoder can take, at sentences where possible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST = 382
"""Tokens of a window without its two marks; 384 in all, of the 512 that the encoder takes."""
OVERLAP = 64
"""Tokens that two windows share at least, so that each token is read with words on both sides."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: ids of the vocabulary, and the characters that each stands for.

    ``sentences`` gives the number of the sentence of each token.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``start`` to ``end`` of a text; ``keep_start`` to ``keep_end`` are read off here."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows_of(
    sentences: Sequence[int], most: int = MOST, overlap: int = OVERLAP
) -> tuple[Window, ...]:
    """Return windows that cover all tokens; the kept parts cover each token exactly once.

    Args:
        sentences: number of the sentence of each token, not falling.
        most: tokens of one window.
        overlap: tokens that neighbours share at least.
    """
    count = len(sentences)
    bounds: list[tuple[int, int]] = []
    start = 0
    while True:
        end = min(start + most, count)
        if end < count:
            end = _at_sentence(sentences, start, end, overlap)
        bounds.append((start, end))
        if end >= count:
            break
        start = max(start + 1, _first_of_sentence(sentences, end - overlap, start))
    cuts = [0]
    cuts += [(here[1] + after[0]) // 2 for here, after in pairwise(bounds)]
    cuts.append(count)
    return tuple(
        Window(start, end, cuts[at], cuts[at + 1]) for at, (start, end) in enumerate(bounds)
    )


def _at_sentence(sentences: Sequence[int], start: int, end: int, overlap: int) -> int:
    """Return the last end of a sentence in the window, if it leaves enough of the window."""
    for cut in range(end, max(start + 2 * overlap, end - end // 2), -1):
        if sentences[cut] != sentences[cut - 1]:
            return cut
    return end


def _first_of_sentence(sentences: Sequence[int], wanted: int, start: int) -> int:
    """Return where the sentence of the wanted token begins, unless that is far back."""
    first = wanted
    while first > max(start, wanted - OVERLAP) and sentences[first - 1] == sentences[wanted]:
        first -= 1
    return first if first > start and sentences[first - 1] != sentences[first] else wanted


def sentence_numbers(starts: Sequence[int], sentence_starts: Sequence[int]) -> tuple[int, ...]:
    """Return the number of the sentence in which each token starts.

    Args:
        starts: first characters of tokens, rising.
        sentence_starts: first characters of sentences, rising.
    """
    return tuple(max(0, bisect_right(sentence_starts, start) - 1) for start in starts)
