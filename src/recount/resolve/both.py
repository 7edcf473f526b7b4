"""Whether "both" stands for two people: not in "both sides", "both the ministry and the army"."""

from __future__ import annotations

from recount.resources.grammar.nouns import find_head, noun_form
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.tokens import Tokens, tokenize
from recount.resources.grammar.words import number_words

_REACH = 90
"""Characters after "both" in which its noun or its two names stand."""
_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})
_OPENERS = frozenset(
    {"the", "its", "their", "his", "her", "of", "these", "those", "our", "a", "an"}
)
_PRONOUNS = frozenset({"them", "whom", "he", "she", "him", "us"})
_SIDES = frozenset({"side", "sides", "party", "parties", "end", "ends", "way", "ways"})
_HAVE = ("was", "were", "had", "have", "has", "are")


def both_are_people(text: str, after: int) -> bool:
    """Return whether the "both" that ends at an offset counts two human beings.

    >>> [both_are_people(t, 4) for t in ("both men died", "both sides agreed", "both were hurt")]
    [True, False, True]
    """
    tokens = tokenize(text, after, min(len(text), after + _REACH))
    at = 0
    while tokens.low(at) in _OPENERS:
        at += 1
    low = tokens.low(at)
    if low in _PRONOUNS or not low[0].isalpha() or low in number_words().casualty:
        return True
    if low in _SIDES:
        return False
    joint = _joint(tokens)
    if joint is not None and joint > at:
        return _names_a_person(tokens, at, joint, opened=at > 0)
    if low in number_words().stops or low in _HAVE:
        return True
    head = find_head(tokens, at, number_words(), singular=False)
    form = None if head is None else noun_form(tokens, head, number_words())
    return head is None or (form is not None and form.kind in _PEOPLE)


def _joint(tokens: Tokens) -> int | None:
    """Return the "and" between the two that are named, when nothing ends the words before it."""
    words = number_words()
    for at, low in enumerate(tokens.lows):
        if low == "and":
            return at
        if at > 0 and low in words.stops and low not in _OPENERS:
            return None
        form = noun_form(tokens, at, words)
        if low in (",", ";", ".") or (form is not None and form.plural):
            return None
    return None


def _names_a_person(tokens: Tokens, first: int, joint: int, *, opened: bool) -> bool:
    """Whether the first of two is somebody: a person's noun, or a name without an article."""
    words = number_words()
    for at in range(first, joint):
        form = noun_form(tokens, at, words)
        if form is not None and form.kind in _PEOPLE:
            return True
    last = joint - 1
    return not opened and tokens.is_capital(last) and not tokens.is_upper(last)
