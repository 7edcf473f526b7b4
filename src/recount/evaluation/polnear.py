"""The task ``polnear``: who says what, as source, cue and content of attributions in news.

One stage alone is measured: the reader's finder of attributions. A span is
right when it overlaps the gold span by half of both; every annotated copy counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, first_of, prf, read_lines
from recount.evaluation.match import HALF, Pieces, Tally3, match_spans, overlap
from recount.extract.learned.finders import Finders
from recount.model import Span

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One text (one annotator's copy of it) with the distinct spans of each role."""

    id: str
    text: str
    source: tuple[Pieces, ...]
    cue: tuple[Pieces, ...]
    content: tuple[Pieces, ...]

    def of(self, role: str) -> tuple[Pieces, ...]:
        """Return the spans of a role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line, without the text."""
        return {"id": self.id, **{role: [list(p) for p in self.of(role)] for role in ROLES}}


def load(path: Path, split: str = "dev") -> tuple[Attributed, ...]:
    """Read ``dev.jsonl.gz`` or ``train.jsonl.gz``.

    Raises:
        UsageError: there is no such file.
    """
    zipped = path / f"{split}.jsonl.gz"
    rows = read_lines(zipped if zipped.exists() else path / f"{split}.jsonl")
    return tuple(_gold(row) for row in rows)


def _gold(row: dict[str, Any]) -> Attributed:
    spans: dict[str, set[Pieces]] = {role: set() for role in ROLES}
    for attribution in row["attributions"]:
        for part in attribution:
            role = part["role"].lower()
            if role in spans and len(part["spans"]) > 0:
                flat = part["spans"]
                spans[role].add(tuple(zip(flat[::2], flat[1::2], strict=True)))
    name = f"{row['id']}/{row['annotator']}"
    return Attributed(name, row["text"], *(tuple(sorted(spans[role])) for role in ROLES))


def run(path: Path, options: Options) -> Outcome:
    """Find the attributions of every copy and compare."""
    split = options.split if options.split is not None else "dev"
    texts = first_of(load(path, split), options.limit)
    rows = tuple(find(gold.id, gold.text) for gold in texts)
    return Outcome(Scores("polnear", split, score(texts, rows)), rows, tuple(errors(texts, rows)))


def find(name: str, text: str) -> Attributed:
    """Return the attributions that the product finds in a text."""
    found = _finders().attributions(text)
    return Attributed(
        name,
        text,
        _pieces(attribution.source for attribution in found),
        _pieces(attribution.cue for attribution in found),
        _pieces(attribution.content for attribution in found),
    )


@cache
def _finders() -> Finders:
    return Finders()


def _pieces(spans: Iterator[Span | None] | Any) -> tuple[Pieces, ...]:
    return tuple(sorted({((span.start, span.end),) for span in spans if span is not None}))


def score(texts: Sequence[Attributed], rows: Sequence[Attributed]) -> tuple[Score, ...]:
    """Return F1 of source, cue and content, then their precision and recall."""
    first, rest = [], []
    for role in ROLES:
        total = Tally3()
        for gold, row in zip(texts, rows, strict=True):
            total += match_spans(row.of(role), gold.of(role))
        precision, recall, both = prf(total.right, total.found, total.gold, f"{role}_")
        first.append(both)
        rest += [precision, recall]
    return (*first, *rest)


def errors(texts: Sequence[Attributed], rows: Sequence[Attributed]) -> Iterator[str]:
    """Yield cues missed and found for nothing, with their words."""
    for gold, row in zip(texts, rows, strict=True):
        for role in ROLES:
            for span in gold.of(role):
                if all(overlap(span, found) < HALF for found in row.of(role)):
                    yield f"{gold.id}: {role} MISSED “{_words(gold.text, span)}”"
            for span in row.of(role):
                if all(overlap(span, wanted) < HALF for wanted in gold.of(role)):
                    yield f"{gold.id}: {role} SPURIOUS “{_words(gold.text, span)}”"


def _words(text: str, span: Pieces) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in span)[:100]
