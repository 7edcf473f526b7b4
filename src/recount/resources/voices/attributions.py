"""Finds who says what: "X said", "according to X", "per X", quotations with their speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recount.model import Span, Stance
from recount.resources.actors.tokens import word_set
from recount.resources.voices.nouns import FoundAttribution
from recount.resources.voices.phrases import APPOSITION_WORDS, Clause, clause_of
from recount.resources.voices.words import CueForm, CueVerb, speech_words

_WORD = re.compile(r"[A-Za-z]+")
_PHRASES = re.compile(
    r"\b(?:according\s+to|based\s+on|as\s+(?:reported|quoted|stated|confirmed)\s+by|citing|"
    r"quoting|in\s+the\s+words\s+of|(?:was|were|been)\s+quoted\s+as\s+saying)\b|"
    r"(?<=[\s,(])per(?=\s+(?:[A-Z]|the\s|a\s(?:report|statement|source)|officials|police|local|"
    r"media|reports|witnesses|sources))",
    re.IGNORECASE,
)
_PER_UNIT = re.compile(
    r"\s+(?:the\s+)?(?:day|week|month|year|cent|capita|person|hour|head|annum|se|diem|litre"
    r"|unit)\b",
    re.IGNORECASE,
)
_CORES = tuple(
    form
    for core in ("according", "based", "citing", "quoting", "quoted", "words of", "per ", "ed by")
    for form in (core, core.capitalize(), core.upper())
)
"""A piece of every phrase above, as texts print it."""

PHRASE_REACH = 30
"""Characters around such a piece that the whole phrase takes."""

_TO_WHOM = frozenset({"told", "tell", "tells", "telling"})
_QUOTES = frozenset('"“”«»')
_OPENERS = frozenset('"“«')

CONTENT_WORDS = 2
"""Least words that what is said has; fewer are a name or a date beside the verb."""

HEARD = frozenset({"tell", "inform", "assure", "notify", "advise"})
"""Verbs whose object is the hearer: "told X" never has its speaker after it."""

_GOES_ON = frozenset({"who", "which", "whose", "where", "and", "but", "both"})
"""Words behind a comma that go on with the subject before it, and open no clause."""

APPOSED = word_set("""who head director chief spokesman spokeswoman president""")
"""Words that open an apposition without an article."""

PRIVATE = frozenset({"think", "believe", "hope", "fear", "suspect"})
"""Verbs of thought: "I think" inside a quotation reports nothing by itself."""

HEARERS = word_set(
    """reporters journalists me us them him her parliament lawmakers police investigators newsmen
    correspondents everyone supporters afp reuters ap cnn bbc voa"""
)


def find_attributions(text: str, sentences: Sequence[Span]) -> tuple[FoundAttribution, ...]:
    """Return the attributions in a text, in order of their cues.

    Args:
        text: the text.
        sentences: its sentences in order.

    >>> text = "Two died, police said."
    >>> found = find_attributions(text, [Span(0, len(text))])[0]
    >>> found.source.of(text), found.cue.of(text), found.content.of(text)
    ('police', 'said', 'Two died')
    """
    verbs = speech_words().verbs
    starts = [span.start for span in sentences]
    clauses: dict[int, Clause] = {}
    found: list[FoundAttribution] = []
    cues: list[tuple[int, int, CueVerb | None]] = [
        (match.start(), match.end(), None) for match in _phrases(text)
    ]
    taken = [(start, end) for start, end, _verb in cues]
    for match in _WORD.finditer(text):
        verb = verbs.get(match.group().lower())
        if verb is not None and not any(a <= match.start() < b for a, b in taken):
            cues.append((match.start(), match.end(), verb))
    for start, end, verb in sorted(cues, key=lambda cue: cue[0]):
        index = bisect_right(starts, start) - 1
        if index < 0 or sentences[index].end < end:
            continue
        if index not in clauses:
            clauses[index] = clause_of(text, sentences[index])
        reader = _Reader(clauses[index], start, end, sentences[index - 1] if index > 0 else None)
        attribution = reader.phrase() if verb is None else reader.verb(verb)
        if attribution is not None:
            found.append(attribution)
    return tuple(found)


def _phrases(text: str) -> list[re.Match[str]]:
    """Where "according to" and its like stand; the pattern is tried at their rare words only."""
    found: dict[int, re.Match[str]] = {}
    for core in _CORES:
        at = text.find(core)
        while at >= 0:
            match = _PHRASES.search(text, max(0, at - PHRASE_REACH), at + PHRASE_REACH)
            if match is not None:
                found.setdefault(match.start(), match)
            at = text.find(core, at + len(core))
    return [found[start] for start in sorted(found)]


@dataclass(slots=True)
class _Reader:
    """Reads one cue in its sentence."""

    clause: Clause
    start: int
    end: int
    previous: Span | None
    """The sentence before, if any."""

    # --- verbs -------------------------------------------------------------------------------

    def verb(self, cue: CueVerb) -> FoundAttribution | None:
        """Read a reporting verb; ``None`` when it reports nothing here."""
        words = self.clause.words
        at = self.clause.at(self.start)
        if at >= len(words):
            return None
        word = words[at].word
        if words[at].start != self.start:  # inside a word with a hyphen ("WELL-INFORMED")
            return None
        if not word.isupper() and word[0].isupper():
            return None
        if cue.form is CueForm.BASE and not self._finite_base(at):
            return None
        if cue.form is CueForm.PARTICIPLE:
            return self._participle(at, cue)
        return self._inverted(at, cue) or self._direct(at, cue)

    def _finite_base(self, at: int) -> bool:
        """A base form is a verb after a plural or pronoun subject, not after "a" or "the"."""
        before = at - 1
        if before < 0:
            return False
        low = self.clause.words[before].low
        if low in ("to",) or low in self.clause.sets.determiners:
            return False
        if low in self.clause.sets.pronouns or low in self.clause.sets.auxiliaries:
            return low not in ("he", "she", "it")
        return low.endswith("s") and not low.endswith("'s") and not low.endswith("’s")

    def _inverted(self, at: int, cue: CueVerb) -> FoundAttribution | None:
        """CONTENT, said X."""
        words = self.clause.words
        before = words[at - 1] if at > 0 else None
        if before is None or not (before.word == "," or before.word in _QUOTES):
            return None
        if at + 1 >= len(words) or words[at + 1].word in (",", ".", ":"):
            return None
        if cue.lemma in HEARD:
            return None
        source = self.clause.phrase_from(at + 1)
        if source is None or words[source[0]].low in ("that", "it", "there"):
            return None
        named = words[source[0]].capital and not self._goes_on(source[1] + 1)
        if self._after_apposition(at - 1) and not named:
            return None
        if not self._content_before(at - 1):
            return None
        first = words[source[0]]
        if cue.needs_clause and not (before.word in _QUOTES or first.capital):
            return None
        if not (
            first.capital
            or first.low in self.clause.sets.determiners
            or source[1] == source[0]
            or words[source[1]].low.endswith("s")
        ):
            return None
        return FoundAttribution(
            cue=self._cue(at),
            source=self.clause.span_of(*source),
            content=self._before(at - 1),
            stance=cue.stance,
        )

    def _after_apposition(self, comma: int) -> bool:
        """Whether a comma closes an apposition ("X, a spokesman for Y, said")."""
        words = self.clause.words
        if words[comma].word != ",":
            return False
        for index in range(comma - 1, max(0, comma - APPOSITION_WORDS), -1):
            if words[index].word in _QUOTES:
                return False
            if words[index].word == ",":
                opening = words[index + 1]
                return opening.low in self.clause.sets.determiners or opening.low in APPOSED
        return False

    def _goes_on(self, at: int) -> bool:
        words = self.clause.words
        return at < len(words) and words[at].is_word

    def _direct(self, at: int, cue: CueVerb) -> FoundAttribution | None:
        """X said CONTENT, and CONTENT, X said."""
        words = self.clause.words
        source = self.clause.subject(at) or self._shared_subject(at)
        if source is None:
            return None
        if source[0] == source[1] and words[source[0]].low.endswith("ly"):
            return None
        if cue.lemma in PRIVATE and words[source[1]].low in ("i", "we", "you"):
            return None
        first = source[0]
        trailing = self._trails(first, at)
        if trailing:
            content = self._before(first - 1)
        else:
            if cue.needs_clause and not self._clause_follows(at, cue):
                return None
            content = self._after(at, cue) or self._quoted_before(first)
        if content is None:
            return None
        if cue.form is CueForm.FINITE and self._passive(at) and not trailing:
            return None
        if words[source[1]].low in ("it", "who") and self._passive(at):
            return None
        return FoundAttribution(
            cue=self._cue(at),
            source=self.clause.span_of(*source),
            content=content,
            stance=cue.stance,
        )

    def _cue(self, at: int) -> Span:
        """The verb with its adverbs and auxiliaries ("has also said")."""
        words = self.clause.words
        first = at
        inside = self.clause.sets.adverbs | self.clause.sets.auxiliaries
        while first > 0 and words[first - 1].low in inside:
            first -= 1
        return Span(words[first].start, self.end)

    def _shared_subject(self, at: int) -> tuple[int, int] | None:
        """Read "X praised them and said": the subject is that of the verb before "and"."""
        words = self.clause.words
        before = self.clause.before_verb(at)
        if before < 1 or words[before].low not in ("and", "but"):
            return None
        opening = self.clause.opening()
        if opening is None or opening[1] >= before - 1:
            return None
        return opening

    def _quoted_before(self, first: int) -> Span | None:
        """Read "…?” X said.": what is said is the sentence before, when it ends in a quotation."""
        if first != 0 or self.previous is None:
            return None
        last = self.clause.text[self.previous.end - 1]
        return self.previous if last in _QUOTES else None

    def _passive(self, at: int) -> bool:
        lows = [word.low for word in self.clause.words[max(0, at - 3) : at]]
        return any(low in ("is", "are", "was", "were", "been", "being", "be") for low in lows)

    def _participle(self, at: int, cue: CueVerb) -> FoundAttribution | None:
        """X …, saying CONTENT: the subject is the one that the sentence or clause began with."""
        words = self.clause.words
        if at == 0 or words[at - 1].word != ",":
            return None
        content = self._after(at, cue)
        if content is None:
            return None
        source = self._main_subject(at)
        if source is None:
            return None
        return FoundAttribution(
            cue=self._cue(at), source=source, content=content, stance=cue.stance
        )

    def _main_subject(self, at: int) -> Span | None:
        """The subject of the verb that comes before a participle, else what opens the sentence."""
        for index in range(at - 1, 0, -1):
            verb = self.clause.sets.verbs.get(self.clause.words[index].low)
            if verb is not None and verb.form is CueForm.FINITE:
                source = self.clause.subject(index)
                if source is not None:
                    return self.clause.span_of(*source)
                after = self.clause.phrase_from(index + 1)
                if self.clause.words[index - 1].word in (",", *_QUOTES) and after is not None:
                    return self.clause.span_of(*after)
        opening = self.clause.opening()
        return None if opening is None else self.clause.span_of(*opening)

    def _trails(self, first: int, at: int) -> bool:
        """Whether the source stands after what it says: a comma or quote before, little after."""
        words = self.clause.words
        if first == 0:
            return False
        mark = words[first - 1].word
        if mark not in (",", *_QUOTES, "—", "–", "?", "!"):
            return False
        if not self._content_before(first - 1):
            return False
        if mark in _QUOTES or mark in "?!":
            return True
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or not after.is_word:
            return after is None or after.word in (".", ",", ";", "—", "–")
        rest = [word for word in words[at + 1 :] if word.is_word]
        if after.low in ("in", "on", "at", "late", "early", "earlier", "by", "during", "through"):
            return len(rest) <= 12 or self._comma_soon(at)
        if after.low.endswith("day") or after.low in ("last", "yesterday", "today"):
            return len(rest) <= 10 or self._comma_soon(at)
        if words[at].low in _TO_WHOM:
            return len(rest) <= 7
        return len(rest) <= 3

    def _comma_soon(self, at: int) -> bool:
        return any(word.word == "," for word in self.clause.words[at + 1 : at + 8])

    def _content_before(self, last: int) -> bool:
        return sum(word.is_word for word in self.clause.words[: last + 1]) >= CONTENT_WORDS

    def _clause_follows(self, at: int, cue: CueVerb) -> bool:
        words = self.clause.words
        window = words[at + 1 : at + 8]
        for offset, word in enumerate(window):
            if word.low == "that" and not (cue.lemma in ("point",) and offset > 2):
                return True
            if word.word == ":" or (word.word in _OPENERS and offset < 5):
                return True
            if (
                word.word == ","
                and offset < len(window) - 1
                and window[offset + 1].word in _OPENERS
            ):
                return True
            if word.word in (",", ".", ";"):
                return False
            if offset >= 1 and word.low in (
                "is", "are", "was", "were", "has", "have", "had", "will", "would", "could",
                "can", "may", "might", "should", "did", "does",
            ):  # fmt: skip
                return True
        return cue.lemma in ("report", "confirm") and not cue.noun and len(window) > 5

    def _before(self, last: int) -> Span | None:
        """What is said, standing before the source: from the start of the sentence."""
        words = self.clause.words
        while last >= 0 and not words[last].is_word and words[last].word not in _QUOTES:
            last -= 1
        return None if last < 0 else Span(words[0].start, words[last].end)

    def _after(self, at: int, cue: CueVerb) -> Span | None:
        """What is said, standing after the verb: to the end of the sentence."""
        words = self.clause.words
        first = at + 1
        if cue.lemma in ("tell", "inform", "assure", "remind", "advise", "notify", "warn"):
            first = self._past_hearer(first)
        while first < len(words) and (
            words[first].word in (",", ":") or words[first].low == "that"
        ):
            first += 1
        last = len(words) - 1
        while last > first and words[last].word in (".", ",", ";"):
            last -= 1
        if last - first + 1 < CONTENT_WORDS:
            return None
        return Span(words[first].start, words[last].end)

    def _past_hearer(self, first: int) -> int:
        words = self.clause.words
        for index in range(first, min(first + 9, len(words))):
            if words[index].low == "that" or words[index].word in (":", *_OPENERS):
                return index
            if words[index].low in HEARERS:
                return index + 1
        hearer = self.clause.phrase_from(first, apposition=False)
        if hearer is None:
            return first
        return min(hearer[1], first + 3) + 1

    # --- phrases -----------------------------------------------------------------------------

    def phrase(self) -> FoundAttribution | None:
        """Read "according to X", "per X", "based on X", "was quoted as saying"."""
        cue = Span(self.start, self.end)
        words = self.clause.words
        first, after = self.clause.at(self.start), self.clause.at(self.end)
        low = cue.of(self.clause.text).lower()
        if low.endswith("saying"):
            source = self.clause.subject(first)
            verb = CueVerb("say", Stance.ASSERTED, CueForm.FINITE, needs_clause=False)
            content = self._after(after - 1, verb) or self._before(first - 1)
            if source is None:
                return None
            return FoundAttribution(cue, self.clause.span_of(*source), content, Stance.ASSERTED)
        if low == "per" and _PER_UNIT.match(self.clause.text, self.end):
            return None
        source = self._source(first, after)
        if source is None:
            return None
        if low.startswith("based") and not words[source[0]].capital:
            return None
        content = self._around(first, source[1])
        if low in ("citing", "quoting") and first > 0 and words[first - 1].word != ",":
            return None
        return FoundAttribution(cue, self.clause.span_of(*source), content, Stance.ASSERTED)

    def _source(self, first: int, after: int) -> tuple[int, int] | None:
        """Return who follows a cue, without the clause that follows an opening "according to X,".

        "According to Vell, the army burned it" tells of no Vell who is an army.
        """
        long = self.clause.phrase_from(after)
        if long is None or self._words_before(first) >= CONTENT_WORDS or self._closed(long[1]):
            return long
        bare = self.clause.phrase_from(after, apposition=False)
        words = self.clause.words
        comma = bare is not None and bare[1] < long[1] and words[bare[1] + 1].word == ","
        return bare if comma else long

    def _words_before(self, first: int) -> int:
        return sum(word.is_word for word in self.clause.words[:first])

    def _closed(self, last: int) -> bool:
        """Whether a comma ends a phrase, and a clause with a subject of its own follows."""
        words = self.clause.words
        if last + 2 >= len(words) or words[last + 1].word != ",":
            return False
        low = words[last + 2].low
        return low not in _GOES_ON and not low.endswith("ing")

    def _around(self, first: int, last: int) -> Span | None:
        """What "according to X" is about: the clause after it when it opens, else before it."""
        words = self.clause.words
        opens = self._words_before(first) < CONTENT_WORDS
        after = words[last + 1] if last + 1 < len(words) else None
        if not opens and not (after is not None and after.word == "," and self._mid(first, last)):
            return self._before(first - 1)
        begin = last + 1
        while begin < len(words) and not words[begin].is_word and words[begin].word not in _OPENERS:
            begin += 1
        stop = len(words) - 1
        while stop > begin and words[stop].word in (".", ",", ";"):
            stop -= 1
        if begin >= len(words) or stop < begin:
            return self._before(first - 1)
        return Span(words[begin].start, words[stop].end)

    def _mid(self, first: int, last: int) -> bool:
        """Read "many observers, according to X, said …": the longer side holds what is said."""
        return len(self.clause.words) - last > 3 * first
