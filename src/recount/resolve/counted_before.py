"""Plurals that take up people counted before: "three gunmen ... the gunmen were shot dead"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recount.model import CountValue, Span, SpanRole
from recount.resolve.quantity import resolve_quantity
from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import Quantity, QuantityKind

REACH = 400
"""Characters before a plural in which its number may stand: about three sentences."""
NEAR = 160
"""Characters in which "them" still means those counted: about one sentence."""

_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})
_TAKES_UP = re.compile(
    r"(?:(?:all(?: of)?|both(?: of)?)\s+)?(?:the|these|those)\s+(?:\w+\s+){0,2}?(?P<noun>\w+)$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:all(?: of them)?|they|them|both of them)$", re.IGNORECASE)
_ANYBODY = frozenset({"men", "victims", "people", "dead", "deceased", "bodies"})
"""Nouns that take up people of any other noun."""


@dataclass(frozen=True, slots=True)
class Before:
    """The number of people that a plural takes up, and the words that state it."""

    value: CountValue
    span: Span


def counted_before(text: str, span: Span) -> Before | None:
    """Return the number of those that a plural takes up, ``None`` when none is stated.

    "The gunmen" takes up the nearest number of gunmen; "them" the nearest of any people.

    >>> text = "Three gunmen fled. Police shot the gunmen."
    >>> counted_before(text, Span(31, 41)).value.value
    3
    """
    words = span.of(text).strip()
    pronoun = _PRONOUN.match(words) is not None
    noun = _TAKES_UP.match(words)
    if not pronoun and noun is None:
        return None
    wanted = "" if noun is None else noun["noun"].lower()
    reach = NEAR if pronoun else REACH
    for quantity in reversed(find_quantities(text)):
        if quantity.end > span.start or not _counts_several(quantity):
            continue
        if span.start - quantity.end > reach:
            return None
        if pronoun or wanted in _ANYBODY or _head(text, quantity) == wanted:
            value = resolve_quantity(quantity, text).value
            if not isinstance(value, CountValue):
                return None
            return Before(value, Span(quantity.start, quantity.end, SpanRole.ANTECEDENT))
    return None


def _counts_several(quantity: Quantity) -> bool:
    several = quantity.number is None or quantity.number > 1
    return quantity.kind in _PEOPLE and several and not quantity.article


def _head(text: str, quantity: Quantity) -> str:
    words = text[quantity.start : quantity.end].lower().split()
    return words[-1] if len(words) > 0 else ""
