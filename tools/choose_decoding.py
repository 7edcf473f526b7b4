"""Choose the thresholds of decoding on dev parts, and calibrate confidence.

    python tools/choose_decoding.py ../shared/data --model FOLDER --version NAME

writes ``FOLDER/decoding.json``. Each threshold is moved along a grid while the others stay, in
rounds, and kept where the score of its task is best: source, cue and content on PolNeAR dev;
entities on re3d dev; event places on event_location dev; the fillers of MUC-4 on its dev part;
triggers, groups and figures on the tuning documents. The slope and offset of confidence are
those of a logistic regression of right against wrong accounts of the tuning documents.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

from recount.evaluation.exam.gold import LABELS, load_labels, load_texts
from recount.evaluation.exam.nouns import Paired
from recount.evaluation.exam.run import compare
from recount.evaluation.exam.score import score as score_exam
from recount.evaluation.muc4.score import count
from recount.evaluation.muc4.score import score as score_muc4
from recount.evaluation.muc4.templates import Report4
from recount.evaluation.muc4.templates import load as load_muc4
from recount.evaluation.product import ReadAccount, ReadDocument, Reading, Report
from recount.extract.learned.extractor import LearnedExtractor
from recount.extract.learned.finders import Finders
from recount.extract.learned.settings import FILE, Decoding, load_decoding
from recount.extract.rules.scan import Scan
from recount.ingest import find, read
from recount.model import AccountRecord, Document, Span
from recount.resolve import choose_publication, resolve
from recount.resources.bundle import Resources
from recount.resources.bundle import load as load_resources
from recount.resources.encoder.reading import TextReading
from recount.resources.encoder.session import Encoder

polnear = import_module("recount.evaluation.polnear")
event_location = import_module("recount.evaluation.event_location")
re3d = import_module("recount.evaluation.re3d")
muc4_run = import_module("recount.evaluation.muc4.run")
labelled = import_module("recount.evaluation.muc4.labelled")

GRID = (0.2, 0.35, 0.5, 0.6, 0.7, 0.8)
SAME = (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5)
ROUNDS = 1


class Remembering(Encoder):
    """The encoder, reading each text once only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known: dict[tuple[str, tuple[Span, ...]], TextReading] = {}

    def read(self, text: str, sentences: Sequence[Span] | None = None) -> TextReading:
        """Return what the heads say of a text."""
        key = (text, tuple(sentences or ()))
        if key not in self._known:
            self._known[key] = super().read(text, sentences)
        return self._known[key]


class Quick(LearnedExtractor):
    """The extractor, scanning each document once only."""

    def __init__(self, bench: Bench, decoding: Decoding) -> None:
        super().__init__(bench.resources, bench.encoder, decoding)
        self._scans = bench.scans

    def scan(self, document: Document) -> Scan:
        """Return what the finders find in a document."""
        if document.id not in self._scans:
            self._scans[document.id] = super().scan(document)
        return self._scans[document.id]


@dataclass(slots=True)
class Bench:
    """Everything that a try needs, loaded once."""

    data: Path
    encoder: Remembering
    resources: Resources = field(default_factory=load_resources)
    documents: dict[str, Document] = field(default_factory=dict)
    scans: dict[str, Scan] = field(default_factory=dict)

    def open(self, reports: Sequence[Report]) -> None:
        """Read the documents of some reports."""
        by_id = {report.document(): report.id for report in reports}
        with tempfile.TemporaryDirectory() as folder:
            rows = Path(folder) / "rows.jsonl"
            rows.write_bytes(b"".join(report.line() + b"\n" for report in reports))
            for item in find([rows]):
                name = by_id.get(getattr(item, "document_id", ""))
                if name is not None:
                    self.documents[name] = read(item)

    def read(self, names: Sequence[str], decoding: Decoding, *, values: bool) -> Reading:
        """Return what the product makes of some documents, without linking.

        With ``values`` false nothing is resolved: links are enough for MUC-4's fillers.
        """
        extractor = Quick(self, decoding)
        made = []
        for name in names:
            document = self.documents.get(name)
            if document is None:
                continue
            found = extractor.extract(document)
            statements = ()
            if values:
                statements = resolve(
                    document,
                    found,
                    publication=choose_publication(document, ()),
                    outlet=document.outlet,
                    resources=self.resources,
                ).statements
            accounts = [
                ReadAccount(
                    AccountRecord(
                        account,
                        tuple(one for one in statements if one.account == account.id),
                        document.words(account.extent),
                    ),
                    account.id,
                    account.realis,
                    account.scope,
                )
                for account in found.accounts
            ]
            made.append(ReadDocument(name, document, tuple(accounts), (), found.names))
        return Reading(tuple(made))


