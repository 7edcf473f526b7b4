"""Runs the ``incidents`` task: build from the documents of a folder, align with its facts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Scores
from recount.evaluation.incidents.align import Pair
from recount.evaluation.incidents.compare import Comparison, compare
from recount.evaluation.incidents.explain import lines
from recount.evaluation.incidents.gold import GoldIncident
from recount.evaluation.incidents.score import score
from recount.evaluation.incidents.shown import Shown


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One line of predictions: an account that is shown, or a gold incident that was missed."""

    verdict: str
    file: str
    gold: str | None
    points: float | None
    account: Shown | None
    what: str | None = None

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        row: dict[str, Any] = {
            "verdict": self.verdict,
            "file": self.file,
            "gold": self.gold,
            "points": self.points,
            "what": self.what,
        }
        return row if self.account is None else {**row, **_plain_account(self.account)}


def _plain_account(account: Shown) -> dict[str, Any]:
    place = account.place
    return {
        "account": account.id,
        "incident": account.incident,
        "type": account.type,
        "realis": account.realis,
        "scope": account.scope,
        "date": [_iso(account.start), _iso(account.end)],
        "place": None
        if place is None
        else {
            "name": place.name,
            "admin2": place.admin2,
            "admin1": place.admin1,
            "country": place.country,
            "precision": place.precision.value,
        },
        "site": account.site,
        "counts": [
            {
                "kind": count.kind,
                "low": count.value.low,
                "value": count.value.value,
                "high": count.value.high,
                "qualifier": count.value.qualifier.value,
                "part": count.value.part,
                "primary": count.primary,
                "original": count.original,
            }
            for count in account.counts
        ],
        "responsibility": [list(pair) for pair in account.responsibility],
        "trigger": account.trigger,
        "trigger_at": account.trigger_at,
        "segment": account.segment,
    }


def _iso(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())


def run(path: Path, options: Options) -> Outcome:
    """Build from ``documents/`` or ``reports/`` under the path and score with its facts.

    Raises:
        UsageError: the folder has not this shape.
    """
    compared = compare(path, options)
    scores = score(compared.facts, compared.alignment, compared.shown, compared.tallies)
    split = options.split if options.split is not None else "all"
    return Outcome(Scores("incidents", split, scores), rows(compared), tuple(lines(compared)))


def rows(compared: Comparison) -> tuple[IncidentRow, ...]:
    """Return the predictions by file: what was aligned, then the rest, then what was missed."""
    alignment = compared.alignment
    made = [
        *(_aligned(pair) for pair in alignment.pairs),
        *(IncidentRow("spurious", a.file, None, None, a) for a in alignment.spurious),
        *(IncidentRow("optional", a.file, None, None, a, what) for a, what in alignment.neutral),
        *(IncidentRow("set_aside", a.file, None, None, a, what) for a, what in alignment.counted),
        *(_missed(gold) for gold in alignment.missed),
        *(
            IncidentRow("no_facts", a.file, None, None, a)
            for a in compared.shown
            if a.file not in (*compared.facts.files, *compared.facts.unread)
        ),
    ]
    return tuple(sorted(made, key=_row_order))


def _row_order(row: IncidentRow) -> tuple[str, int, str]:
    return row.file, -1 if row.account is None else row.account.trigger_at, row.gold or ""


def _aligned(pair: Pair) -> IncidentRow:
    return IncidentRow("aligned", pair.gold.file, pair.gold.id, pair.points, pair.account)


def _missed(gold: GoldIncident) -> IncidentRow:
    return IncidentRow("missed", gold.file, gold.id, None, None)
