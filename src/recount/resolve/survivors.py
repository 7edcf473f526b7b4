"""Wounded by what is left of all who were hit: "four were shot, one fatally" leaves three.

News of a shooting often counts all who were hit, and only then tells who of them died. Where
nobody counts the wounded, or they are told one by one, they are those who are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recount.model import Account, CountValue, Property, Qualifier, Span
from recount.resolve.context import Context
from recount.resolve.drafts import Draft, voice_of, with_primary
from recount.resolve.ordinal import FIRST, ONE_OF_THEM, ORDINALS
from recount.resolve.shot import FIRST_SAID
from recount.resolve.sums import context_spans
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.words import number_words

_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = ORDINALS[1:]
"""From "third" on: who is told as the second is told beside the first."""
_TIMES = ("double", "triple", "quadruple", "quintuple", "sextuple")
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|[2-9]|[1-9]\d)"
_SEVERAL_DEEDS = re.compile(
    r"\b(?:shootings|stabbings|attacks|incidents|separate|homicides|so far|(?:this|last) year|"
    r"of the year|in \d{4}|weekend|overnight|(?:night|day|week|month)s?\s+of|since|spree|"
    r"\d+[- ]hours?|crash|wreck|collision)\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts those hit in more than one incident, or by none."""
_BETWEEN = (
    r"(?:(?!(?:others?|an?|the|years?|months?|weeks?|days?|hours?|minutes?|times|after|before|in|on|"
    r"at|as|and|or|by|of|for|from|when|while|who)\b)[a-z][\w-]*\s+)"
)
"""A word between a number and the people that it counts."""
_HARM = (
    r"\b(?:shot|stabbed|wound\w*|injur\w*|hurt|hit|struck|graz\w+|died|dead|killed|surviv\w*|"
    r"hospital\w*|recover\w*|condition)\b"
)
_NO_OBJECT = (
    r"(?=\s*(?:[.,;:)–—-]|$)|\s+(?:in|at|on|outside|inside|near|during|after|by|from|over|overnight|"
    r"early|late|with|while|when|as|\w+day|last|this)\b)"
)
"""What may follow "shot" where nobody stands whom those before it shot."""
_OPEN = frozenset({"person", "persons", "one", "parts"})
"""Methods that count people told one by one, or parts alone: who else was hit stays open."""


@cache
def _all_hit() -> re.Pattern[str]:
    """Match numbers of all who were hit, whatever became of them."""
    people = (QuantityKind.PEOPLE, QuantityKind.FIGHTERS)
    named = {n for n, form in number_words().nouns.items() if form.kind in people}
    noun = rf"(?:{'|'.join(map(re.escape, sorted(named - {'other', 'others'})))})"
    were = r"(?:were|are|have been|had been|got)\s+(?:(?:all|also|reportedly)\s+)?"
    shot = (
        r"(?:shot|stabbed|struck by (?:gunfire|bullets))\b"
        r"(?!\s+(?:down|dead|and killed|to death|fired|(?:him|her|them)sel))"
        r"(?!\s+at\s*(?:[.,;]|\b(?:by|while|when|as|and|but|from|several|multiple)\b))"
    )
    # "Nine shot in Osset", but not "two guards shot a man": without "were" it may be the doers.
    hit = rf"(?:{were}{shot}|{shot}{_NO_OBJECT})"
    return re.compile(
        rf"(?<!aged )(?<!age )\b(?P<shot>{_NUMBER})(?!\s+y/?o\b)"
        rf"(?:\s+{_BETWEEN}{{0,2}}?{noun})?\s+{hit}|"
        rf"\b(?P<doing>{_NUMBER})\s+{noun}\s+[a-z]+ing\s+(?:[\w’'-]+\s+){{1,7}}?{were}{shot}|"
        rf"\b(?P<with>{_NUMBER})\s+(?:{_BETWEEN}{{0,2}}?{noun}\s+)(?:(?:who\s+were\s+)?suffering\s+(?:from\s+)?|"
        rf"with\s+)(?:[\w-]+\s+){{0,2}}?(?:gunshot|stab|bullet)\s+wounds\b|"
        rf"\b(?P<others>{_NUMBER})\s+others?\s+(?:{_BETWEEN}{{0,1}}?{noun}\s+)?{hit}|"
        rf"\b(?:shot|shooting|stabbing)\s+(?P<aimed>{_NUMBER})\s+{_BETWEEN}{{0,2}}?{noun}\b|"
        rf"\b(?P<times>{'|'.join(_TIMES)})\s+(?:shooting|stabbing)\b|"
        rf"\b(?P<of>{_NUMBER})\s+(?:shooting\s+|stabbing\s+|gunshot\s+)?victims\b|"
        rf"\b(?:an?|the)\s+(?P<nth>{'|'.join(_ORDINALS)}|[4-9]th)\s+(?:\w+\s+)?{ONE_OF_THEM}\b"
        rf"(?=(?:,[^,.;]*,)?(?:\s+\w+){{0,4}}?\s+{_HARM})",
        re.IGNORECASE,
    )


_SHOT_DEAD = re.compile(
    r"\b(?:was|were) among (?:the dead|those (?:killed|who died))|\btheir bodies\b", re.IGNORECASE
)
"""Words of a report by which people who "were shot" were shot dead."""


