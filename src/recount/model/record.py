"""What linking and reconciling see of a document and of an account."""

from __future__ import annotations

from dataclasses import dataclass

from recount.model.document import Publication
from recount.model.extraction import Account
from recount.model.statement import Statement
from recount.model.vocabulary import Property


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document without its text, with what its sightings add.

    ``reliability`` is between 0 and 1 (``None``: not given). ``words`` is the number of
    words of the body. ``source`` is the path where it was first met. ``cites`` are names
    of outlets that the text names as its own source.
    """

    id: str
    rendition: str
    source: str
    outlet: str | None
    url: str | None
    title: str | None
    language: str
    published: Publication
    sketch: tuple[int, ...]
    words: int
    reliability: float | None = None
    cites: tuple[str, ...] = ()


CONTEXT_MARK = "\f"
"""Parts an account's own words from the rest of its report, where both are kept as one."""


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """An account with its statements and the words that tell of it.

    ``words`` are those of the account's extent. The first account of a document adds, after
    ``CONTEXT_MARK``, the title and the text that belongs to none of its accounts.
    """

    account: Account
    statements: tuple[Statement, ...]
    words: str

    @property
    def id(self) -> str:
        """The account's id."""
        return self.account.id

    @property
    def own(self) -> str:
        """The words of the account's extent."""
        return self.words.partition(CONTEXT_MARK)[0]

    @property
    def context(self) -> str:
        """The rest of the report, as far as it is kept here."""
        return self.words.partition(CONTEXT_MARK)[2]

    def of(self, prop: Property) -> tuple[Statement, ...]:
        """Return the account's statements of a property, primary ones first."""
        found = [statement for statement in self.statements if statement.property is prop]
        if len(found) < 2:
            return tuple(found)
        return tuple(sorted(found, key=lambda s: (not s.primary, s.start, s.id)))

    def primary(self, prop: Property) -> Statement | None:
        """Return the account's own main statement of a property, if it has one."""
        return next((s for s in self.of(prop) if s.primary), None)
