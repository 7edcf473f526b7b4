"""Fair one-to-one alignment of predicted accounts with gold incidents, per document.

A pair is scored by points for date, place, type family, figures and words; below
``LEAST_POINTS``, or without one identifying agreement, it is no pair. The pairs whose
points sum highest are chosen (``assign``). Points were set by hand before any prediction
was seen, so that two of three strong agreements are needed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from recount.evaluation.assign import assign
from recount.evaluation.incidents.gold import Aside, Facts, GoldIncident
from recount.evaluation.incidents.shown import Shown

LEAST_POINTS = 3.0
"""More than any one agreement but an exact day can give: a pair needs two."""

NEAR_DAYS = 3
"""Reports on one incident seldom differ by more days (the airport attack of 2021: two)."""

SAME_DATE, NEAR_DATE, FAR_DATE, NO_DATES = 3.0, 1.0, -2.0, 1.0
SAME_SETTLEMENT, SAME_PROVINCE, SAME_COUNTRY = 2.0, 1.0, 0.25
OTHER_PROVINCE, OTHER_COUNTRY = -1.5, -3.0
SAME_TYPE, SAME_FAMILY, OTHER_FAMILY = 1.5, 1.0, -1.5
SAME_FIGURE, OTHER_FIGURE, MOST_FIGURES = 2.0, -0.5, 3.0
SITE_WORDS, WHO_WORDS = 1.5, 0.5

WIDE_DAYS = 62
"""A date wider than two months does not identify an incident."""

ENOUGH_WORDS = 0.5
"""Share of an optional entry's content words that an account's words must hold."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "after",
        "against",
        "also",
        "all",
        "before",
        "by",
        "during",
        "for",
        "from",
        "her",
        "his",
        "in",
        "into",
        "is",
        "it",
        "its",
        "last",
        "named",
        "of",
        "on",
        "only",
        "or",
        "other",
        "over",
        "people",
        "some",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "told",
        "total",
        "up",
        "was",
        "were",
        "with",
        "general",
        "generally",
        "days",
        "day",
        "reason",
        "once",
        "again",
    ]
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted account aligned with a gold incident, with its points."""

    account: Shown
    gold: GoldIncident
    points: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the accounts of all documents with facts stand to the gold.

    ``neutral`` are accounts that tell of something optional, ``counted`` those that show
    something set aside as an incident that happened (each an error, as are ``spurious``).
    """

    pairs: tuple[Pair, ...]
    missed: tuple[GoldIncident, ...]
    spurious: tuple[Shown, ...]
    neutral: tuple[tuple[Shown, str], ...]
    counted: tuple[tuple[Shown, str], ...]


def align(facts: Facts, shown: tuple[Shown, ...]) -> Alignment:
    """Align what is shown of documents with facts (and of documents that nobody can read)."""
    pairs: list[Pair] = []
    missed: list[GoldIncident] = []
    rest: list[Shown] = []
    for file in (*facts.files, *facts.unread):
        here = [account for account in shown if account.file == file]
        gold = [incident for incident in facts.incidents if incident.file == file]
        found = _align_document(facts, here, gold)
        pairs.extend(found)
        taken = {pair.account.id for pair in found}
        hit = {pair.gold.id for pair in found}
        missed.extend(incident for incident in gold if incident.id not in hit)
        rest.extend(account for account in here if account.id not in taken)
    neutral = _told_by(facts, rest, facts.optional)
    rest = [account for account in rest if account.id not in {a.id for a, _ in neutral}]
    counted = _told_by(facts, rest, facts.set_aside)
    rest = [account for account in rest if account.id not in {a.id for a, _ in counted}]
    return Alignment(tuple(pairs), tuple(missed), tuple(rest), neutral, counted)


def _align_document(facts: Facts, shown: list[Shown], gold: list[GoldIncident]) -> list[Pair]:
    points = [[points_of(facts, account, incident) for account in shown] for incident in gold]
    chosen = assign(points, LEAST_POINTS)
    return [Pair(shown[j], gold[i], round(points[i][j], 2)) for i, j in chosen]


def points_of(facts: Facts, account: Shown, gold: GoldIncident) -> float:
    """Return the points of a pair; 0 when nothing that identifies an incident agrees."""
    when = date_points(account.start, account.end, gold.start, gold.end)
    where = place_points(account, gold)
    figures = figure_points(account, gold)
    words = word_points(account, gold)
    narrow = account.start is None or account.end is None or _days(account) <= WIDE_DAYS
    told = gold.start is not None and account.start is not None
    identified = (told and when > 0 and narrow) or figures >= SAME_FIGURE or words >= SITE_WORDS
    if not identified:
        return 0.0
    return when + where + type_points(facts, account.type, gold.type) + figures + words


def _days(account: Shown) -> int:
    if account.start is None or account.end is None:
        return 0
    return (account.end - account.start).days


