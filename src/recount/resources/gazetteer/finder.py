"""Finds place names in raw text: longest names first, then evidence for and against each.

A stretch of words that is a name of the gazetteer may still be a person ("Jordan said"), an
ordinary word at the start of a sentence, or part of an organisation's name. Each candidate
gets a score, the logistic function of weighted evidence (``evidence.py``); names inside
longer names are kept and marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from recount.resources.gazetteer.evidence import ACCEPT, Match, Witness, known_well
from recount.resources.gazetteer.place import Inside, Place, PlaceKind, PlaceName
from recount.resources.gazetteer.sources import ABBREVIATION, DEMONYM, vocabulary
from recount.resources.gazetteer.store import Ranked
from recount.resources.gazetteer.tokens import Tokens, tokenise
from recount.resources.gazetteer.words import CONNECTORS, DIRECTIONS, words

if TYPE_CHECKING:
    from recount.resources.gazetteer.gazetteer import Gazetteer

LONGEST = 6
"""Words of the longest names looked up; longer ones are official names of states."""
_INNER = frozenset(" -n")
_PARTICLES = {"i": "e", "ye": "e"}
_FIRST = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


_MANY = 1 << 14
"""First words whose following words are kept: more than a day's news uses."""


def _spelt(norm: str) -> str:
    """Return a word that is not the first of its name as keys have it."""
    return _PARTICLES.get(norm) or _FIRST.get(norm, norm)


