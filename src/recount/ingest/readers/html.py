"""Web pages: every character of the clean text has its place in the decoded source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from recount.ingest.decode import decode
from recount.ingest.htmlmeta import PageMeta, page_meta
from recount.ingest.limits import Limits
from recount.ingest.lines import ends_sentence, text_blocks
from recount.ingest.page import Block, DateClue, Page, PageText, Part
from recount.ingest.regions import NEVER_BODY
from recount.ingest.trouble import EmptyInputError, UnsupportedInputError
from recount.ingest.vote import vote
from recount.ingest.walk import Walk, Walked, WalkedBlock
from recount.model import HostileInputError, SegmentKind

PART = "html"

_CHANGED = re.compile(r"modif|updat|expir|copyright|©", re.IGNORECASE)
_CLOSE_BY = 80
"""Characters before a date in which its name stands."""
_PROSE_WORDS = 15
_BELIEVED_SHARE = 0.4
"""A region with more of the page's prose than this is the article's own wrapper."""
_VOTED_PROSE_WORDS = 25
"""A voted paragraph this long outweighs what the markup around it is called."""

_OWN_REPORT = re.compile(r'<meta name="generator" content="recount \d')
_HEAD = 2000
"""Characters in which a report of our own names what made it."""


def read_html(data: bytes, limits: Limits) -> Page:
    """Read a web page.

    Raises:
        ReadError: the bytes are not text, hold no text or more than is read, or are a
            report of Recount's own, which must not become a source of itself.
    """
    return html_page(decode(data), limits)


def html_page(source: str, limits: Limits) -> Page:
    """Return the page of decoded HTML."""
    if len(source) > limits.markup_characters:
        raise HostileInputError(
            f"It has {len(source):,} characters of HTML; at most {limits.markup_characters:,} "
            "are read."
        )
    if _OWN_REPORT.search(source, 0, _HEAD) is not None:
        raise UnsupportedInputError("It is a report that Recount wrote, and no source.")
    text = PageText(limits)
    walked = Walk(source, PART, text, limits).run()
    clean, source_map = text.finish()
    if len(clean) == 0:
        raise EmptyInputError("The page holds no text.")
    meta = page_meta(source)
    blocks = judged_blocks(clean, walked, source, limits)
    return Page(
        text=clean,
        blocks=blocks,
        source_map=source_map,
        parts=(Part(PART, source),),
        links=_trimmed(clean, walked.links),
        title=_title(meta, clean, blocks),
        outlet=meta.outlet,
        url=meta.url,
        author=meta.author,
        language=meta.language,
        dates=meta.dates or _last_resort(source),
    )


def judged_blocks(text: str, walked: Walked, source: str, limits: Limits) -> tuple[Block, ...]:
    """Return the walk's blocks with trafilatura's vote and the regions that are believed."""
    judge = vote(source) if walked.depth <= limits.vote_depth else None
    believed = _believed(text, walked)
    judged: list[Block] = []
    for item in _broken_up(text, walked):
        block = item.block
        words = text[block.start : block.end]
        voted = judge(words) if judge is not None else None
        region = next(
            (walked.labels[number] for number in item.regions if number in believed), None
        )
        if region is not None and voted and region not in NEVER_BODY:
            long = len(words.split()) >= _VOTED_PROSE_WORDS and ends_sentence(words)
            region = None if long else region
        judged.append(replace(block, voted=voted, region=region))
    return tuple(judged)


def _broken_up(text: str, walked: Walked) -> Iterator[WalkedBlock]:
    """Blocks whose lines are parted by line breaks only, line by line where that says something."""
    for item in walked.blocks:
        block = item.block
        words = text[block.start : block.end]
        if "\n" not in words or block.kind not in (SegmentKind.BODY, SegmentKind.HEADING):
            yield item
            continue
        for line in text_blocks(words):
            start, end = block.start + line.start, block.start + line.end
            kind = line.kind if block.kind is SegmentKind.BODY else block.kind
            level = line.level if line.level else block.level
            linked = _linked(walked.links, start, end) if block.linked else 0
            yield WalkedBlock(Block(start, end, kind, level, linked), item.regions)


def _linked(links: tuple[tuple[int, int, str], ...], start: int, end: int) -> int:
    at = bisect_left(links, start, key=lambda link: link[1])
    total = 0
    for begin, stop, _ in links[at:]:
        if begin >= end:
            break
        total += max(0, min(stop, end) - max(begin, start))
    return total


def _believed(text: str, walked: Walked) -> frozenset[int]:
    prose: Counter[int] = Counter()
    total = 0
    for item in walked.blocks:
        size = _prose_size(text, item)
        total += size
        for number in item.regions:
            prose[number] += size
    return frozenset(
        number
        for number in range(len(walked.labels))
        if total == 0 or prose[number] <= _BELIEVED_SHARE * total
    )


def _prose_size(text: str, item: WalkedBlock) -> int:
    block = item.block
    words = text[block.start : block.end]
    size = block.end - block.start
    if block.linked > 0.5 * size or len(words.split()) < _PROSE_WORDS:
        return 0
    return size


def _title(meta: PageMeta, text: str, blocks: tuple[Block, ...]) -> str | None:
    if meta.title is not None:
        return meta.title
    ranks = [b for b in blocks if b.kind is SegmentKind.HEADING and b.level == 1]
    own = [b for b in ranks if b.region is None]
    if own:
        return " ".join(text[own[0].start : own[0].end].split())
    return meta.plain_title


def _trimmed(
    text: str, links: tuple[tuple[int, int, str], ...]
) -> tuple[tuple[int, int, str], ...]:
    trimmed: list[tuple[int, int, str]] = []
    for start, end, url in links:
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        stop = start + len(words.rstrip())
        if start + lead < stop:
            trimmed.append((start + lead, stop, url))
    return tuple(sorted(trimmed))


def _last_resort(source: str) -> tuple[DateClue, ...]:
    """Htmldate's answer for a page whose head gives no date."""
    found = _htmldate(source)
    if found is None or not _says(source, found):
        return ()
    return (DateClue(found, "htmldate", weak=True),)


def _says(source: str, day: str) -> bool:
    """Whether the markup has this day in full, and not as a day of change: htmldate guesses too."""
    written = {day, day.replace("-", "/"), day.replace("-", "")}
    for form in sorted(written):
        at = source.find(form)
        while at >= 0:
            if _CHANGED.search(source, max(0, at - _CLOSE_BY), at) is None:
                return True
            at = source.find(form, at + 1)
    return False


@lru_cache(maxsize=8)
def _htmldate(source: str) -> str | None:
    import logging

    from htmldate import find_date
    from lxml.etree import LxmlError

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        # Fixed bounds: left alone it asks the clock, and the same page would read differently.
        found = find_date(
            source,
            extensive_search=False,
            original_date=True,
            min_date="1990-01-01",
            max_date="2099-12-31",
        )
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None
    return found if isinstance(found, str) else None
