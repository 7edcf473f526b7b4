"""Places that a whole report mentions beside the one that was read as its account's own.

A report of one incident names its town somewhere, whatever place was read from it. So one
account's town in the other's report says that a place that contradicts it may be misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from recount.link import weights as w
from recount.link.features import Features
from recount.link.terms import words_in
from recount.model import PlacePrecision, PlaceValue, Reason
from recount.resources.distance import plain_name

_RUN = re.compile(r"[^\W\d_a-z][\w’'-]*\.?(?:[ \t]+[^\W\d_a-z][\w’'-]*\.?)*")
"""Words that begin with a capital, one after the other; "St." among them."""
_OWNED = re.compile(r"['’]s?$")
_MOST_WORDS = 4
"""Words of the longest name of a place that is looked for."""
_TOWNS = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.SITE})


def town_of(place: PlaceValue | None) -> str | None:
    """Return the plain name of a place that is known to the settlement, else ``None``."""
    if place is None or place.precision not in _TOWNS:
        return None
    return plain_name(place.name)


def mentioned_in(texts: Iterable[str], towns: Set[str]) -> frozenset[str]:
    """Return which of these plain names of towns the texts mention.

    >>> sorted(mentioned_in(["Police in East Tollan's harbour"], {"easttollan", "senn"}))
    ['easttollan']
    """
    return frozenset(name for text in texts for name in _phrases(text) if name in towns)


def _phrases(text: str) -> Iterable[str]:
    for run in set(_RUN.findall(text)):
        words = [plain_name(_OWNED.sub("", word)) or "" for word in run.split()]
        for first in range(len(words)):
            for last in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
                yield "".join(words[first:last])


def towns_in(features: Sequence[Features], everywhere: Set[str]) -> frozenset[str]:
    """Return the towns of all accounts, but for those that stand in reports of all incidents."""
    found: set[str] = set()
    for item in features:
        town = town_of(item.place)
        if town is not None and item.place is not None:
            words = set(words_in(item.place.name or ""))
            if not words or not words <= everywhere:
                found.add(town)
    return frozenset(found)


def weigh_mentions(a: Features, b: Features, place: float | None) -> Reason | None:
    """Weigh one account's town in the other's report, where their places do not agree.

    Args:
        a: one account.
        b: the other.
        place: what their places say, ``None`` where one has none.
    """
    if a.report is None or b.report is None or a.document == b.document:
        return None
    one, other = town_of(a.place), town_of(b.place)
    if one == other:
        return None if one is None else _weigh_namesakes(a, b, place)
    met = (one in b.report.towns) + (other in a.report.towns)
    if met == 0:
        return None
    bound = w.MENTIONED_BOTH if met > 1 else w.MENTIONED_ONE
    back = bound - (place if place is not None else 0.0)
    if back <= 0.0:
        return None
    told = "each report mentions" if met > 1 else "one report mentions"
    return Reason("mentioned", back, f"{told} the other's town")


def _weigh_namesakes(a: Features, b: Features, place: float | None) -> Reason | None:
    """Weigh one name in two areas, where one report names no area and may mean the other's."""
    if a.place_label not in b.namesakes and b.place_label not in a.namesakes:
        return None
    back = w.MENTIONED_BOTH - (place if place is not None else 0.0)
    if back <= 0.0 or place is None or place > 0.0:
        return None
    return Reason("mentioned", back, "one name, and one report does not say in which area")
