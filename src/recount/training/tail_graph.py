"""A tail in an exported model: what it reads is run out of the file, what it learned written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from recount.model import RecountError
from recount.resources.encoder.labels import STATES, TAGS
from recount.training.shown import fed, shown
from recount.training.tail import Read, Tail, columns_of
from recount.training.targets import Piece

_PREFIX = "tail_"
"""What the names of a tail's nodes and weights begin with."""
_NORM = "LayerNormalization"
_SCORES = "scores"
_TAG_COLUMNS = STATES * len(TAGS)


def read_windows(model: Path, pieces: Sequence[Piece], threads: int) -> list[Read]:
    """Return what an exported model says of windows, each read by itself.

    Args:
        model: the ONNX file; a tail that it has is left out.
        pieces: windows.
        threads: windows that are read beside each other.

    Raises:
        RecountError: the model is not of the exported form.
    """
    told = without_tail(onnx.load(str(model)))
    last = _last_layer(told)
    session = shown(told, [last])

    def read(piece: Piece) -> Read:
        hidden, scores = session.run([last, _SCORES], fed(piece.ids))
        return Read(
            piece,
            hidden[0].astype(np.float16),
            scores[0, :, :_TAG_COLUMNS].astype(np.float16),
        )

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(read, pieces))


def attach_tail(model: Path, tail: Tail, tags: Sequence[str]) -> None:
    """Write a tail into an exported model in place; one that it had is replaced.

    Args:
        model: the ONNX file, as ``export`` writes it.
        tail: trained.
        tags: those to whose scores it adds in the model, some or all of its own.

    Raises:
        RecountError: the model is not of the exported form.
    """
    told = without_tail(onnx.load(str(model)))
    last, whole = _last_layer(told), _maker(told, _SCORES)
    weights = _weights(tail, tags)
    nodes = [
        *(node for name, value in weights.items() if value.ndim > 1 for node in _unpacked(name)),
        *_nodes(len(tail.layers), last),
        _node("Add", [whole.input[0], f"{_PREFIX}added"], f"{_PREFIX}marks"),
    ]
    whole.input[0] = f"{_PREFIX}marks"
    at = list(told.graph.node).index(whole)
    for node in reversed(nodes):
        told.graph.node.insert(at, node)
    for name, value in weights.items():
        told.graph.initializer.extend(
            _packed(name, value) if value.ndim > 1 else _kept(name, value)
        )
    onnx.save(told, str(model))


def _packed(name: str, value: NDArray[np.float32]) -> list[TensorProto]:
    """Return a matrix as numbers of 8 bits and a scale for each of its outputs.

    They become floats again when the model is loaded: it is the file that has to be small.
    """
    inputs = 0 if name in _MATRICES else tuple(range(1, value.ndim))
    scale = np.abs(value).max(axis=inputs, keepdims=True) / _STEPS
    scale = np.where(scale > 0.0, scale, 1.0).astype(np.float32)
    steps = np.round(value / scale).astype(np.int8)
    return [*_kept(f"{name}_steps", steps), *_kept(f"{name}_scale", scale)]


def _unpacked(name: str) -> Iterator[NodeProto]:
    p = f"{_PREFIX}{name}"
    yield _node("Cast", [f"{p}_steps"], f"{p}_floats", to=TensorProto.FLOAT)
    yield _node("Mul", [f"{p}_floats", f"{p}_scale"], p)


def _kept(name: str, value: NDArray[Any]) -> list[TensorProto]:
    return [numpy_helper.from_array(value, f"{_PREFIX}{name}")]


_MATRICES = frozenset({"read", "out"})
"""Weights whose outputs are columns; those of convolutions are rows."""
_STEPS = 127


def without_tail(model: ModelProto) -> ModelProto:
    """Return a copy of a model without the tail that it may have.

    Raises:
        RecountError: the model is not of the exported form.
    """
    told = ModelProto()
    told.CopyFrom(model)
    whole = _maker(told, _SCORES)
    if not whole.input[0].startswith(_PREFIX):
        return told
    whole.input[0] = _maker(told, whole.input[0]).input[0]
    for kept in (told.graph.node, told.graph.initializer):
        rest = [one for one in kept if not one.name.startswith(_PREFIX)]
        del kept[:]
        kept.extend(rest)
    return told


def _maker(model: ModelProto, name: str) -> NodeProto:
    found = next((node for node in model.graph.node if name in node.output), None)
    if found is None:
        raise RecountError(f"The model gives no {name!r}, so that no tail can be put to it.")
    return found


def _last_layer(model: ModelProto) -> str:
    """Return the name of what the encoder's last norm gives."""
    norms = [node for node in model.graph.node if node.op_type == _NORM]
    if len(norms) == 0:
        raise RecountError("The model has no norms, so that no tail can be put to it.")
    return str(norms[-1].output[0])


def _weights(tail: Tail, tags: Sequence[str]) -> dict[str, NDArray[np.float32]]:
    """Return the weights by name; those of the result are for all tags, most of them nought."""
    kept = {name: value.detach().float().numpy() for name, value in tail.state_dict().items()}
    out = np.zeros((kept["read.weight"].shape[0], _TAG_COLUMNS), dtype=np.float32)
    out_bias = np.zeros(_TAG_COLUMNS, dtype=np.float32)
    for column in columns_of(tags):
        at = tail.columns.index(column)
        out[:, column] = kept["out.weight"][at]
        out_bias[column] = kept["out.bias"][at]
    told = {
        "read": np.ascontiguousarray(kept["read.weight"].T),
        "read_bias": kept["read.bias"],
        "out": out,
        "out_bias": out_bias,
    }
    for at in range(len(tail.layers)):
        told[f"layer_{at}"] = kept[f"layers.{at}.weight"]
        told[f"layer_{at}_bias"] = kept[f"layers.{at}.bias"]
    return told


def _nodes(depth: int, last: str) -> Iterator[NodeProto]:
    p = _PREFIX
    yield _node("MatMul", [last, f"{p}read"], f"{p}read_product")
    yield _node("Add", [f"{p}read_product", f"{p}read_bias"], f"{p}read_sum")
    yield _node("Relu", [f"{p}read_sum"], f"{p}read_bent")
    yield _node("Transpose", [f"{p}read_bent"], f"{p}told_0", perm=[0, 2, 1])
    for at in range(depth):
        reach = 2**at
        yield _node(
            "Conv",
            [f"{p}told_{at}", f"{p}layer_{at}", f"{p}layer_{at}_bias"],
            f"{p}seen_{at}",
            dilations=[reach],
            pads=[reach, reach],
        )
        yield _node("Relu", [f"{p}seen_{at}"], f"{p}bent_{at}")
        yield _node("Add", [f"{p}told_{at}", f"{p}bent_{at}"], f"{p}told_{at + 1}")
    yield _node("Transpose", [f"{p}told_{depth}"], f"{p}words", perm=[0, 2, 1])
    yield _node("MatMul", [f"{p}words", f"{p}out"], f"{p}out_product")
    yield _node("Add", [f"{p}out_product", f"{p}out_bias"], f"{p}added")


def _node(kind: str, inputs: Sequence[str], output: str, **told: list[int] | int) -> NodeProto:
    return helper.make_node(kind, list(inputs), [output], name=output, **told)
