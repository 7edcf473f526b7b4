"""Findings for sites, actors and weapons, and for who is held responsible."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence, Set

from recount.model import (
    ActorKind,
    ActorValue,
    Finding,
    Property,
    ResponsibilityValue,
    Stance,
    TextValue,
    Unknown,
    Value,
    WeaponValue,
)
from recount.reconcile.evidence import Evidence, status_of
from recount.reconcile.rules.nouns import EQUAL_RELIABILITY
from recount.resources.site_classes import compatible, site_class

Kind = Callable[[Value], Hashable | None]
"""Gives what makes two values one: the class of a site, an actor's name, a weapon's kind."""


def site_finding(evidence: Evidence) -> Finding | None:
    """Return the finding for the site; classes that reporters exchange do not dispute."""

    def disputes(a: Hashable, b: Hashable) -> bool:
        return not compatible(str(a), str(b))

    return _finding(evidence, Property.SITE, _site, disputes)


def actor_finding(evidence: Evidence, prop: Property) -> Finding | None:
    """Return the finding for perpetrator, target or victim.

    Two named perpetrators dispute; targets and victims may be several.
    """

    def disputes(a: Hashable, b: Hashable) -> bool:
        return prop is Property.PERPETRATOR and a != b

    return _finding(evidence, prop, _actor, disputes)


def weapon_finding(evidence: Evidence) -> Finding | None:
    """Return the finding for the weapon; several may have been used."""
    return _finding(evidence, Property.WEAPON, _weapon, lambda _a, _b: False)


def _site(value: Value) -> Hashable | None:
    if not isinstance(value, TextValue):
        return None
    return site_class(value.text) or value.text.casefold()


def _actor(value: Value) -> Hashable | None:
    if not isinstance(value, ActorValue) or value.generic:
        return None
    return value.actor.casefold()


def _weapon(value: Value) -> Hashable | None:
    return value.kind if isinstance(value, WeaponValue) else None


def _finding(
    evidence: Evidence,
    prop: Property,
    kind_of: Kind,
    disputes: Callable[[Hashable, Hashable], bool],
) -> Finding | None:
    """Return the finding for a property of names: the kind that most voices hold."""
    statements = [s for s in evidence.statements(prop) if not isinstance(s.value, Unknown)]
    if len(statements) == 0:
        return None
    by_voice = _by_voice(evidence, prop, kind_of)
    weights = _weights(evidence, by_voice)
    if len(weights) == 0:
        return _generic(evidence, prop)
    best = min(weights, key=lambda kind: (-round(weights[kind], 9), str(kind)))
    conflict = any(
        len(kinds) > 0 and all(disputes(kind, best) for kind in kinds)
        for kinds in by_voice.values()
    )
    values = [s.value for s in statements]
    rivals = {str(kind_of(v)): v for v in sorted(values, key=repr, reverse=True)}
    return evidence.finding(
        prop,
        status_of(sum(len(kinds) > 0 for kinds in by_voice.values()), conflict=conflict),
        _commonest([v for v in values if kind_of(v) == best]),
        [rivals[k] for k in sorted(rivals) if k not in (str(best), "None")],
        supports=lambda value: kind_of(value) in (best, None),
        voices=sum(len(kinds) > 0 for kinds in by_voice.values()),
    )


def _by_voice(evidence: Evidence, prop: Property, kind_of: Kind) -> dict[str, frozenset[Hashable]]:
    """Return the kinds each voice holds: its own value when it has one, else all it names."""
    found: dict[str, frozenset[Hashable]] = {}
    for speaker in evidence.speakers:
        said = evidence.within(prop, speaker.speaking)
        own = {kind_of(s.value) for s in said if s.primary} - {None}
        rest = {kind_of(s.value) for s in said} - {None}
        found[speaker.key] = frozenset(k for k in (own or rest) if k is not None)
    return found


def _weights(evidence: Evidence, by_voice: dict[str, frozenset[Hashable]]) -> dict[Hashable, float]:
    weights: dict[Hashable, float] = {}
    for speaker in evidence.speakers:
        given = speaker.reliability
        for kind in by_voice[speaker.key]:
            weight = EQUAL_RELIABILITY if given is None else given
            weights[kind] = weights.get(kind, 0.0) + weight
    return weights


def _commonest(values: Sequence[Value]) -> Value:
    """Return a value that stands for its kind; which one does not depend on how often."""
    return min(set(values), key=lambda value: (len(repr(value)), repr(value)))


def _generic(evidence: Evidence, prop: Property) -> Finding:
    """Return the finding where sources name no one ("gunmen")."""
    said = evidence.present(prop)
    values = sorted({s.value for s in evidence.statements(prop)} - {None}, key=repr)
    known = [v for v in values if not isinstance(v, Unknown)]
    return evidence.finding(
        prop,
        status_of(max(1, len(said)), conflict=False),
        known[0],
        known[1:],
        supports=lambda _: True,
        voices=max(1, len(said)),
    )


_STRENGTH = {
    Stance.CLAIMED: 4,
    Stance.ASSERTED: 3,
    Stance.BLAMED: 2,
    Stance.SUSPECTED: 1,
    Stance.UNCLAIMED: 0,
    Stance.DENIED: -1,
}
"""A claim by the group itself binds more than an outlet's word, and that more than blame."""


