"""The report in a real browser: opens offline, filters, fits a phone, prints."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from recount.model import IncidentType
from recount.publish import EVERYTHING, release
from recount.publish.report import outlines_of, write_report

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api", reason="NOT RUN: Playwright is absent")
    if not CHROMIUM.exists() and shutil.which("chromium") is None:
        if os.environ.get("RECOUNT_REQUIRE_BROWSER"):
            pytest.fail("Chromium is absent, and the pages must be tested here")
        pytest.skip("NOT RUN: Chromium is absent")
    with api.sync_playwright() as play:
        one = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture(scope="module")
def report(fake, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    made = release(fake.velmora(), filters=EVERYTHING)
    write_report(made, path, outlines=outlines_of(fake.OUTLINE), title="Velmora")
    return path


class Watched:
    """A page with what went wrong on it and what it asked for."""

    def __init__(self, browser, path, **options):
        self.page = browser.new_page(**options)
        self.errors, self.requests = [], []
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type != "log" else None)
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.goto(path.as_uri())


def expect_shown(page, number):
    """Wait until so many cards are shown (the page's policy forbids evaluating strings)."""
    from playwright.sync_api import expect

    expect(page.locator("#list > .card:not([hidden])")).to_have_count(number)


def visible(page):
    return page.locator("#list > .card:visible").count()


def test_opens_without_errors_and_asks_for_nothing(browser, report):
    watched = Watched(browser, report)
    assert watched.page.title() == "Velmora"
    assert watched.errors == []
    assert watched.requests == [report.as_uri()]


@pytest.mark.parametrize("width", [390, 1280])
def test_page_does_not_scroll_sideways(browser, report, width):
    page = Watched(browser, report, viewport={"width": width, "height": 844}).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_filters_narrow_list_map_and_timeline(browser, report):
    page = Watched(browser, report).page
    assert visible(page) == 5
    page.select_option("select[name=type]", "Armed clash")
    expect_shown(page, 2)
    page.fill("input[name=words]", "tesk bridge")
    expect_shown(page, 1)
    assert page.locator("#sieve output").inner_text() == "1 of 5 incidents shown"
    assert page.locator("#map svg a:not([display=none])").count() == 1
    page.fill("input[name=words]", "")
    page.select_option("select[name=type]", "")
    page.select_option("select[name=status]", "disputed")
    expect_shown(page, 1)


def test_link_opens_the_fold_of_what_is_kept(browser, report):
    page = Watched(browser, report).page
    target = page.evaluate("document.querySelector('#kept .card').id")
    assert not page.locator(f"#{target}").is_visible()
    page.evaluate(f"location.hash = '{target}'")
    page.locator(f"#{target}").wait_for(state="visible")


def test_reads_without_scripts(browser, report):
    page = Watched(browser, report, java_script_enabled=False).page
    assert visible(page) == 5
    assert not page.locator("#sieve").is_visible()


def test_folded_parts_are_printed(browser, report, tmp_path):
    page = Watched(browser, report).page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#kept .card").first.is_visible()
    assert not page.locator("#sieve").is_visible()
    page.pdf(path=str(tmp_path / "report.pdf"), prefer_css_page_size=True)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_hostile_texts_run_nothing(browser, fake, tmp_path):
    world = fake.World()
    bad = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    doc = world.report("x", bad, "2031-05-04", bad, f"Attack\n\n{bad} attacked Oast on 3 May.")
    when = (fake.P.DATE, "on 3 May", fake.day("2031-05-03"))
    world.join(bad, world.tell(doc, "attacked", IncidentType.ATTACK, when))
    path = tmp_path / "hostile.html"
    write_report(release(world), path, title="safe")
    watched = Watched(browser, path)
    assert watched.page.title() == "safe"
    assert watched.errors == []
    assert watched.requests == [path.as_uri()]


def test_two_thousand_incidents_open_and_filter(browser, fake, tmp_path):
    path = tmp_path / "big.html"
    write_report(release(fake.crowd(2000), filters=EVERYTHING), path)
    watched = Watched(browser, path)
    watched.page.fill("input[name=words]", "village 77")
    expect_shown(watched.page, 11)
    assert watched.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(browser, report, scheme):
    page = Watched(browser, report, color_scheme=scheme).page
    pairs = page.evaluate(
        """() => {
          const style = getComputedStyle(document.documentElement);
          const get = name => style.getPropertyValue(name).trim();
          return [['--ink','--paper'],['--soft','--paper'],['--soft','--card'],
            ['--accent','--paper'],
            ['--dispute','--dispute-back'],['--agree','--agree-back'],
            ['--single','--single-back'],['--mark-ink','--mark']].map(p => p.map(get));
        }"""
    )
    for front, back in pairs:
        assert contrast(front, back) >= 4.5, (front, back)


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    code = color.lstrip("#")
    code = code if len(code) == 6 else "".join(c * 2 for c in code)
    parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
