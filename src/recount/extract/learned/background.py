"""Sentences that tell of the past behind the news: what they tell of is another incident.

"Last October two policemen died on the same road" stands beside today's blast in the words
and in the place, so that the heads may join the two; the opening of the sentence tells them
apart.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from recount.extract.rules.scan import Sentence
from recount.model import Span
from recount.resources.grammar.months import MONTH

_OPENER = re.compile(
    r"[“\"‘']?(?:(?:And|But|Only|Also|Just)\s)?(?:"
    rf"(?i:last)\s(?:{MONTH}|spring|summer|autumn|fall|winter|year|month|week)\b(?!['’]s)(?!\s\d)"
    r"|(?:Earlier|Late|Early)\s(?:this|last)\s(?:year|month)\b"
    rf"|In\s(?:(?:early|late|mid)[ -])?{MONTH}\b(?!\s\d{{1,2}},|,?\s(?:of\s)?\d{{4}})"
    r"|(?:A|One|Two|Three|Four|Five|Six|Several|Some|A\sfew)\s(?:weeks?|months?|years?)\s"
    r"(?:ago|earlier|before|previously)\b"
    r"|It\s(?:will|would|may)\sbe\srecalled\b"
    r"|In\s(?:a|another)\s(?:similar|previous|earlier)\s(?:attack|incident|raid|case|ambush|blast)"
    r")"
)
_GOES_ON = re.compile(r"(?:That|Those|They|It|He|She|At\sthe\stime|Then)\b")
"""How a sentence begins that goes on with what the one before told."""


def background(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the stretches that tell of the past, by the openings of their sentences.

    A report that opens so tells of nothing else, and has none.

    Args:
        text: the text.
        sentences: its sentences, in order.
    """
    told = [one for one in sentences if not one.heading]
    found: list[Span] = []
    for before, sentence in itertools.pairwise(told):
        opens = _OPENER.match(text, sentence.start, sentence.end) is not None
        held = len(found) > 0 and found[-1].end == before.end
        same = before.segment.index == sentence.segment.index
        goes_on = held and same and _GOES_ON.match(text, sentence.start) is not None
        if goes_on and not opens:
            found[-1] = Span(found[-1].start, sentence.end)
        elif opens:
            found.append(Span(sentence.start, sentence.end))
    first = told[0] if told else None
    news = first is not None and _OPENER.match(text, first.start, first.end) is None
    return tuple(found) if news else ()
