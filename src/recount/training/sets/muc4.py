"""MUC-4: fillers of templates, with the type of their incident and which share a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from recount.model import IncidentType
from recount.resources.encoder.labels import TYPES
from recount.resources.sentences import split_sentences
from recount.training.example import Example, Marked
from recount.training.sets.files import read_rows

SLOTS: dict[str, str] = {
    "PERP: INDIVIDUAL ID": "perpetrator_individual",
    "PERP: ORGANIZATION ID": "perpetrator_organisation",
    "PHYS TGT: ID": "physical_target",
    "HUM TGT: NAME": "victim_name",
    "HUM TGT: DESCRIPTION": "victim_description",
    "INCIDENT: INSTRUMENT ID": "weapon",
}
TAGS = frozenset(SLOTS.values())
_ARMED = {
    IncidentType.ATTACK,
    IncidentType.ARMED_CLASH,
    IncidentType.SHELLING,
    IncidentType.AIR_STRIKE,
    IncidentType.GRENADE,
    IncidentType.SEXUAL_VIOLENCE,
    IncidentType.MOB_VIOLENCE,
    IncidentType.EXCESSIVE_FORCE,
    IncidentType.NON_STATE_OVERTAKES,
    IncidentType.DISRUPTED_WEAPONS,
}
_BLASTS = {
    IncidentType.REMOTE_EXPLOSIVE,
    IncidentType.SUICIDE_BOMB,
    IncidentType.GRENADE,
    IncidentType.AIR_STRIKE,
    IncidentType.SHELLING,
    IncidentType.DISRUPTED_WEAPONS,
}
TYPES_OF: dict[str, frozenset[IncidentType]] = {
    "ATTACK": frozenset(_ARMED),
    "BOMBING": frozenset(_BLASTS),
    "KIDNAPPING": frozenset({IncidentType.ABDUCTION}),
    "ARSON": frozenset({IncidentType.LOOTING}),
    "ROBBERY": frozenset({IncidentType.LOOTING}),
    "FORCED WORK STOPPAGE": frozenset({IncidentType.OTHER, IncidentType.VIOLENT_DEMONSTRATION}),
}
"""The product's types that a type of MUC-4 may be; the set says no more than that."""
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_FEWEST_LETTERS = 3
_SENTENCE = "sentence"
"""No tag of the network: a mark that only carries classes."""


def load(path: Path, without: frozenset[str] = frozenset()) -> Iterator[Example]:
    """Yield the examples of a file of MUC-4, but for the ids in ``without``."""
    for row in read_rows(path):
        if row["id"] not in without:
            yield example_of(row["text"], row["templates"])


def example_of(text: str, templates: Iterable[Mapping[str, list[str]]]) -> Example:
    """Return the example that a text and its templates make."""
    groups: dict[tuple[str, int, int], set[str]] = {}
    types: dict[tuple[str, int, int], set[int]] = {}
    told = False
    for number, template in enumerate(templates):
        allowed = _allowed(template.get("INCIDENT: TYPE", ()))
        if len(allowed) == 0:
            continue
        told = True
        for slot, tag in SLOTS.items():
            for start, end in _places(text, template.get(slot, ())):
                groups.setdefault((tag, start, end), set()).add(str(number))
                types.setdefault((tag, start, end), set()).update(allowed)
    marks = [
        Marked(
            tag,
            start,
            end,
            frozenset(members),
            (
                ("type", frozenset(types[tag, start, end])),
                ("terror", frozenset({1})),
            ),
        )
        for (tag, start, end), members in groups.items()
    ]
    return Example(
        "muc4",
        text,
        (*_outermost(marks), *_tellers(text, marks)),
        TAGS,
        peers=TAGS,
        outside=frozenset() if told else frozenset({"terror"}),
    )


def _tellers(text: str, marks: Sequence[Marked]) -> Iterator[Marked]:
    """Yield the sentences that hold fillers of two slots: their words tell of the incident."""
    for sentence in split_sentences(text):
        inside = [m for m in marks if sentence.start <= m.start and m.end <= sentence.end]
        told = {m.classes for m in inside}
        if len({m.tag for m in inside}) > 1 and len(told) == 1:
            yield Marked(_SENTENCE, sentence.start, sentence.end, classes=next(iter(told)))


def _allowed(lines: Iterable[str]) -> set[int]:
    words = " ".join(lines).upper()
    return {
        TYPES.index(kind) for name, kinds in TYPES_OF.items() if name in words for kind in kinds
    }


def _places(text: str, lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    for line in lines:
        for match in _QUOTED.finditer(line):
            words = re.sub(r"\\(.)", r"\1", match[1]).split()
            if len("".join(words)) < _FEWEST_LETTERS:
                continue
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
            for found in re.finditer(pattern, text):
                yield found.start(), found.end()


def _outermost(marks: list[Marked]) -> tuple[Marked, ...]:
    """Drop marks that lie inside another of their tag ("FMLN" inside "FMLN COMMANDOS")."""
    kept: list[Marked] = []
    for mark in sorted(marks, key=lambda m: (m.tag, m.start, -m.end)):
        if kept and kept[-1].tag == mark.tag and mark.start < kept[-1].end:
            continue
        kept.append(mark)
    return tuple(kept)
