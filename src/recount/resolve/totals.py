"""Words that make a figure the total of all, or one that no longer holds."""

from __future__ import annotations

import re

from recount.resolve.superseded import is_superseded

_TOTAL = re.compile(
    r"\b(?:toll|total|in all|overall|brought|bringing|brings|rose|risen|rises|climbed|now stands|"
    r"revised|correct(?:ed|ion|s)?|updated|clarified|rectified|amended|lowered|"
    r"now (?:number|put|say|count|confirm)|actual (?:number|figure|count)|"
    r"(?:tak(?:es|ing|en)|grown|grew) (?:to [\w-]+ )?the (?:\w+ )?(?:number|count|figure|total)|"
    r"(?:number|count|figure)s? of [\w\s]{1,30} (?:has|have) (?:\w+ )?(?:grown|climbed|gone up)|"
    r"(?:number|count|figure|dead|killed)\b[^.;]{0,50} (?:now )?(?:stands?|stood) at|"
    r"(?:number|count|figure) had (?:\w+ )?(?:grown|climbed|risen|gone up) to|"
    r"dead are now)\b",
    re.IGNORECASE,
)
_OTHERS_TOLL = re.compile(
    r"\b(?:g[ai]ve|gives|giving|cit(?:ed|es|ing)|reported|spoke of|speaks? of)\s+"
    r"(?:an?|its own|their own)\s+(?:(?:higher|lower|different|separate|provisional)\s+)?"
    r"(?:death\s+)?(?:toll|figure)",
    re.IGNORECASE,
)
"""Words for a toll that another source gives: it is no new one of the report."""
_REJECTED = re.compile(
    r"(?:\b(?:not|n['’]t|rather than|instead of)|"
    r"\b(?:up|down|lowered|raised|revised|rose|risen|rising|climbed|increased|corrected)\s+from|"
    r"\b(?:earlier|initial|previous|first)\s+(?:figure|toll|report|count|estimate|number)s?\s+of)"
    r"\s+$",
    re.IGNORECASE,
)
"""Words before a figure that is no longer held ("nine people, not thirteen")."""
_LOOK_BACK = 40
"""Characters before a figure in which such words stand."""


def is_total(sentence: str) -> bool:
    """Return whether a sentence states a new total ("taking the number of dead to four").

    >>> is_total("A network of doctors gave a toll of 11 dead.")
    False
    """
    return _TOTAL.search(sentence) is not None and _OTHERS_TOLL.search(sentence) is None


def is_rejected(text: str, start: int) -> bool:
    """Return whether words before a figure say that it is wrong, or held before."""
    rejected = _REJECTED.search(text[max(0, start - _LOOK_BACK) : start]) is not None
    return rejected or is_superseded(text, start)
