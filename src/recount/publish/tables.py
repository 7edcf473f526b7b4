"""Rows for tables on a terminal or in a text: columns and cells as plain strings.

Nothing here knows how a table is drawn. Control characters of texts are made visible,
so that no report can move the cursor of who reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recount.model import COUNT_PROPERTIES, DatePrecision, DateValue, Property
from recount.publish.nouns import (
    PublishedActor,
    PublishedDate,
    PublishedDocument,
    PublishedIncident,
    PublishedPlace,
    PublishedStatement,
    PublishedTally,
    Release,
)
from recount.publish.report import cards, words
from recount.publish.report.views import Card
from recount.publish.voices import count_voices, voice_numbers
from recount.resources.grammar.months import MONTH, MONTHS

SHORT_ID = 8
"""Digits of an id shown in lists; commands take any unique beginning."""

_MONTH = re.compile(MONTH)

NO_BREAK = "\u202f"
"""Stands for a blank at which a line should not be broken."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a title, the names of the columns, and rows of as many cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[str] = frozenset()
    """Columns to set flush right."""
    optional: tuple[str, ...] = ()
    """Columns that a narrow screen may leave out, the most dispensable first."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One incident in full: lines of name and words, then tables."""

    title: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]


def clean(text: str) -> str:
    r"""Return a text on one line, without control or text-direction characters.

    >>> clean("a\nb\x1b")
    'a b�'
    """
    return _CONTROL.sub(lambda m: " " if m.group() in "\n\r\t" else "�", text)


def _row(*cells: str) -> tuple[str, ...]:
    return tuple(clean(cell) for cell in cells)


def incidents_table(
    incidents: Iterable[PublishedIncident], countries: Mapping[str, str] | None = None
) -> Table:
    """Return one row per incident: date, place, type, figures, status, voices."""
    names = countries or {}
    rows = tuple(
        _row(
            incident.id[:SHORT_ID],
            _short_when(incident.date),
            _short_where(incident.place, names),
            incident.type.value,
            _bounds(incident, "killed"),
            _bounds(incident, "wounded"),
            words.STATUS_WORDS[cards.overall_status(incident)],
            str(count_voices(incident.documents)),
        )
        for incident in incidents
    )
    columns = ("id", "date", "place", "type", "killed", "wounded", "status", "voices")
    numbers = frozenset({"killed", "wounded", "voices"})
    return Table("Incidents", columns, rows, numbers, ("voices", "wounded"))


def _short_when(value: PublishedDate) -> str:
    """Return the date with months of three letters, for a narrow column."""
    return _short(words.when(value))


def _short(told: str) -> str:
    months = _MONTH.sub(lambda found: found.group()[:3], told)
    return " – ".join(part.replace(" ", NO_BREAK) for part in months.split(" – "))


def _short_where(value: PublishedPlace, countries: Mapping[str, str]) -> str:
    """Return site, place and country; the areas between are in ``incident_detail``."""
    return words.where(value if value.name is None else _no_areas(value), countries)


def _no_areas(value: PublishedPlace) -> PublishedPlace:
    return replace(value, admin1=None, admin2=None)


def _bounds(incident: PublishedIncident, name: str) -> str:
    count = dict(incident.counts.present()).get(name)
    return "" if count is None else words.bounds(count.low, count.best, count.high)


def documents_table(
    documents: Iterable[PublishedDocument], incidents: Iterable[PublishedIncident] = ()
) -> Table:
    """Return one row per document, by day: publication with its basis, outlet, title, incidents."""
    used: dict[str, int] = {}
    for incident in incidents:
        for ref in incident.documents:
            used[ref.id] = used.get(ref.id, 0) + 1
    rows = tuple(
        _row(
            document.id[:SHORT_ID],
            document.published.value or "undated",
            "" if document.published.value is None else document.published.basis.value,
            document.outlet or "",
            document.title or "",
            document.language,
            str(used.get(document.id, 0)),
            document.source,
        )
        for document in sorted(documents, key=_by_day)
    )
    columns = ("id", "published", "basis", "outlet", "title", "language", "incidents", "source")
    optional = ("language", "outlet", "basis")
    return Table("Documents", columns, rows, frozenset({"incidents"}), optional)


def _by_day(document: PublishedDocument) -> tuple[date, str, str]:
    """Order by the first day of publication, undated documents last."""
    return (document.published.start or date.max, document.source, document.id)


def tallies_table(
    tallies: Iterable[PublishedTally], countries: Mapping[str, str] | None = None
) -> Table:
    """Return one row per tally: measure, figure, actor, target, place, period, voice, words."""
    names = countries or {}
    rows = tuple(
        _row(
            tally.measure.value.replace("_", " "),
            words.amount(tally),
            tally.actor or "",
            tally.target or "",
            "" if tally.place is None else words.where(tally.place, names),
            _period(tally),
            tally.voice.speaker or tally.voice.outlet or "",
            tally.original,
        )
        for tally in tallies
    )
    columns = ("measure", "figure", "actor", "target", "place", "period", "says", "words")
    title = "Figures about many incidents (not counted)"
    return Table(title, columns, rows, frozenset({"figure"}), ("target", "says", "place"))


