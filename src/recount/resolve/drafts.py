"""Statements in the making: what every property's statements are first made of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recount.model import (
    Account,
    Attribution,
    Link,
    LinkRole,
    Property,
    Span,
    Stance,
    Value,
    Voice,
)
from recount.resolve.context import Context
from recount.resolve.voice import resolve_voice


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its identity is worked out."""

    prop: Property
    value: Value
    span: Span
    voice: Voice
    method: str
    confidence: float
    primary: bool = False
    extra: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def voice_of(context: Context, attribution: Attribution | None) -> Voice:
    """Return who says it; without an attribution the outlet does."""
    if attribution is None:
        return Voice(None, None, context.outlet, Stance.ASSERTED)
    source = attribution.source.span if attribution.source is not None else None
    cue = attribution.cue.span if attribution.cue is not None else None
    return resolve_voice(source, cue, attribution.stance, context.text, context.outlet)


def links_of(account: Account, role: LinkRole) -> list[Link]:
    """Return the account's links in a role, in the order of extraction."""
    return [link for link in account.links if link.role is role]


def with_primary(draft: Draft, *, primary: bool) -> Draft:
    """Return the draft as the account's own main value, or not."""
    return replace(draft, primary=primary)
