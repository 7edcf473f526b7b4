"""Nouns of the model to rows and back, without loss.

The parts that a build reads thousands of times (statements, the source map) have
compact forms written out here; the rest goes through the model's codec.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from sys import intern
from typing import Any

from recount.ledger.log import Row, row_digest
from recount.model import (
    Account,
    Document,
    DocumentActor,
    Extraction,
    Incident,
    Judgement,
    Language,
    Mention,
    MentionRole,
    PersonName,
    Property,
    Publication,
    Reason,
    Resolution,
    ResolvedTally,
    Segment,
    SegmentKind,
    Sighting,
    SourceMap,
    SourcePlace,
    Span,
    SpanRole,
    Stance,
    Statement,
    Tally,
    Verdict,
    Voice,
    bytes_hash,
    content_id,
    from_plain,
    to_plain,
    value_from_plain,
    value_to_plain,
)

_LEVEL = 6
"""zlib's own default: on article texts a higher level costs time and gains below 1 %."""


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


def dump(plain: Any) -> str:
    """Return canonical JSON: sorted keys, no blanks, ASCII only (any text survives)."""
    return _CANONICAL.encode(plain)


def loaded(text: str) -> Any:
    """Return the plain form of JSON."""
    return json.loads(text)


def pressed(plain: Any) -> bytes:
    """Return compressed canonical JSON."""
    return zlib.compress(dump(plain).encode("ascii"), _LEVEL)


def unpressed(data: bytes) -> Any:
    """Return the plain form of compressed JSON."""
    return json.loads(zlib.decompress(data))


def press_bytes(data: bytes) -> bytes:
    """Return compressed bytes."""
    return zlib.compress(data, _LEVEL)


def unpress_bytes(data: bytes) -> bytes:
    """Return the bytes of a compressed form.

    Raises:
        zlib.error: the form is damaged.
    """
    return zlib.decompress(data)


def press_text(text: str) -> bytes:
    """Return the compressed form of a text; lone surrogates survive."""
    return press_bytes(text.encode("utf-8", "surrogatepass"))


def unpress_text(data: bytes) -> str:
    """Return the text of its compressed form."""
    return unpress_bytes(data).decode("utf-8", "surrogatepass")


def _source_map_to_plain(source_map: SourceMap) -> list[Any]:
    parts: dict[str, int] = {}
    runs = source_map.runs
    for run in runs:
        parts.setdefault(run.part, len(parts))
    return [
        list(parts),
        [run.text_start for run in runs],
        [parts[run.part] for run in runs],
        [run.source_start for run in runs],
        [int(run.exact) for run in runs],
    ]


def _source_map_from_plain(plain: Sequence[Any]) -> SourceMap:
    parts, *columns = plain
    return SourceMap(
        tuple(
            SourcePlace(start, parts[part], source, bool(exact))
            for start, part, source, exact in zip(*columns, strict=True)
        )
    )


def rendition_row(document: Document, words: int) -> dict[str, Any]:
    """Return the row of a rendition, without its run; ``words`` counts those of the body."""
    body = {
        "size": document.size,
        "media_type": document.media_type,
        "author": document.author,
        "confidence": document.language.confidence,
        "published": to_plain(document.published),
        "segments": [
            [s.kind.value, s.start, s.end, s.heading, s.reason, s.index] for s in document.segments
        ],
        "source_map": _source_map_to_plain(document.source_map),
        "links": [list(link) for link in document.links],
    }
    return {
        "id": document.rendition,
        "document": document.id,
        "reader": document.reader,
        "reader_version": document.reader_version,
        "text_sha256": document.text_sha256,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language.code,
        "words": words,
        "sketch": dump(list(document.sketch)),
        "text": press_text(document.text),
        "body": pressed(body),
    }


def document_from_rows(document: Row, rendition: Row) -> Document:
    """Return the document of its row and the row of one rendition."""
    body = unpressed(rendition["body"])
    return Document(
        id=document["id"],
        sha256=document["sha256"],
        size=body["size"],
        media_type=body["media_type"],
        rendition=rendition["id"],
        reader=rendition["reader"],
        reader_version=rendition["reader_version"],
        text=unpress_text(rendition["text"]),
        text_sha256=rendition["text_sha256"],
        segments=tuple(
            Segment(index, SegmentKind(kind), start, end, heading, reason)
            for kind, start, end, heading, reason, index in body["segments"]
        ),
        title=rendition["title"],
        outlet=rendition["outlet"],
        url=rendition["url"],
        author=body["author"],
        language=Language(rendition["language"], body["confidence"]),
        published=from_plain(Publication, body["published"]),
        source_map=_source_map_from_plain(body["source_map"]),
        sketch=tuple(json.loads(rendition["sketch"])),
        links=tuple((start, end, url) for start, end, url in body["links"]),
    )


def sighting_row(sighting: Sighting, run: int) -> dict[str, Any]:
    """Return the row of a sighting; its id covers the run, as it may be said again later."""
    fields = {
        "document": sighting.document,
        "path": sighting.path,
        "outlet": sighting.outlet,
        "url": sighting.url,
        "title": sighting.title,
        "published": sighting.published,
        "language": sighting.language,
        "reliability": sighting.reliability,
        "run": run,
    }
    return {"id": content_id("sighting", dump(fields)), **fields}


def sighting_from_row(row: Row) -> Sighting:
    """Return the sighting of a row."""
    return Sighting(
        row["document"],
        row["path"],
        row["outlet"],
        row["url"],
        row["title"],
        row["published"],
        row["language"],
        row["reliability"],
    )


