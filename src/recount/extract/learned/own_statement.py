"""What a party tells of its own deeds in a text that it puts out itself: those it claims.

"Military Spokesperson - Operational update", "Communiqué of the high command", a group's own
channel: nobody is said to say so, because the whole text is the party's. It claims what its own
men did, and what befell its enemy without a doer ("a mine tore open an army vehicle").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from recount.extract.learned.own_force import in_a_fight
from recount.extract.learned.publisher import STATES, Publisher, publisher_of
from recount.extract.learned.stances import does
from recount.extract.learned.words import Page, said_of
from recount.extract.rules.scan import Sentence, overlaps
from recount.extract.rules.sides import claims_of
from recount.model import (
    Account,
    ActorKind,
    Claim,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Span,
    Stance,
)
from recount.resources.actors import ActorName
from recount.resources.voices import FoundAttribution, find_responsibility
from recount.resources.voices.fights import FIGHTING

_FORCES = (
    r"(?:aircraft|(?:fighter\s+|war)?(?:jets?|planes?)|bombers|helicopters?|gunships?|drones?|UAVs?|artillery|tanks|navy|"
    r"air\s+force|army|forces|troops|soldiers|units?|fighters|mujahideen|crews?|commandos|snipers|special\s+forces|"
    r"servicemen|officers|brigades?|battalions?|heroes|vessels?|gunners)"
)
_SMALL = (
    r"(?:the|an?|our|its|in|on|at|of|and|by|activity|operations?|morning|night|today|"
    r"yesterday|overnight)"
)
_WHEN = (
    r"(?:\s+(?:yesterday|today|overnight|earlier|also|then|successfully|jointly|this\s+morning|last\s+night|"
    r"(?:on\s+)?\w+day|\w+ly|have|has|had|\([^)\n]{2,30}\)),?){0,4}"
)
_OWN = re.compile(
    rf"(?:^|\n|[,;:]\s|\band\s)(?:[^,;:.\n]{{0,60}}?\b(?:activity|operations?|morning|night|direction|raids?|today|"
    rf"yesterday|overnight|update)\s)?(?P<who>(?:(?:the|an?|our|its|several|two)\s+)?(?:(?!{_SMALL}\b)[\w-]+\s+){{0,2}}?{_FORCES}\b"
    rf"(?:\s+of\s+(?:the|our)\s+(?:[\w’-]+\s+){{1,6}}?(?:system|group|brigade|battalion|division|corps|army|forces))?)"
    rf"{_WHEN}\s+$",
    re.IGNORECASE,
)
"""A force as the subject, right before the deed."""
_OURS = re.compile(
    rf"\b(?P<who>we|(?:(?:one|two|three|four|some|a\s+group|a\s+unit)\s+of\s+)?(?:our|your)\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?:brothers|sisters|comrades|friends|men|people|boys|heroes|lions|martyrs?|{_FORCES})|"
    r"the\s+(?:brothers|comrades|mujahid(?:een|in)|lions|knights|martyrdom\s+seekers?)(?:\s+of\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,3}?)?)\b"
    rf"{_WHEN}\s+$",
    re.IGNORECASE,
)
"""The party's own people as the subject, wherever they stand before the deed."""
_NOT_OWN = re.compile(
    r"\b(?:enem(?:y|ies)|hostile|terror\w*|occupation|occupying|opposing|rebel|militia|mercenar\w+)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’-]*")
_COMMON = re.compile(
    rf"(?:Air|Force|Special|Armed|The|An?|Our|Its|Several|Two|Fighter|Assault|Attack|Ground|Naval|{_FORCES})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|not|never|would|could|will)\s*$", re.IGNORECASE
)
_VERB = re.compile(
    r"(?!(?:exploded|died|crashed|injured|wounded)$)\w+ed|struck|hit|shot|blew\s+up|took|fired",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?:entered|liberated|captured|seized|took|stormed|overran|burn(?:ed|t)|destroyed|blew\s+up|attacked|raided|targeted|"
    r"set\s+(?:off|fire)|detonated|shelled|bombed|struck|hit|engaged|ambushed|derailed|executed|eliminated)\b",
    re.IGNORECASE,
)
"""What a party says that its own did, whatever the words for the incident are."""
_BEFORE = 130
_SURE = 0.6


