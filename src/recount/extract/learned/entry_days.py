"""Entries of lists and logs that open with their day: it dates what they tell.

"TUE 14 MAY – Osset. A mine kills two.", "Monday the 10th. Kharun. …", "3 October, Velm. …", or a
line that is a day alone over paragraphs. What happened in an entry happened on its day, unless
its own sentence names another; a day told in the entry beside is none of its.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.learned.openings import opening_of
from recount.extract.rules.extractor import Ruled
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Scan, Sentence, sentence_of
from recount.model import (
    BODY_KINDS,
    Account,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Segment,
    SegmentKind,
    Span,
)
from recount.resources.gazetteer import PlaceName
from recount.resources.grammar import TimeExpression, TimeKind, TimeUnit
from recount.resources.grammar.times import find_times

_MARKED = re.compile(r"[\s•▪◾■●*·–—>-]*(?:\(?\d{1,3}[.)]\s+)?[\[(]?")
"""Bullets, a number or a bracket that may stand before the day of an entry."""
_NAMED = re.compile(
    r"[\s•▪◾■●*·–—>-]*(?:\(?\d{1,3}[.)]\s+)?"
    r"(?![A-Z]{3,}\b)(?:[A-Z][\w’'-]*\s*){1,4}(?:,\s*(?:[A-Z][\w’'-]*\s*){1,4})?[,(–—|-]\s*"
)
"""A place that may stand before it ("Velm, 14 May: …"); a town in capitals opens a dateline."""
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)?"
_DAYTIME = r"(?:,?\s*\(?(?:night|morning|evening|afternoon|overnight|dawn|noon)\)?)?"
_CLOSED = re.compile(rf"[\])]?{_CLOCK}{_DAYTIME}{_CLOCK}[\])]?\s*(?:[.:–—|]\s*(?=\S)|-\s)")
_NAME = r"(?:[a-z]{1,3}[-’'])?[A-Z][\w’'–-]*"
_SMALL = r"(?:near|of|the|in|outside|at|and|area|highway|road|district|province|town|city|village)"
_THEN_PLACE = re.compile(
    rf"(?:,|(?=\s+[A-ZÀ-Þ]{{3,}}\b))\s+(?:(?:{_NAME}|{_SMALL}|\([A-Z][^()\n]{{1,30}}\)),?\s*){{1,9}}[.:–—](?:\s|$)"
)
"""A place that may stand behind it ("14 May, Velm district. …", "14/5 VELM, Orm. …")."""
_MONTH_OR_DAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
)
_MAY_HEAD = re.compile(
    r"\W{0,8}(?:\d{1,3}[.)]\s+)?(?:[A-ZÀ-Þ][\w’'-]*[\s,(–—|-]{1,4}){0,9}"
    rf"(?:(?:[Tt]he|[Ss]ame|[Nn]ight|[Oo]n|[Oo]f|[Ff]rom|[Ii]n|[Ee]arly|[Ll]ate)\s+){{0,4}}"
    rf"(?:\d|(?i:{_MONTH_OR_DAY}))"
)
"""How a line may open with a day: in no other is one looked for."""
_HEAD = 160
"""Characters of a line in which its day stands."""
_KINDS = frozenset({TimeKind.DAY, TimeKind.NUMERIC, TimeKind.RANGE})
_ALONE_BEFORE = re.compile(r"[\s•▪*·–—=#_-]*")
_ALONE_AFTER = re.compile(r"[\s.:*·–—=#_-]*")
_FEWEST = 2
"""Entries that make a list; one alone is a dateline as often."""
_HEADED = 0.9
"""Confidence that the day of an entry is that of what it tells."""
_OPENED = 0.5
"""The same for a day that opens the first sentence of a paragraph."""
_OPENS = re.compile(
    r"\W*(?:\d{1,3}[.)]\s+)?(?:[A-Z][\w’'-]*\.\s+)?(?:(?:Early|Late)\s+)?(?:On|In|During|At|Overnight)\s+",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of text that a day at its head dates."""

    start: int
    end: int
    day: TimeExpression
    alone: bool = False
    """Whether its day has a line of its own: then it may tell of several incidents."""
    titled: bool = False
    """Whether it is a section whose title names place and day: then it may be long."""


def with_entry_days(
    scan: Scan, accounts: Sequence[Account], entries: Sequence[Entry]
) -> list[Account]:
    """Return the accounts, those told in an entry with its day where they have no other.

    Args:
        scan: the text.
        accounts: its accounts.
        entries: its entries (``find_entries``).
    """
    apart = [entry for entry in entries if not entry.alone]
    dated = [_dated(scan, _own_figures(account, apart), entries) for account in accounts]
    return [_with_opening(scan, account) for account in dated]


