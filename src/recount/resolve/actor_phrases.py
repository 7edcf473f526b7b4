"""Groups that a text names in full and no list has: found when a short form asks for one.

"The alliance" after "the Thorn Alliance", "SPB" after "the Selane Police Brotherhood", and a
name spelt in two ways stand for what the text has named, whether or not it is an armed group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from recount.resources.actors.list import LEAST_CONSONANTS
from recount.resources.actors.spelling import skeleton_of
from recount.resources.actors.tokens import is_capitals

ORGANISED = re.compile(
    r"\b(?:alliance|army|armed|assembly|association|battalion|brigades?|brotherhood|bloc|cartel|"
    r"clan|coalition|column|command|commandos?|commission|committee|confederation|congress|corps|"
    r"council|defen[cs]e|division|emirate|faction|federation|fighters|forces?|front|gang|group|"
    r"guards?|guardia|guerrillas?|initiative|insurgents?|league|legion|liberation|mafia|militias?|"
    r"mission|mob|movement|network|organi[sz]ation|partisans|party|patrol|platoon|police|rebels?|"
    r"regiment|resistance|revolutionary|rifles|self-defen[cs]e|separatists?|shield|squad|squadron|"
    r"state|syndicate|tribe|troops|union|unit|vanguard|vigilantes|volunteers|wing)\b",
    re.IGNORECASE,
)
"""Nouns of names of groups, forces, parties and gangs."""

_PHRASE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*)(?:\s(?:(?:of|for|the|de|del|la|el|al)\s){0,2}[A-ZÀ-Þ][\w’'-]*){0,7}"
)
_OPENERS = re.compile(
    r"(?:The|In|On|At|A|An|But|And|While|When|After|Before|As|If|For|From|By|Since|Then|Once|"
    r"Later|Both|Its|Their|This|That|These|Those|Members|Fighters|Soldiers|Leaders|Delegates|"
    r"of|the|for|and)\s"
)
"""Words that open a sentence and belong to no name."""

_OTHER = re.compile(
    r"\b(?:not to be confused|no (?:relation|link|connection)|unrelated|not the same)\b",
    re.IGNORECASE,
)
"""Words that tell two alike names apart."""
REACH = 1200
"""Characters before a short form in which its full name may stand."""
_LONGEST_SHORT, _SHORTEST = 6, 2
"""Letters of an abbreviation."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name of a group in a text, without its article: ``text[start:end]`` is ``name``."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=8)
def phrases(text: str) -> tuple[Phrase, ...]:
    """Return the names of groups in a text by their nouns, in order; none in capitals.

    >>> [phrase.name for phrase in phrases("Delegates of the Thorn Alliance left Merin.")]
    ['Thorn Alliance']
    """
    return () if is_capitals(text) else tuple(_phrases(text))


def _phrases(text: str) -> Iterator[Phrase]:
    for match in _PHRASE.finditer(text):
        start, end = match.span()
        opener = _OPENERS.match(text, start, end)
        while opener is not None:
            start = opener.end()
            opener = _OPENERS.match(text, start, end)
        name = " ".join(text[start:end].split())
        if len(name.split()) > 1 and ORGANISED.search(name) is not None:
            yield Phrase(name, start, end)


def before(text: str, offset: int, reach: int = REACH) -> list[Phrase]:
    """Return the names that end before an offset within a reach, the nearest last."""
    return [p for p in phrases(text) if offset - reach <= p.start and p.end <= offset]


def with_noun(text: str, offset: int, noun: str) -> Phrase | None:
    """Return the nearest name before an offset with the noun in it ("the alliance")."""
    stem = noun.lower().removesuffix("men").rstrip("s")
    named = [p for p in before(text, offset) if stem in p.name.lower()]
    return named[-1] if len({p.name for p in named}) == 1 else None


def nearest(text: str, offset: int, reach: int) -> Phrase | None:
    """Return the only name within a reach before an offset ("the group")."""
    named = before(text, offset, reach)
    return named[-1] if len({p.name for p in named}) == 1 else None


_ARMED = re.compile(
    r"\b(?:guards?|self-defen[cs]e|brigades?|shield|legion|column|battalion|volunteers|vigilantes|"
    r"brotherhood|regiment|rifles|commandos?|partisans|league)\b",
    re.IGNORECASE,
)
_KEEPERS = re.compile(r"\b(?:mission|force)\b", re.IGNORECASE)
"""Nouns of names that "the militia" and "the peacekeepers" may stand for."""


def by_kind(text: str, offset: int, reach: int, noun: str) -> Phrase | None:
    """Return the only name within a reach that "the militia" or "the peacekeepers" fits."""
    wanted = {"militia": _ARMED, "peacekeeper": _KEEPERS}.get(noun.lower().rstrip("s"))
    if wanted is None:
        return None
    named = [p for p in before(text, offset, reach) if wanted.search(p.name) is not None]
    return named[-1] if len({p.name for p in named}) == 1 else None