def _seconds(keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the second words of keys by their first."""
    found: dict[str, set[str]] = {}
    for first, _, rest in (key.partition(" ") for key in keys):
        if rest:
            found.setdefault(first, set()).add(rest.partition(" ")[0])
    return {first: frozenset(seconds) for first, seconds in found.items()}


class Finder:
    """Finds place names with one gazetteer; holds no state of any text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words = words()
        self._not_places = _seconds(self._words.ignored)
        self._following = lru_cache(maxsize=_MANY)(self._words_after)
        self._short: dict[str, str] = {}
        for code, forms in vocabulary("places_words")["abbreviations"].items():
            for form in forms:
                self._short[form.replace(".", "").replace(" ", "")] = code

    def short_form(self, words: str) -> str | None:
        """Return the code of the area that words shorten ("W. Va."), if they do."""
        return self._short.get(words.replace(".", "").replace(" ", ""))

    def find(self, text: str) -> tuple[PlaceName, ...]:
        """Return the place names of a text, by position, without overlaps."""
        tokens = tokenise(text)
        matches = self._matches(tokens)
        self._add_short_forms(tokens, matches)
        matches.sort(key=lambda match: match.first)
        witness = Witness(tokens, matches, self._words)
        return tuple(self._names(tokens, witness, matches))

    def _names(
        self, tokens: Tokens, witness: Witness, matches: Iterable[Match]
    ) -> Iterable[PlaceName]:
        for match in matches:
            inside = witness.inside(match)
            nested = inside in (Inside.ORGANISATION, Inside.PERSON, Inside.STREET)
            if nested and not known_well(match, self._words):
                continue
            score = witness.score(match)
            if not nested and score < ACCEPT and not match.demonym:
                continue
            yield PlaceName(
                tokens.start[match.first],
                tokens.end[match.last],
                match.key,
                match.demonym,
                nested,
                tuple(place for place, _ in match.ranked),
                inside,
                round(score, 3),
            )

    def _matches(self, tokens: Tokens) -> list[Match]:
        found: list[Match] = []
        i, count = 0, len(tokens.norm)
        while i < count:
            match = self._longest(tokens, i) if self._may_start(tokens, i) else None
            if match is None:
                i += 1
            else:
                found.append(match)
                i = match.last + 1
        return found

    @staticmethod
    def _may_start(tokens: Tokens, i: int) -> bool:
        if tokens.capital[i]:
            return True
        after = i + 1 < len(tokens.norm) and tokens.joint[i] == "-" and tokens.capital[i + 1]
        return after and tokens.norm[i] in CONNECTORS

    def _longest(self, tokens: Tokens, i: int) -> Match | None:
        norm = tokens.norm
        first = _FIRST.get(norm[i], norm[i])
        following = self._following(first)
        if following is None and not tokens.possessive[i]:
            return None
        last = self._reach(tokens, i)
        if last > i and not self._goes_on(tokens, i, following):
            last = i
        parts = [first]
        keys = [first]
        for k in range(i + 1, last + 1):
            if tokens.possessive[k - 1]:
                parts[-1] += "s"
            parts.append(_spelt(norm[k]))
            keys.append(" ".join(parts))
        for k in range(last, i - 1, -1):
            if k > i and not tokens.capital[k] and tokens.joint[k - 1] != "-":
                continue
            match = self._match(tokens, i, k, keys[k - i])
            if match is not None:
                return match
        return None

    def _words_after(self, first: str) -> frozenset[str] | None:
        """Return what may stand second in names that begin with a word.

        ``None``: no name begins with it, nor is it one; most words of a text are such, and
        nothing more is looked up for them.
        """
        words = self._words
        following = self._gazetteer.following(first) | self._not_places.get(first, frozenset())
        if first == "the":
            following |= frozenset(words.levels)
        alone = first in words.ignored or first in DIRECTIONS or self._gazetteer.is_name(first)
        return following if following or alone else None

    @staticmethod
    def _goes_on(tokens: Tokens, i: int, following: frozenset[str] | None) -> bool:
        """Whether a name of several words may begin here, by its second word.

        Where a word ends in 's or its key has a blank, names are looked up without asking.
        """
        if following is None or tokens.possessive[i] or tokens.possessive[i + 1]:
            return True
        second = _spelt(tokens.norm[i + 1])
        return second in following or not second or " " in second + tokens.norm[i]

    def _reach(self, tokens: Tokens, i: int) -> int:
        last = i
        while last + 1 < len(tokens.norm) and last - i + 1 < LONGEST:
            if tokens.joint[last] not in _INNER and not tokens.possessive[last]:
                break
            following = last + 1
            joined = tokens.joint[last] == "-"
            if not (tokens.capital[following] or joined or tokens.norm[following] in CONNECTORS):
                break
            last = following
        return last

    def _match(self, tokens: Tokens, i: int, k: int, key: str) -> Match | None:
        if key in self._words.ignored or key in DIRECTIONS or self._is_the_city(tokens, i, k):
            return Match(i, k, key, (), demonym=False, ignored=True)
        if len(key) < 2 or not self._gazetteer.is_name(key):
            return None
        ranked = tuple(item for item in self._gazetteer.ranked(key) if item[1] != ABBREVIATION)
        if not ranked or (key == "us" and not self._is_us(tokens, i)):
            return None
        if tokens.norm[i] == "the" and k > i and ranked[0][0].kind is PlaceKind.COUNTRY:
            return None
        demonym = ranked[0][1] == DEMONYM
        if not demonym:
            ranked = tuple(item for item in ranked if item[1] != DEMONYM)
        else:
            ranked = tuple(item for item in ranked if item[1] == DEMONYM)
        return Match(i, k, key, ranked, demonym=demonym)

    def _is_the_city(self, tokens: Tokens, i: int, k: int) -> bool:
        """Whether the words are an article and a level word ("THE CITY")."""
        return k == i + 1 and tokens.norm[i] == "the" and tokens.norm[k] in self._words.levels

    @staticmethod
    def _is_us(tokens: Tokens, i: int) -> bool:
        """Whether "US" is the country: in capitals, and no price or road number."""
        word = tokens.text[tokens.start[i] : tokens.end[i]]
        after = tokens.text[tokens.end[i] : tokens.end[i] + 2]
        road = after[:1] == "-" and after[1:].isdigit()
        return word.isupper() and after[:1] != "$" and not road

    def _add_short_forms(self, tokens: Tokens, matches: list[Match]) -> None:
        """Add "Ga." after "Athens, ": short forms count only behind a comma and a place."""
        ends = {match.last: match for match in matches}
        for k in range(1, len(tokens.norm)):
            if tokens.joint[k - 1] not in ",-" or not tokens.capital[k]:
                continue
            word = tokens.text[tokens.start[k] : tokens.end[k]]
            code = self._short.get(word.replace(".", ""))
            if code is None or self._better(matches, k):
                continue
            place = self._gazetteer.get(code)
            if place is not None and self._reads_as_short(tokens, k, word, ends.get(k - 1), place):
                matches[:] = [m for m in matches if not m.first <= k <= m.last]
                ranked: Ranked = ((place, ABBREVIATION),)
                matches.append(Match(k, k, tokens.norm[k], ranked, demonym=False))

    @staticmethod
    def _reads_as_short(
        tokens: Tokens, k: int, word: str, before: Match | None, place: Place
    ) -> bool:
        """Behind "X, " with X in that area, or with a full stop; or a member's "D-Ohio"."""
        if tokens.joint[k - 1] == "-":
            return tokens.norm[k - 1] in ("d", "r", "i")
        held = before is not None and any(
            p.admin1 == place.admin1 and p.country == place.country for p, _ in before.ranked
        )
        dotted = "." in word or tokens.text[tokens.end[k] : tokens.end[k] + 1] == "."
        return held or (dotted and tokens.capital[k - 1])

    @staticmethod
    def _better(matches: list[Match], k: int) -> bool:
        return any(m.first < k <= m.last or m.first <= k < m.last for m in matches)
