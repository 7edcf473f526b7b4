"""A tail in an exported model gives what it gave in training, and can be replaced."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

pytest.importorskip(
    "torch", reason="NOT RUN: PyTorch is not installed (the extra train; make smoke-train)"
)

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from recount.model import RecountError
from recount.resources.encoder.labels import STATES, TAGS
from recount.resources.encoder.tokenise import CLS, SEP
from recount.training.network import HIDDEN
from recount.training.tail import Tail, columns_of
from recount.training.tail_graph import attach_tail, read_windows
from recount.training.targets import Piece

COLUMNS = STATES * len(TAGS)
VOCABULARY = 200
NONE = np.zeros((0, 9), dtype=np.int64)


def made(path, *, norm: bool = True):
    """A small model of the exported form: words, a norm, scores of tags and five others."""
    chance = np.random.default_rng(1)
    shapes = {"words": (VOCABULARY, HIDDEN), "heads": (HIDDEN, COLUMNS), "rest": (HIDDEN, 5)}
    weights = {
        name: chance.normal(size=size).astype(np.float32) / 10 for name, size in shapes.items()
    }
    weights |= {
        "scale": np.ones(HIDDEN, dtype=np.float32),
        "shift": np.zeros(HIDDEN, dtype=np.float32),
    }
    last = (
        helper.make_node("LayerNormalization", ["x", "scale", "shift"], ["last"], axis=-1)
        if norm
        else helper.make_node("Identity", ["x"], ["last"])
    )
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["x"]),
        last,
        helper.make_node("MatMul", ["last", "heads"], ["tags"]),
        helper.make_node("MatMul", ["last", "rest"], ["others"]),
        helper.make_node("Concat", ["tags", "others"], ["scores"], axis=-1),
    ]
    ids, shape = ["windows", "tokens"], ["windows", "tokens", COLUMNS + 5]
    graph = helper.make_graph(
        nodes,
        "part",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ids) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(value, name) for name, value in weights.items()],
    )
    opset = helper.make_opsetid("", 17)
    onnx.save(helper.make_model(graph, opset_imports=[opset], ir_version=8), str(path))
    return path


def tail_of(seed: int, *tags: str) -> Tail:
    torch.manual_seed(seed)
    tail = Tail(tags, 16, 3).eval()
    torch.nn.init.normal_(tail.out.weight)
    return tail


def piece(tokens: int = 30) -> Piece:
    ids = np.random.default_rng(4).integers(0, VOCABULARY, tokens)
    return Piece("made", ids, np.zeros((tokens, len(TAGS)), dtype=np.int8), {}, NONE, NONE)


def scores(model) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    ids = np.concatenate(([CLS], piece().ids, [SEP]))[None].astype(np.int64)
    return session.run(["scores"], {"ids": ids, "mask": np.ones_like(ids)})[0][0]


def test_the_model_adds_what_the_tail_adds(tmp_path):
    model, tail = made(tmp_path / "m.onnx"), tail_of(3, "cue", "toponym")
    before = scores(model)
    hidden = torch.from_numpy(read_windows(model, [piece()], 1)[0].hidden.astype(np.float32))[None]
    with torch.no_grad():
        added = tail(hidden, torch.ones(hidden.shape[:2]))[0].numpy()
    attach_tail(model, tail, ("cue", "toponym"))
    found = (scores(model) - before)[:, tail.columns]
    assert np.abs(found - added).max() < 0.05 * np.abs(added).max()


def test_all_other_scores_stay_as_they_are(tmp_path):
    model, tail = made(tmp_path / "m.onnx"), tail_of(3, "cue")
    before = scores(model)
    attach_tail(model, tail, ("cue",))
    others = [at for at in range(COLUMNS + 5) if at not in tail.columns]
    assert (scores(model)[:, others] == before[:, others]).all()
    assert (scores(model) != before).any()


def test_what_is_learned_beside_stays_out_of_the_model(tmp_path):
    model, tail = made(tmp_path / "m.onnx"), tail_of(3, "toponym", "cue")
    before = scores(model)
    attach_tail(model, tail, ("cue",))
    changed = np.flatnonzero((scores(model) != before).any(axis=0))
    assert changed.tolist() == columns_of(["cue"])


def test_a_second_tail_takes_the_place_of_the_first(tmp_path):
    one, two = made(tmp_path / "one.onnx"), made(tmp_path / "two.onnx")
    attach_tail(one, tail_of(3, "cue"), ("cue",))
    attach_tail(one, tail_of(8, "place"), ("place",))
    attach_tail(two, tail_of(8, "place"), ("place",))
    assert (scores(one) == scores(two)).all()
    assert one.stat().st_size == two.stat().st_size


def test_windows_are_read_without_the_tail_that_a_model_has(tmp_path):
    model = made(tmp_path / "m.onnx")
    (before,) = read_windows(model, [piece()], 1)
    attach_tail(model, tail_of(3, "cue"), ("cue",))
    (after,) = read_windows(model, [piece()], 1)
    assert (after.scores == before.scores).all()
    assert after.hidden.shape == (32, HIDDEN)


def test_a_model_of_another_form_is_refused(tmp_path):
    with pytest.raises(RecountError, match="no norms"):
        attach_tail(made(tmp_path / "m.onnx", norm=False), tail_of(3, "cue"), ("cue",))
