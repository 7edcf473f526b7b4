"""What tells the incidents of a round-up apart: hours, days, addresses, "the second shooting".

Reports of a night or a weekend tell of one shooting after another in the same words, so that the
heads take them for one. What is told beside each parts them: "At 11:08 p.m., a man was shot in
the 700 block of ... At 4:50 p.m., ...".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.peers import Linked
from recount.extract.rules.scan import Sentence, sentence_of
from recount.model import Span
from recount.resources.encoder.reading import FoundSpan
from recount.resources.grammar.incident_nouns import INCIDENT, INCIDENTS
from recount.resources.grammar.time_expression import TimeExpression, TimeKind

Floats = NDArray[np.float32]

FEATURES: tuple[str, ...] = (
    "hour_same",
    "hour_other",
    "hours_between",
    "round_up",
    "hour_other_in_round_up",
    "rank_other",
    "day_other",
    "address_same",
    "address_other",
)
"""What a pair of triggers is told apart by, in the order of the weights."""

_WEIGHTS = (0.9, -0.51, -0.68, -0.4, -0.99, -0.89, -0.57, 0.86, -1.43)
"""Raw scores for one incident beside that of the heads: a logistic regression with that score as
its offset (``tools/fit_round_up.py``), on labels that the heads have not learned from."""
_LEAST = 1.5
"""Less than this against one incident counts for nothing: one report in twenty has so much, and
those of one incident stay as they are."""

_MOST = 3
"""As many openings between two triggers, or words for several incidents, weigh as more of them."""
_OPENS = 45
"""Characters from the start of a sentence within which an hour opens it."""
_CARRIED_HOUR, _CARRIED = 3, 2
"""Sentences over which the hour, and the day or the address, of one before still hold."""
_LINKED = 0.5


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence tells of hour, day and address."""

    hours: tuple[tuple[int, int], ...]
    """Where an hour stands, and the minutes since midnight."""
    days: frozenset[tuple[object, ...]]
    addresses: frozenset[str]
    opens: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is told beside one trigger; ``rank`` is the word in "the second shooting"."""

    sentence: int
    hour: int | None
    days: frozenset[tuple[object, ...]]
    addresses: frozenset[str]
    rank: str | None


def told_apart_in_round_up(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Sequence[FoundSpan],
    links: Mapping[str, Linked],
) -> Floats:
    """Return (triggers, triggers) raw scores against two triggers telling of one incident.

    Triggers of one sentence have none: what is told there is told of all of them.

    Args:
        text: the text.
        sentences: its sentences, with the times found in them.
        triggers: n triggers, in order of the text.
        links: words by tag with their chances to belong to each trigger.
    """
    if len(sentences) == 0 or len(triggers) == 0:
        return np.zeros((len(triggers), len(triggers)), np.float32)
    features = round_up_features(text, sentences, triggers, links)
    against = features @ np.asarray(_WEIGHTS, dtype=np.float32)
    homes = np.asarray(_homes(sentences, triggers))
    faint = (homes[:, None] == homes[None]) | (against > -_LEAST)
    return np.where(faint, np.float32(0.0), against)


def round_up_features(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Sequence[FoundSpan],
    links: Mapping[str, Linked],
) -> Floats:
    """Return the (triggers, triggers, features) of all pairs, in the order of ``FEATURES``."""
    told = [_told(text, sentence) for sentence in sentences]
    homes = _homes(sentences, triggers)
    times = links.get("time")
    settings = [
        _setting(text, told, trigger, home, _linked_days(sentences[home], times, at))
        for at, (trigger, home) in enumerate(zip(triggers, homes, strict=True))
    ]
    several = np.float32(min(_MOST, len(_SEVERAL.findall(text))))
    ones = np.ones((len(triggers), len(triggers)), dtype=np.float32)
    hour_same, hour_other = _compared([_only(one.hour) for one in settings])
    _, day_other = _compared([one.days for one in settings])
    address_same, address_other = _compared([one.addresses for one in settings])
    layers = (
        hour_same,
        hour_other,
        _opened_between(told, homes),
        ones * several,
        hour_other * several,
        _other_rank([one.rank for one in settings]),
        day_other,
        address_same,
        address_other,
    )
    return np.stack(layers, axis=-1)


def _homes(sentences: Sequence[Sentence], triggers: Sequence[FoundSpan]) -> list[int]:
    """Return the place of the sentence of each trigger."""
    return [sentence_of(sentences, trigger.start) for trigger in triggers]


def _only(hour: int | None) -> frozenset[object]:
    return frozenset() if hour is None else frozenset({hour})


def _compared(told: Sequence[frozenset[Any]]) -> tuple[Floats, Floats]:
    """Return which two tell of a thing in common, and which two of others only."""
    names = {name: at for at, name in enumerate(sorted(frozenset().union(*told), key=repr))}
    has = np.zeros((len(told), max(1, len(names))), dtype=np.float32)
    for row, things in enumerate(told):
        has[row, [names[thing] for thing in things]] = 1.0
    any_told = has.max(axis=1) > 0.0
    same = has @ has.T > 0.0
    other = any_told[:, None] & any_told[None] & ~same
    return same.astype(np.float32), other.astype(np.float32)


def _opened_between(told: Sequence[_Told], homes: Sequence[int]) -> Floats:
    """Return how many sentences between those of two triggers open with an hour."""
    opened = np.concatenate([[0], np.cumsum([one.opens for one in told])])
    at = np.asarray(homes)
    first, second = np.minimum(at[:, None], at[None]), np.maximum(at[:, None], at[None])
    between = np.maximum(opened[second] - opened[np.minimum(first + 1, second)], 0)
    return np.asarray(np.minimum(between, _MOST), np.float32)


def _other_rank(ranks: Sequence[str | None]) -> Floats:
    """Return which two have another rank, as the later of them says; in order of the text."""
    told = np.asarray([rank or "" for rank in ranks])
    later = (told[:, None] != told[None]) & (told[None] != "")
    upper = np.triu(later, 1)
    return np.asarray(upper | upper.T, np.float32)


def _told(text: str, sentence: Sentence) -> _Told:
    hours = tuple(
        (time.start, minutes)
        for time in sentence.times
        if time.clock is not None and (minutes := _minutes(time.clock)) is not None
    )
    found = _ADDRESS.finditer(text, sentence.start, sentence.end)
    return _Told(
        hours,
        frozenset(key for time in sentence.times if (key := _day(time)) is not None),
        frozenset(_NO_LETTER.sub(" ", match[0].casefold()) for match in found),
        len(hours) > 0 and hours[0][0] - sentence.start < _OPENS,
    )


def _setting(
    text: str,
    told: Sequence[_Told],
    trigger: FoundSpan,
    home: int,
    linked_days: frozenset[tuple[object, ...]],
) -> _Setting:
    before = [told[at] for at in range(home, max(-1, home - _CARRIED - 1), -1)]
    days = linked_days or next((one.days for one in before if len(one.days) > 0), frozenset())
    addresses = next((one.addresses for one in before if len(one.addresses) > 0), frozenset())
    return _Setting(home, _hour(told, trigger, home), days, addresses, _rank(text, trigger))


def _hour(told: Sequence[_Told], trigger: FoundSpan, home: int) -> int | None:
    """Return the hour nearest in the trigger's sentence, else the last one told before it."""
    own = told[home].hours
    if len(own) > 0:
        return min(own, key=lambda hour: abs(hour[0] - trigger.start))[1]
    for at in range(home - 1, max(-1, home - _CARRIED_HOUR - 1), -1):
        if len(told[at].hours) > 0:
            return told[at].hours[-1][1]
    return None


