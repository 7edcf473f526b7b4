"""What is published: frozen rows whose field names are the keys of the export contract.

Encoding, decoding, JSON Schemas, Parquet schemas and CSV columns are all driven by
the type hints here (``shape.py``), so a row cannot differ between formats.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from recount.model import (
    ActorKind,
    DatePrecision,
    DateValue,
    EventType,
    FindingStatus,
    IncidentType,
    Measure,
    PlacePrecision,
    PlaceValue,
    Property,
    PublicationBasis,
    Qualifier,
    Realis,
    Scope,
    SegmentKind,
    Skipped,
    SpanRole,
    Stance,
    Value,
    Verdict,
    Voice,
)


class What(StrEnum):
    """What one export holds, one row each."""

    INCIDENTS = "incidents"
    DOCUMENTS = "documents"
    ACCOUNTS = "accounts"
    STATEMENTS = "statements"
    TALLIES = "tallies"
    ACTORS = "actors"
    JUDGEMENTS = "judgements"


class Withheld(StrEnum):
    """What was left out of a row to protect people."""

    NAMES = "names"
    """Names of private persons are masked with ``█``, one for each character."""
    SITE = "site"
    """The site of a survivor or a clinic is left out and its words are masked."""
    COORDINATES = "coordinates"
    """Coordinates are rounded to one decimal and the radius widened."""


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """The date that the sources support; ``unknown`` says why there is none."""

    start: date | None
    end: date | None
    precision: DatePrecision
    status: FindingStatus
    candidates: tuple[DateValue, ...] = ()
    unknown: str | None = None


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """The place that the sources support; degrees (WGS 84) and kilometres."""

    name: str | None
    site: str | None
    admin2: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision
    status: FindingStatus
    candidates: tuple[PlaceValue, ...] = ()
    unknown: str | None = None


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One source's own figure."""

    document: str
    account: str
    low: int | None
    value: int | None
    high: int | None
    qualifier: Qualifier
    who: str | None
    part: bool
    statement: str


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """Low, best and high of one count, by a rule, with the independent voices behind it."""

    low: int | None
    best: int | None
    high: int | None
    status: FindingStatus
    rule: str
    voices: int
    figures: tuple[PublishedFigure, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """The counts that any source gives; a key is absent when none does."""

    killed: PublishedCount | None = None
    wounded: PublishedCount | None = None
    casualties: PublishedCount | None = None
    missing: PublishedCount | None = None
    abducted: PublishedCount | None = None
    arrested: PublishedCount | None = None
    displaced: PublishedCount | None = None

    def present(self) -> tuple[tuple[str, PublishedCount], ...]:
        """Return the counts that are given, with their names, in the order of the vocabulary."""
        pairs = ((item.name, getattr(self, item.name)) for item in fields(self))
        return tuple((name, count) for name, count in pairs if count is not None)


@dataclass(frozen=True, slots=True)
class PublishedResponsibility:
    """One position on who did it; ``by`` is ``None`` when the outlet itself says it."""

    actor: str | None
    stance: Stance
    by: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedParticipant:
    """An actor in a role, with the statements that name it."""

    actor: str
    kind: ActorKind
    generic: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedWeapon:
    """A weapon as named, its kind, and the statements that name it."""

    text: str
    kind: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountRef:
    """An account of an incident; ``primary`` are its own date, place and counts."""

    id: str
    document: str
    primary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedOn:
    """A publication date as far as it is known (``2021-11``), and what it rests on."""

    value: str | None
    basis: PublicationBasis


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document of an incident; documents with the same ``voice`` are one voice."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    url: str | None
    published: PublishedOn
    voice: str


@dataclass(frozen=True, slots=True)
class PublishedSpan:
    """A range of the document's exported text."""

    start: int
    end: int
    role: SpanRole


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    """One sourced value with its exact words; ``original`` is ``text[start:end]``."""

    id: str
    account: str
    property: Property
    value: Value
    original: str
    document: str
    start: int
    end: int
    spans: tuple[PublishedSpan, ...]
    voice: Voice
    method: str
    confidence: float
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedIncident:
    """An incident with what the sources support, who says what, and in which words."""

    id: str
    type: IncidentType
    event_type: EventType
    title: str
    realis: Realis
    scope: Scope
    date: PublishedDate
    place: PublishedPlace
    counts: PublishedCounts
    responsibility: tuple[PublishedResponsibility, ...]
    perpetrators: tuple[PublishedParticipant, ...]
    targets: tuple[PublishedParticipant, ...]
    victims: tuple[PublishedParticipant, ...]
    weapons: tuple[PublishedWeapon, ...]
    disputed: tuple[Property, ...]
    withheld: tuple[Withheld, ...]
    accounts: tuple[AccountRef, ...]
    documents: tuple[DocumentRef, ...]
    statements: tuple[PublishedStatement, ...]


@dataclass(frozen=True, slots=True)
class PublishedSegment:
    """A part of a document's text with its kind."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: first and last possible day, and the basis."""

    value: str | None
    start: date | None
    end: date | None
    basis: PublicationBasis
    note: str


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """One report with its text; ``sha256`` is of its bytes, ``text_sha256`` of ``text``.

    ``withheld`` counts the masked passages.
    """

    id: str
    rendition: str
    source: str
    outlet: str | None
    title: str | None
    url: str | None
    language: str
    published: Published
    reliability: float | None
    voice: str
    sha256: str
    size: int
    media_type: str
    reader: str
    reader_version: str
    text: str
    text_sha256: str
    segments: tuple[PublishedSegment, ...]
    withheld: int


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """The words that name what happened."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class PublishedAccount:
    """One incident as one document tells it."""

    id: str
    document: str
    rendition: str
    incident: str
    type: IncidentType
    event_type: EventType
    realis: Realis
    scope: Scope
    start: int
    end: int
    triggers: tuple[TriggerWords, ...]
    confidence: float
    primary: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedTally:
    """A figure about many incidents or a state of affairs; never counted as an incident."""

    id: str
    measure: Measure
    actor: str | None
    target: str | None
    place: PlaceValue | None
    start: date | None
    end: date | None
    low: int | None
    value: int | None
    high: int | None
    qualifier: Qualifier
    compared_with: str | None
    voice: Voice
    document: str
    spans: tuple[PublishedSpan, ...]
    original: str


@dataclass(frozen=True, slots=True)
class PublishedActor:
    """An actor over all documents, with the names it goes by in them."""

    actor: str
    kind: ActorKind
    generic: bool
    country: str | None
    shipped: bool
    aliases: tuple[str, ...]
    mentions: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedReason:
    """One comparison that weighed in a judgement (weight in bits)."""

    name: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class PublishedJudgement:
    """Same, different or unsure for two accounts, by a method or a person."""

    id: str
    left: str
    right: str
    verdict: Verdict
    score: float
    method: str
    person: str | None
    reasons: tuple[PublishedReason, ...]


Row = (
    PublishedIncident
    | PublishedDocument
    | PublishedAccount
    | PublishedStatement
    | PublishedTally
    | PublishedActor
    | PublishedJudgement
)

ROW_OF: dict[What, type[Row]] = {
    What.INCIDENTS: PublishedIncident,
    What.DOCUMENTS: PublishedDocument,
    What.ACCOUNTS: PublishedAccount,
    What.STATEMENTS: PublishedStatement,
    What.TALLIES: PublishedTally,
    What.ACTORS: PublishedActor,
    What.JUDGEMENTS: PublishedJudgement,
}
"""The row class of each ``--what``."""


@dataclass(frozen=True, slots=True)
class Release:
    """All that one publication holds, sorted, with the rule and the care taken.

    Incidents stand in the order of their dates (unknown last), everything else by id.
    """

    rule: str
    include_names: bool
    incidents: tuple[PublishedIncident, ...] = ()
    documents: tuple[PublishedDocument, ...] = ()
    accounts: tuple[PublishedAccount, ...] = ()
    tallies: tuple[PublishedTally, ...] = ()
    actors: tuple[PublishedActor, ...] = ()
    judgements: tuple[PublishedJudgement, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())

    @property
    def statements(self) -> tuple[PublishedStatement, ...]:
        """The statements of every incident, in the order of the incidents."""
        return tuple(s for incident in self.incidents for s in incident.statements)
