"""The words of a draft as links: snapped to what the finders read, in the order that counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from recount.extract.learned.drafts import EVENT_PLACE, Belonging, Draft
from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.learned.own_day import own_day
from recount.extract.learned.scene import places_named
from recount.extract.learned.whole import lies_in_name, whole, with_suffix
from recount.extract.rules.counts import NUMBER, PERSON, SUM
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Ranged, Scan, Sentence, inside, overlaps
from recount.extract.rules.settings import event_times, names_day
from recount.extract.rules.sides import only_speaks
from recount.extract.rules.tallies import to_attribution
from recount.model import Attribution, Link, LinkRole, Mention, MentionRole, Span
from recount.resources.encoder.labels import FIGURES
from recount.resources.encoder.reading import TextReading
from recount.resources.grammar.quantity import Quantity
from recount.resources.voices import FoundAttribution

INDIVIDUAL, ORGANISATION, PROPERTY, NAME = "individual", "organisation", "property", "name"
"""Labels of participants, as MUC-4's keys tell them apart."""

_LABELS: dict[str, str] = {
    "perpetrator_individual": INDIVIDUAL,
    "perpetrator_organisation": ORGANISATION,
    "physical_target": PROPERTY,
    "victim_name": NAME,
}


@dataclass(frozen=True, slots=True)
class Page:
    """One document under reading: the finders' results and the heads' scores."""

    scan: Scan
    reading: TextReading
    attributions: tuple[FoundAttribution, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.scan.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at ``offset``, if any."""
        sentences = self.scan.sentences
        at = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[at] if at >= 0 and offset < sentences[at].end else None


def links_of(page: Page, draft: Draft) -> tuple[Link, ...]:
    """Return the links of a draft, the leading one of each role first."""
    home = [page.sentence_at(trigger.start) for trigger in draft.triggers]
    homes = {sentence.index for sentence in home if sentence is not None}
    links: list[Link] = []
    links.extend(_times(page, draft, homes))
    links.extend(_places(page, draft, homes))
    links.extend(_sites(page, draft, homes))
    links.extend(_counts(page, draft, homes))
    links.extend(_participants(page, draft, homes))
    links.extend(_weapons(page, draft, homes))
    return tuple(dict.fromkeys(links))


def _surest(words: Iterable[Belonging]) -> list[Belonging]:
    return sorted(words, key=lambda w: (-round(w.chance * w.span.score, 2), w.span.start))


def _inherited(page: Page, start: int, homes: set[int]) -> bool:
    sentence = page.sentence_at(start)
    return sentence is None or sentence.index not in homes


def _overlapping(items: Sequence[Ranged], start: int, end: int) -> list[Ranged]:
    return [item for item in items if item.start < end and start < item.end]


def _times(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    found = tuple(_linked_times(page, draft, homes))
    own = tuple(own_days(page, draft.triggers))
    if len(own) > 0:
        told = {link.mention.start for link in own}
        return iter((*own, *(link for link in found if link.mention.start not in told)))
    return iter(found if len(found) > 0 else _time_beside(page, homes))


def own_days(page: Page, triggers: Sequence[Ranged]) -> Iterator[Link]:
    """Yield the days that the words for an incident name as theirs ("Friday's bombing")."""
    for trigger in triggers:
        sentence = page.sentence_at(trigger.start)
        day = None if sentence is None else own_day(page.text, sentence, trigger)
        if day is not None and grain_of(day) is not Grain.NONE:
            mention = Mention(day.start, day.end, MentionRole.TIME)
            yield Link(LinkRole.DATE, mention, confidence=_OWN_DAY)


_OWN_DAY = 0.9
"""Confidence that such a day is the incident's."""


def _time_beside(page: Page, homes: set[int]) -> tuple[Link, ...]:
    """Return the only day in the sentences that tell of an incident, where the heads link none.

    It counts as taken over: an account that nothing else ties to one incident stays loose.
    """
    told = [s for s in page.scan.sentences if s.index in homes]
    days = [
        time for s in told for time in event_times(page.scan, s, s.start, s.end) if names_day(time)
    ]
    if len(days) != 1:
        return ()
    mention = Mention(days[0].start, days[0].end, MentionRole.TIME)
    return (Link(LinkRole.DATE, mention, inherited=True, confidence=_BESIDE),)


_BESIDE = 0.5
"""Confidence that a day told in the same sentence is the incident's."""


def _linked_times(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    for word in _surest(draft.under("time")):
        sentence = page.sentence_at(word.span.start)
        if sentence is None:
            continue
        dating = {
            (t.start, t.end) for t in event_times(page.scan, sentence, sentence.start, sentence.end)
        }
        for time in sentence.times:
            overlaps = time.start < word.span.end and word.span.start < time.end
            told = (time.start, time.end) in dating
            if overlaps and told and grain_of(time) is not Grain.NONE:
                yield Link(
                    LinkRole.DATE,
                    Mention(time.start, time.end, MentionRole.TIME),
                    inherited=_inherited(page, time.start, homes),
                    confidence=_sure(word),
                )


def _sure(word: Belonging) -> float:
    return round(min(1.0, word.chance) * word.span.score, 3)


def _places(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    found = tuple(_linked_places(page, draft, homes))
    if len(found) == 0:
        return iter(places_named(page.scan, homes))
    listed = [link for link in found if _in_list(page, link.mention.start)]
    if len(listed) == len(found):
        # "Three killed in Velm, Tarn and Orvel" stands over the telling of each.
        named = places_named(page.scan, homes)
        return iter(named if any(not _in_heading(page, n.mention.start) for n in named) else found)
    if all(link.inherited for link in found):
        # What the incident's own sentences name says more than a place told elsewhere.
        return iter((*places_named(page.scan, homes), *found))
    return (link for link in found if link not in listed)


def _in_list(page: Page, start: int) -> bool:
    """Whether a place stands in a heading that lists several ("in Velm, Tarn and Orvel")."""
    sentence = page.sentence_at(start)
    return sentence is not None and sentence.heading and _lists_places(page, sentence)


def _lists_places(page: Page, sentence: Sentence) -> bool:
    named = [p for p in sentence.places if not (p.nested or p.demonym)]
    return len(named) >= _MANY or any(
        _AND.fullmatch(page.text, one.end, other.start) is not None
        for one, other in pairwise(named)
    )


_MANY = 3
"""Places in one heading that make a list without "and"; two may be a town and its country."""
_AND = re.compile(r",?\s+(?:and|&)\s+", re.IGNORECASE)


def _linked_places(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    for word in _surest(draft.under("place", EVENT_PLACE)):
        sentence = page.sentence_at(word.span.start)
        named = [] if sentence is None else [p for p in sentence.places if not p.nested]
        found = _overlapping(named, word.span.start, word.span.end)
        spans = [(p.start, p.end) for p in found] or [(word.span.start, word.span.end)]
        for start, end in spans:
            yield Link(
                LinkRole.PLACE,
                Mention(start, end, MentionRole.PLACE),
                inherited=_inherited(page, start, homes),
                confidence=_sure(word),
            )


def _sites(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    for word in _surest(draft.under("site")):
        sentence = page.sentence_at(word.span.start)
        known = () if sentence is None else sentence.sites
        kinds = [s.kind for s in known if s.start < word.span.end and word.span.start < s.end]
        yield Link(
            LinkRole.SITE,
            Mention(word.span.start, word.span.end, MentionRole.SITE, kinds[-1] if kinds else None),
            inherited=_inherited(page, word.span.start, homes),
            confidence=_sure(word),
        )


def _weapons(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    for word in draft.under("weapon"):
        sentence = page.sentence_at(word.span.start)
        known = () if sentence is None else sentence.weapons
        kinds = [w.kind for w in known if w.start < word.span.end and word.span.start < w.end]
        yield Link(
            LinkRole.WEAPON,
            Mention(
                word.span.start, word.span.end, MentionRole.WEAPON, kinds[-1] if kinds else None
            ),
            inherited=_inherited(page, word.span.start, homes),
            confidence=_sure(word),
        )


def _counts(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    words = sorted(
        draft.under(*COUNT_TAGS), key=lambda w: (_in_heading(page, w.span.start), w.span.start)
    )
    for word in words:
        start, end = word.span.start, word.span.end
        label = label_of_count(page, start, end)
        if label is None:
            continue
        told = page.reading.mean_class("figure", start, end)
        meant = FIGURES[int(np.argmax(told))]
        further = meant == "more" or (word.figure is not None and word.figure.further)
        part = meant == "part" or (word.figure is not None and word.figure.part)
        victims = _overlapping(
            [v.span for v in draft.under("victim") if v.span.start >= start], start, end
        )
        yield Link(
            LinkRole(word.tag),
            Mention(start, end, MentionRole.QUANTITY, f"{label}+further" if further else label),
            attribution=said_of(page, start, end),
            part=part,
            victims=Span(victims[0].start, victims[0].end) if victims else None,
            inherited=_inherited(page, start, homes),
            confidence=_sure(word),
        )


def effects_of(page: Page, draft: Draft) -> tuple[Mention, ...]:
    """Return the words that say what was done to the people counted ("killed", "wounding").

    They tell of the incident too, by what it led to.
    """
    found: list[Mention] = []
    for word in draft.under(*COUNT_TAGS):
        sentence = page.sentence_at(word.span.start)
        near = (
            []
            if sentence is None
            else [effect for effect in sentence.effects if effect.role.value == word.tag]
        )
        if near:
            best = min(near, key=lambda e: (_gap(word.span, e), e.start))
            own = any(overlaps(trigger, best) for trigger in draft.triggers)
            if not own and _gap(word.span, best) <= _EFFECT_REACH:
                found.append(Mention(best.start, best.end, MentionRole.TRIGGER, word.tag))
    return tuple(dict.fromkeys(found))


_EFFECT_REACH = 80
"""Characters between people counted and the word that says what befell them."""


def _gap(one: Ranged, other: Ranged) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _in_heading(page: Page, start: int) -> bool:
    sentence = page.sentence_at(start)
    return sentence is not None and sentence.heading


def label_of_count(page: Page, start: int, end: int) -> str | None:
    """Return how the words of a figure are to be read; ``None``: they hold no people."""
    sentence = page.sentence_at(start)
    if sentence is None or _NOBODY_NAMED.match(page.text, start, end) is not None:
        return None
    if _NO_PERSON.search(page.text, start, end) is not None:
        return None
    figures = [q for q in sentence.quantities if q.start < end and start < q.end]
    numbered = [q for q in figures if not _of_persons(q)]
    if len(numbered) > 1:
        return SUM
    return NUMBER if len(numbered) == 1 else PERSON


_NOBODY_NAMED = re.compile(
    r"(?:to|in|on|at(?!\s+(?:least|most)\b)|from|by|with|into|near|through)\s", re.IGNORECASE
)
"""Words that begin no telling of a person ("shot to the head")."""
_NO_PERSON = re.compile(
    r"\b(?:(?:death\s+)?threats?|death\s+(?:penalt(?:y|ies)|sentences?|squads?|toll)|charges?|"
    r"shots|rounds|bullets?|attacks?|warrants?)\W*$",
    re.IGNORECASE,
)
"""Nouns that end no telling of people ("many death threats")."""
_NO_PEOPLE = frozenset(
    {"age", "money", "distance", "measure", "duration", "percent", "time", "ordinal"}
)


def _of_persons(quantity: Quantity) -> bool:
    """Whether a number says something about persons ("aged 12") instead of counting them."""
    return str(quantity.kind) in _NO_PEOPLE or quantity.article


_TAGS_OF: tuple[tuple[LinkRole, tuple[str, ...]], ...] = (
    (
        LinkRole.PERPETRATOR,
        ("perpetrator", "perpetrator_individual", "perpetrator_organisation"),
    ),
    (LinkRole.TARGET, ("target", "physical_target")),
    (LinkRole.VICTIM, ("victim", "victim_name")),
)
DOERS = frozenset(_TAGS_OF[0][1])
PARTICIPANTS = frozenset(tag for _, tags in _TAGS_OF for tag in tags)
"""Tags of doers, and of who or what was aimed at or harmed."""


def _participants(page: Page, draft: Draft, homes: set[int]) -> Iterator[Link]:
    for role, tags in _TAGS_OF:
        seen: set[str] = set()
        for word in _outer_first(draft.under(*tags)):
            start, end = _named(page, word)
            if role is LinkRole.PERPETRATOR and _is_no_doer(page.text, start, end):
                continue
            label = _label(page, word)
            key = (page.text[start:end].casefold(), label)
            if str(key) in seen:
                continue
            seen.add(str(key))
            yield Link(
                role,
                Mention(start, end, MentionRole.PARTICIPANT, label),
                attribution=said_of(page, start, end),
                inherited=_inherited(page, start, homes),
                confidence=_sure(word),
            )


_DISGUISED = re.compile(
    r"\b(?:(?:dress|disguis|mask)ed(?:\s+up)?\s+(?:as|like|in)|pos(?:ed|es|ing)\s+as|"
    r"pretend(?:ed|s|ing)\s+to\s+be|impersonat(?:ed|es|ing)|uniforms?\s+of|clothe[sd]\s+(?:of|as|in))"
    r"\s+(?:the\s+|an?\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Words before whom an attacker only looks like ("dressed up as security personnel")."""
_DISGUISE_REACH = 40
"""Characters before a participant within which such words stand."""


def _is_no_doer(text: str, start: int, end: int) -> bool:
    """Whether somebody is only looked like, or only speaks of the deed."""
    if only_speaks(text, Span(start, end)):
        return True
    before = max(0, start - _DISGUISE_REACH)
    return (
        _DISGUISED.search(text, before, start) is not None
        or _SCENE_OF.search(text, before, start) is not None
    )


_SCENE_OF = re.compile(
    r"\b(?:in\s+front\s+of|outside|opposite|next\s+to|close\s+to|towards?|(?:held|controlled|ruled|occupied)\s+by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before a body that tell only where it happened ("in front of the National Assembly")."""


def _outer_first(words: Sequence[Belonging]) -> list[Belonging]:
    return sorted(words, key=lambda w: (w.tag in _LABELS, w.span.start, -w.span.end))


def _named(page: Page, word: Belonging) -> tuple[int, int]:
    """Return the range of a group's name inside the words, else of the words."""
    start, end = word.span.start, word.span.end
    sentence = page.sentence_at(start)
    if sentence is None:
        return start, end
    if word.tag in _LABELS:
        span = whole(page.text, sentence, Span(start, end))
        return span.start, span.end
    for actor in inside(sentence.actors, start, end):
        if not actor.generic and word.tag == "perpetrator":
            return actor.start, actor.end
    span = with_suffix(page.text, Span(start, end))
    return span.start, span.end


def _label(page: Page, word: Belonging) -> str | None:
    """Return what kind of participant MUC-4's keys would call the words, if they have them."""
    label = _LABELS.get(word.tag)
    sentence = page.sentence_at(word.span.start)
    if label != INDIVIDUAL or sentence is None:
        return label
    return ORGANISATION if lies_in_name(sentence, Span(word.span.start, word.span.end)) else label


def said_of(page: Page, start: int, end: int) -> Attribution | None:
    """Return who is said to say the words, by the attribution that holds them most closely."""
    best: FoundAttribution | None = None
    for one in page.attributions:
        content = one.content
        if content is None or not (content.start <= start and end <= content.end):
            continue
        if best is None or best.content is None or _length(content) < _length(best.content):
            best = one
    return None if best is None else to_attribution(best)


def _length(span: Span) -> int:
    return span.end - span.start
