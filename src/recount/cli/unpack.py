"""``recount unpack``: a new ledger from a pack."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.options import LedgerOption
from recount.cli.screen import messages
from recount.model import UsageError


def command(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A pack.", show_default=False)],
    ledger: LedgerOption,
) -> None:
    """Make a new ledger of a pack; the rows are the same as those of the packed one.

    Example: recount unpack ledger.jsonl --ledger copy.db
    """
    from recount.ledger import Ledger, unpack

    if not source.is_file():
        raise UsageError(f"There is no file {source}.")
    if "://" not in ledger and Path(ledger).exists():
        raise UsageError(f"{ledger} is there already; a pack becomes a new ledger.")
    elsewhere = "://" in ledger
    part = ledger if elsewhere else f"{ledger}.part"
    try:
        with (
            Ledger.open(part, create=True) as book,
            source.open(encoding="utf-8") as stream,
        ):
            rows = unpack(stream, book)
        if not elsewhere:
            Path(part).replace(ledger)
    finally:
        if not elsewhere:
            for leftover in (part, f"{part}-wal", f"{part}-shm"):
                Path(leftover).unlink(missing_ok=True)
    messages().print(f"Unpacked {rows} rows into {ledger}.")
