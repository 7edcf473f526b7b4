"""From published incidents to the cards of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recount.model import (
    COUNT_PROPERTIES,
    CountValue,
    FindingStatus,
    Property,
    Span,
    Stance,
)
from recount.publish.nouns import (
    DocumentRef,
    PublishedCount,
    PublishedDocument,
    PublishedIncident,
    PublishedStatement,
)
from recount.publish.participants import is_anybody
from recount.publish.report import words
from recount.publish.report.views import (
    Board,
    Card,
    CountRow,
    Dispute,
    Paper,
    Passage,
    Piece,
    Position,
    Rival,
    SourceFigure,
    VoiceCard,
)
from recount.publish.voices import count_voices
from recount.publish.withhold import MASK
from recount.resources.sentences import split_sentences

LONGEST_PASSAGE = 420
"""Characters of a sentence shown around the words: more is cut with an ellipsis."""

_MARKED = frozenset({*COUNT_PROPERTIES, Property.DATE, Property.PLACE, Property.RESPONSIBILITY})
"""Properties whose words are marked in the passages."""

QUOTES = "“”‘’\"' "
"""Quotation marks around a claim's words; the report sets its own."""

_NAMES = {prop: prop.value for prop in Property}


@dataclass(slots=True)
class CardMaker:
    """Makes cards; keeps the sentences of each document that it has split."""

    documents: Mapping[str, PublishedDocument]
    countries: Mapping[str, str]
    _sentences: dict[str, tuple[Span, ...]] = field(init=False, default_factory=dict)

    def card(self, incident: PublishedIncident) -> Card:
        """Return the card of an incident."""
        counts = tuple(_count_row(name, count) for name, count in incident.counts.present())
        status = overall_status(incident)
        disputes = tuple(self._disputes(incident))
        code = incident.place.country or ""
        return Card(
            id=incident.id,
            title=incident.title,
            when=words.when(incident.date),
            when_note=words.when_note(incident.date),
            date_status=incident.date.status.value,
            where=words.where(incident.place, self.countries),
            where_note=words.where_note(incident.place),
            place_status=incident.place.status.value,
            country=code,
            country_name=self.countries.get(code, code),
            type=incident.type.value,
            event_type=incident.event_type.value,
            realis=words.REALIS_WORDS[incident.realis],
            scope=words.SCOPE_WORDS[incident.scope],
            status=status.value,
            status_words=words.STATUS_WORDS[status],
            voices=count_voices(incident.documents),
            counts=counts,
            headline=headline(incident),
            boards=tuple(self._boards(incident)),
            people=_people(incident),
            disputes=disputes,
            spread=_spread(incident),
            papers=tuple(self._voices(incident)),
            withheld=", ".join(words.WITHHELD_WORDS[gap] for gap in incident.withheld),
        )

    def _disputes(self, incident: PublishedIncident) -> list[Dispute]:
        found = []
        for prop in incident.disputed:
            rivals = _rivals(incident, prop, self.countries)
            if len(rivals) > 1:
                settled = _settled(incident, prop, self.countries)
                found.append(Dispute(_NAMES[prop], settled, rivals))
        return found

    def _boards(self, incident: PublishedIncident) -> list[Board]:
        boards = []
        by_id = {statement.id: statement for statement in incident.statements}
        for stance in Stance:
            positions = tuple(
                Position(
                    held.actor,
                    held.by or _outlets([by_id[one] for one in held.statements], incident),
                    tuple(
                        dict.fromkeys(
                            Piece(
                                by_id[one].original.strip(QUOTES), _outlet_of(by_id[one], incident)
                            )
                            for one in held.statements
                        )
                    ),
                )
                for held in incident.responsibility
                if held.stance is stance
            )
            if len(positions) > 0:
                boards.append(Board(stance.value, words.STANCE_WORDS[stance], positions))
        return boards

    def _voices(self, incident: PublishedIncident) -> list[VoiceCard]:
        groups: dict[str, list[Paper]] = {}
        for document in incident.documents:
            groups.setdefault(document.voice, []).append(self._paper(incident, document))
        return [VoiceCard(papers[0], tuple(papers[1:])) for papers in groups.values()]

    def _paper(self, incident: PublishedIncident, document: DocumentRef) -> Paper:
        said = [s for s in incident.statements if s.document == document.id]
        figures = tuple(
            SourceFigure(s.property.value, words.figure(s.value), s.voice.speaker)
            for s in said
            if isinstance(s.value, CountValue)
        )
        return Paper(
            id=document.id,
            outlet=document.outlet or document.source,
            title=document.title,
            url=safe_url(document.url),
            published=words.published(document.published.value),
            basis=words.BASIS_WORDS[document.published.basis],
            source=document.source,
            figures=figures,
            passages=self._passages(document.id, [s for s in said if s.property in _MARKED]),
        )

    def _passages(self, document: str, said: Sequence[PublishedStatement]) -> tuple[Passage, ...]:
        held = self.documents.get(document)
        if held is None:
            return ()
        if document not in self._sentences:
            self._sentences[document] = split_sentences(held.text)
        told = [
            (sentence, [s for s in said if sentence.start <= s.start < sentence.end])
            for sentence in self._sentences[document]
        ]
        # A sentence that only names the place says little when others say more.
        telling = [pair for pair in told if any(s.property is not Property.PLACE for s in pair[1])]
        return tuple(
            _passage(held.text, sentence, inside, self.countries)
            for sentence, inside in (telling or told)
            if len(inside) > 0
        )


