"""Whom the words of one count name: figures, persons told singly, pairs, nobody.

"A farmer and his son" are two items of one person each; "a couple and their three
children" are an item of two and one of three. Ages and appositions are no items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recount.model import CountValue, Qualifier, Span, count_of
from recount.resolve.both import both_are_people
from recount.resolve.counted_words import (
    CLAUSE,
    DETERMINED,
    GROUP_OF,
    NOBODY,
    OLDEST,
    PAIRS,
    PARENT_OF,
    PRONOUNS,
    SEPARATOR,
    TRIOS,
    UNCOUNTED,
    WHOM,
    WITHIN,
    denied_before,
    is_plural,
    names_a_person,
)
from recount.resolve.quantity import resolve_quantity
from recount.resources.actors.tokens import is_capitals
from recount.resources.grammar.hedges import read_hedged
from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.tokens import tokenize
from recount.resources.grammar.words import number_words

_MEASURES = frozenset(
    {
        QuantityKind.AGE,
        QuantityKind.MONEY,
        QuantityKind.DISTANCE,
        QuantityKind.MEASURE,
        QuantityKind.DURATION,
        QuantityKind.PERCENT,
        QuantityKind.TIME,
        QuantityKind.ORDINAL,
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something counted: a figure, or (``person``) one human being told singly.

    ``unsized``: a plural without any word for how many ("the villagers").
    """

    span: Span
    value: CountValue
    person: bool
    unsized: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The words between two separators, and the separators' words."""

    start: int
    end: int
    before: str
    after: str


def read_counted(text: str, start: int, end: int) -> tuple[Item, ...]:
    """Return the items counted in ``text[start:end]``, in order; none for words of no count.

    A whole with its breakdown ("two men, Aro Vell and Ben Tash") gives all three items.

    >>> [item.value.value for item in read_counted("a farmer and his son", 0, 20)]
    [1, 1]
    """
    whose = _WHOSE.match(text, start, end)
    start = start if whose is None else whose.end()
    words = text[start:end]
    if NOBODY.match(words) is not None or denied_before(text, start, end):
        return (Item(Span(start, end), count_of(0, Qualifier.EXACT), person=False),)
    quantities = _quantities(text, start, end)
    items: list[Item] = []
    depth = 0
    for chunk in _chunks(text, start, end, quantities):
        if WITHIN.search(chunk.before) is not None and len(items) > 0:
            break
        if depth == 0:
            item = _item(text, chunk, quantities, items)
            if item is not None:
                items.append(item)
        depth = max(0, depth + _opened(text[chunk.start : chunk.end])) if len(items) > 0 else 0
    return tuple(items[:-1] if _ends_with_speaker(text, end, items) else items)


_WHOSE = re.compile(r"whose\s+", re.IGNORECASE)
"""What begins a clause on somebody's people ("whose sister and two others were killed")."""
_SAYS = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:said|says|told|reported|confirmed|added|announced|stated)\b",
    re.IGNORECASE,
)


def _ends_with_speaker(text: str, end: int, items: Sequence[Item]) -> bool:
    """Whether the last of several is who tells of the others ("injured 11, a monitor said")."""
    if len(items) < 2 or not items[-1].person or _SAYS.match(text, end) is None:
        return False
    return text[items[-2].span.end : items[-1].span.start].strip() == ","


def _opened(words: str) -> int:
    """How many brackets words leave open: "9 people (3 women, 2 children)" counts nine."""
    inner = words.lstrip(" \n“\"‘'(")
    return inner.count("(") - inner.count(")")


