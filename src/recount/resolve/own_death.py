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
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, small_number

_OWN = re.compile(
    r"\b(?P<verb>kill(?:ed|s|ing)|fatally (?:shot|shooting|wounded|wounding)|shot and killed|"
    r"shoot(?:ing|s) and kill(?:ing|s)|shot dead|hanged|blew up|blowing up)\s+"
    r"(?P<self>(?:him|her|my)self|themselves)\b"
    r"|\b(?:took|takes|taking|taken)\s+(?P<life>(?:his|her) own li(?:fe|ves))\b"
    r"|\b(?:committed|commits|committing|died by)\s+(?P<suicide>suicide)\b"
    r"|\bturn(?:ed|s|ing)\s+(?:the|his|her|a|that)\s+(?:\w+\s+)?(?:gun|weapon|rifle|pistol|shotgun|"
    r"handgun|firearm|revolver)\s+on\s+(?P<turned>himself|herself|themselves)\b"
    r"(?![^.;]{0,60}\b(?:hospital\w*|surviv\w+|critical\w*|custody|attempt\w*|unsuccess\w*|surgery)\b)",
    re.IGNORECASE,
)
"""Words that say that who did it killed himself, too."""
_ALSO_DIED = re.compile(
    r"\s*(?P<too>the\s+(?:suicide\s+)?(?:bomber|attacker|gunman|assailant|shooter)\s+(?:also\s+died|"
    r"died\s+(?:too|as\s+well)|himself\s+died|was\s+also\s+killed))\b"
    r"(?![^.;]{0,80}\b(?:among|count\w*|includ\w+|makes|another|earlier|last)\b)",
    re.IGNORECASE,
)
"""The doer's death in a sentence of its own."""
_SHOT = re.compile(
    r"\bbefore\s+(?:(?:(?:he|she)\s+(?P<own>(?:him|her)self\s+)?was|(?P<being>being)|(?P<they>they)\s+were)"
    r"\s+(?:fatally\s+shot|shot\s+(?:and\s+killed|dead|to\s+death)|killed|gunned\s+down)\b|"
    r"(?P<others>(?:the\s+)?(?:police|officers|deputies|soldiers|guards|troops|marines|reinforcements|"
    r"security\s+(?:forces|guards)|(?:a|an|one)\s+(?:guard|soldier|officer|policeman|reservist))\s+"
    r"(?:shot\s+(?:(?:him|her)\s+dead|(?:him|her)\s+to\s+death|and\s+killed\s+(?:him|her))|"
    r"(?:killed|gunned\s+down)\s+(?:him|her)|gunned\s+(?:him|her)\s+down)\b))",
    re.IGNORECASE,
)
"""Words that say that others killed who did it before more died."""
_AND_SELF = re.compile(
    r"(?:\s+(?!and\b)[\w-]+){0,2}\s+(?:as well as|and|along with|in addition to)\s+"
    r"(?P<self>(?:him|her)self)\b(?!\s+(?:[\w-]+ed|was|had|then|went|ran|fled|left)\b)",
    re.IGNORECASE,
)
"""The doer right behind those whom he killed ("killing two guards as well as herself")."""
_OTHERS = re.compile(r";|,\s+(?:including|among)\b|\b(?:who|the two|the three)\b", re.IGNORECASE)
"""What brings in others, who may be those shot in the end."""
_DOERS = re.compile(
    rf"\b(?P<number>{SMALL_NUMBERS}|\d{{1,2}})\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:attackers|assailants|gunmen|militants|bombers|rebels|insurgents|terrorists|men|fighters|"
    r"jihadists|extremists|guerrillas)\b",
    re.IGNORECASE,
)
"""How many did it, before their verb."""
_KILLED_BY_ONE = re.compile(
    r"\s+(?:were|was)\s+(?:\w+\s+)?(?:killed|shot dead|stabbed to death|murdered)\b[^.;]{0,60}?"
    r"\bby\s+(?:an?|the|one)\s",
    re.IGNORECASE,
)
_SUICIDE = re.compile(
    r"\bsuicide[\s-]+(?:\w+[\s-]+)?(?P<bomber>bomb\w*|attack\w*|blast\w*|vest|belt|raid|mission)|"
    r"\b(?:blew|blows|blowing)\s+(?P<up>(?:him|her|them)sel(?:f|ves))\s+up\b",
    re.IGNORECASE,
)
"""Words of a deed in which who does it dies."""
_DEATHS = ("self", "life", "suicide", "turned")
"""The groups that hold the words of the death."""
_UNREAL = re.compile(
    r"\b(?:try|tried|trying|attempt\w*|threat\w*|plan\w*|want\w*|intend\w*|going to|about to|"
    r"(?-i:may)|might|could|would|did not|didn['’]t|not|if|before he could|before she could|"
    r"whether)\b[^.;]{0,30}$",
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
        told = _killed_beside(context, spans, deaths) if one_by_one else main.span
        death = _adds_to(context, told or main.span, deaths, person=one_by_one)
    number = 1
    if death is None and len(also := _told_next(context, account)) > 0:
        death = also[0] if _WITH.search(context.sentence_text(main.span.start)) is None else None
    if death is None and (shot := _shot_after(context, main)) is not None:
        death, number = shot
    if death is None and one_by_one:
        death = _murder_suicide(context, main.span)
    if death is None:
        suicide = _deaths_by(context, account, _SUICIDE, ("bomber", "up"))
        return _with_room(context, main, drafts, suicide if one_by_one else (*deaths, *suicide))
    one = CountValue(number, number, number, Qualifier.EXACT)
    whole = replace(
        main,
        value=replace(sum_of([main.value, one]), who=main.value.who),
        method="resolve.quantity.own_death.v1",
        confidence=0.7,
        extra=(*main.extra, *context_spans([death])),
        reasons=(*main.reasons, "and whoever did it"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


BESIDE = "resolve.quantity.beside.v1"
"""A count of dead beside whom the doer's own death is told, who may be one of them."""


def _shot_after(context: Context, main: Draft) -> tuple[Span, int] | None:
    """Return the words for the deaths of who killed the people counted before, and their number.

    "Killed a man before he was shot dead" leaves open who was.
    """
    sentence, span = context.sentence_at(main.span.start), main.span
    beside = _AND_SELF.match(context.text, span.end)
    if beside is not None and _is_killed_by(context, span):
        return Span(beside.start("self"), beside.end("self")), 1
    found = _SHOT.search(context.text, span.end, sentence.end)
    if found is None or not isinstance(main.value, CountValue):
        return None
    if _OTHERS.search(context.text, span.end, found.start()) is not None:
        return None
    passive = _KILLED_BY_ONE.match(context.text, span.end, found.start()) is not None
    if not (passive or _is_killed_by(context, span)):
        return None
    words = Span(found.start(), found.end())
    if found["they"] is not None:
        doers = _DOERS.search(context.text, sentence.start, span.start)
        number = None if doers is None else small_number(doers["number"])
        return None if number is None else (words, number)
    sure = any(found[name] is not None for name in ("own", "being", "others"))
    return (words, 1) if sure or (main.value.value or 0) > 1 else None


def _with_room(
    context: Context, main: Draft, drafts: list[Draft], deaths: Sequence[Span]
) -> list[Draft]:
    """Return the counts, the main one marked where it may leave out the doer's own death."""
    told = context.sentence_text(main.span.start)
    if len(deaths) == 0 or _ONE_OF_THEM.search(told) is not None:
        return drafts
    if _WITH.search(told) is not None and _DOER.search(told) is not None:
        return drafts
    reason = "who did it died, too, and may not be counted"
    beside = replace(
        main,
        method=BESIDE,
        extra=(*main.extra, *context_spans(deaths[:1])),
        reasons=(*main.reasons, reason),
    )
    return [beside if draft == main else draft for draft in drafts]


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
    """Return the words by which an account tells that who did it killed himself."""
    return _deaths_by(context, account, _OWN, _DEATHS)


def _told_next(context: Context, account: Account) -> tuple[Span, ...]:
    """Return "the bomber also died" of a sentence right behind one that counts dead."""
    counted = [k.mention.start for k in account.links if k.role is LinkRole.KILLED]
    ends = {context.sentence_at(start).end for start in counted}
    found = (_ALSO_DIED.match(context.text, end) for end in sorted(ends))
    return tuple(Span(*one.span("too")) for one in found if one is not None)


def _deaths_by(
    context: Context, account: Account, pattern: re.Pattern[str], groups: Sequence[str]
) -> tuple[Span, ...]:
    """Return the words of one of the groups in the sentences that tell of the incident."""
    found = []
    for sentence in _sentences(context, account):
        for match in pattern.finditer(context.text, sentence.start, sentence.end):
            before = context.text[max(sentence.start, match.start() - _BEFORE) : match.start()]
            if _UNREAL.search(before) is None:
                name = next(n for n in groups if match[n] is not None)
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
    if _ONE_OF_THEM.search(context.sentence_text(figure.start)) is not None:
        return None
    if _DOER_LAST.search(words) is not None and _WHO.match(context.text, figure.end) is not None:
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


def _killed_beside(context: Context, told: Sequence[Span], deaths: Sequence[Span]) -> Span | None:
    """Return the words for somebody killed in a sentence that goes on to the doer's own death."""
    after = {context.sentence_of(death.start): death.start for death in deaths}
    return next(
        (
            span
            for span in told
            if span.end <= after.get(context.sentence_of(span.start), 0)
            and _is_killed_by(context, span)
        ),
        None,
    )


_ONE_OF_THEM = re.compile(r"\bone of (?:them|the|their)\b", re.IGNORECASE)
"""Words that tell of the doer as one of those counted."""
_DOER_LAST = re.compile(r"\band\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?[a-z]+(?<!s)$", re.I)
_WHO = re.compile(r",?\s+who\b[^.;]{0,40}\b(?:shot|stabbed|killed|attacked|fired)\b")
"""Words that tell of the last of the dead as who did it ("a clerk and a man who shot her")."""
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
