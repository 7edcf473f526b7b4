"""JSON Lines: one row per line, the shape of DESIGN §5."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from recount.publish.formats.base import Format
from recount.publish.nouns import ROW_OF, Row, What
from recount.publish.schema import checker
from recount.publish.shape import decode, encode


def write(rows: Iterable[Row], path: Path, _what: What) -> int:
    """Write one JSON object per line, keys in the order of the nouns."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(encode(row), ensure_ascii=False, allow_nan=False) + "\n")
            count += 1
    return count


def read(path: Path, what: What) -> Iterator[Row]:
    """Yield the rows of a file that ``write`` wrote."""
    cls = ROW_OF[what]
    check = checker(what)
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            plain = json.loads(line)
            check(plain)
            yield decode(cls, plain)


JSONL = Format("jsonl", flat=False, write=write, read=read)
