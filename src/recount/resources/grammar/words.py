"""The words of counting, read once from ``vocabulary/numbers.toml`` and ``people.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from recount.model import Qualifier
from recount.resources.grammar.quantity import QuantityKind

_SIBILANTS = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class NounForm:
    """One form of a noun that can be counted."""

    kind: QuantityKind
    singular: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The vocabulary of counting, as look-up tables by lower-case words."""

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    hedges: dict[tuple[str, ...], Qualifier]
    after: dict[tuple[str, ...], Qualifier]
    vague: dict[tuple[str, ...], Qualifier]
    units: dict[str, QuantityKind]
    currency: frozenset[str]
    nouns: dict[str, NounForm]
    labels: frozenset[str]
    stops: frozenset[str]
    casualty: frozenset[str]
    casualty_before: frozenset[str]
    taking_before: frozenset[str]
    extended: frozenset[str]
    person_suffixes: tuple[str, ...]
    not_people: frozenset[str]


def read_vocabulary(name: str) -> dict[str, Any]:
    """Return the tables of a shipped vocabulary file."""
    path = files("recount.resources").joinpath("vocabulary", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def plural_of(noun: str) -> str:
    """Return the regular plural of an English noun.

    >>> plural_of("party"), plural_of("blast"), plural_of("witness")
    ('parties', 'blasts', 'witnesses')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(_SIBILANTS):
        return f"{noun}es"
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    return f"{noun}s"


@cache
def number_words() -> NumberWords:
    """Return the vocabulary of counting; read once."""
    tables = read_vocabulary("numbers")
    people = read_vocabulary("people")
    return NumberWords(
        ones=tables["ones"],
        tens=tables["tens"],
        scales=tables["scales"],
        ordinals=tables["ordinals"],
        hedges=_phrases(tables["hedges"]),
        after=_phrases(tables["after"]),
        vague=_phrases(tables["vague"]),
        units={
            word: QuantityKind(kind)
            for kind, words in tables["units"].items()
            if kind != "currency"
            for word in words.split()
        },
        currency=frozenset(tables["units"]["currency"].split()),
        nouns=_nouns(tables, people),
        labels=frozenset(tables["labels"]["words"].split()),
        stops=frozenset(tables["stops"]["words"].split()),
        casualty=frozenset(tables["casualty"]["words"].split()),
        casualty_before=frozenset(tables["casualty"]["before"].split()),
        taking_before=frozenset(tables["casualty"]["taking"].split()),
        extended=frozenset(people["heads"]["extended"].split()),
        person_suffixes=tuple(tables["person"]["suffixes"].split()),
        not_people=frozenset(tables["person"]["not_people"].split()),
    )


@cache
def person_nouns() -> tuple[str, ...]:
    """Return all forms of nouns for people and fighters, longer ones first."""
    people = (QuantityKind.PEOPLE, QuantityKind.FIGHTERS)
    nouns = (noun for noun, form in number_words().nouns.items() if form.kind in people)
    return tuple(sorted(nouns, key=lambda noun: (-len(noun), noun)))


def _phrases(table: dict[str, str]) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(words.split()): Qualifier(value) for words, value in table.items()}


def _nouns(tables: dict[str, Any], people: dict[str, Any]) -> dict[str, NounForm]:
    """Return all forms, later kinds winning: things, weapons, attacks, people, fighters."""
    forms: dict[str, NounForm] = {}
    for kind in (QuantityKind.THINGS, QuantityKind.WEAPONS, QuantityKind.ATTACKS):
        _add(forms, tables["nouns"][kind.value].split(), kind)
    _add(forms, people["people"].split(), QuantityKind.PEOPLE)
    for word in (*people["irregular"], *people["groups"]["peoples"].split()):
        forms[word] = NounForm(QuantityKind.PEOPLE, singular=False, plural=True)
    for word in people["collective"].split():
        forms[word] = NounForm(QuantityKind.PEOPLE, singular=False, plural=True)
    _add(forms, people["fighters"]["nouns"].split(), QuantityKind.FIGHTERS)
    for word in people["fighters"]["irregular"].split():
        forms[word] = NounForm(QuantityKind.FIGHTERS, singular=False, plural=True)
    return forms


def _add(forms: dict[str, NounForm], nouns: list[str], kind: QuantityKind) -> None:
    for noun in nouns:
        forms[noun] = NounForm(kind, singular=True, plural=False)
        forms[plural_of(noun)] = NounForm(kind, singular=False, plural=True)
