"""From the scores of the heads to drafts: groups of triggers with the words that belong to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.at_protest import at_protest
from recount.extract.learned.beside import Grouping, holders, is_told_before
from recount.extract.learned.cases import in_one_entry
from recount.extract.learned.coordinated import (
    are_coordinated,
    of_other_half,
    told_apart,
    told_together,
)
from recount.extract.learned.entry_days import Entry
from recount.extract.learned.figures import COUNT_TAGS, Figure
from recount.extract.learned.groups import group
from recount.extract.learned.own_day import own_day_triggers, own_days_apart
from recount.extract.learned.peers import Linked, peer_features
from recount.extract.learned.round_up import told_apart_in_round_up
from recount.extract.learned.settings import Decoding
from recount.extract.learned.turns import pointed_back, turned
from recount.extract.rules.governed import governed
from recount.extract.rules.memory import is_news
from recount.extract.rules.scan import Sentence, lies_in, overlaps
from recount.model import Account, Mention, Realis, Span
from recount.resources.encoder.labels import REALIS
from recount.resources.encoder.pairs import PairTables, pair_logits, probability
from recount.resources.encoder.reading import FoundSpan, TextReading

ROLE_TAGS = ("perpetrator", "target", "victim", "place", "site", "time", "weapon")
EVENT_PLACE = "event_place"
ROLE_OF: dict[str, str] = {
    "perpetrator_individual": "perpetrator",
    "perpetrator_organisation": "perpetrator",
    "physical_target": "target",
    "victim_name": "victim",
    EVENT_PLACE: "place",
}
"""Tags that other sets taught, with the role in which their words are linked."""


_WHOLE = frozenset({"physical_target", "victim_name", "weapon"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What parts a text: looked for once, asked by all who join or part incidents.

    Attributes:
        items: the items of lists.
        past: stretches that tell of the past behind the news, or of another incident in passing.
        spread: sentences that spread what they count over incidents told one by one elsewhere.
        sentences: all sentences, in order, with what the finders found in them.
        asides: those of ``past`` that tell in passing.
        entries: the entries of a list that open with their day.
        headed: the entries, of whatever list, that are there for one incident each.
    """

    items: tuple[Span, ...] = ()
    past: tuple[Span, ...] = ()
    spread: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    asides: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()
    headed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Belonging:
    """Words under a tag that belong to a draft, with the probability that they do."""

    tag: str
    span: FoundSpan
    chance: float
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An account in the making: its triggers, the surest one first, and what belongs to them.

    ``echoes`` are words too faint to tell of an incident by themselves that tell of this one.
    """

    triggers: tuple[FoundSpan, ...]
    words: tuple[Belonging, ...]
    echoes: tuple[FoundSpan, ...] = ()

    def under(self, *tags: str) -> tuple[Belonging, ...]:
        """Return the words under some tags, in order of the text."""
        found = [one for one in self.words if one.tag in tags]
        return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def draft_accounts(
    reading: TextReading,
    tables: PairTables,
    decoding: Decoding,
    figures: Sequence[Figure],
    ruled: Sequence[Account] = (),
    parts: Parts | None = None,
) -> tuple[Draft, ...]:
    """Return the drafts of a text, in order of their first triggers.

    Args:
        reading: what the heads say of the text.
        tables: weights of pair scores.
        decoding: thresholds.
        figures: the figures of people in the text.
        ruled: the accounts that the rules tell of; what they hold for one incident is likelier one.
        parts: what parts the text; what two parts tell of are two incidents.
    """
    parts = Parts() if parts is None else parts
    triggers = _with_coordinated(reading, found_triggers(reading, decoding), ruled)
    single = [one for one in triggers if not lies_in(one, parts.spread)]
    if len(single) > 0:
        triggers = single
        figures = [one for one in figures if not lies_in(one.span, parts.spread)]
    elif len(single) == 0:
        parts = replace(parts, spread=())  # the sum is all that there is
    if len(triggers) == 0:
        return ()
    links = links_of_triggers(reading, tables, decoding, triggers, figures)
    links = {tag: _within_parts(tag, linked, triggers, parts) for tag, linked in links.items()}
    links = {tag: _own_half(reading.text, linked, triggers) for tag, linked in links.items()}
    same = same_scores(reading, tables, decoding, triggers, links, ruled)
    same = same + turned(reading, triggers) + told_apart(reading.text, triggers)
    same = same + told_together(reading.text, triggers) + pointed_back(reading, triggers)
    same = same + at_protest(reading, parts.sentences, triggers)
    same = same + in_one_entry(parts.headed, parts.sentences, triggers)
    same = same + own_days_apart(reading.text, parts.sentences, triggers)
    same = same + told_apart_in_round_up(reading.text, parts.sentences, triggers, links)
    same = np.where(_fact_and_plan(reading, triggers), same - np.float32(_APART), same)
    same = np.where(_apart(triggers, triggers, parts), np.float32(-_NEVER), same)
    groups = group(same, decoding.same)
    elsewhere = [
        figure
        for figure in figures
        if _held_by_others(figure, triggers, ruled) or _is_of_the_past(figure, triggers, parts)
    ]
    passing = own_day_triggers(reading.text, parts.sentences, triggers)
    told = Grouping(tuple(triggers), groups, parts.sentences, passing)
    words = _words(decoding, told, links, figures, elsewhere)
    others = _triggers_of_others(triggers, ruled)
    echoes = _echoes(reading, tables, decoding, triggers, groups, parts, others)
    return tuple(
        Draft(
            _surest_first([triggers[at] for at in members]),
            tuple(words[number]),
            tuple(echoes[number]),
        )
        for number, members in enumerate(groups)
    )


def _echoes(
    reading: TextReading,
    tables: PairTables,
    decoding: Decoding,
    triggers: Sequence[FoundSpan],
    groups: Sequence[Sequence[int]],
    parts: Parts,
    others: Sequence[Mention],
) -> list[list[FoundSpan]]:
    """Return, for each group, the fainter triggers that tell of its incident.

    They make no incident of their own, so that a much lower threshold does no harm.
    """
    found: list[list[FoundSpan]] = [[] for _ in groups]
    marked: list[FoundSpan | Mention] = [*triggers, *others]
    taken = {at for one in marked for at in range(one.start, one.end)}
    faint = [
        span
        for span in found_triggers(reading, decoding, decoding.echo)
        if taken.isdisjoint(range(span.start, span.end)) and not lies_in(span, parts.spread)
    ]
    if len(faint) == 0:
        return found
    every = [*triggers, *faint]
    peer = peer_scores(reading, tables, every)[len(triggers) :, : len(triggers)]
    peer = np.where(_apart(faint, triggers, parts), np.float32(-_NEVER), peer)
    for span, scores in zip(faint, peer, strict=True):
        means = [float(scores[list(members)].mean()) for members in groups]
        best = int(np.argmax(means))
        if means[best] >= decoding.echo_same:
            found[best].append(span)
    return found


def found_triggers(
    reading: TextReading, decoding: Decoding, least: float | None = None
) -> list[FoundSpan]:
    """Return the triggers of a text that do not stand in clutter.

    Args:
        reading: what the heads say of the text.
        decoding: thresholds.
        least: probability from which on words are a trigger; ``None``: that of ``decoding``.
    """
    sure = decoding.tag("trigger") if least is None else least
    found = [
        span
        for span in reading.spans("trigger", min(sure, decoding.unreal))
        if _clutter(reading, span) < decoding.clutter
        and (span.score >= sure or _is_unreal(reading, span))
    ]
    faint = [
        span
        for span in reading.spans("trigger", _FAINT)
        if _clutter(reading, span) < decoding.clutter
        and not any(overlaps(span, one) for one in found)
        and (
            governed(reading.text, span.start, span.end) in _AHEAD
            or any(are_coordinated(reading.text, span, one) for one in found)
        )
    ]
    return sorted([*found, *faint], key=lambda span: span.start)


def _with_coordinated(
    reading: TextReading, triggers: Sequence[FoundSpan], ruled: Sequence[Account]
) -> list[FoundSpan]:
    """Add the triggers of the rules that stand beside one of the heads ("and a bomb in Velm")."""
    named = [
        FoundSpan(t.start, t.end, *reading.token_range(t.start, t.end), _RULED)
        for account in ruled
        for t in account.triggers
        if t.label not in COUNT_TAGS and not any(overlaps(t, one) for one in triggers)
    ]
    beside = {
        span for span in named if any(are_coordinated(reading.text, span, one) for one in triggers)
    }
    return sorted([*triggers, *beside], key=lambda span: span.start)


_RULED = 0.5
"""Chance of a trigger that the rules find and the heads do not."""


def _fact_and_plan(reading: TextReading, triggers: Sequence[FoundSpan]) -> NDArray[np.bool_]:
    """Return which pairs are of something ahead or remembered and something that happened."""
    ruled = [governed(reading.text, one.start, one.end) for one in triggers]
    ahead = np.asarray([one in _NOT_YET for one in ruled])
    actual = REALIS.index(Realis.ACTUAL)
    fact = np.asarray(
        [
            (rule is None and reading.mean_class("realis", one.start, one.end)[actual] >= _SURELY)
            or is_news(reading.text, one.start, one.end)
            for rule, one in zip(ruled, triggers, strict=True)
        ]
    )
    pairs: NDArray[np.bool_] = (ahead[:, None] & fact[None, :]) | (fact[:, None] & ahead[None, :])
    return pairs


_NOT_YET = frozenset({Realis.PLANNED, Realis.THREATENED, Realis.HYPOTHETICAL, Realis.COMMEMORATED})
_SURELY = 0.8
_APART = 0.35
"""Raw score against a plan and a fact being one incident. MUC-4 dev reads 0.499 with it, 0.497 at
0.5 and 0.495 at 2, where the tuning documents read the same at 0.5 and 2."""
_FAINT = 0.05
"""Least chance of a trigger that words beside it hold for planned, threatened, tried or foiled, or
that "and" joins to another."""
_AHEAD = frozenset({Realis.PLANNED, Realis.THREATENED, Realis.ATTEMPTED, Realis.FOILED})


def _is_unreal(reading: TextReading, span: FoundSpan) -> bool:
    """Whether what is told is no fact, by the heads or by the words that govern it."""
    told = reading.mean_class("realis", span.start, span.end)
    if float(told[REALIS.index(Realis.ACTUAL)]) < _FACT:
        return True
    return governed(reading.text, span.start, span.end) is not None


_FACT = 0.4
"""Chance to be a fact below which a trigger is none."""


def peer_scores(
    reading: TextReading, tables: PairTables, triggers: Sequence[FoundSpan]
) -> NDArray[np.float32]:
    """Return the heads' raw score of each pair of triggers, alike in both directions."""
    named = [(span, "trigger") for span in triggers]
    same = pair_logits(tables.peer, reading.peer, reading, named, named)
    return np.asarray((same + same.T) / 2, dtype=np.float32)


