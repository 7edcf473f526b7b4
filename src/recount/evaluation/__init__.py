"""Evaluation: the whole chain on data with known answers, its scores, and the gate.

``TASKS`` is the whole list. Nothing here is passed gold before it has predicted.
"""

from __future__ import annotations

from recount.evaluation.base import Options, Outcome, Score, Scores, Task, write_rows
from recount.evaluation.runs import evaluate, explain
from recount.evaluation.tasks import TASKS, find_task

__all__ = [
    "TASKS",
    "Options",
    "Outcome",
    "Score",
    "Scores",
    "Task",
    "evaluate",
    "explain",
    "find_task",
    "write_rows",
]
