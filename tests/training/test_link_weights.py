import gzip
import json

import numpy as np
import pytest

from recount.evaluation.base import is_dev
from recount.link import weights as w
from recount.link.estimated import load_estimated
from recount.training import link_weights as lw

TOWNS = ("Ostrava Bay", "Tollan Quay", "Cape Senn", "Mill Hollow", "Pellam Reach", "Grey Ford")
NAMES = ("Ilko Varenda", "Ruza Imdahl", "Maren Oso", "Teval Brint", "Ansa Kolder", "Jorun Vesk")
THINGS = ("ferry", "warehouse", "quarry", "orchard", "tannery", "lighthouse")


# What each telling adds, in words of its own: words that most reports hold tell none apart.
DETAILS = (
    (
        (
            "Deckhands heard volleys before dawn, then an outboard engine fading beyond the "
            "breakwater; a cousin mentioned anonymous letters since Easter. Harbour pilots "
            "suspended sailings until noon while divers searched silt beneath the jetty for "
            "casings and a dropped telephone."
        ),
        (
            "Divers recovered casings from silt beneath the jetty, and a cousin handed over "
            "anonymous letters. Flags flew at half mast above the breakwater; pilots who "
            "suspended sailings remembered an outboard engine and promised a fund for widows of "
            "deckhands."
        ),
    ),
    (
        (
            "Foremen found forklift keys scattered among pallets, a padlock sawn through and "
            "bloodied invoices about smuggled cigarettes. Insurers had warned of thieves; a "
            "janitor described masked strangers, one limping, climbing from skylights with a "
            "canvas satchel."
        ),
        (
            "A janitor who saw masked strangers climb from skylights, one limping, identified a "
            "canvas satchel. Invoices about smuggled cigarettes lay among pallets beside the sawn "
            "padlock, and insurers demanded guards, lamps and thicker doors from every foreman."
        ),
    ),
    (
        (
            "Blasting had stopped for Lent. Stonecutters noticed dogs barking, gravel sliding and "
            "a grey lorry without plates near the crusher; geologists later traced tyre grooves "
            "to a ravine where detonators, ropes and an unused ladder were hidden under brambles."
        ),
        (
            "Detonators and ropes hidden under brambles in a ravine point to robbers, geologists "
            "said. Stonecutters who heard dogs and sliding gravel drew the grey lorry from "
            "memory; tyre grooves by the crusher match a vehicle stolen during Lent."
        ),
    ),
    (
        (
            "Pickers on ladders dropped their baskets when rifles cracked between apple rows. Bees "
            "swarmed from shattered hives, and a beekeeper counted seven cartridges near the cider "
            "press, where somebody had painted a warning about unpaid irrigation dues."
        ),
        (
            "The quarrel concerned irrigation dues, said a beekeeper whose hives were shattered. "
            "Seven cartridges from the cider press went to a laboratory; pickers returned to "
            "their ladders under escort, and apple baskets still stand where they were dropped."
        ),
    ),
    (
        (
            "Vats of oak bark were overturned and hides slashed. Apprentices hid in a drying loft "
            "while intruders shouted about wages; one apprentice recognised a foreman's cough. "
            "Inspectors bagged knives, aprons and a torn ledger of debts from the soaking pits."
        ),
        (
            "Inspectors reading a torn ledger of debts arrested nobody. An apprentice who hid in "
            "the drying loft swears to the foreman's cough; hides were slashed, vats of oak bark "
            "overturned, and wages have been owed to the soaking crews since autumn."
        ),
    ),
    (
        (
            "Fog signals masked the rifle reports. The relief keeper rowed across at high tide, "
            "found the lantern shuttered and a logbook missing three pages; coastguards launched "
            "flares and questioned lobster crews about a trawler drifting without navigation "
            "lights."
        ),
        (
            "Three pages missing from the logbook may name the trawler that drifted without "
            "navigation lights, coastguards believe. Lobster crews saw flares; the relief keeper, "
            "who found the lantern shuttered at high tide, has asked to be posted elsewhere."
        ),
    ),
)


LAST = (
    "Customs clerks stamped manifests silently while gulls circled overhead.",
    "Night watchmen blamed faulty alarms, cheap fencing and absent patrols.",
    "Quarry owners delayed dynamite deliveries pending stricter licences.",
    "Wholesalers cancelled juice contracts worth several harvests.",
    "Cobblers downstream stockpiled leather expecting lengthy strikes.",
    "Meteorologists recorded drizzle, westerly swell and moonless skies.",
)


def story(at, told):
    """One of two tellings of an invented shooting, each read as an incident and long enough."""
    name, town, thing = NAMES[at], TOWNS[at], THINGS[at]
    if told == 0:
        return (
            f"Gunmen shot and killed {name}, a clerk aged {30 + at}, near the {thing} of {town} "
            f"on Friday, police said. {DETAILS[at][0]} {LAST[at]}"
        )
    return (
        f"Two gunmen killed {name} beside the {thing} in {town} on Friday. "
        f"{DETAILS[at][1]} {LAST[at]}"
    )


@pytest.fixture
def folder(tmp_path):
    incidents = [str(n) for n in range(60) if not is_dev(str(n), 10)][: len(NAMES)]
    rows = [
        {
            "id": f"{incident}-{told}",
            "incident": incident,
            "title": f"Killing in {TOWNS[at]}",
            "published": f"2031-05-{3 + at:02d}",
            "url": None,
            "text": story(at, told),
        }
        for at, incident in enumerate(incidents)
        for told in (0, 1)
    ]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt") as lines:
        lines.write("\n".join(json.dumps(row) for row in rows))
    facts = [{"incident": name, "date": "May 2, 2031", "state": "Senn"} for name in incidents]
    (tmp_path / "incidents.jsonl").write_text("\n".join(json.dumps(row) for row in facts))
    return tmp_path


def test_reports_are_read_compared_and_their_weights_written(folder, tmp_path):
    (labelled,) = lw.read(folder)
    assert len(labelled.documents) == 2 * len(NAMES)
    estimated = lw.estimate([labelled], version="test.v1")
    assert lw.estimate([labelled], version="test.v1") == estimated
    target = tmp_path / "weights.json"
    lw.write(estimated, target)
    assert load_estimated(target) == estimated
    assert len(estimated.names) == w.REPORT_NAMES_MOST + 1
    assert estimated.names[-1] >= estimated.names[0]


def test_incidents_are_drawn_with_one_that_they_could_be_taken_for_and_none_of_the_sample():
    rows = [
        {"incident": str(n), "date": f"May {1 + n % 28}, 2031", "state": "AB"[n % 2]}
        for n in range(120)
    ]
    articles = {row["incident"]: 2 if int(row["incident"]) % 5 == 0 else 1 for row in rows}
    found = lw.draw(rows, articles, 7, 4)
    assert found == lw.draw(rows, articles, 7, 4)
    assert 4 < len(found) <= 8
    assert not any(is_dev(name, 10) for name in found)


def test_the_regression_finds_the_odds_that_made_the_labels():
    draw = np.random.default_rng(5)
    x = draw.integers(0, 2, size=(4000, 3)).astype(float)
    chance = 1.0 / (1.0 + np.exp(-(x @ np.array([2.0, -1.0, 0.5]) - 1.0)))
    y = (draw.random(4000) < chance).astype(float)
    found = lw.fit(x, y)
    assert found == pytest.approx([-1.0, 2.0, -1.0, 0.5], abs=0.25)
