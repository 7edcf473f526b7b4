"""The day that an incident's own words name: "Friday's bombing", "last weekend's air strike"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.extract.rules.scan import Ranged, Sentence, sentence_of
from recount.resources.grammar.time_expression import TimeExpression, TimeKind, TimeUnit

_OWNS = re.compile(r"['’]s?\s+(?:[\w’'-]+\s+){0,3}?")
"""What stands between a day and the words for what happened on it."""
_APART = 4.0
"""Raw score against two triggers of which one has a day of its own, and the other another."""
_SATURDAY = 5
_PAST = frozenset({TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.YEAR})


def own_day(text: str, sentence: Sentence, trigger: Ranged) -> TimeExpression | None:
    """Return the day that stands right before words for an incident, as theirs."""
    for time in reversed(sentence.times):
        if time.end < trigger.start and _OWNS.fullmatch(text, time.end, trigger.start):
            return time
    return None


def own_days_apart(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Ranged]
) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores against pairs whose own words name two days."""
    scores = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    if len(sentences) == 0:
        return scores
    homes = [sentences[sentence_of(sentences, trigger.start)] for trigger in triggers]
    own = [own_day(text, home, trigger) for home, trigger in zip(homes, triggers, strict=True)]
    taken = [day for day in own if day is not None]
    for at, day in enumerate(own):
        if day is None:
            continue
        for other, home in enumerate(homes):
            days = [own[other]] if own[other] is not None else _rest(home, taken)
            if len(days) > 0 and all(one is not None and are_two_days(day, one) for one in days):
                scores[at, other] = scores[other, at] = -_APART
    return scores


def are_two_days(one: TimeExpression, other: TimeExpression) -> bool:
    """Return whether two expressions surely name two days, as far as they can be compared."""
    if one.kind is other.kind is TimeKind.WEEKDAY:
        return one.weekday != other.weekday
    if one.kind is other.kind is TimeKind.DAY:
        return (one.month, one.day) != (other.month, other.day)
    return _is_before(one, other) or _is_before(other, one)


def _is_before(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether one lies in a stretch that was over by the day of the other ("last month")."""
    if one.kind is not TimeKind.RELATIVE_PUBLICATION or one.direction != -1:
        return False
    if one.unit is TimeUnit.WEEKEND:
        return other.weekday is not None and other.weekday < _SATURDAY
    today = other.kind is TimeKind.RELATIVE_PUBLICATION and other.unit is TimeUnit.DAY
    return one.unit in _PAST and today


def _rest(sentence: Sentence, taken: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the days of a sentence that no trigger has for its own."""
    return [
        time
        for time in sentence.times
        if time not in taken and time.kind not in (TimeKind.TIME_OF_DAY, TimeKind.DURATION)
    ]
