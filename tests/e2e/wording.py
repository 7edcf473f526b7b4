"""Whether the words of a statement hold its value: written anew, with nothing of Recount's.

The only help taken from Recount are lists of names: the gazetteer for other names of a
place, and the exported actors for other names of an actor.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

MOST_WORDS = 15

MASK = "█"
"""Stands for a letter of a name that is withheld; it is compared like one."""


def listed(words: str) -> list[str]:
    return words.split()


UNITS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
TENS = listed("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS = {word: number for number, word in enumerate(UNITS)}
NUMBERS |= {word: 10 * at for at, word in enumerate(TENS) if word != "_"}
NUMBERS |= {"a": 1, "an": 1, "single": 1, "lone": 1, "another": 1, "both": 2, "pair": 2}
NUMBERS |= {"couple": 2, "trio": 3, "half": 6, "no": 0, "none": 0, "nobody": 0}
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
VAGUE = {
    "couple": (2, ("couple",)),
    "multiple": (2, ("multiple", "many", "numerous", "various")),
    "several": (3, ("several", "few", "some", "handful", "number")),
    "dozens": (24, ("dozens",)),
    "scores": (40, ("scores",)),
    "hundreds": (200, ("hundreds",)),
    "thousands": (2000, ("thousands",)),
}
"""Qualifier to the low bound that it stands for, and its words."""

MONTHS = listed(
    "january february march april may june july august september october november december"
)
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
RELATIVE = frozenset(
    listed(
        "today tonight yesterday tomorrow day days night nights evening morning afternoon noon"
        " dawn dusk midnight week weeks weekend month months year years spring summer autumn fall"
        " winter decade hour hours ago earlier later before after same next previous last past"
        " following recent recently now eve overnight nightfall century ramadan eid christmas"
    )
)

STREET = re.compile(r"\b(?:Road|Street|Avenue|Boulevard|Lane|Highway)$")
COUNTS = frozenset(listed("killed wounded casualties missing abducted arrested displaced"))
ACTORS = frozenset(["perpetrator", "target", "victim", "responsibility"])

Names = Callable[[str], Collection[str]]


def plain(text: str) -> str:
    """Small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace(MASK, "x"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(text))


def numbers_in(text: str) -> list[int]:
    """All numbers of a text, in digits and in words.

    >>> numbers_in("at least 1,200 people and twenty-five soldiers")
    [1200, 25]
    """
    found: list[int] = []
    run: int | None = None
    for word in re.findall(r"\d[\d,. ]*\d|\d+|[^\W\d_]+", plain(text)):
        if word[0].isdigit():
            if run is not None:
                found.append(run)
            digits = re.sub(r"[,. ](?=\d{3}\b)", "", word)
            found.extend(int(part) for part in re.findall(r"\d+", digits))
            run = None
        elif word in SCALES or word.rstrip("s") in SCALES:
            scale = SCALES[word if word in SCALES else word.rstrip("s")]
            base = found.pop() if run is None and found else (1 if run is None else run)
            run = base * scale
        elif word in NUMBERS:
            number = NUMBERS[word]
            tens = run is not None and run % 100 >= 20 and run % 10 == 0 and number < 10
            if run is not None and 0 < number < run and (run % 100 == 0 or tens):
                run += number
            else:
                if run is not None:
                    found.append(run)
                run = number
        elif word != "and" and run is not None:
            found.append(run)
            run = None
    return found if run is None else [*found, run]


def shares(one: str, other: str, *, letters: int = 4) -> bool:
    """Whether two texts have words that begin alike."""
    for left in tokens(one):
        for right in tokens(other):
            least = min(letters, len(left), len(right))
            if least >= 2 and left[:least] == right[:least]:
                return True
    return False


def names_back(span: Mapping) -> bool:
    """Whether a span holds what a pronoun or a short form stands for."""
    return span["role"] == "antecedent"


def is_context(span: Mapping) -> bool:
    """Whether a span is cited for what it says of the value, beside the value's own words."""
    return span["role"] == "context"