def of_two(text: str, offset: int, reach: int, *, former: bool) -> Phrase | None:
    """Return the former or the latter of the two names told last before an offset."""
    named = before(text, offset, reach)
    return None if len(named) < 2 else named[-2 if former else -1]


def _pattern(words: str) -> re.Pattern[str]:
    """Compile a pattern in which NAME and ALIAS stand for names of groups."""
    whole = words.replace("NAME", f"(?P<name>{_PHRASE.pattern})")
    return re.compile(whole.replace("ALIAS", f"(?P<alias>{_PHRASE.pattern})"))


_SAME = (
    _pattern(r"\b[Tt]he\s+NAME\s+\((?:the\s+)?[“\"]?(?P<alias>[A-ZÀ-Þ][A-ZÀ-Þ.]{1,7})\b"),
    _pattern(
        r"\b[Tt]he\s+NAME,\s+(?:formerly|previously|once|until\s+recently)\s+(?:the\s+)?ALIAS,"
    ),
    _pattern(
        r"\b[Tt]he\s+NAME,?\s+(?:which\s+is\s+|now\s+|also\s+|better\s+|sometimes\s+|formerly\s+|"
        r"previously\s+|locally\s+)*(?:known|called|named)\s+(?:as\s+)?[“\"]?(?:the\s+)?ALIAS"
    ),
    _pattern(
        r"\b(?:[Oo]nce|[Ff]ormerly|[Pp]reviously)\s+(?:called|known\s+as|named)\s+the\s+ALIAS,"
        r"\s+the\s+NAME"
    ),
    _pattern(
        r"\b(?:refer(?:s|red|ring)?\s+to|call(?:s|ed|ing)?|label\w*|brand\w*|dub\w*)\s+the\s+NAME"
        r"\s+(?:as\s+)?[“\"](?:the\s+)?(?P<alias>[^“”\"]{3,40})[”\"]"
    ),
    _pattern(
        r"\b[Tt]he\s+ALIAS\s+(?:has\s+|had\s+)?(?:renamed\s+itself|changed\s+its\s+name\s+to|becomes?|"
        r"became|will\s+become|was\s+renamed|is\s+now\s+called|now\s+calls\s+itself)\s+"
        r"[“\"]?(?:the\s+)?NAME"
    ),
)
"""How a text says that two names with "the" are one group's; people's names have no "the"."""


@lru_cache(maxsize=8)
def equated(text: str) -> dict[str, Phrase]:
    """Return the names that a text gives to groups beside their main ones, in small letters.

    >>> equated("The Sons of Oreth, also known as the Grey Scarves, fled.")["grey scarves"].name
    'Sons of Oreth'
    """
    found: dict[str, Phrase] = {}
    for pattern in _SAME:
        for match in pattern.finditer(text):
            name = " ".join(match["name"].split())
            alias = " ".join(match["alias"].split()).casefold()
            found.setdefault(alias, Phrase(name, match.start("name"), match.end("name")))
    for match in _KNOWN_TOO.finditer(text):
        named = before(text, match.start(), _SENTENCES)
        if len(named) > 0:
            found.setdefault(" ".join(match["alias"].split()).casefold(), named[-1])
    return found


_KNOWN_TOO = _pattern(r"\bKnown\s+(?:\w+\s+){0,4}?as\s+(?:the\s+)?ALIAS,\s+(?:it|they|the\s+\w+)\b")
"""A sentence that opens with another name of the group told before."""
_SENTENCES = 250
"""Characters of the sentence before."""


def spelt_before(text: str, offset: int, words: str) -> Phrase | None:
    """Return the first spelling before an offset of a name that words write otherwise."""
    key = skeleton_of(words)
    if len(key) < LEAST_CONSONANTS:
        return None
    for match in _PHRASE.finditer(text, max(0, offset - REACH), offset):
        start, end = match.span()
        opener = _OPENERS.match(text, start, end)
        start = start if opener is None else opener.end()
        name = " ".join(text[start:end].split())
        if name != words and skeleton_of(name) == key and name[:1] == words[:1]:
            return Phrase(name, start, end)
    return None


def spelt_out(text: str, offset: int, short: str) -> Phrase | None:
    """Return the name before an offset whose initials an abbreviation is.

    >>> said = "The Coastal Salvation Army of Quorra shelled the port. CSA gunners"
    >>> spelt_out(said, len(said), "CSA").name
    'Coastal Salvation Army of Quorra'
    """
    letters = short.replace(".", "").upper()
    if not letters.isalpha() or not _SHORTEST < len(letters) <= _LONGEST_SHORT:
        return None
    later = [p for p in phrases(text) if p.start > offset]
    for phrase in (*reversed(before(text, offset)), *later):
        if _OTHER.search(text, phrase.end, offset) is not None:
            continue
        words = [w for w in re.split(r"[\s-]+", phrase.name) if w[0].isupper()]
        initials = "".join(word[0] for word in words).upper()
        if letters in (initials, initials[:-1]):
            return phrase
    return None
