"""Words of incidents: triggers by type, effects, sites, weapons, cues of realis and scope.

The lists are data (TOML under ``vocabulary/``), compiled once to regular expressions.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
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
    before: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None


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
    scopes: tuple[tuple[Scope, re.Pattern[str]], ...]
    habitual: re.Pattern[str]
    new: re.Pattern[str]
    correction: re.Pattern[str]
    metaphor: re.Pattern[str]


def _alternation(fragments: Iterable[str]) -> str:
    # Longest first, so that "suicide car bomb" wins over "bomb".
    return "|".join(sorted(fragments, key=lambda f: (-len(f), f)))


def _words(fragments: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternation(fragments)})(?!\w)", re.IGNORECASE)


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
            _cue_pattern(cues["before"]) if "before" in cues else None,
            _cue_pattern(cues["any"]) if "any" in cues else None,
        )
        for name, cues in table.items()
    )


def _cue_pattern(fragments: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternation(fragments)})", re.IGNORECASE)


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
        scopes=tuple((Scope(name), _words(row["any"])) for name, row in cues["scope"].items()),
        habitual=_words(general["habitual"]),
        new=_words(general["new"]),
        correction=_words(general["correction"]),
        metaphor=_words(general["metaphor"]),
    )


def group_index(match: re.Match[str]) -> int:
    """Return the index of the named group ``g<index>`` that matched."""
    name = match.lastgroup
    if name is None:
        message = "the pattern has no named group here"
        raise ValueError(message)
    return int(name[1:])
