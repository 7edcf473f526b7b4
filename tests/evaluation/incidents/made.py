"""Hand-made gold and predictions about invented places, with every field settable."""

from __future__ import annotations

from datetime import date

from recount.evaluation.incidents.gold import (
    Aside,
    Facts,
    GoldCount,
    GoldIncident,
    GoldResponsibility,
    Group,
)
from recount.evaluation.incidents.shown import Shown, ShownCount
from recount.model import CountValue, PlacePrecision, PlaceValue, Qualifier, count_of

FAMILIES = (
    ("Attack", "attack"),
    ("Suicide bomb", "attack"),
    ("Remote explosive/landmine/IED", "attack"),
    ("Arrests", "arrest"),
)
FILE = "a.txt"


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def gold_count(kind="killed", number=5, qualifier="exact", who="people", part=False, rival=False):
    vague = qualifier in ("dozens", "scores", "several", "multiple")
    return GoldCount(kind, who, number, None if vague else number, qualifier, part, rival)


def gold(
    name="g1",
    file=FILE,
    kind="Attack",
    when="2031-03-04",
    end=None,
    province="Vess",
    settlement="Orlan",
    site=None,
    country="XV",
    counts=(),
    responsibility=(),
):
    return GoldIncident(
        id=name,
        file=file,
        type=kind,
        start=day(when),
        end=day(end or when),
        country=country,
        province=province,
        settlement=settlement,
        site=site,
        counts=tuple(counts),
        responsibility=tuple(GoldResponsibility(*pair) for pair in responsibility),
    )


def place(name="Orlan", admin1="Vess", country="XV"):
    return PlaceValue(
        name=name,
        site=None,
        admin1=admin1,
        admin2=None,
        country=country,
        lat=None,
        lon=None,
        radius_km=None,
        precision=PlacePrecision.SETTLEMENT,
    )


def count(kind="killed", number=5, qualifier=Qualifier.EXACT, primary=True):
    value: CountValue = count_of(number, qualifier)
    return ShownCount(kind, value, primary, str(number))


def shown(
    name="a1",
    file=FILE,
    incident=None,
    kind="Attack",
    when="2031-03-04",
    end=None,
    where="default",
    counts=(),
    responsibility=(),
    words="gunmen attacked a post",
    segment="body",
):
    return Shown(
        id=name,
        file=file,
        incident=incident or f"i-{name}",
        type=kind,
        realis="actual",
        scope="political",
        start=day(when),
        end=day(end or when),
        place=place() if where == "default" else where,
        site=None,
        counts=tuple(counts),
        responsibility=tuple(responsibility),
        trigger="attacked",
        trigger_at=0,
        segment=segment,
        words=words,
    )


def aside(what, kind=None, when=None, settlement=None, file=FILE):
    return Aside(
        file=file,
        what=what,
        type=kind,
        start=day(when),
        end=day(when),
        settlement=settlement,
        typed=kind is not None or when is not None,
    )


def facts(incidents=(), files=None, optional=(), set_aside=(), groups=(), unread=(), aliases=()):
    return Facts(
        files=tuple(files or sorted({incident.file for incident in incidents} or {FILE})),
        unread=tuple(unread),
        incidents=tuple(incidents),
        optional=tuple(optional),
        set_aside=tuple(set_aside),
        groups=tuple(Group(tuple(ids), optional) for ids, optional in groups),
        tallies=(),
        families=FAMILIES,
        aliases=tuple(aliases),
    )
