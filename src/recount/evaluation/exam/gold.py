"""Reads the labels of the exam, and the texts they belong to from the shared data.

The labels hold offsets only. Each text is looked up by set and id, and must be the very text
that was labelled: its SHA-256 is compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from recount.evaluation.base import read_lines
from recount.evaluation.exam.nouns import (
    Evidence,
    ExamAccount,
    ExamText,
    Figure,
    Labels,
    Position,
)
from recount.model import IncidentType, Property, Realis, Scope, Span, Stance, UsageError

LABELS = Path(__file__).parents[4] / "corpora" / "standoff" / "exam.jsonl"
"""The labels of this checkout; an installed package has none."""

SOURCES: Mapping[str, tuple[str, ...]] = {
    "muc4": ("muc4/train.jsonl", "muc4/dev.jsonl"),
    "gun_violence": ("gun_violence/articles.jsonl.gz",),
    "re3d": ("re3d/documents.jsonl",),
    "lgl": ("geoparsing/lgl.jsonl",),
    "geovirus": ("geoparsing/geovirus.jsonl",),
}
"""The files of each set that the exam was drawn from, below the folder of shared data."""

_PARTICIPANTS = ("perpetrators", "targets", "victims")


def load_labels(path: Path = LABELS) -> tuple[Labels, ...]:
    """Read the labels, which must be those of the digest beside them.

    Args:
        path: the file of labels; ``NAME.sha256`` stands beside ``NAME.jsonl``.

    Raises:
        UsageError: labels or digest are absent, differ, or have not this form.
    """
    beside = path.with_suffix(".sha256")
    if not (path.is_file() and beside.is_file()):
        raise UsageError(
            f"There are no labels of the exam at {path}: run this in a checkout of the project."
        )
    pinned = beside.read_text(encoding="utf-8").split()[:1]
    if pinned != [hashlib.sha256(path.read_bytes()).hexdigest()]:
        raise UsageError(f"{path} is not the file that {beside.name} pins.")
    return read_labels(path)


def read_labels(path: Path) -> tuple[Labels, ...]:
    """Read a file of labels, whatever it is for.

    Raises:
        UsageError: it has not this form.
    """
    try:
        return tuple(_labels(row) for row in read_lines(path))
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path} is not a file of labels: {error!r}") from error


def _labels(row: Mapping[str, Any]) -> Labels:
    return Labels(
        set=row["set"],
        id=row["id"],
        digest=row["text_sha256"],
        accounts=tuple(_account(account) for account in row["accounts"]),
        clutter=tuple(Span(*at) for at in row["clutter"]),
    )


def _account(row: Mapping[str, Any]) -> ExamAccount:
    return ExamAccount(
        id=row["id"],
        type=IncidentType(row["type"]),
        realis=Realis(row["realis"]),
        scope=Scope(row["scope"]),
        triggers=tuple(Span(*at) for at in row["triggers"]),
        evidence=tuple(_evidence(row)),
        figures=_figures(row["counts"]),
        positions=tuple(
            Position(Stance(one["stance"]), () if one["actor"] is None else (Span(*one["actor"]),))
            for one in row["responsibility"]
        ),
    )


def _evidence(row: Mapping[str, Any]) -> Iterator[Evidence]:
    if row["date"] is not None:
        yield "date", Span(*row["date"]["at"])
    for count in row["counts"]:
        yield count["property"], Span(*count["at"])
    for role in _PARTICIPANTS:
        for at in row[role]:
            yield "participant", Span(*at)


def _figures(counts: Sequence[Mapping[str, Any]]) -> tuple[tuple[Property, Figure], ...]:
    found: dict[Property, Figure] = {}
    for count in counts:
        if count["primary"]:
            figure = Figure(count["low"], count["value"], count["high"])
            found.setdefault(Property(count["property"]), figure)
    return tuple(found.items())


def load_texts(data: Path, labels: Sequence[Labels]) -> tuple[ExamText, ...]:
    """Return the text of each labelled document, in the order of the labels.

    Args:
        data: the folder that holds all data sets.
        labels: what was labelled.

    Raises:
        UsageError: a data set or a document is absent, or its text is another one.
    """
    found: dict[str, ExamText] = {}
    for name in sorted({document.set for document in labels}):
        found.update(_texts_of(data, name, [one for one in labels if one.set == name]))
    return tuple(found[document.key] for document in labels)


def _texts_of(data: Path, name: str, labels: Sequence[Labels]) -> dict[str, ExamText]:
    if name not in SOURCES:
        raise UsageError(f"The exam names a data set that is not known: {name}.")
    wanted = {document.id: document for document in labels}
    found: dict[str, ExamText] = {}
    met: set[str] = set()
    for row in (row for source in SOURCES[name] for row in read_lines(data / source)):
        document = wanted.get(str(row["id"]))
        if document is None:
            continue
        met.add(document.key)
        # One id may stand in several rows (gun_violence): the digest says which was labelled.
        if hashlib.sha256(row["text"].encode("utf-8")).hexdigest() == document.digest:
            text = ExamText(name, document.id, row["text"], row.get("published"))
            found.setdefault(document.key, text)
    for document in labels:
        if document.key not in found:
            wrong = "has another text than was labelled" if document.key in met else "is not there"
            raise UsageError(f"The document {document.key} of the exam {wrong} (in {data}).")
    return found