def _period(tally: PublishedTally) -> str:
    """Return the period with no more exactness than it needs: a year, months, days."""
    start, end = tally.start, tally.end
    if start is None or end is None:
        return ""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        years = (str(start.year), str(end.year))
        return years[0] if start.year == end.year else " – ".join(years)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        first, last = (f"{MONTHS[day.month - 1]} {day.year}" for day in (start, end))
        return _short(first if first == last else f"{first} – {last}")
    return _short(words.when(DateValue(start, end, DatePrecision.RANGE)))


def actors_table(actors: Iterable[PublishedActor]) -> Table:
    """Return one row per actor: kind, country, aliases, documents, mentions."""
    rows = tuple(
        _row(
            actor.actor,
            actor.kind.value.replace("_", " "),
            actor.country or "",
            ", ".join(actor.aliases),
            str(len(actor.documents)),
            str(actor.mentions),
        )
        for actor in actors
    )
    columns = ("actor", "kind", "country", "also called", "documents", "mentions")
    numbers = frozenset({"documents", "mentions"})
    return Table("Actors", columns, rows, numbers, ("country", "mentions", "documents"))


def incident_detail(
    release: Release, incident: PublishedIncident, countries: Mapping[str, str] | None = None
) -> Detail:
    """Return one incident in full: findings, each source's own figures and words.

    Args:
        release: holds the documents of the incident, for the quoted sentences.
        incident: the incident.
        countries: country code to name, where a name is wanted.
    """
    names = countries or {}
    card = cards.CardMaker({d.id: d for d in release.documents}, names).card(incident)
    facts = [
        ("id", incident.id),
        ("date", _noted(card.when, card.when_note, card.date_status)),
        ("place", _noted(card.where, card.where_note, card.place_status)),
        ("type", f"{card.type} ({card.event_type})"),
        ("realis", f"{incident.realis.value}, {incident.scope.value}"),
        *((role.lower(), told) for role, told in card.people),
        ("status", f"{card.status_words}, {_voices(card.voices)}"),
    ]
    if card.withheld != "":
        facts.append(("withheld", card.withheld))
    tables = (_findings(card), _figures(incident, names), _board(card), _quotes(card))
    return Detail(
        clean(card.title),
        tuple((name, clean(told)) for name, told in facts),
        tuple(table for table in tables if len(table.rows) > 0),
    )


def _voices(number: int) -> str:
    return f"{number} independent {'voice' if number == 1 else 'voices'}"


def _noted(told: str, note: str, status: str) -> str:
    extras = [part for part in (note, "disputed" if status == "disputed" else "") if part != ""]
    return told if len(extras) == 0 else f"{told} ({', '.join(extras)})"


def _findings(card: Card) -> Table:
    rows = tuple(
        _row(n.name, n.low, n.best, n.high, n.status_words, str(n.voices), n.rule, n.reason)
        for n in card.counts
    )
    columns = ("people", "low", "best", "high", "status", "voices", "rule", "why")
    return Table("Findings", columns, rows, frozenset({"low", "best", "high", "voices"}))


def _figures(incident: PublishedIncident, countries: Mapping[str, str]) -> Table:
    wanted = {*COUNT_PROPERTIES, Property.DATE, Property.PLACE}
    outlets = {d.id: d.outlet or d.source for d in incident.documents}
    dates = {d.id: d.published.value or "undated" for d in incident.documents}
    voice_of = {id_: str(number) for id_, number in voice_numbers(incident.documents).items()}
    rows = tuple(
        _row(
            s.property.value,
            words.value_words(s.value, countries),
            outlets.get(s.document, ""),
            dates.get(s.document, ""),
            voice_of.get(s.document, ""),
            s.voice.speaker or "",
            f"“{s.original}”",
        )
        for s in sorted(incident.statements, key=_order)
        if s.property in wanted
    )
    columns = ("property", "value", "outlet", "published", "voice", "speaker", "words")
    return Table(
        "What each source says", columns, rows, frozenset({"voice"}), ("voice", "published")
    )


_PROPERTIES = tuple(Property)


def _order(statement: PublishedStatement) -> int:
    return _PROPERTIES.index(statement.property)


def _board(card: Card) -> Table:
    rows = tuple(
        _row(
            board.stance if at == 0 else "",
            (position.actor or "") if at == 0 else "",
            position.by if at == 0 else "",
            quote.label or "",
            f"“{quote.text}”",
        )
        for board in card.boards
        for position in board.positions
        for at, quote in enumerate(position.quotes)
    )
    columns = ("stance", "actor", "by", "outlet", "words")
    return Table("Responsibility", columns, rows, optional=("outlet",))


def _quotes(card: Card) -> Table:
    rows = tuple(
        _row(voice.paper.outlet, "".join(piece.text for piece in passage.pieces))
        for voice in card.papers
        for passage in voice.paper.passages
    )
    return Table("In their words", ("outlet", "passage"), rows)
