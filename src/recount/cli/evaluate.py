"""``recount evaluate``: measure the whole chain on labelled documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def command(
    task: Annotated[str, typer.Argument(help="What to measure; see docs/evaluation.md.")],
    path: Annotated[Path, typer.Argument(help="The labelled data.")],
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", metavar="FILE", help="Write what was predicted."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what was missed or wrong, on standard error.")
    ] = False,
) -> None:
    """Run the chain on labelled documents and print scores from 0 to 1 as one JSON object.

    Example: recount evaluate incidents examples
    """
    from recount.evaluation import evaluate, explain_task

    scores = evaluate(task, path, predictions=predictions)
    typer.echo(json.dumps(scores.values, indent=1, sort_keys=False))
    if explain:
        typer.echo(explain_task(task, path), err=True)
