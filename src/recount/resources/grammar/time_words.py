"""The words of time, read once from ``vocabulary/times.toml``, and classes of tokens.

Each token gets one letter for its class; the patterns of ``time_patterns`` are regular
expressions over those letters, so a text is read by few passes over a short string.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cache

from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import read_vocabulary

OTHER = "_"
_LETTERS = string.ascii_letters + string.digits + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
_COMPUTED = (
    "month",
    "unsure_month",
    "weekday",
    "short_weekday",
    "weekday_plural",
    "unit",
    "number_word",
    "day_number",
    "year_number",
    "other_number",
    "dotted_date",
    "clock",
    "named",
    "named_rest",
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d|\d\d)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The vocabulary of time as look-up tables."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    letters: dict[str, str]
    """Class name -> letter."""
    classes: dict[str, str]
    """Lower-case word -> letter of its class."""
    named: re.Pattern[str]
    named_keys: dict[str, str]
    named_first: frozenset[str]
    after_weekday: frozenset[str]
    before_weekday: frozenset[str]
    labels: frozenset[str]


@cache
def time_words() -> TimeWords:
    """Return the vocabulary of time; read once."""
    tables = read_vocabulary("times")
    names = (*_COMPUTED, *tables["classes"])
    letters = dict(zip(names, _LETTERS, strict=False))
    classes = {
        word: letters[name] for name, words in tables["classes"].items() for word in words.split()
    }
    computed = {
        "month": tables["months"],
        "unsure_month": tables["unsure_months"],
        "weekday": tables["weekdays"],
        "short_weekday": tables["short_weekdays"],
        "weekday_plural": tables["weekday_plurals"],
        "unit": tables["units"],
        "number_word": tables["numbers"],
    }
    for name, words in computed.items():
        classes.update(dict.fromkeys(words, letters[name]))
    longest = sorted(tables["named"], key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
    return TimeWords(
        months={**tables["months"], **tables["unsure_months"]},
        weekdays={
            **tables["weekdays"],
            **tables["short_weekdays"],
            **tables["weekday_plurals"],
        },
        units=tables["units"],
        numbers=tables["numbers"],
        ordinals=tables["ordinals"],
        letters=letters,
        classes=classes,
        named=re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE),
        named_keys=tables["named"],
        named_first=frozenset(re.split(r"[ \-/'’]", name)[0] for name in tables["named"]),
        after_weekday=frozenset(tables["names_after_weekday"]["words"].split()),
        before_weekday=frozenset(tables["names_before_weekday"]["words"].split()),
        labels=frozenset(tables["labels"]["words"].split()),
    )


def classify(tokens: Tokens) -> str:
    """Return one letter for each token: its class, or ``OTHER``."""
    words = time_words()
    classes, letters = words.classes, words.letters
    row: list[str] = []
    for index, low in enumerate(tokens.lows):
        letter = classes.get(low)
        if letter is None:
            letter = _digit_class(low, letters) if low[0].isdecimal() else OTHER
        elif not _is_name(tokens, index, letter, letters):
            letter = OTHER
        row.append(letter)
    _mark_named(tokens, row, words)
    return "".join(row)


def _digit_class(low: str, letters: dict[str, str]) -> str:
    if low.isdecimal():
        if len(low) <= 2 and 1 <= int(low) <= _LAST_DAY:
            return letters["day_number"]
        return letters["year_number" if _YEAR.fullmatch(low) else "other_number"]
    if _CLOCK.fullmatch(low):
        return letters["clock"]
    return letters["dotted_date"] if _DOTTED.fullmatch(low) else OTHER


def _is_name(tokens: Tokens, index: int, letter: str, letters: dict[str, str]) -> bool:
    """Whether a month or short weekday is written as a name; other classes always pass."""
    if letter in (letters["unsure_month"], letters["short_weekday"]):
        return tokens.is_capital(index)
    return letter != letters["plural_s"] or tokens.glued(index)


def _mark_named(tokens: Tokens, row: list[str], words: TimeWords) -> None:
    for index, low in enumerate(tokens.lows):
        if low not in words.named_first or row[index] == words.letters["named_rest"]:
            continue
        match = words.named.match(tokens.text, tokens.starts[index])
        if match is None or (low == "may" and not tokens.is_capital(index)):
            continue
        row[index] = words.letters["named"]
        rest = index + 1
        while rest < len(tokens) and tokens.starts[rest] < match.end():
            row[rest] = words.letters["named_rest"]
            rest += 1


def dotted_date(word: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a date in figures with full stops ("12.05.2023")."""
    match = _DOTTED.fullmatch(word)
    if match is None:
        return None
    return int(match[1]), int(match[2]), full_year(int(match[3]))


_PIVOT = 50
"""Two-figure years below this belong to this century, others to the last."""


def full_year(year: int) -> int:
    """Return a year of four figures for one of two ("90" is 1990, "23" is 2023)."""
    if year >= 100:
        return year
    return 2000 + year if year < _PIVOT else 1900 + year
