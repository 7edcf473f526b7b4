"""Drafts become accounts: type, realis, scope, links, claims and a calibrated confidence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.coordinated import are_coordinated
from recount.extract.learned.drafts import Draft
from recount.extract.learned.fuse import Found
from recount.extract.learned.kinds import BLASTS, kind_of, scope_of, throws_bomb
from recount.extract.learned.positions import own_doers, positions_of
from recount.extract.learned.settings import Decoding
from recount.extract.learned.spoken import Told
from recount.extract.learned.words import Page, effects_of, links_of, said_of
from recount.extract.rules.counts import find_counts
from recount.extract.rules.governed import governed
from recount.extract.rules.memory import is_news
from recount.extract.rules.realis import judge_realis
from recount.extract.rules.scan import overlaps
from recount.model import (
    Account,
    IncidentType,
    Mention,
    MentionRole,
    Realis,
    Scope,
    SegmentKind,
    Span,
)
from recount.resources.encoder.labels import REALIS, SCOPES, TYPES
from recount.resources.encoder.reading import FoundSpan, TextReading

_NEAR = 1e-4


def build_account(page: Page, draft: Draft, decoding: Decoding, positions: Told) -> Found:
    """Return the account that a draft makes, and how sure its type is.

    Args:
        page: the document under reading.
        draft: triggers and what belongs to them.
        decoding: thresholds and calibration.
        positions: what sentences of the text say of this incident's doers.
    """
    reading, document = page.reading, page.scan.document
    types = _types(page, draft)
    told = SCOPES[int(np.argmax(_mean(reading, "scope", draft.triggers)))]
    scope = scope_of(page, draft, told)
    likeliest = TYPES[int(np.argmax(types))]
    kind = kind_of(page, draft, likeliest, scope)
    settled = _is_settled(page, draft, kind, likeliest)
    chance = 1.0 if settled or scope is Scope.ACCIDENT else float(types.max())
    triggers = tuple(
        Mention(one.start, one.end, MentionRole.TRIGGER, kind.value)
        for one in sorted(draft.triggers, key=lambda one: not _in_body(page, one.start))
    )
    triggers = (*triggers, *effects_of(page, draft))
    echoes = tuple(Mention(e.start, e.end, MentionRole.TRIGGER, kind.value) for e in draft.echoes)
    links = own_doers(page, links_of(page, draft), positions)
    account = Account(
        id=Account.id_of(document.id, document.rendition, triggers),
        document=document.id,
        rendition=document.rendition,
        triggers=triggers,
        type=kind,
        realis=_realis(page, draft),
        scope=scope,
        links=links,
        # Whoever is charged over an accident is seldom held responsible for a deed: 17 of 184.
        claims=() if scope is Scope.ACCIDENT else positions_of(page, links, positions),
        extent=_extent(page, draft),
        confidence=_confidence(draft, float(types.max()), decoding),
        attribution=said_of(page, triggers[0].start, triggers[0].end),
        on_civilians=round(_on_civilians(reading, draft), 3),
    )
    return Found(account, chance, echoes)


def _is_settled(page: Page, draft: Draft, kind: IncidentType, likeliest: IncidentType) -> bool:
    """Whether the words leave no doubt of a type: what the rules hold for it does not count."""
    if kind is IncidentType.GRENADE and throws_bomb(page, draft):
        return True
    return kind is not likeliest and not {kind, likeliest} <= BLASTS


def _mean(reading: TextReading, head: str, spans: Sequence[FoundSpan]) -> NDArray[np.float32]:
    """Return the mean of a head over the triggers, surer ones weighing more."""
    told = np.stack([reading.mean_class(head, span.start, span.end) for span in spans])
    weights = np.asarray([span.score for span in spans], dtype=np.float32)
    mean: NDArray[np.float32] = (told * weights[:, None]).sum(axis=0) / weights.sum()
    return mean


def _in_body(page: Page, start: int) -> bool:
    """Whether words stand in the report's own text, not in its headline or a caption."""
    sentence = page.sentence_at(start)
    return sentence is not None and sentence.segment.kind in _OWN_TEXT


_OWN_TEXT = frozenset({SegmentKind.BODY, SegmentKind.LIST_ITEM, SegmentKind.QUOTATION})


