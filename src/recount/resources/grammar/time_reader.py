"""Reading a stretch of classed tokens into the parts of an expression of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from recount.resources.grammar.time_expression import TimeExpression, TimeKind, TimeUnit
from recount.resources.grammar.time_patterns import time_patterns, time_rule
from recount.resources.grammar.time_words import time_words
from recount.resources.grammar.tokens import Tokens

VAGUE_AMOUNTS: dict[str, int] = {"few": 3, "several": 3, "many": 3, "couple": 2}
_EXACT = frozenset({"couple"})


PARTS = {"beginning": "early", "start": "early", "middle": "mid", "close": "end"}


PAST, PRESENT, FUTURE = -1, 0, 1


DIRECTIONS = {
    "last": PAST,
    "past": PAST,
    "previous": PAST,
    "preceding": PAST,
    "prior": PAST,
    "recent": PAST,
    "earlier": PAST,
    "before": PAST,
    "ago": PAST,
    "yesterday": PAST,
    "next": FUTURE,
    "following": FUTURE,
    "ensuing": FUTURE,
    "coming": FUTURE,
    "upcoming": FUTURE,
    "later": FUTURE,
    "afterwards": FUTURE,
    "afterward": FUTURE,
    "after": FUTURE,
    "tomorrow": FUTURE,
}


@dataclass(slots=True)
class Gathered:
    """What the tokens of one stretch say, whatever their order."""

    weekday: int | None = None
    month: int | None = None
    days: list[int] = field(default_factory=list)
    year: int | None = None
    short_year: int | None = None
    day_part: str | None = None
    part: str | None = None
    unit: TimeUnit | None = None
    amount: int | None = None
    vague: bool = False
    season: str | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Tokens of a text with the letters of their classes."""

    tokens: Tokens
    row: str
    builders: Mapping[str, Builder]
    """One builder for each rule of the patterns."""

    def text(self, first: int, after: int) -> str:
        """Return the words of a stretch of tokens."""
        tokens = self.tokens
        return tokens.text[tokens.starts[first] : tokens.ends[after - 1]]

    def expression(self, first: int, after: int, kind: TimeKind) -> TimeExpression:
        """Return an expression of a kind over a stretch of tokens, with nothing read yet."""
        tokens = self.tokens
        after = self._without_dot(first, after)
        return TimeExpression(
            tokens.starts[first], tokens.ends[after - 1], kind, self.text(first, after)
        )

    def build(self, first: int, after: int) -> TimeExpression | None:
        """Return the expression that exactly fills a stretch of tokens."""
        match = time_patterns().scan.fullmatch(self.row, first, after)
        return None if match is None else self.from_match(match)

    def from_match(self, match: re.Match[str]) -> TimeExpression | None:
        """Return the expression of a match of the scanning pattern."""
        rule = str(match.lastgroup)
        inner = time_rule(rule).fullmatch(self.row, match.start(), match.end())
        return None if inner is None else self.builders[rule](self, inner)

    def gather(self, first: int, after: int) -> Gathered:
        """Return what the tokens of a stretch say."""
        words = time_words()
        letters = words.letters
        found = Gathered()
        for index in range(first, after):
            self._take(index, found, letters)
        return found

    def _take(self, index: int, found: Gathered, letters: dict[str, str]) -> None:
        words = time_words()
        letter, low = self.row[index], self.tokens.lows[index]
        if letter in (letters["weekday"], letters["short_weekday"]):
            found.weekday = words.weekdays[low]
        elif letter in (letters["month"], letters["unsure_month"]):
            found.month = words.months[low]
        elif letter == letters["day_number"]:
            found.days.append(int(low))
        elif letter == letters["year_number"]:
            found.year = int(low)
        elif letter == letters["other_number"]:
            found.short_year = int(low)
        elif letter in (letters["day_part"], letters["clock_word"]):
            found.day_part = low
        elif letter in (letters["early"], letters["late"], letters["middle"], letters["end"]):
            found.part = PARTS.get(low, low)
        elif letter in (letters["season"], letters["fall"]):
            found.season = "autumn" if low == "fall" else low
        else:
            self._take_relative(index, found, letters)

    def _take_relative(self, index: int, found: Gathered, letters: dict[str, str]) -> None:
        words = time_words()
        letter, low = self.row[index], self.tokens.lows[index]
        if letter == letters["unit"]:
            found.unit = TimeUnit(words.units[low])
            if low == "fortnight":
                found.amount = 2 * (found.amount or 1)
        elif letter == letters["night"]:
            found.day_part = "night"
        elif letter == letters["weekend"]:
            found.unit = TimeUnit.WEEKEND
        elif letter == letters["number_word"]:
            found.amount = words.numbers[low]
        elif low in VAGUE_AMOUNTS:
            found.amount, found.vague = VAGUE_AMOUNTS[low], low not in _EXACT
        elif letter == letters["article"] and found.amount is None:
            found.amount = 1
        elif low in DIRECTIONS:
            found.direction = DIRECTIONS[low]

    def _without_dot(self, first: int, after: int) -> int:
        """Leave a closing full stop out of a span ("Nov."): it may end the sentence as well."""
        dot = after - first > 1 and self.tokens.lows[after - 1] == "."
        return after - 1 if dot else after


Builder = Callable[[Reader, re.Match[str]], TimeExpression | None]
"""Makes an expression of the match of one rule; nothing when the words mean something else."""
