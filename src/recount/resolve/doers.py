"""Which words for perpetrators an account tells: each actor once, and nobody who is only a name.

A capitalised name that no list has may be a private person accused of a crime, a town, or half
of a longer name. To name somebody as a perpetrator on such a guess could harm them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter

from recount.model import (
    ActorKind,
    ActorValue,
    IncidentType,
    ResponsibilityValue,
    Span,
    SpanRole,
    Stance,
    Unknown,
    Value,
    has_culprit,
)
from recount.resolve.actor_phrases import ORGANISED
from recount.resolve.counted_words import names_a_person
from recount.resolve.drafts import Draft
from recount.resources.grammar.words import read_vocabulary

INDIVIDUAL = "individual"
"""Stands for somebody whom no list has: a private person's name is no value."""


def kept_doers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of perpetrators that say who did it, in their order.

    Left out are unlisted names without a noun of groups, words inside the words of another
    draft that say no more than it, and words without an actor where another has one.
    """
    named = [draft for draft in drafts if not is_bare_name(draft.value)]
    known = [draft for draft in named if not isinstance(draft.value, Unknown)]
    if len(known) == 0:
        return named[:1]
    return [draft for draft in known if not any(_says_it(other, draft) for other in known)]


def is_bare_name(value: Value) -> bool:
    """Return whether an actor is only a name that no list has, without a noun of groups."""
    return (
        isinstance(value, ActorValue)
        and value.kind is ActorKind.UNKNOWN
        and not value.generic
        and ORGANISED.search(value.actor) is None
    )


def _says_it(other: Draft, draft: Draft) -> bool:
    """Whether a draft stands inside the words of another and adds no actor to it."""
    inside = (
        other is not draft
        and other.span.start <= draft.span.start
        and draft.span.end <= other.span.end
        and other.span != draft.span
    )
    value = draft.value
    return inside and (value == other.value or (isinstance(value, ActorValue) and value.generic))


def may_be_person(words: str) -> bool:
    """Return whether words tell of somebody: a name, or a noun for a person ("the suspect")."""
    last = words.rsplit(maxsplit=1)[-1].lower().strip(".,;:'’\"”") if words.split() else ""
    return names_a_person(words) or last in _people() or last.rstrip("s") in _people()


@cache
def _people() -> frozenset[str]:
    told = read_vocabulary("told")
    return frozenset(word for name in ("again", "male", "female") for word in told[name].split())


def one_of_each(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return one position of each actor and stance; its other mentions are spans of it.

    Who is blamed at one place and suspected at another is told to be what most places say.
    """
    groups: dict[tuple[str, ...], list[Draft]] = {}
    # Whoever is named comes first: "a juvenile" is then somebody whom the report names.
    for draft in sorted(drafts, key=lambda one: _is_unnamed(one, text)):
        groups.setdefault(_whose(draft, text, groups), []).append(draft)
    kept: list[tuple[int, Draft]] = []
    for group in groups.values():
        told = Counter(_stance(draft) for draft in group if _stance(draft) in _HELD)
        held = max(told, key=lambda stance: (told[stance], stance is Stance.BLAMED), default=None)
        for stance in dict.fromkeys(_stance(draft) for draft in group):
            same = [draft for draft in group if _stance(draft) is stance]
            if stance in _HELD and stance is not held:
                continue
            first = next((one for one in same if not _is_pronoun(one, text)), same[0])
            kept.append((drafts.index(same[0]), _with_mentions(first, group)))
    return [draft for _, draft in sorted(kept, key=itemgetter(0))]


def needed_positions(drafts: Sequence[Draft], kind: IncidentType) -> list[Draft]:
    """Leave out the outlet's own voice where it adds nothing.

    Whoever claims or denies it has that position, also where the report then tells of the deed
    in its own words; and the sides of a clash or an arrest are no culprits, whoever tells of
    them, unless in words of blame. Blame and suspicion are others' words, beside which the
    outlet's own stay.
    """
    if not has_culprit(kind):
        drafts = [draft for draft in drafts if not _only_told(draft)]
    held = {_held(draft) for draft in drafts if _stance(draft) in _OWN}
    return [
        draft
        for draft in drafts
        if not (_is_asserted(draft) and (not has_culprit(kind) or _held(draft) in held))
    ]


_OF_BLAME = re.compile(
    r"blam|accus|respons|behind|attribut|work of|finger|hallmark|credit|charge|culprit|perpetrat|"
    r"carried out|committed|convict|guilty|indict|suspects?$|\bnam(?:es|ed)\b|singled|"
    r"at the (?:door|feet)|likely|hand of|(?:followers?|members?|fighters) of|belong",
    re.IGNORECASE,
)
"""Words that hold somebody responsible; "suspected" before a side of a clash does not."""


def _only_told(draft: Draft) -> bool:
    """Whether somebody only tells of what a side did ("police said gunmen fired")."""
    cue = draft.voice.cue
    return _stance(draft) in _HELD and (cue is None or _OF_BLAME.search(cue) is None)


def _held(draft: Draft) -> str | None:
    return draft.value.actor if isinstance(draft.value, ResponsibilityValue) else None


def _is_asserted(draft: Draft) -> bool:
    return isinstance(draft.value, ResponsibilityValue) and draft.value.stance is Stance.ASSERTED


_HELD = frozenset({Stance.BLAMED, Stance.SUSPECTED})
_OWN = frozenset({Stance.CLAIMED, Stance.DENIED})


def _stance(draft: Draft) -> Stance:
    return draft.value.stance if isinstance(draft.value, ResponsibilityValue) else Stance.ASSERTED


def _whose(
    draft: Draft, text: str, groups: Mapping[tuple[str, ...], Sequence[Draft]]
) -> tuple[str, ...]:
    """Return what tells one actor from another: its name, or the words of a private person's."""
    value = draft.value
    name = value.actor if isinstance(value, ResponsibilityValue) else None
    unnamed = _is_unnamed(draft, text)
    if name != INDIVIDUAL and not unnamed:
        return (name or "",)
    words = frozenset[str]() if unnamed else frozenset(_NAME_WORD.findall(draft.span.of(text)))
    for key in groups:
        # "A man" is whoever the report names, or the one it told of before.
        if key[0] == INDIVIDUAL and (len(words) == 0 or words & frozenset(key[1:])):
            return key
    return (INDIVIDUAL, *sorted(words or {draft.span.of(text).casefold()}))


def _is_unnamed(draft: Draft, text: str) -> bool:
    """Whether a position is on one person told of without a name ("a juvenile", "he")."""
    if not isinstance(draft.value, ResponsibilityValue) or draft.value.actor is None:
        return False
    words = draft.span.of(text)
    if draft.value.actor == INDIVIDUAL:
        return _NAME_WORD.search(words) is None or _is_pronoun(draft, text)
    last = draft.value.actor.rsplit(maxsplit=1)[-1]
    return last in _people() and not last.endswith("s") and not last.endswith("men")


def _is_pronoun(draft: Draft, text: str) -> bool:
    """Whether a position is told of "he": another mention says more."""
    return draft.span.of(text).casefold() in ("he", "she", "they", "who", "him", "her", "them")


_NAME_WORD = re.compile(r"\b[A-Z][\w’'-]{2,}")


def _with_mentions(draft: Draft, group: Sequence[Draft]) -> Draft:
    known = {(span.start, span.end) for span in (draft.span, *draft.extra)}
    others = tuple(
        Span(one.span.start, one.span.end, SpanRole.ANTECEDENT)
        for one in group
        if (one.span.start, one.span.end) not in known
    )
    return replace(draft, extra=(*draft.extra, *dict.fromkeys(others)))
