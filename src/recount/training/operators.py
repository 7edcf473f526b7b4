"""Rewrites the exported model with the operators that onnxruntime runs fastest.

The numbers stay the same but for rounding: attention is worked out block by block (as in
FlashAttention, https://arxiv.org/abs/2205.14135, which ``MultiHeadAttention`` does on CPUs),
and a sum with the norm after it as two operators, whose norm is vectorised.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

_MICROSOFT = "com.microsoft"
_PARTS = ("query", "key", "value")


def quicken(model: Path) -> None:
    """Rewrite an int8 model in place.

    Windows are read one by one, without filling: attention no longer looks at the mask.

    Args:
        model: as ``quantize_dynamic`` writes it, with fused attention and norms.
    """
    told = onnx.load(str(model))
    weights = {one.name: one for one in told.graph.initializer}
    nodes = [new for old in told.graph.node for new in _rewritten(old, weights)]
    del told.graph.node[:]
    told.graph.node.extend(nodes)
    del told.graph.initializer[:]
    told.graph.initializer.extend(weights.values())
    onnx.save(told, str(model))


def _rewritten(node: NodeProto, weights: dict[str, TensorProto]) -> Iterator[NodeProto]:
    if node.op_type == "QAttention":
        return _attention(node, weights)
    if node.op_type == "SkipLayerNormalization":
        return _norm(node)
    return iter((node,))


def _attention(node: NodeProto, weights: dict[str, TensorProto]) -> Iterator[NodeProto]:
    """Yield three products for queries, keys and values, and attention over them."""
    x, weight, bias, x_scale, weight_scale, _, x_zero, weight_zero = list(node.input)[:8]
    (told,) = node.output
    cut = {name: _thirds(weights, name) for name in (weight, bias, weight_scale, weight_zero)}
    for at, part in enumerate(_PARTS):
        yield helper.make_node(
            "MatMulIntegerToFloat",
            [
                x,
                cut[weight][at],
                x_scale,
                cut[weight_scale][at],
                x_zero,
                cut[weight_zero][at],
                cut[bias][at],
            ],
            [f"{told}_{part}"],
            name=f"{node.name}_{part}",
            domain=_MICROSOFT,
        )
    yield helper.make_node(
        "MultiHeadAttention",
        [f"{told}_{part}" for part in _PARTS],
        [told],
        name=f"{node.name}_heads",
        domain=_MICROSOFT,
        num_heads=_attribute(node, "num_heads").i,
    )


def _thirds(weights: dict[str, TensorProto], name: str) -> list[str]:
    """Replace a weight by the thirds of its last axis; return their names."""
    whole = numpy_helper.to_array(weights.pop(name))
    names = [f"{name}_{part}" for part in _PARTS]
    for named, part in zip(names, np.split(whole, len(_PARTS), axis=-1), strict=True):
        weights[named] = numpy_helper.from_array(np.ascontiguousarray(part), named)
    return names


def _norm(node: NodeProto) -> Iterator[NodeProto]:
    """Yield the sums of a skipping norm one by one, then the norm."""
    left, right, scale, shift, *bias = node.input
    (told,) = node.output
    yield helper.make_node("Add", [left, right], [f"{told}_sum"], name=f"{node.name}_sum")
    summed = f"{told}_sum"
    for one in filter(None, bias):
        yield helper.make_node("Add", [summed, one], [f"{told}_all"], name=f"{node.name}_all")
        summed = f"{told}_all"
    yield helper.make_node(
        "LayerNormalization",
        [summed, scale, shift],
        [told],
        name=f"{node.name}_norm",
        axis=-1,
        epsilon=_attribute(node, "epsilon").f,
    )


def _attribute(node: NodeProto, name: str) -> onnx.AttributeProto:
    return next(one for one in node.attribute if one.name == name)
