"""From published rows to flat ones."""

from __future__ import annotations

from recount.model import (
    ActorValue,
    CountValue,
    DateValue,
    FindingStatus,
    PlaceValue,
    ResponsibilityValue,
    Stance,
    TextValue,
    Unknown,
    Value,
    WeaponValue,
)
from recount.publish.flat import (
    FlatAccount,
    FlatActor,
    FlatDocument,
    FlatIncident,
    FlatJudgement,
    FlatRow,
    FlatStatement,
    FlatTally,
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
)


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
