"""The network of an exported model, so that training can go on from it.

Float weights are not shipped. Those of an exported model stand for floats that differ from the
trained ones by their rounding to 8 bits alone, which a few steps of training take away.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, numpy_helper

from recount.model import RecountError
from recount.resources.encoder.labels import CLASSES
from recount.resources.encoder.session import MODEL, PAIRS
from recount.training.network import Reader
from recount.training.outliers import APART_BIAS, APART_INTO, APART_OUT_OF

Floats = NDArray[np.float32]

_ROOT = "network."
_RESULT = "/MatMul_output_0"
_INTEGERS = "_output_quantized"
"""Ends of the name of a product's result, in 32 and in 8 bits."""
_PARTS = ("query", "key", "value")
_EMBEDDED = (
    "position_embeddings.weight",
    "token_type_embeddings.weight",
    "LayerNorm.weight",
    "LayerNorm.bias",
)
_WORDS = "encoder.embeddings.word_embeddings.weight"
"""Never trained, so that those of the start weights are nearer than those of the export."""
_PAIR_HEADS = ("link", "peer")
_PROJECTIONS = {"project": "link.project", "project_1": "peer.project"}
"""How the exporter calls the two of one name."""
_PAIR_TABLES = ("role", "distance", "gap")


def load_exported(network: Reader, folder: Path) -> None:
    """Set a network's weights to those of an exported model, but for its tail.

    Args:
        network: with the start weights; it is changed.
        folder: of the exported model.

    Raises:
        RecountError: the model is not one of this network.
    """
    foreign = RecountError(f"{folder} holds no model of this network; training cannot go on.")
    try:
        found = _whole(onnx.load(str(folder / MODEL)), len(network.encoder.encoder.layer))
        found.update(_pairs(folder / PAIRS))
    except KeyError as error:  # a weight that every export of this network has
        raise foreign from error
    have = network.state_dict()
    wanted = {name: tuple(value.shape) for name, value in have.items() if name != _WORDS}
    if wanted != {name: value.shape for name, value in found.items()}:
        raise foreign
    fresh = {name: torch.from_numpy(np.array(value)) for name, value in found.items()}
    network.load_state_dict({**have, **fresh})


def _pairs(path: Path) -> Iterator[tuple[str, Floats]]:
    with np.load(path, allow_pickle=False) as tables:
        for head in _PAIR_HEADS:
            for table in _PAIR_TABLES:
                yield f"{head}.{table}.weight", tables[f"{head}_{table}"]
            yield f"{head}.out.weight", tables[f"{head}_out"][None]
            yield f"{head}.out.bias", tables[f"{head}_bias"].reshape(1)


def _whole(model: ModelProto, layers: int) -> dict[str, Floats]:
    told = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    found = {
        name.removeprefix(_ROOT): value
        for name, value in told.items()
        if name.startswith(_ROOT)
        and value.dtype == np.float32
        and name.endswith((".weight", ".bias"))
    }
    for name in _EMBEDDED:
        found[f"encoder.embeddings.{name}"] = _floats(told, f"{_ROOT}encoder.embeddings.{name}")
    for node in model.graph.node:
        module = _module(node)
        if module is not None:
            found[f"{module}.weight"] = _product(told, node).T
    for layer in range(layers):
        found.update(_attention(told, layer))
        _bring_back(told, found, layer)
    return found


def _floats(told: dict[str, NDArray[Any]], name: str, part: str = "") -> Floats:
    """Return what the steps of a weight stand for."""
    steps, zero, scale = (
        told[f"{name}_{one}{part}"] for one in ("quantized", "zero_point", "scale")
    )
    return np.asarray((steps.astype(np.float32) - zero.astype(np.float32)) * scale, np.float32)


def _module(node: NodeProto) -> str | None:
    """Return the linear layer whose product a node is, ``None`` for any other node."""
    if node.op_type not in {"MatMul", "MatMulInteger"} or not node.output[0].startswith(
        "/network/"
    ):
        return None
    told = str(node.output[0]).removesuffix(_INTEGERS)
    if not told.endswith(_RESULT):
        return None
    path = told.removeprefix("/network/").removesuffix(_RESULT)
    if path.removesuffix("_head") in CLASSES:
        return f"classes.{path}"
    return _PROJECTIONS.get(path, path.replace("/", "."))


def _product(told: dict[str, NDArray[Any]], node: NodeProto) -> Floats:
    name = str(node.input[1])
    if node.op_type == "MatMul":
        return np.asarray(told[name], dtype=np.float32)
    return _floats(told, name.removesuffix("_quantized"))


def _attention(told: dict[str, NDArray[Any]], layer: int) -> Iterator[tuple[str, Floats]]:
    """Yield what queries, keys and values are made with, which the export has in three parts."""
    for part in _PARTS:
        own = f"encoder.encoder.layer.{layer}.attention.self.{part}"
        weight = _floats(told, f"Attention_{layer}_qkv_weight", f"_{part}")
        yield f"{own}.weight", weight.T
        yield f"{own}.bias", np.asarray(told[f"Attention_{layer}_qkv_bias_{part}"], np.float32)


def _bring_back(told: dict[str, NDArray[Any]], found: dict[str, Floats], layer: int) -> None:
    """Put the channels of a feed-forward layer that are worked out apart back, behind the others.

    The order of channels changes nothing of what a layer gives.
    """
    own = f"encoder.encoder.layer.{layer}"
    apart = next((n for n in told if f"/layer.{layer}/" in n and n.endswith(APART_INTO)), None)
    if apart is None:
        return
    into, out_of = told[apart], told[apart.removesuffix(APART_INTO) + APART_OUT_OF]
    bias = told[apart.removesuffix(APART_INTO) + APART_BIAS]
    for name, more, axis in (
        (f"{own}.intermediate.dense.weight", into.T, 0),
        (f"{own}.intermediate.dense.bias", bias, 0),
        (f"{own}.output.dense.weight", out_of.T, 1),
    ):
        found[name] = np.concatenate([found[name], more], axis=axis)
