"""Reads JSON Lines, zipped or not."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, zipped when its name ends in ``.gz``."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def in_part(key: str, modulus: int) -> bool:
    """Return whether a key falls into the held-out part (``shared/data/README.md``)."""
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % modulus == 0  # noqa: S324
