"""The noun of the grammar of numbers: a counted or measured thing, as the words say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recount.model import Qualifier, Span


class QuantityKind(StrEnum):
    """What a number counts or measures."""

    PEOPLE = "people"
    FIGHTERS = "fighters"
    ATTACKS = "attacks"
    WEAPONS = "weapons"
    THINGS = "things"
    MONEY = "money"
    AGE = "age"
    DISTANCE = "distance"
    MEASURE = "measure"
    """Weights, volumes and areas ("a 500-pound bomb")."""
    DURATION = "duration"
    PERCENT = "percent"
    TIME = "time"
    ORDINAL = "ordinal"
    UNKNOWN = "unknown"


COUNTING_KINDS = frozenset(
    {
        QuantityKind.PEOPLE,
        QuantityKind.FIGHTERS,
        QuantityKind.ATTACKS,
        QuantityKind.WEAPONS,
        QuantityKind.THINGS,
        QuantityKind.UNKNOWN,
    }
)
"""Kinds that count something, as against measures, ages, times and ranks."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text with its hedge and what it counts.

    ``start:end`` bounds hedge, number and the noun counted when it follows directly;
    ``number_start:number_end`` bounds the number itself. ``counted`` bounds the whole
    noun phrase counted ("members of the Sikh community").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    number: int | None
    """The number, or its lower end; ``None`` for a vague word of no stated size ("dozens")."""
    upper: int | None
    """The upper end of a range."""
    qualifier: Qualifier
    kind: QuantityKind
    counted: Span | None
    amount: float | None = None
    """The exact figure of a measure ("3.5 km"), in its own unit."""
    article: bool = False
    """Whether the number is only an article ("a driver"): one person, said in passing."""
    further: bool = False
    """Whether it adds to a figure given before ("another 3", "three more")."""