def _passage(
    text: str,
    sentence: Span,
    said: Sequence[PublishedStatement],
    countries: Mapping[str, str],
) -> Passage:
    """Return a sentence with the words of its statements marked, cut when it is long."""
    start, end = sentence.start, sentence.end
    if end - start > LONGEST_PASSAGE:
        first, last = min(s.start for s in said), max(s.end for s in said)
        slack = max(0, LONGEST_PASSAGE - (last - first)) // 2
        start, end = max(start, first - slack), min(end, last + slack)
    pieces: list[Piece] = [Piece("… ")] if start > sentence.start else []
    at = start
    for (first, last), labels in sorted(_marks(said, countries).items()):
        if first < at or last > end:
            continue
        if first > at:
            pieces.append(Piece(text[at:first]))
        pieces.append(Piece(text[first:last], "; ".join(labels)))
        at = last
    pieces.append(Piece(text[at:end] + (" …" if end < sentence.end else "")))
    return Passage(tuple(piece for piece in pieces if piece.text != ""))


def _marks(
    said: Sequence[PublishedStatement], countries: Mapping[str, str]
) -> dict[tuple[int, int], list[str]]:
    marks: dict[tuple[int, int], list[str]] = {}
    for statement in said:
        label = words.value_words(statement.value, countries)
        if statement.property is not Property.RESPONSIBILITY:
            label = f"{statement.property.value}: {label}"
        known = marks.setdefault((statement.start, statement.end), [])
        if label not in known:
            known.append(label)
    return marks


def overall_status(incident: PublishedIncident) -> FindingStatus:
    """Return one status for the list: disputed when anything is, else what most rest on."""
    if len(incident.disputed) > 0:
        return FindingStatus.DISPUTED
    if len({document.voice for document in incident.documents}) < 2:
        return FindingStatus.SINGLE_SOURCE
    return FindingStatus.AGREED


def headline(incident: PublishedIncident) -> str:
    """Return the gravest count in a few words: ``23 (18–30) killed``."""
    for name, count in incident.counts.present():
        return f"{words.bounds(count.low, count.best, count.high)} {name}"
    return "no figures"


def label(incident: PublishedIncident) -> str:
    """Return the words shown for an incident on the map and the timeline."""
    return f"{incident.title} ({headline(incident)})"


def safe_url(url: str | None) -> str | None:
    """Return the address when it is a web address; ``javascript:`` and masked ones are not."""
    if url is None or MASK in url or not url.startswith(("https://", "http://")):
        return None
    return url


def _count_row(name: str, count: PublishedCount) -> CountRow:
    return CountRow(
        name=name,
        low=words.number(count.low),
        best=words.number(count.best),
        high=words.number(count.high),
        status=count.status.value,
        status_words=words.STATUS_WORDS[count.status],
        voices=count.voices,
        rule=count.rule,
        reason="; ".join(count.reasons),
    )


def _people(incident: PublishedIncident) -> tuple[tuple[str, str], ...]:
    roles = (
        ("Perpetrators", [p.actor for p in incident.perpetrators]),
        ("Targets", [p.actor for p in incident.targets]),
        ("Victims", [p.actor for p in incident.victims]),
        ("Weapons", [w.text for w in incident.weapons]),
    )
    return tuple((role, _listed(names)) for role, names in roles if names)


_MOST_NAMES = 8
"""Names of one role that a head shows; all stand in the table of what each source says."""


def _listed(names: Sequence[str]) -> str:
    """Return names in one line: the first ones, how many more, how many are withheld.

    >>> _listed(["farmers", "a clerk", "███"])
    'farmers, a clerk, 1 withheld'
    """
    different = dict.fromkeys(names)
    told = [name for name in different if MASK not in name]
    rest, hidden = len(told) - _MOST_NAMES, len(different) - len(told)
    more = [f"{rest} more"] if rest > 0 else []
    return ", ".join([*told[:_MOST_NAMES], *more, *([f"{hidden} withheld"] if hidden else [])])


def _spread(incident: PublishedIncident) -> int:
    """Return by how many people the figures differ, to put the largest dispute first."""
    spreads = [
        (count.high or 0) - (count.low or 0)
        for _, count in incident.counts.present()
        if count.status is FindingStatus.DISPUTED
    ]
    return max(spreads, default=0)


def _settled(incident: PublishedIncident, prop: Property, countries: Mapping[str, str]) -> str:
    if prop is Property.DATE:
        return words.when(incident.date)
    if prop is Property.PLACE:
        return words.where(incident.place, countries)
    for name, count in incident.counts.present():
        if name == prop.value:
            return words.bounds(count.low, count.best, count.high)
    return incident.type.value if prop is Property.TYPE else ""


def _rivals(
    incident: PublishedIncident, prop: Property, countries: Mapping[str, str]
) -> tuple[Rival, ...]:
    """Return each value that sources give, with the outlets that give it, copies once."""
    primary = {one for account in incident.accounts for one in account.primary}
    loose = prop in (Property.RESPONSIBILITY, Property.TYPE) or prop not in _MARKED
    grouped: dict[tuple[str, str | None], list[PublishedStatement]] = {}
    for statement in incident.statements:
        if statement.property is not prop or not (loose or statement.id in primary):
            continue
        if is_anybody(statement.value):
            continue
        told = words.value_words(statement.value, countries)
        speaker = statement.voice.speaker if prop in COUNT_PROPERTIES else None
        grouped.setdefault((told, speaker), []).append(statement)
    return tuple(
        Rival(told, tuple(dict.fromkeys(_outlet_of(s, incident) for s in said)), speaker)
        for (told, speaker), said in grouped.items()
    )


def _outlet_of(statement: PublishedStatement, incident: PublishedIncident) -> str:
    for document in incident.documents:
        if document.id == statement.document:
            return document.outlet or document.source
    return statement.voice.outlet or "unknown source"


def _outlets(said: Sequence[PublishedStatement], incident: PublishedIncident) -> str:
    return ", ".join(dict.fromkeys(_outlet_of(statement, incident) for statement in said))
