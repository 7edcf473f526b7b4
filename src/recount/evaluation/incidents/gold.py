"""The gold of the ``incidents`` task: facts on which readers agreed, as frozen dataclasses.

The file is ``gold/facts.json`` beside a folder ``documents/`` or ``reports/``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from recount.evaluation.base import need
from recount.model import CountValue, Qualifier, UsageError, count_of

_QUALIFIERS = {
    "exact": Qualifier.EXACT,
    "at least": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE_THAN,
    "around": Qualifier.ABOUT,
    "about": Qualifier.ABOUT,
    "up to": Qualifier.UP_TO,
    "nearly": Qualifier.NEARLY,
    "a couple": Qualifier.COUPLE,
    "multiple": Qualifier.MULTIPLE,
    "several": Qualifier.SEVERAL,
    "a few": Qualifier.SEVERAL,
    "dozens": Qualifier.DOZENS,
    "scores": Qualifier.SCORES,
    "hundreds": Qualifier.HUNDREDS,
    "thousands": Qualifier.THOUSANDS,
}
_VAGUE = frozenset(
    {
        Qualifier.COUPLE,
        Qualifier.MULTIPLE,
        Qualifier.SEVERAL,
        Qualifier.DOZENS,
        Qualifier.SCORES,
        Qualifier.HUNDREDS,
        Qualifier.THOUSANDS,
    }
)


@dataclass(frozen=True, slots=True)
class GoldCount:
    """A figure of people; ``rival`` marks one that the report sets against its own."""

    kind: str
    who: str
    low: int | None
    value: int | None
    qualifier: str
    part: bool
    rival: bool

    @property
    def number(self) -> int | None:
        """The number of the words: the value, else the low of a vague word."""
        return self.value if self.value is not None else self.low

    def bounds(self) -> CountValue | None:
        """Return the low, value and high that DESIGN gives to the qualifier, if it is known."""
        qualifier = _QUALIFIERS.get(self.qualifier)
        if qualifier is None:
            return None
        number = self.number
        if number is None and qualifier not in _VAGUE:
            return None
        return count_of(0 if number is None else number, qualifier)


@dataclass(frozen=True, slots=True)
class GoldResponsibility:
    """An actor and the stance towards its responsibility; no actor: unclaimed."""

    actor: str | None
    stance: str


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """One incident as one document tells it."""

    id: str
    file: str
    type: str
    start: date | None
    end: date | None
    country: str | None
    province: str | None
    settlement: str | None
    site: str | None
    counts: tuple[GoldCount, ...]
    responsibility: tuple[GoldResponsibility, ...]

    def own(self, kind: str) -> tuple[GoldCount, ...]:
        """Return the document's own whole figures of a kind: no parts, no rivals."""
        return tuple(c for c in self.counts if c.kind == kind and not c.part and not c.rival)


@dataclass(frozen=True, slots=True)
class Aside:
    """Something a document tells that is optional, or kept but not counted (set aside)."""

    file: str
    what: str
    type: str | None
    start: date | None
    end: date | None
    settlement: str | None
    typed: bool
    """Whether the entry gives a type or a date; else only its words can be compared."""


@dataclass(frozen=True, slots=True)
class Group:
    """Gold incidents of several documents that are one; an optional group is only probable."""

    ids: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldTally:
    """A figure about many incidents, by file and measure."""

    file: str
    measure: str
    number: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All gold of one folder. ``files`` have facts (perhaps none at all); ``unread`` must not."""

    files: tuple[str, ...]
    unread: tuple[str, ...]
    incidents: tuple[GoldIncident, ...]
    optional: tuple[Aside, ...]
    set_aside: tuple[Aside, ...]
    groups: tuple[Group, ...]
    tallies: tuple[GoldTally, ...]
    families: tuple[tuple[str, str], ...]
    """Pairs of type and family."""
    aliases: tuple[tuple[str, str], ...]
    """Pairs of alias (casefolded) and actor."""

    def family(self, type_name: str) -> str:
        """Return the family of a type; a type outside all families is its own."""
        return dict(self.families).get(type_name, type_name)

    def actor(self, name: str) -> str:
        """Return the gold's name of an actor known under this one, casefolded."""
        return dict(self.aliases).get(name.casefold(), name).casefold()


def load_facts(path: Path) -> Facts:
    """Read a facts file.

    Raises:
        UsageError: it is absent or not of this shape.
    """
    try:
        return _facts(json.loads(need(path).read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path} is not a facts file: {error!r}") from error


def _facts(plain: Mapping[str, Any]) -> Facts:
    return Facts(
        files=tuple(entry["file"] for entry in plain["documents"]),
        unread=tuple(entry["file"] for entry in plain.get("unread", ())),
        incidents=tuple(
            _incident(entry["file"], incident)
            for entry in plain["documents"]
            for incident in entry["incidents"]
        ),
        optional=_asides(plain.get("optional", ())),
        set_aside=_asides(plain.get("set_aside", ())),
        groups=tuple(Group(tuple(g["ids"]), g["optional"]) for g in plain.get("groups", ())),
        tallies=tuple(_tally(entry) for entry in plain.get("statistics", ())),
        families=tuple(
            (name, family) for family, names in plain["families"].items() for name in names
        ),
        aliases=tuple(
            (alias.casefold(), actor)
            for actor, names in plain.get("aliases", {}).items()
            for alias in (actor, *names)
        ),
    )


def _incident(file: str, plain: Mapping[str, Any]) -> GoldIncident:
    return GoldIncident(
        id=plain["id"],
        file=file,
        type=plain["type"],
        start=_day(plain["date_start"]),
        end=_day(plain["date_end"]),
        country=plain["country"],
        province=plain["province"],
        settlement=plain["settlement"],
        site=plain["site"],
        counts=tuple(_count(count) for count in plain["counts"]),
        responsibility=tuple(
            GoldResponsibility(r["actor"], r["stance"]) for r in plain["responsibility"]
        ),
    )


def _count(plain: Mapping[str, Any]) -> GoldCount:
    return GoldCount(
        kind=plain["kind"],
        who=plain["who"],
        low=plain["low"],
        value=plain["value"],
        qualifier=plain["qualifier"],
        part=plain["part_of_total"],
        rival=plain.get("rival", False),
    )


def _asides(entries: Iterable[Mapping[str, Any]]) -> tuple[Aside, ...]:
    return tuple(
        Aside(
            file=entry["file"],
            what=entry["what"],
            type=entry.get("type"),
            start=_day(entry.get("date_start")),
            end=_day(entry.get("date_end")),
            settlement=entry.get("settlement"),
            typed="type" in entry or "date_start" in entry,
        )
        for entry in entries
    )


def _tally(plain: Mapping[str, Any]) -> GoldTally:
    number = plain["value"] if "value" in plain else plain["low"]
    return GoldTally(plain["file"], plain["measure"], number)


def _day(plain: str | None) -> date | None:
    return None if plain is None else date.fromisoformat(plain)
