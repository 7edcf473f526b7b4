"""The walk over a page's tokens: blocks of clean text with the place of every character.

No recursion and no tree: a stack of open elements is enough, however deep the page nests.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, replace

from recount.ingest.limits import Limits
from recount.ingest.lines import HEADING_WORDS, ends_sentence
from recount.ingest.markup import VOID, Attribute, Token, TokenKind, attributes, tokens
from recount.ingest.page import Block, PageText
from recount.ingest.regions import class_words, is_caption, is_invisible, region_of
from recount.model import SegmentKind

_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
        "video",
        "audio",
        "object",
        "head",
    ]
)
_SKIPPED = frozenset(
    [
        "noscript",
        "template",
        "svg",
        "math",
        "select",
        "object",
        "audio",
        "video",
        "canvas",
        "map",
        "datalist",
    ]
)
_LISTS = frozenset({"ul", "ol", "menu", "dl"})
_CLOSES_ITSELF = {"li": _LISTS, "dt": _LISTS, "dd": _LISTS, "tr": frozenset({"table"})}
"""An element that ends an open one of its kind, up to the container named."""
_LOOK_BACK = 30
"""Open elements searched for one to close by implication."""
_CHAIN = 8
"""Regions inside regions that are told apart; deeper ones add nothing."""
_ALT_WORDS = 5
"""Shorter texts of images name a logo or an icon, longer ones tell what a photo shows."""

_HOLLOW = "\u00ad\u200b\u200c\u2060\ufeff\x00"
_CHUNK = re.compile(
    rf"(?P<words>[^\s&{_HOLLOW}]++(?: [^\s&{_HOLLOW}]++)*+)"
    rf"|(?P<blank>\s++)"
    rf"|(?P<hollow>[{_HOLLOW}]++)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<other>&)"
)


@dataclass(frozen=True, slots=True)
class WalkedBlock:
    """A block and the regions it stands in, outermost first."""

    block: Block
    regions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """What the walk over a page found."""

    blocks: tuple[WalkedBlock, ...]
    labels: tuple[str, ...]
    """What each region is, by its number."""
    links: tuple[tuple[int, int, str], ...]
    depth: int
    """How deep elements nest at most."""


@dataclass(slots=True)
class _Frame:
    name: str
    kind: SegmentKind
    level: int
    regions: tuple[int, ...]
    skipped: bool
    bold: bool
    pre: bool
    link: tuple[int, str] | None = None
    linked: bool = False


class Walk:
    """One walk over ``source``, adding to ``text``."""

    def __init__(self, source: str, part: str, text: PageText, limits: Limits) -> None:
        self._source = source
        self._part = part
        self._text = text
        self._limits = limits
        self._stack = [_Frame("", SegmentKind.BODY, 0, (), skipped=False, bold=False, pre=False)]
        self._open: Counter[str] = Counter()
        self._blocks: list[WalkedBlock] = []
        self._labels: list[str] = []
        self._links: list[tuple[int, int, str]] = []
        self._depth = 0
        self._start: int | None = None
        self._frame = self._stack[0]
        self._pending: tuple[int, str] | None = None
        self._linked = self._bold = 0
        self._breaks = 0
        self._row = False

    def run(self) -> Walked:
        """Go over the whole source."""
        for token in tokens(self._source):
            if token.kind is TokenKind.TEXT:
                if not self._stack[-1].skipped:
                    self._words(token.start, token.end)
            elif token.kind is TokenKind.START:
                self._opened(token)
            elif token.kind is TokenKind.END:
                self._closed(token)
        self._flush()
        return Walked(
            tuple(self._blocks), tuple(self._labels), tuple(sorted(self._links)), self._depth
        )

    def _opened(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break(token)
            return
        if name in _BLOCK_TAGS:
            self._flush()
            self._close_implied(name)
        named = attributes(self._source, token) if token.end - token.start > len(name) + 2 else ()
        if name == "img":
            self._image(named)
        elif name in ("td", "th"):
            self._cell(token)
        if name in VOID or (self._source.endswith("/>", token.start, token.end) and name == "a"):
            return
        self._stack.append(self._child(name, named))
        self._open[name] += 1
        self._depth = max(self._depth, len(self._stack))

    def _child(self, name: str, named: tuple[Attribute, ...]) -> _Frame:
        parent = self._stack[-1]
        values = {item.name: item.value for item in named}
        words = class_words(values.get("class", "") + " " + values.get("id", ""))
        hidden = "hidden" in values or values.get("aria-hidden") == "true"
        hidden = hidden or ("style" in values and is_invisible(values["style"]))
        label = region_of(name, values.get("role", ""), words, hidden=hidden)
        regions = parent.regions
        if label is not None and name not in ("html", "body") and len(regions) < _CHAIN:
            regions = (*regions, len(self._labels))
            self._labels.append(label)
        kind, level = self._kind(name, words, parent)
        link = parent.link
        if name == "a" and "href" in values:
            link = (self._text.length, html.unescape(values["href"]))
        return _Frame(
            name,
            kind,
            level,
            regions,
            skipped=parent.skipped or name in _SKIPPED,
            bold=parent.bold or name in ("b", "strong"),
            pre=parent.pre or name == "pre",
            link=link,
            linked=link is not None or name == "button",
        )

    def _kind(self, name: str, words: tuple[str, ...], parent: _Frame) -> tuple[SegmentKind, int]:
        if parent.kind is SegmentKind.CAPTION or is_caption(name, words):
            return SegmentKind.CAPTION, 0
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            return SegmentKind.HEADING, int(name[1])
        if name == "li":
            return SegmentKind.LIST_ITEM, max(1, self._open["ul"] + self._open["ol"])
        if name == "blockquote" and parent.kind is SegmentKind.BODY:
            return SegmentKind.QUOTATION, 0
        return parent.kind, parent.level

    def _close_implied(self, name: str) -> None:
        if self._stack[-1].name == "p":
            self._pop()
        until = _CLOSES_ITSELF.get(name)
        if until is None or self._open[name] == 0:
            return
        for back, frame in enumerate(reversed(self._stack[-_LOOK_BACK:]), start=1):
            if frame.name in until:
                return
            if frame.name == name:
                for _ in range(back):
                    self._pop()
                return

    def _closed(self, token: Token) -> None:
        name = token.name
        if name in _BLOCK_TAGS:
            self._flush()
        if name == "p" and self._open["p"] == 0:
            return
        if self._open[name] == 0:
            return
        while self._stack[-1].name != name:
            self._pop()
        self._pop()

    def _pop(self) -> None:
        frame = self._stack.pop()
        self._open[frame.name] -= 1
        if frame.name == "a" and frame.link is not None and self._text.length > frame.link[0]:
            start, url = frame.link
            start = max(start, self._start if self._start is not None else start)
            if start < self._text.length and len(self._links) < self._limits.links:
                self._links.append((start, self._text.length, url))

    def _break(self, token: Token) -> None:
        if self._stack[-1].skipped:
            return
        self._breaks += 1
        if self._breaks >= 2:
            self._flush()
        elif self._start is not None:
            self._pending = (token.start, "\n")

    def _cell(self, token: Token) -> None:
        if self._start is not None and not self._stack[-1].skipped:
            self._pending = None
            self._text.standing_for(self._part, token.start, " | ")
            self._row = True

    def _image(self, named: tuple[Attribute, ...]) -> None:
        alt = next((item for item in named if item.name == "alt"), None)
        if alt is None or self._stack[-1].skipped or len(alt.value.split()) < _ALT_WORDS:
            return
        self._flush()
        self._stack.append(
            replace(self._stack[-1], name="img", kind=SegmentKind.CAPTION, link=None)
        )
        self._words(alt.start, alt.start + len(alt.value))
        self._flush()
        self._stack.pop()

    def _words(self, start: int, end: int) -> None:
        for match in _CHUNK.finditer(self._source, start, end):
            kind = match.lastgroup
            if kind == "words" or kind == "other":
                self._put(match.start(), match.group(), exact=True)
            elif kind == "blank":
                self._blank(match.start(), match.group())
            elif kind == "entity":
                self._entity(match.start(), match.group())

    def _blank(self, at: int, blank: str) -> None:
        if self._stack[-1].pre and blank.count("\n") > 1:
            self._flush()
        elif self._start is not None and self._pending is None:
            self._pending = (at, blank)

    def _entity(self, at: int, entity: str) -> None:
        decoded = html.unescape(entity)
        if decoded == entity:
            self._put(at, entity, exact=True)
        elif decoded.isspace():
            self._blank(at, decoded)
        else:
            decoded = "".join(c for c in decoded if c not in _HOLLOW)
            self._put(at, decoded, exact=False)

    def _put(self, at: int, string: str, *, exact: bool) -> None:
        if not string:
            return
        self._breaks = 0
        if self._start is None:
            self._begin(at)
        elif self._pending is not None:
            place, blank = self._pending
            if blank == " ":
                self._text.exact(self._part, place, " ")
            else:
                self._text.standing_for(
                    self._part,
                    place,
                    "\n" if blank == "\n" and self._source.startswith("<", place) else " ",
                )
        self._pending = None
        frame = self._stack[-1]
        if exact:
            self._text.exact(self._part, at, string)
        else:
            self._text.standing_for(self._part, at, string)
        self._linked += len(string) if frame.linked else 0
        self._bold += len(string) if frame.bold else 0

    def _begin(self, at: int) -> None:
        frame = self._stack[-1]
        if self._text.length:
            items = (SegmentKind.LIST_ITEM,)
            close = self._blocks and self._blocks[-1].block.kind in items and frame.kind in items
            self._text.standing_for(self._part, at, "\n" if close else "\n\n")
        self._start = self._text.length
        self._frame = frame
        self._linked = self._bold = 0

    def _flush(self) -> None:
        self._pending = None
        self._breaks = 0
        if self._start is None:
            return
        start, end, frame = self._start, self._text.length, self._frame
        self._start = None
        kind, level = frame.kind, frame.level
        if (
            kind is SegmentKind.BODY
            and self._bold >= 0.9 * (end - start)
            and self._is_head(end - start)
        ):
            kind, level = SegmentKind.HEADING, 5
        block = Block(start, end, kind, level, linked=self._linked, row=self._row)
        self._row = False
        self._blocks.append(WalkedBlock(block, frame.regions))

    def _is_head(self, length: int) -> bool:
        last = self._text.tail(length)
        return len(last.split()) <= HEADING_WORDS and not ends_sentence(last)
