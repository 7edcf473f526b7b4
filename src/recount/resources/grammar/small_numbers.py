"""The numbers that news English writes as words, for patterns of people told in a clause."""

from __future__ import annotations

TWO_TO_TEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SMALL_NUMBERS = "|".join(TWO_TO_TEN)
"""Alternatives of a pattern: each number of several, as a word."""