def same_scores(
    reading: TextReading,
    tables: PairTables,
    decoding: Decoding,
    triggers: Sequence[FoundSpan],
    links: Mapping[str, Linked],
    ruled: Sequence[Account],
) -> NDArray[np.float32]:
    """Return the raw score of each pair of triggers to tell of one incident."""
    peer = peer_scores(reading, tables, triggers)
    if len(decoding.peers) == 0:
        return peer
    features = peer_features(reading, triggers, peer, links, ruled)
    return np.asarray(features @ np.asarray(decoding.peers, dtype=np.float32), np.float32)


def links_of_triggers(
    reading: TextReading,
    tables: PairTables,
    decoding: Decoding,
    triggers: Sequence[FoundSpan],
    figures: Sequence[Figure],
) -> dict[str, Linked]:
    """Return the words under each tag with their chances to belong to each trigger."""
    found: dict[str, Linked] = {}
    for tag in (*COUNT_TAGS, *ROLE_TAGS, *ROLE_OF):
        told = [figure.span for figure in figures if figure.tag == tag]
        spans = told if tag in COUNT_TAGS else _spans(reading, decoding, tag)
        if len(spans) > 0:
            logits = pair_logits(
                tables.link,
                reading.link,
                reading,
                [(span, "trigger") for span in triggers],
                [(span, ROLE_OF.get(tag, tag)) for span in spans],
            )
            found[tag] = Linked(tuple(spans), probability(logits))
    return found


