"""A compact set of names in memory: sorted 64-bit hashes, eight bytes a name.

A false hit (one in 10^13 look-ups of a million names) costs one look-up in the file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from hashlib import blake2b


def hash_of(key: str) -> int:
    """Return the hash of a key; the same on every machine and in every run."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


class HashSet:
    """Keys known by their hashes, read from the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self._hashes = array("Q")
        self._hashes.frombytes(data)

    @property
    def digest(self) -> str:
        """A hash of the whole set: two files with the same names have the same."""
        return blake2b(self._hashes.tobytes(), digest_size=8).hexdigest()

    def __len__(self) -> int:
        return len(self._hashes)

    def __contains__(self, key: str) -> bool:
        return self.has(hash_of(key))

    def has(self, wanted: int) -> bool:
        """Return whether a key with this hash is in the set."""
        at = bisect_left(self._hashes, wanted)
        return at < len(self._hashes) and self._hashes[at] == wanted