def responsibility_finding(evidence: Evidence) -> Finding | None:
    """Return the finding for responsibility: the strongest position, all others as rivals.

    Disputed when two actors are held to have done it, or one denies it; "the gunman" and
    "an unidentified man" are no two actors. What only a copy says, which may have been cut or
    garbled, is nobody's position. "Unclaimed" stands as a statement, and no claim
    or denial takes it away.
    """
    statements = [
        s
        for s in evidence.spoken(Property.RESPONSIBILITY)
        if isinstance(s.value, ResponsibilityValue)
    ]
    values = [s.value for s in statements if isinstance(s.value, ResponsibilityValue)]
    if len(values) == 0:
        return None
    ranked = sorted(set(values), key=lambda v: (-_STRENGTH[v.stance], v.actor or ""))
    chosen = ranked[0]
    held = {v.actor for v in ranked if v.actor is not None and _STRENGTH[v.stance] > 0}
    denied = {v.actor for v in ranked if v.stance is Stance.DENIED}
    voices = len({evidence.voice_of[s.document].key for s in statements})
    return evidence.finding(
        Property.RESPONSIBILITY,
        status_of(voices, conflict=_two_hold(evidence, held) or len(held & denied) > 0),
        chosen,
        ranked[1:],
        supports=lambda value: (
            isinstance(value, ResponsibilityValue)
            and value.actor == chosen.actor
            and value.stance is not Stance.DENIED
        ),
        voices=voices,
    )


_ANYBODY = frozenset({ActorKind.POLITICAL_MILITIA, ActorKind.UNKNOWN})
"""Kinds of descriptions that any other may describe ("gunmen")."""


def _two_hold(evidence: Evidence, held: Set[str]) -> bool:
    """Return whether two different actors are held to have done it.

    Descriptions are told apart by their kinds alone ("soldiers", "rebels"), and one person
    under two descriptions is not two.
    """
    described: dict[str, ActorKind] = {}
    kinds: set[ActorKind] = set()
    for statement in evidence.statements(Property.PERPETRATOR):
        value = statement.value
        if isinstance(value, ActorValue) and value.actor in held:
            if value.generic:
                described[value.actor] = value.kind
            else:
                kinds.add(value.kind)
    named = {actor for actor in held if actor not in described and _DESCRIBED.search(actor) is None}
    others = {kind for kind in described.values() if kind not in _ANYBODY and kind not in kinds}
    return len(named) + len(others) > 1


_DESCRIBED = re.compile(
    r"\b(?:individuals?|m[ae]n|wom[ae]n|boys?|girls?|youths?|teens?|teenagers?|persons?|people|"
    r"strangers?|relatives?|husband|wife|father|mother|son|brother|boyfriend|driver|suspects?)\b"
)
"""Plain words for somebody ("individual": a private person, whose name is not told)."""
