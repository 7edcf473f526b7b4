"""Expressions of time in news English, found in a text and read into their parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import Protocol, TypeVar

from recount.resources.grammar.time_absolute import ABSOLUTE
from recount.resources.grammar.time_compact import compact_times
from recount.resources.grammar.time_events import EVENTS
from recount.resources.grammar.time_expression import Relation, TimeExpression, TimeKind
from recount.resources.grammar.time_listed import listed_times
from recount.resources.grammar.time_patterns import time_patterns
from recount.resources.grammar.time_reader import Builder, Reader
from recount.resources.grammar.time_relative import RELATIVE
from recount.resources.grammar.time_tense import (
    AGENDA_NOUNS,
    BEFORE_ADJECTIVE,
    DEEDS,
    ahead_of_publication,
    is_open,
    is_open_feast,
    is_past,
    looking_ahead,
)
from recount.resources.grammar.time_together import together_times
from recount.resources.grammar.time_within import WITHIN
from recount.resources.grammar.time_words import classify
from recount.resources.grammar.tokens import Tokens, tokenize

_KEPT_TEXTS = 8
_BUILDERS: dict[str, Builder] = {**ABSOLUTE, **RELATIVE, **EVENTS, **WITHIN}
_REACH_FUTURE = 6
"""Tokens before an expression among which a word of the future makes it one to come."""
_FUTURE_WORDS = frozenset({"will", "shall", "planned", "scheduled", "due", "expected", "plans"})
_REACH_CLAUSE = 24
"""Tokens before an expression among which such words still govern it, if no verb of the past
stands between and nothing but a day is named."""
_AHEAD = frozenset({"will", "shall", "scheduled", "slated", "would"})
_AHEAD_PAIRS = frozenset(
    {("set", "for"), ("to", "be"), ("is", "to"), ("are", "to"), ("court", "date")}
    | {("going", "to"), ("expected", "to"), ("plans", "to"), ("hopes", "to"), ("takes", "place")}
    | {("plan", "to"), ("planning", "to"), ("intend", "to"), ("intends", "to"), ("hope", "to")}
    | {("polls", "open"), ("polls", "close"), ("preparing", "to")}
    | {("take", "place"), ("meets", "again"), ("meet", "again"), ("due", "to"), ("hearing", "for")}
)
_AGENDA = frozenset({"convenes", "reconvenes", "resumes", "expires", "meets"})
"""Verbs of the present that tell of an agenda, where no deed stands."""
_SHORTENED = frozenset(
    [
        *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb"),
        *("aug", "sept", "sep", "oct", "nov", "dec", "st", "mr", "mrs", "dr"),
    ]
)
"""Words after which a full stop ends no sentence."""
_AHEAD_KINDS = frozenset(
    {TimeKind.DAY, TimeKind.MONTH, TimeKind.WEEKDAY, TimeKind.NAMED_DAY, TimeKind.RANGE}
)
_SENTENCE_ENDS = frozenset({".", ";", "!", "?", "\n"})
_BOUNDS = frozenset({"before", "until", "till", "by"})
_THROUGH = frozenset({"through", "thru"})
"""These bound a day; a year or season is one that something lasts through."""
_DAYS = frozenset({TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.MONTH, TimeKind.NAMED_DAY})
_BOUNDED_KINDS = frozenset(
    {TimeKind.DAY, TimeKind.MONTH, TimeKind.YEAR, TimeKind.SPAN_OF, TimeKind.SEASON}
    | {TimeKind.WEEKDAY, TimeKind.NAMED_DAY, TimeKind.DECADE, TimeKind.RELATIVE_PUBLICATION}
)


class Placed(Protocol):
    """Something found at a range of a text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeExpression, ...]:
    """Return the expressions of time in ``text[start:end]`` in order, none overlapping.

    Offsets count from the text's start; the longest reading at a place is given, without a
    leading "on" or "in".

    >>> [found.words for found in find_times("A bomb exploded on Tuesday, June 2, in Velmar.")]
    ['Tuesday, June 2']
    """
    return within(_all_times, _times, text, start, end)


Found = TypeVar("Found", bound=Placed)
_END = attrgetter("end")


def within(
    whole: Callable[[str], tuple[Found, ...]],
    part: Callable[[str, int, int], tuple[Found, ...]],
    text: str,
    start: int,
    end: int | None,
) -> tuple[Found, ...]:
    """Return what ``whole`` finds inside a range; read the range alone if one crosses its edge.

    The text is read once and kept, so that its parts agree with the whole and cost little.
    """
    limit = len(text) if end is None else end
    found = whole(text)
    if start == 0 and limit >= len(text):
        return found
    # Those found do not overlap, so that the first to end behind an edge alone may cross it.
    first, after = (bisect_right(found, edge, key=_END) for edge in (start, limit))
    for at, edge in ((first, start), (after, limit)):
        if at < len(found) and found[at].start < edge:
            return part(text, start, limit)
    return found[first:after]


@lru_cache(maxsize=_KEPT_TEXTS)
def _all_times(text: str) -> tuple[TimeExpression, ...]:
    return _times(text, 0, len(text))


