"""Numbers that count nothing: measures with a unit, and numbers that are part of a name."""

from __future__ import annotations

import re

from recount.model import Qualifier
from recount.resources.grammar.hedges import Hedged
from recount.resources.grammar.nouns import find_head
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import NumberWords

Measured = tuple[QuantityKind, int]
"""A kind and the token after the unit."""

_DASHES = frozenset("-–‑")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_OLDEST = 115
"""No bare number above this is an age."""
_PHONE_DIGITS = 7
"""Digits in neighbouring groups that make a telephone or serial number."""
_BEFORE_CLOCK = frozenset({"at", "since", "until", "(", "before", "after", "by"})
_AFTER_CLOCK = frozenset(
    {"on", "in", "at", "and", "when", "today", "yesterday", "this", "local", "gmt"}
)
_STREETS = frozenset(
    {"ave", "avenue", "st", "street", "rd", "road", "drive", "dr", "blvd", "boulevard", "lane"}
    | {"court", "terrace", "place", "way", "circle", "parkway"}
)
_SCORE_WORDS = frozenset(
    {"won", "win", "lost", "beat", "draw", "drew", "defeated", "score", "lead", "victory", "vote"}
)


def measure_kind(tokens: Tokens, hedged: Hedged, words: NumberWords) -> Measured | None:
    """Return the kind of a measure and the token after its unit, if the number is one."""
    if hedged.currency is not None:
        return QuantityKind.MONEY, hedged.after
    if hedged.amount is None:
        return _vague_measure(tokens, hedged, words)
    return (
        _age(tokens, hedged, words)
        or _clock(tokens, hedged)
        or _with_unit(tokens, hedged, words)
        or _fraction(tokens, hedged)
    )


def _vague_measure(tokens: Tokens, hedged: Hedged, words: NumberWords) -> Measured | None:
    at = hedged.after + 1 if tokens.low(hedged.after) == "of" else hedged.after
    kind = words.units.get(tokens.low(at))
    return None if kind is None else (kind, at + 1)


def _unit_at(tokens: Tokens, hedged: Hedged) -> int:
    """Return the token of a unit: after the number, or after its hyphen ("20-km")."""
    after = hedged.after
    dashed = tokens.low(after) in _DASHES and tokens.glued(after) and tokens.glued(after + 1)
    return after + 1 if dashed else after


def _with_unit(tokens: Tokens, hedged: Hedged, words: NumberWords) -> Measured | None:
    at = _unit_at(tokens, hedged)
    low = tokens.low(at)
    if low == "per" and tokens.low(at + 1) == "cent":
        return QuantityKind.PERCENT, at + 2
    if low in ("us", "u.s.") or (low not in words.units and tokens.is_capital(at)):
        # "2 million Egyptian pounds", "5,000 US dollars"
        if words.units.get(tokens.low(at + 1)) is QuantityKind.MONEY:
            return QuantityKind.MONEY, at + 2
        if tokens.low(at + 1) in ("pounds", "pound") and low.endswith("an"):
            return QuantityKind.MONEY, at + 2
    kind = words.units.get(low)
    if kind is None or (kind is QuantityKind.TIME and hedged.amount and hedged.amount > 24):
        return None
    if low == "m" and not tokens.glued(at):
        return None
    if low in ("am", "pm") and hedged.words:
        return None
    if low in ("foot", "second", "day", "won", "baht") and at == hedged.after and not hedged.one:
        return None if low != "foot" else (kind, at + 1)
    return kind, at + 1


_OF_AGE = frozenset(
    {"boy", "girl", "man", "woman", "child", "baby", "infant", "toddler", "youth", "teenager"}
    | {"youngster", "lad", "schoolboy", "schoolgirl", "son", "daughter", "grandmother"}
    | {"grandfather", "mother", "father", "student", "pupil", "sons", "daughters", "boys", "girls"}
    | {"brothers", "sisters", "twins"}
)
_YOUNGEST = 1
_AFTER_AGE = frozenset(
    [
        *("was", "were", "is", "are", "who", "and", "had", "has", "died", "in", "at", "on", "from"),
        *("near", "when", "while", "by", "with", "lost", "whose", ".", ",", ";", ")", ""),
    ]
)
"""What follows an age; after a count stands what is counted ("a mother of three girls")."""


