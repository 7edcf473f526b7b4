"""Values and places that the invented reports tell."""

from __future__ import annotations

from datetime import date

from recount.model import (
    DatePrecision,
    DateValue,
    PlacePrecision,
    PlaceValue,
    Property,
    Qualifier,
    Stance,
    Voice,
    count_of,
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
