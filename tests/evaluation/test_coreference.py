"""Reading documents with event mentions, and scoring chains."""

from __future__ import annotations

import csv
import gzip
import json

from recount.evaluation.coreference import (
    MentionRow,
    Told,
    _mention_scores,
    aspect,
    chains,
    join_tokens,
    load_ecbplus,
    load_gvc,
)
from recount.evaluation.match import b_cubed, conll


def test_tokens_are_joined_so_that_spans_bound_their_words():
    tokens = [("1", "Shots"), ("1", "rang"), ("1", "."), ("2", "//n"), ("2", "Two"), ("2", "died")]
    text, spans = join_tokens(tokens)
    assert text == "Shots rang.\n\nTwo died"
    assert [text[start:end] for start, end in spans] == ["Shots", "rang", ".", "", "Two", "died"]


def test_chains_in_brackets_may_nest_and_span_tokens():
    spans = [(0, 1), (2, 3), (4, 5)]
    assert chains(spans, ["(7|(8)", "-", "7)"]) == ((0, 1, "8"), (0, 5, "7"))


def test_gvc_gives_text_date_and_incident(tmp_path):
    rows = ["#begin document (0/55/doc); part 0"]
    rows += ["0/55/doc\t0\t0\t2031-03-04\t-", "0/55/doc\t1\t0\tShooting\t(9)"]
    rows += ["0/55/doc\t1\t1\tin\t-", "0/55/doc\t1\t2\tOrlan\t-"]
    (tmp_path / "dev.conll").write_text("\n".join(rows))
    (told,) = load_gvc(tmp_path)
    assert told == Told("doc", "Shooting in Orlan", "2031-03-04", "55", ((0, 8, "9"),))


def test_ecbplus_keeps_events_of_validated_sentences(tmp_path):
    with (tmp_path / "validated_sentences.csv").open("w", newline="") as out:
        csv.writer(out).writerows([["topic", "file", "sentence"], ["2", "1ecb", "0"]])
    row = {
        "doc_id": "2_1ecb",
        "topic": 2,
        "tokens": [[1, 0, "Riots"], [2, 0, "spread"], [3, 1, "Rain"]],
        "mentions": [
            {"m_id": "a", "tag": "ACTION_OCCURRENCE", "tokens": [1], "chain": None},
            {"m_id": "b", "tag": "ACTION_OCCURRENCE", "tokens": [3], "chain": "c"},
            {"m_id": "c", "tag": "LOC_GEO", "tokens": [2], "chain": "d"},
        ],
    }
    other = {**row, "topic": 1, "doc_id": "1_1ecb"}
    with gzip.open(tmp_path / "train.jsonl.gz", "wt") as out:
        out.write(json.dumps(row) + "\n" + json.dumps(other))
    (told,) = load_ecbplus(tmp_path)
    assert told.mentions == ((0, 5, "2_1ecb/a"),)


def test_aspects_keep_deaths_and_injuries_of_one_incident_apart():
    assert {aspect("killed"), aspect("died"), aspect("Homicide")} == {"death"}
    assert aspect("wounded") == "injury"
    assert aspect("shooting") == "act"


def test_equal_chains_score_one_and_found_mentions_that_are_wrong_cost():
    told = [
        Told("d", "x" * 30, None, None, ((0, 3, "a"), (5, 8, "a"), (10, 12, "b"), (14, 16, "b")))
    ]
    rows = [MentionRow("d", s, e, "w", chain) for s, e, chain in told[0].mentions]
    right = {s.name: s.value for s in _mention_scores(told, rows)}
    assert right["conll_f1"] == 1.0
    extra = [*rows, MentionRow("d", 20, 22, "w", "a")]
    assert {s.name: s.value for s in _mention_scores(told, extra)}["conll_f1"] < 1.0


def test_strict_b_cubed_counts_mentions_that_only_one_side_has():
    gold = {1: "a", 2: "a"}
    assert b_cubed({1: "x", 3: "x"}, gold, strict=True).precision == 0.25
    assert b_cubed({1: "x", 3: "x"}, gold, strict=True).recall == 0.25
    assert conll({}, gold) == 0.0
