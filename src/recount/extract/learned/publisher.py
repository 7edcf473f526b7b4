"""Whose statement a text is: a ministry's briefing, a group's own post, a party's press note.

What is told there of its publisher's deeds the publisher claims, and whom it names as the doer
of others it blames: the outlet's own voice is a party's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recount.extract.learned.words import Page
from recount.model import ActorKind, Mention, MentionRole, Span
from recount.resources.actors import ActorName
from recount.resources.actors.tokens import is_capitals

_LINES = 7
"""Lines at the start of a text among which its letterhead stands, and its kind of paper."""
_HEADLINE = 2
"""Lines at the start of a text among which a report has its headline."""
_LAST = 3
"""Lines at the end of a text among which its signature stands."""
_SHORT = 110
"""Characters of the longest line that is no running text."""
_OPENING = 320
"""Characters at the start of a text in which a note says where it was taken from."""
_PAPER = re.compile(
    r"\b(?:briefing|communiqu[eé]|statement|press\s+(?:release|note)|bulletin|spokes(?:person|man|woman)|announcement|"
    r"(?:operational|daily|morning|evening|situation|weekly)\s+(?:update|summary|report))\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry\s+of\s+(?:defen[cs]e|the\s+interior)|(?:defen[cs]e|interior)\s+ministry|defen[cs]e\s+forces?|general\s+staff|armed\s+forces|army|air\s+force|"
    r"navy|military|(?:high|general|central|operations)\s+command|(?:liberation|resistance)\s+(?:front|forces)|"
    r"brigades|mujahideen|war\s+media)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:(?!Briefing|Statement|Communiqu)[A-ZÀ-Þ][\w’-]+\s){{1,4}}(?i:{_BODY.pattern})|(?i:{_BODY.pattern})\s+(?:of|OF)\s+(?:the\s+|THE\s+)?"
    r"[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){0,3}"
)
"""A body whose words say whose it is."""
_OF_STATE = re.compile(
    r"\b(?:ministry|general\s+staff|armed\s+forces|(?<!people[’']s\s)(?<!liberation\s)army|air\s+force|navy|military)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says?|told|claim(?:s|ed)|den(?:ies|ied)|kills?|killed|attacks?|reject(?:s|ed)|condemn(?:s|ed)|according|"
    r"accus(?:es|ed)|blam(?:es|ed))\b",
    re.IGNORECASE,
)
"""Verbs of a headline of news, in which a force is told of by others."""
_BYLINE = re.compile(r"(?:By|Text:|Reporting\s+by)\s+[A-ZÀ-Þ]")
_ALL_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*,?|\d[\w/.-]*|of|the|and|for|to|in|[-–—:,])(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*,?|\d[\w/.-]*|of|the|and|for|to|in|[-–—:,]))*"
)
"""A line that is nothing but a name."""
_LABEL = re.compile(r"[^\S\n]*(?:\n|$|[\[(–—:|-])")
"""What follows a name in a letterhead: nothing, or a bracket ("[channel, 4K subscribers]")."""
_SIGNED = re.compile(
    r"(?:For\s+|Spokes(?:person|man|woman)[\s,]+(?:of\s+|for\s+)?|(?:Media|Press|Information)\s+Office[\s,]+(?:of\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\s*[,.]?\s*(?:$|[-–—,(]\s*(?:The\s+)?(?:Office|Directorate|Department|Press|Media|Information|Spokes\w+|Command|General\s+Command))",
    re.IGNORECASE,
)
_TAKEN_FROM = re.compile(
    r"\b(?:Source:\s*(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:channel|account|website|media\s+office)|"
    r"(?:statement|communiqu[eé]|message|text)\s+(?:issued\s+|published\s+|put\s+out\s+)?(?:by\s+the\s+\w+\s+))\s*(?:of|by|from|:)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|OURS?|WE)\b")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_ARMED = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)
STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who puts a text out.

    Attributes:
        words: the line or the words that name it.
        actor: its canonical name, if a list has it.
        state: whether it is a state's body.
        named: the words that say who it is; ``None``: "the army" of whatever country.
    """

    words: Span
    actor: str | None
    state: bool
    named: Span | None

    @property
    def mention(self) -> Mention:
        """The words as a mention of who speaks."""
        return Mention(self.words.start, self.words.end, MentionRole.PARTICIPANT)


