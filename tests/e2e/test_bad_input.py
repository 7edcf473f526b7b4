"""Bad input of every kind beside good documents: a line each, and the good ones are built."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MAKERS = HERE.parent / "ingest"
for folder in (HERE, MAKERS):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from invented import write as write_invented  # noqa: E402
from makers import make_encrypted_pdf, make_pdf, make_zip  # noqa: E402

RECOUNT = Path(sys.executable).parent / "recount"

GOOD = {
    "good/market.txt": "Blast in Ostrelle\n\nA car bomb exploded at a market in Ostrelle on"
    " 4 March 2031, killing 12 people and wounding 30, police said.\n",
    "good/bridge.html": "<html><body><article><h1>Bridge attacked</h1><p>Gunmen attacked a"
    " checkpoint near Varn on 9 March 2031, killing three soldiers, the army said.</p>"
    "</article></body></html>",
}
TOLD = "Gunmen killed two teachers in a caf\u00e9 in Ostrelle on 11 March 2031, police said."

LEFT_OUT = {
    "bad/empty.txt": b"",
    "bad/binary.txt": bytes(range(256)) * 40,
    "bad/cut.pdf": make_pdf([[(50, 700, 10, "A bomb killed two in Ostrelle.")]])[:400],
    "bad/locked.pdf": make_encrypted_pdf(),
    "bad/locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + b"\0" * 600
    + "EncryptedPackage".encode("utf-16-le")
    + b"\0" * 100,
    "bad/line.txt": b"word " * (10 << 20),
}
"""What cannot be read, and gives one line each."""

READ = {
    "odd/deep.html": b"<div>" * 10_000 + TOLD.encode() + b" Deep." + b"</div>" * 10_000,
    "odd/broken-utf8.txt": TOLD.encode("cp1252") + b" Broken \xff\xfe\xc3(.\n",
    "odd/wrong-declared.html": b'<html><head><meta charset="utf-8"></head><body><p>'
    + TOLD.encode("cp1252")
    + b" Declared.</p></body></html>",
    "odd/utf16.txt": (TOLD + " Wide.\n").encode("utf-16"),
    "odd/nul.txt": TOLD.encode() + b" Nul \0 here.\n",
}
"""What is odd, and is read all the same."""


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", b"\0" * (12 << 20))
    return out.getvalue()


@pytest.fixture(scope="module")
def bad(tmp_path_factory) -> Path:
    """One folder with everything: good, odd, bad, and tables with faults."""
    base = tmp_path_factory.mktemp("bad-input") / "reports"
    files = {name: text.encode() for name, text in GOOD.items()} | LEFT_OUT | READ
    files["bad/bomb.zip"] = zip_bomb()
    files["odd/outside.zip"] = make_zip(
        {"../evil.txt": b"Bad words.", "inside.txt": (TOLD + " Inside.\n").encode()}
    )
    files["good/sources.csv"] = b"path,outlet\nmarket.txt,Ostrelle Post\nnowhere.txt,Nobody\n"
    files["odd/sources.csv"] = b"outlet,published\nOstrelle Post,2031-03-12\n"
    for name, data in files.items():
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (base / "loop").symlink_to(base / "loop")
    return base


@pytest.fixture(scope="module")
def built(recount, bad, tmp_path_factory):
    """The build of that folder and its ledger."""
    ledger = tmp_path_factory.mktemp("bad-ledger") / "l.db"
    return recount("build", bad, "--ledger", ledger), ledger


def lines_about(text: str, name: str) -> list[str]:
    return [line for line in text.splitlines() if name in line]


def test_the_build_ends_with_3_and_no_traceback(built):
    done, _ = built
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize("name", [*LEFT_OUT, "bad/bomb.zip", "../evil.txt", "loop"])
def test_each_bad_input_has_one_clear_line(built, name):
    done, _ = built
    (line,) = lines_about(done.stderr, name)
    assert line.startswith("Left out: ")
    assert line.endswith(".")
    assert len(line) < 200


@pytest.mark.parametrize("name", [*READ, *GOOD])
def test_what_can_be_read_is_read_without_a_word(recount, built, tmp_path, name):
    done, ledger = built
    assert lines_about(done.stderr, name) == []
    documents = recount.rows(ledger, "documents", tmp_path / "d.jsonl")
    (document,) = [row for row in documents if row["source"] == name]
    if name in READ:
        assert "Gunmen killed two teachers in a café in Ostrelle" in document["text"]


def test_a_good_member_of_a_hostile_archive_is_read(recount, built, bad, tmp_path):
    _, ledger = built
    documents = recount.rows(ledger, "documents", tmp_path / "d.jsonl")
    assert "odd/outside.zip!inside.txt" in {row["source"] for row in documents}
    assert not list(bad.parent.rglob("evil.txt"))
    assert len(documents) == len(GOOD) + len(READ) + 1


@pytest.mark.parametrize(
    ("table", "words"), [("good/sources.csv", "nowhere.txt"), ("odd/sources.csv", "path")]
)
def test_a_faulty_table_has_one_line_and_the_rest_of_it_holds(built, table, words):
    done, _ = built
    (line,) = lines_about(done.stderr, table)
    assert words in line


def test_the_good_documents_give_their_incidents(recount, built, tmp_path):
    _, ledger = built
    incidents = recount.rows(ledger, "incidents", tmp_path / "i.jsonl")
    killed = {i["counts"]["killed"]["best"] for i in incidents if i["counts"].get("killed")}
    assert {12, 3, 2} <= killed
    documents = recount.rows(ledger, "documents", tmp_path / "d.jsonl")
    market = next(row for row in documents if row["source"] == "good/market.txt")
    assert market["outlet"] == "Ostrelle Post"


def test_what_was_left_out_is_listed_later_too(recount, built):
    _, ledger = built
    listed = recount.ok("documents", "--ledger", ledger)
    for name in (*LEFT_OUT, "bad/bomb.zip"):
        assert len(lines_about(listed, name)) == 1
    doctor = recount("doctor", "--ledger", ledger)
    assert doctor.returncode == 0, doctor.stdout


def test_a_second_build_says_the_same_and_adds_nothing(recount, built, bad, own_copy):
    done, ledger = built
    again = recount("build", bad, "--ledger", own_copy(ledger))
    assert again.returncode == 3
    assert "0 new" in again.stderr
    assert again.stderr.splitlines()[1:] == done.stderr.splitlines()[1:]


def test_bad_input_alone_ends_with_1(recount, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "binary.txt").write_bytes(LEFT_OUT["bad/binary.txt"])
    done = recount("build", tmp_path / "in", "--ledger", tmp_path / "l.db")
    assert done.returncode == 1
    assert len(lines_about(done.stderr, "empty.txt")) == 1
    assert len(lines_about(done.stderr, "binary.txt")) == 1


def as_plain_user() -> list[str]:
    """What to put before a command so that permissions bite, also for root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("NOT RUN: root may read everything, and setpriv is absent")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def test_a_folder_that_may_not_be_read_has_one_line(recount, tmp_path):
    reports = tmp_path / "reports"
    (reports / "shut").mkdir(parents=True)
    (reports / "shut" / "a.txt").write_text(TOLD)
    (reports / "b.txt").write_text(TOLD)
    (reports / "shut").chmod(0)
    command = [*as_plain_user(), str(RECOUNT), "build", str(reports)]
    command += ["--ledger", str(tmp_path / "l.db")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    (reports / "shut").chmod(0o700)
    assert done.returncode == 3, done.stderr
    (line,) = lines_about(done.stderr, "shut")
    assert "ermission" in line
    assert done.stderr.startswith("1 document in ")


def test_a_ledger_that_may_not_be_written_is_one_sentence(build, examples_ledger, tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()
    ledger = Path(shutil.copy(examples_ledger, folder / "l.db"))
    ledger.chmod(0o400)
    folder.chmod(0o500)
    user = as_plain_user()
    listed = subprocess.run(
        [*user, str(RECOUNT), "incidents", "--ledger", str(ledger)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    written = subprocess.run(
        [*user, str(RECOUNT), "withhold", "Orla Vennick", "--ledger", str(ledger)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    folder.chmod(0o700)
    assert listed.returncode == 0, listed.stderr
    assert written.returncode == 1
    assert written.stderr.count("\n") == 1
    assert "cannot be written" in written.stderr


# --- a full disk ------------------------------------------------------------------------------

FULL = """
import sys
import sqlalchemy as sa
pages = int(sys.argv.pop(1))

@sa.event.listens_for(sa.Engine, "connect")
def small(connection, record):
    connection.execute(f"PRAGMA max_page_count={pages}")

from recount.cli import main
main()
"""
"""The command line with SQLite's own limit on pages: it reports a full disk at that size."""


def with_pages(pages: int, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", FULL, str(pages), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_a_full_disk_stops_the_build_in_one_sentence_and_loses_nothing(recount, tmp_path):
    write_invented(tmp_path / "reports", documents=40, seed=3)
    ledger = tmp_path / "l.db"
    call = ("build", tmp_path / "reports", "--ledger", ledger)
    call += ("--gazetteer", tmp_path / "places.csv")
    stopped = with_pages(150, *call)
    assert stopped.returncode == 1
    assert stopped.stderr.count("\n") == 1, stopped.stderr
    assert "disk is full" in stopped.stderr
    doctor = recount("doctor", "--ledger", ledger)
    assert doctor.returncode == 0, doctor.stdout + doctor.stderr
    kept = len(recount.rows(ledger, "documents", tmp_path / "d.jsonl"))
    assert 0 < kept < 40
    gone_on = recount(*call)
    assert gone_on.returncode == 0, gone_on.stderr
    assert f"{40 - kept} new, {kept} known" in gone_on.stderr
    fresh = recount(*call[:3], tmp_path / "fresh.db", *call[4:])
    assert fresh.returncode == 0
    one, other = (
        recount.rows(place, "incidents", tmp_path / "i.jsonl")
        for place in (ledger, tmp_path / "fresh.db")
    )
    assert sorted(str(i["accounts"]) for i in one) == sorted(str(i["accounts"]) for i in other)


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of 300 kB, where this process may mount one."""
    place = tmp_path / "tiny"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, timeout=20).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("NOT RUN: no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True, timeout=20)


def test_a_disk_that_is_really_full_gives_one_sentence(recount, build, examples_ledger, tiny_disk):
    calls = (
        ("export", "--ledger", examples_ledger, "--what", "documents", "-o", tiny_disk / "d.jsonl"),
        ("report", "--ledger", examples_ledger, "-o", tiny_disk / "r.html"),
        ("pack", "--ledger", examples_ledger, "-o", tiny_disk / "p.jsonl"),
    )
    (tiny_disk / "filler").write_bytes(b"x" * 280_000)
    for call in calls:
        done = recount(*call)
        assert done.returncode == 1, call
        assert done.stderr.count("\n") == 1, done.stderr
        assert "No space left" in done.stderr or "disk is full" in done.stderr
        assert [path.name for path in tiny_disk.iterdir()] == ["filler"]
    (tiny_disk / "filler").unlink()
    built = build(tiny_disk / "l.db")
    assert built.returncode == 1
    assert built.stderr.count("\n") == 1, built.stderr
    assert "disk is full" in built.stderr
