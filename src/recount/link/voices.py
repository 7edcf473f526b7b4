"""Independent voices: copies of one text, and outlets that quote one another, speak once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from recount.link.columns import Ints
from recount.link.sets import Groups, together
from recount.model import DocumentInfo
from recount.resources.outlets import plain_outlet
from recount.resources.sketch import containment, similarity

BAND_ROWS = 2
"""Sketch values in a band: 64 bands of 2 find a pair of similarity 0.25 (a copy cut by a
third, every tenth word edited) with probability 0.98, and compare one pair in a thousand
of unrelated texts (similarity below 0.004)."""
COPY_AT = 0.5
"""Share of five-word shingles in common: independent reports share below a twentieth."""
CONTAINED_AT = 0.33
"""Share of the shorter text's shingles in the longer one. A copy edited in every tenth word
keeps half of them, or 0.9**5 = 0.59 when the edits fall at random; the estimate has a
standard error of about 0.07. Reports that share quotations only stay well below."""
CONTAINED_LEAST_WORDS = 25
"""Shorter texts have too few shingles for an estimate."""
CONTAINED_LEAST_LENGTH = 0.2
"""Length of the shorter text over the longer: a quoted paragraph is no copy."""
CITED_WITHIN_DAYS = 7
"""A report draws on what its source published in the days before."""


def independent_voices(documents: Sequence[DocumentInfo]) -> Mapping[str, str]:
    """Return for each document the smallest document id of its voice.

    Near-copies by sketch, shortened or edited copies, and a document that names another
    present outlet as its source (joined to that outlet's nearest report) share a voice.
    """
    ordered = sorted({info.id: info for info in documents}.values(), key=lambda info: info.id)
    groups = Groups(info.id for info in ordered)
    for left, right in near_pairs(ordered):
        if is_copy(left, right):
            groups.join(left.id, right.id)
    for citing, source in _citations(ordered):
        groups.join(citing, source)
    return {info.id: groups.key(info.id) for info in ordered}


def is_copy(a: DocumentInfo, b: DocumentInfo) -> bool:
    """Return whether one text is a copy of the other, whole, shortened or edited."""
    share = similarity(a.sketch, b.sketch)
    if share >= COPY_AT:
        return True
    shorter, longer = sorted((a.words, b.words))
    if share == 0.0 or shorter < max(CONTAINED_LEAST_WORDS, CONTAINED_LEAST_LENGTH * longer):
        return False
    return containment(a.sketch, b.sketch) >= CONTAINED_AT


def near_pairs(documents: Sequence[DocumentInfo]) -> Iterator[tuple[DocumentInfo, DocumentInfo]]:
    """Yield pairs that share a band of their sketches, once each."""
    seen: set[tuple[int, int]] = set()
    for found in _sharing(documents):
        # A chain is enough: copies of copies join through their neighbours and the first.
        for at, right in enumerate(found[1:], start=1):
            for left in {found[0], found[at - 1]}:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield documents[left], documents[right]


def _sharing(documents: Sequence[DocumentInfo]) -> Iterator[list[int]]:
    """Yield the documents, in order, that have the same values in a band of their sketches.

    One band at a time: all bands of a million documents would take twenty gigabytes.
    """
    values = max((len(info.sketch) for info in documents), default=0)
    for start in range(0, values, BAND_ROWS):
        held = [at for at, info in enumerate(documents) if len(info.sketch) > start]
        band = [_column(documents, held, start + row) for row in range(BAND_ROWS)]
        order = np.lexsort(band)
        new = np.any([np.diff(column[order]) != 0 for column in band], axis=0)
        labels = np.empty(len(held), dtype=np.int64)
        labels[order] = np.cumsum(np.append(False, new))
        for places in together(labels):
            yield [held[place] for place in places.tolist()]


def _column(documents: Sequence[DocumentInfo], held: Sequence[int], at: int) -> Ints:
    """Return one value of each sketch, -1 where it ends before."""
    sketches = (documents[number].sketch for number in held)
    return np.fromiter((s[at] if at < len(s) else -1 for s in sketches), np.int64, len(held))


def _citations(documents: Sequence[DocumentInfo]) -> Iterator[tuple[str, str]]:
    by_outlet: dict[str, list[DocumentInfo]] = defaultdict(list)
    for info in documents:
        if info.outlet is not None:
            by_outlet[plain_outlet(info.outlet)].append(info)
    for info in documents:
        own = plain_outlet(info.outlet) if info.outlet is not None else None
        cited = {plain_outlet(name) for name in info.cites} - {own}
        sources = [source for name in sorted(cited) for source in by_outlet.get(name, ())]
        best = _likeliest(info, sources)
        if best is not None:
            yield info.id, best.id


def _likeliest(info: DocumentInfo, sources: Sequence[DocumentInfo]) -> DocumentInfo | None:
    """Return the source that the document most likely drew on: alike, then shortly before.

    Only one: joined to every report of its source, a daily reader of an agency would
    make one voice of all agencies.
    """
    ranked = []
    for source in sources:
        gap = _gap(info, source)
        if gap is None or 0 <= gap <= CITED_WITHIN_DAYS:
            alike = similarity(info.sketch, source.sketch) + _title_share(info, source)
            ranked.append((-alike, CITED_WITHIN_DAYS if gap is None else gap, source.id, source))
    return min(ranked, key=lambda row: row[:3])[3] if len(ranked) > 0 else None


def _gap(info: DocumentInfo, source: DocumentInfo) -> int | None:
    if info.published.day is None or source.published.day is None:
        return None
    return (info.published.day - source.published.day).days


def _title_share(a: DocumentInfo, b: DocumentInfo) -> float:
    left, right = (set((info.title or "").casefold().split()) for info in (a, b))
    union = left | right
    return len(left & right) / len(union) if len(union) > 0 else 0.0
