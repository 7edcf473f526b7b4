"""Drafts become accounts: type, realis, scope, links, claims and a calibrated confidence."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.drafts import Draft
from recount.extract.learned.fuse import Found
from recount.extract.learned.settings import Decoding
from recount.extract.learned.words import Page, effects_of, links_of, said_of
from recount.extract.rules.counts import find_counts
from recount.extract.rules.realis import judge_realis
from recount.extract.rules.sides import asserted, claims_of
from recount.model import (
    Account,
    Claim,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    SegmentKind,
    Span,
    Stance,
)
from recount.resources.encoder.labels import REALIS, SCOPES, STANCES, TYPES
from recount.resources.encoder.reading import FoundSpan, TextReading

_NEAR = 1e-4


def build_account(page: Page, draft: Draft, decoding: Decoding, said: Sequence[Claim]) -> Found:
    """Return the account that a draft makes, and how sure its type is.

    Args:
        page: the document under reading.
        draft: triggers and what belongs to them.
        decoding: thresholds and calibration.
        said: positions on responsibility that other words of the text take on this incident.
    """
    reading, document = page.reading, page.scan.document
    types = _types(page, draft)
    kind = _kind_of_blast(page, draft, TYPES[int(np.argmax(types))])
    triggers = tuple(
        Mention(one.start, one.end, MentionRole.TRIGGER, kind.value)
        for one in sorted(draft.triggers, key=lambda one: not _in_body(page, one.start))
    )
    triggers = (*triggers, *effects_of(page, draft))
    links = links_of(page, draft)
    account = Account(
        id=Account.id_of(document.id, document.rendition, triggers),
        document=document.id,
        rendition=document.rendition,
        triggers=triggers,
        type=kind,
        realis=_realis(page, draft),
        scope=SCOPES[int(np.argmax(_mean(reading, "scope", draft.triggers)))],
        links=links,
        claims=_claims(page, links, said),
        extent=_extent(page, draft),
        confidence=_confidence(draft, float(types.max()), decoding),
        attribution=said_of(page, triggers[0].start, triggers[0].end),
        on_civilians=round(_on_civilians(reading, draft), 3),
    )
    return Found(account, float(types.max()))


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
            if trigger.start < span.end and span.start < trigger.end and not trigger.generic:
                told[TYPES.index(trigger.type)] += _LEXICON / len(draft.triggers)
    whole: NDArray[np.float32] = told / told.sum()
    return whole


_BLASTS: tuple[tuple[IncidentType, re.Pattern[str]], ...] = (
    (
        IncidentType.SUICIDE_BOMB,
        re.compile(r"suicid|bomber\b|(?:blew|blow(?:s|ing)?) (?:him|her|them)sel", re.IGNORECASE),
    ),
    (IncidentType.GRENADE, re.compile(r"grenade", re.IGNORECASE)),
    (
        IncidentType.AIR_STRIKE,
        re.compile(
            r"\bair\b|air-?(?:strike|raid|craft)|drone|jets?\b|war-?planes?|planes?\b|helicopter|"
            r"bombers\b|strafe",
            re.IGNORECASE,
        ),
    ),
    (
        IncidentType.SHELLING,
        re.compile(r"shell|mortar|artiller|rocket|missile|cannon|bazooka", re.IGNORECASE),
    ),
)
"""Words that tell which kind of blast it was; without any it was a bomb or mine."""
_BLAST_TYPES = frozenset({kind for kind, _ in _BLASTS} | {IncidentType.REMOTE_EXPLOSIVE})


def _kind_of_blast(page: Page, draft: Draft, kind: IncidentType) -> IncidentType:
    """Return the kind of blast that the words of the triggers' sentences tell of.

    MUC-4's keys, most of what the heads learned blasts from, do not tell the kinds apart.
    """
    if kind not in _BLAST_TYPES:
        return kind
    homes = {home.index: home for t in draft.triggers if (home := page.sentence_at(t.start))}
    told = " ".join(page.text[home.start : home.end] for home in homes.values())
    return next(
        (one for one, words in _BLASTS if words.search(told)), IncidentType.REMOTE_EXPLOSIVE
    )


_LEXICON = 0.6
"""Weight of a specific word of the lexicon beside the heads' probabilities."""


