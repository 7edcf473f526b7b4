"""Positions on responsibility: what the rules hear in sentences, and who is told as the doer.

The rules read positions on named groups well ("the Front claimed the attack"). What they miss
is everybody who is told as the doer in somebody else's words: "police said that a man opened
fire" blames a man, "the suspect" is suspected, and who pleads not guilty denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.learned.own_deeds import own_deeds
from recount.extract.learned.own_force import (
    does_its_duty,
    fights_attackers,
    in_a_fight,
    is_of_speaker,
    is_outlets_own,
    is_own_force,
)
from recount.extract.learned.spoken import Told
from recount.extract.learned.stances import beside, does, is_cleared, is_told
from recount.extract.learned.words import Page
from recount.extract.rules.scan import Ranged, overlaps
from recount.extract.rules.sides import answered, asserted, claims_of, is_on_anybody
from recount.extract.rules.tallies import to_attribution
from recount.model import Attribution, Claim, Link, LinkRole, Mention, Span, Stance
from recount.resources.voices.anybody import names_anybody


def own_doers(page: Page, links: Sequence[Link], told: Told) -> tuple[Link, ...]:
    """Leave out of an incident's links the doers of whom only other incidents are told.

    Args:
        page: the document under reading.
        links: the incident's links.
        told: which sentences tell of it, and which of others.
    """
    return tuple(
        link
        for link in links
        if link.role is not LinkRole.PERPETRATOR or not _is_of_others(page, link, told)
    )


def _is_of_others(page: Page, link: Link, told: Told) -> bool:
    """Whether a doer stands where another incident is told, and is not surely of this one.

    Before an incident is first told, what another does is that other's.
    """
    sentence = page.sentence_at(link.mention.start)
    if sentence is None or sentence.index not in told.later:
        return False
    first = min((deed.start for deed in told.deeds), default=0)
    return link.mention.end <= first or link.confidence < _SURELY_OWN


_SURELY_OWN = 0.45
"""Confidence of a doer by which it is an incident's own wherever it stands."""


def positions_of(page: Page, links: Sequence[Link], told: Told) -> tuple[Claim, ...]:
    """Return the positions on an incident.

    Args:
        page: the document under reading.
        links: the incident's links.
        told: positions that sentences take on it, and which sentences tell of it.
    """
    claims = list(told.claims)
    made = tuple(
        link
        for link in links
        if link.role is LinkRole.PERPETRATOR
        and not _is_nobody(page, link)
        and not _is_elsewhere(page, link, told)
    )
    own = [
        link
        for link in made
        if _is_own(page, link, told) and not _is_harmed(link, links) and not _is_open(page, link)
    ]
    for link in made:
        claims.extend(claim for claim in _heard(page, link) if not _covered(claim, claims))
    for link in own:
        claims.extend(
            c
            for c in _by_words(page, link, told)
            if not _covered(c, claims) and not _is_claimant(c, claims)
        )
    claims.extend(c for c in own_deeds(page, told.deeds) if not _covered(c, claims))
    plain = tuple(link for link in made if not any(_names(claim, link) for claim in claims))
    claims = [*_denials_of_all(page.text, claims), *claims]
    claims = [claim for claim in claims if not _is_deed(claim, told.deeds)]
    claims = _without_pronoun(page.text, claims)
    claims = [claim for claim in answered(claims) if not is_on_anybody(page.text, claim)]
    claims = [
        claim
        for claim in claims
        if not _befell(claim, links) and not _is_left_open(page.text, claim)
    ]
    told_once = _without_repeats(page.text, claims)
    return tuple(dict.fromkeys((*told_once, *asserted(plain, page.scan))))


