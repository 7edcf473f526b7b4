"""The registry of tasks: one visible place, plain and in the order of DESIGN section 5."""

from __future__ import annotations

from recount.evaluation import incidents
from recount.evaluation.base import Task
from recount.model import UsageError

TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        Task(
            "incidents",
            "Incidents of a folder of documents against checked facts (gold/facts.json).",
            incidents.run,
            splits=("all",),
        ),
    )
}
"""Every task by name; a new one is added here and nowhere else."""


def find_task(name: str) -> Task:
    """Return the task of this name.

    Raises:
        UsageError: there is none.
    """
    if name not in TASKS:
        raise UsageError(f"There is no task {name}; there are {', '.join(TASKS)}.")
    return TASKS[name]
