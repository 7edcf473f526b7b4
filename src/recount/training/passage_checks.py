"""What can be wrong with a passage that keeps the form: marks, ids, figures, dates, length."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from recount.model import Property, Qualifier
from recount.training.passage_form import (
    COUNT_LABELS,
    FIGURE_FLAGS,
    Account,
    Figure,
    Flag,
    Label,
    Mark,
    Passage,
)

WORDS_AT_LEAST = 40
WORDS_AT_MOST = 200
"""Length of a passage's text without marks, as ordered."""

_REAL_NAMES = (
    "Afghan|Al-Qaeda|Al-Shabaab|Azov|Basij|Boko|Contra|Contras|Daesh|ELN|ETA|FARC|FMLN|Fatah|FLN|"
    "GAM|Hamas|Haqqani|Hezbollah|Hizbullah|Houthi|Houthis|IRA|ISIL|ISIS|ISKP|ISWAP|Israeli|"
    "Janjaweed|JNIM|Kurdish|LTTE|M23|Mai-Mai|MILF|MNLF|MRTA|Mujahideen|NATO|NPA|Naxalite|"
    "Naxalites|PKK|PLO|Palestinian|Peshmerga|RPF|Russian|Sandinista|Sendero|Spetsnaz|Syrian|"
    "Taliban|TTP|Ukrainian|UNITA|UPC|Wagner|YPG|Zapatista|Zetas"
)
"""Names of real groups and peoples that no passage may hold; a test looks for countries."""

_REAL = re.compile(rf"\b(?:{_REAL_NAMES}|{_REAL_NAMES.upper()})\b")
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: number for number, word in enumerate(_ONES)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_NUMBERS |= {
    f"{ten}-{one}": 10 * tens + ones
    for tens, ten in enumerate(_TENS, 2)
    for ones, one in enumerate(_ONES)
    if 0 < ones < 10
}
_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[A-Za-z]+(?:-[A-Za-z]+)*|[,;:]")
_AGE = re.compile(r"\d+[- ](?:years?|yr)[- ]old")
_NOT_PLAIN = frozenset(
    {
        ",",
        ";",
        ":",
        "and",
        "or",
        "to",
        "couple",
        "dozen",
        "dozens",
        "hundred",
        "thousand",
        "million",
    }
)
_WEEKDAY = re.compile(rf"\b({'|'.join(calendar.day_name)})\b", re.IGNORECASE)
_MONTHS = "|".join(calendar.month_name[1:])
_MONTH_DAY = re.compile(rf"\b(?:(\d\d?) ({_MONTHS})|({_MONTHS}) (\d\d?))\b", re.IGNORECASE)
_STANCED = frozenset(set(Flag) - FIGURE_FLAGS)
_VOICE = frozenset({Label.SOURCE, Label.CUE, Label.CONTENT})


def problems_of(passage: Passage) -> Iterator[str]:
    """Yield what is wrong with a passage, one clause each."""
    yield from _shape(passage)
    yield from _labels(passage)
    yield from _ids(passage)
    for account in passage.accounts:
        yield from _places(passage, account)
        yield from _counts(passage, account)
        yield from _dates(passage, account)
    yield from _tallies(passage)
    words = len(passage.text.split())
    if not WORDS_AT_LEAST <= words <= WORDS_AT_MOST:
        yield f"{words} words, not {WORDS_AT_LEAST} to {WORDS_AT_MOST}"
    for match in _REAL.finditer(passage.text):
        yield f"names {match[0]}, which is real"


def words_of(passage: Passage, mark: Mark) -> str:
    """Return the words that a mark holds."""
    return passage.text[mark.start : mark.end]


def _shape(passage: Passage) -> Iterator[str]:
    around: list[Mark] = []
    last = 0
    for mark in passage.marks:
        words = words_of(passage, mark)
        if not 0 <= mark.start < mark.end <= len(passage.text) or words.strip() != words:
            yield f"the mark {words!r} is empty, outside the text, or edged by space"
        if mark.start < last:
            yield f"the mark {words!r} is out of order"
        last = mark.start
        while around and around[-1].end <= mark.start:
            around.pop()
        if around and mark.end > around[-1].end:
            yield f"the mark {words!r} crosses another"
        if any(mark.label is other.label and set(mark.ids) & set(other.ids) for other in around):
            yield f"{mark.label.value} of {words!r} lies inside another of its kind"
        around.append(mark)


def _labels(passage: Passage) -> Iterator[str]:
    for mark in passage.marks:
        words = words_of(passage, mark)
        wanted = "s" if mark.label in _VOICE else "t" if mark.label is Label.TALLY else "a"
        if any(id_[0] != wanted for id_ in mark.ids):
            yield f"{mark.label.value} of {words!r} takes ids of kind {wanted}"
        if (mark.label is Label.CLUTTER) != (len(mark.ids) == 0):
            yield f"{mark.label.value} of {words!r} has too few or too many ids"
        if mark.flag in _STANCED and mark.label is not Label.PERPETRATOR:
            yield f"{words!r}: a stance stands only with a perpetrator"
        if mark.flag in FIGURE_FLAGS and mark.label not in COUNT_LABELS:
            yield f"{words!r}: part and more stand only with counts"


