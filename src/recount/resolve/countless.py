"""Words marked as people counted that count nobody.

Ages, children that somebody has, whose kin somebody is, animals, pictures and films, anyone whom
a law protects.
"""

from __future__ import annotations

import re

from recount.model import Span
from recount.resolve.spared import is_spared
from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.small_numbers import SMALL_NUMBERS

_AGE = re.compile(r"\W*age[sd]?\s+\d{1,3}\W*", re.IGNORECASE)
_PARENT = re.compile(
    r"\b(?:father|mother|parent|grandfather|grandmother|dad|mum|mom|guardian)s?\s+(?:of|to)\s+$",
    re.IGNORECASE,
)
_KIN_OF = re.compile(
    r"(?P<of>\b(?:half-?)?(?:sister|brother|cousin)s?\s+of\s+(?:the\s+|these\s+|those\s+)?)$",
    re.IGNORECASE,
)
"""Words before the people whose kin somebody is ("the sister of the two boys")."""
_HIT_BEFORE_KIN = re.compile(
    r"\b(?:kill\w*|shot|wound\w*|injur\w*|murder\w*)\s+(?:an?|the)\s+$", re.IGNORECASE
)
_SEVERAL = re.compile(rf"(?:the\s+|these\s+|those\s+)?(?:{SMALL_NUMBERS}|\d+)\b", re.IGNORECASE)
_WERE_HIT = re.compile(
    r",?\s+(?:who|that)\b|[^.;\n]{0,60}?\bthey\b|\s+(?:killed|slain|shot|murdered|wounded|injured)\b",
    re.IGNORECASE,
)
_PARENT_WORD = re.compile(
    r"\b(?:father|mother|parent|grandfather|grandmother|dad|mum|mom|guardian)s?\s+$", re.IGNORECASE
)
_CHILDREN = re.compile(rf"of\s+(?:\d|an?\b|one\b|{SMALL_NUMBERS})", re.IGNORECASE)
"""Words that say how many children somebody has ("of three")."""
ANIMAL = (
    r"(?:deer|elk|moose|cattle|cows?|sheep|goats?|dogs?|puppies|horses?|donkeys?|mules?|pigs|hogs?|wolves|"
    r"chickens?|camels?|buffalo(?:es)?|bulls?|oxen|yaks?|elephants?|rhinos?|animals?|livestock)"
)
_ANIMALS = re.compile(rf"(?:(?!and\b|or\b|with\b)[\w-]+\s+){{0,4}}{ANIMAL}\W*", re.IGNORECASE)
_NUMBER_ONLY = re.compile(rf"(?:{SMALL_NUMBERS}|a|one|dozens of|hundreds of|some|[\d,]+)\W*", re.I)
ANIMALS_AFTER = re.compile(
    rf"\s+(?:(?!and\b|or\b|with\b|to\b|in\b|of\b|were\b|was\b)[a-z-]+\s+)?{ANIMAL}\b(?!['’\w-])"
    r"(?!\s+(?:herd\w*|owners?|traders?|farmers?|rustlers?|thie\w+|keepers?|breeders?|rearers?|dealers?|"
    r"handlers?|market|raid\w*))",
    re.IGNORECASE,
)
"""Animals behind a number."""
_DIGITS = re.compile(r"\W*\d{1,4}\b")
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:$")
"""Minutes before seconds, which stand before the title of a film ("0:47 ...")."""
_AGES_BEFORE = re.compile(
    r"\bage[sd]?\s+(?:\d{1,3}(?:,\s*(?:and\s+)?|\s+(?:and|to|or)\s+))*$|"
    r"\bages?\s+(?:was|is|were)?\s*(?:given|listed|reported|stated|put)\s+(?:as|at)\s+$",
    re.IGNORECASE,
)
_AGED_KIN = re.compile(
    r"\b(?:sons?|daughters?|child(?:ren)?|boys?|girls?|brothers?|sisters?|twins|teenagers?|youths?|"
    r"m[ae]n|wom[ae]n)(?:\s+(?:both\s+)?of\s+(?:\d{1,2}\s+and\s+)?|(?P<comma>,)\s+)$",
    re.IGNORECASE,
)
"""Words before the ages of those just named ("his sons of 17 and 20")."""
_BOTH_AGED = re.compile(r",\s+(?:both|each)\s+$", re.IGNORECASE)
_TOO = re.compile(r"\b(?:too|so)\s+$", re.IGNORECASE)
_MANY = re.compile(r"many\b", re.IGNORECASE)
_AGES = re.compile(r"\W*\d{1,3}(?:(?:,\s*(?:and\s+)?|\s+(?:and|to|or)\s+)\d{1,3})*\W*")
"""Ages of several people ("ages 18, 21 and 35")."""
_ANYONE = re.compile(
    r"(?:an)?other(?:\s+(?:person|people|human(?:\s+being)?))?s?|any(?:one|body)|some(?:one|body)|people",
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(
    r"\b(?:intended|meant|destined)\s+(?:for|to (?:kill|hit|strike|harm))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before those whom a bullet was meant for, and did not hit."""
_COULD = re.compile(
    r"\b(?:to|could|can|may|might|would|will)\s+(?:\w+\s+(?:or|and)\s+)?"
    r"(?:kill|injure|harm|wound|hurt|shoot|endanger)\s+$",
    re.IGNORECASE,
)
"""Words of a law, or of what may yet be done to anyone."""
_A_DEATH = re.compile(
    r"(?:an?|any|one)\s+(?:single\s+)?(?:fatality|death|casualty|life)", re.IGNORECASE
)
_NO_SUCH = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bwithout)\s+(?:(?:have|had|see|seen|lose|lost|suffer|suffered)\s+)?$",
    re.IGNORECASE,
)
"""A death that there was not, or is hoped not to be ("we will not have a fatality")."""
_PICTURE = re.compile(
    r"\b(?:image|photo|picture|slide|page|gallery|video|part)\s+$|\b\d+\s+(?:of|/)\s+(?:/\s+)?$",
    re.IGNORECASE,
)
_OF_PICTURES = re.compile(r"\s+(?:of|/)\s+/?\s*\d", re.IGNORECASE)
"""What numbers a picture in its caption ("Image 1 of 3")."""
_OF_SO_MANY = re.compile(
    r"\b(?:image|photo|picture|slide|page)\s+\d+\s+(?:of|/)\s+(?:/\s+)?$", re.IGNORECASE
)
_NONE_OF = re.compile(
    r"\bn(?:one|either)\s+of\s+(?:the|those|these|them|its|his|her|their)?\s*$", re.IGNORECASE
)
_SPEAKER = re.compile(r"\baccording\s+to\s+$", re.IGNORECASE)
"""Words before whoever tells of it ("according to an army spokesman, a boy was shot")."""
_BROADCASTER = re.compile(r"\b(?:(?-i:[A-Z]{3,5})|channel|fox)\s+$", re.IGNORECASE)
_NEWS = re.compile(
    r"\s+(?:(?:Eyewitness|Action|Local)\s+)?News\b|\s+On Your Side\b|\W*(?:report|said)"
)
"""What stands around the number of a broadcaster ("documents obtained by WVEL 7 News")."""
_ALMOST = re.compile(
    r"\b(?:nearly|almost|narrowly|all but)\s+(?:\w+ly\s+)?(?:kill(?:ed|ing|s)|murdered|died|"
    r"claim(?:ed|ing) the li(?:fe|ves) of|took the li(?:fe|ves) of)\s+$",
    re.IGNORECASE,
)
_ALMOST_AFTER = re.compile(
    r"\s+(?:(?:was|were|had been|have been)\s+)?(?:nearly|almost|narrowly)\s+(?:killed|died|"
    r"murdered|shot dead)\b",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\s+(?:was|were|is|are|has been|have been|had been)(?:\s+(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?"
    r"(?:killed|dead|murdered|shot dead|wounded|injured|hurt|hit|harmed)\b"
    r"(?!\s+(?:by\s|in\s+(?:an?\s+)?(?:combat|clash\w*|action|fighting|battle|cross-?fire)\b)|[^.;]{0,60}\bbut\b)",
    re.IGNORECASE,
)
"""Words after people to whom it did not happen ("another child was not killed")."""
_OWN_LIFE = re.compile(r"\W*(?:his|her|their)\s+own\s+li(?:fe|ves)\W*", re.IGNORECASE)
"""The life that somebody took is told by its verb, and is nobody further."""
_CRIMES = re.compile(
    r"\b(?:counts?|charges?|sentences?|terms|warrants?|attempts?)\W*$", re.IGNORECASE
)
"""Nouns of a court, which end no telling of people ("one count")."""
_SUM_OF_YEAR = re.compile(
    r"\b(?:homicides?|murders?|killings?|deaths?)\s+(?:total|count|tally|number|figure)\s+"
    r"(?:(?:for|of|in)\s+the\s+year\s+)?(?:to|at|is|was|stands at|of)\s+$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:times|(?:gun)?shots|rounds|bullets|threats|blows|wounds|4x4s?)\W*$", re.IGNORECASE
)
"""Nouns that end no telling of people ("was shot multiple times")."""
_TIME = re.compile(r"\b(?:minutes|hours|days|weeks|months|years)\W*$", re.IGNORECASE)
_WITH_TIME = re.compile(r"\w\s+(?:aged|of|in|over|within|during)\s", re.IGNORECASE)
"""What makes a time part of a telling of people ("a girl aged nine years", "30 in two days")."""
_NUMBER = re.compile(r"\W*\d+\W*")
_CALL_FOR_HELP = re.compile(
    r"\W*(?:911|9-1-1|999)(?P<noun>\s+(?:calls?|callers?|dispatch\w*))?\W*", re.IGNORECASE
)
_CALLED = re.compile(r"\b(?:call\w*|dial\w*|phon\w*|rang)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_CALLED_AFTER = re.compile(r"\W*(?:call|dispatch|operator|hang-?up|emergency)", re.IGNORECASE)
"""The number that people call for help, by what stands beside it."""
_LOOK_BACK = 60
"""Characters before words in which such words stand."""
_NO_PEOPLE = frozenset(
    {
        QuantityKind.MONEY,
        QuantityKind.DISTANCE,
        QuantityKind.MEASURE,
        QuantityKind.DURATION,
        QuantityKind.PERCENT,
        QuantityKind.TIME,
    }
)


_SPARED_BEFORE = (_PARENT, _NONE_OF, _ALMOST, _MEANT_FOR, _SUM_OF_YEAR, _SPEAKER)
"""What stands before those to whom nothing happened, or who are counted elsewhere."""


def counts_nobody(text: str, span: Span) -> bool:
    """Return whether words marked as people count nobody who was hit.

    >>> told = "A mother of three was hit."
    >>> counts_nobody(told, Span(12, 17)), counts_nobody(told, Span(0, 8))
    (True, False)
    """
    words = span.of(text)
    if _AGE.fullmatch(words) is not None or _OWN_LIFE.fullmatch(words) is not None:
        return True
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    if _is_of_others(text, span, words, before) or _is_aside(words, before):
        return True
    if any(pattern.search(before) is not None for pattern in _SPARED_BEFORE):
        return True
    if is_spared(text, span):
        return True
    if any(one.search(words) is not None for one in (_CRIMES, _NO_PERSON)):
        return True
    if _is_measure(text, span):
        return True
    if _TIME.search(words) is not None and _WITH_TIME.search(words) is None:
        return True
    if _is_call_for_help(text, span, before):
        return True
    if any(p.match(text, span.end) is not None for p in (_ALMOST_AFTER, _NOT_AFTER)):
        return True
    return _NUMBER.fullmatch(words) is not None and _numbers_things(text, span, before)


def _is_measure(text: str, span: Span) -> bool:
    """Whether words are all a weight, a length or the like ("about 20 kilograms")."""
    return any(
        q.start <= span.start and span.end <= q.end
        for q in find_quantities(text)
        if q.kind in (QuantityKind.MEASURE, QuantityKind.DISTANCE, QuantityKind.MONEY)
    )


def _is_of_others(text: str, span: Span, words: str, before: str) -> bool:
    """Whether the words only say whose kin somebody is, or count animals."""
    if _ANIMALS.fullmatch(words) is not None:
        return True
    numbered = _NUMBER_ONLY.fullmatch(words) is not None
    if numbered and ANIMALS_AFTER.match(text, span.end) is not None:
        return True
    if _CHILDREN.match(words) is not None and _PARENT_WORD.search(before) is not None:
        return True
    kin = _KIN_OF.search(before)
    if kin is None or _SEVERAL.match(words) is None:
        return False
    governed = _HIT_BEFORE_KIN.search(before[: kin.start("of")]) is not None
    return not governed and _WERE_HIT.match(text, span.end) is None


def _is_aside(words: str, before: str) -> bool:
    """Whether they are the seconds of a film, ages, a death that was not, or anyone of a law."""
    if _DIGITS.match(words) is not None and _CLOCK.search(before) is not None:
        return True
    aged = _AGES_BEFORE.search(before) is not None or _BOTH_AGED.search(before) is not None
    kin = _AGED_KIN.search(before)
    of_kin = kin is not None and (kin["comma"] is None or " and " in words)
    if _AGES.fullmatch(words) is not None and (aged or of_kin):
        return True
    if _MANY.match(words) is not None and _TOO.search(before) is not None:
        return True
    if _A_DEATH.fullmatch(words) is not None and _NO_SUCH.search(before) is not None:
        return True
    return _ANYONE.fullmatch(words) is not None and _COULD.search(before) is not None


def _is_call_for_help(text: str, span: Span, before: str) -> bool:
    call = _CALL_FOR_HELP.fullmatch(text, span.start, span.end)
    if call is None:
        return False
    beside = _CALLED.search(before) or _CALLED_AFTER.match(text, span.end)
    return call["noun"] is not None or beside is not None


def _numbers_things(text: str, span: Span, before: str) -> bool:
    """Whether a bare number is that of a picture, or of what is measured ("1 1/2 years ago")."""
    if _PICTURE.search(before) is not None and _OF_PICTURES.match(text, span.end) is not None:
        return True
    if _OF_SO_MANY.search(before) is not None:
        return True
    if _BROADCASTER.search(before) is not None and _NEWS.match(text, span.end) is not None:
        return True
    return any(
        q.start <= span.start and span.end <= q.end
        for q in find_quantities(text)
        if q.kind in _NO_PEOPLE
    )
