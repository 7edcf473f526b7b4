"""Runs the task ``exam``: texts through the whole chain, then compared with the labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Scores, first_of
from recount.evaluation.exam.gold import LABELS, load_labels, load_texts
from recount.evaluation.exam.nouns import ExamAccount, ExamText, Labels, Paired
from recount.evaluation.exam.ours import accounts_of
from recount.evaluation.exam.pair import pair
from recount.evaluation.exam.score import FIGURES, figures, in_clutter, score, stances
from recount.evaluation.match import Tally3
from recount.evaluation.product import Reading, Report, read_reports
from recount.model import UsageError


@dataclass(frozen=True, slots=True)
class ExamRow:
    """Our accounts of one document, by offsets and labels; no words of the text."""

    set: str
    id: str
    accounts: tuple[ExamAccount, ...]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        told = [_plain_account(account) for account in self.accounts]
        return {"set": self.set, "id": self.id, "accounts": told}


def _plain_account(account: ExamAccount) -> dict[str, Any]:
    return {
        "id": account.id,
        "type": account.type.value,
        "realis": account.realis.value,
        "scope": account.scope.value,
        "triggers": [[span.start, span.end] for span in account.triggers],
        "evidence": [[kind, span.start, span.end] for kind, span in account.evidence],
        "figures": {
            prop.value: {"low": figure.low, "value": figure.value, "high": figure.high}
            for prop, figure in account.figures
        },
        "responsibility": [
            {
                "stance": position.stance.value,
                "actors": [[span.start, span.end] for span in position.actors],
            }
            for position in account.positions
        ],
        "confidence": account.confidence,
        "shown": account.shown,
    }


def run(path: Path, options: Options) -> Outcome:
    """Run the product on the exam's documents and compare its accounts with the labels.

    Args:
        path: the folder of all shared data; the labels are those of the checkout.
        options: ``limit`` takes the first documents only; the split ``tuning`` takes the
            documents of dev parts that thresholds are chosen on, which nobody holds out.

    Raises:
        UsageError: labels or texts are absent, or not those that were labelled.
    """
    split = options.split if options.split is not None else "exam"
    labels = first_of(load_labels(LABELS.with_name(f"{split}.jsonl")), options.limit)
    texts = load_texts(path, labels)
    reading = read_reports(
        [Report(one.key, one.text, published=one.published) for one in texts], link=options.link
    )
    documents = compare(labels, texts, reading)
    rows = tuple(ExamRow(d.labels.set, d.labels.id, d.ours) for d in documents)
    return Outcome(Scores("exam", split, score(documents)), rows, tuple(counts(documents)))


def compare(
    labels: Sequence[Labels], texts: Sequence[ExamText], reading: Reading
) -> tuple[Paired, ...]:
    """Return each document with its gold accounts and ours paired.

    Raises:
        UsageError: the product read another text than was labelled, so no offset holds.
    """
    named = reading.named()
    made = []
    for gold, text in zip(labels, texts, strict=True):
        read = named.get(text.key)
        if read is not None and read.document.text != text.text:
            raise UsageError(f"The text of {text.key} was changed when it was read.")
        made.append(pair(text.text, gold, accounts_of(read)))
    return tuple(made)


def counts(documents: Sequence[Paired]) -> Iterator[str]:
    """Yield numbers of things, never the things: the exam is held out."""
    yield from _found(documents)
    yield from _confused("realis", documents, lambda account: account.realis.value)
    yield from _confused("scope", documents, lambda account: account.scope.value)
    for prop in FIGURES:
        told = [both for document in documents for both in figures(document, prop)]
        missed = sum(ours is None for _, ours in told)
        extra = sum(gold is None for gold, _ in told)
        same = sum(gold == ours for gold, ours in told)
        wrong = len(told) - missed - extra - same
        yield f"{prop.value}: {same} right, {missed} missed, {extra} for nothing, {wrong} wrong"
    yield from _positions(documents)
    yield f"clutter: {sum(in_clutter(document) for document in documents)} accounts shown"


def _found(documents: Sequence[Paired]) -> Iterator[str]:
    for name in (*sorted({document.labels.set for document in documents}), "all"):
        some = [d for d in documents if name in ("all", d.labels.set)]
        told = sum(len(d.labels.accounts) for d in some)
        ours = sum(len(d.ours) for d in some)
        empty = sum(len(d.ours) for d in some if len(d.labels.accounts) == 0)
        by_trigger = sum(len(d.by_trigger) for d in some)
        by_evidence = sum(len(d.by_evidence) for d in some)
        yield (
            f"{name}: {len(some)} documents, {told} accounts in the gold, {ours} of ours "
            f"({empty} in documents without any), {by_trigger} paired by triggers, "
            f"{by_evidence} by other words"
        )


def _confused(
    name: str, documents: Sequence[Paired], label: Callable[[ExamAccount], str]
) -> Iterator[str]:
    found: Counter[tuple[str, str]] = Counter(
        (label(gold), label(ours)) for document in documents for gold, ours in document.matched()
    )
    for (gold, ours), number in sorted(found.items()):
        yield f"{name}: {gold} read as {ours}: {number}"


def _positions(documents: Sequence[Paired]) -> Iterator[str]:
    numbers: dict[str, Tally3] = {}
    for stance, counted in (one for document in documents for one in stances(document)):
        numbers[stance.value] = numbers.get(stance.value, Tally3()) + counted
    for stance_name, total in numbers.items():
        if total.found + total.gold > 0:
            yield (
                f"responsibility {stance_name}: {total.gold} in the gold, {total.found} of ours, "
                f"{total.right} the same"
            )
