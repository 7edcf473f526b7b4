"""Which of the places linked to an account tell where it was, and what is told with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Account, Link, LinkRole, Mention, MentionRole, Span
from recount.resolve.context import Context
from recount.resolve.dateline import stands_in_dateline
from recount.resolve.drafts import links_of
from recount.resolve.elsewhere import is_elsewhere, is_home, is_left_for, is_no_place, is_origin
from recount.resolve.nearest import told_nearest
from recount.resolve.place_chains import is_headed
from recount.resolve.place_openings import Opening
from recount.resolve.place_parts import town_of_part, town_told_next
from recount.resolve.place_spelling import is_village
from recount.resolve.place_words import is_street
from recount.resources.gazetteer import PlaceKind

_OPENED = 0.8
"""Confidence that a paragraph tells of the place that opens it."""
_TOWNS = frozenset({PlaceKind.SITE, PlaceKind.SETTLEMENT})
_AREAS = frozenset({PlaceKind.ADMIN1, PlaceKind.COUNTRY, PlaceKind.REGION})


def told_places(context: Context, account: Account) -> list[list[Link]]:
    """Return the links to places of an account in groups that are read together.

    The first group tells best where it was. What opens the paragraph ("3 May, Osset. Gunmen …")
    goes before all but another town that the paragraph itself names.
    """
    groups = _groups(context, account)
    names = [link.mention.span for link in groups[0]] if len(groups) > 0 else []
    if any(context.places.kinds(name) & _TOWNS for name in names):
        return groups
    towns = [town for name in names if (town := town_of_part(context, name)) is not None]
    town = towns[0] if len(towns) > 0 else town_told_next(context, names)
    return groups if town is None else [[_link(town.start, town.end)], *groups]


def _groups(context: Context, account: Account) -> list[list[Link]]:
    links = _without_datelines(context, account)
    start = account.triggers[0].span.start
    opening = context.places.opening_at(start)
    if opening is None:
        links = [*_standing(context, account, links), *links]
        return [*_here(context, account, links), *_nearest(context, account, links)]
    opened = [_link(span.start, span.end) for span in opening.names]
    inside = [link for link in links if _is_inside(context, opening, link)]
    if opening.dated:
        inside = [link for link in inside if not (link.inherited or _describes(context, link))]
    rest = [link for link in links if not opening.start <= link.mention.start < opening.end]
    if len(inside) == 0 and _are_areas(context, opened):
        inside = _town_of_sentence(context, opening, start)
    if not _goes_before(context, inside, opened):
        return [opened, *_nearest(context, account, rest)]
    first, *further = _nearest(context, account, inside)
    areas = [link for link in opened if context.places.kinds(link.mention.span) & _AREAS]
    told = {link.mention.start for link in first}
    return [
        [*first, *(link for link in areas if link.mention.start not in told)],
        *further,
        *_nearest(context, account, rest),
    ]


_HERE = re.compile(
    r"\b(?:of|in|at|through|across|over|on)\s+this\s+(?:[\w-]+\s+){0,2}"
    r"(?:town|city|village|capital|port|settlement|hamlet)\b|(?<!\bof\s)(?<!\bfrom\s)\bhere\b(?!['’])"
)
"""Words for the town in which a report was filed."""
_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]?")


def _here(context: Context, account: Account, links: Sequence[Link]) -> list[list[Link]]:
    """The town of the dateline where the incident's own words set it "here", and in no other."""
    filed = context.places.homes.filed
    sentence = context.sentence_at(account.triggers[0].span.start)
    if filed is None or filed.start > account.triggers[0].span.start:
        return []
    words = _QUOTED.sub(" ", sentence.of(context.text))
    own = [one for one in links if sentence.start <= one.mention.start < sentence.end]
    named = any(context.places.kinds(one.mention.span) & _TOWNS for one in own)
    if _HERE.search(words) is None or named:
        return []
    return [[_link(filed.start, filed.end)]]


def _town_of_sentence(context: Context, opening: Opening, at: int) -> list[Link]:
    """The town of the incident's sentence, where an area opens the paragraph and none is linked."""
    sentence = context.sentence_at(at)
    town = context.places.homes.town_before(
        max(sentence.start, opening.names[-1].end), sentence.end
    )
    return [] if town is None else [_link(town.start, town.end, _STANDING)]


