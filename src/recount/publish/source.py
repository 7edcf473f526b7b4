"""What publishing reads: the face that a ledger's view has for this part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

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


class Source(Protocol):
    """A read-only view of what is known; every method gives the same on every call.

    Iterables may be lazy. Nothing needs to be sorted: publishing sorts.
    """

    def incidents(self, rule: str) -> Iterable[Incident]:
        """Return every incident, with its findings by the rule of this name."""
        ...

    def accounts(self, ids: Sequence[str]) -> Sequence[AccountRecord]:
        """Return the accounts with these ids and their statements."""
        ...

    def documents(self) -> Iterable[DocumentInfo]:
        """Return every document that is not withheld, without its text."""
        ...

    def document(self, document: str) -> Document:
        """Return the current rendition of a document, with its text."""
        ...

    def records(self, documents: Sequence[str] | None = None) -> Iterable[AccountRecord]:
        """Return the accounts of these documents (``None``: of all) with their statements."""
        ...

    def texts(
        self, documents: Sequence[str] | None = None, *, named: bool = False
    ) -> Iterable[tuple[str, str, Sequence[PersonName]]]:
        """Return documents (``None``: all) with their text and the persons named in it.

        With ``named`` those in which nobody is named are left out.
        """
        ...

    def tallies(self) -> Iterable[ResolvedTally]:
        """Return every tally."""
        ...

    def actors(self) -> Iterable[DocumentActor]:
        """Return every actor as each document names it."""
        ...

    def judgements(self) -> Iterable[Judgement]:
        """Return every judgement that has not been ended."""
        ...

    def voices(self) -> Mapping[str, str]:
        """Map document id to the key of its voice; copies of one text share a key."""
        ...

    def skipped(self) -> Iterable[Skipped]:
        """Return the inputs that gave no document, and documents that nobody could read."""
        ...
