"""What a build is asked and what it answers: options, progress, report, errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from recount.model import RecountError, Skipped

DONE, LEFT_OUT = 0, 3
"""Exit codes of a build that did something (DESIGN §5)."""


class NothingDoneError(RecountError):
    """No input gave a document; ``skipped`` says why, input by input."""

    def __init__(self, message: str, skipped: tuple[Skipped, ...] = ()) -> None:
        super().__init__(message)
        self.skipped = skipped


class Step(StrEnum):
    """The steps of a build, in their order; the first four are done document by document."""

    READ = "read"
    EXTRACT = "extract"
    RESOLVE = "resolve"
    STORE = "store"
    LINK = "link"
    RECONCILE = "reconcile"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Progress:
    """A step that is about to begin.

    ``done`` counts the documents (or incidents, for reconcile) before it; ``total`` is
    ``None`` while inputs are still being found.
    """

    step: Step
    done: int
    total: int | None
    subject: str


Callback = Callable[[Progress], None]
"""Called before each step; what it raises stops the build."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build may be told.

    ``places`` and ``actors`` are CSV files of the user's own, kept in the ledger for later
    builds. ``now`` is the caller's clock: it dates the run, and no document that is new
    can have been published after it. ``command`` is what the log calls the run.
    ``folder`` is the user's data folder: places added there are kept in the ledger too, and
    a GeoNames dump there is used; ``None``: the shipped ones only.
    """

    extractor: str = "learned"
    rule: str = "recount"
    places: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    now: datetime | None = None
    command: str = "build"
    folder: Path | None = None

    @property
    def today(self) -> date | None:
        """The day of the build, when the caller gave its clock."""
        return None if self.now is None else self.now.date()

    @property
    def started(self) -> str:
        """The start of the run in ISO 8601, empty when the caller gave no clock."""
        return "" if self.now is None else self.now.isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in numbers, and what it left out.

    ``new`` documents were not in the ledger, ``known`` ones were; ``read``, ``extracted``
    and ``resolved`` count the work done on both and on stored documents whose reading was
    out of date. ``withheld`` inputs stayed out. ``documents``, ``accounts``, ``incidents``
    and ``unread`` (the documents in each language that nobody reads) are those of the
    whole ledger; ``skipped`` are inputs of this build, also when they were told of before.
    """

    run: int
    new: int
    known: int
    read: int
    extracted: int
    resolved: int
    withheld: int
    documents: int
    accounts: int
    incidents: int
    skipped: tuple[Skipped, ...]
    unread: tuple[tuple[str, int], ...]

    @property
    def exit_code(self) -> int:
        """0, or 3 when damaged or hostile input was left out."""
        return LEFT_OUT if any(item.bad for item in self.skipped) else DONE
