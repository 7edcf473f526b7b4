"""Reads the labels of the exams of mentions, and the texts of those that hold offsets only.

A made item has its invented text in the file. A sampled item has set, id and SHA-256 of a
text of the shared data, and no word of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from recount.evaluation.base import Options, read_lines
from recount.evaluation.exam.gold import load_texts
from recount.evaluation.exam.nouns import Labels
from recount.model import Property, Span, UsageError

CORPORA = Path(__file__).parents[4] / "corpora"
"""The labels of this checkout; an installed package has none."""

SPLITS = ("sampled", "made")
PEOPLE = frozenset({"people", "fighters"})
"""Kinds of number that count human beings."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its text, the day of publication (``None``: not given), and the mention."""

    id: str
    text: str
    published: date | None
    mention: Span


@dataclass(frozen=True, slots=True)
class Number:
    """What a mention of a number says; ``counts`` is ``None`` unless people came to harm.

    The bounds mean something with ``counts`` alone; ``None`` there: left open by the words.
    """

    counts: Property | None
    kind: str
    low: int | None
    value: int | None
    high: int | None

    @property
    def people(self) -> bool:
        """Whether it counts people, harmed or not."""
        return self.counts is not None or self.kind in PEOPLE

    @property
    def bounds(self) -> tuple[int | None, int | None, int | None]:
        """Low, value and high."""
        return self.low, self.value, self.high


@dataclass(frozen=True, slots=True)
class Days:
    """The days that an expression names; both ``None``: they cannot be known."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of actors in a text: whether they mean one actor, and what is hard in it."""

    other: Span
    same: bool
    why: str


Gold = TypeVar("Gold")


def read_rows(path: Path) -> list[Any]:
    """Read the lines of a file of labels, which must be that of the digest beside it.

    Raises:
        UsageError: file or digest are absent, or differ.
    """
    beside = path.with_suffix(".sha256")
    if not (path.is_file() and beside.is_file()):
        raise UsageError(f"There are no labels at {path}: run this in a checkout of the project.")
    pinned = beside.read_text(encoding="utf-8").split()[:1]
    if pinned != [hashlib.sha256(path.read_bytes()).hexdigest()]:
        raise UsageError(f"{path} is not the file that {beside.name} pins.")
    return read_lines(path)


def load(
    data: Path, options: Options, path: Path, label: Callable[[Mapping[str, Any]], Gold]
) -> tuple[tuple[Item, Gold], ...]:
    """Return the items of a split with their labels, in the order of the file.

    Args:
        data: the folder of all shared data; only the split ``sampled`` looks there.
        options: split and limit.
        path: the file of labels.
        label: makes the label of a line.

    Raises:
        UsageError: labels or texts are absent, or not those that were labelled.
    """
    made = options.split == "made"
    rows = [row for row in read_rows(path) if ("text" in row) == made][: options.limit]
    try:
        texts = [row["text"] for row in rows] if made else _texts(data, rows)
        return tuple((_item(row, text), label(row)) for row, text in zip(rows, texts, strict=True))
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path} is not a file of labels: {error!r}") from error


def _texts(data: Path, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    wanted = [Labels(r["set"], r["document"], r["text_sha256"], (), ()) for r in rows]
    return [found.text for found in load_texts(data, wanted)]


def _item(row: Mapping[str, Any], text: str) -> Item:
    return Item(row["id"], text, _day(row.get("published")), Span(*row.get("at", row.get("one"))))


def number(row: Mapping[str, Any]) -> Number:
    """Return the label of a number."""
    counts = None if row["counts"] is None else Property(row["counts"])
    return Number(counts, row["kind"], row["low"], row["value"], row["high"])


def days(row: Mapping[str, Any]) -> Days:
    """Return the label of a date."""
    return Days(_day(row["start"]), _day(row["end"]))


def actors(row: Mapping[str, Any]) -> Pair:
    """Return the label of a pair of actors."""
    return Pair(Span(*row["other"]), bool(row["same"]), row["why"])


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