def _ids(passage: Passage) -> Iterator[str]:
    used = {id_ for mark in passage.marks for id_ in mark.ids}
    described = {item.id for item in passage.accounts}
    described |= {item.id for item in passage.attributions}
    described |= {item.id for item in passage.tallies}
    for id_ in sorted(used - described):
        yield f"{id_} is marked but not described"
    for id_ in sorted(described - used):
        yield f"{id_} is described but not marked"
    needed = [(account.id, {Label.TRIGGER}) for account in passage.accounts]
    for voice in passage.attributions:
        needed += [(voice.id, {Label.CONTENT}), (voice.id, {Label.SOURCE, Label.CUE})]
    for id_, labels in needed:
        if not any(id_ in mark.ids and mark.label in labels for mark in passage.marks):
            yield f"{id_} has no {' or '.join(sorted(labels))}"


def _of(passage: Passage, id_: str, label: Label) -> list[Mark]:
    return [mark for mark in passage.marks if id_ in mark.ids and mark.label is label]


def _places(passage: Passage, account: Account) -> Iterator[str]:
    marked = [words_of(passage, mark) for mark in _of(passage, account.id, Label.PLACE)]
    if account.place is None:
        if marked:
            yield f"{account.id} marks a place but its line gives none"
    elif account.place not in marked:
        yield f"{account.id}: {account.place!r} is not marked as its place"


def _counts(passage: Passage, account: Account) -> Iterator[str]:
    figures = dict(account.counts)
    for label in sorted(COUNT_LABELS):
        marks = _of(passage, account.id, label)
        figure = figures.get(Property(label.value))
        if (figure is None) != (len(marks) == 0):
            yield f"{account.id}: {label.value} stands only in the line or only in the marks"
        elif figure is not None and not _agrees(passage, figure, marks):
            yield f"{account.id}: {label.value} does not agree with the marked words"


def _agrees(passage: Passage, figure: Figure, marks: Sequence[Mark]) -> bool:
    """Whether a figure is what its marks say, as far as they are plain numbers."""
    numbers = [plain_number(words_of(passage, mark)) for mark in marks]
    if figure.value is None or figure.qualifier is Qualifier.BETWEEN or None in numbers:
        return True
    flagged: dict[Flag | None, list[int]] = {}
    for number, mark in zip(numbers, marks, strict=True):
        if number is not None:
            flagged.setdefault(mark.flag, []).append(number)
    added = _sums(flagged.get(Flag.MORE, []))
    wholes = set(flagged.get(None, [])) or _sums(flagged.get(Flag.PART, []))
    return any(figure.value - number in added for number in wholes)


def _sums(numbers: Sequence[int]) -> set[int]:
    """Return what any choice of the numbers adds up to: voices may give rival parts."""
    sums = {0}
    for number in numbers:
        sums |= {total + number for total in sums}
    return sums


def plain_number(words: str) -> int | None:
    """Return the number in words that hold exactly one, else nothing.

    >>> plain_number("at least 12 soldiers"), plain_number("a teacher"), plain_number("his wife")
    (12, 1, None)
    """
    tokens = _TOKEN.findall(_AGE.sub("", words.lower()))
    if any(token in _NOT_PLAIN for token in tokens):
        return None
    if tokens and tokens[0] in {"no", "nobody", "none"}:
        return None if tokens[1:2] in (["fewer"], ["less"]) else 0
    found = [_NUMBERS[token] for token in tokens if token in _NUMBERS]
    digits = [token.replace(",", "") for token in tokens if token[0].isdecimal()]
    found += [int(digit) for digit in digits if digit.isdecimal() and f"{digit}-" not in words]
    if not found and tokens and tokens[0] in {"a", "an", "another"}:
        return 1
    return found[0] if len(found) == 1 else None


def _dates(passage: Passage, account: Account) -> Iterator[str]:
    published = passage.facts.published
    for mark in _of(passage, account.id, Label.TIME):
        words = words_of(passage, mark)
        if account.when != "unknown" and not _names_month_day(words, account.when):
            yield f"{account.id}: {words!r} is not {account.when}"
    if published is None or len(account.when) != len("2031-03-05"):
        return
    day = date.fromisoformat(account.when)
    near = {"yesterday": published - timedelta(days=1), "today": published}
    near["tomorrow"] = published + timedelta(days=1)
    for mark in _of(passage, account.id, Label.TIME):
        words = words_of(passage, mark).lower()
        named = _WEEKDAY.findall(words)
        if len(named) == 1 and named[0] != calendar.day_name[day.weekday()].lower():
            yield f"{account.id}: {account.when} is no {named[0].capitalize()}"
        if near.get(words, day) != day:
            yield f"{account.id}: {words} is not {account.when}"


def _names_month_day(words: str, when: str) -> bool:
    """Whether the days that words name in full are those of a date or range."""
    ends = when.split("/")
    for match in _MONTH_DAY.finditer(words):
        month = list(calendar.month_name).index((match[2] or match[3]).capitalize())
        ending = f"-{month:02}-{int(match[1] or match[4]):02}"
        if not any(end.endswith(ending) for end in ends):
            return False
    return True


def _tallies(passage: Passage) -> Iterator[str]:
    for tally in passage.tallies:
        marks = _of(passage, tally.id, Label.TALLY)
        if not _agrees(passage, tally.figure, marks):
            yield f"{tally.id} does not agree with the marked words"
