"""Runs the product on a folder or on rows of text, and reads back what it would show.

Only what a user would have is passed in: texts, titles, published dates, and the user's own
gazetteer and actor list. Gold never comes near this file.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from recount.model import (
    AccountRecord,
    Document,
    DocumentInfo,
    Incident,
    Judgement,
    PersonName,
    Realis,
    ResolvedTally,
    Scope,
    bytes_hash,
    content_id,
)

if TYPE_CHECKING:
    from recount.ledger import View
    from recount.pipeline import Stages

SHOWN_REALIS = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
SHOWN_SCOPE = frozenset({Scope.POLITICAL, Scope.UNCLEAR})
ROWS_NAME = "rows.jsonl"
EXTRACTOR: ContextVar[str] = ContextVar("extractor", default="learned")
"""Which extractor the runs of this context are built with; the command line sets it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One row of a data set as a user would hand it over: text, title, published date."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None

    def line(self) -> bytes:
        """Return the JSON line of this report, without the line's end."""
        fields = {
            "id": self.id,
            "text": self.text,
            "title": self.title,
            "published": self.published,
            "url": self.url,
        }
        given = {name: value for name, value in fields.items() if value is not None}
        return json.dumps(given, ensure_ascii=False, sort_keys=True).encode("utf-8")

    def document(self) -> str:
        """Return the id that the product gives to the document of this line."""
        return content_id("document", bytes_hash(self.line()))


@dataclass(frozen=True, slots=True)
class ReadAccount:
    """An account with the incident it stands in, whose realis and scope decide what is shown."""

    record: AccountRecord
    incident: str
    realis: Realis
    scope: Scope

    @property
    def id(self) -> str:
        """The account's id."""
        return self.record.id

    @property
    def happened(self) -> bool:
        """Whether its incident is counted as having happened (or been tried)."""
        return self.realis in SHOWN_REALIS

    @property
    def shown(self) -> bool:
        """Whether lists and exports show its incident by default."""
        return self.happened and self.scope in SHOWN_SCOPE


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as read: its name (path, or id of the row), accounts by place, tallies.

    ``names`` are the names of natural persons in its text.
    """

    name: str
    document: Document
    accounts: tuple[ReadAccount, ...]
    tallies: tuple[ResolvedTally, ...] = ()
    names: tuple[PersonName, ...] = ()

    def shown(self) -> tuple[ReadAccount, ...]:
        """Return the accounts that lists and exports show by default."""
        return tuple(account for account in self.accounts if account.shown)


@dataclass(frozen=True, slots=True)
class Reading:
    """All documents of one run, by name, their incidents, and what was left out."""

    documents: tuple[ReadDocument, ...]
    incidents: tuple[Incident, ...] = ()
    skipped: tuple[str, ...] = ()
    """What was left out, in the product's own words."""
    infos: tuple[DocumentInfo, ...] = ()
    voices: Mapping[str, str] = field(default_factory=dict)
    """The independent voice that each document belongs to, by id."""

    def named(self) -> dict[str, ReadDocument]:
        """Return the documents by name."""
        return {document.name: document for document in self.documents}


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own vocabularies for a run: gazetteer and actor CSV files."""

    places: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()


def read_reports(reports: Sequence[Report], *, link: bool = True) -> Reading:
    """Return what the product makes of rows of text, in the order of the rows.

    A row of which nothing could be made (an empty text) has no document in the answer.
    """
    with tempfile.TemporaryDirectory(prefix="recount-evaluation-") as folder:
        rows = Path(folder) / ROWS_NAME
        rows.write_bytes(b"".join(report.line() + b"\n" for report in reports))
        reading = read_paths([rows], link=link)
    found = {document.document.id: document for document in reading.documents}
    named = tuple(
        replace(read, name=report.id)
        for report in reports
        if (read := found.get(report.document())) is not None
    )
    return replace(reading, documents=named)


def read_paths(paths: Sequence[Path], *, own: Own | None = None, link: bool = True) -> Reading:
    """Return what the product makes of files and folders.

    Args:
        paths: what ``recount build`` would be given.
        own: the user's own places and actors, if any.
        link: false runs ingest, extract and resolve alone, without a ledger; every
            account is then an incident of its own.
    """
    from recount.ledger import Ledger
    from recount.pipeline import BuildOptions, build, real_stages

    chosen = own if own is not None else Own()
    options = BuildOptions(extractor=EXTRACTOR.get(), places=chosen.places, actors=chosen.actors)
    stages = real_stages() if link else apart(real_stages())
    with tempfile.TemporaryDirectory(prefix="recount-evaluation-") as folder:
        place = Path(folder) / "ledger.db"
        build(paths, place, options=options, stages=stages)
        with Ledger.open(place, create=False) as ledger:
            return _read_back(ledger.view())


def apart(stages: Stages) -> Stages:
    """Return the stages with linking left out: every account is an incident of its own."""

    def judge(
        records: Sequence[AccountRecord],
        documents: Mapping[str, DocumentInfo],
        persons: Sequence[Judgement] = (),
    ) -> tuple[Judgement, ...]:
        del records, documents, persons
        return ()

    def cluster(
        accounts: Sequence[str], judgements: Sequence[Judgement]
    ) -> tuple[tuple[str, ...], ...]:
        del judgements
        return tuple((account,) for account in sorted(accounts))

    return replace(stages, judge=judge, cluster=cluster, link_version="apart")


def _read_back(view: View) -> Reading:
    incidents = tuple(view.incidents())
    infos = tuple(view.documents())
    of_account = {account: found for found in incidents for account in found.accounts}
    tallies = _by_document(view.tallies())
    documents = [
        ReadDocument(
            info.source,
            view.document(info.id),
            _accounts(view.accounts_in(info.id), of_account),
            tallies.get(info.id, ()),
            tuple(view.names(info.id)),
        )
        for info in infos
    ]
    skipped = tuple(sorted(f"{one.path}: {one.message}" for one in view.skipped()))
    ordered = tuple(sorted(documents, key=lambda read: read.name))
    return Reading(ordered, incidents, skipped, infos, view.voices())


def _by_document(tallies: Iterable[ResolvedTally]) -> dict[str, tuple[ResolvedTally, ...]]:
    found: dict[str, list[ResolvedTally]] = {}
    for tally in tallies:
        found.setdefault(tally.document, []).append(tally)
    return {document: tuple(group) for document, group in found.items()}


def _accounts(
    records: Iterable[AccountRecord], of_account: Mapping[str, Incident]
) -> tuple[ReadAccount, ...]:
    made = []
    for record in records:
        incident = of_account.get(record.id)
        if incident is None:
            account = record.account
            made.append(ReadAccount(record, record.id, account.realis, account.scope))
        else:
            made.append(ReadAccount(record, incident.id, incident.realis, incident.scope))
    return tuple(sorted(made, key=lambda a: (a.record.account.triggers[0].start, a.id)))