def _without_repeats(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out positions of words inside those of the same position, and of a short name.

    "Rebels of the Front" and "the Front" in them are one party, and so are "the Front, TF,".
    """
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda one: one.words.start - one.words.end):
        if _LED_BY.search(text, max(0, claim.words.start - _LEADS), claim.words.start):
            continue
        if not any(
            _is_within(claim, one) or _is_short_name(text, one, claim.words) for one in kept
        ):
            kept.append(claim)
    kept = [
        claim
        for claim in kept
        if not any(_are_men_of(text, claim, one) or _speaks_for(text, claim, one) for one in claims)
    ]
    return [claim for claim in claims if claim in kept]


def _is_claimant(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether who holds somebody responsible claims it: it tells of a man of its own."""
    return claim.stance in _HELD and any(
        one.stance is Stance.CLAIMED
        and one.actor is not None
        and claim.by is not None
        and overlaps(one.actor, claim.by)
        for one in claims
    )


def _denials_of_all(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the denial of each who is held responsible, where "both" or "they" deny it."""
    held = [one for one in claims if one.stance in _HELD]
    for claim in claims:
        if claim.stance is Stance.DENIED and _ALL_OF_THEM.fullmatch(claim.words.of(text)):
            for one in held:
                if one.words.start > claim.words.start:
                    continue  # "they denied it and blamed the army" denies nothing for the army
                yield replace(claim, words=one.words, actor=one.actor, by=one.actor)


_HELD = frozenset({Stance.BLAMED, Stance.SUSPECTED})
_ALL_OF_THEM = re.compile(
    r"(?:both|all|they|all\s+(?:two|three|four|five|of\s+them)|the\s+(?:two|three|four|pair)|both\s+men)",
    re.IGNORECASE,
)


def _befell(claim: Claim, links: Sequence[Link]) -> bool:
    """Whether who is held responsible was killed by it ("Orr, charged in May, was shot dead")."""
    if claim.stance not in _HELD or claim.actor is None:
        return False
    actor = claim.actor
    return any(
        link.role in _FATAL and link.confidence >= _SURE and overlaps(link.mention, actor)
        for link in links
    )


def _is_left_open(text: str, claim: Claim) -> bool:
    """Whether words before somebody leave open whether it was them ("no evidence that ...")."""
    if claim.stance not in _HELD:
        return False
    low = max(0, claim.words.start - _NEAR)
    return _NO_GROUNDS.search(text, low, claim.words.start) is not None


_NEAR = 70
_NO_GROUNDS = re.compile(
    r"\b(?:rul(?:e[ds]?|ing)\s+out|no\s+(?:\w+\s+)?(?:evidence|proof|indication|sign)s?\s+(?:yet\s+)?that|doubts?\s+that|(?:would|did|could)\s+"
    r"not\s+say\s+(?:if|whether)\s+(?:\w+\s+){0,3}|short\s+of\s+(?:accusing|blaming|naming)|rumou?rs\s+that)\s*"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_FATAL = frozenset({LinkRole.VICTIM, LinkRole.KILLED})


def _is_deed(claim: Claim, deeds: Sequence[Span]) -> bool:
    """Whether words are the deed itself, and nobody ("shelling")."""
    return any(deed.contains(claim.words) for deed in deeds)


def _without_pronoun(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what "he" claims for a side that claims it by name."""
    named = any(one.stance is Stance.CLAIMED and not _is_he(text, one) for one in claims)
    return [one for one in claims if not (named and _is_he(text, one))]


def _is_he(text: str, claim: Claim) -> bool:
    return claim.stance is Stance.CLAIMED and claim.words.of(text).casefold() in (
        "he",
        "she",
        "they",
    )


def _are_men_of(text: str, claim: Claim, other: Claim) -> bool:
    """Whether words are only the noun before another's name ("fighters" of "the Front")."""
    between = text[claim.words.end : other.words.start]
    if claim.stance is not other.stance or claim.words.end > other.words.start:
        return False
    if _MEN_OF.fullmatch(between) is not None:
        return True
    if len(between.strip()) > 0:
        return False
    told = claim.words.of(text)
    return _CUT_OF.search(told) is not None or _GROUP_NOUN.search(told) is not None


def _speaks_for(text: str, claim: Claim, body: Claim) -> bool:
    """Whether words are the person behind a body and an office of it ("X secretary Ana Vell")."""
    if claim.stance is not body.stance or body.words.end > claim.words.start:
        return False
    own = claim.stance in _OWN_VOICE
    return own and _OFFICE.fullmatch(text, body.words.end, claim.words.start) is not None


_OWN_VOICE = frozenset({Stance.CLAIMED, Stance.DENIED})
_OFFICE = re.compile(r"(?:\s\([A-Z]{2,8}\))?(?:[’']s?)?\s+(?:[a-z][a-z-]*\s+){1,4}")
_MEN_OF = re.compile(
    r"\s+(?:of|from|loyal to|belonging to)\s+(?:the\s+)?(?:\d+\s+)?", re.IGNORECASE
)
_GROUP_NOUN = re.compile(r"\b(?:group|gang|movement|militia|organi[sz]ation)$", re.IGNORECASE)
_CUT_OF = re.compile(r"\s(?:of|from)(?:\s+the)?$", re.IGNORECASE)
_LEADS = 40
_LED_BY = re.compile(r"\b(?:led|headed|commanded|run)\s+by\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""Words before somebody who leads those that did it, and is told to have done no more."""


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


def _is_elsewhere(page: Page, link: Link, told: Told) -> bool:
    """Whether a doer stands in another item of a list than the incident."""
    sentence = page.sentence_at(link.mention.start)
    return sentence is not None and sentence.index in told.elsewhere


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
    # "X accuses our soldiers" tells of another's men, whoever is quoted.
    accused = beside(page.text, link.mention.span) is Stance.BLAMED
    of_speaker = by is not None and not accused and is_of_speaker(page.text, link.mention)
    if of_speaker and in_a_fight(page, link.mention):
        return
    own = by is not None and (
        overlaps(by, link.mention)
        or of_speaker
        or (is_own_force(page, by, link.mention) and _is_named(page, link, by, told.deeds))
    )
    if by is not None and overlaps(by, link.mention) and _holds(page, link.mention):
        return
    if not own and is_cleared(page.text, link.mention.span):
        return
    if (_IN_AIR if own else _FELL).match(page.text, link.mention.end) is not None:
        return
    stance = Stance.CLAIMED if own else _stance(page, link, by, told.deeds)
    if stance in {Stance.ASSERTED, Stance.UNCLAIMED}:
        return
    if stance is Stance.BLAMED and _is_no_blame(page, link, by):
        return
    yield Claim(
        stance=stance,
        words=Span(link.mention.start, link.mention.end),
        actor=by if of_speaker else link.mention,
        cue=said.cue if said is not None else None,
        by=None if stance is Stance.CLAIMED and own else by,
        confidence=_SURE,
    )


_IN_AIR = re.compile(
    r"\s+(?:had\s+|only\s+|have\s+)*fired\s+[\"“]?(?:(?:in|into)\s+the\s+air|warning\s+shots?)",
    re.IGNORECASE,
)
"""What hits nobody."""
_FELL = re.compile(
    r"(?:,[^,;.\n]{2,60},|\s+who\s[^,;.\n]{2,60}?)?\s+(?:was|were|had\s+been|have\s+been)\s+(?:also\s+|then\s+|later\s+|all\s+)*"
    r"[\"“]?(?:killed|shot\s+dead|wounded|neutrali[sz]ed|eliminated|gunned\s+down)\b",
    re.IGNORECASE,
)
"""What befell those who are told of, and was none of their deeds."""


def _holds(page: Page, mention: Mention) -> bool:
    """Whether who speaks blames or suspects somebody else ("the army blamed the Front")."""
    sentence = page.sentence_at(mention.start)
    return sentence is not None and any(
        claim.stance in _HELD and claim.by is not None and overlaps(claim.by, mention)
        for claim in sentence.claims
    )


def _is_no_blame(page: Page, link: Link, by: Mention | None) -> bool:
    """Whether what is told of a force blames it for nothing."""
    return (
        fights_attackers(page, link.mention)
        or does_its_duty(page, by, link.mention)
        or is_outlets_own(page.text, by)
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


def _is_nobody(page: Page, link: Link) -> bool:
    """Whether words for a doer are only what is thought of it ("suspected")."""
    return _ONLY_HELD.fullmatch(page.text, link.mention.start, link.mention.end) is not None


_ONLY_HELD = re.compile(
    r"(?:(?:the\s+)?(?:police|officials|authorities|investigators)\s+suspects?)|its|their|his|(?:the\s+)?(?:suspected|alleged|presumed|accused|suspected\s+of|unknown|unidentified)|"
    r"\d+|(?:in\s+connection|according\s+to|with)\b.*",
    re.IGNORECASE,
)


def _covered(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        one.actor is not None and claim.actor is not None and overlaps(one.actor, claim.actor)
        for one in claims
    )
