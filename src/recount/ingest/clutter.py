"""Which blocks are the report and which are the page around it, with the reason for each.

Errs towards the report: prose of some length is clutter only when markup, vote or its own
words say so. Works from general features (shape of lines, repetition, place on the page,
links, stock phrases), the same for web pages and for text scraped from them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from recount.ingest import phrases
from recount.ingest.lines import HEADING_WORDS, ends_sentence
from recount.ingest.page import Block, Page
from recount.ingest.scripts import main_script, script_of
from recount.ingest.titles import find_title
from recount.ingest.videos import film_lists
from recount.model import SegmentKind
from recount.resources.plain_words import line_key

PROSE_WORDS = 12
"""A sentence this long that ends as one is prose; headlines rarely are both."""
LONG_PROSE_WORDS = 25
_LINKED = 0.6
_NOTE_WORDS = 90
_CREDIT_CHARACTERS = 160
_CAPTION_WORDS = 45
_SMALL_SHARE = 0.6
"""Share of small-letter words in running text; headlines in title case have fewer."""
_RUN = 3
"""Headlines in a row that make a list of them."""
_MENU_WORDS = 4
_REPEAT_WORDS = 3
_PULL_WORDS = 6
_SENTENCE_WORDS = 6
"""Shorter lines with a full stop are as often labels ("Read more.")."""
_LEAD_WORDS = 9
"""A longer line that ends in a colon is a sentence that announces something."""
_PULL_WORDS_AT_MOST = 45
_COMPARED = 200_000_000
"""Characters compared at most when looking for repetitions; beyond, none are looked for."""
_COMMENTS_AFTER = 0.5
"""Share of the page's words that stands before the comments begin."""
_VOTE_COVERS = 0.3
"""Share of the prose that a vote must cover to be believed."""


@dataclass(slots=True)
class Look:
    """A block with what can be seen of it; ``kind`` and ``reason`` are what it is judged to be."""

    block: Block
    text: str
    words: int
    ends: bool
    key: str
    kind: SegmentKind
    reason: str | None = None
    level: int = 0
    notes: set[str] = field(default_factory=set)

    @property
    def clutter(self) -> bool:
        """Whether it has been judged to be no part of the report."""
        return self.kind is SegmentKind.CLUTTER

    @property
    def prose(self) -> bool:
        """Whether it reads as sentences."""
        if self.block.linked > _LINKED * len(self.text):
            return False
        if self.words >= LONG_PROSE_WORDS:
            return True
        return self.words >= PROSE_WORDS and (self.ends or self.text.endswith(":"))

    def mark(self, reason: str) -> None:
        """Judge it to be clutter, unless that is known already."""
        if not self.clutter:
            self.kind = SegmentKind.CLUTTER
            self.reason = reason


def look_at(page: Page) -> list[Look]:
    """Return the page's blocks, each judged to be of a kind."""
    looks = [_look(page.text, block) for block in page.blocks]
    _mark_by_themselves(looks)
    _mark_other_scripts(looks, page.text)
    _mark_headline_lists(looks)
    for run in film_lists(["" if look.prose else look.text for look in looks]):
        for at in run:
            looks[at].mark("films of other reports")
    title = find_title(
        [(look.text, look.key, look.words, look.ends, look.clutter, look.prose) for look in looks],
        page.title,
    )
    _mark_captions(looks, title)
    _mark_repetitions(looks, title)
    _mark_comments(looks)
    _mark_by_vote(looks, title)
    _mark_margins(looks, title)
    _mark_sandwiched(looks)
    _name_headings(looks, title)
    return looks


def _look(text: str, block: Block) -> Look:
    words = text[block.start : block.end]
    look = Look(
        block,
        words,
        len(words.split()),
        ends_sentence(words),
        line_key(words) if len(words) < 2000 else "",
        block.kind,
        level=block.level,
    )
    if block.region is not None:
        look.mark(block.region)
    return look


def _mark_by_themselves(looks: list[Look]) -> None:
    for look in looks:
        if look.clutter:
            continue
        reason = _own_reason(look)
        if reason is not None:
            look.mark(reason)


