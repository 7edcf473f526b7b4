"""A whole training: material, stages, export, check, papers, and only then the new model."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch

from recount.model import RecountError
from recount.resources.encoder.digests import sha256_of, write_digests
from recount.resources.encoder.pairs import load_tables
from recount.resources.encoder.products import PROBE
from recount.resources.encoder.session import MODEL, PAIRS, SHIPPED, VOCABULARY, Encoder
from recount.resources.encoder.tokenise import WordPieces
from recount.training.card import CARD, Trained, amend_papers, write_papers
from recount.training.check import Comparison, ModelScores, compare, require_close, scores_of
from recount.training.example import Example
from recount.training.export import export
from recount.training.exported import load_exported
from recount.training.loop import LOG_EVERY, train_stage
from recount.training.material import (
    dev_examples,
    own_examples,
    public_examples,
    sizes,
    windows_by_set,
)
from recount.training.network import Reader, start_network
from recount.training.recipe import SMOKE_PASSAGES, START, Recipe
from recount.training.start_weights import start_weights
from recount.training.tail import train_tail
from recount.training.tail_graph import attach_tail, read_windows
from recount.training.targets import Piece, pieces_of

DECODING = "decoding.json"
MATERIAL = "material.json"
"""Windows and tokens of each set, kept so that a training goes on with what it began with."""
MOST_BYTES = 30_000_000
"""What the package may carry."""
TAIL = "tail"
"""What the training of a tail alone is called."""

Windows = Mapping[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be trained.

    Attributes:
        recipe: stages and seeds.
        corpora: folder of the project's own corpora.
        data: folder of the shared data; ``None``: a smoke training, on passages alone.
        out: folder of the new model; it is replaced when all is done.
        command: how this was called, for the model card.
        resume: go on with a training that was stopped.
        seconds: stop after so many seconds of training, with a checkpoint.
        threads: processor threads.
        tail_of: folder of a model whose tail alone is trained; ``None``: all is.
        start_of: folder of a model from whose weights the training begins; ``None``: from the
            start weights, with fresh heads.
    """

    recipe: Recipe
    corpora: Path
    data: Path | None
    out: Path
    command: str
    resume: bool = False
    seconds: float | None = None
    threads: int = 2
    tail_of: Path | None = None
    start_of: Path | None = None

    @property
    def work(self) -> Path:
        """Folder of checkpoints and log, beside the new model."""
        return self.out.with_name(f"{self.out.name}.work")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a training ended.

    ``compared`` is ``None`` when it was stopped before its end, or trained a tail alone;
    ``tailed`` is how the model reads with its tail, if it has one.
    """

    step: int
    steps: int
    stage: str
    compared: Comparison | None
    tailed: ModelScores | None = None


def train(plan: Plan, tell: Callable[[str], None]) -> Outcome:
    """Train by a recipe, export, check, and put the new model in place.

    Args:
        plan: what is to be trained.
        tell: gets a line for each part of the work.

    Raises:
        RecountError: an unfinished training is in the way, start weights or material are not
            what they must be, or the exported model fails its check; ``out`` is then as before.
    """
    if plan.tail_of is not None:
        return _train_tail_alone(plan, plan.tail_of, tell)
    _require_free(plan)
    if plan.start_of is not None:
        _require_model(plan.start_of)
    weights = start_weights()
    torch.set_num_threads(plan.threads)
    tokenise = WordPieces(weights / VOCABULARY)
    windows = windows_by_set(_examples(plan), tokenise)
    _keep_material(plan, windows)
    tell(f"Windows and tokens of each set: {sizes(windows)}")
    torch.manual_seed(plan.recipe.seed)
    network = start_network(weights)
    if plan.start_of is not None:
        load_exported(network, plan.start_of)
    torch.save({"network": network.state_dict()}, _averages(plan, START))
    tell(f"The log is {plan.work / 'log.jsonl'}.")
    steps, stopped = train_stages(plan, network, windows)
    if stopped is not None:
        return stopped
    tell("Export.")
    seen = [piece.ids for piece in windows["passages"]]
    export(network, weights / VOCABULARY, plan.work / "export", seen)
    checked = [p for example in _checked(plan) for p in pieces_of(example, tokenise)]
    compared = compare(plan.work / "export", checked, plan.threads)
    if plan.data is not None:  # the smoke training decides by chance, and so would its check
        require_close(compared)
    tailed = _add_tail(plan, windows, checked, tell)
    fresh = _gather(plan, windows, steps, compared, tailed)
    _require_runs(fresh)
    put_in_place(fresh, plan.out)
    last = plan.recipe.stages[-1].name
    return Outcome(steps[last], steps[last], last, compared, tailed)


def _add_tail(
    plan: Plan, windows: Windows, checked: Sequence[Piece], tell: Callable[[str], None]
) -> ModelScores | None:
    """Train the recipe's tail on the exported model and put it in; return how well it reads."""
    stage, folder = plan.recipe.tail, plan.work / "export"
    if stage is None:
        return None
    tell("Tail: the exported model reads the windows.")
    read = {
        name: read_windows(folder / MODEL, pieces, plan.threads)
        for name, pieces in windows.items()
        if stage.rounds.get(name, 0.0) > 0.0
    }
    attach_tail(folder / MODEL, train_tail(read, stage, tell), stage.tags)
    return scores_of(folder / MODEL, load_tables(folder / PAIRS), checked, plan.threads)


