"""The task ``aliases``: whether two mentions mean the same actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, share
from recount.evaluation.mentions.gold import CORPORA, Item, Pair, actors, load
from recount.evaluation.mentions.read import contexts
from recount.model import ActorValue, Span
from recount.resolve.actor_same import same_actor
from recount.resolve.context import Context

LABELS = CORPORA / "aliases" / "aliases.jsonl"


@dataclass(frozen=True, slots=True)
class PairRow:
    """What was predicted for one pair; ``None``: no named actor was found there.

    ``same``: both have the same named actor, or one takes up the words of the other.
    """

    id: str
    one: str | None
    other: str | None
    same: bool

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {"id": self.id, "one": self.one, "other": self.other, "same": self.same}


def run(path: Path, options: Options) -> Outcome:
    """Resolve both mentions of every pair and compare.

    Raises:
        UsageError: the labels are absent, or not those that are pinned.
    """
    items = load(path, Options("made", options.limit), LABELS, actors)
    found = contexts([item for item, _ in items])
    rows = tuple(predict(found[item.id], item, gold.other) for item, gold in items)
    golds = [gold for _, gold in items]
    return Outcome(Scores("aliases", "made", score(golds, rows)), rows, tuple(counts(golds, rows)))


def predict(context: Context, item: Item, other: Span) -> PairRow:
    """Return the actors that the product finds at both mentions."""
    same = same_actor(context.actors, item.mention, other)
    return PairRow(item.id, _actor(context, item.mention), _actor(context, other), same)


def _actor(context: Context, span: Span) -> str | None:
    """The named actor; "gunmen" twice are not thereby the same gunmen."""
    value = context.actors.resolve(span).value
    return value.actor if isinstance(value, ActorValue) and not value.generic else None


def score(golds: Sequence[Pair], rows: Sequence[PairRow]) -> tuple[Score, ...]:
    """Return the accuracy, over all pairs, those of one actor, and those of two."""
    rights = [(gold.same, gold.same == row.same) for gold, row in zip(golds, rows, strict=True)]
    return (
        _share("accuracy", [right for _, right in rights]),
        _share("same_right", [right for same, right in rights if same]),
        _share("different_right", [right for same, right in rights if not same]),
    )


def _share(name: str, rights: Sequence[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def counts(golds: Sequence[Pair], rows: Sequence[PairRow]) -> Iterator[str]:
    """Yield numbers of things, never the things."""
    found: dict[str, Counter[bool]] = {}
    for gold, row in zip(golds, rows, strict=True):
        found.setdefault(gold.why, Counter())[gold.same == row.same] += 1
    for why, told in sorted(found.items()):
        yield f"{why}: {told[True]} right, {told[False]} wrong"