@lru_cache(maxsize=8)
def _were_shot_dead(text: str) -> bool:
    return _SHOT_DEAD.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Hit:
    """A number of all who were hit, and its words."""

    number: int
    span: Span
    whole: bool
    """Whether it is the number itself, and not only that of one of them."""


def with_survivors(
    context: Context,
    account: Account,
    wounded: list[Draft],
    killed: Sequence[Draft],
    *,
    deadly: bool,
) -> list[Draft]:
    """Return the counts of wounded, with those who are left of all who were hit as the main one.

    Args:
        context: the document.
        account: the account.
        wounded: its counts of wounded.
        killed: its counts of dead.
        deadly: whether the document tells of death; then only a count of dead says of whom.
    """
    if _were_shot_dead(context.text):
        return wounded  # those who "were shot" are among the dead
    dead = next((d for d in killed if d.primary), None)
    died = 0 if dead is None and not deadly else _number(dead)
    main = next((d for d in wounded if d.primary), None)
    lived = dead is None and not deadly  # then all who were hit are wounded, whoever counts fewer
    of_them = _died_of_them(context, main, dead)
    if died is None or not (lived or of_them or _leaves_open(main)):
        return wounded
    spans = [d.span for d in (*wounded, *killed)]
    hit = max(_told(context, account, spans, died), key=lambda h: (h.number, h.whole), default=None)
    if hit is None or hit.number <= died:
        return wounded
    left = hit.number - died
    told = _number(main) or 0
    vague = main is not None and isinstance(main.value, CountValue) and main.value.value is None
    fewer = left < told and not of_them
    if left == told or (fewer and (vague or not hit.whole or not _leaves_open(main))):
        return wounded
    draft = Draft(
        Property.WOUNDED,
        CountValue(left, left, left, Qualifier.EXACT, None),
        hit.span,
        voice_of(context, None),
        "resolve.quantity.survivors.v1",
        0.6,
        extra=() if dead is None else context_spans([dead.span]),
        reasons=(f"{hit.number} were hit, of whom {died} died",),
    )
    return [with_primary(draft, primary=True), *(with_primary(d, primary=False) for d in wounded)]


def _died_of_them(context: Context, main: Draft | None, dead: Draft | None) -> bool:
    """Whether the dead are told behind all with wounds, as some of them ("one of the victims")."""
    if main is None or dead is None or dead.span.start < main.span.end:
        return False
    around = context.text[main.span.start : main.span.end + _WOUNDS_WITHIN]
    some = _SOME_OF_THEM.match(context.text, dead.span.start) is not None
    return some and _WITH_WOUNDS.search(around) is not None


_WOUNDS_WITHIN = 40
_WITH_WOUNDS = re.compile(
    r"\b(?:suffering|with)\s+(?:from\s+)?(?:[\w-]+\s+){0,2}?(?:gunshot|stab|bullet)\s+wounds\b",
    re.IGNORECASE,
)
_SOME_OF_THEM = re.compile(
    rf"(?:one|{'|'.join(_NUMBERS)})\s+of\s+(?:them\b|the\s+(?:victims|men|women|people|wounded|teens))",
    re.IGNORECASE,
)


def _leaves_open(main: Draft | None) -> bool:
    """Whether nobody counts the wounded: they are told one by one, or by a word for several."""
    if main is None or not isinstance(main.value, CountValue) or main.value.value is None:
        return True
    return not _OPEN.isdisjoint(main.method.split("."))


def _number(draft: Draft | None) -> int | None:
    if draft is None or not isinstance(draft.value, CountValue):
        return None
    return draft.value.value if draft.value.value is not None else draft.value.low


def _told(context: Context, account: Account, spans: Sequence[Span], died: int) -> Iterator[_Hit]:
    """Yield the numbers of all who were hit in the sentences of the account's deed and counts."""
    starts = {*(t.start for t in account.triggers), *(span.start for span in spans)}
    for at in sorted({context.sentence_of(start) for start in starts}):
        if at < 0:
            continue
        sentence = context.sentences[at]
        low = sentence.of(context.text).lower()
        if not any(cue in low for cue in _CUES):
            continue  # looking for a word first is far quicker
        if _SEVERAL_DEEDS.search(context.text, sentence.start, sentence.end) is not None:
            continue
        for match in _all_hit().finditer(context.text, sentence.start, sentence.end):
            name = str(match.lastgroup)
            if FIRST_SAID.search(context.text, sentence.start, match.start()) is not None:
                continue
            # Others than the dead: beside somebody hurt, "two others" are counted with him.
            more = died if name == "others" else 0
            if name != "others" or died > 0:
                yield _Hit(_value(match[name]) + more, Span(*match.span()), whole=name != "nth")


_CUES = ("shot", "stab", "struck", "shooting", "victims", "th ", *_ORDINALS)
"""Pieces of words without which nothing tells how many were hit."""


def _value(word: str) -> int:
    """Return the number that a word means.

    >>> [_value(word) for word in ("4", "Four", "quadruple", "fourth", "4th")]
    [4, 4, 4, 4, 4]
    """
    low = word.lower().removesuffix("th") if word[0].isdigit() else word.lower()
    if low.isdecimal():
        return int(low)
    lists = ((_NUMBERS, 2), (_TIMES, 2), (_ORDINALS, FIRST + 1))
    return next(words.index(low) + first for words, first in lists if low in words)
