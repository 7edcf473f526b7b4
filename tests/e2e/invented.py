"""Reports about an invented archipelago, written by a seeded generator for these tests.

Every place, group, person and outlet is made up, and so is every sentence. Some forty
incidents are each told by one to a dozen reports that differ on figures and wording.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PLACES = """\
name,aliases,kind,country,admin1,admin2,lat,lon,radius_km
Quillmar,,country,XQ,,,-21.0,-141.0,200
Tessaly Reach,,admin1,XQ,,,-21.1,-141.2,60
Brackwater,,settlement,XQ,Tessaly Reach,,-21.15,-141.25,6
Ondrel,,settlement,XQ,Tessaly Reach,,-21.35,-141.45,5
Harrow Cays,,admin1,XQ,,,-20.6,-140.7,60
Pellam Quay,,settlement,XQ,Harrow Cays,,-20.61,-140.72,5
Sorrin,,settlement,XQ,Harrow Cays,,-20.8,-140.9,5
Dunmere,,settlement,XQ,Harrow Cays,,-20.4,-140.5,5
"""

TOWNS = ("Brackwater", "Ondrel", "Pellam Quay", "Sorrin", "Dunmere")
GROUPS = ("the Cobalt Front", "the Reed Brigade", "the Saltmen's League")
SITES = ("market", "police station", "mosque", "bus station", "school")
WHO = ("people", "civilians", "worshippers", "police officers", "soldiers")
NAMES = ("Tove Marrick", "Ilsa Venn", "Corin Ashdale", "Bram Oxley")
HEADS = ("At the {site} of {town}", "Blast in {town}", "{town} mourns", "Toll in {town}")
FILLERS = (
    "Shops stayed shut until the evening, and the ferry did not sail.",
    "The council met behind closed doors and gave no statement.",
    "Residents said that the lamps on the square went out first.",
    "The harbour master asked boats to keep clear of the pier.",
)


@dataclass(frozen=True)
class Event:
    town: str
    site: str
    day: date
    killed: int
    wounded: int
    who: str
    group: str
    kind: str


def events(rng: random.Random, count: int) -> list[Event]:
    start = date(2031, 3, 1)
    return [
        Event(
            rng.choice(TOWNS),
            rng.choice(SITES),
            start + timedelta(days=3 * number + rng.randrange(3)),
            rng.randint(1, 40),
            rng.randint(2, 90),
            rng.choice(WHO),
            rng.choice(GROUPS),
            rng.choice(("bomb", "gunmen", "suicide")),
        )
        for number in range(count)
    ]


def long_day(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def told(rng: random.Random, event: Event) -> str:
    killed = max(1, event.killed + rng.choice((0, 0, 0, -1, 2)))
    hedge = rng.choice(("", "at least ", "at least ", "more than "))
    place = f"a {event.site} in {event.town}"
    if event.kind == "bomb":
        what = f"A bomb exploded at {place}"
    elif event.kind == "suicide":
        what = f"A suicide bomber blew himself up at {place}"
    else:
        what = f"Gunmen attacked {place}"
    toll = f"killing {hedge}{killed} {event.who} and wounding {event.wounded} others"
    sentences = [
        f"{what} on {long_day(event.day)}, {toll}.",
        rng.choice(
            (
                f"{event.group[0].upper()}{event.group[1:]} claimed responsibility for the attack.",
                f"The government blamed {event.group} for the attack.",
                "No group claimed responsibility.",
            )
        ),
        rng.choice(FILLERS),
    ]
    if rng.random() < 0.2:
        sentences.append(f"Among the dead was {rng.choice(NAMES)}, a teacher, officials said.")
    if rng.random() < 0.1:
        sentences.append("There were 37 attacks in the islands last year, a think tank said.")
    return " ".join(sentences)


def write(folder: Path, *, documents: int = 300, seed: int = 7) -> None:
    """Write reports into a folder, and the places that they name beside it."""
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder.parent / "places.csv").write_text(PLACES)
    known = events(rng, max(2, documents // 7))
    rows = ["path,outlet,published"]
    for number in range(documents):
        event = rng.choice(known)
        title = rng.choice(HEADS).format(site=event.site, town=event.town)
        text = told(rng, event)
        if rng.random() < 0.15:
            text += "\n\n" + told(rng, rng.choice(known))
        text += f"\n\nBulletin {number} of the wire."
        name = f"{number:03d}.txt" if number % 10 else f"{number:03d}.html"
        if name.endswith("html"):
            paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
            page = f"<html><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
            (folder / name).write_text(page)
        else:
            (folder / name).write_text(f"{title}\n\n{text}\n")
        if rng.random() < 0.5:
            day = event.day + timedelta(days=rng.randint(0, 3))
            rows.append(f"{name},Outlet {rng.randint(1, 9)},{day.isoformat()}")
    (folder / "sources.csv").write_text("\n".join(rows) + "\n")
