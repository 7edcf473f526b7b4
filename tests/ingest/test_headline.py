"""A title given beside a text."""

import json

from recount.ingest.media import JSON_LINE
from recount.ingest.reading import read_bytes
from recount.model import SegmentKind


def read(text, title):
    """Return the document of a JSON line."""
    return read_bytes(json.dumps({"text": text, "title": title}).encode(), JSON_LINE)


TEXT = "Police are looking for witnesses in Port Vell. Nobody was held on Monday."


def test_a_title_that_the_text_lacks_is_a_heading_after_it():
    found = read(TEXT, "Four shot in Port Vell")
    last = found.segments[-1]
    assert found.text.startswith(TEXT)
    assert last.kind is SegmentKind.HEADING
    assert found.text[last.start : last.end] == "Four shot in Port Vell"


def test_a_title_that_stands_in_the_text_is_not_put_there_again():
    assert (
        read(f"Four shot in Port Vell\n\n{TEXT}", "Four shot in Port Vell").text.count("Four") == 1
    )


def test_a_title_stands_in_the_text_only_with_whole_words():
    found = read(f"Four shots were heard. {TEXT}", "Four shot")
    assert found.text.endswith("Four shot")


def test_a_title_of_marks_alone_is_no_heading():
    assert read(TEXT, "– … –").text == TEXT


def test_the_place_of_a_title_is_the_field_it_came_from():
    found = read(TEXT, "Four shot in Port Vell")
    assert found.source_map.locate(found.text.index("shot in Port")) == ("title", 5)
