"""Media types: what the bytes are, by their own signs first and by their name second."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
FEED_ENTRY = "application/x-feed-entry+xml"
JSON_LINE = "application/json"

ZIP = "application/zip"
GZIP = "application/gzip"
WARC = "application/warc"
FEED = "application/feed+xml"
JSON_LINES = "application/x-ndjson"
OLE = "application/x-ole-storage"
UNSUPPORTED = "application/octet-stream"

CONTAINERS = frozenset({ZIP, GZIP, WARC, FEED, JSON_LINES})

HEAD_BYTES = 4096
"""Bytes looked at to tell what a file is."""

_BY_SUFFIX = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".php": HTML,
    ".asp": HTML,
    ".aspx": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".txt": TEXT,
    ".text": TEXT,
    ".asc": TEXT,
    "": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mdown": MARKDOWN,
    ".rss": FEED,
    ".atom": FEED,
    ".rdf": FEED,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".json": JSON_LINE,
    ".zip": ZIP,
    ".gz": GZIP,
    ".warc": WARC,
}

_OTHER_OFFICE = frozenset(
    {".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk", ".kmz"}
)

_XML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*<\?xml|\A(?:\xef\xbb\xbf)?\s*<(?:rss|feed|rdf:RDF)\b"
)
_FEED_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")
_HTML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BINARY_SIGNS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x7fELF",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"SQLite format 3",
    b"OggS",
    b"ID3",
    b"PAR1",
    b"II*\x00",
    b"MM\x00*",
)


def suffix_of(name: str) -> str:
    """Return the last suffix of a member or file name, in lower case."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def media_type(name: str, head: bytes) -> str:
    """Return what the bytes beginning with ``head`` are, given the name they came under.

    The bytes' own signs win over the name; a name that promises a format which the bytes
    do not keep still gets that format, so that its reader can say what is wrong.

    >>> media_type("report.txt", b"%PDF-1.7")
    'application/pdf'
    """
    suffix = suffix_of(name)
    signed = _by_sign(suffix, head)
    if signed is not None:
        return signed
    if suffix == ".xml":
        return FEED if _FEED_ROOT.search(head) else UNSUPPORTED
    return _BY_SUFFIX.get(suffix, UNSUPPORTED)


def _by_sign(suffix: str, head: bytes) -> str | None:
    if head.startswith((b"%PDF-", b"\xef\xbb\xbf%PDF-")):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return UNSUPPORTED if suffix in _OTHER_OFFICE else _zip_or_docx(suffix, head)
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    if head.startswith(b"WARC/"):
        return WARC
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if _XML_START.match(head) and _FEED_ROOT.search(head) and not _HTML_START.match(head):
        return FEED
    if suffix in (".txt", "", ".asc", ".text", ".xml") and _HTML_START.match(head):
        return HTML
    if head.startswith(_BINARY_SIGNS) and _BY_SUFFIX.get(suffix) is None:
        return UNSUPPORTED
    return None


def _zip_or_docx(suffix: str, head: bytes) -> str:
    if suffix == ".docx" or b"word/" in head:
        return DOCX
    return ZIP
