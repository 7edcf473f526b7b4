"""Wrong calls end in one clear sentence and the right exit code, never in a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recount.cli import sentence

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
RECOUNT = Path(sys.executable).parent / "recount"

WRONG = {
    "unknown command": ("nonsense",),
    "no ledger named": ("incidents",),
    "unknown option": ("incidents", "--nonsense", "-l", "L"),
    "an argument too many": ("incidents", "-l", "L", "extra"),
    "not a day": ("incidents", "-l", "L", "--from", "yesterday"),
    "no such day": ("tallies", "-l", "L", "--to", "2024-02-31"),
    "last before first": (
        "export",
        "-l",
        "L",
        "-o",
        "x",
        "--from",
        "2024-09-09",
        "--to",
        "2024-09-01",
    ),
    "unknown scope": ("incidents", "-l", "L", "--scope", "nonsense"),
    "unknown realis": ("report", "-l", "L", "--realis", "nonsense"),
    "unknown rule": ("incidents", "-l", "L", "--rule", "nonsense"),
    "unknown type": ("incidents", "-l", "L", "--type", "nonsense"),
    "country by name": ("incidents", "-l", "L", "--country", "Afghanistan"),
    "no such id": ("show", "zzzz", "-l", "L"),
    "no id": ("show", "", "-l", "L"),
    "unknown format": ("export", "-l", "L", "-o", "x", "--format", "xml"),
    "unknown what": ("export", "-l", "L", "-o", "x", "--what", "everything"),
    "a map of documents": ("export", "-l", "L", "-o", "x", "-f", "geojson", "--what", "documents"),
    "no output": ("export", "-l", "L"),
    "export to a folder": ("export", "-l", "L", "-o", "folder"),
    "report to a folder": ("report", "-l", "L", "-o", "folder"),
    "pack to a folder": ("pack", "-l", "L", "-o", "folder"),
    "export to nowhere": ("export", "-l", "L", "-o", "no/such/x.jsonl"),
    "report to nowhere": ("report", "-l", "L", "-o", "no/such/x.html"),
    "pack to nowhere": ("pack", "-l", "L", "-o", "no/such/x"),
    "export over the ledger": ("export", "-l", "L", "-o", "own.db"),
    "report over the ledger": ("report", "-l", "L", "-o", "own.db"),
    "pack over the ledger": ("pack", "-l", "L", "-o", "own.db"),
    "export to standard output": ("export", "-l", "L", "-o", "-"),
    "export to a pipe": ("export", "-l", "L", "-o", "pipe"),
    "no such outline": ("report", "-l", "L", "--outline", "nothing.json"),
    "an outline that is none": ("report", "-l", "L", "--outline", "words.txt"),
    "build nothing": ("build", "-l", "x.db"),
    "build what is not there": ("build", "no/such/file", "-l", "x.db"),
    "unknown extractor": ("build", "words.txt", "-l", "x.db", "--extractor", "nonsense"),
    "unknown rule of a build": ("build", "words.txt", "-l", "x.db", "--rule", "nonsense"),
    "no such places": ("build", "words.txt", "-l", "x.db", "--gazetteer", "nothing.csv"),
    "places that are none": ("build", "words.txt", "-l", "x.db", "--gazetteer", "words.txt"),
    "actors that are none": ("build", "words.txt", "-l", "x.db", "--actors", "words.txt"),
    "an account that is none": ("judge", "zz", "aa", "same", "-l", "L"),
    "unknown verdict": ("judge", "aa", "bb", "maybe", "-l", "L"),
    "the same account twice": ("judge", "ACCOUNT", "ACCOUNT", "same", "-l", "L"),
    "no such document": ("withhold", "0123456789", "-l", "L"),
    "nobody": ("withhold", "", "-l", "L"),
    "a pack that is not there": ("unpack", "nothing", "-l", "x.db"),
    "a ledger that is there": ("unpack", "words.txt", "-l", "L"),
    "unknown task": ("evaluate", "nonsense", "folder"),
    "no data": ("evaluate", "incidents", "folder"),
    "places to add that are not there": ("gazetteer", "add", "nothing.csv"),
}
"""Calls that make no sense: exit code 2."""

FAILED = {
    "an empty folder": ("build", "folder", "-l", "x.db"),
    "only unknown files": ("build", "other.xyz", "-l", "x.db"),
    "a folder that is not there": ("build", "words.txt", "-l", "no/such/x.db"),
    "a pack that is none": ("unpack", "words.txt", "-l", "x.db"),
    "another kind of database": ("incidents", "-l", "mysql://host/db"),
}
"""Calls that make sense, but nothing could be done: exit code 1."""


@pytest.fixture
def wrong(call, own, tmp_path):
    """Make a call beside a ledger, an empty folder and a text."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "words.txt").write_text("Just words, and nothing happened.\n")
    (tmp_path / "other.xyz").write_bytes(b"\x00\x01")

    def run(arguments):
        from recount.ledger import Ledger

        with Ledger.open(own) as ledger:
            account = min(record.id for record in ledger.view().records())
        named = {"L": str(own), "ACCOUNT": account}
        before = own.read_bytes()
        done = call(*(named.get(word, word) for word in arguments))
        assert own.read_bytes() == before
        return done

    return run


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_one_sentence_and_code_2(wrong, tmp_path, case):
    done = wrong(WRONG[case])
    assert done.code == 2, done.err
    assert done.out == ""
    assert done.err.startswith("recount: ")
    assert done.err.endswith((".\n", "?\n"))
    assert done.err.count("\n") == 1
    assert "Error" not in done.err
    assert len(done.err) < 300
    assert not list(tmp_path.glob("x*.jsonl"))


