"""The scorers of geoparsing, polnear and event-location on hand-made texts."""

from __future__ import annotations

import gzip
import json

import pytest

from recount.evaluation import event_location, geoparsing, polnear, re3d
from recount.evaluation.base import is_dev
from recount.model import Span
from recount.resources.gazetteer import Place, PlaceKind


def place(lat, lon, name="gn7"):
    return Place(name, "X", PlaceKind.SETTLEMENT, "XV", None, None, lat, lon, 0, 5.0, "made")


def values(scores):
    return {score.name: score.value for score in scores}


def geo_scores(found_place, given_place):
    toponyms = (
        geoparsing.Toponym(0, 5, 10.0, 10.0, "7"),
        geoparsing.Toponym(8, 12, 20.0, 20.0, None),
        geoparsing.Toponym(20, 24, None, None, None),
    )
    text = geoparsing.Text("a", "x" * 30, toponyms)
    row = geoparsing.GeoRow("a", (geoparsing.Found(0, 5, found_place),))
    given = (given_place, None, None)
    return values(geoparsing.score([text], [row], [given], [(True, False, True)]))


def test_places_not_found_are_not_near_and_those_without_coordinates_are_left_out():
    found = geo_scores(place(10.1, 10.1), place(10.1, 10.1))
    assert found["detection_precision"] == 1.0
    assert found["detection_recall"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["within_161km"] == 0.5
    assert found["found_within_161km"] == 1.0
    assert found["gold_within_161km"] == 0.5
    assert found["oracle_within_161km"] == 0.5


def test_exact_goes_by_the_id_where_both_have_one():
    assert geo_scores(None, place(50.0, 50.0, "gn7"))["exact"] == 0.5
    assert geo_scores(None, place(10.0, 10.0, "gn8"))["exact"] == 0.0


def test_a_degree_of_latitude_is_111_kilometres():
    assert geoparsing.kilometres(0, 0, 1, 0) == pytest.approx(111.2, abs=0.1)
    assert geoparsing.kilometres(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)


def test_only_dev_texts_of_the_chosen_file_are_read(tmp_path):
    rows = [{"id": str(n), "text": "t", "toponyms": []} for n in range(30)]
    for name in geoparsing.FILES:
        (tmp_path / name).write_text("\n".join(json.dumps(row) for row in rows))
    kept = [row["id"] for row in rows if is_dev(row["id"])]
    assert [text.id for text in geoparsing.load(tmp_path, "lgl")] == kept
    assert len(geoparsing.load(tmp_path, "dev")) == 2 * len(kept)
    assert [text.id for text in geoparsing.load(tmp_path / "lgl.jsonl")] == kept


def attributed(source=(), cue=(), content=()):
    return polnear.Attributed("a", "x" * 99, tuple(source), tuple(cue), tuple(content))


def test_attribution_spans_are_right_when_half_of_both_is_shared():
    gold = attributed(source=[((0, 10),)], cue=[((11, 15),)], content=[((20, 40), (50, 60))])
    ours = attributed(source=[((0, 4),)], cue=[((11, 15),), ((70, 75),)], content=[((20, 40),)])
    found = values(polnear.score([gold], [ours]))
    assert found["source_f1"] == 0.0
    assert found["cue_precision"] == 0.5
    assert found["cue_recall"] == 1.0
    assert found["content_f1"] == 1.0


def test_attributions_are_read_with_broken_spans_and_shared_sources_once(tmp_path):
    source = {"role": "Source", "spans": [0, 3]}
    row = {
        "id": "d",
        "annotator": "n",
        "text": "Ana said",
        "attributions": [
            [
                source,
                {"role": "Cue", "spans": [4, 8]},
                {"role": "Content", "spans": [9, 12, 15, 20]},
            ],
            [source],
        ],
    }
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt") as out:
        out.write(json.dumps(row))
    (gold,) = polnear.load(tmp_path)
    assert gold.source == (((0, 3),),)
    assert gold.content == (((9, 12), (15, 20)),)


def test_a_plain_attribution_is_found_by_the_product():
    text = "Two guards died, the mayor of Orlan said."
    found = polnear.find("a", text)
    assert [text[s:e] for pieces in found.cue for s, e in pieces] == ["said"]


def sentence(places=()):
    return event_location.Sentence("1", "x" * 50, (Span(10, 15),), tuple(places))


def test_places_of_events_are_scored_over_all_and_over_stated_ones():
    golds = [sentence([((20, 26),)]), sentence()]
    rows = [
        event_location.PlaceRow("1", "x" * 50, (((20, 26),),), (), triggered=True),
        event_location.PlaceRow("2", "x" * 50, (((30, 36),),), (), triggered=False),
    ]
    found = values(event_location.score(golds, rows))
    assert found["precision"] == 0.5
    assert found["recall"] == 1.0
    assert found["stated_f1"] == 1.0
    assert found["verb_is_trigger"] == 0.5


def test_sentences_with_faulty_labels_are_left_out_of_the_sound_figures():
    golds = [sentence([((20, 26),)]), sentence([((6, 6),)])]
    rows = [
        event_location.PlaceRow("1", "x" * 50, (((20, 26),),), (), triggered=True),
        event_location.PlaceRow("2", "x" * 50, (((30, 36),),), (), triggered=True),
    ]
    found = values(event_location.score(golds, rows))
    assert found["f1"] == 0.5
    assert found["sound_f1"] == 1.0
    assert found["sound_stated_f1"] == 1.0


def test_equal_sentences_count_once(tmp_path):
    text = next(f"Shots fell {n}." for n in range(99) if is_dev(f"Shots fell {n}."))
    row = {"text": text, "spans": [{"start": 6, "end": 10, "label": "VERB"}]}
    (tmp_path / "train.jsonl").write_text("\n".join([json.dumps(row)] * 2))
    (found,) = event_location.load(tmp_path)
    assert found.verbs == (Span(6, 10),)
    assert found.places == ()


def test_a_branch_with_a_capital_inside_a_sentence_is_an_organisation(resources):
    text = "Navy ships waited. On Monday the Navy and some soldiers left."
    found = [text[start:end] for start, end in re3d.bodies(resources, text, [])]
    assert found == ["Navy"]
    assert text.rindex("Navy") in {start for start, _ in re3d.bodies(resources, text, [])}
