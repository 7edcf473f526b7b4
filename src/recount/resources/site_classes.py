"""Classes of sites, for comparing sites that two reports name in different words.

``site_class`` reads a site's words with the shipped lexicon; ``compatible`` says which
classes reporters exchange for one another when they tell of the same incident.
"""

from __future__ import annotations

import re
from functools import lru_cache

from recount.resources.lexicon import group_index, load_lexicon

COMMON_CLASSES = frozenset(
    {"road", "vehicle", "village", "home", "border", "transport", "farm", "gathering", "checkpoint"}
)
"""Classes that so many incidents share that the same class says little."""

_EXCHANGED: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        ("road", "vehicle"),
        ("road", "checkpoint"),
        ("road", "transport"),
        ("road", "village"),
        ("road", "border"),
        ("vehicle", "checkpoint"),
        ("vehicle", "transport"),
        ("vehicle", "base"),
        ("base", "checkpoint"),
        ("base", "government"),
        ("border", "checkpoint"),
        ("home", "village"),
        ("farm", "village"),
        ("farm", "home"),
        ("camp", "home"),
        ("camp", "village"),
        ("funeral", "gathering"),
        ("funeral", "mosque"),
        ("funeral", "church"),
        ("wedding", "gathering"),
        ("wedding", "hospitality"),
        ("hospitality", "market"),
        ("market", "gathering"),
        ("market", "road"),
        ("market", "village"),
        ("gathering", "road"),
        ("government", "embassy"),
        ("temple", "mosque"),
    )
)
"""Pairs that reports use for one place: a convoy on a road, a house in a village."""

_KINDS = frozenset({"military", "maternity", "children's", "childrens", "police", "army", "girls"})
"""Words that tell one site of a class from another ("military hospital", "maternity clinic")."""


_NO_HOME = re.compile(
    r"\b(?:customs|opera|court|slaughter|coffee|power|clearing|counting|auction) houses?\b",
    re.IGNORECASE,
)
"""Houses that nobody lives in: the last word alone would make them homes."""


@lru_cache(maxsize=4096)
def site_class(words: str) -> str | None:
    """Return the class of a site ("Friday mosque" → "mosque"), or ``None`` when it has none.

    The last site word decides, for the head of an English noun phrase comes last
    ("mosque near the interior ministry" is cut at its preposition before).
    """
    lexicon = load_lexicon()
    head = words
    for preposition in (" near ", " outside ", " in ", " of ", " at "):
        head = head.split(preposition)[0]
    matches = [] if _NO_HOME.search(head) else list(lexicon.sites.finditer(head))
    return None if len(matches) == 0 else lexicon.site_classes[group_index(matches[-1])]


@lru_cache(maxsize=4096)
def site_words(words: str) -> str | None:
    """Return the common words that name the site's kind ("Gul Agha Mosque" → "mosque").

    They come from the vocabulary, so they hold no name of a person.
    """
    whole = _NO_HOME.search(words)
    if whole is not None:
        return whole.group().casefold()
    matches = list(load_lexicon().sites.finditer(words))
    return None if len(matches) == 0 else matches[-1].group().casefold()


def in_small_letters(words: str) -> str:
    """Return a site's words without the capitals of a text set in capitals.

    >>> in_small_letters("MAIN BANK"), in_small_letters("UN office"), in_small_letters("UN")
    ('main bank', 'UN office', 'UN')
    """
    return words.lower() if words.isupper() and len(words) > _LONGEST_ACRONYM else words


_LONGEST_ACRONYM = 3


def is_bare_settlement(words: str) -> bool:
    """Return whether a site is no more than a word for a settlement whose name is not known.

    >>> is_bare_settlement("the village"), is_bare_settlement("village school")
    (True, False)
    """
    return words.casefold().removeprefix("the ").removeprefix("a ") in _SETTLEMENTS


_SETTLEMENTS = frozenset({"village", "villages", "town", "towns", "hamlet", "hamlets", "city"})


def site_kinds(words: str) -> frozenset[str]:
    """Return the words in a site's name that tell it from others of its class.

    >>> sorted(site_kinds("a military hospital"))
    ['military']
    """
    return frozenset(words.casefold().replace("’", "'").split()) & _KINDS


def compatible(left: str, right: str) -> bool:
    """Return whether reports use sites of these two classes for one place."""
    return left == right or frozenset({left, right}) in _EXCHANGED
