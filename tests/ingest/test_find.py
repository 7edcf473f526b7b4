"""Finding items, and one clear line for each hostile or damaged input."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from makers import ATOM, RSS, make_docx, make_encrypted_pdf, make_pdf, make_warc, make_zip

from recount.ingest import Item, Limits, find, load_sources, media, read, skipped
from recount.model import ReadError, Skipped, SkipReason, UsageError, bytes_hash, content_id

SENTENCE = b"Two soldiers died in a clash near the town of Orm on Friday, the army said.\n"


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def outcome(folder: Path, limits: Limits | None = None) -> tuple[list[Item], list[Skipped]]:
    """All items that can be read, and all lines, also those that reading gives."""
    items, lines = [], []
    for found in find([folder], limits=limits):
        if isinstance(found, Skipped):
            lines.append(found)
            continue
        try:
            read(found, limits)
        except ReadError as error:
            lines.append(skipped(found.path, error))
        else:
            items.append(found)
    return items, lines


def only_line(folder: Path, limits: Limits | None = None) -> Skipped:
    """The one line that a folder with one bad input beside a good one gives."""
    (folder / "zz_good.txt").write_bytes(SENTENCE)
    items, lines = outcome(folder, limits)
    assert [item.path for item in items] == ["zz_good.txt"], lines
    assert len(lines) == 1, lines
    assert lines[0].message.endswith(".")
    assert "\n" not in lines[0].message
    return lines[0]


def test_walks_in_sorted_order_and_passes_over_hidden_files(tmp_path):
    put(
        tmp_path,
        {
            "b.txt": SENTENCE,
            "a/2.txt": SENTENCE + b"2",
            "a/1.md": SENTENCE + b"1",
            ".hidden": b"x",
            "sources.csv": b"path\n",
            "a/sources.csv": b"path\n",
        },
    )
    assert [found.path for found in find([tmp_path])] == ["a/1.md", "a/2.txt", "b.txt"]


def test_document_id_is_the_hash_of_the_bytes(tmp_path):
    put(tmp_path, {"a.txt": SENTENCE})
    (item,) = find([tmp_path / "a.txt"])
    assert item.document_id == content_id("document", bytes_hash(SENTENCE))
    assert item.path == "a.txt"
    assert read(item).id == item.document_id


def test_a_missing_path_is_a_usage_error_before_anything_is_read(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        find([tmp_path / "nowhere"])


def test_zip_members_are_items_with_the_same_ids_as_plain_files(tmp_path):
    put(
        tmp_path,
        {
            "x.zip": make_zip({"r/b.txt": SENTENCE, "a.html": b"<p>Hello there</p>"}),
            "r.txt": SENTENCE,
        },
    )
    items, lines = outcome(tmp_path)
    assert lines == []
    assert [item.path for item in items] == ["r.txt", "x.zip!a.html", "x.zip!r/b.txt"]
    assert items[0].document_id == items[2].document_id


def test_archives_inside_archives_are_opened_to_a_depth(tmp_path):
    data = make_zip({"deep.txt": SENTENCE})
    for level in range(3):
        data = make_zip({f"l{level}.zip": data})
    put(tmp_path, {"x.zip": data})
    items, lines = outcome(tmp_path)
    assert [item.path for item in items] == ["x.zip!l2.zip!l1.zip!l0.zip!deep.txt"]
    assert lines == []
    put(tmp_path, {"x.zip": make_zip({"l3.zip": data})})
    line = only_line(tmp_path)
    assert line.reason is SkipReason.HOSTILE
    assert "deep" in line.message


def test_gzip_opens_to_the_document_inside(tmp_path):
    put(
        tmp_path,
        {"a.txt.gz": gzip.compress(SENTENCE), "b.html.gz": gzip.compress(b"<p>Hi you</p>")},
    )
    items, lines = outcome(tmp_path)
    assert [(i.path, i.media_type) for i in items] == [
        ("a.txt.gz", media.TEXT),
        ("b.html.gz", media.HTML),
    ]
    assert items[0].data == SENTENCE
    assert lines == []


def test_json_lines_read_around_a_malformed_line(tmp_path):
    good = json.dumps(
        {
            "text": SENTENCE.decode(),
            "title": "T",
            "published": "2031-04-18",
            "outlet": "Orm Radio",
            "url": "https://orm.example/1",
            "id": "r-7",
            "language": "en",
            "author": "A. B.",
        }
    ).encode()
    lines = [
        good,
        b'{"text": broken',
        b"",
        b'{"title": "no text"}',
        b"[1]",
        b'{"text": "Other words.", "id": 12}',
        b'{"text": ""}',
    ]
    put(tmp_path, {"x.jsonl": b"\n".join(lines), "y.ndjson.gz": gzip.compress(good + b"\n")})
    items, told = outcome(tmp_path)
    assert [item.path for item in items] == ["x.jsonl!r-7", "x.jsonl!12", "y.ndjson.gz!r-7"]
    assert [(line.path, line.reason) for line in told] == [
        ("x.jsonl!2", SkipReason.DAMAGED),
        ("x.jsonl!4", SkipReason.DAMAGED),
        ("x.jsonl!5", SkipReason.DAMAGED),
        ("x.jsonl!7", SkipReason.EMPTY),
    ]
    assert items[0].outlet == "Orm Radio"
    assert items[0].published == "2031-04-18"
    document = read(items[0])
    assert document.text == f"{SENTENCE.decode()}\n\nT"
    assert (document.title, document.outlet, document.author) == ("T", "Orm Radio", "A. B.")
    assert document.published.label == "2031-04-18"
    assert document.published.basis.value == "given"


def test_feed_entries_are_items_that_do_not_depend_on_the_rest_of_the_feed(tmp_path):
    put(tmp_path, {"feed.xml": RSS, "notes.atom": ATOM})
    items, lines = outcome(tmp_path)
    assert lines == []
    assert [item.path for item in items] == ["feed.xml!1", "feed.xml!2", "notes.atom!1"]
    first = read(items[0])
    assert first.text == (
        "Two shot in Orm & Tay\n\nTwo people were shot in Orm on Friday, police said."
        "\n\nNobody was arrested."
    )
    assert (items[0].outlet, items[0].url) == ("Orm Radio", "https://orm.example/1")
    assert first.published.label == "2031-04-18"
    assert read(items[2]).title == "Bridge blown up"
    assert "over the Tay was blown up" in read(items[2]).text
    shorter = RSS.replace(RSS[RSS.index(b"<item><title>Ferry") : RSS.index(b"</channel>")], b"")
    put(tmp_path, {"feed.xml": shorter})
    assert next(iter(find([tmp_path / "feed.xml"]))).document_id == items[0].document_id


def test_a_feed_that_is_not_well_formed_gives_its_entries_and_one_line(tmp_path):
    broken = RSS.replace(b"&amp;", b"&").replace(b"</item><item>", b"</item><item>", 1)
    put(tmp_path, {"feed.rss": broken.replace(b"</channel></rss>", b"")})
    items, lines = outcome(tmp_path)
    assert len(items) == 2
    assert read(items[0]).title == "Two shot in Orm & Tay"
    assert [line.reason for line in lines] == [SkipReason.DAMAGED]
    assert "damaged" in lines[0].message


def test_entities_of_a_feed_are_not_expanded(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "' + b"&a;" * 50
    bomb += b'">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    put(tmp_path, {"feed.xml": bomb})
    items, lines = outcome(tmp_path)
    assert all("lollol" not in read(item).text for item in items)
    assert len(items) + len(lines) >= 1


@pytest.mark.parametrize("packed", [False, True])
def test_warc_payloads_are_items_and_pictures_are_not(tmp_path, packed):
    name = "x.warc.gz" if packed else "x.warc"
    data = make_warc(
        [
            ("https://a.example/1", "text/html; charset=utf-8", b"<p>Two died.</p>"),
            ("https://a.example/p.png", "image/png", b"\x89PNG..."),
            ("https://a.example/2", "text/plain", SENTENCE),
        ],
        gzip=packed,
    )
    put(tmp_path, {name: data})
    items, lines = outcome(tmp_path)
    assert lines == []
    assert [(i.path, i.url, i.media_type) for i in items] == [
        (f"{name}!1", "https://a.example/1", media.HTML),
        (f"{name}!3", "https://a.example/2", media.TEXT),
    ]


def test_a_corrupt_warc_gives_what_comes_before_the_damage(tmp_path):
    data = make_warc(
        [
            ("https://a.example/1", "text/html", b"<p>Two people died.</p>"),
            ("https://a.example/2", "text/html", b"<p>Three people died.</p>" * 40),
        ],
        gzip=True,
    )
    put(tmp_path, {"x.warc.gz": data[: len(data) - 60]})
    items, lines = outcome(tmp_path)
    assert items[0].url == "https://a.example/1"
    assert [line.reason for line in lines] == [SkipReason.DAMAGED]


@pytest.mark.parametrize(
    ("name", "data", "reason", "words"),
    [
        ("a.txt", b"", SkipReason.EMPTY, "empty"),
        ("a.txt", b" \n\t\r\n ", SkipReason.EMPTY, "no text"),
        ("a.html", b"<html><script>x</script></html>", SkipReason.EMPTY, "no text"),
        ("a.txt", bytes(range(256)) * 40, SkipReason.DAMAGED, "not text"),
        ("a.pdf", b"just words", SkipReason.DAMAGED, "not a PDF"),
        ("a.pdf", make_pdf([[(50, 700, 10, "Words.")]])[:400], SkipReason.DAMAGED, "cut off"),
        ("a.pdf", b"%PDF-1.4\n" + b"x" * 200 + b"\n%%EOF", SkipReason.DAMAGED, "damaged"),
        ("a.pdf", make_pdf([[]]), SkipReason.EMPTY, "no text layer"),
        ("a.pdf", make_encrypted_pdf(), SkipReason.ENCRYPTED, "password"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + b"\0" * 600
            + "EncryptedPackage".encode("utf-16-le")
            + b"\0" * 100,
            SkipReason.ENCRYPTED,
            "password",
        ),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            SkipReason.UNSUPPORTED,
            ".doc",
        ),
        ("a.docx", make_docx()[:2000], SkipReason.DAMAGED, "damaged"),
        ("a.docx", make_zip({"word/other.xml": b"<x/>"}), SkipReason.DAMAGED, "damaged"),
        ("a.zip", make_zip({"a.txt": SENTENCE})[:60], SkipReason.DAMAGED, "damaged"),
        ("a.txt.gz", gzip.compress(os.urandom(3000))[:1500], SkipReason.DAMAGED, "damaged"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Le", SkipReason.DAMAGED, "WARC"),
        ("a.rss", b"<rss><channel><title>x", SkipReason.DAMAGED, "damaged"),
        ("a.jpg", b"\xff\xd8\xff\xe0 picture", SkipReason.UNSUPPORTED, ".jpg"),
        ("a.xlsx", make_zip({"xl/x.xml": b"<x/>"}), SkipReason.UNSUPPORTED, ".xlsx"),
        ("a.json", b"[1, 2", SkipReason.DAMAGED, "JSON"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_input_gives_one_clear_line_and_the_rest_goes_on(tmp_path, name, data, reason, words):
    put(tmp_path, {name: data})
    line = only_line(tmp_path)
    assert (line.path, line.reason) == (name, reason)
    assert words in line.message


def test_a_zip_bomb_gives_one_line(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", b"\0" * (12 << 20))
    put(tmp_path, {"a.zip": out.getvalue()})
    line = only_line(tmp_path)
    assert line.reason is SkipReason.HOSTILE
    assert line.path == "a.zip"


def test_a_gzip_bomb_gives_one_line(tmp_path):
    put(
        tmp_path,
        {
            "a.txt.gz": gzip.compress(b"a" * (40 << 20)),
        },
    )
    assert only_line(tmp_path).reason is SkipReason.HOSTILE


def test_a_docx_bomb_gives_one_line(tmp_path):
    put(tmp_path, {"a.docx": make_zip({"word/document.xml": b" " * (12 << 20)})})
    assert only_line(tmp_path).reason is SkipReason.HOSTILE


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"]
)
def test_names_that_lead_outside_give_one_line_and_the_other_members_are_read(tmp_path, name):
    put(tmp_path, {"a.zip": make_zip({name: SENTENCE, "good.txt": SENTENCE})})
    items, lines = outcome(tmp_path)
    assert [item.path for item in items] == ["a.zip!good.txt"]
    assert [line.reason for line in lines] == [SkipReason.HOSTILE]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_an_encrypted_member_gives_one_line(tmp_path):
    data = bytearray(make_zip({"a.txt": SENTENCE}))
    data[6] |= 1
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    put(tmp_path, {"a.zip": bytes(data)})
    assert only_line(tmp_path).reason is SkipReason.ENCRYPTED


def test_too_many_members_give_one_line(tmp_path):
    put(tmp_path, {"a.zip": make_zip({f"{n}.txt": b"x y" for n in range(20)})})
    line = only_line(tmp_path, Limits(members=10))
    assert line.reason is SkipReason.HOSTILE


def test_fifty_megabytes_of_one_line_give_one_line(tmp_path):
    put(tmp_path, {"a.txt": b"word " * (10 << 20), "b.html": b"<p>" + b"word " * (10 << 20)})
    (tmp_path / "zz_good.txt").write_bytes(SENTENCE)
    items, lines = outcome(tmp_path)
    assert [item.path for item in items] == ["zz_good.txt"]
    assert [line.reason for line in lines] == [SkipReason.HOSTILE] * 2


def test_a_too_long_json_line_is_left_out_and_the_next_is_read(tmp_path):
    data = b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "Short words here."}\n'
    put(tmp_path, {"a.jsonl": data})
    items, lines = outcome(tmp_path, Limits(item_bytes=1000))
    assert [item.path for item in items] == ["a.jsonl!2"]
    assert [(line.path, line.reason) for line in lines] == [("a.jsonl!1", SkipReason.HOSTILE)]


def test_html_nested_ten_thousand_deep_is_read(tmp_path):
    data = b"<div>" * 10_000 + SENTENCE + b"</div>" * 10_000
    put(tmp_path, {"a.html": data})
    items, lines = outcome(tmp_path)
    assert lines == []
    assert read(items[0]).text == SENTENCE.decode().strip()


@pytest.mark.parametrize(
    "piece", [b"<a '", b"<!--", b"<title>", b"<a<", b'<p title="', b"&#", b"</"]
)
def test_hostile_markup_takes_linear_time(tmp_path, piece):
    put(tmp_path, {"a.html": SENTENCE + piece * (300_000 // len(piece))})
    items, lines = outcome(tmp_path)
    assert len(items) + len(lines) == 1


def test_unreadable_folder_and_file_give_one_line_each(tmp_path, monkeypatch):
    put(tmp_path, {"shut/a.txt": SENTENCE, "b.txt": SENTENCE, "c.txt": SENTENCE})
    scan, open_file = os.scandir, Path.open

    def no_scan(path):
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    def no_open(self, *args, **kwargs):
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return open_file(self, *args, **kwargs)

    monkeypatch.setattr(os, "scandir", no_scan)
    monkeypatch.setattr(Path, "open", no_open)
    items, lines = outcome(tmp_path)
    assert [item.path for item in items] == ["c.txt"]
    assert [(line.path, line.reason) for line in lines] == [
        ("b.txt", SkipReason.UNREADABLE),
        ("shut", SkipReason.UNREADABLE),
    ]
    assert "Permission denied" in lines[0].message


def test_links_that_lead_back_or_nowhere_give_one_line_each(tmp_path):
    put(tmp_path, {"a/x.txt": SENTENCE})
    (tmp_path / "a" / "back").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    items, lines = outcome(tmp_path)
    assert [item.path for item in items] == ["a/x.txt"]
    assert [line.path for line in lines] == ["a/back", "dead.txt", "self.txt"]
    assert all(line.reason is SkipReason.UNREADABLE for line in lines)


def test_a_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    line = only_line(tmp_path)
    assert line.reason is SkipReason.UNSUPPORTED


def test_sources_supply_what_the_text_lacks(tmp_path):
    put(
        tmp_path,
        {
            "a.txt": SENTENCE,
            "b/x.zip": make_zip({"m.txt": SENTENCE, "n.txt": SENTENCE + b"!"}),
            "sources.csv": b"path,outlet,published,reliability\na.txt,Orm Radio,2031-04-18,0.8\n",
            "b/sources.csv": "path;outlet;url\nx.zip;Tägliche Post;\nx.zip!n.txt;Other;https://o.example\n".encode(
                "cp1252"
            ),
        },
    )
    sources = load_sources([tmp_path])
    assert sources.problems == ()
    seen = [sources.sighting(item) for item in find([tmp_path]) if isinstance(item, Item)]
    assert [(s.path, s.outlet, s.published, s.reliability, s.url) for s in seen] == [
        ("a.txt", "Orm Radio", "2031-04-18", 0.8, None),
        ("b/x.zip!m.txt", "Tägliche Post", None, None, None),
        ("b/x.zip!n.txt", "Other", None, None, "https://o.example"),
    ]


def test_sources_beside_a_single_file_count_too(tmp_path):
    put(tmp_path, {"a.txt": SENTENCE, "sources.csv": b"path,outlet\na.txt,Orm Radio\n"})
    sources = load_sources([tmp_path / "a.txt"])
    (item,) = find([tmp_path / "a.txt"])
    assert sources.sighting(item).outlet == "Orm Radio"


@pytest.mark.parametrize(
    ("table", "reason", "words"),
    [
        (b"outlet,url\nx,y\n", SkipReason.DAMAGED, 'no column "path"'),
        (b"path,outlet\ngone.txt,x\na.txt,y\n", SkipReason.DAMAGED, "gone.txt"),
        (b"path,outlet\na.txt,x\na.txt,z\n", SkipReason.DAMAGED, "contradict"),
        (b"path,reliability\na.txt,high\n", SkipReason.DAMAGED, "reliability"),
        (b"path,outlet\n../up.txt,x\n", SkipReason.DAMAGED, "outside"),
        (b"path,outlet\n,x\n", SkipReason.DAMAGED, "without a path"),
        (b"path,publised\na.txt,x\n", SkipReason.UNSUPPORTED, "publised"),
        (b"", SkipReason.EMPTY, "empty"),
        (bytes(range(256)) * 30, SkipReason.DAMAGED, "cannot be read"),
    ],
)
def test_a_faulty_table_gives_one_line_and_the_rest_of_it_holds(tmp_path, table, reason, words):
    put(tmp_path, {"a.txt": SENTENCE, "sources.csv": table})
    sources = load_sources([tmp_path])
    assert [(p.path, p.reason) for p in sources.problems] == [("sources.csv", reason)]
    assert words in sources.problems[0].message
    if b"a.txt,y" in table or b"a.txt,x\na" in table:
        (item,) = (found for found in find([tmp_path]))
        assert sources.sighting(item).outlet in ("x", "y")
