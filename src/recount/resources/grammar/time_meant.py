"""Whether a month's name or a number of four figures is meant as a time at its place."""

from __future__ import annotations

import re

from recount.resources.grammar.time_reader import Reader
from recount.resources.grammar.time_words import time_words
from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import number_words

_NAMES_OF_PERSONS = frozenset({"april", "june", "august"})
"""Months that are given names too."""
_OWNERS = frozenset({"a", "an", "his", "her", "its", "their", "our", "my"})
_MOVED = frozenset({"into", "to"})


def month_is_meant(reader: Reader, index: int) -> bool:
    """Whether a month's name alone is one: "in March", "and February", not "the march"."""
    letters = time_words().letters
    before = reader.row[index - 1] if index > 0 else ""
    sure = {letters[name] for name in ("prep", "since", "until", "by", "of", "between", "from")}
    sure |= {letters[name] for name in ("this", "after", "before", "following")}
    if before in sure:
        return reader.tokens.low(index + 1) not in ("be", "have", "not")
    joined = before in {letters["and"], letters["to"], letters["mark_comma"]}
    joined = joined or reader.tokens.low(index - 1) == "or"
    months = {letters["month"], letters["unsure_month"]}
    if joined and index > 1 and reader.row[index - 2] in months:
        return True
    if reader.row[index] != letters["month"]:
        return _is_of_noun(reader.tokens, index)
    if before in (letters["the"], letters["that"]) or reader.tokens.low(index - 1) in _MOVED:
        return True
    if _opens_sentence(reader.tokens, index):
        return True
    return _is_of_event(reader.tokens, index)


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a month that is no given name opens a sentence ("January saw 50 killings")."""
    opens = index == 0 or tokens.low(index - 1) in (".", "!", "?", "\n")
    after = tokens.word(index + 1)
    return opens and tokens.low(index) not in _NAMES_OF_PERSONS and after.islower()


_NO_NOUN = frozenset(
    [
        *("on", "for", "of", "to", "against", "from", "in", "by", "at", "with", "and", "or", "as"),
        *("was", "is", "are", "were", "has", "had", "that", "who", "through", "into", "towards"),
    ]
)


def _is_of_noun(tokens: Tokens, index: int) -> bool:
    """Whether "March" or "May" says which event is meant ("a March raid", not "the march")."""
    if tokens.is_upper(index) or tokens.low(index - 1) not in ("a", "the", "his", "her", "their"):
        return False
    after = tokens.low(index + 1)
    return tokens.word(index + 1).islower() and after.isalpha() and after not in _NO_NOUN


def _is_of_event(tokens: Tokens, index: int) -> bool:
    """Whether a month says which event is meant ("in an August speech", "November's raid")."""
    if tokens.low(index - 1) in _OWNERS:
        return tokens.word(index + 1).islower() and tokens.low(index + 1).isalpha()
    owns = tokens.low(index + 1) in ("'", "’") and tokens.low(index + 2) == "s"
    return owns and tokens.low(index) not in _NAMES_OF_PERSONS and tokens.is_capital(index)


_DEED = re.compile(
    r"(?:deadly |bloody |violent )?(?:attack|raid|bomb|blast|explosion|strike|kill|murder|shoot|"
    r"ambush|clash|fight|violen|unrest|riot|kidnap|abduct|crash|massacre|assault|protest)\w*",
    re.IGNORECASE,
)


def weekend_is_meant(reader: Reader, index: int) -> bool:
    """Whether "weekend" without an article says when a deed was ("weekend raids")."""
    after = " ".join(reader.tokens.low(at) for at in (index + 1, index + 2))
    return _DEED.match(after) is not None


_AT_ALL_TIMES = frozenset({"stay", "stays", "staying", "sleep", "sleeps", "sometimes", "often"})
"""Words before a night that is no one night ("they sometimes stay overnight")."""


_RIDES = frozenset(
    [
        *("bus", "buses", "coach", "coaches", "train", "trains", "ferry", "ferries", "flight"),
        *("flights", "express", "sleeper", "bag", "bags", "guest", "guests", "stay", "stays"),
    ]
)
"""Nouns that "overnight" describes: a ride by night runs every night."""


def day_is_meant(reader: Reader, start: int, end: int) -> bool:
    """Whether "today" or "overnight" dates something, and is not "nowadays" or a habit."""
    tokens = reader.tokens
    if "overnight" in tokens.lows[start:end]:
        ride = tokens.lows[end - 1] == "overnight" and tokens.low(end) in _RIDES
        return tokens.low(start - 1) not in _AT_ALL_TIMES and not ride
    more = [tokens.low(at) for at in range(end, end + 5) if tokens.low(at) not in ("-", ",", "--")]
    return more[:3] != ["more", "than", "ever"]


_SURE_BEFORE_YEAR = (
    *("prep", "since", "until", "by", "of", "from", "between", "and", "to", "into", "the"),
    "mark_open",
    *("early", "late", "middle", "before", "after"),
)
_AFTER_NO_YEAR = frozenset(
    {"block", "gmt", "hours", "hrs", "local", "utc", "est", "sq", "rpm", "blk", "ft"}
)
_ABOUT = frozenset({"about", "around", "for"})
_MAY_COUNT = frozenset({"about", "around", "of", "the", "to", "and", "for"})
_CLOSES = frozenset({"", ".", ",", ";", ")", ":", "\n", "and", "or", "but", "when", "which", "as"})
_IN_TIME = frozenset({"in", "from", "since", "until", "by", "sometime", "dating", "back"})


def year_is_meant(reader: Reader, index: int) -> bool:
    """Whether a number of four figures is a year and counts or names nothing."""
    tokens, letters = reader.tokens, time_words().letters
    if _is_of_copyright(tokens, index):
        return True
    if tokens.low(index - 1) in time_words().labels or tokens.low(index + 1) in _AFTER_NO_YEAR:
        return False
    if _is_clock(tokens, index):
        return False
    before = reader.row[index - 1] if index > 0 else ""
    known = {letters[name] for name in _SURE_BEFORE_YEAR}
    if before not in known and not _is_told(reader, index):
        return False
    if tokens.glued(index) and before != letters["mark_open"]:
        return False
    if tokens.glued(index + 1) and tokens.low(index + 1) in ("-", "/", "%", "m", "km"):
        return False
    if tokens.low(index - 1) in _ABOUT and not _is_dated_about(tokens, index):
        return False
    return not (tokens.low(index - 1) in _MAY_COUNT and _counts(tokens, index + 1))


_AFTER_CLOCK = frozenset(
    ["they", "he", "she", "we", "i", "it", "the", "a", "an", "on", "local", "hours", "gmt", "today"]
)
"""Words after the figures of a clock ("at 2030 they saw"), where a year's noun would stand."""
_HOURS, _MINUTES = 24, 60


