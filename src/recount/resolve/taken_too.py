"""Others who were taken besides somebody told before: "a guide was held; two others, too"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recount.model import Account, CountValue, Span
from recount.resolve.context import Context
from recount.resolve.drafts import Draft
from recount.resolve.sums import with_told_before
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, TWO_TO_TEN
from recount.resources.grammar.words import person_nouns

_TAKEN = r"(?:re-?)?arrested|detained|captured|apprehended|seized"
_MORE = re.compile(r"\b(?:additional|others?|another|further|more(?!\s+than\b))\b", re.IGNORECASE)
"""Words of a figure that leave out those told before it."""
_ALSO_BEFORE = re.compile(
    rf"\balso\s+(?:{_TAKEN}|taken|took|held)\s+(?:\w+\s+){{0,2}}$|"
    r"\b(?:along with|together with|as well as|in addition to)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ALSO_BEHIND = re.compile(
    rf"\s+(?:(?:was|were)\s+also|(?:has|have|had)\s+also\s+been)\s+(?:{_TAKEN}|taken|held)\b",
    re.IGNORECASE,
)
_HE_AND = re.compile(r"\b(?P<who>he|she)\s+and\s+$", re.IGNORECASE)
"""A pronoun that one verb joins to a figure ("she and two guards were held")."""
_LOOK_BACK = 60
_REACH = 40
_ONE_OF_HIS = re.compile(r"\s+of\s+(?:his|her|their|the)\s+[\w-]+", re.IGNORECASE)
"""What may stand between a figure and its verb ("three of his aides were also held")."""
METHOD = "resolve.quantity.taken_too.v1"


@cache
def _object() -> re.Pattern[str]:
    """Match the one object of a verb of taking: a person with an article, or a number of them."""
    person = "|".join(map(re.escape, person_nouns()))
    return re.compile(
        r"(?:\s+of)?\s+(?P<who>(?:(?P<one>an?|one|the)|"
        rf"(?P<number>{SMALL_NUMBERS}))\s+(?:\(?[\w’'-]+\)?\s+){{0,7}}?(?:{person})s?)\b"
        r"(?!\s*(?:,|and\b|along\b|together\b|as well\b|force|patrol|team|unit|commander))",
        re.IGNORECASE,
    )


def with_taken_too(
    context: Context, account: Account, drafts: list[Draft], people: Sequence[Span]
) -> list[Draft]:
    """Return the counts of the taken, a main one of others with those told before it.

    Args:
        context: the document.
        account: the account.
        drafts: the counts.
        people: one telling of each person of this kind told singly.
    """
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None or not isinstance(main.value, CountValue) or len(main.extra) > 0:
        return drafts
    pronoun = _HE_AND.search(context.text, max(0, main.span.start - _REACH), main.span.start)
    if pronoun is None and not leaves_out(context.text, main.span):
        return drafts
    before = [(span, 1) for span in people if span.end <= main.span.start]
    if pronoun is not None:
        before = [(Span(*pronoun.span("who")), 1)]
    if len(before) == 0:
        before = list(_objects(context, account, main.span, drafts))[:1]
    if len(before) == 0:
        return drafts
    return with_told_before(drafts, main, before, METHOD)


def leaves_out(text: str, span: Span) -> bool:
    """Return whether a figure's words, or those beside it, leave out who was told before."""
    more = _MORE.search(text, span.start, span.end)
    if more is not None:  # in "a guide and two others" the others are counted with the guide
        return re.search(r"\band\b|,", text[span.start : more.start()]) is None
    if _ALSO_BEFORE.search(text[max(0, span.start - _LOOK_BACK) : span.start]) is not None:
        return True
    of_his = _ONE_OF_HIS.match(text, span.end, span.end + _REACH)
    end = span.end if of_his is None else of_his.end()
    return _ALSO_BEHIND.match(text, end, end + _REACH) is not None


def _objects(
    context: Context, account: Account, main: Span, drafts: Sequence[Draft]
) -> Iterator[tuple[Span, int]]:
    """Yield whom the account's own verbs took in a sentence before, and how many."""
    first = context.sentence_of(main.start)
    for trigger in sorted(account.triggers, key=lambda t: t.start):
        words = context.text[trigger.start : trigger.end]
        if context.sentence_of(trigger.start) >= first or _VERB.fullmatch(words) is None:
            continue
        found = _object().match(context.text, trigger.end)
        if found is None:
            continue
        span = Span(*found.span("who"))
        if not any(draft.span.overlaps(span) for draft in drafts):
            number = found["number"]
            yield span, 1 if number is None else TWO_TO_TEN.index(number.lower()) + 2


_VERB = re.compile(
    r"(?:the\s+)?(?:arrest(?:ed)?|captured?|detained|detention|apprehended)", re.IGNORECASE
)
