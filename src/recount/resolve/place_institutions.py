"""Which country a report is about by its institutions: sheriffs, gardai, barangays.

Local news seldom names its own country. One such word may be borrowed or quoted; several are
evidence like the country's name.
"""

from __future__ import annotations

import re
from functools import cache

from recount.resources.gazetteer.sources import vocabulary

LEAST = 2
"""Different institutions of one country from which on they say where the report is at home."""
EACH = 0.75
MOST = 3.0
"""Weight of one institution beside that of a place name (1), and of all of them at most."""


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Countries, each with its institutions and the pattern that finds them as words."""
    told = vocabulary("places_words")["institutions"]
    return tuple(
        (
            country,
            tuple(words),
            re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words)})(?![\w-])"),
        )
        for country, words in told.items()
    )


def countries_by_institutions(text: str) -> dict[str, float]:
    """Return the weight of each country (ISO alpha-2) that institutions in a text speak for.

    >>> countries_by_institutions("Sheriff's deputies said a grand jury will hear the case.")
    {'US': 1.5}
    >>> countries_by_institutions("The mayor and the sheriff of the play left the stage.")
    {}
    """
    found: dict[str, float] = {}
    for country, words, pattern in _patterns():
        # Nearly all texts have institutions of one country: the others cost a look at the words.
        if not any(word in text for word in words):
            continue
        different = len({match.group().lower() for match in pattern.finditer(text)})
        if different >= LEAST:
            found[country] = min(MOST, EACH * different)
    return found
