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
        *(
            "set",
            "wrote",
            "spoke",
            "sent",
            "stole",
            "drove",
            "rose",
            "since",
            "after",
            "hid",
            "lay",
        ),
        *(
            "beat",
            "bit",
            "bought",
            "brought",
            "caught",
            "drew",
            "dug",
            "flew",
            "heard",
            "kept",
            "paid",
        ),
        *("sat", "slept", "sought", "stood", "stuck", "swung", "taught", "thought", "wore", "laid"),
    ]
)
"""Irregular verbs of the past, and words before a day that has been."""
_PAST = frozenset(
    {"was", "were", "had", "did", "said", "killed", "died", "wounded", "attacked", "after", "since"}
)
_IRREGULAR = frozenset(
    [
        *("began", "took", "came", "went", "broke", "fell", "told", "saw", "ran", "led", "fought"),
        *("struck", "blew", "threw", "gave", "fled", "wrote", "spoke", "stole", "drove", "rose"),
        *("hid", "drew", "flew", "sat", "stood", "wore"),
    ]
)
"""Forms of the past that are no participles, or seldom stand for one of what is to come."""
_BE = frozenset({"is", "are", "be", "being", "get", "gets"})
BEFORE_ADJECTIVE = frozenset(
    {"a", "an", "the", "of", "his", "her", "its", "their", '"', "“", "''", "``", "by", "with", "-"}
)
_MODALS = frozenset({"may", "might", "must", "can", "should"})
_OPEN = frozenset({"is", "are", "whether", "if", "must", "may", "might", "can", "should", "until"})
_NO_VERB = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that"})


def ahead_of_publication(tokens: Tokens, first: int, time: TimeExpression) -> TimeExpression:
    """Return a length of time to come as the day at its end ("will be tried in two weeks")."""
    if time.kind is not TimeKind.DURATION or tokens.low(first - 1) != "in":
        return time
    kind = TimeKind.RELATIVE_PUBLICATION
    return replace(time, kind=kind, direction=1, part="ahead", needs_anchor=Anchor.PUBLICATION)


def looking_ahead(time: TimeExpression) -> TimeExpression:
    """Return a time as one to come, with both ends of a range ("will last from 3 to 5 June")."""
    inner, until = time.inner, time.until
    if time.kind is not TimeKind.RANGE or inner is None or until is None:
        return replace(time, future=True)
    return replace(time, future=True, inner=looking_ahead(inner), until=looking_ahead(until))


def is_past(tokens: Tokens, at: int) -> bool:
    """Whether a token is a verb of the past, so that no word before it governs what follows."""
    low = tokens.low(at)
    return low in _PAST or (low in _IRREGULAR and tokens.low(at - 1) not in _BE)


AGENDA_NOUNS = frozenset(
    [
        *("election", "elections", "vote", "poll", "polls", "primary", "hearing", "meeting"),
        *("debate", "summit", "summits", "runoff", "ballot", "referendum", "talks", "game"),
        *("ceremony", "deadline", "trial", "inauguration", "strike", "boycott", "conference"),
    ]
)
"""Nouns of what is fixed beforehand."""
_LINKS = frozenset({"on", "of", "for", "in", "the", "scheduled", "slated", "set", "planned"})


def is_open(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the words around a day tell of no deed done ("when he is sentenced 2 December").

    Without a verb before it in its sentence, and nothing of an agenda beside it, a day is taken
    for one that has been.
    """
    return _stands_on_agenda(tokens, first, after) or _is_done(tokens, first) is False


def is_open_feast(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a feast may be one to come: it is, unless a deed was done on it."""
    if tokens.low(after) in DEEDS or tokens.low(after + 1) in DEEDS:
        return False
    if _follows_deed(tokens, first):
        return False
    if tokens.low(first - 1) in BEFORE_ADJECTIVE and tokens.low(after).isalpha():
        return True  # "rejected the Easter truce": the verb does not date the feast
    return _is_done(tokens, first) is not True


DEEDS = frozenset(
    [
        *("homicide", "homicides", "stabbing", "stabbings", "explosion", "explosions", "ambush"),
        *("kidnapping", "abduction", "assassination", "execution", "airstrike", "strike", "coup"),
        *("attack", "attacks", "bombing", "bombings", "shooting", "shootings", "massacre", "raid"),
        *("killing", "killings", "murder", "murders", "blast", "clash", "clashes", "riot", "fire"),
        *("assault", "slaying", "slayings", "incident", "robbery", "crash", "death", "deaths"),
    ]
)


_FOLLOWING = frozenset({"after", "following"})
_FOLLOWS_REACH = 4
"""Tokens before a feast among which such a word stands ("following the annual ...")."""


def _follows_deed(tokens: Tokens, first: int) -> bool:
    """Whether a deed is told that came with or after the feast ("a shooting following Easter")."""
    near = range(first - 1, first - 1 - _FOLLOWS_REACH, -1)
    at = next((at for at in near if tokens.low(at) in _FOLLOWING), None)
    return at is not None and any(
        tokens.low(before) in DEEDS for before in range(at - 1, at - 1 - _REACH, -1)
    )


def _stands_on_agenda(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a day is that of a plan ("the 25 May elections", "called for 20 May")."""
    if tokens.low(first - 1) == "for":
        return True
    at = first - 1
    while tokens.low(at) in _LINKS:
        at -= 1
    if tokens.low(at) in AGENDA_NOUNS:
        return True
    return any(tokens.low(index) in AGENDA_NOUNS for index in range(after, after + 3))


def _is_done(tokens: Tokens, first: int) -> bool | None:
    """Whether the verb before a day is of the past; ``None`` where there is none."""
    for at in range(first - 1, first - 1 - _REACH, -1):
        low = tokens.low(at)
        if low in _ENDS:
            return None
        if _is_verb_form(tokens, at):
            return tokens.low(at - 1) not in _BE
        if low in _MODALS and tokens.low(at + 1) == "have":
            return True
        if low in _OPEN or (low == "to" and _is_infinitive(tokens, at + 1)):
            return False
    return None


def _is_verb_form(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    if low in _DONE:
        return True
    return low.endswith("ed") and tokens.low(at - 1) not in BEFORE_ADJECTIVE


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    return low.isalpha() and low not in _NO_VERB and not tokens.word(at)[:1].isdigit()
