"""How well an exported model reads, so that the small one can be held against the float one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from recount.model import RecountError
from recount.resources.encoder.labels import BEGIN, CLASSES, OUTSIDE, PAIR_WIDTH, STATES, TAGS
from recount.resources.encoder.pairs import PairTable, PairTables, load_tables, row_logits
from recount.resources.encoder.session import MODEL, PAIRS
from recount.training.export import FLOAT_MODEL
from recount.training.shown import fed
from recount.training.targets import IGNORED, Piece

HALF_A_POINT = 0.005
"""What the small model may lose against the float one, of each score from 0 to 1."""

_TAG_WIDTH = STATES * len(TAGS)
_PAIRS_AT = _TAG_WIDTH + sum(CLASSES.values())
"""Where the projections for pairs begin among the scores of a token."""


@dataclass(frozen=True, slots=True)
class ModelScores:
    """How well a model reads labelled windows.

    Attributes:
        tags: F1 of spans, exact, micro over all tags that a window labels.
        links: share of right decisions on "belongs to"; 1 where there is none.
        peers: share of right decisions on "same incident"; 1 where there is none.
    """

    tags: float
    links: float
    peers: float


@dataclass(slots=True)
class _Sums:
    right: int = 0
    told: int = 0
    wanted: int = 0
    link_right: int = 0
    links: int = 0
    peer_right: int = 0
    peers: int = 0

    def scores(self) -> ModelScores:
        both = self.told + self.wanted
        return ModelScores(
            2 * self.right / both if both > 0 else 1.0,
            self.link_right / self.links if self.links > 0 else 1.0,
            self.peer_right / self.peers if self.peers > 0 else 1.0,
        )


def scores_of(
    model: Path, tables: PairTables, pieces: Sequence[Piece], threads: int
) -> ModelScores:
    """Return how well an exported model reads labelled windows.

    Args:
        model: the ONNX file.
        tables: weights of the pair scores exported with it.
        pieces: windows with their labels.
        threads: processor threads; 0: as many as there are cores.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    sums = _Sums()
    for piece in pieces:
        (told,) = session.run(["scores"], fed(piece.ids))
        _add(sums, piece, told[0, 1:-1], tables)
    return sums.scores()


def _add(sums: _Sums, piece: Piece, told: NDArray[np.float32], tables: PairTables) -> None:
    states = told[:, :_TAG_WIDTH].reshape(len(told), len(TAGS), STATES).argmax(axis=-1)
    known = piece.tags[0] != IGNORED
    for at in np.flatnonzero(known):
        found, wanted = set(_spans(states[:, at])), set(_spans(piece.tags[:, at]))
        sums.right += len(found & wanted)
        sums.told += len(found)
        sums.wanted += len(wanted)
    link, peer = np.split(told[:, _PAIRS_AT:], [4 * PAIR_WIDTH], axis=1)
    sums.link_right += _right(tables.link, link, piece.links)
    sums.links += len(piece.links)
    sums.peer_right += _right(tables.peer, peer, piece.peers)
    sums.peers += len(piece.peers)


def _right(table: PairTable, projected: NDArray[np.float32], rows: NDArray[np.int64]) -> int:
    if len(rows) == 0:
        return 0
    return int(((row_logits(table, projected, rows) > 0) == (rows[:, 8] == 1)).sum())


def _spans(states: NDArray[np.integer]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for at, state in enumerate(states):
        if start is not None and state in {OUTSIDE, BEGIN}:
            yield start, at
            start = None
        if start is None and state != OUTSIDE:
            start = at
    if start is not None:
        yield start, len(states)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scores of the float model and of the small one on the same windows."""

    windows: int
    whole: ModelScores
    small: ModelScores

    def lost(self) -> float:
        """Return the most that the small model loses, over the scores, from 0 to 1."""
        return max(
            self.whole.tags - self.small.tags,
            self.whole.links - self.small.links,
            self.whole.peers - self.small.peers,
        )


def compare(folder: Path, pieces: Sequence[Piece], threads: int) -> Comparison:
    """Return the scores of both models that an export wrote into a folder."""
    tables = load_tables(folder / PAIRS)
    return Comparison(
        len(pieces),
        scores_of(folder / FLOAT_MODEL, tables, pieces, threads),
        scores_of(folder / MODEL, tables, pieces, threads),
    )


def require_close(found: Comparison) -> None:
    """Make sure that the small model reads as well as the float one, within half a point.

    Raises:
        RecountError: it loses more.
    """
    if found.lost() > HALF_A_POINT:
        raise RecountError(
            f"The int8 model loses {100 * found.lost():.1f} points against the float model, more"
            f" than {100 * HALF_A_POINT:.1f}; the trained model was not put in place."
        )
