"""The closed vocabularies: one word per thing, in code, columns and pages."""

from __future__ import annotations

from enum import StrEnum


class Realis(StrEnum):
    """Whether it happened. Only ``actual`` and ``attempted`` are counted by default."""

    ACTUAL = "actual"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    COMMEMORATED = "commemorated"


class Scope(StrEnum):
    """Whether it belongs to political violence. All are kept; political and unclear are shown."""

    POLITICAL = "political"
    CRIMINAL = "criminal"
    ACCIDENT = "accident"
    UNCLEAR = "unclear"


class Stance(StrEnum):
    """How a voice stands to what it says."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    BLAMED = "blamed"
    SUSPECTED = "suspected"
    DENIED = "denied"
    UNCLAIMED = "unclaimed"


class Qualifier(StrEnum):
    """How a figure is hedged; DESIGN §5 maps each to low, value, high."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    UP_TO = "up_to"
    NEARLY = "nearly"
    BETWEEN = "between"
    COUPLE = "a_couple"
    MULTIPLE = "multiple"
    SEVERAL = "several"
    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How exactly a place is known, finest first."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class ActorKind(StrEnum):
    """ACLED's eight inter codes (code number = position), plus outlets and unknown."""

    STATE_FORCES = "state_forces"
    REBEL_GROUP = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external_forces"
    UNKNOWN = "unknown"


class Property(StrEnum):
    """What a statement is about; DESIGN §5 gives the shape of each value."""

    TYPE = "type"
    REALIS = "realis"
    SCOPE = "scope"
    DATE = "date"
    PLACE = "place"
    SITE = "site"
    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    RESPONSIBILITY = "responsibility"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"


COUNT_PROPERTIES: tuple[Property, ...] = (
    Property.KILLED,
    Property.WOUNDED,
    Property.CASUALTIES,
    Property.MISSING,
    Property.ABDUCTED,
    Property.ARRESTED,
    Property.DISPLACED,
)
"""Properties whose value is a count of people."""


class Measure(StrEnum):
    """What a tally counts."""

    ATTACKS = "attacks"
    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_CAPTURED = "killed_or_captured"
    ARRESTED = "arrested"
    FIGHTERS = "fighters"
    DISPLACED = "displaced"
    FUNDS = "funds"
    OTHER = "other"
