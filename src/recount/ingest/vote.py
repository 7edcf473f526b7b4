"""trafilatura's vote: which blocks of a page are its article."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from recount.resources.plain_words import plain_words

_GRAM = 4
"""Words that must stand together; shorter runs occur in menus as well."""
_SHARE = 0.6
"""Share of a block's word runs that the extraction holds: entities and marks may differ."""


def vote(source: str) -> Callable[[str], bool] | None:
    """Return a judge of blocks (does the extraction hold this text?), or ``None`` without a vote.

    Method: trafilatura ``bare_extraction`` with its defaults, comments left out.
    """
    extracted = _extract(source)
    if extracted is None or len(extracted) == 0:
        return None
    lines = {_key(words) for words in map(plain_words, extracted.split("\n"))}
    grams = _grams(plain_words(extracted))

    def judge(text: str) -> bool:
        words = plain_words(text)
        if len(words) < _GRAM:
            return _key(words) in lines
        own = _grams(words)
        return len(own & grams) >= _SHARE * len(own)

    return judge


def _extract(source: str) -> str | None:
    import trafilatura
    from lxml.etree import LxmlError

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(source, include_comments=False, with_metadata=False)
    except (
        LxmlError,
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        AssertionError,
        RecursionError,
    ):
        # Odd markup makes it stumble in many ways; a page without a vote is still read.
        return None
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else None


def _key(words: Sequence[str]) -> str:
    return " ".join(words)


def _grams(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}
