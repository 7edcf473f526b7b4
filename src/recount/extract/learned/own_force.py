"""Whether a speaker tells of a force of its own: "the army said the air force bombed a depot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    r"minist(?:ry|er) of defen[cs]e|(?:operations|high|central|supreme) command|joint chiefs|"
    r"war media"
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
    r"joint|operations|(?:fighter|war|attack)?\s?(?:jets?|planes?|helicopters?|gunships?|drones?)|f-\d+s?|bombers?|artillery|"
    r"tanks?|gunners|crews?|units?|patrols?|forces?|armou?red|special|elite|engineers?|airborne|mechani[sz]ed|ministry|defen[cs]e|minister|office|"
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
    if _THEIRS.match(names[0]) is not None and doer.end <= by.start:
        return not in_a_fight(page, doer)
    if _STATE_VOICE.search(names[0]) is not None:
        return _is_nameless_army(page, doer) and not in_a_fight(page, doer)
    if _shares_name(*names) and not in_a_fight(page, doer):
        return True
    if _NAMED_BEFORE.search(page.text, max(0, doer.start - _ITS_REACH), doer.start):
        return False
    if not _of_one_kind(*names) or in_a_fight(page, doer):
        return False
    one, other = (_bare(name) for name in names)
    return len(other) == 0 or one == other


def _bare(name: str) -> set[str]:
    """Return the words of a force's name that say whose it is."""
    return set(_WHOSE.sub(" ", _ARMS.sub(" ", name)).lower().split())


def _is_nameless_army(page: Page, doer: Mention) -> bool:
    """Whether soldiers are told of without saying whose ("the army", not "Northland warplanes")."""
    told = doer.span.of(page.text)
    if _NAMED_BEFORE.search(page.text, max(0, doer.start - _ITS_REACH), doer.start):
        return False
    return _ARMY.search(told) is not None and len(_bare(told)) == 0


def fights_attackers(page: Page, doer: Mention) -> bool:
    """Whether a force is told to have fought those who did it ("police shot the last gunman").

    Args:
        page: The document with its sentences.
        doer: The words for the force; offsets in characters of ``page.text``.
    """
    sentence = page.sentence_at(doer.start)
    if sentence is None or _GUARDS.search(doer.span.of(page.text)) is None:
        return False
    return _AT_ATTACKERS.match(page.text, doer.end, sentence.end) is not None


def does_its_duty(page: Page, by: Mention | None, doer: Mention) -> bool:
    """Whether officials tell that a force arrested somebody or foiled something.

    Args:
        page: The document with its sentences.
        by: The words for who says so, if anybody.
        doer: The words for the force; offsets in characters of ``page.text``.
    """
    if by is None or _GUARDS.search(page.text, doer.start, doer.end + _NOUN) is None:
        return False
    official = _OFFICIAL.search(by.span.of(page.text)) is not None
    return official and _DUTY.match(page.text, doer.end) is not None


def only_does_its_duty(page: Page, doer: Mention, deeds: Sequence[Span]) -> bool:
    """Whether a force is told only to have come after an incident ("police arrested two men").

    Args:
        page: The document with its sentences.
        doer: The words for the force; offsets in characters of ``page.text``.
        deeds: The words for the incident: an arrest among them is a deed of the force.
    """
    sentence = page.sentence_at(doer.start)
    duty = _ARRESTS.match(page.text, doer.end)
    if sentence is None or duty is None or _GUARDS.search(doer.span.of(page.text)) is None:
        return False
    behind = [deed for deed in deeds if doer.end <= deed.start < sentence.end]
    return not any(
        deed.start < duty.end()
        or _OF_DUTY.search(deed.of(page.text))
        or (_DID.match(deed.of(page.text)) and _AND_THEN.search(page.text, duty.end(), deed.start))
        for deed in behind
    )


_OF_DUTY = re.compile(
    r"sweep|raid|search|round-?\s?up|operation|custody|arrest|detention|swoop", re.IGNORECASE
)
"""Words for an incident that is itself the duty."""
_DID = re.compile(r"\w+(?:ed|ing)\b|shot|struck|hit|beat|threw|blew|set|took", re.IGNORECASE)


