"""Keeps the few channels with very large numbers out of an int8 model's feed-forward products.

One scale brings all numbers of a feed-forward layer to 8 bits. A few of its channels hold numbers
many times those of the rest, and make that scale coarse for all. They are worked out beside the
others in 32 bits and added, as in LLM.int8() (https://arxiv.org/abs/2208.07339), but for channels
that are chosen once, since they are the same whatever is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, helper, numpy_helper

from recount.training.shown import fed, shown

Floats = NDArray[np.float32]

APART = 8
"""Channels of a layer that are worked out apart, of 1,536 in the shipped model."""
APART_INTO, APART_BIAS, APART_OUT_OF = "_apart_into", "_apart_bias", "_apart_out_of"
"""Ends of the names of their weights: into the layer, its bias, and out of it."""
_INSIDE = "/intermediate/"
"""Part of the names of what lies between the two products of a feed-forward layer."""


def keep_outliers_apart(
    model: Path, windows: Sequence[NDArray[np.int64]], apart: int = APART
) -> None:
    """Rewrite an int8 model in place; what it gives stays the same but for rounding.

    Args:
        model: as ``quantize_dynamic`` writes it, all products of its layers in 8 bits.
        windows: ids of tokens, without marks, on which the largest numbers are looked for.
        apart: channels of each layer worked out in 32 bits.
    """
    told = onnx.load(str(model))
    layers = tuple(_layers(told))
    largest = _largest(told, [layer.middle.output[0] for layer in layers], windows)
    weights = _Weights(told)
    for layer, sizes in zip(layers, largest, strict=True):
        channels = np.sort(np.argsort(-sizes)[:apart])
        _split(told, weights, layer, channels)
    weights.write(told)
    del told.graph.value_info[:]  # shapes noted by the exporter, some of them now wrong
    onnx.save(told, str(model))


@dataclass(frozen=True, slots=True)
class _Product:
    """A product in 8 bits with its scaling: ``whole`` gives the result, ``scale`` by column."""

    integers: NodeProto
    whole: NodeProto
    scale: str

    @property
    def weight(self) -> str:
        return str(self.integers.input[1])

    @property
    def zero(self) -> str:
        return str(self.integers.input[3])


@dataclass(frozen=True, slots=True)
class _Layer:
    """A feed-forward layer: what it reads, its two products, and what lies between them."""

    source: str
    first: _Product
    middle: NodeProto
    second: _Product


def _layers(model: ModelProto) -> Iterator[_Layer]:
    makers = {made: node for node in model.graph.node for made in node.output}
    takers = {
        (node.op_type, taken): node for node in reversed(model.graph.node) for taken in node.input
    }
    for node in model.graph.node:
        if node.op_type != "BiasGelu" or _INSIDE not in node.output[0]:
            continue
        first = _product(makers, makers[makers[makers[node.input[0]].input[0]].input[0]], takers)
        rounded = takers["DynamicQuantizeLinear", node.output[0]].output[0]
        second = _product(makers, takers["MatMulInteger", rounded], takers)
        yield _Layer(makers[first.integers.input[0]].input[0], first, node, second)


def _product(
    makers: dict[str, NodeProto], integers: NodeProto, takers: dict[tuple[str, str], NodeProto]
) -> _Product:
    cast = takers["Cast", integers.output[0]]
    whole = takers["Mul", cast.output[0]]
    scales = next(makers[name] for name in whole.input if name != cast.output[0])
    scale = next(name for name in scales.input if name not in makers)
    return _Product(integers, whole, scale)


def _largest(
    model: ModelProto, names: Sequence[str], windows: Sequence[NDArray[np.int64]]
) -> list[Floats]:
    """Return the largest number that each channel of some results holds, whatever its sign."""
    session = shown(model, names)
    found: list[list[Floats]] = [[] for _ in names]
    for window in windows:
        told = session.run(list(names), fed(window))
        for kept, numbers in zip(found, told, strict=True):
            kept.append(np.abs(numbers[0]).max(axis=0))
    return [np.max(kept, axis=0) for kept in found]


class _Weights:
    """The weights of a model, to be read and changed."""

    def __init__(self, model: ModelProto) -> None:
        self._told = {one.name: one for one in model.graph.initializer}

    def read(self, name: str) -> NDArray[Any]:
        return np.asarray(numpy_helper.to_array(self._told[name]))

    def put(self, name: str, value: NDArray[Any]) -> str:
        self._told[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def floats(self, product: _Product) -> Floats:
        """Return the weights of a product as the numbers that they stand for."""
        steps = self.read(product.weight).astype(np.float32) - self.read(product.zero)
        return np.asarray(steps * self.read(product.scale), dtype=np.float32)

    def write(self, model: ModelProto) -> None:
        del model.graph.initializer[:]
        model.graph.initializer.extend(self._told.values())


def _split(
    model: ModelProto, weights: _Weights, layer: _Layer, channels: NDArray[np.int64]
) -> None:
    """Take channels out of a layer's products, and add what they give worked out in 32 bits."""
    first, second, middle = layer.first, layer.second, layer.middle
    bias = weights.read(middle.input[1])
    rest = np.setdiff1d(np.arange(len(bias)), channels)
    name = middle.output[0]
    into = weights.put(f"{name}{APART_INTO}", weights.floats(first)[:, channels])
    moved = weights.put(f"{name}{APART_BIAS}", bias[channels])
    out_of = weights.put(f"{name}{APART_OUT_OF}", weights.floats(second)[channels])
    name = f"{name}_apart"
    for one in (first.weight, first.scale, first.zero):
        weights.put(one, weights.read(one)[..., rest])
    weights.put(middle.input[1], bias[rest])
    weights.put(second.weight, weights.read(second.weight)[rest])
    result = second.whole.output[0]
    second.whole.output[0] = f"{name}_others"
    own = {"domain": middle.domain}
    added = (
        helper.make_node("MatMul", [layer.source, into], [f"{name}_read"], name=f"{name}_read"),
        helper.make_node(
            "BiasGelu", [f"{name}_read", moved], [f"{name}_bent"], name=f"{name}_bent", **own
        ),
        helper.make_node("MatMul", [f"{name}_bent", out_of], [f"{name}_told"], name=f"{name}_told"),
        helper.make_node("Add", [f"{name}_others", f"{name}_told"], [result], name=f"{name}_sum"),
    )
    at = next(i for i, node in enumerate(model.graph.node) if node.name == second.whole.name)
    for node in reversed(added):
        model.graph.node.insert(at + 1, node)
