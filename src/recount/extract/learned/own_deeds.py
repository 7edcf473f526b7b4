"""What a speaker tells of its own side's deeds: "the army said its jets bombed a depot".

The rules of voices know many verbs of deeds; here any trigger of the incident is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recount.extract.learned.words import Page, said_of
from recount.model import Claim, Span, Stance
from recount.resources.voices.fights import FIGHTING
from recount.resources.voices.finder import ONLOOKERS

_BEFORE = 90
"""Characters before a deed in which its subject stands."""
_HELPERS = (
    r"(?:(?:had|have|has|did|also|then|just|successfully|jointly|today|yesterday|overnight|earlier|"
    r"[\w-]+ly)\s+){0,3}"
)
_NO_NOUN = (
    r"(?:from|in|of|to|for|at|by|on|with|quickly|then|had|have|has|was|were|"
    r"after|before|during|over)"
)
_OWN = re.compile(
    r"(?:\b(?:we|I)(?:[’']ve)?|\bit|(?:^|[\s\"“(])(?:its|our|my)\s+"
    rf"(?:(?!{_NO_NOUN}\b)[\w“”\"’-]+\s+){{0,2}}?(?!{_NO_NOUN}\b)[\w“”\"’-]+|"
    r"\b[\w-]+\s+under\s+(?:its|our|my)\s+command)\s+" + _HELPERS + r"[\"“]?$",
)
"""A subject that belongs to whoever speaks, right before the deed."""
_NOT_OWN = re.compile(
    r"\b(?:was|were|is|are|been|be|being|not|never|n['’]t|if|whether|could|would|might|may|when|after|"
    r"that\s+(?:killed|hit))\b",
    re.IGNORECASE,
)
_FIGHT = re.compile(rf"\b{FIGHTING}\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\s+(?:by|in\s+(?:a|an|the)\s+(?:attack|blast|ambush))\b", re.IGNORECASE)
_IN_AIR = re.compile(r"\s+[\"“]?(?:(?:in|into)\s+the\s+air|warning\s+shots?)\b", re.IGNORECASE)
"""What hits nobody ("its members fired into the air")."""
_TOLD_TO = re.compile(r"\btold\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
"""Words before somebody who is told, and does not tell."""
_DENIES = re.compile(r"den(?:y|ied|ies)|reject|refut|dismiss", re.IGNORECASE)
_VERB = re.compile(
    r"(?!(?:exploded|survived|died|crashed|collided|wounded|injured)$)"
    r"(?:\w+ed|shot|struck|hit|beat|blew\s+up|shot\s+down|threw|took|set)(?:\s+\w+)?",
    re.IGNORECASE,
)
"""A deed that is told as done by its subject."""
_SURE = 0.6


def _tells_of_others(text: str, by: Span) -> bool:
    told = by.of(text)
    return ONLOOKERS.search(told) is not None or told.casefold() in ("he", "she", "they", "who")


def own_deeds(page: Page, deeds: tuple[Span, ...]) -> Iterator[Claim]:
    """Yield the claims of whoever tells of the incident as a deed of its own.

    Args:
        page: the document under reading.
        deeds: the words for the incident.
    """
    for deed in deeds:
        sentence = page.sentence_at(deed.start)
        if sentence is None or _PASSIVE.match(page.text, deed.end):
            continue
        if _IN_AIR.match(page.text, deed.end):
            continue
        if _VERB.fullmatch(deed.of(page.text)) is None:
            continue
        low = max(sentence.start, deed.start - _BEFORE)
        own = _OWN.search(page.text[low : deed.start])
        if own is None or _NOT_OWN.search(own.group()):
            continue
        said = said_of(page, low + own.start() + 1, deed.end)
        by = None if said is None else said.source
        if said is None or by is None or _tells_of_others(page.text, by.span):
            continue
        if _TOLD_TO.search(page.text, sentence.start, by.start):
            continue
        if said.cue is not None and _DENIES.search(page.text, said.cue.start, said.cue.end):
            continue
        if by.start <= deed.start < by.end or _FIGHT.search(page.text, low, sentence.end):
            continue
        yield Claim(
            stance=Stance.CLAIMED,
            words=by.span,
            actor=by,
            cue=said.cue,
            by=by,
            confidence=_SURE,
        )
