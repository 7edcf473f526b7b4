"""Tokens for the grammars: words, numbers, marks and blank lines, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

BREAK = "\n"
"""Lower form of the token that stands for a blank line; no phrase goes across it."""

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"  # a possessive 's is a token of its own
    r"|\n[^\S\n]*\n\s*"
    r"|[^\s\w]|_"
)

_KEPT_TEXTS = 8
"""Texts whose tokens are kept: numbers and times are asked of the same text in turn."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of ``text[start:end]`` as parallel tuples; offsets count from the text's start."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lows: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.lows)

    def low(self, index: int) -> str:
        """Return the lower-case form of a token, or a blank-line break outside the text."""
        return self.lows[index] if 0 <= index < len(self.lows) else BREAK

    def word(self, index: int) -> str:
        """Return the token as written, or nothing outside the text."""
        if not 0 <= index < len(self.lows):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Return whether no blank stands between a token and the one before it."""
        return 0 < index < len(self.lows) and self.ends[index - 1] == self.starts[index]

    def is_capital(self, index: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return 0 <= index < len(self.lows) and self.text[self.starts[index]].isupper()

    def is_upper(self, index: int) -> bool:
        """Return whether a token is written in capitals throughout (two letters or more)."""
        word = self.word(index)
        return len(word) > 1 and word.isupper()


@lru_cache(maxsize=_KEPT_TEXTS)
def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens of ``text[start:end]``.

    >>> tokenize("The U.S. lost 1,200.").lows
    ('the', 'u.s.', 'lost', '1,200', '.')
    """
    spans = [m.span() for m in _TOKEN.finditer(text, start, len(text) if end is None else end)]
    if len(spans) == 0:
        return Tokens(text, (), (), ())
    starts, ends = zip(*spans, strict=True)
    lows = tuple([text[first:after].lower() for first, after in spans])
    if "\n" in text:
        lows = tuple([BREAK if low[0] == BREAK else low for low in lows])
    return Tokens(text, starts, ends, lows)
