"""Publishing: how a person reads what is known, checks it, and takes it along.

Everything that leaves the program passes ``release.Publisher``, which masks private
names and sensitive sites; formats, report and tables only show its rows.
"""

from __future__ import annotations

from pathlib import Path

from recount.model import UsageError
from recount.publish.formats import FORMATS, Format, export_rows, read_rows
from recount.publish.nouns import (
    PublishedAccount,
    PublishedActor,
    PublishedDocument,
    PublishedIncident,
    PublishedJudgement,
    PublishedStatement,
    PublishedTally,
    Release,
    Row,
    What,
    Withheld,
)
from recount.publish.release import (
    COUNTED_REALIS,
    COUNTED_SCOPE,
    EVERYTHING,
    Filters,
    Publisher,
    release,
)
from recount.publish.schema import SchemaError
from recount.publish.source import Source
from recount.publish.view import ViewSource


def export(
    view: Source,
    path: Path,
    *,
    form: str = "jsonl",
    what: What = What.INCIDENTS,
    filters: Filters | None = None,
    rule: str = "recount",
    include_names: bool = False,
) -> int:
    """Write one ``--what`` of a view to a file, checked, and return the number of rows.

    Raises:
        UsageError: the format is unknown or cannot hold this ``--what``.
        SchemaError: a row breaks its schema; the file is left as it was.
        OSError: the file cannot be written.
    """
    if form not in FORMATS:
        raise UsageError(f"There is no format {form}; there are {', '.join(FORMATS)}.")
    publisher = Publisher(view, filters or Filters(), rule, include_names)
    return export_rows(publisher.rows(what), path, what, FORMATS[form])


__all__ = [
    "COUNTED_REALIS",
    "COUNTED_SCOPE",
    "EVERYTHING",
    "FORMATS",
    "Filters",
    "Format",
    "PublishedAccount",
    "PublishedActor",
    "PublishedDocument",
    "PublishedIncident",
    "PublishedJudgement",
    "PublishedStatement",
    "PublishedTally",
    "Publisher",
    "Release",
    "Row",
    "SchemaError",
    "Source",
    "ViewSource",
    "What",
    "Withheld",
    "export",
    "export_rows",
    "read_rows",
    "release",
]