def statement_row(statement: Statement, run: int) -> dict[str, Any]:
    """Return the row of a statement; its key is the hash of all its values but the run."""
    voice = statement.voice
    body = [
        [[span.start, span.end, span.role.value] for span in statement.spans],
        [voice.speaker, voice.affiliation, voice.outlet, voice.stance.value, voice.cue],
        statement.method,
        statement.confidence,
        list(statement.reasons),
        list(statement.candidates),
    ]
    row = {
        "id": statement.id,
        "account": statement.account,
        "document": statement.document,
        "property": statement.property.value,
        "value": dump(value_to_plain(statement.value)),
        "original": statement.original,
        "start": statement.start,
        "end": statement.end,
        "body": dump(body),
        "primary": statement.primary,
    }
    return {"key": statement_key(row), **row, "run": run}


def statement_key(row: Row) -> str:
    """Return the key that a statement's row must have."""
    held = {name: value for name, value in row.items() if name != "run"}
    return row_digest("statements", held, without="key")


def statement_from_row(row: Row) -> Statement:
    """Return the statement of a row."""
    spans, voice, method, confidence, reasons, candidates = json.loads(row["body"])
    prop = Property(row["property"])
    # A statement's ids and reasons are those of many others: each string is there once.
    return Statement(
        row["id"],
        intern(row["account"]),
        intern(row["document"]),
        prop,
        value_from_plain(prop, json.loads(row["value"])),
        row["original"],
        row["start"],
        row["end"],
        tuple(Span(start, end, SpanRole(role)) for start, end, role in spans),
        Voice(voice[0], voice[1], voice[2], Stance(voice[3]), voice[4]),
        intern(method),
        confidence,
        bool(row["primary"]),
        tuple(map(intern, reasons)),
        tuple(candidates),
    )


def mentions_to_blob(mentions: Sequence[Mention]) -> bytes:
    """Return the compressed form of an extraction's mentions."""
    return pressed([[m.start, m.end, m.role.value, m.label] for m in mentions])


def extraction_from_rows(
    row: Row, accounts: Sequence[Row], tallies: Sequence[Row], names: Sequence[Row]
) -> Extraction:
    """Return the extraction of its row and the rows of its parts."""
    return Extraction(
        document=row["document"],
        rendition=row["rendition"],
        extractor=row["extractor"],
        version=row["version"],
        accounts=tuple(account_from_row(item) for item in _in_order(accounts)),
        tallies=tuple(from_plain(Tally, json.loads(item["body"])) for item in _in_order(tallies)),
        mentions=tuple(
            Mention(start, end, MentionRole(role), label)
            for start, end, role, label in unpressed(row["mentions"])
        ),
        names=tuple(name_from_row(item) for item in _in_order(names)),
        unread=row["unread"],
    )


def _in_order(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: int(row["position"]))


def account_from_row(row: Row) -> Account:
    """Return the account of a row."""
    return from_plain(Account, json.loads(row["body"]))


def name_from_row(row: Row) -> PersonName:
    """Return the person's name of a row."""
    return PersonName(row["start"], row["end"], bool(row["private"]), row["reason"])


def actor_from_row(row: Row) -> DocumentActor:
    """Return the actor of a row."""
    return from_plain(DocumentActor, json.loads(row["body"]))


def resolved_tally_from_row(row: Row) -> ResolvedTally:
    """Return the resolved tally of a row."""
    return from_plain(ResolvedTally, json.loads(row["body"]))


def publication_from_row(row: Row) -> Publication:
    """Return the publication date that a resolution rests on."""
    return from_plain(Publication, json.loads(row["publication"]))


def resolution_from_rows(
    row: Row, statements: Sequence[Row], tallies: Sequence[Row], actors: Sequence[Row]
) -> Resolution:
    """Return the resolution of its row and the rows of its parts, each in its own order."""
    return Resolution(
        document=row["document"],
        rendition=row["rendition"],
        publication=publication_from_row(row),
        statements=tuple(statement_from_row(item) for item in statements),
        tallies=tuple(resolved_tally_from_row(item) for item in tallies),
        actors=tuple(actor_from_row(item) for item in actors),
        notes=tuple(json.loads(row["notes"])),
    )


def judgement_row(judgement: Judgement, run: int) -> dict[str, Any]:
    """Return the row of a judgement."""
    return {
        "id": judgement.id,
        "run": run,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "score": float(judgement.score),
        "method": judgement.method,
        "reasons": dump([[r.name, r.weight, r.detail] for r in judgement.reasons]),
        "person": judgement.person,
    }


def judgement_from_row(row: Row) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        row["id"],
        row["left"],
        row["right"],
        Verdict(row["verdict"]),
        row["score"],
        row["method"],
        tuple(Reason(name, weight, detail) for name, weight, detail in json.loads(row["reasons"])),
        row["person"],
    )


def incident_row(incident: Incident, rule: str, run: int) -> dict[str, Any]:
    """Return the row of a version of an incident."""
    body = dump(to_plain(incident)).encode("ascii")
    return {
        "id": incident.id,
        "run": run,
        "rule": rule,
        "ended": False,
        "accounts": dump(list(incident.accounts)),
        "digest": bytes_hash(body),
        "body": press_bytes(body),
    }


def incident_from_row(row: Row) -> Incident:
    """Return the incident of a version that is not ended."""
    return from_plain(Incident, unpressed(row["body"]))
