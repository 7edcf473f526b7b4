"""Which triggers tell of one incident: B-cubed over the gold triggers of all documents."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from recount.evaluation.base import Score
from recount.evaluation.exam.nouns import ExamAccount, Paired
from recount.evaluation.match import b_cubed
from recount.model import Span
from recount.resources.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Item:
    """One gold trigger of one gold account ("attacked" in two towns gives two items)."""

    document: str
    account: int
    span: Span


def score_chains(documents: Sequence[Paired]) -> tuple[Score, ...]:
    """Return B-cubed F1 of our grouping, and of putting all triggers of one type together."""
    gold: dict[Item, Hashable] = {}
    ours: dict[Item, Hashable] = {}
    typed: dict[Item, Hashable] = {}
    for document in documents:
        sentences = split_sentences(document.text)
        for item in items(document):
            account = document.labels.accounts[item.account]
            gold[item] = (item.document, item.account)
            typed[item] = (item.document, account.type)
            mine = holder(document, item, sentences)
            if mine is not None:
                ours[item] = (item.document, mine.id)
    found, baseline = b_cubed(ours, gold), b_cubed(typed, gold)
    return (
        Score("triggers_b3_f1", found.f1, len(gold)),
        Score("baseline_one_per_type_b3_f1", baseline.f1, len(gold)),
        Score("triggers_b3_precision", found.precision, len(gold)),
        Score("triggers_b3_recall", found.recall, len(gold)),
    )


def items(document: Paired) -> Iterator[Item]:
    """Yield the gold triggers of a document, account by account."""
    for at, account in enumerate(document.labels.accounts):
        for span in dict.fromkeys(account.triggers):
            yield Item(document.labels.key, at, span)


def holder(document: Paired, item: Item, sentences: Sequence[Span]) -> ExamAccount | None:
    """Return our account that a gold trigger belongs to; ``None``: it stands alone.

    That is the account with a trigger that overlaps it (of several the partner of the
    trigger's gold account, else the one that shares most of it), else the only account
    with a trigger in its sentence.
    """
    over = [(_common(account, item.span), account) for account in document.ours]
    most = max((common for common, _ in over), default=0)
    if most > 0:
        partner = document.partner(item.account)
        if partner is not None and _common(partner, item.span) > 0:
            return partner
        return next(account for common, account in over if common == most)
    return _alone_in_sentence(document, item.span, sentences)


def _common(account: ExamAccount, span: Span) -> int:
    return max(min(t.end, span.end) - max(t.start, span.start) for t in account.triggers)


def _alone_in_sentence(
    document: Paired, span: Span, sentences: Sequence[Span]
) -> ExamAccount | None:
    within = next((sentence for sentence in sentences if sentence.overlaps(span)), None)
    if within is None:
        return None
    told = [
        account
        for account in document.ours
        if any(within.overlaps(trigger) for trigger in account.triggers)
    ]
    return told[0] if len(told) == 1 else None
