"""WARC files: the payloads that may be reports, with their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from recount.ingest.limits import Limits
from recount.ingest.media import suffix_of
from recount.model import HostileInputError, ReadError

_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/zip": ".zip",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}
"""Types of payloads that are looked at; pictures, styles and scripts are not reports."""


@dataclass(frozen=True, slots=True)
class WarcPayload:
    """A record's payload, or the trouble with it.

    ``number`` counts records from 1. ``name`` ends as the payload's type asks. ``inside``:
    the trouble concerns this record, not the file from here on.
    """

    number: int
    name: str
    url: str | None
    data: bytes
    trouble: ReadError | None = None
    inside: bool = True


def warc_payloads(stream: BinaryIO, limits: Limits) -> Iterator[WarcPayload]:
    """Yield the payloads of responses (status 200) and resources, in order."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            payload = _payload(record, number, limits)
            if payload is not None:
                yield payload
    except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError, TypeError) as error:
        trouble = ReadError(f"The WARC file is damaged or cut off after record {number}.")
        trouble.__cause__ = error
        yield WarcPayload(number + 1, "", None, b"", trouble, inside=False)
    else:
        if number == 0:
            trouble = ReadError("The WARC file holds no records.")
            yield WarcPayload(1, "", None, b"", trouble, inside=False)


def _payload(record: Any, number: int, limits: Limits) -> WarcPayload | None:
    url = record.rec_headers.get_header("WARC-Target-URI")
    suffix = _suffix(record, url)
    if suffix is None:
        return None
    name = f"{number}{suffix}"
    data = record.content_stream().read(limits.item_bytes + 1)
    if len(data) > limits.item_bytes:
        trouble = HostileInputError(f"It is larger than {limits.item_bytes >> 20} megabytes.")
        return WarcPayload(number, name, url, b"", trouble)
    promised = _promised(record)
    if promised is not None and len(data) < promised:
        return WarcPayload(number, name, url, b"", ReadError("The record is cut off."))
    return WarcPayload(number, name, url, data)


def _suffix(record: Any, url: str | None) -> str | None:
    if record.rec_type == "response":
        headers = record.http_headers
        if headers is None or headers.get_statuscode() != "200":
            return None
        stated = headers.get_header("Content-Type")
    elif record.rec_type in ("resource", "conversion"):
        stated = record.rec_headers.get_header("Content-Type")
    else:
        return None
    kind = (stated or "").split(";", 1)[0].strip().lower()
    if kind in _SUFFIX_OF_TYPE:
        return _SUFFIX_OF_TYPE[kind]
    if kind and kind != "application/octet-stream":
        return None
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    return suffix_of(PurePosixPath(path).name) or ".html"


def _promised(record: Any) -> int | None:
    """The length that the server named, where the payload is neither packed nor chunked."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None:
        return None
    if headers.get_header("Content-Encoding") or headers.get_header("Transfer-Encoding"):
        return None
    stated = headers.get_header("Content-Length")
    return int(stated) if stated is not None and stated.isdigit() else None
