"""The task ``isaf``: military press releases with coded facts, one event each.

Scores are shares of documents: the first day, the province, the least number of killed and
of captured people. The coders wrote 3 for several and multiple, 4 for numerous, and 31 for
more than 30.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from recount.evaluation.base import (
    Options,
    Outcome,
    Score,
    Scores,
    first_of,
    read_lines,
    share,
)
from recount.evaluation.product import ReadAccount, ReadDocument, Report, read_reports
from recount.model import CountValue, DateValue, PlaceValue, Property, Qualifier

FILE = "dev.jsonl"

NEAR = timedelta(days=1)
"""Accounts of a release whose dates are this near tell of the same operation."""

_MORE_FOR_MULTIPLE = 1
"""By how much the 3 that the coders wrote for "multiple" is above its low, also in a sum."""

_MORE_FOR_NUMEROUS = 2
"""By how much their 4 for "numerous" is, which the product takes for "multiple"."""


@dataclass(frozen=True, slots=True)
class Release:
    """A press release with its coded facts; no province where the coders gave none."""

    id: str
    text: str
    day: date
    province: str | None
    killed: int
    captured: int


@dataclass(frozen=True, slots=True)
class IsafRow:
    """What was predicted for one release."""

    id: str
    day: date | None
    province: str | None
    killed: int
    captured: int

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {
            "id": self.id,
            "date": None if self.day is None else self.day.isoformat(),
            "province": self.province,
            "killed": self.killed,
            "captured": self.captured,
        }


def load(path: Path) -> tuple[Release, ...]:
    """Read the releases of a folder (or of a file of the same shape).

    Raises:
        UsageError: there is no such file.
    """
    rows = read_lines(path / FILE if path.is_dir() else path)
    return tuple(_release(row) for row in rows)


def _release(row: dict[str, Any]) -> Release:
    gold = row["gold"]
    named = [name for name in gold["province"] if re.search(r"\w", name)]
    return Release(
        id=row["id"],
        text=row["text"],
        day=date.fromisoformat(gold["start_date"]),
        province=named[0] if len(named) > 0 else None,
        killed=gold["min_killed"],
        captured=gold["min_captured"],
    )


def run(path: Path, options: Options) -> Outcome:
    """Run the product on the releases and compare."""
    releases = first_of(load(path), options.limit)
    reading = read_reports([Report(r.id, r.text) for r in releases], link=options.link)
    named = reading.named()
    rows = tuple(predict(release.id, named.get(release.id)) for release in releases)
    pairs = tuple(zip(releases, rows, strict=True))
    return Outcome(Scores("isaf", "dev", score(pairs)), rows, tuple(errors(pairs, named)))


def predict(name: str, read: ReadDocument | None) -> IsafRow:
    """Return what the product says of the release's own operation.

    The operation is the first account that is shown with a figure, else the first shown;
    figures are the greatest among shown accounts dated like it, or not dated at all.
    """
    shown = () if read is None else read.shown()
    if len(shown) == 0:
        return IsafRow(name, None, None, 0, 0)
    main = next((account for account in shown if _has_figure(account)), shown[0])
    day = _day(main)
    same = [account for account in shown if _is_near(_day(account), day)]
    days = [found for found in (_day(account) for account in (main, *same)) if found is not None]
    places = [found for found in (_province(account) for account in (main, *same)) if found]
    return IsafRow(
        id=name,
        day=days[0] if len(days) > 0 else None,
        province=places[0] if len(places) > 0 else None,
        killed=max((_least(account, Property.KILLED) for account in same), default=0),
        captured=max((_least(account, Property.ARRESTED) for account in same), default=0),
    )


def _has_figure(account: ReadAccount) -> bool:
    record = account.record
    return any(record.primary(prop) is not None for prop in (Property.KILLED, Property.ARRESTED))


def _is_near(day: date | None, main: date | None) -> bool:
    return day is None or main is None or abs(day - main) <= NEAR


def _day(account: ReadAccount) -> date | None:
    found = account.record.primary(Property.DATE)
    value = None if found is None else found.value
    return value.start if isinstance(value, DateValue) else None


def _province(account: ReadAccount) -> str | None:
    found = account.record.primary(Property.PLACE)
    value = None if found is None else found.value
    return value.admin1 if isinstance(value, PlaceValue) else None


def _least(account: ReadAccount, prop: Property) -> int:
    found = account.record.primary(prop)
    value = None if found is None else found.value
    if not isinstance(value, CountValue):
        return 0
    words = "" if found is None else found.original.casefold()
    return coded(value, words)


def coded(value: CountValue, words: str) -> int:
    """Return the least number of people as the data set's coders write it.

    >>> from recount.model import count_of
    >>> coded(count_of(30, Qualifier.MORE_THAN), "more than 30 insurgents")
    31
    """
    least = min((n for n in (value.low, value.value) if n is not None), default=0)
    if value.qualifier is Qualifier.MULTIPLE:
        return least + (_MORE_FOR_NUMEROUS if "numerous" in words else _MORE_FOR_MULTIPLE)
    return least + 1 if value.qualifier is Qualifier.MORE_THAN else least


def skeleton(province: str) -> str:
    """Return the consonants of a province's name: spellings differ in vowels and breaks.

    >>> skeleton("Paktya") == skeleton("Paktia")
    True
    """
    bare = re.sub(r"[^a-z]|maidan|maydan|province", "", province.casefold())
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", bare).replace("q", "k"))


def score(pairs: Iterable[tuple[Release, IsafRow]]) -> tuple[Score, ...]:
    """Return the four scores of the contract, then figures over releases that state some."""
    told = tuple(pairs)
    placed = [(gold, row) for gold, row in told if gold.province is not None]
    killing = [(gold, row) for gold, row in told if gold.killed > 0]
    capture = [(gold, row) for gold, row in told if gold.captured > 0]
    return (
        _share("date", [gold.day == row.day for gold, row in told]),
        _share("province", [_same_province(gold, row) for gold, row in placed]),
        _share("killed", [gold.killed == row.killed for gold, row in told]),
        _share("captured", [gold.captured == row.captured for gold, row in told]),
        _share("killed_where_some", [gold.killed == row.killed for gold, row in killing]),
        _share("captured_where_some", [gold.captured == row.captured for gold, row in capture]),
    )


def _share(name: str, rights: list[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def _same_province(gold: Release, row: IsafRow) -> bool:
    if gold.province is None or row.province is None:
        return False
    return skeleton(gold.province) == skeleton(row.province)


def errors(
    pairs: Iterable[tuple[Release, IsafRow]], named: Mapping[str, ReadDocument]
) -> Iterator[str]:
    """Yield what is wrong in each release, with the words that our accounts rest on."""
    for gold, row in pairs:
        wrong = []
        if gold.day != row.day:
            wrong.append(f"DATE {row.day} for {gold.day}")
        if gold.province is not None and not _same_province(gold, row):
            wrong.append(f"PROVINCE {row.province} for {gold.province}")
        if gold.killed != row.killed:
            wrong.append(f"KILLED {row.killed} for {gold.killed}")
        if gold.captured != row.captured:
            wrong.append(f"CAPTURED {row.captured} for {gold.captured}")
        if len(wrong) > 0:
            yield f"{gold.id}: {'; '.join(wrong)}"
            yield from _told(named.get(gold.id))


def _told(read: ReadDocument | None) -> Iterator[str]:
    if read is None:
        yield "    not read"
        return
    yield f"    published {read.document.published.label or 'unknown'}"
    for account in read.accounts:
        trigger = read.document.words(account.record.account.triggers[0].span)
        words = ", ".join(
            f"{statement.property.value} {statement.original!r}"
            for prop in (Property.DATE, Property.PLACE, Property.KILLED, Property.ARRESTED)
            for statement in account.record.of(prop)
            if statement.primary
        )
        yield f"    {'' if account.shown else '(not shown) '}[{trigger}] {words}"
