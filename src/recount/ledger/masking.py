"""Masking a person's name: same length, in every form in which a text gives it.

Offsets hold, as each character but blanks becomes one ``█``. Names are compared by
normalised words: without case, diacritics, apostrophes, hyphens and invisible characters.
Accepted gaps: other transliterations ("Hadad"), a given name alone, and pronouns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from recount.model import Document, Sighting, SourceMap, UsageError, text_hash

MASK = "█"

_JOINERS = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\ufe20-\ufe2f"
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}{_JOINERS}]*(?:[{_MARKS}{_JOINERS}]*[^\W_])*[{_MARKS}]*")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")

_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not decompose, as casefolded."""
_POSSESSIVES = ("'s", "’s")

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "abu", "umm", "de", "van", "von", "ul", "ud"}
)
"""Lower-case words inside names."""

_GAP = 2
"""Words that may stand between first and last name ("Omar ibn Said Haddad")."""

_APART = 4
"""Characters that may stand between two words of one name (", " or '. "')."""

_SURNAME_LETTERS = 3
"""A shorter surname is too often another word to be masked alone."""

_TITLES_TEXT = (
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh sheik shaikh imam mullah maulvi"
    " mawlawi haji hajji ustad father pastor bishop rabbi president minister premier senator"
    " governor mayor ambassador judge justice general colonel major captain lieutenant sergeant"
    " corporal private commander admiral brigadier marshal officer constable inspector detective"
    " agent chief director spokesman spokeswoman spokesperson king queen prince princess emir"
    " amir late widow victim suspect defendant witness brother sister uncle aunt"
)
_TITLES = frozenset(_TITLES_TEXT.split())
_OPENERS_TEXT = (
    "a according after although and as at because before both but by for from he her his how if"
    " in it its later meanwhile monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december of on once"
    " one or she since so some still that the their then there they this though today tomorrow"
    " tonight two until when where while who whose why with yesterday yet"
)
_OPENERS = frozenset(_OPENERS_TEXT.split())
_PLACERS = frozenset({"in", "at", "near", "around", "outside", "inside", "into"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, ``text[start:end]``, with its normalised form."""

    start: int
    end: int
    key: str


def normalised(word: str) -> str:
    """Return a word without case, diacritics and invisible characters.

    >>> normalised("HADDÁD")
    'haddad'
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Cf"))
    return kept.translate(_FOLDED)


def words_of(text: str) -> list[Word]:
    """Return the words of a text in their order; apostrophes and hyphens part words."""
    if "%" in text:
        # The escapes of a URL stand for blanks as far as words go; lengths must hold.
        text = _ESCAPE.sub("   ", text)
    return [Word(m.start(), m.end(), normalised(m.group())) for m in _WORD.finditer(text)]


def name_keys(name: str) -> tuple[str, ...]:
    """Return the normalised words of a person's name, without titles.

    Raises:
        UsageError: the name has no letters.
    """
    keys = [word.key for word in words_of(name)]
    while len(keys) > 1 and keys[0] in _TITLES:
        keys.pop(0)
    if not any(any(c.isalpha() for c in key) for key in keys):
        raise UsageError("name the person whose name is to be withheld")
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class Mask:
    """What to mask: a name in all its full forms, and its surname alone if it is distinctive."""

    keys: tuple[str, ...]
    surname: bool = False

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of a text that give the name."""
        if not self._may_hold(text):
            return []
        words = words_of(text)
        found = _full_forms(text, words, self.keys)
        if self.surname:
            found += [(w.start, w.end) for w in words if w.key == self.keys[-1]]
        return found

    def apply(self, text: str) -> str:
        """Return the text with the name masked; its length is the same."""
        return blotted(text, self.ranges(text))

    def apply_words(self, text: str) -> str:
        """Return the text with each single word of the name masked."""
        if not self._may_hold(text, any_word=True):
            return text
        held = set(self.keys)
        return blotted(text, [(w.start, w.end) for w in words_of(text) if w.key in held])

    def _may_hold(self, text: str, *, any_word: bool = False) -> bool:
        if not text.isascii():
            return True
        lower = text.lower()
        keys = self.keys if any_word else self.keys[-1:]
        return any(key in lower for key in keys)


def blotted(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return the text with these ranges masked, blanks left as they are."""
    if not ranges:
        return text
    characters = list(text)
    for start, end in ranges:
        for at in range(start, end):
            if not characters[at].isspace():
                characters[at] = MASK
    return "".join(characters)


def mask_for(keys: tuple[str, ...], text: str) -> Mask | None:
    """Return the mask that a name asks for in a text, ``None`` when the text does not hold it."""
    if not Mask(keys).ranges(text):
        return None
    words = words_of(text)
    full = _full_forms(text, words, keys)
    return Mask(keys, surname=_distinctive(text, words, keys, full))


def _full_forms(text: str, words: Sequence[Word], keys: tuple[str, ...]) -> list[tuple[int, int]]:
    joined = {"".join(keys), "".join((*keys[-1:], *keys[:-1]))}
    found = [(word.start, word.end) for word in words if word.key in joined]
    if len(keys) == 1:
        return found
    for at, word in enumerate(words):
        found += [(word.start, words[end].end) for end in _ends(text, words, at, keys)]
    return found


def _ends(text: str, words: Sequence[Word], at: int, keys: tuple[str, ...]) -> list[int]:
    """Return the indices of the last words of the forms of a name that begin at a word."""
    first, last, key = keys[0], keys[-1], words[at].key
    ends = []
    if key == first or key == first[0]:
        reach = _GAP + 1 if key == first else 1
        ends += [
            to
            for to in range(at + 1, min(at + 1 + reach, len(words)))
            if words[to].key == last and _near(text, words, at, to)
        ]
        to = at + len(keys) - 1
        whole = tuple(word.key for word in words[at : to + 1]) == keys
        if whole and _near(text, words, at, to):
            ends.append(to)
    if key == last and at + 1 < len(words) and words[at + 1].key == first:
        middle = tuple(word.key for word in words[at + 1 : at + len(keys)]) == keys[:-1]
        to = at + len(keys) - 1 if middle else at + 1
        if _near(text, words, at, to):
            ends.append(to)
    return ends


def _near(text: str, words: Sequence[Word], at: int, to: int) -> bool:
    """Whether words stand together as one name does: close, and no lower-case word between."""
    for left in range(at, to):
        between = text[words[left].end : words[left + 1].start]
        if len(between) > _APART or ("\n\n" in between):
            return False
    inner = (words[middle] for middle in range(at + 1, to))
    if text[words[at].start].islower():
        return True
    return all(not text[word.start].islower() or word.key in _PARTICLES for word in inner)


def _distinctive(
    text: str, words: Sequence[Word], keys: tuple[str, ...], full: Sequence[tuple[int, int]]
) -> bool:
    """Whether the surname alone means this person: no other bearer, place or common word."""
    surname = keys[-1]
    if len(keys) == 1 or len(surname) < _SURNAME_LETTERS:
        return False
    inside = {at for start, end in full for at in range(start, end)}
    for at, word in enumerate(words):
        if word.key != surname or word.start in inside:
            continue
        if text[word.start].islower():
            return False
        if at > 0 and _means_another(text, words[at - 1], word, keys):
            return False
    return True


def _means_another(text: str, before: Word, word: Word, keys: tuple[str, ...]) -> bool:
    if text[before.end : word.start].strip() != "" or "\n" in text[before.end : word.start]:
        return False
    if before.key in _PLACERS:
        return text[word.end : word.end + 2] not in _POSSESSIVES
    given, name = text[before.start : before.end], text[word.start : word.end]
    shouted = given.isupper() and name.isupper() and len(given) > 1
    known = before.key in keys or before.key in _TITLES or before.key in _OPENERS
    return given[0].isupper() and not shouted and not known


def masked_document(document: Document, masks: Sequence[Mask]) -> Document:
    """Return a document with names masked in its text and in all that is said of it."""
    text = masked(document.text, masks)
    source_map = document.source_map
    if any(masked(run.part, masks) != run.part for run in source_map.runs):
        source_map = SourceMap(
            tuple(replace(run, part=masked(run.part, masks)) for run in source_map.runs)
        )
    return replace(
        document,
        text=text,
        text_sha256=text_hash(text),
        title=_masked_or_none(document.title, masks),
        outlet=_masked_or_none(document.outlet, masks),
        url=_masked_or_none(document.url, masks),
        author=_masked_or_none(document.author, masks),
        source_map=source_map,
        links=tuple((start, end, masked(url, masks)) for start, end, url in document.links),
    )


def masked_sighting(sighting: Sighting, masks: Sequence[Mask]) -> Sighting:
    """Return a sighting with names masked."""
    return replace(
        sighting,
        path=masked(sighting.path, masks),
        outlet=_masked_or_none(sighting.outlet, masks),
        url=_masked_or_none(sighting.url, masks),
        title=_masked_or_none(sighting.title, masks),
    )


def masked(text: str, masks: Sequence[Mask]) -> str:
    """Return a text with each of these names masked."""
    for mask in masks:
        text = mask.apply(text)
    return text


def _masked_or_none(text: str | None, masks: Sequence[Mask]) -> str | None:
    return None if text is None else masked(text, masks)


def masked_plain(plain: Any, masks: Sequence[Mask], *, words: bool = False) -> Any:
    """Return a plain form with names masked in every string of it.

    ``words`` masks each single word of a name too: for values whose own words were masked.
    """
    if isinstance(plain, str):
        for mask in masks:
            plain = mask.apply_words(plain) if words else mask.apply(plain)
        return plain
    if isinstance(plain, list):
        return [masked_plain(item, masks, words=words) for item in plain]
    if isinstance(plain, dict):
        return {key: masked_plain(value, masks, words=words) for key, value in plain.items()}
    return plain
