"""Draw the documents that are annotated stand-off: the frozen exam and the rest.

    python tools/draw_exam.py ../shared/data --texts FOLDER

writes ``corpora/standoff/draw.json`` (set, id and part of each document, no text) and, for
the annotators, each text of the exam as ``FOLDER/NN--SET.txt`` (NN: place in the draw). The
draw depends on the seed below and on the shared data only. Texts of 60 to 900 words
are drawn, so that one fits a sitting.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

SEED = 20261124
EXAM = 60
PER_SET = {"muc4": 60, "gun_violence": 50, "re3d": 15, "lgl": 15, "geovirus": 15}
FEWEST, MOST = 60, 900
SOURCES = {
    "muc4": ("muc4/train.jsonl", "muc4/dev.jsonl"),
    "gun_violence": ("gun_violence/articles.jsonl.gz",),
    "re3d": ("re3d/documents.jsonl",),
    "lgl": ("geoparsing/lgl.jsonl",),
    "geovirus": ("geoparsing/geovirus.jsonl",),
}


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of each row of a data file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            yield str(row["id"]), str(row["text"])


def draw(data: Path) -> list[tuple[str, str, str]]:
    """Return (set, id, text) in the order drawn; the first ``EXAM`` are the exam."""
    chosen: list[tuple[str, str, str]] = []
    for name, count in PER_SET.items():
        found = sorted(
            (key, text)
            for source in SOURCES[name]
            for key, text in rows(data / source)
            if FEWEST <= len(text.split()) <= MOST
        )
        picker = random.Random(f"{SEED}:{name}")
        chosen.extend((name, key, text) for key, text in picker.sample(found, count))
    random.Random(SEED).shuffle(chosen)
    return chosen


def main() -> None:
    """Write the draw, and the texts for the annotators."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=Path)
    arguments = parser.parse_args()
    drawn = draw(arguments.data)
    listing = [
        {"set": name, "id": key, "part": "exam" if index < EXAM else "rest"}
        for index, (name, key, _) in enumerate(drawn)
    ]
    target = Path(__file__).parent.parent / "corpora" / "standoff" / "draw.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        json.dumps({"seed": SEED, "documents": listing}, indent=1) + "\n", encoding="utf-8"
    )
    if arguments.texts is not None:
        arguments.texts.mkdir(parents=True, exist_ok=True)
        for index, (name, _, text) in enumerate(drawn[:EXAM]):
            path = arguments.texts / f"{index:02d}--{name}.txt"
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