_ARRESTS = re.compile(
    r"(?:\s+(?:agents?|officers?|forces|personnel|men|troops))?\s+(?:(?:had|have|has|also|later|\w+ly)\s+){0,3}"
    r"(?:arrest|detain|apprehend)\w*",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"\b(?:and|then|before|when)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""What joins a second deed of a force to its first ("arrested two and shot a third")."""


def is_outlets_own(text: str, by: Mention | None) -> bool:
    """Whether who tells of it is the outlet itself ("our correspondent observed")."""
    return by is not None and _OUTLETS_OWN.match(by.span.of(text)) is not None


_THEIRS = re.compile(
    r"(?:their|its|his)\s+(?:[\w-]+\s+){0,2}?(?:commands?|commanders?|military|army|headquarters|general\s+staff|"
    r"spokes(?:m[ae]n|wom[ae]n|persons?)|defen[cs]e\s+ministry|channels?|media\s+(?:office|wing|arm))\b",
    re.IGNORECASE,
)
"""A speaker who belongs to somebody named before ("the Northmen, their command said, ...")."""
_STATE_VOICE = re.compile(
    r"\bstate(?:-run)?\s+(?:television|TV|media|radio|news|broadcaster)\b|\bofficial\s+news\s+agency\b|^state$",
    re.IGNORECASE,
)
"""Who tells what the state did, as the state would have it."""
_GUARDS = re.compile(
    rf"\b(?:{_SOLDIERS}|{_OFFICERS}|{_BOTH_KINDS}|policem[ae]n|officers?|agents?|guards?|rangers?|vigilantes?|"
    r"militiam[ae]n|bodyguards?|security|services?|intelligence)\b",
    re.IGNORECASE,
)
_ATTACKERS = (
    r"(?:gunm[ae]n|attackers?|assailants?|militants?|insurgents?|bombers?|rebels?|terrorists?|hijackers?|bandits?|"
    r"jihadi(?:st)?s?|extremists?|kidnappers?|raiders?|robbers?|infiltrators?|shooters?|hostage-takers?|suspects?)"
)
_AT_ATTACKERS = re.compile(
    r"[^.;\n]{0,50}?\b(?:shot|killed|gunned\s+down|neutrali[sz]ed|eliminated|overpowered|subdued|cornered|surrounded|"
    r"battled|fought|engaged|repelled|repulsed|returned\s+fire|fired\s+(?:back\s+)?(?:at|on)|opened\s+fire\s+(?:at|on)|"
    r"chased|exchanged\s+fire\s+with|took\s+out|stopped)\s+(?:dead\s+)?(?:[\w’'-]+\s+){0,6}?(?:suspected\s+)?"
    rf"{_ATTACKERS}\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:officials?|police|ministry|minister|government|service|agency|army|military|command|governor|spokes\w+|"
    r"authorities|prosecutors?|commissioner|bureau)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"(?:\s+(?:agents?|officers?|forces|personnel|men|troops))?"
    r"\s+(?:(?:had|have|has|also|yesterday|today|on\s+\w+day|later|\w+ly)\s+){0,3}(?:thwart|foil|prevent|arrest|detain|"
    r"apprehend|captur|rescu|freed|free\b|seiz|search|dispers|intercept|defus|dismantl|raid(?:ed)?\s+(?:the\s+)?(?:hide|house))\w*",
    re.IGNORECASE,
)
_NOUN = 10
"""Characters behind words for a force in which its noun may stand ("intelligence" agents)."""
_OUTLETS_OWN = re.compile(
    r"(?:our|this\s+(?:newspaper|paper|station|outlet|website)[’']?s?)\s+(?:[\w-]+\s+)?"
    r"(?:correspondents?|reporters?|staff|team|journalists?|photographers?|writers?)\b",
    re.IGNORECASE,
)


def _of_one_kind(by: str, doer: str) -> bool:
    """Whether both are soldiers, or both are police: police who tell of soldiers tell of others."""
    return any(kind.search(by) and kind.search(doer) for kind in (_ARMY, _POLICE))


def _shares_name(by: str, doer: str) -> bool:
    """Whether a force is named by its speaker's body ("coalition spokesman", "coalition jets")."""
    if _ARMS.search(doer) is None:
        return False
    one, other = (_bare(name) for name in (by, doer))
    return len(other) > 0 and other <= one


_OF_SPEAKER = re.compile(r"(?:its|our|my|we)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|our|my)\s+(?:\w+\s+)?[\"“]?$", re.IGNORECASE)
_ITS_REACH = 30
_IN_FIGHT = re.compile(rf"\b(?:{FIGHTING}|lost|foil(?:ed|s)|thwart(?:ed|s))\b", re.IGNORECASE)


def in_a_fight(page: Page, doer: Mention) -> bool:
    """Whether a party tells of its own in a fight ("its patrol clashed"): that claims no attack.

    Args:
        page: The document with its sentences.
        doer: The words for the party; offsets in characters of ``page.text``.
    """
    sentence = page.sentence_at(doer.start)
    if sentence is None:
        return False
    befell = _BEFELL.match(page.text, doer.end)
    if befell is not None:
        return _ANSWERED.search(page.text, befell.end(), sentence.end) is None
    return _IN_FIGHT.search(page.text, doer.end, sentence.end) is not None


_BEFELL = re.compile(
    r"\s+(?:were|was|had\s+been|have\s+been|has\s+been|being|are|is)\s+(?:\w+ly\s+)?(?:fired|shot|attacked|ambushed|hit|"
    r"shelled|bombed|killed|wounded|targeted|lured|set|provoked|pelted|stoned)\b|\s+(?:came|had\s+come)\s+under\b",
    re.IGNORECASE,
)
"""What befell a side of the speaker's, and was none of its deeds."""
_ANSWERED = re.compile(
    r"\b(?:(?:shot|fired|struck|hit)\s+back|returned\s+(?:the\s+)?fire|respond|retaliat|opened\s+fire|then\s+\w+ed)",
    re.IGNORECASE,
)
