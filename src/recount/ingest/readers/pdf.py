"""PDF: the text layer page by page; lines joined into paragraphs, hyphens at line ends undone.

Offsets count the characters of the page as PDFium gives them. Lines that recur at the head
or foot of pages are moved to the end as clutter, so that a paragraph may run across pages.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from recount.ingest.limits import Limits
from recount.ingest.lines import BULLET, HEADING_WORDS, ends_sentence
from recount.ingest.page import Block, DateClue, Page, PageText, Part
from recount.ingest.pdfpage import PdfLine, page_lines
from recount.ingest.trouble import EmptyInputError, EncryptedInputError
from recount.model import HostileInputError, ReadError, SegmentKind

_PASSWORD_ERROR = 4
"""PDFium's FPDF_ERR_PASSWORD."""
_END_MARK_WITHIN = 4096
"""Bytes at the end in which the end mark stands; programs hang little on to it."""
_EDGE_LINES = 3
"""Lines at the head and at the foot of a page that may be running heads."""
_GAP = 1.4
"""A gap between lines this many times the usual one parts paragraphs."""
_LARGER = 1.15
"""Headings are set at least this much larger than the text."""
_INDENT = 6.0
"""Points by which a first line is set in."""
_SHORT = 0.85
"""A line that fills less of the width is the last of its paragraph, if it ends a sentence."""
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT_HYPHEN = frozenset(
    [
        "self",
        "non",
        "anti",
        "counter",
        "pro",
        "pre",
        "post",
        "co",
        "ex",
        "semi",
        "multi",
        "inter",
        "vice",
        "cross",
        "well",
        "so",
        "half",
        "all",
    ]
)


