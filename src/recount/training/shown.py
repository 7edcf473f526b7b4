"""What an ONNX model gives for a window, results inside it too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper

from recount.resources.encoder.tokenise import CLS, SEP


def shown(model: ModelProto, names: Sequence[str]) -> onnxruntime.InferenceSession:
    """Return a session of one thread that gives some results inside a model as outputs, too.

    Args:
        model: the model; it stays as it is.
        names: results of its nodes, of 32-bit floats.
    """
    told = ModelProto()
    told.CopyFrom(model)
    told.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        told.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def fed(window: NDArray[np.int64]) -> dict[str, NDArray[np.int64]]:
    """Return what a model is fed for a window: its ids between the two marks, and the mask.

    Args:
        window: (tokens,) ids of the vocabulary.
    """
    ids = np.concatenate(([CLS], window, [SEP]))[None].astype(np.int64)
    return {"ids": ids, "mask": np.ones_like(ids)}
