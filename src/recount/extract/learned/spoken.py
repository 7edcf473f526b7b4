"""Which incident a position on responsibility speaks of: the one told with it, else told last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recount.extract.learned.drafts import Draft
from recount.extract.learned.words import Page
from recount.extract.rules.entries import items_of
from recount.extract.rules.scan import Ranged, Sentence
from recount.extract.rules.sides import claims_of
from recount.model import Claim, Span, Stance
from recount.resources.grammar.incident_nouns import INCIDENT


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of one incident's doers, and where.

    Attributes:
        claims: positions that sentences take on the incident.
        others: the sentences that tell of other incidents only.
        elsewhere: in a list, the sentences of other items than the incident's own.
        later: the sentences before which another incident was told last.
        deeds: the words for the incident.
    """

    claims: tuple[Claim, ...]
    others: frozenset[int]
    elsewhere: frozenset[int]
    later: frozenset[int]
    deeds: tuple[Span, ...]


def told_of(page: Page, drafts: Sequence[Draft]) -> tuple[Told, ...]:
    """Return, for each draft, the positions that sentences take on it, and where it is told.

    A sentence speaks of the incident it tells of, else of the one told last before it.
    """
    found: list[list[Claim]] = [[] for _ in drafts]
    items = items_of(page.scan)
    homes = [_homes(page, draft, items) for draft in drafts]
    arrests = [_is_arrest(page.text, draft) for draft in drafts]
    speakable = [
        [] if arrest and not all(arrests) else _not_again(page, draft, home)
        for arrest, home, draft in zip(arrests, homes, drafts, strict=True)
    ]
    for sentence in page.scan.sentences:
        if len(sentence.claims) == 0 or len(drafts) == 0:
            continue
        item = items[sentence.index]
        for at, claim in _claimed(page, sentence, drafts, speakable):
            if any(items[home] == item for home in homes[at]):
                found[at].append(claim)
    every = {index for indices in homes for index in indices}
    return tuple(
        Told(
            tuple(claims),
            frozenset(every - set(own)),
            _elsewhere(own, items),
            _after_others(own, homes, page),
            tuple(Span(one.start, one.end) for one in (*draft.triggers, *draft.echoes)),
        )
        for claims, own, draft in zip(found, homes, drafts, strict=True)
    )


def _elsewhere(homes: Sequence[int], items: Mapping[int, int]) -> frozenset[int]:
    """Return the sentences of other items of a list than an incident's own."""
    own = {items[home] for home in homes}
    return frozenset(index for index, item in items.items() if item not in own)


def _after_others(own: Sequence[int], homes: Sequence[Sequence[int]], page: Page) -> frozenset[int]:
    """Return the sentences before which another incident than one was told last."""
    every = {index for indices in homes for index in indices}
    found: set[int] = set()
    last = -1
    for sentence in page.scan.sentences:
        last = sentence.index if sentence.index in every else last
        if last >= 0 and last not in own:
            found.add(sentence.index)
    return frozenset(found)


def _claimed(
    page: Page, sentence: Sentence, drafts: Sequence[Draft], speakable: Sequence[Sequence[int]]
) -> Iterator[tuple[int, Claim]]:
    """Yield the positions of a sentence with the drafts that they are on."""
    claims = claims_of(page.text, sentence)
    several = _BOTH.search(page.text, sentence.start, sentence.end)
    both = several is not None
    spoken = _spoken_of(sentence.index, speakable, many=_how_many(several))
    spoken = spoken if several is None else _of_kind(page.text, several.group(), spoken, drafts)
    told = spoken if both else _named_in(page, sentence, claims, drafts) or spoken
    here = [at for at, home in enumerate(speakable) if sentence.index in home]
    for claim in claims:
        near = [] if both or len(told) > 1 else _nearest(page.text, claim, drafts, here)
        for at in near or told:
            yield at, claim


def _homes(page: Page, draft: Draft, items: Mapping[int, int]) -> list[int]:
    """Return the sentences that tell of a draft; in a list, those of its surest word's item."""
    found = [home for t in draft.triggers if (home := page.sentence_at(t.start)) is not None]
    first = {items[one.index] for one in found[:1]}
    return sorted({one.index for one in found if items[one.index] in first})


def _not_again(page: Page, draft: Draft, homes: Sequence[int]) -> list[int]:
    """Leave out sentences that only take up an incident told before ("claimed that attack")."""
    again = {
        home.index
        for one in draft.triggers
        if (home := page.sentence_at(one.start)) is not None
        and len(home.claims) > 0
        and (
            _THAT.search(page.text, max(home.start, one.start - _THIS), one.end) is not None
            or (_is_far(home.index, homes) and _takes_up(page.text, one, home.start))
        )
    }
    return [home for home in homes if home not in again]


def _is_far(index: int, homes: Sequence[int]) -> bool:
    """Whether a sentence stands sentences behind the last that tells of the same incident."""
    return max((home for home in homes if home < index), default=index) < index - _FAR


def _takes_up(text: str, trigger: Ranged, low: int) -> bool:
    """Whether words name whatever was told last ("claimed credit for the action")."""
    return _THE.search(text, max(low, trigger.start - _THIS), trigger.end) is not None


_FAR = 4
_THE = re.compile(
    r"\bthe\s+(?:act|action|attack|crime|deed|incident|operation|assault|violence|raid)s?$",
    re.IGNORECASE,
)


