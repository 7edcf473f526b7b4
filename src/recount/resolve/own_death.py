"""The death of whoever did it, where the figure of the dead leaves it out.

"Killed two clerks before killing himself" counts three dead; "three dead, including the
gunman" counts him already, and so does "three people were found dead".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.model import Account, CountValue, LinkRole, Property, Qualifier, Span
from recount.resolve.context import Context
from recount.resolve.drafts import Draft, voice_of, with_primary
from recount.resolve.sums import context_spans, sum_of

_OWN = re.compile(
    r"\b(?P<verb>kill(?:ed|s|ing)|fatally (?:shot|shooting|wounded|wounding)|shot and killed|"
    r"shoot(?:ing|s) and kill(?:ing|s)|shot dead|hanged|blew up|blowing up)\s+"
    r"(?P<self>(?:him|her|my)self|themselves)\b"
    r"|\b(?:took|takes|taking|taken)\s+(?P<life>(?:his|her) own li(?:fe|ves))\b"
    r"|\b(?:committed|commits|committing|died by)\s+(?P<suicide>suicide)\b",
    re.IGNORECASE,
)
"""Words that say that who did it killed himself, too."""
_UNREAL = re.compile(
    r"\b(?:try|tried|trying|attempt\w*|threat\w*|plan\w*|want\w*|intend\w*|going to|about to|may|"
    r"might|could|would|did not|didn['’]t|not|if|before he could|before she could|whether)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:includ\w+|among|counting|as well as|along with)\b", re.IGNORECASE)
_BEFORE = 60
"""Characters before the words in which something may say that it did not happen."""
_ANYBODY = re.compile(
    r"\b(?:people|persons?|dead|deaths?|bodies|fatalities|lives|men and women)\W*$|"
    r"^\W*(?:(?:at least|about|some|all)\s+)?(?:\d+|[a-z]+)\W*$",
    re.IGNORECASE,
)
"""Words of a figure that leave open who is counted."""


def with_own_death(context: Context, account: Account, drafts: list[Draft]) -> list[Draft]:
    """Return counts of dead with that of who did it in the main one, where it is left out."""
    deaths = _own_deaths(context, account)
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None:
        return drafts if len(drafts) > 0 or len(deaths) == 0 else [_own_death(context, deaths[0])]
    spans = [draft.span for draft in drafts]
    if any(_DOER.search(span.of(context.text)) is not None for span in spans):
        return drafts
    if not isinstance(main.value, CountValue):
        return drafts
    one_by_one = ".person" in main.method or main.value.value == 1
    death = None
    if len(deaths) > 0:
        death = _adds_to(context, main.span, deaths, person=one_by_one)
    if death is None and one_by_one:
        death = _murder_suicide(context, main.span)
    if death is None:
        return drafts
    one = CountValue(1, 1, 1, Qualifier.EXACT)
    whole = replace(
        main,
        value=replace(sum_of([main.value, one]), who=main.value.who),
        method="resolve.quantity.own_death.v1",
        confidence=0.7,
        extra=(*main.extra, *context_spans([death])),
        reasons=(*main.reasons, "and whoever did it"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _own_death(context: Context, words: Span) -> Draft:
    value = CountValue(1, 1, 1, Qualifier.EXACT, words.of(context.text))
    voice = voice_of(context, None)
    return Draft(
        Property.KILLED, value, words, voice, "resolve.quantity.person.v1", 0.7, primary=True
    )


_DOER = re.compile(
    r"\b(?:gunm[ae]n|shooters?|suspects?|attackers?|assailants?|bombers?|perpetrators?|killers?|"
    r"himself|herself|themselves)\b",
    re.IGNORECASE,
)
"""Words for those who did it."""


def _own_deaths(context: Context, account: Account) -> tuple[Span, ...]:
    """Return the words by which an account tells that who did it killed himself.

    Only sentences that tell of the incident are looked at.
    """
    found = []
    for sentence in _sentences(context, account):
        for match in _OWN.finditer(context.text, sentence.start, sentence.end):
            before = context.text[max(sentence.start, match.start() - _BEFORE) : match.start()]
            if _UNREAL.search(before) is None:
                name = next(n for n in ("self", "life", "suicide") if match[n] is not None)
                found.append(Span(*match.span(name)))
    return tuple(found)


def _sentences(context: Context, account: Account) -> Iterator[Span]:
    roles = (LinkRole.KILLED, LinkRole.WOUNDED, LinkRole.PERPETRATOR)
    told = [trigger.start for trigger in account.triggers]
    told += [link.mention.start for link in account.links if link.role in roles]
    for at in sorted({context.sentence_of(start) for start in told}):
        if at >= 0:
            yield context.sentences[at]


def _adds_to(
    context: Context, figure: Span, deaths: Sequence[Span], *, person: bool
) -> Span | None:
    """Return the doer's death that a figure of dead does not count, if there is one.

    A figure of a kind of people leaves the doer out; one of "people" only where the same
    sentence tells first of them and then of him. Somebody told singly (``person``) may be the
    doer himself, unless he stands after the verb.
    """
    words = figure.of(context.text)
    if person and not _is_killed_by(context, figure):
        return None
    here = context.sentence_of(figure.start)
    told = context.sentence_text(figure.start)
    if _WITH.search(told) is not None:
        return None
    if _ANYBODY.search(words) is None:
        return deaths[0]
    return next(
        (d for d in deaths if context.sentence_of(d.start) == here and d.start > figure.end), None
    )


_MURDER_SUICIDE = re.compile(
    r"(?:,[^,.;\n]{0,40},)?\s+(?:(?:was|is|has been)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|slain|murdered|shot(?: and killed| dead| to death)|stabbed(?: to death)?|"
    r"dies|died)\b"
    r"[^.;\n]{0,50}\b(?:in|of|during)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?P<deed>(?:murder|homicide)[-–\s]+suicide)\b",
    re.IGNORECASE,
)


def _murder_suicide(context: Context, figure: Span) -> Span | None:
    """Return the words that tell of the doer's death beside one victim's, if any do."""
    found = _MURDER_SUICIDE.match(context.text, figure.end)
    return None if found is None else Span(*found.span("deed"))


_VERB = re.compile(
    r"\b(?:kill(?:ed|s|ing)|murder(?:ed|s|ing)|shot (?:and killed|dead)|"
    r"(?:fatally|mortally) \w+|behead\w+|strangl\w+)\s+$",
    re.IGNORECASE,
)


def _is_killed_by(context: Context, figure: Span) -> bool:
    before = context.text[max(0, figure.start - _BEFORE) : figure.start]
    return _VERB.search(before) is not None
