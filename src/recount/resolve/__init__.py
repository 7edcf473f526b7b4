"""Resolve: what the words mean. Which place, which dates, which actor, how many, who says so."""

from __future__ import annotations

from recount.model import Document, Extraction, Publication, Resolution
from recount.resolve.context import make_context
from recount.resolve.publication import choose_publication
from recount.resolve.statements import account_statements
from recount.resolve.tallies import resolve_tallies
from recount.resources.bundle import Resources

VERSION = "12"
"""Raised when the same words resolve to other values than before."""


def resolve(
    document: Document,
    extraction: Extraction,
    *,
    publication: Publication,
    outlet: str | None,
    resources: Resources,
) -> Resolution:
    """Return the values of everything that was extracted from a document.

    Args:
        document: the rendition that was read.
        extraction: what was found in it.
        publication: its date, as ``choose_publication`` gives it.
        outlet: who published it, for voices.
        resources: places and actors.
    """
    context = make_context(document, extraction, publication, outlet, resources)
    return Resolution(
        document=document.id,
        rendition=document.rendition,
        publication=publication,
        statements=tuple(
            statement
            for account in extraction.accounts
            for statement in account_statements(context, account)
        ),
        tallies=resolve_tallies(context, extraction.tallies),
        actors=context.actors.document_actors(),
        notes=(publication.note,) if publication.note else (),
    )


__all__ = ["VERSION", "choose_publication", "resolve"]
