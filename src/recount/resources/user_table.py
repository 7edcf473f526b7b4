"""Tables that users write themselves (places, actors): rows of a CSV, or a clear sentence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from recount.model import ReadError, UsageError

T = TypeVar("T")
K = TypeVar("K", bound=StrEnum)

Cells = Mapping[str, str]
"""One row: every column's cell without outer blanks, empty where it is not filled."""


def read_table(
    path: Path,
    columns: Sequence[str],
    required: Sequence[str],
    make: Callable[[Cells, str], T],
) -> tuple[T, ...]:
    """Return what ``make`` gives for each row of a CSV in UTF-8 that is not blank.

    Args:
        path: the file.
        columns: names that the table may have, for the message when one is missing.
        required: names that it must have; the first must be filled in every row.
        make: called with the cells and with the place for messages ("places.csv, line 3").

    Raises:
        ReadError: the file cannot be read as text.
        UsageError: a column is missing or a row is wrong; the message names the line.
    """
    reader = csv.DictReader(io.StringIO(_text(path)))
    found = [name.strip().lower() for name in reader.fieldnames or ()]
    missing = [name for name in required if name not in found]
    if len(missing) > 0:
        message = f"{path} lacks the column {missing[0]}; its columns must be {', '.join(columns)}"
        raise UsageError(message)
    reader.fieldnames = found
    made: list[T] = []
    try:
        for row in reader:
            if any(isinstance(value, str) and value.strip() for value in row.values()):
                where = f"{path}, line {reader.line_num}"
                made.append(make(_cells(row, required[0], where), where))
    except csv.Error as error:
        message = f"{path}, line {reader.line_num}: {error}"
        raise UsageError(message) from error
    return tuple(made)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise ReadError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path} is not text in UTF-8"
        raise ReadError(message) from error


def _cells(row: Mapping[str | None, object], first: str, where: str) -> Cells:
    if None in row:
        message = f"{where}: more fields than columns"
        raise UsageError(message)
    cells = {str(name): str(value or "").strip() for name, value in row.items()}
    if not cells[first]:
        message = f"{where}: the {first} is empty"
        raise UsageError(message)
    return cells


def parts(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that vertical bars divide.

    >>> parts("FFD| Free Front |")
    ('FFD', 'Free Front')
    """
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def country_code(code: str, where: str) -> str:
    """Return a country's code in capitals.

    Raises:
        UsageError: it is not two letters.
    """
    capital = code.upper()
    if not (len(capital) == 2 and capital.isascii() and capital.isalpha()):
        message = f"{where}: country must be two letters (ISO 3166), not {capital!r}"
        raise UsageError(message)
    return capital


def kind_of(kinds: type[K], cell: str, where: str) -> K:
    """Return the kind that a cell names.

    Raises:
        UsageError: it is none of the vocabulary.
    """
    try:
        return kinds(cell.lower())
    except ValueError as error:
        known = ", ".join(kind.value for kind in kinds)
        message = f"{where}: kind must be one of {known}, not {cell!r}"
        raise UsageError(message) from error
