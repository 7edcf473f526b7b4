"""The Typer application: every command by name, each in a file of its own."""

from __future__ import annotations

import typer

from recount.cli import (
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
    unpack,
    withhold,
)
from recount.version import __version__

app = typer.Typer(
    name="recount",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads reports about armed conflict and political violence and recounts what happened:"
    " a ledger of incidents in which every value points at the words that say it.",
)

_SHORT = {"help_option_names": ["-h", "--help"]}

app.command("build", context_settings=_SHORT)(build.command)
app.command("incidents", context_settings=_SHORT)(incidents.command)
app.command("show", context_settings=_SHORT)(show.command)
app.command("documents", context_settings=_SHORT)(documents.command)
app.command("tallies", context_settings=_SHORT)(tallies.command)
app.command("actors", context_settings=_SHORT)(actors.command)
app.command("export", context_settings=_SHORT)(export.command)
app.command("report", context_settings=_SHORT)(report.command)
app.command("judge", context_settings=_SHORT)(judge.command)
app.command("withhold", context_settings=_SHORT)(withhold.command)
app.command("doctor", context_settings=_SHORT)(doctor.command)
app.command("pack", context_settings=_SHORT)(pack.command)
app.command("unpack", context_settings=_SHORT)(unpack.command)
app.command("evaluate", context_settings=_SHORT)(evaluate.command)
app.add_typer(gazetteer.app, name="gazetteer", context_settings=_SHORT)


def _version(value: bool) -> None:  # noqa: FBT001 - Typer hands the flag's value
    if value:
        typer.echo(f"recount {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(  # noqa: FBT001 - acted on by its callback
        False,  # noqa: FBT003
        "--version",
        callback=_version,
        is_eager=True,
        help="Print the version and stop.",
    ),
) -> None:
    """Hold the options of the whole program."""
