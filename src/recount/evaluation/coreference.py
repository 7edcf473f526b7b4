"""The tasks ``gvc`` and ``ecbplus``: which event mentions of many documents are one event.

Our mentions are the triggers of accounts; two are one event when their accounts stand in one
incident and their words tell of the same thing (a shooting, a death, an injury). Every realis
and scope counts. Mentions are compared by their exact words, as in CoNLL-2012.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, first_of, need, read_lines
from recount.evaluation.gun_violence import main_account
from recount.evaluation.match import b_cubed, ceaf_e, conll, muc
from recount.evaluation.product import ReadDocument, Reading, Report, read_reports

ECB_DEV_TOPICS = frozenset({2, 5, 12, 18, 21, 23, 34, 35})
"""The usual dev topics of ECB+ among 1 to 35 (Cybulska and Vossen 2015)."""

_ASPECTS = (
    (
        "death",
        re.compile(r"kill|d(?:ie|ea)|murder|homicid|slay|slain|fatal|suicid|manslaught|body"),
    ),
    ("injury", re.compile(r"injur|wound|hurt|hit|struck|strik|graz|critical")),
    ("arrest", re.compile(r"arrest|detain|custody|captur|jail")),
)
_BREAK = "//n"

Place = tuple[str, int, int]
"""A mention: document, start and end of its words."""


@dataclass(frozen=True, slots=True)
class Told:
    """A document with its gold mentions; ``incident`` groups documents, where it is known."""

    id: str
    text: str
    published: str | None
    incident: str | None
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One predicted mention with its cluster, or a document with its incident."""

    document: str
    start: int
    end: int
    words: str
    cluster: str

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "words": self.words,
            "cluster": self.cluster,
        }


def run_gvc(path: Path, options: Options) -> Outcome:
    """Run the product on the dev documents of GVC: incidents of documents, then mentions."""
    told = first_of(load_gvc(path), options.limit)
    reading = _read(told, options)
    rows = mention_rows(told, reading)
    grouped = b_cubed(
        _main_incidents(told, reading), {d.id: d.incident for d in told if d.incident is not None}
    )
    scores = (
        Score("incident_b3_f1", grouped.f1, len(told)),
        *_mention_scores(told, rows),
        Score("incident_b3_precision", grouped.precision, len(told)),
        Score("incident_b3_recall", grouped.recall, len(told)),
    )
    return Outcome(Scores("gvc", "dev", scores), rows, tuple(errors(told, rows)))


def run_ecbplus(path: Path, options: Options) -> Outcome:
    """Run the product on the dev topics of ECB+ and compare events over documents."""
    told = first_of(load_ecbplus(path), options.limit)
    rows = mention_rows(told, _read(told, options))
    scores = Scores("ecbplus", "dev", _mention_scores(told, rows))
    return Outcome(scores, rows, tuple(errors(told, rows)))


def _read(told: Sequence[Told], options: Options) -> Reading:
    reports = [Report(d.id, d.text, published=d.published) for d in told]
    return read_reports(reports, link=options.link)


def _main_incidents(told: Sequence[Told], reading: Reading) -> dict[str, str]:
    named = reading.named()
    found = ((d.id, main_account(named[d.id])) for d in told if d.id in named)
    return {name: account.incident for name, account in found if account is not None}


def mention_rows(told: Sequence[Told], reading: Reading) -> tuple[MentionRow, ...]:
    """Return every trigger with its cluster, in order of documents."""
    named = reading.named()
    return tuple(row for document in told for row in _mentions(document.id, named.get(document.id)))


def _mentions(name: str, read: ReadDocument | None) -> Iterator[MentionRow]:
    if read is None:
        return
    for account in read.accounts:
        for trigger in account.record.account.triggers:
            words = read.document.words(trigger.span)
            cluster = f"{account.incident}/{aspect(words)}"
            yield MentionRow(name, trigger.start, trigger.end, words, cluster)


def aspect(words: str) -> str:
    """Return what a trigger tells of within its incident.

    >>> aspect("fatally"), aspect("shooting")
    ('death', 'act')
    """
    low = words.lower()
    return next((name for name, pattern in _ASPECTS if pattern.search(low)), "act")


def _mention_scores(told: Sequence[Told], rows: Sequence[MentionRow]) -> tuple[Score, ...]:
    gold = {(d.id, start, end): chain for d in told for start, end, chain in d.mentions}
    ours = {(row.document, row.start, row.end): row.cluster for row in rows}
    right = len(gold.keys() & ours.keys())
    recall = round(right / max(1, len(gold)), 4)
    precision = round(right / max(1, len(ours)), 4)
    return (
        Score("conll_f1", conll(ours, gold), len(gold)),
        Score("muc_f1", muc(ours, gold).f1, len(gold)),
        Score("b3_f1", b_cubed(ours, gold, strict=True).f1, len(gold)),
        Score("ceaf_e_f1", ceaf_e(ours, gold).f1, len(gold)),
        Score("mention_recall", recall, len(gold)),
        Score("mention_precision", precision, len(ours)),
    )


