"""Compare two annotators of the exams of mentions, and write the labels that are settled.

    python tools/settle_labels.py numbers FOLDER
    python tools/settle_labels.py numbers FOLDER --settled SETTLED.jsonl --write

EXAM is ``numbers``, ``dates`` or ``aliases``. FOLDER holds ``EXAM_sampled_a.jsonl``,
``EXAM_sampled_b.jsonl`` (not for aliases), ``EXAM_made_a.jsonl`` and ``EXAM_made_b.jsonl`` (or
``aliases_a.jsonl`` and ``aliases_b.jsonl``), a label a line; texts and offsets of made items stand
in the file of the annotator who made them. Agreement and the items that differ are printed.

SETTLED.jsonl holds a line for each item that differs: ``{"id": ..., "take": "b"}`` or the label
itself; ``{"id": ..., "drop": true}`` leaves the item out. A line may also overrule what both said.
``--write`` then writes ``corpora/EXAM/EXAM.jsonl``, with sampled items as offsets alone, and its
SHA-256 beside it, which is what the evaluation reads.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from recount.model import COUNT_PROPERTIES, DatePrecision, Qualifier
from recount.resources.grammar.quantity import QuantityKind

Row = dict[str, Any]
CORPORA = Path(__file__).parent.parent / "corpora"
KINDS = frozenset(kind.value for kind in QuantityKind) - {"unknown"} | {"none"}
LABEL = {
    "numbers": ("counts", "kind", "low", "value", "high", "qualifier"),
    "dates": ("start", "end", "precision"),
    "aliases": ("same", "why"),
}
"""The fields of a label; all that is carried over besides an item's own fields."""
DECIDES = {
    "numbers": ("counts", "group", "low", "value", "high"),
    "dates": ("start", "end"),
    "aliases": ("same",),
}
"""What is scored: items that differ here are to be settled."""
ITEM = {
    "numbers": ("text", "at"),
    "dates": ("text", "at", "published"),
    "aliases": ("text", "one", "other"),
}
"""The fields of a made item beside its label."""


@dataclass(frozen=True, slots=True)
class Both:
    """An item with the labels of two annotators, brought to one form."""

    item: Row
    a: Row
    b: Row


