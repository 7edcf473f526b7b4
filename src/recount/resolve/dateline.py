"""Places of datelines: where a report was filed is seldom where the incident was."""

from __future__ import annotations

import re

_LINE_START = re.compile(r"(?:^|[\n\u2028\u2029]|\bTEXT:|\[)\s*$")
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}"  # the town, in capitals
    r"(?:,\s*[A-Z][\w .'’-]{2,30})?"  # its country or province
    r"(?:,?\s*\d{1,2}\s+[A-Z]{3,9}\.?(?:\s+\d{2,4})?)?"  # a day, as old wires print it
    r"(?:,\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?"
    r"(?:\s*\([^()\n]{2,40}\)){1,2}"  # the agency, the day, or both
    r"\s*(?:--|[-–—:]|\n|\u2028|\[|[A-Z])"
)
_DASHED = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:,\s*[A-Z][\w .'’-]{2,30})?\s+(?:--|[–—])\s")
_COLON = re.compile(r"[A-Z][A-Z .'’/-]{2,60}:\s")
"""A dateline of towns in capitals alone, as some agencies print it ("KHARUN/OSSET:")."""
_BEFORE = 12
"""Characters before a dateline that are looked at for the start of its line."""
_COUNTRY_BEFORE = 45
"""Characters of town and comma that may stand before the country of a dateline."""
_BESIDE = re.compile(r"[A-Z][A-Z .'’-]{2,40}/\s?$")
"""A town before another of one dateline ("KHARUN/OSSET")."""
_TOWN = re.compile(r"[A-Z][A-Z .'’-]{2,40},\s*$")


def stands_in_dateline(text: str, start: int) -> bool:
    """Return whether the place name at ``start`` is the town or country of a dateline.

    >>> stands_in_dateline("KHARUN, Velmar (May 4) - A mine killed two in Osset.", 0)
    True
    """
    town = _TOWN.search(text, max(0, start - _COUNTRY_BEFORE), start)
    first = start if town is None else town.start()
    beside = _BESIDE.search(text, max(0, start - _COUNTRY_BEFORE), first)
    first = first if beside is None else beside.start()
    while first < start and not text[first].isalpha():
        first += 1
    if _LINE_START.search(text[max(0, first - _BEFORE) : first]) is None:
        return False
    forms = (_DATELINE, _DASHED, _COLON)
    return any(form.match(text, first) is not None for form in forms)
