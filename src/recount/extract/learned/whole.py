"""Words of participants that cut nothing in half: no name, with its "Jr.", no phrase with "of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recount.extract.rules.scan import Sentence
from recount.model import Span
from recount.resources.actors import ActorName

_PART = re.compile(r"[^()\[\]]+")
"""A name, or its short form in brackets beside it: each is whole by itself."""
_OPEN = re.compile(r"\s(?:of|for)(?:\s+(?:the|an?|its|their))?$", re.IGNORECASE)
"""What no phrase ends with: the noun that it needs follows."""
_NEEDED = re.compile(r"\s+(?:(?:the|an?|its|their)\s+)?([^\W\d_][\w'-]*)")
"""The noun that follows."""
_SUFFIX = r"(?:(?:Jr|JR|Sr|SR)\b\.?|(?:II|III|IV)\b)"
_WITH_SUFFIX = re.compile(r",?\s(?:Jr|JR|Sr|SR)\b\.?|\s(?:II|III|IV)\b(?!\s[A-Z][a-z])")
_ONLY_SUFFIX = re.compile(_SUFFIX)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w'’-]+(?=,?\s$)")
_LONGEST = 60
"""Characters in which the name before "Jr." is looked for."""
_EDGE = " \t\n\"'“”‘’"


def whole(text: str, sentence: Sentence, span: Span) -> Span:
    """Return the words of a participant, with the rest of a name or phrase that they cut.

    Args:
        text: the document's text.
        sentence: the one that holds the words.
        span: what the heads found.
    """
    span = with_suffix(text, span)
    for part in _names(text, sentence):
        if part.start < span.end and span.start < part.end:
            span = Span(min(span.start, part.start), max(span.end, part.end))
    if _OPEN.search(text, span.start, span.end) is not None:
        noun = _NEEDED.match(text, span.end, sentence.end)
        span = span if noun is None else Span(span.start, noun.end())
    return span


def with_suffix(text: str, span: Span) -> Span:
    """Return a name with the "Jr." behind it, and a lone "Jr." with the name before it."""
    alone = _ONLY_SUFFIX.match(text, span.start)
    if alone is not None and alone.end() >= span.end:
        name = _NAME_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
        return span if name is None else Span(name.start(), alone.end())
    suffix = _WITH_SUFFIX.match(text, span.end)
    named = text[span.start : span.end].split()[-1:]
    if suffix is None or not (named and named[0][0].isupper()):
        return span
    return Span(span.start, suffix.end())


def lies_in_name(sentence: Sentence, span: Span) -> bool:
    """Whether the words are a group's name or lie in one: no individuals, then."""
    return any(one.start <= span.start and span.end <= one.end for one in _named(sentence))


def _named(sentence: Sentence) -> Iterator[ActorName]:
    return (actor for actor in sentence.actors if not actor.generic)


def _names(text: str, sentence: Sentence) -> Iterator[Span]:
    """Yield the names of groups in a sentence, short forms in brackets by themselves."""
    for actor in _named(sentence):
        for part in _PART.finditer(text, actor.start, actor.end):
            words = part.group()
            start = part.start() + len(words) - len(words.lstrip(_EDGE))
            end = part.end() - (len(words) - len(words.rstrip(_EDGE)))
            if start < end:
                yield Span(start, end)
