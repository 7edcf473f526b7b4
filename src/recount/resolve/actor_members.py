"""Groups in the words for their men: "fighters of the Northern Front", "the Harun Vol group"."""

from __future__ import annotations

import re

from recount.model import Span
from recount.resolve.actor_namesakes import people_of

_MEN = (
    r"(?:fighters?|gunm[ae]n|militants?|members?|soldiers?|troops|forces|m[ae]n|guerrillas?|rebels?|"
    r"insurgents?|units?|commandos?|militiam[ae]n|elements?|supporters?|commanders?|jihadists?|"
    r"separatists?|terrorists?|cells?|squads?|leaders?|loyalists?|partisans?|spokes(?:m[ae]n|wom[ae]n|"
    r"person|people)|representatives?|branch(?:es)?|wings?|chapters?|arms?)"
)
_BODIES = re.compile(
    r"\b(?:Alliance|Battalion|Brigades?|Brotherhood|Bloc|Cartel|Coalition|Column|Confederation|Emirate|Faction|"
    r"Federation|Front|Gang|Group|Guards?|League|Legion|Liberation|Mafia|Militias?|Movement|Network|"
    r"Organi[sz]ation|Party|Resistance|Revolutionary|Self-Defen[cs]e|Shield|Syndicate|Union|Vanguard)\b",
    re.IGNORECASE,
)
"""Nouns of groups that are no state's: soldiers of an army stay soldiers of their state."""
_NAME = r"(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:of|for|the)\s+){0,2}[A-ZÀ-Þ][\w’'-]*){0,7}"
_OF = re.compile(
    rf"(?:[\w’'-]+\s+){{0,4}}?(?i:{_MEN})\s+(?i:of|from|for|loyal\s+to|belonging\s+to)\s+"
    rf"(?P<body>{_NAME}(?:\s+(?:battalion|brigade|militia|gang|network|column))?)$"
)
_UNIT = r"(?:battalion|brigade|regiment|militia|group|movement|gang|network|cell|column|faction)"
_OF_SHORT = re.compile(
    rf"(?:[\w’'-]+\s+){{0,4}}?{_MEN}\s+(?:of|from)\s+(?P<body>the\s+same\s+(?:{_UNIT}|organi[sz]ation|front|party|clan))$|"
    rf"(?:[\w-]+\s+){{1,4}}?of\s+(?P<whose>its)\s+(?:own\s+)?{_MEN}(?:\s+and\s+\w+)?$",
    re.IGNORECASE,
)
"""Men of whoever was told of before ("fighters of the same group", "two hundred of its men")."""
_BEFORE = re.compile(rf"(?P<body>{_NAME})\s+(?-i:{_MEN})$")
_GROUP = re.compile(
    r"[Tt]he\s+(?P<name>[A-ZÀ-Þ][\w’'-]*(?:[\s-][A-ZÀ-Þ][\w’'-]*){0,3})\s+"
    r"(?P<noun>group|movement|militia|battalion|brigade|regiment)$"
)
_IN_CAPITALS = re.compile(
    r"THE\s+(?:SELF-STYLED\s+|SO-CALLED\s+)?(?P<name>[A-Z][\w’'-]*(?:[\s-][A-Z][\w’'-]*){1,3})\s+"
    r"(?:GROUP|MOVEMENT|GANG|MILITIA|NETWORK)$"
)
_OF_NAME = frozenset({"battalion", "brigade", "regiment"})
"""Nouns that belong to a name before them, with or without a capital."""
_STYLED = re.compile(r"(?:self-styled|so-called)\s+", re.IGNORECASE)


def body_of(text: str, span: Span) -> Span | None:
    """Return the name of the group whose men are told of.

    >>> told = "fighters of the Northern Front"
    >>> body_of(told, Span(0, len(told))).of(told)
    'the Northern Front'
    """
    words = span.of(text)
    if words.isupper():
        return None
    short = _OF_SHORT.match(words)
    if short is not None:
        group = "body" if short["body"] else "whose"
        return Span(span.start + short.start(group), span.start + short.end(group))
    found = _OF.match(words) or _BEFORE.match(words)
    if found is None or _BODIES.search(found["body"]) is None:
        return None
    return Span(span.start + found.start("body"), span.start + found.end("body"))


def named_group(words: str, *, capitals: bool) -> str | None:
    """Return the name before a noun of groups; ``None``: it is none ("the Islamist group").

    Args:
        words: the words for an actor.
        capitals: whether their whole text is set in capitals.

    >>> named_group("the Harun Vol group", capitals=False)
    'Harun Vol'
    """
    bare = _STYLED.sub("", words)
    found = (_IN_CAPITALS if capitals else _GROUP).match(bare)
    if found is None:
        return None
    name = found["name"]
    noun = found.groupdict().get("noun")
    if noun in _OF_NAME:
        name = f"{name} {noun}"
    described = _DESCRIBES.search(name) is not None or people_of(name) is not None
    return None if described else name


_DESCRIBES = re.compile(
    r"\b(?:\w+(?:ist|ian|ish|ese)|Muslim|Christian|Shi(?:a|ite)|Sunni|Kurdish|Arab|Tuareg|Fulani|armed|"
    r"rebel|guerrilla|left-?wing|right-?wing|paramilitary)\b",
    re.IGNORECASE,
)
"""Words that say of what kind a group is."""
