"""What a description or a pronoun of a person stands for: somebody whom the text told of before.

"The general" after "General Osman Bireh", "the newspaper" after "the Merin Herald", "the
besieged fighters" after a siege, "she" after "the mayor of Olsk". Where two fit equally,
nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recount.model import Span
from recount.resolve.actor_tellings import (
    Telling,
    is_plural,
    is_title,
    parted,
    relation_words,
    sentence_starts,
    singular,
    singulars,
    stand_for,
    tellings,
    told_words,
)
from recount.resources.actors.spelling import one_name, skeleton_of
from recount.resources.actors.tokens import word_set
from recount.resources.grammar.words import read_vocabulary

REACH = 1200
"""Characters before words in which whom they stand for may be told of."""
_SENTENCES = 3
"""Sentences back in which a pronoun's person is looked for."""

_DEFINITE = re.compile(r"^(?:the|this|that|these|those|both)\s+", re.IGNORECASE)
_PART = re.compile(r"\s(?:of|in|from|at|on|with|who|for|near)\s.*$")
_AGE = re.compile(r"^(\d{1,3})-year-old")
_ANY = frozenset(
    word_set(
        """group organization organisation movement outfit side faction man force fighter militant
        camp splinter offshoot winner loser"""
    )
)
"""Nouns that any group may be called by once another word tells which."""
_ARMED = word_set("""militant rebel insurgent guerrilla terrorist extremist jihadist gunman""")
_DIRECTIONS = word_set("""northern southern eastern western central""")
_STEM = 5
"""Letters of the shortest word of a name that "northerners" takes up."""

_EXACT, _FITS, _KIN = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Description:
    """A definite description ("the besieged fighters"): its noun, and words that tell which."""

    noun: str
    plural: bool
    telling: frozenset[str]
    age: str | None


def described(words: str) -> Description | None:
    """Return what a definite description asks for; ``None`` for names and longer words.

    >>> described("the besieged fighters").noun
    'fighter'
    """
    definite = _DEFINITE.match(words)
    if definite is None and words not in ("Officers", "officers"):
        return None
    rest = (words if definite is None else words[definite.end() :]).split()
    if len(rest) == 0 or _PART.search(words) is not None or rest[-1][:1].isupper():
        return (
            None
            if rest != ["Officers"]
            else Description("officer", plural=True, telling=frozenset(), age=None)
        )
    age = _AGE.match(rest[-1])
    telling = {w for w in rest[:-1] if w[0].isupper() or _tells(w)}
    return Description(
        singular(rest[-1]),
        is_plural(rest[-1]),
        singulars(tuple(telling)),
        None if age is None else age[1],
    )


def _tells(word: str) -> bool:
    low = word.casefold()
    return low in _DIRECTIONS or low in relation_words()


def stands_for(text: str, span: Span, words: str, *, exact: bool = False) -> Telling | None:
    """Return the telling before a span that a definite description takes up.

    Args:
        text: the whole text.
        span: the words in it.
        words: the words without blanks around.
        exact: only where the text itself says who is called so.
    """
    asked = described(words)
    if asked is None or elsewhere(text, span):
        return None
    near = [
        t for t in tellings(text) if t.span.end <= span.start and span.start - t.span.end < REACH
    ]
    scored = [(fit, t) for t in near if (fit := _fit(asked, t)) > 0]
    best = max((fit for fit, _ in scored), default=0)
    if best == 0 or (exact and best < _EXACT):
        return None
    fits = [t for fit, t in scored if fit == best]
    last = [t for t in fits if t.sentence == fits[-1].sentence]
    return last[-1] if len({t.key for t in last}) == 1 else None


def _fit(asked: Description, told: Telling) -> int:
    """How well a telling fits a description; 0: not at all."""
    if not asked.telling <= told.about or (asked.age is not None and asked.age != told.age):
        return 0
    if asked.age is not None:
        return _EXACT
    group = not told.person and told.name != ""
    if asked.noun in relation_words():
        return _EXACT if asked.noun in told.about else 0
    if asked.noun in told.said and not asked.plural:
        return _EXACT
    if asked.noun in told.about:
        return _same_number(asked, told, group=group)
    if len(asked.telling) > 0 and group and asked.noun in _ANY:
        return _EXACT
    if _stem_fits(asked, told):
        return _EXACT if group else 0
    return _kin(asked, told, group=group)


def _same_number(asked: Description, told: Telling, *, group: bool) -> int:
    """One member is not the group: the numbers of the nouns must be the same."""
    if group:
        return _EXACT if len(asked.telling) > 0 else _FITS
    return _FITS if asked.plural == told.plural else 0


def _kin(asked: Description, told: Telling, *, group: bool) -> int:
    if told.person and not told.plural:
        if not asked.plural and any(asked.noun in s and told.about & g for s, g in _ranks()):
            return _KIN
        again = asked.noun in told_words("again")
        return _KIN if again and not asked.plural and told.name != "" else 0
    member = asked.noun in stand_for().persons
    if member and not asked.plural:
        return 0
    if group and (asked.noun in _ANY or asked.noun in _ARMED):
        return _KIN
    for short, long in stand_for().sorts:
        if asked.noun in short and long & told.about and (group or not told.person):
            return _KIN
    return 0


