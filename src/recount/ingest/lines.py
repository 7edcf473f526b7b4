"""Plain text as blocks: paragraphs, hard-wrapped lines, bullets and headings by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from recount.ingest.page import Block
from recount.ingest.phrases import DATE, MONTH
from recount.model import SegmentKind

BULLET = re.compile(
    r"[ \t]*(?:[•‣◦▪●○■□▸►➤✓*·–—-][ \t]+|\(?\d{1,3}[.)][ \t]+|\(?[a-zA-Z][)][ \t]+)(?=\S)"
)
_DATED = re.compile(
    rf"(?:{DATE}|{MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})\s*[-–—:]\s*\S",
    re.IGNORECASE,
)
_LINE_END = re.compile("[\n\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"""[.!?…][”’"'»)\]]*(?:\s*\[[^\[\]]{1,30}\])*\s*$""")
_WRAP_AT_MOST = 120
"""Characters of the longest line that somebody wraps by hand or by mail program."""
_WRAP_AT_LEAST = 40
_OPEN_END = re.compile(
    r"(?:,|\b(?:the|an?|of|in|on|at|to|by|for|and|or|with|from|as|that))$", re.IGNORECASE
)
_RUNS_ON = 0.4
"""Share of the breaks in wrapped prose that stand plainly inside a sentence."""
_WRAP_SLACK = 14
"""How much shorter than the longest line a full line may be: about two long words."""
BROKEN_LINE = 60
"""Characters of a line from which a break inside a sentence is a width's or a page's doing."""
HEADING_WORDS = 18
"""Longest heading seen in the kind of pages that are read; sentences are longer or end."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int

    def length(self) -> int:
        return self.end - self.start


def ends_sentence(text: str) -> bool:
    """Return whether the text ends as a sentence does."""
    return _SENTENCE_END.search(text[-80:]) is not None


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text in order.

    A blank line parts paragraphs. Lines that somebody wrapped to a width belong together;
    otherwise every line is a block of its own.
    """
    blocks: list[Block] = []
    for group in _groups(text):
        blocks.extend(_group_blocks(text, group))
    return tuple(blocks)


def _groups(text: str) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    at = 0
    size = len(text)
    while at <= size:
        stop = _LINE_END.search(text, at)
        end = stop.start() if stop is not None else size
        raw = text[at:end]
        bare = raw.strip()
        if len(bare) == 0:
            if group:
                yield group
            group = []
        else:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            group.append(_Line(start, start + len(bare), indent))
        at = end + 1
    if group:
        yield group


def _group_blocks(text: str, group: list[_Line]) -> Iterator[Block]:
    """The blocks of lines between two blank lines."""
    bullets = _bullets(text, group)
    run: list[_Line] = []
    in_item = False
    for line, bullet in zip(group, bullets, strict=True):
        if not bullet and (not in_item or _continues_item(text, run, line)):
            run.append(line)
            continue
        if in_item:
            yield _item(text, run)
        else:
            yield from _paragraphs(text, run)
        run = [line]
        in_item = bullet
    if in_item:
        yield _item(text, run)
    else:
        yield from _paragraphs(text, run)


def _bullets(text: str, group: list[_Line]) -> list[bool]:
    """Which lines begin a list item.

    A dash or a number can also begin a line of prose; a mark that only lists use cannot.
    """
    marked = [_marks_item(text, line) for line in group]
    several = sum(marked) >= 2
    sure = "•‣◦▪●○■□▸►➤✓*"
    return [
        is_marked and (several or text[line.start] in sure or _alone(text, line, group))
        for line, is_marked in zip(group, marked, strict=True)
    ]


def _alone(text: str, line: _Line, group: list[_Line]) -> bool:
    return line.start == group[0].start and BULLET.match(text, line.start) is not None


def _marks_item(text: str, line: _Line) -> bool:
    """A bullet, or a day that opens an entry of a chronology."""
    if BULLET.match(text, line.start) is not None:
        return True
    return _DATED.match(text, line.start, line.end) is not None


def _continues_item(text: str, run: list[_Line], line: _Line) -> bool:
    previous = run[-1]
    if line.indent > run[0].indent:
        return True
    open_ended = not ends_sentence(text[previous.start : previous.end])
    return (
        open_ended
        and _WRAP_AT_LEAST <= previous.length() <= _WRAP_AT_MOST
        and (text[line.start].islower() or _in_capitals(text, previous, line))
    )


def _in_capitals(text: str, previous: _Line, line: _Line) -> bool:
    """Whether two lines are set in capitals, where no small letter shows that one goes on."""
    return text[previous.start : previous.end].isupper() and text[line.start : line.end].isupper()


def _item(text: str, run: list[_Line]) -> Block:
    match = BULLET.match(text, run[0].start)
    start = match.end() if match is not None else run[0].start
    return Block(start, run[-1].end, SegmentKind.LIST_ITEM, level=1 + run[0].indent // 4)


def _paragraphs(text: str, lines: list[_Line]) -> Iterator[Block]:
    if len(lines) == 0:
        return
    if len(lines) > 1 and _is_wrapped(text, lines):
        yield _prose(lines[0].start, lines[-1].end, quoted=_quoted(text, lines))
        return
    run = lines[:1]
    for line in lines[1:]:
        if _goes_on(text, run[-1], line):
            run.append(line)
            continue
        yield _prose(run[0].start, run[-1].end, quoted=_quoted(text, run))
        run = [line]
    yield _prose(run[0].start, run[-1].end, quoted=_quoted(text, run))


def _goes_on(text: str, line: _Line, following: _Line) -> bool:
    """A long line left open, then a small letter: a page or a width broke the paragraph."""
    return (
        line.length() >= BROKEN_LINE
        and text[following.start].islower()
        and text[line.end - 1] not in '.!?…:”"»)'
    )


def _quoted(text: str, lines: list[_Line]) -> bool:
    return all(text[line.start] == ">" for line in lines)


def _prose(start: int, end: int, *, quoted: bool) -> Block:
    if quoted:
        return Block(start, end, SegmentKind.QUOTATION)
    return Block(start, end, SegmentKind.BODY)


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Whether line breaks come from a width: the next word would not have fitted."""
    width = max(line.length() for line in lines)
    if not _WRAP_AT_LEAST <= width <= _WRAP_AT_MOST:
        return False
    full = open_ended = runs_on = 0
    for line, following in pairwise(lines):
        words = text[line.start : line.end]
        next_words = text[following.start : following.end]
        if line.length() + 1 + len(next_words.split(maxsplit=1)[0]) >= width - _WRAP_SLACK:
            full += 1
        open_ended += not ends_sentence(words)
        runs_on += next_words[0].islower() or _OPEN_END.search(words) is not None
    breaks = len(lines) - 1
    # Headlines of equal length look wrapped, but each begins anew.
    upper = text[lines[0].start : lines[-1].end].isupper()
    if not upper and runs_on < _RUNS_ON * breaks:
        return False
    return full >= 0.75 * breaks and open_ended >= 0.3 * breaks
