"""Words that look like numbers and times, by plain expressions that know nothing of the product.

The exams of numbers and dates are drawn from what these find, and not from what the product
finds, so that what the product misses is in the exams too. They find too much on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER = f"(?:{'|'.join((_ONES + ' ' + _TENS).split())}|hundred|thousand|million)"
_PEOPLE = (
    "man|woman|men|women|boy|girl|child|children|baby|person|people|soldier|policeman|officer|"
    "guard|guerrilla|peasant|farmer|student|teenager|teen|journalist|priest|worker|driver|"
    "teacher|judge|mayor|civilian|father|mother|brother|sister|son|daughter|wife|husband|friend|"
    "couple|gunman|suspect|victim|passenger|bystander|neighbor|resident"
)
_ONE_PERSON = rf"(?:\w+[ \n]+){{0,2}}(?:{_PEOPLE})s?"
_AND_ANOTHER = rf"(?:,?\s+and\s+(?:an?|his|her|their|two|three|the)\s+{_ONE_PERSON})"

NUMBERS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "none": r"\b(?:no one|no-one|nobody|none)\b|\b(?:no|any)\s+(?:\w+\s+){0,1}"
        r"(?:casualt\w+|injur\w+|victims?|deaths?|fatalit\w+|arrests?|dead|wounded|suspects?)\b",
        "persons": rf"\b(?:an?|another)\s+{_ONE_PERSON}\b{_AND_ANOTHER}*"
        rf"|\b(?:his|her|the)\s+{_ONE_PERSON}\b{_AND_ANOTHER}+",
        "vague": r"\b(?:(?:half\s+a|a|two|three|several)\s+)?(?:dozens?|scores|hundreds|thousands|"
        r"several|numerous|multiple|many|both|a\s+(?:few|couple|handful|pair|number|group)"
        r"(?:\s+of)?)\b",
        "digits": r"(?<![\w$.,/:'’-])[$£€]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|%)?(?![\w])",
        "words": rf"(?<![\w-]){_NUMBER}(?:[\s-](?:and\s+)?{_NUMBER})*\b"
        r"|\b(?:first|second|third|fourth|fifth)\b",
    }.items()
}
"""Kinds of number words, in the order in which one wins over another on the same words."""

_MONTHS = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_SURE_MONTHS = (
    r"(?:january|february|april|june|july|august|september|october|november|december|feb|oct|nov)"
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_UNITS = r"(?:days?|weeks?|months?|years?|hours?|decades?)"
_COUNT = rf"(?:\d+|an?|few|several|a few|a couple of|{'|'.join(_ONES.split())})"
_PARTS = r"(?:\s+(?:morning|afternoon|evening|night))?"
_NEAR = r"(?:last|this|next|past|previous|late|early)"
_CALENDAR = (
    rf"(?:(?:{_DAYS},?\s+)?(?:{_DAY}\s+(?:of\s+)?{_MONTHS}|{_MONTHS}\s+{_DAY})\b"
    rf"(?:,?\s+(?:{_YEAR}|\d\d)\b)?|{_MONTHS},?\s+{_YEAR}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|{_YEAR}-\d\d-\d\d)"
)
_WEEKDAY = rf"(?:(?:{_NEAR}\s+)?{_DAYS}{_PARTS})"

DATES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "since": rf"\b(?:since|until|between|from)\s+(?:{_CALENDAR}|{_WEEKDAY}|{_YEAR}|"
        rf"{_NEAR}\s+(?:week|month|year|night|morning|{_SURE_MONTHS})|yesterday)(?:\s+(?:to|and|until|through)\s+(?:{_CALENDAR}|{_WEEKDAY}|{_YEAR}))?\b",
        "calendar": rf"\b{_CALENDAR}(?!\w)",
        "weekday": rf"\b{_WEEKDAY}\b",
        "ago": rf"\b{_COUNT}\s+{_UNITS}\s+(?:ago|earlier|later|before|after|prior)\b"
        r"|\b(?:the\s+)?(?:same|following|previous|next)\s+(?:day|night|morning|week|month)\b"
        r"|\b(?:the\s+)?day\s+(?:before|after)\b|\bhours\s+(?:earlier|later)\b"
        r"|\bearlier\s+in\s+the\s+(?:day|week|month)\b",
        "relative": rf"\b(?:yesterday|tomorrow|today){_PARTS}\b|\btonight\b|\bovernight\b"
        rf"|\b{_NEAR}\s+(?:week(?:end)?|month|year|night|morning|afternoon|evening|"
        rf"spring|summer|autumn|fall|winter)\b|\b(?:in\s+)?(?:the\s+)?(?:last|past)\s+{_COUNT}\s+{_UNITS}\b"
        rf"|\bearlier\s+(?:today|{_DAYS}|this\s+(?:week|month|year))\b|\brecently\b",
        "named": r"\b(?:christmas|new\s+year['’]?s?|easter|thanksgiving|good\s+friday|ramadan|"
        r"holy\s+week|independence\s+day|labor\s+day|memorial\s+day|halloween|mother['’]?s\s+day)"
        r"(?:\s+(?:day|eve))?\b|\bfourth\s+of\s+july\b",
        "month": rf"\b(?:(?:late|early|mid)[\s-]|(?:last|this|next|in)\s+)?{_SURE_MONTHS}\b",
        "year": rf"(?<![\w$.,/:'’-])(?:the\s+)?{_YEAR}s?\b",
        "lasting": rf"\b(?:for|every|each)\s+(?:{_COUNT}\s+{_UNITS}|{_DAYS}|day|week|night|year)\b"
        r"|\b\d{1,2}(?::\d\d)?\s*[ap]\.?m\b\.?",
    }.items()
}
"""Kinds of time words, in the order in which one wins over another on the same words."""

_CASUALTY = re.compile(
    r"\b(?:kill|dead|die[ds]?\b|dying|death|wound|injur|hurt|casualt|fatal|arrest|detain|captur|"
    r"kidnap|abduct|hostage|missing|disappear|displac|refugee|murder|shot|massacr|victim|slain|"
    r"assassinat|custody|toll\b|bod(?:y|ies)\b)",
    re.IGNORECASE,
)
NEAR = 60
"""Characters on either side of a mention in which a casualty word makes it near to one."""


class Mention(NamedTuple):
    """Words of a kind at an offset of a text."""

    start: int
    end: int
    kind: str


def find(patterns: dict[str, re.Pattern[str]], text: str) -> Iterator[Mention]:
    """Yield what the expressions find; the first kind keeps words that two of them claim."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in patterns.items():
        for match in pattern.finditer(text):
            if any(match.start() < last and first < match.end() for first, last in taken):
                continue
            taken.append(match.span())
            yield Mention(match.start(), match.end(), kind)


def near_casualty(text: str, start: int, end: int) -> bool:
    """Tell whether a word of harm or arrest stands within ``NEAR`` characters."""
    return _CASUALTY.search(text[max(0, start - NEAR) : end + NEAR]) is not None
