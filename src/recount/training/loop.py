"""The loop: seeded, resumable, with a log; the same recipe gives the same batches."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import torch
from torch import nn

from recount.model import RecountError
from recount.training.batches import collate
from recount.training.losses import loss_of
from recount.training.network import Reader
from recount.training.recipe import Stage
from recount.training.schedule import schedule
from recount.training.targets import Piece

CHECKPOINT_EVERY = 300.0
"""Seconds between checkpoints."""
LOG_EVERY = 20
"""Steps between lines of the log."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: steps done, steps it has, and the loss of each step of this call."""

    step: int
    steps: int
    losses: tuple[float, ...]

    @property
    def complete(self) -> bool:
        """Whether the stage is trained to its end."""
        return self.step >= self.steps


@cache
def has_fast_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 by itself.

    Where it does (AVX-512 BF16 or AMX), a step takes half the time; where it does not,
    PyTorch imitates it, and a step takes three times as long as with 32 bits.
    """
    return bool(torch.cpu._is_avx512_bf16_supported())  # noqa: SLF001 - PyTorch has no public name


def optimiser_of(network: Reader, stage: Stage) -> torch.optim.AdamW:
    """Return AdamW with a rate for the encoder and one for the heads."""
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    return torch.optim.AdamW(
        [
            {"params": [p for p in encoder if p.requires_grad], "lr": stage.encoder_rate},
            {"params": heads, "lr": stage.head_rate},
        ],
        weight_decay=0.01,
    )


def train_stage(
    network: Reader,
    pieces: Mapping[str, Sequence[Piece]],
    stage: Stage,
    folder: Path,
    *,
    seconds: float | None = None,
    log_every: int = LOG_EVERY,
) -> Progress:
    """Train one stage, going on from its checkpoint if there is one.

    Args:
        network: the network; it is changed.
        pieces: the windows of each set.
        stage: what is read how often.
        folder: where checkpoint and log lie.
        seconds: stop after so long, with a checkpoint; at least one step is made.
        log_every: steps between lines of the log.

    Returns:
        How far the stage is.

    Raises:
        RecountError: the checkpoint is of another recipe.
    """
    batches = schedule(pieces, stage.rounds, stage.seed)
    last = len(batches) if stage.most_steps is None else min(stage.most_steps, len(batches))
    optimiser = optimiser_of(network, stage)
    peak = [float(group["lr"]) for group in optimiser.param_groups]
    step = _resume(network, optimiser, stage, folder)
    begun = saved = time.monotonic()
    losses: list[float] = []
    network.train()
    while step < last:
        _set_rates(optimiser, peak, _rate(step / len(batches), stage.warm))
        losses.append(_step(network, optimiser, batches[step], stage, step))
        step += 1
        now = time.monotonic()
        spent = seconds is not None and now - begun > seconds
        if step % log_every == 0 or step == last or spent:
            recent = losses[-log_every:]
            _log(folder, stage, step, last, sum(recent) / len(recent), now - begun)
        if now - saved > CHECKPOINT_EVERY or step == last or spent:
            _save(network, optimiser, stage, folder, step)
            saved = now
        if spent:
            break
    return Progress(step, last, tuple(losses))


def _step(
    network: Reader,
    optimiser: torch.optim.AdamW,
    pieces: Sequence[Piece],
    stage: Stage,
    step: int,
) -> float:
    """Learn from one batch; all chance hangs on seed and step, so that resuming changes nothing."""
    key = f"{stage.seed}:{step}"
    hidden = random.Random(key)  # noqa: S311 - chance that can be repeated, no secret
    torch.manual_seed(random.Random(f"drop:{key}").getrandbits(63))  # noqa: S311 - likewise
    batch = collate(pieces, hidden, stage.hidden)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bfloat16()):
        scores = network(batch.ids, batch.mask)
    loss = loss_of(network, scores, batch)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(loss.detach())


def _set_rates(optimiser: torch.optim.AdamW, peak: Sequence[float], share: float) -> None:
    for group, rate in zip(optimiser.param_groups, peak, strict=True):
        group["lr"] = rate * share


def _rate(done: float, warm: float) -> float:
    return done / warm if done < warm else 1.0 - 0.95 * (done - warm) / (1.0 - warm)


def _resume(network: Reader, optimiser: torch.optim.AdamW, stage: Stage, folder: Path) -> int:
    path = folder / f"{stage.name}.pt"
    if not path.exists():
        return 0
    kept = torch.load(path, weights_only=True)
    if json.loads(kept["stage"]) != asdict(stage):
        raise RecountError(
            f"The checkpoint {path} is of another recipe or seed; remove {folder} to begin anew."
        )
    network.load_state_dict(kept["network"])
    optimiser.load_state_dict(kept["optimiser"])
    return int(kept["step"])


def _save(
    network: Reader, optimiser: torch.optim.AdamW, stage: Stage, folder: Path, step: int
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stage.name}.pt"
    fresh = path.with_suffix(".new")
    torch.save(
        {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "step": step,
            "stage": json.dumps(asdict(stage)),
        },
        fresh,
    )
    fresh.replace(path)  # a kill between leaves the earlier checkpoint whole


def _log(folder: Path, stage: Stage, step: int, steps: int, loss: float, seconds: float) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log.jsonl").open("a", encoding="utf-8") as stream:
        row = {
            "stage": stage.name,
            "step": step,
            "of": steps,
            "loss": round(loss, 4),
            "seconds": round(seconds),
        }
        stream.write(json.dumps(row) + "\n")
