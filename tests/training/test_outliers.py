"""A feed-forward layer with outliers apart gives the numbers of the one before, but nearer."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

pytestmark = pytest.mark.usefixtures("torch")

WIDTH, INNER, TOKENS, VOCABULARY = 16, 64, 40, 300
LOUD = (3, 40)
"""Channels whose numbers are far larger than those of the others."""


def numbers(seed: int = 3) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)
    first = chance.normal(size=(WIDTH, INNER))
    first[:, LOUD] *= 60
    told = {
        "words": chance.normal(size=(VOCABULARY, WIDTH)),
        "first": first,
        "bias": chance.normal(size=INNER),
        "second": chance.normal(size=(INNER, WIDTH)),
    }
    return {name: value.astype(np.float32) for name, value in told.items()}


@pytest.fixture
def models(tmp_path):
    """A float model with one feed-forward layer, and the same with products in 8 bits."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    from onnxruntime.quantization import QuantType, quantize_dynamic

    middle = "/layer.0/intermediate/out"
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["x"], name="look"),
        helper.make_node("MatMul", ["x", "first"], ["wide"], name="first_product"),
        helper.make_node(
            "BiasGelu", ["wide", "bias"], [middle], name="bent", domain="com.microsoft"
        ),
        helper.make_node("MatMul", [middle, "second"], ["scores"], name="second_product"),
    ]
    ids, shape = ["windows", "tokens"], ["windows", "tokens", WIDTH]
    graph = helper.make_graph(
        nodes,
        "part",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ids) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(value, name) for name, value in numbers().items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    whole, small = tmp_path / "whole.onnx", tmp_path / "small.onnx"
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), str(whole))
    quantize_dynamic(
        whole,
        small,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    return whole, small


def told(path, ids):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(["scores"], {"ids": ids, "mask": np.ones_like(ids)})[0]


def windows(seed: int) -> list[np.ndarray]:
    chance = np.random.default_rng(seed)
    return [chance.integers(0, VOCABULARY, TOKENS).astype(np.int64) for _ in range(5)]


def errors(whole, small) -> float:
    ids = np.stack(windows(11))
    return float(np.abs(told(whole, ids) - told(small, ids)).mean())


def test_outliers_apart_bring_the_scores_nearer_to_the_float_models(models):
    from recount.training.outliers import keep_outliers_apart

    whole, small = models
    before = errors(whole, small)
    keep_outliers_apart(small, windows(5), apart=len(LOUD))
    assert errors(whole, small) < before / 3


def test_the_channels_with_the_largest_numbers_are_taken_out_of_the_small_products(models):
    import onnx
    from onnx import numpy_helper

    from recount.training.outliers import keep_outliers_apart

    _, small = models
    keep_outliers_apart(small, windows(5), apart=len(LOUD))
    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(small)).graph.initializer}
    (into,) = (value for name, value in kept.items() if name.endswith("_apart_into"))
    (rest,) = (value for name, value in kept.items() if value.shape == (WIDTH, INNER - len(LOUD)))
    assert into.shape == (WIDTH, len(LOUD))
    assert np.abs(into - numbers()["first"][:, LOUD]).max() < np.abs(into).max() / 100
    assert rest.dtype == np.int8
