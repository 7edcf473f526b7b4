"""A source of publishing that a test fills by hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from fake_island.values import P, outlet_voice
from recount.model import (
    COUNT_PROPERTIES,
    Account,
    AccountRecord,
    CountValue,
    Document,
    DocumentInfo,
    Figure,
    Finding,
    FindingStatus,
    Incident,
    Language,
    Mention,
    MentionRole,
    PersonName,
    Property,
    Publication,
    PublicationBasis,
    Realis,
    Scope,
    Segment,
    SegmentKind,
    SourceMap,
    SourcePlace,
    Span,
    Statement,
    Unknown,
    event_type,
    text_hash,
)


@dataclass
class World:
    """Everything that a source gives; filled by ``report`` and ``tell``."""

    docs: dict = field(default_factory=dict)
    infos: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)
    groups: list = field(default_factory=list)
    people: dict = field(default_factory=dict)
    tally_list: list = field(default_factory=list)
    actor_list: list = field(default_factory=list)
    judgement_list: list = field(default_factory=list)
    voice_of: dict = field(default_factory=dict)
    skip_list: list = field(default_factory=list)

    def report(
        self,
        key,
        outlet,
        published,
        title,
        text,
        *,
        basis=PublicationBasis.GIVEN,
        private=(),
        public=(),
        voice=None,
        language="en",
        url=None,
    ):
        sha = hashlib.sha256(key.encode()).hexdigest()
        segments, at = [], 0
        for index, block in enumerate(text.split("\n\n")):
            kind = SegmentKind.HEADING if index == 0 else SegmentKind.BODY
            segments.append(Segment(index, kind, at, at + len(block)))
            at += len(block) + 2
        publication = published
        if not isinstance(published, Publication):
            when = None if published is None else date.fromisoformat(published)
            publication = Publication(when, when, basis)
        document = Document(
            id=sha[:20],
            sha256=sha,
            size=len(text),
            media_type="text/plain",
            rendition=sha[20:40],
            reader="txt",
            reader_version="1",
            text=text,
            text_sha256=text_hash(text),
            segments=tuple(segments),
            title=title,
            outlet=outlet,
            url=url,
            author=None,
            language=Language(language, 0.99),
            published=publication,
            source_map=SourceMap((SourcePlace(0, "", 0, True),)),
        )
        self.docs[document.id] = document
        self.infos[document.id] = DocumentInfo(
            id=document.id,
            rendition=document.rendition,
            source=f"reports/{key}.txt",
            outlet=outlet,
            url=url,
            title=title,
            language=language,
            published=publication,
            sketch=(),
            words=len(text.split()),
        )
        names = []
        for group, hidden in ((private, True), (public, False)):
            for name in group:
                start = text.index(name)
                names.append(PersonName(start, start + len(name), hidden, "victim"))
        self.people[document.id] = tuple(names)
        self.voice_of[document.id] = voice or document.id
        return document

    def tell(self, document, trigger, kind, *said, realis=Realis.ACTUAL, scope=Scope.POLITICAL):
        """Add an account; ``said`` are (property, words, value[, voice[, primary]])."""
        at = document.text.index(trigger)
        mention = Mention(at, at + len(trigger), MentionRole.TRIGGER)
        account_id = Account.id_of(document.id, document.rendition, (mention,))
        statements = []
        for prop, words, value, *more in said:
            start = document.text.index(words)
            voice = more[0] if len(more) > 0 else outlet_voice(document.outlet)
            primary = more[1] if len(more) > 1 else True
            spans = (Span(start, start + len(words)),)
            statements.append(
                Statement(
                    id=Statement.id_of(account_id, prop, value, spans, voice),
                    account=account_id,
                    document=document.id,
                    property=prop,
                    value=value,
                    original=words,
                    start=start,
                    end=start + len(words),
                    spans=spans,
                    voice=voice,
                    method="rules 1",
                    confidence=0.9,
                    primary=primary,
                )
            )
        account = Account(
            id=account_id,
            document=document.id,
            rendition=document.rendition,
            triggers=(mention,),
            type=kind,
            realis=realis,
            scope=scope,
            links=(),
            claims=(),
            extent=Span(0, len(document.text)),
            confidence=0.9,
        )
        self.told[account_id] = AccountRecord(account, tuple(statements), document.text)
        return account_id

    def join(self, title, *accounts):
        self.groups.append((title, accounts))

    # The face that publishing reads.

    def incidents(self, rule):
        return [self._incident(title, accounts, rule) for title, accounts in self.groups]

    def accounts(self, ids):
        return [self.told[one] for one in ids]

    def records(self, documents=None):
        return [
            r for r in self.told.values() if documents is None or r.account.document in documents
        ]

    def texts(self, documents=None, *, named=False):
        for key, document in self.docs.items():
            names = self.people[key]
            if (documents is None or key in documents) and (names or not named):
                yield key, document.text, names

    def documents(self):
        return list(reversed(self.infos.values()))

    def document(self, document):
        return self.docs[document]

    def tallies(self):
        return self.tally_list

    def actors(self):
        return self.actor_list

    def judgements(self):
        return self.judgement_list

    def voices(self):
        return self.voice_of

    def skipped(self):
        return self.skip_list

    def countries(self):
        return {"XV": "Velmora"}

    def _incident(self, title, accounts, rule):
        records = [self.told[one] for one in accounts]
        identity = Incident.id_of(tuple(accounts))
        findings = tuple(
            self._finding(identity, prop, records, rule)
            for prop in Property
            if any(record.of(prop) for record in records)
        )
        main = records[0].account
        return Incident(
            identity,
            tuple(accounts),
            main.type,
            event_type(main.type),
            title,
            main.realis,
            main.scope,
            findings,
        )

    def _finding(self, identity, prop, records, rule):
        said = [s for record in records for s in record.of(prop) if s.primary]
        values = list(dict.fromkeys(s.value for s in said))
        voices = len({self.voice_of[s.document] for s in said})
        supporting = tuple(sorted(s.id for s in said))
        if prop in COUNT_PROPERTIES:
            return self._count(identity, prop, records, rule, said, voices, supporting)
        status = FindingStatus.AGREED if voices > 1 else FindingStatus.SINGLE_SOURCE
        rivals = tuple(v for v in values[1:] if not isinstance(v, Unknown))
        if len(rivals) > 0 and prop in (P.DATE, P.PLACE, P.TYPE):
            status = FindingStatus.DISPUTED
        if isinstance(values[0], Unknown):
            status = FindingStatus.UNKNOWN
        return Finding(
            identity, prop, status, rule, values[0], rivals, voices=voices, supporting=supporting
        )

    def _count(self, identity, prop, records, rule, said, voices, supporting):
        every = [s for record in records for s in record.of(prop)]
        figures = tuple(
            Figure(
                s.id,
                s.document,
                s.account,
                s.value,
                self.voice_of[s.document],
                self.infos[s.document].published.label,
                s.voice.speaker,
            )
            for s in every
            if isinstance(s.value, CountValue)
        )
        numbers = [s.value.value if s.value.value is not None else s.value.low for s in said]
        numbers = [n for n in numbers if n is not None]
        bests = sorted(numbers)
        lows = [s.value.low for s in said if s.value.low is not None]
        highs = [n for s in said for n in (s.value.high, s.value.value) if n is not None]
        status = (
            FindingStatus.DISPUTED
            if len(set(numbers)) > 1
            else (FindingStatus.AGREED if voices > 1 else FindingStatus.SINGLE_SOURCE)
        )
        best = bests[(len(bests) - 1) // 2] if len(bests) > 0 else None
        return Finding(
            identity,
            prop,
            status,
            rule,
            low=min(lows, default=None),
            best=best,
            high=max(highs, default=None),
            voices=voices,
            figures=figures,
            supporting=supporting,
            reasons=("middle of the figures of independent voices",),
        )
