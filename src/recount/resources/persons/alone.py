"""Persons named by one word alone, beside what fits a person only: an age, a calling, a naming.

Many people have one name, and reports give only the first name of those at risk. No such name
is public: whoever holds an office is given with it, and is found by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recount.resources.persons.nouns import FoundPerson, Ranged
from recount.resources.persons.patterns import DATES, KIN_WORDS
from recount.resources.persons.words import person_words
from recount.resources.phrases import by_letter

ALONE = "a single name beside an age, a calling or a word of naming"
"""Why such a name is withheld."""

_REST = r"[a-zà-öø-ÿ]{2,}(?:[-’'][A-ZÀ-Þ]?[a-zà-öø-ÿ]+)*"
_NAME = rf"[A-ZÀ-ÖØ-Þ]{_REST}"
# What stands before the name is looked at behind its first letter: a pattern that begins with
# a set of letters is tried at these alone.
_ALONE = rf"(?P<name>[A-ZÀ-ÖØ-Þ](?<![\w-].){_REST})(?![\w-])(?!\s[A-ZÀ-Þ])"
_YEARS = r"(?:aged\s)?\d{1,2}"
_SPOKE = r"(?:said|says|told|tells|recalled|recounted|added|testified|described|remembered)"
_FARE = rf"(?:{_SPOKE}|was|is|had|has|died|fled|lost|ran|saw|heard|lives|lived|survived)"

_AGED = re.compile(
    rf"{_ALONE}(?=,\s{_YEARS}(?:[,.;]|\swho\b)|,\s(?:an?|the)\s(?:\w+\s){{0,2}}\d{{1,2}}[- ]year)"
)
_OLD = re.compile(rf"\b(?:\d{{1,2}}|[A-Za-z]+)[- ]years?[- ]old,?\s{_ALONE}")
_PAREN = re.compile(
    rf"\b(?:dead|victims?|killed|named|identified|injured|wounded)\b[^.\n(]{{0,70}}{_ALONE}"
    rf"(?=\s\({_YEARS}\))"
)
_PSEUDONYM = re.compile(
    rf"{_ALONE}(?=\s\((?:not\s(?:his|her|their)\sreal|(?:his|her|their)?\s?name\s(?:has\sbeen\s|was\s)?"
    r"changed|a\spseudonym|pseudonym)|,\s(?:whose\s(?:real\s)?name|not\s(?:his|her|their)\sreal"
    r"|a\spseudonym|who(?:,?\slike\s[\w\s]{3,30})?,?\s(?:uses|goes\sby|has|gave)\s(?:only\s|just\s)?(?:one|a\ssingle)\sname))"
)
_NAMED = re.compile(
    r"\b(?:(?:named|identified|known|speaking|spoke)\s(?:only|simply|just)\s(?:as|by)(?:\sthe\sname)?"
    r"|gave\s(?:his|her|their)\s(?:first\s)?names?\s(?:only\s)?as|(?:gave|give)\sonly\s(?:his|her|their)"
    r"\s(?:first\s)?names?,?|(?:first|last)\snames?(?:\sonly)?,|a\scertain|surnamed"
    r"|[Aa]ccording\sto(?=\s[\w-]+,\s(?:his|her)\b)"
    rf"|(?:called|identified)\s(?:himself|herself)(?:\s(?:only\s)?as)?)\s{_ALONE}"
)
_AGED_LIST = re.compile(rf"{_NAME}\s\(\d{{1,2}}\)(?:(?:,\s|,?\sand\s){_NAME}\s\(\d{{1,2}}\))+")
_INITIAL = re.compile(rf"(?P<name>(?P<first>{_NAME})\s[A-ZÀ-Þ]\.?)(?=[,;.)\s])(?!\s?[A-ZÀ-Þ])")
_TOLD = re.compile(rf"(?:\b{_SPOKE}\s)?{_ALONE}(?P<after>\s{_SPOKE}\b)?(?P<stop>[,.])?")
_OWNED = re.compile(
    rf"{_ALONE}(?=['’]s\s(?:(?:two|three|four|five|six|young|elder|late)\s)?"
    rf"(?:{KIN_WORDS}|family|parents?|body|funeral)\b)"
)
_NICKNAME = re.compile(
    r",?\s\(?(?:alias|a\.?k\.?a\.?|also\sknown\sas|nicknamed|nom\sde\sguerre)\s[\"“‘']?"
    rf"(?P<name>{_NAME}(?:\s{_NAME}){{0,2}})"
)
_TOGETHER = re.compile(
    rf"(?P<first>,\s|,?\sand\s)(?P<name>{_NAME})(?![\w-])(?!\s[A-ZÀ-Þ])(?!['’]s)"
)

_PART = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’'-]*\s$")
_PLACED = re.compile(r"\b(?:in|at|near|from|around|outside|to|of|town|village|city)\s$")
_REACH = 25
"""Characters before a name in which a longer name or a word of places shows."""


_MORE_CALLINGS = (
    *("seminarian", "peasant", "herder", "fisherman", "miner", "rancher", "vendor", "herdsman"),
)


@cache
def _called() -> tuple[re.Pattern[str], ...]:
    """Patterns of a private calling beside a name."""
    kinds = [word for word, kind in person_words().roles.items() if kind == "private"]
    singular = [word for word in kinds if word not in ("victims",)]
    longest_first = sorted(singular, key=lambda word: (-len(word), word))
    calling = rf"(?:{by_letter([*longest_first, *_MORE_CALLINGS])})"
    end = r"(?=[,.;)]|\s(?:of|from|in|at|who|with|said|and|whose|living)\b)"
    return (
        re.compile(rf"{_ALONE},\s(?:an?|the|his|her)\s(?:[a-z-]+\s){{0,3}}?{calling}{end}"),
        re.compile(
            rf"\b(?i:an?|the|his|her|their|one|another)\s(?:[a-z-]+\s){{0,2}}?{calling},\s{_ALONE}(?=,)"
        ),
        re.compile(rf"\b(?i:{calling})\s{_ALONE}(?=\s{_FARE}\b)"),
        re.compile(
            rf"\b(?:{calling}|man|woman|person|youth|teenager)\b,?\s(?:[a-z]+\s){{0,3}}?(?:named|called"
            rf"|identified\s(?:only\s)?as|known\s(?:only\s)?as)\s{_ALONE}"
        ),
        re.compile(
            rf"\b(?:dead|deceased|victims?|men|women|boys|girls|suspects?|detainees|attackers?)\b"
            rf"[^.;\n]{{0,30}}\b(?:named|identified)\b[^.;\n]{{0,25}}?\bas\s{_ALONE}"
        ),
    )


def names_alone(
    text: str, known: Sequence[Ranged] = (), people: Sequence[FoundPerson] = ()
) -> Iterator[FoundPerson]:
    """Yield single names of private persons, and nicknames of those found, in no order.

    Args:
        text: the text.
        known: names of places and groups; an age alone beside one of them makes no person.
        people: names of people already found.

    >>> text = "Merin, a 23-year-old nurse, said so. A farmer, Tolo, fled."
    >>> [p.name for p in names_alone(text)]
    ['Merin', 'Tolo']
    """
    met = {(person.start, person.end) for person in people}
    for start, end in _spans(text, known):
        if any(first < end and start < last for first, last in met):
            continue
        met.add((start, end))
        yield FoundPerson(start, end, text[start:end], public=False, reason=ALONE)
    for person in people:
        called = _NICKNAME.match(text, person.end)
        if called is not None:
            reason = person.reason if person.public else ALONE
            yield FoundPerson(*called.span("name"), person.name, person.public, reason)


def _spans(text: str, known: Sequence[Ranged]) -> Iterator[tuple[int, int]]:
    for pattern in (_PSEUDONYM, _OLD, _NAMED, _PAREN, *_called()):
        for match in pattern.finditer(text):
            if _may_be_name(text, match, known if pattern is _PAREN else ()):
                yield match.span("name")
                yield from _together(text, match.end("name"))
    for pattern in (_AGED, _OWNED):
        for match in pattern.finditer(text):
            if _may_be_name(text, match, known) and not _is_placed(text, match.start("name")):
                yield match.span("name")
    yield from _listed_spans(text, known)


def _listed_spans(text: str, known: Sequence[Ranged]) -> Iterator[tuple[int, int]]:
    """Where listed given names stand beside what would be too weak for any other word."""
    listed = person_words().given
    for match in _TOLD.finditer(text):
        spoke = match.start() < match.start("name")
        once = spoke != (match["after"] is not None) and (not spoke or match["stop"] is not None)
        if once and match["name"].lower() in listed and _may_be_name(text, match, known):
            yield match.span("name")
    for ages in _AGED_LIST.finditer(text):
        names = list(re.finditer(rf"(?P<name>{_NAME})\s\(", ages.group()))
        if any(name["name"].lower() in listed for name in names):
            at = ages.start()
            yield from ((at + name.start(), at + name.end("name")) for name in names)
    for match in _INITIAL.finditer(text):
        if match["first"].lower() in listed and _may_be_name(text, match, known):
            yield match.span("name")


def _together(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a second name stands beside one introduced ("named as Merin and Tolo")."""
    match = _TOGETHER.match(text, at)
    if match is not None and "and" in match["first"] and not _is_common(match["name"]):
        yield match.span("name")


def _may_be_name(text: str, match: re.Match[str], known: Sequence[Ranged]) -> bool:
    start, end = match.span("name")
    if _is_common(match["name"].split()[0]):
        return False
    if any(item.start < end and start < item.end for item in known):
        return False
    part = _PART.search(text, max(0, start - _REACH), start)
    return part is None or _opens(part)


def _opens(part: re.Match[str]) -> bool:
    """Whether the capital word before a name is a calling that opens its sentence."""
    low = part.group().strip().lower()
    return (
        low.endswith("-old")
        or person_words().roles.get(low) == "private"
        or low in person_words().not_first
    )


def _is_placed(text: str, start: int) -> bool:
    return _PLACED.search(text, max(0, start - _REACH), start) is not None


def _is_common(word: str) -> bool:
    """Whether a word is no name: a date, a people, a body, an office."""
    low, listed = word.lower(), person_words()
    if low in DATES or low in listed.not_first or low in listed.not_person:
        return True
    return (
        low in listed.demonyms
        or low in listed.states
        or low in listed.roles
        or low in listed.plain_titles
        or low in listed.public_titles
        or low.endswith(("ists", "ians", "ians'"))
    )
