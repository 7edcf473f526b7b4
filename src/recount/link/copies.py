"""Accounts of a copied text belong where those of its original do.

Another outlet that prints a report again some days later, shortened or edited, tells nothing
new, though "on Thursday" reads as another day there. Its accounts are compared with none; each
goes with the account of the original that it repeats.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recount.link import weights as w
from recount.link.features import Features, content_words
from recount.link.voices import is_copy, near_pairs
from recount.model import AccountRecord, DocumentInfo
from recount.resources.outlets import plain_outlet


def copies_of(documents: Iterable[DocumentInfo]) -> dict[str, str]:
    """Return for each later copy by another outlet the document that it is a copy of.

    What an outlet prints anew of its own is an update, with figures of its own.
    """
    ordered = sorted({info.id: info for info in documents}.values(), key=lambda info: info.id)
    first: dict[str, DocumentInfo] = {}
    updates: set[str] = set()
    for pair in near_pairs(ordered):
        older, newer = sorted(pair, key=_age)
        if not _later(older, newer) or not is_copy(older, newer):
            continue
        if plain_outlet(older.outlet or "") == plain_outlet(newer.outlet or ""):
            updates.add(newer.id)
        else:
            known = first.get(newer.id)
            first[newer.id] = older if known is None else min(known, older, key=_age)
    first = {copy: info for copy, info in first.items() if copy not in updates}
    return {copy: _origin(copy, first) for copy in first}


def _age(info: DocumentInfo) -> tuple[str, int, str]:
    day = info.published.day
    return "" if day is None else day.isoformat(), -info.words, info.id


def _later(older: DocumentInfo, newer: DocumentInfo) -> bool:
    """Whether two outlets that are known published one after the other."""
    if older.published.day is None or newer.published.day is None:
        return False
    known = older.outlet is not None and newer.outlet is not None
    return known and older.published.day < newer.published.day


def _origin(copy: str, first: Mapping[str, DocumentInfo]) -> str:
    while copy in first:
        copy = first[copy].id
    return copy


def repeated(
    features: Sequence[Features],
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
) -> dict[int, int]:
    """Return for each account of a copied text the account that it repeats, by position.

    An account whose words are not in the original is new and stays by itself.
    """
    present = {item.document for item in features} & documents.keys()
    origins = copies_of(documents[key] for key in present)
    if len(origins) == 0:
        return {}
    words_of: dict[str, set[str]] = {origin: set() for origin in origins.values()}
    for record in records:
        found_in = words_of.get(record.account.document)
        if found_in is not None:
            found_in |= content_words(record.own) | content_words(record.context)
    of: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(features):
        of[item.document].append(at)
    found: dict[int, int] = {}
    for copy, origin in origins.items():
        if len(of[origin]) == 0:
            continue
        for at in of[copy]:
            words = features[at].wording
            if len(words & words_of[origin]) >= max(1, w.COPIED_SHARE * len(words)):
                found[at] = max(of[origin], key=lambda other: _alike(features, at, other))
    return found


def _alike(features: Sequence[Features], at: int, other: int) -> tuple[float, bool, int]:
    a, b = features[at], features[other]
    union = len(a.wording | b.wording)
    return len(a.wording & b.wording) / max(1, union), a.type is b.type, -other
