"""Copies of a report as careless outlets make them: cut by a third, a word in ten another one."""

from __future__ import annotations

import random
import re

WORDS = (
    *("meanwhile", "reportedly", "moreover", "quietly", "again", "earlier", "apparently"),
    *("broadly", "indeed", "largely", "notably", "however", "lately", "simply", "evidently"),
)


def shortened_and_edited(text: str, seed: int) -> str:
    """Return the first two thirds of a text's words with a tenth of them changed.

    Words with capitals, figures and number words stay: an editor who changes those makes
    another report of it.
    """
    pieces = re.findall(r"\S+\s*", text)
    kept = pieces[: len(pieces) * 2 // 3]
    draw = random.Random(seed)
    plain = [at for at, piece in enumerate(kept) if _plain(piece)]
    for at in draw.sample(plain, min(len(plain), len(kept) // 10)):
        found = re.fullmatch(r"[a-z]+(\W*)", kept[at], re.DOTALL)
        assert found is not None
        kept[at] = draw.choice(WORDS) + found[1]
    return "".join(kept)


NUMBERS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
        *("eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "dozen", "dozens"),
    )
)


def _plain(piece: str) -> bool:
    found = re.fullmatch(r"([a-z]+)\W*", piece, re.DOTALL)
    return found is not None and found[1] not in NUMBERS
