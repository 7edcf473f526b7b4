"""Longer names of which a listed one is a part: "Osk" of "Osk Velho", "Aita al-Osk", "Osk-Tarn"."""

from __future__ import annotations

import re
from functools import cache

from recount.resources.gazetteer.words import CALENDAR, DIRECTIONS, words

_ARTICLE = r"(?:al|el|ad|ar|as|ash|at|az|an|ul|es|ed|e|i|ye|de|da|do|du|la|le)"
_BEFORE = re.compile(rf"(?:[A-ZÀ-Þ][\w'’]+[\s-]+){{1,2}}(?:{_ARTICLE}[\s-])?", re.IGNORECASE)
_AFTER = re.compile(rf"(?:[\s-]+(?:{_ARTICLE}[\s-])?[A-ZÀ-Þ][\w'’]+){{1,2}}")
_WORD = re.compile(r"[^\W\d_]+")


def is_part_of_name(longer: str, start: int, end: int) -> bool:
    """Return whether a name at ``start`` to ``end`` is part of a longer one, of capital words.

    Words for levels, sites, institutions, sides of the compass, titles and days make no other
    place: "Osk Province", "Osk Hospital" and "North Osk" are told by Osk.

    >>> is_part_of_name("Osk Velho", 0, 3), is_part_of_name("Osk Hospital", 0, 3)
    (True, False)
    >>> is_part_of_name("Aita al-Osk", 8, 11), is_part_of_name("near Osk", 5, 8)
    (True, False)
    """
    before, after = longer[:start], longer[end:]
    if not before and not after:
        return False
    if before and (not before[0].isupper() or _BEFORE.fullmatch(before) is None):
        return False
    if after and _AFTER.fullmatch(after) is None:
        return False
    told = {word.casefold() for word in _WORD.findall(f"{before} {after}")}
    return len(told & _told_apart()) == 0


@cache
def _told_apart() -> frozenset[str]:
    lists = words()
    return frozenset(
        {
            *lists.levels,
            *lists.site,
            *lists.organisation,
            *lists.street,
            *lists.titles,
            *DIRECTIONS,
            *CALENDAR,
            "old",
            "new",
            "upper",
            "lower",
            "inner",
            "outer",
            "river",
            "lake",
            "district",
            "side",
        }
    )
