"""Noun phrases to the left and right of a cue, by closed word classes; no parser.

A phrase ends at punctuation, a conjunction, a verb or a determiner that opens it;
prepositional parts and appositions between commas belong to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from recount.model import Span
from recount.resources.voices.words import CueForm, CueVerb, SpeechWords, speech_words

_TOKEN = re.compile(r"(?:[^\W_]+(?:[’'.&/-](?=[^\W_])[^\W_]+)*)|[^\w\s]|_")
_INITIALS = re.compile(
    r"^(?:[A-Z]\.)*[A-Z]$|^(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Maj|Capt|Brig|Sen|Rep|Gov|St|Prof|Rev)$"
)

PHRASE_WORDS = 14
"""Longest noun phrase to the left of a verb, in words (PolNeAR train: 97 % of sources)."""

APPOSITION_WORDS = 18
"""Longest apposition between commas, in words."""

APPOSITIONS = 2
"""Appositions in a row that a name may have before its verb."""

RIGHT_WORDS = 24
"""Longest noun phrase to the right of a cue, in words."""

SENTENCES_KEPT = 128
"""Sentences kept as words: those of one document, which two finders read one after the other."""

LEAD_WORDS = 25
"""Words at the start of a sentence among which a dateline or a leading phrase ends."""

QUOTED_NAME_WORDS = 7
"""Longest name in quotation marks inside a noun phrase."""

JOINT_WORDS = 4
"""Longest first part of a joint subject ("Human Rights Watch and the ministry"), in words."""

_QUOTES = frozenset('"“”«»')


def _finite(verb: CueVerb, low: str) -> bool:
    """Whether a reporting verb's form can be no part of a noun phrase."""
    return verb.form is CueForm.FINITE and not low.endswith("s")


