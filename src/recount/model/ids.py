"""Ids made from content: the same parts give the same id, on every machine.

Parts are length-prefixed before hashing, so no two different lists of parts
run together into one ("a.b", "c" and "a", "b.c" differ).
"""

from __future__ import annotations

import hashlib

ID_LENGTH = 20
"""Hexadecimal digits kept: 80 bits, so 10^9 ids collide with probability below 10^-6."""


def content_id(kind: str, *parts: str | int | None) -> str:
    """Return the id of a thing of the given kind made of these parts.

    Args:
        kind: noun of the thing ("statement"), so ids of different nouns differ.
        parts: its identity in order; ``None`` differs from the empty string.

    >>> content_id("x", "a.b", "c") == content_id("x", "a", "b.c")
    False
    """
    told: list[bytes] = []
    for part in (kind, *parts):
        data = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        mark = "n" if part is None else ("i" if isinstance(part, int) else "s")
        told.append(f"{mark}{len(data)}:".encode("ascii"))
        told.append(data)
    return hashlib.sha256(b"".join(told)).hexdigest()[:ID_LENGTH]


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def bytes_hash(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
