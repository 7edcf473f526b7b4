"""What the ledger has of each document, loaded once: some hundred bytes for each."""

from __future__ import annotations

from recount.ledger import View
from recount.pipeline.documents import Known


def known_documents(view: View) -> dict[str, Known]:
    """Return what the ledger has of each document that is not withheld, by id."""
    sightings = dict(view.all_sightings())
    days = view.seen_days()
    with_bytes = view.documents_with_bytes()
    return {
        standing.document: Known(
            standing,
            sightings.get(standing.document, ()),
            days.get(standing.document),
            standing.document in with_bytes,
        )
        for standing in view.standings()
    }
