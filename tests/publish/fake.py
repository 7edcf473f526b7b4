"""An invented island, Velmora, and what nine invented outlets reported about it.

``FakeSource`` has the face that publishing reads. Every place, group, outlet and person
here is made up. Statements are built by finding words in the texts, so offsets hold.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from recount.model import (
    COUNT_PROPERTIES,
    Account,
    AccountRecord,
    ActorKind,
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    Document,
    DocumentActor,
    DocumentInfo,
    Figure,
    Finding,
    FindingStatus,
    Incident,
    IncidentType,
    Judgement,
    Language,
    Measure,
    Mention,
    MentionRole,
    PersonName,
    PlacePrecision,
    PlaceValue,
    Property,
    Publication,
    PublicationBasis,
    Qualifier,
    Realis,
    Reason,
    ResolvedTally,
    ResponsibilityValue,
    Scope,
    Segment,
    SegmentKind,
    Skipped,
    SkipReason,
    SourceMap,
    SourcePlace,
    Span,
    Stance,
    Statement,
    TextValue,
    Unknown,
    Verdict,
    Voice,
    WeaponValue,
    count_of,
    event_type,
    text_hash,
)

P = Property


def day(text, end=None, precision=DatePrecision.DAY):
    first = date.fromisoformat(text)
    return DateValue(first, first if end is None else date.fromisoformat(end), precision)


def place(name, lat, lon, radius, precision=PlacePrecision.SETTLEMENT, site=None, admin1=None):
    return PlaceValue(name, site, admin1, None, "XV", lat, lon, radius, precision)


SORREL = place("Port Sorrel", -11.52, 61.91, 6.0, admin1="Sorrel Coast")
MARROW = place("Marrow", -12.31, 62.44, 4.0, admin1="Upper Marrow")
TESK = place("Tesk Bridge", -12.05, 62.12, 2.0, admin1="Upper Marrow")
UPPER = place("Upper Marrow", -12.3, 62.5, 45.0, PlacePrecision.PROVINCE, admin1="Upper Marrow")
VELMORA = place("Velmora", -12.0, 62.2, 130.0, PlacePrecision.COUNTRY)


def count(number, qualifier=Qualifier.EXACT, **more):
    return count_of(number, qualifier, **more)


def outlet_voice(outlet):
    return Voice(None, None, outlet, Stance.ASSERTED)


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


def velmora():
    """Return the world that the tests and the pictures use."""
    world = World()
    _harbour(world)
    _ambush(world)
    _province(world)
    _clinic(world)
    _kept(world)
    _rest(world)
    return world


def _harbour(world):
    tide = world.report(
        "tide-harbour",
        "The Sorrel Tide",
        "2031-03-05",
        "Blast at Port Sorrel fish market",
        "Blast at Port Sorrel fish market\n\nA suicide bomber struck the fish market in Port "
        "Sorrel on Tuesday, killing at least 18 people and wounding 40 others, police said. "
        "Among the dead was Amina Torvald, a teacher.\n\nThe Ashen Hand claimed responsibility "
        "in a message. “We will not rest,” it said.\n\nTorvald had two children.",
        private=["Amina Torvald"],
        url="https://tide.example/blast",
    )
    wire = world.report(
        "wire-harbour",
        "Meridian Wire",
        "2031-03-05",
        "Bomb kills 23 in Velmora port",
        "Bomb kills 23 in Velmora port\n\nPORT SORREL - A bomb killed 23 people at a fish market "
        "in Port Sorrel on March 4, the health ministry said. Officials blamed the Ashen Hand.",
        basis=PublicationBasis.STATED,
        voice="meridian",
    )
    copy = world.report(
        "copy-harbour",
        "Island Post",
        "2031-03-06",
        "Bomb kills 23 in port",
        "Bomb kills 23 in port\n\nA bomb killed 23 people at a fish market in Port Sorrel on "
        "March 4, the health ministry said.",
        voice="meridian",
    )
    late = world.report(
        "review-harbour",
        "Velmora Review",
        Publication(date(2031, 4, 1), date(2031, 4, 30), PublicationBasis.INFERRED),
        "A month after the market",
        "A month after the market\n\nThe bombing of 5 March killed between 20 and 30 people in "
        "Port Sorrel. The Ashen Hand, which had claimed it, now denies any part. Governor Ilse "
        "Brandt blamed “outside hands”.",
        public=["Ilse Brandt"],
    )
    hand = "the Ashen Hand"
    ministry = Voice("health ministry", None, "Meridian Wire", Stance.ASSERTED, "said")
    one = world.tell(
        tide,
        "struck",
        IncidentType.SUICIDE_BOMB,
        (P.DATE, "on Tuesday", day("2031-03-04")),
        (P.PLACE, "Port Sorrel", SORREL),
        (P.SITE, "fish market", TextValue("market")),
        (P.WEAPON, "suicide bomber", WeaponValue("suicide bomber", "suicide vest")),
        (
            P.KILLED,
            "at least 18 people",
            count(18, Qualifier.AT_LEAST, who="people"),
            Voice("police", None, "The Sorrel Tide", Stance.ASSERTED, "said"),
        ),
        (
            P.KILLED,
            "Amina Torvald",
            count(1, who="Amina Torvald", part=True),
            outlet_voice("The Sorrel Tide"),
            False,
        ),
        (P.WOUNDED, "40 others", count(40, who="others")),
        (P.PERPETRATOR, "The Ashen Hand", ActorValue("Ashen Hand", ActorKind.REBEL_GROUP, False)),
        (
            P.RESPONSIBILITY,
            "The Ashen Hand",
            ResponsibilityValue("Ashen Hand", Stance.CLAIMED),
            Voice("Ashen Hand", None, "The Sorrel Tide", Stance.CLAIMED, "claimed responsibility"),
        ),
    )
    two = world.tell(
        wire,
        "killed",
        IncidentType.SUICIDE_BOMB,
        (P.DATE, "on March 4", day("2031-03-04")),
        (P.PLACE, "Port Sorrel", SORREL),
        (P.KILLED, "23 people", count(23, who="people"), ministry),
        (
            P.RESPONSIBILITY,
            hand,
            ResponsibilityValue("Ashen Hand", Stance.BLAMED),
            Voice("officials", None, "Meridian Wire", Stance.BLAMED, "blamed"),
        ),
    )
    three = world.tell(
        copy,
        "killed",
        IncidentType.SUICIDE_BOMB,
        (P.DATE, "on March 4", day("2031-03-04")),
        (P.PLACE, "Port Sorrel", SORREL),
        (P.KILLED, "23 people", count(23, who="people"), ministry),
    )
    four = world.tell(
        late,
        "bombing",
        IncidentType.REMOTE_EXPLOSIVE,
        (P.DATE, "5 March", day("2031-03-05")),
        (P.PLACE, "Port Sorrel", SORREL),
        (
            P.KILLED,
            "between 20 and 30 people",
            count(20, Qualifier.BETWEEN, upper=30, who="people"),
        ),
        (
            P.RESPONSIBILITY,
            "The Ashen Hand",
            ResponsibilityValue("Ashen Hand", Stance.DENIED),
            Voice("Ashen Hand", None, "Velmora Review", Stance.DENIED, "denies"),
        ),
        (
            P.RESPONSIBILITY,
            "“outside hands”",
            ResponsibilityValue("outside hands", Stance.BLAMED),
            Voice("Ilse Brandt", None, "Velmora Review", Stance.BLAMED, "blamed"),
        ),
    )
    world.join("Blast at Port Sorrel fish market", one, two, three, four)
    left, right = sorted((one, two))
    world.judgement_list.append(
        Judgement(
            Judgement.id_of(left, right, Verdict.SAME, "fellegi 1", None),
            left,
            right,
            Verdict.SAME,
            9.4,
            "fellegi 1",
            (Reason("time", 4.1, "same day"), Reason("names", 1.0, "Amina Torvald")),
        )
    )
    world.tally_list.append(
        ResolvedTally(
            id="a1" * 10,
            document=late.id,
            measure=Measure.ATTACKS,
            value=count(14),
            voice=outlet_voice("Velmora Review"),
            original="A month after the market",
            spans=(Span(0, 24),),
            actor="Ashen Hand",
            place=VELMORA,
            start=date(2031, 1, 1),
            end=date(2031, 3, 31),
        )
    )
    for document in (tide, wire, late):
        start = document.text.lower().index("ashen hand")
        world.actor_list.append(
            DocumentActor(
                document.id,
                "Ashen Hand",
                ActorKind.REBEL_GROUP,
                False,
                "XV",
                ("Ashen Hand", "the Hand"),
                (Span(start, start + 10),),
            )
        )


def _ambush(world):
    one = world.report(
        "tide-ambush",
        "The Sorrel Tide",
        "2031-02-11",
        "Convoy ambushed near Tesk Bridge",
        "Convoy ambushed near Tesk Bridge\n\nGunmen attacked an army convoy at Tesk Bridge on "
        "Sunday. Seven soldiers were killed, the army said. No group claimed responsibility.",
    )
    two = world.report(
        "radio-ambush",
        "Radio Marrow",
        "2031-02-10",
        "Seven soldiers dead",
        "Seven soldiers dead\n\nSeven soldiers died when their convoy was attacked yesterday at "
        "Tesk Bridge by men with rifles.",
    )
    army = ActorValue("Velmoran army", ActorKind.STATE_FORCES, False)
    first = world.tell(
        one,
        "attacked",
        IncidentType.ARMED_CLASH,
        (P.DATE, "on Sunday", day("2031-02-09")),
        (P.PLACE, "Tesk Bridge", TESK),
        (
            P.KILLED,
            "Seven soldiers",
            count(7, who="soldiers"),
            Voice("army", None, "The Sorrel Tide", Stance.ASSERTED, "said"),
        ),
        (P.TARGET, "army convoy", army),
        (P.PERPETRATOR, "Gunmen", ActorValue("gunmen", ActorKind.UNKNOWN, True)),
        (
            P.RESPONSIBILITY,
            "No group claimed responsibility",
            ResponsibilityValue(None, Stance.UNCLAIMED),
        ),
    )
    second = world.tell(
        two,
        "attacked",
        IncidentType.ARMED_CLASH,
        (P.DATE, "yesterday", day("2031-02-09")),
        (P.PLACE, "Tesk Bridge", TESK),
        (P.KILLED, "Seven soldiers", count(7, who="soldiers")),
        (P.WEAPON, "rifles", WeaponValue("rifles", "firearm")),
    )
    world.join("Convoy ambushed near Tesk Bridge", first, second)


def _province(world):
    doc = world.report(
        "watch-villages",
        "Strait Watch",
        "2031-01-20",
        "Raids in Upper Marrow",
        "Raids in Upper Marrow\n\nIn December, raiders burned dozens of homes in Upper Marrow "
        "and dozens of villagers were killed, said Osric Vale, a farmer who fled.",
        private=["Osric Vale"],
    )
    one = world.tell(
        doc,
        "burned",
        IncidentType.LOOTING,
        (P.DATE, "In December", day("2030-12-01", "2030-12-31", DatePrecision.MONTH)),
        (P.PLACE, "Upper Marrow", UPPER),
        (
            P.KILLED,
            "dozens of villagers",
            count(24, Qualifier.DOZENS, who="villagers"),
            Voice("Osric Vale", None, "Strait Watch", Stance.ASSERTED, "said"),
        ),
    )
    world.join("Raids in Upper Marrow", one)
    undated = world.report(
        "watch-undated",
        "Strait Watch",
        None,
        "Clash in the hills",
        "Clash in the hills\n\nFighters of the Salt Road clashed with troops somewhere in "
        "Velmora. About 10 died.",
        basis=PublicationBasis.UNKNOWN,
    )
    two = world.tell(
        undated,
        "clashed",
        IncidentType.ARMED_CLASH,
        (P.DATE, "Clash in", Unknown("no date in the text")),
        (P.PLACE, "Velmora", VELMORA),
        (P.KILLED, "About 10", count(10, Qualifier.ABOUT)),
        (P.PERPETRATOR, "the Salt Road", ActorValue("Salt Road", ActorKind.REBEL_GROUP, False)),
    )
    world.join("Clash in the hills", two)


def _clinic(world):
    doc = world.report(
        "watch-clinic",
        "Strait Watch",
        "2031-02-20",
        "Women attacked at clinic",
        "Women attacked at clinic\n\nArmed men assaulted two women outside the Saint Orla Clinic "
        "in Marrow on 17 February, a nurse, Berit Halloway, said.",
        private=["Berit Halloway"],
    )
    exact = PlaceValue(
        "Marrow",
        "Saint Orla Clinic",
        "Upper Marrow",
        None,
        "XV",
        -12.31472,
        62.44391,
        0.2,
        PlacePrecision.SITE,
    )
    one = world.tell(
        doc,
        "assaulted",
        IncidentType.SEXUAL_VIOLENCE,
        (P.DATE, "on 17 February", day("2031-02-17")),
        (P.PLACE, "Marrow", exact),
        (P.SITE, "Saint Orla Clinic", TextValue("Saint Orla Clinic")),
        (P.VICTIM, "two women", ActorValue("women", ActorKind.CIVILIANS, True)),
        (P.PERPETRATOR, "Armed men", ActorValue("armed men", ActorKind.UNKNOWN, True)),
        (
            P.WOUNDED,
            "two women",
            count(2, who="women"),
            Voice("Berit Halloway", "nurse", "Strait Watch", Stance.ASSERTED, "said"),
        ),
    )
    world.join("Women attacked at clinic", one)


def _kept(world):
    doc = world.report(
        "post-kept",
        "Island Post",
        "2031-03-12",
        "Plot foiled; ferry accident",
        "Plot foiled; ferry accident\n\nPolice foiled a plot to bomb the Port Sorrel courthouse "
        "on Monday. In an accident on Sunday a ferry sank off Marrow, killing 12 passengers. "
        "Thousands marked the Lantern Square massacre of 1998.",
    )
    plot = world.tell(
        doc,
        "plot",
        IncidentType.DISRUPTED_WEAPONS,
        (P.DATE, "on Monday", day("2031-03-10")),
        (P.PLACE, "Port Sorrel", SORREL),
        realis=Realis.FOILED,
    )
    ferry = world.tell(
        doc,
        "sank",
        IncidentType.OTHER,
        (P.DATE, "on Sunday", day("2031-03-09")),
        (P.PLACE, "Marrow", MARROW),
        (P.KILLED, "12 passengers", count(12, who="passengers")),
        scope=Scope.ACCIDENT,
    )
    massacre = world.tell(
        doc,
        "massacre",
        IncidentType.ATTACK,
        (P.DATE, "1998", day("1998-01-01", "1998-12-31", DatePrecision.YEAR)),
        (P.PLACE, "Lantern Square", SORREL),
        realis=Realis.COMMEMORATED,
    )
    world.join("Plot to bomb the Port Sorrel courthouse", plot)
    world.join("Ferry sank off Marrow", ferry)
    world.join("Lantern Square massacre", massacre)


def _rest(world):
    world.report(
        "carta",
        "La Carta",
        "2031-03-08",
        "Explosión en el mercado",
        "Explosión en el mercado\n\nUna bomba mató a 23 personas.",
        language="es",
    )
    world.skip_list.extend(
        (
            Skipped("reports/broken.pdf", SkipReason.DAMAGED, "The PDF ends in the middle."),
            Skipped("reports/carta.txt", SkipReason.LANGUAGE, "No extractor reads Spanish (es)."),
        )
    )


def crowd(number):
    """Return a world of many plain incidents, three reports each."""
    world = World()
    for index in range(number):
        when = date(2029, 1, 1) + timedelta(days=index % 900)
        where = place(
            f"Village {index}",
            -12.9 + (index % 37) * 0.05,
            61.4 + (index % 41) * 0.04,
            3.0,
            admin1="Upper Marrow",
        )
        accounts = []
        for outlet in ("The Sorrel Tide", "Radio Marrow", "Meridian Wire"):
            killed = 3 + (index + len(outlet)) % 4
            text = (
                f"Attack in Village {index}\n\nGunmen of the Salt Road attacked Village {index} "
                f"on {when.isoformat()}. {killed} people were killed and 9 wounded, residents "
                f"said. The army blamed the Salt Road for the raid, the fourth this season."
            )
            doc = world.report(
                f"{outlet}-{index}", outlet, when.isoformat(), f"Attack in Village {index}", text
            )
            accounts.append(
                world.tell(
                    doc,
                    "attacked",
                    IncidentType.ATTACK,
                    (P.DATE, f"on {when.isoformat()}", DateValue(when, when, DatePrecision.DAY)),
                    (P.PLACE, f"Village {index}", where),
                    (
                        P.KILLED,
                        f"{killed} people",
                        count(killed, who="people"),
                        Voice("residents", None, outlet, Stance.ASSERTED, "said"),
                    ),
                    (P.WOUNDED, "9 wounded", count(9)),
                    (
                        P.PERPETRATOR,
                        "the Salt Road",
                        ActorValue("Salt Road", ActorKind.REBEL_GROUP, False),
                    ),
                    (
                        P.RESPONSIBILITY,
                        "the Salt Road for",
                        ResponsibilityValue("Salt Road", Stance.BLAMED),
                        Voice("army", None, outlet, Stance.BLAMED, "blamed"),
                    ),
                )
            )
        world.join(f"Attack in Village {index}", *accounts)
    return world


OUTLINE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Velmora", "country": "XV"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [
                        [61.55, -11.3],
                        [61.9, -11.42],
                        [62.4, -11.2],
                        [62.8, -11.6],
                        [62.95, -12.2],
                        [62.7, -12.7],
                        [62.3, -12.95],
                        [61.95, -12.6],
                        [61.7, -12.2],
                        [61.5, -11.8],
                        [61.55, -11.3],
                    ]
                ],
            },
        }
    ],
}
