r"""CSV: one flat row per line, UTF-8, comma, quoted where needed, one header line.

Cells of text that a spreadsheet would run as a formula (they begin with ``= + - @``,
a tab or a line break) get an apostrophe in front, as do those that begin with an
apostrophe themselves; reading takes one away. An empty cell is "not known"; an empty
text is a lone apostrophe. Lists are joined by ``; `` with ``\`` before ``;`` and ``\``.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from recount.publish.flat import FLAT_OF, FlatRow
from recount.publish.flatten import flatten
from recount.publish.formats.base import Format
from recount.publish.nouns import Row, What
from recount.publish.schema import checker
from recount.publish.shape import encode, field_names, hints_of, split_optional

GUARD = "'"

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", GUARD, "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula, full-width forms included."""

_NOTHING = r"\-"
"""An empty entry of a list."""


def cell(value: Any) -> str:
    """Return the text of a cell; ``parse`` is its inverse."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return _guarded("; ".join(_entry(_plain_entry(item)) for item in value), full=False)
        case str():
            return _guarded(value, full=True)
    return repr(value)


def _plain_entry(item: Any) -> str:
    """Return one entry of a list as text."""
    return str(item.value) if isinstance(item, Enum) else str(item)


def _entry(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;") if text != "" else _NOTHING


def _guarded(text: str, *, full: bool) -> str:
    risky = text.startswith(_RISKY) or (full and text == "")
    return GUARD + text if risky else text


def parse(text: str, hint: Any) -> Any:
    """Return the value of a cell of a column with this type."""
    inner, optional = split_optional(hint)
    if get_origin(inner) is tuple:
        return _parse_list(text.removeprefix(GUARD), get_args(inner)[0])
    if text == "" and optional:
        return None
    if inner is bool:
        return text == "true"
    if inner in (int, float):
        return inner(text)
    if inner is date:
        return date.fromisoformat(text)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return inner(text)
    return text.removeprefix(GUARD)


def _parse_list(text: str, kind: Any) -> tuple[Any, ...]:
    if text == "":
        return ()
    entries = [""]
    escaped = False
    for character in text:
        if escaped:
            # An escaped dash is nothing: alone, it is an empty entry.
            entries[-1] += "" if character == "-" else character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ";":
            entries.append("")
        else:
            entries[-1] += character
    plain = [entries[0], *(entry.removeprefix(" ") for entry in entries[1:])]
    return tuple(kind(entry) for entry in plain)


def write(rows: Iterable[Row], path: Path, what: What) -> int:
    """Write a header and one line per row."""
    names = field_names(FLAT_OF[what])
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(names)
        for row in rows:
            flat = flatten(row)
            lines.writerow([cell(getattr(flat, name)) for name in names])
            count += 1
    return count


def read(path: Path, what: What) -> Iterator[FlatRow]:
    """Yield the flat rows of a file that ``write`` wrote."""
    cls = FLAT_OF[what]
    hints = hints_of(cls)
    check = checker(what, flat=True)
    # A document's text is one cell; the module's own limit is 128 KiB.
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, strict=True):
            row = cls(**{name: parse(line[name], hint) for name, hint in hints.items()})
            check(encode(row))
            yield row


CSV = Format("csv", flat=True, write=write, read=read)
