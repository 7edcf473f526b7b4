"""Tables and lines on a terminal; piped output is plain, wide and uncoloured."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

PIPE_WIDTH = 200
"""Columns of a table when the output is not a terminal."""


def console() -> Console:
    """Return the console for results (standard output)."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=PIPE_WIDTH, no_color=True, markup=True)


def messages() -> Console:
    """Return the console for everything that is not a result (standard error)."""
    return Console(stderr=True, highlight=False)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, empty: str) -> None:
    """Print rows as a table, or one sentence when there are none.

    Cells are printed as they are: square brackets in a text are not markup.
    """
    out = console()
    if len(rows) == 0:
        out.print(empty, markup=False)
        return
    table = Table(box=None, header_style="bold", pad_edge=False, show_edge=False)
    for index, column in enumerate(columns):
        table.add_column(column, no_wrap=index == 0, overflow="fold")
    for row in rows:
        table.add_row(*(_plain(cell) for cell in row))
    out.print(table)


def _plain(cell: str) -> str:
    return cell.replace("[", "\\[")