def _own_reason(look: Look) -> str | None:
    text, words = look.text, look.words
    if not any(character.isalpha() for character in text):
        return "date line" if phrases.DATE_LINE.fullmatch(text) else "no words"
    if words > 90:
        return None
    if phrases.AUTHOR_LABEL.match(text):
        return "author's note"
    listed = look.kind in (SegmentKind.LIST_ITEM, SegmentKind.CAPTION)
    if (
        words <= 20
        and not listed
        and (phrases.DATE_LINE.fullmatch(text) or phrases.PLACE_AND_DATE.fullmatch(text))
    ):
        return "date line"
    if words <= 16 and look.kind is not SegmentKind.LIST_ITEM and phrases.BYLINE.fullmatch(text):
        return "byline"
    if words <= phrases.LINE_WORDS and not _tells(look) and phrases.LINES.fullmatch(text):
        return "stock phrase"
    if words <= phrases.SENTENCE_WORDS and phrases.SENTENCES.fullmatch(text):
        return "stock phrase"
    if words <= 30 and phrases.STAFF.fullmatch(text):
        return "byline"
    if _EMAIL.search(text) and words <= 15:
        return "contact"
    quoted = "“" in text or '"' in text
    if not quoted and words <= 60 and phrases.PLEA.search(text) and phrases.ADDRESSED.search(text):
        return "plea"
    if not quoted and words <= 30 and phrases.IMPERATIVE.match(text):
        return "plea" if phrases.ADDRESSED.search(text) else None
    return None


_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")


def _tells(look: Look) -> bool:
    """A whole sentence tells something, whatever it begins with."""
    return look.ends and look.words >= _SENTENCE_WORDS


def _mark_other_scripts(looks: list[Look], text: str) -> None:
    if text.isascii():
        return
    main = main_script(text)
    if main is None:
        return
    for look in looks:
        script = script_of(look.text)
        if script is not None and script != main and look.words <= 60:
            look.mark("another script")


def _mark_headline_lists(looks: list[Look]) -> None:
    """Runs of headlines of other articles: with outlet and date, or under a telling line."""
    at = 0
    while at < len(looks):
        end = at
        while end < len(looks) and _headline_like(looks[end]):
            end += 1
        if end - at >= _RUN:
            _judge_run(looks, at, end)
        at = max(end, at + 1)


def _headline_like(look: Look) -> bool:
    if look.clutter and look.reason != "stock phrase":
        return False
    if look.text.endswith(":") and phrases.CUT_MARKS.fullmatch(look.text.strip(" :")) is None:
        # It announces what follows it: a list of the report's own.
        return False
    truncated = look.text.rstrip().endswith(("...", "…", ".."))
    dated = phrases.DATED_HEADLINE.fullmatch(look.text) is not None
    question = look.text.endswith(("?", "!", "?”", "'", "’"))
    return look.words <= 40 and (not look.ends or truncated or dated or question)


def _judge_run(looks: list[Look], start: int, end: int) -> None:
    run = looks[start:end]
    dated = sum(1 for look in run if _names_outlet_and_date(look.text))
    outlets = sum(1 for look in run if phrases.OUTLET_TAIL.search(look.text))
    linked = sum(1 for look in run if look.block.linked > _LINKED * len(look.text))
    led = start > 0 and phrases.CUT_MARKS.fullmatch(looks[start - 1].text.strip(" :")) is not None
    inner = any(phrases.CUT_MARKS.fullmatch(look.text.strip(" :")) for look in run)
    half = len(run) / 2
    if dated >= max(2, half / 2):
        for look in run:
            if _names_outlet_and_date(look.text) or look.words > 2:
                look.mark("headlines of other articles")
    elif (outlets >= half and len(run) >= 4) or linked > half:
        for look in run:
            if linked > half and look.block.linked <= _LINKED * len(look.text):
                continue
            look.mark("headlines of other articles")
    elif led or inner:
        _mark_after_cut(looks, start, end, led=led)
    elif all(look.words <= _MENU_WORDS for look in run) and not _has_lead(looks, start):
        for look in run:
            look.mark("menu")


def _mark_after_cut(looks: list[Look], start: int, end: int, *, led: bool) -> None:
    """Headlines that follow a line like "Related articles"."""
    after = led
    for look in looks[start:end]:
        if after:
            look.mark("headlines of other articles")
        after = after or phrases.CUT_MARKS.fullmatch(look.text.strip(" :")) is not None


def _has_lead(looks: list[Look], start: int) -> bool:
    return start > 0 and looks[start - 1].text.rstrip().endswith(":")


def _names_outlet_and_date(text: str) -> bool:
    if phrases.DOUBLE_DATE.search(text):
        return True
    match = phrases.DATED_HEADLINE.fullmatch(text)
    return match is not None and phrases.OUTLET_TAIL.search(match.group("head")) is not None


