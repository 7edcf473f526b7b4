"""Incidents and findings: what the sources together support."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recount.model.ids import content_id
from recount.model.types import EventType, IncidentType
from recount.model.values import CountValue, Value
from recount.model.vocabulary import Property, Realis, Scope


class FindingStatus(StrEnum):
    """How far the sources agree on a property."""

    AGREED = "agreed"
    SINGLE_SOURCE = "single_source"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """One source's own figure for a count, with the statement that gives it."""

    statement: str
    document: str
    account: str
    value: CountValue
    voice_group: str
    """Documents of one voice (copies of one wire text) share this key."""
    published: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the statements of an incident support for one property, and by which rule.

    For counts ``low``, ``best`` and ``high`` are set and ``value`` is ``None``; for the
    rest ``value`` is the best supported value and ``rivals`` the others. ``supporting``
    and ``opposing`` hold statement ids; ``voices`` is the number of independent voices.
    """

    incident: str
    property: Property
    status: FindingStatus
    rule: str
    value: Value | None = None
    rivals: tuple[Value, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None
    voices: int = 0
    figures: tuple[Figure, ...] = ()
    supporting: tuple[str, ...] = ()
    opposing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """The accounts judged the same, under a stable id.

    The id is the hash of the smallest account id when the incident was first formed.
    """

    id: str
    accounts: tuple[str, ...]
    type: IncidentType
    event_type: EventType
    title: str
    realis: Realis
    scope: Scope
    findings: tuple[Finding, ...]

    @staticmethod
    def id_of(accounts: tuple[str, ...]) -> str:
        """Return the id of an incident first formed of these accounts."""
        return content_id("incident", min(accounts))

    def finding(self, prop: Property) -> Finding | None:
        """Return the finding for a property, or ``None`` when no statement speaks of it."""
        return next((found for found in self.findings if found.property is prop), None)
