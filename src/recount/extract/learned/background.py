"""Sentences that tell of the past behind the news: what they tell of is another incident.

"Last October two policemen died on the same road" stands beside today's blast in the words
and in the place, so that the heads may join the two; the opening of the sentence tells them
apart.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from recount.extract.learned.openings import Opening, opening_of
from recount.extract.rules.scan import Sentence
from recount.model import Span

_GOES_ON = re.compile(r"(?:that|those|they|it|he|she|at\sthe\stime|then)\b", re.IGNORECASE)
"""How a sentence begins that goes on with what the one before told."""


def background(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the stretches that tell of the past, by the openings of their sentences.

    A report that opens so tells of nothing else, and has none.

    Args:
        text: the text.
        sentences: its sentences, in order.
    """
    told = [one for one in sentences if not one.heading]
    if len(told) == 0 or _opens_past(text, told[0]):
        return ()
    found: list[Span] = []
    for before, sentence in itertools.pairwise(told):
        if _opens_past(text, sentence):
            found.append(Span(sentence.start, sentence.end))
        elif len(found) > 0 and found[-1].end == before.end and _goes_on(text, before, sentence):
            found[-1] = Span(found[-1].start, sentence.end)
    return tuple(found)


def _opens_past(text: str, sentence: Sentence) -> bool:
    return opening_of(text, sentence.start, sentence.end) is Opening.PAST


def _goes_on(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence goes on with what the one before it in its paragraph told."""
    same = before.segment.index == sentence.segment.index
    return same and _GOES_ON.match(text, sentence.start) is not None
