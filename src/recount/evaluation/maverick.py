"""The task ``maverick``: hand-coded records of reports, many of one event; no text.

Link and reconcile are measured alone: every record becomes an account with statements, as
resolve would have made it. ``exact_key_f1`` is the baseline of joining equal keys, and
``rules_exact`` checks the three presets against the definitions of eventreport.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from recount.evaluation.base import (
    Options,
    Outcome,
    Score,
    Scores,
    first_of,
    is_dev,
    need,
    prf,
    share,
)
from recount.link import cluster, judge
from recount.model import (
    Account,
    AccountRecord,
    ActorKind,
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    DocumentInfo,
    IncidentType,
    Mention,
    MentionRole,
    PlacePrecision,
    PlaceValue,
    Property,
    Publication,
    PublicationBasis,
    Qualifier,
    Realis,
    Scope,
    Span,
    Stance,
    Statement,
    Value,
    Voice,
)
from recount.reconcile.rules import RULES, Reading

PRESETS = ("conservative", "representative", "informative")
ACTORS = range(1, 7)
_COUNTRIES = {"Kenya": "KE", "Ivory Coast": "CI"}
_KINDS = {
    "Security forces": ActorKind.STATE_FORCES,
    "Political actor": ActorKind.POLITICAL_MILITIA,
    "Non-state armed actor": ActorKind.REBEL_GROUP,
    "Citizens": ActorKind.CIVILIANS,
}
_PRECISIONS = {
    "1": PlacePrecision.SITE,
    "2": PlacePrecision.SETTLEMENT,
    "3": PlacePrecision.SETTLEMENT,
    "4": PlacePrecision.DISTRICT,
    "5": PlacePrecision.PROVINCE,
    "6": PlacePrecision.COUNTRY,
}
_RADIUS_KM = {
    PlacePrecision.SITE: 1.0,
    PlacePrecision.SETTLEMENT: 8.0,
    PlacePrecision.DISTRICT: 25.0,
    PlacePrecision.PROVINCE: 80.0,
    PlacePrecision.COUNTRY: 400.0,
}
_TYPES = (
    (re.compile(r"clash", re.IGNORECASE), IncidentType.ARMED_CLASH),
    (re.compile(r"crack-down on protest", re.IGNORECASE), IncidentType.EXCESSIVE_FORCE),
    (re.compile(r"riot", re.IGNORECASE), IncidentType.VIOLENT_DEMONSTRATION),
    (re.compile(r"protest", re.IGNORECASE), IncidentType.VIOLENT_DEMONSTRATION),
)
_ISSUED = re.compile(r"\((\d{4}-\d{2}-\d{2})\)")


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of a record, with its part in it."""

    name: str
    kind: str
    perpetrator: bool
    victim: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One report-level record; figures are best, low, high (``None``: not stated)."""

    id: str
    event: str
    country: str
    start: date
    end: date
    city: str
    location: str
    lat: float | None
    lon: float | None
    precision: str
    context: str
    violence: str
    actors: tuple[Actor, ...]
    deaths: tuple[int | None, int | None, int | None]
    injuries: tuple[int | None, int | None, int | None]
    author: str
    source: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """The cluster that a record was put in."""

    id: str
    cluster: str

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {"id": self.id, "cluster": self.cluster}


def load(path: Path) -> tuple[Record, ...]:
    """Read the dev records.

    Raises:
        UsageError: there is no such file.
    """
    with need(path / "reports.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_record(row) for row in csv.DictReader(lines) if is_dev(row["event_id"]))


def _record(row: Mapping[str, str]) -> Record:
    # A few records have their two days exchanged.
    start, end = sorted(date.fromisoformat(row[name]) for name in ("date_start", "date_end"))
    return Record(
        id=row["id"],
        event=row["event_id"],
        country=row["country"],
        start=start,
        end=end,
        city=row["city"],
        location=row["location"],
        lat=_number(row["latitude"]),
        lon=_number(row["longitude"]),
        precision=row["geo_precision"].partition(".")[0],
        context=row["event_context"],
        violence=row["actor1_violence"],
        actors=tuple(_actor(row, at) for at in ACTORS if row[f"actor{at}"]),
        deaths=_figures(row, "deaths"),
        injuries=_figures(row, "injuries"),
        author=row["source_author"],
        source=row["source"],
    )


def _actor(row: Mapping[str, str], at: int) -> Actor:
    return Actor(
        row[f"actor{at}"],
        row[f"actor{at}_type"],
        perpetrator=row[f"actor{at}_perpetrator"].startswith("1"),
        victim=row[f"actor{at}_victim"].startswith("1"),
    )


def _figures(row: Mapping[str, str], name: str) -> tuple[int | None, int | None, int | None]:
    best, low, high = (_number(row[f"{name}_{part}"]) for part in ("best", "low", "high"))
    whole = [None if number is None else int(number) for number in (best, low, high)]
    return whole[0], whole[1], whole[2]


def _number(words: str) -> float | None:
    return float(words) if words else None


def run(path: Path, options: Options) -> Outcome:
    """Link the records, and apply the presets to the records of each event."""
    records = tuple(first_of(load(path), options.limit))
    rows = link_records(records)
    scores = score(records, rows)
    return Outcome(Scores("maverick", "dev", scores), rows, tuple(errors(records, rows)))


def link_records(records: Sequence[Record]) -> tuple[RecordRow, ...]:
    """Return the cluster that the product puts each record in."""
    accounts = [account_record(record) for record in records]
    documents = {document.id: document for document in map(document_info, records)}
    groups = cluster([a.id for a in accounts], judge(accounts, documents))
    of = {account: group[0] for group in groups for account in group}
    return tuple(RecordRow(record.id, of[record.id]) for record in records)


def document_info(record: Record) -> DocumentInfo:
    """Return the report that a record codes; records of one source come from one report."""
    issued = _ISSUED.search(record.source)
    day = None if issued is None else date.fromisoformat(issued.group(1))
    basis = PublicationBasis.UNKNOWN if day is None else PublicationBasis.GIVEN
    return DocumentInfo(
        id=document_id(record),
        rendition=f"rendition-{document_id(record)}",
        source=record.source,
        outlet=record.author or None,
        url=None,
        title=None,
        language="en",
        published=Publication(day, day, basis),
        sketch=(),
        words=0,
    )


def document_id(record: Record) -> str:
    """Return the id of the report that a record comes from; without a source, its own."""
    return f"document-{record.source or record.id}"


def account_record(record: Record) -> AccountRecord:
    """Return a record as an account with the statements that resolve would have made."""
    trigger = Mention(0, 1, MentionRole.TRIGGER)
    account = Account(
        id=record.id,
        document=document_id(record),
        rendition=f"rendition-{document_id(record)}",
        triggers=(trigger,),
        type=_type(record),
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=(),
        claims=(),
        extent=Span(0, 1),
        confidence=1.0,
    )
    statements = tuple(_statement(record, prop, value) for prop, value in _values(record))
    # Coded words are no report's own, so there is no wording to compare.
    return AccountRecord(account, statements, "")


def _type(record: Record) -> IncidentType:
    told = (kind for pattern, kind in _TYPES if pattern.search(record.context))
    return next(told, IncidentType.ATTACK)


def _values(record: Record) -> Iterator[tuple[Property, Value]]:
    days = DatePrecision.DAY if record.start == record.end else DatePrecision.RANGE
    yield Property.DATE, DateValue(record.start, record.end, days)
    precision = _PRECISIONS.get(record.precision, PlacePrecision.UNKNOWN)
    yield (
        Property.PLACE,
        PlaceValue(
            name=record.location or record.city or None,
            site=None,
            admin1=None,
            admin2=record.city or None,
            country=_COUNTRIES.get(record.country),
            lat=record.lat,
            lon=record.lon,
            radius_km=_RADIUS_KM.get(precision),
            precision=precision,
        ),
    )
    for actor in record.actors:
        value = ActorValue(
            actor.name, _KINDS.get(actor.kind, ActorKind.UNKNOWN), generic="Unknown" in actor.name
        )
        if actor.perpetrator:
            yield Property.PERPETRATOR, value
        if actor.victim:
            yield Property.VICTIM, value
    for prop, figures in ((Property.KILLED, record.deaths), (Property.WOUNDED, record.injuries)):
        # A coded 0 says "none reported", which a text would not say.
        if figures[0] is not None and figures[0] > 0:
            yield prop, count_value(figures)


def count_value(figures: tuple[int | None, int | None, int | None]) -> CountValue:
    """Return coded figures (best, low, high) as a count."""
    best, low, high = figures
    exact = low == best == high
    return CountValue(low, best, high, Qualifier.EXACT if exact else Qualifier.BETWEEN)


def _statement(record: Record, prop: Property, value: Value) -> Statement:
    voice = Voice(None, None, record.author or None, Stance.ASSERTED)
    span = Span(0, 1)
    primary = prop not in (Property.PERPETRATOR, Property.VICTIM)
    return Statement(
        id=Statement.id_of(record.id, prop, value, (span,), voice),
        account=record.id,
        document=document_id(record),
        property=prop,
        value=value,
        original="",
        start=0,
        end=1,
        spans=(span,),
        voice=voice,
        method="coded",
        confidence=1.0,
        primary=primary,
    )


def score(records: Sequence[Record], rows: Sequence[RecordRow]) -> tuple[Score, ...]:
    """Return pairwise F1 of linking, of the exact-key baseline, and the presets' exactness."""
    gold = _pairs([(record.id, record.event) for record in records])
    ours = _pairs([(row.id, row.cluster) for row in rows])
    keyed = _pairs([(record.id, _key(record)) for record in records])
    precision, recall, both = prf(len(ours & gold), len(ours), len(gold), "pair_")
    baseline = prf(len(keyed & gold), len(keyed), len(gold), "exact_key_")[2]
    rights = rules_exact(records)
    return (
        both,
        baseline,
        Score("rules_exact", share(sum(rights), len(rights)), len(rights)),
        precision,
        recall,
    )


