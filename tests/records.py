"""Builders of accounts and documents for tests of linking and reconciling.

Everything they make is invented. ``from_facts`` reads a file of facts (the examples', or
the mission documents' at run time) as if extraction and resolution had made no error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from recount.model import (
    COUNT_PROPERTIES,
    Account,
    AccountRecord,
    ActorKind,
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    DocumentInfo,
    IncidentType,
    Judgement,
    Mention,
    MentionRole,
    PlacePrecision,
    PlaceValue,
    Property,
    Publication,
    PublicationBasis,
    Qualifier,
    Realis,
    ResponsibilityValue,
    Scope,
    Span,
    Stance,
    Statement,
    TextValue,
    Value,
    Verdict,
    Voice,
    WeaponValue,
    content_id,
    count_of,
)

EXACT = Qualifier.EXACT


def day(text: str) -> DateValue:
    """A day ("2031-05-02"), month ("2031-05") or year ("2031")."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return DateValue(date(*parts), date(*parts), DatePrecision.DAY)
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        last = date.fromordinal(following.toordinal() - 1)
        return DateValue(date(*parts, 1), last, DatePrecision.MONTH)
    return DateValue(date(parts[0], 1, 1), date(parts[0], 12, 31), DatePrecision.YEAR)


def span_of_days(first: str, last: str) -> DateValue:
    precision = DatePrecision.DAY if first == last else DatePrecision.RANGE
    return DateValue(date.fromisoformat(first), date.fromisoformat(last), precision)


def place(
    name: str | None = "Ostrava Bay",
    admin1: str | None = "Northmark",
    country: str | None = "XV",
    lat: float | None = None,
    lon: float | None = None,
    radius: float | None = None,
) -> PlaceValue:
    precision = PlacePrecision.COUNTRY
    if name is not None:
        precision = PlacePrecision.SETTLEMENT
    elif admin1 is not None:
        precision = PlacePrecision.PROVINCE
    return PlaceValue(name, None, admin1, None, country, lat, lon, radius, precision)


def exactly(number: int, *, who: str | None = None, part: bool = False) -> CountValue:
    return count_of(number, EXACT, who=who, part=part)


def at_least(number: int, **more) -> CountValue:
    return count_of(number, Qualifier.AT_LEAST, **more)


def document(
    key: str,
    published: str | None = None,
    *,
    outlet: str | None = None,
    sketch: tuple[int, ...] = (),
    words: int = 200,
    title: str | None = None,
    cites: tuple[str, ...] = (),
    reliability: float | None = None,
) -> DocumentInfo:
    given = day(published) if published is not None else None
    return DocumentInfo(
        id=key,
        rendition=f"{key}-r",
        source=f"reports/{key}.txt",
        outlet=outlet,
        url=None,
        title=title,
        language="en",
        published=Publication(
            given.start if given is not None else None,
            given.end if given is not None else None,
            PublicationBasis.GIVEN if given is not None else PublicationBasis.UNKNOWN,
        ),
        sketch=sketch,
        words=words,
        reliability=reliability,
        cites=cites,
    )


def account(
    document: str,
    number: int = 0,
    *,
    kind: IncidentType = IncidentType.REMOTE_EXPLOSIVE,
    when: DateValue | str | None = "2031-05-02",
    where: PlaceValue | str | None = "Ostrava Bay",
    site: str | None = None,
    counts: Mapping[Property, Sequence[CountValue]] | None = None,
    killed: Sequence[CountValue] | int | None = None,
    by: str | None = None,
    stance: Stance = Stance.ASSERTED,
    claims: Sequence[tuple[str | None, Stance]] = (),
    target: str | None = None,
    victim: str | None = None,
    weapon: str | None = None,
    words: str = "",
    realis: Realis = Realis.ACTUAL,
    scope: Scope = Scope.POLITICAL,
    outlet: str | None = None,
) -> AccountRecord:
    """An account; of several counts of a property the first whole one is its own."""
    key = content_id("account", document, f"{document}-r", number)
    builder = _Builder(key, document, outlet)
    if when is not None:
        builder.add(Property.DATE, day(when) if isinstance(when, str) else when)
    if where is not None:
        builder.add(Property.PLACE, place(where) if isinstance(where, str) else where)
    if site is not None:
        builder.add(Property.SITE, TextValue(site))
    if by is not None:
        builder.add(Property.PERPETRATOR, ActorValue(by, ActorKind.REBEL_GROUP, generic=False))
        builder.add(Property.RESPONSIBILITY, ResponsibilityValue(by, stance))
    for actor, position in claims:
        builder.add(Property.RESPONSIBILITY, ResponsibilityValue(actor, position))
    if target is not None:
        builder.add(Property.TARGET, ActorValue(target, ActorKind.STATE_FORCES, generic=False))
    if victim is not None:
        builder.add(Property.VICTIM, ActorValue(victim, ActorKind.UNKNOWN, generic=False))
    if weapon is not None:
        builder.add(Property.WEAPON, WeaponValue(weapon, weapon))
    for prop, values in _all_counts(counts, killed).items():
        builder.add_counts(prop, values)
    trigger = Mention(number * 100, number * 100 + 6, MentionRole.TRIGGER)
    return AccountRecord(
        Account(
            id=key,
            document=document,
            rendition=f"{document}-r",
            triggers=(trigger,),
            type=kind,
            realis=realis,
            scope=scope,
            links=(),
            claims=(),
            extent=Span(number * 100, number * 100 + 90),
            confidence=0.9,
        ),
        tuple(builder.statements),
        words,
    )