@pytest.mark.parametrize("case", FAILED)
def test_what_cannot_be_done_is_one_sentence_and_code_1(wrong, case):
    done = wrong(FAILED[case])
    assert done.code == 1, done.err
    assert done.out == ""
    assert done.err.startswith("recount: ")
    assert done.err.count("\n") == 1


def test_a_link_is_written_through(call, examples, tmp_path):
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    assert call("export", "-l", examples, "-o", "link.jsonl").code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text().startswith("{")


def test_a_pack_that_is_damaged_leaves_no_ledger_behind(call, own, tmp_path):
    assert call("pack", "-l", own, "-o", "p.jsonl").code == 0
    pack = (tmp_path / "p.jsonl").read_bytes()
    (tmp_path / "cut.jsonl").write_bytes(pack[: len(pack) // 2])
    done = call("unpack", "cut.jsonl", "-l", "new.db")
    assert done.code == 1
    assert "damaged" in done.err
    assert not list(tmp_path.glob("new.db*"))


def test_an_ambiguous_id_names_those_that_it_may_mean(call, examples):
    firsts: dict[str, int] = {}
    for line in call("incidents", "-l", examples).out.splitlines()[1:]:
        firsts[line[0]] = firsts.get(line[0], 0) + 1
    letter = max(firsts, key=lambda first: firsts[first])
    assert firsts[letter] > 1
    done = call("show", letter, "-l", examples)
    assert done.code == 2
    assert f"{letter} is the beginning of {firsts[letter]} incidents" in done.err


def test_near_types_and_codes_of_countries_are_named(call, examples):
    assert "Suicide bomb?" in call("incidents", "-l", examples, "--type", "bomb").err
    assert "it is AF" in call("incidents", "-l", examples, "--country", "afghanistan").err


def test_the_ledger_may_be_named_by_the_environment(call, examples, monkeypatch):
    monkeypatch.setenv("RECOUNT_LEDGER", str(examples))
    assert call("tallies").code == 0


def test_a_fault_inside_is_one_sentence_and_asks_for_a_report(call, examples, monkeypatch):
    def fault(*_args, **_kwargs):
        raise KeyError("nothing")

    monkeypatch.setattr("recount.publish.tables.actors_table", fault)
    done = call("actors", "-l", examples)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "RECOUNT_DEBUG=1" in done.err


def test_ctrl_c_says_that_nothing_is_lost(call, tmp_path, monkeypatch):
    def stop(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("recount.pipeline.build", stop)
    (tmp_path / "words.txt").write_text("Words.")
    done = call("build", "words.txt", "-l", "x.db")
    assert done.code == 130
    assert "build again to go on" in done.err


@pytest.mark.parametrize("command", ["incidents", "documents", "actors", "show most-disputed"])
def test_a_reader_that_leaves_early_is_no_error(examples, command):
    line = f'set -o pipefail; "{RECOUNT}" {command} -l "{examples}" | head -n 1'
    bash = shutil.which("bash")
    assert bash is not None
    done = subprocess.run([bash, "-c", line], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_the_program_runs_as_a_module_too():
    done = subprocess.run(
        [sys.executable, "-m", "recount", "--version"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ},
    )
    assert done.returncode == 0
    assert done.stdout.startswith("recount ")


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("there is no ledger x", "There is no ledger x."),
        ("x.db is not a ledger", "x.db is not a ledger."),
        ("a is the beginning of 2 incidents", "a is the beginning of 2 incidents."),
        ("a ledger is kept\nelsewhere", "A ledger is kept elsewhere."),
        ("Done.", "Done."),
        ("did you mean x?", "did you mean x?"),
    ],
)
def test_messages_become_sentences(said, printed):
    assert sentence(said) == printed
