"""Digests of the shipped reader's files: whether they are whole, and as they were made.

``python -m recount.resources.encoder.digests [FOLDER]`` writes them anew.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from recount.model import RecountError

SHIPPED = Path(__file__).parent.parent / "data" / "reader"
"""Folder of the reader that the package carries."""
DIGESTS = "digests.json"
"""File beside the model: SHA-256 of every other file of its folder, by name."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_digests(folder: Path) -> Path:
    """Write the digests of all files of a folder into it, and return the file written."""
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    told = {name: sha256_of(folder / name) for name in names if name != DIGESTS}
    written = folder / DIGESTS
    written.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return written


def damage_of(folder: Path) -> str | None:
    """Return what is wrong with a reader's folder in one sentence; ``None``: it is whole."""
    path = folder / DIGESTS
    if not path.is_file():
        return f"The reader in {folder} has no {DIGESTS}, so that it cannot be checked."
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:  # bad JSON or bad UTF-8
        return f"{path} is damaged."
    if not isinstance(told, dict) or len(told) == 0:
        return f"{path} is damaged."
    for name, digest in sorted(told.items()):
        if not (folder / name).is_file():
            return f"The reader's file {folder / name} is missing."
        if sha256_of(folder / name) != digest:
            return f"The reader's file {folder / name} is damaged: its SHA-256 is not its own."
    return None


def require_whole(folder: Path) -> None:
    """Make sure that a reader's folder is whole.

    Raises:
        RecountError: a file is missing or damaged.
    """
    damage = damage_of(folder)
    if damage is not None:
        raise RecountError(f"{damage} Install recount-ledger anew.")


if __name__ == "__main__":
    write_digests(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