def _all_counts(counts, killed):
    found = dict(counts or {})
    if isinstance(killed, int):
        found[Property.KILLED] = [exactly(killed)]
    elif killed is not None:
        found[Property.KILLED] = list(killed)
    return found


class _Builder:
    def __init__(self, account: str, document: str, outlet: str | None) -> None:
        self.statements: list[Statement] = []
        self._account, self._document, self._outlet = account, document, outlet

    def add(self, prop: Property, value: Value, *, primary: bool | None = None) -> None:
        first = all(statement.property is not prop for statement in self.statements)
        start = len(self.statements) * 10
        spans = (Span(start, start + 8),)
        voice = Voice(None, None, self._outlet, Stance.ASSERTED)
        self.statements.append(
            Statement(
                id=Statement.id_of(self._account, prop, value, spans, voice),
                account=self._account,
                document=self._document,
                property=prop,
                value=value,
                original="invented",
                start=start,
                end=start + 8,
                spans=spans,
                voice=voice,
                method="test",
                confidence=0.9,
                primary=first if primary is None else primary,
            )
        )

    def add_counts(self, prop: Property, values: Sequence[CountValue]) -> None:
        own = next((at for at, value in enumerate(values) if not value.part), None)
        for at, value in enumerate(values):
            self.add(prop, value, primary=at == own)


def by_id(documents: Sequence[DocumentInfo]) -> dict[str, DocumentInfo]:
    return {info.id: info for info in documents}


def person(left: str, right: str, verdict: Verdict, who: str = "coder") -> Judgement:
    first, second = sorted((left, right))
    return Judgement(
        Judgement.id_of(first, second, verdict, "person", who),
        first,
        second,
        verdict,
        0.0,
        "person",
        person=who,
    )


_QUALIFIERS = {
    "exact": Qualifier.EXACT,
    "at least": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    "around": Qualifier.ABOUT,
    "about": Qualifier.ABOUT,
    "up to": Qualifier.UP_TO,
    "nearly": Qualifier.NEARLY,
    "dozens": Qualifier.DOZENS,
    "scores": Qualifier.SCORES,
    "several": Qualifier.SEVERAL,
    "multiple": Qualifier.MULTIPLE,
    "hundreds": Qualifier.HUNDREDS,
}


def from_facts(
    facts: Mapping,
) -> tuple[list[AccountRecord], dict[str, DocumentInfo], dict[str, str]]:
    """Return accounts, documents and the account id of each incident id of a facts file."""
    records: list[AccountRecord] = []
    documents: dict[str, DocumentInfo] = {}
    ids: dict[str, str] = {}
    for row in facts["documents"]:
        key = content_id("document", row["file"])
        documents[key] = document(key, row["published"], outlet=row["file"])
        for number, incident in enumerate(row["incidents"]):
            record = _from_incident(key, number, incident)
            ids[incident["id"]] = record.id
            records.append(record)
    return records, documents, ids


def _from_incident(key: str, number: int, row: Mapping) -> AccountRecord:
    when = None
    if row["date_start"] is not None:
        when = span_of_days(row["date_start"], row["date_end"])
    where = None
    if row["country"] is not None:
        where = place(row["settlement"], row["province"], row["country"])
    counts: dict[Property, list[CountValue]] = {}
    named = {prop.value: prop for prop in COUNT_PROPERTIES}
    for item in row["counts"]:
        counts.setdefault(named[item["kind"]], []).append(
            count_of(
                item["value"] or 0,
                _QUALIFIERS[item["qualifier"]],
                who=item["who"],
                part=item["part_of_total"],
            )
        )
    return account(
        key,
        number,
        kind=IncidentType(row["type"]),
        when=when,
        where=where,
        site=row["site"],
        counts=counts,
        claims=[(r["actor"], Stance(r["stance"])) for r in row["responsibility"]],
    )
