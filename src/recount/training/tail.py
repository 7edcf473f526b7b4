"""The tail: a few convolutions behind the trained encoder that mark some kinds of words better.

The encoder shares its few numbers among all heads; kinds that its last stages read little of (who
says what, entities, names of places) are the losers. A tail looks at the encoder's last layer, a
word and its neighbours, and adds to the scores of those kinds alone. Encoder, heads and all other
scores stay as they are to the last bit, so that a tail can be taught to a model that is in use.
Convolutions whose reach doubles from layer to layer are those of https://arxiv.org/abs/1702.02098.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from recount.resources.encoder.labels import STATES, TAGS
from recount.training.network import HIDDEN
from recount.training.recipe import TailStage
from recount.training.schedule import schedule
from recount.training.targets import IGNORED, Piece

REACH = 3
"""Words that a convolution looks at: one on each side, ever further apart."""
_READ_DROPOUT, _DROPOUT = 0.3, 0.2
_WEIGHT_DECAY = 0.02
_LOG_EVERY = 200
"""Steps between two lines of what is told."""

Floats = NDArray[np.float32]
Half = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Read:
    """What an exported model says of a window, its two marks included.

    Attributes:
        piece: the window and its labels.
        hidden: (tokens + 2, 384) the encoder's last layer.
        scores: (tokens + 2, 3 × tags) the heads' raw scores of ``labels.TAGS``.
    """

    piece: Piece
    hidden: Half
    scores: Half


class Tail(nn.Module):
    """Adds to the raw scores of some tags; it begins by adding nothing.

    Args:
        tags: the tags whose scores it adds to.
        width: numbers that each word has inside.
        depth: convolutions, each of twice the reach of the one before.
    """

    def __init__(self, tags: Sequence[str], width: int, depth: int) -> None:
        super().__init__()
        self.tags = tuple(TAGS.index(tag) for tag in tags)
        self.columns = columns_of(tags)
        self.read = nn.Linear(HIDDEN, width)
        self.layers = nn.ModuleList(
            nn.Conv1d(width, width, REACH, padding=2**at, dilation=2**at) for at in range(depth)
        )
        self.out = nn.Linear(width, len(self.columns))
        self.read_drop, self.drop = nn.Dropout(_READ_DROPOUT), nn.Dropout(_DROPOUT)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return what is added to the raw scores of the tags.

        Args:
            hidden: (windows, tokens, 384) the encoder's last layer.
            mask: (windows, tokens) 1 for tokens, 0 for filling.
        """
        kept = mask[:, None, :]
        told = functional.relu(self.read(self.read_drop(hidden))).transpose(1, 2) * kept
        for layer in self.layers:
            told = told + functional.relu(layer(self.drop(told))) * kept
        added: Tensor = self.out(self.drop(told.transpose(1, 2)))
        return added


def columns_of(tags: Sequence[str]) -> list[int]:
    """Return where the raw scores of some tags stand among those of all.

    >>> columns_of(["perpetrator"])
    [3, 4, 5]
    """
    return [STATES * TAGS.index(tag) + state for tag in tags for state in range(STATES)]


def train_tail(
    read: Mapping[str, Sequence[Read]], stage: TailStage, tell: Callable[[str], None]
) -> Tail:
    """Return a tail that has learned from some windows.

    Args:
        read: what the exported model says of the windows of each set.
        stage: what is read how often, and how fast is learned.
        tell: gets a line on the loss now and then.
    """
    torch.manual_seed(stage.seed)
    learned = (*stage.tags, *stage.beside)
    tail = Tail(learned, stage.width, stage.depth)
    told = {id(one.piece): one for ones in read.values() for one in ones}
    pieces = {name: [one.piece for one in ones] for name, ones in read.items()}
    known = {
        name: [piece for piece in ones if (piece.tags[:, tail.tags] != IGNORED).any()]
        for name, ones in pieces.items()
    }
    batches = schedule(known, stage.rounds, stage.seed)
    optimiser = torch.optim.AdamW(tail.parameters(), stage.rate, weight_decay=_WEIGHT_DECAY)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, stage.rate, total_steps=len(batches) + 1, pct_start=stage.warm
    )
    weights = torch.tensor([stage.weights.get(tag, 1.0) for tag in learned])
    losses: list[float] = []
    for step, batch in enumerate(batches, start=1):
        losses.append(_step(tail, optimiser, [told[id(piece)] for piece in batch], weights))
        rates.step()
        if step % _LOG_EVERY == 0 or step == len(batches):
            recent = losses[-_LOG_EVERY:]
            tell(f"Tail: step {step} of {len(batches)}, loss {sum(recent) / len(recent):.4f}.")
    tail.eval()
    return tail


def _step(
    tail: Tail, optimiser: torch.optim.Optimizer, batch: Sequence[Read], weights: Tensor
) -> float:
    hidden, scores, states, mask = _collate(batch, tail)
    known = states != IGNORED
    told = (scores + tail(hidden, mask)).view(*states.shape, STATES)
    # The sum over the tags that are known, for each token: words of an entity weigh as much
    # where one set knows seven kinds as where another knows one.
    each = functional.cross_entropy(told[known], states[known], reduction="none")
    loss = (each * weights.expand(states.shape)[known]).sum() / mask.sum()
    loss.backward()
    nn.utils.clip_grad_norm_(tail.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(loss.detach())


def _collate(batch: Sequence[Read], tail: Tail) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return last layer, raw scores, states and mask of some windows, filled to one length."""
    length = max(len(one.hidden) for one in batch)
    hidden = np.zeros((len(batch), length, HIDDEN), dtype=np.float32)
    scores = np.zeros((len(batch), length, len(tail.columns)), dtype=np.float32)
    states = np.full((len(batch), length, len(tail.tags)), IGNORED, dtype=np.int64)
    mask = np.zeros((len(batch), length), dtype=np.float32)
    for row, one in enumerate(batch):
        size = len(one.hidden)
        hidden[row, :size] = one.hidden
        scores[row, :size] = one.scores[:, tail.columns]
        states[row, 1 : size - 1] = one.piece.tags[:, tail.tags]
        mask[row, :size] = 1.0
    return (
        torch.from_numpy(hidden),
        torch.from_numpy(scores),
        torch.from_numpy(states),
        torch.from_numpy(mask),
    )
