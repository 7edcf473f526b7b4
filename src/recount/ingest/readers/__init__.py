"""Readers: one per format, from bytes to a page. ``READERS`` is the whole list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recount.ingest import media
from recount.ingest.limits import Limits
from recount.ingest.page import Page
from recount.ingest.readers.docx import read_docx
from recount.ingest.readers.feed import read_feed_entry
from recount.ingest.readers.html import read_html
from recount.ingest.readers.jsonl import read_json_line
from recount.ingest.readers.md import read_markdown
from recount.ingest.readers.pdf import read_pdf
from recount.ingest.readers.txt import read_text

__all__ = ["READERS", "Reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """How a format is read. ``version`` changes whenever the same bytes may give another page."""

    name: str
    version: str
    read: Callable[[bytes, Limits], Page]


READERS: dict[str, Reader] = {
    media.HTML: Reader("html", "1", read_html),
    media.PDF: Reader("pdf", "1", read_pdf),
    media.DOCX: Reader("docx", "1", read_docx),
    media.TEXT: Reader("txt", "1", read_text),
    media.MARKDOWN: Reader("md", "1", read_markdown),
    media.FEED_ENTRY: Reader("feed", "1", read_feed_entry),
    media.JSON_LINE: Reader("jsonl", "2", read_json_line),
}
"""The readers by media type. A WARC record is read by the reader of its payload."""
