"""People told by their number: "four men were hurt ... a fifth man was found later"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import CountValue, Property, Qualifier, Span
from recount.resolve.deadly import is_deadly
from recount.resolve.drafts import Draft, with_primary
from recount.resolve.sums import context_spans, sum_of

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
FIRST = 2
"""The number of the first of these."""
ONE_OF_THEM = (
    r"(?:person|victims?|man|woman|boy|girl|teen|teenager|child|juvenile|youth|officer|student|"
    r"soldier|policeman|guard|civilian|bystander|peacekeeper|protester|demonstrator|marine|trooper|"
    r"ranger|worker|journalist|villager|farmer|priest|nun|nurse|doctor|teacher|hostage|passenger|"
    r"worshipper|resident|migrant|prisoner|inmate|detainee|fighter|militant|rebel)"
)
"""Nouns of one of several who were hit ("a third man"; "the third wife" is none)."""
_ORDINAL = re.compile(
    rf"(?:an?|the)\s+(?P<number>{'|'.join(ORDINALS)})\s+(?:(?-i:[a-z])[\w-]*\s+){{0,3}}?"
    rf"{ONE_OF_THEM}\b"
    r"(?!\s+to be\b|\s+(?:in|of)\s+(?:[\w ]+\s+)?(?:this|the)\s+(?:year|week|month)\b)",
    re.IGNORECASE,
)


_HAS_DIED = re.compile(
    r"(?:\s+\w+){0,2}?(?:\s+(?:of|from|in)\s+(?:[\w-]+\s+){0,3}?[\w-]+)?\s+"
    r"(?:(?:has|have)\s+(?:\w+\s+)?died|dies|died(?=\s+(?:on\s+\w+day\s+)?(?:of|from)\b))\b",
    re.IGNORECASE,
)
"""Words after somebody who died of what others died of ("a second man has now died")."""
_OF_DEED = re.compile(
    r"\s+(?:on\s+)?(?:\w+day\s+)?(?:from|of|after|following|as a result of)\b[^.\n]{0,40}\b"
    r"(?:shooting|stabbing|attack|bombing|blast|explosion|ambush|raid|clash|strike|shelling|wounds|injuries)\b",
    re.IGNORECASE,
)
"""Words for what somebody died of, behind the verb ("has died after the ambush")."""
_DIES = re.compile(
    r"(?P<of>(?:\s+(?:of|from|in)\s+[\w-]+(?:\s+\w+)?)?)\s+dies\b"
    r"(?!\s+(?:this|of\s+(?!wounds|injuries)))(?P<rest>[^.\n]*)",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:shooting|stabbing|attacks?|bomb\w*|blast|explosion|ambush|raid|clash\w*|fire|strike|"
    r"murder-suicide|wounds|injuries|crash)\b",
    re.IGNORECASE,
)
"""The end of a headline that says of what somebody died."""
_NTH = re.compile(
    rf"(?:(?:an?|the)\s+)?(?P<number>{'|'.join(ORDINALS)}|2nd|3rd|[4-9]th)\s+{ONE_OF_THEM}",
    re.IGNORECASE,
)
"""Somebody told by his number in a headline ("5th person dies")."""


def with_ordinal(text: str, drafts: list[Draft], people: Sequence[Span]) -> list[Draft]:
    """Return the counts of one kind, the main one with somebody who is told as one more.

    All who were hit must be of this kind: a second man may be hurt where the first one died.

    Args:
        text: the text.
        drafts: the counts.
        people: the words of all people of this kind.
    """
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None or not isinstance(main.value, CountValue) or main.value.value is None:
        return drafts
    number = main.value.value
    if number == 1 and len(main.extra) == 0:
        told = _as_told(text, drafts, main, people)
        if told is not drafts:
            return told
    one_more = next((s for s in people if _is_one_more(text, s, main.span, number)), None)
    if one_more is None or len(main.extra) > 0:
        return drafts
    one = CountValue(1, 1, 1, Qualifier.EXACT)
    whole = replace(
        main,
        value=replace(sum_of([main.value, one]), who=main.value.who),
        method="resolve.quantity.ordinal.v1",
        confidence=0.7,
        extra=context_spans([one_more]),
        reasons=(*main.reasons, "and one more by his number"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _as_told(text: str, drafts: list[Draft], main: Draft, people: Sequence[Span]) -> list[Draft]:
    """Return the counts, a sole person who is told as the second or third with those before."""
    number = number_of(text, main.span)
    headed = _NTH.fullmatch(text, main.span.start, main.span.end)
    dies = _DIES.match(text, main.span.end)
    of_it = dies is not None and _DEED.search(dies["of"] + dies["rest"]) is not None
    if headed is not None and main.prop is Property.KILLED and of_it:
        return _with_those_before(drafts, main, _value(headed["number"]))
    died = _HAS_DIED.match(text, main.span.end)
    died_too = main.prop is Property.KILLED and died is not None
    of_deed = died is not None and (
        _OF_DEED.match(text, died.end()) is not None or _DEED.search(died.group()) is not None
    )
    if not any(span.end <= main.span.start for span in people) and not (died_too and of_deed):
        return drafts  # nobody is told before
    hurt_too = main.prop is Property.WOUNDED and not is_deadly(text)  # else the others may be dead
    if number is None or not (died_too or hurt_too):
        return drafts
    return _with_those_before(drafts, main, number)


def _with_those_before(drafts: list[Draft], main: Draft, number: int) -> list[Draft]:
    whole = replace(
        main,
        value=CountValue(number, number, number, Qualifier.EXACT),
        method="resolve.quantity.ordinal.v1",
        confidence=0.6,
        reasons=(*main.reasons, "those before are told by his number"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
"""In words for those beside somebody who may be told before them ("that killed three others")."""


def _is_one_more(text: str, span: Span, counted: Span, number: int) -> bool:
    after = span.start >= counted.end or _OTHERS.search(counted.of(text)) is not None
    return after and number_of(text, span) == number + 1


def number_of(text: str, span: Span) -> int | None:
    """Return which of several a person is told to be ("a fifth man"), if words say so."""
    told = _ORDINAL.match(text, span.start)
    return None if told is None else _value(told["number"])


def _value(word: str) -> int:
    low = word.lower()
    return int(low[0]) if low[0].isdecimal() else ORDINALS.index(low) + FIRST