_THAT = re.compile(rf"\bthat\s+{INCIDENT}\b", re.IGNORECASE)


def _is_arrest(text: str, draft: Draft) -> bool:
    """Whether a draft tells of an arrest: who is charged is so over what was told before it."""
    return all(_ARREST.search(text, one.start, one.end) for one in draft.triggers)


_ARREST = re.compile(
    r"arrest|detain|custody|captur|apprehend|\bheld\b|sentenc|trial", re.IGNORECASE
)


def _named_in(
    page: Page, sentence: Sentence, claims: Sequence[Claim], drafts: Sequence[Draft]
) -> list[int]:
    """Return the incidents that a claim names one after the other ("for … and for …")."""
    cue = next((one.cue for one in claims if one.stance in _OWN_VOICE and one.cue), None)
    if cue is None or _AND_FOR.search(page.text, cue.end, sentence.end) is None:
        return []
    named = [
        at
        for at, draft in enumerate(drafts)
        if any(cue.end <= t.start < sentence.end for t in draft.triggers)
    ]
    return named if len(named) > 1 else []


def _nearest(text: str, claim: Claim, drafts: Sequence[Draft], here: Sequence[int]) -> list[int]:
    """Return which of the incidents of one sentence a position is on; none: there is only one.

    "A raid came days after a bomb that the Front claimed": the one named behind the cue, else
    before it.
    """
    if len(here) < _SEVERAL or claim.cue is None:
        return []
    cue = claim.cue
    spans = [
        (one, at)
        for at in here
        for one in drafts[at].triggers
        if abs(one.start - cue.start) < _ONE_SENTENCE
        and _AGAIN.search(text, max(0, one.start - _THIS), one.start + _THIS) is None
    ]
    behind = [
        (one.start, at) for one, at in spans if cue.start <= one.start < cue.end + _OBJECT_REACH
    ]
    before = [(-one.start, at) for one, at in spans if one.start < cue.start]
    after = [(one.start, at) for one, at in spans if one.start >= cue.start]
    told = behind or before or after
    return [min(told)[1]] if len(told) > 0 else []


_SEVERAL = 2
_ONE_SENTENCE = 300
"""Characters between a cue and words of its own sentence."""
_THIS = 6
_AGAIN = re.compile(r"\b(?:that|this)\s", re.IGNORECASE)
"""What takes up an incident told before ("that blast"), whatever account holds it."""
_OBJECT_REACH = 25
"""Characters behind a cue in which what it speaks of is named ("claimed the raid")."""
_OWN_VOICE = frozenset({Stance.CLAIMED, Stance.DENIED})
_AND_FOR = re.compile(r"\band\b[^.;]{0,40}?\s(?:for|of)\s", re.IGNORECASE)
_SAID_WITHIN = 6
"""Sentences after an incident within which "the group denied it" still speaks of it."""


_BOTH = re.compile(
    r"\b(?:either|neither|both|each|any)\s+(?:of\s+(?:the\s+|these\s+|those\s+)?(?:two\s+)?)?"
    r"(?:attacks?|assaults?|bombings?|bombs?|blasts?|explosions?|strikes?|killings?|murders?|"
    r"raids?|ambush(?:es)?|shootings?|kidnappings?|abductions?|incidents?|them)\b|"
    r"\b(?:the|these|those)\s+(?:two\s+)?(?:attacks|assaults|bombings|bombs|blasts|explosions|strikes|"
    r"killings|murders|raids|ambushes|shootings|kidnappings|abductions|incidents)\b|"
    r"\bthese\s+(?:(?!\w+s\b)\w+\s+)?(?:actions|acts|crimes|deeds)\b|"
    r"\b(?:in|on|for|behind|of|claimed|denied)\s+all\s+(?:three|four|five)(?=\s*[,.;]|\s+(?:attacks|blasts|bombings|"
    r"cases|killings|incidents|raids|explosions)\b)",
    re.IGNORECASE,
)


def _how_many(several: re.Match[str] | None) -> int:
    """Return of how many incidents words speak ("both", "in all three"); 1: of one."""
    if several is None:
        return 1
    return next((many for word, many in _MANY.items() if word in several.group().lower()), 2)


_MANY = {"three": 3, "four": 4, "five": 5}


def _of_kind(text: str, several: str, told: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Leave out those of several incidents that are not of the kind named ("either blast")."""
    kind = next((kind for kind in _KINDS if kind.search(several)), None)
    kept = [
        at
        for at in told
        if kind is None
        or any(
            kind.search(text, t.start, t.end) for t in (*drafts[at].triggers, *drafts[at].echoes)
        )
    ]
    return kept or list(told)


_KINDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"blast|explo|bomb|blew|blow|went\s+off|go\s+off|deton|mine\b|\bIED|set\s+off|grenade|tore|ripped",
        r"kidnap|abduct|seized|taken|took|dragged|led\s+away|snatch",
    )
)


def _spoken_of(index: int, homes: Sequence[Sequence[int]], *, many: int) -> list[int]:
    """Return the incidents that a sentence speaks of: the one told last before it, or more."""
    before = {
        at: max(home for home in indices if home <= index)
        for at, indices in enumerate(homes)
        if any(home <= index for home in indices)
    }
    told = sorted(before, key=lambda at: (-before[at], at))
    return (
        told[:many] if many > 1 else [at for at in told[:1] if index - before[at] <= _SAID_WITHIN]
    )
