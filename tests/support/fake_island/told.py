"""What the invented outlets report."""

from __future__ import annotations

from datetime import date

from fake_island.values import (
    MARROW,
    SORREL,
    TESK,
    UPPER,
    VELMORA,
    P,
    count,
    day,
    outlet_voice,
)
from fake_island.world import World
from recount.model import (
    ActorKind,
    ActorValue,
    DatePrecision,
    DocumentActor,
    IncidentType,
    Judgement,
    Measure,
    PlacePrecision,
    PlaceValue,
    Publication,
    PublicationBasis,
    Qualifier,
    Realis,
    Reason,
    ResolvedTally,
    ResponsibilityValue,
    Scope,
    Skipped,
    SkipReason,
    Span,
    Stance,
    TextValue,
    Unknown,
    Verdict,
    Voice,
    WeaponValue,
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
