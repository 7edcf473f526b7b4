"""The rewritten model gives the numbers of the model before it."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

pytestmark = pytest.mark.usefixtures("torch")

HEADS, WIDTH, TOKENS = 4, 32, 50


@pytest.fixture
def model(tmp_path):
    """A file with one quantized attention and one skipping norm with a bias."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    chance = np.random.default_rng(5)
    weights = {
        "weight": chance.integers(-90, 90, (WIDTH, 3 * WIDTH)).astype(np.int8),
        "bias": chance.normal(size=3 * WIDTH).astype(np.float32),
        "weight_scale": chance.uniform(0.005, 0.02, 3 * WIDTH).astype(np.float32),
        "weight_zero": np.zeros(3 * WIDTH, dtype=np.int8),
        "scale": chance.normal(size=WIDTH).astype(np.float32),
        "shift": chance.normal(size=WIDTH).astype(np.float32),
        "added": chance.normal(size=WIDTH).astype(np.float32),
    }
    attention = [
        "small",
        "weight",
        "bias",
        "x_scale",
        "weight_scale",
        "",
        "x_zero",
        "weight_zero",
    ]
    own = "com.microsoft"
    nodes = [
        helper.make_node("DynamicQuantizeLinear", ["x"], ["small", "x_scale", "x_zero"]),
        helper.make_node(
            "QAttention", attention, ["seen"], name="attention", domain=own, num_heads=HEADS
        ),
        helper.make_node(
            "SkipLayerNormalization",
            ["seen", "x", "scale", "shift", "added"],
            ["y"],
            name="norm",
            domain=own,
            epsilon=1e-12,
        ),
    ]
    shape = [1, None, WIDTH]
    graph = helper.make_graph(
        nodes,
        "part",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(value, name) for name, value in weights.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(own, 1)]
    path = tmp_path / "part.onnx"
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), str(path))
    return path


def run(path):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    x = np.random.default_rng(6).normal(size=(1, TOKENS, WIDTH)).astype(np.float32)
    return session.run(["y"], {"x": x})[0]


def test_the_numbers_stay_the_same(model):
    from recount.training.operators import quicken

    before = run(model)
    quicken(model)
    assert np.allclose(run(model), before, atol=1e-4)


def test_no_slow_operator_is_left(model):
    import onnx

    from recount.training.operators import quicken

    quicken(model)
    kinds = {node.op_type for node in onnx.load(str(model)).graph.node}
    assert kinds.isdisjoint({"QAttention", "SkipLayerNormalization"})
    assert "MultiHeadAttention" in kinds


def test_a_model_without_such_operators_is_left_alone(model):
    from recount.training.operators import quicken

    quicken(model)
    once = run(model)
    quicken(model)
    assert (run(model) == once).all()
