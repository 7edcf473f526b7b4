"""Windows that are read together become one batch, filled to one length."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from recount.resources.encoder.labels import CLASSES, TAGS
from recount.resources.encoder.tokenise import CLS, MASK, PAD, SEP
from recount.training.losses import Batch
from recount.training.targets import IGNORED, Piece


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
