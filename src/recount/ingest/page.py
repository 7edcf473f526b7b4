"""Pages: what a reader gives. Clean text, its blocks, where each character stood, and clues.

Invariant: the runs of a page cover its text, and every exact run repeats the characters of
the part it points into.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recount.ingest.limits import Limits
from recount.model import HostileInputError, SegmentKind, SourceMap, SourcePlace

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or caption of the text, as the format shows it.

    ``linked`` counts its characters that are hyperlinks. ``voted`` is trafilatura's vote
    (``None``: no vote was taken). ``region`` names the markup that calls the block clutter
    (navigation, footer, related links), if any. ``level`` is a heading's rank or a list
    item's depth, from 1. ``row``: it is a row of a table, its cells parted by bars.
    """

    start: int
    end: int
    kind: SegmentKind = SegmentKind.BODY
    level: int = 0
    linked: int = 0
    voted: bool | None = None
    region: str | None = None
    row: bool = False


@dataclass(frozen=True, slots=True)
class DateClue:
    """A date that the format itself states: ``value`` as written, ``source`` its name.

    ``given`` marks dates supplied with the item (a feed entry, a JSON line); ``weak`` ones
    (when a file was made) count only when the page states nothing.
    """

    value: str
    source: str
    given: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One decoded part of the source (a page, a field), that the map's offsets count in."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document as its reader reads it; segments, language and dates are worked out later."""

    text: str
    blocks: tuple[Block, ...]
    source_map: SourceMap
    parts: tuple[Part, ...]
    links: tuple[tuple[int, int, str], ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    """What the markup declares ("en-GB"): a hint for the order of day and month, no more."""
    dates: tuple[DateClue, ...] = ()
    headline: str | None = None
    """A title that was given beside the text, not in it (a field of a record)."""


class PageText:
    """Collects clean text piece by piece, with the place of every piece."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pieces: list[str] = []
        self._runs: list[SourcePlace] = []
        self._next: tuple[str, int] | None = None
        self.length = 0

    def exact(self, part: str, source_start: int, string: str) -> None:
        """Add characters that stand in the source as they are.

        Raises:
            HostileInputError: the text exceeds the limit.
        """
        if not string:
            return
        string = _without_surrogates(string)
        if self._next != (part, source_start):
            self._runs.append(SourcePlace(self.length, part, source_start, exact=True))
        self._extend(string)
        self._next = (part, source_start + len(string))

    def standing_for(self, part: str, source_start: int, string: str) -> None:
        """Add characters that stand for something else there (an entity, a line break)."""
        if not string:
            return
        self._runs.append(SourcePlace(self.length, part, source_start, exact=False))
        self._extend(_without_surrogates(string))
        self._next = None

    def _extend(self, string: str) -> None:
        self._pieces.append(string)
        self.length += len(string)
        if self.length > self._limits.characters:
            raise HostileInputError(
                f"It has more than {self._limits.characters:,} characters of text."
            )

    def tail(self, length: int) -> str:
        """Return the last ``length`` characters added."""
        pieces: list[str] = []
        wanted = length
        for piece in reversed(self._pieces):
            if wanted <= 0:
                break
            pieces.append(piece)
            wanted -= len(piece)
        joined = "".join(reversed(pieces))
        return joined[max(0, len(joined) - length) :]

    def finish(self) -> tuple[str, SourceMap]:
        """Return the text and its map."""
        return "".join(self._pieces), SourceMap(tuple(self._runs))


def _without_surrogates(string: str) -> str:
    """Half characters (from broken JSON escapes) cannot be written as UTF-8."""
    return string if _SURROGATE.search(string) is None else _SURROGATE.sub("\ufffd", string)


@dataclass(frozen=True, slots=True)
class Kept:
    """Which ranges of a source became text: (offset there, offset in the text, length)."""

    ranges: tuple[tuple[int, int, int], ...]

    def place(self, at: int) -> int:
        """Return the text's offset of the first kept character at or after ``at``."""
        index = bisect_right(self.ranges, at, key=lambda kept: kept[0]) - 1
        if index >= 0:
            source_start, text_start, length = self.ranges[index]
            if at < source_start + length:
                return text_start + at - source_start
        if index + 1 < len(self.ranges):
            return self.ranges[index + 1][1]
        return self.ranges[-1][1] + self.ranges[-1][2] if self.ranges else 0

    def links(self, links: Sequence[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
        """Return links of the source as links of the text, without empty ones."""
        placed = ((self.place(start), self.place(end), url) for start, end, url in links)
        return tuple(sorted(link for link in placed if link[0] < link[1]))


def copy_without(text: PageText, part: str, source: str, cuts: Sequence[tuple[int, int]]) -> Kept:
    """Add ``source`` without the ranges ``cuts`` (sorted, apart); return what was kept."""
    kept: list[tuple[int, int, int]] = []
    at = 0
    for start, end in (*cuts, (len(source), len(source))):
        if start > at:
            kept.append((at, text.length, start - at))
            text.exact(part, at, source[at:start])
        at = max(at, end)
    return Kept(tuple(kept))
