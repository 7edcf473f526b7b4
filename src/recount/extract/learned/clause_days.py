"""The day before a clause with "when" is that of what the clause tells.

"At four this morning he lost the fight that began on Sunday when a mine went off": the mine's day
is Sunday, however the sentence opens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Ranged, Scan, Sentence, sentence_of
from recount.model import Account, Link, LinkRole, Mention, MentionRole
from recount.resources.grammar import TimeExpression, TimeKind

_WHEN = re.compile(r"[\s,–—-]+(?:when|on\s+which)\s[^.;:!?\n]{0,120}", re.IGNORECASE)
"""A clause between a day and the words for what happened then ("on Sunday, when a mine killed")."""
_AFTERMATH = re.compile(
    r"\b(?:released|freed|handed\s+over|let\s+go|rescued|returned|buried|reburied|charged"
    r"|arraigned|identified|succumbed|cremated"
    r"|(?:bod(?:y|ies)|remains|corpses?)\s+(?:(?:was|were|had\s+been|is|are)\s+)?"
    r"(?:found|recovered|discovered|retrieved|exhumed)"
    r"|(?:reached|visited|inspected|returned\s+to)\s+"
    r"(?:the|that)\s+(?:site|scene|village|hamlet|spot|place|area|town|camp))\b(?:\s+(?:to|by|in|at)\s+[\w’'-]+)?"
    r"\s+(?:late\s+|early\s+)?(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before the day of what followed on an incident, or of a visit to where it was."""
_OF_SAYING = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}?(?:programmes?|editions?|issues?|papers?|newspapers?|bulletins?"
    r"|broadcasts?|briefings?|statements?|communiqu[eé]s?|columns?|stor(?:y|ies)|articles?|posts?"
    r"|press\s+conferences?|news\s+conferences?|sessions?|hearings?)\b",
    re.IGNORECASE,
)
"""Words that own the day before them and tell of an incident ("in Monday's programme we said")."""
_NEAR = 60
_UNDATED = (TimeKind.TIME_OF_DAY, TimeKind.DURATION, TimeKind.REPEATED)
_SURE = 0.9
"""Confidence that such a day is the incident's."""


def with_clause_days(scan: Scan, accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts, those told in such a clause with the day before it.

    A day that stands behind "when" in the clause itself, or in another sentence, is left alone.

    Args:
        scan: the text.
        accounts: its accounts.
    """
    if len(scan.sentences) == 0:
        return list(accounts)
    return [_without_aftermath(scan, _with_day(scan, account)) for account in accounts]


def _with_day(scan: Scan, account: Account) -> Account:
    days = [link for link in account.links if link.role is LinkRole.DATE]
    for trigger in account.triggers:
        home = scan.sentences[sentence_of(scan.sentences, trigger.start)]
        day = _day_of_clause(scan.text, home, trigger)
        if day is None or grain_of(day) is Grain.NONE:
            continue
        led = len(days) > 0 and not home.start <= days[0].mention.start <= day.start
        if led or (len(days) > 0 and days[0].mention.start == day.start):
            return account
        link = Link(LinkRole.DATE, Mention(day.start, day.end, MentionRole.TIME), confidence=_SURE)
        return replace(account, links=(link, *(one for one in account.links if one not in days)))
    return account


def _without_aftermath(scan: Scan, account: Account) -> Account:
    """Put the day of what happened before that of a release, a death or a burial that followed.

    "The nurses whom gunmen took on Tuesday were handed over yesterday": it was on Tuesday.
    """
    days = [link for link in account.links if link.role is LinkRole.DATE]
    if len(days) == 0 or not _is_aftermath(scan, days[0]):
        return account
    at = sentence_of(scan.sentences, days[0].mention.start)
    home = scan.sentences[at]
    others = [
        link
        for link in days
        if home.start <= link.mention.start < home.end and not _is_aftermath(scan, link)
    ]
    others = others or _day_beside_words(scan, account)
    if len(others) == 0:
        return account
    rest = [link for link in account.links if link not in (others[0], days[0])]
    return replace(account, links=(others[0], *rest))


def _day_beside_words(scan: Scan, account: Account) -> list[Link]:
    """Return the day of the first sentence with words for the incident that names one alone."""
    for trigger in sorted(account.triggers, key=lambda one: one.start):
        home = scan.sentences[sentence_of(scan.sentences, trigger.start)]
        days = [
            Link(LinkRole.DATE, Mention(t.start, t.end, MentionRole.TIME), confidence=_SURE)
            for t in home.times
            if t.relation is None and grain_of(t) is Grain.DAY
        ]
        days = [link for link in days if not _is_aftermath(scan, link)]
        if len(days) == 1:
            return days
    return []


def _is_aftermath(scan: Scan, link: Link) -> bool:
    before = scan.text[max(0, link.mention.start - _NEAR) : link.mention.start]
    owned = _OF_SAYING.match(scan.text, link.mention.end) is not None
    return owned or _AFTERMATH.search(before) is not None


def _day_of_clause(text: str, sentence: Sentence, trigger: Ranged) -> TimeExpression | None:
    dated = [t for t in sentence.times if t.end < trigger.start and t.kind not in _UNDATED]
    if len(dated) > 0 and _WHEN.fullmatch(text, dated[-1].end, trigger.start) is not None:
        return dated[-1]
    return None
