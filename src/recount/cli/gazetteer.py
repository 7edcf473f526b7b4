"""``recount gazetteer``: build the gazetteer, and add places of your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.folders import user_folder

app = typer.Typer(no_args_is_help=True, help="Build the gazetteer, and add places of your own.")


@app.command("build")
def build() -> None:
    """Build the gazetteer file from the installed GeoNames package, in seconds.

    Example: recount gazetteer build
    """
    from recount.resources.gazetteer import build_gazetteer, data_file

    target = data_file(user_folder())
    places = build_gazetteer(target)
    typer.echo(f"Built the gazetteer of {places} places.")


@app.command("add")
def add(
    files: Annotated[
        list[Path],
        typer.Argument(help="A CSV of places, or the tab files of a GeoNames dump."),
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
        typer.echo(f"You have {add_places(table, folder)} places of your own now.")
    if dumps:
        typer.echo(f"The dump has {add_dump(dumps, folder)} places.")
