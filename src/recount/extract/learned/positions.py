"""Positions on responsibility: what the rules hear in sentences, and who is told as the doer.

The rules read positions on named groups well ("the Front claimed the attack"). What they miss
is everybody who is told as the doer in somebody else's words: "police said that a man opened
fire" blames a man, "the suspect" is suspected, and who pleads not guilty denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recount.extract.learned.drafts import Draft
from recount.extract.learned.stances import beside, does, is_told, names_anybody
from recount.extract.learned.words import Page
from recount.extract.rules.scan import Ranged, overlaps
from recount.extract.rules.sides import asserted, claims_of
from recount.extract.rules.tallies import to_attribution
from recount.model import Attribution, Claim, Link, LinkRole, Mention, Span, Stance
from recount.resources.voices.fights import FIGHTING


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of one incident's doers, and where.

    Attributes:
        claims: positions that sentences take on the incident.
        others: the sentences that tell of other incidents only.
        deeds: the words for the incident.
    """

    claims: tuple[Claim, ...]
    others: frozenset[int]
    deeds: tuple[Span, ...]


def positions_of(page: Page, links: Sequence[Link], told: Told) -> tuple[Claim, ...]:
    """Return the positions on an incident.

    Args:
        page: the document under reading.
        links: the incident's links.
        told: positions that sentences take on it, and which sentences tell of it.
    """
    claims = list(told.claims)
    made = tuple(link for link in links if link.role is LinkRole.PERPETRATOR)
    own = [
        link
        for link in made
        if _is_own(page, link, told) and not _is_harmed(link, links) and not _is_open(page, link)
    ]
    for link in made:
        claims.extend(claim for claim in _heard(page, link) if not _covered(claim, claims))
    for link in own:
        claims.extend(c for c in _by_words(page, link, told) if not _covered(c, claims))
    plain = tuple(link for link in made if not any(_names(claim, link) for claim in claims))
    told_once = _without_repeats(page.text, claims)
    return tuple(dict.fromkeys((*told_once, *asserted(plain, page.scan))))


