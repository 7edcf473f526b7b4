"""The Python face: frames with fixed columns and types, exports, the report."""

from __future__ import annotations

import pandas as pd
import pytest

import recount.api as api
from recount.model import LedgerError, UsageError
from recount.publish import What
from recount.publish.flat import FLAT_OF
from recount.publish.shape import field_names


class Opened(api.OpenLedger):
    """An open ledger whose content is the invented island."""

    def __init__(self, source):
        self._island = source

    @property
    def source(self):
        return self._island

    @property
    def rule(self):
        return "recount"


@pytest.fixture
def island(fake):
    return Opened(fake.velmora())


FRAMES = {
    What.INCIDENTS: api.incidents,
    What.STATEMENTS: api.statements,
    What.DOCUMENTS: api.documents,
    What.TALLIES: api.tallies,
    What.ACTORS: api.actors,
}


@pytest.mark.parametrize("what", FRAMES, ids=lambda what: what.value)
def test_frames_have_the_documented_columns_also_when_empty(island, fake, what):
    columns = list(field_names(FLAT_OF[what]))
    full, empty = FRAMES[what](island), FRAMES[what](Opened(fake.World()))
    assert list(full.columns) == list(empty.columns) == columns
    assert len(full) > len(empty) == 0
    assert list(full.dtypes.astype(str)) == list(empty.dtypes.astype(str))


def test_types_of_columns_are_stable(island):
    types = api.incidents(island).dtypes.astype(str)
    assert types["date_start"] == "datetime64[s]"
    assert types["killed_best"] == "Int64"
    assert types["lat"] == "float64"
    assert types["title"] == "string"
    assert types["documents"] == "object"


def test_unknown_is_missing_and_not_zero(island):
    frame = api.incidents(island).set_index("title")
    assert pd.isna(frame.loc["Clash in the hills", "date_start"])
    assert pd.isna(frame.loc["Clash in the hills", "wounded_best"])
    assert frame.loc["Blast at Port Sorrel fish market", "killed_high"] == 30


def test_incidents_take_filters_as_plain_words(island):
    assert len(api.incidents(island, country="XV", scope=["accident"])) == 1
    assert len(api.incidents(island, scope=(), realis=())) == 8


def test_unknown_words_are_usage_errors(island, tmp_path):
    with pytest.raises(UsageError, match="nonsense"):
        api.incidents(island, scope=["nonsense"])
    with pytest.raises(UsageError, match="nonsense"):
        api.export(island, tmp_path / "x", what="nonsense")
    with pytest.raises(UsageError, match="nonsense"):
        api.export(island, tmp_path / "x", format="nonsense")


def test_private_names_need_asking(island):
    assert not api.documents(island)["text"].str.contains("Torvald").any()
    assert api.documents(island, include_names=True)["text"].str.contains("Torvald").any()


def test_statement_words_stand_in_the_documents(island):
    texts = api.documents(island).set_index("id")["text"]
    said = api.statements(island)
    assert len(said) > 20
    for row in said.itertuples():
        assert texts[row.document][row.start : row.end] == row.original


def test_report_and_export_write_files(island, fake, tmp_path):
    import json

    outline = tmp_path / "outline.json"
    outline.write_text(json.dumps(fake.OUTLINE), encoding="utf-8")
    api.report(island, tmp_path / "r.html", title="Velmora now", outline=outline)
    assert "Velmora now" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert api.export(island, tmp_path / "x.csv", format="csv") == 5


@pytest.mark.parametrize("content", ["", "{}", '{"type": "Polygon", "coordinates": [1]}', "[1]"])
def test_outline_that_is_not_geojson_is_a_usage_error(island, tmp_path, content):
    outline = tmp_path / "outline.json"
    outline.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="not GeoJSON"):
        api.report(island, tmp_path / "r.html", outline=outline)


def test_missing_ledger_is_a_ledger_error(tmp_path):
    with pytest.raises(LedgerError):
        api.incidents(tmp_path / "none.db")


def test_read_gives_typed_rows(island):
    made = api.read(island)
    assert [i.title for i in made.incidents][-1] == "Clash in the hills"


def test_build_and_read_real_texts(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Blast in Oastmouth\n\nOastmouth, 5 May 2021\n\nA bomb killed at least 12 people at a "
        "market in Kabul on 4 May 2021, police said.\n",
        encoding="utf-8",
    )
    done = api.build(folder, tmp_path / "l.db")
    assert done.documents == 1
    with api.open_ledger(tmp_path / "l.db") as opened:
        texts = api.documents(opened)
        assert len(texts) == 1
        frame = api.incidents(opened)
        assert list(frame.columns) == list(field_names(FLAT_OF[What.INCIDENTS]))
        assert 12 in frame["killed_best"].tolist()
