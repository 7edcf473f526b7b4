"""Runs a task by name: for its scores, or for its errors as a person reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from recount.evaluation.base import Options, Outcome, Scores, write_rows
from recount.evaluation.tasks import find_task


def evaluate(
    task: str,
    path: Path,
    *,
    predictions: Path | None = None,
    split: str | None = None,
    limit: int | None = None,
) -> Scores:
    """Run a task on data in the shape of its loader and return its scores.

    Args:
        task: a name in ``TASKS``.
        path: the folder (or file) of the data.
        predictions: where to write what was predicted, as JSON lines.
        split: a part of the data that the task names; default: its first.
        limit: take the first documents only, for a quick look.

    Raises:
        UsageError: no such task or split, or no such data.
        OSError: the predictions cannot be written.
    """
    outcome = _run(task, path, Options(split=split, limit=limit))
    if predictions is not None:
        write_rows(predictions, outcome.rows)
    return outcome.scores


def explain(
    task: str, path: Path, *, split: str | None = None, limit: int | None = None, link: bool = True
) -> str:
    """Run a task and return its errors as text for a person: missed, spurious, wrong.

    Raises:
        UsageError: no such task or split, or no such data.
    """
    outcome = _run(task, path, Options(split=split, limit=limit, link=link))
    scores = [f"{s.name:24} {s.value:<8g} over {s.over}" for s in outcome.scores.scores]
    return "\n".join([*outcome.errors, "", *scores])


def _run(name: str, path: Path, options: Options) -> Outcome:
    task = find_task(name)
    return task.run(path, replace(options, split=task.split(options)))
