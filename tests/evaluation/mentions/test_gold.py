"""Labels of the exams of mentions: pinned, split, and sampled items without their text."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import pytest

from recount.evaluation.base import Options
from recount.evaluation.mentions.gold import CORPORA, days, load, number
from recount.model import Property, Span, UsageError

TEXT = "GUNMEN KILLED TWO FARMERS IN OSSET YESTERDAY."
SAMPLED = {
    "id": "ns001",
    "set": "muc4",
    "document": "m1",
    "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "at": [14, 17],
    "published": "1990-02-04",
    "counts": "killed",
    "kind": "people",
    "low": 2,
    "value": 2,
    "high": 2,
    "qualifier": "exact",
}
MADE = {
    "id": "n-001",
    "text": "Osset is 12 km away.",
    "at": [9, 14],
    "counts": None,
    "kind": "distance",
    "low": None,
    "value": None,
    "high": None,
    "qualifier": None,
}


def shared(folder, text=TEXT):
    (folder / "muc4").mkdir(exist_ok=True)
    row = json.dumps({"id": "m1", "text": text})
    (folder / "muc4" / "dev.jsonl").write_text(row + "\n", encoding="utf-8")
    (folder / "muc4" / "train.jsonl").write_text("", encoding="utf-8")
    return folder


def test_a_sampled_item_gets_its_text_from_the_shared_data(tmp_path, pinned):
    path = pinned(SAMPLED, MADE)
    ((item, gold),) = load(shared(tmp_path), Options("sampled"), path, number)
    assert item.mention.of(item.text) == "TWO"
    assert item.published == date(1990, 2, 4)
    assert (gold.counts, gold.bounds, gold.people) == (Property.KILLED, (2, 2, 2), True)


def test_a_made_item_needs_no_data(tmp_path, pinned):
    path = pinned(SAMPLED, MADE)
    ((item, gold),) = load(tmp_path / "nowhere", Options("made"), path, number)
    assert item.mention == Span(9, 14)
    assert item.published is None
    assert not gold.people


def test_another_text_than_was_labelled_is_refused(tmp_path, pinned):
    path = pinned(SAMPLED)
    with pytest.raises(UsageError, match="another text"):
        load(shared(tmp_path, TEXT + " "), Options("sampled"), path, number)


def test_labels_must_be_those_that_are_pinned(tmp_path, pinned):
    path = pinned(MADE)
    path.write_text(path.read_text() + "\n")
    with pytest.raises(UsageError, match=r"not the file that labels\.sha256 pins"):
        load(tmp_path, Options("made"), path, number)
    with pytest.raises(UsageError, match="no labels at"):
        load(tmp_path, Options("made"), tmp_path / "other.jsonl", number)


def test_a_malformed_label_gives_one_sentence(tmp_path, pinned):
    path = pinned({**MADE, "counts": "frightened"})
    with pytest.raises(UsageError, match="not a file of labels"):
        load(tmp_path, Options("made"), path, number)


def test_days_that_cannot_be_known_are_none():
    assert days({"start": None, "end": None}).start is None
    assert days({"start": "2031-03-04", "end": "2031-03-05"}).end == date(2031, 3, 5)


@pytest.mark.parametrize("exam", ["numbers", "dates"])
def test_the_draw_holds_no_text_and_nothing_of_the_incident_exam(exam):
    drawn = json.loads((CORPORA / exam / "draw.json").read_text(encoding="utf-8"))["items"]
    lines = (CORPORA / "standoff" / "exam.jsonl").read_text(encoding="utf-8").splitlines()
    shut = {json.loads(line)["text_sha256"] for line in lines}
    assert len({item["id"] for item in drawn}) == len(drawn) == 150
    assert shut.isdisjoint(item["text_sha256"] for item in drawn)
    keys = {"id", "set", "document", "text_sha256", "at", "published"}
    assert all(set(item) == keys for item in drawn)
