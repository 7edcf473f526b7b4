"""Counted things in news English: numbers with their hedges, and what they count.

Numbers that count or measure nothing are left out: parts of dates, names of units, weapons,
roads and laws, scores of games, telephone numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from recount.model import Qualifier, Span
from recount.resources.grammar.articles import article_person, nobody, one_more
from recount.resources.grammar.bare import is_idle_one, is_loose_figure, kind_by_context, taken_up
from recount.resources.grammar.hedges import Hedged, read_hedged
from recount.resources.grammar.nouns import Noun, counted_noun, partitive_noun
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.time_expression import CALENDAR_KINDS
from recount.resources.grammar.times import find_times, within
from recount.resources.grammar.tokens import Tokens, tokenize
from recount.resources.grammar.units import is_clock, is_name_number, measure_kind, ordinal_number
from recount.resources.grammar.words import NumberWords, number_words

_KEPT_TEXTS = 8
_FURTHER_BEFORE = frozenset({"another", "additional", "further", "extra"})
_FURTHER_AFTER = frozenset({"more", "additional", "further"})


def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of ``text[start:end]`` in order, none overlapping.

    Offsets count from the text's start. Article quantities ("a driver") are flagged.

    >>> [text[q.start:q.end] for text in ("At least 24 mourners died.",)
    ...  for q in find_quantities(text)]
    ['At least 24 mourners']
    """
    return within(_all_quantities, _quantities, text, start, end)


@lru_cache(maxsize=_KEPT_TEXTS)
def _all_quantities(text: str) -> tuple[Quantity, ...]:
    return _quantities(text, 0, len(text))


def _quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    tokens = tokenize(text, start, end)
    words = number_words()
    dates = _dates(text, start, end)
    triggers = _triggers()
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        low = tokens.lows[index]
        if low not in triggers and not low[0].isdecimal():
            index += 1
            continue
        if _inside(dates, tokens.starts[index]):
            index += 1
            continue
        begin = index
        quantity, index = _read(tokens, index, words)
        if quantity is None:
            quantity, index = one_more(tokens, begin, words, found) or (None, index)
        if quantity is not None:
            quantity = taken_up(tokens, quantity, found)
            if len(found) > 0 and found[-1].end > quantity.start:
                found.pop()  # a hedge reaches back over what seemed a vague word
            found.append(quantity)
    return tuple(found)


@lru_cache(maxsize=1)
def _triggers() -> frozenset[str]:
    words = number_words()
    vague = {phrase[0] for phrase in words.vague}
    first = {"a", "an", "no", "nobody", "none", "neither", "another", "half", "between"}
    return frozenset({*words.ones, *words.ordinals, *words.tens, *words.scales, *vague, *first})


def _dates(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (item.start, item.end)
        for item in find_times(text, start, end)
        if item.kind in CALENDAR_KINDS
    )


def _inside(ranges: tuple[tuple[int, int], ...], offset: int) -> bool:
    at = bisect_right(ranges, (offset, len(ranges) and ranges[-1][1] + 1)) - 1
    return at >= 0 and ranges[at][0] <= offset < ranges[at][1]


def _read(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    """Return the quantity that begins at a token, if any, and the token to go on with."""
    rank = _rank_or_clock(tokens, index, words)
    if rank is not None:
        return rank
    hedged = read_hedged(tokens, index, words)
    if hedged is None:
        return _without_number(tokens, index, words)
    if is_name_number(tokens, hedged, words):
        return None, hedged.after
    measure = measure_kind(tokens, hedged, words)
    if measure is not None:
        return _measured(tokens, hedged, *measure), max(hedged.after, measure[1])
    return _counted(tokens, hedged, words)


def _rank_or_clock(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity, int] | None:
    low = tokens.low(index)
    if low in words.ordinals:
        return _plain(tokens, index, index + 1, words.ordinals[low], QuantityKind.ORDINAL)
    if not low[0].isdecimal():
        return None
    if is_clock(low):
        meridiem = tokens.low(index + 1) in words.units
        after = index + 2 if meridiem else index + 1
        return _plain(tokens, index, after, None, QuantityKind.TIME)
    if ordinal_number(tokens, index) and low.isdecimal():
        return _plain(tokens, index, index + 2, int(low), QuantityKind.ORDINAL)
    return None


def _plain(
    tokens: Tokens, index: int, after: int, number: int | None, kind: QuantityKind
) -> tuple[Quantity, int]:
    start, end = tokens.starts[index], tokens.ends[after - 1]
    quantity = Quantity(start, end, start, end, number, None, Qualifier.EXACT, kind, None)
    return quantity, after


def _without_number(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    low = tokens.low(index)
    if low in ("no", "none", "nobody", "neither"):
        return nobody(tokens, index, words)
    if low in ("a", "an", "another"):
        return article_person(tokens, index, words)
    return None, index + 1


def _measured(tokens: Tokens, hedged: Hedged, kind: QuantityKind, after: int) -> Quantity:
    base = _quantity(tokens, hedged, kind, None)
    start = base.number_start if kind is QuantityKind.TIME else base.start
    if kind is QuantityKind.MONEY and hedged.currency is not None:
        start = min(start, tokens.starts[hedged.currency])
    return replace(
        base, start=start, end=max(base.end, tokens.ends[after - 1]), amount=hedged.amount
    )


def _counted(tokens: Tokens, hedged: Hedged, words: NumberWords) -> tuple[Quantity | None, int]:
    after = hedged.after
    further = _is_further(tokens, hedged)
    noun_from = after + 1 if tokens.low(after) in _FURTHER_AFTER else after
    noun = counted_noun(tokens, noun_from, hedged, words)
    if noun is not None:
        quantity = _quantity(tokens, hedged, noun.kind, noun)
        return replace(quantity, further=further), max(after, noun.resume)
    partitive = partitive_noun(tokens, after, words)
    if partitive is not None:
        base = _quantity(tokens, hedged, partitive.kind, None)
        counted = None if partitive.pronoun else _span(tokens, partitive)
        return replace(base, counted=counted, further=further), after
    kind = kind_by_context(tokens, hedged, words)
    if kind is QuantityKind.UNKNOWN and (
        hedged.is_vague or is_idle_one(tokens, hedged) or is_loose_figure(tokens, hedged)
    ):
        return None, after
    return replace(_quantity(tokens, hedged, kind, None), further=further), after


def _quantity(tokens: Tokens, hedged: Hedged, kind: QuantityKind, noun: Noun | None) -> Quantity:
    end = tokens.ends[hedged.hedge_after - 1]
    if noun is not None:
        end = max(end, tokens.ends[noun.head])
    return Quantity(
        start=tokens.starts[hedged.hedge_first],
        end=end,
        number_start=tokens.starts[hedged.first],
        number_end=tokens.ends[hedged.number_after - 1],
        number=hedged.number,
        upper=hedged.upper,
        qualifier=hedged.qualifier,
        kind=kind,
        counted=None if noun is None else _span(tokens, noun),
    )


def _span(tokens: Tokens, noun: Noun) -> Span:
    return Span(tokens.starts[noun.first], tokens.ends[noun.last])


def _is_further(tokens: Tokens, hedged: Hedged) -> bool:
    return (
        tokens.low(hedged.hedge_first - 1) in _FURTHER_BEFORE
        or tokens.low(hedged.hedge_after) in _FURTHER_AFTER
    )