def _quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The figures of the words; of a bare number, what its sentence makes of it."""
    if _is_of_age(text, start, end):
        return []
    found = [q for q in find_quantities(text, start, end) if q.kind not in _MEASURES]
    if len(found) > 0:
        return found
    found = [
        replace(q, start=max(q.start, start), end=min(q.end, end))
        for q in find_quantities(text)
        if q.kind not in _MEASURES and start <= q.number_start and q.number_end <= end
    ]
    if len(found) > 0:
        return found
    bare = _bare(text, start, end)
    return [] if bare is None else [bare]


_HALF_YEARS = re.compile(  # the grammar of numbers reads no fractions
    r"\W*\d{1,2}(?:\s+1/2|½)[- ](?:years?|months?)[- ]old\b", re.IGNORECASE
)


def _is_of_age(text: str, start: int, end: int) -> bool:
    """Whether words are no more than the number of an age ("12" of "12-year-old girl")."""
    if _HALF_YEARS.match(text, start, end) is not None:
        return True
    ages = (q for q in find_quantities(text) if q.kind is QuantityKind.AGE)
    return any(q.start <= start and end <= q.end for q in ages)


_HEDGES = 5
"""Tokens among which a number must begin: the longest hedge has four."""


def _bare(text: str, start: int, end: int) -> Quantity | None:
    """The number or vague word that begins the words, though no grammar says what it counts."""
    tokens, words = tokenize(text, start, end), number_words()
    found = (read_hedged(tokens, at, words) for at in range(min(len(tokens), _HEDGES)))
    hedged = next((h for h in found if h is not None), None)
    if hedged is None or hedged.hedge_first > 0:
        return None
    after = hedged.hedge_after
    if len(tokens) > after and (tokens.glued(after) or tokens.low(after) in words.units):
        return None
    return Quantity(
        start=tokens.starts[0],
        end=tokens.ends[after - 1],
        number_start=tokens.starts[hedged.first],
        number_end=tokens.ends[hedged.number_after - 1],
        number=hedged.number,
        upper=hedged.upper,
        qualifier=hedged.qualifier,
        kind=QuantityKind.UNKNOWN,
        counted=None,
    )


def _chunks(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> Iterator[_Chunk]:
    """Cut the words at commas and joining words that are not inside a figure."""
    kept = [(q.start, q.end) for q in quantities]
    begin, before = start, ""
    for match in SEPARATOR.finditer(text, start, end):
        if any(first < match.end() and match.start() < last for first, last in kept):
            continue
        if text[begin : match.start()].strip():
            yield _Chunk(begin, match.start(), before, match.group())
            before = match.group()
        else:
            before += match.group()
        begin = match.end()
    if text[begin:end].strip():
        yield _Chunk(begin, end, before, "")


def _item(
    text: str, chunk: _Chunk, quantities: Sequence[Quantity], items: Sequence[Item]
) -> Item | None:
    inside = [q for q in quantities if chunk.start <= q.start and q.end <= chunk.end]
    words = text[chunk.start : chunk.end]
    if _TWO_OF_THEM.fullmatch(words) is not None:
        inside = []  # "a couple" without "of" is two people, and no "two or more"
    if not words.strip(" \n“\"‘'(") or _LIVES.fullmatch(words) is not None:
        return None
    if len(inside) == 0 and len(items) == 0 and UNCOUNTED.search(words.strip()) is not None:
        return Item(Span(chunk.start, chunk.end), count_of(0, Qualifier.MULTIPLE), person=False)
    if _is_age(text, words, inside, items) or _says_more(text, chunk, inside, items):
        return None
    first = chunk.start + len(words) - len(words.lstrip(" \n“\"‘'("))
    span = Span(first, chunk.start + len(words.rstrip()))
    parent = PARENT_OF.search(words)
    if len(inside) > 0 and (parent is None or GROUP_OF.search(words) is not None):
        return _figure(text, inside[0], span, chunk, items)
    return _told(text, span, chunk, items)


_LIVES = re.compile(r"\W*(?:his|her|their)\s+(?:own\s+)?li(?:fe|ves)\W*", re.IGNORECASE)
"""What people lose, and nobody further ("lost their lives and eight were hurt")."""
_TWO_OF_THEM = re.compile(r"\W*(?:an?|the|one|another)\s+(?:[\w-]+\s+)?couple\W*", re.IGNORECASE)


_YOUNG = re.compile(
    r"\b(?:sons?|daughters?|child(?:ren)?|brothers?|sisters?|siblings?|cousins?|boys?|girls?|twins|"
    r"nephews?|nieces?|grandchildren)\W*$",
    re.IGNORECASE,
)
"""Nouns behind which bare numbers are ages ("his two sons, 12 and 9, were killed")."""


def _is_age(text: str, words: str, inside: Sequence[Quantity], items: Sequence[Item]) -> bool:
    """Whether a bare number after somebody is an age ("Aro Vell, 25", "also 16 and 20")."""
    if len(items) == 0 or _BARE.match(words) is None:
        return False
    numbered = len(inside) > 0 or re.search(r"\d", words) is not None
    young = _YOUNG.search(items[-1].span.of(text)) is not None
    kinds = (QuantityKind.UNKNOWN, QuantityKind.PEOPLE) if young else (QuantityKind.UNKNOWN,)
    return numbered and all(
        q.kind in kinds and q.number is not None and q.number <= OLDEST for q in inside
    )


def _says_more(text: str, chunk: _Chunk, inside: Sequence[Quantity], items: Sequence[Item]) -> bool:
    """Whether words begin a clause about those before, or name their kinds once more."""
    words = text[chunk.start : chunk.end]
    opening = words.lstrip()
    if len(items) > 0 and WHOM.match(opening) is not None:
        return True
    if len(inside) > 0 and opening.lower().startswith(
        chunk_text := words[inside[0].start - chunk.start : inside[0].end - chunk.start].lower()
    ):
        return len(chunk_text) == 0
    if CLAUSE.match(words) is not None:
        return True
    if len(items) == 0:
        return False
    kin = _KIN_NOUN.search(items[-1].span.of(text)) is not None
    if kin and _KIN_NOUN.fullmatch(opening.rstrip()) is not None:
        return False  # "her sister, nephew and two others"
    bare = opening[:1].islower() and DETERMINED.match(opening) is None
    joined = re.search(r"\w", chunk.before) is not None
    # "109 men and boys": the second noun is counted with the first
    return bare and (not joined or (len(opening.split()) == 1 and not items[-1].person))


_KIN_NOUN = re.compile(
    r"\b(?:father|mother|son|daughter|brother|sister|wife|husband|uncle|aunt|nephew|niece|cousin|"
    r"grandfather|grandmother|grandson|granddaughter)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\W*(?:(?:also|both|aged?|about|around|ages|just|only|then)\s+)*[\w-]+"
    r"(?:\s+(?:years?|months?)(?:\s+old|\s+of\s+age)?)?\W*$",
    re.IGNORECASE,
)
"""A number alone, or words of age with it."""


def _figure(
    text: str, quantity: Quantity, span: Span, chunk: _Chunk, items: Sequence[Item]
) -> Item | None:
    value = resolve_quantity(quantity, text).value
    if not isinstance(value, CountValue):
        return None
    where = Span(quantity.start, max(quantity.end, span.start))
    one = value.value == 1 and value.qualifier is Qualifier.EXACT
    person = one and (quantity.article or _one_person(text, quantity))
    if person and quantity.article and _is_apposition(text, span, chunk, items):
        return None
    return Item(where, value, person=person)


def _one_person(text: str, quantity: Quantity) -> bool:
    """Whether "one man" tells of somebody, as "a man" does; a bare "one" or "1" is a figure."""
    return quantity.counted is not None and text[quantity.start : quantity.end].lower().startswith(
        "one "
    )


def _told(text: str, span: Span, chunk: _Chunk, items: Sequence[Item]) -> Item | None:
    """Read words without a figure: pairs, somebody, or a plural of unknown size."""
    words = span.of(text)
    if UNCOUNTED.search(words) is not None:
        return Item(span, count_of(0, Qualifier.MULTIPLE), person=False)
    pair = PAIRS.search(words)
    if pair is not None and not (pair.group().lower() == "both" and chunk.after):
        two = Item(span, count_of(2, Qualifier.EXACT), person=False)
        return two if _are_people(text, span, pair) else None
    if TRIOS.search(words) is not None:
        return Item(span, count_of(3, Qualifier.EXACT), person=False)
    if len(items) > 0 and (
        _is_apposition(text, span, chunk, items) or _is_second_office(text, span, chunk, items)
    ):
        return None
    plural = is_plural(text, span)
    if (names_a_person(words) and not plural) or PRONOUNS.match(words) is not None:
        return Item(span, CountValue(1, 1, 1, Qualifier.EXACT, words), person=True)
    if plural:
        return Item(span, count_of(0, Qualifier.MULTIPLE, who=words), person=False, unsized=True)
    return Item(span, CountValue(1, 1, 1, Qualifier.EXACT, words), person=True)


def _are_people(text: str, span: Span, pair: re.Match[str]) -> bool:
    both = pair.group().lower() == "both"
    return not both or both_are_people(text, span.start + pair.end())


_MORE_OF_HIM = re.compile(r"(?:an?|the|one of|then|also|former)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|his|her|their|its)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
_ONE = re.compile(r"(?:an?\s|one(?:\s|$))", re.IGNORECASE)
_DESCRIBED = re.compile(r"(?:an?|the|one|his|her|their|its)\s", re.IGNORECASE)


def _is_apposition(text: str, span: Span, chunk: _Chunk, items: Sequence[Item]) -> bool:
    """Whether words after a comma say more of the person before it ("Ana Vell, a nurse,").

    A list goes on with "and"; an apposition ends at a comma, a semicolon or the end.
    """
    if len(items) == 0 or items[-1].value.value != 1 or "," not in chunk.before:
        return False
    if re.search(r"\w", chunk.before) is not None:
        return False
    if len(items) == 1 and not chunk.after and is_capitals(text):
        return True  # two people would be joined by "and", and capitals tell no name from a noun
    if re.search(r"\w", chunk.after) is not None and "," not in chunk.after:
        return False
    earlier, words = items[-1].span.of(text), span.of(text)
    if _OWNED.match(earlier) is not None:
        return names_a_person(_AGED.sub("", words, count=1))
    if DETERMINED.match(earlier) is None:
        return _MORE_OF_HIM.match(words) is not None or words[:1].islower()
    if _DEFINITE.match(earlier) is not None and _INDEFINITE.match(words) is not None:
        return True
    if _ONE.match(earlier) is not None and words.lower().startswith("the "):
        return True
    if earlier.lower() == "one" or not items[-1].person:
        return _MORE_OF_HIM.match(words) is not None
    return _DESCRIBED.match(earlier) is not None and names_a_person(words)


_KIN_BESIDE = re.compile(
    r"(?:baby\s+)?(?:son|daughter|child|baby|infant|toddler|boy|girl)|wife|sister", re.IGNORECASE
)
"""Kin told under the article of the first ("a father and daughter", "a husband and wife")."""
_HUSBAND = re.compile(r"\b(?:husband|brother)$", re.IGNORECASE)
_PARENT = re.compile(r"\b(?:father|mother|grandfather|grandmother)$", re.IGNORECASE)
_HIS_SPOUSE = re.compile(
    r"(?:(?:his|her|their)\s+)?(?:ex-?)?(?:wife|husband|girlfriend|boyfriend)", re.IGNORECASE
)
"""A spouse without an article, beside whom a child is somebody else ("his wife and son")."""


def _are_kin(earlier: str, words: str) -> bool:
    """Whether "and" joins two of a family, and no second office ("a father and husband")."""
    if _KIN_BESIDE.fullmatch(words) is None:
        return False
    pair = words.lower() in ("wife", "sister")
    if not pair and _HIS_SPOUSE.fullmatch(earlier) is not None:
        return True
    return (_HUSBAND if pair else _PARENT).search(earlier) is not None


_OWNED = re.compile(r"[\w’'-]+(?:['’]s|s['’])\s")
"""A possessive that begins a description ("the driver's brother")."""
_AGED = re.compile(r"^(?:\d{1,3}|\w+)[- ](?:years?|yr|months?)[- ]olds?\s+", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:(?:former|then|acting|deputy|vice|ex|first|second|chief|assistant)[- ]+)*"
    r"(?:[\w-]+\s+){0,3}?"
    r"(?:minister|president|governor|mayor|senator|director|chief|head|leader|founder|chairman|"
    r"chairwoman|secretary|commander|professor|editor|candidate|judge|lawyer|activist|journalist|"
    r"poet|writer|singer|father|mother|husband|wife|owner|manager|spokesman|coordinator)$",
    re.IGNORECASE,
)


_COMPANION = re.compile(
    r"\b(?:friend|pal|buddy|neighbou?r|classmate|teammate|schoolmate|colleague|co-?worker|roommate|"
    r"mentor|partner|rival)$",
    re.IGNORECASE,
)
"""Nouns for what somebody was to another ("his friend and teammate" is one person)."""


def _is_second_office(text: str, span: Span, chunk: _Chunk, items: Sequence[Item]) -> bool:
    """Whether one person holds two offices ("former minister and governor of Ostrelle Ana Vell").

    Two people would have articles or names of their own.
    """
    if len(items) != 1 or chunk.after or "," in chunk.before or not items[0].person:
        return False
    earlier, words = items[0].span.of(text), span.of(text)
    if _are_kin(earlier, words):
        return False
    if _COMPANION.search(earlier) is not None and _COMPANION.search(words) is not None:
        return DETERMINED.match(words) is None
    return _OFFICE.fullmatch(earlier) is not None and DETERMINED.match(words) is None
