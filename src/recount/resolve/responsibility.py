"""Positions on responsibility as values: who is meant, and who holds it responsible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from recount.model import (
    Account,
    ActorKind,
    ActorValue,
    Claim,
    Property,
    Resolved,
    ResponsibilityValue,
    Scope,
    Span,
    SpanRole,
    Stance,
    Unknown,
    Value,
)
from recount.resolve.actor_forces import force_of_country
from recount.resolve.actor_phrases import ORGANISED
from recount.resolve.context import Context
from recount.resolve.doers import (
    INDIVIDUAL,
    is_bare_name,
    may_be_person,
    needed_positions,
    one_of_each,
)
from recount.resolve.drafts import Draft
from recount.resolve.introduced import is_introduced
from recount.resolve.voice import resolve_voice
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.words import number_words

METHOD = "resolve.responsibility.v5"


def position_drafts(context: Context, account: Account, country: str | None = None) -> list[Draft]:
    """Return the positions on responsibility for an account, one of each actor and stance.

    Args:
        context: the document with its resolvers.
        account: the account.
        country: where it happened (ISO alpha-2), if known.

    Over an accident nobody is held responsible, whoever is charged (17 of 184 in the labels).
    """
    accident = account.scope is Scope.ACCIDENT
    claims = [one for one in account.claims if not (accident and one.stance in _OF_OTHERS)]
    drafts = [
        draft
        for claim in claims
        if (draft := _claim(context, claim, _taken_up(context, claim, claims), country)) is not None
    ]
    return needed_positions(one_of_each(drafts, context.text), account.type)


_OF_OTHERS = frozenset({Stance.BLAMED, Stance.SUSPECTED, Stance.ASSERTED})


def _taken_up(context: Context, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the position before whose party's noun a party is ("the agency" after its name)."""
    party = None if claim.actor is None else _party(context, claim).of(context.text)
    told = None if party is None else _THE_NOUN.fullmatch(party)
    if told is None or claim.actor is None:
        return None
    before = [
        one
        for one in claims
        if one.actor is not None
        and one.actor.end <= claim.actor.start
        and _bears(context.text, one.actor.span, told["noun"])
    ]
    return max(before, key=lambda one: one.words.start, default=None)


def _bears(text: str, party: Span, noun: str) -> bool:
    """Whether a noun ends a party's name, or stands in what it is said to be beside it."""
    if party.of(text).rsplit(maxsplit=1)[-1] == noun.capitalize():
        return True
    described = _DESCRIBED.match(text, party.end)
    return described is not None and noun in described["what"].split()


_DESCRIBED = re.compile(r"(?:\s\([^()\n]{2,12}\))?,\s(?:an?|the)\s(?P<what>[^,.;]{2,110})[,.;]")
"""What a party is said to be, right behind its name ("a militia of hunters")."""


_THE_NOUN = re.compile(r"[Tt]he\s+(?P<noun>[a-z]+)")


def _claim(
    context: Context, claim: Claim, named: Claim | None, country: str | None
) -> Draft | None:
    extra: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    words, name = claim.words, None
    if claim.actor is None:
        if claim.stance is not Stance.UNCLAIMED:
            return None
    else:
        words = _party(context, claim)
        by_name = words if named is None else _party(context, named)
        resolved = context.actors.resolve(by_name)
        told = by_name.of(context.text)
        force = force_of_country(resolved.value, told, country, context.actors.actors)
        name = _actor_of_position(context, force or resolved.value, by_name, named or claim)
        if name is None:
            return None
        extra, reasons = resolved.spans, resolved.reasons
        if named is not None:
            extra = (*extra, Span(by_name.start, by_name.end, SpanRole.ANTECEDENT))
    source = claim.by.span if claim.by is not None else None
    stance = _own_stance(context, claim.stance, name, source)
    cue = claim.cue.span if claim.cue is not None else None
    voice = resolve_voice(source, cue, stance, context.text, context.outlet)
    if cue is not None:
        extra = (*extra, Span(cue.start, cue.end, SpanRole.CONTEXT))
    return Draft(
        Property.RESPONSIBILITY,
        ResponsibilityValue(name, stance),
        words,
        voice,
        METHOD,
        claim.confidence,
        extra=extra,
        reasons=reasons,
    )


