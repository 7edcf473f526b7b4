"""The veils of all documents of a source, made when first asked for and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recount.model import (
    AccountRecord,
    ActorKind,
    ActorValue,
    DocumentInfo,
    PersonName,
    PlaceValue,
    ResponsibilityValue,
    text_hash,
)
from recount.publish.source import Source
from recount.publish.withhold import (
    NOBODY,
    OPEN,
    Names,
    Veil,
    is_sensitive,
    known_names,
    site_words,
    veil_of,
)

KEPT = 4096
"""Documents whose masked text is kept in memory: about 40 MB of text."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A document's veil and its text as published."""

    veil: Veil
    text: str


@dataclass(slots=True)
class Veils:
    """Gives the veil and the published text of any document of a source."""

    source: Source
    include_names: bool
    voices: Mapping[str, str] = field(init=False)
    infos: Mapping[str, DocumentInfo] = field(init=False)
    _known: Names | None = field(init=False, default=None)
    _kept: OrderedDict[str, Masked] = field(init=False, default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self.voices = dict(self.source.voices())
        self.infos = {info.id: info for info in self.source.documents()}

    def of(self, document: str) -> Veil:
        """Return the veil of a document."""
        return self._masked(document).veil

    def text(self, document: str) -> tuple[str, str]:
        """Return a document's text as published, and its SHA-256."""
        text = self._masked(document).text
        return text, text_hash(text)

    def over(self, documents: Sequence[str]) -> Callable[[str], str]:
        """Return what masks a string that may name persons of any of these documents."""
        veils = [self.of(document) for document in documents]

        def mask(words: str) -> str:
            for veil in veils:
                words = veil.words(words)
            return words

        return mask

    def prepare(self, documents: Iterable[str]) -> None:
        """Make the veils of these documents together, which asks the source only once."""
        missing = sorted(set(documents) - set(self._kept))
        for at in range(0, len(missing), KEPT):
            self._make(missing[at : at + KEPT])

    def _masked(self, document: str) -> Masked:
        if document not in self._kept:
            self._make([document])
        if document not in self._kept:
            # A row about a document whose text is not there has no words to show.
            return Masked(Veil((), NOBODY, self._known_names()), "")
        self._kept.move_to_end(document)
        return self._kept[document]

    def _make(self, documents: Sequence[str]) -> None:
        records: dict[str, list[AccountRecord]] = {}
        if not self.include_names:
            for record in self.source.records(documents):
                records.setdefault(record.account.document, []).append(record)
        for document, text, names in self.source.texts(documents):
            self._kept[document] = self._mask(text, names, records.get(document, []))
        while len(self._kept) > max(KEPT, len(documents)):
            self._kept.popitem(last=False)

    def _mask(
        self, raw: str, names: Sequence[PersonName], records: Sequence[AccountRecord]
    ) -> Masked:
        text = _encodable(raw)
        if self.include_names:
            return Masked(OPEN, text)
        veil = veil_of(
            text,
            names,
            self._known_names(),
            sites=[span for r in records if is_sensitive(r) for span in site_words(r)],
            kept=[name for record in records for name in _kept_names(record)],
        )
        return Masked(veil, veil.text(text))

    def _known_names(self) -> Names:
        if self._known is None:
            private: set[str] = set()
            public: set[str] = set()
            for _, text, names in self.source.texts(named=True):
                for name in names:
                    (private if name.private else public).add(text[name.start : name.end])
            self._known = known_names(private, public)
        return self._known


def _encodable(text: str) -> str:
    """Return the text with lone surrogates replaced, which no file can hold; same length."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _kept_names(record: AccountRecord) -> list[str]:
    names: list[str] = []
    for statement in record.statements:
        match statement.value:
            case PlaceValue(name=name, admin1=admin1, admin2=admin2):
                names.extend(part for part in (name, admin1, admin2) if part is not None)
            case ActorValue(actor=actor, kind=kind, generic=False) if kind is not ActorKind.UNKNOWN:
                names.append(actor)  # a name that no list has may be a person's
            case ResponsibilityValue(actor=str() as held):
                names.append(held)
    return names
