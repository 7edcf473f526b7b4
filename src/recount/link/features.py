"""What linking compares of an account, worked out once per account."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from recount.link.terms import ReportTerms, is_rare_name
from recount.model import (
    BEST_KNOWN,
    COUNT_PROPERTIES,
    AccountRecord,
    ActorKind,
    ActorValue,
    CountValue,
    DateValue,
    DocumentInfo,
    IncidentType,
    PlaceValue,
    Property,
    Realis,
    ResponsibilityValue,
    Scope,
    Stance,
    Statement,
    TextValue,
    WeaponValue,
)
from recount.resources.site_classes import site_class, site_kinds

V = TypeVar("V", DateValue, PlaceValue, CountValue)
H = TypeVar("H", bound=Hashable)
Told = Mapping[Property, tuple[Statement, ...]]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_EMPTY: frozenset[str] = frozenset()
_HELD = frozenset({Stance.ASSERTED, Stance.CLAIMED})
_ACCUSED = frozenset({Stance.BLAMED, Stance.SUSPECTED})
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_NAME = re.compile(r"(?<=[\w,;:] )(?:[A-Z][\w’'-]{3,})")
_NO_NAMES = _listed(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday islamic state group police army "
    "government ministry minister president spokesman united nations agence press news north "
    "south east west northern southern eastern western central international province "
    "district city town village university hospital school mosque church"
)
"""Capitalised words that stand in reports of many incidents, and so are no rare names."""
_STOP = _listed(
    "the and that this with from were was been have has had for their they which who when "
    "where after before said says into over more than least about some other others also on "
    "in at by of to a an as it its is are his her him two three four five people"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """An account's own figure for one count, and every number it states for it."""

    whole: CountValue | None
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Features:
    """One account as linking sees it; ``None`` and empty mean that nothing is known."""

    id: str
    document: str
    type: IncidentType
    realis: Realis
    scope: Scope
    date: DateValue | None
    place: PlaceValue | None
    place_label: str
    site: str | None
    site_text: str
    site_kinds: frozenset[str]
    sites: frozenset[str]
    actors: frozenset[str]
    accused: frozenset[str]
    targets: frozenset[str]
    people: frozenset[str]
    """The full names, rare ones, of those who were hit; they are among the targets, too."""
    victims: frozenset[str]
    weapons: frozenset[str]
    figures: tuple[tuple[Property, Figures], ...]
    names: frozenset[str]
    wording: frozenset[str]
    published: dt.date | None
    namesakes: frozenset[str] = _EMPTY
    """Other places of the place's name, where it was only the best known of them."""
    report: ReportTerms | None = None
    """The whole report, when this is its main account."""

    @property
    def days(self) -> int | None:
        """Days that the date spans, or ``None`` when it is unknown."""
        return None if self.date is None else (self.date.end - self.date.start).days + 1

    @property
    def settled(self) -> bool:
        """Whether the place is known to the settlement."""
        return self.place is not None and self.place.name is not None


def features_of(record: AccountRecord, documents: Mapping[str, DocumentInfo]) -> Features:
    """Return what linking compares of an account, without its report."""
    account = record.account
    told = _told(record)
    place = _primary(told, Property.PLACE, PlaceValue)
    sites = _sites(told, place)
    held, accused = _perpetrators(told)
    info = documents.get(account.document)
    known = frozenset(_place_words(place)) | frozenset(
        word for actor in held | accused for word in actor.split()
    )
    return Features(
        id=account.id,
        document=account.document,
        type=account.type,
        realis=account.realis,
        scope=account.scope,
        date=_one(_primary(told, Property.DATE, DateValue)),
        place=_one(place),
        place_label=_label(place),
        site=site_class(sites[0]) if len(sites) > 0 else None,
        site_text=sites[0] if len(sites) > 0 else "",
        site_kinds=_one(site_kinds(sites[0]) if len(sites) > 0 else frozenset()),
        sites=_one(frozenset(found for found in map(site_class, sites) if found is not None)),
        actors=_one(held),
        accused=_one(accused),
        targets=_one(_actors(told, (Property.TARGET, Property.VICTIM))),
        people=_one(_people(told)),
        victims=_one(_victim_words(told)),
        weapons=_one(
            frozenset(
                s.value.kind for s in _of(told, Property.WEAPON) if isinstance(s.value, WeaponValue)
            )
        ),
        figures=_one(_figures(told)),
        names=_names(record.own, known) or _EMPTY,
        wording=content_words(record.own) or _EMPTY,
        published=info.published.day if info is not None else None,
        namesakes=_one(_namesakes(told)),
    )


def _told(record: AccountRecord) -> Told:
    """Return the account's statements by property, each as ``AccountRecord.of`` gives them."""
    properties = dict.fromkeys(statement.property for statement in record.statements)
    return {prop: record.of(prop) for prop in properties}


def _of(told: Told, prop: Property) -> tuple[Statement, ...]:
    return told.get(prop, ())


