"""Withholding: names of private persons, and the sites of survivors and clinics.

A mask has the length of what it hides, so every offset into a text still holds.
Names are hidden where the ledger marks them as private, wherever the same full name
stands in another document, and where a part of it ("Mr Torvald") stands alone in the
same document. What hides is shown: rows name what was withheld.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recount.ledger.masking import words_of
from recount.model import (
    AccountRecord,
    ActorValue,
    CountValue,
    IncidentType,
    PersonName,
    PlacePrecision,
    PlaceValue,
    Property,
    ResponsibilityValue,
    Span,
    TextValue,
    Unknown,
    Value,
    Voice,
    WeaponValue,
)
from recount.resources.persons import is_office_word, place_runs

MASK = "█"

COARSE_DECIMALS = 1
"""Decimals kept of withheld coordinates: 0.1° is about 11 km."""

COARSE_RADIUS_KM = 12.0
"""Radius of a coarsened place: half the diagonal of a 0.1° cell (8 km) and some slack."""

SHORTEST_PART = 3
"""Letters of the shortest part of a name that is hidden alone; "Al" and "de" are not."""

WITHHELD = "withheld"
"""The reason that stands in place of a withheld value."""

_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

_CARE_SITE = re.compile(
    r"\b(?:clinics?|health (?:post|cent(?:re|er)|facility)s?|dispensar(?:y|ies)|maternity"
    r"|safe ?houses?|(?:women['’]?s?|rape|crisis|survivors?['’]?) (?:shelter|cent(?:re|er))s?"
    r"|refuge|shelters?)\b",
    re.IGNORECASE,
)
"""Sites whose users are at risk when the place is known; hospitals are public landmarks."""


def mask_of(words: str) -> str:
    """Return a mask of the same length; blanks and line breaks stay, as in the ledger's masks."""
    return _INK.sub(MASK, words)


@dataclass(frozen=True, slots=True)
class Names:
    """Names to hide: full ones by their first word, and single words; all normalised."""

    full: Mapping[str, tuple[tuple[str, ...], ...]]
    parts: frozenset[str] = frozenset()

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where these names stand in a text, in any case, with or without accents.

        A single word counts only with a capital, or in a text without blanks (an address).
        """
        if len(self.full) == 0 and len(self.parts) == 0:
            return []
        tokens = words_of(text)
        slug = " " not in text
        spans: list[tuple[int, int]] = []
        for at, token in enumerate(tokens):
            for name in self.full.get(token.key, ()):
                run = tokens[at : at + len(name)]
                if tuple(word.key for word in run) == name:
                    spans.append((token.start, run[-1].end))
            if token.key in self.parts and (slug or text[token.start].isupper()):
                spans.append((token.start, token.end))
        return spans


NOBODY = Names({})
"""No names."""


def full_names(names: Iterable[tuple[str, ...]], parts: Iterable[str] = ()) -> Names:
    """Return these names, each a tuple of normalised words, for finding."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(set(names)):
        found.setdefault(name[0], []).append(name)
    return Names({first: tuple(same) for first, same in found.items()}, frozenset(parts))


def known_names(private: Iterable[str], public: Iterable[str]) -> Names:
    """Return the names of two words or more that are private somewhere and public nowhere."""
    hidden = {_keys(name) for name in private} - {_keys(name) for name in public}
    return full_names(name for name in hidden if len(name) >= 2)


def _keys(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of(name))


@dataclass(frozen=True, slots=True)
class Veil:
    """What to hide of one document: passages of its text, and names in free strings."""

    passages: tuple[tuple[int, int], ...]
    names: Names
    known: Names

    def text(self, text: str) -> str:
        """Return the document's text with the passages masked, of the same length."""
        parts: list[str] = []
        at = 0
        for start, end in self.passages:
            parts.extend((text[at:start], mask_of(text[start:end])))
            at = end
        parts.append(text[at:])
        return "".join(parts)

    def words(self, words: str) -> str:
        """Return a free string (a title, a speaker) with the names in it masked."""
        spans = [*self.known.find(words), *self.names.find(words)]
        return words if len(spans) == 0 else Veil(_merged(spans), NOBODY, NOBODY).text(words)

    def maybe(self, words: str | None) -> str | None:
        """Return ``words`` for a string that may be absent."""
        return None if words is None else self.words(words)

    def voice(self, voice: Voice) -> Voice:
        """Return the voice with private names in speaker, affiliation and cue masked."""
        return replace(
            voice,
            speaker=self.maybe(voice.speaker),
            affiliation=self.maybe(voice.affiliation),
            cue=self.maybe(voice.cue),
        )

    def value(self, value: Value) -> Value:
        """Return the value with private names masked."""
        match value:
            case CountValue(who=who):
                return replace(value, who=self.maybe(who))
            case ActorValue(actor=actor):
                return replace(value, actor=self.words(actor))
            case ResponsibilityValue(actor=held):
                return replace(value, actor=self.maybe(held))
            case TextValue(text) | WeaponValue(text=text):
                return replace(value, text=self.words(text))
            case Unknown(reason=reason):
                return replace(value, reason=self.words(reason))
            case PlaceValue(name=name, site=site):
                return replace(value, name=self.maybe(name), site=self.maybe(site))
        return value


