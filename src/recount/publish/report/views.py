"""What the report shows of a release, ready for the template: words, no decisions left."""

from __future__ import annotations

from dataclasses import dataclass

from recount.publish.report.chart import Chart
from recount.publish.report.map import MapView


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quoted passage; ``label`` says what the marked words give."""

    text: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document with the words of its statements marked."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SourceFigure:
    """One source's figure of one count, in its own words."""

    property: str
    figure: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in an incident: what it says itself."""

    id: str
    outlet: str
    title: str | None
    url: str | None
    published: str
    basis: str
    source: str
    figures: tuple[SourceFigure, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class VoiceCard:
    """One independent voice: the first document and its copies."""

    paper: Paper
    copies: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """One line of the table of findings."""

    name: str
    low: str
    best: str
    high: str
    status: str
    status_words: str
    voices: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """One position on responsibility."""

    actor: str | None
    by: str
    quotes: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All positions of one stance."""

    stance: str
    title: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several values that the sources give, and who gives it."""

    value: str
    outlets: tuple[str, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disputed property with the rival values side by side."""

    name: str
    settled: str
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One incident."""

    id: str
    title: str
    when: str
    when_note: str
    date_status: str
    where: str
    where_note: str
    place_status: str
    country: str
    country_name: str
    type: str
    event_type: str
    realis: str
    scope: str
    status: str
    status_words: str
    voices: int
    counts: tuple[CountRow, ...]
    headline: str
    boards: tuple[Board, ...]
    people: tuple[tuple[str, str], ...]
    disputes: tuple[Dispute, ...]
    spread: int
    papers: tuple[VoiceCard, ...]
    withheld: str


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A figure about many incidents."""

    measure: str
    figure: str
    about: str
    period: str
    says: str
    original: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A document in the list at the end."""

    id: str
    outlet: str
    title: str
    url: str | None
    published: str
    source: str
    language: str
    used: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A number at the head of the report."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report."""

    title: str
    lead: str
    rule: str
    rule_words: str
    care: str
    filters: tuple[str, ...]
    facts: tuple[Fact, ...]
    disputed: tuple[Card, ...]
    more_disputed: int
    cards: tuple[Card, ...]
    kept: tuple[Card, ...]
    tallies: tuple[TallyRow, ...]
    documents: tuple[PaperRow, ...]
    skipped: tuple[tuple[str, str, str], ...]
    chart: Chart | None
    map: MapView | None
    countries: tuple[tuple[str, str], ...]
    types: tuple[str, ...]
    unfold: bool
    version: str
