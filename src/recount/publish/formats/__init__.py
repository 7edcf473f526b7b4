"""File formats of exports: each writes rows and reads them back.

``FORMATS`` is the registry. ``export`` writes to a temporary file, reads it back,
checks every row against its schema, and only then puts it in place: a failed check
leaves no file.
"""

from __future__ import annotations

from recount.publish.formats.base import Format
from recount.publish.formats.csv import CSV
from recount.publish.formats.files import export_rows, read_rows
from recount.publish.formats.geojson import GEOJSON
from recount.publish.formats.jsonl import JSONL
from recount.publish.formats.parquet import PARQUET

FORMATS: dict[str, Format] = {
    "jsonl": JSONL,
    "csv": CSV,
    "geojson": GEOJSON,
    "parquet": PARQUET,
}

__all__ = ["FORMATS", "Format", "export_rows", "read_rows"]
