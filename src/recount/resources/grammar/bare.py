"""Numbers without a noun: what the words around them make them count.

"Killing 28", "6 injured", "a gang of six", "500 marched", "eight in Osset, four in Havna".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Qualifier
from recount.resources.grammar.hedges import Hedged
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import NumberWords

_NEAR = 6
"""Tokens on each side of a bare number in which a word of casualties makes it count people."""
_SENTENCE_ENDS = frozenset({".", ";", "!", "?", "\n"})
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})
_FURTHER = frozenset({"more", "further", "additional"})
_AUXILIARY = frozenset(
    {"was", "is", "has", "had", "were", "are", "have", "been", "later", "still", "reportedly"}
    | {"also", "then", "feared", "believed", "known", "confirmed", "to", "be", "being"}
)
_ONLY_PEOPLE = frozenset(
    {"died", "fled", "marched", "joined", "gathered", "rallied", "protested", "attended"}
    | {"escaped", "survived", "surrendered", "aboard", "unaccounted", "hospitalized", "jailed"}
    | {"hospitalised", "questioned", "indicted", "convicted", "sentenced", "detained", "who"}
    | {"rescued", "evacuated", "imprisoned", "deported", "homeless", "trapped", "sickened"}
)
"""Words that after a number, with or without an auxiliary, tell of people alone."""
_ONLY_PEOPLE_PHRASES = (
    ("on", "board"),
    ("in", "custody"),
    ("in", "police", "custody"),
    ("in", "hospital"),
    ("in", "jail"),
    ("in", "critical", "condition"),
    ("in", "serious", "condition"),
    ("took", "part"),
    ("turned", "out"),
    ("taken", "to", "hospital"),
    ("taken", "to", "a", "hospital"),
    ("taken", "to", "the", "hospital"),
    ("taken", "into", "custody"),
    ("taken", "hostage"),
    ("taken", "prisoner"),
    ("treated", "for"),
    ("treated", "at"),
    ("charged", "with"),
    ("charged", "in"),
    ("charged", "over"),
    ("held", "over"),
    ("held", "for"),
    ("held", "after"),
    ("held", "in"),
    ("on", "the", "run"),
    ("at", "large"),
    ("of", "whom"),
    ("sought", "by"),
    ("wanted", "for"),
)
_BANDS = frozenset(
    {"group", "gang", "crowd", "force", "team", "party", "band", "squad", "column", "army", "mob"}
    | {"unit", "crew", "patrol", "garrison", "family", "audience", "congregation", "staff"}
    | {"delegation", "contingent", "town", "city", "village", "capital", "population", "region"}
    | {"community", "island", "country", "nation", "district", "province", "settlement", "hamlet"}
)
"""Nouns whose "of N" numbers people ("a gang of six", "a town of some 40,000")."""
_ROW_BEFORE = frozenset({",", ":", ";", "and", "(", "plus", "or", "but", "-", "–", "—"})
_ROW_AFTER = frozenset(
    {"in", "at", "near", "from", "on", "elsewhere", "according", "by", "outside", "around"}
    | {"during", "inside"}
)
_LONGEST_GAP = 12
"""Tokens between two members of a row ("20 in the north-eastern district of Tarn, 25 in")."""


def is_idle_one(tokens: Tokens, hedged: Hedged) -> bool:
    """Return whether it is a "one" that stands for somebody or something ("one wonders")."""
    return tokens.low(hedged.first) == "one" and hedged.after == hedged.first + 1


def is_loose_figure(tokens: Tokens, hedged: Hedged) -> bool:
    """Return whether a bare figure counts nothing: a year, a list's number, one of many codes."""
    if hedged.words or hedged.hedge_first != hedged.first or hedged.after != hedged.first + 1:
        return False
    low = tokens.low(hedged.first)
    if _YEARLIKE.fullmatch(low):
        return True
    follows = tokens.low(hedged.after)
    before = tokens.low(hedged.first - 1)
    opens = before == "\n" or hedged.first == 0
    if opens and follows in (".", ")"):
        return True
    far = tokens.low(hedged.after + 1) if follows == "," else ""
    back = tokens.low(hedged.first - 2) if before == "," else ""
    return len(low) >= 3 and low.isdecimal() and (far.isdecimal() or back.isdecimal())


