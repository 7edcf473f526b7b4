"""Who is meant: a canonical actor for each mention, with coreference inside the document.

Method: a name found at the words wins; a pronoun or a short definite form ("the group", "the
militants") takes the nearest suitable named actor before it, by a score of distance, place in
the sentence and number of mentions. What finds none is Unknown with a reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from recount.model import ActorKind, ActorValue, DocumentActor, Resolved, Span, SpanRole, Unknown
from recount.resources.actors import ActorList, ActorName, LearnedAliases, RoleHint
from recount.resources.actors.load import generic_words
from recount.resources.sentences import split_sentences

METHOD = "resolve.actor.v1"

REACH = 1200
"""Characters before a short form in which its antecedent may stand: about eight sentences."""

NEAR = 350
"""Characters within which "the militants" still means the named group: about two sentences."""

SENTENCE = 160
"""Characters of an average sentence of news (muc4 and polnear train: 140 to 170)."""

_ARMED = frozenset(
    {
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNKNOWN,
    }
)
_STATE = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_PERSONAL = re.compile(r"^(?:he|she|i|you|him|her|his|himself|herself|one|someone|who|whom)$")
_PLURAL = re.compile(
    r"^(?:it|they|them|its|their|itself|themselves|we|us|our|which|that|those|these)$"
)
_GROUP = re.compile(
    r"^(?:the|this|that|these|those|its|their|both|such)\s+(?:[\w-]+\s+){0,2}?"
    r"(group|groups|organi[sz]ation|movement|network|affiliate|branch|outfit|faction|cell|gang"
    r"|cartel|"
    r"insurgency|militia|front|party|army|brigade|coalition|alliance|regime|force|forces|army|"
    r"franchise|offshoot|militants?|rebels?|insurgents?|guerrillas?|terrorists?|fighters?|"
    r"extremists?|jihadists?|separatists?)(?:['’]?s?)$"
)
_SEVERAL = re.compile(
    r"^(?:the|these|those|both)\s+(?:two|three|both|rival|various|other)\s+(?:\w+\s+)?\w+s$|^both\b.*s$"
)
_STATE_SHORT = re.compile(
    r"^(?:the|its|their)\s+(?:\w+\s+)?(government|military|army|regime|authorities|troops|forces)$"
)
_CLAUSE_START = re.compile(
    r"(?:^|[.!?\n;:“\"]\s*|,\s|\b(?:that|but|and|because|when|while|as|if|where|since|though"
    r"|although)\s)$",
    re.IGNORECASE,
)
_PRONOUN_OPENS = re.compile(
    r"(?:It|They|The (?:\w+ )?(?:group|militants|rebels|insurgents|movement))\b"
)
_VERB_AFTER = re.compile(
    r"\s+(?:themselves\s+|itself\s+|also\s+|then\s+|later\s+|repeatedly\s+)?(?:is|are|was|were|has"
    r"|have|had|do|does|did|"
    r"will|would|can|could|may|might|should|took|began|fought|wants?|tr(?:y|ies|ied)|seeks?|sought|"
    r"says?|said|claims?|attacks?|kills?|controls?|fights?|targets?|blames?|accuses?|den(?:y|ies)|"
    r"captures?|[a-z]{3,}ed)\b(?!\s+by\b)"
)
_AND_BEFORE = re.compile(r"\b(?:and|but)\s+$", re.IGNORECASE)
OPENING = 12
"""Characters at the start of a sentence in which its subject begins ("Later, it …" is none)."""

CHAIN = 4
"""Sentences back that a chain of pronouns ("It …", "The group …") is followed."""

_SHORT_WORDS = 2
"""Words of the longest short form of a name ("the Shield", "the Air Corps")."""

_ARTICLE = re.compile(
    r"^(?:the|a|an|its|their|his|her|some|several|two|three|four|five|six|\d+)\s+"
)


def in_capitals(text: str) -> bool:
    """Return whether a text is set in capitals only, as old wire copy is."""
    return text[:2000].isupper()


def _begins_or_ends(name: str, noun: str) -> bool:
    return name.removeprefix("the ").startswith(f"{noun} ") or name.endswith(f" {noun}")


@dataclass(slots=True)
class ActorResolver:
    """Resolves mentions of actors in one text; holds no state beyond it."""

    text: str
    actors: ActorList
    learned: LearnedAliases
    names: Sequence[ActorName]
    document: str = ""
    _sentences: tuple[Span, ...] | None = field(init=False, repr=False, default=None)
    _starts: list[int] = field(init=False, repr=False)
    _counts: Counter[str] = field(init=False, repr=False)
    _kept: dict[tuple[int, int, str | None], Resolved[ActorValue]] = field(
        init=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self.names = tuple(sorted(self.names))
        self._starts = [name.start for name in self.names]
        self._counts = Counter(name.actor for name in self.names if not name.generic)

    def resolve(self, span: Span, where: str | None = None) -> Resolved[ActorValue]:
        """Return the actor that the words at ``span`` mean.

        Args:
            span: the words.
            where: country of the incident (ISO alpha-2); a state's forces elsewhere are
                external forces. ``None``: not known.

        ``spans`` of the result holds the antecedent of a pronoun or short form.
        """
        # The same words belong to several incidents of a text.
        key = (span.start, span.end, where)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._resolved(span, where)
        return found

    def _resolved(self, span: Span, where: str | None) -> Resolved[ActorValue]:
        words = " ".join(span.of(self.text).split()).strip(" ,.;:\"“”‘’'")
        low = words.casefold()
        if words.isupper() and not in_capitals(self.text):
            low = words  # "US" is no pronoun where the text is not set in capitals
        if _PERSONAL.match(low):
            return self._person(span, low, where)
        if _SEVERAL.match(low):
            return Resolved(Unknown(f"“{words}” stands for more than one actor"), METHOD, 0.0)
        if _PLURAL.match(low):
            return self._antecedent(span, words, where, armed=None)
        short = _GROUP.match(low)
        inside = self._inside(span)
        named = [name for name in inside if not name.generic]
        if named:
            return self._named(self._best(named, span), where)
        if short is not None:
            return self._short_form(span, words, inside, where)
        if inside:
            return self._generic(inside[0], where)
        return self._unlisted(span, words, where)

    def naming(self, span: Span) -> Span:
        """Return the words at ``span``, whole where they cut a name ("K" of "IS-K")."""
        for name in self._inside(span):
            if name.start <= span.start and span.end <= name.end:
                return Span(name.start, name.end)
        return span

    def document_actors(self) -> tuple[DocumentActor, ...]:
        """Return every actor of the document with its aliases met and its mentions, by name."""
        groups: dict[tuple[str, bool], list[ActorName]] = {}
        for name in self.names:
            groups.setdefault((name.actor, name.generic), []).append(name)
        return tuple(self._document_actor(groups[key]) for key in sorted(groups))

    def _document_actor(self, names: Sequence[ActorName]) -> DocumentActor:
        first = names[0]
        aliases = sorted({" ".join(name.span.of(self.text).split()) for name in names})
        countries = {name.country for name in names if name.country is not None}
        return DocumentActor(
            document=self.document,
            actor=first.actor,
            kind=first.kind,
            generic=first.generic,
            country=min(countries)
            if len(countries) == 1 or (countries and not first.generic)
            else None,
            aliases=tuple(aliases),
            mentions=tuple(name.span for name in names),
            shipped=first.shipped and not first.generic,
        )

    # --- names in the words ------------------------------------------------------------------

    def _inside(self, span: Span) -> list[ActorName]:
        low = bisect_left(self._starts, span.start)
        while low > 0 and self.names[low - 1].end > span.start:
            low -= 1
        high = bisect_right(self._starts, span.end)
        return [name for name in self.names[low:high] if name.span.overlaps(span)]

    def _best(self, named: Sequence[ActorName], span: Span) -> ActorName:
        """The name that the words are about: the last before "of" or "in", else the first."""
        within = [name for name in named if span.start <= name.start and name.end <= span.end]
        return (within or list(named))[0]

    def _named(
        self,
        name: ActorName,
        where: str | None,
        spans: tuple[Span, ...] = (),
        extra: tuple[str, ...] = (),
        confidence: float = 1.0,
    ) -> Resolved[ActorValue]:
        met = " ".join(name.span.of(self.text).split())
        reasons = list(extra)
        introduced = self.learned.introduction(met)
        if introduced is not None and introduced.actor == name.actor:
            reasons.append(f"the text introduces {met} as {name.actor} ({introduced.how})")
            spans = (*spans, Span(introduced.start, introduced.end, SpanRole.CONTEXT))
        elif met.casefold() != name.actor.casefold():
            reasons.append(f"{met} is a listed name of {name.actor}")
        if name.role_hint not in (RoleHint.NAME, RoleHint.GROUP):
            reasons.append(f"named by its {name.role_hint.value}")
        kind, why = self._kind(name, where)
        reasons.extend(why)
        return Resolved(
            value=ActorValue(name.actor, kind, generic=False),
            method=METHOD,
            confidence=confidence,
            reasons=tuple(reasons),
            candidates=self._rivals(name.actor),
            spans=spans,
        )

    def _kind(self, name: ActorName, where: str | None) -> tuple[ActorKind, tuple[str, ...]]:
        abroad = (
            where is not None
            and name.kind is ActorKind.STATE_FORCES
            and name.country is not None
            and name.country != where
        )
        if abroad:
            return ActorKind.EXTERNAL_FORCES, (f"forces of {name.country} in {where}",)
        return name.kind, ()

    def _rivals(self, actor: str) -> tuple[str, ...]:
        """The parent or the affiliates of an actor that the document names too."""
        here = self.actors.get(actor)
        rivals = []
        for other in sorted(self._counts):
            listed = self.actors.get(other)
            if other == actor or listed is None:
                continue
            if listed.parent == actor or (here is not None and here.parent == other):
                rivals.append(other)
        return tuple(rivals)

    # --- unnamed actors ----------------------------------------------------------------------

    def _generic(self, name: ActorName, where: str | None) -> Resolved[ActorValue]:
        kind, why = self._kind(name, where)
        reasons = ("an unnamed actor", *why)
        if name.country is not None:
            reasons = (*reasons, f"of {name.country}")
        return Resolved(ActorValue(name.actor, kind, generic=True), METHOD, 1.0, reasons)

    def _unlisted(self, span: Span, words: str, where: str | None) -> Resolved[ActorValue]:
        low = _ARTICLE.sub("", words.casefold())
        learnt = next(filter(None, map(self.learned.resolve, (words, low, f"the {low}"))), None)
        listed = self.actors.lookup(words) if learnt is None else self.actors.get(learnt)
        if listed is not None:
            country = listed.country[0] if listed.country else None
            name = ActorName(span.start, span.end, listed.name, listed.kind, country, generic=False)
            return self._named(name, where)
        named = self._shortened(span, words)
        if named is not None:
            antecedent = (Span(named.start, named.end, SpanRole.ANTECEDENT),)
            said = (f"“{words}” is short for {named.actor}",)
            return self._named(named, where, spans=antecedent, extra=said, confidence=0.8)
        last = re.split(r"[\s-]+", re.split(r"\s(?:of|in|from|at|on|with|who|for)\s", low)[0])[-1]
        people = generic_words().people
        if low in people or last in people or low.rsplit(" ", 1)[-1] in people:
            value = ActorValue(low, ActorKind.CIVILIANS, generic=True)
            return Resolved(value, METHOD, 0.9, ("people who are not armed",))
        if words[:1].isupper() and not words.isupper() and len(words.split()) <= 8:
            value = ActorValue(words, ActorKind.UNKNOWN, generic=False)
            return Resolved(value, METHOD, 0.4, ("a name that no list has",))
        return Resolved(Unknown(f"no listed actor in the words: {words[:60]}"), METHOD, 0.0)

    def _shortened(self, span: Span, words: str) -> ActorName | None:
        """Return what "the Shield" stands for: the only actor named before with that noun.

        The noun begins or ends the name ("the Front for Free Marenza", "the Harun Shield").
        """
        bare = re.sub(r"^[Tt]he\s+", "", words)
        if not bare[:1].isupper() or bare.isupper() or len(bare.split()) > _SHORT_WORDS:
            return None
        low = bare.casefold()
        fits = [
            name
            for name in self._before(span.start, REACH)
            if not name.generic and _begins_or_ends(name.span.of(self.text).casefold(), low)
        ]
        return fits[-1] if len({name.actor for name in fits}) == 1 else None

    # --- pronouns and short forms ------------------------------------------------------------

    def _person(self, span: Span, low: str, where: str | None) -> Resolved[ActorValue]:
        """Read "he": an unnamed single attacker just before, else nobody's name is guessed."""
        for name in reversed(self._before(span.start, SENTENCE * 2)):
            single = name.span.of(self.text).casefold().endswith(("man", "er", "or", "assassin"))
            if name.generic and single and name.kind is not ActorKind.STATE_FORCES:
                found = self._generic(name, where)
                spans = (Span(name.start, name.end, SpanRole.ANTECEDENT),)
                return Resolved(found.value, METHOD, 0.6, (f"{low} stands for them",), (), spans)
        return Resolved(Unknown(f"the pronoun {low} stands for a person"), METHOD, 0.0)

    def _short_form(
        self, span: Span, words: str, inside: Sequence[ActorName], where: str | None
    ) -> Resolved[ActorValue]:
        noun = _GROUP.match(words.casefold())
        head = noun.group(1) if noun is not None else ""
        if _STATE_SHORT.match(words.casefold()) and inside:
            return self._generic(inside[0], where)
        people = head.rstrip("s") in (
            "militant", "rebel", "insurgent", "guerrilla", "terrorist", "fighter", "extremist",
            "jihadist", "separatist",
        )  # fmt: skip
        found = self._antecedent(
            span, words, where, armed=True, reach=NEAR if people and inside else REACH, head=head
        )
        if isinstance(found.value, Unknown) and inside:
            return self._generic(inside[0], where)
        return found

    def _before(self, offset: int, reach: int) -> list[ActorName]:
        high = bisect_left(self._starts, offset)
        low = bisect_left(self._starts, offset - reach)
        return [name for name in self.names[low:high] if name.end <= offset]

    def _antecedent(
        self,
        span: Span,
        words: str,
        where: str | None,
        *,
        armed: bool | None,
        reach: int = REACH,
        head: str = "",
    ) -> Resolved[ActorValue]:
        if armed is None:
            reach = min(reach, SENTENCE * 3)
        candidates = [
            name
            for name in self._before(span.start, reach)
            if not name.generic
            and not (armed and name.kind not in _ARMED)
            and not name.span.overlaps(span)
        ]
        subject = self._is_subject(span)
        chosen = self._subject_before(span) if subject else None
        if chosen is not None and armed and chosen.kind not in _ARMED:
            chosen = None
        if not subject:
            candidates = self._without_own_subject(candidates, span)
        if not candidates:
            reason = f"no named actor before “{words[:40]}” that it could stand for"
            return Resolved(Unknown(reason), METHOD, 0.0)
        best = chosen or max(
            candidates,
            key=lambda name: (self._salience(name, span, head, subject=subject), name.start),
        )
        rivals = {name.actor for name in candidates} - {best.actor}
        found = self._named(
            best,
            where,
            spans=(Span(best.start, best.end, SpanRole.ANTECEDENT),),
            extra=(f"“{words}” stands for the nearest suitable actor named before",),
            confidence=0.8 if len(rivals) == 0 else 0.6,
        )
        return Resolved(
            found.value, METHOD, found.confidence, found.reasons, tuple(sorted(rivals)), found.spans
        )

    # --- places in the sentence --------------------------------------------------------------

    def _sentence_index(self, offset: int) -> int:
        if self._sentences is None:
            self._sentences = split_sentences(self.text)
        return bisect_right(self._sentences, offset, key=lambda sentence: sentence.start) - 1

    def _is_subject(self, span: Span) -> bool:
        """Whether the words open a sentence or a clause."""
        before = self.text[max(0, span.start - 30) : span.start]
        return _CLAUSE_START.search(before) is not None

    def _subject_before(self, span: Span) -> ActorName | None:
        """The actor that opens the sentences before, passing over those a pronoun opens."""
        index = self._sentence_index(span.start)
        sentences = self._sentences or ()
        if index < 0:
            return None
        if sentences[index].start + OPENING < span.start:
            joined = _AND_BEFORE.search(self.text, max(0, span.start - 8), span.start)
            return self._opener(sentences[index]) if joined is not None else None
        for earlier in range(index - 1, max(-1, index - 1 - CHAIN), -1):
            opening = sentences[earlier]
            found = self._opener(opening)
            if found is not None:
                return found
            if _PRONOUN_OPENS.match(self.text[opening.start : opening.start + 40]) is None:
                return None
        return None

    def _opener(self, sentence: Span) -> ActorName | None:
        low = bisect_left(self._starts, sentence.start)
        for name in self.names[low : low + 1]:
            lead = self.text[sentence.start : name.start].lower().strip('“"‘[ ')
            if name.start < sentence.end and lead in ("", "the") and not name.generic:
                return name
        return None

    def _without_own_subject(self, candidates: Sequence[ActorName], span: Span) -> list[ActorName]:
        """Drop the subject of the clause: an object stands for somebody else."""
        index = self._sentence_index(span.start)
        begin = self._sentences[index].start if self._sentences and index >= 0 else 0
        subject = None
        for name in candidates:
            if name.start >= begin and _VERB_AFTER.match(self.text, name.phrase.end):
                subject = name
        if subject is None:
            return list(candidates)
        rest = [name for name in candidates if name.actor != subject.actor]
        return rest or list(candidates)

    def _salience(self, name: ActorName, span: Span, head: str, *, subject: bool) -> float:
        """Score an antecedent: nearer, opening its sentence, often named, of a fitting noun.

        Hand-set on the muc4 train texts: a sentence of distance costs one; a subject's
        place is worth one; the document's main actor half.
        """
        distance = (span.start - name.end) / SENTENCE
        score = -distance
        gap = self.text[max(0, name.start - 40) : name.start]
        if subject and re.search(r"(?:^|[.!?\n]\s*|,\s)(?:the\s+|The\s+|THE\s+)?$", gap):
            score += 1.0
        if self.text.startswith(("'s", "’s"), name.end):
            score -= 0.5
        score += 0.5 * self._counts[name.actor] / max(self._counts.values())
        if head and head in name.actor.casefold():
            score += 1.0
        if name.kind in _STATE and re.search(r"\b(?:against|between|by|from)\s+(?:the\s+)?$", gap):
            score -= 0.5
        return score