def _mark_captions(looks: list[Look], title: int | None) -> None:
    previous = ""
    for number, look in enumerate(looks):
        twice = number > 0 and look.key == previous != "" and look.words >= _PULL_WORDS
        previous = look.key
        if look.clutter or look.kind not in (SegmentKind.BODY, SegmentKind.HEADING):
            continue
        apart = title not in (number, number - 1)
        if twice and apart and looks[number - 1].kind is SegmentKind.BODY:
            # A picture's caption and its alternative text, one after the other.
            looks[number - 1].kind = SegmentKind.CAPTION
        elif number > 0 and phrases.LONE_CREDIT.fullmatch(looks[number - 1].text):
            looks[number - 1].mark("picture credit")
            if number != title and look.words <= _CAPTION_WORDS and not look.prose:
                look.kind = SegmentKind.CAPTION
        elif look.words <= _NOTE_WORDS and number != title and _is_caption(look):
            look.kind = SegmentKind.CAPTION


def _is_caption(look: Look) -> bool:
    text = look.text
    if phrases.CAPTION_START.match(text):
        return True
    credit = phrases.CREDIT.search(text, max(0, len(text) - _CREDIT_CHARACTERS))
    if credit is not None:
        # Agencies sign paragraphs as well as pictures.
        return look.words <= _CAPTION_WORDS or phrases.PICTURE.search(credit.group()) is not None
    return look.words <= _CAPTION_WORDS and phrases.CAPTION_WORDS.search(text) is not None


def _mark_repetitions(looks: list[Look], title: int | None) -> None:
    """Lines that stand on the page more than once, and pull quotes."""
    keys = [look.key for look in looks]
    whole = "\n".join(keys)
    short = [
        n for n, look in enumerate(looks) if _REPEAT_WORDS <= look.words <= _PULL_WORDS_AT_MOST
    ]
    if len(short) * len(whole) > _COMPARED:
        return
    seen = Counter(keys)
    first: set[str] = set()
    title_key = looks[title].key if title is not None else None
    for number in short:
        look = looks[number]
        if number == title or not look.key:
            continue
        if seen[look.key] > 1 and (look.key in first or look.key == title_key):
            look.mark("repeated line")
        elif title_key and look.words < 30 and look.key.startswith(title_key):
            look.mark("title again")
        elif (
            look.words >= _PULL_WORDS
            and not look.ends
            and whole.count(look.key) > 1
            and (look.kind is SegmentKind.BODY)
            and any(look.key in other.key and other.words > look.words for other in looks)
        ):
            look.mark("pull quote")
        first.add(look.key)


def _mark_comments(looks: list[Look]) -> None:
    """What readers say: after a line that opens the comments, or between their names and dates."""
    total = sum(look.words for look in looks if not look.clutter)
    before = 0
    inside = False
    for number, look in enumerate(looks):
        short = look.words <= phrases.LINE_WORDS
        opens = short and phrases.COMMENTS_BEGIN.fullmatch(look.text.strip()) is not None
        named = short and _comment_head(looks, number)
        # The same words near the top are a link to the comments below.
        if (opens and before >= _COMMENTS_AFTER * total) or (named and before > 0):
            inside = True
        if inside:
            look.mark("comments")
        elif not look.clutter:
            before += look.words


def _comment_head(looks: list[Look], number: int) -> bool:
    """A name that says something, a date line right after it."""
    if phrases.COMMENT_HEAD.fullmatch(looks[number].text) is None or number + 1 == len(looks):
        return False
    return looks[number + 1].reason == "date line"


def _mark_by_vote(looks: list[Look], title: int | None) -> None:
    """What trafilatura leaves out is clutter at the page's edges and when it is short."""
    prose = [look for look in looks if look.prose and not look.clutter]
    voted = [n for n, look in enumerate(looks) if look.block.voted and look.prose]
    covered = sum(looks[n].words for n in voted)
    if not voted or covered < _VOTE_COVERS * sum(look.words for look in prose):
        return
    begin = min(voted[0], title if title is not None else voted[0])
    last = voted[-1]
    broken = False
    for number, look in enumerate(looks):
        if look.clutter:
            broken = broken or number > last
            continue
        if look.block.voted is not False or look.kind is SegmentKind.CAPTION:
            continue
        inside = begin <= number <= last
        if inside and (look.prose or look.kind is not SegmentKind.BODY):
            continue
        broken = broken or (number > last and look.kind is SegmentKind.HEADING)
        if inside:
            if look.block.linked > _LINKED * len(look.text):
                look.mark("a link beside the article")
        elif number < begin or broken or not (look.prose or _follows_lead(looks, number)):
            look.mark("outside the article")


