"""Whether a speaker tells of a force of its own: "the army said the air force bombed a depot"."""

from __future__ import annotations

import re

from recount.extract.learned.words import Page
from recount.model import Mention, Span
from recount.resources.voices.fights import FIGHTING


def is_of_speaker(text: str, doer: Mention) -> bool:
    """Whether the speaker says so of its own ("its troops").

    Args:
        text: The whole document.
        doer: The words for who did it; offsets in characters of ``text``.
    """
    if _OF_SPEAKER.match(text, doer.start, doer.end) is not None:
        return True
    return _ITS.search(text, max(0, doer.start - _ITS_REACH), doer.start) is not None


_SOLDIERS = (
    r"army|armed forces|military|air force|navy|troops|soldiers|warplanes|aircraft|battalion|"
    r"brigade|garrison|marines|coast guard|general staff|defen[cs]e minist(?:ry|er)|infantry|"
    r"minist(?:ry|er) of defen[cs]e"
)
_OFFICERS = (
    r"police|gendarmes?|gendarmerie|deput(?:y|ies)|sheriff(?:[’']s office)?|"
    r"interior minist(?:ry|er)|minist(?:ry|er) of the interior|minist(?:ry|er) of interior"
)
_BOTH_KINDS = r"security forces|special forces|commandos?"
_ARMY = re.compile(rf"\b(?:{_SOLDIERS}|{_BOTH_KINDS})\b", re.IGNORECASE)
_POLICE = re.compile(rf"\b(?:{_OFFICERS}|{_BOTH_KINDS})\b", re.IGNORECASE)
_ARMS = re.compile(rf"\b(?:{_SOLDIERS}|{_OFFICERS}|{_BOTH_KINDS})\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:the|an?|of|its|their|sources?|spokes(?:m[ae]n|wom[ae]n)|officials?|general|staff|high|"
    r"commands?|commanders?|press|committee|and|\d+(?:st|nd|rd|th)|first|second|third|naval|"
    r"armou?red|special|elite|engineers?|airborne|mechani[sz]ed|ministry|defen[cs]e|minister|office|"
    r"county|city|state|local|regional|department)\b",
    re.IGNORECASE,
)
"""Words beside a force's name that do not say whose it is."""
_NAMED_BEFORE = re.compile(r"\b(?!(?:The|An?|Its|Our)\b)[A-Z][a-z][\w-]*\s$")
"""A name right before a force that says whose it is ("Northland warplanes")."""


def is_own_force(page: Page, by: Mention, doer: Mention) -> bool:
    """Whether a military source tells of a force of its own ("the army said the air force …").

    One that is told by a name of its own ("Northern warplanes") is not that of a nameless army.

    Args:
        page: The document with its sentences.
        by: The words for the source; offsets in characters of ``page.text``.
        doer: The words for who did it, in the same offsets.
    """
    names = [Span(one.start, one.end).of(page.text) for one in (by, doer)]
    if _shares_name(*names) and not in_a_fight(page, doer):
        return True
    if _NAMED_BEFORE.search(page.text, max(0, doer.start - _ITS_REACH), doer.start):
        return False
    if not _of_one_kind(*names) or in_a_fight(page, doer):
        return False
    one, other = (set(_WHOSE.sub(" ", _ARMS.sub(" ", name)).lower().split()) for name in names)
    return len(other) == 0 or one == other


def _of_one_kind(by: str, doer: str) -> bool:
    """Whether both are soldiers, or both are police: police who tell of soldiers tell of others."""
    return any(kind.search(by) and kind.search(doer) for kind in (_ARMY, _POLICE))


def _shares_name(by: str, doer: str) -> bool:
    """Whether a force is named by its speaker's body ("coalition spokesman", "coalition jets")."""
    if _ARMS.search(doer) is None:
        return False
    one, other = (set(_WHOSE.sub(" ", _ARMS.sub(" ", name)).lower().split()) for name in (by, doer))
    return len(other) > 0 and other <= one


_OF_SPEAKER = re.compile(r"(?:its|our|my|we)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|our|my)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ITS_REACH = 30
_IN_FIGHT = re.compile(rf"\b(?:{FIGHTING}|lost|foil(?:ed|s)|thwart(?:ed|s))\b", re.IGNORECASE)


def in_a_fight(page: Page, doer: Mention) -> bool:
    """Whether a party tells of its own in a fight ("its patrol clashed"): that claims no attack.

    Args:
        page: The document with its sentences.
        doer: The words for the party; offsets in characters of ``page.text``.
    """
    sentence = page.sentence_at(doer.start)
    return sentence is not None and _IN_FIGHT.search(page.text, doer.end, sentence.end) is not None
