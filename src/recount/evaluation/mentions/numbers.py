"""The task ``numbers``: what one mention of a number counts, and its bounds.

The grammar says what the number counts; the chain's reading of figures says how many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, share
from recount.evaluation.mentions.gold import CORPORA, PEOPLE, SPLITS, Item, Number, load, number
from recount.evaluation.mentions.read import contexts, shared
from recount.model import (
    Account,
    CountValue,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Property,
    Realis,
    Scope,
    Span,
)
from recount.resolve.context import Context
from recount.resolve.counted import read_counted
from recount.resolve.figures import count_drafts
from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import Quantity

LABELS = CORPORA / "numbers" / "numbers.jsonl"
_NUMBERED = re.compile(r"\d")
_NOBODY_OR_PAIR = re.compile(r"(?:no\b|no-one|nobody|none|any\b|both|pair|couple)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """What was predicted for one item; ``figure`` is what the chain makes of it as a count."""

    id: str
    people: bool
    kind: str
    figure: tuple[int | None, int | None, int | None]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        low, value, high = self.figure
        return {
            "id": self.id,
            "people": self.people,
            "kind": self.kind,
            "low": low,
            "value": value,
            "high": high,
        }


def run(path: Path, options: Options) -> Outcome:
    """Read every mention and compare; PATH is the folder of all data.

    Raises:
        UsageError: labels or texts are absent, or not those that were labelled.
    """
    split = options.split if options.split is not None else SPLITS[0]
    items = load(path, options, LABELS, number)
    found = contexts([item for item, _ in items])
    rows = tuple(predict(found[item.id], item, gold.counts) for item, gold in items)
    golds = [gold for _, gold in items]
    return Outcome(Scores("numbers", split, score(golds, rows)), rows, tuple(counts(golds, rows)))


def predict(context: Context, item: Item, counts: Property | None) -> NumberRow:
    """Return what the product reads at a mention.

    Args:
        context: the document's resolvers.
        item: the mention.
        counts: of what a reader marks it as a count; ``None``: of the dead, which is not scored.
    """
    role = LinkRole.KILLED if counts is None else LinkRole(counts.value)
    quantity = quantity_at(item.text, item.mention)
    if quantity is None:
        told = _told_without_number(item.text, item.mention)
        kind = "people" if told else "none"
        return NumberRow(item.id, told, kind, figure(context, item.mention, role))
    start = min(item.mention.start, quantity.start)
    words = Span(start, max(item.mention.end, quantity.end))
    kind = quantity.kind.value
    return NumberRow(item.id, kind in PEOPLE, kind, figure(context, words, role))


def quantity_at(text: str, mention: Span) -> Quantity | None:
    """Return the quantity of the text whose number shares most with the mention, if any does.

    Of equals the first is taken: "a farmer and his two sons" begins with one.
    """
    over = [
        (shared(mention, q.number_start, q.number_end), q)
        for q in find_quantities(text)
        if shared(mention, q.number_start, q.number_end) > 0
    ]
    return max(over, key=lambda both: both[0])[1] if len(over) > 0 else None


def _told_without_number(text: str, mention: Span) -> bool:
    """Whether words without a number tell of people: somebody, nobody, both."""
    words = mention.of(text)
    if _NUMBERED.search(words) is not None:
        return False
    items = read_counted(text, mention.start, mention.end)
    if any(item.person for item in items):
        return True
    return len(items) > 0 and _NOBODY_OR_PAIR.search(words) is not None


def figure(
    context: Context, words: Span, role: LinkRole
) -> tuple[int | None, int | None, int | None]:
    """Return the bounds that the chain states when a reader marks these words as such a count."""
    mention = Mention(words.start, words.end, MentionRole.QUANTITY)
    account = Account(
        id="",
        document=context.document.id,
        rendition=context.document.rendition,
        triggers=(mention,),
        type=IncidentType.OTHER,
        realis=Realis.ACTUAL,
        scope=Scope.UNCLEAR,
        links=(Link(role, mention),),
        claims=(),
        extent=words,
        confidence=1.0,
    )
    for draft in count_drafts(context, account):
        if draft.primary and isinstance(draft.value, CountValue):
            return draft.value.low, draft.value.value, draft.value.high
    return None, None, None


def is_right(gold: Number, row: NumberRow) -> bool:
    """Whether people are told from the rest, and of people harmed all three bounds are equal."""
    if gold.people != row.people:
        return False
    return gold.counts is None or gold.bounds == row.figure


def score(golds: Sequence[Number], rows: Sequence[NumberRow]) -> tuple[Score, ...]:
    """Return ``numbers_exact`` and what it is made of."""
    both = list(zip(golds, rows, strict=True))
    harmed = [(gold, row) for gold, row in both if gold.counts is not None]
    others = [(gold, row) for gold, row in both if gold.counts is None]
    return (
        _share("numbers_exact", [is_right(*one) for one in both]),
        _share("group", [gold.people == row.people for gold, row in both]),
        _share("counts_exact", [is_right(*one) for one in harmed]),
        _share("counts_figure_exact", [gold.bounds == row.figure for gold, row in harmed]),
        _share("others_exact", [is_right(*one) for one in others]),
        _share("kind", [_same_kind(gold, row) for gold, row in others]),
    )


def _same_kind(gold: Number, row: NumberRow) -> bool:
    return gold.kind == row.kind or (gold.kind in PEOPLE and row.people)


def _share(name: str, rights: Sequence[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def counts(golds: Sequence[Number], rows: Sequence[NumberRow]) -> Iterator[str]:
    """Yield numbers of things, never the things."""
    confused: Counter[tuple[str, str, str]] = Counter()
    for gold, row in zip(golds, rows, strict=True):
        told = gold.kind if gold.counts is None else gold.counts.value
        verdict = "right" if is_right(gold, row) else "wrong"
        confused[told, row.kind, verdict] += 1
    for (told, kind, verdict), times in sorted(confused.items()):
        yield f"{told} read as {kind}: {times} {verdict}"
