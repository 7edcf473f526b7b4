"""What beside a run of capital words says that it names a place or a group, not a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recount.resources.persons.patterns import PLACE_FIRST
from recount.resources.persons.words import person_words

_AREA = (
    r"(?:villages?|towns?|townships?|hamlets?|settlements?|districts?|provinces?|count(?:y|ies)"
    r"|regions?|governorates?|departments?|municipalit(?:y|ies)|communes?|territor(?:y|ies)|cities|city"
    r"|areas?|neighbou?rhoods?|quarters?|suburbs?|camps?|axis|roads?|highways?|rivers?|valleys?"
    r"|checkpoints?|crossings?|bridges?|airports?|barracks|bases?|tracts?|wards?|localit(?:y|ies))"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]+"
AREA_AFTER = re.compile(rf"^\s{_AREA}\b(?!['’]s)")
"""A word of places right behind ("Tarn Osk village")."""
_BODY_AFTER = re.compile(
    r"^\s(?:command|front|battalion|brigade|column|division|regiment|squad|bloc|militia|gang|group"
    r"|cartel|clan|faction|cell|movement)\b(?!\s(?:leader|member|commander|chief|boss))"
)
"""A word of groups right behind ("the Aro Vell column")."""
_LISTED_AFTER = re.compile(
    rf"^(?:,\s{_NAME}(?:\s{_NAME})?)*,?\sand\s{_NAME}(?:\s{_NAME})?\s{_AREA}s?\b"
)
"""The word of places stands behind the last of several ("Tarn Osk and Vell districts")."""
_GROUP_BEFORE = re.compile(
    r"\b(?:group|charity|organi[sz]ation|newspaper|daily|weekly|website|broadcaster|station|agency"
    r"|company|firm|gang|militia|network|ngo|outlet|movement|clan|tribe|party|cartel|faction"
    r"|coalition|watchdog|monitor|aid\sagency|battalion|brigade|town\sof|village\sof|city\sof"
    r"|district\sof|hamlet\sof|province\sof|region\sof|island\sof|camp\sof)\s$",
    re.IGNORECASE,
)
_SAINTED_BEFORE = re.compile(
    r"\b(?:church|mosque|monastery|hospital|school|cathedral|shrine|convent|parish|college|chapel)"
    r"\sof\s$",
    re.IGNORECASE,
)
_IN_BEFORE = re.compile(
    r"\b(?:in|near|at|around|outside|towards?|into|between|fell\son|landed\son|rained\son"
    r"|shelling\sof|bombardment\sof|siege\sof|capture\sof|fall\sof)\s$",
    re.IGNORECASE,
)
_HIT_BEFORE = re.compile(r"\b(?:attack|raid|assault|strike|offensive)s?\s(?:on|against)\s$", re.I)
_LONGEST_BEFORE = 24
"""Characters in which the longest of such words before a name lie."""
_IN_AFTER = re.compile(
    r"^,?\s(?:in|near|south|north|east|west|outside)\s(?:of\s)?"
    r"(?:[a-z]+\s)?(?:the\s)?(?-i:[A-ZÀ-Þ])"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_MASTHEAD_AFTER = re.compile(
    rf"^(?:\s*[/|,·–—-]\s*[A-ZÀ-Þ][\w’' -]{{1,30}}){{0,2}}\s*[,|·–—-]?\s*"
    rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}},?)\s+\d{{4}}\b"
)
"""A date right behind a name that opens its line, as behind a newspaper's ("Tarn Express")."""
_PLACE_END = ("abad", "kheyl", "grad", "stan", "ville", "burg")
_KUNYA = frozenset({"abu", "umm", "um"})


def is_placelike(before: str, after: str, lows: Sequence[str]) -> bool:
    """Whether the words beside a name, or its own form, fit a place or a group.

    Args:
        before: the words before it.
        after: the words behind it.
        lows: its words in small letters.
    """
    if lows[0] in PLACE_FIRST or lows[-1].endswith(_PLACE_END):
        return True
    if AREA_AFTER.match(after) is not None or _LISTED_AFTER.match(after) is not None:
        return True
    if _BODY_AFTER.match(after) is not None:
        return True
    if before.endswith("\n") and _MASTHEAD_AFTER.match(after) is not None:
        return True
    if _ends_with(_GROUP_BEFORE, before) or _ends_with(_SAINTED_BEFORE, before):
        return True
    return not _has_given(lows) and _lies_somewhere(before, after, lows)


def _ends_with(words: re.Pattern[str], before: str) -> bool:
    return words.search(before, max(0, len(before) - _LONGEST_BEFORE)) is not None


def _has_given(lows: Sequence[str]) -> bool:
    given = person_words().given
    return any(low in given and low not in _KUNYA for low in lows)


def _lies_somewhere(before: str, after: str, lows: Sequence[str]) -> bool:
    """Whether something lies or happens at it; names that "Abu" begins may be a place's too."""
    if _ends_with(_IN_BEFORE, before):
        return True
    hit = _ends_with(_HIT_BEFORE, before)
    return lows[0] in _KUNYA and hit and _IN_AFTER.match(after) is not None


_RUN_WITH_AREA = re.compile(rf"(?P<name>{_NAME}(?:\s{_NAME}){{1,3}})\s{_AREA}\b(?!['’]s)")


def place_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand of two words or more that are a place's somewhere in the text.

    >>> list(place_runs("They left Tarn Osk village. Tarn Osk was empty."))
    [(10, 18), (28, 36)]
    """
    names = {match["name"] for match in _RUN_WITH_AREA.finditer(text)}
    for name in sorted(names):
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + 1)
