"""The title of a page: which block it is, and which outlet's name hangs on to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from recount.ingest.phrases import BYLINE, CREDIT, DATE_LINE
from recount.resources.plain_words import line_key

_SEARCHED = 60
"""Blocks from the top among which a title is looked for."""
_NEAR = 3
"""Blocks within which a second paragraph follows the first one of a report."""
_SIGNATURE_WORDS = 16
_WORDS_AT_LEAST = 3
_WORDS_AT_MOST = 30
_SUFFIX = re.compile(r"\s+(?:[-–—|:•·»]{1,2})\s+(?P<outlet>[^-–—|•·»]{2,40})$")
_PER_SHARED_WORD = 0.75
_SHARED_AT_MOST = 4
_ONE_SENTENCE = 12
_SECOND_SENTENCE = re.compile(r"[a-z]{3,}[.!?]\s+[A-Z]")
_NO_OUTLET = re.compile(
    r"\b(?:what|how|why|when|who|where|live|updates?|report|says?|explained|timeline|analysis|"
    r"opinion|video|photos?|dead|killed|injured|wounded|police|un|sources?|officials?)\b",
    re.IGNORECASE,
)

Seen = tuple[str, str, int, bool, bool, bool]
"""Text, key, words, ends as a sentence, is clutter, is prose."""


def find_title(blocks: Sequence[Seen], known: str | None) -> int | None:
    """Return the number of the block that is the page's title, if one is.

    Args:
        blocks: the page's blocks from the top.
        known: the title that the format itself gives, with or without an outlet's name.
    """
    if known is not None:
        found = _known_title(blocks, line_key(known))
        if found is not None:
            return found
    first_prose = _first_prose(blocks)
    if first_prose is None:
        return None
    told = Counter(
        word
        for block in blocks[first_prose : first_prose + 4]
        for word in set(block[1].split())
        if len(word) > 3
    )
    seen = Counter(block[1] for block in blocks)
    best: tuple[float, int] | None = None
    for number, block in enumerate(blocks[: min(first_prose + 1, _SEARCHED)]):
        score = _score(block, blocks, seen, told)
        if score is not None and _signed(blocks, number):
            score += 2.0
        if score is not None and (best is None or score > best[0]):
            best = (score, number)
    return best[1] if best is not None else None


def _first_prose(blocks: Sequence[Seen]) -> int | None:
    """Where paragraphs begin to follow one another; a lone one may be the masthead's motto."""
    prose = [number for number, block in enumerate(blocks) if block[5] and not block[4]]
    for number, following in pairwise(prose):
        if following - number <= _NEAR:
            return number
    return prose[0] if prose else None


def _known_title(blocks: Sequence[Seen], key: str) -> int | None:
    """The block that says the known title, or nearly: outlets hang their names on to it."""
    if len(key) == 0:
        return None
    for number, block in enumerate(blocks[: _SEARCHED * 3]):
        own = block[1]
        if block[4] or not own or block[2] < 2:
            continue
        if own == key or (len(own) > 20 and (key.startswith(own) or own.startswith(key))):
            return number
    return None


def _signed(blocks: Sequence[Seen], number: int) -> bool:
    """Author or day stand right under a title, sooner than under anything else."""
    for text, _, words, *_ in blocks[number + 1 : number + 1 + _NEAR]:
        if words <= _SIGNATURE_WORDS and (DATE_LINE.fullmatch(text) or BYLINE.fullmatch(text)):
            return True
    return False


def _score(
    block: Seen, blocks: Sequence[Seen], seen: Counter[str], told: Counter[str]
) -> float | None:
    text, key, words, ends, clutter, _ = block
    if clutter or not _WORDS_AT_LEAST <= words <= _WORDS_AT_MOST:
        return None
    if (ends and not text.endswith(("?", "!"))) or text.endswith((":", ",")):
        return None
    if words > _ONE_SENTENCE and _SECOND_SENTENCE.search(text):
        return None
    if CREDIT.search(text) or DATE_LINE.fullmatch(text) or BYLINE.fullmatch(text):
        return None
    own = [word for word in set(key.split()) if len(word) > 3]
    score = _PER_SHARED_WORD * min(_SHARED_AT_MOST, sum(1 for word in own if word in told))
    score += 2.0 if words >= 5 else 0.0
    score += 1.0 if words >= 7 else 0.0
    score += 3.0 if seen[key] > 1 else 0.0
    score += 1.5 if text.isupper() and words > _WORDS_AT_LEAST else 0.0
    head = split_outlet(text)[0]
    if head != text and sum(1 for other in blocks if other[1].startswith(line_key(head))) > 1:
        score += 2.0
    return score


def split_outlet(title: str) -> tuple[str, str | None]:
    """Return a title without what hangs on to it after a dash or bar, and that name.

    >>> split_outlet("Bomb hits market in Sora - The Morning Post")
    ('Bomb hits market in Sora', 'The Morning Post')
    """
    match = _SUFFIX.search(title)
    if match is None:
        return title, None
    outlet = match.group("outlet").strip()
    words = outlet.split()
    capital = sum(1 for word in words if word[0].isupper() or word in ("of", "the", "and"))
    if len(words) > 5 or capital < len(words) or _NO_OUTLET.search(outlet) or outlet.endswith("?"):
        return title, None
    head = title[: match.start()].rstrip()
    return (head, outlet) if len(head.split()) >= _WORDS_AT_LEAST else (title, None)
