"""People whose harm is told in set phrases ("nursing gunshot wounds", "did not live through it").

News has more phrases for death and wounds than a list of verbs holds. They are looked for only
where an account counts nobody of the kind, in its own sentences and those right after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from recount.extract.learned.own_sentences import own_sentences
from recount.extract.learned.words import Page, label_of_count
from recount.extract.rules.entries import entry_of
from recount.extract.rules.number_of_people import counts_people
from recount.extract.rules.scan import Sentence
from recount.model import Account, IncidentType, Link, LinkRole, Mention, MentionRole, Realis, Span
from recount.resources.grammar.death_phrases import DIED_IN_PHRASE, PUT_TO_DEATH
from recount.resources.grammar.words import number_words, person_nouns
from recount.resources.grammar.wound_phrases import HURT_IN_PHRASE

_WOUNDED = re.compile(
    r"(?:(?:have|has|had|are|is|was|were|being|been|also|still|both|all|lightly|slightly|seriously|"
    rf"badly|critically|left)\s+){{0,3}}(?:[^.;,]{{1,80}}?\s+and\s+(?=lost\b))?{HURT_IN_PHRASE}\b"
    r"(?!\s+(?:and|but|before)\s+(?:later\s+)?(?:died|was\s+killed|were\s+killed))",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"(?:(?:have|has|had|was|were|also|both|all|later)\s+){0,2}"
    r"(?:(?:did\s+not|didn['’]t)\s+(?:survive|live|make\s+it)|passed\s+(?:away|on)|"
    r"g[ai]ve\s+up\s+the\s+ghost|breathed\s+(?:his|her|their)\s+last|lay\s+dead|"
    rf"rendered\s+harmless|eliminated|neutrali[sz]ed|{PUT_TO_DEATH}|{DIED_IN_PHRASE})\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    rf"[^.;:]{{0,140}}?{DIED_IN_PHRASE}\b|\s*of\s+(?:its|their|our|his)\s+own\b|"
    r"\s*of\s+the\s+(?:attackers|assailants|raiders|gunmen)\b(?=\W*(?:$|[.;,]|too\b|also\b|died\b))",
    re.IGNORECASE,
)
"""Words in which a side tells of its own dead, or a report of the other side's."""
_TERSELY = {
    LinkRole.KILLED: re.compile(
        r"(?:\w+\s+){0,2}?(?:died?|dies|killed|perished|dead)\b", re.IGNORECASE
    ),
    LinkRole.WOUNDED: re.compile(r"(?:\w+\s+){0,2}?(?:wounded|injured|hurt)\b", re.IGNORECASE),
}
"""Plain words, which only notes leave unread ("Nine dead on the spot")."""
_SEVERAL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|both|these|many|other)\s+"
    r"(?:\w+\s+)?(?:shootings|attacks|incidents|killings|bombings|murders|homicides|raids|blasts)\b",
    re.IGNORECASE,
)
"""Words for several incidents, whose people are those of all."""
_ARRESTED = re.compile(
    r"(?:(?:have|has|had|was|were|also|are)\s+){0,2}"
    r"(?:(?:being\s+)?(?:held\s+)?in\s+(?:the\s+)?(?:cells|custody|police\s+custody)|behind\s+bars|"
    r"detained|arrested|apprehended|detentions|arrests|(?:rounded|picked|hauled)\s+(?:up|in|off)|"
    r"(?:bundled|led|taken|marched|dragged|hauled|loaded|herded|driven|carted)\s+"
    r"(?:away|off|in(?!\s+(?:hospital|the\s+hospital|a|an)\b)|into|on\s?to)(?!\s+(?:\w+\s+){0,3}?"
    r"(?:hospitals?|ambulances?|clinics?|the\s+river|the\s+bush)\b))\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:is|are|was|were)\s+(?:now\s+)?in\s+(?:police\s+)?custody\b", re.IGNORECASE)