@cache
def _ranks() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of nouns for one person and the titles that they fit ("the cleric": "Sheikh")."""
    table = read_vocabulary("actors_stand_for")["rank"]
    return tuple((frozenset(r["short"].split()), frozenset(r["long"].split())) for r in table)


def _stem_fits(asked: Description, told: Telling) -> bool:
    """Whether "the northerners" takes up "the Northern League"."""
    if not asked.plural or not asked.noun.endswith("er"):
        return False
    stem = asked.noun.removesuffix("er")
    return len(stem) >= _STEM and any(word.startswith(stem) for word in told.about)


_FOLLOWS = re.compile(r",\s+(?:the\s+)?$")


def apposed(text: str, span: Span, words: str) -> Telling | None:
    """Return the name that follows a description beside it ("a rival group, the Ash Column,")."""
    if _ONE.match(words) is None or not words.rsplit(maxsplit=1)[-1][:1].isalpha():
        return None
    for told in tellings(text):
        if told.span.start > span.end:
            joined = _FOLLOWS.fullmatch(text[span.end : told.span.start]) is not None
            ends = text[told.span.end : told.span.end + 1] in (",", ".", "")
            return told if joined and ends and told.name and told.said else None
    return None


# --- pronouns and surnames -----------------------------------------------------------------------


def person_before(text: str, span: Span, pronoun: str) -> Telling | None:
    """Return the person whom "he" or "she" stands for: of each sentence back, its first one."""
    before = [t for t in tellings(text) if t.span.end <= span.start]
    fits = [t for t in before if t.person and not t.plural and _of_sex(t, pronoun)]
    if len(fits) == 0:
        return None
    here = _sentence_of(text, span)
    for back in range(_SENTENCES):
        told = [t for t in fits if t.sentence == here - back]
        if len(told) > 0:
            return told[0]
    return None


def group_before(text: str, span: Span) -> Telling | None:
    """Return the only group named in the sentence before that "they" may stand for."""
    here = _sentence_of(text, span)
    fits = [
        t
        for t in tellings(text)
        if t.span.end <= span.start and t.sentence == here - 1 and t.name and not t.person
    ]
    return fits[-1] if len({t.key for t in fits}) == 1 else None


def _sentence_of(text: str, span: Span) -> int:
    return bisect_right(sentence_starts(text), span.start)


def _of_sex(told: Telling, pronoun: str) -> bool:
    wrong = "female" if pronoun in ("he", "him", "his", "himself") else "male"
    return not told.about & told_words(wrong)


def full_name(text: str, span: Span, words: str) -> Telling | None:
    """Return the only person named before in full whose last name words are.

    >>> said = "Minister Lena Orsk came. Orsk left."
    >>> full_name(said, Span(25, 29), "Orsk").name
    'Lena Orsk'
    """
    _, bare = parted(words)
    if bare == "" or not bare[0].isupper() or is_title(bare):
        return None
    fits = [t for t in _by_end(text).get(bare, ()) if t.span.end <= span.start]
    longer: Sequence[Telling] = [t for t in fits if t.name != words]
    return longer[-1] if len({t.name for t in longer}) == 1 else None


def spelt_otherwise(text: str, span: Span, words: str) -> Telling | None:
    """Return the person named before whose name words are in another transcription."""
    _, bare = parted(words)
    alike = _by_sound(text).get(_sound(bare), ())
    fits = (t for t in alike if t.span.end <= span.start and one_name(t.name, bare))
    return next(fits, None)


@lru_cache(maxsize=8)
def _by_end(text: str) -> dict[str, list[Telling]]:
    """Return the persons named in a text by each run of words that ends their names."""
    found: dict[str, list[Telling]] = {}
    for told in tellings(text):
        parts = told.name.split(" ") if told.person else []
        for first in range(len(parts)):
            found.setdefault(" ".join(parts[first:]), []).append(told)
    return found


@lru_cache(maxsize=8)
def _by_sound(text: str) -> dict[tuple[str, ...], list[Telling]]:
    """Return the persons named in a text by what transcriptions of their names share."""
    found: dict[tuple[str, ...], list[Telling]] = {}
    for told in tellings(text):
        if told.person and told.name:
            found.setdefault(_sound(told.name), []).append(told)
    return found


def _sound(name: str) -> tuple[str, ...]:
    return tuple(map(skeleton_of, name.split()))


_ELSEWHERE = re.compile(
    r"\b(?:[Ii]n\s+(?:neighbou?ring|another|nearby)\s+[A-Z]?\w+|[Ee]lsewhere|[Aa]cross\s+the\s+(?:border"
    r"|sea|strait|lake|river)|[Oo]verseas)\b[^.]*$"
)
"""Words that move a sentence into another country, where others are "the rebels"."""


def elsewhere(text: str, span: Span) -> bool:
    """Return whether a sentence has moved to another country before a short form in the plural."""
    begin = sentence_starts(text)[_sentence_of(text, span) - 1]
    plural = is_plural(span.of(text).split()[-1])
    return plural and _ELSEWHERE.search(text, begin, span.start) is not None


_ONE = re.compile(r"^(?:an?|the|one|another|its|their)\s+", re.IGNORECASE)


def is_single(words: str) -> bool:
    """Return whether words tell of one member or leader of a group.

    >>> is_single("a Taliban fighter"), is_single("the Taliban"), is_single("a leader of the PKK")
    (True, False, True)
    """
    article = _ONE.match(words)
    if article is None:
        return False
    heads = _PART.sub("", words[article.end() :]).split()
    return len(heads) > 0 and heads[-1] in stand_for().persons | _PARTS


_PARTS = word_set("""member branch wing faction league chapter offshoot cell unit""")
"""Nouns of one of many and of a part of a group."""