def _without_repeats(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out positions of words inside those of the same position, and of a short name.

    "Rebels of the Front" and "the Front" in them are one party, and so are "the Front, TF,".
    """
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda one: one.words.start - one.words.end):
        if not any(
            _is_within(claim, one) or _is_short_name(text, one, claim.words) for one in kept
        ):
            kept.append(claim)
    return [claim for claim in claims if claim in kept]


def _is_within(claim: Claim, other: Claim) -> bool:
    return claim.stance is other.stance and other.words.contains(claim.words)


_SHORT_NAME = re.compile(
    r"\s?[(\[]\s?(?:[A-Z][A-Z-]{1,7})\b|,\s(?P<initials>[A-Z][A-Z-]{1,7})(?=,)"
)


def _is_short_name(text: str, claim: Claim, words: Span) -> bool:
    """Whether words are the short name that stands behind a name ("the Ashen Front (AF)")."""
    after = _SHORT_NAME.match(text, claim.words.end)
    if after is None or not (claim.words.end <= words.start and words.end <= after.end()):
        return False
    letters = {word[0] for word in claim.words.of(text).split()}
    return after["initials"] is None or set(after["initials"]) <= letters


def _is_own(page: Page, link: Link, told: Told) -> bool:
    """Whether a doer stands in no sentence that tells of other incidents only."""
    sentence = page.sentence_at(link.mention.start)
    return sentence is None or sentence.index not in told.others


def _is_open(page: Page, link: Link) -> bool:
    """Whether the sentence says that the deed is unclaimed ("X has not claimed the attack")."""
    sentence = page.sentence_at(link.mention.start)
    claims = () if sentence is None else sentence.claims
    return any(claim.stance is Stance.UNCLAIMED for claim in claims)


def _is_harmed(link: Link, links: Sequence[Link]) -> bool:
    """Whether the incident's own words hold a doer more surely for somebody harmed."""
    return any(
        other.role in _HARMED
        and other.confidence > link.confidence
        and overlaps(other.mention, link.mention)
        for other in links
    )


_HARMED = frozenset({LinkRole.VICTIM, LinkRole.KILLED, LinkRole.WOUNDED, LinkRole.CASUALTIES})


def _heard(page: Page, link: Link) -> Iterator[Claim]:
    """Yield the positions that a perpetrator's own sentence takes on it.

    "He blamed the Front for both attacks" speaks of each incident that the Front belongs to.
    """
    sentence = page.sentence_at(link.mention.start)
    for claim in () if sentence is None else claims_of(page.text, sentence):
        if _names(claim, link):
            yield claim


def _by_words(page: Page, link: Link, told: Told) -> Iterator[Claim]:
    """Yield what the words around a doer say of its part, by cues and who speaks."""
    said = link.attribution or _said_by_rules(page, link.mention)
    by = said.source if said is not None else None
    of_speaker = by is not None and _is_of_speaker(page.text, link.mention)
    if of_speaker and _in_a_fight(page, link.mention):
        return
    own = by is not None and (
        overlaps(by, link.mention) or of_speaker or _is_own_force(page, by, link.mention)
    )
    stance = Stance.CLAIMED if own else _stance(page, link, by, told.deeds)
    if stance in {Stance.ASSERTED, Stance.UNCLAIMED}:
        return
    yield Claim(
        stance=stance,
        words=Span(link.mention.start, link.mention.end),
        actor=by if of_speaker else link.mention,
        cue=said.cue if said is not None else None,
        by=None if stance is Stance.CLAIMED and own else by,
        confidence=_SURE,
    )


def _said_by_rules(page: Page, mention: Mention) -> Attribution | None:
    """Return who is said to say the words around a mention, as the rules read its sentence."""
    sentence = page.sentence_at(mention.start)
    found = () if sentence is None else sentence.attributions
    around = [
        one
        for one in found
        if one.content is not None
        and one.content.start <= mention.start
        and mention.end <= one.content.end
    ]
    return None if len(around) == 0 else to_attribution(around[-1])


def _is_of_speaker(text: str, doer: Mention) -> bool:
    """Whether the speaker says so of its own ("its troops")."""
    if _OF_SPEAKER.match(text, doer.start, doer.end) is not None:
        return True
    return _ITS.search(text, max(0, doer.start - _ITS_REACH), doer.start) is not None


_ARMS = re.compile(
    r"\b(?:army|armed forces|military|air force|navy|troops|soldiers|warplanes|aircraft|battalion|"
    r"brigade|garrison|marines|coast guard)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:the|an?|of|its|their|sources?|spokes(?:m[ae]n|wom[ae]n)|officials?|general|staff|high|"
    r"commands?|commanders?|press|committee|and)\b",
    re.IGNORECASE,
)
"""Words beside a force's name that do not say whose it is."""
_NAMED_BEFORE = re.compile(r"\b(?!(?:The|An?|Its|Our)\b)[A-Z][a-z][\w-]*\s$")
"""A name right before a force that says whose it is ("Northland warplanes")."""


def _is_own_force(page: Page, by: Mention, doer: Mention) -> bool:
    """Whether a military source tells of a force of its own ("the army said the air force …").

    One that is told by a name of its own ("Northern warplanes") is not that of a nameless army.
    """
    if _NAMED_BEFORE.search(page.text, max(0, doer.start - _ITS_REACH), doer.start):
        return False
    names = [Span(one.start, one.end).of(page.text) for one in (by, doer)]
    if not all(_ARMS.search(name) for name in names) or _in_a_fight(page, doer):
        return False
    one, other = (set(_WHOSE.sub(" ", _ARMS.sub(" ", name)).lower().split()) for name in names)
    return len(other) == 0 or one == other


_OF_SPEAKER = re.compile(r"(?:its|our|we)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|our)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ITS_REACH = 30
_IN_FIGHT = re.compile(rf"\b(?:{FIGHTING}|lost|foil(?:ed|s)|thwart(?:ed|s))\b", re.IGNORECASE)


def _in_a_fight(page: Page, doer: Mention) -> bool:
    """Whether a party tells of its own in a fight ("its patrol clashed"): that claims no attack."""
    sentence = page.sentence_at(doer.start)
    return sentence is not None and _IN_FIGHT.search(page.text, doer.end, sentence.end) is not None


def _is_named(page: Page, link: Link, by: Mention | None, deeds: Sequence[Span]) -> bool:
    """Whether somebody other than the outlet tells of a doer that it did the deed."""
    doer = link.mention.span
    sentence = page.sentence_at(doer.start)
    if sentence is None or names_anybody(doer.of(page.text)):
        return False
    span = Span(sentence.start, sentence.end)
    if any(overlaps(doer, one) for one in sentence.weapons):
        return False  # "magnetic mines killed two" names no doer
    if by is None and not is_told(page.text, span, doer):
        return False
    own = (deed for deed in deeds if overlaps(span, deed))
    done: list[Ranged] = [*own, *sentence.effects, *sentence.triggers]
    if len(done) == 0:  # "It was the work of the Front, he said" tells of no deed again
        groups = [one for one in sentence.actors if not one.generic]
        return by is not None and any(overlaps(doer, one) for one in groups)
    return does(page.text, doer, done)


_SURE = 0.6


def _stance(page: Page, link: Link, by: Mention | None, deeds: Sequence[Span]) -> Stance:
    """Return the stance that the words beside a doer tell of, else that of who tells of it.

    What the outlet says in its own voice is asserted, whatever the heads hold of it.
    """
    stance = beside(page.text, link.mention.span)
    if stance is not None:
        return stance
    return Stance.BLAMED if _is_named(page, link, by, deeds) else Stance.ASSERTED


def _names(claim: Claim, link: Link) -> bool:
    return claim.actor is not None and overlaps(claim.actor, link.mention)


def _covered(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        one.actor is not None and claim.actor is not None and overlaps(one.actor, claim.actor)
        for one in claims
    )


def told_of(page: Page, drafts: Sequence[Draft]) -> tuple[Told, ...]:
    """Return, for each draft, the positions that sentences take on it, and where it is told.

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
    every = {index for indices in homes for index in indices}
    return tuple(
        Told(
            tuple(claims),
            frozenset(every - set(own)),
            tuple(Span(one.start, one.end) for one in (*draft.triggers, *draft.echoes)),
        )
        for claims, own, draft in zip(found, homes, drafts, strict=True)
    )


_SAID_WITHIN = 6
"""Sentences after an incident within which "the group denied it" still speaks of it."""


_BOTH = re.compile(
    r"\b(?:either|neither|both|each|any)\s+(?:of\s+(?:the\s+|these\s+|those\s+)?(?:two\s+)?)?"
    r"(?:attacks?|assaults?|bombings?|bombs?|blasts?|explosions?|strikes?|killings?|murders?|"
    r"raids?|ambush(?:es)?|shootings?|kidnappings?|abductions?|incidents?|them)\b|"
    r"\b(?:the|these|those)\s+(?:two\s+)?(?:attacks|assaults|bombings|bombs|blasts|explosions|strikes|"
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
