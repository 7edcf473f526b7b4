"""Evidence for and against a candidate place name, and the weights that join it.

Weights: logistic regression on the training parts of two public geoparsing sets (LGL and
GeoVirus), rounded; see ``docs/decisions/0002-gazetteer.md``. They are part of the shipped
version: reading more documents never changes them.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from recount.resources.gazetteer.place import Inside, Place, PlaceKind
from recount.resources.gazetteer.sources import ABBREVIATION, ALTERNATE, RESOURCES
from recount.resources.gazetteer.store import Ranked
from recount.resources.gazetteer.tokens import Tokens, is_direction
from recount.resources.gazetteer.words import CALENDAR, SAYS, Words

ACCEPT = 0.5
"""Score from which words are taken as a place name."""
WELL_KNOWN = 100_000
"""People of a town whose name inside a longer name is still taken as the town's."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` to ``last`` of the text that are a name of the gazetteer."""

    first: int
    last: int
    key: str
    ranked: Ranked
    demonym: bool
    ignored: bool = False

    @property
    def best(self) -> Place | None:
        """The best known place of the name."""
        return self.ranked[0][0] if self.ranked else None


def known_well(match: Match, words: Words) -> bool:
    """Return whether a name is so well known that it means the place inside longer names too."""
    best = match.best
    if best is None or match.ranked[0][1] >= ALTERNATE:
        return match.demonym
    if match.first == match.last and match.key in words.everyday:
        return best.kind is PlaceKind.COUNTRY
    if match.first < match.last:
        return True
    return best.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION) or (
        best.population >= WELL_KNOWN
    )


FEATURES = (
    "bias",
    "country",
    "admin1",
    "region",
    "admin2",
    "own",
    "people",
    "alternate",
    "several_words",
    "everyday",
    "rarer",
    "surname_frequent",
    "surname",
    "given",
    "opens",
    "opens_everyday",
    "in",
    "preposition",
    "within_next",
    "holds_previous",
    "level",
    "capital_before",
    "given_before",
    "title_before",
    "capital_after",
    "title_line",
    "says_after",
    "repeated",
    "person_elsewhere",
    "lower_elsewhere",
    "country_named",
    "area_named",
    "capitals_only",
    "short",
    "comma_neighbour",
    "the_before",
    "unknown_pair_elsewhere",
    "dateline",
)


_FUNCTION_WORDS = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "of",
        "across",
        "outside",
        "around",
        "into",
        "toward",
        "towards",
        "through",
        "inside",
        "over",
        "between",
        "beyond",
        "and",
        "but",
        "or",
        "for",
        "with",
        "when",
        "while",
        "after",
        "before",
        "since",
        "as",
        "if",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "although",
        "though",
        "however",
        "where",
        "once",
        "until",
        "both",
        "all",
        "some",
        "many",
        "most",
        "also",
        "even",
        "only",
        "is",
        "are",
        "was",
        "were",
        "by",
        "on",
        "about",
        "against",
        "under",
    ]
)


@cache
def weights() -> tuple[float, ...]:
    """Return the weights in the order of ``FEATURES``."""
    path = RESOURCES / "data" / "place_weights.json"
    table = json.loads(path.read_text(encoding="utf-8"))["finder"]
    return tuple(float(table[name]) for name in FEATURES)


@cache
def resolver_weights(features: tuple[str, ...]) -> tuple[float, ...]:
    """Return the weights for choosing a name's place, in the order of ``features``."""
    path = RESOURCES / "data" / "place_weights.json"
    table = json.loads(path.read_text(encoding="utf-8"))["resolver"]
    return tuple(float(table[name]) for name in features)