def lines(path: Path) -> dict[str, Row]:
    """Return the lines of a file by id.

    Raises:
        ValueError: an id stands twice.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    found = {row["id"]: row for row in rows}
    if len(found) < len(rows):
        raise ValueError(f"{path}: an id stands twice")
    return found


def convention(exam: str, row: Mapping[str, Any]) -> Row:
    """Return the label of a line in the form of the project.

    "More than 12" is 12, 12, open, also where 13, open, open was written; a couple is 2, 2,
    open; a quarter is a range; days of which one end alone is known are not known.

    Raises:
        ValueError: it is no label of this exam.
    """
    label = {key: row.get(key) for key in LABEL[exam]}
    if exam == "numbers":
        _number(label)
    if exam == "dates":
        _days(label)
    return label


def _number(label: Row) -> None:
    if label["counts"] is None:
        label.update(low=None, value=None, high=None, qualifier=None)
    if label["qualifier"] == Qualifier.MORE_THAN and label["value"] is None:
        label["low"] = label["value"] = label["low"] - 1
    if label["qualifier"] == Qualifier.COUPLE:
        label["high"] = None
    given = [n for n in (label["low"], label["value"], label["high"]) if n is not None]
    right = label["kind"] in KINDS and given == sorted(given)
    if label["counts"] is not None:
        Qualifier(label["qualifier"])
        right = right and label["counts"] in {prop.value for prop in COUNT_PROPERTIES}
        right = right and len(given) > 0
    if not right:
        raise ValueError(f"no label of a number: {label}")


def _days(label: Row) -> None:
    if label["precision"] == "quarter":
        label["precision"] = DatePrecision.RANGE.value
    DatePrecision(label["precision"])
    if label["start"] is None or label["end"] is None:
        label.update(start=None, end=None, precision=DatePrecision.UNKNOWN.value)
    elif date.fromisoformat(label["end"]) < date.fromisoformat(label["start"]):
        raise ValueError(f"no label of a date: {label}")


def decides(exam: str, label: Row) -> Row:
    """Return what is scored of a label."""
    told = dict(label)
    if exam == "numbers":
        told["group"] = label["counts"] is not None or label["kind"] in ("people", "fighters")
    return {key: told[key] for key in DECIDES[exam]}


def read(exam: str, folder: Path, *, sampled: bool) -> Iterator[Both]:
    """Yield the items of one half with both labels, in order of their ids."""
    part = "" if exam == "aliases" else "_sampled" if sampled else "_made"
    a, b = (lines(folder / f"{exam}{part}_{name}.jsonl") for name in "ab")
    if sampled:
        drawn = json.loads((CORPORA / exam / "draw.json").read_text(encoding="utf-8"))["items"]
        items = {item["id"]: item for item in drawn}
    else:
        items = {
            key: {"id": key, **{name: row[name] for name in ITEM[exam]}} for key, row in a.items()
        }
    if not set(items) == set(a) == set(b):
        differ = sorted((set(items) ^ set(a)) | (set(items) ^ set(b)))
        raise ValueError(f"{exam}{part}: labelled by one alone, or not at all: {differ}")
    for key, item in sorted(items.items()):
        yield Both(item, convention(exam, a[key]), convention(exam, _with_why(a[key], b[key])))


def _with_why(made: Row, label: Row) -> Row:
    """Why a pair is hard is known to its maker alone."""
    return {"why": made["why"], **label} if "why" in made else label


def kappa(pairs: Sequence[tuple[Any, Any]]) -> float:
    """Return Cohen's kappa of two annotators' labels; 1.0 where chance alone would agree."""
    total = len(pairs)
    same = sum(a == b for a, b in pairs) / total
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / total**2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def report(exam: str, half: str, both: Sequence[Both]) -> None:
    """Print the agreement of one half, and the items that differ."""
    differ = [one for one in both if decides(exam, one.a) != decides(exam, one.b)]
    print(f"# {exam}, {half}: {len(both) - len(differ)} of {len(both)} agree in all that is scored")
    for field in dict.fromkeys((*DECIDES[exam], *LABEL[exam])):
        told = [{**label, **decides(exam, label)} for one in both for label in (one.a, one.b)]
        pairs = [(a[field], b[field]) for a, b in zip(told[::2], told[1::2], strict=True)]
        same = sum(a == b for a, b in pairs)
        print(f"{field}: {same} of {len(both)}, kappa {kappa(pairs):.3f}")
    for one in differ:
        print(json.dumps({"id": one.item["id"], "a": one.a, "b": one.b}, ensure_ascii=False))


def settled(exam: str, one: Both, decision: Row | None) -> Row | None:
    """Return the final line of an item; ``None`` for one that is left out.

    Raises:
        ValueError: the two labels differ and nothing was decided.
    """
    if decision is None:
        if decides(exam, one.a) != decides(exam, one.b):
            raise ValueError(f"{one.item['id']} differs and is not settled")
        return {**one.item, **one.a}
    if decision.get("drop"):
        return None
    if "take" in decision:
        return {**one.item, **{"a": one.a, "b": one.b}[decision["take"]]}
    return {**one.item, **convention(exam, _with_why(one.a, decision))}


def write(exam: str, rows: Sequence[Row]) -> None:
    """Write the labels and their digest."""
    folder = CORPORA / exam
    folder.mkdir(exist_ok=True)
    path = folder / f"{exam}.jsonl"
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8", newline="\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    print(f"wrote {len(rows)} items to {path}")


def main() -> int:
    """Compare, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exam", choices=sorted(LABEL))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--settled", type=Path)
    parser.add_argument("--half", choices=("sampled", "made"), help="report on one half alone")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    exam, halves = arguments.exam, [arguments.half] if arguments.half else ["sampled", "made"]
    decided = {} if arguments.settled is None else lines(arguments.settled)
    rows: list[Row | None] = []
    for half in halves if exam != "aliases" else ["made"]:
        both = list(read(exam, arguments.folder, sampled=half == "sampled"))
        report(exam, half, both)
        if arguments.write:
            rows.extend(settled(exam, one, decided.get(one.item["id"])) for one in both)
    if arguments.write:
        write(exam, [row for row in rows if row is not None])
    return 0


if __name__ == "__main__":
    sys.exit(main())
