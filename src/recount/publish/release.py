"""From a ledger's view to a release: filtered, masked, typed, sorted.

Every row that leaves the program, in whatever format, is made here, so nothing can be
published that was not masked first. Accounts and texts are read one incident and one
document at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from recount.model import (
    Document,
    DocumentActor,
    DocumentInfo,
    Finding,
    Incident,
    Judgement,
    PlaceValue,
    Property,
    Realis,
    ResolvedTally,
    Scope,
)
from recount.publish.incidents import IncidentMaker, published_date
from recount.publish.nouns import (
    Published,
    PublishedAccount,
    PublishedActor,
    PublishedDocument,
    PublishedIncident,
    PublishedJudgement,
    PublishedReason,
    PublishedSegment,
    PublishedSpan,
    PublishedStatement,
    PublishedTally,
    Release,
    Row,
    What,
)
from recount.publish.source import Source
from recount.publish.veils import Veils

COUNTED_SCOPE = frozenset({Scope.POLITICAL, Scope.UNCLEAR})
"""Scopes that are shown and counted unless asked otherwise."""

COUNTED_REALIS = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
"""Realis that are shown and counted unless asked otherwise."""


DOCUMENTS_AT_ONCE = 500
"""Documents whose texts are masked together."""

JUDGEMENTS_AT_ONCE = 500
"""Judgements whose accounts are looked up together: few queries, little memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which incidents to publish; ``None`` and the empty set leave a filter off.

    ``first`` and ``last`` are days, both included; an incident with an uncertain date
    passes when any possible day does. ``country`` is ISO 3166 alpha-2. ``type`` names
    an incident type or an event type, ``actor`` a part of an actor's name; both
    regardless of case.
    """

    scope: frozenset[Scope] = COUNTED_SCOPE
    realis: frozenset[Realis] = COUNTED_REALIS
    country: str | None = None
    first: date | None = None
    last: date | None = None
    type: str | None = None
    actor: str | None = None

    def passes(self, incident: Incident) -> bool:
        """Return whether an incident is to be published."""
        return (
            (len(self.scope) == 0 or incident.scope in self.scope)
            and (len(self.realis) == 0 or incident.realis in self.realis)
            and self._has_type(incident)
            and self._has_country(incident.finding(Property.PLACE))
            and self._has_date(incident)
            and self._has_actor(incident)
        )

    def passes_tally(self, tally: ResolvedTally) -> bool:
        """Return whether a tally is to be published; scope, realis and type do not apply."""
        country = None if tally.place is None else tally.place.country
        named = f"{tally.actor or ''}\n{tally.target or ''}".casefold()
        return (
            (self.country is None or country == self.country.upper())
            and self._overlaps(tally.start, tally.end)
            and (self.actor is None or self.actor.casefold() in named)
        )

    def _has_type(self, incident: Incident) -> bool:
        if self.type is None:
            return True
        wanted = self.type.casefold()
        return wanted in {incident.type.value.casefold(), incident.event_type.value.casefold()}

    def _has_country(self, finding: Finding | None) -> bool:
        if self.country is None:
            return True
        if finding is None:
            return False
        values = (finding.value, *finding.rivals)
        return any(
            isinstance(value, PlaceValue) and value.country == self.country.upper()
            for value in values
        )

    def _has_date(self, incident: Incident) -> bool:
        found = published_date(incident.finding(Property.DATE))
        return self._overlaps(found.start, found.end)

    def _overlaps(self, start: date | None, end: date | None) -> bool:
        if self.first is not None and (end is None or end < self.first):
            return False
        return self.last is None or (start is not None and start <= self.last)

    def _has_actor(self, incident: Incident) -> bool:
        if self.actor is None:
            return True
        wanted = self.actor.casefold()
        return any(
            wanted in (getattr(value, "actor", None) or "").casefold()
            for finding in incident.findings
            for value in (finding.value, *finding.rivals)
        )


EVERYTHING = Filters(scope=frozenset(), realis=frozenset())
"""No filter at all: also what is kept but not counted."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Makes published rows from a source, one at a time."""

    source: Source
    filters: Filters = field(default_factory=Filters)
    rule: str = "recount"
    include_names: bool = False
    veils: Veils = field(init=False)
    maker: IncidentMaker = field(init=False)

    def __post_init__(self) -> None:
        veils = Veils(self.source, include_names=self.include_names)
        object.__setattr__(self, "veils", veils)
        maker = IncidentMaker(self.source, veils, self.rule)
        object.__setattr__(self, "maker", maker)

    def rows(self, what: What) -> Iterator[Row]:
        """Return the rows of one ``--what``, in the order in which they are published."""
        match what:
            case What.INCIDENTS:
                return self.incidents()
            case What.DOCUMENTS:
                return self.documents()
            case What.ACCOUNTS:
                return self.accounts()
            case What.STATEMENTS:
                return self.statements()
            case What.TALLIES:
                return self.tallies()
            case What.ACTORS:
                return self.actors()
            case What.JUDGEMENTS:
                return self.judgements()

    def selected(self) -> list[Incident]:
        """Return the incidents that pass the filters, by date and id, unknown dates last."""
        passing = [i for i in self.source.incidents(self.rule) if self.filters.passes(i)]
        return sorted(passing, key=_time_key)

    def incidents(self) -> Iterator[PublishedIncident]:
        """Yield the incidents that pass the filters, by date and id."""
        for told in self.maker.told(self.selected()):
            yield self.maker.make(told)

    def statements(self) -> Iterator[PublishedStatement]:
        """Yield the statements of the incidents."""
        for incident in self.incidents():
            yield from incident.statements

    def accounts(self) -> Iterator[PublishedAccount]:
        """Yield the accounts of the incidents, by incident."""
        for told in self.maker.told(self.selected()):
            yield from self.maker.accounts(told)

    def documents(self, ids: Collection[str] | None = None) -> Iterator[PublishedDocument]:
        """Yield these documents, or every document, by id."""
        infos = [
            info for _, info in sorted(self.veils.infos.items()) if ids is None or info.id in ids
        ]
        for at in range(0, len(infos), DOCUMENTS_AT_ONCE):
            chunk = infos[at : at + DOCUMENTS_AT_ONCE]
            self.veils.prepare(info.id for info in chunk)
            for info in chunk:
                yield self._document(info, self.source.document(info.id))

    def tallies(self) -> Iterator[PublishedTally]:
        """Yield the tallies that pass the filters, by period and id."""
        passing = [t for t in self.source.tallies() if self.filters.passes_tally(t)]
        for tally in sorted(passing, key=lambda t: (t.start or date.max, t.id)):
            yield self._tally(tally)

    def actors(self) -> Iterator[PublishedActor]:
        """Yield the actors over all documents, by name."""
        wanted = "" if self.filters.actor is None else self.filters.actor.casefold()
        grouped: dict[tuple[str, str], list[DocumentActor]] = {}
        for met in self.source.actors():
            name = self.veils.of(met.document).words(met.actor)
            grouped.setdefault((name, met.kind.value), []).append(met)
        for (name, _), met_in in sorted(grouped.items()):
            actor = self._actor(name, met_in)
            if any(wanted in known.casefold() for known in (actor.actor, *actor.aliases)):
                yield actor

    def judgements(self) -> Iterator[PublishedJudgement]:
        """Yield every judgement, by its accounts."""
        ordered = sorted(self.source.judgements(), key=lambda j: (j.left, j.right, j.id))
        for at in range(0, len(ordered), JUDGEMENTS_AT_ONCE):
            chunk = ordered[at : at + JUDGEMENTS_AT_ONCE]
            ids = sorted({account for j in chunk for account in (j.left, j.right)})
            document_of = {r.id: r.account.document for r in self.source.accounts(ids)}
            for judgement in chunk:
                yield self._judgement(judgement, document_of)

    def _document(self, info: DocumentInfo, document: Document) -> PublishedDocument:
        veil = self.veils.of(info.id)
        text, digest = self.veils.text(info.id)
        return PublishedDocument(
            id=info.id,
            rendition=document.rendition,
            source=veil.words(info.source),
            outlet=veil.maybe(info.outlet),
            title=veil.maybe(info.title),
            url=veil.maybe(info.url),
            language=info.language,
            published=Published(
                info.published.label,
                info.published.start,
                info.published.end,
                info.published.basis,
                veil.words(info.published.note),
            ),
            reliability=info.reliability,
            voice=self.veils.voices.get(info.id, info.id),
            sha256=document.sha256,
            size=document.size,
            media_type=document.media_type,
            reader=document.reader,
            reader_version=document.reader_version,
            text=text,
            text_sha256=digest,
            segments=tuple(PublishedSegment(s.kind, s.start, s.end) for s in document.segments),
            withheld=len(veil.passages),
        )

    def _tally(self, tally: ResolvedTally) -> PublishedTally:
        veil = self.veils.of(tally.document)
        text, _ = self.veils.text(tally.document)
        first = tally.spans[0] if len(tally.spans) > 0 else None
        words = veil.words(tally.original) if first is None else first.of(text)
        return PublishedTally(
            id=tally.id,
            measure=tally.measure,
            actor=veil.maybe(tally.actor),
            target=veil.maybe(tally.target),
            place=tally.place,
            start=tally.start,
            end=tally.end,
            low=tally.value.low,
            value=tally.value.value,
            high=tally.value.high,
            qualifier=tally.value.qualifier,
            compared_with=tally.compared_with,
            voice=veil.voice(tally.voice),
            document=tally.document,
            spans=tuple(PublishedSpan(s.start, s.end, s.role) for s in tally.spans),
            original=words,
        )

    def _actor(self, name: str, met_in: Sequence[DocumentActor]) -> PublishedActor:
        aliases = {
            self.veils.of(met.document).words(alias) for met in met_in for alias in met.aliases
        }
        countries = sorted({met.country for met in met_in if met.country is not None})
        return PublishedActor(
            actor=name,
            kind=met_in[0].kind,
            generic=all(met.generic for met in met_in),
            country=countries[0] if len(countries) == 1 else None,
            shipped=any(met.shipped for met in met_in),
            aliases=tuple(sorted(aliases - {name})),
            mentions=sum(len(met.mentions) for met in met_in),
            documents=tuple(sorted({met.document for met in met_in})),
        )

    def _judgement(
        self, judgement: Judgement, document_of: Mapping[str, str]
    ) -> PublishedJudgement:
        about = {document_of.get(judgement.left), document_of.get(judgement.right)}
        veil = self.veils.over(sorted(document for document in about if document is not None))
        return PublishedJudgement(
            id=judgement.id,
            left=judgement.left,
            right=judgement.right,
            verdict=judgement.verdict,
            score=judgement.score,
            method=judgement.method,
            person=judgement.person,
            reasons=tuple(
                PublishedReason(r.name, r.weight, veil(r.detail)) for r in judgement.reasons
            ),
        )


