"""The numbers that codebooks give to vague words (field table "Vague words")."""

from __future__ import annotations

from recount.model import Qualifier
from recount.reconcile.rules.nouns import Reading

ACLED_WORDS: dict[Qualifier, int] = {
    Qualifier.COUPLE: 2,
    Qualifier.MULTIPLE: 3,
    Qualifier.SEVERAL: 3,
    Qualifier.DOZENS: 12,
    Qualifier.SCORES: 20,
    Qualifier.HUNDREDS: 100,
    Qualifier.THOUSANDS: 1000,
}
"""ACLED's codebook: several, many, few 3 (10 by scale); dozens 12; hundreds 100. "Scores"
and "thousands" are not in it: one unit of the word, as for dozens and hundreds."""
ACLED_LARGE_SCALE = 10
"""ACLED's number for several, many, few where the violence is of large scale."""
ACLED_LARGE_FROM = 100
"""Another voice's toll from which the scale counts as large: ACLED states no bound; a toll
that other words would call hundreds is taken for one."""
_FEW = frozenset({Qualifier.MULTIPLE, Qualifier.SEVERAL})


def acled_number(reading: Reading, *, large: bool = False) -> int | None:
    """Return ACLED's number for a reading: the words' own, or its number for a vague word."""
    qualifier = reading.value.qualifier
    if qualifier in _FEW and reading.value.value is None:
        return ACLED_LARGE_SCALE if large else ACLED_WORDS[qualifier]
    return ACLED_WORDS.get(qualifier, reading.number)
