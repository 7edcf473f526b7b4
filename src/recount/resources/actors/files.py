"""Users' own actors as a CSV file: groups, units, parties. They win over shipped ones.

Columns: ``name``, ``aliases`` (separated by ``|``), ``kind``, ``country`` (codes separated
by ``|``), ``parent``. Only ``name`` and ``kind`` must be filled.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from recount.model import ActorKind, ReadError, UsageError
from recount.resources.actors.nouns import Actor

COLUMNS = ("name", "aliases", "kind", "country", "parent")
REQUIRED = ("name", "kind")
SOURCE = "user"


def load_actors_csv(path: Path) -> tuple[Actor, ...]:
    """Return the actors of a CSV file in UTF-8, in the file's order.

    Raises:
        ReadError: the file cannot be read as text.
        UsageError: a column is missing or a row is wrong; the message names the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise ReadError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path} is not text in UTF-8"
        raise ReadError(message) from error
    reader = csv.DictReader(io.StringIO(text))
    columns = [name.strip().lower() for name in reader.fieldnames or ()]
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        message = f"{path} lacks the column {missing[0]}; its columns must be {', '.join(COLUMNS)}"
        raise UsageError(message)
    reader.fieldnames = columns
    try:
        return tuple(
            _actor(row, f"{path}, line {reader.line_num}")
            for row in reader
            if any(isinstance(value, str) and value.strip() for value in row.values())
        )
    except csv.Error as error:
        message = f"{path}, line {reader.line_num}: {error}"
        raise UsageError(message) from error


def _actor(row: Mapping[str | None, object], where: str) -> Actor:
    if None in row:
        message = f"{where}: more fields than columns"
        raise UsageError(message)
    cell = {str(name): str(value or "").strip() for name, value in row.items()}
    if not cell["name"]:
        message = f"{where}: the name is empty"
        raise UsageError(message)
    countries = tuple(code.upper() for code in _parts(cell.get("country", "")))
    for code in countries:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            message = f"{where}: country must be two letters (ISO 3166), not {code!r}"
            raise UsageError(message)
    return Actor(
        name=cell["name"],
        aliases=_parts(cell.get("aliases", "")),
        kind=_kind(cell["kind"], where),
        country=countries,
        parent=cell.get("parent") or None,
        source=SOURCE,
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _kind(text: str, where: str) -> ActorKind:
    try:
        return ActorKind(text.lower())
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in ActorKind)
        message = f"{where}: kind must be one of {kinds}, not {text!r}"
        raise UsageError(message) from error
