"""``recount build``: read files, folders, feeds and archives into a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.options import LedgerOption, check_rule

LISTED = 20
"""Skipped inputs that are printed one by one; the rest is counted."""


def command(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders to read.", show_default=False)
    ],
    ledger: LedgerOption,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            "--gazetteer", metavar="CSV", help="Places of your own; they win. Repeatable."
        ),
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option("--actors", metavar="CSV", help="Actors of your own; they win. Repeatable."),
    ] = None,
    extractor: Annotated[
        str, typer.Option("--extractor", metavar="NAME", help="Which extractor reads the texts.")
    ] = "rules",
    rule: Annotated[
        str, typer.Option("--rule", metavar="RULE", help="How figures are reconciled.")
    ] = "recount",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print no progress, only the summary.")
    ] = False,
) -> None:
    """Read documents into a ledger; what it knows already is not read again.

    Kept and listed: documents that are damaged (exit code 3), and documents in a
    language that no extractor reads. A build that was stopped goes on where it was.

    Example: recount build reports/ --ledger l.db
    """
    from datetime import UTC, datetime

    from recount.pipeline import BuildOptions, build

    options = BuildOptions(
        extractor=extractor,
        rule=check_rule(rule),
        places=tuple(gazetteer or ()),
        actors=tuple(actors or ()),
        now=datetime.now(tz=UTC),
    )
    with _progress(quiet=quiet) as progress:
        report = build(paths, ledger, options=options, progress=progress)
    _print_report(report, ledger)
    raise typer.Exit(report.exit_code)
