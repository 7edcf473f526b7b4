"""``recount gazetteer``: build the gazetteer, and add places of your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recount.cli import USAGE
from recount.cli.screen import number
from recount.resources.folders import user_folder

app = typer.Typer(help="Build the gazetteer, and add places of your own.")


@app.callback(invoke_without_command=True)
def group(context: typer.Context) -> None:
    """Print the help when no command is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(USAGE)


@app.command("build", short_help="Build the gazetteer of the installed GeoNames package.")
def build() -> None:
    """Build the gazetteer file from the installed GeoNames package, in seconds.

    Example: recount gazetteer build
    """
    from recount.resources.gazetteer import build_gazetteer, data_file

    target = data_file(user_folder())
    places = build_gazetteer(target)
    typer.echo(f"Built the gazetteer of {number(places, 'place')}.")


@app.command("add", short_help="Add places of your own; they win over the shipped ones.")
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="A CSV of places, or the tab files of a GeoNames dump.",
        ),
    ],
) -> None:
    """Add places to your own gazetteer, where they win over the shipped ones.

    A CSV has the columns name, aliases, kind, country, admin1, admin2, lat, lon, radius_km.

    Example: recount gazetteer add camps.csv
    """
    from recount.resources.gazetteer import add_dump, add_places

    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    tables = [file for file in files if file.suffix.lower() == ".csv"]
    dumps = [file for file in files if file not in tables]
    for table in tables:
        typer.echo(f"You have {number(add_places(table, folder), 'place')} of your own now.")
    if dumps:
        typer.echo(f"The dump has {number(add_dump(dumps, folder), 'place')}.")
