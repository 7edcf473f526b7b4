"""Whether two mentions of a text mean one actor, named by the text or not."""

from __future__ import annotations

from dataclasses import dataclass

from recount.model import ActorValue, Span, SpanRole
from recount.resolve.actor import ActorResolver
from recount.resolve.actor_standing import is_single


@dataclass(frozen=True, slots=True)
class _Referent:
    """Whom a mention means: the actor's name, if it has one, and all words that tell of it."""

    name: str | None
    spans: tuple[Span, ...]
    single: bool


def same_actor(actors: ActorResolver, one: Span, other: Span) -> bool:
    """Return whether two mentions mean one actor.

    "Gunmen" at two places are not thereby the same gunmen; "the gunmen" that take up others
    told of before are. One member is not the group.
    """
    left, right = _referent(actors, one), _referent(actors, other)
    if left.name is not None and right.name is not None:
        return left.name == right.name and left.single == right.single
    return any(a.overlaps(b) for a in left.spans for b in right.spans)


def _referent(actors: ActorResolver, span: Span) -> _Referent:
    """Follow a mention to the words that it takes up, and these to theirs."""
    spans = [Span(span.start, span.end)]
    while True:
        found = actors.resolve(spans[-1])
        # "The major" takes up a person; only "a Taliban fighter" holds a group's name.
        single = len(found.spans) == 0 and is_single(spans[-1].of(actors.text))
        value = found.value
        if isinstance(value, ActorValue) and not value.generic:
            return _Referent(value.actor, tuple(spans), single)
        before = [s for s in found.spans if s.role is SpanRole.ANTECEDENT]
        if len(before) == 0 or before[0].start >= spans[-1].start:
            return _Referent(None, tuple(spans), single)
        spans.append(Span(before[0].start, before[0].end))