def _standing(context: Context, account: Account, links: Sequence[Link]) -> list[Link]:
    """The town told before in the paragraph, else the report's own, where no sentence names one.

    Nothing where an incident's own sentences, or those before them in the paragraph, name a place.
    """
    start = account.triggers[0].span.start
    first = _first(context, account)
    homes = [context.sentence_at(trigger.span.start) for trigger in account.triggers]
    for link in links:
        at = link.mention.start
        if any(home.start <= at < home.end for home in homes) or first <= at < start:
            return []
    before = _town_behind(context, start) if len(links) == 0 else None
    before = before or context.places.homes.town_before(first, start)
    before = before or (next(iter(_homes(context)), None) if len(links) == 0 else None)
    return [] if before is None else [_link(before.start, before.end, _STANDING)]


def _town_behind(context: Context, start: int) -> Span | None:
    """The town told behind an incident's words in their sentence ("a bomb in Osset")."""
    town = context.places.homes.town_before(start, context.sentence_at(start).end)
    told = town is not None and _PLACED.search(
        context.text[max(0, town.start - _AT_REACH) : town.start]
    )
    return town if told else None


_AT_REACH = 10
_AT = re.compile(
    r"\b(?:in|at|near|around|outside|inside|of|from|into|to|between|across|towards?)\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Words before a name that no list has where it is a place."""
_OWN = 0.4
"""Confidence from which a place told in its sentence goes before those of the scene."""


def _homes(context: Context) -> list[Span]:
    """The towns that the report tells of, that of a list before one that none has."""
    homes = context.places.homes
    unlisted = homes.unlisted
    if unlisted is not None and context.names_person(unlisted):
        unlisted = None
    told = [_in_body(context, home) for home in (homes.home, unlisted) if home is not None]
    return [home for home in told if home is not None]


def _in_body(context: Context, name: Span) -> Span | None:
    """The first place where a name is told in a sentence: captions and clutter tell nothing."""
    for found in re.finditer(re.escape(name.of(context.text)), context.text):
        at = context.sentence_of(found.start())
        if at >= 0 and found.start() < context.sentences[at].end:
            return Span(found.start(), found.end())
    return None


def _first(context: Context, account: Account) -> int:
    """From where on what the paragraph has told still holds for an incident."""
    start = account.triggers[0].span.start
    return max(_paragraph(context.text, start), start - _STANDS)


_STANDING = 0.5
"""Confidence that the town told last, or most, is still the place."""
_STANDS = 700
"""Characters for which a place told once still holds."""


def _paragraph(text: str, at: int) -> int:
    """Where the paragraph around a position begins."""
    blank = text.rfind("\n\n", 0, at)
    return blank if blank >= 0 else text.rfind("\n", 0, at) + 1


def _are_areas(context: Context, links: Sequence[Link]) -> bool:
    return all(_is_area(context, link.mention.span) for link in links)


def _is_area(context: Context, name: Span) -> bool:
    kinds = context.places.kinds(name)
    return len(kinds) > 0 and kinds <= _AREAS


def _goes_before(context: Context, inside: Sequence[Link], opened: Sequence[Link]) -> bool:
    """Whether a paragraph names another place finer than what opens it.

    A name that no list has is a part of the town that opens it, or lies in the area.
    """
    if len(inside) == 0:
        return False
    inside = [link for link in inside if link.mention.span.of(context.text)[:1].isupper()]
    kinds = [context.places.kinds(link.mention.span) for link in inside]
    if any(kind & _TOWNS for kind in kinds):
        return True
    if any(PlaceKind.ADMIN2 in kind for kind in kinds) and _are_areas(context, opened):
        return True
    areas = all(context.places.kinds(link.mention.span) - _TOWNS for link in opened)
    apart = [areas or _is_apart(context.text, link.mention.start) for link in inside]
    return any(told and len(kind) == 0 for told, kind in zip(apart, kinds, strict=True))


_OF_BODY = re.compile(r"\b(?:of|from|by)\s+(?:the\s+)?$", re.IGNORECASE)
_BODY = re.compile(r"\s+[a-z]{3,}")


def _describes(context: Context, link: Link) -> bool:
    """Whether a name tells whose people or things these were ("buses of Osset mine")."""
    span = link.mention.span
    owned = _OF_BODY.search(context.text, max(0, span.start - 12), span.start) is not None
    return owned and _BODY.match(context.text, span.end) is not None


_APART = re.compile(r"\b(?:near|outside|village\s+(?:of|called)|towards?)\s+(?:the\s+)?$", re.I)
"""Words before a place that is no quarter of a town."""


_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)


