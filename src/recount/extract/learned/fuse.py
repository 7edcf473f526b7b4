"""Accounts of the heads and accounts of the rules become one list, each incident once.

The rules seldom invent an incident, tell apart what has days and places of its own, and read
dates, places and figures well; the heads find what no list of words has, and who did what to
whom. An account of both takes dates, places and figures from the rules where they have them,
all else from the heads. What only one of them tells of stays if it is sure enough.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extract.learned.coordinated import are_coordinated
from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.learned.repeats import without_repeats
from recount.extract.learned.settings import Decoding
from recount.extract.rules.extractor import Ruled
from recount.extract.rules.governed import governed
from recount.extract.rules.scan import lies_in, overlaps
from recount.model import (
    Account,
    Claim,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    Realis,
    Span,
    Stance,
)
from recount.resources.encoder.reading import TextReading

_FIGURES = frozenset(LinkRole(tag) for tag in COUNT_TAGS)
_RULED_ROLES = frozenset(LinkRole) - {
    LinkRole.PERPETRATOR,
    LinkRole.TARGET,
    LinkRole.VICTIM,
    LinkRole.WEAPON,
}
"""Roles in which the words of the rules stand where they have any."""


@dataclass(frozen=True, slots=True)
class Found:
    """An account of the heads, the probability of its type, and fainter triggers of it."""

    account: Account
    type_chance: float
    echoes: tuple[Mention, ...] = ()


def fuse(
    rules: Ruled,
    found: Sequence[Found],
    reading: TextReading,
    sentences: Sequence[Span],
    decoding: Decoding,
    entries: Sequence[Span] = (),
) -> tuple[Account, ...]:
    """Return the accounts of both, in order of their first triggers.

    Args:
        rules: what the rules read.
        found: accounts of the heads.
        reading: what the heads say of the text.
        sentences: the text's sentences in order.
        decoding: thresholds.
        entries: entries of a list, whose heads say when or where what they tell was.
    """
    ruled = rules.accounts
    partners = [_partner(ruled, one.account, sentences) for one in found]
    made: list[Account] = []
    echoes: dict[str, tuple[Mention, ...]] = {}
    ruled_alone: set[str] = set()
    alone = [one for one, at in zip(found, partners, strict=True) if at is None]
    alone = [
        one
        for one in alone
        if (_is_whole(one.account, reading.text) or lies_in(one.account.triggers[0], entries))
        and not of_many(one.account, rules.many)
    ]
    for at, account in enumerate(ruled):
        mine = [one for one, partner in zip(found, partners, strict=True) if partner == at]
        if len(mine) > 0:
            # What the heads tell apart stays apart, though the rules hold it for one incident.
            lead = max(mine, key=lambda one: (_alike(account, one.account), one.account.confidence))
            apart = [one for one in mine if one is not lead]
            alone.extend(apart)
            own = _without(account, [one.account for one in apart])
            made.append(_joined(own, lead, decoding))
            echoes[made[-1].id] = lead.echoes
        elif _trigger_chance(reading, account) >= decoding.ruled:
            made.append(_judged(account, reading))
            ruled_alone.add(account.id)
    sure = [
        one
        for one in alone
        if _sure_enough(one.account, decoding) or _in_one_breath(one.account, made, reading.text)
    ]
    sure.extend(_of_silent_entries(entries, made, alone, sure))
    made.extend(one.account for one in sure)
    echoes.update({one.account.id: one.echoes for one in sure})
    made = [_with_echoes(one, echoes.get(one.id, ()), made) for one in made]
    made = without_repeats(made, ruled_alone)
    unique = {account.id: account for account in made}
    return tuple(sorted(unique.values(), key=lambda a: (a.triggers[0].start, a.id)))


def _with_echoes(account: Account, echoes: Sequence[Mention], made: Sequence[Account]) -> Account:
    """Return an account with the fainter triggers that no account has yet."""
    if len(echoes) == 0:
        return account
    taken = [trigger for one in made for trigger in one.triggers]
    fresh = [echo for echo in echoes if not any(overlaps(echo, other) for other in taken)]
    if len(fresh) == 0:
        return account
    triggers = (*account.triggers, *fresh)
    own = Account.id_of(account.document, account.rendition, triggers)
    return replace(account, id=own, triggers=triggers)


def _in_one_breath(account: Account, made: Sequence[Account], text: str) -> bool:
    """Whether an account is told with another by "and", each with a place of its own."""
    return any(
        are_coordinated(text, one, other)
        for one in account.triggers
        for known in made
        for other in known.triggers
    )


_IN_ENTRY = 0.4
"""Least confidence of what alone an entry tells of: it is there to tell of an incident."""


def _of_silent_entries(
    entries: Sequence[Span], made: Sequence[Account], alone: Sequence[Found], sure: Sequence[Found]
) -> list[Found]:
    """Return the surest account of each entry of which nothing else tells."""
    known = [t for one in (*made, *(s.account for s in sure)) for t in one.triggers]
    found: list[Found] = []
    for entry in entries:
        if any(lies_in(trigger, (entry,)) for trigger in known):
            continue
        here = [
            one
            for one in alone
            if one.account.realis in _FACTS
            and one.account.confidence >= _IN_ENTRY
            and lies_in(one.account.triggers[0], (entry,))
        ]
        found.extend(sorted(here, key=lambda one: -one.account.confidence)[:1])
    return found


def _sure_enough(account: Account, decoding: Decoding) -> bool:
    fact = account.realis in _FACTS
    return account.confidence >= (decoding.alone if fact else decoding.alone_unreal)


def of_many(account: Account, many: Sequence[Span]) -> bool:
    """Whether every trigger stands where the text tells of several incidents, or of a habit."""
    triggers = [t for t in account.triggers if t.label not in COUNT_TAGS]
    return all(any(overlaps(t.span, span) for span in many) for t in triggers)


_SETTLING = frozenset(LinkRole) - {LinkRole.PERPETRATOR, LinkRole.TARGET, LinkRole.WEAPON}


_FACTS = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
"""What happened or was tried has a day, place or victim; a plan may have none."""
_LASTING = re.compile(r"\bsince\s+(?:the\s+)?(?:\w+\s+)?$|since\b", re.IGNORECASE)
"""Words before a time, or its first, that tell of what goes on ("since 2011")."""
_LASTING_REACH = 20


def _is_whole(account: Account, text: str) -> bool:
    """Whether an account tells of one incident: a day, place or victim ties it, or it is no fact.

    "Threatened to burn the depot" names what lies ahead, and need not say when.
    """
    if _settled(account, text):
        return True
    main = account.triggers[0]
    return account.realis not in _FACTS and governed(text, main.start, main.end) is not None


def _settled(account: Account, text: str) -> bool:
    """Whether anything told with it ties an account to one incident: a day, place or victim.

    "The Front took up arms in the north" alone is no incident that anybody could look up,
    and "since 2011" no time of one.
    """
    return any(
        link.role in _SETTLING
        and not link.inherited
        and not (link.role is LinkRole.DATE and _lasts(text, link.mention))
        for link in account.links
    )


def _lasts(text: str, time: Mention) -> bool:
    before = max(0, time.start - _LASTING_REACH)
    return (
        _LASTING.match(text, time.start, time.end) is not None
        or _LASTING.search(text[before : time.start]) is not None
    )


def _partner(ruled: Sequence[Account], account: Account, sentences: Sequence[Span]) -> int | None:
    """Return which account of the rules tells of the incident of one of the heads.

    It is the one that shares most triggers; else the only one told in the same sentence, if
    both have a figure in common or that of the heads has no day or place that this one lacks.
    """
    shared = [_shared(one, account) for one in ruled]
    best = max(shared, default=0.0)
    if best > 0:
        return shared.index(best)
    home = _sentence(sentences, account.triggers[0])
    beside = [
        at
        for at, one in enumerate(ruled)
        if any(_sentence(sentences, trigger) == home for trigger in one.triggers)
    ]
    if len(beside) != 1:
        return None
    other = ruled[beside[0]]
    fits = _adds_no_setting(account, other) or _shares_figure(account, other)
    fits = fits or _is_weapon_of(other, account)
    return beside[0] if fits else None


def _sentence(sentences: Sequence[Span], mention: Mention) -> int:
    return bisect_right(sentences, mention.start, key=lambda sentence: sentence.start)


def _adds_no_setting(account: Account, other: Account) -> bool:
    """Whether an account names no day and place that the other does not name."""
    known = [link.mention.span for link in other.links if link.role in _SETTING]
    return all(
        any(overlaps(link.mention.span, span) for span in known)
        for link in account.links
        if link.role in _SETTING and not link.inherited
    )


_SETTING = frozenset({LinkRole.DATE, LinkRole.PLACE})


def _is_weapon_of(ruled: Account, heads: Account) -> bool:
    """Whether what the rules hold for an incident is the weapon of the heads' ("a barrel bomb")."""
    deeds = [one for one in ruled.triggers if one.label not in COUNT_TAGS]
    weapons = [link.mention for link in heads.links if link.role is LinkRole.WEAPON]
    held = [any(overlaps(deed, weapon) for weapon in weapons) for deed in deeds]
    return len(held) > 0 and all(held)


