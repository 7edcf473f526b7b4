"""A sweep through every row of a ledger that masks one person's name where it stands.

Texts, titles, paths, values, quotes, reasons: each column of words is masked in the form
in which it is stored. A document's own text decides whether the surname alone means the
person there; rows of no one document follow the documents of their accounts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from recount.ledger import encode, log, schema
from recount.ledger.log import Row
from recount.ledger.masking import (
    Mask,
    blotted,
    mask_for,
    masked_document,
    masked_plain,
    masked_sighting,
)
from recount.model import bytes_hash

_PLAIN: Mapping[sa.Table, tuple[str, ...]] = {
    schema.runs: ("command",),
    schema.extractions: ("unread",),
    schema.accounts: ("words",),
    schema.names: ("reason",),
    schema.actors: ("actor",),
    schema.judgements: ("person", "method"),
    schema.skipped: ("path", "message"),
}
"""Columns that hold words as they are."""

_JSON: Mapping[sa.Table, tuple[str, ...]] = {
    schema.extractions: ("cites",),
    schema.accounts: ("body",),
    schema.tallies: ("body",),
    schema.resolutions: ("publication", "notes"),
    schema.actors: ("body",),
    schema.resolved_tallies: ("body",),
    schema.judgements: ("reasons",),
    schema.supplied: ("body",),
}
"""Columns that hold JSON with words in it."""


class Sweep:
    """Masks one name; afterwards ``documents`` and ``digests`` say what was touched."""

    def __init__(self, connection: sa.Connection, keys: tuple[str, ...]) -> None:
        self._connection = connection
        self._full = Mask(keys)
        self._masks: dict[str, Mask] = {}
        self._blotted: dict[str, list[tuple[int, int]]] = {}
        self._texts: dict[str, str] = {}
        self._document_of: dict[str, str] = {}
        self._things: dict[tuple[str, str], None] = {}
        self._touched: set[str] = set()
        self.documents: set[str] = set()
        self.digests: list[str] = []

    def run(self) -> None:
        """Mask the name in every table."""
        self._renditions()
        self._sightings()
        self._contents()
        self._learn_documents()
        for table in dict.fromkeys((*_PLAIN, *_JSON)):
            self._table(table)
        self._statements()
        self._incidents()

    def happenings(self) -> Iterator[log.Happening]:
        """Iterate over the new digests of all things whose rows changed."""
        for kind, subject in sorted(self._things):
            yield log.Happening(kind, subject, log.digest_now(self._connection, kind, subject))

    def _renditions(self) -> None:
        table, documents = schema.renditions, schema.documents
        for key in self._keys(table):
            row = self._row(table, {"id": key})
            parent = self._row(documents, {"id": row["document"]})
            document = encode.document_from_rows(parent, row)
            told = [document.text, document.title, document.url, document.author, document.outlet]
            told += [url for _, _, url in document.links]
            told += sorted({run.part for run in document.source_map.runs})
            found = [mask_for(self._full.keys, text) for text in told if text is not None]
            held = [mask for mask in found if mask is not None]
            if not held:
                continue
            mask = held[0]
            before = self._masks.get(document.id, self._full)
            self._masks[document.id] = mask if mask.surname else before
            self._blotted[key] = mask.ranges(document.text)
            new = masked_document(document, (mask,))
            self._texts[key] = new.text
            made = encode.rendition_row(new, row["words"])
            self._update(table, ("id",), row, {**made, "run": row["run"]})
            self.documents.add(document.id)

    def _sightings(self) -> None:
        table = schema.sightings
        for key in self._keys(table):
            row = self._row(table, {"id": key})
            sighting = encode.sighting_from_row(row)
            mask = self._masks.get(sighting.document, self._full)
            new = masked_sighting(sighting, (mask,))
            if new == sighting:
                continue
            self.documents.add(sighting.document)
            fields = ("path", "outlet", "url", "title")
            self._update(table, ("id",), row, {**row, **{n: getattr(new, n) for n in fields}})

    def _contents(self) -> None:
        """Drop the bytes of documents that held the name, in their text or beside it."""
        table = schema.contents
        for document in self._keys(table, "document"):
            where = table.c.document == document
            if document not in self._masks:
                row = self._row(table, {"document": document})
                raw = encode.unpress_bytes(row["data"]).decode("utf-8", "ignore")
                if not self._full.ranges(raw):
                    continue
                self.documents.add(document)
            for row in self._connection.execute(sa.select(table).where(where)).mappings():
                self.digests.append(log.row_digest(table.name, row))
            self._connection.execute(sa.delete(table).where(where))
            self._things["content", document] = None

    def _learn_documents(self) -> None:
        for table in (schema.extractions, schema.resolutions, schema.accounts):
            for row in self._connection.execute(sa.select(table.c.id, table.c.document)):
                self._document_of[row.id] = row.document

    def _mask_of(self, keys: Sequence[str]) -> Mask:
        """Return the mask for a row that belongs to these extractions, resolutions or accounts."""
        for key in keys:
            mask = self._masks.get(self._document_of.get(key, key))
            if mask is not None and mask.surname:
                return mask
        return self._full

    def _table(self, table: sa.Table) -> None:
        owners = [
            name
            for name in ("document", "extraction", "resolution", "left", "right")
            if name in table.c
        ]
        primary = tuple(column.name for column in table.primary_key)
        for row in list(self._connection.execute(sa.select(table)).mappings()):
            mask = self._mask_of([row[name] for name in owners])
            new = dict(row)
            for name in _PLAIN.get(table, ()):
                if row[name] is not None:
                    new[name] = mask.apply(row[name])
            for name in _JSON.get(table, ()):
                new[name] = self._masked_json(row[name], mask)
            if new != dict(row):
                self._update(table, primary, row, new)

    def _masked_json(self, text: str, mask: Mask) -> str:
        plain = json.loads(text)
        new = masked_plain(plain, (mask,))
        return text if new == plain else encode.dump(new)

    def _statements(self) -> None:
        table, links, resolutions = (
            schema.statements,
            schema.resolution_statements,
            schema.resolutions,
        )
        rendition_of = {
            row.statement: row.rendition
            for row in self._connection.execute(
                sa.select(links.c.statement, resolutions.c.rendition).join(
                    resolutions, resolutions.c.id == links.c.resolution
                )
            )
        }
        for key in self._keys(table, "key"):
            row = self._row(table, {"key": key})
            new = self._masked_statement(row, rendition_of.get(key))
            if new is not None:
                self._touched.add(row["id"])
                self._replace_statement(row, new)

    def _masked_statement(self, row: Row, rendition: str | None) -> dict[str, Any] | None:
        mask = self._mask_of([row["document"]])
        body = json.loads(row["body"])
        value, original = json.loads(row["value"]), row["original"]
        ranges = self._blotted.get(rendition or "", [])
        spans = [(start, end) for start, end, _ in body[0]]
        touched = any(s < end and start < e for s, e in ranges for start, end in spans)
        new_body = masked_plain(body, (mask,), words=touched)
        new_value = masked_plain(value, (mask,), words=touched)
        new_original = mask.apply(original)
        if ranges:
            start = row["start"]
            inside = [
                (max(s, start) - start, min(e, row["end"]) - start)
                for s, e in ranges
                if s < row["end"] and start < e
            ]
            new_original = blotted(original, inside)
        if (new_body, new_value, new_original) == (body, value, original):
            return None
        new = dict(row)
        new |= {
            "body": encode.dump(new_body),
            "value": encode.dump(new_value),
            "original": new_original,
        }
        new["key"] = encode.statement_key(new)
        return new

    def _replace_statement(self, row: Row, new: Mapping[str, Any]) -> None:
        table, links = schema.statements, schema.resolution_statements
        self.digests.append(row["key"])
        known = sa.select(table.c.key).where(table.c.key == new["key"])
        if self._connection.execute(known).first() is None:
            self._connection.execute(sa.insert(table), [dict(new)])
        where = links.c.statement == row["key"]
        for held in self._connection.execute(sa.select(links.c.resolution).where(where)):
            self._things["resolution", held.resolution] = None
        self._connection.execute(sa.update(links).where(where).values(statement=new["key"]))
        self._connection.execute(sa.delete(table).where(table.c.key == row["key"]))

    def _incidents(self) -> None:
        table = schema.incident_versions
        query = sa.select(table).where(table.c.ended.is_(False))
        for row in list(self._connection.execute(query).mappings()):
            mask = self._mask_of(json.loads(row["accounts"]))
            plain = encode.unpressed(row["body"])
            new = masked_plain(plain, (mask,))
            if any(self._rests_on_masked(finding) for finding in plain["findings"]):
                new["findings"] = masked_plain(new["findings"], (mask,), words=True)
            if new == plain:
                continue
            body = encode.dump(new).encode("ascii")
            changed = {"digest": bytes_hash(body), "body": encode.press_bytes(body)}
            self._update(table, ("id", "run"), row, {**row, **changed})

    def _rests_on_masked(self, finding: Mapping[str, Any]) -> bool:
        held = {*finding["supporting"], *finding["opposing"]}
        held.update(figure["statement"] for figure in finding["figures"])
        return not held.isdisjoint(self._touched)

    def _keys(self, table: sa.Table, column: str = "id") -> list[str]:
        query = sa.select(table.c[column]).order_by(table.c[column])
        return [str(row[0]) for row in self._connection.execute(query)]

    def _row(self, table: sa.Table, key: Mapping[str, Any]) -> Row:
        where = [table.c[name] == value for name, value in key.items()]
        return self._connection.execute(sa.select(table).where(*where)).mappings().one()

    def _update(
        self, table: sa.Table, primary: Sequence[str], row: Row, new: Mapping[str, Any]
    ) -> None:
        self.digests.append(log.row_digest(table.name, row))
        kind = log.kind_of(table)
        if kind is not None:
            self._things[kind.name, kind.key_of(table, row)] = None
        changed = {name: value for name, value in new.items() if value != row[name]}
        where = [table.c[name] == row[name] for name in primary]
        self._connection.execute(sa.update(table).where(*where).values(changed))