@dataclass(frozen=True)
class Words:
    """Checks one statement at a time; ``places`` and ``aliases`` give other names."""

    places: Names
    aliases: Mapping[str, Collection[str]]
    countries: Mapping[str, str]

    def problem(self, statement: Mapping, text: str) -> str | None:
        """What is wrong with a statement, ``None`` when its words hold its value."""
        original = statement["original"]
        if text[statement["start"] : statement["end"]] != original:
            return "its words are not those of the text"
        if original.strip() == "":
            return "it has no words"
        if len(original.split()) > MOST_WORDS:
            return "it has too many words"
        if statement["spans"][0] != {
            "start": statement["start"],
            "end": statement["end"],
            "role": "value",
        }:
            return "its first span is not that of the value"
        value, prop = statement["value"], statement["property"]
        if isinstance(value, dict) and "unknown" in value:
            return None
        said = [original]
        if prop in ACTORS:
            # "The group" stands for a name; the name's own words are cited beside it.
            said += [text[s["start"] : s["end"]] for s in statement["spans"] if names_back(s)]
        if prop == "place" and STREET.search(original):
            # A street stands for the town around it; the town's own words are cited beside it.
            said += [text[s["start"] : s["end"]] for s in statement["spans"] if is_context(s)]
        held = any(self._holds(prop, value, words) for words in said)
        return None if held else "the words do not hold the value"

    def _holds(self, prop: str, value: Mapping | str, words: str) -> bool:
        if prop in COUNTS:
            return holds_count(value, words)
        if prop == "date":
            return holds_date(value, words)
        if prop == "place":
            return self.holds_place(value, words)
        if prop in ACTORS:
            return self.holds_actor(value, words)
        if prop == "weapon":
            return shares(value["text"], words, letters=3)
        if prop == "site":
            return shares(value, words, letters=3)
        return any(c.isalpha() for c in words)

    def holds_place(self, value: Mapping, words: str) -> bool:
        country = self.countries.get(value["country"] or "", "")
        names = [value[key] for key in ("name", "site", "admin1", "admin2")] + [country]
        named = [name for name in names if name]
        if any(shares(name, words) for name in named):
            return True
        return any(plain(name) in map(plain, self.places(words)) for name in named)

    def holds_actor(self, value: Mapping, words: str) -> bool:
        if value["actor"] is None:
            return shares("claim claims claimed responsibility behind no", words, letters=2)
        if shares(value["actor"], words, letters=3):
            return True
        known = {plain(alias) for alias in self.aliases.get(value["actor"], ())}
        return any(alias in plain(words) for alias in known if alias)


def holds_count(value: Mapping, words: str) -> bool:
    """Its words hold its number, as digits or in words, or name the people counted."""
    bounds = {value[key] for key in ("low", "value", "high")} - {None}
    said = numbers_in(words)
    if said:  # "a farmer and his son": kin joined to people who are counted are one each
        said += [1] * len(re.findall(r"\band (?:his|her|their) [^\W\d_]+", words))
        said += [1] * len(re.findall(r"(?:^|, )the [^\W\d_]+(?= and\b|,)", words, re.IGNORECASE))
    if bounds & set(said) or (len(said) > 1 and sum(said) in bounds):
        return True
    lower = tokens(words)
    if value["qualifier"] in VAGUE:
        low, said_as = VAGUE[value["qualifier"]]
        # A plural without a number says two at least ("officers were hurt").
        plural = value["qualifier"] == "multiple" and not said and lower[-1].endswith("s")
        return value["low"] == low and (plural or any(word in lower for word in said_as))
    parts = re.split(r",|\band\b", words.replace(MASK, "x"))
    named = [part for part in parts if re.search(r"[^\W\d_]{2,}", part)]
    return not said and bounds <= {len(named), 1} and (value["who"] is None or len(named) > 0)


def holds_date(value: Mapping, words: str) -> bool:
    """Its words hold a part of the date, or count from another one."""
    start, end = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    lower = tokens(words)
    relative = any(word in RELATIVE for word in lower)
    years = [int(word) for word in lower if re.fullmatch(r"(?:19|20)\d\d", word)]
    months = [
        number
        for number, name in enumerate(MONTHS, 1)
        for word in lower
        if word == name or (len(word) >= 3 and name.startswith(word))
    ]
    if years and not relative and not any(start.year <= year <= end.year for year in years):
        return False
    spanned = {start.month, end.month} if (end - start).days < 330 else set(range(1, 13))
    if months and not relative and not spanned & set(months):
        return False
    weekdays = {
        at
        for at, name in enumerate(DAYS)
        for word in lower
        if len(word) >= 3 and name.startswith(word.removesuffix("s"))
    }
    if weekdays and start == end and not relative and start.weekday() not in weekdays:
        return False
    numeric = re.search(r"\d{1,4}[./-]\d{1,2}", words) is not None
    return relative or bool(years) or bool(months) or bool(weekdays) or numeric
