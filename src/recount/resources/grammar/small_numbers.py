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


_UNITS = ("one", *TWO_TO_TEN[:-1])
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPOKEN = (
    rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS)}))?|"
    rf"{'|'.join(sorted(_TEENS, key=len, reverse=True))}|{'|'.join(_UNITS)})"
)
"""Alternatives of a pattern: the numbers from one to ninety-nine, as words."""


def spoken_number(words: str) -> int | None:
    """Return the number of digits or of words up to ninety-nine; ``None`` for other words.

    >>> spoken_number("Thirty-two"), spoken_number("1,200"), spoken_number("eleven")
    (32, 1200, 11)
    """
    low = words.lower().replace(",", "")
    if low.isdecimal():
        return int(low)
    if low in _UNITS:
        return _UNITS.index(low) + 1
    if low in _TEENS:
        return _TEENS.index(low) + 10
    tens, _, unit = low.partition("-")
    if tens not in _TENS or (unit and unit not in _UNITS):
        return None
    return (_TENS.index(tens) + 2) * 10 + (_UNITS.index(unit) + 1 if unit else 0)
