"""Export: the trained network becomes one small file that runs without PyTorch."""

from __future__ import annotations

import logging
import shutil
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from recount.resources.encoder.labels import CLASSES
from recount.resources.encoder.products import (
    PROBE,
    PROBE_COLUMNS,
    PROBE_DEPTH,
    PROBE_ROWS,
    RIGHT,
)
from recount.resources.encoder.session import MODEL, PAIRS, VOCABULARY
from recount.training.network import PairScore, Reader
from recount.training.operators import quicken
from recount.training.outliers import keep_outliers_apart

FLOAT_MODEL = "model.float.onnx"
"""The model before its weights are made small, kept to compare with."""
_OPSET, _IR = 17, 8
"""Versions of ONNX operators and of its file format that are written."""


class _Flat(nn.Module):
    """The network with all its scores in one tensor, in the order that reading splits them."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        scores = self.network(ids, mask)
        parts = [scores.tags.flatten(2)]
        parts += [scores.classes[name] for name in CLASSES]
        return torch.cat([*parts, scores.link, scores.peer], dim=-1)


def export(
    network: Reader, vocabulary: Path, folder: Path, windows: Sequence[NDArray[np.int64]]
) -> None:
    """Write the float model, the int8 model, the pair tables, the vocabulary and the probe.

    Args:
        network: trained.
        vocabulary: ``tokenizer.json`` of the start weights.
        folder: where the files go.
        windows: ids of tokens on which the channels with the largest numbers are looked for.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _quiet():
        _write_float(network, folder / FLOAT_MODEL)
        quantize_dynamic(
            folder / FLOAT_MODEL,
            folder / MODEL,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Attention", "EmbedLayerNormalization"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    quicken(folder / MODEL)
    keep_outliers_apart(folder / MODEL, windows)
    tables = {**_tables("link", network.link), **_tables("peer", network.peer)}
    np.savez(folder / PAIRS, allow_pickle=False, **tables)
    shutil.copyfile(vocabulary, folder / VOCABULARY)
    write_probe(folder / PROBE)


def write_probe(path: Path) -> None:
    """Write the model that ``has_exact_products`` runs.

    Args:
        path: the file to write.
    """
    right = np.full((PROBE_DEPTH, PROBE_COLUMNS), RIGHT, dtype=np.int8)
    shapes = {"left": (PROBE_ROWS, PROBE_DEPTH), "sums": (PROBE_ROWS, PROBE_COLUMNS)}
    kinds = {"left": onnx.TensorProto.UINT8, "sums": onnx.TensorProto.INT32}
    told = {
        name: onnx.helper.make_tensor_value_info(name, kinds[name], shape)
        for name, shape in shapes.items()
    }
    product = onnx.helper.make_node("MatMulInteger", ["left", "right"], ["sums"])
    graph = onnx.helper.make_graph(
        [product],
        "probe",
        [told["left"]],
        [told["sums"]],
        [onnx.numpy_helper.from_array(right, "right")],
    )
    opset = onnx.helper.make_opsetid("", _OPSET)
    onnx.save(onnx.helper.make_model(graph, opset_imports=[opset], ir_version=_IR), str(path))


@contextmanager
def _quiet() -> Iterator[None]:
    """Hold back the exporter's warnings; whether the model came out right is checked after."""
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)


def _write_float(network: Reader, path: Path) -> None:
    """Write the float model with attention and norms as single operators, which run faster."""
    plain = path.with_suffix(".plain.onnx")
    network.encoder.set_attn_implementation("eager")  # the form that can be fused
    try:
        _write_plain(_Flat(network).eval(), plain)
    finally:
        network.encoder.set_attn_implementation("sdpa")
    config = network.encoder.config
    fused = optimizer.optimize_model(
        str(plain),
        model_type="bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
        opt_level=0,
    )
    fused.save_model_to_file(str(path))
    plain.unlink()


def _write_plain(flat: _Flat, path: Path) -> None:
    ids = torch.ones((2, 16), dtype=torch.long)
    with torch.no_grad():
        torch.onnx.export(
            flat,
            (ids, torch.ones_like(ids)),
            str(path),
            input_names=["ids", "mask"],
            output_names=["scores"],
            dynamic_axes={
                "ids": {0: "windows", 1: "tokens"},
                "mask": {0: "windows", 1: "tokens"},
                "scores": {0: "windows", 1: "tokens"},
            },
            opset_version=_OPSET,
            dynamo=False,
        )


def _tables(name: str, pair: PairScore) -> dict[str, NDArray[np.float32]]:
    kept = {
        "role": pair.role.weight,
        "distance": pair.distance.weight,
        "gap": pair.gap.weight,
        "out": pair.out.weight[0],
        "bias": pair.out.bias[0],
    }
    return {f"{name}_{key}": value.detach().float().numpy() for key, value in kept.items()}
