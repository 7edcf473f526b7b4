"""Templates of MUC-4 in the reduced form of GTT: an incident type and five roles.

The reduction is that of Du, Rush and Cardie (2021): victims are the names of the slot HUM TGT:
NAME, mentions that do not stand in the text are dropped, equal templates count once.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from recount.evaluation.base import read_lines


class Role(StrEnum):
    """The five roles; values are the keys of a prediction."""

    PERP_IND = "PerpInd"
    PERP_ORG = "PerpOrg"
    TARGET = "Target"
    VICTIM = "Victim"
    WEAPON = "Weapon"


_SLOTS: dict[Role, str] = {
    Role.PERP_IND: "PERP: INDIVIDUAL ID",
    Role.PERP_ORG: "PERP: ORGANIZATION ID",
    Role.TARGET: "PHYS TGT: ID",
    Role.VICTIM: "HUM TGT: NAME",
    Role.WEAPON: "INCIDENT: INSTRUMENT ID",
}
_TYPE = "INCIDENT: TYPE"
_NUMBER = "MESSAGE: TEMPLATE"
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Entity:
    """One filler: normalised strings that are equivalent; an optional one counts for nothing."""

    mentions: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One template: the types it may have, and the fillers of each role."""

    types: frozenset[str]
    roles: tuple[tuple[Role, tuple[Entity, ...]], ...]
    optional: bool = False

    def of(self, role: Role) -> tuple[Entity, ...]:
        """Return the fillers of a role."""
        return dict(self.roles).get(role, ())


@dataclass(frozen=True, slots=True)
class Report4:
    """One text with its answer key."""

    id: str
    text: str
    templates: tuple[Template, ...]


def normalise(words: str) -> str:
    """Return words as GTT compares them: lower case, no punctuation, articles or extra blanks.

    >>> normalise("THE  F.P.M.R.")
    'fpmr'
    """
    bare = words.lower().translate(_NO_PUNCTUATION)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def load(path: Path, split: str) -> tuple[Report4, ...]:
    """Read ``dev.jsonl`` or ``train.jsonl`` of a folder (or a file of the same shape).

    Raises:
        UsageError: there is no such file.
    """
    rows = read_lines(path / f"{split}.jsonl" if path.is_dir() else path)
    return tuple(
        Report4(row["id"], row["text"], _templates(row["text"], row["templates"])) for row in rows
    )


def _templates(text: str, rows: Sequence[Mapping[str, list[str]]]) -> tuple[Template, ...]:
    flat = " ".join(text.lower().split())
    made = (_template(flat, row) for row in rows)
    return tuple(dict.fromkeys(template for template in made if template is not None))


def _template(flat: str, row: Mapping[str, list[str]]) -> Template | None:
    kind = re.sub(r"\([^)]*\)|\?", "", " ".join(row.get(_TYPE, ()))).lower()
    types = frozenset(part.strip() for part in kind.split("/") if part.strip(" -*"))
    if len(types) == 0:
        return None
    return Template(
        types=types,
        roles=tuple((role, _entities(flat, row.get(slot, ()))) for role, slot in _SLOTS.items()),
        optional=any("OPTIONAL" in line for line in row.get(_NUMBER, ())),
    )


def _entities(flat: str, lines: Sequence[str]) -> tuple[Entity, ...]:
    found = []
    for line in lines:
        strings = [_unescaped(match) for match in _QUOTED.findall(line)]
        told = frozenset(normalise(words) for words in strings if _stands_in(words, flat))
        if len(told - {""}) > 0:
            found.append(Entity(told - {""}, optional=line.lstrip().startswith("?")))
    return tuple(found)


def _unescaped(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words).strip()


def _stands_in(words: str, flat: str) -> bool:
    return " ".join(words.lower().split()) in flat


def predicted(kind: str, roles: Mapping[Role, Sequence[Sequence[str]]]) -> Template:
    """Return a prediction as a template: fillers are lists of equivalent strings.

    Fillers that are empty after normalising, or equal to an earlier one, are dropped.
    """
    made = []
    for role in Role:
        entities: dict[Entity, None] = {}
        for strings in roles.get(role, ()):
            told = frozenset(normalise(words) for words in strings) - {""}
            if len(told) > 0:
                entities[Entity(told)] = None
        made.append((role, tuple(entities)))
    return Template(frozenset({kind}), tuple(made))


def plain(template: Template) -> dict[str, Any]:
    """Return the JSON object of a predicted template."""
    row: dict[str, Any] = {"incident_type": min(template.types)}
    for role, entities in template.roles:
        row[role.value] = [sorted(entity.mentions) for entity in entities]
    return row
