"""One pass of every finder over a document, sorted into its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from recount.extract.rules.entries import entries_of
from recount.extract.rules.figurative import is_figurative, tells_of_campaign
from recount.model import (
    BODY_KINDS,
    Document,
    IncidentType,
    LinkRole,
    Scope,
    Segment,
    SegmentKind,
    Span,
)
from recount.resources.actors import ActorName, LearnedAliases, learn_aliases
from recount.resources.bundle import Resources
from recount.resources.gazetteer import PlaceName
from recount.resources.grammar.months import MONTH
from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import Quantity
from recount.resources.grammar.time_expression import TimeExpression
from recount.resources.grammar.times import find_times
from recount.resources.lexicon import Lexicon, group_index
from recount.resources.persons import ALONE, BESIDE_KIN, FoundPerson, find_persons
from recount.resources.phrases import Heads, Phrases, word_heads
from recount.resources.sentences import split_sentences
from recount.resources.voices import (
    FoundAttribution,
    FoundClaim,
    find_attributions,
    find_responsibility,
)


class Ranged(Protocol):
    """Anything with a range in the text."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """One past the last character."""
        ...


R = TypeVar("R", bound=Ranged)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an incident."""

    start: int
    end: int
    type: IncidentType
    noun: bool
    generic: bool
    plural: bool
    article: str
    """``definite``, ``indefinite``, ``bare`` or ``verb``."""
    scope: Scope | None

    @property
    def names_one(self) -> bool:
        """Whether it is a finite verb, or a singular noun with an article."""
        return not self.plural and self.article != "bare"


@dataclass(frozen=True, slots=True)
class Effect:
    """A word that says what was done to people ("killed"), with the count it takes."""

    start: int
    end: int
    role: LinkRole


@dataclass(frozen=True, slots=True)
class Site:
    """A site named by its kind; sites of one class may be one site."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon named in the text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with all that was found in it."""

    index: int
    start: int
    end: int
    segment: Segment
    triggers: tuple[Trigger, ...]
    effects: tuple[Effect, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceName, ...]
    sites: tuple[Site, ...]
    weapons: tuple[Weapon, ...]
    actors: tuple[ActorName, ...]
    persons: tuple[FoundPerson, ...]
    attributions: tuple[FoundAttribution, ...]
    claims: tuple[FoundClaim, ...]

    @property
    def heading(self) -> bool:
        """Whether the sentence is (part of) a heading."""
        return self.segment.kind is SegmentKind.HEADING


@dataclass(frozen=True, slots=True)
class Scan:
    """A document with its sentences; clutter and captions have none."""

    document: Document
    sentences: tuple[Sentence, ...]
    learned: LearnedAliases
    dateline: tuple[PlaceName, ...]
    """Places of the dateline ("KABUL, May 3 (Agency) –"), which are no event places."""
    persons: tuple[FoundPerson, ...]
    lexicon: Lexicon
    campaign: bool = False
    """Whether the document is on a contest for votes, which borrows the words of war."""
    entries: tuple[Span, ...] = ()
    """The entries of a list of incidents: two never tell of one (``entries.py``)."""
    named: tuple[ActorName, ...] = ()
    """The actors named anywhere, mastheads and signatures included."""

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


def overlaps(one: Ranged, other: Ranged) -> bool:
    """Return whether two things share a character of the text."""
    return one.start < other.end and other.start < one.end


def lies_in(one: Ranged, stretches: Iterable[Ranged]) -> bool:
    """Return whether something begins in one of some stretches of the text."""
    return any(s.start <= one.start < s.end for s in stretches)


def sentence_of(sentences: Sequence[Sentence], offset: int) -> int:
    """Return the place of the last sentence that begins at or before a character, at least 0."""
    at = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return max(0, at)


def inside(items: Sequence[R], start: int, end: int) -> tuple[R, ...]:
    """Return the items of a list sorted by start that lie wholly within the range."""
    first = bisect_left(items, start, key=lambda item: item.start)
    found: list[R] = []
    for item in items[first:]:
        if item.start >= end:
            break
        if item.end <= end:
            found.append(item)
    return tuple(found)


