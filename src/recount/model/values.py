"""The values that statements carry, each with its precision, or Unknown with a reason.

``value_to_plain`` and ``value_from_plain`` are inverse; the plain form is the
shape that exports and the ledger use (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from recount.model.vocabulary import (
    COUNT_PROPERTIES,
    ActorKind,
    DatePrecision,
    PlacePrecision,
    Property,
    Qualifier,
    Stance,
)

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that the words do not settle, and why ("weekday without a publication date")."""

    reason: str


@dataclass(frozen=True, slots=True)
class TextValue:
    """A value of a closed vocabulary (type, realis, scope) or a site as free text."""

    text: str


@dataclass(frozen=True, slots=True)
class DateValue:
    """The first and last possible day, both included, with the precision of the words."""

    start: date
    end: date
    precision: DatePrecision

    def __post_init__(self) -> None:
        if self.end < self.start:
            message = f"a date range must not end before it starts: {self.start} {self.end}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A place with its enclosing areas; coordinates in degrees (WGS 84), radius in kilometres.

    ``country`` is ISO 3166 alpha-2. ``name`` is ``None`` only when the words
    name no more than the enclosing areas.
    """

    name: str | None
    site: str | None
    admin1: str | None
    admin2: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class CountValue:
    """People counted: bounds and best reading of the words (``None``: not stated).

    ``who`` names those counted ("worshippers"); ``part`` is true for a part of
    a whole stated elsewhere ("including 13 soldiers").
    """

    low: int | None
    value: int | None
    high: int | None
    qualifier: Qualifier
    who: str | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class ActorValue:
    """A named or generic actor; ``generic`` is true for "gunmen", "security forces"."""

    actor: str
    kind: ActorKind
    generic: bool


@dataclass(frozen=True, slots=True)
class ResponsibilityValue:
    """Who is held to have done it, and how; ``actor`` is ``None`` when nobody claims it."""

    actor: str | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class WeaponValue:
    """A weapon as named, with its kind in the shipped vocabulary."""

    text: str
    kind: str


Value = (
    Unknown
    | TextValue
    | DateValue
    | PlaceValue
    | CountValue
    | ActorValue
    | ResponsibilityValue
    | WeaponValue
)


def count_of(
    number: int,
    qualifier: Qualifier,
    *,
    upper: int | None = None,
    who: str | None = None,
    part: bool = False,
) -> CountValue:
    """Return a count with the bounds that DESIGN §5 gives to the qualifier.

    Args:
        number: N of the words; the lower end for ``between``; ignored for vague words.
        qualifier: the hedge.
        upper: the upper end for ``between``.
        who: those counted, as the words name them.
        part: whether it is a part of a whole.

    >>> count_of(30, Qualifier.AT_LEAST).high is None
    True
    """
    low, value, high = _bounds(number, qualifier, upper)
    return CountValue(low, value, high, qualifier, who, part)


_VAGUE_LOW: dict[Qualifier, int] = {
    Qualifier.COUPLE: 2,
    Qualifier.MULTIPLE: 2,
    Qualifier.SEVERAL: 3,
    Qualifier.DOZENS: 24,
    Qualifier.SCORES: 40,
    Qualifier.HUNDREDS: 200,
    Qualifier.THOUSANDS: 2000,
}


def _bounds(
    number: int, qualifier: Qualifier, upper: int | None
) -> tuple[int | None, int | None, int | None]:
    if qualifier in _VAGUE_LOW:
        low = _VAGUE_LOW[qualifier]
        return low, (2 if qualifier is Qualifier.COUPLE else None), None
    if qualifier is Qualifier.EXACT:
        return number, number, number
    if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return number, number, None
    if qualifier is Qualifier.ABOUT:
        return None, number, None
    if qualifier in (Qualifier.UP_TO, Qualifier.NEARLY):
        return None, number, number
    return number, None, upper


def value_to_plain(value: Value) -> Plain | str:
    """Return the JSON form of a value: an object, or a string for a closed vocabulary."""
    match value:
        case TextValue(text):
            return text
        case Unknown(reason):
            return {"unknown": reason}
        case DateValue(start, end, precision):
            return {
                "start": start.isoformat(),
                "end": end.isoformat(),
                "precision": precision.value,
            }
        case PlaceValue():
            return _place_to_plain(value)
        case CountValue(low, best, high, qualifier, who, part):
            return {
                "low": low,
                "value": best,
                "high": high,
                "qualifier": qualifier.value,
                "who": who,
                "part": part,
            }
        case ActorValue(actor, kind, generic):
            return {"actor": actor, "kind": kind.value, "generic": generic}
        case ResponsibilityValue(actor, stance):
            return {"actor": actor, "stance": stance.value}
        case WeaponValue(text, kind):
            return {"text": text, "kind": kind}


def _place_to_plain(value: PlaceValue) -> Plain:
    return {
        "name": value.name,
        "site": value.site,
        "admin2": value.admin2,
        "admin1": value.admin1,
        "country": value.country,
        "lat": value.lat,
        "lon": value.lon,
        "radius_km": value.radius_km,
        "precision": value.precision.value,
    }


_ACTOR_PROPERTIES = (Property.PERPETRATOR, Property.TARGET, Property.VICTIM)


def value_from_plain(prop: Property, plain: Mapping[str, Any] | str) -> Value:
    """Return the value whose plain form for this property is ``plain``.

    Raises:
        ValueError: the plain form does not fit the property.
    """
    if isinstance(plain, str):
        return TextValue(plain)
    if "unknown" in plain:
        return Unknown(str(plain["unknown"]))
    if prop is Property.DATE:
        return DateValue(
            date.fromisoformat(plain["start"]),
            date.fromisoformat(plain["end"]),
            DatePrecision(plain["precision"]),
        )
    if prop is Property.PLACE:
        return place_from_plain(plain)
    if prop in COUNT_PROPERTIES:
        return CountValue(
            plain["low"],
            plain["value"],
            plain["high"],
            Qualifier(plain["qualifier"]),
            plain["who"],
            plain["part"],
        )
    if prop in _ACTOR_PROPERTIES:
        return ActorValue(plain["actor"], ActorKind(plain["kind"]), plain["generic"])
    if prop is Property.RESPONSIBILITY:
        return ResponsibilityValue(plain["actor"], Stance(plain["stance"]))
    if prop is Property.WEAPON:
        return WeaponValue(plain["text"], plain["kind"])
    message = f"no value of the property {prop.value} has this form"
    raise ValueError(message)


def place_from_plain(plain: Mapping[str, Any]) -> PlaceValue:
    """Return the place whose plain form this is."""
    return PlaceValue(
        name=plain["name"],
        site=plain["site"],
        admin1=plain["admin1"],
        admin2=plain["admin2"],
        country=plain["country"],
        lat=plain["lat"],
        lon=plain["lon"],
        radius_km=plain["radius_km"],
        precision=PlacePrecision(plain["precision"]),
    )
