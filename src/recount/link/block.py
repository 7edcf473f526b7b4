"""Blocking: which pairs of accounts are worth comparing.

Accounts are filed under keys of time and place, with slack for what is imprecise, and
looked up under keys that match. What lacks a date or a place is looked up by names,
sites and figures. The result does not depend on the order of the accounts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import floor

from recount.link import weights as w
from recount.link.features import Features
from recount.link.terms import Terms
from recount.model import PlacePrecision, PlaceValue
from recount.resources.distance import edges_apart, plain_name
from recount.resources.rarity import rarity

Key = tuple[str | int | None, ...]
Pair = tuple[int, int]

_PRECISE = frozenset({PlacePrecision.SITE, PlacePrecision.SETTLEMENT})


def candidate_pairs(features: Sequence[Features]) -> tuple[Pair, ...]:
    """Return pairs of positions (smaller first) of accounts that could tell of one incident."""
    index: dict[Key, list[int]] = defaultdict(list)
    for at, item in enumerate(features):
        for key in set(_filed(item)):
            index[key].append(at)
    pairs: set[Pair] = set(_alike(features))
    for at, item in enumerate(features):
        for key in set(_sought(item)):
            found = index.get(key, ())
            if key[0] in _BY_NAME and len(found) > w.BLOCK_MOST_BY_NAME:
                continue
            for other in found:
                if other != at and _may_match(item, features[other]):
                    pairs.add((min(at, other), max(at, other)))
    return tuple(sorted(pairs))


def _alike(features: Sequence[Features]) -> Iterator[Pair]:
    """Yield pairs whose reports share a rare name or word, whatever their dates and places.

    Reports of one incident that had its date or place misread find each other so.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(features):
        if item.report is not None:
            for key in _rare_keys(item.report.whole):
                index[key].append(at)
    shared: Counter[Pair] = Counter()
    for key, found in index.items():
        if len(found) <= w.BLOCK_MOST_BY_RARE:
            bits = w.BLOCK_RARE_SHARED if " " in key else 1
            for pair in combinations(found, 2):
                shared[pair] += bits
    yield from (pair for pair, number in shared.items() if number >= w.BLOCK_RARE_SHARED)


def _rare_keys(terms: Terms) -> Iterator[str]:
    yield from terms.names
    rare = (word for word in terms.words if rarity(word) >= w.BLOCK_RARE_BITS)
    yield from sorted(rare, key=lambda word: (-rarity(word), word))[: w.BLOCK_RARE_WORDS]


_BY_NAME = frozenset({"name", "figure", "site-year"})


def _filed(item: Features) -> Iterator[Key]:
    place = item.place
    for bucket in _buckets(item, slack=0):
        if place is not None:
            yield "country", place.country, bucket
            yield "admin1", place.country, plain_name(place.admin1), bucket
            cell = _cell(place)
            if cell is not None:
                yield "cell", *cell, bucket
    yield from _year_keys(item)
    yield from _name_keys(item)


def _sought(item: Features) -> Iterator[Key]:
    place = item.place
    for bucket in _buckets(item, slack=w.BLOCK_SLACK_DAYS):
        if place is not None and place.country is not None:
            if place.admin1 is None or place.precision not in _PRECISE:
                yield "country", place.country, bucket
            else:
                yield "admin1", place.country, plain_name(place.admin1), bucket
        if place is not None:
            yield from _cells_around(place, bucket)
    if item.days is None or place is None or item.days > w.BLOCK_WIDE_DAYS:
        yield from _year_keys(item)
        yield from _name_keys(item)


def _cells_around(place: PlaceValue, bucket: int) -> Iterator[Key]:
    cell = _cell(place)
    if cell is None:
        return
    for north in (-1, 0, 1):
        for east in (-1, 0, 1):
            yield "cell", cell[0] + north, cell[1] + east, bucket


def _cell(place: PlaceValue) -> tuple[int, int] | None:
    if place.lat is None or place.lon is None or place.precision not in _PRECISE:
        return None
    size = w.BLOCK_CELL_DEGREES
    return floor(place.lat / size), floor(place.lon / size)


def _buckets(item: Features, *, slack: int) -> range:
    days = item.days
    if item.date is None or days is None or days > w.BLOCK_WIDE_DAYS:
        return range(0)
    first = item.date.start.toordinal() - slack
    last = item.date.end.toordinal() + slack
    return range(first // w.BLOCK_BUCKET_DAYS, last // w.BLOCK_BUCKET_DAYS + 1)


def _year_keys(item: Features) -> Iterator[Key]:
    """Keys of year, place name and site, for dates no finer than a year."""
    place = item.place
    if place is None or item.date is None or (place.name is None and place.admin1 is None):
        return
    name = plain_name(place.name or place.admin1)
    for year in range(item.date.start.year, item.date.end.year + 1):
        if item.site is not None:
            yield "site-year", place.country, name, item.site, year
        for prop, figures in item.figures:
            for number in figures.numbers:
                if number >= w.FIGURE_SHARED_LEAST:
                    yield "figure", place.country, name, prop.value, number, year


def _name_keys(item: Features) -> Iterator[Key]:
    """Keys of names and figures, for accounts that lack a date or a place."""
    for name in item.names:
        yield "name", name
    place = item.place
    for prop, figures in item.figures:
        for number in figures.numbers:
            if place is not None and place.name is not None:
                yield "figure", place.country, plain_name(place.name), prop.value, number
            if number >= w.FIGURE_SHARED_LEAST:
                yield "figure", prop.value, number, item.site


def _may_match(a: Features, b: Features) -> bool:
    """Whether time and place leave it open; keys are coarser than the windows they stand for."""
    if a.date is not None and b.date is not None:
        first, second = (a.date, b.date) if a.date.start <= b.date.start else (b.date, a.date)
        if (second.start - first.end).days > w.BLOCK_SLACK_DAYS:
            return False
    if a.place is None or b.place is None:
        return True
    known = a.place.country is not None and b.place.country is not None
    if known and a.place.country != b.place.country:
        return False
    return not _far(a.place, b.place)


def _far(a: PlaceValue, b: PlaceValue) -> bool:
    """Whether two settlements are too far apart for any other evidence to make up for it."""
    if a.precision not in _PRECISE or b.precision not in _PRECISE or a.name == b.name:
        return False
    edges = edges_apart(a, b)
    return edges is not None and edges > w.PLACE_APART_KM
