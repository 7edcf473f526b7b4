"""A release as one HTML page: what is counted, what is kept, and the drawings."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import jinja2

from recount.model import UsageError
from recount.publish.nouns import PublishedIncident, PublishedTally, Release
from recount.publish.release import Filters
from recount.publish.report import cards as making
from recount.publish.report import chart, words
from recount.publish.report import map as mapping
from recount.publish.report.views import Fact, PaperRow, ReportView, TallyRow
from recount.publish.voices import count_voices
from recount.resources.basemap import Outline
from recount.version import __version__

UNFOLDED = 40
"""Incidents up to which every source's words are open; beyond, they are folded."""

DISPUTES_SHOWN = 50
"""Incidents in the section of disagreements; the rest is marked in the list."""


def render_report(
    release: Release,
    *,
    counted: Filters | None = None,
    title: str = "What the sources say",
    outlines: Sequence[Outline] = (),
    countries: Mapping[str, str] | None = None,
) -> str:
    """Return the page.

    Args:
        release: made with ``EVERYTHING`` or with narrower filters; incidents whose scope
            or realis ``counted`` does not hold go to the section of what is kept.
        counted: what counts (scope and realis), by default political and unclear,
            actual and attempted; its other filters are only named in the heading.
        title: the heading of the page.
        outlines: countries or coasts to draw, in the order in which to draw them.
        countries: names of countries by code, which win over those of the outlines.
    """
    named = {o.country: o.name for o in outlines if o.country is not None} | dict(countries or {})
    view = _view(release, counted or Filters(), title, outlines, named)
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    )
    template = _environment().get_template("report.html.j2")
    return template.render(r=view, style=style, script=script, policy=policy)


