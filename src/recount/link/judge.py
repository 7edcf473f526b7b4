"""Judging pairs of accounts: same, different or unsure, each with its reasons.

``Scorer`` is the seam for other ways of scoring: it takes two accounts' features and gives
reasons in bits; blocking, rules and verdicts stay. The shipped one scores by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from recount.link import weights as w
from recount.link.block import blocks
from recount.link.columns import Columns, Flags, Ints, columns_of
from recount.link.compare import Scorer, compare
from recount.link.copies import repeated
from recount.link.described import describe
from recount.link.judged import Judged, Mark, Rows, bars, copies, rows_of
from recount.link.scores import comparable, one_by_one, score
from recount.link.sets import components, together
from recount.model import AccountRecord, DocumentInfo, Judgement, Verdict


def judge(
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    persons: Sequence[Judgement] = (),
    *,
    scorer: Scorer = compare,
    method: str = w.METHOD,
) -> Judged:
    """Return judgements on the pairs of accounts that could tell of one incident, sorted.

    A pair that a person has judged gets no judgement by a method; the person's own are
    returned with the rest. Pairs that are plainly different are left out, unless their
    accounts hang together through others, where clustering needs them. An account of a
    copied text is judged with the one that it repeats, unless a person has judged it.

    Args:
        records: accounts with their statements; each id once.
        documents: what is known of each document, by id.
        persons: judgements by people that hold now.
        scorer: gives the reasons for and against a pair, in bits.
        method: name and version of the scorer, kept in each judgement.
    """
    columns = columns_of(describe(records, documents))
    at = {item.id: position for position, item in enumerate(columns.features)}
    decided = [p for p in persons if p.left in at and p.right in at]
    skip = np.array([at[p.left] * len(at) + at[p.right] for p in decided], dtype=np.int64)
    asked = {account for p in decided for account in (p.left, p.right)}
    repeats = {
        copy: own
        for copy, own in repeated(columns.features, records, documents).items()
        if columns.features[copy].id not in asked
    }
    parts = list(_scored(columns, skip, frozenset(repeats), scorer))
    said = [(at[p.left], at[p.right]) for p in decided if p.verdict is Verdict.SAME]
    labels = _linked(parts, said, len(at))
    barred = _barred_within(columns, labels, {*skip.tolist(), *_within(columns, parts)})
    kept: list[Rows] = []
    while len(parts) > 0:
        # Most pairs are plainly different: they go as soon as that is known.
        part = parts.pop()
        kept.append(part.chosen(_kept(part, labels)))
    kept += [barred, copies(repeats)]
    return Judged(columns.features, kept, decided, scorer=scorer, method=method)


def _scored(columns: Columns, skip: Ints, copied: frozenset[int], scorer: Scorer) -> Iterator[Rows]:
    compared = np.array([at not in copied for at in range(len(columns))], dtype=bool)
    for block in blocks(columns):
        kept = comparable(columns, *block) & compared[block[0]] & compared[block[1]]
        if len(skip) > 0:
            kept &= ~np.isin(block[0] * len(columns) + block[1], skip)
        left, right = block[0][kept], block[1][kept]
        if scorer is compare:
            found = score(columns, left, right)
        else:
            found = one_by_one(columns, left, right, scorer)
        yield rows_of(left, right, found.score, found.anchor)


def _linked(parts: Sequence[Rows], said: Sequence[tuple[int, int]], number: int) -> Ints:
    """Return for each account the smallest position that links connect it with."""
    links = Rows.joined([bars([], []), *(p.chosen(p.marked(Mark.LINK)) for p in parts)])
    people = np.array(said, dtype=np.int64).reshape(-1, 2)
    left = np.concatenate([links.left, people[:, 0]])
    return components(number, left, np.concatenate([links.right, people[:, 1]]))


def _kept(part: Rows, labels: Ints) -> Flags:
    found: Flags = part.marked(Mark.WRITTEN) | (labels[part.left] == labels[part.right])
    return found


def _within(columns: Columns, parts: Sequence[Rows]) -> Iterator[int]:
    """Yield the compared pairs of accounts of one document, each as one number."""
    document = columns.document
    for part in parts:
        same = document[part.left] == document[part.right]
        yield from (part.left[same].astype(np.int64) * len(columns) + part.right[same]).tolist()


def _barred_within(columns: Columns, labels: Ints, known: set[int]) -> Rows:
    """Return cannot-links for accounts of one document that hang together through others."""
    number = len(columns)
    left: list[int] = []
    right: list[int] = []
    for members in together(labels * number + columns.document):
        for first, a in enumerate(members[:-1].tolist()):
            for b in members[first + 1 :].tolist():
                if a * number + b not in known:
                    left.append(a)
                    right.append(b)
    return bars(left, right)
