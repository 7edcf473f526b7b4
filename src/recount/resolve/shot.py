"""Who "was shot" in a report that tells of no death: who was shot was wounded.

"Shot" by itself leaves open who died, so that nothing marks it as a wound. Where a whole report
has no word of death, those who were shot lived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recount.model import Account, Link, LinkRole, Mention, MentionRole, Span
from recount.resolve.context import Context
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.words import number_words

_BODY = (
    r"(?:head|face|neck|chest|back|arms?|legs?|foot|feet|hands?|shoulder|stomach|abdomen|thighs?|"
    r"knees?|hip|torso|buttocks?|side|wrist|ankle|elbow|calf|jaw|ear|eye|groin|body)"
)
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|another|his|her)"

_MORE = (r"[\w]+[- ](?:years?|yr|months?)[- ]olds?", "co-?workers?", "other", "in-law")


@cache
def _was_shot() -> re.Pattern[str]:
    """Match people whom a clause tells as shot: before a passive, or between verb and wound."""
    people = (QuantityKind.PEOPLE, QuantityKind.FIGHTERS)
    nouns = sorted(n for n, form in number_words().nouns.items() if form.kind in people)
    person = "|".join([*map(re.escape, nouns), *_MORE])
    someone = rf"{_NUMBER}\s+(?:[\w-]+\s+){{0,3}}?(?:{person})"
    return re.compile(
        rf"\b(?P<hit>{someone})(?:,\s(?:aged? )?\d{{1,3}},)?\s+(?:who\s+)?"
        r"(?:was|were|has been|have been|had been)\s+(?:(?:also|accidentally|reportedly)\s+)?"
        r"(?:shot|stabbed)\b(?!\s+(?:at|down|dead|and killed|to death)\b)|"
        rf"\b(?:shot|shoots|shooting|stabbed|stabbing|hit|struck)\s+(?P<aimed>{someone})\s+"
        rf"(?:(?:once|twice|\w+ times)\s+)?in\s+(?:the|both|his|her)\s+(?:[\w-]+\s+)?{_BODY}\b|"
        rf"\b(?P<own>{someone})(?:,\s(?:aged? )?\d{{1,3}},)?\s+"
        r"(?:[^.;\n]{0,60}?\b(?:who|after|when)\s+(?:(?:he|she)\s+)?)?"
        r"(?:(?:accidentally|reportedly|apparently|had|has)\s+){0,2}(?:shot|shoots|shooting)\s+"
        r"(?:him|her)self\b|"
        rf"\b(?P<with>{someone})\s+(?:with|suffering(?: from)?)\s+(?:[\w-]+\s+){{0,3}}?"
        r"(?:gunshot|stab|bullet)\s+wounds?\b",
        re.IGNORECASE,
    )


def shot_people(context: Context, account: Account, *, several: bool) -> Iterator[Link]:
    """Yield those whom the sentences of an account tell as shot, as links to wounded.

    The first sentence that tells of any counts: later ones tell of the same people again.

    Args:
        context: the document, which tells of no death.
        account: the account.
        several: whether only a number of several people counts ("eight people were shot"),
            which is a whole beside whoever else is told as hurt.
    """
    told = sorted({context.sentence_of(t.start) for t in account.triggers})
    for at in told:
        sentence = context.sentences[at] if at >= 0 else Span(0, 0)
        found = [
            Span(*match.span(name))
            for match in _was_shot().finditer(context.text, sentence.start, sentence.end)
            for name in ("hit", "aimed", "own", "with")
            if match[name] is not None
            and not (several and _ONE.match(match[name]))
            and _FIRST_SAID.search(context.text, sentence.start, match.start()) is None
        ]
        for span in found:
            mention = Mention(span.start, span.end, MentionRole.QUANTITY)
            yield Link(LinkRole.WOUNDED, mention, confidence=_SURE)
        if len(found) > 0:
            return


_FIRST_SAID = re.compile(
    r"\b(?:(?:originally|initially|previously|earlier|at first|first)\s+(?:\w+ )?"
    r"(?:said|reported|believed|thought|told)|(?:initial|early|earlier) reports?)\b",
    re.IGNORECASE,
)
"""Words before a number that was given up later."""
_ONE = re.compile(r"(?:an?|one|1|another|his|her)\b", re.IGNORECASE)
_SURE = 0.6
"""Confidence that who was shot was wounded."""
