"""A title that is given beside a text and does not stand in it becomes a heading of the text.

Titles of records often tell what the text does not ("Four shot in the north"), and some records
hold nothing but a title. It is put after the text, so that all offsets into the text as given
stay what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.ingest.page import Page, Part
from recount.model import Segment, SegmentKind, SourceMap, SourcePlace
from recount.resources.plain_words import line_key

PART = "title"
_BREAK = "\n\n"


def with_headline(page: Page, segments: Sequence[Segment]) -> tuple[Page, tuple[Segment, ...]]:
    """Return the page and its segments with the given title as the last of them.

    Nothing changes when no title is given, or when its words stand in the text.
    """
    told = None if page.headline is None else " ".join(page.headline.split())
    if not told or _stands_in(told, page.text):
        return page, tuple(segments)
    start = len(page.text) + len(_BREAK)
    runs = (
        *page.source_map.runs,
        SourcePlace(len(page.text), PART, 0, exact=False),
        SourcePlace(start, PART, 0, exact=True),
    )
    longer = replace(
        page,
        text=f"{page.text}{_BREAK}{told}",
        source_map=SourceMap(runs),
        parts=(*page.parts, Part(PART, told)),
    )
    heading = Segment(len(segments), SegmentKind.HEADING, start, start + len(told))
    return longer, (*segments, heading)


def _stands_in(title: str, text: str) -> bool:
    """Whether the words of a title stand in a text, whole and in order."""
    key = line_key(title)
    return len(key) == 0 or f" {key} " in f" {line_key(text)} "