class Witness:
    """What one text says about its candidate names."""

    def __init__(self, tokens: Tokens, matches: Sequence[Match], words: Words) -> None:
        self._tokens = tokens
        self._words = words
        self._starts = {match.first: match for match in matches}
        self._ends = {match.last: match for match in matches}
        self._counts = Counter(match.key for match in matches)
        self._inside: dict[int, Inside] = {}
        self._lower = {n for n, c in zip(tokens.norm, tokens.capital, strict=True) if not c}
        self._persons: set[str] = set()
        self._countries: Counter[str] = Counter()
        self._areas: Counter[tuple[str, str]] = Counter()
        self._paired: set[str] = set()
        for match in matches:
            self._inside[match.first] = self._longer_name(match)
            self._note(match)
            if self._unknown_before(match):
                self._paired.add(match.key)

    def inside(self, match: Match) -> Inside:
        """Return what longer name a candidate is part of."""
        return self._inside[match.first]

    def _note(self, match: Match) -> None:
        """Remember surnames of people, and the countries and areas named without doubt."""
        best = match.best
        if self._inside[match.first] is Inside.PERSON:
            self._persons.add(match.key)
        elif best is not None and match.ranked[0][1] < ALTERNATE and best.country:
            sure = best.kind is PlaceKind.COUNTRY or best.population >= 1_000_000
            if match.demonym or sure:
                self._countries[best.country] += 1
            if best.kind is PlaceKind.ADMIN1 and len(match.ranked) < 40:
                self._areas[best.country, best.admin1 or ""] += 1
                self._countries[best.country] += 1

    # -- longer names -------------------------------------------------------------------

    def _longer_name(self, match: Match) -> Inside:
        if self._is_surname(match):
            return Inside.PERSON
        if self._of_organisation(match):
            return Inside.ORGANISATION
        return self._headed(match)

    def _headed(self, match: Match) -> Inside:
        """Judge by the capitalised words that follow directly ("Paris Police Department")."""
        tokens, words = self._tokens, self._words
        found = Inside.NOTHING
        k = match.last
        while k + 1 < len(tokens.norm) and tokens.joint[k] in " -" and k - match.last < 5:
            if tokens.joint[k] == "-" and tokens.capital[k + 1]:
                break
            k += 1
            word = tokens.norm[k]
            if not tokens.capital[k]:
                if word in ("of", "for", "and", "on") and k > match.last + 1:
                    continue
                break
            head = word in words.site or word in words.organisation or word in words.street
            other = k in self._starts and k > match.last + 1 and not head
            if word in CALENDAR or other:
                break
            if tokens.title[k] and k > match.last + 1 and found is not Inside.NOTHING:
                break
            if word in words.street and k == match.last + 1:
                found = Inside.STREET
            elif word in words.site:
                found = Inside.SITE
            elif word in words.organisation:
                found = Inside.ORGANISATION
        return found

    def _is_surname(self, match: Match) -> bool:
        tokens, words = self._tokens, self._words
        i = match.first
        if match.first != match.last or i == 0 or match.demonym:
            return False
        before = tokens.norm[i - 1]
        if tokens.joint[i - 1] != " " or not tokens.capital[i - 1]:
            return False
        if before in words.titles and not tokens.upper_text:
            return not (match.best and match.best.kind is PlaceKind.COUNTRY)
        given = before in words.given or (len(before) == 1 and i > 1)
        return given and not self._stands_alone(i - 1) and not is_direction(before)

    def _stands_alone(self, i: int) -> bool:
        """Whether the name that ends at this word is rather a place than a given name."""
        match = self._ends.get(i)
        if match is None or match.ignored:
            return False
        return match.first < match.last or known_well(match, self._words)

    def _of_organisation(self, match: Match) -> bool:
        """As in "University of X", "Bank of X", "Islamic State in X and Y"."""
        tokens, words = self._tokens, self._words
        i = match.first
        if i >= 1 and tokens.norm[i - 1] == "the":
            i -= 1
        if i < 2 or tokens.joint[i - 1] != " " or tokens.joint[i - 2] != " ":
            return False
        link, head = tokens.norm[i - 1], tokens.norm[i - 2]
        if link == "and" and i - 2 in self._ends:
            other = self._ends[i - 2]
            return self._inside.get(other.first) is Inside.ORGANISATION
        if not tokens.capital[i - 2] or head in words.place_of - {"state"}:
            return False
        if head == "state" and link in ("of", "in"):
            return i >= 3 and tokens.norm[i - 3] == "islamic"
        return link == "of" and (head in words.organisation_of or head in words.organisation)

    # -- score --------------------------------------------------------------------------

    def score(self, match: Match) -> float:
        """Return how sure it is that the words name a place, from 0 to 1."""
        if match.ignored:
            return 0.0
        if match.ranked and match.ranked[0][1] == ABBREVIATION:
            return 1.0
        total = 0.0
        for weight, feature in zip(weights(), self.features(match), strict=True):
            if feature:
                total += weight * feature
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def features(self, match: Match) -> tuple[float, ...]:
        """Return the evidence in the order of ``FEATURES``."""
        return (1.0, *self._of_name(match), *self._of_context(match), *self._of_text(match))

    def _of_name(self, match: Match) -> tuple[float, ...]:
        place, rank = match.ranked[0]
        words, key = self._words, match.key
        single = match.first == match.last
        opens = self._tokens.opens[match.first]
        everyday = single and key in words.everyday and place.kind is not PlaceKind.COUNTRY
        town = place.kind in (PlaceKind.SETTLEMENT, PlaceKind.SITE)
        return (
            float(place.kind is PlaceKind.COUNTRY),
            float(place.kind is PlaceKind.ADMIN1),
            float(place.kind is PlaceKind.REGION),
            float(place.kind is PlaceKind.ADMIN2),
            float(place.source == "user"),
            math.log10(place.population + 1) / 7 if town else 0.0,
            float(rank == ALTERNATE),
            float(not single),
            float(everyday),
            float(single and key in words.rarer),
            float(single and key in words.surnames_frequent),
            float(single and key in words.surnames),
            float(single and key in words.given),
            float(opens),
            float(opens and everyday),
        )

    def _of_context(self, match: Match) -> tuple[float, ...]:
        tokens, words = self._tokens, self._words
        i, k = match.first, match.last
        before = tokens.norm[i - 1] if i and tokens.joint[i - 1] in " n-" else ""
        after = tokens.norm[k + 1] if k + 1 < len(tokens.norm) and tokens.joint[k] in " n" else ""
        flat = not tokens.title[i]
        capital_before = bool(before) and tokens.capital[i - 1] and flat
        capital_after = bool(after) and tokens.capital[k + 1] and flat
        unknown_before = self._unknown_before(match)
        level = after in words.levels or self._level_of(i) or self._level_of_list(match)
        return (
            float(before in words.strong),
            float(before in words.prepositions and before not in words.strong),
            float(self._next_holds(match)),
            float(self._holds_previous(match)),
            float(level),
            float(unknown_before),
            float(before in words.given and capital_before),
            float(before in words.titles and capital_before),
            float(capital_after and after not in CALENDAR and after not in words.levels),
            float(tokens.title[i]),
            float(after in SAYS),
        )

    def _unknown_before(self, match: Match) -> bool:
        """Whether a capitalised word that is no place stands directly before."""
        tokens, i = self._tokens, match.first
        if i == 0 or tokens.joint[i - 1] not in " -" or tokens.title[i]:
            return False
        before = tokens.norm[i - 1]
        return (
            tokens.capital[i - 1]
            and (i - 1) not in self._ends
            and not is_direction(before)
            and not (tokens.opens[i - 1] and before in _FUNCTION_WORDS)
        )

    def _level_of_list(self, match: Match) -> bool:
        """As in "A, B and C counties": the plural level word behind a list of names."""
        tokens, k = self._tokens, match.last
        for _ in range(5):
            k += 1
            if k < len(tokens.norm) and tokens.norm[k] == "and":
                k += 1
            following = self._starts.get(k)
            if following is None:
                break
            k = following.last
        word = tokens.norm[k] if k < len(tokens.norm) else ""
        return word.endswith("s") and word in self._words.levels and k > match.last

    def _level_of(self, i: int) -> bool:
        tokens = self._tokens
        return (
            i >= 2
            and tokens.norm[i - 1] == "of"
            and (tokens.norm[i - 2] in self._words.levels or tokens.norm[i - 2] == "town")
        )

    def _next_holds(self, match: Match) -> bool:
        """Whether "X, Y" follows with Y an area that holds a place called X."""
        following = self._starts.get(match.last + 1)
        if following is None or self._tokens.joint[match.last] != ",":
            return False
        return _holds(following.ranked, match.ranked)

    def _holds_previous(self, match: Match) -> bool:
        earlier = self._ends.get(match.first - 1)
        if earlier is None or self._tokens.joint[match.first - 1] != ",":
            return False
        return _holds(match.ranked, earlier.ranked)

    def _of_text(self, match: Match) -> tuple[float, ...]:
        tokens = self._tokens
        single = match.first == match.last
        word = tokens.text[tokens.start[match.first] : tokens.end[match.last]]
        named = self._country_named(match)
        area = any((p.country, p.admin1) in self._areas for p, _ in match.ranked)
        return (
            math.log(self._counts[match.key]),
            float(match.key in self._persons),
            float(single and match.key in self._lower),
            float(named),
            float(area and not (match.best and match.best.kind is PlaceKind.ADMIN1)),
            float(single and word.isupper() and not tokens.upper_text and len(word) > 1),
            float(len(match.key) < 4),
            float(self._in_list(match)),
            float(match.first > 0 and tokens.norm[match.first - 1] == "the"),
            float(match.key in self._paired),
            float(self._is_dateline(match)),
        )

    def _country_named(self, match: Match) -> bool:
        """Whether a country of the name's places is named by other words than these."""
        own = match.best.country if match.best is not None else None
        counts = self._countries
        return any(
            p.country is not None and counts.get(p.country, 0) > (p.country == own)
            for p, _ in match.ranked
        )

    def _is_dateline(self, match: Match) -> bool:
        """As in "KABUL – Police said", "Kabul (Reuters)": a name in front of a line and a dash."""
        tokens = self._tokens
        if not tokens.opens[match.first]:
            return False
        after = tokens.text[tokens.end[match.last] : tokens.end[match.last] + 24].lstrip()
        return after.startswith(("–", "—", "--", "- ", "(AP", "(Reu", "(AFP", "(CNN", "(UPI"))

    def _in_list(self, match: Match) -> bool:
        joint = self._tokens.joint
        before = (
            match.first > 0 and joint[match.first - 1] == "," and (match.first - 1 in self._ends)
        )
        return before or (joint[match.last] == "," and match.last + 1 in self._starts)


def _holds(outer: Ranked, inner: Ranked) -> bool:
    areas = {(p.country, p.admin1) for p, _ in outer if p.kind is PlaceKind.ADMIN1}
    lands = {p.country for p, _ in outer if p.kind is PlaceKind.COUNTRY}
    counties = {(p.country, p.admin1, p.admin2) for p, _ in outer if p.kind is PlaceKind.ADMIN2}
    for place, _ in inner:
        if place.kind is PlaceKind.COUNTRY:
            continue
        if (place.country, place.admin1) in areas and place.kind is not PlaceKind.ADMIN1:
            return True
        if place.country in lands or (place.country, place.admin1, place.admin2) in counties:
            return True
    return False