_FIGURES = frozenset(LinkRole(tag) for tag in COUNT_TAGS)


def _own_figures(account: Account, entries: Sequence[Entry]) -> Account:
    """Return an account without figures of other entries, or of what stands over all of them."""
    home = _home(entries, account.triggers[0].start)
    links = tuple(
        link
        for link in account.links
        if link.role not in _FIGURES or _home(entries, link.mention.start) == home
    )
    return account if len(links) == len(account.links) else replace(account, links=links)


def find_entries(scan: Scan) -> tuple[Entry, ...]:
    """Return the entries of a list or log in order; empty where there are fewer than two."""
    text = scan.document.text
    body = [segment for segment in scan.document.segments if segment.kind in BODY_KINDS]
    told = [head for segment in body for head in _heads(text, segment)]
    lines = [one for one in scan.document.segments if one.reason == "date line"]
    alone = [head for line in lines for head in _heads(text, line) if head.alone]
    alone = _over_text(body, sorted((*alone, *(one for one in told if one.alone)), key=_place))
    entries = _with_text(body, [one for one in told if not one.alone])
    heads = sorted((*alone, *entries), key=_place)
    if len(heads) < _FEWEST:
        return ()
    starts = [head.start for head in heads]
    limits = [*starts[1:], len(text)]
    return tuple(
        Entry(head.start, min(limit, _end_of(text, body, head)), head.day, head.alone, head.titled)
        for head, limit in zip(heads, limits, strict=True)
    )


def parted_by_entries(ruled: Ruled, entries: Sequence[Entry]) -> Ruled:
    """Return what the rules read, no account with words of two entries: each has its own."""
    apart = [entry for entry in entries if not entry.alone]
    if len(apart) == 0:
        return ruled
    accounts = [part for one in ruled.accounts for part in _parts(one, apart)]
    return replace(ruled, accounts=tuple(accounts))


def _parts(account: Account, entries: Sequence[Entry]) -> Iterator[Account]:
    """Yield an account for each entry that holds triggers of one, with the links of that entry."""
    homes = [_home(entries, trigger.start) for trigger in account.triggers]
    for home in dict.fromkeys(homes):
        triggers = tuple(t for t, at in zip(account.triggers, homes, strict=True) if at == home)
        links = tuple(
            link
            for link in account.links
            if _home(entries, link.mention.start) in (home, None)
            and (home is not None or _home(entries, link.mention.start) is None)
        )
        if len(triggers) == len(account.triggers) and len(links) == len(account.links):
            yield account
            continue
        name = Account.id_of(account.document, account.rendition, triggers)
        yield replace(account, id=name, triggers=triggers, links=links)


def _home(entries: Sequence[Entry], at: int) -> int | None:
    return next((n for n, one in enumerate(entries) if one.start <= at < one.end), None)


def _over_text(body: Sequence[Segment], heads: Sequence[_Head]) -> list[_Head]:
    """Return days alone on a line that stand over text, if there are several of one form.

    The day of the page itself stands alone, too: as a rule over the first of them, in full.
    """
    limits = [*(head.start for head in heads[1:]), body[-1].end if len(body) > 0 else 0]
    over = [
        head
        for head, limit in zip(heads, limits, strict=False)
        if any(head.day.end < one.start < limit for one in body)
    ]
    alike = [head for head in over if _form(head) == _form(over[-1])]
    days = {head.day.words.casefold() for head in alike}
    return alike if len(days) >= _FEWEST else []


def _with_text(body: Sequence[Segment], heads: Sequence[_Head]) -> list[_Head]:
    """Return heads of entries, without titles that stand over no text."""
    over = {a.start for a, b in pairwise(body) if b.kind is SegmentKind.BODY}
    return [head for head in heads if not head.titled or head.segment.start in over]


def _form(head: _Head) -> tuple[bool, bool]:
    return head.day.year is not None, head.day.weekday is not None


def _place(head: _Head) -> int:
    return head.start


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    day: TimeExpression
    segment: Segment
    alone: bool
    """Whether the day has a line of its own."""
    titled: bool = False
    """Whether a title ends with it, behind the place ("2. Osset, 14 May")."""


