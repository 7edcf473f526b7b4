"""Figures of a period among those of one incident: "40 wounded in 33 shootings since Friday".

Reports add such totals to what they tell of one incident. The heads give them to the incident
told last; they are figures about many, unless the incident itself is told in their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.learned.words import Page
from recount.extract.rules.counted_period import counts
from recount.extract.rules.counts import PERSON
from recount.model import Account, Link, Span
from recount.resources.grammar.incident_nouns import INCIDENT, INCIDENTS
from recount.resources.grammar.months import MONTH
from recount.resources.grammar.small_numbers import SMALL_NUMBERS

_NUMBER = rf"(?:\d+|{SMALL_NUMBERS}|several|various|numerous|multiple)"
_SEVERAL = re.compile(
    rf"\b(?:in|of|from)\s+(?:{_NUMBER}|other|separate)\s+(?:[\w-]+\s+){{0,2}}?{INCIDENTS}\b|"
    rf"\bseparate\s+(?:[\w-]+\s+)?{INCIDENTS}\b|"
    r"\bin\s+(?:an?\s+)?(?:previous|earlier|another|unrelated|separate|different)\s+"
    rf"(?:[\w-]+\s+)?{INCIDENT}\b",
    re.IGNORECASE,
)
"""Words for several incidents among which a sentence spreads people, or for another one."""
_LONG = (
    r"\b(?:over|in|during|within|for)\s+the\s+(?:past|last|previous)\s+(?:[\w-]+\s+){0,2}"
    r"(?:months?|years?|decades?)\b|\byears\s+of\s+(?:[\w-]+\s+)?(?:war|fighting|conflict|violence|"
    r"unrest)\b"
)
"""Words for a time longer than any one incident."""
_PERIOD = re.compile(
    rf"{_LONG}|"
    rf"\bsince\s+(?:(?:last|early|late)\s+)?(?:\w+day\b|{MONTH}\b|(?:19|20)\d\d\b|"
    r"the\s+(?:beginning|start|weekend|outbreak)\b|"
    r"the\s+\w+\s+(?:began|started|broke\s+out)\b)|"
    r"\b(?:have|has)\s+been\s+\w+\s+(?:so\s+far\s+)?in\s+(?:19|20)\d\d\b|"
    r"\b(?:over|in|during|within|for)\s+the\s+(?:past|last|previous)\s+(?:[\w-]+\s+){0,2}"
    r"(?:days?|weeks?|weekend)\b|"
    r"\b(?:so\s+far|already)\s+this\s+(?:week|month|year)\b|"
    r"(?<!earlier )(?<!early )(?<!later )(?<!late )\bthis\s+year\b|"
    r"\bin\s+recent\s+(?:days|weeks|months|years)\b|\b(?:every|each|per)\s+(?:week|month|year)\b|"
    r"\b(?:for|of)\s+the\s+year\b|"
    r"\bover\s+the\s+(?:[\w-]+\s+){0,2}weekend\b",
    re.IGNORECASE,
)
"""Words for a period over which a sentence counts."""
_IN_MONTHS = re.compile(
    rf"\b(?:in|over)\s+(?:(?:just|only|under|about|the)\s+)?{_NUMBER}\s+(?:weeks|months|years)\b"
    r"(?!['’]|\s+(?:prison|jail|time|of)\b)",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:worst|deadliest|bloodiest|largest|biggest|heaviest|first|highest|most|second|third)\b",
    re.IGNORECASE,
)
"""Words that set one incident among those of a period ("the worst raid in two years")."""
_EVERYWHERE = re.compile(
    r"\bin\s+(?:different|various|several|many|other)\s+(?:[\w-]+\s+)?(?:parts|areas|places|towns|"
    r"cities|regions|provinces|departments|zones|sectors|points|villages)\b|"
    r"\bthroughout\s+the\s+country\b|"
    rf"\bsince\s+the\s+(?:beginning|start|outbreak)\s+of\b|{_LONG}",
    re.IGNORECASE,
)
"""Words for many places or long times, over which no figure is that of one incident."""


def without_periods(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts without the figures of sentences that count over many incidents.

    They stay where an account's main trigger stands in the same sentence.
    """
    return [
        replace(
            account,
            links=tuple(link for link in account.links if not _of_period(page, account, link)),
        )
        for account in accounts
    ]


def _counts_period(text: str, start: int, end: int, figure: Span) -> bool:
    """Whether a period counts a figure of its sentence, and does not only rank its incident."""
    return any(
        counts(text, start, Span(found.start(), found.end()), figure)
        for found in _PERIOD.finditer(text, start, end)
    )


def _of_period(page: Page, account: Account, link: Link) -> bool:
    if link.role.value not in COUNT_TAGS:
        return False
    sentence = page.sentence_at(link.mention.start)
    if sentence is None:
        return False
    single = (link.mention.label or "").startswith(PERSON)
    ranked = _RANKED.search(page.text, sentence.start, sentence.end) is not None
    everywhere = _EVERYWHERE.search(page.text, sentence.start, sentence.end) is not None
    if everywhere and not (single or ranked):
        return True
    if sentence.start <= account.triggers[0].start < sentence.end:
        return False
    several = _SEVERAL.search(page.text, sentence.start, sentence.end) is not None
    figure = link.mention.span
    counted = _counts_period(page.text, sentence.start, sentence.end, figure)
    months = _IN_MONTHS.search(page.text, sentence.start, sentence.end) is not None
    return several or (not single and (counted or (months and not ranked)))
