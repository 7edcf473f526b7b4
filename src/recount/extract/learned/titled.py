"""What a title tells where nothing under it gives an account.

Records of pages often hold a notice in place of the report ("we have sent you an e-mail"), and
briefs repeat in no sentence the day and place that the title ties to the deed. Such a title is
all that tells of the incident, so less has to speak for it than in a text that tells more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.learned.fuse import Found, of_many
from recount.extract.learned.settings import Decoding
from recount.extract.learned.words import Page
from recount.extract.rules.scan import Scan, Sentence
from recount.model import Account, LinkRole, Realis, Span
from recount.resources.plain_words import line_key

LEAST = 0.3
"""Least confidence of an account of the heads that only a title tells of."""
TRIGGER = 0.3
"""Least chance of a trigger in a title that is read alone."""

_FACTS = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
_HARMED = frozenset({LinkRole.VICTIM, *(LinkRole(tag) for tag in COUNT_TAGS)})
_TYING = _HARMED | {LinkRole.DATE, LinkRole.PLACE}


def titled(page: Page, found: Sequence[Found], many: Sequence[Span]) -> tuple[Account, ...]:
    """Return the one account that the title tells of, if it tells of any.

    Args:
        page: a text of which nothing else gives an account.
        found: accounts of the heads, none of which is sure by itself.
        many: words that tell of several incidents at once.
    """
    title = _title(page)
    if title is None:
        return ()
    told = [
        one.account
        for one in found
        if one.account.realis in _FACTS
        and one.account.confidence >= LEAST
        and not of_many(one.account, many)
        and _tells_of(title, one.account)
        and _is_tied(title, one.account)
    ]
    return (max(told, key=lambda a: (a.confidence, -a.triggers[0].start)),) if told else ()


def title_alone(scan: Scan) -> Scan | None:
    """Return the scan with the title only, if the text has one and more.

    The encoder looks at words around, so that a notice under a title keeps it from being read.
    """
    title = _title_of(scan)
    if title is None or len(scan.sentences) < 2:  # else it was read alone before
        return None
    return replace(scan, sentences=(title,))


def title_decoding(decoding: Decoding) -> Decoding:
    """Return the thresholds for a title that is all that tells of an incident."""
    return replace(decoding, tags={**decoding.tags, "trigger": TRIGGER}, alone=LEAST)


def _title(page: Page) -> Sentence | None:
    return _title_of(page.scan)


def _title_of(scan: Scan) -> Sentence | None:
    """Return the sentence that the title is, where the text is read from its beginning."""
    sentences, given = scan.sentences, scan.document.title
    if given is None or len(sentences) == 0 or sentences[0].index > 0:
        return None
    key = line_key(given)
    return next((s for s in sentences if s.heading and _same(key, line_key(_words(scan, s)))), None)


def _words(scan: Scan, sentence: Sentence) -> str:
    segment = sentence.segment
    return scan.text[segment.start : segment.end]


def _same(title: str, heading: str) -> bool:
    """Whether a heading is the title; the name of an outlet may hang on to either."""
    short, long = sorted((title, heading), key=len)
    return len(short) > 0 and long.startswith(short)


def _tells_of(title: Sentence, account: Account) -> bool:
    """Whether the title names the deed, or somebody whom it hit."""
    words = [*account.triggers, *(k.mention for k in account.links if k.role in _HARMED)]
    return any(_within(title, w.span) for w in words)


def _is_tied(title: Sentence, account: Account) -> bool:
    """Whether a day, a place or somebody harmed is told with it, be it elsewhere in the text."""
    named = any(not place.nested for place in title.places)
    return named or len(title.effects) > 0 or any(k.role in _TYING for k in account.links)


def _within(title: Sentence, span: Span) -> bool:
    return title.start <= span.start and span.end <= title.end
