"""Sketches of texts (MinHash), for finding near-copies without comparing words.

Method: Broder 1997, "On the resemblance and containment of documents": the share of equal
minima under random permutations estimates the Jaccard similarity of the sets of shingles.
Permutations are the SplitMix64 finaliser of the shingle's hash under fixed seeds, so a text
has the same sketch on every machine.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from recount.resources.plain_words import plain_words

PERMUTATIONS = 128
"""Standard error of the similarity is at most 1/(2·√128) ≈ 0.044."""
SHINGLE_WORDS = 5
"""Shorter shingles match on stock phrases; longer ones break at every edited word."""

_BITS = 63
"""Minima are cut to 63 bits, so that they fit the signed integers of databases."""
_GOLDEN = 0x9E3779B97F4A7C15


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text: 128 minima below 2**63, or none for a text without words.

    Case, punctuation and spacing do not count. A text of fewer than five words is one shingle.
    """
    words = plain_words(text)
    if len(words) == 0:
        return ()
    import numpy as np

    hashes = np.fromiter((_word_hash(word) for word in words), dtype=np.uint64, count=len(words))
    with np.errstate(over="ignore"):
        shingles = np.unique(_shingles(hashes))
        minima = _mix(shingles[None, :] ^ _seeds()[:, None]).min(axis=1)
    return tuple((minima >> np.uint64(64 - _BITS)).tolist())


def similarity(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return the estimated Jaccard similarity of two texts' shingles, from 0 to 1."""
    if len(a) == 0 or len(b) == 0:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def shingle_count(a: tuple[int, ...]) -> float:
    """Return the estimated number of different shingles (standard error about 9 %).

    The minimum of n values spread evenly over 0 to 1 is 1/(n+1) on average.
    """
    if len(a) == 0:
        return 0.0
    return max(1.0, len(a) / (sum(a) / 2.0**_BITS) - 1.0)


def containment(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return the estimated share of the shorter text's shingles that the longer one has.

    It stays high where ``similarity`` falls because one text is a shortened copy of the other.
    """
    share = similarity(a, b)
    if share == 0.0:
        return 0.0
    sizes = sorted((shingle_count(a), shingle_count(b)))
    both = share * (sizes[0] + sizes[1]) / (1.0 + share)
    return min(1.0, both / sizes[0])


@lru_cache(maxsize=65_536)
def _word_hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def _shingles(hashes: Any) -> Any:
    import numpy as np

    width = min(SHINGLE_WORDS, len(hashes))
    count = len(hashes) - width + 1
    combined = np.zeros(count, dtype=np.uint64)
    for offset in range(width):
        combined = _mix(combined * np.uint64(_GOLDEN) + hashes[offset : offset + count])
    return combined


def _mix(values: Any) -> Any:
    """SplitMix64's finaliser: a bijection of 64-bit numbers that spreads every bit."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@lru_cache(maxsize=1)
def _seeds() -> Any:
    import numpy as np

    with np.errstate(over="ignore"):
        return _mix(np.arange(1, PERMUTATIONS + 1, dtype=np.uint64) * np.uint64(_GOLDEN))
