"""Statements that a force puts out itself: what it tells of its own deeds, it claims.

"Military Spokesperson - Operational update", "Communiqué of the high command", "Daily briefing of
the Ministry of Defence": nobody is said to say so, because the whole text is the force's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from recount.extract.learned.own_force import in_a_fight
from recount.extract.learned.words import Page, said_of
from recount.model import Claim, Mention, MentionRole, Span, Stance

_HEAD = 300
"""Characters at the start of a text in which its heading stands."""
_HEAD_LINES = 3
_PAPER = re.compile(
    r"\b(?:briefing|communiqu[eé]|statement|press\s+release|bulletin|spokes(?:person|man|woman)|announcement|"
    r"(?:operational|daily|morning|evening|situation|weekly)\s+(?:update|summary|report))\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry\s+of\s+defen[cs]e|defen[cs]e\s+(?:ministry|forces?)|general\s+staff|armed\s+forces|army|air\s+force|"
    r"navy|military|(?:high|general|central|operations)\s+command|(?:liberation|resistance)\s+(?:front|forces)|"
    r"brigades|mujahideen|war\s+media)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says?|told|claim(?:s|ed)|den(?:ies|ied)|kills?|killed|attacks?|reject(?:s|ed)|condemn(?:s|ed)|according)\b",
    re.IGNORECASE,
)
"""Verbs of a headline of news, in which a force is told of by others."""

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
_NOT_OWN = re.compile(
    r"\b(?:enem(?:y|ies)|hostile|terror\w*|occupation|occupying|opposing|rebel|militia|mercenar\w+)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’-]*")
_COMMON = re.compile(
    rf"(?:Air|Force|Special|Armed|The|An?|Our|Its|Several|Two|Fighter|Assault|Attack|Ground|Naval|{_FORCES})",
    re.IGNORECASE,
)
_NAMED_BODY = re.compile(
    rf"(?:[A-ZÀ-Þ][\w’-]+\s){{0,4}}(?i:{_BODY.pattern})(?:\s+of\s+(?:the\s+)?[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){{0,3}})?"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|not|never|would|could|will)\s*$", re.IGNORECASE
)
_VERB = re.compile(
    r"(?!(?:exploded|died|crashed|injured|wounded)$)\w+ed|struck|hit|shot|blew\s+up|took|fired",
    re.IGNORECASE,
)
_BEFORE = 130
_SURE = 0.6


@lru_cache(maxsize=4)
def heading_of(text: str) -> Span | None:
    r"""Return the heading by which a text is a force's own statement; ``None``: it is none.

    Args:
        text: the whole text; the range is in its characters.

    >>> heading_of("Northern army: daily update\n\nOur jets struck a depot.") is None
    False
    """
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    for line in lines:
        if _PAPER.search(line) and _BODY.search(line) and not _TOLD.search(line):
            start = text.index(line)
            return Span(start, start + len(line))
    return None


def own_statement(page: Page, deeds: tuple[Span, ...]) -> Iterator[Claim]:
    """Yield the claims of a force in a statement of its own.

    Args:
        page: the document under reading.
        deeds: the words for the incident.
    """
    head = heading_of(page.text)
    for deed in deeds if head is not None else ():
        sentence = page.sentence_at(deed.start)
        if sentence is None or _VERB.fullmatch(deed.of(page.text)) is None:
            continue
        low = max(sentence.start, deed.start - _BEFORE)
        before = page.text[low : deed.start]
        own = _OWN.search(before)
        if (
            own is None
            or _PASSIVE.search(before)
            or said_of(page, deed.start, deed.end) is not None
        ):
            continue
        who = Mention(low + own.start("who"), low + own.end("who"), MentionRole.PARTICIPANT)
        if head is None or _is_others(page.text, who.span, head) or in_a_fight(page, who):
            continue
        party = _body_named(page.text, head) or who
        yield Claim(stance=Stance.CLAIMED, words=who.span, actor=party, by=party, confidence=_SURE)


def _body_named(text: str, head: Span) -> Mention | None:
    """Return the words for the force in the heading, where they say whose it is."""
    found = _NAMED_BODY.search(text, head.start, head.end)
    if found is None or not _names(_BODY.sub(" ", found.group())):
        return None
    return Mention(found.start(), found.end(), MentionRole.PARTICIPANT)


def _names(told: str) -> set[str]:
    return {name for name in _NAME.findall(told) if _COMMON.fullmatch(name) is None}


def _is_others(text: str, who: Span, head: Span) -> bool:
    """Whether a force bears a name that the statement's heading has not."""
    told = who.of(text)
    if _NOT_OWN.search(told) is not None:
        return True
    unit = re.split(r"\s+of\s+", told, maxsplit=1)[0]
    return any(name not in head.of(text) for name in _names(unit))
