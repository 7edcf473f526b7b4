"""Pairs that names, figures and rare words find where days and places cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import log

import numpy as np

from recount.link import weights as w
from recount.link.columns import Columns, Ints
from recount.link.features import Features
from recount.link.mentions import town_of
from recount.link.spread import MOST_AT_ONCE, ranges
from recount.link.terms import Terms
from recount.resources.distance import plain_name
from recount.resources.rarity import rarity

Key = tuple[str | int | None, ...]
Pairs = tuple[Ints, Ints]


def pairs_by_name(columns: Columns) -> Pairs:
    """Return accounts without a day or place, with accounts of the same names and figures.

    Pairs may come twice, and an account beside itself does not.
    """
    sought: dict[Key, list[int]] = defaultdict(list)
    for at, item in enumerate(columns.features):
        if item.place is None or not columns.dated[at]:
            for key in {*_year_keys(item), *_name_keys(item)}:
                sought[key].append(at)
    filed: dict[Key, list[int]] = {key: [] for key in sought}
    for at, item in enumerate(columns.features):
        for key in {*_year_keys(item), *_name_keys(item)} & filed.keys():
            filed[key].append(at)
    found = [
        pair
        for key, seekers in sought.items()
        if len(filed[key]) <= w.BLOCK_MOST_BY_NAME
        for pair in _across(seekers, filed[key])
    ]
    return _stacked(found)


def _across(seekers: Sequence[int], filed: Sequence[int]) -> Iterator[Pairs]:
    a = np.repeat(np.array(seekers, dtype=np.int64), len(filed))
    b = np.tile(np.array(filed, dtype=np.int64), len(seekers))
    yield a[a != b], b[a != b]


def _stacked(found: Sequence[Pairs]) -> Pairs:
    none = np.empty(0, dtype=np.int64)
    left = np.concatenate([none, *(a for a, _ in found)])
    return left, np.concatenate([none, *(b for _, b in found)])


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
        if place is not None and place.name is not None and figures.whole is not None:
            for bucket in _sizes(figures.whole.value):
                yield "size", place.country, plain_name(place.name), prop.value, bucket


def _sizes(number: int | None) -> Iterator[int]:
    """Yield the two keys of the size of a toll; tolls that differ little share one."""
    if number is not None and number >= w.FIGURE_NEAR_LEAST:
        size = round(log(number) / log(w.FIGURE_NEAR))
        yield from (size, size + 1)


def pairs_by_rare(features: Sequence[Features]) -> Pairs:
    """Return pairs whose reports share a rare name or two rare words, smaller first.

    Reports of one incident that had its date or place misread find each other so.
    """
    keys: dict[str, int] = {}
    rows: list[tuple[int, int]] = []
    for at, item in enumerate(features):
        if item.report is not None:
            for word in _rare_keys(item.report.whole):
                rows.append((keys.setdefault(word, len(keys)), at))  # noqa: PERF401
    if len(rows) == 0:
        return _stacked([])
    bits = np.array([w.BLOCK_RARE_SHARED if " " in word else 1 for word in keys], dtype=np.int64)
    table = np.array(rows, dtype=np.int64)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    return _stacked(list(_sharing(table[:, 0], table[:, 1], bits)))


def pairs_by_mention(features: Sequence[Features]) -> Pairs:
    """Return pairs of reports of which one mentions the other's town, days or issues near.

    Reports of one incident of which one had its place misread find each other so.
    """
    filed: dict[Key, list[int]] = defaultdict(list)
    for at, item in enumerate(features):
        if item.report is not None:
            for town in {town_of(item.place), *item.report.towns} - {None}:
                for week in _weeks(item):
                    filed[town, week].append(at)
    found: list[Pairs] = []
    for at, item in enumerate(features):
        if item.report is None:
            continue
        weeks = {week + step for week in _weeks(item) for step in (-1, 0, 1)}
        wanted = product(item.report.towns, weeks)
        met = [other for key in wanted for other in _few(filed.get(key, ())) if other != at]
        others = np.unique(np.array(met, dtype=np.int64))
        found.append((np.full(len(others), at, dtype=np.int64), others))
    return _stacked(found)


def pairs_by_issue(features: Sequence[Features]) -> Pairs:
    """Return accounts without a day, with accounts of the same district issued or dated near.

    What a report without a day tells of has mostly just been.
    """
    filed: dict[Key, list[int]] = defaultdict(list)
    for at, item in enumerate(features):
        district = _district(item)
        for week in _weeks(item) if district is not None else ():
            filed[district, week].append(at)
    found: list[Pairs] = []
    for at, item in enumerate(features):
        district = _district(item)
        if item.date is not None or item.report is None or district is None:
            continue
        wanted = {(district, week + n) for week in _weeks(item) for n in (-1, 0, 1)}
        met = [other for key in wanted for other in _few(filed.get(key, ())) if other != at]
        others = np.unique(np.array(met, dtype=np.int64))
        found.append((np.full(len(others), at, dtype=np.int64), others))
    return _stacked(found)


def _district(item: Features) -> str | None:
    """Return the country, province and district (else the town) of a place, in plain words."""
    place = item.place
    if place is None or place.country is None or place.admin1 is None:
        return None
    area = place.admin2 or place.name
    return (
        None if area is None else f"{place.country} {plain_name(place.admin1)} {plain_name(area)}"
    )


def _weeks(item: Features) -> Iterator[int]:
    """Yield the weeks in which an account's incident may be looked for."""
    if item.date is not None and (item.days or 0) <= w.BLOCK_BUCKET_DAYS:
        yield item.date.start.toordinal() // w.BLOCK_WEEK_DAYS
    if item.published is not None:
        yield item.published.toordinal() // w.BLOCK_WEEK_DAYS


