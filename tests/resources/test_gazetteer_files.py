"""Users' places, dumps, and the building of the file."""

from __future__ import annotations

import sqlite3
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import ReadError, UsageError
from recount.resources.gazetteer import (
    Gazetteer,
    Place,
    PlaceKind,
    add_dump,
    add_places,
    load_dump,
    load_places_csv,
    open_gazetteer,
)
from recount.resources.gazetteer.build import write_gazetteer
from recount.resources.gazetteer.files import own_places
from recount.resources.gazetteer.places_csv import save_places_csv
from recount.resources.gazetteer.sources import MAIN, Entry
from recount.resources.gazetteer.store import Store

HEADER = "name,aliases,kind,country,admin1,admin2,lat,lon,radius_km\n"


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_gives_places_with_aliases(tmp_path):
    path = write(
        tmp_path / "p.csv", HEADER + "Orvel,Orwell|Orvelle,settlement,xv,North Reach,,1.5,-2.5,\n"
    )
    (place,) = load_places_csv(path)
    assert place.name == "Orvel"
    assert place.aliases == ("Orwell", "Orvelle")
    assert (place.country, place.lat, place.lon) == ("XV", 1.5, -2.5)
    assert place.radius_km == 3.0


def test_an_area_is_filed_under_its_own_name(tmp_path):
    path = write(tmp_path / "p.csv", "name,kind\nNorth Reach,admin1\n")
    (place,) = load_places_csv(path)
    assert place.admin1 == "North Reach"
    assert place.lat is None
    assert place.radius_km is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",,settlement,XV,,,1,2,", "the name is empty"),
        ("Orvel,,town,XV,,,1,2,", "kind must be one of"),
        ("Orvel,,settlement,Xvania,,,1,2,", "country must be two letters"),
        ("Orvel,,settlement,XV,,,ninety,2,", "lat must be a number"),
        ("Orvel,,settlement,XV,,,91,2,", "lat must lie between"),
        ("Orvel,,settlement,XV,,,1,,", "lat and lon must both"),
        ("Orvel,,settlement,XV,,,1,2,-3", "must not be negative"),
        ("Orvel,,settlement,XV,,,nan,2,", "lat must lie between"),
        ("Orvel,,settlement,XV,,,1,2,3,4", "more fields than columns"),
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path, row, words):
    path = write(tmp_path / "p.csv", HEADER + "Good,,settlement,XV,,,1,2,\n" + row + "\n")
    with pytest.raises(UsageError, match=r"line 3: .*" + words):
        load_places_csv(path)


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(UsageError, match="lacks the column kind"):
        load_places_csv(write(tmp_path / "p.csv", "name,lat\nOrvel,1\n"))


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        load_places_csv(tmp_path / "absent.csv")
    binary = tmp_path / "b.csv"
    binary.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(ReadError, match="not text in UTF-8"):
        load_places_csv(binary)


def test_an_empty_file_lacks_its_columns(tmp_path):
    with pytest.raises(UsageError, match="lacks the column name"):
        load_places_csv(write(tmp_path / "p.csv", ""))


