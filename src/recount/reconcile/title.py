"""A few words for an incident: type, site, place and date, all from its findings.

Titles hold no name of a person: sites are named by the vocabulary's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from recount.model import (
    DatePrecision,
    DateValue,
    Finding,
    IncidentType,
    PlaceValue,
    TextValue,
)
from recount.resources.countries import country_name
from recount.resources.site_classes import is_bare_settlement, site_words

_SHORT: dict[IncidentType, str] = {
    IncidentType.REMOTE_EXPLOSIVE: "Explosive",
    IncidentType.SHELLING: "Shelling",
    IncidentType.AIR_STRIKE: "Air strike",
    IncidentType.ABDUCTION: "Abduction",
    IncidentType.CHANGE_TO_GROUP: "Change to group",
    IncidentType.BASE_ESTABLISHED: "Base established",
    IncidentType.LOOTING: "Looting",
    IncidentType.OTHER: "Other development",
}


def title_of(
    kind: IncidentType,
    date_found: Finding,
    place_found: Finding,
    site_found: Finding | None,
    countries: Mapping[str, str] | None = None,
) -> str:
    """Return a title such as "Suicide bomb, mosque, Kunduz, Afghanistan, 8 October 2021".

    Args:
        kind: the incident's type.
        date_found: its date.
        place_found: its place.
        site_found: its site, if any source names one.
        countries: names by code that the user supplied, which win.
    """
    parts = [_SHORT.get(kind, kind.value)]
    site = site_found.value if site_found is not None else None
    if isinstance(site, TextValue):
        words = site_words(site.text)
        if words is not None and not is_bare_settlement(words):
            parts.append(words)
    if isinstance(place_found.value, PlaceValue):
        parts.append(_place(place_found.value, countries))
    else:
        parts.append("place unknown")
    parts.append(_date(date_found.value) if isinstance(date_found.value, DateValue) else _NO_DATE)
    return ", ".join(parts)


_NO_DATE = "date unknown"


def _place(place: PlaceValue, countries: Mapping[str, str] | None) -> str:
    name = place.name or place.admin2 or place.admin1
    country = None if place.country is None else country_name(place.country, countries)
    parts = dict.fromkeys(part for part in (name, country) if part is not None)
    return ", ".join(parts) if len(parts) > 0 else "place unknown"


def _date(value: DateValue) -> str:
    if value.start == value.end:
        return _day(value.start)
    if value.precision is DatePrecision.YEAR:
        return str(value.start.year)
    if value.precision is DatePrecision.MONTH and value.start.day == 1:
        return f"{value.start:%B %Y}"
    if (value.start.year, value.start.month) == (value.end.year, value.end.month):
        return f"{value.start.day}–{_day(value.end)}"
    return f"{_day(value.start)} – {_day(value.end)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
