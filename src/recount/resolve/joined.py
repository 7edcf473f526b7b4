"""People joined by "and" of whom only some were marked: "a cook and his son were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Link, Span
from recount.resources.actors.tokens import is_capitals
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.words import number_words

_NUMBER = r"(?:two|three|four|five|six|\d{1,2})"
_SOME = rf"(?i:an?|his|her|their|another|(?:the\s)?{_NUMBER})"
_AGED = r"\d{1,2}-(?:year|month)-old"
_SEVERAL_OF = rf"{_NUMBER}\s(?-i:[A-ZÀ-Þ])[\w’'-]+s"
"""Several of a name ("six Jesuits")."""
_BRACKETS = r"(?:\s\([^()]{0,80}\))?"
_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){1,3}"
_VERB = (
    r"(?:li(?:fe|ves) of|deaths? of|murders? of|kill(?:ed|ing)|murder(?:ed|ing)|"
    r"(?:shooting|stabbing|beating)s? of|wound(?:ed|ing)|injur(?:ed|ing)|shot dead|shot)\s"
)
_KIN = (
    r"(?:father|mother|son|daughter|brother|sister|wife|husband|child|baby|uncle|aunt|nephew|niece|"
    r"grandfather|grandmother|grandson|granddaughter|girlfriend|boyfriend|stepson|stepdaughter)"
)
_KIN_PAIR = re.compile(
    rf"(?:,\s{_KIN})*\sand\s(?P<other>{_KIN})\b(?=\s(?:dead|killed|slain|shot|wounded|injured|hurt|were|are|before|then)\b|(?P<ends>[.,;]|\Z))",
    re.IGNORECASE,
)
"""A second one of a family under the first one's article ("a father and daughter dead")."""
_COUPLE = re.compile(
    r"\sand\s(?P<other>woman|man|girl|boy)\b"
    r"(?=\s(?:dead|killed|slain|shot|wounded|injured|hurt|were|are)\b)",
    re.IGNORECASE,
)
"""A woman under the article of a man before her ("a man and woman dead")."""
_ONE_OF_TWO = re.compile(r"(?:(?:an?|the|one)\s)?(?:[\w-]+\s){0,2}(?:man|woman|boy|girl)", re.I)
_ONE_OF_KIN = re.compile(
    rf"(?:(?:an?|the|his|her|their)\s)?(?:[\w-]+\s){{0,2}}{_KIN}", re.IGNORECASE
)
_BEHIND = (
    rf"\sand\s(?P<other>(?:{_SOME}\s(?:[\w’'-]+\s){{0,2}}?|{_AGED}\s)[a-z][\w’'-]+)"
    r"(?<!ed)(?=[.;,]|\s(?:in|on|at|near|inside|outside|before|early|late|during|when)\s|\Z)"
)
_AFTER = re.compile(rf"(?:,\s{_NAME}(?:,\s\d{{1,3}})?,)?{_BEHIND}")
_PLAIN_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){1,2}"
_NAMES = re.compile(
    rf"(?:,\s\d{{1,3}},)?\sand\s(?P<other>{_PLAIN_NAME})(?!\s[A-ZÀ-Þ])"
    r"(?=,\s\d{1,3}\b|[.;]|\s(?:on|early|late|last|yesterday|during)\s|\s(?:in|at|near|outside)\s[^,;]{3,60}[.;]|\Z)"
)
_ONE_NAME = re.compile(_PLAIN_NAME)
"""A second name behind the name of somebody who was killed ("killed Aro Vell and Ben Tash")."""
_AFTER_CAPITALS = re.compile(_BEHIND, re.IGNORECASE)
"""Somebody joined behind those who were marked, before the clause ends."""
_GOVERNED = re.compile(rf"\b{_VERB}(?:both\s)?$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:(?P<verb>\b{_VERB})|(?<!\w))"
    rf"(?P<other>{_SOME}\s(?:[a-z\d][\w-]*\s){{0,2}}?[a-z][\w-]+|(?i:{_SEVERAL_OF})|{_NAME})"
    rf"(?:,\s\d{{1,3}},?)?{_BRACKETS}\sand\s"
    r"(?:(?:his|her|their)\s)?$"
)
"""Somebody joined before those who were marked."""
_BEFORE_CAPITALS = re.compile(
    rf"(?:(?P<verb>\b{_VERB})|(?<!\w))"
    rf"(?P<other>{_SOME}\s(?:[a-z][\w-]*\s){{0,2}}?[a-z][\w-]+){_BRACKETS}\sand\s$",
    re.IGNORECASE,
)
"""The same in capitals, where no name can be told from a noun."""
_LISTED_BEFORE = re.compile(rf"(?:{_NAME},\s\d{{1,3}},\s)+$")
_LIST = re.compile(rf"{_NAME}\b.*\sand\s", re.DOTALL)
"""A list of names, the first of which may stand before what was marked."""
_THING = re.compile(
    r"\b(?:fires?|blaze|house|home|building|cars?|vehicles?|trucks?|bus|guns?|crash|explosion|"
    r"blast|shooting|attack|bombs?|church|school|shop|store|dogs?|shots?)$",
    re.IGNORECASE,
)
"""Nouns of what is no person, though "and" joins it to people."""
_PLURAL = re.compile(
    r"(?:,\s\d{1,3},?|,\s(?:who|both|all)\b[^,.;]{1,60},)?\s(?:were|are|have been|had been|both)\b",
    re.IGNORECASE,
)
_FIRST_OF_LIST = re.compile(
    r"(?:^|[.;:!?]\s+|\n\s*)(?P<first>(?:an?|the|his|her|their)\s(?:[\w’'-]+\s){0,3}?[a-z][\w’'-]+"
    r"(?:\s(?:of|from|at|in)\s(?:[\w’'-]+\s?){1,4})?),\s+$",
    re.IGNORECASE,
)
"""Who opens a sentence before the rest of a list ("The chief of police, his deputy and ...")."""
_REST_OF_LIST = re.compile(
    r"(?:his|her|their|an?|the|\d|two|three)\b.*\band\s", re.IGNORECASE | re.DOTALL
)
_REACH = 80
"""Characters beside people in which others joined to them stand."""