Try = Callable[[Decoding], float]


def climb(
    start: Decoding, moves: Sequence[tuple[str, str, Sequence[float]]], worth: Try
) -> Decoding:
    """Return the thresholds that are best, moved one at a time.

    Args:
        start: where to begin.
        moves: kind of threshold (``tag``, ``link``, or a field), its name, the values tried.
        worth: what is to be as great as possible.
    """
    best, top = start, worth(start)
    for _ in range(ROUNDS):
        before = top
        for kind, name, grid in moves:
            for value in grid:
                tried = moved(best, kind, name, value)
                told = worth(tried)
                if told > top + 1e-6:
                    best, top = tried, told
            print(f"  {kind} {name} {top:.4f}", flush=True)
        if top <= before + 1e-6:
            break
    return best


def moved(decoding: Decoding, kind: str, name: str, value: float) -> Decoding:
    """Return the thresholds with one of them changed."""
    if kind == "tag":
        return replace(decoding, tags={**decoding.tags, name: value})
    if kind == "link":
        return replace(decoding, links={**decoding.links, name: value})
    if kind == "same":
        return replace(decoding, same=value)
    return replace(decoding, **{kind: value})


def named(scores: Sequence[object], name: str) -> float:
    """Return the value of a score."""
    return next(float(one.value) for one in scores if one.name == name)  # type: ignore[attr-defined]


def choose_voices(bench: Bench, decoding: Decoding) -> Decoding:
    """Choose on PolNeAR dev."""
    texts = polnear.load(bench.data / "polnear")

    def worth(tried: Decoding) -> float:
        finders = Finders(bench.encoder, tried)
        rows = []
        for gold in texts:
            found = finders.attributions(gold.text)
            spans = [
                tuple(sorted({((s.start, s.end),) for s in some if s is not None}))
                for some in (
                    [one.source for one in found],
                    [one.cue for one in found],
                    [one.content for one in found],
                )
            ]
            rows.append(polnear.Attributed(gold.id, gold.text, *spans))
        scores = polnear.score(texts, rows)
        return sum(named(scores, f"{role}_f1") for role in polnear.ROLES)

    moves = [("tag", tag, GRID[1:]) for tag in ("source", "cue", "content")]
    return climb(decoding, [*moves, ("link", "source", GRID[:4])], worth)


def choose_entities(bench: Bench, decoding: Decoding) -> Decoding:
    """Choose on re3d dev, and event places on event_location dev."""
    texts = re3d.load(bench.data / "re3d")
    sentences = event_location.load(bench.data / "event_location")
    names: Mapping[str, str] = re3d.NAMED

    def entities(tried: Decoding) -> float:
        finders = Finders(bench.encoder, tried)
        rows = [
            re3d.Entities(
                one.id,
                one.text,
                tuple((names[e.tag], e.span.start, e.span.end) for e in finders.entities(one.text)),
            )
            for one in texts
        ]
        return named(re3d.score(texts, rows), "f1")

    def places(tried: Decoding) -> float:
        finders = Finders(bench.encoder, tried)
        rows = [
            event_location.PlaceRow(
                one.id,
                one.text,
                tuple(((s.start, s.end),) for s in finders.event_places(one.text)),
                (),
                False,  # noqa: FBT003
            )
            for one in sentences
        ]
        return named(event_location.score(sentences, rows), "f1")

    decoding = climb(decoding, [("tag", tag, GRID) for tag in names], entities)
    return climb(decoding, [("tag", "event_place", GRID)], places)