def _types(page: Page, draft: Draft) -> NDArray[np.float32]:
    """Return the chance of each type: that of the heads, and of the lexicon where it is specific.

    MUC-4's keys say of a blast no more than that it was one, so that the heads know the kinds
    of blast less well than their words tell them.
    """
    told = _mean(page.reading, "type", draft.triggers)
    for span in draft.triggers:
        sentence = page.sentence_at(span.start)
        for trigger in () if sentence is None else sentence.triggers:
            if overlaps(trigger, span) and not trigger.generic:
                told[TYPES.index(trigger.type)] += _LEXICON / len(draft.triggers)
    whole: NDArray[np.float32] = told / told.sum()
    return whole


_LEXICON = 0.6
"""Weight of a specific word of the lexicon beside the heads' probabilities."""


def _realis(page: Page, draft: Draft) -> Realis:
    """Return the realis that the words beside the triggers give, else that of the heads.

    Where the heads are not sure that it happened, and nothing governs it, cue words decide.
    """
    ruled = _governed(page, draft)
    if ruled is not None:
        return ruled
    told = _mean(page.reading, "realis", draft.triggers)
    best = REALIS[int(np.argmax(told))]
    news = any(is_news(page.text, one.start, one.end) for one in draft.triggers)
    if news and best is Realis.COMMEMORATED:
        return Realis.ACTUAL
    if best is Realis.ATTEMPTED and _told_beside_another(page, draft):
        return Realis.ACTUAL
    if best is not Realis.ACTUAL or told[REALIS.index(Realis.ACTUAL)] >= _SURE_THAT_ACTUAL:
        return best
    main = draft.triggers[0]
    sentence = page.sentence_at(main.start)
    if sentence is None:
        return best
    counts = find_counts(page.text, sentence, sentence.start, sentence.end)
    cued, _ = judge_realis(
        page.scan, sentence, [_Named(main.start, main.end)], counts, sentence.start, sentence.end
    )
    return cued


_SURE_THAT_ACTUAL = 0.9


def _told_beside_another(page: Page, draft: Draft) -> bool:
    """Whether "and" joins it to another incident with its own place, whose verb it shares."""
    main = draft.triggers[0]
    sentence = page.sentence_at(main.start)
    return sentence is not None and any(
        are_coordinated(page.text, one, main) for one in sentence.triggers
    )


def _governed(page: Page, draft: Draft) -> Realis | None:
    """Return what the words beside most triggers, the surer ones weighing more, make of it."""
    votes: dict[Realis | None, float] = defaultdict(float)
    for span in draft.triggers:
        votes[governed(page.text, span.start, span.end)] += span.score
    best = max((one for one in votes if one is not None), key=lambda one: votes[one], default=None)
    least = _SOME if best is Realis.ATTEMPTED else _MOST
    if best is None or votes[best] < least * sum(votes.values()):
        return None
    return best


_MOST = 0.5
"""Share of the triggers, by their scores, that has to be governed."""
_SOME = 0.3
"""The same of an attempt, which is told of as an attack beside."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A trigger as the cues of realis look at it: where it stands."""

    start: int
    end: int


def _on_civilians(reading: TextReading, draft: Draft) -> float:
    """Return the mean over the triggers and the people and things hit."""
    spans = [*draft.triggers, *(w.span for w in draft.under("victim", "target", "perpetrator"))]
    told = [float(reading.mean_class("terror", span.start, span.end)[1]) for span in spans]
    return sum(told) / len(told)


def _extent(page: Page, draft: Draft) -> Span:
    homes = [page.sentence_at(one.start) for one in draft.triggers]
    told = [home for home in homes if home is not None]
    body = [home for home in told if not home.heading] or told
    if len(body) == 0:
        return Span(draft.triggers[0].start, draft.triggers[0].end)
    return Span(min(home.start for home in body), max(home.end for home in body))


def _confidence(draft: Draft, type_chance: float, decoding: Decoding) -> float:
    """Return the calibrated chance that the account is right.

    The raw one weighs the surest trigger, the surest type, and how much belongs to it.
    """
    evidence = min(1.0, len(draft.words) / 5)
    raw = 0.5 * draft.triggers[0].score + 0.25 * type_chance + 0.25 * evidence
    raw = min(1 - _NEAR, max(_NEAR, raw))
    slope, offset = decoding.calibration
    return round(1 / (1 + math.exp(-(slope * math.log(raw / (1 - raw)) + offset))), 3)