def _train_tail_alone(plan: Plan, model: Path, tell: Callable[[str], None]) -> Outcome:
    """Give a model a new tail; encoder and heads stay as they are."""
    if plan.recipe.tail is None:
        raise RecountError(f"The recipe {plan.recipe.name} has no tail.")
    _require_model(model)
    _require_no_other(plan)
    torch.set_num_threads(plan.threads)
    exported = plan.work / "export"
    shutil.rmtree(exported, ignore_errors=True)
    shutil.copytree(model, exported)
    tokenise = WordPieces(exported / VOCABULARY)
    windows = windows_by_set(_examples(plan), tokenise)
    tell(f"Windows and tokens of each set: {sizes(windows)}")
    checked = [p for example in _checked(plan) for p in pieces_of(example, tokenise)]
    tailed = _add_tail(plan, windows, checked, tell)
    version = f"{plan.recipe.name}-{sha256_of(exported / MODEL)[:12]}"
    amend_papers(exported, plan.recipe.tail, version, plan.command, tailed)
    write_digests(exported)
    _require_runs(exported)
    put_in_place(exported, plan.out)
    return Outcome(0, 0, TAIL, None, tailed)


def _examples(plan: Plan) -> Iterator[Example]:
    if plan.data is None:
        return islice(own_examples(None, plan.corpora), SMOKE_PASSAGES)
    return _all_examples(plan.data, plan.corpora)


def _all_examples(data: Path, corpora: Path) -> Iterator[Example]:
    yield from public_examples(data, corpora / "standoff")
    yield from own_examples(data, corpora)


def _checked(plan: Plan) -> Iterator[Example]:
    """Yield what the exported models are held against each other on."""
    if plan.data is None:
        yield from _examples(plan)
        return
    yield from own_examples(None, plan.corpora)
    yield from dev_examples(plan.data)


def _require_model(folder: Path) -> None:
    """Make sure, before hours are spent, that a folder holds all that is asked of it later."""
    for name in (MODEL, PAIRS, CARD):
        if not (folder / name).is_file():
            raise RecountError(f"{folder} holds no model to go on from: it has no {name}.")


def _require_free(plan: Plan) -> None:
    _require_no_other(plan)
    begun = plan.work.is_dir() and any(plan.work.glob("*.pt"))
    if begun and not plan.resume:
        raise RecountError(
            f"{plan.work} holds an unfinished training: --resume goes on with it, or remove it."
        )


def _require_no_other(plan: Plan) -> None:
    if plan.out.is_dir() and any(plan.out.iterdir()) and not (plan.out / MODEL).exists():
        raise RecountError(f"{plan.out} holds something other than a model; name another folder.")


def _keep_material(plan: Plan, windows: Windows) -> None:
    path = plan.work / MATERIAL
    told = sizes(windows) + "\n"
    if path.exists() and plan.resume:
        if path.read_text(encoding="utf-8") != told:
            raise RecountError(
                f"The corpora or the data have changed since the training in {plan.work} began;"
                " remove it to begin anew."
            )
        return
    plan.work.mkdir(parents=True, exist_ok=True)
    path.write_text(told, encoding="utf-8")