def _heads(text: str, segment: Segment) -> Iterator[_Head]:
    for match in re.finditer(r"[^\n]+", text[segment.start : segment.end]):
        start, end = segment.start + match.start(), segment.start + match.end()
        before = text[segment.start : start].rstrip()
        if before and before[-1] not in '.!?:”"':
            continue
        if _MAY_HEAD.match(text, start, end) is None:
            continue
        day = next(iter(find_times(text, start, min(end, start + _HEAD))), None)
        if day is not None and _is_titled(text, segment, Span(start, end), day):
            yield _Head(start, day, segment, alone=False, titled=True)
            continue
        if day is None or not _is_day(day):
            continue
        if _ALONE_BEFORE.fullmatch(text, start, day.start) is not None and (
            _ALONE_AFTER.fullmatch(text, day.end, end) is not None
        ):
            yield _Head(start, day, segment, alone=True)
        elif _heads_line(text, start, day):
            yield _Head(start, day, segment, alone=False)


def _is_titled(text: str, segment: Segment, line: Span, day: TimeExpression) -> bool:
    """Whether a line is the title of a section that names a place and its day or month."""
    if not _is_title(text, segment) or grain_of(day) is Grain.NONE or day.relation is not None:
        return False
    named = _NAMED.fullmatch(text, line.start, day.start) is not None
    return named and _ALONE_AFTER.fullmatch(text, day.end, line.end) is not None


def _is_title(text: str, segment: Segment) -> bool:
    """Whether a segment is a heading, or an item of one short line that ends as no sentence."""
    if segment.kind is SegmentKind.HEADING:
        return True
    line = text[segment.start : segment.end].strip()
    short = len(line) <= _TITLE and "\n" not in line and line[-1:] not in ".!?;,:"
    return segment.kind is SegmentKind.LIST_ITEM and short and line[:1].isupper()


_TITLE = 60
"""Characters of a title of a section, at most."""


def _is_day(time: TimeExpression) -> bool:
    if time.relation is not None or time.repeated:
        return False
    return time.kind in _KINDS and grain_of(time) in (Grain.DAY, Grain.WEEK)


def _heads_line(text: str, start: int, day: TimeExpression) -> bool:
    marked = _MARKED.fullmatch(text, start, day.start) is not None
    if marked and _THEN_PLACE.match(text, day.end) is not None:
        return True
    named = marked or _NAMED.fullmatch(text, start, day.start) is not None
    return named and _CLOSED.match(text, day.end) is not None


def _end_of(text: str, body: Sequence[Segment], head: _Head) -> int:
    """Return where an entry ends: with its paragraph, under a title before the next one."""
    if not (head.alone or head.titled):
        return head.segment.end
    told = False
    for segment in body:
        if segment.start <= head.segment.start:
            continue
        title = segment.kind is SegmentKind.HEADING
        title = title or (head.titled and _is_title(text, segment))
        if title and told:
            return segment.start
        told = told or not title
    return body[-1].end


def _dated(scan: Scan, account: Account, entries: Sequence[Entry]) -> Account:
    trigger = account.triggers[0]
    entry = next((one for one in entries if one.start <= trigger.start < one.end), None)
    if entry is None or len(scan.sentences) == 0:
        return account
    home = scan.sentences[sentence_of(scan.sentences, trigger.start)]
    days = [link for link in account.links if link.role is LinkRole.DATE]
    own = [link for link in days if _is_of(link, home, entry) and not _is_others(scan, link, home)]
    if len(own) == 0:
        day = _day_before(entry, home) or entry.day
        mention = Mention(day.start, day.end, MentionRole.TIME)
        own = [Link(LinkRole.DATE, mention, confidence=_HEADED)]
    others = [link for link in account.links if link.role is not LinkRole.DATE]
    return replace(account, links=(*own, *_placed(scan, entry, others)))


def _placed(scan: Scan, entry: Entry, links: Sequence[Link]) -> Sequence[Link]:
    """Return links with the places at the head of an entry, where none in it says where."""
    where = [link for link in links if link.role is LinkRole.PLACE]
    if entry.titled:
        # A bus or a body bears the name of another town ("the Osset bus").
        where = [
            link
            for link in where
            if _LOCATED.search(scan.text, max(0, link.mention.start - 16), link.mention.start)
        ]
    if entry.alone or any(entry.start <= link.mention.start < entry.end for link in where):
        return links
    named = [
        Link(LinkRole.PLACE, Mention(name.start, name.end, MentionRole.PLACE), confidence=_HEADED)
        for name in (_title_place(scan, entry) if entry.titled else _head_places(scan, entry))
    ]
    if len(named) == 0:
        return links
    return [*named, *(link for link in links if link.role is not LinkRole.PLACE)]


_TITLE_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*){0,3}")


