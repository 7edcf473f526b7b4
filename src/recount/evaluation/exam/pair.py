"""Pairs gold accounts with ours: by triggers first, by other words where no trigger is shared."""

from __future__ import annotations

from collections.abc import Sequence

from recount.evaluation.assign import assign
from recount.evaluation.exam.nouns import Evidence, ExamAccount, Labels, Paired
from recount.model import COUNT_PROPERTIES, Span

TIE = 0.1
"""What shared figures, dates and participants are worth beside shared triggers: they only decide
between accounts that share their triggers ("attacked" in four towns)."""

FEWEST_PIECES = 2
"""Pieces of evidence that pair two accounts without a shared trigger; one figure is enough.
A date or a participant alone is shared by many accounts of a document."""

LEAST = 1e-6

_FIGURES = frozenset(prop.value for prop in COUNT_PROPERTIES)

Pairs = tuple[tuple[int, int], ...]


def pair(text: str, labels: Labels, ours: Sequence[ExamAccount]) -> Paired:
    """Return a document with its gold accounts and ours paired one to one."""
    gold = labels.accounts
    first = assign([[_by_trigger(one, mine) for mine in ours] for one in gold], LEAST)
    taken, used = {at for at, _ in first}, {at for _, at in first}
    second = assign(
        [
            [
                0.0 if here in taken or there in used else _by_evidence(one, mine)
                for there, mine in enumerate(ours)
            ]
            for here, one in enumerate(gold)
        ],
        LEAST,
    )
    return Paired(text, labels, tuple(ours), first, second)


def trigger_likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the share of both accounts' triggers that overlap one of the other's.

    >>> trigger_likeness([Span(0, 5), Span(9, 12)], [Span(3, 6)])
    0.6666666666666666
    """
    shared = sum(any(span.overlaps(other_span) for other_span in other) for span in one)
    shared += sum(any(span.overlaps(other_span) for other_span in one) for span in other)
    return shared / max(1, len(one) + len(other))


def _by_trigger(one: ExamAccount, other: ExamAccount) -> float:
    likeness = trigger_likeness(one.triggers, other.triggers)
    return 0.0 if likeness <= 0.0 else likeness + TIE * _share(one.evidence, other.evidence)


def _by_evidence(one: ExamAccount, other: ExamAccount) -> float:
    shared = _shared(one.evidence, other.evidence)
    enough = len(shared) >= FEWEST_PIECES or any(kind in _FIGURES for kind, _ in shared)
    return _share(one.evidence, other.evidence) if enough else 0.0


def _shared(one: Sequence[Evidence], other: Sequence[Evidence]) -> list[Evidence]:
    return [(kind, span) for kind, span in one if _meets(kind, span, other)]


def _share(one: Sequence[Evidence], other: Sequence[Evidence]) -> float:
    both = len(_shared(one, other)) + len(_shared(other, one))
    return both / max(1, len(one) + len(other))


def _meets(kind: str, span: Span, others: Sequence[Evidence]) -> bool:
    return any(kind == name and span.overlaps(at) for name, at in others)
