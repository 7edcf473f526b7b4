"""Names of private persons are masked unless asked for; everybody public is shown."""

from __future__ import annotations

import csv
import html
from pathlib import Path

import pytest

from recount import api
from recount.publish import EVERYTHING, What

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

PRIVATE = (
    "Marek Aldaine",  # a porter who saw it
    "Ilse Torvane",  # a trader
    "Orla Vennick",  # killed, with
    "Halden Mossrick",  # her neighbour
    "Corin Dalvey",  # held, not convicted
    "Yesme Candrell",  # a survivor
    "Osk Verrand",  # killed in a robbery
)
CHILDREN = ("Tam", "Jory")
PUBLIC = (
    "Domar Kellish",  # a minister
    "Ansa Corveth",  # the president
    "Tovan Melleck",  # a governor
    "Lissa Orvane",  # a mayor
    "Ruva Ostelin",  # a chairwoman
    "Hanno Breckvar",  # an army spokesman
    "Senna Valdry",  # a reporter
)


def has_name(text: str, name: str) -> bool:
    """Whether a name, or the surname of it, stands in a text."""
    return name in text or (" " in name and name.rsplit(maxsplit=1)[-1] in text)


def shown(recount, ledger, folder, *, names: bool) -> str:
    """All that leaves the program: every export, the report, and what terminals print."""
    parts: list[str] = []
    with api.open_ledger(ledger) as opened:
        for what in What:
            api.export(opened, folder / "x", what=what, filters=EVERYTHING, include_names=names)
            parts.append((folder / "x").read_text(encoding="utf-8"))
        api.report(opened, folder / "r.html", include_names=names)
    parts.append(html.unescape((folder / "r.html").read_text(encoding="utf-8")))
    options = ("--include-names",) if names else ()
    parts += [
        recount.ok(*command, "--ledger", ledger, *options)
        for command in (("documents",), ("actors",), ("show", "most-disputed"))
    ]
    return "\n".join(parts)


@pytest.fixture(scope="module")
def masked(recount, examples_ledger, tmp_path_factory) -> str:
    return shown(recount, examples_ledger, tmp_path_factory.mktemp("masked"), names=False)


@pytest.fixture(scope="module")
def open_names(recount, examples_ledger, tmp_path_factory) -> str:
    return shown(recount, examples_ledger, tmp_path_factory.mktemp("open"), names=True)


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_name_is_masked_and_shown_only_on_request(masked, open_names, name):
    assert not has_name(masked, name)
    assert name in open_names


@pytest.mark.parametrize("name", CHILDREN)
def test_a_childs_first_name_is_masked(recount, examples_ledger, tmp_path, name):
    documents = recount.rows(examples_ledger, "documents", tmp_path / "d.jsonl")
    text = next(d["text"] for d in documents if d["source"] == "10-desk-corvash.pdf")
    assert f" {name}," not in text


@pytest.mark.parametrize("name", PUBLIC)
def test_a_name_of_public_office_is_shown(masked, name):
    assert name in masked


def test_groups_outlets_and_places_are_shown(masked, open_names):
    names = []
    for table in ("actors.csv", "gazetteer.csv"):
        with (EXAMPLES / table).open(encoding="utf-8", newline="") as rows:
            names += [row["name"] for row in csv.DictReader(rows)]
    with (EXAMPLES / "reports" / "sources.csv").open(encoding="utf-8", newline="") as rows:
        names += [row["outlet"] for row in csv.DictReader(rows) if row["outlet"]]
    met = [name for name in dict.fromkeys(names) if name in open_names]
    assert len(met) > 25
    assert [name for name in met if masked.count(name) < open_names.count(name)] == []


def test_a_mask_keeps_every_length(recount, examples_ledger, tmp_path):
    hidden = recount.rows(examples_ledger, "documents", tmp_path / "hidden.jsonl")
    full = recount.rows(examples_ledger, "documents", tmp_path / "full.jsonl", "--include-names")
    pairs = list(zip(hidden, full, strict=True))
    assert all(len(one["text"]) == len(other["text"]) for one, other in pairs)
    for one, other in pairs:
        assert all(a == b or a == "█" for a, b in zip(one["text"], other["text"], strict=True))
    assert any(one["withheld"] > 0 for one, _ in pairs)
