"""A copy of a report, shortened and edited, changes no finding, whoever publishes it."""

from __future__ import annotations

import csv
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from edits import shortened_and_edited  # noqa: E402

from recount.ledger import Ledger  # noqa: E402
from recount.model import Property  # noqa: E402
from recount.model.document import BODY_KINDS  # noqa: E402
from recount.pipeline import BuildOptions, build  # noqa: E402

EXAMPLES = HERE.parent.parent / "examples"
OPTIONS = BuildOptions(places=(EXAMPLES / "gazetteer.csv",), actors=(EXAMPLES / "actors.csv",))
LATER = date(2024, 10, 20)
"""After every report."""
LEAST_WORDS = 60


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    place = tmp_path_factory.mktemp("copies") / "before.db"
    build([EXAMPLES / "reports"], place, options=OPTIONS)
    return place


@pytest.fixture(scope="module")
def texts(before):
    return texts_of(before)


def texts_of(place):
    """The words of a dozen dated English reports, by the names of their files."""
    with Ledger.open(place) as ledger:
        view = ledger.view()
        known = [i for i in view.documents() if i.language == "en" and i.published.day is not None]
        long = sorted((i for i in known if i.words >= LEAST_WORDS), key=lambda i: i.source)
        found = {Path(i.source).stem: body(view.document(i.id)) for i in long[:12]}
    assert len(found) == 12
    return found


def body(document):
    parts = (s for s in document.segments if s.kind in BODY_KINDS)
    return "\n\n".join(document.text[s.start : s.end] for s in parts)


def told(place):
    """What is found of each incident, by the accounts of the reports themselves."""
    with Ledger.open(place) as ledger:
        view = ledger.view()
        own = {i.id for i in view.documents() if not Path(i.source).name.startswith("copy")}
        document = {r.id: r.account.document for r in view.records()}
        return {
            tuple(a for a in incident.accounts if document[a] in own): shown(incident)
            for incident in view.incidents()
        }


def shown(incident):
    found = {prop.value: incident.finding(prop) for prop in Property}
    return {
        "": (incident.type, incident.title, incident.realis),
        **{
            name: (f.status, f.value, f.low, f.best, f.high, f.voices, f.rivals)
            for name, f in found.items()
            if f is not None
        },
    }


def differences(one, other):
    """Return what differs, in words."""
    found = [f"gone: {incident}" for incident in one.keys() - other.keys()]
    found += [f"new: {incident} {other[incident]}" for incident in other.keys() - one.keys()]
    for incident in one.keys() & other.keys():
        for name in sorted(one[incident].keys() | other[incident].keys()):
            a, b = one[incident].get(name), other[incident].get(name)
            if a != b:
                found.append(f"{incident} {name}: {a} -> {b}")
    return found


def copied(before, folder, texts, *, edited=True):
    """Build a ledger to which copies of these texts are added."""
    reports = folder / "reports"
    reports.mkdir()
    rows = []
    for seed, (name, text) in enumerate(texts.items(), start=1):
        copy = shortened_and_edited(text, seed) if edited else text
        (reports / f"copy-{name}.txt").write_text(copy, encoding="utf-8")
        rows.append((f"copy-{name}.txt", f"Lantern Review {seed}", LATER.isoformat()))
    with (reports / "sources.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("path", "outlet", "published"), *rows])
    place = folder / "after.db"
    shutil.copy(before, place)
    build([reports], place, options=OPTIONS)
    return place


def test_copies_of_all_reports_change_no_finding(before, texts, tmp_path):
    after = copied(before, tmp_path, texts)
    assert differences(told(before), told(after)) == []
