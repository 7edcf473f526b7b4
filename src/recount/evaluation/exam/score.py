"""The scores of the exam: accounts found, their own figures, their labels, and clutter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import fsum

from recount.evaluation.assign import assign
from recount.evaluation.base import DECIMALS, Score, prf, share
from recount.evaluation.exam.calibration import score_calibration
from recount.evaluation.exam.chains import score_chains
from recount.evaluation.exam.nouns import ExamAccount, Figure, Paired, Position
from recount.evaluation.match import Tally3
from recount.model import Property, Span, Stance

FIGURES = (Property.KILLED, Property.WOUNDED)

Labelled = tuple[Hashable, Hashable]
"""A label of the gold and ours of it."""


def score(documents: Sequence[Paired]) -> tuple[Score, ...]:
    """Return all scores of the exam."""
    matched = [both for document in documents for both in document.matched()]
    gold = [account for document in documents for account in document.labels.accounts]
    return (
        *_accounts(documents),
        *(one for prop in FIGURES for one in _figures(documents, prop)),
        *score_chains(documents),
        macro("realis", [(g.realis, o.realis) for g, o in matched], {a.realis for a in gold}),
        macro("scope", [(g.scope, o.scope) for g, o in matched], {a.scope for a in gold}),
        _stances(documents),
        Score("type_accuracy", share(_same_type(matched), len(matched)), len(matched)),
        _clutter(documents),
        *score_calibration(documents),
    )


def _accounts(documents: Sequence[Paired]) -> Iterator[Score]:
    numbers = Tally3()
    for document in documents:
        told, found = len(document.labels.accounts), len(document.ours)
        numbers += Tally3(len(document.pairs), found, told)
    yield from prf(numbers.right, numbers.found, numbers.gold, "account_")


def _same_type(matched: Iterable[tuple[ExamAccount, ExamAccount]]) -> int:
    return sum(gold.type is ours.type for gold, ours in matched)


def _figures(documents: Sequence[Paired], prop: Property) -> tuple[Score, Score]:
    told = [both for document in documents for both in figures(document, prop)]
    exact = sum(gold == ours for gold, ours in told)
    value = sum(_number(gold) == _number(ours) for gold, ours in told)
    return (
        Score(f"{prop.value}_exact", share(exact, len(told)), len(told)),
        Score(f"{prop.value}_value_exact", share(value, len(told)), len(told)),
    )


def figures(document: Paired, prop: Property) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Yield the own figures, gold first, of gold accounts where either states one."""
    for at, gold in enumerate(document.labels.accounts):
        partner = document.partner(at)
        wanted = gold.figure(prop)
        found = None if partner is None else partner.figure(prop)
        if wanted is not None or found is not None:
            yield wanted, found


def _number(figure: Figure | None) -> int | None:
    return None if figure is None else figure.number


def macro(name: str, pairs: Sequence[Labelled], classes: set[Hashable]) -> Score:
    """Return the mean F1 of a label over matched accounts, each class of the gold alike.

    A class none of whose accounts was matched counts with 0.
    """
    right = Counter(gold for gold, ours in pairs if gold == ours)
    golds, found = Counter(gold for gold, _ in pairs), Counter(ours for _, ours in pairs)
    values = [_f1(right[label], found[label], golds[label]) for label in classes]
    return Score(f"{name}_macro_f1", _mean(values), len(pairs))


def _stances(documents: Sequence[Paired]) -> Score:
    numbers: dict[Stance, Tally3] = {}
    for document in documents:
        for stance, counted in stances(document):
            numbers[stance] = numbers.get(stance, Tally3()) + counted
    told = [one for one in numbers.values() if one.gold > 0]
    values = [_f1(one.right, one.found, one.gold) for one in told]
    return Score("stance_macro_f1", _mean(values), sum(one.gold for one in told))


def stances(document: Paired) -> Iterator[tuple[Stance, Tally3]]:
    """Yield right, found and gold positions of each stance, over all accounts of a document.

    Positions of accounts without a partner are missed, or found for nothing.
    """
    for stance in Stance:
        counted = Tally3(
            sum(_shared_positions(gold, ours, stance) for gold, ours in document.matched()),
            sum(len(_of(account, stance)) for account in document.ours),
            sum(len(_of(account, stance)) for account in document.labels.accounts),
        )
        yield stance, counted


def _of(account: ExamAccount, stance: Stance) -> list[Position]:
    return [position for position in account.positions if position.stance is stance]


def _shared_positions(gold: ExamAccount, ours: ExamAccount, stance: Stance) -> int:
    wanted, found = _of(gold, stance), _of(ours, stance)
    return len(assign([[_same(one, mine) for mine in found] for one in wanted], least=1.0))


def _same(one: Position, other: Position) -> float:
    """1 for the same actor's words; "no group claimed it" names no actor to compare."""
    unnamed = one.stance is Stance.UNCLAIMED
    return float(unnamed or any(a.overlaps(b) for a in one.actors for b in other.actors))


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold > 0 else 0.0


def _mean(values: Sequence[float]) -> float:
    return round(fsum(values) / len(values), DECIMALS) if len(values) > 0 else 0.0


def _clutter(documents: Sequence[Paired]) -> Score:
    found = sum(in_clutter(document) for document in documents)
    per_hundred = 100 * found / len(documents) if len(documents) > 0 else 0.0
    value = round(per_hundred, DECIMALS)
    return Score("clutter_per_100", value, len(documents), ceiling=True)


def in_clutter(document: Paired) -> int:
    """Return how many of our shown accounts have their main trigger in clutter."""
    lines = clutter_lines(document)
    main = (account.triggers[0] for account in document.ours if account.shown)
    return sum(any(line.overlaps(trigger) for line in lines) for trigger in main)


def clutter_lines(document: Paired) -> list[Span]:
    """Return the whole lines whose first words are marked as clutter.

    In a text without line breaks, the marked words alone: a line that tells of an incident
    is never clutter as a whole.
    """
    told = [span for account in document.labels.accounts for span in account.triggers]
    lines = [(_line(document.text, mark), mark) for mark in document.labels.clutter]
    return [mark if any(line.overlaps(t) for t in told) else line for line, mark in lines]


def _line(text: str, mark: Span) -> Span:
    end = text.find("\n", mark.end)
    return Span(text.rfind("\n", 0, mark.start) + 1, len(text) if end < 0 else end)
