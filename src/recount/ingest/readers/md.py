"""Markdown, near CommonMark: the words without their marks; headings, lists, quotations, captions.

Accepted gap: reference links keep their words and brackets, HTML blocks lose their tags only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recount.ingest import inline
from recount.ingest.decode import decode
from recount.ingest.limits import Limits
from recount.ingest.page import Block, DateClue, Kept, Page, PageText, Part, copy_without
from recount.ingest.trouble import EmptyInputError
from recount.model import HostileInputError, SegmentKind

PART = "text"

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"([ \t]*)(?:[*+-]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|?[ \t]*$")
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LINE = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_UNSEEN = re.compile("\r(?=\n)|[\x00\ufeff]+")
_FRONT_NAMES = {
    "title": "title",
    "date": "date",
    "published": "date",
    "author": "author",
    "byline": "author",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
}


@dataclass(slots=True)
class _Open:
    """A block being read, in offsets of the source."""

    start: int
    end: int
    kind: SegmentKind
    level: int = 0
    row: bool = False


class _Blocks:
    """Goes over the lines once and collects blocks and the marks to cut."""

    def __init__(self, source: str, begin: int) -> None:
        self.source = source
        self.cuts: list[tuple[int, int]] = [(0, begin)] if begin else []
        self.done: list[_Open] = []
        self.open: _Open | None = None
        self.fenced = False
        at = begin
        while at < len(source):
            end = source.find("\n", at)
            end = len(source) if end < 0 else end
            self._line(at, end)
            at = end + 1
        self._close()

    def _close(self) -> None:
        if self.open is not None:
            self.done.append(self.open)
        self.open = None

    def _begin(self, start: int, end: int, kind: SegmentKind, level: int = 0) -> None:
        self._close()
        self.open = _Open(start, end, kind, level)

    def _line(self, start: int, end: int) -> None:
        line = self.source[start:end]
        bare = line.strip()
        if _FENCE.match(line):
            self.fenced = not self.fenced
            self.cuts.append((start, end))
            self._close()
        elif len(bare) == 0:
            self._close()
        elif self._is_mark_only(line, start, end):
            return
        else:
            self._words(line, start, end)

    def _is_mark_only(self, line: str, start: int, end: int) -> bool:
        underline = _UNDERLINE.match(line)
        if underline and self.open is not None and self.open.kind is SegmentKind.BODY:
            self.open.kind = SegmentKind.HEADING
            self.open.level = 1 if "=" in line else 2
        elif not (_RULE.match(line) or ("|" in line and _TABLE_RULE.match(line))):
            return False
        self.cuts.append((start, end))
        self._close()
        return True

    def _words(self, line: str, start: int, end: int) -> None:
        heading, item, quote = _HEADING.match(line), _ITEM.match(line), _QUOTE.match(line)
        if heading:
            tail = _HEADING_TAIL.search(line, heading.end())
            stop = start + tail.start() if tail else end
            self.cuts += [(start, start + heading.end()), (stop, end)]
            self._begin(start + heading.end(), stop, SegmentKind.HEADING, len(heading.group(1)))
            self._close()
        elif quote:
            self.cuts.append((start, start + quote.end()))
            if self.open is not None and self.open.kind is SegmentKind.QUOTATION:
                self.open.end = end
            else:
                self._begin(start + quote.end(), end, SegmentKind.QUOTATION)
        elif item:
            self.cuts.append((start, start + item.end()))
            level = 1 + len(item.group(1).expandtabs(4)) // 2
            self._begin(start + item.end(), end, SegmentKind.LIST_ITEM, level)
        elif line.lstrip().startswith("|"):
            self._close()
            self.done.append(_Open(start, end, SegmentKind.BODY, row=True))
        elif self.open is not None:
            self.open.end = end
        else:
            self._begin(start, end, SegmentKind.BODY)


def read_markdown(data: bytes, limits: Limits) -> Page:
    """Read a Markdown file.

    Raises:
        ReadError: the bytes are not text, or hold more than is read.
    """
    source = re.sub("\r(?!\n)", "\n", decode(data))
    if len(source) > limits.characters:
        raise HostileInputError(
            f"It has {len(source):,} characters of text; at most {limits.characters:,} are read."
        )
    front = _FRONT.match(source)
    named = _front_matter(front.group(1)) if front else {}
    blocks = _Blocks(source, front.end() if front else 0)
    found = inline.scan(source, full=True)
    unseen = tuple(match.span() for match in _UNSEEN.finditer(source))
    text = PageText(limits)
    cuts = inline.merge_cuts(unseen, tuple(blocks.cuts), found.cuts)
    kept = copy_without(text, PART, source, cuts)
    clean, source_map = text.finish()
    if len(clean.strip()) == 0:
        raise EmptyInputError("It holds no text.")
    date = named.get("date")
    placed = _placed(blocks.done, kept, clean, found.images)
    return Page(
        text=clean,
        blocks=placed,
        source_map=source_map,
        parts=(Part(PART, source),),
        links=kept.links(found.links[: limits.links]),
        title=named.get("title", _heading_of_all(placed, clean)),
        outlet=named.get("outlet"),
        url=named.get("url"),
        author=named.get("author"),
        dates=(DateClue(date, "front matter"),) if date is not None else (),
    )


_TITLE_WORDS = 3
"""Words of the shortest heading that is a title; a shorter one is an outlet's name."""


def _heading_of_all(blocks: Sequence[Block], text: str) -> str | None:
    """Return the heading that a file begins with, when it is the only one of its level."""
    top = [one for one in blocks if one.kind is SegmentKind.HEADING and one.level == 1]
    if len(top) != 1 or top[0] != blocks[0]:
        return None
    words = text[top[0].start : top[0].end].split()
    return " ".join(words) if len(words) >= _TITLE_WORDS else None


def _front_matter(lines: str) -> dict[str, str]:
    named: dict[str, str] = {}
    for match in _FRONT_LINE.finditer(lines):
        name = _FRONT_NAMES.get(match.group(1).lower())
        if name is not None:
            named.setdefault(name, match.group(2).strip("\"'"))
    return named


def _placed(
    blocks: list[_Open], kept: Kept, text: str, images: tuple[tuple[int, int], ...]
) -> tuple[Block, ...]:
    """Blocks in offsets of the text; a paragraph that is nothing but an image is a caption."""
    alone = {kept.place(start) for start, _ in images}
    placed: list[Block] = []
    for block in blocks:
        start, end = kept.place(block.start), kept.place(block.end)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        kind = block.kind
        if kind is SegmentKind.BODY and start in alone:
            kind = SegmentKind.CAPTION
        placed.append(Block(start, end, kind, block.level, row=block.row))
    return tuple(placed)
