"""The nouns of the gazetteer: a place, and a place name as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What sort of thing a place is, finest first."""

    SITE = "site"
    SETTLEMENT = "settlement"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"


CONTINENT = "continent:"
"""How the ids of continents, oceans and their large parts begin: too wide for an incident."""


class Inside(StrEnum):
    """What longer name a place name is part of."""

    NOTHING = ""
    SITE = "site"
    """A building or spot: the name says where it is ("Kabul International Airport")."""
    ORGANISATION = "organisation"
    PERSON = "person"
    STREET = "street"
    """A street named after the place, which may lie anywhere."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Degrees are WGS 84; ``radius_km`` bounds about where the place may lie around its
    middle; ``country`` is ISO 3166 alpha-2, ``None`` for seas and for regions of several
    countries. ``population`` is 0 where it is not known.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    population: int
    radius_km: float | None
    source: str
    aliases: tuple[str, ...] = ()
    """Other names; filled only for places that the user adds."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name found in a text, ``text[start:end]``, with what it may stand for.

    ``candidates`` are sorted by how well known they are, the best known first.
    ``nested`` marks a name that is part of an organisation's or a person's name and so
    no place of an event; a name inside a site's name is not nested (``inside`` says so).
    """

    start: int
    end: int
    key: str
    demonym: bool
    nested: bool
    candidates: tuple[Place, ...]
    inside: Inside = Inside.NOTHING
    score: float = 1.0
    """How sure it is that the words name a place, from 0 to 1."""
