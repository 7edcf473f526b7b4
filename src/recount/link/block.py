"""Blocking: which pairs of accounts are worth comparing.

Accounts are filed under keys of place and days and looked up under keys that match, all of
them at once by column. What lacks a date or a place is looked up by names, sites and
figures, and reports that share rare names or words find each other whatever they say of
time and place. Each pair is given once; which pairs does not depend on the order of the
accounts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np

from recount.link import weights as w
from recount.link.columns import UNKNOWN, Columns, Flags, Ints, columns_of, same
from recount.link.features import Features
from recount.link.named import pairs_by_issue, pairs_by_mention, pairs_by_name, pairs_by_rare
from recount.link.spread import Index, found_in, ranges
from recount.link.window import may_match

Pair = tuple[int, int]
Pairs = tuple[Ints, Ints]
Keys = Callable[[Ints, Ints], Ints]
"""Keys of accounts in buckets of days."""

_CELLS = 1000
"""More than the cells around the earth at one latitude, with a margin on both sides."""
_AT_ONCE = 100_000
"""Accounts that are looked up together."""


def candidate_pairs(features: Sequence[Features]) -> tuple[Pair, ...]:
    """Return pairs of positions (smaller first) of accounts that could tell of one incident.

    Args:
        features: accounts, sorted by id.
    """
    found = [
        pair
        for left, right in blocks(columns_of(features))
        for pair in zip(left.tolist(), right.tolist(), strict=True)
    ]
    return tuple(sorted(found))


def blocks(columns: Columns) -> Iterator[Pairs]:
    """Yield all pairs worth comparing, smaller position first, a million or so at a time.

    Accounts of one country and of days near each other come together.
    """
    near = Near(columns)
    yield from near.by_country()
    yield from near.by_admin1()
    yield from near.by_cell()
    left, right = near.others()
    for at in range(0, len(left), _AT_ONCE):
        yield left[at : at + _AT_ONCE], right[at : at + _AT_ONCE]


class Near:
    """Pairs of accounts that are near in time and place, found by three kinds of keys.

    An account of a settlement looks for others of its province and of the cells of a grid
    around it; one of a coarser place looks through its whole country. Both days of a pair
    lie in a common bucket once days of slack are added to one of them, so of two accounts
    that look for each other one is enough: the one that comes first.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        place, places = columns.place.codes, columns.places
        self._placed = columns.dated & (place != UNKNOWN)
        self._country = _of_place(places.country, place)
        self._admin1 = _of_place(places.admin1, place)
        precise = _of_place(places.precise.astype(np.int64), place) == 1
        self._fine = precise & (self._country != UNKNOWN) & (self._admin1 != UNKNOWN)
        self._coarse = (self._country != UNKNOWN) & ~self._fine
        self._north, self._east, self._celled = _cells(columns, precise)
        # Neighbours in this order have values in common, of which each is compared once.
        self._order = np.lexsort((columns.start, self._country))
        first, last = _buckets(columns, np.flatnonzero(self._placed), w.BLOCK_SLACK_DAYS)
        self._first = int(first.min(initial=0))
        self._buckets = int(last.max(initial=0)) - self._first + 1

    def by_country(self) -> Iterator[Pairs]:
        """Yield pairs of one country of which one is no finer than a province."""

        def keys(accounts: Ints, buckets: Ints) -> Ints:
            return self._mixed(self._country[accounts], buckets)

        coarse = self._coarse
        filed = self._filed(self._country != UNKNOWN, keys)
        for a, b in self._met(filed, coarse, keys):
            kept = ~coarse[b] | (a < b)
            yield from self._open(a[kept], b[kept])

    def by_admin1(self) -> Iterator[Pairs]:
        """Yield pairs of settlements of one province."""

        def keys(accounts: Ints, buckets: Ints) -> Ints:
            area = (
                self._country[accounts] * (len(self._columns.places.country))
                + self._admin1[accounts]
            )
            return self._mixed(area, buckets)

        for a, b in self._met(self._filed(self._fine, keys), self._fine, keys):
            kept = a < b
            yield from self._open(a[kept], b[kept])

    def by_cell(self) -> Iterator[Pairs]:
        """Yield pairs of settlements in neighbouring cells, but for those found before."""
        own = partial(self._cell_keys, country=self._country)
        filed = self._filed(self._celled, partial(own, north=0))
        for north in (-1, 0, 1):
            for a, b in self._met(filed, self._celled, partial(own, north=north), around=1):
                kept = (a < b) & ~self._by_areas(a, b)
                yield from self._open(a[kept], b[kept])
        # An account without a country may be of any.
        foreign = self._celled & (self._country == UNKNOWN)
        if foreign.any():
            anywhere = partial(self._cell_keys, country=None)
            filed = self._filed(self._celled & ~foreign, partial(anywhere, north=0))
            for north in (-1, 0, 1):
                for a, b in self._met(filed, foreign, partial(anywhere, north=north), around=1):
                    yield from self._open(a, b)

    def others(self) -> Pairs:
        """Return pairs that names, figures or rare words find, but for those found before."""
        a, b = pairs_by_name(self._columns)
        open_ = may_match(self._columns, a, b)
        a, b = a[open_], b[open_]
        for found in (pairs_by_rare, pairs_by_mention, pairs_by_issue):
            left, right = found(self._columns.features)
            a, b = np.append(a, left), np.append(b, right)
        number = max(1, len(self._columns))
        pairs = np.unique(np.minimum(a, b) * number + np.maximum(a, b))
        a, b = np.divmod(pairs, number)
        new = ~(self._met_by_day(a, b) & may_match(self._columns, a, b))
        return a[new], b[new]

    def _met_by_day(self, a: Ints, b: Ints) -> Flags:
        both = self._placed[a] & self._placed[b]
        cells = self._celled[a] & self._celled[b]
        beside = np.abs(self._north[a] - self._north[b]) <= 1
        beside &= np.abs(self._east[a] - self._east[b]) <= 1
        found: Flags = both & (self._by_areas(a, b) | (cells & beside))
        return found

    def _by_areas(self, a: Ints, b: Ints) -> Flags:
        country = same(self._country[a], self._country[b])
        fine = self._fine[a] & self._fine[b] & (self._admin1[a] == self._admin1[b])
        found: Flags = country & (self._coarse[a] | self._coarse[b] | fine)
        return found

    def _cell_keys(
        self, accounts: Ints, buckets: Ints, *, north: int, country: Ints | None
    ) -> Ints:
        area = np.zeros(len(accounts), np.int64) if country is None else country[accounts] + 1
        row = area * _CELLS + self._north[accounts] + north
        return self._mixed(row, buckets) * _CELLS + self._east[accounts]

    def _mixed(self, area: Ints, buckets: Ints) -> Ints:
        """Return one number for an area and a bucket."""
        return area * self._buckets + buckets - self._first

    def _filed(self, which: Flags, keys: Keys) -> Index:
        accounts = np.flatnonzero(which & self._placed)
        rows, buckets = ranges(*_buckets(self._columns, accounts, 0))
        return Index.of(keys(accounts[rows], buckets), accounts[rows], buckets)

    def _met(self, filed: Index, which: Flags, keys: Keys, around: int = 0) -> Iterator[Pairs]:
        """Yield accounts that look with accounts that are filed, each two once."""
        seeking = self._order[(which & self._placed)[self._order]]
        for at in range(0, len(seeking), _AT_ONCE):
            accounts = seeking[at : at + _AT_ONCE]
            first, last = _buckets(self._columns, accounts, w.BLOCK_SLACK_DAYS)
            rows, buckets = ranges(first, last)
            sought = keys(accounts[rows], buckets)
            for found, places in found_in(filed, sought - around, sought + around):
                a, b = accounts[rows[found]], filed.accounts[places]
                # Ranges of days lie in several buckets and meet in the first that both have.
                begins = self._columns.start[b] // w.BLOCK_BUCKET_DAYS
                once = buckets[found] == np.maximum(first[rows[found]], begins)
                yield a[once], b[once]

    def _open(self, a: Ints, b: Ints) -> Iterator[Pairs]:
        kept = may_match(self._columns, a, b)
        a, b = a[kept], b[kept]
        if len(a) > 0:
            yield np.minimum(a, b), np.maximum(a, b)


def _of_place(column: Ints, place: Ints) -> Ints:
    """Return a property of each account's place, ``UNKNOWN`` for those without a place."""
    return np.append(column, UNKNOWN)[place]


def _cells(columns: Columns, precise: Flags) -> tuple[Ints, Ints, Flags]:
    place, places = columns.place.codes, columns.places
    lat, lon = (np.append(values, np.nan)[place] for values in (places.lat, places.lon))
    known = precise & ~np.isnan(lat) & ~np.isnan(lon)
    north, east = (
        np.floor(np.where(known, values, 0.0) / w.BLOCK_CELL_DEGREES).astype(np.int64) + _CELLS // 2
        for values in (lat, lon)
    )
    return north, east, known


def _buckets(columns: Columns, accounts: Ints, slack: int) -> Pairs:
    """Return the first bucket of days of each account, and the one after its last."""
    first = (columns.start[accounts] - slack) // w.BLOCK_BUCKET_DAYS
    return first, (columns.end[accounts] + slack) // w.BLOCK_BUCKET_DAYS + 1