def as_published(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return accounts with the positions that a text's publisher takes by telling of them.

    Args:
        page: the document under reading.
        accounts: its accounts.
    """
    publisher = publisher_of(page)
    if publisher is None:
        return list(accounts)
    return [_with_positions(page, account, publisher) for account in accounts]


def _with_positions(page: Page, account: Account, publisher: Publisher) -> Account:
    """Return an account with its publisher's claims, and with blame where a report would assert."""
    claims = [_of_ours(page, one, publisher) for one in account.claims if not _is_outlets(one)]
    deeds = [one.span for one in account.triggers]
    for claim in _own_claims(page, deeds, publisher):
        if not any(
            one.actor and claim.actor and overlaps(one.actor, claim.actor) for one in claims
        ):
            claims.append(claim)
    homes = {sentence.index for deed in deeds if (sentence := page.sentence_at(deed.start))}
    for claim in _told_in_it(page, homes, publisher):
        if not any(
            one.actor and claim.actor and overlaps(one.actor, claim.actor) for one in claims
        ):
            claims.append(claim)
    for link in account.links:
        name = _name_at(page, link, homes)
        if name is None or any(one.actor and overlaps(one.actor, link.mention) for one in claims):
            continue
        if name.generic and not does(page.text, link.mention.span, deeds):
            continue
        if _is_own_deed(page, link, name, publisher, deeds):
            claims.append(_claim_by_name(page, publisher, link.mention.span))
        elif _is_blamable(page, name, publisher):
            claims.append(_blame(link, publisher))
        else:
            claims.extend(one for one in account.claims if one.words == link.mention.span)
    return replace(account, claims=tuple(dict.fromkeys(claims)))


def _is_own_deed(
    page: Page, link: Link, name: ActorName, publisher: Publisher, deeds: Sequence[Span]
) -> bool:
    """Whether the publisher tells by its own name of a deed it did ("the Front burned a depot")."""
    if publisher.actor is None or name.actor != publisher.actor:
        return False
    return does(page.text, link.mention.span, deeds) and not in_a_fight(page, link.mention)


def _of_ours(page: Page, claim: Claim, publisher: Publisher) -> Claim:
    """Return a position on "our soldiers" as one on the publisher."""
    if claim.actor is None or publisher.named is None:
        return claim
    ours = _OUR_MEN.fullmatch(page.text, claim.actor.start, claim.actor.end) is not None
    if not ours and not _is_heading(page, claim.actor.span, publisher):
        return claim
    party = Mention(publisher.named.start, publisher.named.end, MentionRole.PARTICIPANT)
    return replace(claim, actor=party)


def _is_heading(page: Page, words: Span, publisher: Publisher) -> bool:
    """Whether words are the first of a heading ("the Staff" of "Staff of the X")."""
    if len(_actors_in(page, words)) > 0:
        return False
    told = _ARTICLE.sub("", words.of(page.text)).casefold()
    return publisher.words.of(page.text).casefold().startswith(told + " of ")


_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_OUR_MEN = re.compile(r"(?:our|us|ourselves)\b[^,.;]*", re.IGNORECASE)


def _is_outlets(claim: Claim) -> bool:
    return claim.stance is Stance.ASSERTED and claim.by is None


def _own_claims(page: Page, deeds: Sequence[Span], publisher: Publisher) -> Iterator[Claim]:
    """Yield the claims of a party on the words for an incident."""
    for deed in deeds:
        sentence = page.sentence_at(deed.start)
        if sentence is None or said_of(page, deed.start, deed.end) is not None:
            continue
        who = _own_subject(page, sentence, deed, publisher)
        if who is not None and not in_a_fight(page, who):
            yield _claim_by_name(page, publisher, who.span)
        elif _befell_enemy(page.text, sentence, deed, publisher):
            yield _claim(publisher, publisher.words)


def _claim_by_name(page: Page, publisher: Publisher, words: Span) -> Claim:
    """Return the claim of a party on the words for its men; those that name it are its own."""
    claim = _claim(publisher, words)
    if publisher.actor is None or publisher.actor not in _actors_in(page, words):
        return claim
    party = Mention(words.start, words.end, MentionRole.PARTICIPANT)
    return replace(claim, actor=party, by=party)


def _claim(publisher: Publisher, words: Span) -> Claim:
    told = words if publisher.named is None else publisher.named
    party = Mention(told.start, told.end, MentionRole.PARTICIPANT)
    return Claim(stance=Stance.CLAIMED, words=words, actor=party, by=party, confidence=_SURE)


def _own_subject(
    page: Page, sentence: Sentence, deed: Span, publisher: Publisher
) -> Mention | None:
    """Return the party's own men, where they are told to have done the deed."""
    ends = [deed.start] if _VERB.fullmatch(deed.of(page.text)) else []
    ends += [one.start() for one in _TAKEN.finditer(page.text, sentence.start, sentence.end)]
    for end in ends:
        low = max(sentence.start, end - _BEFORE)
        before = page.text[low:end]
        own = _OURS.search(before) or _OWN.search(before)
        if own is None or _PASSIVE.search(before):
            continue
        who = Span(low + own.start("who"), low + own.end("who"))
        ours = own.re is _OURS
        if ours or (end == deed.start and not _is_others(page, who, publisher)):
            return Mention(who.start, who.end, MentionRole.PARTICIPANT)
    return None


def _is_others(page: Page, who: Span, publisher: Publisher) -> bool:
    """Whether a force bears a name that the statement's heading has not."""
    text = page.text
    told = who.of(text)
    if publisher.actor is not None and publisher.actor in _actors_in(page, who):
        return False
    if _NOT_OWN.search(told) is not None:
        return True
    if not publisher.state and _ENEMY[publisher.state].search(told) is not None:
        return True
    unit = re.split(r"\s+of\s+", told, maxsplit=1)[0]
    names = {name for name in _NAME.findall(unit) if _COMMON.fullmatch(name) is None}
    return any(name not in publisher.words.of(text) for name in names)


def _actors_in(page: Page, words: Span) -> set[str]:
    """Return the listed actors that words name."""
    return {
        one.actor
        for one in page.scan.named
        if words.start <= one.start and one.end <= words.end and one.actor is not None
    }


# --- what befell the enemy -----------------------------------------------------------------------

_OF_REBELS = (
    r"(?:enem(?:y|ies)(?:[’']s)?|occupi(?:er|ers|ed)|occupation|occupying|apostates?|crusaders?|invaders?|regime(?:[’']s)?|puppets?|hirelings?|"
    r"mercenar(?:y|ies)|army|soldiers?|troops|police(?:m[ae]n)?|militia(?:m[ae]n)?|gendarmes?|garrison|military|(?:armed|air|security|government)\s+forces?)"
)
_OF_STATES = (
    r"(?:enem(?:y|ies)(?:[’']s)?|terrorists?|militants?|saboteurs?|insurgents?|bandits?|"
    r"extremists?|hostile)"
)
_ENEMY = {
    state: re.compile(rf"\b{words}\b", re.IGNORECASE)
    for state, words in ((True, _OF_STATES), (False, _OF_REBELS))
}
"""What a state's forces, and what other armed groups, call those whom they fight."""
_MEANS = (
    r"(?:charges?|bombs?|mines?|IEDs?|devices?|explosives?|missiles?|rockets?|shells?|mortars?|rounds|drones?|blasts?|"
    r"explosions?|volleys?|salvos?|bullets)"
)
_BY_MEANS = re.compile(rf"\b{_MEANS}\b[^.;:]{{0,70}}$", re.IGNORECASE)
"""A weapon as the subject of a deed."""
_HIT = re.compile(
    r"\b(?:(?:attack|ambush|raid|storm|shell|bomb|target|destroy|burn|torch|derail|engag)\w*|shot(?:\s+(?:at|down))?|struck|hit|"
    r"blown\s+up|fired\s+(?:on|at|upon)|set\s+(?:on\s+fire|alight|ablaze)|torn\s+open|tore\s+open|came\s+down|fell|exploded|detonated|went\s+off)\b",
    re.IGNORECASE,
)
"""Deeds that a side does to the other; losses alone may be those of a fight."""
_BE = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been)\s+(?:(?:also|then|\w+ly)\s+)?$", re.IGNORECASE
)
_BY_SOMEBODY = re.compile(
    r"[^.;\n]{0,90}?\bby\s+(?!noon|dawn|night|morning|evening|\w+day)", re.IGNORECASE
)
_DELIVERED = re.compile(
    r"\b(?:strikes?|raids?|attacks?|operations?|ambush(?:es)?|fire)\b[^.;\n]{0,70}?\b(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:delivered|inflicted|carried\s+out|conducted|launched|mounted|directed)\b(?!\s+by\b)|"
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:liberated|freed|cleared|brought\s+under\s+(?:our\s+)?control)\b(?!\s+by\b)",
    re.IGNORECASE,
)
"""What the publisher's side did, told without a doer ("a strike was delivered")."""
_FIGHT = re.compile(rf"\b{FIGHTING}\b", re.IGNORECASE)
_REACH = 90