def write_report(
    release: Release,
    path: Path,
    *,
    counted: Filters | None = None,
    title: str = "What the sources say",
    outlines: Sequence[Outline] = (),
    countries: Mapping[str, str] | None = None,
) -> None:
    """Write the page to a file, whole or not at all.

    Raises:
        UsageError: the folder does not exist.
        OSError: the file cannot be written.
    """
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent} to write {path.name} into.")
    page = render_report(
        release, counted=counted, title=title, outlines=outlines, countries=countries
    )
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(page)
        draft.chmod(0o644)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("recount.publish.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


@cache
def _asset(name: str) -> str:
    file = resources.files("recount.publish.report") / "templates" / name
    return file.read_text(encoding="utf-8")


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _view(
    release: Release,
    counted: Filters,
    title: str,
    outlines: Sequence[Outline],
    countries: Mapping[str, str],
) -> ReportView:
    maker = making.CardMaker({d.id: d for d in release.documents}, countries)
    inside = [i for i in release.incidents if _counts(i, counted)]
    outside = [i for i in release.incidents if not _counts(i, counted)]
    shown = tuple(maker.card(incident) for incident in inside)
    disputed = sorted((c for c in shown if len(c.disputes) > 0), key=lambda c: -c.spread)
    labels = {i.id: making.label(i) for i in inside}
    statuses = {i.id: making.overall_status(i).value for i in inside}
    met = {(card.country, card.country_name) for card in shown if card.country != ""}
    return ReportView(
        title=title,
        lead=_lead(inside),
        rule=release.rule,
        rule_words=_RULE_WORDS.get(release.rule, "the figures are settled by this rule"),
        care=_care(release),
        filters=_filter_words(counted),
        facts=_facts(release, inside, len(outside)),
        disputed=tuple(disputed[:DISPUTES_SHOWN]),
        more_disputed=max(0, len(disputed) - DISPUTES_SHOWN),
        cards=shown,
        kept=tuple(maker.card(incident) for incident in outside),
        tallies=tuple(_tally(tally, countries) for tally in release.tallies),
        documents=_documents(release),
        skipped=tuple((s.path, s.reason.value, s.message) for s in release.skipped),
        chart=chart.draw(inside, labels, statuses),
        map=mapping.draw(inside, outlines, labels, statuses),
        countries=tuple(sorted(met, key=lambda pair: (pair[1], pair[0]))),
        types=tuple(sorted({card.type for card in shown})),
        unfold=len(shown) <= UNFOLDED,
        version=__version__,
    )


_RULE_WORDS = {
    "recount": "the lowest, the best supported and the highest figure of independent voices,"
    " weighed by reliability",
    "acled": "as ACLED does, the lowest figure until a more reliable or corroborated one",
    "ucdp": "as UCDP does, the lowest, the most reliable and the highest figure",
    "gtd": "as GTD does, the most recent source, else the majority of independent ones,"
    " else the lowest",
    "conservative": "the minimum over the reports",
    "representative": "the most frequent figure of the reports",
    "informative": "the maximum over the reports",
}
"""What ``recount.reconcile.rules`` does, in a few words."""


def _counts(incident: PublishedIncident, counted: Filters) -> bool:
    return (len(counted.scope) == 0 or incident.scope in counted.scope) and (
        len(counted.realis) == 0 or incident.realis in counted.realis
    )


def _lead(incidents: Sequence[PublishedIncident]) -> str:
    starts = [i.date.start for i in incidents if i.date.start is not None]
    ends = [i.date.end for i in incidents if i.date.end is not None]
    if len(starts) == 0 or len(ends) == 0:
        return ""
    first, last = min(starts), max(ends)
    return words.day(first) if first == last else f"{words.day(first)} to {words.day(last)}"


def _care(release: Release) -> str:
    if release.include_names:
        return "Names of private persons are shown: handle this file with care."
    return (
        "Names of private persons are masked with █, and the sites of survivors and clinics "
        "are coarsened."
    )


def _filter_words(counted: Filters) -> tuple[str, ...]:
    named = (
        ("country", counted.country),
        ("from", counted.first),
        ("to", counted.last),
        ("type", counted.type),
        ("actor", counted.actor),
    )
    return tuple(f"{name} {value}" for name, value in named if value is not None)


def _facts(release: Release, inside: Sequence[PublishedIncident], outside: int) -> tuple[Fact, ...]:
    disputed = sum(1 for incident in inside if len(incident.disputed) > 0)
    voices = count_voices(release.documents)
    documents = len(release.documents)
    return (
        Fact(f"{len(inside):,}", "incident" if len(inside) == 1 else "incidents"),
        Fact(f"{disputed:,}", "disputed"),
        Fact(f"{documents:,}", "document" if documents == 1 else "documents"),
        Fact(f"{voices:,}", "independent voice" if voices == 1 else "independent voices"),
        Fact(f"{outside:,}", "kept, not counted"),
    )


def _documents(release: Release) -> tuple[PaperRow, ...]:
    used = Counter(ref.id for incident in release.incidents for ref in incident.documents)
    rows = [
        PaperRow(
            id=document.id,
            outlet=document.outlet or "outlet unknown",
            title=document.title or document.source,
            url=making.safe_url(document.url),
            published=document.published.value or "undated",
            source=document.source,
            language=document.language,
            used=used[document.id],
        )
        for document in release.documents
    ]
    return tuple(sorted(rows, key=lambda row: (row.published, row.outlet, row.id)))


def _tally(tally: PublishedTally, countries: Mapping[str, str]) -> TallyRow:
    about = [tally.actor, tally.target and f"against {tally.target}"]
    if tally.place is not None:
        about.append(f"in {words.where(tally.place, countries)}")
    period = ""
    if tally.start is not None and tally.end is not None:
        same = tally.start == tally.end
        start, end = words.day(tally.start), words.day(tally.end)
        period = start if same else f"{start} – {end}"
    return TallyRow(
        measure=tally.measure.value.replace("_", " "),
        figure=words.amount(tally),
        about=", ".join(part for part in about if part),
        period=period,
        says=tally.voice.speaker or tally.voice.outlet or "",
        original=tally.original,
    )
