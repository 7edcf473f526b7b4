"""``recount pack``: a whole ledger as one file of JSON Lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.options import LedgerOption, check_output
from recount.cli.screen import messages


def command(
    ledger: LedgerOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")
    ],
) -> None:
    """Write every row of a ledger to JSON Lines, without loss, to move or keep it.

    A pack holds what the ledger holds: also names that reports mask.

    Example: recount pack --ledger l.db -o ledger.jsonl
    """
    from recount.ledger import Ledger, pack

    target = check_output(output, ledger)
    part = target.with_name(f".{target.name}.part")
    try:
        with (
            Ledger.open(ledger, create=False) as book,
            part.open("w", encoding="utf-8", newline="\n") as stream,
        ):
            rows = pack(book, stream)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    messages().print(f"Packed {rows} rows into {output}.")