def _times(text: str, start: int, end: int) -> tuple[TimeExpression, ...]:
    coded = (
        *compact_times(text, start, end),
        *together_times(text, start, end),
        *listed_times(text, start, end),
    )
    spoken = _spoken_times(text, start, end)
    if len(coded) == 0:
        return spoken
    rest = [s for s in spoken if not any(s.start < c.end and c.start < s.end for c in coded)]
    return tuple(sorted((*coded, *rest), key=lambda found: found.start))


def _spoken_times(text: str, start: int, end: int) -> tuple[TimeExpression, ...]:
    tokens = tokenize(text, start, end)
    row = classify(tokens)
    reader = Reader(tokens, row, _BUILDERS)
    patterns = time_patterns()
    found: list[TimeExpression] = []
    at = 0
    while True:
        candidate = patterns.start.search(row, at)
        if candidate is None:
            return tuple(found)
        match = patterns.scan.match(row, candidate.start())
        if match is None:
            at = candidate.start() + 1
            continue
        expression = reader.from_match(match)
        if expression is None:
            at = match.start() + 1
            continue
        found.append(_with_context(tokens, match.start(), expression))
        at = _after(tokens, match.end(), expression.end)


def _after(tokens: Tokens, at: int, end: int) -> int:
    """Return the first token that begins at or after an offset, looking back from ``at``."""
    while at > 0 and tokens.starts[at - 1] >= end:
        at -= 1
    return at


def _with_context(tokens: Tokens, first: int, expression: TimeExpression) -> TimeExpression:
    before = tokens.low(first - 1)
    bounded = before in _BOUNDS or _bounds_hour(tokens, first)
    bounded = bounded and expression.kind in _BOUNDED_KINDS
    bounded = bounded or (before in _THROUGH and expression.kind in _DAYS)
    if bounded and expression.relation is None:
        expression = replace(expression, relation=Relation.BOUND)
    if _is_gone(expression):
        return expression
    if _follows_deed(tokens, first) or _is_of_deed(tokens, first, expression.end):
        return expression
    for step in range(1, _REACH_FUTURE + 1):
        low = tokens.low(first - step)
        if low in _SENTENCE_ENDS or is_past(tokens, first - step):
            break
        if low in _FUTURE_WORDS:
            return ahead_of_publication(tokens, first, looking_ahead(expression))
    if expression.kind in _AHEAD_KINDS and (
        _lies_ahead(tokens, first)
        or _stands_as_agenda(tokens, first)
        or _opens_what_comes(tokens, first, expression.end)
    ):
        return looking_ahead(expression)
    if expression.year is None and _is_open_day(tokens, first, expression):
        return replace(expression, open=True)
    return expression


_HOURS = frozenset(
    [
        *("midday", "noon", "midnight", "dawn", "dusk", "morning", "afternoon", "evening"),
        *("night", "nightfall", "sunset", "sunrise", "daybreak", "late", "early"),
    ]
)


def _bounds_hour(tokens: Tokens, first: int) -> bool:
    """Whether a day is that of an hour that bounds something ("by midday on Sunday").

    What happened "before dawn on Sunday" or "shortly before noon on Monday" happened that day.
    """
    at = first - 1
    if tokens.low(at) in ("on", "of"):
        at -= 1
    hour = tokens.low(at)
    if hour not in _HOURS:
        return False
    at -= 1
    at = at - 1 if tokens.low(at) == "the" else at
    before = tokens.low(at) == "before"
    if before and (hour in _DAWN or (hour in _POINTS and tokens.low(at - 1) in _SHORTLY)):
        return False
    return tokens.low(at) in _BOUNDS


_DAWN = frozenset({"dawn", "daybreak", "sunrise"})
"""Hours before which little of a day has passed, and none of its deeds are of another day."""
_POINTS = frozenset({"midday", "noon", "midnight", "dusk", "sunset", "nightfall"})
_SHORTLY = frozenset(
    ["shortly", "just", "soon", "well", "little", "long", "right", "minutes", "hour", "hours"]
)
"""Words before "before" that tell how long it was, as none do of a deadline."""


def _is_gone(expression: TimeExpression) -> bool:
    """Whether the words themselves lie in the past ("last Friday"), whatever governs them."""
    past = expression.kind in _AHEAD_KINDS or expression.kind is TimeKind.RELATIVE_PUBLICATION
    return past and expression.direction < 0


def _is_open_day(tokens: Tokens, first: int, expression: TimeExpression) -> bool:
    """Whether a day or feast may be to come: no verb of the past governs it."""
    after = _end_token(tokens, first, expression.end)
    if expression.kind in (TimeKind.DAY, TimeKind.MONTH) and expression.relation is None:
        return is_open(tokens, first, after)
    feast = expression.kind is TimeKind.NAMED_DAY and expression.direction == 0
    return feast and is_open_feast(tokens, first, after)


def _end_token(tokens: Tokens, at: int, end: int) -> int:
    """Return the first token from ``at`` on that begins at or after an offset."""
    while at < len(tokens) and tokens.starts[at] < end:
        at += 1
    return at


