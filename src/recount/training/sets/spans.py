"""Sets that mark spans alone: attributions, event places, entities, toponyms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recount.evaluation.event_location import SHORTEST_PLACE
from recount.training.example import Example, Marked
from recount.training.sets.files import in_part, read_rows

ATTRIBUTION = frozenset({"source", "cue", "content"})
ENTITIES: dict[str, str] = {
    "Organisation": "organisation",
    "Person": "person",
    "Nationality": "nationality",
    "Vehicle": "vehicle",
    "MilitaryPlatform": "platform",
    "Weapon": "armament",
    "Location": "toponym",
}
DEV_MODULUS = 5


def polnear(path: Path) -> Iterator[Example]:
    """Yield who says what: source, cue and content, tied by their attribution."""
    seen: set[str] = set()
    for row in read_rows(path):
        if row["text"] in seen:
            continue
        seen.add(row["text"])
        marks: dict[tuple[str, int, int], set[str]] = {}
        for number, parts in enumerate(row["attributions"]):
            for part in parts:
                tag = part["role"].lower()
                if tag not in ATTRIBUTION:
                    continue
                flat = part["spans"]
                for start, end in zip(flat[::2], flat[1::2], strict=True):
                    marks.setdefault((tag, start, end), set()).add(str(number))
        yield Example(
            "polnear",
            row["text"],
            tuple(Marked(tag, s, e, frozenset(ids)) for (tag, s, e), ids in marks.items()),
            ATTRIBUTION,
            hubs=(("cue", frozenset({"source", "content"})),),
        )


def event_location(path: Path) -> Iterator[Example]:
    """Yield sentences with the place of their verb, but for the dev part.

    Sentences with a label of no length or of a letter or two, which are faults, are left out:
    they would teach that a stated place is none.
    """
    for row in read_rows(path):
        if in_part(row["text"], DEV_MODULUS):
            continue
        marks = tuple(
            Marked("event_place", span["start"], span["end"])
            for span in row["spans"]
            if span["label"] == "LOCATION"
        )
        if any(len(row["text"][mark.start : mark.end].strip()) < SHORTEST_PLACE for mark in marks):
            continue
        yield Example("event_location", row["text"], marks, frozenset({"event_place"}))


def re3d(path: Path, without: frozenset[str]) -> Iterator[Example]:
    """Yield texts with entities by type, but for the dev part and the texts in ``without``."""
    from recount.training.sets.files import digest_of

    for row in read_rows(path):
        if in_part(row["id"], DEV_MODULUS) or digest_of(row["text"]) in without:
            continue
        marks = tuple(
            Marked(ENTITIES[entity["type"]], entity["start"], entity["end"])
            for entity in row["entities"]
            if entity["type"] in ENTITIES
        )
        yield Example("re3d", row["text"], marks, frozenset(ENTITIES.values()))


def toponyms(path: Path, without: frozenset[str]) -> Iterator[Example]:
    """Yield texts with place names, but for the dev part and the texts in ``without``."""
    from recount.training.sets.files import digest_of

    for row in read_rows(path):
        if in_part(str(row["id"]), DEV_MODULUS) or digest_of(row["text"]) in without:
            continue
        marks = tuple(Marked("toponym", one["start"], one["end"]) for one in row["toponyms"])
        yield Example(path.stem, row["text"], marks, frozenset({"toponym"}))