def _befell_enemy(text: str, sentence: Sentence, deed: Span, publisher: Publisher) -> bool:
    """Whether the enemy was hit and nobody is told to have done it."""
    if _FIGHT.search(text, sentence.start, sentence.end):
        return False
    enemy = _ENEMY[publisher.state]
    for told in _DELIVERED.finditer(text, sentence.start, sentence.end):
        if told.start() <= deed.start < told.end():
            return enemy.search(text, sentence.start, told.start()) is None
    hit = next(
        (one for one in _HIT.finditer(text, sentence.start, sentence.end) if _is_at(one, deed)),
        None,
    )
    if hit is None or _BY_SOMEBODY.match(text, hit.end(), sentence.end):
        return False
    before = text[max(sentence.start, hit.start() - _REACH) : hit.start()]
    if _BE.search(before):
        return _names_enemy(enemy, before) and _OUR_SIDE.search(before) is None
    after = text[hit.end() : min(sentence.end, hit.end() + _REACH)]
    return _BY_MEANS.search(before) is not None and _names_enemy(enemy, after)


def _is_at(hit: re.Match[str], deed: Span) -> bool:
    if hit.start() < deed.end and deed.start < hit.end():
        return True
    return _EFFECT.fullmatch(deed.of(hit.string)) is not None


