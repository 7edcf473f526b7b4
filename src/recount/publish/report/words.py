"""Values in plain words: dates, places and figures as a person would say them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from recount.model import (
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    FindingStatus,
    PlacePrecision,
    PlaceValue,
    PublicationBasis,
    Qualifier,
    Realis,
    ResponsibilityValue,
    Scope,
    Stance,
    TextValue,
    Unknown,
    Value,
    WeaponValue,
)
from recount.publish.nouns import (
    PublishedDate,
    PublishedFigure,
    PublishedPlace,
    PublishedTally,
    Withheld,
)
from recount.resources.grammar.months import MONTHS
from recount.resources.site_classes import in_small_letters, is_bare_settlement

STATUS_WORDS = {
    FindingStatus.AGREED: "agreed",
    FindingStatus.SINGLE_SOURCE: "single source",
    FindingStatus.DISPUTED: "disputed",
    FindingStatus.UNKNOWN: "unknown",
}

BASIS_WORDS = {
    PublicationBasis.GIVEN: "date given with the file",
    PublicationBasis.METADATA: "date from the file’s metadata",
    PublicationBasis.STATED: "date printed in the page",
    PublicationBasis.INFERRED: "date inferred from the text",
    PublicationBasis.UNKNOWN: "no date found",
}

REALIS_WORDS = {
    Realis.ACTUAL: "happened",
    Realis.ATTEMPTED: "attempted",
    Realis.FOILED: "foiled",
    Realis.PLANNED: "planned",
    Realis.THREATENED: "threatened",
    Realis.HYPOTHETICAL: "hypothetical",
    Realis.DENIED: "said not to have happened",
    Realis.COMMEMORATED: "remembered, from the past",
}

SCOPE_WORDS = {
    Scope.POLITICAL: "political violence",
    Scope.CRIMINAL: "crime without a political side",
    Scope.ACCIDENT: "accident",
    Scope.UNCLEAR: "unclear whether political",
}

STANCE_WORDS = {
    Stance.ASSERTED: "Said to have done it",
    Stance.CLAIMED: "Claimed",
    Stance.BLAMED: "Blamed",
    Stance.SUSPECTED: "Suspected",
    Stance.DENIED: "Denied",
    Stance.UNCLAIMED: "Nobody has claimed it",
}

WITHHELD_WORDS = {
    Withheld.NAMES: "names of private persons",
    Withheld.SITE: "the site",
    Withheld.COORDINATES: "exact coordinates",
}

_DATE_NOTES = {
    DatePrecision.DAY: "known to the day",
    DatePrecision.WEEK: "known to the week",
    DatePrecision.MONTH: "only the month is known",
    DatePrecision.SEASON: "only the season is known",
    DatePrecision.YEAR: "only the year is known",
    DatePrecision.RANGE: "only a range is known",
    DatePrecision.UNKNOWN: "",
}

_PLACE_NOTES = {
    PlacePrecision.SITE: "known to the site",
    PlacePrecision.SETTLEMENT: "known to the town or village",
    PlacePrecision.DISTRICT: "only the district is known",
    PlacePrecision.PROVINCE: "only the province is known",
    PlacePrecision.COUNTRY: "only the country is known",
    PlacePrecision.UNKNOWN: "",
}

_VAGUE_WORDS = {
    Qualifier.COUPLE: "a couple",
    Qualifier.MULTIPLE: "several (2 or more)",
    Qualifier.SEVERAL: "several (3 or more)",
    Qualifier.DOZENS: "dozens (24 or more)",
    Qualifier.SCORES: "scores (40 or more)",
    Qualifier.HUNDREDS: "hundreds (200 or more)",
    Qualifier.THOUSANDS: "thousands (2,000 or more)",
}

_HEDGES = {
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.ABOUT: "about ",
    Qualifier.UP_TO: "up to ",
    Qualifier.NEARLY: "nearly ",
}


def number(value: int | None) -> str:
    """Return a number with thousands marked, or a dash when it is not known.

    >>> number(12000)
    '12,000'
    """
    return "–" if value is None else f"{value:,}"


def bounds(low: int | None, best: int | None, high: int | None) -> str:
    """Return low, best and high in one short string.

    >>> bounds(18, 23, 30)
    '23 (18–30)'
    >>> bounds(7, 7, 7)
    '7'
    >>> bounds(24, None, None)
    '24 or more'
    """
    if best is None:
        if low is not None and high is not None:
            return f"{low:,}–{high:,}" if low != high else number(low)
        if low is not None:
            return f"{low:,} or more"
        return "not known" if high is None else f"{high:,} or fewer"
    if low == best == high:
        return number(best)
    if low in (None, best) and high in (None, best):
        return number(best)
    return f"{best:,} ({number(low)}–{number(high)})"


def figure(value: CountValue | PublishedFigure) -> str:
    """Return a source's own figure in words, with the people counted."""
    who = "" if value.who is None else f" {value.who}"
    part = ", a part of the whole" if value.part else ""
    return f"{amount(value)}{who}{part}"