"""Words for arrests, which any incident may end with; "600 have been arrested" may be of a year."""
_ABDUCTED = re.compile(
    r"(?:(?:have|has|had|was|were|also|are)\s+){0,2}"
    r"(?:(?:taken|led|marched|dragged|whisked|carried|driven|spirited)\s+(?:\w+\s+)?"
    r"(?:away|off|into|from|out)|abducted|kidnapped|seized|snatched|hauled\s+off)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"(?:took|takes|taking|led|leads|leading|marched|dragg(?:ed|ing)|bundl(?:ed|ing)|whisked|carried|"
    r"drove)\s+(?:it\s+|them\s+)?(?:away|off)\s+|(?:rounded|picked|called)\s+(?:up|out)\s+|"
    r"(?<!\bto )(?:abduct|kidnap|seiz|snatch|detain|arrest|bundl|haul|apprehend)\w*\s+|"
    r"(?:abduction|kidnapping|arrest|detention|seizure|capture|apprehension)s?\s+"
    r"(?:in\s+\w+\s+)?of\s+|"
    r"(?:took|left\s+with|made\s+off\s+with|disappeared\s+with)\s+",
    re.IGNORECASE,
)
"""Verbs of taking, right before whom they take."""
_ARREST_OF = re.compile(
    r"(?:arrest|detention|apprehension)s?\s+of\s+|"
    r"(?:arrested|detained|apprehended|rounded\s+up|picked\s+up|hauled\s+(?:off|away)|"
    r"(?:took|taking)(?=\s+(?:[\w-]+\s+){1,3}(?:in|away|into\s+custody)\b))\s+",
    re.IGNORECASE,
)
"""Words for an arrest, right before whom it befell."""
_INJURIES_TO = re.compile(r"injur(?:y|ies)\s+to\s+", re.IGNORECASE)
_DEATHS_OF = re.compile(r"(?:deaths?|killing|murder)\s+of\s+", re.IGNORECASE)
_NOUNS = "|".join(
    re.escape(noun)
    for noun in person_nouns()
    if noun == "parents" or number_words().nouns[noun].singular
)
_PERSON = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Bb]oth)\s+(?:[\w’'-]+\s+){0,2}?"
    rf"(?:{_NOUNS})\b(?=\s+[a-z(,]|,)"
)
"""Somebody told singly ("his apprentice")."""
_GAP = (
    r"(?:,[^,;.]{1,60},)?\s*(?:(?:others?|people|persons|men|women|children|of\s+\w+|(?:\w+\s+)?\w+s|"
    r"on\s+(?:his|her|their)\s+way\s+home|who\s+[\w\s]{1,40}?|said\s+to)\s+){0,3}?,?\s*"
)
"""What may stand between people and what befell them."""

_KEPT = 256
"""Sentences of which it is kept who is told singly."""


@cache
def _behind(after: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(_GAP + f"(?:{after.pattern})", re.IGNORECASE)


_SURE = 0.45
_OF_KIND: dict[LinkRole, tuple[re.Pattern[str], re.Pattern[str] | None]] = {
    LinkRole.KILLED: (_KILLED, _DEATHS_OF),
    LinkRole.WOUNDED: (_WOUNDED, _INJURIES_TO),
}
_NO_HARM = frozenset({IncidentType.AGREEMENT, IncidentType.BASE_ESTABLISHED})
_TAKEN = {
    IncidentType.ABDUCTION: (LinkRole.ABDUCTED, _ABDUCTED),
    IncidentType.ARRESTS: (LinkRole.ARRESTED, _ARRESTED),
}


def with_phrased(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return accounts of facts with the people of whom set phrases tell, where they count none.

    Args:
        page: the text.
        accounts: its accounts.
    """
    found: list[Account] = []
    for account, own in zip(accounts, own_sentences(page, accounts), strict=True):
        if account.realis is Realis.ACTUAL and account.type not in _NO_HARM:
            found.append(_with(page, account, own, accounts))
        else:
            found.append(account)
    return found


def _with(
    page: Page, account: Account, own: Sequence[Sentence], accounts: Sequence[Account]
) -> Account:
    taken = [link.mention.span for one in accounts for link in one.links if link.role in _COUNTED]
    for role, (after, before) in _looked_for(account).items():
        people = [
            one
            for sentence in own
            for words in _words(page, role, sentence, after)
            for one in _told(page.text, sentence, words, before, named=role in _TAKEN_ROLES)
            if not any(one.overlaps(span) for span in taken)
        ]
        for one in people if after is _FELL else people[:1]:
            label = label_of_count(page, one.start, one.end)
            if label is not None:
                mention = Mention(one.start, one.end, MentionRole.QUANTITY, label)
                link = Link(role, mention, confidence=_SURE)
                taken.append(mention.span)
                account = replace(account, links=(*account.links, link))
    return account


_TAKEN_ROLES = frozenset({LinkRole.ABDUCTED, LinkRole.ARRESTED})
_COUNTED = frozenset(
    {
        LinkRole.KILLED,
        LinkRole.WOUNDED,
        LinkRole.CASUALTIES,
        LinkRole.ABDUCTED,
        LinkRole.ARRESTED,
        LinkRole.DISPLACED,
    }
)


def _words(
    page: Page, role: LinkRole, sentence: Sentence, after: re.Pattern[str]
) -> list[re.Pattern[str]]:
    """Return the phrases looked for in a sentence: none where it tells of several incidents."""
    if _SEVERAL.search(page.text, sentence.start, sentence.end) is not None:
        return []
    terse = _TERSELY.get(role)
    if terse is None or entry_of(page.scan.entries, sentence.start) is None:
        return [after]
    return [after, terse]


def _looked_for(
    account: Account,
) -> dict[LinkRole, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """Return the phrases to look for, of what an account does not count as a whole.

    Beside dead that are counted, those whom the other side tells of in its own words.
    """
    counted = {link.role for link in account.links if not link.part}
    found = {role: words for role, words in _kinds(account).items() if role not in counted}
    if LinkRole.KILLED in counted and account.type not in _TAKEN:
        found[LinkRole.KILLED] = (_FELL, None)
    return found


def _kinds(account: Account) -> dict[LinkRole, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    if account.type in _PROTESTS:  # arrests made at a protest are told of it
        return {**_OF_KIND, LinkRole.ARRESTED: (_ARRESTED, _ARREST_OF)}
    taken = _TAKEN.get(account.type)
    if taken is None:
        return {**_OF_KIND, LinkRole.ARRESTED: (_HELD, None)}
    return {taken[0]: (taken[1], _TAKES)}


_PROTESTS = frozenset(
    {
        IncidentType.PEACEFUL_PROTEST,
        IncidentType.PROTEST_INTERVENTION,
        IncidentType.EXCESSIVE_FORCE,
        IncidentType.VIOLENT_DEMONSTRATION,
    }
)


def _told(
    text: str,
    sentence: Sentence,
    after: re.Pattern[str],
    before: re.Pattern[str] | None,
    *,
    named: bool,
) -> Iterator[Span]:
    """Yield the people of a sentence with such words right behind or before them."""
    names = [Span(p.start, p.end) for p in sentence.persons] if named else []
    for one in (*_people(text, sentence), *names):
        behind = _behind(after).match(text, one.end, sentence.end) is not None
        lead = text[max(sentence.start, one.start - _LEAD) : one.start]
        ahead = before is not None and any(
            found.end() == len(lead) for found in before.finditer(lead)
        )
        if behind or ahead:
            yield one


_DECADE = re.compile(r"\d0s")
"""An age by its decade ("a man in his 40s")."""
_LEAD = 30


def _people(text: str, sentence: Sentence) -> list[Span]:
    """Return the people counted or told singly in a sentence, in order."""
    counted = [
        Span(q.start, q.end)
        for q in sentence.quantities
        if counts_people(text, q) and _DECADE.fullmatch(text, q.start, q.end) is None
    ]
    single = [
        one
        for one in _single(text, sentence.start, sentence.end)
        if not any(one.overlaps(other) for other in counted)
    ]
    return sorted([*counted, *single], key=lambda one: one.start)


@lru_cache(maxsize=_KEPT)
def _single(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return who is told singly in a sentence, which each role of each account asks for."""
    return tuple(Span(*found.span()) for found in _PERSON.finditer(text, start, end))
