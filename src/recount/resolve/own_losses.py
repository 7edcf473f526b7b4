"""The dead that a party tells of as its own, beside those of the other side told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import Span
from recount.resources.grammar.death_phrases import DIED_IN_PHRASE

_REACH = 60
"""Characters before a figure within which "lost" is said of it."""
_LOST = re.compile(r"\blos(?:t|ing|es)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:fighters?|militants?|rebels?|insurgents?|guerrillas?|jihadists?|gunm[ae]n|extremists?|"
    r"terrorists?|subversives?|attackers?|assailants?|bandits?|bombers?|kidnappers?|raiders?|enem(?:y|ies))\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:soldiers?|troops|policem[ae]n|police|officers?|troopers?|guards?|civilians?|villagers?|"
    r"service\s?members?|commandos?|rangers?|gendarmes?|peacekeepers?|vigilantes?|militiam[ae]n|personnel|forces|guardsm[ae]n|"
    r"marines?|recruits?|conscripts?|service(?:m[ae]n|wom[ae]n))\b",
    re.IGNORECASE,
)


def adds_own_losses(text: str, span: Span, before: Sequence[Span], *, part: bool) -> bool:
    """Return whether a figure is of one side's losses, and all before it of the other side's.

    >>> told = "It killed 14 soldiers. The Front said it lost two fighters."
    >>> adds_own_losses(told, Span(46, 58), [Span(10, 21)], part=False)
    True
    """
    if len(before) == 0:
        return False
    ahead = text[max(0, span.start - _REACH) : span.start]
    lost = _LOST.search(ahead) is not None
    if _ENEMY.search(span.of(text)) is not None or _OTHER_SIDE.search(ahead) is not None:
        return not any(_ENEMY.search(told.of(text)) is not None for told in before)
    own = _OWN.match(text, span.end) or _OWN.search(span.of(text))
    if own is not None and (lost or _AND.search(ahead) is not None):
        return True
    meanwhile = _WHILE.search(text[before[-1].end : span.start]) is not None
    if part and not meanwhile:
        return False
    bodies = _BODIES.search(ahead) is not None
    fell = _FELL.match(text, span.end) is not None
    if fell and _OURS.search(_people(text, span)) is not None:
        return not any(_OURS.search(_people(text, told)) is not None for told in before)
    if _are_others(text, span, before):
        return True
    joined = _AND.search(ahead) is not None
    beside = lost or bodies or fell or joined or _died_beside(text, span, before)
    if not beside:
        return False
    sides = (_FIGHTERS, _FORCES)
    return any(
        one.search(_people(text, span)) is not None
        and all(other.search(_people(text, told)) is not None for told in before)
        for one, other in (sides, sides[::-1])
    )


_ENEMY = re.compile(r"\benem(?:y|ies)\b", re.IGNORECASE)
_OTHER_SIDE = re.compile(r"\bon the (?:enemy|other|opposing) side,?\s+$", re.IGNORECASE)
_WHILE = re.compile(
    r"^[^.;]{0,60}\b(?:killed|dead|died|slain|martyrdom)\b[^.;]{0,90},?\s+(?:while|and|but|with)\s+"
    r"(?:(?!said|says|claim\w*|report\w*|told)[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""The verb of those told first, before a clause on others."""
_OWN = re.compile(r"\s*\bof\s+(?:its|their|his|our)\s+own\b", re.IGNORECASE)
_BODIES = re.compile(r"\b(?:bodies|corpses|remains)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
"""Words before dead whom the other side left or was found to have lost."""
_FELL = re.compile(rf"[^.;:]{{0,140}}?\b{DIED_IN_PHRASE}\b", re.IGNORECASE)
_ALSO = re.compile(
    r"(?:\s+who\b[^.;]{0,60}?)?,?\s+(?:(?:was|were)\s+also\s+(?:killed|shot\s+dead|slain)|"
    r"also\s+(?:died|perished|lost\s+(?:his|her|their)\s+li(?:fe|ves)))\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:people|persons?|others?|more|m[ae]n|wom[ae]n|victims?|bodies|dead|members?|of)\b|^\W*\w+\W*$",
    re.IGNORECASE,
)
"""Words that leave open who is counted, a bare number among them."""


def _are_others(text: str, span: Span, before: Sequence[Span]) -> bool:
    """Whether people of another noun "also died" beside those told before by theirs."""
    people = _people(text, span)
    if _ALSO.match(text, span.end) is None or _ANYBODY.search(people) is not None:
        return False
    noun = people.split()[-1].casefold()
    told = [_people(text, one).casefold() for one in before]
    return all(_ANYBODY.search(one) is None and noun not in one.split() for one in told)


_AND = re.compile(r"\b(?:dead|died|killed|fallen|slain)\b[^.;:]{0,60}\band\s+$", re.IGNORECASE)
"""Words before "five of its own", which join them to the dead told first."""
_OURS = re.compile(r"\b(?:our|ours|brothers|comrades)\b", re.IGNORECASE)
"""Words of a side for its own."""
_OF_WHOM = re.compile(r"(?:\s+of(?:\s+[\w-]+){1,4})?")


def _people(text: str, span: Span) -> str:
    """Return the words of a figure, with "of our soldiers" behind a bare number."""
    behind = _OF_WHOM.match(text, span.end)
    return text[span.start : span.end if behind is None else behind.end()]


_DIED = re.compile(
    r"(?:\s+who\b[^.;]{0,30}?)?\s(?:(?:was|were)\s+(?:also\s+)?(?:killed|shot\s+dead|gunned\s+down)\s+(?:in\s+(?:the\s+)?"
    r"(?:return|retaliatory|counter)[\s-]*(?:fire|attack)|when\s+(?:the\s+)?(?:guards|police|soldiers|troops|officers)\s+"
    r"(?:fired\s+back|returned\s+fire|responded)|by\s+(?:the\s+)?(?:guards|police|soldiers|troops|officers|security\s+forces)))\b|"
    r"[^.;]{0,30}?\s(?:(?:was|were)\s+also\s+(?:killed|slain)|also\s+(?:died|killed)|died\s+too|"
    r"(?:died|(?:was|were)\s+killed)\s+(?:and\s[^.;]{0,30}?\s(?:wounded|injured|hurt)\s+)?"
    r"(?:in|during|as\s+a\s+result\s+of)\s+the\s+(?:same|fighting|clash(?:es)?|battle|exchange|"
    r"attack|ambush|skirmish|firefight|gun\s?battle|shoot-?out|assault|raid))\b",
    re.IGNORECASE,
)
_DEAD_TOO = re.compile(
    r"\s+(?:(?:was|were)\s+(?:also\s+)?(?:killed|slain|shot\s+dead)|(?:also\s+)?died)\b",
    re.IGNORECASE,
)
_BESIDE = 250
"""Characters between the dead of one side and those of the other, told next."""


def _died_beside(text: str, span: Span, before: Sequence[Span]) -> bool:
    """Whether words tell next that the figure's people died, too."""
    last = max(told.end for told in before)
    if _WHILE.search(text[last : span.start]) and _DEAD_TOO.match(text, span.end):
        return True
    return span.start - last <= _BESIDE and _DIED.match(text, span.end) is not None
