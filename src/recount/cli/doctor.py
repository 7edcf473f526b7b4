"""``recount doctor``: check that a ledger is whole."""

from __future__ import annotations

import typer

from recount.cli import FAILED
from recount.cli.options import LedgerOption


def command(ledger: LedgerOption) -> None:
    """Check the database, the log's chain, every document's hash and every quote.

    Exits with 1 when a check fails.

    Example: recount doctor --ledger l.db
    """
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
    if not report.passed:
        raise typer.Exit(FAILED)
