"""The GTT metric: micro precision, recall and F1 over incident type and five roles.

A predicted filler is right when all of its strings are among those of one gold filler of the
aligned template. A filler that meets only an optional one, and a template aligned with an
optional one, count neither for nor against.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from recount.evaluation.assign import assign
from recount.evaluation.base import Score, share
from recount.evaluation.muc4.templates import Entity, Role, Template

TYPE = "incident_type"

NEUTRAL_WORTH = 0.3
"""What leaving one filler out of the count is worth beside one that is right (2.0: it counts
for precision and recall): about the F1 at which it breaks even."""

LEAST = 1e-6


@dataclass(slots=True)
class Numbers:
    """Right and all, on the side of the predictions and on that of the gold."""

    right_found: int = 0
    found: int = 0
    right_gold: int = 0
    gold: int = 0

    def add(self, other: Numbers) -> None:
        """Add the numbers of another document."""
        self.right_found += other.right_found
        self.found += other.found
        self.right_gold += other.right_gold
        self.gold += other.gold

    def scores(self, prefix: str = "") -> tuple[Score, Score, Score]:
        """Return precision, recall and F1."""
        precision = share(self.right_found, self.found)
        recall = share(self.right_gold, self.gold)
        both = share(2 * precision * recall, precision + recall)
        return (
            Score(f"{prefix}precision", precision, self.found),
            Score(f"{prefix}recall", recall, self.gold),
            Score(f"{prefix}f1", both, self.gold),
        )


@dataclass(slots=True)
class Counted:
    """Numbers for the type and for each role."""

    of: dict[str, Numbers] = field(
        default_factory=lambda: {name: Numbers() for name in (TYPE, *(r.value for r in Role))}
    )

    def add(self, other: Counted) -> None:
        """Add the numbers of another document."""
        for name, numbers in other.of.items():
            self.of[name].add(numbers)

    def whole(self) -> Numbers:
        """Return the sum over type and roles."""
        total = Numbers()
        for numbers in self.of.values():
            total.add(numbers)
        return total


def score(counted: Counted) -> tuple[Score, ...]:
    """Return the micro scores, then those of the type and of each role."""
    scores = list(counted.whole().scores())
    for name, numbers in counted.of.items():
        scores.extend(numbers.scores(f"{name}_"))
    return tuple(scores)


def count(documents: Iterable[tuple[tuple[Template, ...], tuple[Template, ...]]]) -> Counted:
    """Return the numbers over pairs of predicted and gold templates, document by document."""
    total = Counted()
    for predicted, gold in documents:
        total.add(count_document(predicted, gold))
    return total


def count_document(predicted: tuple[Template, ...], gold: tuple[Template, ...]) -> Counted:
    """Return the numbers of one document under its best alignment of templates."""
    counted = Counted()
    mine: dict[int, int] = dict(align(predicted, gold))
    for at, template in enumerate(predicted):
        if at in mine:
            _count_pair(counted, template, gold[mine[at]])
        else:
            _count_found(counted, template)
    for at, template in enumerate(gold):
        if at not in mine.values() and not template.optional:
            _count_missed(counted, template)
    return counted


def align(
    predicted: tuple[Template, ...], gold: tuple[Template, ...]
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of templates that give the most right; types must agree."""
    worth = [[_worth(mine, theirs) for theirs in gold] for mine in predicted]
    return assign(worth, LEAST)


def _worth(mine: Template, theirs: Template) -> float:
    if mine.types.isdisjoint(theirs.types):
        return 0.0
    if theirs.optional:
        return NEUTRAL_WORTH * (1 + sum(len(entities) for _, entities in mine.roles))
    pair = Counted()
    _count_pair(pair, mine, theirs)
    total = pair.whole()
    left_out = 1 + sum(len(entities) for _, entities in mine.roles) - total.found
    return total.right_found + total.right_gold + NEUTRAL_WORTH * left_out


def _count_pair(counted: Counted, mine: Template, theirs: Template) -> None:
    if theirs.optional:
        return
    counted.of[TYPE].add(Numbers(1, 1, 1, 1))
    for role in Role:
        numbers = counted.of[role.value]
        required = [entity for entity in theirs.of(role) if not entity.optional]
        optional = [entity for entity in theirs.of(role) if entity.optional]
        for entity in mine.of(role):
            if _meets_any(entity, required):
                numbers.add(Numbers(right_found=1, found=1))
            elif not _meets_any(entity, optional):
                numbers.add(Numbers(found=1))
        for wanted in required:
            hit = any(_meets(entity, wanted) for entity in mine.of(role))
            numbers.add(Numbers(right_gold=int(hit), gold=1))


def _meets(mine: Entity, theirs: Entity) -> bool:
    return mine.mentions <= theirs.mentions


def _meets_any(mine: Entity, theirs: Iterable[Entity]) -> bool:
    return any(_meets(mine, entity) for entity in theirs)


def _count_found(counted: Counted, template: Template) -> None:
    counted.of[TYPE].add(Numbers(found=1))
    for role, entities in template.roles:
        counted.of[role.value].add(Numbers(found=len(entities)))


def _count_missed(counted: Counted, template: Template) -> None:
    counted.of[TYPE].add(Numbers(gold=1))
    for role, entities in template.roles:
        required = sum(not entity.optional for entity in entities)
        counted.of[role.value].add(Numbers(gold=required))