def _primary(told: Told, prop: Property, kind: type[V]) -> V | None:
    statement = next((s for s in _of(told, prop) if s.primary), None)
    if statement is None or not isinstance(statement.value, kind):
        return None
    return statement.value


def _sites(told: Told, place: PlaceValue | None) -> list[str]:
    found = [s.value.text for s in _of(told, Property.SITE) if isinstance(s.value, TextValue)]
    if place is not None and place.site is not None:
        found.append(place.site)
    return found


def _perpetrators(told: Told) -> tuple[frozenset[str], frozenset[str]]:
    """Return the named perpetrators that the account holds for certain, and the accused."""
    held: set[str] = set()
    accused: set[str] = set()
    for statement in _of(told, Property.RESPONSIBILITY):
        value = statement.value
        if isinstance(value, ResponsibilityValue) and value.actor is not None:
            if value.stance in _HELD:
                held.add(_plain(value.actor))
            elif value.stance in _ACCUSED:
                accused.add(_plain(value.actor))
    held |= _actors(told, (Property.PERPETRATOR,)) - accused
    return frozenset(held), frozenset(accused - held)


def _actors(told: Told, props: Iterable[Property]) -> frozenset[str]:
    return frozenset(
        _plain(s.value.actor)
        for prop in props
        for s in _of(told, prop)
        if isinstance(s.value, ActorValue) and not s.value.generic
    )


def _people(told: Told) -> frozenset[str]:
    return frozenset(
        _plain(s.value.actor)
        for s in _of(told, Property.VICTIM)
        if isinstance(s.value, ActorValue)
        and not s.value.generic
        and s.value.kind is ActorKind.UNKNOWN
        and is_rare_name(s.value.actor)
    )


def _victim_words(told: Told) -> frozenset[str]:
    words: set[str] = set()
    for prop in (Property.VICTIM, Property.TARGET):
        for statement in _of(told, prop):
            if isinstance(statement.value, ActorValue):
                words |= _stems(statement.value.actor)
    for prop in COUNT_PROPERTIES:
        for statement in _of(told, prop):
            if isinstance(statement.value, CountValue) and statement.value.who is not None:
                words |= _stems(statement.value.who)
    return frozenset(words - _COMMON_VICTIMS)


_COMMON_VICTIMS = frozenset(
    {"civilian", "other", "person", "man", "men", "women", "woman", "child"}
)


def _stems(words: str) -> set[str]:
    return {
        word.removesuffix("s")
        for word in (match.casefold() for match in _WORD.findall(words))
        if len(word) > 3 and word not in _STOP
    }


def _figures(told: Told) -> tuple[tuple[Property, Figures], ...]:
    found: list[tuple[Property, Figures]] = []
    for prop in COUNT_PROPERTIES:
        statements = [s for s in _of(told, prop) if isinstance(s.value, CountValue)]
        if len(statements) == 0:
            continue
        values = [s.value for s in statements if isinstance(s.value, CountValue)]
        whole = _primary(told, prop, CountValue)
        numbers = frozenset(v.value for v in values if v.value is not None)
        found.append((prop, Figures(whole, numbers)))
    return tuple(found)


@lru_cache(maxsize=262_144)
def _one(value: H) -> H:
    """Return the value itself, one object for all accounts that state the same.

    Every empty set but this one takes 216 bytes, and an account lacks most of what is compared.
    """
    return value


def _names(words: str, known: frozenset[str]) -> frozenset[str]:
    """Return capitalised words inside sentences that are neither the place nor an actor."""
    found = {
        match.casefold().removesuffix("'s").removesuffix("’s") for match in _NAME.findall(words)
    }
    return frozenset(found - _NO_NAMES - known)


def content_words(words: str) -> frozenset[str]:
    """Return the words of a text without those that any report holds."""
    return frozenset(w for w in map(str.casefold, _WORD.findall(words)) if w not in _STOP)


def _place_words(place: PlaceValue | None) -> Iterable[str]:
    if place is not None:
        for name in (place.name, place.site, place.admin1, place.admin2):
            if name is not None:
                yield from name.casefold().replace("-", " ").split()


@lru_cache(maxsize=65_536)
def _label(place: PlaceValue | None) -> str:
    if place is None:
        return "unknown"
    names = (place.name, place.admin1, place.country)
    return ", ".join(dict.fromkeys(name for name in names if name is not None)) or "unnamed"


def _namesakes(told: Told) -> frozenset[str]:
    """Return the rivals of a place that nothing but its fame speaks for."""
    found = next((s for s in _of(told, Property.PLACE) if s.primary), None)
    if found is None or BEST_KNOWN not in found.reasons:
        return _EMPTY
    others = frozenset(map(_as_label, found.candidates))
    return others - {_label(found.value if isinstance(found.value, PlaceValue) else None)}


_KIND = re.compile(r"\s\([\w ]+\)$")
"""The kind behind a candidate that is no town ("Kunduz, AF (admin1)")."""


def _as_label(candidate: str) -> str:
    """Return a candidate of resolving in the form of a place's label here."""
    return ", ".join(dict.fromkeys(_KIND.sub("", candidate).split(", ")))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
