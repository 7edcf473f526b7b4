"""The scores of the ``incidents`` task, from an alignment. Definitions: docs/evaluation.md."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from recount.evaluation.base import Score, share
from recount.evaluation.incidents.align import Alignment, Pair, same_name, same_settlement
from recount.evaluation.incidents.gold import Facts, GoldCount
from recount.evaluation.incidents.shown import Shown, ShownCount
from recount.model import CountValue, ResolvedTally, SegmentKind

_TALLY_MEASURES = {
    "attacks on Taliban": "attacks",
    "fighters killed or captured": "killed_or_captured",
}
_BESIDE = (SegmentKind.CLUTTER.value, SegmentKind.CAPTION.value)


@dataclass(frozen=True, slots=True)
class FileTally:
    """A tally as the product shows it, with the name of its file."""

    file: str
    tally: ResolvedTally


def score(
    facts: Facts, alignment: Alignment, shown: tuple[Shown, ...], tallies: tuple[FileTally, ...]
) -> tuple[Score, ...]:
    """Return all scores; the six of the contract first."""
    pairs = alignment.pairs
    wrong = len(alignment.spurious) + len(alignment.counted)
    return (
        Score("recall", share(len(pairs), len(facts.incidents)), len(facts.incidents)),
        Score("precision", share(len(pairs), len(pairs) + wrong), len(pairs) + wrong),
        _share("day_exact", [day_is_exact(pair) for pair in pairs]),
        _share("killed_exact", counts_exact(pairs, "killed")),
        groups_found(facts, pairs),
        false_groups(facts, pairs),
        _share("wounded_exact", counts_exact(pairs, "wounded")),
        _share("arrested_exact", counts_exact(pairs, "arrested")),
        _share("killed_bounds", bounds_exact(pairs, "killed")),
        _share("place_exact", [place_is_exact(pair) for pair in pairs]),
        _share("province_exact", [province_is_exact(pair) for pair in pairs]),
        _share("type_exact", [pair.account.type == pair.gold.type for pair in pairs]),
        *responsibility(facts, pairs),
        tallies_found(facts, tallies),
        Score(
            "set_aside_counted", float(len(alignment.counted)), len(facts.set_aside), ceiling=True
        ),
        Score("clutter", float(len(clutter(shown))), len(shown), ceiling=True),
    )


def _share(name: str, rights: list[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def day_is_exact(pair: Pair) -> bool:
    """Whether first and last day are those of the gold; both unknown is right too."""
    account, gold = pair.account, pair.gold
    return account.start == gold.start and account.end == gold.end


def counts_exact(pairs: tuple[Pair, ...], kind: str) -> list[bool]:
    """Whether the account's own figure is the gold's own, for each pair where either states one.

    A gold incident whose only figures of the kind are parts or rivals is left out.
    """
    rights = []
    for pair in pairs:
        right = count_is_exact(pair, kind)
        if right is not None:
            rights.append(right)
    return rights


def count_is_exact(pair: Pair, kind: str) -> bool | None:
    """Return whether the primary figure of a kind is right, ``None`` when it cannot be said."""
    gold, ours = pair.gold.own(kind), pair.account.primary(kind)
    if len(gold) == 0:
        if ours is None or any(count.kind == kind for count in pair.gold.counts):
            return None
        return False
    return ours is not None and any(same_number(ours.value, count) for count in gold)


def same_number(ours: CountValue, gold: GoldCount) -> bool:
    """Return whether two figures say the same number.

    The number is the value, or the low of a vague word ("dozens": 24). A gold figure
    without a number ("several") is met by any figure with the low of its qualifier.
    """
    bounds = gold.bounds()
    wanted = gold.number if gold.number is not None else None if bounds is None else bounds.low
    stated = ours.value if ours.value is not None else ours.low
    return wanted is not None and stated == wanted


def bounds_exact(pairs: tuple[Pair, ...], kind: str) -> list[bool]:
    """Whether low, value and high are all those that DESIGN's table gives to the gold's words."""
    rights = []
    for pair in pairs:
        gold, ours = pair.gold.own(kind), pair.account.primary(kind)
        if len(gold) > 0:
            rights.append(ours is not None and any(_same_bounds(ours, count) for count in gold))
    return rights


def _same_bounds(ours: ShownCount, gold: GoldCount) -> bool:
    bounds, value = gold.bounds(), ours.value
    return bounds is not None and (value.low, value.value, value.high) == (
        bounds.low,
        bounds.value,
        bounds.high,
    )


def place_is_exact(pair: Pair) -> bool:
    """Whether the finest level that the gold names (settlement, province, country) agrees."""
    place, gold = pair.account.place, pair.gold
    if gold.settlement is not None:
        return same_settlement(pair.account, gold.settlement)
    if gold.province is not None:
        return province_is_exact(pair)
    if gold.country is not None:
        return place is not None and place.country == gold.country
    return place is None or (place.admin1 is None and place.name is None)


def province_is_exact(pair: Pair) -> bool:
    """Whether the province agrees; where the gold names none, ours must name none."""
    place, gold = pair.account.place, pair.gold
    stated = None if place is None else place.admin1
    if gold.province is None or stated is None:
        return gold.province is None and stated is None
    return same_name(stated, gold.province)


def groups_found(facts: Facts, pairs: tuple[Pair, ...]) -> Score:
    """Return the share of groups that are not optional whose accounts stand in one incident."""
    incident_of = {pair.gold.id: pair.account.incident for pair in pairs}
    wanted = [group for group in facts.groups if not group.optional]
    found = [
        all(gold in incident_of for gold in group.ids)
        and len({incident_of[gold] for gold in group.ids}) == 1
        for group in wanted
    ]
    return _share("groups_found", found)


def false_groups(facts: Facts, pairs: tuple[Pair, ...]) -> Score:
    """Return the number of pairs of different gold incidents that share one of our incidents."""
    together = {
        frozenset(two) for group in facts.groups for two in combinations(sorted(group.ids), 2)
    }
    wrong = fused(pairs, together)
    return Score("false_groups", float(len(wrong)), len(pairs), ceiling=True)


def fused(pairs: tuple[Pair, ...], together: set[frozenset[str]]) -> list[tuple[Pair, Pair]]:
    """Return the pairs of alignments that share an incident but stand in no common group."""
    return [
        (left, right)
        for left, right in combinations(pairs, 2)
        if left.account.incident == right.account.incident
        and frozenset((left.gold.id, right.gold.id)) not in together
    ]


def responsibility(facts: Facts, pairs: tuple[Pair, ...]) -> tuple[Score, Score]:
    """Return recall and precision over pairs of actor and stance of aligned incidents."""
    gold_total = ours_total = right = 0
    for pair in pairs:
        gold = {(_actor(facts, r.actor), r.stance) for r in pair.gold.responsibility}
        ours = {(_actor(facts, actor), stance) for actor, stance in pair.account.responsibility}
        gold_total += len(gold)
        ours_total += len(ours)
        right += len(gold & ours)
    return (
        Score("responsibility_recall", share(right, gold_total), gold_total),
        Score("responsibility_precision", share(right, ours_total), ours_total),
    )


def _actor(facts: Facts, name: str | None) -> str | None:
    return None if name is None else facts.actor(name)


def tallies_found(facts: Facts, tallies: tuple[FileTally, ...]) -> Score:
    """Return the share of gold tallies that are shown with their measure and number."""
    return _share(
        "tallies_found",
        [tally_is_found(gold.file, gold.measure, gold.number, tallies) for gold in facts.tallies],
    )


def tally_is_found(file: str, measure: str, number: int, tallies: tuple[FileTally, ...]) -> bool:
    """Return whether a tally of the file has this measure and number (as value or bound)."""
    wanted = _TALLY_MEASURES.get(measure, measure)
    return any(
        found.file == file
        and found.tally.measure.value == wanted
        and number in (found.tally.value.low, found.tally.value.value, found.tally.value.high)
        for found in tallies
    )


def clutter(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Return the accounts whose trigger stands in clutter, a caption or a list of headlines."""
    return tuple(account for account in shown if account.segment in _BESIDE)