def scan_document(document: Document, resources: Resources, lexicon: Lexicon) -> Scan:
    """Run every finder over the document's text and sort what they find into sentences."""
    text = document.text
    learned = learn_aliases(text, resources.actors)
    bounds, dateline = _without_dateline(text, _body_sentences(document))
    spans = [span for span, _ in bounds]
    places = _sorted(resources.gazetteer.find(text))
    actors = _sorted(resources.actors.find(text, learned))
    known = [place for place in places if not place.nested]
    found = _sorted(find_persons(text, [*known, *actors]))
    persons = _persons_only(text, found, [*known, *(a for a in actors if not a.generic)])
    times = _sorted(find_times(text))
    quantities = [q for q in _sorted(find_quantities(text)) if not _in_time(q, times)]
    heads = word_heads(text)
    triggers = _without(_triggers(text, heads, lexicon), _metaphors(text, heads, lexicon))
    effects = _effects(text, heads, lexicon)
    sites = _matches(text, heads, lexicon.sites, lexicon.site_classes, Site)
    weapons = _matches(text, heads, lexicon.weapons, lexicon.weapon_kinds, Weapon)
    attributions = sorted(find_attributions(text, spans), key=lambda a: (a.cue.start, a.cue.end))
    found_claims = find_responsibility(text, spans, attributions)
    claims = sorted(found_claims, key=lambda c: (c.cue.start, c.cue.end))
    campaign = tells_of_campaign(text)
    sentences = tuple(
        Sentence(
            index=index,
            start=span.start,
            end=span.end,
            segment=segment,
            triggers=_literal(
                text, span, inside(triggers, span.start, span.end), campaign=campaign
            ),
            effects=inside(effects, span.start, span.end),
            quantities=inside(quantities, span.start, span.end),
            times=inside(times, span.start, span.end),
            places=inside(places, span.start, span.end),
            sites=inside(sites, span.start, span.end),
            weapons=inside(weapons, span.start, span.end),
            actors=inside(actors, span.start, span.end),
            persons=inside(persons, span.start, span.end),
            attributions=tuple(a for a in attributions if span.start <= a.cue.start < span.end),
            claims=tuple(c for c in claims if span.start <= c.cue.start < span.end),
        )
        for index, (span, segment) in enumerate(bounds)
    )
    head = () if dateline is None else inside(places, dateline.start, dateline.end)
    entries = entries_of(text, sentences)
    named = tuple(one for one in actors if not one.generic)
    return Scan(
        document, sentences, learned, head, tuple(persons), lexicon, campaign, entries, named
    )


def _literal(
    text: str, sentence: Span, triggers: Sequence[Trigger], *, campaign: bool
) -> tuple[Trigger, ...]:
    return tuple(
        trigger
        for trigger in inside(triggers, sentence.start, sentence.end)
        if not is_figurative(text, sentence, Span(trigger.start, trigger.end), campaign=campaign)
    )


def _sorted(items: Iterable[R]) -> list[R]:
    return sorted(items, key=lambda item: (item.start, item.end))


_THE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)


def _persons_only(
    text: str, found: Sequence[FoundPerson], known: Sequence[Ranged]
) -> list[FoundPerson]:
    """Drop names that the text itself shows to be of groups, outlets or places.

    English puts no article before a person's name ("the Ember Column"), and a name that
    is once a group's is the group's wherever it stands, alone or shortened. A name with an
    age is a person's whatever else is called so: no slip of a report may show it.
    """
    spans = sorted((item.start, item.end) for item in known)
    aged = {person.name for person in found if _is_aged(text, person)}
    others: set[str] = set()
    for person in found:
        if person.name in aged:
            continue
        whole = " " in text[person.start : person.end]  # "the Torvens" are people
        article = whole and _THE.search(text[max(0, person.start - 5) : person.start]) is not None
        if article or _overlaps(spans, person.start, person.end):
            words = text[person.start : person.end].split()
            others.update({" ".join(words), *words})
    return [
        person
        for person in found
        if person.name in aged or text[person.start : person.end] not in others
    ]


_AGED = re.compile(r",\s(?:aged?\s+)?\d{1,2}(?=[,.;]|\swho\b)|\s\(\d{1,2}\)")


