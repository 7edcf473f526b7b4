"""Small stages for tests of the ledger and the pipeline: a toy language, all of it invented.

"Orrin was hit on 2031-05-02, killing 7." is an account; "said Mira Tolland" after it
names the speaker, "Victim: Mira Tolland" a private person; "LANG xx" a language that
nobody reads; "DAMAGED" and "BUG" make reading and extracting fail.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from recount.model import (
    Account,
    AccountRecord,
    ActorKind,
    Attribution,
    Document,
    DocumentActor,
    DocumentInfo,
    EventType,
    Extraction,
    Figure,
    Finding,
    FindingStatus,
    Incident,
    IncidentType,
    Judgement,
    Language,
    Link,
    LinkRole,
    Measure,
    Mention,
    MentionRole,
    PersonName,
    Property,
    Publication,
    PublicationBasis,
    Qualifier,
    ReadError,
    Realis,
    Reason,
    Resolution,
    ResolvedTally,
    Scope,
    Segment,
    SegmentKind,
    Sighting,
    Skipped,
    SkipReason,
    SourceMap,
    SourcePlace,
    Span,
    Stance,
    Statement,
    Tally,
    TextValue,
    Verdict,
    Voice,
    bytes_hash,
    content_id,
    count_of,
    text_hash,
)
from recount.pipeline import Stages

ACCOUNT = re.compile(
    r"(?P<place>[A-Z]\w+) was hit on (?P<day>\d{4}-\d\d-\d\d), killing (?P<count>\d+)"
    r"(?:, said (?P<speaker>[A-Z]\w+(?: [A-Z]\w+)*))?"
)
TALLY = re.compile(r"(?P<count>\d+) attacks that year")
VICTIM = re.compile(r"Victim: (?P<name>[A-Z]\w+ [A-Z]\w+)")


@dataclass(frozen=True)
class FakeItem:
    path: str
    data: bytes
    version: str = "1"

    @property
    def sha256(self) -> str:
        return bytes_hash(self.data)

    @property
    def document_id(self) -> str:
        return content_id("document", self.sha256)


def files_of(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    found = []
    for path in paths:
        if path.is_dir():
            found += [(str(f.relative_to(path)), f) for f in sorted(path.rglob("*.txt"))]
        else:
            found.append((path.name, path))
    return found


@dataclass
class FakeSources:
    said: Mapping[str, Mapping[str, str]]
    problems: tuple[Skipped, ...] = ()

    def sighting(self, item: FakeItem) -> Sighting:
        return replace(Sighting(item.document_id, item.path), **self.said.get(item.path, {}))


def load_sources(paths: Sequence[Path]) -> FakeSources:
    said: dict[str, Mapping[str, str]] = {}
    for path in paths:
        table = (path if path.is_dir() else path.parent) / "sources.json"
        if table.exists():
            said |= json.loads(table.read_text())
    return FakeSources(said)


@dataclass
class Calls:
    """How often each stage was called."""

    read: int = 0
    extract: int = 0
    resolve: int = 0
    link: int = 0


def rendition_of(item: FakeItem) -> str:
    return content_id("rendition", item.document_id, "fake", item.version)


def read(item: FakeItem) -> Document:
    text = item.data.decode("utf-8")
    if "DAMAGED" in text:
        raise ReadError("It is damaged.")
    language = re.search(r"LANG (\w\w)", text)
    heading = text.find("\n") if "\n" in text else len(text)
    segments = [Segment(0, SegmentKind.HEADING, 0, heading)] if heading else []
    if heading < len(text):
        segments.append(Segment(len(segments), SegmentKind.BODY, heading + 1, len(text), 0))
    return Document(
        id=item.document_id,
        sha256=item.sha256,
        size=len(item.data),
        media_type="text/plain",
        rendition=rendition_of(item),
        reader="fake",
        reader_version=item.version,
        text=text,
        text_sha256=text_hash(text),
        segments=tuple(segments),
        title=text[:heading],
        outlet="The Velm Courier",
        url=None,
        author=None,
        language=Language(language.group(1) if language else "en", 0.9),
        published=Publication(None, None, PublicationBasis.UNKNOWN),
        source_map=SourceMap((SourcePlace(0, item.path, 0, True),)),
        sketch=(len(text), 2**63 + 1),
        links=((0, 1, "https://example.org/a"),),
    )


def mention(match: re.Match[str], group: str, role: MentionRole) -> Mention | None:
    start, end = match.span(group)
    return None if start < 0 else Mention(start, end, role)


@dataclass
class FakeExtractor:
    calls: Calls
    version: str = "1"
    name: str = "learned"
    languages: frozenset[str] = frozenset({"en"})

    def extract(self, document: Document) -> Extraction:
        self.calls.extract += 1
        if "BUG" in document.text:
            raise KeyError("an invented fault")
        unread = None
        if document.language.code not in self.languages:
            unread = f"no extractor reads {document.language.code}"
        found = [] if unread else list(ACCOUNT.finditer(document.text))
        tallies = [] if unread else list(TALLY.finditer(document.text))
        return Extraction(
            document.id,
            document.rendition,
            self.name,
            self.version,
            tuple(self.account(document, match) for match in found),
            tuple(self.tally(document, match) for match in tallies),
            tuple(Mention(*m.span("place"), MentionRole.PLACE, "toy") for m in found),
            tuple(
                PersonName(*match.span("name"), True, "victim")
                for match in VICTIM.finditer(document.text)
            ),
            unread,
        )

    def account(self, document: Document, match: re.Match[str]) -> Account:
        place = mention(match, "place", MentionRole.TRIGGER)
        speaker = mention(match, "speaker", MentionRole.SOURCE)
        said = Attribution(Stance.ASSERTED, speaker)
        return Account(
            Account.id_of(document.id, document.rendition, (place,)),
            document.id,
            document.rendition,
            (place,),
            IncidentType.ATTACK,
            Realis.ACTUAL,
            Scope.POLITICAL,
            tuple(
                Link(role, mention(match, group, kind), said)
                for role, group, kind in (
                    (LinkRole.PLACE, "place", MentionRole.PLACE),
                    (LinkRole.DATE, "day", MentionRole.TIME),
                    (LinkRole.KILLED, "count", MentionRole.QUANTITY),
                )
            ),
            (),
            Span(*match.span()),
            0.5,
            attribution=said,
        )

    def tally(self, document: Document, match: re.Match[str]) -> Tally:
        quantity = mention(match, "count", MentionRole.QUANTITY)
        return Tally(
            Tally.id_of(document.id, document.rendition, Measure.ATTACKS, quantity),
            document.id,
            document.rendition,
            Measure.ATTACKS,
            quantity,
            Span(*match.span()),
        )


def publication(
    document: Document, sightings: Sequence[Sighting], latest: date | None
) -> Publication:
    given = [date.fromisoformat(s.published) for s in sightings if s.published]
    if given:
        return Publication(given[0], given[0], PublicationBasis.GIVEN, "given", latest=latest)
    return Publication(None, None, PublicationBasis.UNKNOWN, latest=latest)


def resolve(
    document: Document,
    extraction: Extraction,
    *,
    publication: Publication,
    outlet: str | None,
    resources: FakeResources,
) -> Resolution:
    statements, actors = [], []
    for account in extraction.accounts:
        source = account.attribution.source if account.attribution else None
        speaker = None if source is None else document.words(source.span)
        voice = Voice(speaker, None, outlet, Stance.ASSERTED)
        for link in account.links:
            span = link.mention.span
            words = document.words(span)
            prop = Property(link.role.value) if link.role is not LinkRole.PLACE else Property.SITE
            if prop is Property.KILLED:
                value = count_of(int(words), Qualifier.EXACT)
            else:
                prop = Property.SITE
                value = TextValue(f"{words} ({publication.label})")
            statements.append(
                Statement(
                    Statement.id_of(account.id, prop, value, (span,), voice),
                    account.id,
                    document.id,
                    prop,
                    value,
                    words,
                    span.start,
                    span.end,
                    (span,),
                    voice,
                    "toy",
                    1.0,
                    True,
                    ("as written",),
                )
            )
        if speaker:
            actors.append(
                DocumentActor(
                    document.id, speaker, ActorKind.CIVILIANS, False, None, (), (source.span,)
                )
            )
    tallies = tuple(
        ResolvedTally(
            tally.id,
            document.id,
            tally.measure,
            count_of(int(document.words(tally.quantity.span)), Qualifier.EXACT),
            Voice(None, None, outlet, Stance.ASSERTED),
            document.words(tally.words),
            (tally.words,),
        )
        for tally in extraction.tallies
    )
    return Resolution(
        document.id,
        document.rendition,
        publication,
        tuple(statements),
        tallies,
        tuple(actors),
        ("note",),
    )


@dataclass(frozen=True)
class FakeResources:
    places: tuple[object, ...]
    actors: tuple[object, ...]

    @property
    def digest(self) -> str:
        return content_id("resources", *(repr(item) for item in (*self.places, *self.actors)))


def voices(documents: Sequence[DocumentInfo]) -> Mapping[str, str]:
    return {info.id: f"voice-{info.sketch[0]}" for info in documents}


def what_of(record: AccountRecord) -> str:
    return re.sub(r",.*", "", record.own)


def judge(
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    persons: Sequence[Judgement] = (),
) -> tuple[Judgement, ...]:
    decided = {(p.left, p.right) for p in persons}
    made = list(persons)
    ordered = sorted(records, key=lambda r: r.id)
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 :]:
            if (left.id, right.id) in decided or what_of(left) != what_of(right):
                continue
            reason = Reason("words", 5.0, what_of(left))
            key = Judgement.id_of(left.id, right.id, Verdict.SAME, "toy", None)
            made.append(Judgement(key, left.id, right.id, Verdict.SAME, 5.0, "toy", (reason,)))
    return tuple(made)


def cluster(
    accounts: Sequence[str], judgements: Sequence[Judgement]
) -> tuple[tuple[str, ...], ...]:
    group = {account: {account} for account in accounts}
    for item in judgements:
        if item.verdict is Verdict.SAME and item.left in group and item.right in group:
            both = group[item.left] | group[item.right]
            for account in both:
                group[account] = both
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def reconcile(
    incident: str,
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    voices: Mapping[str, str],
    rule: str = "recount",
    *,
    countries: Mapping[str, str] | None = None,
) -> Incident:
    said = [s for r in records for s in r.statements if s.property is Property.KILLED]
    figures = tuple(
        Figure(s.id, s.document, s.account, s.value, voices[s.document], speaker=s.voice.speaker)
        for s in sorted(said, key=lambda s: s.id)
    )
    values = sorted(figure.value.value for figure in figures)
    finding = Finding(
        incident,
        Property.KILLED,
        FindingStatus.AGREED if len(set(values)) < 2 else FindingStatus.DISPUTED,
        rule,
        low=values[0],
        best=values[0] if rule == "conservative" else values[len(values) // 2],
        high=values[-1],
        voices=len({figure.voice_group for figure in figures}),
        figures=figures,
    )
    return Incident(
        incident,
        tuple(sorted(r.id for r in records)),
        IncidentType.ATTACK,
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        min(record.own for record in records),
        Realis.ACTUAL,
        Scope.POLITICAL,
        (finding,),
    )


@dataclass
class Toy:
    """Fake stages that count their calls; versions can be raised."""

    reader_version: str = "1"
    extractor_version: str = "1"
    resolve_version: str = "1"
    calls: Calls = field(default_factory=Calls)

    def find(self, paths: Sequence[Path]) -> Iterator[FakeItem | Skipped]:
        for name, file in files_of(paths):
            data = file.read_bytes()
            if data == b"":
                yield Skipped(name, SkipReason.EMPTY, "It is empty.")
            else:
                yield FakeItem(name, data, self.reader_version)

    def read(self, item: FakeItem) -> Document:
        self.calls.read += 1
        return read(item)

    def resolve(self, document: Document, extraction: Extraction, **options) -> Resolution:
        self.calls.resolve += 1
        return resolve(document, extraction, **options)

    def judge(self, *given) -> tuple[Judgement, ...]:
        self.calls.link += 1
        return judge(*given)

    def stages(self) -> Stages:
        return Stages(
            find=self.find,
            sources=load_sources,
            rendition=rendition_of,
            read=self.read,
            trouble=lambda path, error: Skipped(path, SkipReason.DAMAGED, str(error)),
            load=lambda places, actors: FakeResources(tuple(places), tuple(actors)),
            extractors={"learned": lambda _: FakeExtractor(self.calls, self.extractor_version)},
            publication=publication,
            resolve=self.resolve,
            resolve_version=self.resolve_version,
            voices=voices,
            judge=self.judge,
            cluster=cluster,
            reconcile=reconcile,
            link_version="1",
        )
