"""Whether a report says at all that several people were hit, where they are told one by one.

Names and descriptions are taken for different people when nothing shows that they are one; now
and then they are one, or one of them did it. A report of several dead nearly always says so:
"two men died", "both bodies", "another man was killed". Of 41 articles of gun_violence (two samples
outside the fixed one) in which the dead told one by one came to two or more, 6 had that many dead,
and 27 had one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations

from recount.model import Property, Span
from recount.resolve.drafts import Draft
from recount.resolve.sums import context_spans
from recount.resources.grammar.small_numbers import SMALL_NUMBERS

METHOD = "resolve.quantity.one.v1"
"""A count of one person beside whom others are told, who may be the same."""

_NUMBER = (
    rf"(?:{SMALL_NUMBERS}|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|"
    r"dozens?|scores|hundreds|several|[2-9]|\d{2,3}|\d{1,3},\d{3})"
)
_WORDS = (
    r"(?:\s+(?!(?:an?|the|was|is|he|she|his|her|who|whom|later|before|after|ago|earlier|and|but|when|"
    r"hours?|days?|weeks?|months?|years?|minutes?|miles?|km|times)\b)[\w-]+){0,4}?"
)
"""Words between a number and what befell those whom it counts."""
_DEAD = (
    r"(?:dead|killed(?!\s+(?:an?|the|his|her|(?-i:[A-ZÀ-Þ])))|died|dies|die|bodies|deaths?|slain|murdered|"
    r"assassinated|executed|beheaded|fatally|lives|fatalit\w+|perished|martyred)"
)
_HURT = (
    r"(?:wound\w*|injur\w*|hurt|shot|stabbed|struck|hit|graz\w+|hospital\w*|survived|recovering|"
    r"stable|critical\w*|condition|treated)"
)
_KILLING = (
    r"(?:kill(?:ed|ing|s)|leaving|left|murder(?:ed|ing|s)?|"
    r"(?:deaths?|murders?|killings?|bodies) of)"
)
_HURTING = (
    r"(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?|shot|shooting(?: of)?|leaving|left|"
    r"stabb(?:ed|ing)|hit(?:ting)?|str(?:uck|iking))"
)
_TOLD_BY = {Property.KILLED: (_DEAD, _KILLING), Property.WOUNDED: (_HURT, _HURTING)}
"""Words for what befell people, and words before those whom it befell."""


def said_of_several(text: str, prop: Property) -> bool:
    """Return whether words of a report tell that more than one was killed, or wounded.

    >>> said_of_several("A guard was shot. Aro Vell, 51, died.", Property.KILLED)
    False
    >>> said_of_several("A guard was shot. Another man died, too.", Property.KILLED)
    True
    """
    return prop not in _TOLD_BY or _said(prop).search(text) is not None


@cache
def _said(prop: Property) -> re.Pattern[str]:
    harm, verb = _TOLD_BY[prop]
    return re.compile(
        rf"\b{_NUMBER}\b(?!-){_WORDS}\s+(?:(?:were|are|have been|been|have)\s+)?{harm}\b|"
        rf"\b{verb}\s+(?:at least\s+)?(?:the\s+)?{_NUMBER}\b(?!-)|"
        r"\b(?:double|triple|quadruple)[- ](?:homicide|murder|killing|slaying|fatal|death|shooting|"
        r"stabbing)|\bbodies\b|\bmurder[- ]suicide|"
        rf"\bboth\b[^.]{{0,40}}\b{harm}\b|\b{harm}\b[^.]{{0,20}}\bboth\b|"
        r"\b(?:another|a second|the second|a third|the other)\s+(?:[\w-]+\s+){0,3}?"
        rf"(?:(?:was|were|had)\s+)?(?:(?:also|later|found|shot|pronounced)\s+)*{harm}\b|"
        rf"\balso\b[^.]{{0,25}}\b{harm}\b|\b{harm}\b[^.]{{0,20}}\b(?:also|too|as well)\b|"
        rf"\b{harm}\b[^.]{{0,40}}\b(?:along|alongside|together) with\b|"
        r"\bso (?:was|were) (?:an?|the|his|her)\b|"
        rf"\b(?:they|them|all|victims|couple)\b[^.]{{0,12}}\bwere\b[^.]{{0,20}}\b{harm}\b|"
        r"\b(?:two|three|both|all|other|these)\s+victims\b",
        re.IGNORECASE,
    )


_WERE = r"(?:was|were|been) (?:\w+ )?"
_SUFFERED_DEATH = (
    rf"(?:dead|died|dies|is dead|succumbed|perished|{_WERE}"
    r"(?:killed|dead|slain|murdered|assassinated|executed|beheaded))"
)
_KILLED = (
    r"(?:kill(?:ed|ing|s)|shot dead|murder(?:ed|ing)|behead(?:ed|ing)|execut(?:ed|ing)|"
    r"assassinat(?:ed|ing)|lynch(?:ed|ing))"
)
_SUFFERED_HARM = rf"(?:{_WERE}(?:wounded|injured|hurt|shot|hit)|suffered|sustained)"
_HARMED = r"(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?|hit)"
_CLAUSES = {
    Property.KILLED: (_SUFFERED_DEATH, _KILLED),
    Property.WOUNDED: (_SUFFERED_HARM, _HARMED),
}
"""What people suffer behind the words for them, and what is done to them before these."""
_ANEW = re.compile(r"(?:an?|one|another|his|her|their)\s", re.IGNORECASE)
_ANEW_BEFORE = re.compile(
    r"\b(?:an?|another|his|her|their)\s+(?:[a-z][\w-]*\s+){1,3}$", re.IGNORECASE
)
"""Words for somebody described anew, before his name ("her cameraman Ben Tash")."""
_FULL_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+\s)*?(?P<name>[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+)"
    r"(?=\s+(?:was|died|succumbed|is)\b|,|\.|\s+(?:in|at|on|near)\b)"
)


@cache
def _clauses(prop: Property) -> tuple[re.Pattern[str], re.Pattern[str]]:
    behind, before = _CLAUSES[prop]
    between = r"(?:(?!(?:and|by|in|after|when|who)\b)[a-z][\w-]*\s+){0,3}"
    return (
        re.compile(rf"[^.;\n]{{0,40}}?\b{behind}\b", re.IGNORECASE),
        re.compile(rf"\b(?i:{before})\s+{between}$"),
    )


def told_apart(text: str, prop: Property, people: Sequence[Sequence[Span]]) -> bool:
    """Return whether two people have clauses of their own, and no one can be both.

    "A judge was shot. Aro Vell, 51, died at once. A clerk, Ben Tash, died later." The later one
    is described anew, or has another full name.

    Args:
        text: the text.
        prop: killed or wounded.
        people: the tellings of each person, in order of the text.
    """
    if prop not in _CLAUSES:
        return True
    told = [own for person in people if (own := _own(text, prop, person))]
    if any(_is_anew(text, span) for spans in told[1:] for span in spans):
        return True
    names = [name for spans in told if (name := _full_name(text, spans)) is not None]
    return any(one.isdisjoint(other) for one, other in combinations(names, 2))


def _is_anew(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _BEFORE) : span.start]
    return _ANEW.match(text, span.start) is not None or _ANEW_BEFORE.search(before) is not None


def _full_name(text: str, spans: Sequence[Span]) -> frozenset[str] | None:
    """Return the words of the first full name among the tellings of a person."""
    found = (_FULL_NAME.match(text, span.start) for span in spans)
    return next((frozenset(name["name"].split()) for name in found if name is not None), None)


_BEFORE = 40
"""Characters before people in which the verb stands that governs them, or what they are."""


def _own(text: str, prop: Property, person: Sequence[Span]) -> list[Span]:
    """Return the tellings of a person that have a clause of their own."""
    behind, before = _clauses(prop)
    return [
        span
        for span in person
        if behind.match(text, span.end) is not None
        or before.search(text[max(0, span.start - _BEFORE) : span.start]) is not None
    ]


TOGETHER = 400
"""Characters between tellings of different people of one incident. Of two people told further
apart the second is nearly always the first one or of another incident: in two samples of
gun_violence outside the fixed one, 2 of 14 counts of dead that joined such were right."""


_GOES_ON = re.compile(
    r"\b(?:also|too|as well|another|second|third|fourth|other)\b|\w['’]s?\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_KIN_OF = re.compile(r"(?:his|her|their|its)\b|[\w\s]{0,30}\w['’]s?\s", re.IGNORECASE)
"""Words by which a person is told beside one told before ("his driver", "the judge's guard")."""


def told_together(text: str, people: Sequence[Sequence[Span]]) -> tuple[Sequence[Span], ...]:
    """Return the people who are told near the first or near one who is, or as going with them.

    Args:
        text: the text.
        people: the tellings of each person, in order of the text.
    """
    kept = list(people[:1])
    for person in people[1:]:
        near = any(
            _gap(span, other) <= TOGETHER for span in person for one in kept for other in one
        )
        if near or any(_goes_on(text, span) for span in person):
            kept.append(person)
    return tuple(kept)


def go_on(text: str, people: Sequence[Sequence[Span]]) -> bool:
    """Return whether words tell of any but the first as going with those told before."""
    return any(_ALSO.search(_clause(text, span)) for person in people[1:] for span in person)


_ALSO = re.compile(
    r"\b(?:was|were)\s+(?:also|too)\b|"
    r"\b(?:killed|dead|died|wounded|injured|hurt)\s+(?:too|as well)\b",
    re.IGNORECASE,
)
"""Words that tell of one more of whom the same holds."""


def _goes_on(text: str, span: Span) -> bool:
    """Whether the clause of somebody goes on with those told before ("was also killed")."""
    kin = _KIN_OF.match(text, span.start, span.end + 1) is not None
    return kin or _GOES_ON.search(_clause(text, span)) is not None


def _clause(text: str, span: Span) -> str:
    """Return the words between two full stops around somebody."""
    start = max(text.rfind(".", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    ends = [at for at in (text.find(".", span.end), text.find("\n", span.end)) if at >= 0]
    return text[start : min(ends, default=len(text))]


def says_number(text: str, prop: Property, number: int) -> bool:
    """Return whether words of a report count so many killed, or wounded, wherever it stands.

    >>> says_number("A guard was shot. Both names are known: two men died.", Property.KILLED, 2)
    True
    """
    words = (str(number), *_WORDS_OF[number : number + 1])
    return prop in _TOLD_BY and not _numbers_said(text, prop).isdisjoint(words)


@lru_cache(maxsize=8)
def _numbers_said(text: str, prop: Property) -> frozenset[str]:
    """Return the words for numbers that a text has before its dead, or its wounded."""
    return frozenset(found.group().lower().split()[0] for found in _said(prop).finditer(text))


_WORDS_OF = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def first_alone(first: Draft, others: Sequence[Span]) -> Draft:
    """Return the count of the first person, with the others told one by one beside it.

    Reconciling leaves room for them in the highest figure.
    """
    told = f"{len(others) + 1} are told one by one, but no words say that several were hit"
    return replace(
        first,
        method=METHOD,
        confidence=0.6,
        extra=context_spans(others),
        reasons=(*first.reasons, told),
    )
