"""Files of invented labels with the digest that pins them."""

from __future__ import annotations

import hashlib
import json

import pytest


@pytest.fixture
def pinned(tmp_path):
    """Write lines as a file of labels with its digest beside it."""

    def write(*rows, name="labels.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        path.with_suffix(".sha256").write_text(f"{digest}  {name}\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def at():
    """Where words stand in a text, as a line of labels says it."""

    def find(text, words):
        start = text.index(words)
        return [start, start + len(words)]

    return find