def _surest_first(spans: Sequence[FoundSpan]) -> tuple[FoundSpan, ...]:
    best = max(spans, key=lambda span: (span.score, -span.start))
    return (best, *(span for span in spans if span is not best))


def _clutter(reading: TextReading, span: FoundSpan) -> float:
    return reading.mean_between("clutter", span.first, span.last)


_NEVER = 50.0
"""Raw score against two triggers that no other score outweighs."""


def _items_of(spans: Sequence[FoundSpan], items: Sequence[Span]) -> NDArray[np.int64]:
    """Return the number of the list item that holds each span; -1: none."""
    starts = [item.start for item in items]
    found = [bisect_right(starts, span.start) - 1 for span in spans]
    held = [
        at if at >= 0 and span.start < items[at].end else -1
        for at, span in zip(found, spans, strict=True)
    ]
    return np.asarray(held, dtype=np.int64)


def _in_two_items(
    ones: Sequence[FoundSpan], others: Sequence[FoundSpan], items: Sequence[Span]
) -> NDArray[np.bool_]:
    """Return (ones, others): whether two spans stand in different items of a list."""
    left, right = _items_of(ones, items)[:, None], _items_of(others, items)[None]
    told: NDArray[np.bool_] = (left >= 0) & (right >= 0) & (left != right)
    return told


