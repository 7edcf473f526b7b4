"""Findings for counts: each voice's present whole figure, under the chosen rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from recount.model import (
    CountValue,
    Figure,
    Finding,
    Property,
    Qualifier,
    ResponsibilityValue,
    Stance,
    Statement,
)
from recount.reconcile.evidence import Evidence, Said, distinct, status_of
from recount.reconcile.rules import RULES, Estimate, Reading

ABOUT_SHARE = 0.1
""""About 60" and 63 do not conflict: round numbers are rounded by up to a tenth."""


def count_finding(evidence: Evidence, prop: Property) -> Finding | None:
    """Return the finding for a count, or ``None`` when no statement speaks of it.

    Only a voice's own whole figure makes low, best and high; parts never add to it.
    """
    statements = [s for s in evidence.statements(prop) if isinstance(s.value, CountValue)]
    if len(statements) == 0:
        return None
    said = evidence.present(prop)
    held = _held(evidence)
    readings = [_reading(evidence, item, held) for item in said]
    if len(readings) == 0:
        readings = _parts_only(evidence, prop)
    estimate = RULES[evidence.rule](readings)
    values = [item.value for item in said if isinstance(item.value, CountValue)]
    conflict = any(not agree(a, b) for a, b in combinations(distinct(values), 2))
    supporting, opposing = _sides(statements, estimate)
    return Finding(
        incident=evidence.incident,
        property=prop,
        status=status_of(len(readings), conflict=conflict),
        rule=evidence.rule,
        rivals=tuple(distinct(v for v in values if _number(v) != estimate.best)),
        low=estimate.low,
        best=estimate.best,
        high=estimate.high,
        voices=len(readings),
        figures=_figures(evidence, statements),
        supporting=supporting,
        opposing=opposing,
        reasons=_why(estimate, readings),
    )


def agree(a: CountValue, b: CountValue) -> bool:
    """Return whether two figures can both be right as their sources mean them.

    "At least 47" and "at least 63" cannot: each is its source's count. A vague word agrees
    with every number in its bounds; "about" with what is near.
    """
    x, y = _number(a), _number(b)
    if a.value is None or b.value is None:
        return _bounds_meet(a, b)
    if x is None or y is None:
        return True
    if x == y:
        return {a.qualifier, b.qualifier} != {Qualifier.EXACT, Qualifier.MORE_THAN}
    about = Qualifier.ABOUT in (a.qualifier, b.qualifier)
    return about and abs(x - y) <= ABOUT_SHARE * max(x, y)


def _bounds_meet(a: CountValue, b: CountValue) -> bool:
    def least(count: CountValue) -> int:
        return next((n for n in (count.low, count.value) if n is not None), 0)

    def most(count: CountValue) -> int | None:
        return count.high

    low = max(least(a), least(b))
    return all(bound is None or low <= bound for bound in (most(a), most(b)))


def _number(count: CountValue) -> int | None:
    return next((n for n in (count.value, count.low, count.high) if n is not None), None)


def _reading(evidence: Evidence, said: Said, held: frozenset[str]) -> Reading:
    value = said.value
    if not isinstance(value, CountValue):
        message = f"a count's statement holds a count, not {type(value).__name__}"
        raise TypeError(message)
    parts = [
        number
        for s in evidence.within(said.statement.property, [said.statement.document])
        if s.account == said.statement.account
        and isinstance(s.value, CountValue)
        and s.value.part
        and (number := s.value.low if s.value.low is not None else s.value.value) is not None
    ]
    died = _died_since(evidence, said, value)
    return Reading(
        value=_without(value, died),
        voice=said.speaker.key,
        published=evidence.published(said.statement.document),
        reliability=said.speaker.reliability,
        part=max(parts) if len(parts) > 0 else None,
        partisan=_partisan(said.statement, held),
        hurt=_hurt(evidence, said),
        died=died,
        singly=_is_told_singly(said.statement),
        beside=_told_beside(said.statement),
        doubtful=said.statement.confidence < _DOUBTFUL,
    )


_SINGLY = "quantity.person"
"""In the method of a count of people told one by one."""
_ONE = re.compile(r"\W*(?:one|1)\b", re.IGNORECASE)


def _is_told_singly(statement: Statement) -> bool:
    """Whether no number is told: "one person" is a count of one, "a clerk" leaves room."""
    return _SINGLY in statement.method and _ONE.match(statement.original) is None


_BESIDE = "quantity.one."
"""In the method of a count of one person beside whom others are told."""
_DOER_BESIDE = "quantity.beside."
"""In the method of a count of dead beside whom the doer's own death is told."""
_DOUBTFUL = 0.5
"""Confidence of a figure below which it may be another incident's."""


def _told_beside(statement: Statement) -> int:
    """Return how many are told beside those whom a statement counts."""
    if _DOER_BESIDE in statement.method:
        return 1
    return len(statement.spans) - 1 if _BESIDE in statement.method else 0


def _died_since(evidence: Evidence, said: Said, value: CountValue) -> int:
    """Return how many of a count of wounded died by what later reports say.

    A later report that counts more dead and no wounded tells what became of the wounded.
    """
    number = _number(value)
    if said.statement.property is not Property.WOUNDED or number is None:
        return 0
    since = evidence.published(said.statement.document)
    dead = _beside(evidence, Property.KILLED, said.statement) or 0
    later = [
        more
        for s in evidence.statements(Property.KILLED)
        if s.primary
        and s.account != said.statement.account
        and isinstance(s.value, CountValue)
        and (more := _number(s.value) or 0) > dead
        and _is_later(evidence.published(s.document), since)
        and _beside(evidence, Property.WOUNDED, s) is None
    ]
    died = min(later, default=dead) - dead
    return died if 0 < died <= number else 0


def _without(value: CountValue, died: int) -> CountValue:
    """Return a count of wounded without the dead among them; as told, it stays the highest."""
    number = _number(value)
    if died == 0 or number is None:
        return value
    left = number - died
    return replace(value, low=left, value=left, high=value.high if value.high else number)


def _why(estimate: Estimate, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the reasons of a rule, and who is no longer counted among the wounded."""
    died = max((reading.died for reading in readings), default=0)
    if died == 0:
        return estimate.reasons
    number = "one" if died == 1 else str(died)
    told = f"later reports count {number} more dead: taken from the earlier count of wounded"
    return (*estimate.reasons, told)


def _is_later(day: date | None, since: date | None) -> bool:
    return day is not None and since is not None and day > since


def _beside(evidence: Evidence, prop: Property, statement: Statement) -> int | None:
    """Return the largest whole figure of a count in the same account."""
    numbers = [
        _number(s.value) or 0
        for s in evidence.within(prop, [statement.document])
        if s.account == statement.account and isinstance(s.value, CountValue) and not s.value.part
    ]
    return max(numbers, default=None)


def _hurt(evidence: Evidence, said: Said) -> int:
    """Return the wounded that the same account states beside its dead."""
    if said.statement.property is not Property.KILLED:
        return 0
    told = evidence.within(Property.WOUNDED, [said.statement.document])
    numbers = [
        _number(s.value) or 0
        for s in told
        if s.account == said.statement.account and isinstance(s.value, CountValue)
    ]
    return max(numbers, default=0)


def uncounted(evidence: Evidence, *, attack: bool) -> tuple[Reading, ...]:
    """Return readings without a count of dead: of each voice that counts wounded.

    Args:
        evidence: of one incident of which nobody counts the dead.
        attack: the incident is an attack that happened: where nobody counts the wounded
            either, there is a reading of each voice.
    """
    hurt = tuple(
        Reading(_NOT_COUNTED, said.speaker.key, hurt=_number(said.value) or 0)
        for said in evidence.present(Property.WOUNDED)
        if isinstance(said.value, CountValue)
    )
    if len(hurt) > 0 or not attack:
        return hurt
    return tuple(Reading(_NOT_COUNTED, speaker.key) for speaker in evidence.speakers)


_NOT_COUNTED = CountValue(None, None, None, Qualifier.EXACT)


def _held(evidence: Evidence) -> frozenset[str]:
    """Return the actors that anybody holds responsible, or who claim or deny it."""
    return frozenset(
        s.value.actor
        for s in evidence.statements(Property.RESPONSIBILITY)
        if isinstance(s.value, ResponsibilityValue) and s.value.actor is not None
    )


def _partisan(statement: Statement, held: frozenset[str]) -> bool:
    """Whether the figure comes from a side that claims the incident or is said to have done it."""
    voice = statement.voice
    return voice.stance is Stance.CLAIMED or voice.speaker in held or voice.affiliation in held


def _parts_only(evidence: Evidence, prop: Property) -> list[Reading]:
    """Return for each voice that names only parts its largest one, as a lower bound."""
    found: list[Reading] = []
    for speaker in evidence.speakers:
        numbers = [
            number
            for s in evidence.within(prop, speaker.documents)
            if isinstance(s.value, CountValue)
            and s.value.part
            and (number := _number(s.value)) is not None
        ]
        if len(numbers) > 0:
            bound = CountValue(max(numbers), None, None, Qualifier.AT_LEAST)
            found.append(Reading(bound, speaker.key, None, speaker.reliability))
    return found


def _sides(
    statements: Sequence[Statement], estimate: Estimate
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the whole figures that allow the best number, and those that do not."""
    if estimate.best is None:
        return (), ()
    supporting: list[str] = []
    opposing: list[str] = []
    best = CountValue(estimate.best, estimate.best, estimate.best, Qualifier.EXACT)
    for statement in statements:
        value = statement.value
        if isinstance(value, CountValue) and not value.part:
            fits = _number(value) == estimate.best or agree(value, best)
            (supporting if fits else opposing).append(statement.id)
    return tuple(sorted(supporting)), tuple(sorted(opposing))


def _figures(evidence: Evidence, statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Return every source's own figures by publication; an account's main figure first."""

    def order(statement: Statement) -> tuple[str, str, str, bool, int, str]:
        label = _label(evidence, statement.document)
        return (
            label if label is not None else "~",
            statement.document,
            statement.account,
            not statement.primary,
            statement.start,
            statement.id,
        )

    return tuple(
        Figure(
            statement=s.id,
            document=s.document,
            account=s.account,
            value=s.value,
            voice_group=evidence.voice_of[s.document].key,
            published=_label(evidence, s.document),
            speaker=s.voice.speaker,
        )
        for s in sorted(statements, key=order)
        if isinstance(s.value, CountValue)
    )


def _label(evidence: Evidence, document: str) -> str | None:
    info = evidence.documents.get(document)
    return None if info is None else info.published.label