def _is_clock(tokens: Tokens, index: int) -> bool:
    """Whether four figures are a time of day without a colon ("at 2030 they heard shots")."""
    if tokens.low(index - 1) != "at" or tokens.low(index + 1) not in _AFTER_CLOCK:
        return False
    hours, minutes = divmod(int(tokens.low(index)), 100)
    return hours < _HOURS and minutes < _MINUTES


def _is_told(reader: Reader, index: int) -> bool:
    """Whether a year without a preposition is one: of an event, in a list, of accounts."""
    tokens = reader.tokens
    if tokens.low(index - 1) in ("fiscal", "calendar"):
        return True
    if tokens.low(index - 1) in ("year", "years") and not tokens.is_capital(index + 1):
        return True
    listed = tokens.low(index - 1) in (",", "or") and not tokens.is_capital(index + 1)
    if listed and reader.row[index - 2 : index - 1] == time_words().letters["year_number"]:
        return True
    return _stands_before_noun(tokens, index)


def _is_dated_about(tokens: Tokens, index: int) -> bool:
    """Whether "from around 1989", "the total for 2012" end with the year and count nothing."""
    if tokens.low(index + 1) not in _CLOSES:
        return False
    return tokens.low(index - 1) == "for" or tokens.low(index - 2) in _IN_TIME


_COPYRIGHT_NAMES = 4


def _is_of_copyright(tokens: Tokens, index: int) -> bool:
    """Whether a year is that of a copyright ("© Osk Times 2031", "Copyright 2031")."""
    for at in range(index - 1, index - 2 - _COPYRIGHT_NAMES, -1):
        if tokens.low(at) in ("copyright", "©"):
            return True
        if not tokens.is_capital(at) and tokens.low(at) not in ("-", "(", ")", ","):
            return False
    return False


_NO_EVENT = frozenset(
    [
        *("metre", "metres", "meter", "meters", "mile", "miles", "kilometre", "foot", "feet"),
        *("page", "word", "words", "calorie", "dollar", "dollars", "euro", "euros", "pound"),
        *("pounds", "ruble", "rouble", "strong", "square", "seat", "model", "edition", "version"),
        *("ton", "tonne", "kilogram", "litre", "liter", "gallon", "acre", "hectare", "kilo"),
        *("white", "black", "silver", "gray", "grey", "blue", "red", "green", "gold", "tan"),
        *("brown", "maroon", "beige", "sedan", "suv", "pickup", "truck", "minivan", "coupe"),
    ]
)
"""Nouns of measure and of wares that a number before them counts or names."""
_OF_ONE = frozenset({"a", "an", "his", "her", "its", "their", "fatal", "deadly", "s"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "s", "that"})
_NO_ADJECTIVE = frozenset({"some", "nearly", "over", "than", "almost", "least", "roughly", "other"})


_AROUND = 4


def _is_in_capitals(tokens: Tokens, index: int) -> bool:
    """Whether all words around are in capitals, so that these mark no name."""
    words = [tokens.word(at) for at in range(index - _AROUND, index + _AROUND + 1)]
    letters = [word for word in words if word.isalpha()]
    return len(letters) >= _AROUND and all(word.isupper() for word in letters)


def _stands_before_noun(tokens: Tokens, index: int) -> bool:
    """Whether a year says which event is meant ("a 2011 shooting", "the entire 2011 vote")."""
    after, before = tokens.low(index + 1), tokens.low(index - 1)
    capitals = _is_in_capitals(tokens, index)
    if tokens.glued(index + 1) or (tokens.is_capital(index + 1) and not capitals):
        return False
    if not after.isalpha() or after in _NO_EVENT:
        return False
    if before in _OF_ONE:
        return True
    described = tokens.low(index - 2) in _DETERMINERS and before.isalpha()
    plain = (capitals or not tokens.is_capital(index - 1)) and before not in _NO_ADJECTIVE
    return described and plain and not after.endswith("s")


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether a plural noun of people follows, so that the number counts them."""
    form = number_words().nouns.get(tokens.low(index))
    return form is not None and form.plural and form.kind.value in ("people", "fighters")