def _title_place(scan: Scan, entry: Entry) -> Iterator[Span]:
    """Yield the name that opens a title, whether any list has it or not."""
    name = _TITLE_NAME.search(scan.text, entry.start, entry.day.start)
    if name is not None:
        yield Span(name.start(), name.end())


_LOCATED = re.compile(r"\b(?:in|at|near|outside|inside|around|entered|into)\s+(?:the\s+)?\Z")


def _head_places(scan: Scan, entry: Entry) -> Iterator[PlaceName]:
    """Yield the places named beside the day of an entry, before it tells anything."""
    for sentence in scan.sentences:
        if not entry.start <= sentence.start < entry.end:
            continue
        if len(sentence.triggers) + len(sentence.effects) > 0:
            return
        yield from (name for name in sentence.places if not name.demonym and not name.nested)
        if sentence.end > entry.day.end + _HEAD_PLACES:
            return


_HEAD_PLACES = 60
"""Characters behind the day of an entry in which its head names its place."""


def _is_of(link: Link, home: Sentence, entry: Entry) -> bool:
    """Whether a day stands in the sentence that tells of an incident, and in its entry."""
    at = link.mention.start
    return home.start <= at < home.end and entry.start <= at < entry.end


def _day_before(entry: Entry, home: Sentence) -> TimeExpression | None:
    """Return the only day that a sentence of an entry counts back to ("bomb in Osk last night")."""
    back = [
        time
        for time in home.times
        if entry.day.end <= time.start < entry.end
        and time.kind is TimeKind.RELATIVE_PUBLICATION
        and time.relation is None
        and time.direction < 0
        and time.words.lower() != "overnight"
        and grain_of(time) is Grain.DAY
    ]
    return back[0] if len(back) == 1 else None


_SETS_SCENE = re.compile(
    r"\W*(?:There\s+(?:was|were|came|had\s+been)|It\s+(?:was|happened|came|began|started))\b"
)


def _days_of_scene(text: str, first: Sentence, home: Sentence) -> list[TimeExpression]:
    """Return the only day of a sentence that sets a scene right before it is told.

    "There was one ugly moment last night. A bomb was thrown at a prayer house."
    """
    bare = len(first.triggers) + len(first.effects) == 0 and home.index == first.index + 1
    if not bare or _SETS_SCENE.match(text, first.start, first.end) is None:
        return []
    days = [t for t in first.times if t.relation is None and grain_of(t) is Grain.DAY]
    return days if len(days) == 1 else []


_OF_NOUN = re.compile(r"\s+(?!(?:when|on|in|at|by|after|and|to|from|near)\b)[a-z]{3,}")
"""A noun behind a day that is a part of its name ("the 7 May truce")."""


def _is_others(scan: Scan, link: Link, home: Sentence) -> bool:
    """Whether a day of the sentence is part of a name, or says only that it was the entry's."""
    start, end = link.mention.start, link.mention.end
    named = scan.text[max(0, start - 4) : start].lower().endswith("the ")
    if named and _OF_NOUN.match(scan.text, end) is not None:
        return True
    told = next((time for time in home.times if (time.start, time.end) == (start, end)), None)
    return told is not None and (names_no_day(told) or told.words.lower() == "overnight")


def names_no_day(time: TimeExpression) -> bool:
    """Return whether words leave the day to what was told before: "that night", "minutes later"."""
    if time.kind is not TimeKind.RELATIVE_NARRATIVE or time.inner is not None:
        return False
    return time.direction == 0 or time.unit in (TimeUnit.MINUTE, TimeUnit.HOUR)


def _with_opening(scan: Scan, account: Account) -> Account:
    """Give an account without a day that which opens the first sentence of its paragraph."""
    if any(link.role is LinkRole.DATE for link in account.links) or len(scan.sentences) == 0:
        return account
    at = sentence_of(scan.sentences, account.triggers[0].start)
    home = scan.sentences[at]
    while at > 0 and scan.sentences[at - 1].segment.index == home.segment.index:
        at -= 1
    first = scan.sentences[at]
    if opening_of(scan.text, home.start, home.end) is not None or first.index == home.index:
        return account
    days = [time for time in first.times if _is_day(time)]
    if len(days) == 0 or _OPENS.fullmatch(scan.text, first.start, days[0].start) is None:
        days = _days_of_scene(scan.text, first, home)
    if len(days) == 0:
        return account
    mention = Mention(days[0].start, days[0].end, MentionRole.TIME)
    link = Link(LinkRole.DATE, mention, inherited=True, confidence=_OPENED)
    return replace(account, links=(*account.links, link))
