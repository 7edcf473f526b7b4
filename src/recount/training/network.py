"""The network: a small encoder with a head for each kind of thing that it tells apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel
from transformers.utils import logging

from recount.resources.encoder.labels import (
    CLASSES,
    DISTANCES,
    PAIR_ROLES,
    PAIR_WIDTH,
    SENTENCE_GAPS,
    STATES,
    TAGS,
    buckets,
)

HIDDEN = 384
"""Width of all-MiniLM-L6-v2."""
HEAD_DROPOUT = 0.2


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads give for a batch: raw scores for each token, and pair projections."""

    tags: Tensor
    classes: dict[str, Tensor]
    link: Tensor
    peer: Tensor


class PairScore(nn.Module):
    """Scores two spans of tokens: whether they belong together.

    Each token is projected to four vectors (as first and as second word, each once for a sum
    and once for a product). A pair's score is a small network over the sum, with what is
    known of roles and distance, plus the product. The projections are made with the text,
    the rest is cheap and made for the pairs in question alone.
    """

    def __init__(self, *, symmetric: bool) -> None:
        super().__init__()
        self.symmetric = symmetric
        self.project = nn.Linear(HIDDEN, 4 * PAIR_WIDTH)
        self.role = nn.Embedding(2 * len(PAIR_ROLES), PAIR_WIDTH)
        self.distance = nn.Embedding(buckets(DISTANCES), PAIR_WIDTH)
        self.gap = nn.Embedding(buckets(SENTENCE_GAPS), PAIR_WIDTH)
        self.out = nn.Linear(PAIR_WIDTH, 1)
        for table in (self.role, self.distance, self.gap):
            nn.init.normal_(table.weight, std=0.05)

    def forward(self, projected: Tensor, rows: Tensor) -> Tensor:
        """Return a raw score for each row.

        Args:
            projected: (tokens, 4 × width) projections of all tokens of a batch, flat.
            rows: (pairs, 9) as ``targets.Piece`` has them, tokens flat over the batch.
        """
        one = (projected[rows[:, 0]] + projected[rows[:, 1]]) / 2
        other = (projected[rows[:, 2]] + projected[rows[:, 3]]) / 2
        w = PAIR_WIDTH
        summed = one[:, :w] + other[:, w : 2 * w]
        product = (one[:, 2 * w : 3 * w] * other[:, 3 * w :]).sum(-1) / w**0.5
        if self.symmetric:
            summed = summed + other[:, :w] + one[:, w : 2 * w]
            product = product + (other[:, 2 * w : 3 * w] * one[:, 3 * w :]).sum(-1) / w**0.5
        roles = self.role(rows[:, 4]) + self.role(rows[:, 5] + len(PAIR_ROLES))
        summed = summed + roles + self.distance(rows[:, 6]) + self.gap(rows[:, 7])
        return self.out(torch.relu(summed)).squeeze(-1) + product


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(HEAD_DROPOUT)
        self.tag_hidden = nn.Linear(HIDDEN, HIDDEN)
        self.tags = nn.Linear(HIDDEN, STATES * len(TAGS))
        self.class_hidden = nn.Linear(HIDDEN, HIDDEN)
        self.classes = nn.ModuleDict(
            {f"{name}_head": nn.Linear(HIDDEN, size) for name, size in CLASSES.items()}
        )
        self.link = PairScore(symmetric=False)
        self.peer = PairScore(symmetric=True)

    def forward(self, ids: Tensor, mask: Tensor) -> Scores:
        """Return the scores of a batch.

        Args:
            ids: (batch, tokens) ids of the vocabulary.
            mask: (batch, tokens) 1 for tokens, 0 for filling.
        """
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        tagged = self.drop(torch.nn.functional.gelu(self.tag_hidden(hidden)))
        classed = self.drop(torch.nn.functional.gelu(self.class_hidden(hidden)))
        states = self.tags(tagged)
        return Scores(
            states.view(*states.shape[:2], len(TAGS), STATES),
            {name: self.classes[f"{name}_head"](classed) for name in CLASSES},
            self.link.project(hidden),
            self.peer.project(hidden),
        )


def start_network(weights: Path) -> Reader:
    """Return the network with the start weights of the encoder and fresh heads.

    Args:
        weights: folder of all-MiniLM-L6-v2 (``config.json``, ``model.safetensors``).
    """
    logging.set_verbosity_error()  # else it reports the pooler, which is left out on purpose
    config = BertConfig.from_pretrained(weights)
    config.attention_probs_dropout_prob = 0.0  # else the fused attention cannot be used
    config.hidden_dropout_prob = 0.0  # hidden tokens and the heads' dropout do its work, faster
    encoder = BertModel.from_pretrained(
        weights, config=config, add_pooling_layer=False, attn_implementation="sdpa"
    )
    encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    return Reader(encoder)
