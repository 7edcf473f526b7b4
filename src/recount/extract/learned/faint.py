"""People told as hit whom no account has: faint ones, and those whom no trigger draws.

"A boy shot another boy" leaves open who died, so that the heads divide what they are sure of
between killed and wounded. Where an account has no figure of either, such words are one person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from recount.extract.learned.settings import Decoding
from recount.extract.learned.words import Page, label_of_count
from recount.extract.rules.scan import Sentence
from recount.model import (
    Account,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Span,
)
from recount.resources.encoder.reading import FoundSpan, TextReading

_HARM = (LinkRole.WOUNDED, LinkRole.KILLED)
_DONE_TO = frozenset({*_HARM, LinkRole.VICTIM, LinkRole.ABDUCTED, LinkRole.ARRESTED})
_COUNTED = frozenset({*_HARM, LinkRole.CASUALTIES})


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words for a victim, with the chances to be wounded and to be killed."""

    span: Span
    wounded: float
    killed: float

    @property
    def chance(self) -> float:
        """That the victim was hit at all."""
        return self.wounded + self.killed

    @property
    def likelier(self) -> LinkRole:
        """What befell the victim."""
        return LinkRole.KILLED if self.killed > self.wounded else LinkRole.WOUNDED

    def of(self, role: LinkRole) -> float:
        """Return the chance of one of the two."""
        return self.killed if role is LinkRole.KILLED else self.wounded


_FAINT = 0.15
"""Probability of a token from which on it is looked at."""


def with_faint(page: Page, accounts: Sequence[Account], decoding: Decoding) -> list[Account]:
    """Return the accounts of facts with people hit whom no account has.

    An account that has nobody of whom the heads are sure gets those in its own sentences of whom
    they are; one that counts nobody then gets the likeliest person hit.
    """
    if decoding.faint >= 1.0:
        return list(accounts)
    taken = [link.mention.span for one in accounts for link in one.links if link.role in _COUNTED]
    found = [one for one in _faint(page) if one.chance >= decoding.faint]
    free = [
        one
        for one in found
        if not any(one.span.overlaps(span) for span in taken) and _is_told_hit(page, one)
    ]
    if len(free) == 0:
        return list(accounts)
    near = [_nearest(page, one.span, accounts) for one in free]
    return [
        _with_best(page, account, [one for one, at in zip(free, near, strict=True) if at == number])
        for number, account in enumerate(accounts)
    ]


def any_surely_hit(reading: TextReading) -> bool:
    """Return whether the heads are sure that some words are people killed or wounded."""
    return any(len(reading.spans(role.value, _SURE, split=False)) > 0 for role in _HARM)


def hits_surely(reading: TextReading, sentences: Sequence[Sentence], account: Account) -> bool:
    """Return whether an account of a fact has people of whom the heads are sure.

    Those whom a sentence counts over years or months are no incident's.
    """
    return _has_people(reading, sentences, account, _HARM, _SURE)


def harms_somebody(reading: TextReading, sentences: Sequence[Sentence], account: Account) -> bool:
    """Return whether an account of a fact has people whom the heads hold for harmed or taken."""
    return _has_people(reading, sentences, account, _DONE_TO, _LIKELY)


def _has_people(
    reading: TextReading,
    sentences: Sequence[Sentence],
    account: Account,
    roles: Collection[LinkRole],
    least: float,
) -> bool:
    return account.realis is Realis.ACTUAL and any(
        reading.mean_inside(link.role.value, link.mention.start, link.mention.end) >= least
        and not _is_of_period(reading.text, sentences, link.mention.start)
        for link in account.links
        if link.role in roles
    )


_OVER_TIME = re.compile(
    r"\b(?:since|this year|last year|so far|to date|quarter|(?:first|second) half|"
    r"between \w+ and|(?:19|20)\d\d|in the (?:past|last) (?:\w+ )?(?:weeks|months|years?))\b",
    re.IGNORECASE,
)
"""Words for a time over which a sentence counts people. Fewer than the rules' words for periods: a
month alone ("in May nine died") leaves an account here, where nothing else gives one."""


def _is_of_period(text: str, sentences: Sequence[Sentence], start: int) -> bool:
    home = next((s for s in sentences if s.start <= start < s.end), None)
    return home is not None and _OVER_TIME.search(text, home.start, home.end) is not None


