"""Statements: one sourced value each, with the exact words, their span and the voice.

"In document D, characters 10 to 28 say 'at least 72 people': account A has the
property killed with the value at least 72, as the outlet itself asserts."
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from recount.model.ids import content_id
from recount.model.span import Span
from recount.model.values import Value, value_to_plain
from recount.model.vocabulary import Property, Stance

_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
"""Made once: ``json.dumps`` makes one for each value."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, and how they stand to it; no speaker means that the outlet says it."""

    speaker: str | None
    affiliation: str | None
    outlet: str | None
    stance: Stance
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one property of one account, as certain words say it.

    Identity is account, property, value, spans and voice: the same value in two
    passages is two statements. ``original`` is ``text[start:end]``, the words of the
    value and no more. ``reasons`` says how the value was chosen; ``candidates`` are
    other readings, as plain values.
    """

    id: str
    account: str
    document: str
    property: Property
    value: Value
    original: str
    start: int
    end: int
    spans: tuple[Span, ...]
    voice: Voice
    method: str
    confidence: float
    primary: bool = False
    """Whether it is the account's own main value of the property (not a part, not another's)."""
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    @staticmethod
    def id_of(
        account: str, prop: Property, value: Value, spans: tuple[Span, ...], voice: Voice
    ) -> str:
        """Return the id of a statement with this identity."""
        plain = _ENCODER.encode(value_to_plain(value))
        places = ";".join(f"{s.start}:{s.end}:{s.role.value}" for s in sorted(spans))
        return content_id(
            "statement",
            account,
            prop.value,
            plain,
            places,
            voice.speaker,
            voice.affiliation,
            voice.outlet,
            voice.stance.value,
        )
