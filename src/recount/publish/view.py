"""The ledger's view as the source of publishing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recount.ledger import View
from recount.model import (
    AccountRecord,
    Document,
    DocumentActor,
    DocumentInfo,
    Incident,
    Judgement,
    PersonName,
    ResolvedTally,
    Skipped,
)
from recount.resources.countries import country_names, own_names


@dataclass(frozen=True, slots=True)
class ViewSource:
    """Reads a view.

    A plain view has the findings of the last build's rule; ``pipeline.RuledView`` makes
    them anew by any other. Publishing itself knows no rules.
    """

    view: View

    def incidents(self, rule: str) -> Iterable[Incident]:
        """Return every incident, with its findings by this rule.

        Raises:
            UsageError: the findings were made by another rule and the view cannot remake them.
        """
        return self.view.incidents(rule)

    def accounts(self, ids: Sequence[str]) -> Sequence[AccountRecord]:
        """Return the accounts with these ids and their statements."""
        return self.view.accounts(ids)

    def records(self, documents: Sequence[str] | None = None) -> Iterable[AccountRecord]:
        """Return the accounts of these documents (``None``: of all) with their statements."""
        return self.view.records(documents)

    def texts(
        self, documents: Sequence[str] | None = None, *, named: bool = False
    ) -> Iterable[tuple[str, str, Sequence[PersonName]]]:
        """Return documents (``None``: all) with their text and the persons named in it."""
        return self.view.texts(documents, named=named)

    def documents(self) -> Iterable[DocumentInfo]:
        """Return every document that is not withheld, without its text."""
        return self.view.documents()

    def document(self, document: str) -> Document:
        """Return the current rendition of a document, with its text."""
        return self.view.document(document)

    def tallies(self) -> Iterable[ResolvedTally]:
        """Return every tally."""
        return self.view.tallies()

    def actors(self) -> Iterable[DocumentActor]:
        """Return every actor as each document names it."""
        return self.view.actors()

    def judgements(self) -> Iterable[Judgement]:
        """Return every judgement that has not been ended."""
        return self.view.judgements()

    def voices(self) -> Mapping[str, str]:
        """Map document id to the key of its voice; copies of one text share a key."""
        return self.view.voices()

    def skipped(self) -> Iterable[Skipped]:
        """Return the inputs that gave no document, and documents that nobody could read."""
        return self.view.skipped()

    def countries(self) -> Mapping[str, str]:
        """Map country code to name; countries among the user's own places win."""
        own = own_names(item.body for item in self.view.supplied("place"))
        return {**country_names(), **own}
