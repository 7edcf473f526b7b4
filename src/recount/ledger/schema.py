"""The tables of a ledger. Rows are added and never changed or deleted, except by withholding.

Content-derived ids are the keys, so the same reading of the same words is one row.
What is current is said by ``readings`` (per document), by the latest version (incidents,
voices) and by ends (judgements), each with the run that added it; a view as of a run
reads rows of that run and earlier ones only.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

REVISIONS = ("0001",)
"""Revisions that this version of Recount knows, oldest first; a test holds the scripts to it."""

_ESCAPED = "\ufeff"
"""Begins a text that a database cannot hold as it is (NUL, lone surrogates)."""


class SafeText(sa.types.TypeDecorator[str]):
    """Text that survives NUL characters and lone surrogates, as file names may hold them."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        """Return the stored form of a text."""
        del dialect
        if value is None or value.isascii():
            plain = value is None or "\0" not in value
        else:
            plain = not value.startswith(_ESCAPED) and "\0" not in value and _encodes(value)
        return value if plain else _ESCAPED + json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        """Return the text of a stored form."""
        del dialect
        if value is not None and value.startswith(_ESCAPED):
            return str(json.loads(value[1:]))
        return value


def _encodes(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


metadata = sa.MetaData()


def _id(name: str = "id", *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, primary_key=key, nullable=False)


def _run() -> sa.Column[int]:
    return sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, SafeText, nullable=null)


def _whole(name: str, *, key: bool = False, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=null, autoincrement=False)


def _blob(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _to(name: str, target: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(target), primary_key=key, nullable=False)


runs = sa.Table(
    "runs",
    metadata,
    _whole("id", key=True),
    _text("command"),
    _text("version"),
    _text("started_at"),
)

log = sa.Table(
    "log",
    metadata,
    _whole("seq", key=True),
    _run(),
    _id("kind"),
    _text("subject"),
    _id("digest"),
    _id("previous"),
    _id("hash"),
    sa.Index("log_kind_subject", "kind", "subject"),
)

documents = sa.Table(
    "documents",
    metadata,
    _id(key=True),
    _id("sha256"),
    sa.Column("size", sa.BigInteger, nullable=False),
    _text("media_type"),
    _text("seen_day", null=True),
    _run(),
)

contents = sa.Table(
    "contents",
    metadata,
    _to("document", "documents.id", key=True),
    _blob("data"),
    _run(),
)

renditions = sa.Table(
    "renditions",
    metadata,
    _id(key=True),
    _to("document", "documents.id"),
    _text("reader"),
    _text("reader_version"),
    _id("text_sha256"),
    _text("title", null=True),
    _text("outlet", null=True),
    _text("url", null=True),
    _text("language"),
    _whole("words"),
    _text("sketch"),
    _blob("text"),
    _blob("body"),
    _run(),
    sa.Index("renditions_document", "document"),
)

sightings = sa.Table(
    "sightings",
    metadata,
    _id(key=True),
    _to("document", "documents.id"),
    _text("path"),
    _text("outlet", null=True),
    _text("url", null=True),
    _text("title", null=True),
    _text("published", null=True),
    _text("language", null=True),
    sa.Column("reliability", sa.Double, nullable=True),
    _run(),
    sa.Index("sightings_document", "document"),
)

extractions = sa.Table(
    "extractions",
    metadata,
    _id(key=True),
    _to("document", "documents.id"),
    _to("rendition", "renditions.id"),
    _text("extractor"),
    _text("version"),
    _text("unread", null=True),
    _text("cites"),
    _blob("mentions"),
    _run(),
    sa.Index("extractions_document", "document"),
)

accounts = sa.Table(
    "accounts",
    metadata,
    _to("extraction", "extractions.id", key=True),
    _id(key=True),
    _to("document", "documents.id"),
    _whole("position"),
    _text("body"),
    _text("words"),
    _run(),
    sa.Index("accounts_id", "id"),
    sa.Index("accounts_document", "document"),
)

tallies = sa.Table(
    "tallies",
    metadata,
    _to("extraction", "extractions.id", key=True),
    _id(key=True),
    _whole("position"),
    _text("body"),
    _run(),
)

names = sa.Table(
    "names",
    metadata,
    _to("extraction", "extractions.id", key=True),
    _whole("position", key=True),
    _whole("start"),
    _whole("end"),
    sa.Column("private", sa.Boolean, nullable=False),
    _text("reason"),
    _run(),
)

resolutions = sa.Table(
    "resolutions",
    metadata,
    _id(key=True),
    _to("document", "documents.id"),
    _to("rendition", "renditions.id"),
    _to("extraction", "extractions.id"),
    _text("publication"),
    _text("notes"),
    _run(),
    sa.Index("resolutions_document", "document"),
)

statements = sa.Table(
    "statements",
    metadata,
    _id("key", key=True),
    _id(),
    _id("account"),
    _to("document", "documents.id"),
    _id("property"),
    _text("value"),
    _text("original"),
    _whole("start"),
    _whole("end"),
    _text("body"),
    sa.Column("primary", sa.Boolean, nullable=False),
    _run(),
    sa.Index("statements_id", "id"),
    sa.Index("statements_document", "document"),
)

resolution_statements = sa.Table(
    "resolution_statements",
    metadata,
    _to("resolution", "resolutions.id", key=True),
    _whole("position", key=True),
    _to("statement", "statements.key"),
    _run(),
    sa.Index("resolution_statements_statement", "statement"),
)

actors = sa.Table(
    "actors",
    metadata,
    _to("resolution", "resolutions.id", key=True),
    _whole("position", key=True),
    _text("actor"),
    _text("body"),
    _run(),
)

resolved_tallies = sa.Table(
    "resolved_tallies",
    metadata,
    _to("resolution", "resolutions.id", key=True),
    _whole("position", key=True),
    _id(),
    _text("body"),
    _run(),
)

readings = sa.Table(
    "readings",
    metadata,
    _to("document", "documents.id", key=True),
    _whole("seq", key=True),
    _to("rendition", "renditions.id"),
    _to("extraction", "extractions.id"),
    _to("resolution", "resolutions.id"),
    _run(),
)

judgements = sa.Table(
    "judgements",
    metadata,
    _id(key=True),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    _id("left"),
    _id("right"),
    _id("verdict"),
    sa.Column("score", sa.Double, nullable=False),
    _text("method"),
    _text("reasons"),
    _text("person", null=True),
    sa.Index("judgements_left", "left"),
    sa.Index("judgements_right", "right"),
)

judgement_ends = sa.Table(
    "judgement_ends",
    metadata,
    _id("judgement", key=True),
    _whole("judged", key=True),
    _run(),
)

voices = sa.Table(
    "voices",
    metadata,
    _to("document", "documents.id", key=True),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    _id("voice"),
)

incident_versions = sa.Table(
    "incident_versions",
    metadata,
    _id(key=True),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    _text("rule"),
    sa.Column("ended", sa.Boolean, nullable=False),
    _text("accounts"),
    _id("digest"),
    _blob("body"),
)

incident_aliases = sa.Table(
    "incident_aliases",
    metadata,
    _id("alias", key=True),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    _id("incident"),
)

skipped = sa.Table(
    "skipped",
    metadata,
    _id(key=True),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    _text("path"),
    _id("reason"),
    _text("message"),
)

supplied = sa.Table(
    "supplied",
    metadata,
    _id("kind", key=True),
    _id(key=True),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    _text("body"),
)

withheld = sa.Table(
    "withheld",
    metadata,
    _id("kind", key=True),
    _id("key", key=True),
    _id("salt"),
    _whole("tokens"),
    _id("digest"),
    _run(),
)

TABLES: tuple[sa.Table, ...] = tuple(metadata.sorted_tables)
"""Every table, those that others point to first."""
