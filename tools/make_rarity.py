"""Makes ``src/recount/resources/data/rarity.tsv.gz``: how rare words are in reports.

    python tools/make_rarity.py ../shared/data

Counts documents that hold a word in the training parts of the public sets (one article for
each incident of ``gun_violence``), and keeps no word that few documents of one set hold, so
no name of a private person gets into the file. Same data, same file.
"""

from __future__ import annotations

import argparse
import gzip
import sqlite3
from collections import Counter
from collections.abc import Iterator
from math import log2
from pathlib import Path

from recount.evaluation.base import is_dev, read_lines
from recount.link.terms import words_in
from recount.resources.actors.load import shipped_actors
from recount.resources.countries import country_names

LEAST_DOCUMENTS = 8
"""Documents that must hold a word for it to be kept, over all sets."""
LEAST_IN_ONE_SET = 40
"""Documents of one set that must hold a word that no other set has."""
SENTENCES_IN_A_DOCUMENT = 10
"""Sets of single sentences are counted in runs of this many."""
KNOWN_BITS = 6
"""Most bits of a word in the name of a country, province, large town or listed group: the
sets tell of few countries, and such names stand in many reports of the others."""
LARGE_TOWN = 300_000
GUN_SAMPLE = 10
"""One incident in ten is kept for measuring (data README)."""
DATA = Path(__file__).parent.parent / "src" / "recount" / "resources" / "data"
TARGET, GAZETTEER = DATA / "rarity.tsv.gz", DATA / "gazetteer.sqlite"


def main() -> None:
    """Count, filter and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    sets = {name: _counted(texts) for name, texts in _sets(data)}
    total = sum(number for number, _ in sets.values())
    counts: Counter[str] = Counter()
    for _, held in sets.values():
        counts.update(held)
    bits = {
        word: round(log2((total + 1) / (number + 0.5)) * 10)
        for word, number in counts.items()
        if number >= LEAST_DOCUMENTS and _common(word, [held for _, held in sets.values()])
    }
    for word in _known():
        bits[word] = min(KNOWN_BITS * 10, bits.get(word, KNOWN_BITS * 10))
    lines = [f"{word}\t{number}" for word, number in sorted(bits.items())]
    # No time of making in the header, so the same data give the same bytes.
    with TARGET.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as f:
        f.write(("\n".join(lines) + "\n").encode())
    print(f"{len(lines)} words of {total} documents")


def _known() -> set[str]:
    names = [*country_names().values()]
    for actor in shipped_actors():
        names += [actor.name, *actor.aliases]
    query = "select name from place where kind = 'admin1' or population >= ?"
    with sqlite3.connect(GAZETTEER) as opened:
        names += [row[0] for row in opened.execute(query, (LARGE_TOWN,))]
    return {word for name in names for word in words_in(name)}


def _common(word: str, sets: list[Counter[str]]) -> bool:
    held = [counts[word] for counts in sets if counts[word] > 0]
    return len(held) > 1 or max(held) >= LEAST_IN_ONE_SET


def _counted(texts: Iterator[str]) -> tuple[int, Counter[str]]:
    number, held = 0, Counter[str]()
    for text in texts:
        number += 1
        held.update(set(words_in(text)))
    return number, held


def _sets(data: Path) -> Iterator[tuple[str, Iterator[str]]]:
    yield "gun_violence", _gun(data / "gun_violence" / "articles.jsonl.gz")
    yield "muc4", (row["text"] for row in read_lines(data / "muc4" / "train.jsonl"))
    yield "event_location", _runs(data / "event_location")
    yield "ecbplus", _ecb(data / "ecbplus" / "train.jsonl.gz")


def _gun(path: Path) -> Iterator[str]:
    seen: set[str] = set()
    for row in read_lines(path):
        if row["incident"] not in seen and not is_dev(row["incident"], GUN_SAMPLE):
            seen.add(row["incident"])
            yield f"{row['title']} {row['text']}"


def _runs(folder: Path) -> Iterator[str]:
    found = [
        row["text"]
        for path in sorted(folder.glob("*.jsonl*"))
        for row in read_lines(path)
        if not is_dev(row["text"])
    ]
    for start in range(0, len(found), SENTENCES_IN_A_DOCUMENT):
        yield "\n".join(found[start : start + SENTENCES_IN_A_DOCUMENT])


def _ecb(path: Path) -> Iterator[str]:
    dev = {2, 5, 12, 18, 21, 23, 34, 35}
    for row in read_lines(path):
        if row["topic"] not in dev:
            yield " ".join(token[2] for token in row["tokens"])


if __name__ == "__main__":
    main()
