"""Plain text: the characters as they are, in paragraphs. Markdown links in it are recognised."""

from __future__ import annotations

import re

from recount.ingest import inline
from recount.ingest.decode import decode
from recount.ingest.limits import Limits
from recount.ingest.lines import BROKEN_LINE, text_blocks
from recount.ingest.page import Page, PageText, Part, copy_without
from recount.ingest.trouble import EmptyInputError
from recount.model import HostileInputError

PART = "text"

_UNSEEN = re.compile("\r(?=\n)|[\x00\ufeff]+")
"""Carriage returns before line feeds, NUL bytes and stray byte-order marks say nothing."""

_BLANK_LINE = re.compile(r"\n(?P<cut>[ \t\f]*\n[ \t\f\n]{0,40})(?=[a-z]+ [a-z])")


def read_text(data: bytes, limits: Limits) -> Page:
    """Read a plain text file.

    Raises:
        ReadError: the bytes are not text, or hold more than is read.
    """
    return text_page(decode(data), limits)


def text_page(source: str, limits: Limits) -> Page:
    """Return the page of a decoded plain text."""
    if len(source) > limits.characters:
        raise HostileInputError(
            f"It has {len(source):,} characters of text; at most {limits.characters:,} are read."
        )
    # A lone carriage return is an old line end: one character for one, so places hold.
    decoded = re.sub("\r(?!\n)", "\n", source)
    unseen = inline.merge_cuts(
        tuple(match.span() for match in _UNSEEN.finditer(decoded)),
        _page_breaks(decoded),
    )
    links: tuple[tuple[int, int, str], ...] = ()
    cuts = unseen
    if inline.has_links(decoded):
        found = inline.scan(decoded, full=False)
        cuts = inline.merge_cuts(unseen, found.cuts)
        links = found.links[: limits.links]
    text = PageText(limits)
    kept = copy_without(text, PART, decoded, cuts)
    clean, source_map = text.finish()
    if len(clean.strip()) == 0:
        raise EmptyInputError("It holds no text.")
    return Page(
        text=clean,
        blocks=text_blocks(clean),
        source_map=source_map,
        parts=(Part(PART, decoded),),
        links=kept.links(links),
    )


def _page_breaks(source: str) -> tuple[tuple[int, int], ...]:
    """Blank lines inside a sentence, as in text taken from a PDF page by page."""
    found: list[tuple[int, int]] = []
    for match in _BLANK_LINE.finditer(source):
        line = source[source.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
        if len(line) >= BROKEN_LINE and line[-1] not in '.!?…:”"»)':
            found.append(match.span("cut"))
    return tuple(found)