def publisher_of(page: Page) -> Publisher | None:
    """Return who puts a text out as its own statement; ``None``: nobody, it is a report.

    Args:
        page: the document under reading.
    """
    text = page.text
    labelled = _labelled(page) or _clandestine(page)
    if labelled is not None or _BRACKETS.search(text, 0, _OPENING) is not None:
        return labelled
    lines = list(_lines(text))
    head = _head(text, lines)
    if any(_BYLINE.match(line.of(text)) for line in head):
        return None
    if any(_TOLD.search(line.of(text)) for line in head[:_HEADLINE]):
        return None
    paper = any(_PAPER.search(line.of(text)) for line in head)
    found = _on_letterhead(page, head) or _signed(page, lines[-_LAST:]) or _taken_from(page)
    if found is not None and (paper or _speaks_itself(text)):
        return Publisher(found.phrase, found.actor, found.kind in STATES, found.phrase)
    return _body(text, head) if paper and not is_capitals(text) else None


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = at + len(line) - len(line.lstrip())
        if bare:
            yield Span(start, start + len(bare))
        at += len(line) + 1


def _head(text: str, lines: list[Span]) -> list[Span]:
    """Return the short lines before the running text."""
    head: list[Span] = []
    for line in lines[:_LINES]:
        if line.end - line.start > _SHORT or line.of(text).endswith((".", "!", "?")):
            break
        head.append(line)
    return head


def _armed(page: Page, line: Span) -> Iterator[ActorName]:
    """Yield the armed and political bodies named in a line."""
    for one in page.scan.named:
        if line.start <= one.start and one.end <= line.end and one.kind in _ARMED:
            yield one


def _on_letterhead(page: Page, head: list[Span]) -> ActorName | None:
    """Return the actor whose name fills a line at the head, or stands there as a label."""
    for line in head:
        words = line.of(page.text)
        for one in _armed(page, line):
            before = page.text[line.start : one.start].casefold()
            label = before in ("", "the ") and _LABEL.match(page.text, one.phrase.end) is not None
            # In a text set in capitals every line looks like a name.
            of_paper = _PAPER.search(words) is not None and _is_name(page.text, words)
            channel = _CHANNEL_OF.search(page.text, line.start, one.start) is not None
            if label or of_paper or (channel and _is_last(page.text, one, line)):
                return one
    return None