def _shares_figure(one: Account, other: Account) -> bool:
    """Whether the same words count the people of both: they are those of one incident."""
    return any(
        a.role is b.role and a.role in _FIGURES and overlaps(a.mention.span, b.mention.span)
        for a in one.links
        for b in other.links
    )


def _shared(one: Account, other: Account) -> float:
    """Return how many triggers two accounts share; the main one counts most."""
    count = sum(any(overlaps(a, b) for b in one.triggers) for a in other.triggers)
    main = any(overlaps(other.triggers[0], b) for b in one.triggers)
    return count + (0.5 if main else 0.0)


def _alike(one: Account, other: Account) -> float:
    """Return how many triggers and figures of people two accounts share."""
    figures = {link.mention.span for link in one.links if link.role in _FIGURES}
    common = sum(
        any(overlaps(link.mention.span, span) for span in figures)
        for link in other.links
        if link.role in _FIGURES
    )
    return _shared(one, other) + common


def _without(ruled: Account, apart: Sequence[Account]) -> Account:
    """Return an account of the rules without what belongs to other incidents of the heads."""
    triggers = [t.span for one in apart for t in one.triggers]
    figures = [link.mention.span for one in apart for link in one.links if link.role in _FIGURES]
    kept = tuple(t for t in ruled.triggers if not any(overlaps(t.span, span) for span in triggers))
    return replace(
        ruled,
        triggers=kept or ruled.triggers,
        links=tuple(
            link
            for link in ruled.links
            if link.role not in _FIGURES
            or not any(overlaps(link.mention.span, span) for span in figures)
        ),
    )


