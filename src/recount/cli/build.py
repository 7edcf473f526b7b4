"""``recount build``: read files, folders, feeds and archives into a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from recount.cli.options import DEFAULT_RULE, RULES, LedgerOption, check_rule
from recount.cli.screen import messages, number

if TYPE_CHECKING:
    from recount.model import Skipped
    from recount.pipeline import BuildReport, Progress

_SUBJECT = 50
"""Characters of a path shown beside the progress bar, from its end."""

LISTED = 20
"""Skipped inputs that are printed one by one; the rest is counted."""


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files and folders to read.", show_default=False),
    ],
    ledger: LedgerOption,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            "--gazetteer",
            metavar="CSV",
            exists=True,
            dir_okay=False,
            help="Places of your own; they win. Repeatable.",
        ),
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(
            "--actors",
            metavar="CSV",
            exists=True,
            dir_okay=False,
            help="Actors of your own; they win. Repeatable.",
        ),
    ] = None,
    extractor: Annotated[
        str, typer.Option("--extractor", metavar="NAME", help="Which extractor reads the texts.")
    ] = "learned",
    rule: Annotated[
        str,
        typer.Option(
            "--rule", metavar="RULE", help=f"How figures are reconciled: {', '.join(RULES)}."
        ),
    ] = DEFAULT_RULE,
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

    from recount.pipeline import BuildOptions, NothingDoneError, build
    from recount.resources.folders import user_folder

    options = BuildOptions(
        extractor=extractor,
        rule=check_rule(rule),
        places=tuple(gazetteer or ()),
        actors=tuple(actors or ()),
        now=datetime.now(tz=UTC),
        folder=user_folder(),
    )
    try:
        with _progress(quiet=quiet) as progress:
            report = build(paths, ledger, options=options, progress=progress)
    except NothingDoneError as error:
        if len(error.skipped) < 2:
            raise
        _print_skipped(error.skipped)
        raise NothingDoneError("Nothing could be read.", error.skipped) from error
    _print_report(report, ledger)
    raise typer.Exit(report.exit_code)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Draw progress on a terminal; piped output gets none."""
    screen = messages()
    if quiet or not screen.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[subject]}"),
    )
    with Bar(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("read", total=None, subject="")

        def show(now: Progress) -> None:
            bar.update(
                task,
                description=now.step.value,
                completed=now.done,
                total=now.total,
                subject=escape(now.subject[-_SUBJECT:]),
            )

        yield show


def _print_report(report: BuildReport, ledger: str) -> None:
    say = messages()
    say.print(
        f"{number(report.documents, 'document')} in {ledger}:"
        f" {report.new:,} new, {report.known:,} known;"
        f" {number(report.accounts, 'account')} of {number(report.incidents, 'incident')}."
    )
    if report.withheld > 0:
        say.print(f"Kept out: {number(report.withheld, 'document')} that you withheld.")
    for language, count in report.unread:
        are = "is" if count == 1 else "are"
        say.print(
            f"Not read: {number(count, 'document')} {are} in a language"
            f" that no extractor reads ({language})."
        )
    _print_skipped(report.skipped)


def _print_skipped(skipped: Sequence[Skipped]) -> None:
    say = messages()
    for left_out in skipped[:LISTED]:
        say.print(f"Left out: {left_out.path}: {left_out.message}")
    if len(skipped) > LISTED:
        rest = len(skipped) - LISTED
        say.print(f"Left out: {rest} more; `recount documents` lists all.")
