"""``recount gazetteer``: build the gazetteer, and add places of your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Build the gazetteer, and add places of your own.")


@app.command("build")
def build() -> None:
    """Build the gazetteer file from the installed GeoNames package, in seconds.

    Example: recount gazetteer build
    """
    from recount.resources.gazetteer import build_gazetteer

    typer.echo(f"Built {build_gazetteer()}.")


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="A CSV of places, or a GeoNames dump.")],
) -> None:
    """Add places to your own gazetteer, where they win over the shipped ones.

    Example: recount gazetteer add camps.csv
    """
    from recount.resources.gazetteer import add_places

    typer.echo(add_places(file))