def _time_key(incident: Incident) -> tuple[date, date, str]:
    found = published_date(incident.finding(Property.DATE))
    return (found.start or date.max, found.end or date.max, incident.id)


def release(
    view: Source,
    *,
    filters: Filters | None = None,
    rule: str = "recount",
    include_names: bool = False,
) -> Release:
    """Return all that is published of a view, as one frozen, sorted snapshot.

    For ledgers that do not fit in memory, ``Publisher.rows`` gives the same rows one
    at a time.

    Args:
        view: the ledger's read side.
        filters: which incidents and tallies; by default political and unclear, actual
            and attempted.
        rule: the rule by which figures are reconciled.
        include_names: show the names of private persons and exact sensitive sites.
    """
    made = Publisher(view, filters or Filters(), rule, include_names)
    incidents: list[PublishedIncident] = []
    accounts: list[PublishedAccount] = []
    for told in made.maker.told(made.selected()):
        incidents.append(made.maker.make(told))
        accounts.extend(made.maker.accounts(told))
    return Release(
        rule=rule,
        include_names=include_names,
        incidents=tuple(incidents),
        documents=tuple(made.documents()),
        accounts=tuple(accounts),
        tallies=tuple(made.tallies()),
        actors=tuple(made.actors()),
        judgements=tuple(made.judgements()),
        skipped=tuple(sorted(view.skipped(), key=lambda s: (s.path, s.reason.value))),
    )
