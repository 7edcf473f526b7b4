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
    """Compiled vocabularies; ``triggers`` and ``sites`` name their group ``g<index>``."""

    triggers: re.Pattern[str]
    entries: tuple[TriggerEntry, ...]
    effects: re.Pattern[str]
    effect_roles: tuple[LinkRole, ...]
    sites: re.Pattern[str]
    site_classes: tuple[str, ...]
    weapons: re.Pattern[str]
    weapon_kinds: tuple[str, ...]
    realis: tuple[RealisCues, ...]
    scopes: tuple[tuple[Scope, re.Pattern[str]], ...]
    habitual: re.Pattern[str]
    new: re.Pattern[str]
    correction: re.Pattern[str]
    metaphor: re.Pattern[str]


_EFFECTS: tuple[tuple[LinkRole, str], ...] = (
    (LinkRole.CASUALTIES, r"(?:killed|dead|killing) (?:or|and|and/or) (?:wounded|injured|wounding|injuring|captured|hurt)|(?:killing|wounding|injuring) (?:or|and) (?:killing|wounding|injuring)|(?:killed|killing) (?:or|and) (?:maimed|wounded|injured|maiming)|casualt(?:y|ies)|dead and wounded|dead or wounded|martyred or wounded"),
    (LinkRole.KILLED, r"(?:was |were )?(?:shot|gunned down|stabbed|beaten|hacked|burned|burnt|tortured) (?:dead|to death)|kill(?:ed|ing|s)?|dead|di(?:ed|es|e)|dying|deaths?|fatalit(?:y|ies)|los(?:t|ing) (?:his|her|their) li(?:fe|ves)|lost lives|claim(?:ed|ing|s) the li(?:fe|ves) of|claim(?:ed|ing|s)(?= (?:at least |more than |about |some |up to |nearly )?[\w-]+(?: \w+)? lives\b)|bodies|corpses|death toll|slain|slaying|murder(?:ed|ing|s)?|assassinat(?:ed|ing|es)|massacr(?:ed|ing)|execut(?:ed|ing)|behead(?:ed|ing)|slaughter(?:ed|ing)|gunned down|perish(?:ed|ing)|martyr(?:ed|ing)|lynch(?:ed|ing)|butcher(?:ed|ing)|neutrali[sz]ed|succumb(?:ed|ing)"),
    (LinkRole.WOUNDED, r"wound(?:ed|ing|s)?|injur(?:ed|ing|ies|es)|hurt(?:ing)?|maim(?:ed|ing)|hospitali[sz]ed|burns"),
    (LinkRole.MISSING, r"missing|unaccounted for|disappeared"),
    (LinkRole.ABDUCTED, r"abduct(?:ed|ing|s)|kidnapp?(?:ed|ing|s)|taken hostage|took hostage|hostages|taken captive|snatch(?:ed|ing)"),
    (LinkRole.ARRESTED, r"(?:re-?)?arrest(?:ed|ing|s)?|detain(?:ed|ing|s)|rounded up|rounding up|apprehend(?:ed|ing)|taken into custody|captur(?:ed|ing)"),
    (LinkRole.DISPLACED, r"displac(?:ed|ing)|fled|fleeing|flee|driven from their homes|forced from their homes|evacuated|left homeless|homeless"),
)


def _alternation(fragments: Iterable[str]) -> str:
    # Longest first, so that "suicide car bomb" wins over "bomb".
    return "|".join(sorted(fragments, key=lambda f: (-len(f), f)))


def _words(fragments: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternation(fragments)})(?!\w)", re.IGNORECASE)


def _named(groups: Iterable[str]) -> re.Pattern[str]:
    body = "|".join(f"(?P<g{index}>{group})" for index, group in enumerate(groups))
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)


def _load(name: str) -> Mapping[str, Any]:
    source = files("recount.resources") / "vocabulary" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _trigger_table() -> tuple[list[TriggerEntry], list[str]]:
    entries: list[TriggerEntry] = []
    groups: list[str] = []
    for row in _load("triggers")["trigger"]:
        for form in ("verb", "noun"):
            if form not in row:
                continue
            scope = Scope(row["scope"]) if "scope" in row else None
            entries.append(
                TriggerEntry(IncidentType(row["type"]), form, bool(row.get("generic")), scope)
            )
            groups.append(_alternation(row[form]))
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
    sites = _load("sites")["sites"]
    weapons = _load("weapons")["weapons"]
    cues = _load("realis")
    general = cues["general"]
    return Lexicon(
        triggers=_named(groups),
        entries=tuple(entries),
        effects=_named(pattern for _, pattern in _EFFECTS),
        effect_roles=tuple(role for role, _ in _EFFECTS),
        sites=_named(_alternation(words) for words in sites.values()),
        site_classes=tuple(sites),
        weapons=_named(_alternation(words) for words in weapons.values()),
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
