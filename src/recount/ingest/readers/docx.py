"""DOCX: paragraphs, lists, tables, captions, headings; running heads and notes as clutter.

Offsets count the characters of the part's paragraphs, one line break between two. Deleted
text of tracked changes is left out, inserted text is read.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from recount.ingest.limits import Limits
from recount.ingest.lines import HEADING_WORDS, ends_sentence
from recount.ingest.page import Block, DateClue, Page, PageText, Part
from recount.ingest.trouble import EmptyInputError
from recount.model import HostileInputError, ReadError, SegmentKind

DOCUMENT_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SIDE_PARTS = re.compile(r"/word/(footnotes|endnotes|header\d*|footer\d*)\.xml")
_TEMPLATE_YEAR = 2013
"""python-docx's own template says 2013-12-23 and "python-docx"; that is nobody's date."""


def read_docx(data: bytes, limits: Limits) -> Page:
    """Read a Word document (Office Open XML).

    Raises:
        ReadError: it is damaged, holds no text, or unpacks to more than is read.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    _check_size(data, limits)
    try:
        document = docx.Document(io.BytesIO(data))
        return _page(document, limits)
    except (PackageNotFoundError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise ReadError("The DOCX is damaged and cannot be opened.") from error
    except (LxmlError, *_STORED_ERRORS) as error:
        raise ReadError("The DOCX is damaged and cannot be opened.") from error


_STORED_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError)
"""What reading a damaged archive raises."""


def _check_size(data: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise ReadError("The DOCX is damaged: its archive cannot be opened.") from error
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.ratio_from and unpacked > limits.ratio * len(data):
        raise HostileInputError("The DOCX unpacks to hundreds of times its size.")
    texts = [m for m in members if m.filename.startswith("word/") and m.filename.endswith(".xml")]
    if any(member.file_size > limits.item_bytes for member in texts) or len(members) > 10_000:
        raise HostileInputError("The DOCX unpacks to more than is read.")


class _Writer:
    def __init__(self, limits: Limits) -> None:
        self.text = PageText(limits)
        self.blocks: list[Block] = []
        self.links: list[tuple[int, int, str]] = []
        self.parts: dict[str, list[str]] = {}
        self._sizes: dict[str, int] = {}

    def block(
        self,
        part: str,
        pieces: list[tuple[str, str | None]],
        kind: SegmentKind,
        level: int = 0,
        region: str | None = None,
        *,
        row: bool = False,
    ) -> None:
        """Add a block; a piece is a run of characters and the address it links to, if any."""
        whole = "".join(string for string, _ in pieces)
        offset = self._sizes.get(part, 0)
        self.parts.setdefault(part, []).append(whole)
        self._sizes[part] = offset + len(whole) + 1
        if len(whole.strip()) == 0:
            return
        if self.text.length:
            self.text.standing_for(part, offset, "\n\n")
        start = self.text.length
        for string, url in pieces:
            begin = self.text.length
            self.text.exact(part, offset, string)
            offset += len(string)
            if url is not None and string.strip():
                self.links.append((begin, self.text.length, url))
        lead = len(whole) - len(whole.lstrip())
        end = start + len(whole.rstrip())
        self.blocks.append(Block(start + lead, end, kind, level, region=region, row=row))


def _page(document: Any, limits: Limits) -> Page:
    writer = _Writer(limits)
    styles = {style.style_id: style.name or "" for style in document.styles}
    targets = {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external}
    _body(writer, document.element.body, styles, targets)
    if writer.text.length == 0:
        raise EmptyInputError("The DOCX holds no text.")
    _side_parts(writer, document)
    text, source_map = writer.text.finish()
    core = document.core_properties
    created = core.created
    known = created is not None and not (created.year == _TEMPLATE_YEAR and created.month == 12)
    author = (core.author or "").strip()
    return Page(
        text=text,
        blocks=tuple(writer.blocks),
        source_map=source_map,
        parts=tuple(Part(name, "\n".join(texts)) for name, texts in writer.parts.items()),
        links=tuple(sorted(writer.links[: limits.links])),
        title=(core.title or "").strip() or None,
        author=author if author and author != "python-docx" else None,
        dates=(DateClue(created.date().isoformat(), "DOCX creation date", weak=True),)
        if known
        else (),
    )


def _body(writer: _Writer, body: Any, styles: dict[str, str], targets: dict[str, str]) -> None:
    """Paragraphs and tables in order, looking into content controls; no recursion."""
    waiting = list(reversed(list(body)))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}p":
            _paragraph(writer, node, styles, targets)
        elif node.tag == f"{_W}tbl":
            _table(writer, node)
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            waiting.extend(reversed(list(node)))


