"""The registry of tasks: one visible place, plain and in the order of DESIGN section 5."""

from __future__ import annotations

from recount.evaluation import (
    coreference,
    event_location,
    exam,
    geoparsing,
    gun_violence,
    incidents,
    isaf,
    maverick,
    mentions,
    muc4,
    polnear,
    re3d,
    wikievents,
)
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
        Task(
            "muc4",
            "Incident type and five roles of reports on violence in Latin America.",
            muc4.run,
            splits=("dev", "train"),
        ),
        Task(
            "gun-violence",
            "Grouping of articles and figures of shootings against recorded facts.",
            gun_violence.run,
        ),
        Task("isaf", "Date, province, killed and captured of military releases.", isaf.run),
        Task(
            "gvc", "Incidents of documents, and event mentions of shootings.", coreference.run_gvc
        ),
        Task("ecbplus", "Event mentions over documents of many kinds.", coreference.run_ecbplus),
        Task("maverick", "Linking and reconciling hand-coded records.", maverick.run),
        Task(
            "polnear",
            "Who says what: source, cue and content.",
            polnear.run,
            splits=("dev", "train"),
        ),
        Task(
            "event-location",
            "The place where the event of a verb happened.",
            event_location.run,
        ),
        Task(
            "geoparsing",
            "Place names in news and where they lie (LGL, GeoVirus).",
            geoparsing.run,
            splits=tuple(geoparsing.SPLITS),
        ),
        Task("re3d", "Entities of defence texts on Syria and Iraq, by type.", re3d.run),
        Task(
            "wikievents",
            "Triggers and arguments of attacks, deaths, injuries and arrests.",
            wikievents.run,
        ),
        Task(
            "exam",
            "Accounts, figures, labels and confidence on real documents held out (PATH: all data).",
            exam.run,
            splits=("exam", "tuning", "tuning_2"),
        ),
        Task(
            "numbers",
            "What one mention of a number counts, and its bounds (PATH: all data).",
            mentions.run_numbers,
            splits=mentions.SPLITS,
        ),
        Task(
            "dates",
            "The days that one expression of time names (PATH: all data).",
            mentions.run_dates,
            splits=mentions.SPLITS,
        ),
        Task(
            "aliases",
            "Whether two mentions mean the same actor (invented texts).",
            mentions.run_aliases,
            splits=("made",),
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