def read_pdf(data: bytes, limits: Limits) -> Page:
    """Read the text layer of a PDF.

    Raises:
        ReadError: it is damaged, cut off, encrypted, too long, or has no text layer.
    """
    import pypdfium2

    pdfium: Any = pypdfium2
    _check_whole(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise EncryptedInputError("The PDF asks for a password.") from error
        raise ReadError("The PDF is damaged and cannot be opened.") from error
    try:
        if len(document) > limits.pages:
            raise HostileInputError(
                f"The PDF has {len(document):,} pages; at most {limits.pages:,} are read."
            )
        pages = [_read_page(document, number, limits) for number in range(len(document))]
        named = {key: str(value) for key, value in document.get_metadata_dict().items() if value}
    except pdfium.PdfiumError as error:
        raise ReadError("The PDF is damaged: one of its pages cannot be read.") from error
    finally:
        document.close()
    return _page(pages, named, limits)


def _check_whole(data: bytes) -> None:
    if b"%PDF-" not in data[:1024]:
        raise ReadError("It is not a PDF, though its name ends in .pdf.")
    if b"%%EOF" not in data[-_END_MARK_WITHIN:]:
        raise ReadError("The PDF is cut off: its end is missing.")


def _read_page(document: Any, number: int, limits: Limits) -> tuple[Part, list[PdfLine]]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        name = f"page {number + 1}"
        if textpage.count_chars() > limits.characters:
            raise HostileInputError(
                f"The PDF has more than {limits.characters:,} characters on one page."
            )
        text = textpage.get_text_range()
        return Part(name, text), page_lines(textpage, name, text)
    finally:
        textpage.close()
        page.close()


def _page(
    pages: Sequence[tuple[Part, list[PdfLine]]], named: dict[str, str], limits: Limits
) -> Page:
    edges = _running_edges([lines for _, lines in pages])
    lines = [line for _, page in pages for line in page if id(line) not in edges]
    heads = [line for _, page in pages for line in page if id(line) in edges]
    if len(lines) == 0:
        raise EmptyInputError("The PDF has no text layer: its pages are pictures.")
    writer = _Writer(limits, _vocabulary(lines))
    sizes = [line.size for line in lines for _ in range(len(line.text))]
    body_size = median(sizes)
    for group in _paragraphs(lines):
        writer.paragraph(group, _kind(group, body_size))
    for line in heads:
        writer.paragraph([line], SegmentKind.BODY, region="running head")
    text, source_map = writer.text.finish()
    created = named.get("CreationDate", "")
    return Page(
        text=text,
        blocks=tuple(writer.blocks),
        source_map=source_map,
        parts=tuple(part for part, _ in pages),
        title=named.get("Title") if _says_something(named.get("Title")) else None,
        author=named.get("Author") if _says_something(named.get("Author")) else None,
        dates=(DateClue(created, "PDF creation date", weak=True),) if created else (),
    )


def _says_something(name: str | None) -> bool:
    """Programs fill the fields with file names and nothings."""
    if name is None or len(name.strip()) < 4:
        return False
    bare = name.strip().lower()
    return not bare.startswith(("untitled", "microsoft word -", "(anonymous", "unknown")) and not (
        re.search(r"\.(docx?|pdf|html?|txt|indd)$", bare)
    )


def _running_edges(pages: Sequence[list[PdfLine]]) -> frozenset[int]:
    """Lines at the edges of pages that recur, page numbers aside; lone page numbers too."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_edge_key(line) for line in _edge_lines(lines)})
    needed = max(2, (len(pages) + 2) // 3)
    return frozenset(
        id(line)
        for lines in pages
        for line in _edge_lines(lines)
        if (len(pages) > 1 and seen[_edge_key(line)] >= needed) or _is_number(line)
    )


def _edge_lines(lines: list[PdfLine]) -> list[PdfLine]:
    """By height on the page: some programs write the foot before the text."""
    ordered = sorted(lines, key=lambda line: (-line.y, line.start))
    if len(ordered) <= 2 * _EDGE_LINES:
        return ordered
    return ordered[:_EDGE_LINES] + ordered[-_EDGE_LINES:]


def _edge_key(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.text.strip().casefold())


def _is_number(line: PdfLine) -> bool:
    bare = line.text.strip().lower().removeprefix("page").strip(" -–—|.")
    return bare.isdigit() and len(bare) <= 4


def _vocabulary(lines: Sequence[PdfLine]) -> frozenset[str]:
    return frozenset(word.casefold() for line in lines for word in _WORD.findall(line.text))


def _paragraphs(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    gaps = [
        above.y - below.y
        for above, below in itertools.pairwise(lines)
        if above.part == below.part and 0 < above.y - below.y < 60
    ]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    left = {
        part: min(line.left for line in lines if line.part == part)
        for part in {line.part for line in lines}
    }
    right = {part: max(line.right for line in lines if line.part == part) for part in left}
    group: list[PdfLine] = []
    for line in lines:
        if group and _parts(group, line, usual, left[line.part], right[group[-1].part]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: list[PdfLine], line: PdfLine, usual: float, left: float, right: float) -> bool:
    """Whether a new paragraph begins with ``line``."""
    last = group[-1]
    if BULLET.match(line.text) or abs(line.size - last.size) > (_LARGER - 1) * last.size:
        return True
    ended = ends_sentence(last.text) or last.text.rstrip().endswith(":")
    moved = line.part != last.part or line.y > last.y
    if moved:
        # A new page or column goes on in the middle of a sentence, or with a small letter.
        return ended or not (line.text[:1].islower() or len(last.text) > 40)
    if usual and last.y - line.y > _GAP * usual:
        return True
    if BULLET.match(group[0].text):
        return False
    if ended and line.left > left + _INDENT and line.left > last.left + _INDENT:
        return True
    filled = (last.right - left) / max(1.0, right - left)
    return filled < _SHORT and (ended or (len(group) == 1 and filled < 0.6))


def _kind(group: Sequence[PdfLine], body_size: float) -> SegmentKind:
    text = " ".join(line.text.strip() for line in group)
    if BULLET.match(group[0].text):
        return SegmentKind.LIST_ITEM
    short = len(text.split()) <= HEADING_WORDS and not ends_sentence(text)
    if short and group[0].size > _LARGER * body_size:
        return SegmentKind.HEADING
    return SegmentKind.BODY


class _Writer:
    """Writes paragraphs of lines as text with places."""

    def __init__(self, limits: Limits, vocabulary: frozenset[str]) -> None:
        self.text = PageText(limits)
        self.blocks: list[Block] = []
        self._vocabulary = vocabulary

    def paragraph(
        self, group: Sequence[PdfLine], kind: SegmentKind, region: str | None = None
    ) -> None:
        first = group[0]
        if self.text.length:
            self.text.standing_for(first.part, first.start, "\n\n")
        start = self.text.length
        skip = 0
        if kind is SegmentKind.LIST_ITEM and (mark := BULLET.match(first.text)) is not None:
            skip = mark.end()
        for line, following in zip(group, [*group[1:], None], strict=True):
            self._line(line, following, skip)
            skip = 0
        level = 1 if kind in (SegmentKind.HEADING, SegmentKind.LIST_ITEM) else 0
        self.blocks.append(Block(start, self.text.length, kind, level, region=region))

    def _line(self, line: PdfLine, following: PdfLine | None, skip: int) -> None:
        words = line.text[skip:]
        end = len(words.rstrip())
        words = words[:end]
        hyphen = line.hyphen or words.endswith(("-", "\u00ad"))
        if following is None or not hyphen:
            self._copy(line.part, line.start + skip, words)
            if following is not None:
                self.text.standing_for(line.part, line.start + skip + end, " ")
            return
        stem = words if line.hyphen else words[:-1]
        self._copy(line.part, line.start + skip, stem)
        if self._keeps_hyphen(stem, following.text):
            self.text.standing_for(line.part, line.start + skip + len(stem), "-")

    def _copy(self, part: str, start: int, words: str) -> None:
        """Runs of blanks within a line come from the layout; one is enough."""
        at = 0
        for blank in re.finditer(r"\s\s+|[^\S ]", words):
            self.text.exact(part, start + at, words[at : blank.start()])
            self.text.standing_for(part, start + blank.start(), " ")
            at = blank.end()
        self.text.exact(part, start + at, words[at:])

    def _keeps_hyphen(self, stem: str, following: str) -> bool:
        """What the document writes elsewhere decides; otherwise the shape of the halves."""
        before = re.search(r"[^\W_]+$", stem)
        after = re.match(r"[^\W_]+", following)
        if before is None or after is None:
            return True
        head, tail = before.group().casefold(), after.group().casefold()
        if head + tail in self._vocabulary:
            return False
        if f"{head}-{tail}" in self._vocabulary or head in _KEPT_HYPHEN:
            return True
        return after.group()[0].isupper() or not head.isalpha()
