"""From an item's bytes to a document: reader, segments, language, date, sketch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.ingest.clutter import Look, look_at
from recount.ingest.dateline import publication_of
from recount.ingest.headline import with_headline
from recount.ingest.item import Item, document_id
from recount.ingest.language import UNDETERMINED, identify
from recount.ingest.limits import Limits
from recount.ingest.media import OLE, UNSUPPORTED
from recount.ingest.page import Page
from recount.ingest.phrases import BYLINE
from recount.ingest.readers import READERS
from recount.ingest.segment import segments_of
from recount.ingest.titles import split_outlet
from recount.ingest.trouble import EncryptedInputError, UnsupportedInputError
from recount.model import (
    BODY_KINDS,
    Document,
    Language,
    ReadError,
    Segment,
    SegmentKind,
    bytes_hash,
    content_id,
    text_hash,
)
from recount.resources.sketch import sketch

SEGMENTING_VERSION = "3"
"""Changes whenever the same page may give other segments, dates or titles."""

_TOLD = re.compile(
    r"\b(?:told|interview with|statement to"
    r"|e-?mailed)\s+(?P<outlet>(?:The\s+)?[A-Z][\w.’']*(?:\s+[A-Z][\w.’']*){0,3})"
)
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")


def read(item: Item, limits: Limits | None = None) -> Document:
    """Return the document that an item's bytes are. The same bytes give the same document.

    Raises:
        ReadError: they are damaged, encrypted, empty or in a format that nobody reads.
        HostileInputError: they exceed a limit.
    """
    return read_bytes(item.data, item.media_type, limits)


def read_bytes(data: bytes, media_type: str, limits: Limits | None = None) -> Document:
    """Return the document that these bytes of this media type are.

    Raises:
        ReadError: as ``read``.
    """
    reader = READERS.get(media_type)
    if reader is None:
        raise _no_reader(data, media_type)
    page = reader.read(data, limits if limits is not None else Limits())
    looks = look_at(page)
    title, outlet = _title_and_outlet(page, looks)
    page, segments = with_headline(page, segments_of(looks))
    sha256 = bytes_hash(data)
    identity = document_id(sha256)
    version = f"{reader.version}.{SEGMENTING_VERSION}"
    body = body_text(page.text, segments)
    return Document(
        id=identity,
        sha256=sha256,
        size=len(data),
        media_type=media_type,
        rendition=content_id("rendition", identity, reader.name, version),
        reader=reader.name,
        reader_version=version,
        text=page.text,
        text_sha256=text_hash(page.text),
        segments=segments,
        title=title,
        outlet=outlet,
        url=page.url,
        author=page.author if page.author is not None else _author(looks),
        language=_language(body, page.text),
        published=publication_of(page, segments),
        source_map=page.source_map,
        sketch=sketch(body),
        links=page.links,
    )


def rendition_of(item: Item) -> str:
    """Return the id of the rendition that ``read`` would make of an item, without reading it.

    An item that nobody reads gets an id too; reading it says why there is no document.
    """
    reader = READERS.get(item.media_type)
    name = "none" if reader is None else reader.name
    version = "0" if reader is None else f"{reader.version}.{SEGMENTING_VERSION}"
    return content_id("rendition", item.document_id, name, version)


def body_text(text: str, segments: Sequence[Segment]) -> str:
    """Return the words of the report alone, a line per segment."""
    return "\n".join(text[s.start : s.end] for s in segments if s.kind in BODY_KINDS)


def _no_reader(data: bytes, media_type: str) -> ReadError:
    if media_type == OLE:
        if _ENCRYPTED_MARK in data:
            return EncryptedInputError("The Word document is protected by a password.")
        return UnsupportedInputError("It is in the old Word format (.doc); save it as .docx.")
    kind = "this format" if media_type == UNSUPPORTED else media_type
    return UnsupportedInputError(f"No reader knows {kind}.")


def _language(body: str, text: str) -> Language:
    found = identify(body)
    return found if found != UNDETERMINED else identify(text)


def _title_and_outlet(page: Page, looks: Sequence[Look]) -> tuple[str | None, str | None]:
    heading = next((k for k in looks if k.kind is SegmentKind.HEADING and k.level == 1), None)
    first = next((look for look in looks if not look.clutter), None)
    if heading is None and first is not None and first.kind is SegmentKind.HEADING:
        heading = first
    title = page.title
    if title is None and heading is not None:
        title = " ".join(heading.text.split())
    if title is None:
        return None, page.outlet
    bare, hung = split_outlet(title)
    if page.outlet is not None:
        same = hung is not None and hung.casefold() in page.outlet.casefold()
        return (bare if same else title), page.outlet
    if hung is not None and _stands_elsewhere(hung, page, title):
        return bare, hung
    return title, _speaks_of_itself(page.text)


def _stands_elsewhere(outlet: str, page: Page, title: str) -> bool:
    """An outlet is named more than once, or by its address; a part of the title is not."""
    plain = outlet.casefold().replace(" ", "")
    if page.url is not None and plain.removeprefix("the") in page.url.casefold().replace("-", ""):
        return True
    in_text = page.text.count(outlet)
    return in_text - (1 if title in page.text else 0) >= 1


def _speaks_of_itself(text: str) -> str | None:
    """Outlets say whom their sources told: one name, more than once."""
    named: dict[str, int] = {}
    for match in _TOLD.finditer(text):
        outlet = match.group("outlet").rstrip(".")
        named[outlet] = named.get(outlet, 0) + 1
    if len(named) == 0:
        return None
    best = max(sorted(named), key=lambda name: named[name])
    return best if named[best] >= 2 and named[best] > 0.6 * sum(named.values()) else None


def _author(looks: Sequence[Look]) -> str | None:
    for look in looks:
        if look.reason == "byline" and (match := BYLINE.fullmatch(look.text)) is not None:
            return match.group("name")
    return None