_EFFECT = re.compile(r"(?:kill|wound|injur|maim)\w*|dead|died|deaths?", re.IGNORECASE)
"""Words for an incident that tell only what came of it."""


_OUR_SIDE = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)


def _names_enemy(enemy: re.Pattern[str], words: str) -> bool:
    return enemy.search(words) is not None and _OUR_SIDE.search(words) is None


# --- whom it names as the doer of other deeds ----------------------------------------------------


def _told_in_it(page: Page, homes: Collection[int], publisher: Publisher) -> Iterator[Claim]:
    """Yield whom a statement holds responsible in words that need a speaker: its publisher.

    "The massacre was perpetrated by death squads" is nobody's word in a report.
    """
    for index in sorted(homes):
        sentence = page.scan.sentences[index]
        if len(sentence.attributions) > 0:
            continue
        span = Span(sentence.start, sentence.end)
        opening = Span(span.start, min(span.start + 1, span.end))
        voice = FoundAttribution(opening, publisher.words, span, Stance.ASSERTED)
        found = find_responsibility(page.text, [span], [voice])
        for claim in claims_of(page.text, replace(sentence, claims=found)):
            if claim.stance is Stance.BLAMED and claim.actor is not None:
                yield _from_publisher(page, claim, claim.actor, publisher)


def _from_publisher(page: Page, claim: Claim, actor: Mention, publisher: Publisher) -> Claim:
    """Return blame as the publisher's; on itself it is a claim."""
    if publisher.actor is not None and publisher.actor in _actors_in(page, actor.span):
        return _claim_by_name(page, publisher, actor.span)
    return replace(claim, by=publisher.mention)


def _blame(link: Link, publisher: Publisher) -> Claim:
    return Claim(
        stance=Stance.BLAMED,
        words=link.mention.span,
        actor=link.mention,
        by=publisher.mention,
        confidence=_SURE,
    )


def _name_at(page: Page, link: Link, homes: Collection[int]) -> ActorName | None:
    """Return the name of a doer that stands beside the words for the incident."""
    sentence = page.sentence_at(link.mention.start)
    if sentence is None or sentence.index not in homes or link.role is not LinkRole.PERPETRATOR:
        return None
    inside = (
        one
        for one in sentence.actors
        if link.mention.start <= one.start and one.end <= link.mention.end
    )
    return next(inside, None)


def _is_blamable(page: Page, name: ActorName, publisher: Publisher) -> bool:
    """Whether a doer is another party; a state's own forces may go by many names."""
    if name.actor == publisher.actor or name.kind is ActorKind.UNKNOWN:
        return False
    if not publisher.state:
        return not name.generic or name.kind in STATES
    if (
        name.generic
        or name.span.of(page.text).casefold() in publisher.words.of(page.text).casefold()
    ):
        return False
    return name.kind not in STATES or publisher.actor is not None