def kind_by_context(tokens: Tokens, hedged: Hedged, words: NumberWords) -> QuantityKind:
    """Return PEOPLE for a bare number beside words that tell of people ("killing 28")."""
    if is_idle_one(tokens, hedged):
        return _kind_of_one(tokens, hedged, words)
    before = tokens.low(hedged.hedge_first - 1)
    if before in words.casualty_before and not (
        before in words.taking_before and _unknown_noun(tokens, hedged.after, words)
    ):
        return QuantityKind.PEOPLE
    if _is_size_of_band(tokens, hedged) or _tells_of_people(tokens, hedged.after, words):
        return QuantityKind.PEOPLE
    if _unknown_noun(tokens, hedged.after, words):
        return QuantityKind.UNKNOWN
    near = (*_ahead(tokens, hedged.after), *_behind(tokens, hedged.hedge_first))
    return QuantityKind.UNKNOWN if words.casualty.isdisjoint(near) else QuantityKind.PEOPLE


def _ahead(tokens: Tokens, at: int) -> list[str]:
    return _until_end([tokens.low(at + step) for step in range(_NEAR)])


def _behind(tokens: Tokens, at: int) -> list[str]:
    return _until_end([tokens.low(at - step) for step in range(1, _NEAR + 1)])


def _until_end(lows: list[str]) -> list[str]:
    end = next((at for at, low in enumerate(lows) if low in _SENTENCE_ENDS), len(lows))
    return lows[:end]


def _is_size_of_band(tokens: Tokens, hedged: Hedged) -> bool:
    """Whether it is how many are in a band or live in a place ("a gang of six")."""
    at = hedged.hedge_first - 1
    if hedged.after < len(tokens) and tokens.low(hedged.after) in ("-", "%"):
        return False
    if tokens.low(at) == "of":
        return tokens.low(at - 1) in _BANDS
    return tokens.low(at) == "population"


def _tells_of_people(tokens: Tokens, at: int, words: NumberWords) -> bool:
    """Whether what follows a number happens to people alone, or is done by them alone."""
    while tokens.low(at) in _FURTHER:
        at += 1
    first = at
    while tokens.low(at) in _AUXILIARY:
        at += 1
    if tokens.low(at) in _ONLY_PEOPLE or (at > first and tokens.low(at) in words.casualty):
        return True
    return any(
        all(tokens.low(at + step) == word for step, word in enumerate(phrase))
        for phrase in _ONLY_PEOPLE_PHRASES
    )


def _unknown_noun(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a word follows that may be the noun counted, though the vocabulary lacks it."""
    low = tokens.low(index)
    return low[0].isalpha() and low not in words.stops and low not in words.casualty


def _kind_of_one(tokens: Tokens, hedged: Hedged, words: NumberWords) -> QuantityKind:
    """Return PEOPLE only beside words of casualties or of people ("one was hurt", "one fled")."""
    at = hedged.after + 1 if tokens.low(hedged.after) in _FURTHER else hedged.after
    before = tokens.low(hedged.first - 1)
    taken = before in words.casualty_before and before not in words.taking_before
    if taken and not _unknown_noun(tokens, at, words):
        return QuantityKind.PEOPLE
    if tokens.low(at) != "who" and _tells_of_people(tokens, at, words):
        return QuantityKind.PEOPLE
    ahead = [tokens.low(at + step) for step in range(3)]
    auxiliary = ahead[0] in {"was", "is", "has", "had", "were", "later"}
    near = ahead[1:] if auxiliary else ahead[:1]
    if any(low in words.casualty for low in near) and Qualifier.EXACT is hedged.qualifier:
        return QuantityKind.PEOPLE
    if hedged.qualifier is not Qualifier.EXACT and any(low in words.casualty for low in ahead):
        return QuantityKind.PEOPLE
    return QuantityKind.UNKNOWN


def taken_up(tokens: Tokens, quantity: Quantity, found: Sequence[Quantity]) -> Quantity:
    """Return a bare number of a row with the kind of people that the row counts.

    "38 casualties in Osset, 20 in Tarn": the second figure leaves its noun out.
    """
    if quantity.kind is not QuantityKind.UNKNOWN or len(found) == 0:
        return quantity
    last = found[-1]
    if last.kind not in _PEOPLE or last.article or last.end > quantity.start:
        return quantity
    first = bisect_left(tokens.starts, quantity.start)
    after = bisect_left(tokens.starts, quantity.end)
    if tokens.low(first - 1) not in _ROW_BEFORE or tokens.low(after) not in _ROW_AFTER:
        return quantity
    between = tokens.lows[bisect_left(tokens.starts, last.end) : first]
    if len(between) > _LONGEST_GAP or not _SENTENCE_ENDS.difference(";").isdisjoint(between):
        return quantity
    return replace(quantity, kind=last.kind)