def _joined(ruled: Account, found: Found, decoding: Decoding) -> Account:
    """Return the account that rules and heads tell of together."""
    heads = found.account
    triggers = _distinct([t for one in (heads, ruled) for t in one.triggers])
    # "Attack" is what the rules call what they cannot tell apart; a clash has two sides, none of
    # them held responsible, so that it needs more.
    plain = ruled.type is IncidentType.ATTACK and heads.type is not IncidentType.ATTACK
    least = _CLASH if heads.type is IncidentType.ARMED_CLASH else 0.0
    sure = found.type_chance >= (min(least, decoding.type_sure) if plain else decoding.type_sure)
    return replace(
        heads,
        id=Account.id_of(ruled.document, ruled.rendition, triggers),
        triggers=triggers,
        type=heads.type if sure and not _vaguer(heads.type, ruled.type) else ruled.type,
        realis=heads.realis if ruled.realis is Realis.ACTUAL else ruled.realis,
        realis_cue=ruled.realis_cue,
        links=_links(_with_whole_lists(ruled, heads), heads),
        claims=_claims(ruled, heads),
        extent=ruled.extent,
        confidence=max(heads.confidence, ruled.confidence),
        attribution=heads.attribution or ruled.attribution,
    )


_CLASH = 0.7
"""Least probability of a clash where the rules hold it for an attack."""


def _with_whole_lists(ruled: Account, heads: Account) -> Account:
    """Return an account of the rules, whose lists of people are whole where the heads' are."""
    return replace(ruled, links=tuple(_with_whole_list(link, heads) for link in ruled.links))


def _with_whole_list(link: Link, heads: Account) -> Link:
    if link.role not in _FIGURES or link.part:
        return link
    own = link.mention
    for other in heads.links:
        mark = other.mention
        if other.role is link.role and _is_inside(own, mark) and mark.span != own.span:
            return replace(link, mention=mark)
    return link


def _is_inside(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _vaguer(one: IncidentType, other: IncidentType) -> bool:
    """Whether a type says less than another: "attack" beside the grenades that were thrown."""
    return one is IncidentType.ATTACK and other in _KINDS_OF_ATTACK


_KINDS_OF_ATTACK = frozenset({IncidentType.GRENADE, IncidentType.SUICIDE_BOMB})


def _distinct(triggers: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for one in triggers:
        if not any(overlaps(one.span, other.span) for other in kept):
            kept.append(one)
    return tuple(kept)


def _links(ruled: Account, heads: Account) -> tuple[Link, ...]:
    told = {link.role for link in ruled.links} & _RULED_ROLES
    links = [link for link in ruled.links if link.role in _RULED_ROLES]
    if _only_inherits_place(ruled):
        # What the incident's own sentences name goes before what the scene around it does.
        links = [*(link for link in heads.links if _is_own_place(link)), *links]
    links += [link for link in heads.links if link.role not in told]
    for link in ruled.links:
        if link.role not in _RULED_ROLES and not any(
            other.role is link.role and overlaps(other.mention.span, link.mention.span)
            for other in links
        ):
            links.append(link)
    return tuple(dict.fromkeys(links))


def _only_inherits_place(account: Account) -> bool:
    return all(link.inherited for link in account.links if link.role is LinkRole.PLACE)


def _is_own_place(link: Link) -> bool:
    """Whether it is a place that stands in the sentences that tell of the incident."""
    return link.role is LinkRole.PLACE and not link.inherited


def _claims(ruled: Account, heads: Account) -> tuple[Claim, ...]:
    """The rules' positions, then those of the heads but for what the outlet itself would say."""
    kept = list(ruled.claims)
    for claim in heads.claims:
        same = any(o.stance is claim.stance and overlaps(o.words, claim.words) for o in kept)
        if claim.stance is not Stance.ASSERTED and not same:
            kept.append(claim)
    return tuple(kept)


def _trigger_chance(reading: TextReading, account: Account) -> float:
    return max(reading.mean_inside("trigger", t.start, t.end) for t in account.triggers)


def _judged(account: Account, reading: TextReading) -> Account:
    """Return an account of the rules with what the heads say of its trigger."""
    main = account.triggers[0]
    told = float(reading.mean_class("terror", main.start, main.end)[1])
    return replace(account, on_civilians=round(told, 3))
