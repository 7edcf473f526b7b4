"""Draw real documents that are labelled stand-off for training, from train parts alone.

    python tools/draw_training.py ../shared/data --texts FOLDER

writes ``corpora/standoff/draw_training.json`` (set, id and SHA-256 of each text), and each text
as ``FOLDER/NNN--SET.txt`` for the annotators (NNN: place in the draw). It holds the documents of
``draw.json`` that are not of the exam and stand in no dev part, then a draw of its own with the
seed below. Nothing of the exam, of a dev part, of the fixed sample of gun-violence incidents, or
with the text of any of these, can be drawn.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEED = 20261128
ROUNDS = (
    {"muc4": 110, "gun_violence": 30, "re3d": 14, "lgl": 8, "geovirus": 8},
    {"muc4": 140, "gun_violence": 80, "re3d": 18, "lgl": 11, "geovirus": 11},
    {"muc4": 270, "gun_violence": 190, "lgl": 10, "geovirus": 10},
    {"muc4": 230, "gun_violence": 230, "lgl": 10, "geovirus": 10},
)
"""Documents drawn from each set, round by round; a later round leaves the earlier as they are."""
BY_INCIDENT = 2
"""From this round on no article is drawn on a shooting of which the exam has an article."""
FEWEST, MOST = 60, 900
SOURCES = {
    "muc4": "muc4/train.jsonl",
    "gun_violence": "gun_violence/articles.jsonl.gz",
    "re3d": "re3d/documents.jsonl",
    "lgl": "geoparsing/lgl.jsonl",
    "geovirus": "geoparsing/geovirus.jsonl",
}
STANDOFF = Path(__file__).parent.parent / "corpora" / "standoff"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One document of a set, with its text."""

    set: str
    id: str
    text: str
    held_out: bool
    incident: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def _key(row: dict[str, Any], name: str) -> str:
    return str(row["incident"] if name == "gun_violence" else row["id"])


def _held_out(row: dict[str, Any], name: str) -> bool:
    """Tell whether a row stands in a dev part, by the data's own rules."""
    if name == "muc4":
        return False  # its dev part is a file of its own
    modulus = 10 if name == "gun_violence" else 5
    return int(hashlib.sha1(_key(row, name).encode()).hexdigest(), 16) % modulus == 0


def rows(data: Path, name: str) -> Iterator[Drawn]:
    """Yield every row of a set."""
    path = data / SOURCES[name]
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            incident = str(row["incident"]) if name == "gun_violence" else None
            yield Drawn(name, str(row["id"]), str(row["text"]), _held_out(row, name), incident)


def exam_digests() -> frozenset[str]:
    """Return the digests of the texts of the exam."""
    lines = (STANDOFF / "exam.jsonl").read_text(encoding="utf-8").splitlines()
    return frozenset(json.loads(line)["text_sha256"] for line in lines)


def forbidden(data: Path, found: dict[str, list[Drawn]]) -> frozenset[str]:
    """Return the digests of texts that must not be drawn: the exam's and the dev parts'."""
    exam = exam_digests()
    with (data / "muc4/dev.jsonl").open(encoding="utf-8") as stream:
        dev = {hashlib.sha256(json.loads(line)["text"].encode()).hexdigest() for line in stream}
    held = {one.digest for drawn in found.values() for one in drawn if one.held_out}
    return frozenset(exam | dev | held)


def draw(data: Path) -> list[Drawn]:
    """Return the documents: those left of the first draw, then this draw's, shuffled."""
    found = {name: sorted(rows(data, name), key=lambda one: one.id) for name in SOURCES}
    never = forbidden(data, found)
    by_key = {(one.set, one.id): one for drawn in found.values() for one in drawn}
    first = json.loads((STANDOFF / "draw.json").read_text(encoding="utf-8"))["documents"]
    rest = [
        by_key[row["set"], row["id"]]
        for row in first
        if row["part"] == "rest" and (row["set"], row["id"]) in by_key
    ]
    chosen = [one for one in rest if one.digest not in never]
    for number, counts in enumerate(ROUNDS):
        taken = {one.digest for one in chosen} | never
        chosen.extend(_round(found, counts, taken, number))
    return chosen


def _round(
    found: dict[str, list[Drawn]], counts: dict[str, int], taken: frozenset[str], number: int
) -> list[Drawn]:
    """Return the documents of one round, shuffled."""
    seed = str(SEED) if number == 0 else f"{SEED}/{number}"
    exam = exam_digests()
    told = {one.incident for drawn in found.values() for one in drawn if one.digest in exam}
    shut = told - {None} if number >= BY_INCIDENT else set()
    fresh: list[Drawn] = []
    for name, count in counts.items():
        free = [
            one
            for one in found[name]
            if one.digest not in taken
            and one.incident not in shut
            and FEWEST <= len(one.text.split()) <= MOST
        ]
        fresh.extend(random.Random(f"{seed}:{name}").sample(free, count))
    random.Random(SEED if number == 0 else seed).shuffle(fresh)
    return fresh


def main() -> None:
    """Write the draw, and the texts for the annotators."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=Path)
    arguments = parser.parse_args()
    drawn = draw(arguments.data)
    listing = [{"set": one.set, "id": one.id, "text_sha256": one.digest} for one in drawn]
    (STANDOFF / "draw_training.json").write_text(
        json.dumps({"seed": SEED, "documents": listing}, indent=1) + "\n", encoding="utf-8"
    )
    if arguments.texts is not None:
        arguments.texts.mkdir(parents=True, exist_ok=True)
        for index, one in enumerate(drawn):
            (arguments.texts / f"{index:03d}--{one.set}.txt").write_text(
                one.text, encoding="utf-8", newline=""
            )


if __name__ == "__main__":
    main()
