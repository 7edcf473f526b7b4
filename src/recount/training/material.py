"""All that the reader learns from: every set brought into windows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from recount.model import UsageError
from recount.training.example import Example
from recount.training.sets import muc4, own, shootings, spans
from recount.training.sets.files import digest_of, read_rows
from recount.training.sources import SOURCES
from recount.training.targets import Piece, Tokeniser, pieces_of


def held_out(standoff: Path) -> frozenset[str]:
    """Return the SHA-256 of the texts of the frozen exam; they are never learned from."""
    return frozenset(row["text_sha256"] for row in read_rows(standoff / "exam.jsonl"))


def public_examples(data: Path, standoff: Path) -> Iterator[Example]:
    """Yield the examples of the shared sets, none of them from the exam or a dev part.

    Args:
        data: folder of the shared data.
        standoff: folder of the stand-off labels, whose exam is left out.
    """
    never = held_out(standoff)
    exam_ids = frozenset(
        row["id"] for row in read_rows(standoff / "exam.jsonl") if row["set"] == "muc4"
    )
    yield from muc4.load(data / "muc4" / "train.jsonl", exam_ids)
    yield from spans.polnear(data / "polnear" / "train.jsonl.gz")
    yield from spans.event_location(data / "event_location" / "train.jsonl.gz")
    yield from spans.re3d(data / "re3d" / "documents.jsonl", never)
    yield from spans.toponyms(data / "geoparsing" / "lgl.jsonl", never)
    yield from spans.toponyms(data / "geoparsing" / "geovirus.jsonl", never)
    yield from shootings.load(data / "gun_violence", never)


def dev_examples(data: Path) -> Iterator[Example]:
    """Yield the dev parts that have labels of the network's own kind; for checks alone."""
    yield from muc4.load(data / "muc4" / "dev.jsonl")
    yield from spans.polnear(data / "polnear" / "dev.jsonl.gz")


def require_data(data: Path, corpora: Path) -> None:
    """Make sure that all material of the whole recipe is there.

    Raises:
        UsageError: a file is missing.
    """
    wanted = [data / name for source in SOURCES for name in source.files]
    wanted += [corpora / "standoff" / "exam.jsonl", corpora / "standoff" / "training.jsonl"]
    require_passages(corpora)
    for path in wanted:
        if not path.is_file():
            raise UsageError(
                f"There is no {path}; training needs the shared data (--data) and the project's"
                " corpora (--corpora), --smoke the corpora alone."
            )


def require_passages(corpora: Path) -> None:
    """Make sure that there are passages to learn from.

    Raises:
        UsageError: there are none.
    """
    if not any((corpora / "passages").glob("*.txt")):
        raise UsageError(
            f"There are no passages in {corpora / 'passages'}; name the folder with --corpora."
        )


def own_examples(data: Path | None, corpora: Path) -> Iterator[Example]:
    """Yield the project's own passages and reports, and its labels of real documents.

    Args:
        data: folder of the shared data, whose texts the labels are of; ``None``: no labels.
        corpora: folder of the project's own corpora.
    """
    yield from own.passages(corpora / "passages")
    yield from own.rounds(corpora / "rounds")
    labels = corpora / "standoff" / "training.jsonl"
    if data is not None and labels.exists():
        keys = {
            digest_of(example.text): example for example in muc4.load(data / "muc4" / "train.jsonl")
        }
        yield from own.standoff(labels, own.texts_by_digest(data), keys)


def windows_by_set(
    examples: Iterable[Example], tokenise: Tokeniser
) -> dict[str, tuple[Piece, ...]]:
    """Return the windows of all examples by the name of their set."""
    found: dict[str, list[Piece]] = {}
    for example in examples:
        found.setdefault(example.source, []).extend(pieces_of(example, tokenise))
    return {source: tuple(pieces) for source, pieces in found.items()}


def sizes(windows: Mapping[str, Sequence[Piece]]) -> str:
    """Return a line of JSON that tells windows and tokens of each set."""
    return json.dumps(
        {name: [len(w), int(sum(len(p.ids) for p in w))] for name, w in windows.items()}
    )
