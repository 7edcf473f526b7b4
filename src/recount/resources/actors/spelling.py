"""Whether two names are one in two spellings or transcriptions."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_ALIKE = 0.9
"""From which likeness on two spellings are one name."""


def spelt_alike(one: str, other: str) -> bool:
    """Return whether two names are one in two spellings.

    >>> spelt_alike("Janjaweed", "Janjawid"), spelt_alike("Northern Bloc", "Southern Bloc")
    (True, False)
    """
    left, right = _plain(one), _plain(other)
    if left == right or (skeleton_of(one) == skeleton_of(other) and len(skeleton_of(one)) > _LEAST):
        return True
    alike = SequenceMatcher(None, left, right).ratio() >= _ALIKE
    return alike and len(left) > _LONG and left[0] == right[0]


_LEAST, _LONG = 3, 10
"""Consonants and letters of the shortest names that are compared."""


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\s’'‘`-]+", " ", "".join(c for c in bare if not unicodedata.combining(c)))


def skeleton_of(name: str) -> str:
    """Return the consonants of a name: transcriptions differ in vowels and doubled letters.

    >>> skeleton_of("Lashkar-e-Taiba") == skeleton_of("Lashkar-i-Tayyiba")
    True
    """
    name = _plain(name)
    words = [w for w in name.split() if w not in {"al", "el", "e", "i", "ul", "the"}]
    bare = re.sub(
        r"[aeiouy]", "", "".join(words).replace("kh", "k").replace("gh", "g").replace("dh", "d")
    )
    return re.sub(r"(.)\1+", r"\1", bare)
