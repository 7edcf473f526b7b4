"""Flat rows: one level of named columns, for CSV, GeoJSON properties and data frames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recount.model import (
    ActorKind,
    ActorValue,
    CountValue,
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
    ResponsibilityValue,
    Scope,
    Stance,
    TextValue,
    Unknown,
    Value,
    Verdict,
    WeaponValue,
)
from recount.publish.nouns import (
    PublishedAccount,
    PublishedActor,
    PublishedCount,
    PublishedDocument,
    PublishedIncident,
    PublishedJudgement,
    PublishedStatement,
    PublishedTally,
    Row,
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


def flatten(row: Row) -> FlatRow:
    """Return the flat row of a published row."""
    match row:
        case PublishedIncident():
            return _incident(row)
        case PublishedStatement():
            return _statement(row)
        case PublishedDocument():
            return _document(row)
        case PublishedAccount():
            return _account(row)
        case PublishedTally():
            return _tally(row)
        case PublishedActor():
            return FlatActor(
                row.actor,
                row.kind,
                row.generic,
                row.country,
                row.shipped,
                row.aliases,
                row.mentions,
                row.documents,
            )
        case PublishedJudgement():
            reasons = tuple(f"{r.name} {r.weight:+.2f}: {r.detail}" for r in row.reasons)
            return FlatJudgement(
                row.id,
                row.left,
                row.right,
                row.verdict,
                row.score,
                row.method,
                row.person,
                reasons,
            )


def _incident(row: PublishedIncident) -> FlatIncident:
    held = {
        stance: tuple(
            sorted({r.actor for r in row.responsibility if r.stance is stance and r.actor})
        )
        for stance in (Stance.CLAIMED, Stance.BLAMED, Stance.SUSPECTED, Stance.DENIED)
    }
    present = row.counts.present()
    return FlatIncident(
        id=row.id,
        date_start=row.date.start,
        date_end=row.date.end,
        date_precision=row.date.precision,
        date_status=row.date.status,
        country=row.place.country,
        admin1=row.place.admin1,
        admin2=row.place.admin2,
        place_name=row.place.name,
        site=row.place.site,
        lat=row.place.lat,
        lon=row.place.lon,
        radius_km=row.place.radius_km,
        place_precision=row.place.precision,
        place_status=row.place.status,
        type=row.type,
        event_type=row.event_type,
        title=row.title,
        realis=row.realis,
        scope=row.scope,
        rule=present[0][1].rule if len(present) > 0 else None,
        **_counts(row),  # type: ignore[arg-type]
        claimed=held[Stance.CLAIMED],
        blamed=held[Stance.BLAMED],
        suspected=held[Stance.SUSPECTED],
        denied=held[Stance.DENIED],
        perpetrators=tuple(p.actor for p in row.perpetrators),
        targets=tuple(p.actor for p in row.targets),
        victims=tuple(p.actor for p in row.victims),
        weapons=tuple(w.text for w in row.weapons),
        disputed=row.disputed,
        withheld=row.withheld,
        outlets=tuple(sorted({d.outlet for d in row.documents if d.outlet})),
        documents=tuple(d.id for d in row.documents),
        statements=len(row.statements),
    )


def _counts(row: PublishedIncident) -> dict[str, int | FindingStatus | None]:
    columns: dict[str, int | FindingStatus | None] = {}
    for name in row.counts.__slots__:
        count: PublishedCount | None = getattr(row.counts, name)
        for column in ("low", "best", "high", "status", "voices"):
            columns[f"{name}_{column}"] = None if count is None else getattr(count, column)
    return columns


def _statement(row: PublishedStatement) -> FlatStatement:
    columns: dict[str, object] = dict.fromkeys(_VALUE_COLUMNS)
    columns.update(_value_columns(row.value))
    return FlatStatement(
        id=row.id,
        account=row.account,
        document=row.document,
        property=row.property,
        start=row.start,
        end=row.end,
        original=row.original,
        speaker=row.voice.speaker,
        affiliation=row.voice.affiliation,
        outlet=row.voice.outlet,
        stance=row.voice.stance,
        cue=row.voice.cue,
        method=row.method,
        confidence=row.confidence,
        **columns,  # type: ignore[arg-type]
    )


_VALUE_COLUMNS = (
    *("text", "date_start", "date_end", "date_precision"),
    *("place_name", "site", "admin2", "admin1", "country"),
    *("lat", "lon", "radius_km", "place_precision"),
    *("low", "value", "high", "qualifier", "who", "part"),
    *("actor", "actor_kind", "generic", "responsibility", "weapon_kind", "unknown"),
)


def _value_columns(value: Value) -> dict[str, object]:
    match value:
        case TextValue(text):
            return {"text": text}
        case Unknown(reason):
            return {"unknown": reason}
        case DateValue(start, end, precision):
            return {"date_start": start, "date_end": end, "date_precision": precision}
        case CountValue(low, best, high, qualifier, who, part):
            bounds = {"low": low, "value": best, "high": high}
            return {**bounds, "qualifier": qualifier, "who": who, "part": part}
        case ActorValue(actor, kind, generic):
            return {"actor": actor, "actor_kind": kind, "generic": generic}
        case ResponsibilityValue(held, stance):
            return {"actor": held, "responsibility": stance}
        case WeaponValue(words, weapon_kind):
            return {"text": words, "weapon_kind": weapon_kind}
        case PlaceValue():
            same = ("site", "admin2", "admin1", "country", "lat", "lon", "radius_km")
            columns: dict[str, object] = {name: getattr(value, name) for name in same}
            return {**columns, "place_name": value.name, "place_precision": value.precision}


def _document(row: PublishedDocument) -> FlatDocument:
    return FlatDocument(
        id=row.id,
        rendition=row.rendition,
        source=row.source,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        language=row.language,
        published=row.published.value,
        published_start=row.published.start,
        published_end=row.published.end,
        published_basis=row.published.basis,
        reliability=row.reliability,
        voice=row.voice,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        reader=row.reader,
        reader_version=row.reader_version,
        withheld=row.withheld,
        text_sha256=row.text_sha256,
        text=row.text,
    )


def _account(row: PublishedAccount) -> FlatAccount:
    return FlatAccount(
        id=row.id,
        incident=row.incident,
        document=row.document,
        rendition=row.rendition,
        type=row.type,
        event_type=row.event_type,
        realis=row.realis,
        scope=row.scope,
        start=row.start,
        end=row.end,
        triggers=tuple(trigger.words for trigger in row.triggers),
        confidence=row.confidence,
        primary=row.primary,
        statements=row.statements,
    )


def _tally(row: PublishedTally) -> FlatTally:
    place = row.place
    return FlatTally(
        id=row.id,
        measure=row.measure,
        low=row.low,
        value=row.value,
        high=row.high,
        qualifier=row.qualifier,
        actor=row.actor,
        target=row.target,
        place_name=None if place is None else place.name,
        admin1=None if place is None else place.admin1,
        country=None if place is None else place.country,
        start=row.start,
        end=row.end,
        compared_with=row.compared_with,
        document=row.document,
        speaker=row.voice.speaker,
        outlet=row.voice.outlet,
        stance=row.voice.stance,
        original=row.original,
    )
