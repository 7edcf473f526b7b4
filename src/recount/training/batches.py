"""Windows become batches: of like length, shuffled by a seed, filled to one shape."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from recount.resources.encoder.labels import CLASSES, TAGS
from recount.resources.encoder.tokenise import CLS, MASK, PAD, SEP
from recount.training.losses import Batch
from recount.training.targets import IGNORED, Piece

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


def collate(pieces: Sequence[Piece], hidden: random.Random | None, share: float) -> Batch:
    """Return the batch of some windows.

    Args:
        pieces: windows.
        hidden: picks the tokens that are hidden from the network, ``None``: none.
        share: share of tokens hidden.
    """
    length = max(len(piece.ids) for piece in pieces) + 2
    ids = np.full((len(pieces), length), PAD, dtype=np.int64)
    mask = np.zeros((len(pieces), length), dtype=np.int64)
    tags = np.full((len(pieces), length, len(TAGS)), IGNORED, dtype=np.int8)
    links: list[NDArray[np.int64]] = []
    peers: list[NDArray[np.int64]] = []
    classes: dict[str, tuple[list[NDArray[np.int64]], list[NDArray[np.bool_]]]] = {
        name: ([], []) for name in CLASSES
    }
    for row, piece in enumerate(pieces):
        size = len(piece.ids)
        ids[row, 0], ids[row, size + 1] = CLS, SEP
        ids[row, 1 : size + 1] = _masked(piece.ids, hidden, share)
        mask[row, : size + 2] = 1
        tags[row, 1 : size + 1] = piece.tags
        base = row * length + 1
        for name, (tokens, may) in piece.classes.items():
            classes[name][0].append(tokens + base)
            classes[name][1].append(may)
        for rows, into in ((piece.links, links), (piece.peers, peers)):
            moved = rows.copy()
            moved[:, :4] += base
            into.append(moved)
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        torch.from_numpy(tags),
        {
            name: (torch.from_numpy(np.concatenate(at)), torch.from_numpy(np.concatenate(may)))
            for name, (at, may) in classes.items()
            if len(at) > 0
        },
        torch.from_numpy(np.concatenate(links)),
        torch.from_numpy(np.concatenate(peers)),
    )


def _masked(
    ids: NDArray[np.int64], hidden: random.Random | None, share: float
) -> NDArray[np.int64]:
    if hidden is None:
        return ids
    return np.asarray([MASK if hidden.random() < share else int(one) for one in ids])