def _paragraph(writer: _Writer, node: Any, styles: dict[str, str], targets: dict[str, str]) -> None:
    pieces = list(_pieces(node, targets))
    style = node.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val", ""), "").lower() if style is not None else ""
    numbered = node.find(f"{_W}pPr/{_W}numPr")
    kind, level = SegmentKind.BODY, 0
    if name == "title":
        kind, level = SegmentKind.HEADING, 1
    elif name.startswith(("heading", "subtitle")):
        digits = re.search(r"\d", name)
        kind, level = SegmentKind.HEADING, int(digits.group()) if digits else 2
    elif name.startswith("caption"):
        kind = SegmentKind.CAPTION
    elif name.startswith("list") or numbered is not None:
        depth = node.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
        value = depth.get(f"{_W}val", "0") if depth is not None else "0"
        kind, level = SegmentKind.LIST_ITEM, 1 + (int(value) if value.isdigit() else 0)
    elif "quote" in name:
        kind = SegmentKind.QUOTATION
    elif _all_bold(node):
        whole = "".join(string for string, _ in pieces)
        if len(whole.split()) <= HEADING_WORDS and not ends_sentence(whole):
            kind, level = SegmentKind.HEADING, 5
    writer.block(DOCUMENT_PART, pieces, kind, level)


def _all_bold(node: Any) -> bool:
    runs = [run for run in node.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    bold = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return len(runs) > 0 and all(
        mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false") for mark in bold
    )


def _pieces(node: Any, targets: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    """Runs of text in order. Text boxes come twice (with a fallback); one is enough."""
    for part in node.iter(f"{_W}t", *_BREAKS):
        ancestors = list(part.iterancestors())
        if any(parent.tag == _FALLBACK for parent in ancestors):
            continue
        link = next((p for p in ancestors if p.tag == f"{_W}hyperlink"), None)
        url = targets.get(link.get(_R_ID, "")) if link is not None else None
        if part.tag == f"{_W}t":
            yield part.text or "", url
        elif part.getparent().tag == f"{_W}r":
            yield _BREAKS[part.tag], url


def _table(writer: _Writer, table: Any) -> None:
    """A row is a block; its cells are parted by a bar."""
    for row in table.iter(f"{_W}tr"):
        pieces: list[tuple[str, str | None]] = []
        for cell in row.iterchildren(f"{_W}tc"):
            words = " ".join("".join(s for s, _ in _pieces(p, {})) for p in cell.iter(f"{_W}p"))
            if words.strip():
                pieces.append(((" | " if pieces else "") + words.strip(), None))
        writer.block(DOCUMENT_PART, pieces, SegmentKind.BODY, row=len(pieces) > 1)


def _side_parts(writer: _Writer, document: Any) -> None:
    from lxml import etree

    parts = sorted(document.part.package.iter_parts(), key=lambda part: str(part.partname))
    for part in parts:
        found = _SIDE_PARTS.fullmatch(str(part.partname))
        if found is None:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(part.blob, parser)
        region = "note" if found.group(1) in ("footnotes", "endnotes") else "running head"
        name = str(part.partname).lstrip("/")
        for paragraph in root.iter(f"{_W}p"):
            writer.block(name, list(_pieces(paragraph, {})), SegmentKind.BODY, region=region)
