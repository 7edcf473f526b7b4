"""Names that no gazetteer has, told right before the place that an account has ("Ordel in Mali").

The rules know the names of the gazetteer alone, so that an account of theirs has the area
around a village and not the village; the heads mark both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.settings import Decoding
from recount.extract.learned.words import Page
from recount.extract.rules.scan import overlaps
from recount.model import Account, Link, LinkRole, Mention, MentionRole, Span

TAG = "event_place"

_LEVEL = (
    r"(?:provinc|district|county|state|region|governorate|area|village|town|cit|suburb|"
    r"neighbou?rhood|outskirt|department|municipalit|commune|parish|quarter|part|hamlet|"
    r"settlement|island|camp)(?:e|y|s|ies)?"
)
_QUARTER = r"(?:quarter|neighbou?rhood|part|area)s?\b"
"""What is part of a town, which is then the place of the incident."""
_TO_AREA = re.compile(
    rf"(?:['’]s)?(?:\s+(?!{_QUARTER}){_LEVEL})?"
    rf"(?:,?\s+(?:in|of|near|inside|within|outside)|,(?:\s+an?\s+(?:[\w-]+\s+){{0,2}}{_LEVEL}\s+"
    r"(?:of|in|near|outside))?|"
    r",?\s+(?:about\s+|some\s+|around\s+)?[\d.,]+\s*(?:km|kilomet\w+|miles?)\b[^.;,]{0,30}\b"
    r"(?:of|from)|\s*\()\s*"
    rf"(?:(?:the|an?|neighbou?ring|nearby|central|remote|rural|\w+ern|(?:north|south)-?(?:east|west)|"
    rf"north|south|east|west|{_LEVEL}|of|in)\s+){{0,5}}",
    re.IGNORECASE,
)
"""What stands between a name and the place that it lies in or near."""
_REACH = 80


def with_unlisted(page: Page, accounts: Sequence[Account], decoding: Decoding) -> list[Account]:
    """Return the accounts, each with the names in front of its own places."""
    marked = page.reading.spans(TAG, decoding.tag(TAG))
    spans = [Span(one.start, one.end) for one in marked]
    names = [span for span in spans if _is_name(page.text, span) and not _is_listed(page, span)]
    return [_with_names(page.text, account, names) for account in accounts]


def _is_name(text: str, span: Span) -> bool:
    return span.of(text)[:1].isupper()


def _is_listed(page: Page, span: Span) -> bool:
    sentence = page.sentence_at(span.start)
    return sentence is None or any(
        overlaps(name, span) for name in sentence.places if not name.nested
    )


def _with_names(text: str, account: Account, names: Sequence[Span]) -> Account:
    taken = [link.mention.span for link in account.links if link.role is LinkRole.PLACE]
    free = [name for name in names if not any(overlaps(s, name) for s in taken)]
    links: list[Link] = []
    for link in account.links:
        if link.role is LinkRole.PLACE:
            links += [_named(link, name) for name in free if _lies_in(text, name, link)]
        links.append(link)
    return replace(account, links=tuple(dict.fromkeys(links)))


def _named(link: Link, name: Span) -> Link:
    return replace(link, mention=Mention(name.start, name.end, MentionRole.PLACE))


def _lies_in(text: str, name: Span, link: Link) -> bool:
    """Whether the words put a name in or near the place of a link."""
    start = link.mention.start
    near = name.end <= start <= name.end + _REACH
    return near and _TO_AREA.fullmatch(text, name.end, start) is not None
