"""A world of as many plain incidents as a test asks for."""

from __future__ import annotations

from datetime import date, timedelta

from fake_island.values import P, count, place
from fake_island.world import World
from recount.model import (
    ActorKind,
    ActorValue,
    DatePrecision,
    DateValue,
    IncidentType,
    ResponsibilityValue,
    Stance,
    Voice,
)


def crowd(number):
    """Return a world of many plain incidents, three reports each."""
    world = World()
    for index in range(number):
        when = date(2029, 1, 1) + timedelta(days=index % 900)
        where = place(
            f"Village {index}",
            -12.9 + (index % 37) * 0.05,
            61.4 + (index % 41) * 0.04,
            3.0,
            admin1="Upper Marrow",
        )
        accounts = []
        for outlet in ("The Sorrel Tide", "Radio Marrow", "Meridian Wire"):
            killed = 3 + (index + len(outlet)) % 4
            text = (
                f"Attack in Village {index}\n\nGunmen of the Salt Road attacked Village {index} "
                f"on {when.isoformat()}. {killed} people were killed and 9 wounded, residents "
                f"said. The army blamed the Salt Road for the raid, the fourth this season."
            )
            doc = world.report(
                f"{outlet}-{index}", outlet, when.isoformat(), f"Attack in Village {index}", text
            )
            accounts.append(
                world.tell(
                    doc,
                    "attacked",
                    IncidentType.ATTACK,
                    (P.DATE, f"on {when.isoformat()}", DateValue(when, when, DatePrecision.DAY)),
                    (P.PLACE, f"Village {index}", where),
                    (
                        P.KILLED,
                        f"{killed} people",
                        count(killed, who="people"),
                        Voice("residents", None, outlet, Stance.ASSERTED, "said"),
                    ),
                    (P.WOUNDED, "9 wounded", count(9)),
                    (
                        P.PERPETRATOR,
                        "the Salt Road",
                        ActorValue("Salt Road", ActorKind.REBEL_GROUP, False),
                    ),
                    (
                        P.RESPONSIBILITY,
                        "the Salt Road for",
                        ResponsibilityValue("Salt Road", Stance.BLAMED),
                        Voice("army", None, outlet, Stance.BLAMED, "blamed"),
                    ),
                )
            )
        world.join(f"Attack in Village {index}", *accounts)
    return world