def _is_apart(text: str, start: int) -> bool:
    return _APART.search(text[max(0, start - 30) : start]) is not None


def _is_inside(context: Context, opening: Opening, link: Link) -> bool:
    """Whether a link stands in a paragraph behind its opening, and is not who speaks there."""
    start, end = link.mention.start, link.mention.end
    speaks = context.text.startswith(":", end)
    inside = opening.names[-1].end <= start < opening.end
    gone = is_left_for(context.text, link.mention.span) or _FROM.search(context.text[:start][-12:])
    return inside and not speaks and not gone


def _link(start: int, end: int, confidence: float = _OPENED) -> Link:
    mention = Mention(start, end, MentionRole.PLACE)
    return Link(LinkRole.PLACE, mention, inherited=True, confidence=confidence)


def _nearest(context: Context, account: Account, links: Sequence[Link]) -> list[list[Link]]:
    groups = [told_nearest(context, account, group) for group in _by_sentence(context, links)]
    groups = sorted(groups, key=lambda group: not any(_is_own(context, link) for link in group))
    groups = _of_the_report(context, account, _finer_first(context, groups))
    return _with_capital(context, account, groups)


def _of_the_report(
    context: Context, account: Account, groups: list[list[Link]]
) -> list[list[Link]]:
    """The groups with the report's town where "the attack" is told with the area around it."""
    start = account.triggers[0].span.start
    spans = [link.mention.span for link in groups[0]] if len(groups) > 0 else []
    if not any(PlaceKind.COUNTRY not in context.places.kinds(span) for span in spans):
        return groups
    if not all(_is_area(context, span) for span in spans):
        return groups
    definite = _DEFINITE.search(context.text, max(0, start - _DEFINITE_REACH), start + 4)
    for home in [] if definite is None else _homes(context):
        apart = any(context.places.are_apart(home, span) for span in spans)
        filed = stands_in_dateline(context.text, home.start)
        if home.start < start and not apart and not filed:
            return [[_link(home.start, home.end, _STANDING), *groups[0]], *groups[1:]]
    return groups