def date_points(
    start: date | None, end: date | None, gold_start: date | None, gold_end: date | None
) -> float:
    """Return the points for two dates: by shared share of days, or nearness.

    >>> date_points(date(2020, 5, 1), date(2020, 5, 1), date(2020, 5, 1), date(2020, 5, 1))
    3.0
    """
    if start is None or end is None or gold_start is None or gold_end is None:
        both = start is None and gold_start is None
        return NO_DATES if both else 0.0
    shared = (min(end, gold_end) - max(start, gold_start)).days + 1
    if shared > 0:
        union = (max(end, gold_end) - min(start, gold_start)).days + 1
        return NEAR_DATE + (SAME_DATE - NEAR_DATE) * shared / union
    return NEAR_DATE / 2 if 1 - shared <= NEAR_DAYS else FAR_DATE


def place_points(account: Shown, gold: GoldIncident) -> float:
    """Return the points for the places, from the finest level that both name."""
    place = account.place
    if place is None:
        return 0.0
    if gold.country is not None and place.country not in (None, gold.country):
        return OTHER_COUNTRY
    if same_settlement(account, gold.settlement):
        return SAME_SETTLEMENT
    if gold.province is not None and place.admin1 is not None:
        return SAME_PROVINCE if same_name(place.admin1, gold.province) else OTHER_PROVINCE
    return SAME_COUNTRY if gold.country is not None and place.country == gold.country else 0.0


def same_settlement(account: Shown, settlement: str | None) -> bool:
    """Return whether the account's place is the settlement of this name."""
    if settlement is None or account.place is None:
        return False
    names = (account.place.name, account.place.admin2)
    return any(name is not None and same_name(name, settlement) for name in names)


def same_name(left: str, right: str) -> bool:
    """Return whether two place names are the same but for case, accents and punctuation.

    >>> same_name("Mazār-e Sharīf", "Mazar-e Sharif")
    True
    """
    return _plain_name(left) == _plain_name(right)


@lru_cache(maxsize=4096)
def _plain_name(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s]|_", " ", bare.casefold()).replace(" i ", " e ").split()
    return "".join(word for word in words if word not in ("province", "district", "city", "the"))


def type_points(facts: Facts, ours: str, gold: str) -> float:
    """Return the points for two types: the same, of one family, or neither."""
    if ours == gold:
        return SAME_TYPE
    return SAME_FAMILY if facts.family(ours) == facts.family(gold) else OTHER_FAMILY


def figure_points(account: Shown, gold: GoldIncident) -> float:
    """Return the points for figures that both state, whole or part; rivals count for nothing."""
    points = 0.0
    for kind in sorted({count.kind for count in gold.counts if not count.rival}):
        theirs = {c.number for c in gold.counts if c.kind == kind and not c.rival}
        ours = {
            number
            for c in account.counts
            if c.kind == kind
            for number in (c.value.low, c.value.value)
            if number is not None
        }
        if len(ours) == 0 or theirs == {None}:
            continue
        if len(ours & theirs) == 0:
            points += OTHER_FIGURE
        else:
            # One or two people are too common to tell incidents apart.
            big = any(number is not None and number > 2 for number in ours & theirs)
            points += SAME_FIGURE if big else SAME_FIGURE / 2
    return min(points, MOST_FIGURES)


def word_points(account: Shown, gold: GoldIncident) -> float:
    """Return the points for words of the gold's site, or of those counted, in the account."""
    told = content_words(account.words)
    points = 0.0
    if gold.site is not None and len(content_words(gold.site) & told) > 0:
        points += SITE_WORDS
    who = {word for count in gold.counts for word in content_words(count.who)}
    return points + (WHO_WORDS if len(who & told) > 0 else 0.0)


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry content.

    >>> sorted(content_words("An air strike; the strikes"))
    ['air', 'strike']
    """
    return frozenset(
        _stem(word)
        for word in re.findall(r"\w+", text.casefold())
        if word not in _SMALL and (len(word) > 2 or word.isdigit())
    )


def _stem(word: str) -> str:
    for ending, kept in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + kept
    return word


def _told_by(
    facts: Facts, accounts: list[Shown], entries: tuple[Aside, ...]
) -> tuple[tuple[Shown, str], ...]:
    found = []
    for account in accounts:
        told = [e for e in entries if e.file == account.file and tells_of(facts, account, e)]
        if len(told) > 0:
            found.append((account, max(told, key=lambda e: shared_words(account, e)).what))
    return tuple(found)


def shared_words(account: Shown, entry: Aside) -> float:
    """Return the share of an entry's content words that the account's words hold."""
    words = content_words(entry.what)
    return len(words & content_words(account.words)) / max(1, len(words))


def tells_of(facts: Facts, account: Shown, entry: Aside) -> bool:
    """Return whether an account tells of an optional or set-aside entry.

    A typed entry is met by family, an overlapping date and the settlement, where both
    state them, with at least two of the three agreeing; one in words by half its content words.
    """
    shared = shared_words(account, entry)
    if not entry.typed:
        return shared >= ENOUGH_WORDS
    signs = [shared >= ENOUGH_WORDS]
    if entry.type is not None:
        signs.append(facts.family(entry.type) == facts.family(account.type))
    when = date_points(account.start, account.end, entry.start, entry.end)
    signs.append(when > 0)
    if entry.settlement is not None and account.place is not None:
        signs.append(same_settlement(account, entry.settlement))
    return sum(signs) >= 2 and when != FAR_DATE
