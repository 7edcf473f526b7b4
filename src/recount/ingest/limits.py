"""What ingest reads at most; everything beyond gives one clear line and is left out."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Safety limits of one build. Sizes are bytes unless a name says otherwise.

    ``ratio`` (unpacked to packed size) is looked at only above ``ratio_from`` bytes:
    small repetitive texts legitimately pack a hundredfold, real reports about fivefold.
    """

    item_bytes: int = 64 * MEGABYTE
    """One document as read: a long scanned report, not a disk image."""
    characters: int = 2_000_000
    """Code points of one document's text: a report of some 700 pages."""
    markup_characters: int = 8_000_000
    """Code points of the markup of one page; saved pages with inlined images reach a few."""
    archive_bytes: int = 4096 * MEGABYTE
    """All members of one archive, unpacked."""
    ratio: int = 200
    ratio_from: int = 8 * MEGABYTE
    members: int = 100_000
    """Members of one archive."""
    nesting: int = 3
    """Archives inside archives."""
    pages: int = 3000
    """Pages of one PDF."""
    vote_depth: int = 240
    """HTML nested deeper is read, but without trafilatura's vote: libxml2 cuts trees at 256."""
    links: int = 20_000
    """Hyperlinks kept of one document."""