def _age(tokens: Tokens, hedged: Hedged, words: NumberWords) -> Measured | None:
    at = _unit_at(tokens, hedged)
    if tokens.low(at) in _DASHES and tokens.glued(at):
        at += 1  # "57- year- old": broken type
    unit = tokens.low(at)
    if words.units.get(unit) is QuantityKind.DURATION or unit == "yr":
        old = at + 2 if tokens.low(at + 1) in _DASHES else at + 1
        if tokens.low(old) in ("old", "olds"):
            return QuantityKind.AGE, old + 1
        if tokens.low(at + 1) == "of" and tokens.low(at + 2) == "age":
            return QuantityKind.AGE, at + 3
        return None
    if hedged.amount is None or hedged.amount > _OLDEST:
        return None
    before = tokens.low(hedged.hedge_first - 1)
    if before in ("aged", "age", "ages"):
        return QuantityKind.AGE, hedged.after
    if before in ("of", "between") and tokens.low(hedged.hedge_first - 2) in (
        "age",
        "ages",
        "aged",
    ):
        return QuantityKind.AGE, hedged.after
    of_age = (
        tokens.low(hedged.hedge_first - 2) in _OF_AGE and tokens.low(hedged.after) in _AFTER_AGE
    )
    if before == "of" and of_age:  # "a girl of eight was wounded"
        return QuantityKind.AGE, hedged.after
    kin = tokens.low(hedged.first - 3) == "of" and tokens.low(hedged.first - 4) in _OF_AGE
    if before == "and" and kin and hedged.amount > _YOUNGEST:  # "his sons of 17 and 20"
        return QuantityKind.AGE, hedged.after
    if unit == "s" and tokens.glued(at):
        return (QuantityKind.AGE, at + 1) if hedged.amount % 10 == 0 else None
    return _bare_age(tokens, hedged, words)


def _bare_age(tokens: Tokens, hedged: Hedged, words: NumberWords) -> Measured | None:
    """Read ", 23," or "(23)" after a name or after one person's noun ("a nephew, 16,")."""
    first, after = hedged.first, hedged.after
    if hedged.words or after != first + 1 or hedged.hedge_first != first:
        return None
    mark, closing = tokens.low(first - 1), tokens.low(after)
    if not (tokens.is_capital(first - 2) or _is_one_person(tokens, first - 2, words)):
        return None
    if mark == "(" and closing == ")":
        return QuantityKind.AGE, after
    if mark != ",":
        return None
    follows = closing in (",", ".", ";", ")", "from", "who")
    of_place = closing in ("of", "and") and tokens.is_capital(after + 1)
    return (QuantityKind.AGE, after) if follows or of_place else None


def _is_one_person(tokens: Tokens, at: int, words: NumberWords) -> bool:
    form = words.nouns.get(tokens.low(at))
    people = (QuantityKind.PEOPLE, QuantityKind.FIGHTERS)
    return form is not None and form.singular and not form.plural and form.kind in people


def _clock(tokens: Tokens, hedged: Hedged) -> Measured | None:
    digits = tokens.low(hedged.first)
    before = tokens.low(hedged.hedge_first - 1)
    on_clock = before in _BEFORE_CLOCK or hedged.qualifier is Qualifier.ABOUT
    if _HOURS.fullmatch(digits) and on_clock:
        follows = tokens.low(hedged.after)
        if follows in _AFTER_CLOCK or not follows[0].isalnum():
            return QuantityKind.TIME, hedged.after
    if _is_hour(tokens, hedged):
        return QuantityKind.TIME, hedged.after
    if _HOURS.fullmatch(digits) and tokens.low(hedged.after) in (
        "hours",
        "hrs",
        "gmt",
        "utc",
        "local",
        "h",
    ):
        return QuantityKind.TIME, hedged.after + 1
    return None


def _is_hour(tokens: Tokens, hedged: Hedged) -> bool:
    """Whether a number is an hour by the part of the day behind it ("at six in the morning")."""
    if hedged.amount is None or hedged.amount > _NOON:
        return False
    if tokens.low(hedged.first - 1) not in _BEFORE_HOUR:
        return False
    after = [tokens.low(hedged.after + step) for step in range(3)]
    if after[:2] == ["in", "the"]:
        return after[2] in _DAY_PARTS
    if after[:2] == ["at", "night"]:
        return True
    if after[0] == "on":
        return after[1].endswith("day") and after[2] in _DAY_PARTS
    return after[0] in ("that", "this", "yesterday", "last", "tomorrow") and after[1] in _DAY_PARTS


_NOON = 12
_BEFORE_HOUR = frozenset(
    {"at", "by", "until", "till", "before", "after", "since", "from", "around", "about", "towards"}
    | {"toward", "past", "to", "between", "and"}
)
_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def _fraction(tokens: Tokens, hedged: Hedged) -> Measured | None:
    low = tokens.low(hedged.after)
    at = hedged.after + 1 if low in _DASHES else hedged.after
    word = tokens.low(at)
    if word in ("thirds", "quarters", "fifths", "tenths") or (
        hedged.one and at > hedged.after and word in ("third", "quarter", "fifth", "tenth", "half")
    ):
        return QuantityKind.PERCENT, at + 1
    return None


def is_clock(low: str) -> bool:
    """Return whether a token is a time of day in digits."""
    return _CLOCK.fullmatch(low) is not None


def is_name_number(tokens: Tokens, hedged: Hedged, words: NumberWords) -> bool:
    """Return whether a number is part of a name, a score, a telephone number or a code."""
    if hedged.amount is None:
        return False
    first, after = hedged.first, hedged.number_after
    if hedged.words:
        return _idiom_of_one(tokens, hedged)
    return (
        _glued_to_letters(tokens, first, after, words)
        or (hedged.upper is None and _is_code(tokens, first, after))
        or _is_compound(tokens, hedged)
        or _is_score(tokens, first, after)
        or _is_labelled(tokens, hedged, words)
        or _is_address(tokens, hedged)
    )


