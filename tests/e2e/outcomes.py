"""What must not depend on order or interruption: partition, values, statements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recount.ledger import Ledger


@dataclass(frozen=True)
class Outcome:
    partition: tuple[tuple[str, ...], ...]
    findings: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    tallies: tuple[str, ...]


def outcome(place: Path) -> Outcome:
    """Return the outcome of a ledger, which must verify; incident ids are left out."""
    with Ledger.open(place) as ledger:
        view = ledger.view()
        assert ledger.verify().problems == ()
        incidents = sorted(view.incidents(), key=lambda i: i.accounts)
        return Outcome(
            tuple(i.accounts for i in incidents),
            tuple(f"{i.title} {i.findings!r}".replace(i.id, "") for i in incidents),
            tuple(sorted(repr(s) for r in view.records() for s in r.statements)),
            tuple(repr(info) for info in view.documents()),
            tuple(sorted(repr(tally) for tally in view.tallies())),
        )
