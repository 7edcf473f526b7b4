"""``recount evaluate``: measure the whole chain on labelled documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def command(
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="What to measure: incidents, muc4, …")
    ],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The labelled data.")],
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", metavar="FILE", help="Write what was predicted."),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option("--split", metavar="NAME", help="A part of the data that the task names."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=1, help="Take the first documents only."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print what was missed or wrong instead.")
    ] = False,
    extractor: Annotated[
        str, typer.Option("--extractor", metavar="NAME", help="Which extractor reads the texts.")
    ] = "learned",
) -> None:
    """Run the chain on labelled documents and print scores from 0 to 1 as one JSON object.

    Tasks: incidents, muc4, gun-violence, isaf, gvc, ecbplus, maverick, polnear,
    event-location, geoparsing, re3d, wikievents, exam, numbers, dates, aliases.

    Example: recount evaluate incidents examples
    """
    from recount import evaluation
    from recount.evaluation.product import EXTRACTOR

    EXTRACTOR.set(extractor)
    if explain:
        typer.echo(evaluation.explain(task, path, split=split, limit=limit))
        return
    scores = evaluation.evaluate(task, path, predictions=predictions, split=split, limit=limit)
    typer.echo(json.dumps(scores.plain(), indent=1))
