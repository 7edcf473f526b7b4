"""Tolls that grow inside a report: "two more died overnight", "the blast also killed a nurse".

The figure told first is seldom the last word: a sentence or two on, others die of their wounds,
the other side's dead are told, or a new total is given. Such words are looked for in the figure's
own sentence and the next few, as far as no other incident is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recount.model import Account, CountValue, Qualifier, Span
from recount.resolve.context import Context
from recount.resolve.countless import counts_nobody
from recount.resolve.drafts import Draft, with_primary
from recount.resolve.ordinal import ORDINALS
from recount.resolve.sums import context_spans, sum_of
from recount.resolve.totals import is_total
from recount.resources.grammar.death_phrases import PUT_TO_DEATH
from recount.resources.grammar.small_numbers import SPOKEN, spoken_number

METHOD_TOTAL, METHOD_MORE = "resolve.quantity.total.v1", "resolve.quantity.grown.v1"
_REACH = 4
"""Sentences behind the figure's own that are looked at."""
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})*|{SPOKEN})"
_HEDGE = r"(?:(?:at\s+least|about|some|around|nearly|almost|now)\s+)?"
_TOLL = (
    r"(?:(?:death\s+)?tolls?|body\s+count|count|figure|number)"
    r"(?:\s+of\s+(?:the\s+)?(?:dead|deaths|killed|people\s+killed|those\s+killed|victims|fatalities))?"
)
_TOTAL = (
    re.compile(
        rf"\b(?:the|its|that|this|whose|a)\s+{_TOLL}\s+(?:(?:has|had|have)\s+)?(?:since\s+|now\s+|later\s+)?"
        r"(?:rose|risen|climbed|grew|grown|gone\s+up|went\s+up|stands?|stood|reached|jumped|increased|is)\s+"
        rf"(?:(?:to|at)\s+)?{_HEDGE}{_NUMBER}\b(?!\s*(?:wounded|injured|hurt|%|percent))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:bring|brings|brought|bringing|tak(?:es|ing)|took|rais(?:ed|es|ing))\s+(?:the|its)\s+"
        rf"(?:total|{_TOLL})(?:\s+(?:in|from|of)\s+(?:the|that)\s+\w+)?\s+to\s+{_HEDGE}{_NUMBER}\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:corrected|revised|lowered|cut|reduced|raised)\b[^.;]{0,50}?\b(?:toll|figure|count|number|dead)\b"
        rf"[^.;]{{0,40}}?\bto\s+{_HEDGE}{_NUMBER}\b",
        re.IGNORECASE,
    ),
)
"""Words that give a new total."""
_CHAIN = re.compile(
    r",?\s+(?:then|by\s+(?:the\s+)?(?:evening|nightfall|noon|midday|midnight|morning|dawn|dusk|night|"
    r"afternoon|next\s+day|\w+day)(?:\s+\w+)?,?)\s+"
    rf"(?:(?:it|the\s+{_TOLL})\s+(?:was|had\s+(?:risen|grown|climbed)\s+to|had\s+reached|stood\s+at|rose\s+to)\s+)?"
    rf"{_NUMBER}\b(?=\W*(?:[.,;]|and\b|dead\b|$))",
    re.IGNORECASE,
)
"""A later number of a toll that is told as it rose ("three, then five, by nightfall nine")."""
_RISING = re.compile(r"\b(?:first|initial\w*|at\s+first|early|earlier)\b", re.IGNORECASE)
_SIZE = _NUMBER.replace("number", "size")
_SOMEBODY = (
    rf"(?P<who>(?:another\s+|a\s+further\s+|a\s+passing\s+)?(?:{_SIZE}|an?|his|her|its|their|both)\s+"
    r"(?:(?!other\s+(?:\w+\s+)?(?:wounded|injured))[\w’'-]+\s*){1,5}?)"
)
_WOUNDED = r"(?:the\s+)?(?:wounded|injured)"
_DIED = (
    r"(?:(?:later|since|subsequently)\s+)?(?:(?:have|has|had|was|were|been)\s+){0,2}"
    r"(?:since\s+|later\s+|also\s+)?(?:died|succumbed|perished|did\s+not\s+(?:survive|live)|"
    r"bled\s+to\s+death|drowned|killed|shot\s+dead|hanged|beheaded|burned\s+to\s+death|"
    rf"{PUT_TO_DEATH})"
)
_LATER = (
    r"(?:later|in\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}(?:hospital|clinic|night|ambulance)|on\s+the\s+way|"
    r"overnight|shortly\s+after\w*|during\s+surgery|of\s+(?:his|her|their|the)\s+(?:\w+\s+)?"
    r"(?:wounds|injuries|burns)|of\s+blood\s+loss|on\s+\w+day)"
)
"""When, or of what, somebody died who was only wounded at first."""
_ALSO_KILLED = (
    r"\b(?:blast|explosion|bomb|attack|attackers?|gunmen|shooting|shelling|fire|strike|raiders?|"
    rf"militants|it|they)\s+also\s+(?:killed|claimed|shot\s+dead)\s+{_SOMEBODY}"
    r"(?=\s*(?:[.,;]|who\b|and\b|in\b|at\b|on\b|near\b|$))"
)
_ALSO_DIED = (
    rf"(?:^|[.;,:]\s+|\band\s+|\bwhile\s+){_SOMEBODY}(?:\s+who\b[^.;,]{{1,50}}?|,\s[^.;,]{{1,50}},)?"
    r"\s+(?:(?:also\s+(?:died|perished)|(?:was|were)\s+also\s+(?:killed|shot\s+dead))|"
    r"(?:died|perished|(?:was|were)\s+killed)\s+(?:too|as\s+well))\b"
)
_MORE_DIED = (
    rf"\b(?P<who>{_SIZE}\s+(?:others?|further|of\s+{_WOUNDED}|(?:other|more)(?:\s+(?!were|was|had)[\w-]+)?"
    rf"|more\s+of\s+{_WOUNDED}))\s+{_DIED}\b"
)
_ONE_DIED = (
    r"(?:^\W*|[.;,:]\s+|\band\s+|\bwhile\s+|\bbut\s+)(?P<who>(?:one\s+of\s+the\s+(?:wounded|injured|"
    rf"{_NUMBER.replace('number', 'of')})|"
    r"(?:an?|his|her|their)\s+(?!(?:second|third|\w*(?:our|f|x|n|igh|in|e)th)\b)"
    r"(?:[\w’'-]+\s+){0,4}?[\w’'-]+))"
    r"(?:,\s[^.;,]{1,50},|\s+(?:who|caught|hit|shot|wounded)\b[^.;,]{1,50}?)?\s+(?:had\s+|has\s+)?"
    rf"(?:later\s+(?:died|succumbed)|died\s+{_LATER}|(?:has|had)\s+since\s+died)\b"
)
_OTHERS_SIDE = (
    rf"\b(?P<who>{_SIZE}\s+of\s+the\s+(?:attackers|raiders|gunmen|assailants|militants|rebels|insurgents|"
    r"hijackers|kidnappers))\s+(?:were|was)\s+(?:also\s+)?(?:killed|shot\s+dead)\b"
)
_THEIR_BODIES = (
    rf"\b(?:counted|found|recovered|left)\s+the\s+bodies\s+of\s+(?P<who>{_SIZE}\s+"
    r"(?:attackers|raiders|gunmen|assailants|militants|rebels|insurgents|fighters))\b"
)
_OWN_DEAD = (
    rf"\bown\s+side\s+it\s+(?:reported|gave|had|counted)\s+(?P<who>{_SIZE}\s+dead)\b|"
    rf"\bthat\s+(?:the|its)\s+\w+\s+lost\s+(?P<own>{_NUMBER.replace('number', 'size2')}\s+"
    r"(?:men|soldiers|officers|policemen|fighters|guards))\b"
)
_NOT_COUNTED = (
    r"\b(?:does|did|do)\s+not\s+include\s+(?P<who>the\s+(?:two|three|four|five|six|seven|eight)?\s*"
    r"(?:attackers?|bombers?|gunm[ae]n|assailants?))\b(?=[^.;]*(?:killed|died|dead|\.|$))"
)
_ANOTHER_DIED = rf"\b(?P<who>another\s+{_SIZE}(?:\s+(?:people|of\s+{_WOUNDED}))?)\s+{_DIED}\b"
_LATER_DIED = (
    rf"\b(?P<who>(?:another|one)\s+(?:of\s+{_WOUNDED}|man|woman|person|victim|child|boy|girl))"
    r"\s+(?:later|has\s+since|since)\s+(?:died|succumbed)\b"
)
_LEFT_BEHIND = (
    r"\b(?:rebels|fighters|attackers|insurgents|militants|gunmen|army|soldiers|raiders)\s+left\s+"
    rf"(?P<who>{_SIZE}\s+(?:of\s+their\s+)?dead)\s+behind\b"
)
_MORE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        *(_ALSO_KILLED, _ALSO_DIED, _MORE_DIED, _ANOTHER_DIED, _LATER_DIED, _LEFT_BEHIND),
        *(_ONE_DIED, _OTHERS_SIDE, _THEIR_BODIES, _OWN_DEAD, _NOT_COUNTED),
    )
)
"""Others who died, told after the figure."""
_BESIDE = re.compile(
    r"^[^.;,]{0,60}?\b(?:killed|dead|died|slain|perished)\b[^.;,]{0,30}?(?:,\s+|\s+)"
    r"(?:along\s+with|together\s+with|as\s+(?:were|was)|and\s+so\s+(?:were|was)|against|besides)\s+"
    rf"(?P<who>(?:the\s+)?(?:{_SIZE}|an?|his|her|its|their|both|the\s+bomber)"
    r"(?:\s+(?!others?\s+(?:wounded|injured))[\w’'-]+){0,3}?)"
    r"(?=\s*(?:[.;,]|in\b|at\b|on\b|whom?\b|that\b|when\b|as\b|$))",
    re.IGNORECASE,
)
"""Others told behind the verb of the figure."""
_WHERE = r"(?:in|at|on|near|by|inside|outside|behind)"
_AGAIN = re.compile(
    r"^(?:\s+[\w’'-]+){0,2}?\s+(?:was|were)\s+(?:killed|shot\s+dead|hacked\s+to\s+death|murdered|"
    rf"executed|found)\s+(?:dead\s+)?{_WHERE}\s[^.;,]{{1,40}}?,?\s+and\s+(?P<who>{_SIZE}\s+"
    rf"(?:more|others|[\w’'-]+(?:men|women|children|ers|s)))\s+{_WHERE}\b(?![^.;]*\b(?:wounded|injured|hurt)\b)",
    re.IGNORECASE,
)
"""Others of the same verb elsewhere ("and two women in their kitchen")."""
_OTHER_SIDE = re.compile(
    r"^[^.;,]{0,40}?,?\s+(?:and|while|but)\s+(?:the\s+)?(?!wounded|injured|hurt|wounding|injuring)"
    rf"[\w’'-]+(?:\s+lost)?\s+(?P<who>{_SIZE})(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
_OWN_LOST = re.compile(
    rf"^[^.;,]{{0,30}}?\s+(?:and|but|while)\s+(?:(?:it|they)\s+)?lost\s+(?P<who>{_SIZE})"
    r"\s+(?:men|soldiers|fighters|of\s+(?:its|their)\s+own)",
    re.IGNORECASE,
)
"""Losses of two sides: "the army lost seven men and the rebels five"."""
_LOST = re.compile(r"\blost\s+(?:at\s+least\s+|about\s+|some\s+)?$", re.IGNORECASE)
_DOER = re.compile(
    r"\b(?P<who>the\s+(?:suicide\s+)?(?:bomber|attacker|gunman|assailant))\s+and\s+$", re.IGNORECASE
)
"""Whoever did it, told to have died with others."""
_NAMED = r"(?:in|at|on)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)?"
_ELSEWHERE = re.compile(
    rf"^(?:\s+[\w’'-]+){{0,3}}?\s+{_NAMED}"
    rf"(?P<list>(?:,\s+{_NUMBER.replace('number', 'listed')}\s+{_NAMED})*)"
    rf",?\s+and\s+(?P<who>(?:a\s+further\s+)?(?-i:{_SIZE})\s+(?:in|at|on))\s+[A-ZÀ-Þ]"
)
"""The same told of other places or days ("eight dead in Tulu, five in Koffa and two in Velm")."""
_LISTED = re.compile(rf",\s+{_NUMBER}\s+(?:in|at|on)\b")
_EACH_SIDE = re.compile(r"^[^.;,]{0,30}?\b(?P<who>on\s+(?:each|either)\s+side)\b", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball\s+but\s+$", re.IGNORECASE)
_BEFORE = 40
"""Characters before a figure, or behind it, that are looked at."""
_NTH = re.compile(
    rf"\b(?:an?|the)\s+(?P<nth>{'|'.join(ORDINALS)})\b(?:\s+(?:victim|person|man|woman|child|boy|girl|\w+er))?"
    r"(?:,[^.;,]{1,50},|\s+who\b[^.;,]{1,40})?\s+"
    rf"(?:{_DIED}|body\s+was\s+found|had\s+(?:his|her|their)\s+throats?|(?:on\s+the\s+way|in\s+(?:the\s+)?hospital|on\s+\w+day|(?:was|were)\s+(?:found\s+)?dead))\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"\b(?:this\s+(?:year|month|week)|since\s+(?:the\s+)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|start|beginning|\d{4})|so\s+far|last\s+(?:year|month)|"
    r"wounded\s+to|injured\s+to|in\s+\d{4})\b",
    re.IGNORECASE,
)
"""Words of sums over many incidents, or of another kind."""
_DOUBT = re.compile(
    r"\b(?:rumou?r\w*|unconfirmed|claim(?:s|ed|ing)?|alleg\w+|denied|feared?|if|could|may|might|"
    r"nobody|no\s+one)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _More:
    """Others who died: where they are told, and how many."""

    span: Span
    size: int


def with_growth(context: Context, account: Account, drafts: list[Draft]) -> list[Draft]:
    """Return the counts of dead, the main one with what the report adds to it later.

    Args:
        context: the document.
        account: the account.
        drafts: its counts of dead, of which one is its own.
    """
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None or not isinstance(main.value, CountValue) or main.value.part:
        return drafts
    number = main.value.value if main.value.value is not None else main.value.low
    if number is None or number == 0:
        return drafts
    rest = _all_but(context, main, number)
    if rest is not None:
        return _replaced(drafts, rest)
    stretch = list(_stretch(context, account, main.span))
    total = _new_total(context, main, number, stretch)
    if total is not None:
        return _replaced(drafts, total)
    # "The toll rose to 16 when two more died" holds them.
    holds = is_total(context.sentence_text(main.span.start))
    more = _others(context, main, number, stretch, holds=holds)
    if len(more) == 0:
        return drafts
    added = sum(one.size for one in more)
    whole = replace(
        main,
        value=replace(
            sum_of([main.value, CountValue(added, added, added, Qualifier.EXACT)]),
            who=main.value.who,
        ),
        method=METHOD_MORE,
        confidence=0.6,
        extra=(*main.extra, *context_spans([one.span for one in more])),
        reasons=(*main.reasons, f"and {added} who are told to have died, too"),
    )
    return _replaced(drafts, whole)


def _all_but(context: Context, main: Draft, number: int) -> Draft | None:
    """Return the rest, where a figure tells only who was spared ("all but one of the nine")."""
    before = context.text[max(0, main.span.start - _BEFORE) : main.span.start]
    words = context.text[main.span.start : main.span.end + _BEFORE]
    if _ALL_BUT.search(before) is None:
        return None
    found = re.search(rf"\bof\s+(?:the|its|their)\s+{_NUMBER}\b", words, re.IGNORECASE)
    whole = None if found is None else spoken_number(found["number"])
    if whole is None or whole <= number:
        return None
    left = whole - number
    value = CountValue(left, left, left, Qualifier.EXACT)
    return replace(
        main, value=value, method=METHOD_MORE, confidence=0.6, reasons=("all but these",)
    )


def _replaced(drafts: Sequence[Draft], whole: Draft) -> list[Draft]:
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _stretch(context: Context, account: Account, figure: Span) -> Iterator[Span]:
    """Yield the rest of the figure's sentence, and the sentences after it that go on with it."""
    others = [
        trigger.start
        for one in context.counted.accounts
        if one.id != account.id
        for trigger in one.triggers
        if not any(trigger.span.overlaps(own.span) for own in account.triggers)
    ]
    home = context.sentence_of(figure.start)
    if home < 0:
        return
    for at in range(home, min(home + _REACH + 1, len(context.sentences))):
        sentence = context.sentences[at]
        start = figure.end if at == home else sentence.start
        if start >= sentence.end:
            continue
        if any(start <= other < sentence.end for other in others):
            return
        yield Span(start, sentence.end)


def _new_total(context: Context, main: Draft, number: int, stretch: Sequence[Span]) -> Draft | None:
    """Return the main figure as a later sentence states it anew, if any does."""
    best: tuple[int, Span] | None = None
    sentence = context.sentence_text(main.span.start)
    for at, rest in enumerate(stretch):
        # "Corrected its figure of 12 dead to ten": the verb stands before the figure.
        part = context.sentence_at(main.span.start) if at == 0 else rest
        told = part.of(context.text)
        if _OF_MANY.search(told) is not None or _DOUBT.search(told) is not None:
            continue
        for pattern in _TOTAL:
            for found in pattern.finditer(told):
                size = spoken_number(found["number"])
                if _at(part, found, "number").overlaps(main.span):
                    continue
                larger = size is not None and (size > number or pattern is _TOTAL[2])
                if size is not None and larger and size != number:
                    best = (size, _at(part, found, "number"))
        if at == 0 and _RISING.search(sentence) is not None:
            for found in _CHAIN.finditer(told, main.span.end - part.start):
                size = spoken_number(found["number"])
                if size is not None and size > (number if best is None else best[0]):
                    best = (size, _at(part, found, "number"))
    if best is None:
        return None
    size, span = best
    assert isinstance(main.value, CountValue)
    return replace(
        main,
        value=CountValue(size, size, size, Qualifier.EXACT, main.value.who),
        span=span,
        method=METHOD_TOTAL,
        confidence=0.7,
        extra=(*main.extra, *context_spans([main.span])),
        reasons=("the latest total of the report",),
    )


def _others(
    context: Context, main: Draft, number: int, stretch: Sequence[Span], *, holds: bool
) -> list[_More]:
    """Return those told to have died beside the people of a figure.

    ``holds`` says that the figure's own sentence counts all whom it tells of.
    """
    counted = [main.span, *main.extra]
    found: list[_More] = []
    reached = number
    for at, part in enumerate(stretch):
        told = part.of(context.text)
        doubted = _DOUBT.search(told) is not None
        if _OF_MANY.search(told) is not None or (doubted if at > 0 else holds):
            continue
        fresh = list(_nth(part, told, reached))
        reached += len(fresh)
        patterns: tuple[re.Pattern[str], ...] = _MORE
        if at == 0:
            before = context.text[max(0, main.span.start - _BEFORE) : main.span.start]
            sides = (_OTHER_SIDE,) if _LOST.search(before) is not None else ()
            patterns = (*patterns, _BESIDE, _AGAIN, _OWN_LOST, *sides)
            fresh += _beside(main.span, before, told, number)
        fresh += [one for pattern in patterns for one in _told(part, told, pattern, number)]
        for one in fresh:
            known = any(one.span.overlaps(span) for span in (*counted, *(f.span for f in found)))
            if not known and not counts_nobody(context.text, one.span):
                found.append(one)
    return found


def _beside(figure: Span, before: str, told: str, number: int) -> Iterator[_More]:
    """Yield the doer who died with the others, and the other side's dead where they are as many."""
    doer = _DOER.search(before)
    if doer is not None:
        start = figure.start - len(before)
        yield _More(Span(start + doer.start("who"), start + doer.end("who")), 1)
    each = _EACH_SIDE.search(told)
    if each is not None:
        start = figure.end + each.start("who")
        yield _More(Span(start, figure.end + each.end("who")), number)
    elsewhere = _ELSEWHERE.match(told)
    if elsewhere is not None:
        part = Span(figure.end, figure.end + len(told))
        yield _More(_at(part, elsewhere, "who"), spoken_number(elsewhere["size"]) or 1)
        for found in _LISTED.finditer(elsewhere["list"]):
            start = figure.end + elsewhere.start("list") + found.start("number")
            yield _More(
                Span(start, start + len(found["number"])), spoken_number(found["number"]) or 1
            )


def _nth(part: Span, told: str, reached: int) -> Iterator[_More]:
    """Yield who is told by the number after that of those counted ("a tenth died on Monday")."""
    for found in _NTH.finditer(told):
        if ORDINALS.index(found["nth"].lower()) + 2 == reached + 1:
            reached += 1
            yield _More(_at(part, found, "nth"), 1)


def _told(part: Span, told: str, pattern: re.Pattern[str], number: int) -> Iterator[_More]:
    for found in pattern.finditer(told):
        groups = found.groupdict()
        if groups.get("of") is not None and spoken_number(groups["of"]) == number:
            continue  # one of those counted
        who, size = ("own", "size2") if groups.get("own") else ("who", "size")
        yield _More(_at(part, found, who), _size(found[who], groups.get(size)))


def _size(who: str, number: str | None) -> int:
    if number is not None:
        return spoken_number(number) or 1
    words = who.lower().split()
    if words[0] == "the" and len(words) > 1:
        return spoken_number(words[1]) or 1
    return 2 if words[0] == "both" else 1


def _at(part: Span, found: re.Match[str], group: str) -> Span:
    return Span(part.start + found.start(group), part.start + found.end(group))
