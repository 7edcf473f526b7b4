"""Whether an account's confidence says how likely it is right."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from recount.evaluation.base import DECIMALS, Score
from recount.evaluation.exam.nouns import Paired

BINS = 10

Judged = tuple[float, bool]
"""The confidence of an account (0 to 1), and whether the account is right."""


def score_calibration(documents: Sequence[Paired]) -> tuple[Score, Score]:
    """Return the expected calibration error (less is better) and the AUROC of confidence.

    An account is right when it has a gold partner and both or neither of them are told as
    having happened (or been tried).
    """
    told = [one for document in documents for one in judged(document)]
    return (
        Score("ece", expected_error(told), len(told), ceiling=True),
        Score("auroc", auroc(told), len(told)),
    )


def judged(document: Paired) -> list[Judged]:
    """Return the confidence of each of our accounts, and whether it is right."""
    gold_of = {mine: document.labels.accounts[gold] for gold, mine in document.pairs}
    return [
        (account.confidence, at in gold_of and gold_of[at].happened == account.happened)
        for at, account in enumerate(document.ours)
    ]


def expected_error(told: Sequence[Judged], bins: int = BINS) -> float:
    """Return the mean gap of confidence and share right over bins of equal numbers.

    Equal confidences share a bin, so that their order changes nothing.

    >>> expected_error([(0.5, True), (0.5, False), (0.9, True), (0.9, True)])
    0.05
    """
    found: dict[int, list[Judged]] = {}
    values = [confidence for confidence, _ in told]
    place = dict(zip(values, midranks(values), strict=True))
    for one in told:
        found.setdefault(int(bins * (place[one[0]] - 0.5) / len(told)), []).append(one)
    gaps = (
        len(group) * abs(fmean(c for c, _ in group) - fmean(float(right) for _, right in group))
        for group in found.values()
    )
    return round(sum(gaps) / len(told), DECIMALS) if len(told) > 0 else 0.0


def auroc(told: Sequence[Judged]) -> float:
    """Return how often a right account has more confidence than a wrong one; ties count half.

    0.0 when there are no right or no wrong ones.

    >>> auroc([(0.9, True), (0.5, True), (0.5, False)])
    0.75
    """
    ranks = midranks([confidence for confidence, _ in told])
    right = [rank for rank, (_, is_right) in zip(ranks, told, strict=True) if is_right]
    wrong = len(told) - len(right)
    if len(right) == 0 or wrong == 0:
        return 0.0
    above = sum(right) - len(right) * (len(right) + 1) / 2
    return round(above / (len(right) * wrong), DECIMALS)


def midranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value from 1 up; equal values share the mean of their ranks.

    >>> midranks([0.3, 0.1, 0.3])
    [2.5, 1.0, 2.5]
    """
    order = sorted(values)
    first: dict[float, int] = {}
    last: dict[float, int] = {}
    for rank, value in enumerate(order, start=1):
        first.setdefault(value, rank)
        last[value] = rank
    return [(first[value] + last[value]) / 2 for value in values]
