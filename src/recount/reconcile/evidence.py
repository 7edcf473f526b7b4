"""The evidence of one incident: its records, its independent voices, what each says now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from recount.model import (
    AccountRecord,
    CountValue,
    DocumentInfo,
    Finding,
    FindingStatus,
    Property,
    Statement,
    Unknown,
    Value,
)
from recount.reconcile.rules.nouns import EQUAL_RELIABILITY
from recount.reconcile.speakers import Speaker, speakers_of

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Said:
    """One voice's present value of a property."""

    value: Value
    statement: Statement
    speaker: Speaker

    @property
    def weight(self) -> float:
        """The voice's reliability, or the one that stands for "not given"."""
        given = self.speaker.reliability
        return EQUAL_RELIABILITY if given is None else given


@dataclass(frozen=True, slots=True)
class Evidence:
    """An incident's records sorted by id, its documents and its voices."""

    incident: str
    rule: str
    records: tuple[AccountRecord, ...]
    documents: Mapping[str, DocumentInfo]
    speakers: tuple[Speaker, ...]
    stated: Mapping[tuple[Property, str], tuple[Statement, ...]]
    """The statements of a property in a document, in order of place and id."""
    voice_of: Mapping[str, Speaker]
    """The voice that each document belongs to."""

    def statements(self, prop: Property) -> tuple[Statement, ...]:
        """Return the statements that count for a property, by document, place and id.

        They are those of the documents that speak for their voices; a copy, which may have
        been cut and is read anew, counts only where these say nothing of the property.
        """
        told = [
            self.within(prop, speaker.speaking) or self.within(prop, speaker.documents)
            for speaker in self.speakers
        ]
        return tuple(
            sorted((s for own in told for s in own), key=lambda s: (s.document, s.start, s.id))
        )

    def spoken(self, prop: Property) -> tuple[Statement, ...]:
        """Return the statements of the documents that speak for their voices, copies left out."""
        return self.within(prop, sorted(d for one in self.speakers for d in one.speaking))

    def every(self, prop: Property) -> tuple[Statement, ...]:
        """Return all statements of a property, those of copies among them."""
        return self.within(prop, sorted(self.voice_of))

    def within(self, prop: Property, documents: Iterable[str]) -> tuple[Statement, ...]:
        """Return the statements of a property in these documents, in their order."""
        return tuple(s for document in documents for s in self.stated.get((prop, document), ()))

    def published(self, document: str) -> date | None:
        """Return the first possible day of publication, if it is known."""
        info = self.documents.get(document)
        return None if info is None else info.published.start

    def present(
        self,
        prop: Property,
        fineness: Callable[[Value], float] | None = None,
    ) -> tuple[Said, ...]:
        """Return each voice's present value of a property: its own, finest, then latest one.

        A value that a voice repeats counts from the day it first stood there, so a late
        copy of an early report does not take the place of an update.
        """
        found: list[Said] = []
        for speaker in self.speakers:
            own = self._own(prop, speaker.speaking) or self._own(prop, speaker.documents)
            if len(own) == 0:
                continue
            first = self._first_days(own)
            chosen = max(
                own,
                key=lambda s: (
                    0.0 if fineness is None else fineness(s.value),
                    first[repr(s.value)],
                    _size(s.value),
                    repr(s.value),
                ),
            )
            same = [s for s in own if s.value == chosen.value]
            found.append(Said(chosen.value, min(same, key=lambda s: s.id), speaker))
        return tuple(found)

    def _own(self, prop: Property, documents: Iterable[str]) -> list[Statement]:
        found = self.within(prop, sorted(documents))
        return [s for s in found if s.primary and not isinstance(s.value, Unknown)]

    def _first_days(self, statements: Sequence[Statement]) -> dict[str, date]:
        first: dict[str, date] = {}
        for statement in statements:
            day = self.published(statement.document)
            key = repr(statement.value)
            if day is not None and (key not in first or day < first[key]):
                first[key] = day
        return {repr(s.value): first.get(repr(s.value), date.min) for s in statements}

    def finding(
        self,
        prop: Property,
        status: FindingStatus,
        value: Value | None,
        rivals: Sequence[Value],
        *,
        supports: Callable[[Value], bool],
        voices: int,
        reasons: Sequence[str] = (),
    ) -> Finding:
        """Return a finding; ``supports`` tells whether a value stands with the one chosen."""
        known = [s for s in self.every(prop) if not isinstance(s.value, Unknown)]
        return Finding(
            incident=self.incident,
            property=prop,
            status=status,
            rule=self.rule,
            value=value,
            rivals=tuple(rivals),
            voices=voices,
            supporting=tuple(sorted(s.id for s in known if supports(s.value))),
            opposing=tuple(sorted(s.id for s in known if not supports(s.value))),
            reasons=tuple(reasons),
        )


def _size(value: Value) -> int:
    """The number of a count, so that of two totals of one day the larger stands."""
    if not isinstance(value, CountValue):
        return 0
    return next((n for n in (value.value, value.low, value.high) if n is not None), 0)


def gather(
    incident: str,
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    voices: Mapping[str, str],
    rule: str,
) -> Evidence:
    """Return the evidence of an incident. The order of the records does not matter."""
    ordered = tuple(sorted({r.id: r for r in records}.values(), key=lambda r: r.id))
    present = {record.account.document for record in ordered}
    speakers = speakers_of(present, documents, voices)
    stated: dict[tuple[Property, str], list[Statement]] = {}
    for record in ordered:
        for statement in record.statements:
            stated.setdefault((statement.property, statement.document), []).append(statement)
    return Evidence(
        incident=incident,
        rule=rule,
        records=ordered,
        documents=documents,
        speakers=speakers,
        stated={k: tuple(sorted(v, key=lambda s: (s.start, s.id))) for k, v in stated.items()},
        voice_of={document: speaker for speaker in speakers for document in speaker.documents},
    )


def status_of(voices: int, *, conflict: bool) -> FindingStatus:
    """Return the status of a finding that this many voices speak to."""
    if voices == 0:
        return FindingStatus.UNKNOWN
    if conflict:
        return FindingStatus.DISPUTED
    return FindingStatus.SINGLE_SOURCE if voices == 1 else FindingStatus.AGREED


def distinct(values: Iterable[V]) -> list[V]:
    """Return values without repetition, in an order that does not depend on theirs."""
    return sorted(dict.fromkeys(values), key=repr)
