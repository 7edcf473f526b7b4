"""Which named actor a pronoun or a short form of a text stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from recount.model import ActorKind, Span
from recount.resources.actors import ActorName
from recount.resources.sentences import split_sentences

SENTENCE = 160
"""Characters of an average sentence of news (muc4 and polnear train: 140 to 170)."""
OPENING = 12
"""Characters at the start of a sentence in which its subject begins ("Later, it …" is none)."""
CHAIN = 4
"""Sentences back that a chain of pronouns ("It …", "The group …") is followed."""
_ARMED = frozenset(
    {
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNKNOWN,
    }
)
_STATE = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
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
_OF_THEM = re.compile(
    r"-(?:run|led|held|controlled|backed|era|ruled|affiliated|linked|dominated)\b"
)
"""What makes a name a mere part of another's ("the Front-run council")."""
_AND_BEFORE = re.compile(r"\b(?:and|but)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The actor chosen, and the others that could be meant."""

    name: ActorName
    rivals: frozenset[str]


@dataclass(slots=True)
class Antecedents:
    """The named actors of one text as what later words may stand for."""

    text: str
    names: Sequence[ActorName]
    _sentences: tuple[Span, ...] | None = field(init=False, repr=False, default=None)
    _starts: list[int] = field(init=False, repr=False)
    _counts: Counter[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._starts = [name.start for name in self.names]
        self._counts = Counter(name.actor for name in self.names if not name.generic)

    def choose(
        self, span: Span, *, armed: bool | None, reach: int, head: str = ""
    ) -> Antecedent | None:
        """Return the actor that words stand for, if any is near enough.

        Args:
            span: the words.
            armed: whether only armed groups come into question; ``None``: a pronoun.
            reach: characters before the words in which it may stand.
            head: the noun of a short form ("movement").
        """
        if armed is None:
            reach = min(reach, SENTENCE * 3)
            state = self._state_before(span)
            if state is not None:
                return Antecedent(state, frozenset())
        candidates = [
            name
            for name in self.before(span.start, reach)
            if not name.generic
            and not (armed and name.kind not in _ARMED)
            and not name.span.overlaps(span)
            and _OF_THEM.match(self.text, name.end) is None
        ]
        subject = self._is_subject(span)
        chosen = self._subject_before(span) if subject else None
        if chosen is not None and armed and chosen.kind not in _ARMED:
            chosen = None
        if not subject:
            candidates = self._without_own_subject(candidates, span)
        if not candidates:
            return None
        best = chosen or max(
            candidates,
            key=lambda name: (self._salience(name, span, head, subject=subject), name.start),
        )
        return Antecedent(best, frozenset({name.actor for name in candidates} - {best.actor}))

    def before(self, offset: int, reach: int) -> list[ActorName]:
        """Return the names that end before an offset and begin within a reach of it."""
        high = bisect_left(self._starts, offset)
        low = bisect_left(self._starts, offset - reach)
        return [name for name in self.names[low:high] if name.end <= offset]

    def inside(self, span: Span) -> list[ActorName]:
        """Return the names that overlap a span, in order."""
        low = bisect_left(self._starts, span.start)
        while low > 0 and self.names[low - 1].end > span.start:
            low -= 1
        high = bisect_right(self._starts, span.end)
        return [name for name in self.names[low:high] if name.span.overlaps(span)]

    def ahead(self, span: Span) -> ActorName | None:
        """Return the subject after an opening "In its statement, ...", if it is the only name."""
        index = self._sentence_index(span.start)
        sentences = self._sentences or ()
        if index < 0 or span.start - sentences[index].start > OPENING:
            return None
        rest = [
            name
            for name in self.inside(Span(span.end, sentences[index].end))
            if not name.generic and name.start >= span.end
        ]
        return rest[0] if len({name.actor for name in rest}) == 1 else None

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

    def _state_before(self, span: Span) -> ActorName | None:
        """Return an unnamed force of a state that opens the sentence before an opening "It".

        "The government blames the Front. It has recalled its envoys."
        """
        index = self._sentence_index(span.start)
        if index < 1 or span.start - self._sentences[index].start > 1:  # type: ignore[index]
            return None
        if self.text[span.start : span.end].casefold() != "it":
            return None
        opening = (self._sentences or ())[index - 1]
        low = bisect_left(self._starts, opening.start)
        for name in self.names[low : low + 1]:
            lead = self.text[opening.start : name.start].strip('“"‘[ ').lower()
            opens = name.start < opening.end and lead in ("", "the")
            if opens and name.generic and name.kind in _STATE:
                return name
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
