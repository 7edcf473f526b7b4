"""Names that no gazetteer has, which the heads mark beside those that it has.

The rules know the names of the gazetteer alone: an account of theirs has the area around a
village and not the village ("Ordel in Mali"), a part of a name ("Osk" of "Osk Velho"), or a
place of another sentence, where its own names a village.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.settings import Decoding
from recount.extract.learned.words import Page
from recount.extract.rules.scan import Ranged, overlaps
from recount.model import Account, Link, LinkRole, Mention, MentionRole, Span
from recount.resources.gazetteer import is_part_of_name

TAG = "event_place"

_LEVEL = (
    r"(?:provinc|district|county|state|region|governorate|area|village|town|cit|suburb|"
    r"neighbou?rhood|outskirt|cent(?:er|re)|department|municipalit|commune|parish|quarter|part|hamlet|"
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
    """Return the accounts, each with the names in front of its own places.

    Listed names are told whole; an account whose own sentence has no place gets the names there.
    """
    spans = _marked(page, decoding.tag(TAG))
    names = [span for span in spans if _is_name(page.text, span) and not _is_listed(page, span)]
    faint = [
        span
        for span in _marked(page, _FAINT)
        if _is_name(page.text, span) and _is_located(page, span)
    ]
    told = [_whole(page.text, account, spans) for account in accounts]
    told = [_with_names(page.text, account, names) for account in told]
    told = [_with_own(page, account, faint, spans) for account in told]
    return [_with_further(page, account, faint) for account in told]


def _marked(page: Page, least: float) -> list[Span]:
    return [Span(one.start, one.end) for one in page.reading.spans(TAG, least)]


_FAINT = 0.15
"""Score from which a name that stands where places do is one, if the sentence has no other."""
_LOCATED = re.compile(
    r"\b(?:in|at|near|outside|inside|around|outskirts of|entered|took|captured|seized|overran|"
    r"retook|stormed|raided|attacked|shelled|bombed|hit|struck|(?:village|town|camp|cent(?:re|er)|hamlet|"
    r"locality|settlement|site|outpost|position)\s+(?:of|at|in|called))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words right before a place."""
_FRONTED = re.compile(r"\W*(?:In|At|Near|Outside)\s+(?:the\s+(?:[\w-]+\s+){1,2}of\s+)?")
"""How a sentence begins that says first where it is set ("In Ordel, dozens marched to Osk")."""
_BEFORE = 40
_OWN = 0.6
"""Confidence that such a name is the place of what its sentence tells."""


def _is_located(page: Page, span: Span) -> bool:
    """Whether a name stands behind words of place, and is no person's and no body's."""
    sentence = page.sentence_at(span.start)
    before = page.text[max(0, span.start - _BEFORE) : span.start]
    if sentence is None or sentence.heading or _LOCATED.search(before) is None:
        return False
    others: tuple[Ranged, ...] = (*sentence.persons, *sentence.actors, *sentence.times)
    owned = page.text[span.end : span.end + 2] in ("'s", "’s")
    return not owned and not any(overlaps(one, span) for one in others)


def _whole(text: str, account: Account, marked: Sequence[Span]) -> Account:
    """Return the account with the whole names of which its places are parts."""
    links = [
        replace(link, mention=_longer(text, link.mention, marked))
        if link.role is LinkRole.PLACE
        else link
        for link in account.links
    ]
    return replace(account, links=tuple(dict.fromkeys(links)))


_TAIL = re.compile(r"(?:\s+[a-z]+)+\Z")
"""Words for a level behind a name that the heads mark with it ("Osk-e-Tarn quarter")."""


def _longer(text: str, place: Mention, marked: Sequence[Span]) -> Mention:
    for told in marked:
        tail = _TAIL.search(text, told.start, told.end)
        one = told if tail is None else Span(told.start, tail.start())
        inside = one.start <= place.start and place.end <= one.end
        if inside and is_part_of_name(one.of(text), place.start - one.start, place.end - one.start):
            return Mention(one.start, one.end, MentionRole.PLACE)
    return place


def _with_own(
    page: Page, account: Account, names: Sequence[Span], marked: Sequence[Span]
) -> Account:
    """Return the account with the names of its first sentence, if that has no place linked.

    A place that the heads hold for none of an incident counts for nothing beside one that they do.
    """
    home = page.sentence_at(account.triggers[0].start)
    if home is None or home.heading:
        return account
    places = [link for link in account.links if link.role is LinkRole.PLACE]
    own = [name for name in names if home.start <= name.start < home.end]
    here = [link.mention for link in places if home.start <= link.mention.start < home.end]
    fresh = [name for name in own if not _is_listed(page, name)]
    fronted = [name for name in fresh if _FRONTED.fullmatch(page.text, home.start, name.start)]
    own = fronted or own
    if len(fronted) == 0 and any(overlaps(one, span) for one in here for span in marked):
        return account
    if len(here) > 0:
        own = [name for name in own if name in marked]
    if not all(link.inherited for link in places):
        # The first sentence may tell of it only in passing ("the raid came after a bomb in Osk").
        own = [name for name in own if name in fresh]
    links = [
        Link(LinkRole.PLACE, Mention(name.start, name.end, MentionRole.PLACE), confidence=_OWN)
        for name in own
    ]
    return replace(account, links=(*links, *account.links)) if links else account


def _with_further(page: Page, account: Account, names: Sequence[Span]) -> Account:
    """Return an account without a place with the name that a further sentence of it tells.

    "A drone bombed a house in Ordel. The shepherd and his sons were killed.": the words that
    lead may be those of the second sentence.
    """
    if any(link.role is LinkRole.PLACE for link in account.links):
        return account
    for trigger in sorted(account.triggers, key=lambda one: one.start):
        home = page.sentence_at(trigger.start)
        own = [] if home is None else [n for n in names if home.start <= n.start < home.end]
        if home is not None and not home.heading and len(own) == 1:
            mention = Mention(own[0].start, own[0].end, MentionRole.PLACE)
            link = Link(LinkRole.PLACE, mention, confidence=_OWN)
            return replace(account, links=(link, *account.links))
    return account


_NAME = re.compile(r"(?:[a-z]{1,2}[-'’])?[^\W\d_a-zß-ÿ]")
"""How a name begins: "Osk", "al-Osk", "d'Osk"."""


def _is_name(text: str, span: Span) -> bool:
    return _NAME.match(text, span.start) is not None


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