OPEN = Veil((), NOBODY, NOBODY)
"""Hides nothing."""


def veil_of(
    text: str,
    names: Sequence[PersonName],
    known: Names,
    *,
    sites: Sequence[Span] = (),
    kept: Iterable[str] = (),
) -> Veil:
    """Return the veil of one document.

    Args:
        text: its clean text.
        names: the persons' names that extraction marked in it.
        known: private names of all documents.
        sites: words of sites to hide.
        kept: names of places and groups of this document; a part of a person's name
            that is also one of their words is not hidden alone.
    """
    private = {_keys(text[name.start : name.end]) for name in names if name.private} - {()}
    shown = [(name.start, name.end) for name in names if not name.private]
    villages = list(place_runs(text))
    public = [text[start:end] for start, end in shown]
    open_words = {key for name in (*public, *kept) for key in _keys(name)}
    parts = {
        key
        for name in private
        for at, key in enumerate(name)
        if (len(key) >= SHORTEST_PART or len(name) == 1) and key not in open_words
        if at == len(name) - 1 or not is_office_word(key)
    }
    hidden_sites = {_keys(text[site.start : site.end]) for site in sites} - {()}
    names_here = full_names(private | hidden_sites, parts)
    spans = [(name.start, name.end) for name in names if name.private]
    spans.extend(span for span in names_here.find(text) if not _inside_any(span, shown + villages))
    spans.extend(known.find(text))
    spans.extend((site.start, site.end) for site in sites)
    return Veil(_merged(spans), names_here, known)


def _inside_any(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if len(merged) > 0 and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def is_sensitive(record: AccountRecord) -> bool:
    """Return whether an account's site must not be shown: a survivor's, or a clinic."""
    if record.account.type is IncidentType.SEXUAL_VIOLENCE:
        return True
    return any(_is_care_site(statement.value) for statement in record.statements)


def _is_care_site(value: Value) -> bool:
    match value:
        case PlaceValue(site=str() as site):
            return _CARE_SITE.search(site) is not None
        case TextValue(text):
            return _CARE_SITE.search(text) is not None
    return False


def site_words(record: AccountRecord) -> tuple[Span, ...]:
    """Return the words that name the site of a sensitive account.

    Words without a proper name ("a clinic") give nobody away and stay.
    """
    return tuple(
        Span(statement.start, statement.end)
        for statement in record.of(Property.SITE)
        if any(word[0].isupper() for word in _WORD.findall(statement.original))
    )


def coarse(place: PlaceValue) -> PlaceValue:
    """Return the place without its site, coordinates to one decimal, radius widened."""
    rounded = place.lat is not None and place.lon is not None
    fine = place.precision is PlacePrecision.SITE
    return replace(
        place,
        site=None,
        lat=None if place.lat is None else round(place.lat, COARSE_DECIMALS),
        lon=None if place.lon is None else round(place.lon, COARSE_DECIMALS),
        radius_km=max(place.radius_km or 0.0, COARSE_RADIUS_KM) if rounded else place.radius_km,
        precision=PlacePrecision.SETTLEMENT if fine else place.precision,
    )


def coarse_value(prop: Property, value: Value) -> Value:
    """Return a place coarsened and a site withheld; any other value as it is."""
    match value:
        case PlaceValue():
            return coarse(value)
    if prop is Property.SITE and not isinstance(value, Unknown):
        return Unknown(WITHHELD)
    return value
