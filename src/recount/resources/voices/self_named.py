"""Positions of doers who say themselves whose men they are, and of who calls in their name.

"The kidnappers identified themselves as members of X" and "a caller who said he belonged to X"
claim a deed for X, and so does a call from X that says who did it.
"""

from __future__ import annotations

import re

from recount.model import Stance
from recount.resources.voices.finder import Finder
from recount.resources.voices.rule import Rule, pattern

_DOERS = (
    r"(?:kidnappers?|abductors?|captors?|attackers?|assailants?|gunm[ae]n|raiders?|hijackers?|killers?|robbers?|"
    r"hostage-takers?|perpetrators?|bombers?|(?:armed|masked|hooded|heavily\s+armed|unidentified)\s+(?:m[ae]n|individuals|persons|group))"
)
_MEMBERS = (
    r"(?:members?|fighters?|guerrillas?|rebels?|militants?|soldiers?|combatants?|commandos?|followers?|"
    r"spokes(?:m[ae]n|wom[ae]n|persons?)|representatives?|commanders?)"
)
_MEMBER_OF = rf"(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{_MEMBERS}\s+of\s+"
_AS = rf"(?:as|to\s+be)\s+(?:{_MEMBER_OF})?"
_TO_BE = (
    rf"(?:to\s+be\s+|(?:that\s+)?(?:he|she|they)\s+(?:is|was|were|are)\s+){_MEMBER_OF}|"
    r"(?:that\s+)?(?:he|she|they)\s+belong(?:ed|s)?\s+to\s+|to\s+belong\s+to\s+"
)
_CALL = r"(?:calls?|caller|messages?|letters?|notes?|communiqu[eé]s?|statements?)"
_CALLED = re.compile(
    r"\b(?:call(?:ed|er|ers|s)|telephon\w*|phon(?:ed|e\s+calls?)|anonymous|voice)\b", re.IGNORECASE
)
_BEFORE = 250
"""Characters before somebody's word on whose man he is in which a call is told."""
_NAME = re.compile(r"[A-ZÀ-Þ]")
_NO_BODY = re.compile(
    r"(?:police|soldiers?|troops|officers?|agents?|security|customers?|students?|workers?|members?)\b",
    re.IGNORECASE,
)
"""What attackers who deceive say that they are."""


def _read_self_named(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the kidnappers identified themselves as members of X"."""
    actor = finder.phrase_after(match.end())
    if actor is None or not finder.told_before(match):
        return
    told = actor.of(finder.text)
    if _NAME.search(told) is not None and _NO_BODY.match(told) is None:
        finder.add(stance, match, actor=actor, by=actor)


def _read_caller(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "he said that he is a member of X" of somebody who called."""
    low = max(0, finder.sentence.start - _BEFORE)
    if _CALLED.search(finder.text, low, match.end()) is not None:
        _read_self_named(finder, match, stance)


def _read_call(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "a call from X, who said they were responsible"."""
    actor = finder.up_to(
        finder.right(match.start("who")), "who", "which", "in", "saying", "claiming"
    )
    if actor is not None and not finder.taken_back(match):
        finder.add(stance, match, actor=actor, by=actor)


SELF_NAMED_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.CLAIMED,
        pattern(
            rf"\b{_DOERS}\s+(?:who\s+)?(?:had\s+|have\s+)?(?:(?:identif|describ|introduc|present)\w+\s+(?:them|him|her)sel(?:f|ves)\s+{_AS}|"
            rf"(?:said|claimed|told\s+(?:the\s+)?\w+)\s+(?:{_TO_BE}))"
        ),
        _read_self_named,
        ("sel", "said", "claimed", "told"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            rf"\b(?:he|she|they|callers?|m[ae]n|wom[ae]n|voice|persons?)\s+(?:who\s+(?:(?:phon|call|telephon)ed\s+(?:[^.;,]{{1,40}}?\s)?)?)?(?:said|says|claimed|claims|saying|claiming)\s+(?:{_TO_BE})"
        ),
        _read_caller,
        ("said", "says", "saying", "claim"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            rf"\b{_CALL}\s+(?:\w+\s+){{0,3}}?(?:from|by)\s+(?=(?P<who>(?:the|an?)\s+\S|(?-i:[A-ZÀ-Þ])))[^.;]{{2,90}}?\b"
            r"(?:said|says|saying|stat(?:ed|es|ing)|admitt(?:ed|ing)|declar(?:ed|ing))\s+(?:that\s+)?(?:it|they|we|he)\s+(?:(?:was|were|are|is|had\s+been)\s+"
            r"(?:responsible|behind)|(?:had\s+|have\s+)?(?:carried\s+out|committed))\b"
        ),
        _read_call,
        ("call", "messag", "letter", "note", "communiqu", "statement"),
    ),
)
