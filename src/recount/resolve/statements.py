"""Statements: the words that extraction linked to an account become sourced values.

Every statement bounds the shortest words that hold its value; what else it rests on
(the anchor of "the same day", the heading of a list) is kept in its spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recount.model import (
    Account,
    IncidentType,
    Link,
    LinkRole,
    PlaceValue,
    Property,
    Resolved,
    Span,
    SpanRole,
    Statement,
    TextValue,
    Unknown,
    WeaponValue,
)
from recount.resolve.actor_forces import force_of_country, only_arrests
from recount.resolve.actor_places import without_place
from recount.resolve.context import Context
from recount.resolve.doers import kept_doers
from recount.resolve.drafts import Draft, links_of, voice_of, with_primary
from recount.resolve.elsewhere import is_other_site
from recount.resolve.figures import count_drafts
from recount.resolve.responsibility import position_drafts
from recount.resolve.told_places import told_places
from recount.resolve.victims import bare_victim, names_nobody, victim_value
from recount.resources.site_classes import in_small_letters

MOST_WORDS = 15
"""Words that a statement's ``original`` may have at most (the issue's bound)."""

_METHOD = "rules.v1"
_ACTOR_ROLES = {
    LinkRole.PERPETRATOR: Property.PERPETRATOR,
    LinkRole.TARGET: Property.TARGET,
    LinkRole.VICTIM: Property.VICTIM,
}


def account_statements(context: Context, account: Account) -> tuple[Statement, ...]:
    """Return the statements of one account, in order of property and text."""
    drafts: list[Draft] = []
    drafts.extend(_classes(context, account))
    drafts.extend(_dates(context, account))
    places = list(_places(context, account))
    drafts.extend(places)
    # Who disperses a protest is named only where somebody holds it responsible.
    dispersed = account.type is IncidentType.PROTEST_INTERVENTION
    country = None if dispersed else _country(places)
    drafts.extend(_sites(context, account))
    drafts.extend(count_drafts(context, account))
    drafts.extend(_actors(context, account, country))
    drafts.extend(_weapons(context, account))
    drafts.extend(_with_primary(position_drafts(context, account, _country(places))))
    made = (_statement(context, account, draft) for draft in drafts)
    unique: dict[str, Statement] = {}
    for statement in made:
        # The same words may be linked twice; the account's own value stays its own.
        if statement is not None and (statement.primary or statement.id not in unique):
            unique[statement.id] = statement
    return tuple(unique.values())


def _statement(context: Context, account: Account, draft: Draft) -> Statement | None:
    start, end = shorten(context.text, draft.span.start, draft.span.end)
    if end <= start:
        return None
    value_span = Span(start, end)
    spans = (value_span, *sorted(set(draft.extra)))
    return Statement(
        id=Statement.id_of(account.id, draft.prop, draft.value, spans, draft.voice),
        account=account.id,
        document=account.document,
        property=draft.prop,
        value=draft.value,
        original=context.text[start:end],
        start=start,
        end=end,
        spans=spans,
        voice=draft.voice,
        method=draft.method,
        confidence=round(draft.confidence, 3),
        primary=draft.primary,
        reasons=draft.reasons,
        candidates=draft.candidates,
    )


def shorten(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without outer blanks and cut to ``MOST_WORDS`` words.

    >>> shorten("  two men ", 0, 10)
    (2, 9)
    """
    while start < end and text[start].isspace():
        start += 1
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) == 0:
        return start, start
    return start, start + words[min(len(words), MOST_WORDS) - 1].end()


def _classes(context: Context, account: Account) -> Iterable[Draft]:
    voice = voice_of(context, None)
    trigger = account.triggers[0].span
    for prop, value, span in (
        (Property.TYPE, account.type.value, trigger),
        (Property.REALIS, account.realis.value, account.realis_cue or trigger),
        (Property.SCOPE, account.scope.value, account.scope_cue or trigger),
    ):
        yield Draft(
            prop,
            TextValue(value),
            span,
            voice,
            f"extract.{_METHOD}",
            account.confidence,
            primary=True,
        )


def _dates(context: Context, account: Account) -> Iterable[Draft]:
    drafts: list[Draft] = []
    for link in links_of(account, LinkRole.DATE):
        resolved = context.time_for(account, link)
        if resolved is None:
            continue
        drafts.append(
            Draft(
                Property.DATE,
                resolved.value,
                link.mention.span,
                voice_of(context, link.attribution),
                resolved.method,
                resolved.confidence * link.confidence,
                extra=resolved.spans,
                reasons=(*resolved.reasons, *_inheritance(link)),
                candidates=resolved.candidates,
            )
        )
    return _with_primary(drafts)


def _inheritance(link: Link) -> tuple[str, ...]:
    return ("taken from a neighbouring sentence",) if link.inherited else ()


def _with_primary(drafts: list[Draft]) -> list[Draft]:
    """Mark the first known value as the account's own; an unknown one only for want of it."""
    known = [draft for draft in drafts if not isinstance(draft.value, Unknown)]
    chosen = known[0] if len(known) > 0 else (drafts[0] if len(drafts) > 0 else None)
    return [with_primary(draft, primary=draft is chosen) for draft in drafts]


def _places(context: Context, account: Account) -> Iterable[Draft]:
    drafts: list[Draft] = []
    site = _main_site(context, account)
    for group in told_places(context, account):
        resolved = context.places.resolve([link.mention.span for link in group], site)
        span = _naming_span(context, group, resolved)
        extra = tuple(
            Span(link.mention.start, link.mention.end, SpanRole.CONTEXT)
            for link in group
            if (link.mention.start, link.mention.end) != (span.start, span.end)
        )
        drafts.append(
            Draft(
                Property.PLACE,
                resolved.value,
                span,
                voice_of(context, None),
                resolved.method,
                resolved.confidence * min(link.confidence for link in group),
                extra=(*extra, *resolved.spans),
                reasons=(*resolved.reasons, *_inheritance(group[0])),
                candidates=resolved.candidates,
            )
        )
    return _with_primary(_finest_first(drafts))


