"""Names in a text set in capitals, where no letter tells a name from another word.

A name is what follows a title, a listed given name, or words that introduce a person
("HIS UNCLE,", "IDENTIFIED AS"), up to the next mark or common word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recount.resources.grammar.words import number_words
from recount.resources.persons.patterns import KIN_WORDS, PLACE_FIRST
from recount.resources.persons.words import person_words
from recount.resources.rarity import rarity
from recount.resources.voices.words import speech_words

_CAPS_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]*")
AFTER_GIVEN = 3
"""Words after a given name or title that may belong to the name."""
LONGEST = 4
"""Words of the longest name after words that introduce a person."""
PARTICLES = frozenset({"y", "de", "del", "la", "las", "los", "el", "al", "bin", "ibn", "abu"})
"""Small words inside a name ("BLANCA RODRIGUEZ DE PEREZ")."""
COMMON = 5.9
"""Bits below which a word that no list has as a given name is a common one."""

_RUN = re.compile(r"\s*(?:[\"“]?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]*[\"”]?[ \n]?)+")
_NEXT = re.compile(r"\s*(?:,\s+\d{1,2})?(?:,\s+AND\s+|,\s+|\s*AND\s+)(?=[A-ZÀ-ÖØ-Þ])")
_AGE = re.compile(r",\s(?:AGED?\s)?\d{1,2}[,.;]|\s\(\d{1,2}\)")
_AGED = re.compile(
    r"(?P<name>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]+(?:[ ][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]+){1,2})"
    rf"(?={_AGE.pattern})"
)


@cache
def _cues() -> re.Pattern[str]:
    """What introduces a person: kin, a private calling, or a word of naming."""
    kinds = (word.upper() for word, kind in person_words().roles.items() if kind == "private")
    callings = "|".join(sorted(map(re.escape, kinds), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\b(?:(?P<one>(?:{KIN_WORDS.upper()}|{callings}|COLLEAGUE|NEWSMAN|JOURNALIST|PEASANT)S?)"
        r"(?:,|\b)(?=\s)"
        r"|(?P<named>(?:NAMED|CALLED|SURNAMED|ALIAS|A\s+CERTAIN|(?:IDENTIFIED|NAMED|KNOWN)\b"
        r"[^.,;\n]{0,40}?\bAS))(?=\s)"
        r"|(?P<list>(?:DETAINED|ARRESTED|KILLED|WOUNDED|INJURED|KIDNAPPED|DEAD|VICTIMS)\s"
        r"(?:WERE|ARE|INCLUDE|INCLUDED)):?(?=\s))"
    )


def mixed_case(text: str) -> str:
    """Return a text set in capitals with capitals left where a name may stand; lengths are kept.

    >>> mixed_case("HER UNCLE, SALO MIGRAN, WAS SHOT")
    'her uncle, Salo Migran, was shot'
    """
    named = {at for first, last in _introduced(text) for at in range(first, last)}
    listed, speech = person_words(), speech_words()
    small = listed.not_first | speech.breakers | speech.prepositions | speech.auxiliaries
    titles = listed.plain_titles | listed.public_titles
    left, parts, at, before = 0, [], 0, ""
    for match in _CAPS_WORD.finditer(text):
        word = match.group()
        low = word.lower()
        gap = text[at : match.start()]
        if gap.strip(' \n"“”') not in ("", "."):
            left, before = 0, ""
        starts = low in listed.given or low in titles
        common = low in small or low in speech.verbs or low.endswith(("ed", "ing"))
        inner = left > 0 and low in PARTICLES
        follows = left > 0 and not common
        told = before in PARTICLES or (low not in listed.not_person and not _told(low, left))
        if match.start() in named:
            word = _capitalised(word)
        elif starts and low not in small and before not in PLACE_FIRST:
            left = AFTER_GIVEN
            word = _capitalised(word)
        elif follows and told and not inner:
            left -= 1
            word = _capitalised(word)
        else:
            left = left if inner else 0
            word = low
        parts += [gap, word]
        at, before = match.end(), low
    return "".join([*parts, text[at:]])


def _told(low: str, left: int) -> bool:
    """Whether a word far behind a given name is a common one ("MARIA ROCA ORA SPOKE")."""
    return left < AFTER_GIVEN and _is_common(low)


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def _is_common(low: str) -> bool:
    listed, speech = person_words(), speech_words()
    if low in listed.given:
        return False
    return (
        low in listed.not_first
        or low in listed.not_person
        or low in listed.roles
        or low in number_words().nouns
        or low in speech.verbs
        or low in speech.breakers
        or low in speech.prepositions
        or low in speech.auxiliaries
        or low.endswith(("ed", "ing"))
        or rarity(low) < COMMON
    )


def _introduced(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand that words before or an age behind introduce."""
    for cue in _cues().finditer(text):
        at, first = cue.end(), True
        while True:
            end, count = _name_end(text, at)
            if count == 0 or (not first and count == 1):
                break
            yield at, end
            follows = _NEXT.match(text, end)
            if follows is None or (cue["list"] is None and cue["one"] is None):
                break
            if (
                cue["one"] is not None
                and not cue["one"].endswith("S")
                and "AND" not in (follows.group())
            ):
                break
            at, first = follows.end(), False
    if _AGE.search(text) is None:  # far quicker than to try each name
        return
    for aged in _AGED.finditer(text):
        words = aged["name"].split()
        if not any(_is_common(word.lower()) for word in words[-2:]):
            start = aged.start("name")
            yield start + (len(words[0]) + 1 if _is_common(words[0].lower()) else 0), aged.end()


def _name_end(text: str, at: int) -> tuple[int, int]:
    """Return where a name that begins behind these words ends, and how many words it has."""
    end, count = at, 0
    run = _RUN.match(text, at)
    if run is None:
        return end, 0
    for match in re.finditer(r"[A-ZÀ-ÖØ-Þ’'-]+", run.group()):
        low = match.group().lower()
        inner = low in PARTICLES and count
        if low in person_words().plain_titles:
            continue
        if count == LONGEST or (_is_common(low) and not inner):
            break
        end, count = at + match.end(), count + 1
        if text.startswith(".", end) and len(low) > 1:
            break
    return end, count
