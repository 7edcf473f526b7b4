"""Whether the verb beside a day tells of a deed done, or leaves open that it is to come."""

from __future__ import annotations

from dataclasses import replace

from recount.resources.grammar.time_expression import Anchor, TimeExpression, TimeKind
from recount.resources.grammar.tokens import Tokens

_REACH = 12
"""Tokens before a day among which the verb stands that governs it."""
_ENDS = frozenset({".", ";", "!", "?", "\n"})
_DONE = frozenset(
    [
        *("was", "were", "had", "did", "said", "has", "have", "shot", "took", "began", "came"),
        *("went", "broke", "left", "made", "met", "won", "lost", "fell", "hit", "got", "found"),
        *("told", "saw", "ran", "led", "fought", "struck", "blew", "threw", "gave", "fled", "held"),
        *("set", "wrote", "spoke", "sent", "stole", "drove", "rose", "since", "after"),
    ]
)
"""Irregular verbs of the past, and words before a day that has been."""
_BE = frozenset({"is", "are", "be", "being", "get", "gets"})
_BEFORE_ADJECTIVE = frozenset(
    {"a", "an", "the", "of", "his", "her", "its", "their", '"', "“", "''", "``", "by", "with"}
)
_OPEN = frozenset({"is", "are", "whether", "if", "must", "may", "can", "should", "until"})
_NO_VERB = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that"})


def ahead_of_publication(tokens: Tokens, first: int, time: TimeExpression) -> TimeExpression:
    """Return a length of time to come as the day at its end ("will be tried in two weeks")."""
    if time.kind is not TimeKind.DURATION or tokens.low(first - 1) != "in":
        return time
    kind = TimeKind.RELATIVE_PUBLICATION
    return replace(time, kind=kind, direction=1, part="ahead", needs_anchor=Anchor.PUBLICATION)


def is_open(tokens: Tokens, first: int) -> bool:
    """Whether the words before a day tell of no deed done ("when he is sentenced 2 December").

    Without a verb before it in its sentence a day is taken for one that has been.
    """
    for at in range(first - 1, first - 1 - _REACH, -1):
        low = tokens.low(at)
        if low in _ENDS:
            return False
        if _is_verb_form(tokens, at):
            return tokens.low(at - 1) in _BE
        if low in _OPEN or (low == "to" and _is_infinitive(tokens, at + 1)):
            return True
    return False


def _is_verb_form(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    if low in _DONE:
        return True
    return low.endswith("ed") and tokens.low(at - 1) not in _BEFORE_ADJECTIVE


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    return low.isalpha() and low not in _NO_VERB and not tokens.word(at)[:1].isdigit()
