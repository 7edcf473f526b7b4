"""How many different people are told singly: names, descriptions and pronouns for one person.

"A judge was shot dead on Monday. Aro Vell, 51, ..." tells of one person; "a judge and a
clerk" and "another judge" tell of more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from recount.model import Span
from recount.resolve.counted_words import OLDEST, PRONOUNS, names_a_person
from recount.resources.actors.tokens import is_capitals
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, small_number
from recount.resources.grammar.words import number_words, read_vocabulary

_NEW = re.compile(
    r"(?:another|an? (?:second|third|fourth|fifth|sixth|further|other)|the other|"
    r"the (?:second|third|fourth))\b",
    re.IGNORECASE,
)
"""Words that tell of somebody not told of before."""
_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_OWNED = re.compile(r"(?:his|her|their|its|my|our)\s", re.IGNORECASE)
_THIS = re.compile(r"(?:this|that)\s", re.IGNORECASE)


@cache
def _words(name: str) -> frozenset[str]:
    """A list of ``vocabulary/told.toml``."""
    return frozenset(read_vocabulary("told")[name].split())


_AGE = re.compile(
    r"\W{1,3}(?:aged\s|also\s|who was\s)?(\d{1,3})\b(?!\s*(?:people|others|more|%|per))"
)
_YEARS_OLD = re.compile(
    rf"\b(\d{{1,3}}|one|{SMALL_NUMBERS})(?:[- ]and[- ]a[- ]half)?"
    r"(?:[- ](?:years?|yrs?)[- ]old|[- ]?yo\b)",
    re.IGNORECASE,
)
_CUT_OLD = 5
"""Characters behind "10 year" in which its "-old" stands."""
_AGED_NOUN = re.compile(r"[- ]old\s+(?P<noun>[a-z]+)\b")
"""The noun behind an age that the mark ends with ("16-year-old" of "16-year-old boy")."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_AGED = re.compile(
    r"(?:an?\s+|the\s+)?\d{1,3}[- ](?:years?|yr|months?)[- ]old\s+(?=\S)", re.IGNORECASE
)
"""Words of age that stand before a name."""
_WHAT = re.compile(r",\s+(?:\d{1,3},\s+)?an?\s+((?:[\w’'-]+[ ]?)+)", re.IGNORECASE)
"""What a name's owner is said to be (", 51, a clerk")."""
_TOUCHING = 3
"""Characters between a description and a name in apposition (", ")."""


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of one person: its words, the number of their sentence, and of their list.

    The members of one list are different people; ``new``: not one told of before.
    """

    span: Span
    sentence: int
    list: int
    new: bool = False


@dataclass(frozen=True, slots=True)
class _Face:
    """What a telling says of the person."""

    told: Told
    names: frozenset[str]
    head: str
    age: int | None
    sex: str | None
    new: bool
    indefinite: bool
    pronoun: bool
    owned: bool


def distinct_persons(text: str, tellings: Sequence[Told]) -> tuple[tuple[Told, ...], ...]:
    """Return the tellings grouped by person, in order of the text.

    Two tellings are one person when a name is told again, when a description takes up one
    told before ("a judge ... the judge"), or when a name follows a description of somebody
    in the same or the next sentence. "Another" and a different age tell of somebody new.
    """
    people: list[list[_Face]] = []
    for told in sorted(tellings, key=lambda t: (t.span.start, t.span.end)):
        face = _face(text, told)
        match = next((p for p in reversed(people) if _same(text, p, face)), None)
        if match is None:
            people.append([face])
        else:
            match.append(face)
    return tuple(tuple(face.told for face in person) for person in people)


def _described(tail: re.Match[str]) -> list[str]:
    return _WORD.findall(tail["what"].lower())


def is_told_among(text: str, told: Told, people: Sequence[Sequence[Told]]) -> bool:
    """Return whether a telling is surely of one of some people, by name, age or noun.

    "The victim" or "he" is one only where there is no more than one person.

    Args:
        text: the text.
        told: the telling.
        people: the tellings of each person.
    """
    face = _face(text, told)
    return any(
        _surely(face, [_face(text, one) for one in person], alone=len(people) == 1)
        for person in people
    )


def _surely(face: _Face, person: Sequence[_Face], *, alone: bool) -> bool:
    ages = {f.age for f in person if f.age is not None}
    sexes = {f.sex for f in person if f.sex is not None}
    names = frozenset[str]().union(*(f.names for f in person))
    if face.new or (face.age is not None and len(ages) > 0 and face.age not in ages):
        return False
    if face.sex is not None and len(sexes) > 0 and face.sex not in sexes:
        return False
    if len(face.names & names) > 0 or (face.age is not None and face.age in ages):
        return len(face.names) == 0 or len(names) == 0 or len(face.names & names) > 0
    if len(face.names) > 0 or face.owned or face.indefinite:
        return False
    heads = {f.head for f in person} - {""}
    return face.head in heads or (alone and (face.pronoun or face.head in _words("again")))


def _face(text: str, told: Told) -> _Face:
    capitals = is_capitals(text)
    words = told.span.of(text) if capitals else _whole_name(text, told.span)
    aged = _AGED.match(words)
    words = _DEAD.sub("", words if aged is None else words[aged.end() :])
    tail = None if capitals else _NAMED_AFTER.fullmatch(words)
    named = tail is not None or names_a_person(words) or (capitals and _may_be_name(words))
    named = named and PRONOUNS.match(words) is None and (capitals or not _is_from(words))
    of = None if tail is not None else _ADJECTIVE_OF.match(text, told.span.end)
    named = named and of is None
    lows = [word.lower() for word in _WORD.findall(words)]
    noun = _noun_of_age(text, told.span)
    if noun is not None and not named:
        lows.append(noun)
    names = frozenset(
        word.lower()
        for word in _WORD.findall(words if capitals else _last_name(words))
        if word[0].isupper() and _plain(word) not in _words("titles") and len(word) > 1
    )
    if len(lows) == 1 and not capitals and _is_common(text, lows[0]):
        names = frozenset()
    sex = "m" if _words("male") & set(lows) else "f" if _words("female") & set(lows) else None
    return _Face(
        told=told,
        names=names if named else frozenset(),
        head=of["who"] if of is not None else _head(lows if tail is None else _described(tail)),
        age=_age(text, told.span),
        sex=sex if not _OWNED.match(words) or len(lows) > 1 else None,
        new=told.new or _NEW.match(told.span.of(text)) is not None,
        indefinite=_INDEFINITE.match(told.span.of(text)) is not None,
        pronoun=PRONOUNS.match(words) is not None,
        owned=_OWNED.match(words) is not None,
    )


_DEAD = re.compile(r"\s+(?:dead|killed|shot|wounded|injured|hurt)\W*$", re.IGNORECASE)
"""What befell somebody, behind the words for him."""
_ADJECTIVE_OF = re.compile(
    r"\s(?:(?:shooting|stabbing|homicide|murder|attack|bombing|crash|area|city|police|school)\s)?"
    r"(?P<who>victim|man|woman|boy|girl|teen|teenager|resident|native|driver|officer|"
    r"student|father|mother)\b"
)
"""Words after a place that says where somebody is from ("Tarn shooting victim")."""
_NAMED_AFTER = re.compile(
    r"(?:(?i:the|an?|his|her|their|its|my|our)\s+)?"
    r"(?P<what>(?:[a-z\d][\w-]*,?\s+){1,4}?)(?:named\s+)?"
    r"(?P<name>(?:[A-ZÀ-Þ][\w.’'-]+\s*){1,4})"
)
"""A description with a name at its end ("her brother Ben Tash", "clerk Ben Tash")."""
_MORE_NAME = re.compile(
    r" (?:[A-ZÀ-Þ](?:[a-zà-ÿ][\w’-]*|\.) )?[A-ZÀ-Þ][a-zà-ÿ][\w’-]*(?![\w’'-])(?! [A-ZÀ-Þ\d])"
)
_NAME_BEFORE = re.compile(
    r"(?<=[a-zà-ÿ,] )(?:(?!\w+day |Jan|Feb|Mar|Apr|May |June |July |Aug|Sept|Oct|Nov|Dec)"
    r"[A-ZÀ-Þ][a-zà-ÿ][\w’-]* ){1,2}$"
)
_NAME_REACH = 40
"""Characters beside words in which the rest of a name stands."""


def _whole_name(text: str, span: Span) -> str:
    """Return the words with the rest of the name that they cut ("Aro" of "Aro Vell")."""
    words = span.of(text)
    last, first = words.rsplit(maxsplit=1)[-1:], words.split(maxsplit=1)[:1]
    noun = len(last) > 0 and last[0].lower() in number_words().nouns
    if last and not noun and _CAPITALISED.fullmatch(last[0]) is not None:
        after = _MORE_NAME.match(text[span.end : span.end + _NAME_REACH] + " ")
        words += "" if after is None else after.group()
    if first and _CAPITALISED.fullmatch(first[0]) is not None:
        before = _NAME_BEFORE.search(text[max(0, span.start - _NAME_REACH) : span.start])
        words = words if before is None else before.group() + words
    return words


_CAPITALISED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ][\w’-]*")
_NO_NAME = re.compile(
    r"(?:the|an?|his|her|their|its|one|two|another|some|all|other)\b", re.IGNORECASE
)
_FROM = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s+){1,3}(?:[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|[Tt]een(?:ager)?|[Tt]oddler|"
    r"(?P<noun>[a-z][\w-]+))$"
)
"""Where somebody is from ("a Tarn man"): a place, no name, stands before the noun."""


def _is_from(words: str) -> bool:
    found = _FROM.match(words.strip())
    if found is None:
        return False
    form = None if found["noun"] is None else number_words().nouns.get(found["noun"])
    return found["noun"] is None or (form is not None and form.singular)


_SHORTEST_NAME = 2
"""Words of the shortest name that is told from a noun where all is set in capitals."""


def _may_be_name(words: str) -> bool:
    """Whether words in capitals may be a name: several, without an article."""
    return _NO_NAME.match(words) is None and len(words.split()) >= _SHORTEST_NAME


def _last_name(words: str) -> str:
    """Return the last run of capitalised words: "the columnist M.D. Harmon" names M.D. Harmon."""
    runs = re.findall(r"(?:[A-ZÀ-Þ][\w.’'-]*\s*)+", words)
    return runs[-1] if runs else words


def _is_common(text: str, low: str) -> bool:
    """Whether a single word of a heading ("Jeweller shot") is a noun that the text has, too."""
    return low in text and re.search(rf"\b{re.escape(low)}\b", text) is not None


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _head(lows: Sequence[str]) -> str:
    """The noun of a description: its last word before a preposition."""
    kept: list[str] = []
    for low in lows:
        if low in ("of", "in", "from", "at", "with", "who", "on", "for", "by", "near"):
            break
        kept.append(low)
    return kept[-1] if len(kept) > 0 else ""


def _noun_of_age(text: str, span: Span) -> str | None:
    """Return the noun that follows words ending with an age, if it tells of a person."""
    start = max(span.start, span.end - len("-old"))
    found = _AGED_NOUN.match(text, start)
    if found is None:
        return None
    form = number_words().nouns.get(found["noun"])
    single = form is not None and form.singular
    return found["noun"] if single else None


def _age(text: str, span: Span) -> int | None:
    inside = _YEARS_OLD.search(text, span.start, span.end + _CUT_OLD)
    if inside is not None and inside.start() >= span.end:
        inside = None
    after = _AGE.match(text, span.end) if inside is None else inside
    if after is None:
        return None
    age = small_number(after[1])
    return age if age is not None and age <= OLDEST else None


def _same(text: str, person: Sequence[_Face], face: _Face) -> bool:
    if face.new or any(f.told.list == face.told.list for f in person):
        return False
    ages = {f.age for f in person if f.age is not None}
    sexes = {f.sex for f in person if f.sex is not None}
    if face.age is not None and len(ages) > 0 and face.age not in ages:
        return False
    if face.sex is not None and len(sexes) > 0 and face.sex not in sexes:
        return False
    last = person[-1]
    if _listed_with(text, last, face):
        return False
    known = frozenset[str]().union(*(f.names for f in person))
    if face.pronoun or _THIS.match(face.told.span.of(text)) is not None:
        return True
    if len(face.names) > 0 and len(known) == 0 and face.head in {f.head for f in person}:
        return True
    if len(face.names) > 0:
        return _name_fits(text, face, person, known)
    return _description_fits(face, person)


def _name_fits(text: str, face: _Face, person: Sequence[_Face], known: frozenset[str]) -> bool:
    """Whether a name is the person's, or the first name of somebody only described so far.

    One account tells of few people: a name that comes later is the name of somebody described
    before, unless it comes with a description that does not fit.
    """
    shared = face.names & known
    if len(known) > 0 and any(_initialled(text, face, one) for one in person):
        return True
    if len(known) > 0:
        return len(shared) > 0 and (face.names <= known or known <= face.names or len(shared) > 1)
    what = _WHAT.match(text, face.told.span.end)
    if what is None:
        return True
    head = _head(what[1].lower().split())
    heads = {f.head for f in person} - _words("again")
    return len(heads) == 0 or head in heads or head in _words("again")


def _initialled(text: str, one: _Face, other: _Face) -> bool:
    """Whether one name is the other with initials: "M.D. Harmon", "Michael D. Harmon"."""
    left, right = _parts(text, one), _parts(text, other)
    if len(left) < _SHORTEST_NAME or len(right) < _SHORTEST_NAME or left[-1] != right[-1]:
        return False
    first, second = left[0], right[0]
    short = len(first.rstrip(".")) == 1 or len(second.rstrip(".")) == 1 or "." in first + second
    return short and first[0] == second[0]


def _parts(text: str, face: _Face) -> list[str]:
    """Return the words of a name in order, without a title before and "Jr" behind it."""
    words = [w.strip(",") for w in _last_name(face.told.span.of(text)).split()]
    kept = [w for w in words if _plain(w.rstrip(".")) not in _words("titles")]
    return kept[:-1] if kept and kept[-1].rstrip(".") in {"Jr", "Sr"} else kept


def _description_fits(face: _Face, person: Sequence[_Face]) -> bool:
    last = person[-1]
    touching = face.told.span.start - last.told.span.end <= _TOUCHING
    if touching and len(last.names) > 0:
        return True
    if face.indefinite and face.told.sentence == last.told.sentence:
        return face.told.span == last.told.span
    heads = {f.head for f in person if len(f.names) == 0 and not f.pronoun}
    if face.head in heads:
        return True
    if face.age is not None and face.age in {f.age for f in person}:
        return True
    if face.owned:
        return False
    return face.head in _words("again") or touching or len(heads) == 0


_JOINED = re.compile(
    r"(?:,?\s+(?:and|as well as|along with|together with)|;|\s&)\s*", re.IGNORECASE
)


def _listed_with(text: str, last: _Face, face: _Face) -> bool:
    """Whether only "and" stands between two tellings ("a judge and Aro Vell")."""
    between = text[last.told.span.end : face.told.span.start]
    return _JOINED.fullmatch(between) is not None