def choose_fillers(bench: Bench, decoding: Decoding) -> Decoding:
    """Choose on MUC-4 dev."""
    reports: tuple[Report4, ...] = load_muc4(bench.data / "muc4", "dev")
    bench.open([Report(one.id, one.text) for one in reports])

    def worth(tried: Decoding) -> float:
        reading = bench.read([r.id for r in reports], tried, values=False).named()
        told = [(muc4_run.templates_of(reading.get(r.id)), r.templates) for r in reports]
        return named(score_muc4(count(told)), "f1")

    tags = ("perpetrator_individual", "perpetrator_organisation", "physical_target", "victim_name")
    moves = [("tag", tag, GRID) for tag in (*tags, "weapon")]
    moves += [("link", tag, GRID[:6]) for tag in (*tags, "weapon")]
    return climb(decoding, moves, worth)


def tuning_pairs(bench: Bench, decoding: Decoding) -> Sequence[Paired]:
    """Return the tuning documents with gold accounts and ours paired."""
    labels = load_labels(LABELS.with_name("tuning.jsonl"))
    texts = load_texts(bench.data, labels)
    if any(one.key not in bench.documents for one in texts):
        bench.open([Report(one.key, one.text, published=one.published) for one in texts])
    return compare(labels, texts, bench.read([one.key for one in texts], decoding, values=True))


def choose_accounts(bench: Bench, decoding: Decoding) -> Decoding:
    """Choose on the tuning documents."""

    def worth(tried: Decoding) -> float:
        scores = score_exam(tuning_pairs(bench, tried))
        names = ("account_f1", "killed_exact", "wounded_exact", "triggers_b3_f1")
        return sum(named(scores, name) for name in names)

    counts = ("killed", "wounded", "arrested", "abducted")
    moves: list[tuple[str, str, Sequence[float]]] = [
        ("tag", "trigger", GRID[1:]),
        ("same", "", SAME),
        ("alone", "", GRID),
        ("ruled", "", (0.0, 0.05, 0.1, 0.2)),
        ("type_sure", "", (0.0, 0.3, 0.5, 0.7)),
    ]
    moves += [("tag", tag, GRID[1:6]) for tag in counts[:2]]
    moves += [("link", tag, GRID[:6]) for tag in counts[:2]]
    return climb(decoding, moves, worth)


def calibrated(decoding: Decoding, documents: Sequence[Paired]) -> Decoding:
    """Return the thresholds with slope and offset of a logistic regression.

    ``documents`` must have been read with the identity (slope 1, offset 0).
    """
    told = [
        (account.confidence, float(at in {mine for _, mine in document.pairs}))
        for document in documents
        for at, account in enumerate(document.ours)
    ]
    logits = [(math.log(c / (1 - c)), right) for c, right in told if 0 < c < 1]
    slope, offset = 1.0, 0.0
    for _ in range(4000):
        errors = [(1 / (1 + math.exp(-(slope * x + offset))) - y, x) for x, y in logits]
        slope -= 0.5 * sum(error * x for error, x in errors) / len(errors)
        offset -= 0.5 * sum(error for error, _ in errors) / len(errors)
    # The bound of accounts told by the heads alone was chosen on confidences as they were.
    bound = slope * math.log(decoding.alone / (1 - decoding.alone)) + offset
    return replace(
        decoding,
        calibration=(round(slope, 4), round(offset, 4)),
        alone=round(1 / (1 + math.exp(-bound)), 4),
    )


def main() -> None:
    """Choose all thresholds and write them beside the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--version", required=True)
    arguments = parser.parse_args()
    bench = Bench(arguments.data, Remembering(arguments.model))
    path = arguments.model / FILE
    peers = load_decoding(arguments.model).peers if path.is_file() else ()
    decoding = Decoding(arguments.version, peers=peers)
    print("accounts")
    decoding = choose_accounts(bench, decoding)
    print("fillers")
    decoding = choose_fillers(bench, decoding)
    print("voices")
    decoding = choose_voices(bench, decoding)
    print("entities")
    decoding = choose_entities(bench, decoding)
    decoding = calibrated(decoding, tuning_pairs(bench, decoding))
    write(path, decoding)


def write(path: Path, decoding: Decoding) -> None:
    """Write the thresholds as JSON."""
    kept = {
        "version": decoding.version,
        "tags": decoding.tags,
        "links": decoding.links,
        "same": decoding.same,
        "clutter": decoding.clutter,
        "alone": decoding.alone,
        "ruled": decoding.ruled,
        "type_sure": decoding.type_sure,
        "calibration": list(decoding.calibration),
        "peers": list(decoding.peers),
    }
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
