"""Groups that a text names in full and no list has: found when a short form asks for one.

"The alliance" after "the Thorn Alliance", "SPB" after "the Selane Police Brotherhood", and a
name spelt in two ways stand for what the text has named, whether or not it is an armed group.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from recount.resources.actors.list import LEAST_CONSONANTS
from recount.resources.actors.spelling import first_vowels_agree, skeleton_of
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

PHRASE = re.compile(
    r"(?:(?<![\w-])(?:al|el|an|ar|as|ash|ad)-)?(?:[A-ZÀ-Þ][\w’'-]*)(?:\s(?:(?:of|for|the|de|del|la|el|al|ag|bin|ibn|von|van|der|da|dos)\s){0,2}"
    r"(?:[a-z]{1,3}[-’'])?[A-ZÀ-Þ][\w’'-]*){0,7}"
)
"""A run of words with capitals, with the small words inside names."""
OPENERS = re.compile(
    r"(?:The|In|On|At|A|An|But|And|While|When|After|Before|As|If|For|From|By|Since|Then|Once|"
    r"Later|Both|Its|Their|This|That|These|Those|Members|Fighters|Soldiers|Leaders|Delegates|Reporters|Journalists|Troops|Supporters|"
    r"Commanders|Officials|Gunmen|Militants|Rebels|Militiamen|Spokesmen|Editors|Agents|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today|of|the|for|and)\s"
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
    if is_capitals(text):
        return ()
    return tuple(p for p in _named(text) if ORGANISED.search(p.name) is not None)


def after_openers(text: str, start: int, end: int) -> int:
    """Return where ``text[start:end]`` begins without the words that open its sentence."""
    opener = OPENERS.match(text, start, end)
    while opener is not None:
        start = opener.end()
        opener = OPENERS.match(text, start, end)
    return start


@lru_cache(maxsize=8)
def _named(text: str) -> tuple[Phrase, ...]:
    """Return the names of two words and more."""
    return tuple(_phrases(text))


@lru_cache(maxsize=8)
def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the runs of words with capitals stand in a text."""
    return tuple(match.span() for match in PHRASE.finditer(text))


def _phrases(text: str) -> Iterator[Phrase]:
    for first, end in runs(text):
        start = after_openers(text, first, end)
        name = " ".join(text[start:end].split())
        if len(name.split()) > 1:
            yield Phrase(name, start, end)


_INSTITUTION = re.compile(
    r"\b(?:Agency|Army|Assembly|Association|Bank|Board|Bureau|Cabinet|Center|Centre|Command|"
    r"Commission|Committee|Congress|Corps|Council|Court|Department|Embassy|Federation|Fleet|"
    r"Foundation|Institute|Ministry|Navy|Network|Observatory|Office|Organi[sz]ation|Parliament|"
    r"Party|Police|Secretariat|Senate|Union|University|Gazette|Herald|Post|Times|Tribune)$"
)
_OF = re.compile(r"\s(?:of|for)\s.*$")


def institutions(text: str) -> Iterator[Phrase]:
    """Yield the names that hold a noun of institutions ("the Foreign Office").

    >>> [phrase.name for phrase in institutions("The Foreign Office denied it in Merin Bay.")]
    ['Foreign Office']
    """
    for phrase in () if is_capitals(text) else _named(text):
        if _INSTITUTION.search(_OF.sub("", phrase.name)) is not None:
            yield phrase


def before(text: str, offset: int, reach: int = REACH) -> list[Phrase]:
    """Return the names that end before an offset within a reach, the nearest last."""
    return [p for p in phrases(text) if offset - reach <= p.start and p.end <= offset]


def with_noun(text: str, offset: int, noun: str) -> Phrase | None:
    """Return the nearest name before an offset with the noun in it ("the alliance")."""
    stem = noun.lower().removesuffix("men").rstrip("s")
    named = [p for p in before(text, offset) if stem in p.name.lower()]
    return named[-1] if len({p.name for p in named}) == 1 else None


def ending_in(text: str, offset: int, words: str) -> Phrase | None:
    """Return the only name before an offset that ends with these words ("the Vanguard")."""
    tail = f" {words.casefold()}"
    named = [p for p in before(text, offset) if p.name.casefold().endswith(tail)]
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
    """Return the former or the latter of two names told before an offset.

    They are the last two that "and" joins; where it joins none, those told last.
    """
    named = before(text, offset, reach)
    joined = [
        (one, other)
        for one, other in pairwise(named)
        if _JOINS.fullmatch(text, one.end, other.start) is not None
    ]
    if len(joined) > 0:
        return joined[-1][0 if former else 1]
    return None if len(named) < 2 else named[-2 if former else -1]


_JOINS = re.compile(r",?\s+(?:and|or|with|against)\s+(?:the\s+)?", re.IGNORECASE)


def spelt_before(text: str, offset: int, words: str) -> Phrase | None:
    """Return the first spelling before an offset of a name that words write otherwise."""
    key = skeleton_of(words)
    if len(key) < LEAST_CONSONANTS:
        return None
    told = runs(text)
    for first, end in told[bisect_left(told, (max(0, offset - REACH), 0)) :]:
        if end > offset:
            return None
        opener = OPENERS.match(text, first, end)
        start = first if opener is None else opener.end()
        name = " ".join(text[start:end].split())
        if name == words or name[:1] != words[:1]:
            continue
        if skeleton_of(name) == key and first_vowels_agree(name, words):
            return Phrase(name, start, end)
    return None


MIXED_SHORT = re.compile(r"[A-Z][a-z]?[A-Z]{1,3}|[A-Z]{1,3}[a-z][A-Z]")
"""An abbreviation with a small letter ("LeM")."""
_TAIL = re.compile(r"\s(?:in|and|on)\s(?:the\s)?([A-ZÀ-Þ])\w+")
"""A last word that the run of capitals leaves out ("Union of Forces in Orvel")."""
_BRACKETED = re.compile(r"\s\(([A-Z])[\w ]+\)")
"""A word in brackets that belongs to a name ("(Maoist)")."""


def spelt_out(text: str, offset: int, short: str) -> Phrase | None:
    """Return the name before an offset whose initials an abbreviation is.

    >>> said = "The Coastal Salvation Army of Quorra shelled the port. CSA gunners"
    >>> spelt_out(said, len(said), "CSA").name
    'Coastal Salvation Army of Quorra'
    """
    letters = re.sub(r"[.-]", "", short).upper()
    if not letters.isalpha() or not _SHORTEST < len(letters) <= _LONGEST_SHORT:
        return None
    named = _named(text)
    later = [p for p in named if p.start > offset]
    earlier = [p for p in named if offset - REACH <= p.start and p.end <= offset]
    for phrase in (*reversed(earlier), *later):
        if _OTHER.search(text, phrase.end, offset) is not None:
            continue
        words = [w for w in re.split(r"[\s-]+", phrase.name) if w[:1].isupper()]
        initials = "".join(word[0] for word in words).upper()
        bracket = _BRACKETED.match(text, phrase.end)
        bracket = bracket or _TAIL.match(text, phrase.end)
        longer = initials if bracket is None else f"{initials}{bracket[1]}"
        small = "".join(part[:1] for part in re.split(r"[\s-]+", phrase.name)).upper()
        body = ORGANISED.search(phrase.name) is not None
        if letters in (initials, longer, small) or (body and letters == initials[:-1]):
            return phrase
    return None
