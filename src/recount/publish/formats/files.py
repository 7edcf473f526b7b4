"""Writing an export so that only a whole, checked file ever has the wanted name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from recount.model import UsageError
from recount.publish.flat import FlatRow
from recount.publish.formats.base import Format
from recount.publish.nouns import Row, What
from recount.publish.schema import SchemaError


def export_rows(rows: Iterable[Row], path: Path, what: What, form: Format) -> int:
    """Write rows to a file in a format, checked, and return how many.

    Raises:
        UsageError: the format cannot hold this ``--what``, or the folder does not exist.
        SchemaError: a row breaks its schema; ``path`` is left as it was.
        OSError: the file cannot be written (a full disk); ``path`` is left as it was.
    """
    if what not in form.whats:
        allowed = ", ".join(sorted(w.value for w in form.whats))
        raise UsageError(f"The format {form.name} holds {allowed}, not {what.value}.")
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent} to write {path.name} into.")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(handle)
    draft = Path(name)
    try:
        written = form.write(rows, draft, what)
        _check(draft, what, form, written)
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return written


def read_rows(path: Path, what: What, form: Format) -> Iterator[Row | FlatRow]:
    """Return the rows of an exported file, each checked against its schema.

    Raises (while iterating):
        SchemaError: a row breaks its schema.
    """
    return form.read(path, what)


def _check(draft: Path, what: What, form: Format, written: int) -> None:
    found = sum(1 for _ in read_rows(draft, what, form))
    if found != written:
        message = f"Of {written} rows of {what.value} only {found} could be read back"
        raise SchemaError(f"{message}; nothing was written.")


def _umask() -> int:
    """Return the process's umask: a temporary file is private, an export should not be."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
