"""First names that stand alone beside a word of kin: "her sons Oren, 9, and Ilo, 6"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recount.resources.persons.nouns import FoundPerson, Ranged
from recount.resources.persons.patterns import DATES, KIN_WORDS
from recount.resources.persons.words import person_words

_NAME = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[-’'][A-ZÀ-Þ][a-zà-öø-ÿ]+)?"
_ALONE = rf"(?P<name>{_NAME})(?![\w-])(?!\s[A-ZÀ-Þ])"
_AGED = re.compile(
    rf"{_ALONE}(?=,\s(?:aged\s)?\d{{1,3}}(?:[,.;]|\sand\b)|\s\((?:aged\s)?\d{{1,3}}\))"
)
_OWN = re.compile(
    rf"(?:\b(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Oo]ur|whose)|[’']s)\s"
    rf"(?:[\w-]+\s){{0,2}}{KIN_WORDS},?\s{_ALONE}"
)
_ALSO = re.compile(
    rf"(?:,\s|,?\sand\s){_ALONE}(?=[,.;]|\s[–—-]|\sand\b|\s(?:was|were|died|are|had)\b)"
)
"""Another name beside one of kin ("her sons Oren and Ilo")."""
_APART = re.compile(
    rf"\b(?:sons|daughters|brothers|sisters|children|boys|girls|twins|nephews|nieces|cousins)"
    rf"\s?[–—:-]\s?{_ALONE}(?=,\s[A-ZÀ-Þ]|\sand\s)"
)
"""The first of several names behind a dash ("the girls – Oren and Ilo – were ...")."""
_LIST = re.compile(rf"\b{KIN_WORDS}\b[^.!?\n]{{0,60}}")
"""A word of kin and what a list of names after it may hold before its end."""

BESIDE_KIN = "named beside kin"
"""Why a single name beside a word of kin is withheld."""
_CHILD = 18
"""Years under which a person is a minor."""

_SHORT_DATES = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec"}
)
_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’'-]*\s$")
_LONGEST = 25
"""Characters looked at before a name: a capital word there makes it a part of a longer name."""

_AGE = re.compile(r"\W{1,3}(?:aged\s)?(\d{1,3})")


def kin_names(
    text: str, known: Sequence[Ranged], people: Sequence[Ranged] = ()
) -> Iterator[FoundPerson]:
    """Yield single names of relatives that are not known as places, groups or full names.

    Args:
        text: the text.
        known: names of places and groups; "her sister Merin" is a person's all the same.
        people: names of people already found.

    >>> text = "They were her sons Oren, 9, and Ilo, 6."
    >>> [(p.name, p.reason) for p in kin_names(text, ())]
    [('Oren', 'a minor'), ('Ilo', 'a minor')]
    """
    listed = person_words()
    met: set[int] = set()
    for found in _candidates(text):
        start, end = found.span("name")
        low = found["name"].lower()
        own = found.re is _OWN and "," not in text[found.start() : start]
        taken = people if own else [*known, *people]
        met_before = any(item.start < end and start < item.end for item in taken)
        dated = low in DATES or low in _SHORT_DATES
        part = _BEFORE.search(text, max(0, start - _LONGEST), start) is not None
        common = low in listed.not_first and low not in listed.given
        if start in met or met_before or dated or part or common:
            continue
        met.add(start)
        age = _AGE.match(text, end)
        minor = age is not None and int(age[1]) < _CHILD
        yield FoundPerson(
            start, end, found["name"], public=False, reason="a minor" if minor else BESIDE_KIN
        )


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for own in (*_OWN.finditer(text), *_APART.finditer(text)):
        yield own
        also = _ALSO.match(text, own.end())
        while also is not None:
            yield also
            also = _ALSO.match(text, also.end())
    for stretch in _LIST.finditer(text):
        yield from _AGED.finditer(text, stretch.start(), min(len(text), stretch.end() + 8))