def _few(accounts: Sequence[int]) -> Sequence[int]:
    return accounts if len(accounts) <= w.BLOCK_MOST_BY_NAME else ()


def _sharing(keys: Ints, accounts: Ints, bits: Ints) -> Iterator[Pairs]:
    """Yield accounts that share enough, of rows sorted by key and account."""
    last = np.searchsorted(keys, keys, side="right")
    held = last - np.searchsorted(keys, keys, side="left")
    last = np.where(held <= w.BLOCK_MOST_BY_RARE, last, 0)
    number = int(accounts.max()) + 1
    # All rows of an account in one go, so that what it shares with another adds up.
    order = np.argsort(accounts, kind="stable")
    after = np.arange(1, len(keys) + 1)[order]
    last = last[order]
    summed = np.cumsum(np.maximum(0, last - after))
    for rows in _slices(accounts[order], summed):
        at, places = ranges(after[rows], last[rows])
        first = accounts[order][rows][at]
        pairs, where = np.unique(first * number + accounts[places], return_inverse=True)
        shared = np.bincount(where, weights=bits[keys[places]], minlength=len(pairs))
        a, b = np.divmod(pairs[shared >= w.BLOCK_RARE_SHARED], number)
        yield a, b


def _slices(accounts: Ints, summed: Ints) -> Iterator[slice]:
    """Yield slices of whole accounts with a bounded number of pairs."""
    ends = np.append(np.flatnonzero(np.diff(accounts)) + 1, len(accounts))
    at = done = 0
    for end in ends.tolist():
        if summed[end - 1] - done >= MOST_AT_ONCE or end == len(accounts):
            yield slice(at, end)
            at, done = end, int(summed[end - 1])


def _rare_keys(terms: Terms) -> Iterable[str]:
    rare = (word for word in terms.words if rarity(word) >= w.BLOCK_RARE_BITS)
    chosen = sorted(rare, key=lambda word: (-rarity(word), word))[: w.BLOCK_RARE_WORDS]
    return [*terms.names, *chosen]