degrees = st.floats(-89, 89, allow_nan=False).map(lambda x: round(x, 5))
texts = st.text(alphabet="abcdefÄß ,\"'-", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(texts, st.lists(texts, max_size=3), degrees, degrees)
def test_places_survive_writing_and_reading(tmp_path_factory, name, aliases, lat, lon):
    path = tmp_path_factory.mktemp("csv") / "p.csv"
    place = Place(
        "x", name, PlaceKind.SETTLEMENT, "XV", None, None, lat, lon, 0, 3.0, "user", tuple(aliases)
    )
    save_places_csv(path, [place])
    (back,) = load_places_csv(path)
    assert (back.name, back.aliases, back.lat, back.lon) == (name, tuple(aliases), lat, lon)


def test_adding_places_twice_keeps_one_of_each(tmp_path):
    first = write(tmp_path / "a.csv", HEADER + "Orvel,,settlement,XV,,,1,2,\n")
    again = write(
        tmp_path / "b.csv", HEADER + "Orvel,,settlement,XV,,,5,6,\nTarn,,site,XV,,,1,2,\n"
    )
    folder = tmp_path / "home"
    assert add_places(first, folder) == 1
    assert add_places(again, folder) == 2
    assert {p.name: p.lat for p in own_places(folder)} == {"Orvel": 5.0, "Tarn": 1.0}
    assert open_gazetteer(folder=folder).lookup("Orvel")[0].lat == 5.0


def dump_row(number, name, feature, code, lat="1.0", lon="2.0", population="0", alternates=""):
    cells = [str(number), name, name, alternates, lat, lon, feature, code, "XV", "", "07", "", "",
             "", population, "", "", "Etc/UTC", "2026-01-01"]  # fmt: skip
    return "\t".join(cells)


def test_a_dump_gives_settlements_areas_and_sites(tmp_path):
    table = write(
        tmp_path / "XV.txt",
        "\n".join(
            [
                dump_row(1, "Orvel", "P", "PPL", population="1200", alternates="Orwell,ORV,orveru"),
                dump_row(2, "North Reach Province", "A", "ADM1"),
                dump_row(3, "Camp Tarn", "S", "CMPRF"),
                dump_row(4, "Long Brook", "H", "STM"),
            ]
        ),
    )
    codes = write(tmp_path / "admin1CodesASCII.txt", "XV.07\tNorth Reach\tNorth Reach\t2\n")
    entries = list(load_dump([table, codes]))
    assert [(e.place.name, e.place.kind.value) for e in entries] == [
        ("Orvel", "settlement"),
        ("North Reach", "admin1"),
        ("Camp Tarn", "site"),
    ]
    assert entries[0].place.admin1 == "North Reach"
    assert "ORV" not in [name for name, _ in entries[0].names]


def test_a_dump_is_added_beside_the_shipped_file(tmp_path):
    table = write(tmp_path / "XV.txt", dump_row(1, "Orvelstrand", "P", "PPL") + "\n")
    packed = tmp_path / "XV.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(table, "XV.txt")
        archive.writestr("readme.txt", "about")
    assert add_dump([packed], tmp_path / "home") == 1
    gazetteer = open_gazetteer(folder=tmp_path / "home")
    assert gazetteer.lookup("orvelstrand")[0].country == "XV"
    assert gazetteer.lookup("Kabul")[0].country == "AF"


@pytest.mark.parametrize(
    ("text", "words"),
    [("one\ttwo\n", "has 2 columns"), ("", "has 0 columns")],
)
def test_a_file_that_is_no_dump_is_said(tmp_path, text, words):
    with pytest.raises(ReadError, match=words):
        list(load_dump([write(tmp_path / "x.txt", text)]))


def test_a_damaged_row_of_a_dump_is_named_by_its_line(tmp_path):
    good = dump_row(1, "Orvel", "P", "PPL")
    bad = dump_row(2, "Tarn", "P", "PPL", lat="north")
    with pytest.raises(ReadError, match="line 2"):
        list(load_dump([write(tmp_path / "x.txt", f"{good}\n{bad}\n")]))


def entry(name, kind=PlaceKind.SETTLEMENT, **more):
    place = Place(f"t:{name}", name, kind, "XV", None, None, 1.0, 2.0, 500, 3.0, "test")
    return Entry(place, ((name, MAIN),))


def test_a_built_file_is_read_back(tmp_path):
    path = tmp_path / "g.sqlite"
    assert write_gazetteer(path, [entry("Orvel"), entry("Tarn-e Sül")]) == 2
    gazetteer = Gazetteer([Store(path)])
    assert [p.name for p in gazetteer.lookup("tarn i sul")] == ["Tarn-e Sül"]
    assert gazetteer.is_name("orvel")
    assert not gazetteer.is_name("orvelo")
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


def test_an_interrupted_build_leaves_the_old_file(tmp_path):
    path = tmp_path / "g.sqlite"
    write_gazetteer(path, [entry("Orvel")])
    before = path.read_bytes()

    def broken():
        yield entry("Tarn")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_gazetteer(path, broken())
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


def test_a_file_of_another_kind_or_version_is_said(tmp_path):
    junk = write(tmp_path / "junk.sqlite", "not a database, but long enough to be looked at" * 40)
    with pytest.raises(ReadError, match="not a gazetteer"):
        Store(junk)
    old = tmp_path / "old.sqlite"
    write_gazetteer(old, [entry("Orvel")])
    connection = sqlite3.connect(old)
    connection.execute("UPDATE meta SET value = '0'")
    connection.commit()
    connection.close()
    with pytest.raises(ReadError, match="another version"):
        Store(old)


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    blocked = write(tmp_path / "file", "")
    with pytest.raises(UsageError, match="cannot be written"):
        write_gazetteer(blocked / "g.sqlite", [entry("Orvel")])