class Word(NamedTuple):
    """A word or mark of a sentence: ``text[start:end]`` and its folded form."""

    start: int
    end: int
    word: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.word[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital or a digit."""
        return self.word[0].isupper() or self.word[0].isdigit()


@dataclass(slots=True)
class Clause:
    """A sentence as words, with look-up of noun phrases beside a word."""

    text: str
    span: Span
    words: list[Word] = field(init=False)
    sets: SpeechWords = field(default_factory=speech_words)

    def __post_init__(self) -> None:
        mixed = not self.span.of(self.text).isupper()
        words: list[Word] = []
        for match in _TOKEN.finditer(self.text, self.span.start, self.span.end):
            word = match.group()
            # An abbreviation ("IS") keeps its capitals, so that no small word matches it.
            kept = mixed and len(word) > 1 and word.isupper()
            words.append(Word(match.start(), match.end(), word, word if kept else word.lower()))
        self.words = words
        self._join_initials()

    def _join_initials(self) -> None:
        """Let the dot of an initial or title ("U.S.", "Gen.") belong to its word."""
        joined: list[Word] = []
        for word in self.words:
            last = joined[-1] if joined else None
            if (
                word.word == "."
                and last is not None
                and last.end == word.start
                and _INITIALS.match(last.word)
                and word.end < self.span.end
            ):
                joined[-1] = Word(last.start, word.end, last.word + ".", last.low)
            else:
                joined.append(word)
        self.words = joined

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after an offset of the text."""
        for index, word in enumerate(self.words):
            if word.start >= offset:
                return index
        return len(self.words)

    def span_of(self, first: int, last: int) -> Span:
        """Return the range from word ``first`` to word ``last``, both included."""
        return Span(self.words[first].start, self.words[last].end)

    # --- to the left -------------------------------------------------------------------------

    def before_verb(self, verb: int) -> int:
        """Return the index of the last word before a verb's adverbs and auxiliaries."""
        at = verb - 1
        while at >= 0 and self.words[at].low in self.sets.adverbs | self.sets.auxiliaries:
            at -= 1
        return at

    def subject(self, verb: int) -> tuple[int, int] | None:
        """Return first and last word of the noun phrase that a verb follows, if any."""
        return self.phrase_ending(self.before_verb(verb))

    def phrase_ending(self, last: int) -> tuple[int, int] | None:
        """Return first and last word of the noun phrase that ends at word ``last``."""
        if last < 0:
            return None
        mark = self.words[last]
        if mark.word in (",", "—", "–"):
            return self._before_apposition(last)
        if mark.word == ")":
            opening = self._back_to(last, "(")
            if opening is None:
                return None
            inner = self.phrase_ending(opening - 1)
            return None if inner is None else (inner[0], last)
        if mark.low in self.sets.pronouns:
            return last, last
        if not mark.is_word:
            return None
        first = self._left_edge(last)
        return None if first is None else (first, last)

    def _back_to(self, at: int, mark: str) -> int | None:
        for index in range(at - 1, max(-1, at - APPOSITION_WORDS - 1), -1):
            if self.words[index].word == mark:
                return index
        return None

    def _before_apposition(self, comma: int) -> tuple[int, int] | None:
        opening = self._back_to(comma, self.words[comma].word)
        if opening is None or opening == comma - 1 or opening == 0:
            return None
        if self.words[opening - 1].word == ")":  # "the Front (DF), an offshoot of X, said"
            named = self.phrase_ending(opening - 1)
            return None if named is None else (named[0], comma - 1)
        if self.words[opening - 1].word in _QUOTES or not self.words[opening - 1].is_word:
            return None
        first = self._left_edge(opening - 1)
        if first is None:
            return None
        return self._through_appositions(first), comma - 1

    def _through_appositions(self, first: int) -> int:
        """Go on from "a leading expert on X, and the director of Y" to the name before them."""
        for _ in range(APPOSITIONS):
            at = first - 1
            if at >= 0 and self.words[at].low == "and":
                at -= 1
            lead = self.words[first].low
            if at < 1 or self.words[at].word != "," or lead not in self.sets.determiners:
                return first
            before = self._left_edge(at - 1)
            if before is None or not self.words[before].capital:
                return first
            first = before
        return first

    def _left_edge(self, last: int) -> int | None:
        first = None
        at = last
        while at >= 0 and last - at < PHRASE_WORDS:
            word = self.words[at]
            if word.word in _QUOTES:
                opening = self._quoted_name(at)
                if opening is None:
                    break
                first, at = opening, opening - 1
                continue
            if not self._inside(at, last):
                break
            if word.low not in self.sets.prepositions:
                first = at
            if (
                word.low in self.sets.determiners
                and not self._follows_preposition(at)
                and not (
                    at > 0 and self.words[at - 1].low == "and" and self._joins_subjects(at - 1)
                )
            ):
                break
            at -= 1
        return first

    def _quoted_name(self, closing: int) -> int | None:
        """Where a short capital name in quotation marks that closes at a word opens."""
        for index in range(closing - 1, max(-1, closing - QUOTED_NAME_WORDS - 1), -1):
            word = self.words[index]
            if word.word in _QUOTES:
                return index if index < closing - 1 and self.words[index + 1].capital else None
            if not word.is_word:
                return None
        return None

    def _inside(self, at: int, last: int) -> bool:
        """Whether a word can belong to the phrase that ends at ``last``."""
        word = self.words[at]
        low = word.low
        if word.word in ("'", "’", "%", "$", "[", "]"):
            return at < last
        if not word.is_word:
            return False
        if low in ("and", "&"):
            return self._joins_names(at)
        if low in self.sets.breakers:
            return False
        if low in self.sets.prepositions:
            return at < last and at > 0 and self._noun_like(at - 1)
        verb = self.sets.verbs.get(low)
        if verb is not None and at < last and not word.capital and _finite(verb, low):
            return False
        return low not in self.sets.pronouns or word.capital

    def _joins_names(self, at: int) -> bool:
        if at == 0 or at + 1 >= len(self.words):
            return False
        left, right = self.words[at - 1], self.words[at + 1]
        if right.low in self.sets.breakers or right.low in self.sets.pronouns:
            return False  # in a text set in capitals every word looks like a name
        return left.is_word and left.capital and (right.capital or right.low in ("the", "its"))

    def _joins_subjects(self, conjunction: int) -> bool:
        """Whether "and" before "the" joins two names and not the ends of two clauses."""
        if not self._joins_names(conjunction):
            return False
        at = conjunction - 1
        while at >= 0 and conjunction - at <= JOINT_WORDS and self.words[at].capital:
            at -= 1
        if at < 0:
            return True
        word = self.words[at]
        return word.low in self.sets.determiners or word.low in ("that", ",", "“", '"')

    def _noun_like(self, at: int) -> bool:
        word = self.words[at]
        return (
            word.is_word
            and word.low not in self.sets.breakers
            and word.low not in self.sets.prepositions
            and word.low not in self.sets.adverbs
            and word.low not in self.sets.pronouns
            and not (not word.capital and word.low in self.sets.verbs and word.low.endswith("ed"))
        )

    def _follows_preposition(self, at: int) -> bool:
        before = at - 1
        return (
            before > 0
            and self.words[before].low in self.sets.prepositions
            and self._noun_like(before - 1)
        )

    def opening(self) -> tuple[int, int] | None:
        """Return first and last word of the noun phrase that the main clause opens with.

        A leading "In October," or "After the attack," is passed over.
        """
        if not self.words:
            return None
        first = 1 + max(
            (i for i, word in enumerate(self.words[:LEAD_WORDS]) if word.word in ("]", "—")),
            default=-1,
        )
        if first < len(self.words) and self.words[first].low in self.sets.prepositions | {
            "after",
            "before",
            "during",
            "following",
            "according",
        }:
            lead = range(first, min(len(self.words), first + LEAD_WORDS))
            comma = next((i for i in lead if self.words[i].word == ","), None)
            first = first if comma is None else comma + 1
        return self.phrase_from(first, apposition=False)

    def before_relative(self, pronoun: int) -> tuple[int, int] | None:
        """Return the noun phrase that "who", "which" or "that" stands for."""
        at = pronoun - 1
        while at >= 0 and self.words[at].word in (",", "-", "–", "—"):
            at -= 1
        if at < 0 or not self.words[at].is_word:
            return None
        first = self._left_edge(at)
        return None if first is None else (first, at)

    # --- to the right ------------------------------------------------------------------------

    def phrase_from(self, first: int, *, apposition: bool = True) -> tuple[int, int] | None:
        """Return first and last word of the noun phrase that starts at word ``first``."""
        while first < len(self.words) and self.words[first].low in ("both", "either"):
            first += 1
        if first >= len(self.words):
            return None
        start = self.words[first]
        if start.low in self.sets.pronouns - {"some", "many", "others"}:
            return first, first
        if not start.is_word or start.low in self.sets.breakers | self.sets.auxiliaries:
            return None
        last = self._right_edge(first)
        if last is None:
            return None
        if apposition:
            last = self._with_apposition(first, last)
        return first, last

    def _right_edge(self, first: int) -> int | None:
        last = None
        at = first
        while at < len(self.words) and at - first < RIGHT_WORDS:
            word = self.words[at]
            if word.word == "(" and at > first:
                closing = next(
                    (
                        i
                        for i in range(at, min(at + 6, len(self.words)))
                        if self.words[i].word == ")"
                    ),
                    None,
                )
                if closing is None:
                    break
                last, at = closing, closing + 1
                continue
            if not word.is_word and word.word not in ("'", "’", "$", "[", "]"):
                break
            if word.low in ("and", "&"):
                if not (self._joins_names(at) and last is not None):
                    break
            elif at > first and self._ends_right(word, at):
                break
            if word.low not in self.sets.prepositions and word.is_word and word.low != "and":
                last = at
            at += 1
        return last

    def _ends_right(self, word: Word, at: int) -> bool:
        if word.low in self.sets.breakers or word.low in self.sets.pronouns:
            return True
        if word.capital:
            return False
        before = self.words[at - 1]
        return word.low in self.sets.verbs and before.low not in (
            *self.sets.determiners,
            *self.sets.prepositions,
        )

    def _with_apposition(self, first: int, last: int) -> int:
        """Add ", a spokesman for X" and ", who …" up to the next comma or the end."""
        comma = last + 1
        if comma + 1 >= len(self.words) or self.words[comma].word != ",":
            return last
        after = self.words[comma + 1]
        if after.low not in self.sets.determiners | {
            "who",
            "head",
            "director",
            "chief",
            "spokesman",
        }:
            return last
        if not self.words[first].capital and self.words[first].low not in self.sets.determiners:
            return last
        for index in range(comma + 1, min(len(self.words), comma + 1 + RIGHT_WORDS)):
            word = self.words[index]
            if word.word in (",", ";", ".", "—", *_QUOTES):
                return index - 1
            if word.low in self.sets.verbs and word.low.endswith("ing"):
                return index - 1
        return last


@lru_cache(maxsize=SENTENCES_KEPT)
def clause_of(text: str, span: Span) -> Clause:
    """Return a sentence as words; attributions and responsibility share the last ones."""
    return Clause(text, span)
