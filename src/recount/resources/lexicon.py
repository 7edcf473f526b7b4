"""Words of incidents: triggers by type, effects, sites, weapons, cues of realis and scope.

The lists are data (TOML under ``vocabulary/``), made ready once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from recount.model import IncidentType, LinkRole, Realis, Scope
from recount.resources.phrases import Phrases


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A family of trigger words: the type they tell of and how they do."""

    type: IncidentType
    form: str
    """``noun`` or ``verb``."""
    generic: bool
    scope: Scope | None


@dataclass(frozen=True, slots=True)
class RealisCues:
    """Cues of one realis: standing before the trigger, or anywhere in its clause."""

    realis: Realis
    before: Phrases | None
    anywhere: Phrases | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled vocabularies; what is ``Phrases`` names its groups ``g<index>``."""

    triggers: Phrases
    entries: tuple[TriggerEntry, ...]
    effects: Phrases
    effect_roles: tuple[LinkRole, ...]
    sites: Phrases
    site_classes: tuple[str, ...]
    weapons: Phrases
    weapon_kinds: tuple[str, ...]
    realis: tuple[RealisCues, ...]
    scopes: tuple[tuple[Scope, Phrases], ...]
    habitual: Phrases
    new: Phrases
    correction: Phrases
    metaphor: Phrases


def _load(name: str) -> Mapping[str, Any]:
    source = files("recount.resources") / "vocabulary" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _trigger_table() -> tuple[list[TriggerEntry], list[list[str]]]:
    entries: list[TriggerEntry] = []
    groups: list[list[str]] = []
    for row in _load("triggers")["trigger"]:
        for form in ("verb", "noun"):
            if form not in row:
                continue
            scope = Scope(row["scope"]) if "scope" in row else None
            entries.append(
                TriggerEntry(IncidentType(row["type"]), form, bool(row.get("generic")), scope)
            )
            groups.append(row[form])
    return entries, groups


def _realis_cues(table: Mapping[str, Any]) -> tuple[RealisCues, ...]:
    return tuple(
        RealisCues(
            Realis(name),
            Phrases([cues["before"]], whole=False) if "before" in cues else None,
            Phrases([cues["any"]], whole=False) if "any" in cues else None,
        )
        for name, cues in table.items()
    )


@cache
def load_lexicon() -> Lexicon:
    """Return the shipped lexicon, compiled once per process."""
    entries, groups = _trigger_table()
    effects = _load("effects")["effect"]
    sites = _load("sites")["sites"]
    weapons = _load("weapons")["weapons"]
    cues = _load("realis")
    general = cues["general"]
    return Lexicon(
        triggers=Phrases(groups),
        entries=tuple(entries),
        effects=Phrases(row["words"] for row in effects),
        effect_roles=tuple(LinkRole(row["role"]) for row in effects),
        sites=Phrases(sites.values()),
        site_classes=tuple(sites),
        weapons=Phrases(weapons.values()),
        weapon_kinds=tuple(weapons),
        realis=_realis_cues(cues["realis"]),
        scopes=tuple((Scope(name), Phrases([row["any"]])) for name, row in cues["scope"].items()),
        habitual=Phrases([general["habitual"]]),
        new=Phrases([general["new"]]),
        correction=Phrases([general["correction"]]),
        metaphor=Phrases([general["metaphor"]]),
    )


def group_index(match: re.Match[str]) -> int:
    """Return the index of the named group ``g<index>`` that matched."""
    name = match.lastgroup
    if name is None:
        message = "the pattern has no named group here"
        raise ValueError(message)
    return int(name[1:])