def _linked_days(
    sentence: Sentence, times: Linked | None, at: int
) -> frozenset[tuple[object, ...]]:
    """Return the days in the words of time that are linked to a trigger, in its sentence."""
    if times is None:
        return frozenset()
    spans = [
        Span(span.start, span.end)
        for number, span in enumerate(times.spans)
        if times.chances[at, number] > _LINKED
    ]
    found = (
        _day(time)
        for time in sentence.times
        if any(span.start < time.end and time.start < span.end for span in spans)
    )
    return frozenset(key for key in found if key is not None)


def _day(time: TimeExpression) -> tuple[object, ...] | None:
    """Return what two expressions have in common that may name one day."""
    if time.kind is TimeKind.WEEKDAY:
        return (time.kind, time.weekday)
    if time.kind is TimeKind.DAY:
        return (time.kind, time.month, time.day)
    if time.kind in _DATED:
        return (time.kind, time.year, time.month, time.unit, time.amount, time.direction)
    return None


_DATED = frozenset(
    {
        TimeKind.MONTH,
        TimeKind.YEAR,
        TimeKind.RELATIVE_PUBLICATION,
        TimeKind.RELATIVE_NARRATIVE,
    }
)


def _rank(text: str, trigger: FoundSpan) -> str | None:
    """Return the word that sets an incident apart from others, close before or in a trigger."""
    reach = max(0, trigger.start - _RANK_REACH)
    ranks = [
        match
        for match in _RANK.finditer(text, reach, min(len(text), trigger.end + _RANK_REACH // 2))
        if match.end() >= trigger.start
    ]
    return " ".join(ranks[0][1].casefold().split()) if ranks else None


_RANK_REACH = 40
_THING = rf"(?:{INCIDENT}|one|call|crime|case|assault|death|stabbing|robbery)"
_RANK = re.compile(
    r"\b(first|second|third|fourth|fifth|last|latest|most\s+recent|final|next|another|other|earlier"
    rf"|previous|separate|initial)\s+(?:\w+[\s-]){{0,2}}?{_THING}\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:separate|other|multiple|several|two|three|four|five|six|different|these|both|unrelated"
    r"|spate\s+of|string\s+of|series\s+of)\s+(?:\w+\s+){0,2}"
    rf"(?:{INCIDENTS}|crimes|cases|stabbings|calls)\b",
    re.IGNORECASE,
)
_SIDE = r"(?:(?:[NSEW]\b\.?|North|South|East|West)\s+)?"
_ROAD = (
    r"(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Lane|Ln|Court|Ct|Place|Pl|Way"
    r"|Highway|Hwy|Terrace|Parkway|Circle|Pike)\b"
)
_ADDRESS = re.compile(
    rf"\b\d{{1,5}}(?:th|st|nd|rd)?\s+(?:block\s+of\s+)?{_SIDE}(?:[A-Z0-9][\w'’-]*\s+){{1,3}}?{_ROAD}"
    rf"|\b\d{{2,5}}\s+block\s+of\s+{_SIDE}[\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
_NO_LETTER = re.compile(r"\W+")


def _minutes(clock: str) -> int | None:
    """Return the minutes since midnight of an hour, if it is one.

    >>> _minutes("11:08 p.m."), _minutes("midnight"), _minutes("9")
    (1388, 0, 540)
    """
    words = clock.casefold()
    if words in _NAMED_HOURS:
        return _NAMED_HOURS[words]
    match = _HOUR.match(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"] is not None:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return hour * 60 + minute


_NAMED_HOURS = {"midnight": 0, "noon": 720, "midday": 720}
_HOUR = re.compile(
    r"(?P<hour>\d{1,2})(?::?(?P<minute>\d\d))?(?::\d\d)?\s*(?:(?P<half>[ap])\.?\s?m)?"
)