def with_joined(text: str, link: Link, taken: Sequence[Span]) -> Link:
    """Return a link to people with those joined to them, unless these are counted already.

    They are joined where one verb governs both: before them, or in the plural behind them.

    Args:
        text: the text.
        link: the link to people of whom something is told.
        taken: the words of all counts of the account.
    """
    link = _whole_number(text, link)
    mention = link.mention
    before = text[max(0, mention.start - _REACH) : mention.start]
    second = _second_of_two(text, mention.span, before)
    if second is not None and not _is_taken(second, taken):
        return replace(link, mention=replace(mention, end=second.end))
    capitals = is_capitals(text)
    after = _AFTER_CAPITALS if capitals else _AFTER
    if _ONE_NAME.fullmatch(text, mention.start, mention.end) is not None and not capitals:
        after = _NAMES if _AFTER.match(text, mention.end) is None else after
    behind = after.match(text, mention.end, mention.end + _REACH)
    if behind is not None and _GOVERNED.search(before) is not None:
        found = Span(*behind.span("other"))
        if not _is_taken(found, taken):
            return replace(link, mention=replace(mention, end=found.end))
    more = _LISTED_BEFORE.search(before)
    if more is not None and _LIST.match(text, mention.start, mention.end) is not None:
        found = Span(mention.start - len(before) + more.start(), mention.start)
        if not _is_taken(found, taken):
            return replace(link, mention=replace(mention, start=found.start))
    opens = _FIRST_OF_LIST.search(before)
    if opens is not None and _opens_list(text, link) and _is_person(opens["first"]):
        found = Span(mention.start - len(before) + opens.start("first"), mention.start)
        if not _is_taken(found, taken):
            return replace(link, mention=replace(mention, start=found.start))
    ahead = (_BEFORE_CAPITALS if capitals else _BEFORE).search(before)
    if ahead is None or (ahead["verb"] is None and _PLURAL.match(text, mention.end) is None):
        return link
    if _THING.search(ahead["other"]) is not None:
        return link
    start = mention.start - len(before) + ahead.start("other")
    found = Span(start, start + len(ahead["other"]))
    if _is_taken(found, taken):
        return link
    return replace(link, mention=replace(mention, start=found.start))


def _opens_list(text: str, link: Link) -> bool:
    """Whether the words of a link are the rest of a list that is the subject of its verb."""
    mention = link.mention
    rest = _REST_OF_LIST.match(text, mention.start, mention.end) is not None
    return rest and _PLURAL.match(text, mention.end) is not None


def _is_person(first: str) -> bool:
    """Whether the noun of words before a list is somebody's ("The chief of the police")."""
    head = _OF.split(first, maxsplit=1)[0].split()[-1].lower()
    form = number_words().nouns.get(head)
    return form is not None and form.kind in _PEOPLE and not form.plural


_OF = re.compile(r"\s(?:of|from|at|in)\s", re.IGNORECASE)
_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})


_CUT = re.compile(rf".*\sand\s{_NUMBER}", re.IGNORECASE | re.DOTALL)
_CUT_OFF = re.compile(r"\s(?!(?:and|or|of|in|at|on|were|are|was)\b)[a-z][\w-]*(?=\W|\Z)")
"""Words behind a number that was cut off those whom it counts."""


def _whole_number(text: str, link: Link) -> Link:
    """Return a link with the noun that a mark cut off its last number ("her son and two")."""
    mention = link.mention
    if _CUT.fullmatch(text, mention.start, mention.end) is None:
        return link
    nouns = number_words().nouns
    end = mention.end
    for _ in range(_MOST_CUT):
        more = _CUT_OFF.match(text, end)
        if more is None:
            return link
        end = more.end()
        form = nouns.get(more.group().split()[-1].lower())
        if form is not None and form.plural:
            return replace(link, mention=replace(mention, end=end))
    return link


_MOST_CUT = 3
"""Words between a number and its noun, the noun among them, at most."""


def _second_of_two(text: str, span: Span, before: str) -> Span | None:
    """Return the words for the second of two told under one article ("a father and daughter")."""
    for pattern, first in ((_KIN_PAIR, _ONE_OF_KIN), (_COUPLE, _ONE_OF_TWO)):
        pair = pattern.match(text, span.end, span.end + _REACH)
        if pair is None or first.fullmatch(text, span.start, span.end) is None:
            continue
        # "Aro Vell, a father and son, was killed" is one man; "they killed a father and son." two.
        if pair.groupdict().get("ends") is None or _GOVERNED.search(before) is not None:
            return Span(*pair.span("other"))
    return None


def _is_taken(found: Span, taken: Sequence[Span]) -> bool:
    return any(found.overlaps(span) for span in taken)
