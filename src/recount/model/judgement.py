"""Judgements: whether two accounts tell of the same incident, by whom and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recount.model.ids import content_id


class Verdict(StrEnum):
    """The outcome of comparing two accounts."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison that weighed: its name, its weight (log2 Bayes factor), the two values."""

    name: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Same, different or unsure for two accounts (``left`` < ``right``), with reasons.

    ``score`` is the summed weight with the prior, in bits. A judgement with ``person``
    set wins over every method. Never deleted, only ended.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    score: float
    method: str
    reasons: tuple[Reason, ...] = ()
    person: str | None = None

    @staticmethod
    def id_of(left: str, right: str, verdict: Verdict, method: str, person: str | None) -> str:
        """Return the id of a judgement on these two accounts."""
        first, second = sorted((left, right))
        return content_id("judgement", first, second, verdict.value, method, person)
