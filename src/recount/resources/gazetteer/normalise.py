"""One key for all spellings of a name: case, diacritics, hyphens, apostrophes, particles.

``Mazār-e Sharīf``, ``Mazar-i-Sharif`` and ``mazar e sharif`` share a key. The key
keeps the letters; ``skeleton`` goes further, for fuzzy look-up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "ə": "e",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŋ": "n",
    }
)
_DROPPED = re.compile(r"['’‘`´ʿʾʼʻˈ′\u200c\u200d.]")
_BLANK = re.compile(r"[^\w]+|_")
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "i": "e", "ye": "e"}
"""Words written in two ways; ``i``, ``e`` and ``ye`` are one Persian particle."""
ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul", "es", "ed"})
"""Forms of the Arabic article; ``al-Bab`` and ``Bab`` are looked up alike."""


def _unaccented(word: str) -> str:
    """Once more on its own result: a compatibility form may be a capital or bear an accent."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_SPECIAL)).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """Return the key of a name; empty when it has no letter or digit.

    >>> key_of("Mazār-i-Sharīf") == key_of("mazar e sharif")
    True
    """
    lowered = name.casefold()
    if not lowered.isascii():
        lowered = _unaccented(_unaccented(lowered))
    words = _BLANK.sub(" ", _DROPPED.sub("", lowered)).split()
    if len(words) < 2:
        return words[0] if words else ""
    return (
        " ".join([words[0], *(_WORDS.get(w, w) for w in words[1:])])
        if (words[0] not in _WORDS)
        else " ".join(_WORDS.get(w, w) for w in words)
    )


def without_article(key: str) -> str:
    """Return the key without a leading Arabic article, or the key itself."""
    first, _, rest = key.partition(" ")
    return rest if first in ARTICLES and len(rest) > 2 else key


_FOLDS = (
    (re.compile(r"\b(?:al|el|ad|ar|as|ash|at|az|an|ul|es|ed)\b"), ""),
    (re.compile(r"kh|q|c(?!h)|ck"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dzh|dj|dsch|j"), "j"),
    (re.compile(r"tsch|tch|ch|sch|sh|sz"), "s"),
    (re.compile(r"z"), "s"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"[aeiouyh ]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def skeleton(key: str) -> str:
    """Return the consonants of a key under a coarse fold, to gather like-sounding names."""
    initial = "a" if key[:1] in "aeiou" else ""
    folded = key
    for pattern, by in _FOLDS:
        folded = pattern.sub(by, folded)
    return initial + folded


_SCHOLARLY = re.compile("[\u0304\u0323\u0327\u0331\u0306\u032e]")


def plain(name: str) -> str:
    """Return a name as English news prints it: no macrons, dots below or Arabic ayn marks.

    Accents that belong to a living spelling (``São Paulo``, ``Zürich``) stay.
    """
    split = unicodedata.normalize("NFD", name)
    latin = re.sub(r"(?<=[cs])\u0327", "\ue000", split, flags=re.IGNORECASE)
    latin = re.sub(r"(?<=[aAgGeiou])\u0306", "\ue001", latin)
    bare = _SCHOLARLY.sub("", latin).replace("\ue000", "\u0327").replace("\ue001", "\u0306")
    return unicodedata.normalize("NFC", re.sub(r"[ʿʾ‘]|(?<!\w)[’']|[’'](?!\w)", "", bare)).strip()
