"""Which windows are read when: batches of like length, shuffled by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from recount.training.targets import Piece

TOKENS = 3072
"""Tokens of one batch, filling included."""
POOL = 64
"""Batches among which windows are sorted by length."""


def schedule(
    pieces: Mapping[str, Sequence[Piece]], rounds: Mapping[str, float], seed: int
) -> list[list[Piece]]:
    """Return all batches of a stage in order.

    Args:
        pieces: the windows of each set.
        rounds: how often each set is read; a fraction takes a seeded part of its windows.
        seed: the same seed gives the same batches.
    """
    order = random.Random(seed)  # noqa: S311 - chance that can be repeated, no secret
    chosen: list[Piece] = []
    for source in sorted(rounds):
        have = list(pieces.get(source, ()))
        whole, part = divmod(rounds[source], 1)
        chosen.extend(have * int(whole))
        chosen.extend(order.sample(have, int(len(have) * part)))
    order.shuffle(chosen)
    batches: list[list[Piece]] = []
    pool = max(1, POOL * TOKENS // 256)
    for at in range(0, len(chosen), pool):
        batches.extend(_pack(sorted(chosen[at : at + pool], key=lambda piece: len(piece.ids))))
    order.shuffle(batches)
    return batches


def _pack(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    for piece in pieces:
        if batch and (len(batch) + 1) * (len(piece.ids) + 2) > TOKENS:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch
