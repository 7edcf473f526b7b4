"""The export contract: schemas, round trips, provenance, withholding, determinism."""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest

from recount.model import (
    ActorKind,
    DatePrecision,
    FindingStatus,
    IncidentType,
    Measure,
    PlacePrecision,
    Property,
    Qualifier,
    Realis,
    Scope,
    Stance,
)
from recount.publish import EVERYTHING, FORMATS, Publisher, What, export, read_rows, release
from recount.publish.flatten import flatten
from recount.publish.schema import FOLDER, SchemaError, load_schema, make_schema, schema_name
from recount.publish.shape import decode, encode

PAIRS = [(what, form) for form in FORMATS.values() for what in What if what in form.whats]


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("what", What)
@pytest.mark.parametrize("flat", [False, True])
def test_shipped_schemas_equal_the_nouns(what, flat):
    shipped = json.loads((FOLDER / schema_name(what, flat=flat)).read_text(encoding="utf-8"))
    assert shipped == make_schema(what, flat=flat)


@pytest.mark.parametrize("what", What)
def test_schemas_are_valid_draft_2020_12_and_closed(what):
    schema = load_schema(what)
    jsonschema.Draft202012Validator.check_schema(schema)
    objects = [d for d in schema["$defs"].values() if d.get("type") == "object"]
    assert len(objects) > 0
    assert all(d["additionalProperties"] is False for d in objects)


@pytest.mark.parametrize(
    ("definition", "field", "vocabulary"),
    [
        ("PublishedIncident", "type", IncidentType),
        ("PublishedIncident", "realis", Realis),
        ("PublishedIncident", "scope", Scope),
        ("PublishedDate", "precision", DatePrecision),
        ("PublishedPlace", "precision", PlacePrecision),
        ("PublishedDate", "status", FindingStatus),
        ("PublishedStatement", "property", Property),
        ("PublishedFigure", "qualifier", Qualifier),
        ("Voice", "stance", Stance),
        ("ActorValue", "kind", ActorKind),
    ],
)
def test_enums_of_the_schema_are_the_vocabulary(definition, field, vocabulary):
    prop = load_schema(What.INCIDENTS)["$defs"][definition]["properties"][field]
    assert prop["enum"] == [member.value for member in vocabulary]


def test_tally_measures_are_the_vocabulary():
    tally = load_schema(What.TALLIES)["$defs"]["PublishedTally"]["properties"]
    assert tally["measure"]["enum"] == [measure.value for measure in Measure]


@pytest.mark.parametrize("what", What)
def test_every_json_line_validates_against_its_schema(island, tmp_path, what):
    path = tmp_path / "out.jsonl"
    written = export(island, path, form="jsonl", what=what, filters=EVERYTHING)
    validator = jsonschema.Draft202012Validator(load_schema(what))
    rows = lines(path)
    assert len(rows) == written > 0
    for row in rows:
        assert list(validator.iter_errors(row)) == []


@pytest.mark.parametrize(("what", "form"), PAIRS, ids=lambda x: getattr(x, "name", x))
def test_every_row_reads_back_as_it_was(island, tmp_path, what, form):
    path = tmp_path / f"out.{form.name}"
    export(island, path, form=form.name, what=what, filters=EVERYTHING)
    rows = list(Publisher(island, EVERYTHING).rows(what))
    wanted = [flatten(row) for row in rows] if form.flat else rows
    assert list(read_rows(path, what, form)) == wanted
    assert len(wanted) > 0


@pytest.mark.parametrize(("what", "form"), PAIRS, ids=lambda x: getattr(x, "name", x))
def test_same_input_gives_same_bytes(fake, tmp_path, what, form):
    first, second = tmp_path / "first", tmp_path / "second"
    export(fake.velmora(), first, form=form.name, what=what)
    turned = fake.velmora()
    turned.groups.reverse()
    turned.infos = dict(reversed(turned.infos.items()))
    turned.actor_list.reverse()
    export(turned, second, form=form.name, what=what)
    assert first.read_bytes() == second.read_bytes()


