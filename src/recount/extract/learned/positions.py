"""Positions on responsibility: what the rules hear in sentences, and who is told as the doer.

The rules read positions on named groups well ("the Front claimed the attack"). What they miss
is everybody who is told as the doer in somebody else's words: "police said that a man opened
fire" blames a man, "the suspect" is suspected, and who pleads not guilty denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from recount.extract.learned.drafts import Draft
from recount.extract.learned.words import Page
from recount.extract.rules.sides import asserted, claims_of
from recount.model import Claim, Link, LinkRole, Mention, Span, Stance
from recount.resources.encoder.labels import STANCES


def positions_of(page: Page, links: Sequence[Link], said: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the positions on an incident.

    Args:
        page: the document under reading.
        links: the incident's links.
        said: positions that sentences take on this incident.
    """
    claims = list(said)
    made = tuple(link for link in links if link.role is LinkRole.PERPETRATOR)
    for link in made:
        claims.extend(claim for claim in _heard(page, link) if not _covered(claim, claims))
    for link in made:
        claims.extend(c for c in _told_of(page, link) if not _covered(c, claims))
    plain = tuple(link for link in made if not any(_names(claim, link) for claim in claims))
    return tuple(dict.fromkeys((*claims, *asserted(plain, page.scan))))


def _heard(page: Page, link: Link) -> Iterator[Claim]:
    """Yield the positions that a perpetrator's own sentence takes on it.

    "He blamed the Front for both attacks" speaks of each incident that the Front belongs to.
    """
    sentence = page.sentence_at(link.mention.start)
    for claim in () if sentence is None else claims_of(page.text, sentence):
        if _names(claim, link):
            yield claim


def _told_of(page: Page, link: Link) -> Iterator[Claim]:
    """Yield what the words around a doer say of its part, by cues, the heads and who speaks."""
    by = link.attribution.source if link.attribution is not None else None
    own = by is not None and _same(by, link.mention)
    stance = Stance.CLAIMED if own else _stance(page, link, by)
    if stance in {Stance.ASSERTED, Stance.UNCLAIMED}:
        return
    yield Claim(
        stance=stance,
        words=Span(link.mention.start, link.mention.end),
        actor=link.mention,
        cue=link.attribution.cue if link.attribution is not None else None,
        by=None if stance is Stance.CLAIMED and own else by,
        confidence=_SURE,
    )


_SURE = 0.6
_NEAR = 60
"""Characters beside a doer within which words speak of its part."""
_SUSPECTED = re.compile(
    r"\b(?:suspect(?:s|ed)?|alleged(?:ly)?|presumed|believed to be|thought to be|"
    r"person of interest|on suspicion of|possible)\b",
    re.IGNORECASE,
)
_SUSPECTED_AFTER = re.compile(
    r"[^.;\n]{0,30}\b(?:(?:is|was|are|were|been)\s+(?:being\s+)?(?:sought|wanted|suspected|"
    r"held|questioned)|on suspicion|could have|may have|might have)\b",
    re.IGNORECASE,
)
_BLAMED_AFTER = re.compile(
    r"[^.;\n]{0,30}\b(?:charged|accused|indicted|convicted|found guilty|pleaded guilty|sentenced|"
    r"facing (?:\w+ ){0,2}charges)\b",
    re.IGNORECASE,
)
_BLAMED_BEFORE = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|charg(?:ed|es|ing)|indicted|"
    r"(?:warrant|charges?)\b[^.;\n]{0,40}\b(?:for|against))\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"[^.;\n]{0,20}\b(?:denied|denies|plead(?:ed|s)? not guilty|pled not guilty|rejected)\b",
    re.IGNORECASE,
)


def _stance(page: Page, link: Link, by: Mention | None) -> Stance:
    """Return the stance that the words beside a doer tell of, else the heads, else the speaker."""
    start, end = link.mention.start, link.mention.end
    text = page.text
    before = text[max(0, start - _NEAR) : start]
    if _DENIED_AFTER.match(text, end):
        return Stance.DENIED
    if _BLAMED_BEFORE.search(before) or _BLAMED_AFTER.match(text, end):
        return Stance.BLAMED
    if _SUSPECTED.search(text, max(0, start - _BESIDE), end) or _SUSPECTED_AFTER.match(text, end):
        return Stance.SUSPECTED
    told = page.reading.mean_class("stance", start, end)
    stance = STANCES[int(np.argmax(told))]
    if stance in _HEADS_TELL:
        return stance
    return Stance.ASSERTED if by is None else Stance.BLAMED  # somebody else names the doer


_HEADS_TELL = frozenset({Stance.BLAMED, Stance.SUSPECTED})
"""What the heads are heard on; who claims and who denies is told by its own words."""


_BESIDE = 20
"""Characters before a doer within which "suspected" is said of it."""


def _same(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _names(claim: Claim, link: Link) -> bool:
    return claim.actor is not None and _same(claim.actor, link.mention)


def _covered(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        one.actor is not None and claim.actor is not None and _same(one.actor, claim.actor)
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
        claims = claims_of(page.text, sentence)
        both = _BOTH.search(page.text, sentence.start, sentence.end) is not None
        for at in _spoken_of(sentence.index, homes, both=both):
            found[at].extend(claims)
    return tuple(tuple(claims) for claims in found)


_SAID_WITHIN = 6
"""Sentences after an incident within which "the group denied it" still speaks of it."""


_BOTH = re.compile(
    r"\b(?:either|neither|both|each|any)\s+(?:of\s+(?:the\s+|these\s+|those\s+)?(?:two\s+)?)?"
    r"(?:attacks?|assaults?|bombings?|bombs?|blasts?|explosions?|strikes?|killings?|murders?|"
    r"raids?|ambush(?:es)?|shootings?|kidnappings?|abductions?|incidents?|them)\b|"
    r"\b(?:the|these|those)\s+two\s+(?:attacks|assaults|bombings|bombs|blasts|explosions|strikes|"
    r"killings|murders|raids|ambushes|shootings|kidnappings|abductions|incidents)\b",
    re.IGNORECASE,
)


def _spoken_of(index: int, homes: Sequence[Sequence[int]], *, both: bool) -> list[int]:
    """Return the incidents that a sentence speaks of: the one told last before it, or two."""
    before = {
        at: max(home for home in indices if home <= index)
        for at, indices in enumerate(homes)
        if any(home <= index for home in indices)
    }
    told = sorted(before, key=lambda at: (-before[at], at))
    return told[:2] if both else [at for at in told[:1] if index - before[at] <= _SAID_WITHIN]
