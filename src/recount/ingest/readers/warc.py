"""WARC files: the payloads that may be reports, with their addresses."""

from __future__ import annotations

import zlib
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

_GZIP = 31
"""zlib's number for gzip members with the largest window."""
_CHUNK = 1 << 16


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
        for record in ArchiveIterator(stream):  # type: ignore[no-untyped-call]
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
        elif not _ends_whole(stream):
            trouble = ReadError(f"The WARC file is damaged or cut off after record {number}.")
            yield WarcPayload(number + 1, "", None, b"", trouble, inside=False)


def _ends_whole(stream: BinaryIO) -> bool:
    """Whether the last packed member ends: warcio passes over one that is cut off in silence."""
    stream.seek(0)
    if stream.read(2) != b"\x1f\x8b":
        return True
    stream.seek(0)
    unpacker, begun = zlib.decompressobj(_GZIP), False
    while chunk := stream.read(_CHUNK):
        while chunk:
            try:
                unpacker.decompress(chunk)
            except zlib.error:
                return False
            begun = not unpacker.eof
            chunk = unpacker.unused_data.lstrip(b"\0")
            if unpacker.eof:
                unpacker = zlib.decompressobj(_GZIP)
    return not begun


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
    if getattr(record.raw_stream, "limit", 0):
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