def _follows_lead(looks: list[Look], number: int) -> bool:
    """List items that go on from what a lead-in announced."""
    at = number
    while at >= 0 and looks[at].kind is SegmentKind.LIST_ITEM and not looks[at].clutter:
        at -= 1
    return at >= 0 and looks[at].text.rstrip().endswith(":") and not looks[at].clutter


def _mark_margins(looks: list[Look], title: int | None) -> None:
    """Short lines before the title and after the last paragraph are the page's."""
    core = [
        number
        for number, look in enumerate(looks)
        if look.prose and not look.clutter and look.kind is not SegmentKind.CAPTION
    ]
    if not core:
        return
    for look in looks[: title if title is not None else 0]:
        if look.words < LONG_PROSE_WORDS and look.kind is not SegmentKind.CAPTION:
            look.mark("masthead")
    _mark_tail(looks, _last_told(looks, core[-1]))
    for number in {0, *range(core[-1] - 1, len(looks)), *range(title or 0, core[0] + 2)}:
        look = looks[min(max(number, 0), len(looks) - 1)]
        if look.words <= _NOTE_WORDS and phrases.AUTHOR_NOTE.match(look.text):
            look.mark("author's note")


def _mark_tail(looks: list[Look], last: int) -> None:
    """What follows the last block of the report, as far as it does not go on with it."""
    for number in range(last + 1, len(looks)):
        look = looks[number]
        if look.clutter:
            continue
        caption = look.kind is SegmentKind.CAPTION
        if number == last + 1 and (caption or look.block.row or _reads_on(look)):
            last = number
        elif caption:
            continue
        elif look.words < _PULL_WORDS or not (look.ends or look.words >= PROSE_WORDS * 2):
            look.mark("after the text")


def _reads_on(look: Look) -> bool:
    """A last line that lost its full stop, or a short last sentence: small letters prevail."""
    words = look.text.split()
    if look.ends:
        return look.words >= 3 and look.text.endswith((".", ".”", '."')) and not look.text.isupper()
    small = sum(1 for word in words if word[0].islower())
    return look.words >= PROSE_WORDS and small >= _SMALL_SHARE * look.words


def _last_told(looks: list[Look], last: int) -> int:
    """The last block of the report: list items may go on after the last paragraph."""
    at = last
    lead = last
    while lead + 1 < len(looks) and looks[lead + 1].clutter is False:
        following = looks[lead + 1]
        goes_on = following.kind is SegmentKind.LIST_ITEM and (
            following.ends or looks[at].text.endswith(":") or _follows_lead(looks, lead + 1)
        )
        if not (goes_on or (following.ends and following.words >= _PULL_WORDS)):
            short_lead = (
                following.text.endswith(":")
                and lead + 2 < len(looks)
                and (looks[lead + 2].kind is SegmentKind.LIST_ITEM and not looks[lead + 2].clutter)
            )
            if not short_lead:
                break
        lead += 1
        at = lead
    return at


def _mark_sandwiched(looks: list[Look]) -> None:
    """A short sentence that speaks to the reader among clutter is clutter too."""
    for number, look in enumerate(looks):
        if look.clutter or look.words > 24 or look.kind is SegmentKind.CAPTION:
            continue
        around = looks[max(0, number - 2) : number] + looks[number + 1 : number + 3]
        alone = len(around) > 0 and all(other.clutter for other in around)
        if alone and "“" not in look.text and phrases.ADDRESSED.search(look.text):
            look.mark("plea")


def _announces_words(look: Look) -> bool:
    """A sentence that ends in a colon: a list or somebody's words follow."""
    return look.words > _LEAD_WORDS or phrases.SPEECH.search(look.text) is not None


def _name_headings(looks: list[Look], title: int | None) -> None:
    """Short lines without an end before paragraphs or lists are headings."""
    for number, look in enumerate(looks):
        if number == title and not look.clutter:
            look.kind, look.level = SegmentKind.HEADING, 1
            continue
        if look.kind is not SegmentKind.BODY or look.words > HEADING_WORDS or look.block.row:
            continue
        if look.text.endswith(";") or (look.text.endswith(":") and _announces_words(look)):
            continue
        question = look.text.endswith("?") and look.words <= PROSE_WORDS
        if look.ends and not question:
            continue
        following = next((other for other in looks[number + 1 :] if not other.clutter), None)
        if following is not None and look.text[0] not in "“\"'‘(…" and not look.text.endswith(","):
            look.kind, look.level = SegmentKind.HEADING, max(2, look.level)
