"""The numbers that news English writes as words, for patterns of people told in a clause."""

from __future__ import annotations

TWO_TO_TEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SMALL_NUMBERS = "|".join(TWO_TO_TEN)
"""Alternatives of a pattern: each number of several, as a word."""


def small_number(word: str) -> int | None:
    """Return the number of digits, of "one" or of such a word; ``None`` for another word.

    >>> small_number("One"), small_number("Three"), small_number("14"), small_number("many")
    (1, 3, 14, None)
    """
    if word.isdecimal():
        return int(word)
    words, low = ("one", *TWO_TO_TEN), word.lower()
    return words.index(low) + 1 if low in words else None
