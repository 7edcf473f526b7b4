"""The network against what reads it without PyTorch, and against its targets."""

from __future__ import annotations

import random

import numpy as np
import pytest

from recount.resources.encoder.labels import (
    CLASSES,
    DISTANCES,
    PAIR_ROLES,
    PAIR_WIDTH,
    SENTENCE_GAPS,
    buckets,
)
from recount.resources.encoder.pairs import PairTable, row_logits
from recount.training.example import Example, Marked
from recount.training.targets import pieces_of

pytestmark = pytest.mark.usefixtures("torch")


def table_of(score) -> PairTable:
    def plain(value):
        return value.detach().numpy()

    return PairTable(
        plain(score.role.weight),
        plain(score.distance.weight),
        plain(score.gap.weight),
        plain(score.out.weight[0]),
        float(score.out.bias[0]),
        symmetric=score.symmetric,
    )


@pytest.mark.parametrize("symmetric", [False, True])
def test_pair_scores_without_pytorch_equal_the_networks(torch, symmetric):
    from recount.training.network import PairScore

    torch.manual_seed(3)
    score = PairScore(symmetric=symmetric)
    projected = torch.randn(50, 4 * PAIR_WIDTH)
    chance = np.random.default_rng(3)
    ends = (50, 50, 50, 50, len(PAIR_ROLES), len(PAIR_ROLES))
    highs = (*ends, buckets(DISTANCES), buckets(SENTENCE_GAPS), 2)
    rows = np.stack([chance.integers(0, high, 40) for high in highs], axis=1)
    wanted = score(projected, torch.from_numpy(rows)).detach().numpy()
    assert np.allclose(row_logits(table_of(score), projected.numpy(), rows), wanted, atol=1e-4)


@pytest.mark.usefixtures("torch")
def test_a_batch_keeps_every_target_at_its_token(tokenise):
    from recount.training.batches import collate

    text = "Gunmen killed two men."
    marks = (
        Marked("trigger", 7, 13, frozenset({"a"}), (("realis", frozenset({1})),)),
        Marked("victim", 14, 21, frozenset({"a"})),
    )
    hubs = (("trigger", frozenset({"victim"})),)
    examples = [
        Example("made", text + " It rained." * n, marks, frozenset({"trigger"}), hubs=hubs)
        for n in (0, 4)
    ]
    pieces = [piece for example in examples for piece in pieces_of(example, tokenise)]
    batch = collate(pieces, None, 0.0)
    width = batch.ids.shape[1]
    flat = batch.ids.flatten().numpy()
    for row, piece in enumerate(pieces):
        assert batch.mask[row].sum() == len(piece.ids) + 2
        assert flat[row * width + 1 + piece.links[0, 0]] == piece.ids[piece.links[0, 0]]
        assert batch.links[row, 0] == row * width + 1 + piece.links[0, 0]
    tokens, may = batch.classes["realis"]
    assert may.shape == (2, CLASSES["realis"])
    assert {flat[int(at)] for at in tokens} == {pieces[0].ids[1]}


def test_hidden_tokens_hang_on_the_seed_alone(tokenise):
    from recount.training.batches import collate

    (piece,) = pieces_of(Example("made", "word " * 200, (), frozenset()), tokenise)
    one, same, other = (
        collate([piece], random.Random(seed), 0.3).ids.tolist() for seed in ("a", "a", "b")
    )
    assert one == same
    assert one != other
