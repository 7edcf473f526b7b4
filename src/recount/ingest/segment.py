"""Segments: the judged blocks in order, each with the heading or lead-in that governs it."""

from __future__ import annotations

from collections.abc import Sequence

from recount.ingest.clutter import Look
from recount.model import Segment, SegmentKind

_LEAD_WORDS = 60
"""Longer paragraphs announce a list only when they end in a colon."""


def segments_of(looks: Sequence[Look]) -> tuple[Segment, ...]:
    """Return the segments of a page, in order and apart.

    A heading governs what follows until the next heading. A lead-in (it ends in a colon, or
    a short paragraph does not end before a list begins) governs the items of its list only.
    """
    governing = _Governing()
    found: list[Segment] = []
    for index, look in enumerate(looks):
        heading = governing.of(index, look, looks)
        block = look.block
        found.append(Segment(index, look.kind, block.start, block.end, heading, look.reason))
    return tuple(found)


class _Governing:
    """What governs the next block, as the blocks are gone through in order."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, int]] = []
        self._leads: list[tuple[int, int]] = []

    def of(self, index: int, look: Look, looks: Sequence[Look]) -> int | None:
        if look.kind is SegmentKind.CLUTTER:
            return None
        if look.kind is SegmentKind.LIST_ITEM:
            return self._item(index, look)
        self._leads = []
        if _announces(look, _next_told(looks, index)):
            self._leads = [(0, index)]
            return self._heading()
        if look.kind is SegmentKind.HEADING:
            return self._next_heading(index, look.level)
        return self._heading()

    def _heading(self) -> int | None:
        return self._headings[-1][1] if self._headings else None

    def _next_heading(self, index: int, level: int) -> int | None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        above = self._heading()
        self._headings.append((level, index))
        return above

    def _item(self, index: int, look: Look) -> int | None:
        level = max(1, look.level)
        while self._leads and self._leads[-1][0] >= level:
            self._leads.pop()
        governor = self._leads[-1][1] if self._leads else self._heading()
        if look.text.rstrip().endswith(":"):
            self._leads.append((level, index))
        return governor


def _next_told(looks: Sequence[Look], index: int) -> Look | None:
    return next((look for look in looks[index + 1 :] if not look.clutter), None)


def _announces(look: Look, following: Look | None) -> bool:
    if following is None or following.kind is not SegmentKind.LIST_ITEM:
        return False
    if look.kind is SegmentKind.CAPTION:
        return False
    if look.text.rstrip().endswith(":"):
        return True
    # A real heading goes on governing after its list; a paragraph left open does not.
    return look.kind is not SegmentKind.HEADING and not look.ends and look.words <= _LEAD_WORDS
