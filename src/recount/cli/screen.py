"""Tables and lines on a terminal; piped output is plain, wide and uncoloured."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

if TYPE_CHECKING:
    from recount.publish.tables import Table

PIPE_WIDTH = 160
"""Columns of a table when the output is not a terminal."""


def console() -> Console:
    """Return the console for results (standard output)."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=PIPE_WIDTH, no_color=True)


def messages() -> Console:
    """Return the console for everything that is not a result (standard error)."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_table(table: Table, *, empty: str) -> None:
    """Print a table, or one sentence when it has no rows.

    Cells are printed as they are: square brackets in a text are not markup.
    """
    out = console()
    if len(table.rows) == 0:
        out.print(empty, markup=False)
        return
    drawn = RichTable(box=None, header_style="bold", pad_edge=False, show_edge=False)
    for index, column in enumerate(table.columns):
        drawn.add_column(
            column,
            no_wrap=index == 0,
            overflow="fold",
            justify="right" if column in table.numbers else "left",
        )
    for row in table.rows:
        drawn.add_row(*(escape(cell) for cell in row))
    out.print(drawn)
