"""Numbers with the words that hedge them: "at least 24", "between 40 and 50", "dozens"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recount.model import Qualifier
from recount.resources.grammar.numerals import Numeral, read_numeral
from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import NumberWords

_DASHES = frozenset("-–—‑")
_LONGEST_HEDGE = 4
_VAGUE_QUALIFIERS = frozenset(
    {
        Qualifier.COUPLE,
        Qualifier.MULTIPLE,
        Qualifier.SEVERAL,
        Qualifier.DOZENS,
        Qualifier.SCORES,
        Qualifier.HUNDREDS,
        Qualifier.THOUSANDS,
    }
)
_LEAST: dict[str, int] = {"tens": 2, "dozens": 2, "hundreds": 2, "several": 3, "few": 3}
"""Least multiples that vague words stand for before a larger unit ("tens of thousands")."""
_SCALED = {
    "dozen": Qualifier.DOZENS,
    "hundred": Qualifier.HUNDREDS,
    "thousand": Qualifier.THOUSANDS,
    "million": Qualifier.THOUSANDS,
}
_PLURAL_SCALES = {
    "hundreds": 100,
    "thousands": 1000,
    "millions": 1_000_000,
    "tens": 10,
    "dozens": 12,
}


@dataclass(frozen=True, slots=True)
class Hedged:
    """A number (or range, or vague word) with its hedges, as token indexes.

    ``hedge_first`` to ``hedge_after`` bound hedges and number, ``first`` to
    ``number_after`` the number alone; reading goes on at ``after``.
    """

    hedge_first: int
    first: int
    number_after: int
    hedge_after: int
    amount: float | None
    upper: int | None
    qualifier: Qualifier
    words: bool
    currency: int | None = None

    @property
    def after(self) -> int:
        """The first token after number and hedges."""
        return self.hedge_after

    @property
    def number(self) -> int | None:
        """The number as a whole number; ``None`` for vague words of no stated size."""
        return None if self.amount is None else round(self.amount)

    @property
    def is_vague(self) -> bool:
        """Whether it is a vague word ("dozens")."""
        return self.qualifier in _VAGUE_QUALIFIERS

    @property
    def one(self) -> bool:
        """Whether it is exactly one, so that a singular noun follows."""
        return self.amount == 1 and self.upper is None


def read_hedged(tokens: Tokens, index: int, words: NumberWords) -> Hedged | None:
    """Return the number with hedges whose number begins at a token, if one does."""
    core = _vague(tokens, index, words) or _between(tokens, index, words)
    if core is None:
        core = _number(tokens, index, words)
    if core is None:
        return None
    core = _with_hedge_before(tokens, core, words)
    return _with_hedge_after(tokens, core, words)


def _vague(tokens: Tokens, index: int, words: NumberWords) -> Hedged | None:
    for length in (4, 3, 2, 1):
        phrase = tuple(tokens.low(index + step) for step in range(length))
        qualifier = words.vague.get(phrase)
        if qualifier is None:
            continue
        if tokens.low(index - 1) == "how" or tokens.low(index + length) == "as":
            return None  # "how many", "as many as five"
        return _vague_size(tokens, index, index + length, qualifier, words)
    return None


def _vague_size(
    tokens: Tokens, index: int, after: int, qualifier: Qualifier, words: NumberWords
) -> Hedged:
    """Read what follows a vague word: "tens of thousands", "several hundred"."""
    amount: float | None = None
    head = tokens.low(after - 1)
    least = _LEAST.get(head)
    nested = tokens.low(after + 1) if tokens.low(after) == "of" else ""
    if least is not None and nested in _PLURAL_SCALES and head in _PLURAL_SCALES:
        amount = float(least * _PLURAL_SCALES[head] * _PLURAL_SCALES[nested])
        qualifier = Qualifier.THOUSANDS if amount >= 2000 else Qualifier.HUNDREDS
        after += 2
    elif head == "tens":
        amount = 20.0
    elif tokens.low(after) in _SCALED and head not in _PLURAL_SCALES:
        scale = tokens.low(after)
        amount = float((least or 2) * words.scales[scale])
        qualifier = _SCALED[scale]
        after += 1
    return Hedged(index, index, after, after, amount, None, qualifier, words=True)


def _between(tokens: Tokens, index: int, words: NumberWords) -> Hedged | None:
    if tokens.low(index) != "between":
        return None
    low = read_numeral(tokens, index + 1, words)
    if low is None or tokens.low(low.after) != "and":
        return None
    high = read_numeral(tokens, low.after + 1, words)
    if high is None or high.amount <= low.amount:
        return None
    return _range(index, low, high)


def _range(hedge_first: int, low: Numeral, high: Numeral) -> Hedged:
    return Hedged(
        hedge_first,
        low.first,
        high.after,
        high.after,
        low.amount,
        high.number,
        Qualifier.BETWEEN,
        words=low.words,
    )


def _number(tokens: Tokens, index: int, words: NumberWords) -> Hedged | None:
    numeral = read_numeral(tokens, index, words)
    if numeral is None:
        return None
    joint = tokens.low(numeral.after)
    if _joins(tokens, index, joint):
        high = read_numeral(tokens, numeral.after + 1, words)
        if high is not None:
            scaled = _same_scale(tokens, numeral, high, words)
            if _is_range(scaled, high, joint):
                return _range(index, scaled, high)
    return Hedged(
        index,
        index,
        numeral.after,
        numeral.after,
        numeral.amount,
        None,
        Qualifier.EXACT,
        words=numeral.words,
    )


def _joins(tokens: Tokens, index: int, joint: str) -> bool:
    """Whether the word after a number may make a range with the next number."""
    if joint == "to":
        # "rose from 10 to 15" tells of two figures, not of one range.
        return tokens.low(index - 1) != "from"
    return joint in _DASHES or joint == "or"


def _is_range(low: Numeral, high: Numeral, joint: str) -> bool:
    if high.amount <= low.amount:
        return False
    return joint != "or" or high.amount - low.amount <= max(10.0, low.amount)


def _same_scale(tokens: Tokens, low: Numeral, high: Numeral, words: NumberWords) -> Numeral:
    """Give the lower end the scale of the upper one ("two to three million")."""
    scale = words.scales.get(tokens.low(high.after - 1), 1)
    if scale > 1 and low.amount < 1000 <= scale and low.amount < high.amount / scale:
        return replace(low, amount=low.amount * scale)
    if scale == 12 and low.amount < high.amount / scale:
        return replace(low, amount=low.amount * scale)
    return low


def _with_hedge_before(tokens: Tokens, core: Hedged, words: NumberWords) -> Hedged:
    first = core.hedge_first
    qualifier = core.qualifier
    if tokens.low(first - 1) in words.currency:
        core = replace(core, currency=_currency_start(tokens, first - 1, words))
        first = core.currency if core.currency is not None else first
    while True:
        hedge = _hedge_ending_at(tokens, first, words)
        if hedge is None:
            break
        start, found = hedge
        if qualifier is Qualifier.EXACT or (
            qualifier is Qualifier.ABOUT and found is not Qualifier.ABOUT
        ):
            qualifier = found
        first = start
    return replace(core, hedge_first=first, qualifier=qualifier)


def _currency_start(tokens: Tokens, index: int, words: NumberWords) -> int:
    before = tokens.low(index - 1)
    if before in ("us", "u.s.", "a", "c", "rs") and tokens.glued(index):
        return index - 1
    return index - 1 if before in words.currency else index


def _hedge_ending_at(
    tokens: Tokens, first: int, words: NumberWords
) -> tuple[int, Qualifier] | None:
    for length in range(_LONGEST_HEDGE, 0, -1):
        phrase = tuple(tokens.low(first - length + step) for step in range(length))
        qualifier = words.hedges.get(phrase)
        if qualifier is not None and not _marks_line(tokens, first - length):
            return first - length, qualifier
    return None


def _marks_line(tokens: Tokens, index: int) -> bool:
    """Whether ">" is one of two that open a caption or a turn of speech (">> Two women")."""
    return tokens.low(index) == ">" and tokens.low(index - 1) == ">"


def _with_hedge_after(tokens: Tokens, core: Hedged, words: NumberWords) -> Hedged:
    for length in (2, 1):
        phrase = tuple(tokens.low(core.number_after + step) for step in range(length))
        qualifier = words.after.get(phrase)
        if qualifier is None or core.is_vague:
            continue
        joined = tokens.glued(core.number_after)
        if phrase[0] in ("-", "+") and not joined:
            continue
        if qualifier is Qualifier.AT_LEAST and core.qualifier is Qualifier.MORE_THAN:
            qualifier = Qualifier.MORE_THAN
        if core.qualifier is Qualifier.BETWEEN:
            qualifier = Qualifier.BETWEEN
        return replace(core, hedge_after=core.number_after + length, qualifier=qualifier)
    return core
