"""``recount doctor``: check that a ledger, or the shipped reader, is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from recount.cli import FAILED
from recount.model import UsageError


def command(
    ledger: Annotated[
        str | None,
        typer.Option(
            "--ledger",
            "-l",
            envvar="RECOUNT_LEDGER",
            metavar="FILE",
            help="The ledger: a file, or the URL of a PostgreSQL database.",
        ),
    ] = None,
    model: Annotated[
        bool, typer.Option("--model", help="Check the files of the shipped reader.")
    ] = False,
) -> None:
    """Check the database, the log's chain, every document's hash and every quote.

    With --model: that the files of the shipped reader have the digests they were made with.
    Exits with 1 when a check fails.

    Example: recount doctor --ledger l.db
    """
    if ledger is None and not model:
        raise UsageError("Name what to check: --ledger FILE, --model, or both.")
    passed = [_model()] if model else []
    if ledger is not None:
        passed.append(_ledger(ledger))
    if not all(passed):
        raise typer.Exit(FAILED)


def _ledger(ledger: str) -> bool:
    from recount.ledger import Ledger

    with Ledger.open(ledger, create=False) as book:
        report = book.verify()
        last = max(book.view().log(), key=lambda row: row.seq, default=None)
    for check in report.checks:
        typer.echo(f"{'ok  ' if check.passed else 'FAIL'}  {check.name}: {check.detail}")
    for run in report.unfinished:
        typer.echo(f"note  run {run} was interrupted; the next build goes on from there")
    if last is not None:
        typer.echo(f"last hash of the log: {last.hash}")
    return report.passed


def _model() -> bool:
    from recount.resources.encoder.digests import SHIPPED, damage_of

    damage = damage_of(SHIPPED)
    if damage is not None:
        typer.echo(f"FAIL  reader: {damage}")
        return False
    typer.echo(f"ok    reader: every file is as it was made ({SHIPPED})")
    return True
