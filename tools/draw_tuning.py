"""Draw real documents from dev parts, to choose thresholds, calibrate and read errors on.

    python tools/draw_tuning.py ../shared/data --texts FOLDER [--from 60]

writes ``corpora/standoff/draw_tuning.json`` (set, id and SHA-256 of each text), and each text as
``FOLDER/NNN--SET.txt`` for the annotators, those before ``--from`` left out. Nothing of the exam
can be drawn; nothing that is trained on stands in a dev part. Documents of later rounds stand
behind those of earlier ones.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from draw_training import FEWEST, MOST, SOURCES, STANDOFF, Drawn, rows

ROUNDS = (
    (20261129, {"muc4": 24, "gun_violence": 20, "re3d": 6, "lgl": 5, "geovirus": 5}),
    (20261130, {"muc4": 50, "gun_violence": 50, "re3d": 8, "lgl": 6, "geovirus": 6}),
)
"""Seed and documents of each set, round by round."""


def candidates(data: Path, name: str) -> list[Drawn]:
    """Return the documents of a set's dev part, in order of their ids."""
    if name == "muc4":
        with (data / "muc4/dev.jsonl").open(encoding="utf-8") as stream:
            read = [json.loads(line) for line in stream]
        found = [Drawn(name, row["id"], row["text"], held_out=True) for row in read]
    else:
        found = [one for one in rows(data, name) if one.held_out]
    return sorted(found, key=lambda one: one.id)


def draw(data: Path) -> list[Drawn]:
    """Return the documents of all rounds."""
    exam = {
        json.loads(line)["text_sha256"]
        for line in (STANDOFF / "exam.jsonl").read_text(encoding="utf-8").splitlines()
    }
    chosen: list[Drawn] = []
    for seed, per_set in ROUNDS:
        taken = exam | {one.digest for one in chosen}
        chosen.extend(draw_round(data, seed, per_set, taken))
    return chosen


def draw_round(data: Path, seed: int, per_set: dict[str, int], taken: set[str]) -> list[Drawn]:
    """Return the documents of one round, shuffled, none of whose texts is in ``taken``."""
    chosen: list[Drawn] = []
    for name in SOURCES:
        free = {
            one.digest: one
            for one in candidates(data, name)
            if one.digest not in taken and FEWEST <= len(one.text.split()) <= MOST
        }
        picker = random.Random(f"{seed}:{name}")
        chosen.extend(picker.sample(list(free.values()), per_set[name]))
    random.Random(seed).shuffle(chosen)
    return chosen


def main() -> None:
    """Write the draw, and the texts for the annotators."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--from", type=int, default=0, dest="first")
    arguments = parser.parse_args()
    drawn = draw(arguments.data)
    listing = [{"set": one.set, "id": one.id, "text_sha256": one.digest} for one in drawn]
    (STANDOFF / "draw_tuning.json").write_text(
        json.dumps({"seeds": [seed for seed, _ in ROUNDS], "documents": listing}, indent=1) + "\n",
        encoding="utf-8",
    )
    if arguments.texts is not None:
        arguments.texts.mkdir(parents=True, exist_ok=True)
        for index, one in list(enumerate(drawn))[arguments.first :]:
            path = arguments.texts / f"{index:03d}--{one.set}.txt"
            path.write_text(one.text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
