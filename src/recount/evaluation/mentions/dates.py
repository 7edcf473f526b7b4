"""The task ``dates``: the days that one expression of time names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, share
from recount.evaluation.mentions.gold import CORPORA, SPLITS, Days, Item, days, load
from recount.evaluation.mentions.read import contexts, shared
from recount.model import DateValue
from recount.resolve.context import Context

LABELS = CORPORA / "dates" / "dates.jsonl"


@dataclass(frozen=True, slots=True)
class DayRow:
    """What was predicted for one item; ``found`` is whether any expression was seen there."""

    id: str
    days: Days
    found: bool

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        start, end = self.days.start, self.days.end
        return {
            "id": self.id,
            "start": None if start is None else start.isoformat(),
            "end": None if end is None else end.isoformat(),
            "found": self.found,
        }


def run(path: Path, options: Options) -> Outcome:
    """Resolve every expression and compare; PATH is the folder of all data.

    Raises:
        UsageError: labels or texts are absent, or not those that were labelled.
    """
    split = options.split if options.split is not None else SPLITS[0]
    items = load(path, options, LABELS, days)
    found = contexts([item for item, _ in items])
    rows = tuple(predict(found[item.id], item) for item, _ in items)
    golds = [gold for _, gold in items]
    return Outcome(Scores("dates", split, score(golds, rows)), rows, tuple(counts(golds, rows)))


def predict(context: Context, item: Item) -> DayRow:
    """Return the days of the expression that shares most with the mention; none is no days."""
    over = [
        (shared(item.mention, start, end), -start)
        for start, end in context.times
        if shared(item.mention, start, end) > 0
    ]
    if len(over) == 0:
        return DayRow(item.id, Days(None, None), found=False)
    begins = -max(over)[1]
    end = max(end for start, end in context.times if start == begins)
    value = context.times[begins, end].value
    known = Days(value.start, value.end) if isinstance(value, DateValue) else Days(None, None)
    return DayRow(item.id, known, found=True)


def score(golds: Sequence[Days], rows: Sequence[DayRow]) -> tuple[Score, ...]:
    """Return ``dates_exact``, and the same over what can be known and what cannot."""
    both = list(zip(golds, rows, strict=True))
    known = [gold == row.days for gold, row in both if gold.start is not None]
    unknown = [gold == row.days for gold, row in both if gold.start is None]
    starts = [gold.start == row.days.start for gold, row in both if gold.start is not None]
    return (
        _share("dates_exact", [*known, *unknown]),
        _share("known_exact", known),
        _share("unknown_exact", unknown),
        _share("start_exact", starts),
    )


def _share(name: str, rights: Sequence[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def counts(golds: Sequence[Days], rows: Sequence[DayRow]) -> Iterator[str]:
    """Yield numbers of things, never the things."""
    found = Counter(_verdict(gold, row) for gold, row in zip(golds, rows, strict=True))
    for verdict, times in sorted(found.items()):
        yield f"{verdict}: {times}"


def _verdict(gold: Days, row: DayRow) -> str:
    if gold == row.days:
        return "right"
    if not row.found:
        return "no expression seen where days are known"
    if row.days.start is None:
        return "days known, read as unknown"
    if gold.start is None:
        return "days unknown, read as known"
    return "other days"
