"""A generated world of incidents and the accounts that reports give of them.

Seeded: the same seed gives the same world. Its shape follows what makes linking hard: towns
by Zipf's law, a third of the incidents close to another of the same type, dates missing,
coarse or a day off, coarse places, tolls that grow over three days, and reports whose
account mixes in a second incident (the bridges).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

from recount.model import (
    Account,
    AccountRecord,
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
    TextValue,
    Value,
    Voice,
    count_of,
)

FIRST_DAY = date(2031, 1, 1)
TOWNS, PROVINCES, SIDE_KM = 300, 15, 700.0
"""Settlements and provinces of one country, a square of 700 km."""
KM_PER_DEGREE = 111.0
TWIN_SHARE, TWIN_DAYS, TWIN_KM = 1 / 3, 2, 30.0
DATE_FAULT, PLACE_COARSE, BRIDGE = 0.15, 0.20, 0.05
GROWTH_DAYS = 3
MOST_REPORTS = 40
ARCHIVE_LEAST = 10_000
"""Accounts of an archive of one year and ten countries."""
BUSY_SHARE = 0.55
"""Share of the incidents of ten countries that the busiest has."""
REPORTS_MEAN = 5.1
"""Reports of an incident, on average (``_reports``)."""
TYPES = (
    IncidentType.ATTACK,
    IncidentType.REMOTE_EXPLOSIVE,
    IncidentType.SUICIDE_BOMB,
    IncidentType.ARMED_CLASH,
    IncidentType.AIR_STRIKE,
    IncidentType.ABDUCTION,
)
SITES = ("mosque", "market", "police station", "school", "hospital", "hotel", "bus", "farm")
OUTLETS = tuple(f"Outlet {number}" for number in range(60))


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement with its province and point."""

    name: str
    province: str
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: the truth that reports tell of."""

    id: str
    day: date
    town: Town
    type: IncidentType
    site: str
    killed: int
    wounded: int


@dataclass(frozen=True, slots=True)
class World:
    """The accounts, their documents, and the incident that each account tells of."""

    records: tuple[AccountRecord, ...]
    documents: dict[str, DocumentInfo]
    gold: dict[str, str]
    bridges: frozenset[str]


def make_world(
    *, incidents: int = 2000, days: int = 365, countries: int = 1, seed: int = 5
) -> World:
    """Return a world of this many incidents in each of the countries, over this many days."""
    return _world([incidents] * countries, days, seed)


def make_archive(accounts: int, *, seed: int = 5) -> World:
    """Return a world of about so many accounts: a tenth of the countries has most incidents.

    An archive grows by years and by countries: a hundred times the accounts are ten times
    the days and ten times the countries. How many incidents the busiest countries have in a
    month stays the same.
    """
    scale = (accounts / ARCHIVE_LEAST) ** 0.5
    tens = max(1, round(scale))
    busy = accounts / REPORTS_MEAN * BUSY_SHARE / tens
    quiet = busy * (1 / BUSY_SHARE - 1) / 9
    sizes = [max(1, round(size)) for size in [busy, *[quiet] * 9] * tens]
    return _world(sizes, round(365 * max(1.0, scale)), seed)


def _world(sizes: Sequence[int], days: int, seed: int) -> World:
    records: list[AccountRecord] = []
    documents: dict[str, DocumentInfo] = {}
    gold: dict[str, str] = {}
    bridges: set[str] = set()
    for number, incidents in enumerate(sizes):
        draw = random.Random(f"{seed}/{number}")
        country = "".join(chr(65 + digit) for digit in divmod(number, 26))
        events = _events(draw, incidents, days, country)
        by_day = _by_day(events)
        for at, event in enumerate(events):
            for told in range(_reports(draw)):
                record, info, bridge = _report(draw, event, events, by_day, (at, told))
                records.append(record)
                documents[info.id] = info
                gold[record.id] = event.id
                if bridge:
                    bridges.add(record.id)
    return World(tuple(records), documents, gold, frozenset(bridges))


def _by_day(events: Sequence[Event]) -> dict[date, list[int]]:
    found: dict[date, list[int]] = {}
    for at, event in enumerate(events):
        found.setdefault(event.day, []).append(at)
    return found


def _towns(draw: random.Random, country: str) -> list[Town]:
    found = []
    for number in range(TOWNS):
        x, y = draw.random() * SIDE_KM, draw.random() * SIDE_KM
        # Provinces are stripes, so that neighbours mostly share one.
        province = f"{country} province {int(x / SIDE_KM * PROVINCES)}"
        name = f"{country} town {number}"
        found.append(Town(name, province, country, y / KM_PER_DEGREE, x / KM_PER_DEGREE))
    return found


def _events(draw: random.Random, number: int, days: int, country: str) -> list[Event]:
    towns = _towns(draw, country)
    zipf = list(accumulate(1.0 / rank for rank in range(1, len(towns) + 1)))
    events: list[Event] = []
    around: dict[str, list[Town]] = {}
    for at in range(number):
        twin = draw.choice(events) if events and draw.random() < TWIN_SHARE else None
        if twin is None:
            day = FIRST_DAY + timedelta(days=draw.randrange(days))
            town, kind = draw.choices(towns, cum_weights=zipf)[0], draw.choice(TYPES)
        else:
            day = twin.day + timedelta(days=draw.randint(-TWIN_DAYS, TWIN_DAYS))
            near = around.get(twin.town.name)
            if near is None:
                near = [t for t in towns if _km(t, twin.town) <= TWIN_KM]
                around[twin.town.name] = near
            town, kind = draw.choice(near), twin.type
        killed = min(200, int(draw.paretovariate(1.1)) - 1)
        wounded = int(killed * draw.uniform(0.5, 2.5)) + draw.randint(0, 3)
        site = draw.choice(SITES)
        events.append(Event(f"{country}-{at}", day, town, kind, site, killed, wounded))
    return events


def _km(a: Town, b: Town) -> float:
    return KM_PER_DEGREE * ((a.lat - b.lat) ** 2 + (a.lon - b.lon) ** 2) ** 0.5


def _reports(draw: random.Random) -> int:
    """Return how many reports tell of an incident: most have few, some have forty."""
    return min(MOST_REPORTS, int(draw.paretovariate(0.9)))


def _report(
    draw: random.Random,
    event: Event,
    events: list[Event],
    by_day: dict[date, list[int]],
    number: tuple[int, int],
) -> tuple[AccountRecord, DocumentInfo, bool]:
    at, told = number
    document = f"{event.id}-{told}"
    delay = min(int(draw.expovariate(0.5)), 10)
    published = event.day + timedelta(days=delay)
    second = _second(draw, events, by_day, at) if draw.random() < BRIDGE else None
    values = _values(draw, event, delay)
    if second is not None:
        values = _mixed(values, event, second)
    record = _record(document, event.type, values)
    info = DocumentInfo(
        id=document,
        rendition=f"{document}-r",
        source=f"{document}.txt",
        outlet=draw.choice(OUTLETS),
        url=None,
        title=None,
        language="en",
        published=Publication(published, published, PublicationBasis.GIVEN),
        sketch=(),
        words=300,
    )
    return record, info, second is not None


def _second(
    draw: random.Random, events: list[Event], by_day: dict[date, list[int]], at: int
) -> Event | None:
    """Return an incident near in time of which a report gives a recap."""
    event = events[at]
    days = (event.day + timedelta(days=apart) for apart in range(-4, 5))
    near = sorted(other for day in days for other in by_day.get(day, ()) if other != at)
    return events[draw.choice(near)] if near else None


def _mixed(
    values: list[tuple[Property, Value]], event: Event, second: Event
) -> list[tuple[Property, Value]]:
    """Return an account into which a recap has slipped: the days and a toll of both."""
    first, last = sorted((event.day, second.day))
    span = DateValue(first, last, DatePrecision.DAY if first == last else DatePrecision.RANGE)
    kept = [(p, v) for p, v in values if p not in (Property.DATE, Property.SITE)]
    toll = (Property.KILLED, replace(count_of(second.killed, Qualifier.EXACT), part=True))
    return [(Property.DATE, span), *kept, toll]


def _values(draw: random.Random, event: Event, delay: int) -> list[tuple[Property, Value]]:
    found: list[tuple[Property, Value]] = []
    day = _day(draw, event.day)
    if day is not None:
        found.append((Property.DATE, day))
    coarse = draw.random() < PLACE_COARSE
    level = PlacePrecision.PROVINCE if draw.random() < 0.7 else PlacePrecision.COUNTRY
    place = _place(event.town, level if coarse else PlacePrecision.SETTLEMENT)
    found.append((Property.PLACE, place))
    if draw.random() < 0.6:
        found.append((Property.SITE, TextValue(event.site)))
    known = min(1.0, (delay + 2) / (GROWTH_DAYS + 1))
    if event.killed > 0 and draw.random() < 0.9:
        found.append((Property.KILLED, _toll(draw, event.killed, known)))
    if event.wounded > 0 and draw.random() < 0.6:
        found.append((Property.WOUNDED, _toll(draw, event.wounded, known)))
    return found


def _toll(draw: random.Random, final: int, known: float) -> CountValue:
    number = max(1, round(final * draw.uniform(known, 1.0)))
    return count_of(number, Qualifier.AT_LEAST if draw.random() < 0.3 else Qualifier.EXACT)


def _day(draw: random.Random, day: date) -> DateValue | None:
    fault = draw.random()
    if fault >= DATE_FAULT:
        return DateValue(day, day, DatePrecision.DAY)
    if fault < DATE_FAULT / 3:
        return None
    if fault < 2 * DATE_FAULT / 3:
        first = day.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return DateValue(first, last, DatePrecision.MONTH)
    off = day + timedelta(days=draw.choice((-1, 1)))
    return DateValue(off, off, DatePrecision.DAY)


@lru_cache(maxsize=100_000)
def _place(town: Town, precision: PlacePrecision) -> PlaceValue:
    if precision is PlacePrecision.COUNTRY:
        return PlaceValue(None, None, None, None, town.country, None, None, None, precision)
    if precision is PlacePrecision.PROVINCE:
        return PlaceValue(
            None, None, town.province, None, town.country, None, None, None, precision
        )
    return PlaceValue(
        town.name, None, town.province, None, town.country, town.lat, town.lon, 5.0, precision
    )


def _record(
    document: str, kind: IncidentType, values: list[tuple[Property, Value]]
) -> AccountRecord:
    account = Account(
        id=f"{document}-a",
        document=document,
        rendition=f"{document}-r",
        triggers=(Mention(0, 1, MentionRole.TRIGGER),),
        type=kind,
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=(),
        claims=(),
        extent=Span(0, 1),
        confidence=0.9,
    )
    voice = Voice(None, None, None, Stance.ASSERTED)
    statements = tuple(
        Statement(
            id=f"{document}-s{number}",
            account=account.id,
            document=document,
            property=prop,
            value=value,
            original="",
            start=number,
            end=number + 1,
            spans=(Span(number, number + 1),),
            voice=voice,
            method="generated",
            confidence=0.9,
            primary=not (isinstance(value, CountValue) and value.part),
        )
        for number, (prop, value) in enumerate(values)
    )
    return AccountRecord(account, statements, "")