def _nearest(page: Page, span: Span, accounts: Sequence[Account]) -> int | None:
    """Return the number of the account that the sentence tells of right beside the words.

    Nobody is hit by an arrest, a rape or a march as such: whoever is told as hit beside it is
    another incident's.
    """
    home = page.sentence_at(span.start)
    if home is None:
        return None
    gaps = [
        (max(trigger.start - span.end, span.start - trigger.end), number)
        for number, account in enumerate(accounts)
        if account.realis is Realis.ACTUAL and account.type not in _HARMLESS
        for trigger in account.triggers
        if home.start <= trigger.start < home.end
    ]
    return min(gaps, default=(0, None))[1]


def _faint(page: Page) -> Iterator[_Hit]:
    """Yield words for victims with the chances that they were killed or wounded."""
    reading = page.reading
    seen: set[tuple[int, int]] = set()
    for role in _HARM:
        for one in reading.spans(role.value, _FAINT, split=False):
            if (one.first, one.last) in seen or not _is_victim(page, one):
                continue
            seen.add((one.first, one.last))
            wounded, killed = (reading.mean_between(r.value, one.first, one.last) for r in _HARM)
            yield _Hit(Span(one.start, one.end), wounded, killed)


def _is_victim(page: Page, one: FoundSpan) -> bool:
    return page.reading.mean_between("victim", one.first, one.last) >= _VICTIM


_VICTIM = 0.5
"""Chance from which on somebody is a victim."""
_SURE = 0.6
"""Chance from which on words are people killed (or wounded), whatever incident they belong to."""
_LIKELY = 0.4
"""The same in a brief, which is there to tell of an incident."""


def _with_best(page: Page, account: Account, told: Sequence[_Hit]) -> Account:
    for role in _HARM:
        sure = [one for one in told if one.likelier is role and one.of(role) >= _SURE]
        if len(sure) > 0 and not _has_sure(page, account, role):
            account = _with(page, account, role, max(sure, key=_order))
    if len(told) == 0 or any(one.role in _COUNTED for one in account.links):
        return account
    best = max(told, key=_order)
    return _with(page, account, best.likelier, best)


def _order(one: _Hit) -> tuple[float, int]:
    return one.chance, -one.span.start


_HARMLESS = frozenset(
    {
        IncidentType.ARRESTS,
        IncidentType.ABDUCTION,
        IncidentType.SEXUAL_VIOLENCE,
        IncidentType.LOOTING,
        IncidentType.PEACEFUL_PROTEST,
        IncidentType.AGREEMENT,
    }
)
"""Types of incidents that by themselves neither kill nor wound anybody."""
_DEATH = re.compile(
    r"\b(?:kill\w*|dead\w*|deaths?|di(?:ed|es)|dying|fatal\w*|slain|murder\w*|homicid\w*|bod(?:y|ies)|"
    r"slay\w*|manslaughter|assassinat\w*|execut\w*|behead\w*)\b",
    re.IGNORECASE,
)
_HIT = re.compile(
    r"\b(?:shot|shoots?|shooting|stabb\w+|struck|wound\w*|injur\w*|hurt\w*|graz\w+|hospital\w*|"
    r"bullets?|critical\w*|condition|burns?|burn(?:ed|t)|beaten|"
    r"(?:was|were|been|got) hit|hit by|surviv\w+)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(r"\b(?:missed|un(?:hurt|harmed|injured|scathed)|escaped)\b", re.IGNORECASE)
_AT = re.compile(r"\bat\s+(?:(?:an?|the|his|her|their)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_REACH = 30
"""Characters before people in which "at" tells that they were aimed at ("fired at a guard")."""


def _is_told_hit(page: Page, one: _Hit) -> bool:
    """Whether the sentence of somebody tells of a wound, or of death, and not only of an aim."""
    home = page.sentence_at(one.span.start)
    if home is None:
        return False
    words = page.text[home.start : home.end]
    harm = _DEATH if one.likelier is LinkRole.KILLED else _HIT
    before = page.text[max(home.start, one.span.start - _REACH) : one.span.start]
    return (
        harm.search(words) is not None
        and _MISSED.search(words) is None
        and _AT.search(before) is None
    )


def _has_sure(page: Page, account: Account, role: LinkRole) -> bool:
    """Whether an account has people of a kind of whom the heads are sure."""
    spans = [link.mention.span for link in account.links if link.role is role]
    return any(page.reading.mean_inside(role.value, s.start, s.end) >= _SURE for s in spans)


def _with(page: Page, account: Account, role: LinkRole, one: _Hit) -> Account:
    label = label_of_count(page, one.span.start, one.span.end)
    if label is None:
        return account
    mention = Mention(one.span.start, one.span.end, MentionRole.QUANTITY, label)
    link = Link(role, mention, confidence=round(min(1.0, one.chance) / 2, 3))
    return replace(account, links=(*account.links, link))
