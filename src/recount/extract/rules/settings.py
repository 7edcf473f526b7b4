"""Which of the times, places and sites of a clause belong to the incident told there."""

from __future__ import annotations

import re

from recount.extract.rules.aside_times import is_aside
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Ranged, Scan, Sentence, Site, inside
from recount.resources.gazetteer import PlaceName
from recount.resources.grammar.time_expression import TimeExpression, TimeKind

_SAYING = re.compile(
    r"\b(?:said|says|told|reported|reports|announced|confirmed|added|stated|released|published|"
    r"issued|wrote|tweeted|posted|claimed|condemned|statement|spokes\w+|declared|warned|denied|"
    r"blamed|accused|acknowledged|admitted)\b"
    r"\s*(?:(?:\w+\s+){0,4}(?:on|in|late|early|late on)\s*|(?:reporters|journalists|AFP|VOA)\s+)?$",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\bin\s+(?:an?|its|their|the)\s+(?:[\w’'-]+\s+){0,2}(?:statement|communiqu[eé]|message|video|"
    r"broadcast|interview|letter|post|tweet|bulletin|press\s+release|news\s+conference)s?"
    r"(?:\s+(?!that\b|about\b)[\w’'-]+){0,6}?\s+(?:on\s+)?$",
    re.IGNORECASE,
)
"""Words before a time that dates a statement: "in a message sent to the radio on Friday"."""
_READ_OUT = re.compile(
    r"\b(?:communiqu[eé]|statement|message|bulletin|letter|leaflet|video|recording|report)s?\b"
    r"[^.;:!?\n]{0,60}\b(?:read|issued|released|sent|received|published|broadcast|aired|carried"
    r"|distributed|circulated|delivered|handed|monitored|quoted)\b(?:\s+[\w’'-]+){0,4}\s+$"
    r"|\b(?:it\s+(?:was|has\s+been|became)\s+|was\s+)?(?:learn(?:ed|t)|reported|disclosed)\s+"
    r"(?:belatedly\s+|here\s+|only\s+)?$",
    re.IGNORECASE,
)
"""Words before a time that say when a text went out: "a communique read to newsmen last night"."""
_SAID_NEXT = re.compile(
    r"\s+(?:confirmed|verified|announced|acknowledged)\b(?!\s+by\b)",
    re.IGNORECASE,
)
"""A verb of saying directly behind a time: "the ministry on Friday announced the arrest of"."""
_ISSUE = re.compile(
    r"\b(?:update|summary|bulletin|briefing|digest|round-?up|report|release)\b[,:]?\s*$",
    re.IGNORECASE,
)
"""Directly before a day that ends a title: it is the day of the report ("Daily Update, 4 May")."""
_HAUNT = re.compile(
    r"\b(?:operat(?:es|ed|ing)|based|active|resid(?:es|ed|ing)|living|lived)\s+"
    r"(?:in|across|throughout|around|out\s+of)\s+(?:the\s+)?(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
"""Words before a place that say where somebody sought is at home, not where it happened."""
_AREA_NEXT = re.compile(r"(?:\s+\w+)?\s*,\s*(?:in\s+)?(?:the\s+)?")
"""What stands between a place and the area around it ("Osset district, Velmar")."""
_OPEN_ENDED = re.compile(r"\b(?:since|until|till|from|by)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACE_LEAD = re.compile(
    r"\b(?:in|at|near|outside|inside|across|around|into|towards?|on|of|to|over|throughout|between|"
    r"from|within|off|north|south|east|west|hit|hits|rocked?|rocks|struck|shook|shakes)\s+"
    r"(?:[\w’'-]+\s+|\w+,\s+){0,4}$",
    re.IGNORECASE,
)
_PLACE_TAIL = re.compile(
    r"^(?:['’]s?)?\s+(?:city|town|province|district|village|governorate|state|county|airport|"
    r"international airport|hospital|prison|mosque|market|university|suburb|area|region|"
    r"police headquarters|\w+ (?:neighbou?rhood|district|area|market|mosque|airport|hospital))\b"
    r"|^['’]s?\s+(?:\w+\s+){0,2}(?:airport|hospital|mosque|market|prison|old town|district|"
    r"school|church|capital|neighbou?rhood|suburbs?|outskirts)",
    re.IGNORECASE,
)
_METONYM = re.compile(
    r"^(?:['’]s)?\s+(?:said|says|blamed|accused|denied|has|have|will|would|wants|warned|condemned|"
    r"announced|claims|claimed|government|regime|administration|officials?)\b",
    re.IGNORECASE,
)
_CHAIN = re.compile(r"^\s*(?:,|and|\(|,?\s*in|of)\s*(?:the\s+)?$", re.IGNORECASE)
_ORIGIN = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_GOAL = re.compile(r"\b(?:into|towards?|at|on)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_REACH = 80

_MINOR_SITES = frozenset({"vehicle", "transport", "road", "village", "home", "border", "farm"})
"""Kinds that often carry or surround an attack rather than being its site."""

_SITE_LEAD = re.compile(
    r"\b(?:at|in|inside|outside|near|on|into|of|against|hit|hits|struck|attacked|attack on|"
    r"targeted|targeting|stormed|bombed|among|witnessed|rocked|raided|hitting|entered|to|from|"
    r"through|by|behind)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)


_SOMEBODYS = re.compile(
    r"\b(?:imam|leader|head|director|member|student|teacher|professor|owner|worker|employee|"
    r"journalist|reporter|driver|doctor|nurse|principal|spokes\w+|priest|guard|cleric|staff|chief|"
    r"manager|official)s?\s+(?:of|at|from|for|with)\s+(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
"""Words before a site that names somebody's post rather than where it happened."""


_CARE = re.compile(
    r"\b(?:died?|deaths?|dying|treated|taken|rushed|admitted|evacuated|transferred|brought|moved|"
    r"recovering|hospitali[sz]ed|succumbed|arrived|ferried|carried)\s+(?:[\w’'-]+\s+){0,4}"
    r"(?:in|at|to|from)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Words before a hospital that name it as where the wounded were brought."""

_STRUCK = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}(?:was|were|came|has been|had been|witnessed|is|are)\s+(?:\w+ly\s+)?"
    r"(?:attacked|hit|struck|bombed|targeted|shelled|raided|stormed|destroyed|under|another|an?)\b",
    re.IGNORECASE,
)


_SAYING_BEFORE = 100
"""Characters before a time in which a saying that it dates may stand."""


def event_times(scan: Scan, sentence: Sentence, start: int, end: int) -> tuple[TimeExpression, ...]:
    """Return the times that may date the incident, the governing one first.

    A time that dates the saying ("officials said on Friday") is left out, and so are
    durations and times of day.
    """
    found: list[tuple[int, int, TimeExpression]] = []
    times = [t for t in inside(sentence.times, start, end) if grain_of(t) is not Grain.NONE]
    for time in times:
        before = scan.text[max(sentence.start, time.start - _SAYING_BEFORE) : time.start]
        if _dates_saying(scan.text, sentence, time, before):
            continue
        if is_aside(scan.text, sentence, time):
            continue
        open_ended = 3 if _OPEN_ENDED.search(before) else 0
        found.append((_coarseness(time) + open_ended, time.start, time))
    if not any(names_day(time) for _, _, time in found):
        found = [(max(0, rank - 1), at, time) for rank, at, time in found]
    return tuple(time for _, _, time in sorted(found, key=lambda item: item[:2]))


def _dates_saying(text: str, sentence: Sentence, time: TimeExpression, before: str) -> bool:
    """Whether a time is when somebody said it, not when it happened."""
    if any(lead.search(before) is not None for lead in (_SAYING, _STATEMENT, _READ_OUT)):
        return True
    if _ISSUE.search(before) and (sentence.heading or _ends(text, sentence, time)):
        return True
    return _SAID_NEXT.match(text, time.end, sentence.end) is not None


def _ends(text: str, sentence: Sentence, time: TimeExpression) -> bool:
    return not text[time.end : sentence.end].strip(" .\n")


def names_day(time: TimeExpression) -> bool:
    """Whether it names a day by itself: not "overnight", not "nine days before"."""
    if grain_of(time) is not Grain.DAY or time.kind is TimeKind.RELATIVE_NARRATIVE:
        return False
    return time.kind is not TimeKind.RELATIVE_PUBLICATION or time.day_part != "overnight"


def _coarseness(time: TimeExpression) -> int:
    """Return the rank of a time beside a named day: it leads over months and "overnight"."""
    grain = grain_of(time)
    if grain is Grain.COARSE:
        return 2
    return 1 if grain in {Grain.DAY, Grain.MONTH} and not names_day(time) else 0


def event_places(scan: Scan, sentence: Sentence, start: int, end: int) -> tuple[PlaceName, ...]:
    """Return the place names that say where, in order of the text."""
    kept: list[PlaceName] = []
    for name in inside(sentence.places, start, end):
        if name.demonym or name.nested or _inside_other(sentence, name):
            continue
        before = scan.text[max(sentence.start, name.start - _REACH) : name.start]
        if _is_seat(sentence, name, before) or _of_source(scan.text, sentence, name):
            continue
        after = scan.text[name.end : min(sentence.end, name.end + 40)]
        chained = len(kept) > 0 and _CHAIN.match(scan.text[kept[-1].end : name.start]) is not None
        headed = name.start - sentence.start < _HEAD and after.startswith(":")
        located = headed or _PLACE_LEAD.search(before) or _PLACE_TAIL.match(after) or chained
        located = located or _is_of_event(scan.text, sentence, name)
        if located and (headed or not _METONYM.match(after) or _PLACE_LEAD.search(before)):
            kept.append(name)
    kept = _without_haunts(scan.text, sentence, kept)
    return _near_told(_without_origin(scan.text, sentence, kept), sentence, start, end)


_COMPOUND = re.compile(r"\s+(?:[\w-]+\s+){0,2}$")
"""What stands between a place and the event that it names ("the Osset nightclub attack")."""


def _is_of_event(text: str, sentence: Sentence, name: PlaceName) -> bool:
    """Whether a name stands before a noun of the incident and says where it was."""
    if any(c.kind == "country" for c in name.candidates[:1]):
        return False  # "the Velmar attack" may be that of the country's army
    return any(
        trigger.noun
        and trigger.start > name.end
        and _COMPOUND.fullmatch(text[name.end : trigger.start]) is not None
        for trigger in sentence.triggers
    )


def _without_haunts(text: str, sentence: Sentence, names: list[PlaceName]) -> list[PlaceName]:
    """Drop where a person sought is said to operate or live, when another place is named."""
    haunts: list[PlaceName] = []
    for name in names:
        before = text[max(sentence.start, name.start - _REACH) : name.start]
        follows = len(haunts) > 0 and _AREA_NEXT.fullmatch(text[haunts[-1].end : name.start])
        if follows or _HAUNT.search(before):
            haunts.append(name)
    return [n for n in names if n not in haunts] if len(haunts) < len(names) else names


_HEAD = 45
"""Characters from the start of a line within which "Place:" heads it."""

_FAR = 120
"""Characters behind the last word of the incident beyond which a place is another's."""


def _near_told(
    names: tuple[PlaceName, ...], sentence: Sentence, start: int, end: int
) -> tuple[PlaceName, ...]:
    """Drop places far behind the words of the incident when nearer ones are named."""
    told = [t.end for t in inside(sentence.triggers, start, end)]
    told += [e.end for e in inside(sentence.effects, start, end)]
    if len(told) == 0:
        return names
    near = tuple(name for name in names if name.start <= max(told) + _FAR)
    return near if len(near) > 0 else names


_SEAT = re.compile(
    r"\b(?:government|authorities|officials?|ministry|minister|headquarters|agency|embassy|court|"
    r"correspondent|reporters?|analysts?|based)\s+in\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Words that say where somebody sits, not where it happened."""


def _is_seat(sentence: Sentence, name: PlaceName, before: str) -> bool:
    told_before = any(trigger.end <= name.start for trigger in sentence.triggers)
    return not told_before and _SEAT.search(before) is not None


def _tells(sentence: Sentence, start: int, end: int) -> bool:
    told: list[Ranged] = [*sentence.triggers, *sentence.effects]
    return any(start <= word.start and word.end <= end for word in told)


def _of_source(text: str, sentence: Sentence, item: Ranged) -> bool:
    """Whether the words belong to who says it ("a nurse at the hospital in X told …")."""
    for found in sentence.attributions:
        source = found.source
        if text[found.cue.start : found.cue.end].casefold().startswith("claim"):
            continue  # "claiming the lives of" is no saying
        if source is None or _tells(sentence, source.end, found.cue.start):
            continue
        if source.start <= item.start and item.end <= found.cue.start:
            content = found.content
            if content is None or not (content.start <= item.start and item.end <= content.end):
                return True
    return False


def _inside_other(sentence: Sentence, name: PlaceName) -> bool:
    others = [a for a in sentence.actors if not a.generic] + list(sentence.persons)
    return any(
        o.start <= name.start and name.end <= o.end and (o.end - o.start) > (name.end - name.start)
        for o in others
    )


def _without_origin(text: str, sentence: Sentence, names: list[PlaceName]) -> tuple[PlaceName, ...]:
    """Drop where something was fired from when the words also say at what."""
    origins = [
        n for n in names if _ORIGIN.search(text[max(sentence.start, n.start - 12) : n.start])
    ]
    goals = [n for n in names if _GOAL.search(text[max(sentence.start, n.start - 30) : n.start])]
    if len(origins) > 0 and any(goal not in origins for goal in goals):
        return tuple(name for name in names if name not in origins)
    return tuple(names)


def event_sites(
    scan: Scan, sentence: Sentence, start: int, end: int, anchor: int
) -> tuple[Site, ...]:
    """Return the sites of the clause, the most telling first."""
    ranked: list[tuple[int, int, Site]] = []
    for site in inside(sentence.sites, start, end):
        before = scan.text[max(start, site.start - 70) : site.start]
        after = scan.text[site.end : site.end + 30]
        modifies = re.match(r"\s+(?:attack|bombing|blast|explosion|shooting|massacre|siege)", after)
        if site.kind == "health" and _CARE.search(before):
            continue
        if _SOMEBODYS.search(before) or _of_source(scan.text, sentence, site):
            continue
        struck = _STRUCK.match(scan.text[site.end : min(end, site.end + 70)])
        if _SITE_LEAD.search(before) is None and modifies is None and struck is None:
            continue
        minor = 1 if site.kind in _MINOR_SITES else 0
        ranked.append((minor, abs(site.start - anchor), site))
    return tuple(site for _, _, site in sorted(ranked, key=lambda item: item[:2]))


def minor_site(site: Site) -> bool:
    """Return whether a site often carries or surrounds an attack rather than being its place."""
    return site.kind in _MINOR_SITES
