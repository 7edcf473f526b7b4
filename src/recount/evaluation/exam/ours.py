"""The product's accounts in the form of the labels: offsets and closed labels, no words."""

from __future__ import annotations

from collections.abc import Iterator

from recount.evaluation.exam.nouns import Evidence, ExamAccount, Figure, Position
from recount.evaluation.product import ReadAccount, ReadDocument
from recount.model import (
    COUNT_PROPERTIES,
    CountValue,
    Property,
    ResponsibilityValue,
    Span,
    SpanRole,
    Statement,
)

_EVIDENCE: dict[Property, str] = {
    Property.DATE: "date",
    Property.PERPETRATOR: "participant",
    Property.TARGET: "participant",
    Property.VICTIM: "participant",
    **{prop: prop.value for prop in COUNT_PROPERTIES},
}

_NAMING = frozenset({SpanRole.VALUE, SpanRole.ANTECEDENT})
"""Spans that name an actor: the words themselves, and what "the group" stands for."""


def accounts_of(read: ReadDocument | None) -> tuple[ExamAccount, ...]:
    """Return all accounts of a document, of every realis and scope; none when it was not read."""
    return () if read is None else tuple(_account(account) for account in read.accounts)


def _account(account: ReadAccount) -> ExamAccount:
    told = account.record.account
    return ExamAccount(
        id=account.id,
        type=told.type,
        realis=told.realis,
        scope=told.scope,
        triggers=tuple(trigger.span for trigger in told.triggers),
        evidence=tuple(_evidence(account)),
        figures=tuple(_figures(account)),
        positions=tuple(
            Position(statement.value.stance, _actors(statement))
            for statement in account.record.of(Property.RESPONSIBILITY)
            if isinstance(statement.value, ResponsibilityValue)
        ),
        confidence=told.confidence,
        shown=account.shown,
    )


def _evidence(account: ReadAccount) -> Iterator[Evidence]:
    for statement in account.record.statements:
        kind = _EVIDENCE.get(statement.property)
        if kind is not None:
            yield kind, Span(statement.start, statement.end)


def _figures(account: ReadAccount) -> Iterator[tuple[Property, Figure]]:
    for prop in COUNT_PROPERTIES:
        statement = account.record.primary(prop)
        if statement is not None and isinstance(statement.value, CountValue):
            value = statement.value
            yield prop, Figure(value.low, value.value, value.high)


def _actors(statement: Statement) -> tuple[Span, ...]:
    named = [span for span in statement.spans if span.role in _NAMING]
    return (Span(statement.start, statement.end), *named)
