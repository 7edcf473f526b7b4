"""Tables and lines on a terminal; piped output is plain, wide and uncoloured.

Cells are printed as they are: square brackets and colons of a text are not markup.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from recount.model import Skipped
    from recount.publish.tables import Table

PIPE_WIDTH = 160
"""Columns of a table when the output is not a terminal."""


class _Screen(Console):
    """A console whose reader may leave early ("recount incidents | head"): that is no error."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)


def console() -> Console:
    """Return the console for results (standard output)."""
    if sys.stdout.isatty():
        return _Screen(highlight=False, markup=False, emoji=False)
    return _Screen(highlight=False, markup=False, emoji=False, width=PIPE_WIDTH, no_color=True)


def messages() -> Console:
    """Return the console for everything that is not a result (standard error)."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def number(count: int, noun: str) -> str:
    """Return a count with its noun in the right number.

    >>> number(1, "account"), number(1200, "account")
    ('1 account', '1,200 accounts')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def print_table(table: Table, *, empty: str) -> None:
    """Print a table, or one sentence when it has no rows."""
    from recount.cli.layout import laid_out

    out = console()
    if len(table.rows) == 0:
        out.print(empty, soft_wrap=True)
        return
    laid = laid_out(table, out.width)
    for line in laid.heading:
        out.print(line, style="bold", soft_wrap=True)
    for line in laid.body:
        out.print(line, soft_wrap=True)


def print_facts(facts: Sequence[tuple[str, str]]) -> None:
    """Print lines of a name and what is told under it."""
    from recount.cli.layout import GAP, hanging

    out = console()
    indent = max(len(name) for name, _ in facts) + 2 * GAP
    for name, told in facts:
        for line in hanging(name, told, indent=indent, width=out.width):
            out.print(line, soft_wrap=True)


def left_out(skipped: Sequence[Skipped], *, at_most: int | None = None) -> Table:
    """Return the inputs that were left out as a table, the first ones or all."""
    from recount.publish.tables import Table, clean

    rows = tuple((clean(item.path), clean(item.message)) for item in skipped[:at_most])
    return Table("Left out", ("left out", "why"), rows)
