"""Map and timeline: positions, clipping, uncertain things drawn as uncertain."""

from __future__ import annotations

import re

from recount.model import IncidentType
from recount.publish import EVERYTHING, release
from recount.publish.report import chart, outlines_of
from recount.publish.report import map as mapping


def drawn(world, fake, outline=None):
    made = release(world, filters=EVERYTHING).incidents
    labels = {i.id: i.title for i in made}
    statuses = {i.id: "agreed" for i in made}
    outlines = outlines_of(outline or fake.OUTLINE)
    return made, labels, statuses, outlines


def test_dots_lie_inside_the_drawing(island, fake):
    made, labels, statuses, outlines = drawn(island, fake)
    view = mapping.draw(made, outlines, labels, statuses)
    assert all(0 <= d.x <= view.width and 0 <= d.y <= view.height for d in view.dots)
    assert view.without == 0


def test_more_killed_is_a_larger_dot(island, fake):
    made, labels, statuses, outlines = drawn(island, fake)
    view = mapping.draw(made, outlines, labels, statuses)
    size = {d.label: d.radius for d in view.dots if not d.area}
    blast, ambush = (
        size["Blast at Port Sorrel fish market"],
        size["Convoy ambushed near Tesk Bridge"],
    )
    assert blast > ambush


def test_north_is_up_and_east_is_right(island, fake):
    made, labels, statuses, outlines = drawn(island, fake)
    view = mapping.draw(made, outlines, labels, statuses)
    at = {d.label: d for d in view.dots}
    sorrel, tesk = at["Blast at Port Sorrel fish market"], at["Convoy ambushed near Tesk Bridge"]
    assert sorrel.y < tesk.y
    assert sorrel.x < tesk.x


def test_outlines_are_clipped_to_the_drawing(island, fake):
    world = {
        "type": "Polygon",
        "coordinates": [[[-170, -80], [170, -80], [170, 80], [-170, 80], [-170, -80]]],
    }
    made, labels, statuses, outlines = drawn(island, fake, world)
    view = mapping.draw(made, outlines, labels, statuses)
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d", view.land)]
    assert len(numbers) >= 8
    assert max(map(abs, numbers)) <= view.width + 5


def test_incidents_on_both_sides_of_the_date_line_are_near(fake):
    world = fake.World()
    for lon in (179.5, -179.5):
        doc = world.report(f"d{lon}", "Post", "2031-05-04", "t", f"Attack {lon}\n\nattacked Oast")
        where = (fake.P.PLACE, "Oast", fake.place("Oast", -17.0, lon, 3.0))
        world.join(f"at {lon}", world.tell(doc, "attacked", IncidentType.ATTACK, where))
    made, labels, statuses, outlines = drawn(world, fake)
    view = mapping.draw(made, outlines, labels, statuses)
    first, second = sorted(d.x for d in view.dots)
    assert second - first < view.width * 0.9
    assert view.scale_words in {"10 km", "20 km", "50 km"}


def test_nothing_placed_gives_no_map(fake):
    assert mapping.draw([], [], {}, {}) is None


def test_month_is_a_bar_and_a_day_a_dot(island, fake):
    made, labels, statuses, _ = drawn(island, fake)
    view = chart.draw(made, labels, statuses)
    widths = {m.label: m.width for m in view.marks}
    assert widths["Raids in Upper Marrow"] > 0
    assert widths["Blast at Port Sorrel fish market"] == 0
    assert view.without == 1


def test_marks_and_ticks_stay_in_the_drawing(fake):
    made, labels, statuses, _ = drawn(fake.crowd(300), fake)
    view = chart.draw(made, labels, statuses)
    assert all(0 <= m.x <= view.width and 0 <= m.y <= view.height for m in view.marks)
    assert 2 <= len(view.ticks) <= chart.TICKS + 1