def _glued_to_letters(tokens: Tokens, first: int, after: int, words: NumberWords) -> bool:
    before = tokens.low(first - 1)
    if tokens.glued(first) and before not in words.currency:
        if before[-1].isalpha() or before in ("#", "/", ".", "_", "№", "'", "’"):
            return True
        if before in _DASHES and tokens.glued(first - 1) and tokens.low(first - 2)[-1].isalnum():
            return True
    if not tokens.glued(after) or not tokens.low(after)[0].isalpha():
        return False
    low = tokens.low(after)
    if low == "s":
        return False
    return low not in words.units or low == "mm"


def _is_code(tokens: Tokens, first: int, after: int) -> bool:
    """Telephone numbers, fractions, dates with slashes, hyphenated codes."""
    low = tokens.low(after)
    if low in ("/", "_") and tokens.glued(after) and tokens.glued(after + 1):
        return True
    digits = sum(len(tokens.low(at)) for at in range(first, after) if tokens.low(at).isdecimal())
    step = after
    while tokens.low(step).isdecimal() or (
        tokens.low(step) in _DASHES and tokens.low(step + 1).isdecimal()
    ):
        if tokens.low(step).isdecimal():
            digits += len(tokens.low(step))
        step += 1
    if digits >= _PHONE_DIGITS and (step > after or "," not in tokens.low(first)):
        return True
    behind = tokens.low(first - 1)
    return behind.isdecimal() and len(behind) >= 3 and not tokens.glued(first)


def _is_compound(tokens: Tokens, hedged: Hedged) -> bool:
    """Whether a hyphen joins it to a figure or letter; "10-day" is left to the units."""
    after = hedged.number_after
    if tokens.low(after) not in _DASHES or not tokens.glued(after) or not tokens.glued(after + 1):
        return False
    word = tokens.low(after + 1)
    return word[0].isdecimal() or word in ("a", "b", "c", "d")


def _is_score(tokens: Tokens, first: int, after: int) -> bool:
    if tokens.low(after) not in _DASHES or not tokens.low(after + 1).isdecimal():
        return any(tokens.low(at) in _DASHES for at in range(first, after)) and any(
            tokens.low(first - back) in _SCORE_WORDS for back in (1, 2, 3)
        )
    return True


def _is_labelled(tokens: Tokens, hedged: Hedged, words: NumberWords) -> bool:
    """Whether a label or a capitalised name stands before a bare number ("Route 9")."""
    if hedged.hedge_first != hedged.first or hedged.after != hedged.first + 1:
        return False
    before_at = hedged.first - 1
    if tokens.low(before_at) == "." and tokens.low(before_at - 1) in ("no", "nos", "art", "sec"):
        return True
    before = tokens.low(before_at)
    if before not in words.labels and not _is_name_word(tokens, before_at, words):
        return False
    head = find_head(tokens, hedged.after, words, singular=hedged.one)
    following = tokens.low(hedged.after)
    if following in words.casualty or following in ("were", "others", "more", "have"):
        return False
    if following == "of" and before not in words.labels:
        return False
    return head is None


def _is_address(tokens: Tokens, hedged: Hedged) -> bool:
    """Whether a street follows ("the 3800 block of", "749 Parker Ave.")."""
    after = hedged.after
    if tokens.low(after) == "block":
        return True
    return tokens.is_capital(after) and any(
        tokens.low(after + step) in _STREETS and tokens.is_capital(after + step)
        for step in (1, 2, 3)
    )


def _is_name_word(tokens: Tokens, at: int, words: NumberWords) -> bool:
    if not tokens.is_capital(at) or tokens.is_upper(at) or tokens.low(at) in words.stops:
        return False
    if tokens.low(at) in words.casualty_before or tokens.low(at) in words.nouns:
        return False
    return tokens.low(at - 1) not in (".", "\n", '"', "“", "!", "?", ":", ";", "(")


def _idiom_of_one(tokens: Tokens, hedged: Hedged) -> bool:
    """Whether "one" counts nothing: "no one", "one another", "this one", "the one who"."""
    if tokens.low(hedged.first) != "one" or hedged.number_after != hedged.first + 1:
        return False
    before, after = tokens.low(hedged.first - 1), tokens.low(hedged.number_after)
    if before in ("this", "that", "which", "each", "every", "any", "another", "no", "-"):
        return True
    if before == "by" and tokens.low(hedged.first - 2) == "one":
        return True
    if after in ("another", "by", "'s", "’s", "’", "'", "such", "would", "can", "might"):
        return True
    return before == "the" and after in ("that", "who", "which", "of", "in", "to", "thing")


def ordinal_number(tokens: Tokens, index: int) -> bool:
    """Return whether digits at a token carry an ordinal ending ("21st")."""
    return tokens.low(index + 1) in _ORDINAL_ENDS and tokens.glued(index + 1)