def _country(places: Sequence[Draft]) -> str | None:
    """Return the country of an account's own place, if it has one."""
    values = (one.value for one in places)
    return next((one.country for one in values if isinstance(one, PlaceValue)), None)


def _finest_first(drafts: list[Draft]) -> list[Draft]:
    """The founder's own place leads, unless it says no more than the country."""

    def coarse(draft: Draft) -> bool:
        value = draft.value
        return (
            not isinstance(value, PlaceValue)
            or (value.name is None and value.admin1 is None)
            or (value.precision.value == "country")
        )

    return sorted(drafts, key=coarse)


def _main_site(context: Context, account: Account) -> str | None:
    sites = _true_sites(context, account)
    if len(sites) == 0:
        return None
    words = context.text[sites[0].mention.start : sites[0].mention.end]
    return in_small_letters(words)


_SPEAKERS = re.compile(
    r"\s+(?:officials?|sources?|spokes(?:man|woman|person)|authorities|records|administrators?)\b",
    re.IGNORECASE,
)
"""Words after a site that make it an institution that speaks ("hospital officials said")."""


def _true_sites(context: Context, account: Account) -> list[Link]:
    """The links to sites, without institutions that are only quoted."""
    return [
        link
        for link in links_of(account, LinkRole.SITE)
        if _SPEAKERS.match(context.text, link.mention.end) is None
        and not _employs_a_speaker(context, link)
        and not context.places.is_part_of_name(link.mention.span)
        and not is_other_site(
            context.text, context.sentence_at(link.mention.start), link.mention.span
        )
    ]


_EMPLOYED = re.compile(
    r"\b(?:Dr\.?\s|(?:doctor|surgeon|nurse|director|chief|head|manager|spokes\w+|principal|imam)\b)"
    r"[^.;:!?\n]{0,40}\b(?:of|at|from|for)\s+(?:the\s+)?(?:[A-ZÀ-Þ][\w.’'-]*\s+){0,4}$"
)
_NO_NAME_HERE = re.compile(r"\b(?:was|were|is|are|had|died|killed|shot|found)\b", re.IGNORECASE)
_BEFORE_SITE = 90
"""Characters before a site in which its speaker stands."""


def _employs_a_speaker(context: Context, link: Link) -> bool:
    """Whether a site is the workplace of somebody quoted ("said Dr Ila Vell of Osk Hospital")."""
    start = link.mention.start
    found = _EMPLOYED.search(context.text[max(0, start - _BEFORE_SITE) : start])
    return found is not None and _NO_NAME_HERE.search(found.group()) is None


def _naming_span(context: Context, group: Sequence[Link], resolved: Resolved[PlaceValue]) -> Span:
    value = resolved.value
    name = value.name or value.admin1 if isinstance(value, PlaceValue) else None
    if name is not None:
        for link in group:
            words = context.text[link.mention.start : link.mention.end]
            if words.casefold()[:4] == name.casefold()[:4]:
                return link.mention.span
    return group[0].mention.span


def _sites(context: Context, account: Account) -> Iterable[Draft]:
    drafts = [
        Draft(
            Property.SITE,
            TextValue(context.text[link.mention.start : link.mention.end]),
            link.mention.span,
            voice_of(context, None),
            f"extract.{_METHOD}",
            0.8,
        )
        for link in _true_sites(context, account)
    ]
    return _with_primary(drafts)


def _actors(context: Context, account: Account, country: str | None) -> Iterable[Draft]:
    drafts: list[Draft] = []
    for role, prop in _ACTOR_ROLES.items():
        found: list[Draft] = []
        for link in links_of(account, role):
            draft = _actor(context, prop, link, country)
            if draft is not None:
                found.append(draft)
        told = kept_doers(found) if role is LinkRole.PERPETRATOR else found
        drafts.extend(_with_primary(told))
    return drafts


def _actor(context: Context, prop: Property, link: Link, country: str | None) -> Draft | None:
    span = context.actors.naming(link.mention.span)
    if prop is Property.VICTIM:
        span = bare_victim(context.text, span)
        if names_nobody(span.of(context.text)):
            return None
    resolved = context.actors.resolve(span)
    value = without_place(prop, resolved.value, span, context.text, context.places)
    if value is None:
        return None
    if prop is Property.PERPETRATOR and not only_arrests(context.text, span.end):
        words = span.of(context.text)
        value = force_of_country(value, words, country, context.actors.actors) or value
    if prop is Property.VICTIM:
        value = victim_value(value, span.of(context.text))
    return Draft(
        prop,
        value,
        span,
        voice_of(context, link.attribution),
        resolved.method,
        resolved.confidence * link.confidence,
        extra=resolved.spans,
        reasons=resolved.reasons,
        candidates=resolved.candidates,
    )


def _weapons(context: Context, account: Account) -> Iterable[Draft]:
    drafts = [
        Draft(
            Property.WEAPON,
            WeaponValue(
                context.text[link.mention.start : link.mention.end], link.mention.label or "unknown"
            ),
            link.mention.span,
            voice_of(context, None),
            f"extract.{_METHOD}",
            0.8,
        )
        for link in links_of(account, LinkRole.WEAPON)
    ]
    return _with_primary(drafts)