def _is_aged(text: str, person: FoundPerson) -> bool:
    """Whether an age or a word of kin beside a name says that it is a person's."""
    return person.reason in (ALONE, BESIDE_KIN) or _AGED.match(text, person.end) is not None


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a name is (part of) a known one; a known one inside it is a surname ("Ora Tarn")."""
    at = bisect_left(spans, (end, 0))
    near = spans[max(0, at - 3) : at]
    return any(s < end and start < e and not (start < s and e <= end) for s, e in near)


def _body_sentences(document: Document) -> list[tuple[Span, Segment]]:
    return [
        (span, segment)
        for segment in document.segments
        if segment.kind in BODY_KINDS
        for span in split_sentences(document.text, segment.start, segment.end)
    ]


_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z ]{3,30}:\s*)?(?:\[[^\]\n]{2,30}\]|(?:[A-Z][\w.’'-]*[ ,/]+){1,7}"
    r"(?:[A-Z][a-z]{2,8}\.? ?\d{0,2},? ?(?:\d{4})? ?)?"
    r"(?:\([^)\n]{2,40}\)\s*)?(?:[–—]|--?)|(?:[A-Z][\w.’'-]*[ ,/]+){1,7}"
    r"[^.\n]{0,25}\([^)\n]{2,40}\)"
    rf"(?:,(?=\s+(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?\s*(?:[–—]|--?)\s))?"
    r"\s*[–—-]*)\s+"
)
_CAPITALS = re.compile(r"\s*[A-Z][A-Z .,'’/-]{2,60}:\s+(?=[A-Z0-9])")
"""A dateline of towns in capitals and a colon ("KHARUN/OSSET: Two men …")."""
_DATE_NEXT = re.compile(
    rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?\s*(?:[–—]|--?|:)\s+",
    re.IGNORECASE,
)
"""The day of the report behind place and agency ("KHARUN (Agency) - May 4, 2031 - ")."""
_DATELINE_LINES = 6
"""Sentences from the top among which a dateline is looked for."""


def _without_dateline(
    text: str, bounds: list[tuple[Span, Segment]]
) -> tuple[list[tuple[Span, Segment]], Span | None]:
    """Cut the dateline off the sentence that it opens; its date and place are the writer's."""
    for index, (span, segment) in enumerate(bounds[:_DATELINE_LINES]):
        high = min(span.end, span.start + 100)
        match = _DATELINE.match(text, span.start, high)
        if match is None and text[span.start : span.end].upper() != text[span.start : span.end]:
            match = _CAPITALS.match(text, span.start, high)
        if segment.kind is SegmentKind.BODY and match is not None and match.end() < span.end:
            dated = _DATE_NEXT.match(text, match.end(), span.end)
            end = match.end() if dated is None else dated.end()
            kept = [*bounds]
            kept[index] = (Span(end, span.end), segment)
            return kept, Span(span.start, end)
    return bounds, None


_DETERMINER = re.compile(
    r"(?P<definite>\b(?:the|this|that|these|those|its|their|his|her)\b|['’]s\b)"
    r"|(?P<indefinite>\b(?:an?|another|one|two|three|four|five|several|some|multiple|\d+|second|separate)\b)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;:()]|\b(?:and|or|of|in|on|at|by|for|to|from|with|after|that|which|who|was|were|is|are|"
    r"has|have|had|when|as|said|into|against)\b",
    re.IGNORECASE,
)
_MASS = frozenset(
    {"clashes", "fighting", "shelling", "violence", "protests", "riots", "looting", "tear gas"}
)
_REACH = 48
"""Characters before a noun in which its determiner is looked for: about six words."""


def _triggers(text: str, heads: Heads, lexicon: Lexicon) -> list[Trigger]:
    found: list[Trigger] = []
    for match in lexicon.triggers.finditer(text, heads):
        entry = lexicon.entries[group_index(match)]
        noun = entry.form == "noun"
        words = match.group().lower()
        found.append(
            Trigger(
                start=match.start(),
                end=match.end(),
                type=entry.type,
                noun=noun,
                generic=entry.generic,
                plural=noun and words.endswith("s") and words not in _MASS,
                article=_article(text, match.start()) if noun else "verb",
                scope=entry.scope,
            )
        )
    return found


def _article(text: str, start: int) -> str:
    before = text[max(0, start - _REACH) : start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    near = before[breaks[-1] :] if breaks else before
    last = None
    for match in _DETERMINER.finditer(near):
        last = match
    if last is None:
        return "bare"
    return "definite" if last.group("definite") else "indefinite"


def _metaphors(text: str, heads: Heads, lexicon: Lexicon) -> list[tuple[int, int]]:
    return [match.span() for match in lexicon.metaphor.finditer(text, heads)]


def _without(triggers: list[Trigger], ranges: list[tuple[int, int]]) -> list[Trigger]:
    return [t for t in triggers if not any(s < t.end and t.start < e for s, e in ranges)]


def _effects(text: str, heads: Heads, lexicon: Lexicon) -> list[Effect]:
    return [
        Effect(match.start(), match.end(), lexicon.effect_roles[group_index(match)])
        for match in lexicon.effects.finditer(text, heads)
    ]


S = TypeVar("S", Site, Weapon)


def _matches(
    text: str, heads: Heads, phrases: Phrases, kinds: tuple[str, ...], make: type[S]
) -> list[S]:
    return [
        make(match.start(), match.end(), kinds[group_index(match)])
        for match in phrases.finditer(text, heads)
    ]


def _in_time(quantity: Quantity, times: Sequence[TimeExpression]) -> bool:
    """Whether the number is part of a date ("the May 12 attacks")."""
    first = bisect_left(times, quantity.number_start - _REACH, key=lambda time: time.start)
    for time in times[first:]:
        if time.start > quantity.number_start:
            return False
        if time.end >= quantity.number_end:
            return True
    return False
