"""How rare words are in reports: what two texts that share a word have in common by chance.

``tools/make_rarity.py`` counts the documents that hold a word in the training parts of public
sets; the file is shipped, so ten documents and a million are compared by the same numbers.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

VERSION = "rarity.v1"
"""Raised when the file changes; linking names it in its method."""
RAREST = 10.0
"""Bits of a word that the file does not have: fewer than one document in a thousand holds it."""
_FILE = Path(__file__).parent / "data" / "rarity.tsv.gz"
_TENTHS = 10


def rarity(word: str) -> float:
    """Return log2 of the documents for each one that holds the word (lower case), in bits.

    >>> rarity("the") < 1.0 < rarity("zwyxt")
    True
    """
    return _table().get(word, RAREST)


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    with gzip.open(_FILE, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {word: min(RAREST, int(bits) / _TENTHS) for word, bits in rows}
