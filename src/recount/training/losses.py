"""What the network is punished for: each head where its set has labels, nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from recount.resources.encoder.labels import CLASSES, STATES
from recount.training.network import Reader, Scores

_WEIGHTS = {
    "type": 0.5,
    "realis": 0.5,
    "scope": 0.5,
    "stance": 0.5,
    "figure": 0.5,
    "measure": 0.3,
    "terror": 0.5,
}
_COMMON = 0
"""Of realis, scope and stance, the commonest class (actual, political, asserted)."""
_RARE: dict[str, float] = {"realis": 3.0, "scope": 1.5, "stance": 2.0}
"""Weight of words that are of no such class against the others."""
LINK_WEIGHT = 1.0
PEER_WEIGHT = 1.0
MARKED_WEIGHT = 1.0
"""Weight of a token inside a mention against one outside: recall is the harder part."""
TAG_WEIGHT = 10.0
"""Makes the mean over mostly empty tokens as weighty as the other heads."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows filled to one length, with what is to be learned, tokens flat over the batch."""

    ids: Tensor
    mask: Tensor
    tags: Tensor
    classes: dict[str, tuple[Tensor, Tensor]]
    links: Tensor
    peers: Tensor


def loss_of(network: Reader, scores: Scores, batch: Batch) -> Tensor:
    """Return the loss of a batch, a weighted sum over heads."""
    total = TAG_WEIGHT * _tag_loss(scores.tags, batch.tags)
    for name in CLASSES:
        if name in batch.classes:
            flat = scores.classes[name].flatten(0, 1).float()
            rare = _RARE.get(name, 1.0)
            total = total + _WEIGHTS[name] * _class_loss(flat, *batch.classes[name], rare)
    for pair, projected, rows, weight in (
        (network.link, scores.link, batch.links, LINK_WEIGHT),
        (network.peer, scores.peer, batch.peers, PEER_WEIGHT),
    ):
        if len(rows) > 0:
            told = pair(projected.flatten(0, 1).float(), rows)
            total = total + weight * functional.binary_cross_entropy_with_logits(
                told, rows[:, 8].float()
            )
    return total


def _tag_loss(scores: Tensor, states: Tensor) -> Tensor:
    known = states >= 0
    if not bool(known.any()):
        return scores.sum() * 0.0
    picked = scores[known].float().view(-1, STATES)
    wanted = states[known].long()
    weights = torch.tensor([1.0, MARKED_WEIGHT, MARKED_WEIGHT])
    each = functional.cross_entropy(picked, wanted, weight=weights, reduction="sum")
    # Sets differ in how many tags they know; the mean is over tokens and tags that they do.
    return each / known.sum() * 4.0


def _class_loss(flat: Tensor, tokens: Tensor, allowed: Tensor, rare: float) -> Tensor:
    """Negative log of the probability that lies on the classes that may be right."""
    logs = functional.log_softmax(flat[tokens], dim=-1)
    each = -torch.logsumexp(logs.masked_fill(~allowed, -1e4), dim=-1)
    weights = torch.where(allowed[:, _COMMON], 1.0, rare)
    return (each * weights).sum() / weights.sum()