def load_gvc(path: Path) -> tuple[Told, ...]:
    """Read ``dev.conll`` of a folder, or a file of its shape.

    Sentence 0 holds the publication date, which a user would have.

    Raises:
        UsageError: there is no such file.
    """
    documents: dict[str, list[list[str]]] = {}
    file = need(path / "dev.conll" if path.is_dir() else path)
    for line in file.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 5:
            documents.setdefault(fields[0], []).append(fields)
    return tuple(_gvc_document(name, rows) for name, rows in sorted(documents.items()))


def _gvc_document(key: str, rows: Sequence[Sequence[str]]) -> Told:
    _, incident, name = key.split("/")
    day = next((row[3] for row in rows if row[1] == "0"), None)
    body = [row for row in rows if row[1] != "0"]
    text, spans = join_tokens([(row[1], row[3]) for row in body])
    mentions = chains(spans, [row[4] for row in body])
    return Told(name, text, _day(day), incident, mentions)


def _day(words: str | None) -> str | None:
    try:
        return None if words is None else date.fromisoformat(words).isoformat()
    except ValueError:
        return None


def join_tokens(tokens: Iterable[tuple[Any, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of tokens (number of the sentence, word), and where each word stands.

    Words are joined by blanks, but for closing marks; a sentence ends with a line break.
    """
    text, spans, before = "", [], None
    for sentence, word in tokens:
        if word == _BREAK:
            text += "\n\n"
            spans.append((len(text), len(text)))
            before = sentence
            continue
        if before is not None and sentence != before:
            text = text.rstrip(" ") + "\n"
        elif len(text) > 0 and not text.endswith("\n") and not re.match(r"[,.;:!?)\]’'”%]", word):
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        before = sentence
    return text, spans


def chains(
    spans: Sequence[tuple[int, int]], labels: Sequence[str]
) -> tuple[tuple[int, int, str], ...]:
    """Return the mentions of a column of chains in brackets, as in CoNLL-2012.

    >>> chains([(0, 3), (4, 8)], ["(7", "7)"])
    ((0, 8, '7'),)
    """
    open_at: dict[str, list[int]] = {}
    found = []
    for at, label in enumerate(labels):
        for part in label.split("|"):
            name = part.strip("()")
            if part.startswith("("):
                open_at.setdefault(name, []).append(at)
            if part.endswith(")") and open_at.get(name):
                found.append((spans[open_at[name].pop()][0], spans[at][1], name))
    return tuple(sorted(found))


def load_ecbplus(path: Path) -> tuple[Told, ...]:
    """Read the dev topics; only mentions of validated sentences count, as is usual.

    Raises:
        UsageError: a file is missing.
    """
    with need(path / "validated_sentences.csv").open(encoding="utf-8", newline="") as lines:
        valid = {
            (f"{row['topic']}_{row['file']}", int(row["sentence"])) for row in csv.DictReader(lines)
        }
    rows = [r for r in read_lines(path / "train.jsonl.gz") if r["topic"] in ECB_DEV_TOPICS]
    return tuple(_ecb_document(row, valid) for row in sorted(rows, key=lambda r: r["doc_id"]))


def _ecb_document(row: dict[str, Any], valid: set[tuple[str, int]]) -> Told:
    tokens = row["tokens"]
    text, spans = join_tokens([(sentence, word) for _, sentence, word in tokens])
    place = {number: (spans[at], tokens[at][1]) for at, (number, _, _) in enumerate(tokens)}
    mentions = []
    for mention in row["mentions"]:
        held = [place[number] for number in mention["tokens"] if number in place]
        if "ACTION" not in mention["tag"] or len(held) == 0:
            continue
        if (row["doc_id"], held[0][1]) not in valid:
            continue
        chain = mention["chain"] or f"{row['doc_id']}/{mention['m_id']}"
        mentions.append((held[0][0][0], held[-1][0][1], chain))
    return Told(row["doc_id"], text, None, None, tuple(sorted(mentions)))


def errors(told: Sequence[Told], rows: Sequence[MentionRow]) -> Iterator[str]:
    """Yield event mentions missed and found for nothing, with their words."""
    ours = {(row.document, row.start, row.end): row for row in rows}
    for document in told:
        gold = {(document.id, start, end) for start, end, _ in document.mentions}
        for place in sorted(gold - ours.keys()):
            yield f"{document.id}: MISSED {document.text[place[1] : place[2]]}"
        for place in sorted(ours.keys() - gold):
            if place[0] == document.id:
                yield f"{document.id}: SPURIOUS {ours[place].words}"
