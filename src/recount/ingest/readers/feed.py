"""RSS and Atom: a feed opens into entries, each a document of its own in canonical XML.

An entry's bytes are its exclusive canonical form (C14N), so the same entry is the same
document whatever else the feed holds that day.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from recount.ingest.htmlmeta import clean
from recount.ingest.limits import Limits
from recount.ingest.page import Block, DateClue, Page, PageText, Part
from recount.ingest.readers.html import judged_blocks
from recount.ingest.trouble import EmptyInputError
from recount.ingest.walk import Walk
from recount.model import ReadError, SegmentKind

TITLE_PART = "title"
CONTENT_PART = "content"

_NAMED_ENTITY = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(\w{1,32};)?"
)

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed: its bytes, and what the feed says of it."""

    data: bytes
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries; ``whole`` is false when it is not well-formed and only parts were read."""

    entries: tuple[FeedEntry, ...]
    whole: bool


def open_feed(data: bytes) -> Feed:
    """Return the entries of an RSS, RDF or Atom file, as far as they can be read.

    Raises:
        ReadError: nothing in it is an entry of a feed.
    """
    root, whole = _parse(data)
    entries: list[FeedEntry] = []
    outlet = None
    if root is not None:
        outlet = _channel_title(root)
        nodes = [node for node in root.iter() if _name(node) in ("item", "entry")]
        found = [_entry(node, outlet) for node in nodes]
        entries = [entry for entry in found if entry is not None]
        whole = whole and len(entries) == len(nodes)
    if len(entries) == 0 and not whole:
        raise ReadError("The feed is damaged, and no entry of it can be read.")
    if root is not None and len(entries) == 0 and _name(root) not in ("rss", "feed", "RDF"):
        raise ReadError("The XML is not an RSS or Atom feed.")
    return Feed(tuple(entries), whole)


def read_feed_entry(data: bytes, limits: Limits) -> Page:
    """Read one entry: its title as a heading, then its content or summary.

    Raises:
        ReadError: it is not an entry, or holds no text.
    """
    node, _ = _parse(data)
    if node is None or _name(node) not in ("item", "entry"):
        raise ReadError("It is not an entry of a feed.")
    raw_title, content = _child_text(node, "title") or "", _content(node)
    text = PageText(limits)
    blocks: list[Block] = []
    Walk(raw_title, TITLE_PART, text, limits).run()
    if text.length:
        blocks.append(Block(0, text.length, SegmentKind.HEADING, 1))
    walked = Walk(content, CONTENT_PART, text, limits).run()
    clean_text, source_map = text.finish()
    if len(clean_text) == 0:
        raise EmptyInputError("The entry holds no text.")
    blocks += judged_blocks(clean_text, walked, "", replace(limits, vote_depth=-1))
    published = _published(node)
    return Page(
        text=clean_text,
        blocks=tuple(blocks),
        source_map=source_map,
        parts=(Part(TITLE_PART, raw_title), Part(CONTENT_PART, content)),
        links=walked.links,
        title=plain_title(raw_title),
        url=_link(node),
        author=_author(node),
        dates=(DateClue(published, "feed entry", given=True),) if published is not None else (),
    )


def plain_title(raw: str) -> str | None:
    """Return a title's words; Atom's and many RSS titles are markup themselves."""
    return clean(_TAG.sub("", html.unescape(raw) if "&lt;" in raw else raw))


def _parse(data: bytes) -> tuple[Any, bool]:
    """The root, and whether the XML was well-formed."""
    from lxml import etree

    def parser(*, recover: bool) -> Any:
        return etree.XMLParser(
            recover=recover, resolve_entities=False, no_network=True, load_dtd=False
        )

    try:
        return etree.fromstring(data, parser(recover=False)), True
    except (etree.XMLSyntaxError, ValueError):
        pass
    try:
        return etree.fromstring(_NAMED_ENTITY.sub(_numeric, data), parser(recover=True)), False
    except (etree.XMLSyntaxError, ValueError):
        return None, False


def _numeric(match: re.Match[bytes]) -> bytes:
    """HTML's entities mean nothing to XML, and would be dropped; a bare ampersand too."""
    name = match.group(1)
    if name is None:
        return b"&amp;"
    decoded = html.unescape("&" + name.decode("ascii", "replace"))
    if decoded.startswith("&") and len(decoded) > 1:
        return b"&amp;" + name
    return "".join(f"&#{ord(character)};" for character in decoded).encode("ascii")


def _name(node: Any) -> str:
    tag = node.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _children(node: Any, *names: str) -> Iterator[Any]:
    for name in names:
        for child in node:
            if _name(child) == name:
                yield child


def _text(node: Any) -> str:
    return "".join(node.itertext())


def _child_text(node: Any, *names: str) -> str | None:
    for child in _children(node, *names):
        text = _text(child)
        if text.strip():
            return text
    return None


def _content(node: Any) -> str:
    """The fullest of content and summary; XHTML content is written out as markup."""
    from lxml import etree

    for name in ("encoded", "content", "description", "summary"):
        for child in _children(node, name):
            if len(child):
                inner = [etree.tostring(part, encoding="unicode") for part in child]
                return (child.text or "") + "".join(inner)
            if child.text and child.text.strip():
                return str(child.text)
    return ""


def _link(node: Any) -> str | None:
    for child in _children(node, "link"):
        href = child.get("href")
        if href and child.get("rel", "alternate") == "alternate":
            return str(href)
        if child.text and child.text.strip():
            return str(child.text).strip()
    guid = _child_text(node, "guid", "id")
    return guid.strip() if guid is not None and guid.strip().startswith("http") else None


def _published(node: Any) -> str | None:
    found = _child_text(node, "published", "pubDate", "date", "issued", "updated")
    return found.strip() if found is not None else None


def _author(node: Any) -> str | None:
    for child in _children(node, "creator", "author"):
        return clean(_child_text(child, "name") or _text(child))
    return None


def _channel_title(root: Any) -> str | None:
    channel = next(iter(_children(root, "channel")), root)
    found = _child_text(channel, "title")
    return clean(found) if found is not None else None


def _entry(node: Any, outlet: str | None) -> FeedEntry | None:
    """``None``: it rests on entities that the feed defines itself, which are not expanded."""
    from lxml import etree

    title = _child_text(node, "title")
    node.tail = None
    try:
        data = etree.tostring(node, method="c14n", exclusive=True)
    except etree.LxmlError:
        return None
    return FeedEntry(
        data=data,
        outlet=outlet,
        title=plain_title(title) if title is not None else None,
        url=_link(node),
        published=_published(node),
    )
