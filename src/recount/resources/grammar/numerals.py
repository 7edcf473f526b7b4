"""Numerals: a number as digits or words, without what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import NumberWords

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_LAKH = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_GROUPED_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_SHORT_SCALES = {"m": 1e6, "bn": 1e9, "k": 1e3}
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens ``first`` up to, not including, ``after``."""

    first: int
    after: int
    amount: float
    words: bool
    """Whether it is written in words."""

    @property
    def number(self) -> int:
        """The number as a whole number, rounded."""
        return round(self.amount)


def read_numeral(tokens: Tokens, index: int, words: NumberWords) -> Numeral | None:
    """Return the longest numeral that begins at a token, if one does."""
    low = tokens.low(index)
    if low[0].isdecimal():
        return _read_digits(tokens, index, words)
    return _read_words(tokens, index, words)


def _read_digits(tokens: Tokens, index: int, words: NumberWords) -> Numeral | None:
    amount = _digits(tokens.low(index))
    if amount is None:
        return None
    after = index + 1
    if len(tokens.low(index)) <= 3:
        while _is_group(tokens, after):
            amount = amount * 1000 + int(tokens.low(after))
            after += 1
    scale = words.scales.get(tokens.low(after))
    if scale is not None:
        amount *= scale
        after += 1
    elif _short_scale(tokens, index, after, words):
        amount *= _SHORT_SCALES[tokens.low(after)]
        after += 1
    return Numeral(index, after, amount, words=False)


def _short_scale(tokens: Tokens, index: int, after: int, words: NumberWords) -> bool:
    """Whether a glued letter multiplies: "5m" is metres unless a currency stands before it."""
    low = tokens.low(after)
    if not tokens.glued(after) or low not in _SHORT_SCALES:
        return False
    if low != "m" or tokens.low(index - 1) in words.currency:
        return True
    return tokens.low(after + 1) in words.nouns  # "1.5m people"


def _digits(low: str) -> float | None:
    if _PLAIN.fullmatch(low):
        return float(low)
    if _GROUPED.fullmatch(low) or _GROUPED_LAKH.fullmatch(low):
        return float(low.replace(",", ""))
    if _GROUPED_DOTS.fullmatch(low):
        return float(low.replace(".", ""))
    return None


def _is_group(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on a number grouped by single blanks ("10 000")."""
    low = tokens.low(index)
    if len(low) != 3 or not low.isdecimal():
        return False
    between = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    return between in (" ", "\u00a0", "\u202f", "\u2009")


def _read_words(tokens: Tokens, index: int, words: NumberWords) -> Numeral | None:
    if _lows(tokens, index, 3) == ("half", "a", "dozen"):
        return Numeral(index, index + 3, 6.0, words=True)
    low = tokens.low(index)
    if low in words.scales:
        return _add_scales(tokens, index, index, 1.0, words)
    if low in ("a", "an"):
        if tokens.low(index + 1) not in words.scales:
            return None
        return _add_scales(tokens, index, index + 1, 1.0, words)
    unit = _below_hundred(tokens, index, words)
    if unit is None:
        return None
    return _add_scales(tokens, index, unit[1], unit[0], words)


def _lows(tokens: Tokens, index: int, count: int) -> tuple[str, ...]:
    return tuple(tokens.low(at) for at in range(index, index + count))


def _add_scales(
    tokens: Tokens, first: int, index: int, current: float, words: NumberWords
) -> Numeral:
    """Go on after a first number below a hundred: "two" + "hundred and five thousand"."""
    total = 0.0
    open_for_unit = False
    while True:
        scale = words.scales.get(tokens.low(index))
        if scale is not None:
            if scale <= 100:
                current = max(current, 1.0) * scale
            else:
                total, current = total + max(current, 1.0) * scale, 0.0
            open_for_unit = scale >= 100
            index += 1
            continue
        joint = index + 1 if tokens.low(index) == "and" else index
        unit = _below_hundred(tokens, joint, words) if open_for_unit else None
        if unit is None:
            return Numeral(first, index, total + current, words=True)
        current, index = current + unit[0], unit[1]
        open_for_unit = False


def _below_hundred(tokens: Tokens, index: int, words: NumberWords) -> tuple[float, int] | None:
    low = tokens.low(index)
    if low in words.ones:
        return float(words.ones[low]), index + 1
    tens = words.tens.get(low)
    if tens is None:
        return None
    unit = index + 2 if tokens.low(index + 1) == "-" else index + 1
    one = words.ones.get(tokens.low(unit), 0)
    if 1 <= one <= 9:
        return float(tens + one), unit + 1
    return float(tens), index + 1
