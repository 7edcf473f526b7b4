"""The Typer application: every command by name, each in a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from recount.cli import (
    USAGE,
    actors,
    build,
    doctor,
    documents,
    evaluate,
    export,
    gazetteer,
    incidents,
    judge,
    pack,
    report,
    show,
    tallies,
    train,
    unpack,
    withhold,
)
from recount.version import __version__

_SETTINGS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="recount",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
    help="Reads reports about armed conflict and political violence and recounts what happened:"
    " a ledger of incidents in which every value points at the words that say it.",
)

COMMANDS: tuple[tuple[str, Callable[..., Any], str], ...] = (
    ("build", build.command, "Read documents into a ledger; only what is new is read."),
    ("incidents", incidents.command, "List the incidents: when, where, what, how many."),
    ("show", show.command, "Show one incident with each source's figures and words."),
    ("documents", documents.command, "List the documents, and what was left out."),
    ("tallies", tallies.command, "List figures about many incidents."),
    ("actors", actors.command, "List the actors with their names in the documents."),
    ("export", export.command, "Write incidents, documents, tallies … to a file."),
    ("report", report.command, "Write a page that opens offline: table, map, quotes."),
    ("judge", judge.command, "Decide whether two accounts tell of one incident."),
    ("withhold", withhold.command, "Remove a document, or a person's name."),
    ("doctor", doctor.command, "Check that a ledger, or the reader, is whole."),
    ("pack", pack.command, "Write a whole ledger to JSON Lines."),
    ("unpack", unpack.command, "Make a ledger of a pack."),
    ("evaluate", evaluate.command, "Measure the chain on labelled documents."),
    ("train", train.command, "Train the reader anew (for developers)."),
)
"""Every command: name, function, and the line that ``recount --help`` has on it."""

for _name, _command, _line in COMMANDS:
    app.command(_name, short_help=_line, context_settings=_SETTINGS)(_command)
app.add_typer(gazetteer.app, name="gazetteer", context_settings=_SETTINGS)


def _version(value: bool) -> None:  # noqa: FBT001 - Typer hands the flag's value
    if value:
        typer.echo(f"recount {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: bool = typer.Option(  # noqa: ARG001, FBT001 - acted on by its callback
        False,  # noqa: FBT003
        "--version",
        callback=_version,
        is_eager=True,
        help="Print the version and stop.",
    ),
) -> None:
    """Hold the options of the whole program."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(USAGE)