def _realis(page: Page, draft: Draft) -> Realis:
    """Return the surest realis; where the heads are not sure that it happened, cue words decide."""
    told = _mean(page.reading, "realis", draft.triggers)
    best = REALIS[int(np.argmax(told))]
    if best is not Realis.ACTUAL or told[REALIS.index(Realis.ACTUAL)] >= _SURE_THAT_ACTUAL:
        return best
    main = draft.triggers[0]
    sentence = page.sentence_at(main.start)
    if sentence is None:
        return best
    counts = find_counts(page.text, sentence, sentence.start, sentence.end)
    ruled, _ = judge_realis(
        page.scan, sentence, [_Named(main.start, main.end)], counts, sentence.start, sentence.end
    )
    return ruled


_SURE_THAT_ACTUAL = 0.9


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


def _claims(page: Page, links: Sequence[Link], said: Sequence[Claim]) -> tuple[Claim, ...]:
    claims = list(said)
    made = tuple(link for link in links if link.role is LinkRole.PERPETRATOR)
    for link in made:
        claims.extend(claim for claim in _heard(page, link) if not _covered(claim, claims))
    plain = tuple(link for link in made if not any(_names(claim, link) for claim in claims))
    named = [*claims, *asserted(plain, page.scan)]
    if len(named) > 0:
        return tuple(dict.fromkeys(named))
    # Where a group is named, "gunmen" and "the attackers" are its own and no position besides.
    for link in made:
        claim = _by_stance(page, link)
        if claim is not None and not _covered(claim, claims):
            claims.append(claim)
    return tuple(dict.fromkeys(claims))


def _heard(page: Page, link: Link) -> Iterator[Claim]:
    """Yield the positions that a perpetrator's own sentence takes on it.

    "He blamed the Front for both attacks" speaks of each incident that the Front belongs to.
    """
    sentence = page.sentence_at(link.mention.start)
    for claim in () if sentence is None else claims_of(page.text, sentence):
        if _names(claim, link):
            yield claim


def _by_stance(page: Page, link: Link) -> Claim | None:
    """Return the position that the heads read on a perpetrator, if it is not the outlet's own.

    The rules read positions on named groups well; the heads add those on people without a
    name, and whoever is named in what somebody else says.
    """
    sentence = page.sentence_at(link.mention.start)
    named = () if sentence is None else tuple(a for a in sentence.actors if not a.generic)
    if any(a.start < link.mention.end and link.mention.start < a.end for a in named):
        return None
    told = page.reading.mean_class("stance", link.mention.start, link.mention.end)
    stance = STANCES[int(np.argmax(told))]
    by = link.attribution.source if link.attribution is not None else None
    cue = link.attribution.cue if link.attribution is not None else None
    own = by is not None and _same(by, link.mention)
    if stance is Stance.ASSERTED and by is not None and not own:
        stance = Stance.BLAMED  # somebody else than the doer names the doer
    if stance in {Stance.ASSERTED, Stance.UNCLAIMED}:
        return None
    return Claim(
        stance=stance,
        words=Span(link.mention.start, link.mention.end),
        actor=link.mention,
        cue=cue,
        by=None if stance is Stance.CLAIMED and own else by,
        confidence=round(float(told[STANCES.index(stance)]), 3),
    )


def _same(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _names(claim: Claim, link: Link) -> bool:
    return claim.actor is not None and _same(claim.actor, link.mention)


def _covered(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        one.stance is claim.stance
        and one.actor is not None
        and claim.actor is not None
        and _same(one.actor, claim.actor)
        for one in claims
    )


def said_elsewhere(page: Page, drafts: Sequence[Draft]) -> tuple[tuple[Claim, ...], ...]:
    """Return, for each draft, the positions on responsibility that sentences take on it.

    A sentence speaks of the incident it tells of, else of the one told last before it.
    """
    found: list[list[Claim]] = [[] for _ in drafts]
    homes = [
        sorted({home.index for t in draft.triggers if (home := page.sentence_at(t.start))})
        for draft in drafts
    ]
    for sentence in page.scan.sentences:
        if len(sentence.claims) == 0 or len(drafts) == 0:
            continue
        at = _spoken_of(sentence.index, homes)
        if at is not None:
            found[at].extend(claims_of(page.text, sentence))
    return tuple(tuple(claims) for claims in found)


_SAID_WITHIN = 6
"""Sentences after an incident within which "the group denied it" still speaks of it."""


def _spoken_of(index: int, homes: Sequence[Sequence[int]]) -> int | None:
    gaps = [
        (index - home, at)
        for at, indices in enumerate(homes)
        for home in indices
        if 0 <= index - home <= _SAID_WITHIN
    ]
    return min(gaps)[1] if gaps else None
