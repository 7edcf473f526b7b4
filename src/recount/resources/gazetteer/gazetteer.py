"""The gazetteer as the stages see it: look-up by name, exact and fuzzy, and names in texts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import ceil, floor
from pathlib import Path

from recount.resources.gazetteer.files import DUMP, build_gazetteer, data_file, own_places
from recount.resources.gazetteer.finder import Finder
from recount.resources.gazetteer.hashes import hash_of
from recount.resources.gazetteer.normalise import key_of, skeleton, without_article
from recount.resources.gazetteer.place import Place, PlaceKind, PlaceName
from recount.resources.gazetteer.sources import ABBREVIATION, ALIAS, ALTERNATE, DEMONYM, MAIN
from recount.resources.gazetteer.store import Ranked, Store

FUZZY_LEAST = 82.0
"""rapidfuzz ratio (0 to 100) under which two spellings are taken as two names."""
_LENGTHS = (200 - FUZZY_LEAST) / FUZZY_LEAST
"""How much longer one of two spellings can be that reach it: letters that only one has count."""
FUZZY_BLOCK = 1500
"""Like-sounding keys compared at most; more than 95 % of names have fewer."""
FUZZY_SHORTEST = 4
"""Letters of a name under which one changed letter makes another name."""

_KIND_BONUS = {
    PlaceKind.COUNTRY: 3.0,
    PlaceKind.SETTLEMENT: 1.0,
    PlaceKind.REGION: 5.5,
    PlaceKind.ADMIN1: 0.5,
    PlaceKind.ADMIN2: -1.0,
    PlaceKind.SITE: 0.0,
}
"""Added to the decimal logarithm of the population: a bare name is rather the town than the
district around it; regions have no population of their own."""
_WORDS_KNOWN = 1 << 16
"""Words and names of texts of which it is kept whether they are names: some weeks' news."""
_TEXTS_KEPT = 8
"""Texts of which the names found are kept."""
_FUZZY_KEPT = 4096
"""Names of unlisted places of which it is kept what they are like."""
_RANK_LOSS = {MAIN: 0.0, ALIAS: 0.0, ALTERNATE: 1.5}
_OTHER_LOSS = 3.0


def fame(place: Place, rank: int) -> float:
    """Return how likely a bare name means this place, before any context (log scale)."""
    people = math.log10(place.population + 10)
    return people + _KIND_BONUS[place.kind] - _RANK_LOSS.get(rank, _OTHER_LOSS)


