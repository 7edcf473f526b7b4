"""Flat rows: one level of named columns, for CSV, GeoJSON properties and data frames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recount.model import (
    ActorKind,
    DatePrecision,
    EventType,
    FindingStatus,
    IncidentType,
    Measure,
    PlacePrecision,
    Property,
    PublicationBasis,
    Qualifier,
    Realis,
    Scope,
    Stance,
    Verdict,
)
from recount.publish.nouns import (
    What,
    Withheld,
)


@dataclass(frozen=True, slots=True)
class FlatIncident:
    """One incident per row; the four actor lists hold names, ``documents`` ids."""

    id: str
    date_start: date | None
    date_end: date | None
    date_precision: DatePrecision
    date_status: FindingStatus
    country: str | None
    admin1: str | None
    admin2: str | None
    place_name: str | None
    site: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    place_precision: PlacePrecision
    place_status: FindingStatus
    type: IncidentType
    event_type: EventType
    title: str
    realis: Realis
    scope: Scope
    rule: str | None
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    killed_status: FindingStatus | None
    killed_voices: int | None
    wounded_low: int | None
    wounded_best: int | None
    wounded_high: int | None
    wounded_status: FindingStatus | None
    wounded_voices: int | None
    casualties_low: int | None
    casualties_best: int | None
    casualties_high: int | None
    casualties_status: FindingStatus | None
    casualties_voices: int | None
    missing_low: int | None
    missing_best: int | None
    missing_high: int | None
    missing_status: FindingStatus | None
    missing_voices: int | None
    abducted_low: int | None
    abducted_best: int | None
    abducted_high: int | None
    abducted_status: FindingStatus | None
    abducted_voices: int | None
    arrested_low: int | None
    arrested_best: int | None
    arrested_high: int | None
    arrested_status: FindingStatus | None
    arrested_voices: int | None
    displaced_low: int | None
    displaced_best: int | None
    displaced_high: int | None
    displaced_status: FindingStatus | None
    displaced_voices: int | None
    claimed: tuple[str, ...]
    blamed: tuple[str, ...]
    suspected: tuple[str, ...]
    denied: tuple[str, ...]
    perpetrators: tuple[str, ...]
    targets: tuple[str, ...]
    victims: tuple[str, ...]
    weapons: tuple[str, ...]
    disputed: tuple[Property, ...]
    withheld: tuple[Withheld, ...]
    outlets: tuple[str, ...]
    documents: tuple[str, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class FlatStatement:
    """One statement per row; the columns that its property has no use for are empty."""

    id: str
    account: str
    document: str
    property: Property
    start: int
    end: int
    original: str
    text: str | None
    date_start: date | None
    date_end: date | None
    date_precision: DatePrecision | None
    place_name: str | None
    site: str | None
    admin2: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    place_precision: PlacePrecision | None
    low: int | None
    value: int | None
    high: int | None
    qualifier: Qualifier | None
    who: str | None
    part: bool | None
    actor: str | None
    actor_kind: ActorKind | None
    generic: bool | None
    responsibility: Stance | None
    weapon_kind: str | None
    unknown: str | None
    speaker: str | None
    affiliation: str | None
    outlet: str | None
    stance: Stance
    cue: str | None
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class FlatDocument:
    """One document per row, with its text."""

    id: str
    rendition: str
    source: str
    outlet: str | None
    title: str | None
    url: str | None
    language: str
    published: str | None
    published_start: date | None
    published_end: date | None
    published_basis: PublicationBasis
    reliability: float | None
    voice: str
    sha256: str
    size: int
    media_type: str
    reader: str
    reader_version: str
    withheld: int
    text_sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class FlatAccount:
    """One account per row."""

    id: str
    incident: str
    document: str
    rendition: str
    type: IncidentType
    event_type: EventType
    realis: Realis
    scope: Scope
    start: int
    end: int
    triggers: tuple[str, ...]
    confidence: float
    primary: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlatTally:
    """One tally per row."""

    id: str
    measure: Measure
    low: int | None
    value: int | None
    high: int | None
    qualifier: Qualifier
    actor: str | None
    target: str | None
    place_name: str | None
    admin1: str | None
    country: str | None
    start: date | None
    end: date | None
    compared_with: str | None
    document: str
    speaker: str | None
    outlet: str | None
    stance: Stance
    original: str


@dataclass(frozen=True, slots=True)
class FlatActor:
    """One actor per row."""

    actor: str
    kind: ActorKind
    generic: bool
    country: str | None
    shipped: bool
    aliases: tuple[str, ...]
    mentions: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlatJudgement:
    """One judgement per row; reasons as ``name weight: detail``."""

    id: str
    left: str
    right: str
    verdict: Verdict
    score: float
    method: str
    person: str | None
    reasons: tuple[str, ...]


FlatRow = (
    FlatIncident
    | FlatStatement
    | FlatDocument
    | FlatAccount
    | FlatTally
    | FlatActor
    | FlatJudgement
)

FLAT_OF: dict[What, type[FlatRow]] = {
    What.INCIDENTS: FlatIncident,
    What.DOCUMENTS: FlatDocument,
    What.ACCOUNTS: FlatAccount,
    What.STATEMENTS: FlatStatement,
    What.TALLIES: FlatTally,
    What.ACTORS: FlatActor,
    What.JUDGEMENTS: FlatJudgement,
}
"""The flat row class of each ``--what``."""