_SPEAKER = (
    r"(?:spokes(?:m[ae]n|wom[ae]n|persons?|people)|representatives?|lawyers?|attorneys?|counsel)"
)
_DOING = (
    r"(?:commanders?|leaders?|officials?|members?|fighters?|statements?|callers?|chiefs?|messages?|"
    r"communiqu[eé]s?|notes?|videos?)"
)
_OF_BODY = r"\s+(?:of|for|from|by|claiming\s+to\s+(?:represent|speak\s+for|be\s+from))\s+"
_APPOSED = 60
"""Characters after a name in which its office stands ("Brother Zaim, a spokesman of X")."""
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|the)\s){0,2}[A-ZÀ-Þ][\w’'-]*)*"


class _Heads(NamedTuple):
    """Where the words for a speaker lead to the body spoken for."""

    of_body: re.Pattern[str]
    """At the head of the words ("a spokesman of X")."""
    beside: re.Pattern[str]
    """Right after them ("Brother Zaim, a spokesman of X")."""


def _heads(head: str) -> _Heads:
    return _Heads(
        re.compile(rf"(?:[\w’'-]+\s+){{0,3}}?{head}{_OF_BODY}(?=\S)", re.IGNORECASE),
        re.compile(
            rf",\s+(?:(?:an?|the)\s+)?(?:[\w’'-]+\s+){{0,2}}?{head}{_OF_BODY}"
            rf"(?P<body>(?:the\s+)?{_NAME})"
        ),
    )


_SPEAKERS_OF = {
    Stance.CLAIMED: _heads(rf"(?:{_SPEAKER}|{_DOING})"),
    Stance.DENIED: _heads(rf"(?:{_SPEAKER}|officials?)"),
}
"""By stance, those who take it for a body; of the other stances nobody does."""
_CHANNEL = (
    r"(?:channel|website|radio|account|news\s+agency|mouthpiece|media\s+arm|statement|"
    r"communiqu[eé])"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|one|another|senior|chief)", re.IGNORECASE)
_BODY_SPEAKER = re.compile(
    rf"(?P<body>.*?\S)(?:[’']s)?\s+(?:[\w-]+\s+)?(?:{_SPEAKER}|{_CHANNEL})\b", re.IGNORECASE
)
"""A body before its speaker or its channel ("the Front's spokesman")."""


def _party(context: Context, claim: Claim) -> Span:
    """Return the words for whoever takes a position, be it through somebody who speaks for it.

    A commander claims for a group; what he denies he may deny for himself.
    """
    words = claim.words if claim.actor is None else claim.actor.span
    span = context.actors.naming(words)
    heads = _SPEAKERS_OF.get(claim.stance)
    if heads is None:
        return span
    told = span.of(context.text)
    body = heads.of_body.match(told)
    if body is not None:
        return Span(span.start + body.end(), span.end)
    beside = heads.beside.match(context.text, span.end, span.end + _APPOSED)
    if beside is not None:
        return Span(beside.start("body"), beside.end("body"))
    body = _BODY_SPEAKER.match(told)
    if body is not None and _ARTICLE.fullmatch(body["body"]) is None:
        return Span(span.start, span.start + body.end("body"))
    return span


def _actor_of_position(context: Context, value: Value, words: Span, claim: Claim) -> str | None:
    """Return who is meant; ``None``: nobody who could be, or "gunmen" named by the outlet."""
    told = words.of(context.text)
    introduced = not _is_listed(value) and is_introduced(context.text, told)
    if not _is_listed(value) and not introduced and _ends_in_person(context, told):
        return None if claim.stance is Stance.ASSERTED else INDIVIDUAL
    if isinstance(value, ActorValue) and not value.generic and not is_bare_name(value):
        return value.actor
    if claim.stance is Stance.ASSERTED:
        return None
    if isinstance(value, ActorValue) and value.generic:
        return value.actor
    if introduced or _is_body(context, words, claim.stance):
        if isinstance(value, ActorValue):
            return value.actor
        return _BARE_NAME.sub("", told)
    if isinstance(value, ActorValue) and _OFFICE_NAME.search(told) is not None:
        return value.actor
    told = _AGED.sub("", told)
    if _FOLLOWERS.fullmatch(told) is not None:
        return _BARE_NAME.sub("", told).casefold()
    if may_be_person(told) or _is_person(context, told):
        return INDIVIDUAL
    group = _told_as_group(told) if isinstance(value, Unknown) else None
    return INDIVIDUAL if group is None and _is_of_person(context, claim) else group


def _ends_in_person(context: Context, told: str) -> bool:
    """Whether words end in a person's name, whatever body it is of ("Party official A Vell")."""
    if _WITH_OFFICE.search(told) is not None or _KIN.search(told) is not None:
        return True
    last = told.rsplit(maxsplit=2)[-2:]
    return len(last) > 1 and " ".join(last).casefold() in context.people


_WITH_OFFICE = re.compile(
    r"\b(?:members?|officials?|councillors?|workers?|leaders?|presidents?|secretar(?:y|ies)|sergeants?|"
    r"veterans?|commanders?|officers?|activists?|chiefs?|directors?|captains?|colonels?|drivers?|clerks?)\s+"
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s+)+[A-ZÀ-Þ][\w’'-]+$|"
    r"^(?:[Tt]he\s+)?(?:Honou?rable|Duke|Duchess|Prince|Princess|King|Queen|Bishop|Pope|Rev|Reverend)\b"
)
_KIN = re.compile(r"\b(?:family|brothers|sisters)$", re.IGNORECASE)


def _is_listed(value: Value) -> bool:
    """Whether an actor is one that a list has."""
    if not isinstance(value, ActorValue) or value.generic:
        return False
    return value.kind is not ActorKind.UNKNOWN


def _is_of_person(context: Context, claim: Claim) -> bool:
    """Whether the cue is one for persons alone ("a farmhand was charged with murder")."""
    cue = "" if claim.cue is None else claim.cue.span.of(context.text)
    return _OF_PERSONS.search(cue) is not None


_OF_PERSONS = re.compile(
    r"charged|indicted|convicted|guilty|sentenced|jailed|arraigned|arrested|detained|custody|trial|"
    r"questioned|suspect\b|of interest|innocence|confess",
    re.IGNORECASE,
)


def _is_body(context: Context, words: Span, stance: Stance) -> bool:
    """Whether a name that no list has is a body's: behind "the", and without a person in it.

    "The Banner of the Faithful" is no person.
    """
    told = words.of(context.text)
    short = _SHORT_FORM.fullmatch(told)
    if short is not None:
        return f"({short['letters']})" in context.text or f"[{short['letters']}]" in context.text
    own = stance in (Stance.CLAIMED, Stance.DENIED) and _ONE_WORD.match(told) is not None
    if told.isupper() or not (own or _BODY.match(told) or _PEOPLE_NAME.match(told)):
        return False
    return not any(word.casefold() in context.people for word in told.split()[1:])


_OFFICE_NAME = re.compile(
    r"[A-ZÀ-Þ][\w-]+\s(?:[A-ZÀ-Þ][\w-]+\s)*(?:Bureau|Directorate|Service|Services|Agency|Ministry|Department)$"
)
"""A name that ends in the noun of a state's office, which is no person's."""
_BARE_NAME = re.compile(r"^the\s+|\s*\([^()]*\)$", re.IGNORECASE)
_FOLLOWERS = re.compile(r"(?:[Tt]he\s+)?[A-Z]\w{3,}(?:ists|ites)")
"""One word for those who follow somebody or something ("Marvists")."""
_SHORT_FORM = re.compile(r"(?:(?:the|THE|The)\s+)?(?P<letters>[A-Z][A-Z-]{1,7})")
_PEOPLE_NAME = re.compile(
    r"the\s+(?!(?:Internet|Web|Church|West|East|North|South|State|Press)$)[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*[^s\W]$"
)
"""A name of one word behind "the" ("the Turkal"): a people's or a group's."""
_ONE_WORD = re.compile(r"The\s+[A-ZÀ-Þ][a-zà-ÿ][\w’'-]+$")
_BODY = re.compile(
    r"[Tt]he\s+(?:[a-z-]+\s+){0,2}[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|the)\s){0,2}[A-ZÀ-Þ][\w’'-]*)+$"
)
_AGED = re.compile(r"^(?:(?:an?|the)\s+)?\d{1,3}-year-old\s+(?=[A-Z])")
"""An age before a name."""


def _is_person(context: Context, told: str) -> bool:
    """Whether words in capitals are a name of a person that the text holds."""
    return told.isupper() and told.casefold() in context.people


def _told_as_group(told: str) -> str | None:
    """Return words for people of no name of their own ("smugglers from the east")."""
    bare = _IN_BRACKETS.sub("", _BARE.sub("", " ".join(told.split())))
    head = _AFTER_HEAD.split(bare, maxsplit=1)[0]
    last = head.rsplit(maxsplit=1)[-1].strip(_QUOTES).casefold() if head else ""
    form = number_words().nouns.get(last)
    people = (form is not None and form.kind in _PEOPLE) or _GROUPS.search(last) is not None
    if not people and ORGANISED.search(head) is None:
        return None
    return bare.translate(_NO_QUOTES).strip().casefold()


_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})
_QUOTES = "\"“”‘’'"
_NO_QUOTES = str.maketrans("", "", '"“”')
_BARE = re.compile(r"^(?:the|an?|some|certain|several|their|its)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_AFTER_HEAD = re.compile(
    r",|\s(?:of|in|from|at|with|wearing|who|that|linked|close|dressed)\s", re.IGNORECASE
)
_GROUPS = re.compile(
    r"(?:groups?|organi[sz]ations?|sectors?|elements?|circles?|squads?|gangs?|cells?|right|left|"
    r"extremists?|radicals?|rightists?|leftists?|paramilitar(?:y|ies)|traffickers?|mercenaries|"
    r"cartels?|clans?|tribes?|nationalists?|factions?|militias?|smugglers?|infiltrators?|deserters?|"
    r"cronies|agents?|commandos?|raiders?|thieves|rustlers?|heads?|generals?|services|syndicates?|"
    r"compan(?:y|ies)|firms?|ministry|agency|authorit(?:y|ies)|directorate|branch|wing|navy|air\s+force|"
    r"government|administration|poachers|terrorists|bandits|pirates|robbers|looters|arsonists|"
    r"\w{3,}ists|\w{3,}smen)$",
    re.IGNORECASE,
)


def _own_stance(context: Context, stance: Stance, name: str | None, source: Span | None) -> Stance:
    """Return ``CLAIMED`` where a group blames itself ("the group said its fighters did it")."""
    if stance is not Stance.BLAMED or name is None or source is None:
        return stance
    said_by: Resolved[ActorValue] = context.actors.resolve(source)
    own = isinstance(said_by.value, ActorValue) and said_by.value.actor == name
    return Stance.CLAIMED if own else stance
