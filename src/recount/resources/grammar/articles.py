"""People counted without a number: "a driver", "another soldier", "no one was killed"."""

from __future__ import annotations

from recount.model import Qualifier, Span
from recount.resources.grammar.nouns import find_head
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import NumberWords

_PERSON_KINDS = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})
_REACH_CASUALTY = 5
"""Tokens after "no one" among which a word of casualties must stand."""
_NOT_COUNTED = frozenset(
    {"death", "injury", "body", "victim", "life", "figure", "other", "head", "family"}
    | {"couple", "household"}
)
"""Nouns that name no further person after an article ("a death threat", "a body of law")."""


def article_person(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    """Return the one person of "a local journalist", if it is one, and where to go on."""
    head = find_head(tokens, index + 1, words, singular=True)
    if head is None:
        return None, index + 1
    form = words.nouns.get(tokens.low(head))
    kind = QuantityKind.PEOPLE if form is None else form.kind
    if kind not in _PERSON_KINDS or tokens.low(head) in _NOT_COUNTED:
        return None, index + 1
    further = tokens.low(index) == "another"
    quantity = _one(tokens, index, index + 1, head, kind, further=further)
    return quantity, head + 1


def _one(
    tokens: Tokens, index: int, first: int, head: int, kind: QuantityKind, *, further: bool
) -> Quantity:
    return Quantity(
        start=tokens.starts[index],
        end=tokens.ends[head],
        number_start=tokens.starts[index],
        number_end=tokens.ends[index],
        number=1,
        upper=None,
        qualifier=Qualifier.EXACT,
        kind=kind,
        counted=Span(tokens.starts[first], tokens.ends[head]),
        article=True,
        further=further,
    )


def nobody(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    """Return the zero of "no one was killed" or "no casualties", and where to go on."""
    low = tokens.low(index)
    if low == "no" and tokens.low(index + 1) != "one":
        return _no_people(tokens, index, words)
    after = index + 2 if low == "no" else index + 1
    ahead = {tokens.low(after + step) for step in range(_REACH_CASUALTY)}
    if ahead.isdisjoint(words.casualty):
        return None, after
    return _zero(tokens, index, after, None), after


def _no_people(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    head = find_head(tokens, index + 1, words, singular=False)
    form = None if head is None else words.nouns.get(tokens.low(head))
    if head is None or form is None or form.kind not in _PERSON_KINDS:
        return None, index + 1
    counted = Span(tokens.starts[index + 1], tokens.ends[head])
    return _zero(tokens, index, head + 1, counted), head + 1


def _zero(tokens: Tokens, index: int, after: int, counted: Span | None) -> Quantity:
    number_after = index + 1 if counted is not None else after
    return Quantity(
        start=tokens.starts[index],
        end=tokens.ends[after - 1],
        number_start=tokens.starts[index],
        number_end=tokens.ends[number_after - 1],
        number=0,
        upper=None,
        qualifier=Qualifier.EXACT,
        kind=QuantityKind.PEOPLE,
        counted=counted,
    )
