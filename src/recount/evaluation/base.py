"""What every task gives: scores by name, rows of predictions, and how to write them.

A share of nothing is 0.0; ``counts`` beside the scores says over how many things each was taken.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from recount.model import UsageError

DEV_MODULUS = 5
"""One key in five is dev where a data set has no dev part of its own (data README)."""

DECIMALS = 4
"""Digits kept of a score: a ten-thousandth is less than one document of any data set here."""


class Row(Protocol):
    """One line of a predictions file."""

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        ...


@dataclass(frozen=True, slots=True)
class Score:
    """One score with the number of things it was taken over.

    Between 0 and 1, but for plain numbers of things (``false_groups``). Less is better
    for those with ``ceiling``: the gate pins them from above.
    """

    name: str
    value: float
    over: int
    ceiling: bool = False


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one task on one part of its data, in the order they are printed."""

    task: str
    split: str
    scores: tuple[Score, ...]

    def __getitem__(self, name: str) -> float:
        """Return the value of a score.

        Raises:
            KeyError: the task has no such score.
        """
        for score in self.scores:
            if score.name == name:
                return score.value
        raise KeyError(name)

    def names(self) -> tuple[str, ...]:
        """Return the names of the scores."""
        return tuple(score.name for score in self.scores)

    def plain(self) -> dict[str, float]:
        """Return the JSON object that ``recount evaluate`` prints."""
        return {score.name: score.value for score in self.scores}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Scores, the predictions they rest on, and the errors as a person reads them."""

    scores: Scores
    rows: tuple[Row, ...]
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How a task is run: which part of its data, and how many documents at most.

    ``split`` is a name of the task ("dev"); ``limit`` takes the first documents only, for
    a quick look. ``link`` may be off where accounts alone are scored.
    """

    split: str | None = None
    limit: int | None = None
    link: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """One task of ``recount evaluate``: what it measures, on which splits, and how it is run."""

    name: str
    summary: str
    run: Callable[[Path, Options], Outcome]
    splits: tuple[str, ...] = ("dev",)

    def split(self, options: Options) -> str:
        """Return the split that the options ask for, by default the first.

        Raises:
            UsageError: the task has no such split.
        """
        if options.split is None:
            return self.splits[0]
        if options.split not in self.splits:
            known = ", ".join(self.splits)
            raise UsageError(f"The task {self.name} has no split {options.split}; it has {known}.")
        return options.split


def share(right: float, total: float) -> float:
    """Return ``right / total``, 0.0 when there is nothing to share.

    >>> share(1, 3)
    0.3333
    """
    return round(right / total, DECIMALS) if total > 0 else 0.0


def f_measure(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall (F1)."""
    return share(2 * precision * recall, precision + recall)


def prf(right: int, found: int, gold: int, prefix: str = "") -> tuple[Score, Score, Score]:
    """Return precision, recall and F1 from the numbers of right, found and gold things."""
    precision, recall = share(right, found), share(right, gold)
    both = share(2 * right, found + gold)
    return (
        Score(f"{prefix}precision", precision, found),
        Score(f"{prefix}recall", recall, gold),
        Score(f"{prefix}f1", both, gold),
    )


def is_dev(key: str, modulus: int = DEV_MODULUS) -> bool:
    """Return whether a key belongs to dev, by the rule of the data README."""
    import hashlib

    return (
        int(hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest(), 16) % (modulus)
        == 0
    )


def first_of(things: Sequence[Any], limit: int | None) -> Sequence[Any]:
    """Return the first ``limit`` things, all of them for ``None``."""
    return things if limit is None else things[:limit]


def need(path: Path) -> Path:
    """Return the path when it exists.

    Raises:
        UsageError: it does not.
    """
    if not path.exists():
        raise UsageError(f"There is no data for this task at {path}.")
    return path


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write predictions as JSON lines.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row.plain(), ensure_ascii=False, sort_keys=True) + "\n")


def read_lines(path: Path) -> list[Any]:
    """Return the objects of a JSON Lines file, gzip when its name ends so.

    Raises:
        UsageError: the file is absent or not JSON Lines.
    """
    import gzip

    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(need(path), "rt", encoding="utf-8") as lines:
        try:
            return [json.loads(line) for line in lines if line.strip()]
        except json.JSONDecodeError as error:
            raise UsageError(f"{path} is not JSON Lines: {error}") from error
