"""Examples become windows of tokens with what each head is to learn there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from recount.resources.encoder.labels import (
    BEGIN,
    CLASSES,
    DISTANCES,
    INSIDE,
    PAIR_ROLES,
    SENTENCE_GAPS,
    TAGS,
    bucket,
)
from recount.resources.encoder.windows import Tokens, Window, windows_of
from recount.training.example import Example, Marked

IGNORED = -1
MOST_PAIRS = 1500
"""Pairs of a window that are learned from at most; the rest are left out evenly."""


class Tokeniser(Protocol):
    """Cuts a text into tokens."""

    def __call__(self, text: str) -> Tokens:
        """Return the tokens of a text."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A window of an example: token ids, and what is known of them.

    ``tags``: (tokens, tags) of states, -1 where nothing is known. ``classes``: rows of token
    and the classes that may be right, by head. ``links`` and ``peers``: rows of two spans'
    first and last tokens, role, distance class, sentence class, and 1 or 0.
    """

    source: str
    ids: NDArray[np.int64]
    tags: NDArray[np.int8]
    classes: dict[str, tuple[NDArray[np.int64], NDArray[np.bool_]]]
    links: NDArray[np.int64]
    peers: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Placed:
    mark: Marked
    first: int
    last: int


def pieces_of(example: Example, tokenise: Tokeniser) -> Iterator[Piece]:
    """Yield the windows of an example; an empty text has none."""
    tokens = tokenise(example.text)
    if len(tokens) == 0:
        return
    placed = [found for mark in example.marks if (found := _place(tokens, mark)) is not None]
    for window in windows_of(tokens.sentences):
        inside = [p for p in placed if window.start <= p.first and p.last < window.end]
        yield Piece(
            example.source,
            np.asarray(tokens.ids[window.start : window.end], dtype=np.int64),
            _tags(example, placed, window),
            _classes(example, inside, window),
            _pairs(tokens, window, _links(example, inside)),
            _pairs(tokens, window, _peers(example, inside)),
        )


def _place(tokens: Tokens, mark: Marked) -> _Placed | None:
    """Return the tokens that overlap a mark."""
    first = bisect_right(tokens.ends, mark.start)
    last = bisect_left(tokens.starts, mark.end) - 1
    return _Placed(mark, first, last) if first <= last else None


def _tags(example: Example, placed: Sequence[_Placed], window: Window) -> NDArray[np.int8]:
    size = window.end - window.start
    states = np.full((size, len(TAGS)), IGNORED, dtype=np.int8)
    for at, tag in enumerate(TAGS):
        if tag not in example.tags:
            continue
        states[:, at] = 0
        # Longer spans are written first, so that of two that overlap the outer one stands.
        marks = sorted(
            (p for p in placed if p.mark.tag == tag), key=lambda p: (p.first - p.last, p.first)
        )
        for one in marks:
            first, last = one.first - window.start, one.last - window.start
            here = range(max(first, 0), min(last, size - 1) + 1)
            if any(states[token, at] != 0 for token in here):
                continue
            for token in here:
                states[token, at] = BEGIN if token == first else INSIDE
    return states


def _classes(
    example: Example, placed: Sequence[_Placed], window: Window
) -> dict[str, tuple[NDArray[np.int64], NDArray[np.bool_]]]:
    rows: dict[str, dict[int, set[int]]] = {name: {} for name in CLASSES}
    for one in placed:
        for name, allowed in one.mark.classes:
            if len(allowed) == 0:
                continue
            for token in range(one.first - window.start, one.last - window.start + 1):
                rows[name].setdefault(token, set()).update(allowed)
    for name in example.outside:
        for token in range(window.end - window.start):
            rows[name].setdefault(token, {0})
    made = {}
    for name, size in CLASSES.items():
        if len(rows[name]) == 0:
            continue
        tokens = sorted(rows[name])
        may = np.zeros((len(tokens), size), dtype=np.bool_)
        for at, token in enumerate(tokens):
            may[at, list(rows[name][token])] = True
        made[name] = (np.asarray(tokens, dtype=np.int64), may)
    return made


_Pair = tuple[_Placed, _Placed, bool]


def _links(example: Example, placed: Sequence[_Placed]) -> list[_Pair]:
    pairs: list[_Pair] = []
    for hub, linked in example.hubs:
        hubs = [p for p in placed if p.mark.tag == hub and len(p.mark.groups) > 0]
        others = [p for p in placed if p.mark.tag in linked and len(p.mark.groups) > 0]
        pairs.extend(
            (one, other, len(one.mark.groups & other.mark.groups) > 0)
            for one in hubs
            for other in others
        )
    return pairs


def _peers(example: Example, placed: Sequence[_Placed]) -> list[_Pair]:
    told = [p for p in placed if p.mark.tag in example.peers and len(p.mark.groups) > 0]
    every = {group for p in told for group in p.mark.groups}
    if len(every) < 2 and example.source == "muc4":
        return []  # one template: nothing to tell apart
    return [
        (one, other, len(one.mark.groups & other.mark.groups) > 0)
        for at, one in enumerate(told)
        for other in told[at + 1 :]
    ]


def _pairs(tokens: Tokens, window: Window, pairs: Sequence[_Pair]) -> NDArray[np.int64]:
    step = max(1, -(-len(pairs) // MOST_PAIRS))
    rows = [
        (
            one.first - window.start,
            one.last - window.start,
            other.first - window.start,
            other.last - window.start,
            PAIR_ROLES.index(one.mark.tag),
            PAIR_ROLES.index(other.mark.tag),
            bucket(other.first - one.first, DISTANCES),
            bucket(tokens.sentences[other.first] - tokens.sentences[one.first], SENTENCE_GAPS),
            int(same),
        )
        for one, other, same in pairs[::step]
    ]
    return np.asarray(rows, dtype=np.int64).reshape(-1, 9)
