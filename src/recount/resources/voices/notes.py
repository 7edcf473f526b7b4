"""Positions in the short form of notes, and in notes left with the dead.

A log leaves words out ("KPF says it was the RHB", "KPF: not us"), and whoever kills may leave a
leaflet behind that says why.
"""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.finder import Finder
from recount.resources.voices.rule import Rule, pattern

_ONE = r"(?-i:[A-ZÀ-Þ])[\w’-]*"
_BODY = (
    rf"(?:(?:the\s+)?(?-i:[A-Z]{{2,8}})\b|"
    rf"the\s+(?:\d+\w\w\s+)?{_ONE}(?:\s(?:(?:of|for|the)\s){{0,2}}{_ONE}){{0,5}})"
)
"""A body's name: its letters, or a name behind "the"."""
_NAME = (
    rf"(?:the\s+)?{_ONE}(?:\s(?:(?:of|for|the|in)\s){{0,2}}{_ONE}){{0,5}}(?:\s\([^()\n]{{2,12}}\))?"
)
_OPENS = r"(?:^|(?<=[.;]\s)|(?<=[–—-]\s))"
_ENDS = r"(?=\s*[.,;]|\s*$)"


def _read_named(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X says it was Y"."""
    if not finder.taken_back(match) and finder.told_before(match):
        by = finder.left(match.start())
        finder.add(stance, match, actor=Span(*match.span("who")), by=by)


def _read_said(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X says Y": each puts it on the other."""
    low = max(0, finder.sentence.start - _BEFORE)
    if _IT_WAS.search(finder.text, low, finder.sentence.start):
        by = Span(*match.span("by"))
        finder.add(stance, match, actor=Span(*match.span("who")), by=by)


def _read_own(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X: not us" and a note signed by X: it is X who says so."""
    actor = Span(*match.span("who"))
    finder.add(stance, match, actor=actor, by=actor)


def _read_did(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X says it did it"."""
    actor = finder.left(match.start())
    if actor is not None and _NAMED.search(actor.of(finder.text)) and not finder.taken_back(match):
        finder.add(stance, match, actor=actor, by=actor)


_NAMED = re.compile(r"[A-ZÀ-Þ]")
_BEFORE = 90
_IT_WAS = re.compile(r"\b(?:says|said|blames)\b[^.;]{0,40}[.;]\s*$", re.IGNORECASE)

NOTE_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:says?|said|insists?|(?:is|are|was|were)\s+(?:certain|sure|convinced|adamant))\s+(?:that\s+)?it\s+was\s+"
            rf"(?P<who>{_BODY}){_ENDS}"
        ),
        _read_named,
        ("it was",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"{_OPENS}(?P<by>(?-i:[A-Z]{{2,8}}))\s+says?\s+(?P<who>(?-i:[A-Z]{{2,8}})){_ENDS}"
        ),
        _read_said,
        ("say",),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            rf"{_OPENS}(?P<who>{_NAME})\s*:\s+[\"“]?(?:it\s+was\s+)?not\s+(?:us|ours|our\s+\w+)\b"
        ),
        _read_own,
        ("not us", "not our"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:says|said|admits|admitted)\s+(?:that\s+)?(?:it|they)\s+did\s+(?:it|this|so)\b"
        ),
        _read_did,
        (" did ",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:notes?|leaflets?|pamphlets?|letters?|placards?|posters?|messages?|flyers?|banners?)\b[^.;]{0,60}?\b"
            rf"(?:signed(?:\s+(?:by|in\s+the\s+name\s+of))?|in\s+the\s+name\s+of)\s+(?P<who>{_NAME})(?:[’']s\b)?[^.;]{{0,40}}?\b"
            r"(?:call(?:ed|s)|accus(?:ed|es)|brand(?:ed|s)|denounc(?:ed|es)|label(?:led|s))\s+"
            r"(?:the\s+(?:dead|victims?|m[ae]n|wom[ae]n|two|three|four|slain|murdered)|him|her|them)\b(?!\s+(?:heroes|martyrs|innocent))"
        ),
        _read_own,
        ("signed", "name of"),
    ),
)
