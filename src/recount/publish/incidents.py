"""One incident as it is published: findings, who says what, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recount.model import (
    COUNT_PROPERTIES,
    AccountRecord,
    ActorValue,
    DatePrecision,
    DateValue,
    DocumentInfo,
    EventType,
    Finding,
    FindingStatus,
    Incident,
    PlacePrecision,
    PlaceValue,
    Property,
    PublicationBasis,
    ResponsibilityValue,
    Stance,
    Statement,
    Unknown,
    Value,
    WeaponValue,
    event_type,
)
from recount.publish.nouns import (
    AccountRef,
    DocumentRef,
    PublishedAccount,
    PublishedCount,
    PublishedCounts,
    PublishedDate,
    PublishedFigure,
    PublishedIncident,
    PublishedOn,
    PublishedPlace,
    PublishedResponsibility,
    PublishedSpan,
    PublishedStatement,
    PublishedWeapon,
    TriggerWords,
    Withheld,
)
from recount.publish.participants import participants
from recount.publish.source import Source
from recount.publish.veils import Veils
from recount.publish.withhold import MASK, coarse, coarse_value, is_sensitive

PRIMARY_PROPERTIES = frozenset({Property.DATE, Property.PLACE, *COUNT_PROPERTIES})
"""Properties whose primary statements an account lists."""

_STANCE_ORDER = {stance: at for at, stance in enumerate(Stance)}


INCIDENTS_AT_ONCE = 200
"""Incidents whose accounts are looked up together: about a thousand accounts."""


@dataclass(frozen=True, slots=True)
class Told:
    """An incident and its accounts, by age of their documents."""

    incident: Incident
    records: tuple[AccountRecord, ...]


@dataclass(frozen=True, slots=True)
class IncidentMaker:
    """Makes published incidents and accounts, masked."""

    source: Source
    veils: Veils
    rule: str

    def told(self, incidents: Sequence[Incident]) -> Iterator[Told]:
        """Yield each incident with its accounts, looked up together: one query, not hundreds."""
        for at in range(0, len(incidents), INCIDENTS_AT_ONCE):
            chunk = incidents[at : at + INCIDENTS_AT_ONCE]
            wanted = sorted({account for incident in chunk for account in incident.accounts})
            found = {record.id: record for record in self.source.accounts(wanted)}
            self.veils.prepare(record.account.document for record in found.values())
            for incident in chunk:
                records = [found[one] for one in incident.accounts if one in found]
                records.sort(key=lambda r: (self._age(r.account.document), r.id))
                yield Told(incident, tuple(records))

    def incident(self, incident: Incident) -> PublishedIncident:
        """Return one incident as it is published."""
        return self.make(next(self.told([incident])))

    def make(self, told: Told) -> PublishedIncident:
        """Return an incident whose accounts were looked up as it is published."""
        incident, records = told.incident, told.records
        documents = sorted({record.account.document for record in records})
        hide = self.veils.over(documents)
        careful = not self.veils.include_names and any(is_sensitive(r) for r in records)
        statements = tuple(
            self._statement(s, careful=careful) for r in records for s in _ordered(r)
        )
        place = published_place(incident.finding(Property.PLACE), careful=careful, hide=hide)
        made = PublishedIncident(
            id=incident.id,
            type=incident.type,
            event_type=incident.event_type,
            title=hide(incident.title),
            realis=incident.realis,
            scope=incident.scope,
            date=published_date(incident.finding(Property.DATE)),
            place=place,
            counts=self._counts(incident, hide),
            responsibility=_responsibility(statements),
            perpetrators=participants(statements, Property.PERPETRATOR),
            targets=participants(statements, Property.TARGET),
            victims=participants(statements, Property.VICTIM),
            weapons=_weapons(statements),
            disputed=tuple(
                f.property for f in incident.findings if f.status is FindingStatus.DISPUTED
            ),
            withheld=(),
            accounts=tuple(_account_ref(record) for record in records),
            documents=self._documents(documents),
            statements=statements,
        )
        return _with_gaps(made, records, careful=careful)

    def accounts(self, told: Told) -> Iterator[PublishedAccount]:
        """Yield the accounts of an incident."""
        for record in told.records:
            account = record.account
            text, _ = self.veils.text(account.document)
            yield PublishedAccount(
                id=account.id,
                document=account.document,
                rendition=account.rendition,
                incident=told.incident.id,
                type=account.type,
                event_type=_event_type(record),
                realis=account.realis,
                scope=account.scope,
                start=account.extent.start,
                end=account.extent.end,
                triggers=tuple(
                    TriggerWords(t.start, t.end, text[t.start : t.end]) for t in account.triggers
                ),
                confidence=account.confidence,
                primary=_account_ref(record).primary,
                statements=tuple(statement.id for statement in _ordered(record)),
            )

    def _age(self, document: str) -> tuple[str, str, str]:
        info = self.veils.infos.get(document)
        if info is None:
            return ("~", "", document)
        return (info.published.label or "~", info.source, document)

    def _statement(self, statement: Statement, *, careful: bool) -> PublishedStatement:
        veil = self.veils.of(statement.document)
        text, _ = self.veils.text(statement.document)
        value = as_shown(veil.value(statement.value), text[statement.start : statement.end])
        return PublishedStatement(
            id=statement.id,
            account=statement.account,
            property=statement.property,
            value=coarse_value(statement.property, value) if careful else value,
            original=text[statement.start : statement.end],
            document=statement.document,
            start=statement.start,
            end=statement.end,
            spans=tuple(PublishedSpan(s.start, s.end, s.role) for s in statement.spans),
            voice=veil.voice(statement.voice),
            method=statement.method,
            confidence=statement.confidence,
            reasons=() if careful else tuple(veil.words(words) for words in statement.reasons),
            candidates=(
                () if careful else tuple(veil.words(words) for words in statement.candidates)
            ),
        )

    def _counts(self, incident: Incident, hide: Callable[[str], str]) -> PublishedCounts:
        found: dict[str, PublishedCount] = {}
        for finding in incident.findings:
            if finding.property in COUNT_PROPERTIES:
                found[finding.property.value] = _count(finding, hide)
        return PublishedCounts(**found)

    def _documents(self, documents: Sequence[str]) -> tuple[DocumentRef, ...]:
        refs = []
        for document in sorted(documents, key=self._age):
            veil = self.veils.of(document)
            refs.append(_document_ref(document, self.veils.infos, self.veils.voices, veil.words))
        return tuple(refs)


def as_shown(value: Value, shown: str) -> Value:
    """Return an actor told by its own words with the letters hidden that are hidden in these.

    Words may begin inside a name, which no list of names finds in them.
    """
    if (
        not isinstance(value, ActorValue)
        or MASK not in shown
        or len(value.actor.casefold()) != len(shown.casefold())
    ):
        return value
    letters = zip(value.actor.casefold(), shown.casefold(), strict=True)
    same = all(a == b or MASK in (a, b) for a, b in letters)
    return replace(value, actor=shown) if same else value


def published_date(finding: Finding | None) -> PublishedDate:
    """Return the date that a finding supports; without one, unknown with the reason."""
    if finding is None:
        return _no_date(FindingStatus.UNKNOWN, "no source gives a date")
    rivals = tuple(value for value in finding.rivals if isinstance(value, DateValue))
    match finding.value:
        case DateValue(start, end, precision):
            return PublishedDate(start, end, precision, finding.status, rivals)
        case Unknown(reason):
            return _no_date(finding.status, reason, rivals)
    return _no_date(finding.status, "no source gives a date", rivals)


def _no_date(
    status: FindingStatus, reason: str, rivals: tuple[DateValue, ...] = ()
) -> PublishedDate:
    return PublishedDate(None, None, DatePrecision.UNKNOWN, status, rivals, reason)


def published_place(
    finding: Finding | None, *, careful: bool, hide: Callable[[str], str]
) -> PublishedPlace:
    """Return the place that a finding supports, coarsened where care is due."""
    status = FindingStatus.UNKNOWN if finding is None else finding.status
    value: Value | None = None if finding is None else finding.value
    rivals = () if finding is None else finding.rivals
    places = tuple(
        _shown(rival, careful, hide) for rival in rivals if isinstance(rival, PlaceValue)
    )
    if not isinstance(value, PlaceValue):
        told = value.reason if isinstance(value, Unknown) else "no source gives a place"
        reason = hide(told)
        nothing = PlacePrecision.UNKNOWN
        return PublishedPlace(
            *(None,) * 8, precision=nothing, status=status, candidates=places, unknown=reason
        )
    place = _shown(value, careful, hide)
    return PublishedPlace(
        name=place.name,
        site=place.site,
        admin2=place.admin2,
        admin1=place.admin1,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        precision=place.precision,
        status=status,
        candidates=places,
    )


def _shown(place: PlaceValue, careful: bool, hide: Callable[[str], str]) -> PlaceValue:  # noqa: FBT001
    shown = PlaceValue(
        name=None if place.name is None else hide(place.name),
        site=None if place.site is None else hide(place.site),
        admin1=place.admin1,
        admin2=place.admin2,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        precision=place.precision,
    )
    return coarse(shown) if careful else shown


def _count(finding: Finding, hide: Callable[[str], str]) -> PublishedCount:
    return PublishedCount(
        low=finding.low,
        best=finding.best,
        high=finding.high,
        status=finding.status,
        rule=finding.rule,
        voices=finding.voices,
        figures=tuple(
            PublishedFigure(
                document=figure.document,
                account=figure.account,
                low=figure.value.low,
                value=figure.value.value,
                high=figure.value.high,
                qualifier=figure.value.qualifier,
                who=None if figure.value.who is None else hide(figure.value.who),
                part=figure.value.part,
                statement=figure.statement,
            )
            for figure in finding.figures
        ),
        reasons=tuple(hide(reason) for reason in finding.reasons),
    )


def _ordered(record: AccountRecord) -> list[Statement]:
    return sorted(record.statements, key=lambda s: (s.start, s.end, s.property.value, s.id))


def _account_ref(record: AccountRecord) -> AccountRef:
    primary = tuple(
        statement.id
        for statement in _ordered(record)
        if statement.primary and statement.property in PRIMARY_PROPERTIES
    )
    return AccountRef(record.id, record.account.document, primary)


def _event_type(record: AccountRecord) -> EventType:
    return event_type(record.account.type)


def _document_ref(
    document: str,
    infos: Mapping[str, DocumentInfo],
    voices: Mapping[str, str],
    hide: Callable[[str], str],
) -> DocumentRef:
    info = infos.get(document)
    voice = voices.get(document, document)
    if info is None:
        unknown = PublishedOn(None, PublicationBasis.UNKNOWN)
        return DocumentRef(document, "", None, None, None, unknown, voice)
    return DocumentRef(
        id=document,
        source=hide(info.source),
        outlet=None if info.outlet is None else hide(info.outlet),
        title=None if info.title is None else hide(info.title),
        url=None if info.url is None else hide(info.url),
        published=PublishedOn(info.published.label, info.published.basis),
        voice=voice,
    )


def _responsibility(
    statements: Sequence[PublishedStatement],
) -> tuple[PublishedResponsibility, ...]:
    grouped: dict[tuple[int, str, str], list[PublishedStatement]] = {}
    for statement in statements:
        match statement.value:
            case ResponsibilityValue(actor, stance):
                key = (_STANCE_ORDER[stance], actor or "", statement.voice.speaker or "")
                grouped.setdefault(key, []).append(statement)
    stances = tuple(Stance)
    return tuple(
        PublishedResponsibility(
            actor or None, stances[at], by or None, tuple(sorted(s.id for s in said))
        )
        for (at, actor, by), said in sorted(grouped.items())
    )


def _weapons(statements: Sequence[PublishedStatement]) -> tuple[PublishedWeapon, ...]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for statement in statements:
        match statement.value:
            case WeaponValue(text, kind):
                grouped.setdefault((kind, text.casefold()), []).append(statement.id)
    return tuple(
        PublishedWeapon(text, kind, tuple(sorted(ids)))
        for (kind, text), ids in sorted(grouped.items())
    )


def _with_gaps(
    made: PublishedIncident, records: Sequence[AccountRecord], *, careful: bool
) -> PublishedIncident:
    """Return the incident with what was withheld from it named."""
    gaps: list[Withheld] = []
    words = [made.title, *(statement.original for statement in made.statements)]
    if any(MASK in passage for passage in words):
        gaps.append(Withheld.NAMES)
    values = [statement.value for record in records for statement in record.statements]
    if careful and any(
        statement.property is Property.SITE for record in records for statement in record.statements
    ):
        gaps.append(Withheld.SITE)
    if careful and any(isinstance(v, PlaceValue) and v.lat is not None for v in values):
        gaps.append(Withheld.COORDINATES)

    return replace(made, withheld=tuple(gaps))
