"""The type, the reality and the scope of an incident, from its accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from recount.model import (
    Finding,
    IncidentType,
    Property,
    Realis,
    Scope,
    TextValue,
    Value,
    family,
)
from recount.reconcile.evidence import Evidence, status_of
from recount.reconcile.rules.nouns import EQUAL_RELIABILITY
from recount.reconcile.speakers import Speaker

K = TypeVar("K", IncidentType, Realis, Scope)

_LESS_SPECIFIC: dict[IncidentType, tuple[IncidentType, ...]] = {
    IncidentType.SUICIDE_BOMB: (IncidentType.REMOTE_EXPLOSIVE, IncidentType.ATTACK),
    IncidentType.GRENADE: (IncidentType.REMOTE_EXPLOSIVE, IncidentType.ATTACK),
    IncidentType.REMOTE_EXPLOSIVE: (IncidentType.ATTACK,),
    IncidentType.ARMED_CLASH: (IncidentType.ATTACK,),
    IncidentType.CHEMICAL_WEAPON: (IncidentType.ATTACK,),
    IncidentType.AIR_STRIKE: (IncidentType.ATTACK,),
    IncidentType.SHELLING: (IncidentType.ATTACK,),
}
"""What a vaguer reporter calls the same incident; its weight supports the exact word too."""

_BY_NAME = {kind.value: kind for kind in IncidentType}
_ORDER = {kind: at for at, kind in enumerate(IncidentType)}
_REALIS_ORDER = {kind: at for at, kind in enumerate(Realis)}
_SCOPE_ORDER = {kind: at for at, kind in enumerate(Scope)}


def _weights(evidence: Evidence, kinds: Sequence[tuple[str, K]]) -> dict[K, float]:
    """Return the weight of each kind: each voice shares its weight among what it says."""
    found: dict[K, float] = {}
    for speaker, own in _by_voice(evidence, kinds):
        given = speaker.reliability
        weight = EQUAL_RELIABILITY if given is None else given
        for kind in sorted(own):
            found[kind] = found.get(kind, 0.0) + weight / len(own)
    return found


def _by_voice(
    evidence: Evidence, kinds: Sequence[tuple[str, K]]
) -> list[tuple[Speaker, frozenset[K]]]:
    """Return each voice with the kinds that the documents speaking for it tell of."""
    told: dict[str, set[K]] = {}
    for document, kind in kinds:
        told.setdefault(document, set()).add(kind)
    return [
        (speaker, frozenset(kind for d in speaker.speaking for kind in told.get(d, ())))
        for speaker in evidence.speakers
    ]


def incident_type(evidence: Evidence) -> IncidentType:
    """Return the most specific type of the family that most weight supports."""
    kinds = [(r.account.document, r.account.type) for r in evidence.records]
    weights = _weights(evidence, kinds)
    support = {
        kind: sum(weights.get(k, 0.0) for k in (kind, *_LESS_SPECIFIC.get(kind, ())))
        for kind in weights
    }
    return min(support, key=lambda kind: (-round(support[kind], 9), _vague(kind), _ORDER[kind]))


def _vague(kind: IncidentType) -> int:
    return -len(_LESS_SPECIFIC.get(kind, ()))


def type_finding(evidence: Evidence, chosen: IncidentType) -> Finding:
    """Return the finding for the type; types of one family do not dispute."""
    kinds = [(r.account.document, r.account.type) for r in evidence.records]
    by_voice = [types for _, types in _by_voice(evidence, kinds)]
    opposed = any(all(not _stands_with(t, chosen) for t in types) for types in by_voice)
    others = {kind for kinds_of_voice in by_voice for kind in kinds_of_voice} - {chosen}
    return evidence.finding(
        Property.TYPE,
        status_of(len(by_voice), conflict=opposed),
        TextValue(chosen.value),
        [TextValue(kind.value) for kind in sorted(others, key=_ORDER.__getitem__)],
        supports=lambda value: (t := _type(value)) is not None and _stands_with(t, chosen),
        voices=len(by_voice),
    )


def _stands_with(kind: IncidentType, chosen: IncidentType) -> bool:
    return family(kind) == family(chosen) or kind in _LESS_SPECIFIC.get(chosen, ())


def _type(value: Value) -> IncidentType | None:
    return _BY_NAME.get(value.text) if isinstance(value, TextValue) else None


def incident_realis(evidence: Evidence) -> Realis:
    """Return the reality that most weight supports.

    An account that commemorates the incident says that it happened: it decides only alone.
    """
    kinds = [(r.account.document, r.account.realis) for r in evidence.records]
    told = [row for row in kinds if row[1] is not Realis.COMMEMORATED]
    weights = _weights(evidence, told if len(told) > 0 else kinds)
    if len(weights) == 0:
        weights = {kind: 1.0 for _, kind in (told if len(told) > 0 else kinds)}
    return min(weights, key=lambda kind: (-round(weights[kind], 9), _REALIS_ORDER[kind]))


def incident_scope(evidence: Evidence) -> Scope:
    """Return the scope that most weight supports; "unclear" yields to any other."""
    kinds = [(r.account.document, r.account.scope) for r in evidence.records]
    clear = [row for row in kinds if row[1] is not Scope.UNCLEAR]
    weights = _weights(evidence, clear)
    if len(weights) == 0:
        return min((kind for _, kind in clear), key=_SCOPE_ORDER.__getitem__, default=Scope.UNCLEAR)
    return min(weights, key=lambda kind: (-round(weights[kind], 9), _SCOPE_ORDER[kind]))
