"""Where a text tells of somebody, by a name or by a description, and what it says of them.

"General Osman Bireh", "the Tarn Eagles, a Christian militia", "the mayor of Olsk": each telling
has words about whom it tells, by which "the general", "the militia" and "she" find it again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate

from recount.model import Span
from recount.resolve.actor_descriptions import descriptions
from recount.resolve.actor_phrases import ORGANISED, after_openers, runs
from recount.resources.actors.load import generic_words
from recount.resources.actors.tokens import is_capitals, word_set
from recount.resources.grammar.words import read_vocabulary
from recount.resources.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where somebody is told of.

    ``name`` is empty for a description; ``about`` holds small words in the singular that say
    who it is; ``plural``: a description of several. ``said``: of these, the words of a
    description beside the name, which ends at ``upto``.
    """

    span: Span
    name: str
    about: frozenset[str]
    person: bool
    sentence: int
    plural: bool = False
    age: str | None = None
    said: frozenset[str] = frozenset()
    upto: int = 0

    @property
    def key(self) -> object:
        """What tells one from another: the name, or the words of a description."""
        return self.name or (self.about, self.plural)


@dataclass(frozen=True, slots=True)
class StandFor:
    """The words of ``vocabulary/actors_stand_for.toml``, in the singular."""

    sorts: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Pairs of short forms and the words of names that they fit."""
    persons: frozenset[str]


@cache
def stand_for() -> StandFor:
    """Return the nouns that stand for an actor told before."""
    table = read_vocabulary("actors_stand_for")
    return StandFor(
        tuple((singulars(s["short"].split()), singulars(s["long"].split())) for s in table["sort"]),
        frozenset(table["persons"]["words"].split()),
    )


_POSSESSIVE = re.compile(r"[’']s?$")
_KEPT_WORDS = 1 << 13
"""Words whose singulars are kept: those of some articles, each asked for many times."""


@lru_cache(maxsize=_KEPT_WORDS)
def singular(word: str) -> str:
    """Return a noun in small letters and in the singular, by its ending alone.

    >>> singular("Gunmen"), singular("parties"), singular("Press")
    ('gunman', 'party', 'press')
    """
    low = _POSSESSIVE.sub("", word.casefold())
    if low.endswith("men"):
        return f"{low[:-2]}an"
    if low.endswith("ies") and len(low) > len("ties"):
        return f"{low[:-3]}y"
    return low if low.endswith(("ss", "us", "is")) else low.removesuffix("s")


def singulars(words: Sequence[str]) -> frozenset[str]:
    """Return the singulars of words."""
    return frozenset(map(singular, words))


@lru_cache(maxsize=8)
def tellings(text: str) -> tuple[Telling, ...]:
    """Return where a text tells of somebody, in order; none in a text set in capitals."""
    if is_capitals(text):
        return ()
    starts = sentence_starts(text)
    names = list(_names(text, starts))
    names = list(_related(text, names))
    begins = [n.span.start for n in names]
    reached = [0, *accumulate((max(n.span.end, n.upto) for n in names), max)]
    described = [
        d
        for d in _descriptions(text, starts)
        if d.span.start >= reached[bisect_right(begins, d.span.end + 1)]
    ]
    return tuple(sorted((*names, *described), key=lambda t: (t.span.start, t.span.end)))


# --- names ---------------------------------------------------------------------------------------

_TITLES, _TITLES_REACH = 4, 50
"""Words right before a name ("the rebel commander Tovan Rel") that count, and characters."""
_WORD = re.compile(r"[A-Za-z][\w-]*")
_WORD_END = re.compile(r"\b[A-Za-z][\w-]*$")
_AGED = re.compile(r",?\s+(?:aged\s+)?(\d{1,3}),")
_OLD = re.compile(r"\b(\d{1,3})-year-old\b")
_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|outside|around|towards?|into|(?:city|town|village|province|capital"
    r"|port|governor|mayor|bishop|district|state|people|streets)\s+of)\s+(?:the\s+)?$"
)
"""Words before the name of a place."""
_APPOSED = re.compile(
    r"(?:,\s*\d{1,3})?(?:,\s+|\s+(?:is|was|are|were)\s+)(?:an?|the|its|his|her|their)\s+"
    r"((?:[\w-]+\s+){0,4}?[a-z][\w-]*)(?=[,.;)]|\s+(?:of|in|who|that|which|from|with|based|led)\b)"
)
"""What a name's bearer is said to be."""
_SAID_BEFORE = re.compile(
    r"\b(?:an?|the|its|his|her|their|[A-Z][\w-]*[’']s)\s+((?:[\w-]+\s+){0,3}?[a-z][\w-]*)"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’' -]*?)?,\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""A description that a name follows ("a faction of the Reed Front, the Ash Column")."""
_SAID_REACH = 90
"""Characters before a name in which such a description is looked for."""
_LEADS = re.compile(r"[\w-]+")


def _names(text: str, starts: Sequence[int]) -> Iterator[Telling]:
    for first, end in runs(text):
        start = after_openers(text, first, end)
        name = _POSSESSIVE.sub("", " ".join(text[start:end].split()))
        told = _named(text, name, start, start + len(name), starts)
        if told is not None:
            yield told


def _named(text: str, name: str, start: int, end: int, starts: Sequence[int]) -> Telling | None:
    title, bare = parted(name)
    before = _title_before(text, start)
    many = len(bare.split()) > 1
    if bare == "" or not (many or title or before):
        return None
    body = is_body(bare)
    if not body and not title and not before and _PLACED.search(text, max(0, start - 30), start):
        return None
    what = _APPOSED.match(text, end)
    what = what if what is not None and _is_noun(what[1].split()[-1]) else None
    said = {*(() if what is None else what[1].split()), *_said_before(text, start)}
    about = {*_LEADS.findall(bare), *title, *before, *said}
    article = not title and not before and text[:start].endswith(("the ", "The "))
    age = _AGED.match(text, end) or _OLD.search(text, max(0, start - 30), start)
    return Telling(
        Span(start, end),
        bare if many else name,
        singulars(tuple(about)),
        not body and not article and not (singulars((*before, *said)) & _bodies()),
        bisect_right(starts, start),
        age=None if age is None else age[1],
        said=singulars(tuple(said)),
        upto=0 if what is None else what.end(),
    )


@lru_cache(maxsize=_KEPT_WORDS)
def is_body(name: str) -> bool:
    """Return whether a name has a noun of groups or institutions in it."""
    return ORGANISED.search(name) is not None or bool(singulars(name.split()) & _bodies())


@cache
def _bodies() -> frozenset[str]:
    """Words in the names of groups and institutions."""
    longs = frozenset[str]().union(*(long for _, long in stand_for().sorts))
    return longs | {"militia", "group", "movement", "bank", "university", "institute"}


def parted(name: str) -> tuple[tuple[str, ...], str]:
    """Return the titles before a person's name and the name ("Defence Minister Lena Orsk")."""
    words = name.split()
    last = max((at for at, word in enumerate(words) if is_title(word)), default=-1)
    rest = words[last + 1 :]
    if is_body(" ".join(rest)) or (len(rest) > 0 and not is_upper(rest[0])):
        return (), name
    return tuple(words[: last + 1]), " ".join(words[last + 1 :])


def is_upper(word: str) -> bool:
    """Return whether a word of a name has its capital ("al-Sadr" has)."""
    return any(mark.isupper() for mark in word)


def is_title(word: str) -> bool:
    """Return whether a word is a title or a rank."""
    low = word.casefold().rstrip(".")
    return low in stand_for().persons or low in _titles()


@cache
def _titles() -> frozenset[str]:
    return told_words("titles") - {"the", "his", "her", "their", "its"}


@cache
def told_words(name: str) -> frozenset[str]:
    """Return a list of ``vocabulary/told.toml``."""
    return frozenset(read_vocabulary("told")[name].split())


@lru_cache(maxsize=8)
def sentence_starts(text: str) -> tuple[int, ...]:
    """Return where the sentences of a text start."""
    return tuple(sentence.start for sentence in split_sentences(text))


def _title_before(text: str, start: int) -> tuple[str, ...]:
    words = _words_before(text, start)
    if len(words) == 0 or not _is_noun(words[-1]):
        return ()
    kept: list[str] = []
    for word in reversed(words):
        if word.casefold() in _SMALL:
            break
        kept.append(word)
    return tuple(kept)


def _words_before(text: str, start: int) -> list[str]:
    """Return up to four words that stand right before a name, with only blanks between."""
    low = max(0, start - _TITLES_REACH)
    near = text[low:start]
    if not near[-1:].isspace():
        return []
    words = near.split()
    if low > 0 and not (near[0].isspace() or text[low - 1].isspace()):
        del words[0]  # the window cuts it
    kept: list[str] = []
    for word in reversed(words[-_TITLES:]):
        whole = _WORD.fullmatch(word)
        if whole is None:
            end = _WORD_END.search(word)
            return [*([] if end is None else [end.group()]), *kept]
        kept.insert(0, word)
    return kept


def _said_before(text: str, start: int) -> tuple[str, ...]:
    before = text[max(0, start - _SAID_REACH) : start].rstrip()
    if before[-3:].lower() == "the":
        before = before[:-3].rstrip()
    if not before.endswith(","):
        return ()  # the pattern, which finds no more than this, takes far longer to say so
    found = _SAID_BEFORE.search(text, max(0, start - _SAID_REACH), start)
    words = [] if found is None else found[1].split()
    return tuple(words) if len(words) > 0 and _is_noun(words[-1]) else ()


_SMALL = word_set(
    """the a an of in on at by to and or but from with for as is was were are be been his her its
    their said that which who after before when while two three killed shot against"""
)


def _is_noun(word: str) -> bool:
    """Whether a word is a noun for persons or groups."""
    return singular(word) in _nouns() or ORGANISED.fullmatch(word) is not None


@cache
def _nouns() -> frozenset[str]:
    armed = {singular(word) for word, _, _ in generic_words().armed if " " not in word}
    shorts = frozenset[str]().union(*(short for short, _ in stand_for().sorts))
    people = {singular(word) for word in generic_words().people if " " not in word}
    return frozenset(armed) | shorts | people | stand_for().persons | _bodies()


# --- descriptions --------------------------------------------------------------------------------


def generic_and_plural() -> frozenset[str]:
    """Return the nouns of descriptions as they are met, singular and plural."""
    nouns = _nouns() - {"air", "right", "star", "post", "cross", "nation", "aid", "other"}
    nouns -= {"rifle", "shield", "eagle", "doctor", "time", "new", "limited", "society"}
    plurals = {f"{n[:-2]}en" if n.endswith("man") else f"{n}s" for n in nouns}
    return frozenset(nouns | plurals)


@cache
def _described() -> frozenset[str]:
    return generic_and_plural()


def _descriptions(text: str, starts: Sequence[int]) -> Iterator[Telling]:
    for found in descriptions(text, _described(), _SMALL):
        about = singulars([w for w in _LEADS.findall(found.words) if w.casefold() not in _SMALL])
        yield Telling(
            found.span,
            "",
            about,
            singular(found.noun) in stand_for().persons,
            bisect_right(starts, found.span.start),
            plural=is_plural(found.noun),
        )


def is_plural(noun: str) -> bool:
    """Return whether a noun stands in the plural, by its ending alone."""
    return singular(noun) != noun.casefold()


# --- what a sentence says of two at once ---------------------------------------------------------

_RELATIONS = (
    (
        r"\b(?:split|broke|broken|seceded|splintered|parted)\s+(?:\w+\s+){0,2}?(?:from|with)\b",
        "splinter breakaway offshoot dissident dissenter seceder",
        "parent mother main original",
    ),
    (
        r"\b(?:besieg|surround|ring|encircl|trapp)\w*\b|\blaid\s+siege\b",
        "besieger besieging attacker",
        "besieged trapped encircled surrounded defender",
    ),
    (
        r"\b(?:attack|raid|storm|ambush|assault|shell|bomb)(?:s|ed)\b|\bstruck\b",
        "attacker assailant raider ambusher",
        "defender",
    ),
    (
        r"\b(?:defeat|rout|vanquish)(?:s|ed)\b|\bbeat(?:s|en)?\b",
        "winner victor",
        "loser defeated vanquished",
    ),
    (r"\b(?:lost|loses|surrendered)\b[^.]*\bto\b", "loser defeated", "winner victor"),
    (r"\b(?:kidnapp|abduct|captur|seiz)\w*\b", "kidnapper abductor captor", "captive"),
    (r"\b(?:accus|blam)(?:e|es|ed|ing)\b", "accuser", "accused"),
)
"""Verbs between two names, and the words that they make fit for each."""
_VERBS = tuple(
    (re.compile(verb), tuple(doer.split()), tuple(done.split())) for verb, doer, done in _RELATIONS
)
_BY = re.compile(r"\bby\s+(?:[\w’-]+\s+){0,4}$")


@cache
def relation_words() -> frozenset[str]:
    """Return the words that only what a sentence says of two makes fit."""
    return frozenset(" ".join(f"{one} {other}" for _, one, other in _RELATIONS).split())


def _related(text: str, names: Sequence[Telling]) -> Iterator[Telling]:
    more: dict[int, set[str]] = {}
    for at, one in enumerate(names[:-1]):
        other = names[at + 1]
        if one.sentence != other.sentence:
            continue
        gap = text[one.span.end : other.span.start]
        for verb, doer, done in _VERBS:
            if verb.search(gap) is None:
                continue
            passive = _BY.search(gap) is not None
            more.setdefault(at, set()).update(done if passive else doer)
            more.setdefault(at + 1, set()).update(doer if passive else done)
    for at, one in enumerate(names):
        yield replace(one, about=one.about | more[at]) if at in more else one