def _apart(
    ones: Sequence[FoundSpan], others: Sequence[FoundSpan], parts: Parts
) -> NDArray[np.bool_]:
    """Return (ones, others): whether two spans stand in two parts of the text."""
    past = _items_of(ones, parts.past)[:, None] != _items_of(others, parts.past)[None]
    told: NDArray[np.bool_] = _in_two_items(ones, others, parts.items) | past
    return told


def _is_of_the_past(figure: Figure, triggers: Sequence[FoundSpan], parts: Parts) -> bool:
    """Whether a figure stands in a stretch of the past in which no trigger does."""
    (home,) = _items_of([figure.span], parts.past)
    return bool(home >= 0 and not (_items_of(triggers, parts.past) == home).any())


def _within_parts(tag: str, linked: Linked, triggers: Sequence[FoundSpan], parts: Parts) -> Linked:
    """Return links without those between items; people of the past are not those of the news."""
    if tag in COUNT_TAGS or tag == "victim":
        apart = _apart(triggers, linked.spans, parts)
    else:
        apart = _in_two_items(triggers, linked.spans, parts.items)
    return Linked(linked.spans, np.where(apart, np.float32(0.0), linked.chances))


def _own_half(text: str, linked: Linked, triggers: Sequence[FoundSpan]) -> Linked:
    """Return links without those across the "and" of "a raid in Velm and a blast in Tarn"."""
    apart = of_other_half(text, triggers, linked.spans)
    return Linked(linked.spans, np.where(apart, np.float32(0.0), linked.chances))


def _triggers_of_others(triggers: Sequence[FoundSpan], ruled: Sequence[Account]) -> list[Mention]:
    """Return the triggers of the incidents that only the rules tell of."""
    return [
        one
        for account in ruled
        if not any(overlaps(one, other) for one in account.triggers for other in triggers)
        for one in account.triggers
    ]


def _held_by_others(
    figure: Figure, triggers: Sequence[FoundSpan], ruled: Sequence[Account]
) -> bool:
    """Whether the rules give a figure to an incident that the heads found no trigger of."""
    holders = [
        account
        for account in ruled
        if any(overlaps(figure.span, link.mention) for link in account.links)
    ]
    return len(holders) > 0 and not any(
        overlaps(one, other)
        for account in holders
        for one in account.triggers
        for other in triggers
    )


def _words(
    decoding: Decoding,
    told: Grouping,
    links: Mapping[str, Linked],
    figures: Sequence[Figure],
    elsewhere: Sequence[Figure],
) -> list[list[Belonging]]:
    found: list[list[Belonging]] = [[] for _ in told.groups]
    for tag, linked in links.items():
        chances = np.stack([linked.chances[list(one)].max(axis=0) for one in told.groups])
        if tag in COUNT_TAGS:
            counted = [figure for figure in figures if figure.tag == tag]
            for at, holder in enumerate(holders(told, linked.spans, chances, decoding.link(tag))):
                sole = len(told.groups) == 1 and counted[at] not in elsewhere
                home = 0 if sole else holder
                if home is not None and counted[at] in elsewhere:
                    # Another incident's people are this one's only where the heads say so, or
                    # where the paragraph told of it before.
                    sure = chances[home, at] >= decoding.link(tag)
                    home = home if sure or is_told_before(told, home, linked.spans[at]) else None
                if home is not None:
                    chance = float(chances[home, at])
                    found[home].append(Belonging(tag, linked.spans[at], chance, counted[at]))
            continue
        for number, at in zip(*np.nonzero(chances >= decoding.link(tag)), strict=True):
            found[number].append(Belonging(tag, linked.spans[at], float(chances[number, at])))
    return found


def _spans(reading: TextReading, decoding: Decoding, tag: str) -> Sequence[FoundSpan]:
    """Return the spans under a tag; event places only where no place is found in the words."""
    # Two fillers never touch: what looks like the begin of another is one name in pieces.
    spans = reading.spans(tag, decoding.tag(tag), split=tag not in _WHOLE)
    if tag != EVENT_PLACE:
        return spans
    places = reading.spans("place", decoding.tag("place"))
    return [s for s in spans if not any(p.first <= s.last and s.first <= p.last for p in places)]
