"""Whether this processor multiplies 8-bit numbers without cutting off sums."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

PROBE = "probe.onnx"
"""A single product of 8-bit numbers, so large that sums of 16 bits cannot hold it."""
PROBE_ROWS, PROBE_DEPTH, PROBE_COLUMNS = 8, 64, 32
"""Shape of the probe: left rows, numbers in a sum, right columns."""
LEFT, RIGHT = 255, 127
"""The largest unsigned and signed 8-bit numbers, which the probe multiplies."""


@cache
def has_exact_products(probe: Path) -> bool:
    """Tell whether onnxruntime's fastest 8-bit product is exact here.

    Processors with AVX-512 or AVX2 but without VNNI add pairs of products in 16 bits, which
    cuts off large sums. Which code is run is the library's choice, so that it is asked, and not
    the processor: one product with a known result is made.

    Args:
        probe: the model that makes the product.
    """
    session = onnxruntime.InferenceSession(str(probe), providers=["CPUExecutionProvider"])
    left = np.full((PROBE_ROWS, PROBE_DEPTH), LEFT, dtype=np.uint8)
    (told,) = session.run(["sums"], {"left": left})
    return bool((told == LEFT * RIGHT * PROBE_DEPTH).all())
