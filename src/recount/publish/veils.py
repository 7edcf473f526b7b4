"""The veils of all documents of a source, made when first asked for and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from recount.model import (
    AccountRecord,
    ActorValue,
    DocumentInfo,
    PlaceValue,
    ResponsibilityValue,
    Span,
    text_hash,
)
from recount.publish.source import Source
from recount.publish.withhold import (
    OPEN,
    Names,
    Veil,
    is_sensitive,
    known_names,
    site_words,
    veil_of,
)

KEPT = 512
"""Documents whose masked text is kept in memory: about 5 MB of text."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A document's veil and its text as published."""

    veil: Veil
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the accounts of a document say about its words: site words, names to keep."""

    sites: set[Span]
    kept: set[str]


@dataclass(slots=True)
class Veils:
    """Gives the veil and the published text of any document of a source."""

    source: Source
    include_names: bool
    voices: Mapping[str, str] = field(init=False)
    infos: Mapping[str, DocumentInfo] = field(init=False)
    _known: Names | None = field(init=False, default=None)
    _seen: dict[str, Seen] | None = field(init=False, default=None)
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

    def _masked(self, document: str) -> Masked:
        found = self._kept.get(document)
        if found is None:
            found = self._make(document)
            self._kept[document] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(document)
        return found

    def _make(self, document: str) -> Masked:
        text = _encodable(self.source.text(document))
        if self.include_names:
            return Masked(OPEN, text)
        seen = self._seen_in(document)
        veil = veil_of(
            text,
            self.source.names(document),
            self._known_names(),
            sites=sorted(seen.sites),
            kept=sorted(seen.kept),
        )
        return Masked(veil, veil.text(text))

    def _seen_in(self, document: str) -> Seen:
        if self._seen is None:
            self._seen = {}
            for record in self.source.records():
                seen = self._seen.setdefault(record.account.document, Seen(set(), set()))
                seen.kept.update(_kept_names(record))
                if is_sensitive(record):
                    seen.sites.update(site_words(record))
        return self._seen.get(document, Seen(set(), set()))

    def _known_names(self) -> Names:
        if self._known is None:
            private: set[str] = set()
            public: set[str] = set()
            for document in sorted(self.infos):
                names = self.source.names(document)
                text = self.source.text(document) if len(names) > 0 else ""
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
            case ActorValue(actor=actor, generic=False):
                names.append(actor)
            case ResponsibilityValue(actor=str() as held):
                names.append(held)
    return names
