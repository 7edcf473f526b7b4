"""``recount train``: train the reader anew, by the recipe of the shipped one."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from recount.model import UsageError


def command(
    data: Annotated[
        Path, typer.Option("--data", metavar="FOLDER", help="The shared data sets.")
    ] = Path("../shared/data"),
    corpora: Annotated[
        Path, typer.Option("--corpora", metavar="FOLDER", help="The project's own corpora.")
    ] = Path("corpora"),
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="Where the new model goes; replaced when all is done. FOLDER.work holds"
            " checkpoints and log.",
        ),
    ] = Path("reader"),
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a training that was stopped.")
    ] = False,
    seconds: Annotated[
        float | None,
        typer.Option("--seconds", metavar="N", min=0, help="Stop after so long; resume later."),
    ] = None,
    smoke: Annotated[
        bool, typer.Option("--smoke", help="A minute on a few passages, to see that it works.")
    ] = False,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", min=0, help="Other than the recipe's.")
    ] = None,
    tail_of: Annotated[
        Path | None,
        typer.Option(
            "--tail-of",
            metavar="FOLDER",
            help="Train the tail of the model in FOLDER alone (minutes); all else of it stays.",
        ),
    ] = None,
    start_of: Annotated[
        Path | None,
        typer.Option(
            "--start-of",
            metavar="FOLDER",
            help="Go on from the weights of the model in FOLDER, by a shorter recipe (an hour).",
        ),
    ] = None,
    threads: Annotated[
        int | None,
        typer.Option("--threads", metavar="N", min=1, help="Processor threads; default: cores."),
    ] = None,
) -> None:
    """Train the reader, export it, check it, and write its model card.

    Needs the extra: pip install "recount-ledger[train]". The whole recipe takes about
    three hours on two cores; a stopped training goes on with --resume.

    Example: recount train --data ../shared/data --corpora corpora --out reader
    """
    from recount.training.material import require_data, require_passages
    from recount.training.recipe import AGAIN, SMOKE, WHOLE, seeded
    from recount.training.start_weights import require_extra

    if tail_of is not None and (resume or seconds is not None):
        raise UsageError("A tail is trained at once: leave out --resume and --seconds.")
    if tail_of is not None and start_of is not None:
        raise UsageError("Give either --tail-of or --start-of.")
    require_extra()
    if smoke:
        require_passages(corpora)
    else:
        require_data(data, corpora)
    from recount.training.run import Plan, train

    whole = WHOLE if start_of is None else AGAIN
    plan = Plan(
        recipe=seeded(SMOKE if smoke else whole, seed),
        corpora=corpora,
        data=None if smoke else data,
        out=out,
        command=shlex.join(["recount", *sys.argv[1:]]),
        resume=resume,
        seconds=seconds,
        threads=(os.cpu_count() or 1) if threads is None else threads,
        tail_of=tail_of,
        start_of=start_of,
    )
    done = train(plan, lambda line: typer.echo(line, err=True))
    if tail_of is not None and done.tailed is not None:
        typer.echo(f"{out} holds the model with its new tail: span F1 {done.tailed.tags:.3f}.")
        return
    if done.compared is None:
        typer.echo(
            f"Stopped in stage {done.stage} at step {done.step} of {done.steps};"
            " --resume goes on from there."
        )
        return
    found = done.compared
    typer.echo(
        f"{out} holds the new model: span F1 {found.small.tags:.3f} (float {found.whole.tags:.3f})"
        f" on {found.windows} windows."
    )