_CHANNEL_OF = re.compile(
    r"\b(?:channel|voice|organ|radio|website|account|bulletin|newsletter|news\s+agency|"
    r"media\s+(?:arm|office|wing|foundation))\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What a head line says of an outlet that is a body's own ("Hill Voice, channel of the Front")."""


def _is_last(text: str, name: ActorName, line: Span) -> bool:
    """Whether a name ends a line, but for a mark."""
    return len(text[name.phrase.end : line.end].strip(" .)]")) == 0


def _is_name(text: str, line: str) -> bool:
    return not is_capitals(text) and _ALL_NAME.fullmatch(line) is not None


def _signed(page: Page, tail: list[Span]) -> ActorName | None:
    for line in tail:
        if line.end - line.start > _SHORT:
            continue
        for one in _armed(page, line):
            rest = page.text[one.phrase.end : line.end]
            before = page.text[line.start : one.start]
            if _SIGNED.fullmatch(before) and _OFFICE.match(rest):
                return one
    return None


def _taken_from(page: Page) -> ActorName | None:
    """Return the actor that a note at the head names as the source ("Source: channel of X")."""
    for one in _armed(page, Span(0, min(_OPENING, len(page.text)))):
        if _TAKEN_FROM.search(page.text, 0, one.start):
            return one
    return None


_PAPERS = (
    r"(?:communiqu[eé]s?|statements?|proclamations?|messages?|declarations?|bulletins?|"
    r"press\s+releases?|reports?)"
)
_BRACKETS = re.compile(r"\s(?:--|[–—-])\s+\[[^\]]{3,160}\]")
"""What follows a dateline where a collector of texts says of what kind one is ("-- [Excerpt]")."""
_LABELS = re.compile(
    rf"\s(?:--|[–—-])\s+\[(?:[\w-]+\s+)?{_PAPERS}\]\s+\[(?P<who>[^\]]{{3,160}})\]", re.IGNORECASE
)
"""The kind of paper and whose it is ("-- [Communique] [General Command of the Front]")."""
_OF_OFFICE = re.compile(
    rf"{_BODY.pattern}|\b(?:government|ministry|presidency|directorate)\b", re.IGNORECASE
)
_CLANDESTINE = re.compile(r"\s*(?:\(?clandestine\b)|[^\n-]{0,80}\(clandestine\b", re.IGNORECASE)
"""A dateline that says that the station is hidden: one of those who fight the state."""


def _labelled(page: Page) -> Publisher | None:
    """Return the body that a label behind the dateline names ("[Communique] [the Front]")."""
    label = _LABELS.search(page.text, 0, _OPENING)
    if label is None:
        return None
    who = Span(*label.span("who"))
    listed = next(_armed(page, who), None)
    if listed is not None:
        named = _in_text(page, listed, label.end()) or listed.span
        return Publisher(who, listed.actor, listed.kind in STATES, named)
    group = _named_again(page, who)
    if group is not None:
        return Publisher(who, group.actor, state=False, named=who)
    if _OF_OFFICE.search(who.of(page.text)) is None:
        return None  # "[Report] [Ana Vell]" is a reporter's
    return Publisher(who, None, state=True, named=who)


def _in_text(page: Page, label: ActorName, offset: int) -> Span | None:
    """Return where running text first names the body of a label, with what it goes by there."""
    named = (one for one in page.scan.named if one.start >= offset and one.actor == label.actor)
    return next((one.phrase for one in named), None)


def _named_again(page: Page, who: Span) -> ActorName | None:
    """Return a group of the text whose short name or name the label holds."""
    told = " ".join(who.of(page.text).split()).casefold()
    return next((one for one in _rebels(page) if _words(page, one) in told), None)


def _words(page: Page, name: ActorName) -> str:
    return " ".join(name.span.of(page.text).split()).casefold()


def _clandestine(page: Page) -> Publisher | None:
    """Return the group that a hidden station speaks for: the first that its text names."""
    if _CLANDESTINE.match(page.text) is None or not _speaks_itself(page.text):
        return None
    group = next(_rebels(page), None)
    if group is None:
        return None
    span = Span(group.start, group.end)
    return Publisher(span, group.actor, state=False, named=span)


def _rebels(page: Page) -> Iterator[ActorName]:
    """Yield the groups with a name of their own that a text names, in order."""
    for one in page.scan.named:
        if one.kind in _ARMED - STATES and not one.generic:
            yield one


def _speaks_itself(text: str) -> bool:
    """Whether a text says "we" in its own voice."""
    return _OURS.search(_QUOTED.sub("", text)) is not None


def _body(text: str, head: list[Span]) -> Publisher | None:
    """Return the force or ministry that a letterhead names, which no list has."""
    for line in head:
        words = line.of(text)
        if _BODY.search(words) and (_ALL_NAME.fullmatch(words) or _PAPER.search(words)):
            named = _NAMED.search(text, line.start, line.end)
            told = None if named is None else Span(named.start(), named.end())
            return Publisher(line, None, _OF_STATE.search(words) is not None, told)
    return None
