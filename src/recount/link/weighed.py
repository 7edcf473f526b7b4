"""One pair of accounts with its score and the reasons that make it up."""

from __future__ import annotations

from dataclasses import dataclass

from recount.link import weights as w
from recount.link.anchors import anchored, same_in_document
from recount.link.compare import Scorer
from recount.link.features import Features
from recount.model import Judgement, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair's score with the reasons that make it up, beside the prior."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def anchor(self) -> float:
        """What the rules on what a match must stand on took away, 0 or less."""
        return sum(r.weight for r in self.reasons if r.name == w.ANCHOR)

    @property
    def bare(self) -> float:
        """The score without the rules on what a match must stand on."""
        return self.score - self.anchor


def weigh(a: Features, b: Features, scorer: Scorer) -> Weighed:
    """Return the score of two accounts with its reasons."""
    reasons = list(scorer(a, b))
    if a.document == b.document and not same_in_document(a, b, reasons):
        reasons.append(apart())
    score = w.PRIOR + sum(reason.weight for reason in reasons)
    if score >= w.SAME_AT:
        missing = anchored(a, b, {reason.name: reason.weight for reason in reasons})
        if missing is not None:
            reasons.append(Reason(w.ANCHOR, w.TO_UNSURE - score, missing))
            score = w.TO_UNSURE
    return Weighed(score, tuple(reasons))


def apart() -> Reason:
    """Return the reason that keeps two accounts of one document apart."""
    return Reason("same document", w.SAME_DOCUMENT, "one document tells them apart")


def barred() -> Weighed:
    """Return what stands between two accounts of one document that were never compared."""
    return Weighed(w.PRIOR + w.SAME_DOCUMENT, (apart(),))


def copy_of(*, later: bool) -> Weighed:
    """Return what stands between an account of a copied text and the one that it repeats.

    Args:
        later: whether the second account is the copy's.
    """
    name = w.COPY_LATER if later else w.COPY_EARLIER
    detail = "one text is a later copy of the other by another outlet"
    return Weighed(w.PRIOR + w.COPY, (Reason(name, w.COPY, detail),))


def verdict_of(score: float) -> Verdict:
    """Return what a score says."""
    if score >= w.SAME_AT:
        return Verdict.SAME
    return Verdict.UNSURE if score >= w.UNSURE_AT else Verdict.DIFFERENT


def judgement(left: str, right: str, weighed: Weighed, method: str) -> Judgement:
    """Return the judgement of a method on two accounts."""
    verdict = verdict_of(weighed.score)
    return Judgement(
        id=Judgement.id_of(left, right, verdict, method, None),
        left=left,
        right=right,
        verdict=verdict,
        score=round(weighed.score, 3),
        method=method,
        reasons=tuple(Reason(r.name, round(r.weight, 3), r.detail) for r in weighed.reasons),
    )
