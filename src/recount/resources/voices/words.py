"""Reads the words of reporting speech, once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from recount.model import Stance


class CueForm(StrEnum):
    """The form of a reporting verb."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A form of a reporting verb: its stance, and whether it needs a clause to be a cue."""

    lemma: str
    stance: Stance
    form: CueForm
    needs_clause: bool
    noun: bool = False
    """Whether the form is a noun as often as a verb."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Word sets for telling where a noun phrase ends."""

    verbs: dict[str, CueVerb]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    breakers: frozenset[str]


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Anonymous sources by kind, and outlets and organisations by any of their spellings."""

    kinds: tuple[tuple[str, str], ...]
    """Pairs of word and kind, longest word first."""
    outlets: dict[str, str]
    organisations: dict[str, str]


def _table() -> dict[str, Any]:
    text = files("recount.resources.vocabulary").joinpath("voices.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _forms(lemma: str, irregular: dict[str, list[str]]) -> tuple[str, str, str, str]:
    if lemma in irregular:
        third, past, participle, ing = irregular[lemma]
        return third, past, participle, ing
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("ss", "sh", "ch")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


@cache
def speech_words() -> SpeechWords:
    """Return the reporting verbs in all forms and the words that bound noun phrases."""
    table = _table()
    needs = frozenset(table["verbs"]["needs_clause"])
    verbs: dict[str, CueVerb] = {}
    for name in ("asserted", "claimed", "blamed", "suspected", "denied"):
        for lemma in table["verbs"][name]:
            third, past, participle, ing = _forms(lemma, table["irregular"])
            stance, clause = Stance(name), lemma in needs
            verbs.setdefault(lemma, CueVerb(lemma, stance, CueForm.BASE, clause))
            for form in (third, past, participle):
                verbs.setdefault(form, CueVerb(lemma, stance, CueForm.FINITE, clause))
            verbs.setdefault(ing, CueVerb(lemma, stance, CueForm.PARTICIPLE, clause))
    for form in table["verbs"]["noun_forms"]:
        if form in verbs:
            verbs[form] = replace(verbs[form], needs_clause=True, noun=True)
    words = table["words"]
    return SpeechWords(
        verbs=verbs,
        pronouns=frozenset(words["pronouns"]),
        determiners=frozenset(words["determiners"]),
        prepositions=frozenset(words["prepositions"]),
        adverbs=frozenset(words["adverbs"]),
        auxiliaries=frozenset(words["auxiliaries"]),
        breakers=frozenset(words["breakers"]),
    )


@cache
def source_words() -> SourceWords:
    """Return the words for anonymous sources, and outlets and organisations by spelling."""
    table = _table()
    kinds = [(word, kind) for kind, words in table["sources"].items() for word in words]
    return SourceWords(
        kinds=tuple(sorted(kinds, key=lambda pair: (-len(pair[0]), pair))),
        outlets=_by_spelling(table["outlets"]),
        organisations=_by_spelling(table["organisations"]),
    )


def _by_spelling(names: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, others in names.items():
        for spelling in (name, *others):
            found[spelling.casefold().removeprefix("the ")] = name
    return found
