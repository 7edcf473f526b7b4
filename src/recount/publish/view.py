"""The ledger's view as the source of publishing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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

KEPT = 64
"""Documents kept decoded: one incident has rarely more."""


@dataclass(slots=True)
class ViewSource:
    """Reads a view.

    A plain view has the findings of the last build's rule; ``pipeline.RuledView`` makes
    them anew by any other. Publishing itself knows no rules.
    """

    view: View
    _kept: OrderedDict[str, Document] = field(init=False, default_factory=OrderedDict)

    def incidents(self, rule: str) -> Iterable[Incident]:
        """Return every incident, with its findings by this rule.

        Raises:
            UsageError: the findings were made by another rule and the view cannot remake them.
        """
        return self.view.incidents(rule)

    def accounts(self, ids: Sequence[str]) -> Sequence[AccountRecord]:
        """Return the accounts with these ids and their statements."""
        return self.view.accounts(ids)

    def records(self) -> Iterable[AccountRecord]:
        """Return every account with its statements."""
        return self.view.records()

    def documents(self) -> Iterable[DocumentInfo]:
        """Return every document that is not withheld, without its text."""
        return self.view.documents()

    def document(self, document: str) -> Document:
        """Return the current rendition of a document, with its text."""
        found = self._kept.get(document)
        if found is None:
            found = self.view.document(document)
            self._kept[document] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def text(self, document: str) -> str:
        """Return the text of the current rendition of a document."""
        return self.document(document).text

    def names(self, document: str) -> Sequence[PersonName]:
        """Return the names of natural persons in a document's text."""
        return self.view.names(document)

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
