"""A tail learns to mark words by their neighbours, and leaves all other scores as they are."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip(
    "torch", reason="NOT RUN: PyTorch is not installed (the extra train; make smoke-train)"
)

import torch

from recount.resources.encoder.labels import BEGIN, STATES, TAGS
from recount.training.network import HIDDEN
from recount.training.recipe import TailStage
from recount.training.tail import Read, Tail, columns_of, train_tail
from recount.training.targets import IGNORED, Piece

NONE = np.zeros((0, 9), dtype=np.int64)
CUE = TAGS.index("cue")


def read_of(seed: int, tokens: int = 24, known: str = "cue") -> Read:
    """A window whose words after a loud one are under a tag; the heads know nothing of it."""
    chance = np.random.default_rng(seed)
    hidden = chance.normal(size=(tokens + 2, HIDDEN)).astype(np.float16)
    loud = chance.random(tokens + 2) < 0.2
    hidden[:, 7] = np.where(loud, 6.0, -6.0)
    tags = np.full((tokens, len(TAGS)), IGNORED, dtype=np.int8)
    tags[:, TAGS.index(known)] = np.where(loud[:-2], BEGIN, 0)
    piece = Piece("made", np.arange(tokens), tags, {}, NONE, NONE)
    return Read(piece, hidden, np.zeros((tokens + 2, STATES * len(TAGS)), dtype=np.float16))


@pytest.fixture(scope="module")
def tail() -> Tail:
    stage = TailStage(("source", "cue"), {"made": 150.0}, width=16, depth=2, rate=1e-2)
    return train_tail({"made": [read_of(seed) for seed in range(100)]}, stage, lambda _: None)


def told(tail: Tail, read: Read) -> np.ndarray:
    hidden = torch.from_numpy(read.hidden.astype(np.float32))[None]
    with torch.no_grad():
        return tail(hidden, torch.ones(hidden.shape[:2]))[0].view(-1, 2, STATES).numpy()


def test_a_new_tail_adds_nothing():
    with torch.no_grad():
        added = Tail(("cue",), 8, 2)(torch.randn(1, 5, HIDDEN), torch.ones(1, 5))
    assert float(added.abs().sum()) == 0


def test_a_word_is_marked_by_the_one_before_it(tail):
    read = read_of(999)
    found = told(tail, read)[1:-1, 1].argmax(axis=-1)
    assert (found == read.piece.tags[:, CUE]).mean() > 0.95


def test_a_tag_of_which_nothing_is_known_is_left_alone(tail):
    of_source = np.abs(told(tail, read_of(999))[:, 0])
    of_cue = np.abs(told(tail, read_of(999))[:, 1])
    assert of_source.max() == 0 < of_cue.max()


def test_what_fills_a_batch_up_changes_no_score(tail):
    hidden = torch.from_numpy(read_of(5).hidden.astype(np.float32))[None]
    filled = torch.cat([hidden, torch.full((1, 9, HIDDEN), 3.0)], dim=1)
    mask = torch.ones(filled.shape[:2])
    mask[:, hidden.shape[1] :] = 0
    with torch.no_grad():
        alone = tail(hidden, torch.ones(hidden.shape[:2]))
        beside = tail(filled, mask)[:, : hidden.shape[1]]
    assert torch.allclose(alone, beside, atol=1e-5)


def test_the_same_seed_gives_the_same_tail():
    stage = TailStage(("cue",), {"made": 1.0}, width=8, depth=1)
    reads = {"made": [read_of(seed) for seed in range(4)]}
    one, other = (train_tail(reads, stage, lambda _: None).out.weight for _ in range(2))
    assert torch.equal(one, other)


def test_windows_that_know_none_of_the_tags_teach_nothing():
    stage = TailStage(("cue",), {"made": 2.0}, width=8, depth=1)
    tail = train_tail({"made": [read_of(1, known="place")]}, stage, lambda _: None)
    assert float(tail.out.weight.detach().abs().sum()) == 0


def test_tags_are_learned_beside_those_of_the_model():
    stage = TailStage(("source",), {"made": 20.0}, width=8, depth=1, beside=("cue",))
    tail = train_tail({"made": [read_of(seed) for seed in range(4)]}, stage, lambda _: None)
    assert tail.columns == columns_of(["source", "cue"])
    assert np.abs(told(tail, read_of(1))[:, 1]).max() > 0


def test_columns_are_those_of_the_scores():
    assert columns_of(["trigger", "cue"]) == [0, 1, 2, 3 * CUE, 3 * CUE + 1, 3 * CUE + 2]
