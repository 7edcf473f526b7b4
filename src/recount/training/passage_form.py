"""The nouns of the passage form: labels, flags, and a passage with its marks and lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model import (
    COUNT_PROPERTIES,
    IncidentType,
    Measure,
    Property,
    Qualifier,
    Realis,
    Scope,
    Stance,
)


class Label(StrEnum):
    """What a mark says of its words."""

    TRIGGER = "trigger"
    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    PLACE = "place"
    SITE = "site"
    TIME = "time"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    WEAPON = "weapon"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    TALLY = "tally"
    CLUTTER = "clutter"


class Flag(StrEnum):
    """What may follow the ids of a mark: a stance on responsibility, or how a figure is meant."""

    CLAIMED = "claimed"
    BLAMED = "blamed"
    SUSPECTED = "suspected"
    DENIED = "denied"
    PART = "part"
    MORE = "more"


class Style(StrEnum):
    """Who seems to write."""

    AGENCY = "agency"
    LOCAL = "local"
    NGO = "ngo"
    OFFICIAL = "official"
    LIST = "list"


class Region(StrEnum):
    """The part of the world that the invented places feel like."""

    WEST_AFRICA = "west africa"
    SAHEL = "sahel"
    HORN = "horn"
    GREAT_LAKES = "great lakes"
    SOUTHERN_AFRICA = "southern africa"
    MAGHREB = "maghreb"
    LEVANT = "levant"
    GULF = "gulf"
    CAUCASUS = "caucasus"
    CENTRAL_ASIA = "central asia"
    SOUTH_ASIA = "south asia"
    SOUTHEAST_ASIA = "southeast asia"
    EAST_ASIA = "east asia"
    PACIFIC = "pacific"
    BALKANS = "balkans"
    EUROPE = "europe"
    ANDES = "andes"
    CENTRAL_AMERICA = "central america"
    CARIBBEAN = "caribbean"
    NORTH_AMERICA = "north america"


class Kind(StrEnum):
    """What a passage is there to teach."""

    SINGLE = "single"
    SEVERAL = "several incidents"
    SAME_TYPE = "same type"
    STATISTICS = "statistics"
    PARTS = "parts"
    CORRECTION = "correction"
    FOLLOW_UP = "follow-up"
    BACKGROUND = "background"
    CLAIM = "claim"
    BLAME = "blame"
    DENIAL = "denial"
    VOICES = "voices"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    COMMEMORATED = "commemorated"
    SPORT = "sport"
    METAPHOR = "metaphor"
    ACCIDENT = "accident"
    CRIME = "crime"
    DAMAGED = "damaged"
    CAPITALS = "capitals"
    HEADLINE = "headline"
    CLUTTER = "clutter"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the text hedges it; vague words ("dozens") have no value."""

    qualifier: Qualifier
    value: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text from ``start`` to ``end``, what they are, and of which items."""

    start: int
    end: int
    label: Label
    ids: tuple[str, ...] = ()
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One incident as the passage tells it; ``when`` is a day, month, year, range or unknown."""

    id: str
    type: IncidentType
    realis: Realis
    scope: Scope
    when: str
    place: str | None = None
    counts: tuple[tuple[Property, Figure], ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One voice: the stance that joins a source, a cue and a content."""

    id: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A figure about many incidents or a state of affairs, and its period."""

    id: str
    measure: Measure
    figure: Figure
    period: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a passage besides its text."""

    style: Style
    published: date | None
    region: Region
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its marks, in order of their opening, and the lines that describe their ids."""

    id: str
    facts: Facts
    text: str
    marks: tuple[Mark, ...] = ()
    accounts: tuple[Account, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    tallies: tuple[TallyLine, ...] = ()


COUNT_LABELS = frozenset(Label(name.value) for name in COUNT_PROPERTIES)
"""Labels whose words hold a figure or name those counted."""

FIGURE_FLAGS = frozenset({Flag.PART, Flag.MORE})
"""Flags that say how a figure is meant; the others are stances on responsibility."""
