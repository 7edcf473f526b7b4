"""Scores of pairs of spans, from the projections that the encoder gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recount.resources.encoder.labels import (
    DISTANCES,
    PAIR_ROLES,
    PAIR_WIDTH,
    SENTENCE_GAPS,
)
from recount.resources.encoder.reading import Floats, FoundSpan, TextReading


@dataclass(frozen=True, slots=True)
class PairTable:
    """Weights of one kind of pair score (the network's ``PairScore``)."""

    role: Floats
    distance: Floats
    gap: Floats
    out: Floats
    bias: float
    symmetric: bool


@dataclass(frozen=True, slots=True)
class PairTables:
    """Weights of both kinds: a word that belongs to a trigger or cue, and two of one incident."""

    link: PairTable
    peer: PairTable


def load_tables(path: Path) -> PairTables:
    """Return the tables of an ``.npz`` file that the export wrote."""
    with np.load(path) as kept:
        tables = [
            PairTable(
                kept[f"{name}_role"],
                kept[f"{name}_distance"],
                kept[f"{name}_gap"],
                kept[f"{name}_out"],
                float(kept[f"{name}_bias"]),
                symmetric=name == "peer",
            )
            for name in ("link", "peer")
        ]
    return PairTables(*tables)


def pair_logits(
    table: PairTable,
    projected: Floats,
    reading: TextReading,
    ones: Sequence[tuple[FoundSpan, str]],
    others: Sequence[tuple[FoundSpan, str]],
) -> NDArray[np.float32]:
    """Return the raw score of each of ``ones`` with each of ``others``.

    Args:
        table: weights.
        projected: the reading's projections for this kind of pair.
        reading: the text read.
        ones: first spans, with their tags.
        others: second spans, with their tags.

    Returns:
        (ones, others) scores; above 0 means that they belong together.
    """
    if len(ones) == 0 or len(others) == 0:
        return np.zeros((len(ones), len(others)), dtype=np.float32)
    rows = [
        _block(table, projected, reading, ones[at : at + _BLOCK], others)
        for at in range(0, len(ones), _BLOCK)
    ]
    return np.concatenate(rows)


_BLOCK = 64
"""First spans that are scored together, so that memory stays bounded."""


def _block(
    table: PairTable,
    projected: Floats,
    reading: TextReading,
    ones: Sequence[tuple[FoundSpan, str]],
    others: Sequence[tuple[FoundSpan, str]],
) -> NDArray[np.float32]:
    w = PAIR_WIDTH
    left, right = _ends(projected, ones), _ends(projected, others)
    summed = left[:, None, :w] + right[None, :, w : 2 * w]
    product = left[:, 2 * w : 3 * w] @ right[:, 3 * w :].T / w**0.5
    if table.symmetric:
        summed = summed + right[None, :, :w] + left[:, None, w : 2 * w]
        product = product + left[:, 3 * w :] @ right[:, 2 * w : 3 * w].T / w**0.5
    roles = table.role[[PAIR_ROLES.index(tag) for _, tag in ones]][:, None]
    roles = roles + table.role[[PAIR_ROLES.index(t) + len(PAIR_ROLES) for _, t in others]][None]
    here = np.asarray([span.first for span, _ in ones])
    there = np.asarray([span.first for span, _ in others])
    sentences = reading.sentences
    near = _buckets(there[None] - here[:, None], DISTANCES)
    gaps = _buckets(sentences[there][None] - sentences[here][:, None], SENTENCE_GAPS)
    summed = summed + roles + table.distance[near] + table.gap[gaps]
    return np.asarray(np.maximum(summed, 0.0) @ table.out + table.bias + product, np.float32)


def row_logits(table: PairTable, projected: Floats, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the raw scores of single pairs, as the network's ``PairScore`` gives them.

    Args:
        table: weights.
        projected: (tokens, 4 × width) projections.
        rows: (pairs, 8 or more): first and last token of both spans, both roles, class of
            distance in tokens and in sentences.
    """
    w = PAIR_WIDTH
    one = (projected[rows[:, 0]] + projected[rows[:, 1]]) / 2
    other = (projected[rows[:, 2]] + projected[rows[:, 3]]) / 2
    summed = one[:, :w] + other[:, w : 2 * w]
    product = (one[:, 2 * w : 3 * w] * other[:, 3 * w :]).sum(axis=-1) / w**0.5
    if table.symmetric:
        summed = summed + other[:, :w] + one[:, w : 2 * w]
        product = product + (other[:, 2 * w : 3 * w] * one[:, 3 * w :]).sum(axis=-1) / w**0.5
    summed = summed + table.role[rows[:, 4]] + table.role[rows[:, 5] + len(PAIR_ROLES)]
    summed = summed + table.distance[rows[:, 6]] + table.gap[rows[:, 7]]
    return np.asarray(np.maximum(summed, 0.0) @ table.out + table.bias + product, np.float32)


def _buckets(values: NDArray[np.int64], bounds: tuple[int, ...]) -> NDArray[np.int64]:
    """Return the classes of signed distances, as ``labels.bucket`` gives them one by one."""
    places: NDArray[np.int64] = np.searchsorted(bounds, np.abs(values), side="left")
    return np.where(values >= 0, places, places + len(bounds) + 1)


def _ends(projected: Floats, spans: Sequence[tuple[FoundSpan, str]]) -> Floats:
    firsts = [span.first for span, _ in spans]
    lasts = [span.last for span, _ in spans]
    return np.asarray((projected[firsts] + projected[lasts]) / 2, np.float32)


def probability(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the probabilities that raw scores stand for."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), np.float32)