def test_incident_has_the_keys_of_the_contract(island, tmp_path):
    path = tmp_path / "out.jsonl"
    export(island, path)
    row = next(row for row in lines(path) if row["type"] == "Suicide bomb")
    contract = "id type event_type title realis scope date place counts responsibility targets"
    assert set(f"{contract} weapons accounts documents statements".split()) <= set(row)
    assert set(row["date"]) >= {"start", "end", "precision", "status", "candidates"}
    assert set(row["counts"]) == {"killed", "wounded"}
    killed = row["counts"]["killed"]
    assert set(killed) >= {"low", "best", "high", "status", "rule", "voices", "figures"}
    assert set(killed["figures"][0]) == {
        "document",
        "account",
        "low",
        "value",
        "high",
        "qualifier",
        "who",
        "part",
        "statement",
    }
    assert set(row["statements"][0]) >= {
        "id",
        "account",
        "property",
        "value",
        "original",
        "document",
        "start",
        "end",
        "spans",
        "voice",
        "method",
        "confidence",
    }
    assert row["documents"][0]["published"] == {"value": "2031-03-05", "basis": "given"}


def test_tally_has_the_keys_of_the_contract(island, tmp_path):
    path = tmp_path / "out.jsonl"
    export(island, path, what=What.TALLIES)
    keys = "id measure actor target place start end low value high qualifier compared_with"
    assert list(lines(path)[0]) == f"{keys} voice document spans original".split()


@pytest.mark.parametrize("names", [False, True])
def test_words_of_statements_stand_in_the_exported_text(island, names):
    made = release(island, filters=EVERYTHING, include_names=names)
    texts = {document.id: document.text for document in made.documents}
    assert len(made.statements) > 30
    for statement in made.statements:
        words = texts[statement.document][statement.start : statement.end]
        assert words == statement.original != ""


def test_text_hash_is_that_of_the_exported_text(island, tmp_path):
    from recount.model import text_hash

    path = tmp_path / "out.jsonl"
    export(island, path, what=What.DOCUMENTS)
    assert all(text_hash(row["text"]) == row["text_sha256"] for row in lines(path))


def test_private_names_are_in_no_format(island, tmp_path):
    hidden = ("Torvald", "Osric", "Halloway", "Saint Orla")
    for what, form in PAIRS:
        path = tmp_path / f"{what.value}.{form.name}"
        export(island, path, form=form.name, what=what, filters=EVERYTHING)
        rows = read_rows(path, what, form)
        told = json.dumps([encode(row) for row in rows], ensure_ascii=False)
        assert not any(name in told for name in hidden), (what, form.name)


def test_names_are_shown_on_demand(island, tmp_path):
    path = tmp_path / "out.jsonl"
    export(island, path, what=What.DOCUMENTS, include_names=True)
    assert "Amina Torvald" in path.read_text(encoding="utf-8")


def test_a_failed_check_leaves_the_old_file(island, tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before", encoding="utf-8")
    record = next(iter(island.told.values()))
    object.__setattr__(record.statements[0], "confidence", 1.5)
    with pytest.raises(SchemaError, match="confidence"):
        export(island, path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.jsonl"]


def test_schema_refuses_a_value_of_another_property(island):
    row = encode(release(island).incidents[0])
    row["statements"][0]["value"] = {"actor": None, "stance": "claimed"}
    row["statements"][0]["property"] = "killed"
    assert not jsonschema.Draft202012Validator(load_schema(What.INCIDENTS)).is_valid(row)


def test_geojson_draws_areas_as_areas(island, tmp_path):
    path = tmp_path / "out.geojson"
    export(island, path, form="geojson", filters=EVERYTHING)
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    by_precision = {}
    for feature in features:
        about = feature["properties"]
        shape = None if feature["geometry"] is None else feature["geometry"]["type"]
        coarse = "coordinates" in about["withheld"]
        by_precision.setdefault((about["place_precision"], coarse), set()).add(shape)
        assert "radius_km" in about
    assert by_precision == {
        ("settlement", False): {"Point"},
        ("settlement", True): {"Polygon"},
        ("province", False): {"Polygon"},
        ("country", False): {"Polygon"},
    }


def test_rows_decode_from_the_plain_form(island):
    for what in What:
        for row in Publisher(island, EVERYTHING).rows(what):
            assert decode(type(row), json.loads(json.dumps(encode(row)))) == row


def test_dates_in_parquet_are_dates(island, tmp_path):
    import pyarrow.parquet as pq

    path = tmp_path / "out.parquet"
    export(island, path, form="parquet")
    start = pq.read_table(path).to_pylist()[0]["date"]["start"]
    assert isinstance(start, date)
