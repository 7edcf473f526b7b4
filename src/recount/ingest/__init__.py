"""Ingest: from files, folders and archives to documents with segments and places.

``find`` gives items (bytes with what was said about them) and lines for what is left out;
``read`` gives the document that an item is; ``load_sources`` reads the tables beside them.
"""

from recount.ingest.finding import find
from recount.ingest.item import Item
from recount.ingest.limits import Limits
from recount.ingest.readers import READERS, Reader
from recount.ingest.reading import body_text, read, read_bytes, rendition_of
from recount.ingest.sources import Sources, load_sources
from recount.ingest.trouble import skipped

__all__ = [
    "READERS",
    "Item",
    "Limits",
    "Reader",
    "Sources",
    "body_text",
    "find",
    "load_sources",
    "read",
    "read_bytes",
    "rendition_of",
    "skipped",
]
