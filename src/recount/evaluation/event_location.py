"""The task ``event-location``: where the event of a verb happened, in sentences of conflict news.

The reader's finder of event places is compared. ``account_f1`` compares what the whole chain
says: the place of the account that the verb triggers, else the places of all accounts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from recount.evaluation.base import (
    Options,
    Outcome,
    Score,
    Scores,
    first_of,
    is_dev,
    prf,
    read_lines,
)
from recount.evaluation.match import Pieces, Tally3, match_spans
from recount.evaluation.product import ReadAccount, ReadDocument, Report, read_reports
from recount.extract.learned.finders import Finders
from recount.model import Property, Span

SHORTEST_PLACE = 3
"""Letters that a label of a place has at least; shorter ones are faults of the set."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with one or more verbs and the spans of the places where they happened."""

    id: str
    text: str
    verbs: tuple[Span, ...]
    places: tuple[Pieces, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every label of a place is a word; some have no length, or one letter."""
        words = (self.text[start:end].strip() for pieces in self.places for start, end in pieces)
        return all(len(word) >= SHORTEST_PLACE for word in words)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The places predicted for one sentence."""

    id: str
    text: str
    places: tuple[Pieces, ...]
    told: tuple[Pieces, ...]
    """The places of accounts."""
    triggered: bool

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {
            "id": self.id,
            "places": [list(piece) for pieces in self.places for piece in pieces],
            "account_places": [list(piece) for pieces in self.told for piece in pieces],
            "triggered": self.triggered,
        }


def load(path: Path) -> tuple[Sentence, ...]:
    """Read the dev sentences; equal sentences count once, with the first one's labels.

    Raises:
        UsageError: there is no such file.
    """
    zipped = path / "train.jsonl.gz"
    rows = read_lines(zipped if zipped.exists() else path / "train.jsonl")
    kept = {row["text"]: row for row in reversed(rows) if is_dev(row["text"])}
    return tuple(
        _sentence(str(number), kept[text]) for number, text in enumerate(sorted(kept), start=1)
    )


def _sentence(name: str, row: dict[str, Any]) -> Sentence:
    spans = row["spans"]
    return Sentence(
        name,
        row["text"],
        tuple(Span(s["start"], s["end"]) for s in spans if s["label"] == "VERB"),
        tuple(sorted(((s["start"], s["end"]),) for s in spans if s["label"] == "LOCATION")),
    )


def run(path: Path, options: Options) -> Outcome:
    """Run the product on every sentence, each a document of its own, and compare."""
    sentences = first_of(load(path), options.limit)
    # Sentences are no documents to be linked: accounts alone are looked at.
    reading = read_reports([Report(s.id, s.text) for s in sentences], link=False).named()
    rows = tuple(predict(sentence, reading.get(sentence.id)) for sentence in sentences)
    scores = Scores("event-location", "dev", score(sentences, rows))
    return Outcome(scores, rows, tuple(errors(sentences, rows)))


def predict(sentence: Sentence, read: ReadDocument | None) -> PlaceRow:
    """Return the event places of a sentence, and those of the accounts that the verb triggers."""
    places = tuple(((span.start, span.end),) for span in _finders().event_places(sentence.text))
    accounts = () if read is None else read.accounts
    triggered = [account for account in accounts if _has_trigger(account, sentence.verbs)]
    told = triggered if len(triggered) > 0 else list(accounts)
    spans = {span for account in told for span in _places(account)}
    return PlaceRow(sentence.id, sentence.text, places, tuple(sorted(spans)), len(triggered) > 0)


@cache
def _finders() -> Finders:
    return Finders()


def _has_trigger(account: ReadAccount, verbs: Sequence[Span]) -> bool:
    triggers = account.record.account.triggers
    return any(trigger.span.overlaps(verb) for trigger in triggers for verb in verbs)


def _places(account: ReadAccount) -> Iterator[Pieces]:
    """The words of the account's own place; of its site, where no place is named."""
    place = account.record.primary(Property.PLACE)
    found = place if place is not None else account.record.primary(Property.SITE)
    if found is not None:
        yield ((found.start, found.end),)


def score(sentences: Sequence[Sentence], rows: Sequence[PlaceRow]) -> tuple[Score, ...]:
    """Return F1 over places, precision and recall, and over sentences that state a place.

    ``sound_f1`` and ``sound_stated_f1`` are the same over sentences without a faulty label.
    """
    total, stated, told = Tally3(), Tally3(), Tally3()
    sound, sound_stated = Tally3(), Tally3()
    for gold, row in zip(sentences, rows, strict=True):
        here = match_spans(row.places, gold.places)
        total += here
        told += match_spans(row.told, gold.places)
        if len(gold.places) > 0:
            stated += here
        if gold.is_sound:
            sound += here
            sound_stated += here if len(gold.places) > 0 else Tally3()
    precision, recall, both = prf(total.right, total.found, total.gold)
    triggered = sum(row.triggered for row in rows)
    return (
        both,
        precision,
        recall,
        prf(stated.right, stated.found, stated.gold, "stated_")[2],
        prf(sound.right, sound.found, sound.gold, "sound_")[2],
        prf(sound_stated.right, sound_stated.found, sound_stated.gold, "sound_stated_")[2],
        prf(told.right, told.found, told.gold, "account_")[2],
        Score("verb_is_trigger", round(triggered / max(1, len(rows)), 4), len(rows)),
    )


def errors(sentences: Sequence[Sentence], rows: Sequence[PlaceRow]) -> Iterator[str]:
    """Yield sentences whose places differ, with the verb and both answers."""
    for gold, row in zip(sentences, rows, strict=True):
        if match_spans(row.places, gold.places).right == len(gold.places) == len(row.places):
            continue
        verbs = ", ".join(verb.of(gold.text) for verb in gold.verbs)
        mark = "" if row.triggered else " (no account has the verb)"
        yield f"[{verbs}]{mark} {_told(row.text, row.places)} for {_told(gold.text, gold.places)}"


def _told(text: str, places: Sequence[Pieces]) -> str:
    words = [text[start:end] for pieces in places for start, end in pieces]
    return " + ".join(words) if len(words) > 0 else "nothing"
