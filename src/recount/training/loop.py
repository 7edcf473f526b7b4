"""The loop: seeded, resumable, with a log; the same recipe gives the same batches."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import nn

from recount.training.batches import collate, schedule
from recount.training.losses import loss_of
from recount.training.network import Reader
from recount.training.targets import Piece

CHECKPOINT_EVERY = 300.0
"""Seconds between checkpoints."""
LOG_EVERY = 20
"""Steps between lines of the log."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a recipe: how often each set is read, and how fast is learned.

    ``encoder_rate`` and ``head_rate`` are AdamW's learning rates at their peak; they rise
    over ``warm`` of the steps and fall in a line to a twentieth.
    """

    name: str
    rounds: Mapping[str, float]
    encoder_rate: float = 1.5e-4
    head_rate: float = 8e-4
    warm: float = 0.06
    hidden: float = 0.1
    seed: int = 1


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
) -> bool:
    """Train one stage, going on from its checkpoint if there is one.

    Args:
        network: the network; it is changed.
        pieces: the windows of each set.
        stage: what is read how often.
        folder: where checkpoint and log lie.
        seconds: stop after so long, with a checkpoint.

    Returns:
        Whether the stage is complete.
    """
    batches = schedule(pieces, stage.rounds, stage.seed)
    optimiser = optimiser_of(network, stage)
    peak = [group["lr"] for group in optimiser.param_groups]
    step = _resume(network, optimiser, stage, folder)
    begun = saved = time.monotonic()
    losses: list[float] = []
    network.train()
    while step < len(batches):
        share = _rate(step / len(batches), stage.warm)
        for group, rate in zip(optimiser.param_groups, peak, strict=True):
            group["lr"] = rate * share
        batch = collate(batches[step], random.Random(f"{stage.seed}:{step}"), stage.hidden)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(batch.ids, batch.mask)
        loss = loss_of(network, scores, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        losses.append(float(loss.detach()))
        step += 1
        now = time.monotonic()
        if step % LOG_EVERY == 0 or step == len(batches):
            recent = losses[-LOG_EVERY:]
            _log(folder, stage, step, len(batches), sum(recent) / len(recent), now - begun)
        if now - saved > CHECKPOINT_EVERY or step == len(batches):
            _save(network, optimiser, stage, folder, step)
            saved = now
        if seconds is not None and now - begun > seconds:
            _save(network, optimiser, stage, folder, step)
            break
    return step >= len(batches)


def _rate(done: float, warm: float) -> float:
    return done / warm if done < warm else 1.0 - 0.95 * (done - warm) / (1.0 - warm)


def _resume(network: Reader, optimiser: torch.optim.AdamW, stage: Stage, folder: Path) -> int:
    path = folder / f"{stage.name}.pt"
    if not path.exists():
        return 0
    kept = torch.load(path, weights_only=True)
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
