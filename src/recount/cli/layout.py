"""Fitting a table into the width of a screen: plain lines, no terminal involved.

Long cells are wrapped at blanks and after slashes; columns that a table can do without
are left out when the others would be too narrow to read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, chop_cells

from recount.publish.tables import NO_BREAK, Table

GAP = 2
"""Blanks between two columns."""

COMFORTABLE = 14
"""Characters that a column of words should have before another column is left out for it."""

_CHUNK = re.compile(r"( *)([^ /]+/?|/)")
"""What may not be broken, with the blanks before it: a word, or a part of one up to a slash.

A no-break space is no place to break; it is printed as a blank."""

_NO_BREAK = str.maketrans({NO_BREAK: " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class _Column:
    """A column's widths: of its widest cell, and of its longest chunk."""

    natural: int
    least: int
    fixed: bool

    @property
    def comfortable(self) -> int:
        return self.natural if self.fixed else max(self.least, min(self.natural, COMFORTABLE))


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as lines: those of its heading, and those of its rows."""

    heading: tuple[str, ...]
    body: tuple[str, ...]


def laid_out(table: Table, width: int) -> Laid:
    """Return the table as lines of at most ``width`` characters.

    Columns without any content are left out.
    """
    shown = _without_empty(table)
    for name in shown.optional:
        if _total([c.comfortable for c in _columns(shown)]) <= width:
            break
        shown = _without(shown, name)
    widths = _widths(_columns(shown), width)
    right = [name in shown.numbers for name in shown.columns]
    heading = _lines(shown.columns, widths, right)
    body = [line for row in shown.rows for line in _lines(row, widths, right)]
    return Laid(tuple(heading), tuple(body))


def hanging(name: str, told: str, *, indent: int, width: int) -> tuple[str, ...]:
    """Return a line "name  told" with ``told`` in a column of its own from ``indent`` on."""
    lines = wrap(told, max(COMFORTABLE, width - indent))
    first = f"  {name}".ljust(indent) + lines[0]
    return (first, *(" " * indent + line for line in lines[1:]))


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` characters; a longer word is folded.

    >>> wrap("air/drone strike", 10)
    ['air/drone', 'strike']
    >>> wrap("", 10)
    ['']
    """
    lines: list[str] = []
    line = ""
    for found in _CHUNK.finditer(text):
        gap = " " if found[1] else ""
        for part in chop_cells(found[2], width):
            if line == "":
                line = part
            elif cell_len(line) + len(gap) + cell_len(part) > width:
                lines.append(line)
                line = part
            else:
                line += gap + part
            gap = ""
    return [*lines, line]


def _without_empty(table: Table) -> Table:
    empty = [
        name for at, name in enumerate(table.columns) if not any(row[at] for row in table.rows)
    ]
    if len(empty) == len(table.columns):
        return table
    for name in empty:
        table = _without(table, name)
    return table


def _without(table: Table, name: str) -> Table:
    if name not in table.columns:
        return table
    at = table.columns.index(name)
    return replace(
        table,
        columns=table.columns[:at] + table.columns[at + 1 :],
        rows=tuple(row[:at] + row[at + 1 :] for row in table.rows),
    )


def _columns(table: Table) -> list[_Column]:
    columns: list[_Column] = []
    for at, name in enumerate(table.columns):
        cells = [name, *(row[at] for row in table.rows)]
        natural = max(cell_len(cell) for cell in cells)
        fixed = (at == 0 and natural <= COMFORTABLE) or name in table.numbers
        chunks = (cell_len(found[2]) for cell in cells for found in _CHUNK.finditer(cell))
        columns.append(_Column(natural, natural if fixed else max(chunks, default=1), fixed))
    return columns


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _widths(columns: Sequence[_Column], width: int) -> list[int]:
    """Return a width for each column: the natural ones, or what fits, shared by need."""
    for base in ([c.comfortable for c in columns], [c.least for c in columns]):
        spare = width - _total(base)
        if spare >= 0:
            wants = [c.natural - b for c, b in zip(columns, base, strict=True)]
            return _shared(base, wants, spare)
    even = max(1, (width - GAP * (len(columns) - 1)) // max(1, len(columns)))
    return [min(c.least, max(even, 4)) for c in columns]


def _shared(base: Sequence[int], wants: Sequence[int], spare: int) -> list[int]:
    """Give the spare characters to those that want least first, evenly."""
    widths = list(base)
    open_ones = sorted((i for i in range(len(base)) if wants[i] > 0), key=lambda i: wants[i])
    for done, i in enumerate(open_ones):
        given = min(wants[i], spare // (len(open_ones) - done))
        widths[i] += given
        spare -= given
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in cells)
    lines: list[str] = []
    for at in range(height):
        parts = [
            _padded(cell[at] if at < len(cell) else "", width, right=flush)
            for cell, width, flush in zip(cells, widths, right, strict=True)
        ]
        lines.append((" " * GAP).join(parts).translate(_NO_BREAK).rstrip())
    return lines


def _padded(text: str, width: int, *, right: bool) -> str:
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks
