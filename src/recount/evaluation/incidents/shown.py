"""What is predicted, flattened: one account with the values that alignment and scores look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recount.evaluation.product import ReadAccount, ReadDocument
from recount.model import (
    COUNT_PROPERTIES,
    ActorValue,
    CountValue,
    DateValue,
    Document,
    PlaceValue,
    Property,
    ResponsibilityValue,
    SegmentKind,
    Stance,
    TextValue,
    has_culprit,
)


@dataclass(frozen=True, slots=True)
class ShownCount:
    """A figure that an account states; ``primary`` is the account's own."""

    kind: str
    value: CountValue
    primary: bool
    original: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One account, with its own date, place and figures, as the product shows it."""

    id: str
    file: str
    incident: str
    type: str
    realis: str
    scope: str
    start: date | None
    end: date | None
    place: PlaceValue | None
    site: str | None
    counts: tuple[ShownCount, ...]
    responsibility: tuple[tuple[str | None, str], ...]
    trigger: str
    trigger_at: int
    segment: str
    words: str

    def primary(self, kind: str) -> ShownCount | None:
        """Return the account's own figure of a kind, if it states one."""
        return next((c for c in self.counts if c.kind == kind and c.primary), None)


def flatten(name: str, read: ReadDocument, account: ReadAccount) -> Shown:
    """Return one account of a read document, under the name that the gold gives the file."""
    record = account.record
    trigger = record.account.triggers[0]
    day = record.primary(Property.DATE)
    place = record.primary(Property.PLACE)
    site = record.primary(Property.SITE)
    dates = day.value if day is not None and isinstance(day.value, DateValue) else None
    return Shown(
        id=record.id,
        file=name,
        incident=account.incident,
        type=record.account.type.value,
        realis=record.account.realis.value,
        scope=record.account.scope.value,
        start=None if dates is None else dates.start,
        end=None if dates is None else dates.end,
        place=place.value if place is not None and isinstance(place.value, PlaceValue) else None,
        site=site.value.text if site is not None and isinstance(site.value, TextValue) else None,
        counts=_counts(account),
        responsibility=_responsibility(account),
        trigger=read.document.words(trigger.span),
        trigger_at=trigger.start,
        segment=_segment(read.document, trigger.start),
        words=read.document.words(record.account.extent),
    )


def _segment(document: Document, offset: int) -> str:
    segment = document.segment_at(offset)
    if segment is None or in_headline_list(document.text, offset):
        return SegmentKind.CLUTTER.value
    return segment.kind.value


HEADLINES_IN_A_ROW = 8
"""Lines without a full stop that make a list of links; real lists of incidents have stops."""

HEADLINE_CHARACTERS = 250


def in_headline_list(text: str, offset: int) -> bool:
    """Return whether a character stands in a long run of headlines, whatever ingest made of it."""
    lines = text.splitlines(keepends=True)
    at, here = 0, 0
    for number, line in enumerate(lines):
        if at <= offset < at + len(line):
            here = number
            break
        at += len(line)
    first, last = here, here
    while first > 0 and _is_headline(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_headline(lines[last + 1]):
        last += 1
    told = [line for line in lines[first : last + 1] if line.strip()]
    return _is_headline(lines[here]) and len(told) >= HEADLINES_IN_A_ROW


def _is_headline(line: str) -> bool:
    bare = line.strip()
    return len(bare) < HEADLINE_CHARACTERS and not bare.endswith((".", "!", "?", '"', "”", ":"))


def _counts(account: ReadAccount) -> tuple[ShownCount, ...]:
    return tuple(
        ShownCount(prop.value, statement.value, statement.primary, statement.original)
        for prop in COUNT_PROPERTIES
        for statement in account.record.of(prop)
        if isinstance(statement.value, CountValue)
    )


def _responsibility(account: ReadAccount) -> tuple[tuple[str | None, str], ...]:
    """Positions on responsibility; a named perpetrator is asserted by whoever names it.

    The sides of a clash or an arrest have no position, as in the product.
    """
    found = {
        (statement.value.actor, statement.value.stance.value)
        for statement in account.record.of(Property.RESPONSIBILITY)
        if isinstance(statement.value, ResponsibilityValue)
    }
    spoken = {actor for actor, _ in found}
    sides = not has_culprit(account.record.account.type)
    for statement in () if sides else account.record.of(Property.PERPETRATOR):
        value = statement.value
        if isinstance(value, ActorValue) and not value.generic and value.actor not in spoken:
            found.add((value.actor, Stance.ASSERTED.value))
    return tuple(sorted(found, key=lambda pair: (pair[0] or "", pair[1])))