def amount(value: CountValue | PublishedFigure | PublishedTally) -> str:
    """Return a figure as hedged by its source, without the people counted."""
    if value.qualifier in _VAGUE_WORDS:
        return _VAGUE_WORDS[value.qualifier]
    if value.qualifier is Qualifier.BETWEEN:
        return f"{number(value.low)} to {number(value.high)}"
    known = next((n for n in (value.value, value.low, value.high) if n is not None), None)
    return f"{_HEDGES.get(value.qualifier, '')}{number(known)}"


def day(value: date) -> str:
    """Return a day: ``4 March 2031``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def published(label: str | None) -> str:
    """Return a publication date (``2031-03-05``, ``2031-03``, ``2031``) in words.

    >>> published("2031-03")
    'March 2031'
    """
    if label is None:
        return "undated"
    parts = label.split("-")
    if "/" in label or len(parts) == 1:
        return label.replace("/", " – ")
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def when(value: PublishedDate | DateValue) -> str:
    """Return a date with no more exactness than it has."""
    start, end = value.start, value.end
    if start is None or end is None:
        return "date unknown"
    if start == end:
        return day(start)
    if value.precision is DatePrecision.MONTH and (start.year, start.month) == (
        end.year,
        end.month,
    ):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if value.precision is DatePrecision.YEAR and start.year == end.year:
        return str(start.year)
    if start.year == end.year and start.month == end.month:
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def when_note(value: PublishedDate) -> str:
    """Return how exactly a date is known."""
    return value.unknown or _DATE_NOTES[value.precision]


def where(value: PublishedPlace | PlaceValue, countries: Mapping[str, str]) -> str:
    """Return a place from small to large: site, name, areas, country."""
    country = None if value.country is None else countries.get(value.country, value.country)
    site = None
    if value.site is not None and not is_bare_settlement(value.site):
        site = in_small_letters(value.site)
    parts = [site, value.name, value.admin2, value.admin1, country]
    named = list(dict.fromkeys(part for part in parts if part is not None and part != ""))
    return ", ".join(named) if len(named) > 0 else "place unknown"


def where_note(value: PublishedPlace) -> str:
    """Return how exactly a place is known."""
    if value.unknown is not None:
        return value.unknown
    note = _PLACE_NOTES[value.precision]
    if value.radius_km is None or value.precision is PlacePrecision.SITE:
        return note
    return f"{note}, within {max(1, round(value.radius_km)):,} km"


def value_words(value: Value, countries: Mapping[str, str]) -> str:
    """Return any value in words."""
    match value:
        case Unknown(reason):
            return f"unknown: {reason}"
        case TextValue(text) | WeaponValue(text=text):
            return text
        case DateValue():
            return when(value)
        case PlaceValue():
            return where(value, countries)
        case CountValue():
            return figure(value)
        case ActorValue(actor=actor):
            return actor
        case ResponsibilityValue(actor, stance):
            return f"{STANCE_WORDS[stance]}: {actor}" if actor else STANCE_WORDS[stance]
