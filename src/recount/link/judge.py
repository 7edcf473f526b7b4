"""Judging pairs of accounts: same, different or unsure, each with its reasons.

``Scorer`` is the seam for other ways of scoring (Splink on DuckDB): it takes two
accounts' features and gives reasons in bits; blocking, rules and verdicts stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from recount.link import weights as w
from recount.link.anchors import anchored, realis_bar, same_in_document
from recount.link.block import candidate_pairs
from recount.link.compare import compare
from recount.link.described import describe
from recount.link.features import Features
from recount.link.sets import Groups
from recount.model import (
    AccountRecord,
    DocumentInfo,
    Judgement,
    Reason,
    Verdict,
)

Pair = tuple[str, str]
Scorer = Callable[[Features, Features], tuple[Reason, ...]]


def judge(
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    persons: Sequence[Judgement] = (),
    *,
    scorer: Scorer = compare,
    method: str = w.METHOD,
) -> tuple[Judgement, ...]:
    """Return judgements on the pairs of accounts that could tell of one incident, sorted.

    A pair that a person has judged gets no judgement by a method; the person's own are
    returned with the rest. Pairs that are plainly different are left out, unless their
    accounts hang together through others, where clustering needs them.

    Args:
        records: accounts with their statements; each id once.
        documents: what is known of each document, by id.
        persons: judgements by people that hold now.
        scorer: gives the reasons for and against a pair, in bits.
        method: name and version of the scorer, kept in each judgement.
    """
    features = describe(records, documents)
    known = {item.id for item in features}
    decided = [p for p in persons if p.left in known and p.right in known]
    skip = {(p.left, p.right) for p in decided}
    made: dict[Pair, Weighed] = {}
    for left, right in candidate_pairs(features):
        a, b = features[left], features[right]
        if (a.id, b.id) not in skip and realis_bar(a, b) is None:
            made[a.id, b.id] = _weigh(a, b, scorer)
    groups = _linked(known, made, decided)
    _bar_within_documents(features, groups, skip, made)
    kept = [
        _judgement(pair, weighed, method)
        for pair, weighed in made.items()
        if weighed.score >= w.WRITTEN_AT or groups.key(pair[0]) == groups.key(pair[1])
    ]
    return tuple(sorted([*kept, *decided], key=lambda j: (j.left, j.right, j.person or "", j.id)))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair's score with the reasons that make it up, beside the prior."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def bare(self) -> float:
        """The score without the rules on what a match must stand on."""
        return self.score - sum(r.weight for r in self.reasons if r.name == w.ANCHOR)


def _weigh(a: Features, b: Features, scorer: Scorer) -> Weighed:
    reasons = list(scorer(a, b))
    if a.document == b.document and not same_in_document(a, b, reasons):
        reasons.append(_apart())
    score = w.PRIOR + sum(reason.weight for reason in reasons)
    if score >= w.SAME_AT:
        missing = anchored(a, b, reasons)
        if missing is not None:
            reasons.append(Reason(w.ANCHOR, _to_unsure(score), missing))
            score = (w.SAME_AT + w.UNSURE_AT) / 2
    return Weighed(score, tuple(reasons))


def _apart() -> Reason:
    return Reason("same document", w.SAME_DOCUMENT, "one document tells them apart")


def _to_unsure(score: float) -> float:
    """Return the weight that brings a score halfway between unsure and same."""
    return (w.SAME_AT + w.UNSURE_AT) / 2 - score


def _judgement(pair: Pair, weighed: Weighed, method: str) -> Judgement:
    verdict = Verdict.DIFFERENT
    if weighed.score >= w.SAME_AT:
        verdict = Verdict.SAME
    elif weighed.score >= w.UNSURE_AT:
        verdict = Verdict.UNSURE
    left, right = pair
    return Judgement(
        id=Judgement.id_of(left, right, verdict, method, None),
        left=left,
        right=right,
        verdict=verdict,
        score=round(weighed.score, 3),
        method=method,
        reasons=tuple(Reason(r.name, round(r.weight, 3), r.detail) for r in weighed.reasons),
    )


def _linked(
    known: Iterable[str], made: Mapping[Pair, Weighed], decided: Iterable[Judgement]
) -> Groups:
    groups = Groups(known)
    for (left, right), weighed in made.items():
        if weighed.bare >= w.SAME_AT:
            groups.join(left, right)
    for judgement in decided:
        if judgement.verdict is Verdict.SAME:
            groups.join(judgement.left, judgement.right)
    return groups


def _bar_within_documents(
    features: Sequence[Features],
    groups: Groups,
    skip: set[Pair],
    made: dict[Pair, Weighed],
) -> None:
    """Add cannot-links for accounts of one document that hang together through others."""
    together: dict[tuple[str, str], list[str]] = {}
    for item in features:
        together.setdefault((groups.key(item.id), item.document), []).append(item.id)
    for members in together.values():
        for at, left in enumerate(members):
            for right in members[at + 1 :]:
                if (left, right) not in skip and (left, right) not in made:
                    made[left, right] = Weighed(w.PRIOR + w.SAME_DOCUMENT, (_apart(),))
