"""The gun-violence scorer on hand-made articles and incidents."""

from __future__ import annotations

import gzip
import json

import pytest

from recount.evaluation.base import is_dev
from recount.evaluation.gun_violence import (
    NOTHING,
    Article,
    ArticleRow,
    Facts,
    IncidentRow,
    Range,
    incident_rows,
    load,
    score,
)
from recount.evaluation.product import Report


def article(key, incident):
    return Article(key, incident, Report(key, "text"))


def test_figures_groups_and_ranges_are_scored():
    articles = [article("a", "g1"), article("b", "g1"), article("c", "g2")]
    rows = [ArticleRow("a", "i", 2, 1), ArticleRow("b", "i", 1, 1), ArticleRow("c", "j", 0, 0)]
    incidents = [
        IncidentRow("g1", "i", Range(1, 2, 2), Range(1, 1, 1)),
        IncidentRow("g2", "j", NOTHING, Range(3, 3, 3)),
    ]
    facts = [Facts("g1", 2, 1), Facts("g2", 0, 4)]
    found = {s.name: s.value for s in score(articles, facts, rows, incidents)}
    assert found["b3_f1"] == 1.0
    assert found["killed_exact"] == 1.0
    assert found["injured_exact"] == 0.5
    assert found["killed_covered"] == 1.0
    assert found["killed_width"] == 1.0
    assert found["article_killed_exact"] == 0.6667


def test_an_incident_without_any_account_is_wrong_even_when_nobody_died():
    articles = [article("a", "g1")]
    rows = [ArticleRow("a", None, None, None)]
    incidents = incident_rows(articles, rows, [])
    found = {s.name: s.value for s in score(articles, [Facts("g1", 0, 0)], rows, incidents)}
    assert found["killed_exact"] == 0.0
    assert found["killed_covered"] == 0.0
    assert found["article_killed_exact"] == 0.0


def test_the_incident_with_most_articles_speaks_for_the_gold_incident():
    articles = [article(key, "g1") for key in "abc"]
    rows = [ArticleRow("a", "i", 0, 0), ArticleRow("b", "j", 0, 0), ArticleRow("c", "j", 0, 0)]
    assert incident_rows(articles, rows, [])[0].ours == "j"


@pytest.mark.parametrize(("first", "second"), [("i", "j"), ("j", "i")])
def test_of_incidents_with_as_many_articles_the_first_articles_speaks(first, second):
    articles = [article(key, "g1") for key in "abc"]
    rows = [
        ArticleRow("a", None, None, None),
        ArticleRow("b", first, 0, 0),
        ArticleRow("c", second, 0, 0),
    ]
    assert incident_rows(articles, rows, [])[0].ours == first


def test_the_sample_is_the_fixed_one_and_repeated_texts_get_keys_of_their_own(tmp_path):
    names = [str(n) for n in range(60)]
    kept = [name for name in names if is_dev(name, 10)]
    rows = [{"incident": name, "killed": 0, "injured": 1} for name in names]
    (tmp_path / "incidents.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    texts = [
        {
            "id": "same",
            "incident": n,
            "title": None,
            "published": "2031-01-01",
            "url": None,
            "text": "t",
        }
        for n in names
    ]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt") as out:
        out.write("\n".join(json.dumps(row) for row in texts))
    articles, facts = load(tmp_path)
    assert 0 < len(kept) < len(names)
    assert [a.incident for a in articles] == kept
    assert {fact.incident for fact in facts} == set(kept)
    assert len({a.report.document() for a in articles}) == len(kept)


def test_the_incident_is_never_in_what_the_product_gets(tmp_path):
    name = next(str(n) for n in range(1000, 2000) if is_dev(str(n), 10))
    (tmp_path / "incidents.jsonl").write_text(
        json.dumps({"incident": name, "killed": 7, "injured": 8})
    )
    text = {
        "id": "x",
        "incident": name,
        "title": "T",
        "published": "2031-01-01",
        "url": None,
        "text": "t",
    }
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt") as out:
        out.write(json.dumps(text))
    (found,), _ = load(tmp_path)
    assert name.encode() not in found.report.line()
