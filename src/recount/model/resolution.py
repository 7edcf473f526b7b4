"""What resolving a document gives: statements, tallies with values, actors and aliases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from recount.model.document import Publication
from recount.model.span import Span
from recount.model.statement import Statement, Voice
from recount.model.values import CountValue, PlaceValue, Unknown
from recount.model.vocabulary import ActorKind, Measure

V = TypeVar("V")


BEST_KNOWN = "the best known place of this name"
"""Reason of a place that was chosen among its namesakes for want of any area in the words."""


@dataclass(frozen=True, slots=True)
class Resolved(Generic[V]):
    """A value with the reasons for it, rival candidates, and the spans it rests on.

    ``spans`` are other than the words themselves: anchors, antecedents, context.
    """

    value: V | Unknown
    method: str
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentActor:
    """An actor as one document names it: canonical name and the aliases met in the text."""

    document: str
    actor: str
    kind: ActorKind
    generic: bool
    country: str | None
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    shipped: bool = False
    """Whether the name comes from the shipped or the user's actor list."""


@dataclass(frozen=True, slots=True)
class ResolvedTally:
    """A tally with its values; dates are the first and last day of the period, both included."""

    id: str
    document: str
    measure: Measure
    value: CountValue
    voice: Voice
    original: str
    spans: tuple[Span, ...]
    actor: str | None = None
    target: str | None = None
    place: PlaceValue | None = None
    start: date | None = None
    end: date | None = None
    compared_with: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """All values of one document, under one publication date and one set of resources."""

    document: str
    rendition: str
    publication: Publication
    statements: tuple[Statement, ...]
    tallies: tuple[ResolvedTally, ...] = ()
    actors: tuple[DocumentActor, ...] = ()
    notes: tuple[str, ...] = field(default=())