_DEED_BEFORE = frozenset({"in", "after", "from", "over", "following", "since", "during", "of"})


_DEED_REACH = 3
"""Tokens after a day among which the deed of that day stands ("the Aug. 22 double murder")."""


def _is_of_deed(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a day owns what has been ("will be charged in Tuesday's shooting")."""
    at = _end_token(tokens, first, end)
    behind = {tokens.low(index) for index in range(at, at + _DEED_REACH)}
    if tokens.low(first - 1) == "the" and len(behind & DEEDS) > 0:
        return len(behind & AGENDA_NOUNS - DEEDS) == 0
    if tokens.low(at) not in ("'", "’") or tokens.low(at + 1) != "s":
        return False
    nouns = {tokens.low(index) for index in range(at + 2, at + 5)}
    return tokens.low(first - 1) in _DEED_BEFORE and len(nouns & AGENDA_NOUNS) == 0


_REACH_VERB = 14
"""Tokens after an expression at the head of a sentence among which its verb stands."""
_WILL = frozenset({"will", "shall"})
_SIDE_CLAUSE = frozenset({"who", "which", "that", "because", "as", "if", "when", '"', "“"})


def _opens_what_comes(tokens: Tokens, first: int, end: int) -> bool:
    """Whether an expression opens a sentence of the future ("On Friday, the court will rule")."""
    before = first - 2 if tokens.low(first - 1) in ("on", "in") else first - 1
    if tokens.low(before) not in _SENTENCE_ENDS:
        return False
    at = _end_token(tokens, first, end)
    for index in range(at, min(at + _REACH_VERB, len(tokens))):
        low = tokens.low(index)
        if low in _SENTENCE_ENDS or low in _SIDE_CLAUSE or low.endswith("ed"):
            return False
        if is_past(tokens, index):
            return False
        if low in _WILL:
            return True
    return False


_PRESENT = frozenset({"is", "are", "begins", "starts", "opens", "kicks"})
_LINKING = frozenset({"on", "this", "next", "set", "for", "off", "in"})


def _stands_as_agenda(tokens: Tokens, first: int) -> bool:
    """Whether a verb of the present has the day as its time ("the funeral is on Friday")."""
    at = first - 1
    while tokens.low(at) in _LINKING:
        at -= 1
    return tokens.low(at) in _PRESENT


_BE = frozenset({"be", "been", "being", "get", "is", "are", "not"})


def _follows_deed(tokens: Tokens, first: int) -> bool:
    """Whether a verb of the past stands right before ("arrived Monday", not "will be held")."""
    at = first - 2 if tokens.low(first - 1) in ("on", "in") else first - 1
    low = tokens.low(at)
    if not low.endswith("ed") or low in _FUTURE_WORDS or low in _AHEAD:
        return False
    at -= 1
    if tokens.low(at) in BEFORE_ADJECTIVE:
        return False
    while tokens.low(at).endswith("ly"):
        at -= 1
    return tokens.low(at) not in _BE


_ORDER = frozenset({"only", "first", "second", "third", "fourth", "fifth", "latest", "last"})


def _tells_which(tokens: Tokens, at: int) -> bool:
    """Whether "to be" says which one of several it was ("the third man to be shot Tuesday")."""
    return any(tokens.low(at - back) in _ORDER for back in range(2, 7))


def _goes_to_polls(tokens: Tokens, at: int) -> bool:
    """Whether voters of the present "go to the polls", which they do on a day to come."""
    words = tuple(tokens.low(index) for index in range(at - 2, at + 1))
    return words == ("to", "the", "polls") and tokens.low(at - 3) in ("go", "goes", "head", "heads")


def _lies_ahead(tokens: Tokens, first: int) -> bool:
    """Whether the clause before an expression speaks of what is to come."""
    for step in range(1, _REACH_CLAUSE + 1):
        low = tokens.low(first - step)
        if low == "." and tokens.low(first - step - 1) in _SHORTENED:
            continue
        if low in _SENTENCE_ENDS or is_past(tokens, first - step) or low == "":
            return False
        if low == "," and tokens.low(first - step + 1) in ("and", "but"):
            return False
        if low == "would" and tokens.low(first - step + 1) == "have":
            return False
        if low == "be" and _tells_which(tokens, first - step):
            return False
        if _goes_to_polls(tokens, first - step) or _was_to(tokens, first - step):
            return True
        if low in _AHEAD or low in _AGENDA or (tokens.low(first - step - 1), low) in _AHEAD_PAIRS:
            return True
    return False


_NO_PLAN = frozenset(
    {"blame", "no", "the", "a", "an", "his", "her", "its", "their", "this", "that"}
)
"""Words behind "was to" that make no plan of it ("was to blame")."""


def _was_to(tokens: Tokens, at: int) -> bool:
    """Whether a plan is told of in the past ("the envoy was to arrive Sunday")."""
    return (
        tokens.low(at) == "to"
        and tokens.low(at - 1) in ("was", "were")
        and tokens.low(at + 1).isalpha()
        and tokens.low(at + 1) not in _NO_PLAN
    )
