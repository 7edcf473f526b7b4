"""Whether two names are one in two spellings or transcriptions."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_KEPT = 4096
"""Names whose spellings are kept: each name of a text is compared with many others."""
_ALIKE = 0.9
"""From which likeness on two spellings are one name."""


def spelt_alike(one: str, other: str) -> bool:
    """Return whether two names are one in two spellings.

    >>> spelt_alike("Janjaweed", "Janjawid"), spelt_alike("Northern Bloc", "Southern Bloc")
    (True, False)
    """
    left, right = _plain(one), _plain(other)
    if left == right:
        return True
    if skeleton_of(one) == skeleton_of(other) and len(skeleton_of(one)) > _LEAST:
        return first_vowels_agree(one, other)
    alike = SequenceMatcher(None, left, right).ratio() >= _ALIKE
    return alike and len(left) > _LONG and left[0] == right[0]


def one_name(one: str, other: str) -> bool:
    """Return whether two names of persons are one in two transcriptions, word by word.

    >>> one_name("Iskander Dumal", "Iskandar Doumal"), one_name("Hassan Dumal", "Hussein Dumal")
    (True, False)
    """
    left, right = one.split(), other.split()
    if len(left) != len(right) or len(left) < _TWO or one == other:
        return False
    return all(
        skeleton_of(a) == skeleton_of(b) and len(skeleton_of(a)) > 0 and first_vowels_agree(a, b)
        for a, b in zip(left, right, strict=True)
    )


_TWO = 2
_VOWELS = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u"}
"""What the first vowel of a name may be in another transcription: "Omar", "Umar"."""


def first_vowels_agree(one: str, other: str) -> bool:
    """Return whether the first vowels of two names may be one; "Hassan" is not "Hussein".

    >>> first_vowels_agree("Emir", "Amir"), first_vowels_agree("Hassan", "Hussein")
    (True, False)
    """
    left, right = (next((_VOWELS[c] for c in _plain(n) if c in _VOWELS), "") for n in (one, other))
    return left == right or bool(set(left) & set(right))


_ONE_LETTER = str.maketrans({"q": "k"})
_LEAST, _LONG = 3, 10
"""Consonants and letters of the shortest names that are compared."""


@lru_cache(maxsize=_KEPT)
def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\s’'‘`-]+", " ", "".join(c for c in bare if not unicodedata.combining(c)))


@lru_cache(maxsize=_KEPT)
def skeleton_of(name: str) -> str:
    """Return the consonants of a name: transcriptions differ in vowels and doubled letters.

    >>> skeleton_of("Lashkar-e-Taiba") == skeleton_of("Lashkar-i-Tayyiba")
    True
    """
    name = _plain(name)
    words = [w for w in name.split() if w not in {"al", "el", "e", "i", "ul", "the"}]
    bare = re.sub(
        r"[aeiouy]",
        "",
        "".join(words)
        .translate(_ONE_LETTER)
        .replace("ph", "f")
        .replace("kh", "k")
        .replace("gh", "g")
        .replace("dh", "d"),
    )
    return re.sub(r"(.)\1+", r"\1", bare)
