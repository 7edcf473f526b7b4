"""Items: the bytes of one document as found, and what was said about it where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from recount.model import Sighting, bytes_hash, content_id


def document_id(sha256: str) -> str:
    """Return the id of the document whose bytes have this SHA-256."""
    return content_id("document", sha256)


@dataclass(frozen=True)
class Item:
    """One document's bytes: a file, a zip member, a WARC payload, a feed entry, a JSON line.

    ``path`` is relative to the folder that was read, members after ``!``. ``file`` is the
    absolute path of the file on disk and ``member`` what stands after the first ``!`` ("" for
    a plain file); ``sources.csv`` is looked up by them. The other fields are what the place
    where it was found says about it (a feed entry's link, a JSON line's outlet).

    No slots: the digest is computed once, on demand.
    """

    path: str
    data: bytes
    media_type: str
    file: Path
    member: str = ""
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    reliability: float | None = None

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return bytes_hash(self.data)

    @cached_property
    def document_id(self) -> str:
        """The id of the document that these bytes are."""
        return document_id(self.sha256)

    def sighting(self) -> Sighting:
        """Return where the document was met, with what was said about it there."""
        return Sighting(
            document=self.document_id,
            path=self.path,
            outlet=self.outlet,
            url=self.url,
            title=self.title,
            published=self.published,
            language=self.language,
            reliability=self.reliability,
        )
