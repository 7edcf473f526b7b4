"""The page as text: what stands where, and that no text of a report becomes markup."""

from __future__ import annotations

import re

import pytest

from recount.model import ActorKind, ActorValue, IncidentType, Skipped, SkipReason
from recount.publish import EVERYTHING, Filters, release
from recount.publish.report import outlines_of, render_report, write_report

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><svg onload=alert(1)>",
    "{{ 7331*3 }}",
    "javascript:alert(1)",
)


@pytest.fixture
def page(island, fake):
    made = release(island, filters=EVERYTHING)
    return render_report(made, outlines=outlines_of(fake.OUTLINE), title="Velmora")


def section(page, name):
    found = re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL)
    assert found is not None, name
    return found.group()


def test_disagreements_come_first_with_rival_figures(page):
    assert page.index('id="disagreements"') < page.index('id="map"') < page.index('id="incidents"')
    disputes = section(page, "disagreements")
    for words in ("at least 18 people", "23 people", "20 to 30 people", "5 March 2031"):
        assert words in disputes


def test_same_release_gives_the_same_page(fake):
    pages = [render_report(release(fake.velmora(), filters=EVERYTHING)) for _ in range(2)]
    assert pages[0] == pages[1]


def test_copies_are_shown_as_one_voice(page):
    assert "The same voice also in:" in page
    assert "What each source says (3 independent voices)" in page


def test_what_is_not_counted_stands_apart(page):
    listed, kept = section(page, "incidents"), section(page, "kept")
    for title in ("Ferry sank off Marrow", "Lantern Square massacre"):
        assert title in kept
        assert title not in listed


def test_tallies_are_not_incidents(page):
    tallies = section(page, "tallies")
    assert "attacks" in tallies
    assert "14" in tallies


def test_skipped_inputs_are_listed(page):
    assert "The PDF ends in the middle." in section(page, "skipped")


def test_areas_are_dashed_and_uncertain_dates_are_bars(page):
    assert len(re.findall(r'<circle class="unsure', section(page, "map"))) == 3
    assert len(re.findall(r'<circle class="dot', section(page, "map"))) == 2
    assert len(re.findall(r'<rect class="unsure', section(page, "time"))) == 1


def test_quotes_stand_in_their_sentence_with_the_words_marked(page):
    marked = r'Sorrel <mark title="date: 4 March 2031">on Tuesday</mark>, killing <mark'
    assert re.search(marked, page) is not None


def test_private_names_are_not_in_the_page(page):
    for name in ("Torvald", "Osric", "Halloway", "Saint Orla"):
        assert name not in page


def test_page_loads_nothing_from_elsewhere(page):
    assert re.findall(r'(?:src|srcset|action)="', page) == []
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src" in page


@pytest.mark.parametrize("hostile", HOSTILE)
def test_texts_never_become_markup(fake, hostile):
    world = fake.World()
    text = f"Attack in Oast\n\nOn 3 May 2031 {hostile} attacked Oast, killing 4 people."
    doc = world.report("x", f"Post {hostile}", "2031-05-04", f"Title {hostile}", text, url=hostile)
    one = world.tell(
        doc,
        "attacked",
        IncidentType.ATTACK,
        (fake.P.DATE, "On 3 May 2031", fake.day("2031-05-03")),
        (fake.P.PLACE, "Oast", fake.place(hostile, 1.0, 2.0, 3.0)),
        (fake.P.KILLED, "4 people", fake.count(4, who=hostile)),
        (
            fake.P.PERPETRATOR,
            hostile,
            ActorValue(hostile, ActorKind.UNKNOWN, generic=False),
        ),
    )
    world.join(f"Attack {hostile}", one)
    world.skip_list.append(Skipped(hostile, SkipReason.DAMAGED, hostile))
    page = render_report(release(world), title=hostile)
    clean = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)
    assert "<script" not in clean
    assert "<img" not in clean
    assert "onload=alert(1)>" not in clean
    assert 'href="javascript' not in clean
    assert "21993" not in clean
    assert (
        hostile.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        in clean
    )


def test_empty_release_gives_a_page(fake):
    page = render_report(release(fake.World()))
    assert "No incidents were found." in page


def test_filters_are_named(island):
    narrow = Filters(country="XV", type="Battles")
    page = render_report(release(island, filters=narrow), counted=narrow)
    assert "Only country XV, type Battles." in page


def test_page_is_written_whole(island, tmp_path):
    path = tmp_path / "out.html"
    write_report(release(island), path)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.html"]


def test_two_thousand_incidents_stay_below_ten_megabytes(fake):
    made = release(fake.crowd(2000), filters=EVERYTHING)
    page = render_report(made, outlines=outlines_of(fake.OUTLINE))
    assert page.count('<article class="card') == 2000
    assert len(page.encode()) < 10_000_000
