"""Labels and texts of the exam: pinned by digests, and told in one sentence when absent."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest

from recount.evaluation.exam.gold import LABELS, load_labels, load_texts
from recount.evaluation.exam.nouns import Figure
from recount.model import Property, Span, Stance, UsageError

TEXT = "Two guards died in Orlan, and the Ashen Front claimed it."


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def count(prop, at, number, *, primary):
    figure = dict.fromkeys(("low", "value", "high"), number)
    kind = {"qualifier": "exact", "part": not primary, "primary": primary}
    return {"property": prop, "at": at, **figure, **kind}


def row(text=TEXT, name="gun_violence"):
    account = {
        "id": "a1",
        "type": "Attack",
        "realis": "actual",
        "scope": "political",
        "triggers": [[11, 15]],
        "date": None,
        "site": None,
        "places": [[19, 24]],
        "perpetrators": [[30, 45]],
        "targets": [],
        "victims": [[4, 10]],
        "weapons": [],
        "counts": [
            count("killed", [0, 3], 1, primary=False),
            count("killed", [0, 10], 2, primary=True),
        ],
        "responsibility": [{"actor": [30, 45], "stance": "claimed", "by": None}],
    }
    return {
        "set": name,
        "id": "d1",
        "text_sha256": digest(text),
        "annotator": "settled",
        "accounts": [account],
        "tallies": [],
        "clutter": [[0, 3]],
    }


def write(folder, *rows):
    path = folder / "exam.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    path.with_suffix(".sha256").write_text(f"{digest(path.read_text())}  exam.jsonl\n")
    return path


def write_articles(folder, *rows):
    (folder / "gun_violence").mkdir()
    with gzip.open(folder / "gun_violence" / "articles.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in rows)


def test_labels_become_accounts_with_their_own_figures(tmp_path):
    (labels,) = load_labels(write(tmp_path, row()))
    (account,) = labels.accounts
    assert account.triggers == (Span(11, 15),)
    assert account.figure(Property.KILLED) == Figure(2, 2, 2)
    assert account.figure(Property.WOUNDED) is None
    assert ("participant", Span(30, 45)) in account.evidence
    assert account.positions[0].stance is Stance.CLAIMED
    assert labels.clutter == (Span(0, 3),)


def test_labels_must_be_those_that_are_pinned(tmp_path):
    path = write(tmp_path, row())
    path.write_text(path.read_text() + "\n")
    with pytest.raises(UsageError, match=r"not the file that exam\.sha256 pins"):
        load_labels(path)


def test_absent_and_malformed_labels_give_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="no labels of the exam"):
        load_labels(tmp_path / "exam.jsonl")
    broken = {**row(), "accounts": [{"id": "a1"}]}
    with pytest.raises(UsageError, match="not a file of labels"):
        load_labels(write(tmp_path, broken))


def test_the_labels_of_this_checkout_are_those_that_are_pinned():
    assert len(load_labels(LABELS)) == 60


def test_a_text_is_the_row_that_was_labelled_with_its_published_date(tmp_path):
    labels = load_labels(write(tmp_path, row()))
    write_articles(
        tmp_path,
        {"id": "d1", "text": "Another text.", "published": "2031-01-01"},
        {"id": "d1", "text": TEXT, "published": "2031-03-04"},
    )
    (text,) = load_texts(tmp_path, labels)
    assert (text.key, text.text, text.published) == ("gun_violence/d1", TEXT, "2031-03-04")


def test_another_text_under_the_id_is_refused(tmp_path):
    labels = load_labels(write(tmp_path, row()))
    write_articles(tmp_path, {"id": "d1", "text": "Another text."})
    with pytest.raises(UsageError, match="has another text than was labelled"):
        load_texts(tmp_path, labels)


def test_an_absent_document_or_data_set_gives_one_sentence(tmp_path):
    labels = load_labels(write(tmp_path, row()))
    with pytest.raises(UsageError, match="There is no data for this task"):
        load_texts(tmp_path, labels)
    write_articles(tmp_path)
    with pytest.raises(UsageError, match="gun_violence/d1 of the exam is not there"):
        load_texts(tmp_path, labels)
    strange = load_labels(write(tmp_path, row(name="strange")))
    with pytest.raises(UsageError, match="not known: strange"):
        load_texts(tmp_path, strange)