def _key(record: Record) -> str:
    return f"{record.country}|{record.start}|{record.end}|{record.city}|{record.location}"


def _pairs(items: Sequence[tuple[str, str]]) -> set[frozenset[str]]:
    groups: dict[str, list[str]] = {}
    for item, key in items:
        groups.setdefault(key, []).append(item)
    return {frozenset(two) for group in groups.values() for two in combinations(group, 2)}


def rules_exact(records: Sequence[Record]) -> list[bool]:
    """Whether each preset gives what its definition says, for the deaths of each event.

    Conservative is the minimum, informative the maximum and representative the mode of
    the reports' best figures; a mode that ties is left out, since packages break ties by
    columns that reports do not have. Events of one report are left out.
    """
    rights: list[bool] = []
    for event in sorted({record.event for record in records}):
        told = [r for r in records if r.event == event and r.deaths[0] is not None]
        bests = [r.deaths[0] for r in told if r.deaths[0] is not None]
        if len(bests) < 2:
            continue
        readings = [Reading(count_value(r.deaths), voice=r.id) for r in told]
        for preset in PRESETS:
            wanted = expected(preset, bests)
            if wanted is not None:
                rights.append(RULES[preset](readings).best == wanted)
    return rights


def expected(preset: str, figures: Sequence[int]) -> int | None:
    """Return what a preset's definition gives for these figures, ``None`` for a tied mode."""
    if preset == "conservative":
        return min(figures)
    if preset == "informative":
        return max(figures)
    counted = Counter(figures).most_common(2)
    tied = len(counted) > 1 and counted[0][1] == counted[1][1]
    return None if tied else counted[0][0]


def errors(records: Sequence[Record], rows: Sequence[RecordRow]) -> Iterator[str]:
    """Yield pairs of records that are wrongly apart or wrongly together."""
    named = {record.id: record for record in records}
    gold = _pairs([(record.id, record.event) for record in records])
    ours = _pairs([(row.id, row.cluster) for row in rows])
    for mark, pairs in (("APART", gold - ours), ("TOGETHER", ours - gold)):
        for pair in sorted(pairs, key=sorted):
            left, right = (named[name] for name in sorted(pair))
            yield f"{mark} {_told(left)} / {_told(right)}"


def _told(record: Record) -> str:
    where = record.location or record.city
    return f"{record.event} {record.start} {where} {record.context} killed {record.deaths[0]}"