class Gazetteer:
    """Places from several layers: the user's own first, then dumps, then the shipped file."""

    def __init__(self, stores: Sequence[Store], extra: Sequence[Place] = ()) -> None:
        self._stores = tuple(stores)
        self._own: dict[str, list[tuple[Place, int]]] = {}
        self._own_ids = {place.id: place for place in extra}
        for place in extra:
            for name, rank in ((place.name, MAIN), *((a, ALIAS) for a in place.aliases)):
                key = key_of(name)
                for form in {key, without_article(key)}:
                    self._own.setdefault(form, []).append((place, rank))
        self._cache: dict[str, Ranked] = {}
        self._fuzzy_kept = lru_cache(maxsize=_FUZZY_KEPT)(self._fuzzy)
        self.is_name = lru_cache(maxsize=_WORDS_KNOWN)(self._is_name)
        # Extract and resolve ask for the same text, with a few others begun in between.
        self._find = lru_cache(maxsize=_TEXTS_KEPT)(self._finder.find)

    @property
    def dump_digest(self) -> str | None:
        """What the user's GeoNames dump is told by, ``None`` without one."""
        dumps = [store.keys.digest for store in self._stores if store.path.name == DUMP]
        return dumps[0] if dumps else None

    def _is_name(self, key: str) -> bool:
        """Return whether any place bears this key; in memory, about one microsecond."""
        if key in self._own:
            return True
        wanted = hash_of(key)
        return any(store.keys.has(wanted) for store in self._stores)

    def following(self, word: str) -> frozenset[str]:
        """Return the words that stand second in names that begin with a word."""
        begins = f"{word} "
        own = (key[len(begins) :] for key in self._own if key.startswith(begins))
        seconds = {rest.partition(" ")[0] for rest in own}
        return frozenset(seconds.union(*(store.following(word) for store in self._stores)))

    def ranked(self, key: str) -> Ranked:
        """Return all places that bear a key with the ranks of the names, best known first.

        The user's places come first and hide shipped ones of the same name and kind.
        """
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._ranked(key)
        return found

    def _ranked(self, key: str) -> Ranked:
        own = self._own.get(key, [])
        hidden = {place.kind for place, _ in own}
        seen: set[str] = set()
        rest: list[tuple[Place, int]] = []
        for store in self._stores:
            for place, rank in store.by_key(key):
                if place.id not in seen and place.kind not in hidden:
                    seen.add(place.id)
                    rest.append((place, rank))
        rest.sort(key=lambda item: (-fame(*item), item[0].id))
        return (*own, *rest)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places that bear a name in any spelling, best known first.

        Demonyms and short forms ("Ga.") are not names of places here.
        """
        key = key_of(name)
        found = self.ranked(key) or self.ranked(without_article(key))
        return tuple(place for place, rank in found if rank < ABBREVIATION)

    def meant_by(self, words: str) -> tuple[Place, ...]:
        """Return the places that words known to name one may stand for, best known first.

        Beside names of places, short forms ("W.Va.", "D.C.") and demonyms ("Ohioans") count;
        a name comes before a demonym.
        """
        key = key_of(words)
        found = self.ranked(key) or self.ranked(without_article(key))
        named = tuple(place for place, rank in found if rank < DEMONYM)
        code = self._finder.short_form(words)
        short = self.get(code) if code is not None else None
        if short is not None:
            return (short, *(place for place in named if place != short))
        return named or tuple(place for place, _ in found)

    def fuzzy(self, name: str, country: str | None = None) -> tuple[Place, ...]:
        """Return the places of like spelling, nearest spelling first; exact ones if any.

        Names that share a skeleton of consonants are compared by rapidfuzz's ratio. With
        ``country`` (ISO 3166 alpha-2), only places of that country are looked at.
        """
        # Extents and links of one document name the same unknown places again and again.
        found = self._fuzzy_kept(name, country)
        return tuple(p for p in found if country is None or p.country == country)

    def _fuzzy(self, name: str, country: str | None) -> tuple[Place, ...]:
        exact = tuple(p for p in self.lookup(name) if country is None or p.country == country)
        key = key_of(name)
        if exact or len(key) < FUZZY_SHORTEST:
            return exact
        found: list[tuple[float, Place]] = []
        for alike, score in self._alike(key):
            found += [(score, place) for place, rank in self.ranked(alike) if rank < ABBREVIATION]
        found.sort(key=lambda item: (-item[0], -fame(item[1], MAIN), item[1].id))
        return tuple(dict.fromkeys(place for _, place in found))

    def _alike(self, key: str) -> list[tuple[str, float]]:
        from rapidfuzz import fuzz, process

        sound = skeleton(key)
        keys = list(self._own)
        # No key of another length can reach the least ratio.
        lengths = (floor(len(key) / _LENGTHS), ceil(len(key) * _LENGTHS))
        for store in self._stores:
            keys += store.sounding(sound, min(3, len(sound)), FUZZY_BLOCK, lengths)
        best = process.extract(
            key, list(dict.fromkeys(keys)), scorer=fuzz.ratio, limit=5, score_cutoff=FUZZY_LEAST
        )
        return [(alike, score) for alike, score, _ in best]

    def find(self, text: str) -> tuple[PlaceName, ...]:
        """Return the place names in a text, by position; longest names win."""
        return self._find(text)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self)

    def get(self, ref: str) -> Place | None:
        """Return the place with this id."""
        if ref in self._own_ids:
            return self._own_ids[ref]
        for store in self._stores:
            found = store.by_id(ref)
            if found is not None:
                return found
        return None

    def country(self, code: str) -> Place | None:
        """Return the country with this ISO 3166 alpha-2 code."""
        own = [p for p in self._own_ids.values() if p.kind is PlaceKind.COUNTRY]
        return next((p for p in own if p.country == code), None) or self.get(code)

    def capital(self, code: str) -> Place | None:
        """Return the capital of a country."""
        for store in self._stores:
            name = store.capital(code)
            if name is not None:
                towns = (p for p in self.lookup(name) if p.kind is PlaceKind.SETTLEMENT)
                return next((p for p in towns if p.country == code), None)
        return None

    def area(self, country: str, name: str, kind: PlaceKind) -> Place | None:
        """Return the area of a country with this name and level."""
        named = (p for p in self.lookup(name) if p.kind is kind and p.country == country)
        return next(named, None)

    def is_demonym(self, key: str) -> bool:
        """Return whether a key is a demonym and nothing better known."""
        found = self.ranked(key)
        return bool(found) and found[0][1] == DEMONYM


def open_gazetteer(extra: Sequence[Place] = (), folder: Path | None = None) -> Gazetteer:
    """Open the gazetteer, building its file when it is missing.

    Args:
        extra: places that win over all others (those of a project, of an example).
        folder: the user's data folder, with places and dumps added by
            ``recount gazetteer add``; ``None``: the shipped places only.

    Raises:
        UsageError: the file is missing and cannot be built.
        ReadError: the file is damaged or of another version.
    """
    path = data_file(folder)
    if not path.exists():
        build_gazetteer(path)
    stores = [Store(path)]
    own: tuple[Place, ...] = ()
    if folder is not None:
        given = {place.id for place in extra}
        own = tuple(place for place in own_places(folder) if place.id not in given)
        if (folder / DUMP).exists():
            stores.insert(0, Store(folder / DUMP))
    return Gazetteer(stores, (*extra, *own))