_DEFINITE_REACH = 12
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Tt]hat|[Tt]his)\s|['’]s\s)\w{0,4}$")
"""How an attack is told of that the report has told before ("Thursday's attack")."""


def _finer_first(context: Context, groups: list[list[Link]]) -> list[list[Link]]:
    """The groups with the village that a later sentence tells before the area of the first one."""
    if len(groups) == 0:
        return groups
    first = [link.mention.span for link in groups[0]]
    for group in groups[1:]:
        finer = any(_is_finer(context, link, first) for link in group)
        if finer and not any(context.places.are_apart(group[0].mention.span, s) for s in first):
            rest = [one for one in groups if one is not group and one is not groups[0]]
            return [[*group, *groups[0]], *rest]
    return groups


def _is_finer(context: Context, link: Link, others: Sequence[Span]) -> bool:
    """Whether an incident's own words tell a village, and the other places are areas."""
    span = link.mention.span
    if not _is_own(context, link) or link.confidence < _FINER:
        return False
    if is_village(span.of(context.text)):
        return not any(is_village(other.of(context.text)) for other in others)
    kinds = context.places.kinds(span)
    wide = all(_is_area(context, other) for other in others)
    return wide and (len(kinds) == 0 or bool(kinds & _TOWNS))


def _with_capital(context: Context, account: Account, groups: list[list[Link]]) -> list[list[Link]]:
    """The groups with the capital where a sentence is set "in the capital" and names no town."""
    first = groups[0] if len(groups) > 0 else []
    if any(
        context.places.kinds(link.mention.span) & _TOWNS for link in first if not link.inherited
    ):
        return groups
    sentence = context.sentence_at(account.triggers[0].span.start)
    found = _IN_CAPITAL.match(context.text, sentence.start, sentence.end)
    if found is None:
        return groups
    capital = _link(found.start("capital"), found.end("capital"))
    return [[capital], *groups]


_IN_CAPITAL = re.compile(
    r"\W*(?:[\w-]+,?\s+){0,2}?[Iil]n\s+(?P<capital>the\s+(?:\w+\s+)?capital)\b"
    r"(?!\s*(?:of\b|,?\s+[A-ZÀ-Þ]))(?!,?\s+(?:[\w’'-]+\s+){0,2}(?:officials?|authorities|government|"
    r"ministr\w+|president|spokes\w+|diplomats?|lawmakers|parliament)\b)"
)
"""How a sentence opens that is set in the capital, and not only spoken there."""
_FINER = 0.6
"""Confidence from which a village told later is taken for the place."""


def _is_own(context: Context, link: Link) -> bool:
    """Whether a place is told in the incident's own words, as far as the reader is sure of it."""
    span = link.mention.span
    words = span.of(context.text)
    speaks = context.text.startswith(":", span.end)
    if link.inherited or link.confidence < _OWN or speaks or is_street(words):
        return False
    if context.places.kinds(span):
        return True
    told = _AT.search(context.text, max(0, span.start - 30), span.start) is not None
    return told and words.split()[-1][:1].isupper()


def _without_datelines(context: Context, account: Account) -> list[Link]:
    """The links to places, without those of datelines where any other is left."""
    links = _with_inner(context, links_of(account, LinkRole.PLACE))
    links = [link for link in links if not _is_elsewhere(context, link)]
    links = [link for link in links if not context.places.is_wide(link.mention.span)]
    away = [link for link in links if not is_home(context.text, link.mention.span)]
    links = away if len(away) > 0 else links
    there = [link for link in links if not is_left_for(context.text, link.mention.span)]
    start = account.triggers[0].span.start
    before = context.places.homes.town_before(_first(context, account), start)
    known = before is not None or context.places.homes.home is not None
    links = there if len(there) > 0 or known else links
    told = [link for link in links if not stands_in_dateline(context.text, link.mention.start)]
    return told if len(told) > 0 else links


def _with_inner(context: Context, links: Sequence[Link]) -> list[Link]:
    """The links with the names that the words put inside them ("Osk's Osset district")."""
    found: list[Link] = []
    told = [link.mention.span for link in links]
    for link in links:
        inner = context.places.chains.inner(link.mention.span)
        if inner is None:
            found.append(link)
            continue
        known = any(span.start <= inner.span.start < span.end for span in told)
        mention = Mention(inner.span.start, inner.span.end, MentionRole.PLACE)
        found += [] if known else [replace(link, mention=mention)]
        found += [] if inner.instead else [link]
    return found


def _is_elsewhere(context: Context, link: Link) -> bool:
    span = link.mention.span
    if is_elsewhere(context.text, span):
        return True
    if context.places.names_in(span):
        return context.places.is_country(span) and is_origin(context.text, span)
    person = context.names_person(span) and not is_headed(context.text, span)
    person = person and not _stands_as_place(context.text, span)
    return person or context.actors.names_force(span) or is_no_place(context.text, span)


_PLACED = re.compile(
    r"\b(?:in|near|towards?|below|above|outside|into|through|inside|beyond)\s+$", re.IGNORECASE
)
"""Words before a name that are said of a place, and seldom of a person."""


def _stands_as_place(text: str, name: Span) -> bool:
    """Whether a name that may be a person's stands as that of a place ("towards Tor Ala")."""
    owns = text[name.end : name.end + 2] in ("'s", "’s")
    return not owns and _PLACED.search(text, max(0, name.start - 10), name.start) is not None


def _by_sentence(context: Context, links: Sequence[Link]) -> list[list[Link]]:
    groups: dict[int, list[Link]] = {}
    for link in links:
        groups.setdefault(context.sentence_of(link.mention.start), []).append(link)
    return list(groups.values())
