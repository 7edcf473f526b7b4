"""People counted without a number: "a driver", "another soldier", "no one was killed"."""

from __future__ import annotations

from collections.abc import Sequence

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
_ONE_MORE = frozenset({"victim", "body", "death"})
"""Of them those that do after "another" and "a third"."""
_RANKS = frozenset({"lieutenant", "sergeant", "grade", "grader", "class", "year", "party", "aid"})
"""Nouns whose ordinal is part of a name ("a second lieutenant")."""
_REACH_BACK = 160
"""Characters between "two were killed" and "a third": about one sentence."""
_AFTER_ONE_MORE = frozenset(
    {"was", "is", "had", "has", "later", "remains", "remained"}
    | {"escaped", "survived", "surrendered", "fled"}
)


def article_person(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    """Return the one person of "a local journalist", if it is one, and where to go on."""
    ranked = tokens.low(index + 1) in words.ordinals and tokens.low(index + 2) not in _RANKS
    further = tokens.low(index) == "another" or (ranked and tokens.low(index + 1) != "first")
    head = find_head(tokens, index + 2 if ranked else index + 1, words, singular=True)
    if head is None:
        return None, index + 1
    noun = tokens.low(head)
    form = words.nouns.get(noun)
    kind = QuantityKind.PEOPLE if form is None else form.kind
    if kind not in _PERSON_KINDS or (noun in _NOT_COUNTED and not (further and noun in _ONE_MORE)):
        return None, index + 1
    quantity = _one(tokens, index, index + 1, head, kind, further=further)
    return quantity, head + 1


def one_more(
    tokens: Tokens, index: int, words: NumberWords, found: Sequence[Quantity]
) -> tuple[Quantity, int] | None:
    """Return the person of "two were killed and a third was hurt", and where to go on.

    The rank tells that it is no fraction: it is the next after those just counted.
    """
    rank = words.ordinals.get(tokens.low(index + 1))
    if rank is None or tokens.low(index) not in ("a", "an") or len(found) == 0:
        return None
    last, after = found[-1], tokens.low(index + 2)
    if last.kind not in _PERSON_KINDS or last.number != rank - 1:
        return None
    if tokens.starts[index] - last.end > _REACH_BACK:
        return None
    if after not in _AFTER_ONE_MORE and after not in words.casualty:
        return None
    quantity = _one(tokens, index, index + 1, index + 1, last.kind, further=True)
    return quantity, index + 2


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


_AFTER_NEITHER = frozenset({"was", "is", "of", "man", "woman", "officer", "soldier", "suffered"})
"""Words that follow when two people, not two sides, are meant."""


def nobody(tokens: Tokens, index: int, words: NumberWords) -> tuple[Quantity | None, int]:
    """Return the zero of "no one was killed" or "no casualties", and where to go on."""
    low = tokens.low(index)
    if low == "no" and tokens.low(index + 1) != "one":
        return _no_people(tokens, index, words)
    after = index + 2 if low == "no" else index + 1
    ahead = {tokens.low(after + step) for step in range(_REACH_CASUALTY)}
    if ahead.isdisjoint(words.casualty):
        return None, after
    if low == "neither" and tokens.low(after) not in _AFTER_NEITHER:
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