def train_stages(
    plan: Plan, network: Reader, windows: Windows
) -> tuple[dict[str, int], Outcome | None]:
    """Train all stages; return the steps of each, and how far it came if time ran out.

    Each stage starts from the weights that the one before it left: averages, where it makes them.
    """
    steps: dict[str, int] = {}
    begun = time.monotonic()
    for stage in plan.recipe.stages:
        spent = time.monotonic() - begun
        left = None if plan.seconds is None else max(0.0, plan.seconds - spent)
        every = LOG_EVERY if plan.data is not None else 1
        done = train_stage(network, windows, stage, plan.work, seconds=left, log_every=every)
        steps[stage.name] = done.step
        if not done.complete:
            return steps, Outcome(done.step, done.steps, stage.name, None)
        if len(stage.averaged) > 0:
            average_with(network, {_left(plan, n): share for n, share in stage.averaged.items()})
            torch.save({"network": network.state_dict()}, _averages(plan, stage.name))
        if plan.data is None and plan.start_of is None:  # what has learned them loses no more
            _require_fell(done.losses)
    return steps, None


def _averages(plan: Plan, stage: str) -> Path:
    return plan.work / f"{stage}.averaged.pt"


def _left(plan: Plan, stage: str) -> Path:
    """Return the file of the weights that a stage left: the averages, where it made them."""
    averages = _averages(plan, stage)
    return averages if averages.exists() else plan.work / f"{stage}.pt"


def average_with(network: Reader, checkpoints: Mapping[Path, float]) -> None:
    """Set a network's weights to the mean of its own and those of some checkpoints.

    Args:
        network: it is changed.
        checkpoints: files of other weights, and how much each counts of 1.
    """
    own = network.state_dict()
    mean = {name: (1.0 - sum(checkpoints.values())) * value for name, value in own.items()}
    for path, share in checkpoints.items():
        other = torch.load(path, weights_only=True)["network"]
        mean = {name: value + share * other[name] for name, value in mean.items()}
    network.load_state_dict(mean)


def _require_fell(losses: tuple[float, ...]) -> None:
    part = max(1, len(losses) // 4)
    if len(losses) > 1 and sum(losses[-part:]) >= sum(losses[:part]):
        raise RecountError("The loss did not fall, so that the network did not learn.")


def _gather(
    plan: Plan,
    windows: Windows,
    steps: Mapping[str, int],
    compared: Comparison,
    tailed: ModelScores | None,
) -> Path:
    """Bring together all that the package carries, in a folder of its own."""
    exported, fresh = plan.work / "export", plan.work / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name in (MODEL, PAIRS, VOCABULARY, PROBE):
        shutil.copyfile(exported / name, fresh / name)
    version = f"{plan.recipe.name}-{sha256_of(fresh / MODEL)[:12]}"
    # Thresholds are chosen on dev parts after a training; until then the shipped ones are nearest.
    thresholds = json.loads((SHIPPED / DECODING).read_text(encoding="utf-8"))
    told = json.dumps({**thresholds, "version": version}, indent=1) + "\n"
    (fresh / DECODING).write_text(told, encoding="utf-8")
    before = "" if plan.start_of is None else (plan.start_of / CARD).read_text(encoding="utf-8")
    trained = Trained(plan.recipe, plan.command, version, windows, steps, compared, tailed, before)
    write_papers(trained, fresh)
    write_digests(fresh)
    return fresh


def _require_runs(folder: Path) -> None:
    """Make sure that the new model is small enough and reads a sentence."""
    size = sum(path.stat().st_size for path in folder.iterdir())
    if size > MOST_BYTES:
        raise RecountError(f"The model has {size / 1e6:.1f} MB, more than the package may carry.")
    reading = Encoder(folder, threads=1).read("A bomb killed two guards in Port Vell on Monday.")
    if len(reading.tokens) == 0 or not bool((reading.tags >= 0).all()):
        raise RecountError("The exported model gives scores that are no numbers.")


def put_in_place(fresh: Path, target: Path) -> None:
    """Replace a folder by another; a kill between leaves the old one as ``NAME.old``."""
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
