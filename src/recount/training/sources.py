"""The sets that the reader learns from: what they are, and on which terms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A set by the name that a recipe has for it.

    Attributes:
        name: its key in ``Stage.rounds``.
        title: what it is.
        terms: its licence, or what is known of its terms.
        files: its files in the folder of shared data.
    """

    name: str
    title: str
    terms: str
    files: tuple[str, ...] = ()


SOURCES: tuple[Source, ...] = (
    Source(
        "muc4",
        "MUC-4: reports of political violence in Latin America 1988-92 with answer keys",
        "texts widely redistributed, no formal licence",
        ("muc4/train.jsonl", "muc4/dev.jsonl"),
    ),
    Source(
        "polnear",
        "PolNeAR: sources, cues and contents of attributions in US political news",
        "research use only",
        ("polnear/train.jsonl.gz", "polnear/dev.jsonl.gz"),
    ),
    Source(
        "event_location",
        "Event locations: verbs and their places in conflict news",
        "MIT",
        ("event_location/train.jsonl.gz",),
    ),
    Source(
        "re3d",
        "re3d: entities in defence and security texts on Syria and Iraq",
        "open licences for each source",
        ("re3d/documents.jsonl",),
    ),
    Source(
        "lgl",
        "LGL: place names in local news",
        "research use",
        ("geoparsing/lgl.jsonl",),
    ),
    Source(
        "geovirus",
        "GeoVirus: place names in news on epidemics",
        "research use",
        ("geoparsing/geovirus.jsonl",),
    ),
    Source(
        "gun_violence",
        "News on shootings in the USA 2013-17 with recorded participants",
        "research use only",
        ("gun_violence/articles.jsonl.gz", "gun_violence/incidents.jsonl"),
    ),
    Source(
        "passages",
        "Passages written for this project, wholly invented, with full labels",
        "Apache-2.0",
    ),
    Source(
        "rounds",
        "Reports of several incidents written for this project, wholly invented, with labels of"
        " triggers, places, times and counts",
        "Apache-2.0",
    ),
    Source(
        "standoff",
        "Labels of this project on documents of muc4, gun_violence, re3d, lgl and geovirus,"
        " made by language models; without the frozen exam",
        "labels Apache-2.0, texts on the terms of their sets",
    ),
)
"""Every set that a recipe may name, in the order of the model card."""
