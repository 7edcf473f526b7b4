"""Readers of words of blame: who is held responsible, and who says so.

Each reader looks at the phrases beside a cue that a pattern of ``responsibility`` matched.
"""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.finder import ACT, ACTS, HEDGED, NEAR, PAPER, Finder

_FOR = re.compile(r"\bfor\b", re.IGNORECASE)
_ON = re.compile(r"\s+on\s+", re.IGNORECASE)


def read_blamed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y blamed X", "Y blamed the attack on X"."""
    start = _start_of_blame(finder, match)
    if _UNBLAMED.search(finder.text, finder.sentence.start, match.start()):
        return
    if start == match.start() and finder.text[:start].rstrip().endswith((" to", " TO")):
        return
    by = finder.left(start)
    target = finder.right(match.end())
    moved = None
    if target is not None:
        on = _ON.search(finder.text, match.end(), min(finder.sentence.end, match.end() + NEAR))
        within = target.of(finder.text).lower()
        if on is not None and _FOR.search(finder.text, match.end(), on.start()) is not None:
            on = None  # "blamed rebels for an attack on a bus"
        if on is not None and (" on " in within or on.start() <= target.end):
            moved = finder.right(on.end())
    actor = moved if moved is not None else finder.up_to(target, "for", "on", "in", "over", "after")
    if actor is None or (by is None and _CAPITALISED.match(finder.text, match.start())):
        return
    if _EACH_OTHER.match(actor.of(finder.text)):
        _add_both(finder, match, stance)
        return
    if _ITSELF.match(actor.of(finder.text)):
        return
    every = (actor, *_others_in_list(finder, actor))
    if _other_fault(finder, every[-1]):
        return
    near = finder.speaks_of_act(match) or ACT.search(
        finder.text, finder.sentence.start, match.start()
    )
    for one in every:
        finder.add(stance, match, actor=one, by=by, confidence=1.0 if near else HEDGED)


def _others_in_list(finder: Finder, first: Span) -> tuple[Span, ...]:
    """Return the rest of a list that a party begins ("blamed X, its guards and the army for")."""
    found: list[Span] = []
    end = first.end
    while (joint := _JOINT.match(finder.text, end, finder.sentence.end)) is not None:
        one = finder.up_to(finder.right(joint.end()), *_LIST_ENDS)
        if one is None or len(found) > _LIST:
            return ()
        found.append(one)
        end = one.end
    whole = _LIST_END.match(finder.text, end, finder.sentence.end) is not None
    return tuple(found) if whole else ()


_LIST = 4
"""Parties that a list has at most behind its first two."""
_LIST_ENDS = ("for", "on", "in", "over", "after")
_LIST_END = re.compile(r"[\])]?\s+(?:for|of)\s", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:\s*[\[(][^\])]{2,60}[\])]|\])?(?:,\s+(?:and\s+)?|\s+and\s+)(?:especially\s+)?(?:\[[^\]]{2,40}\]\s+)?"
    r"(?=(?:the|its|their|his)\s|(?-i:[A-ZÀ-Þ]))(?!(?:who|which|whose|where|when)\b)",
    re.IGNORECASE,
)
"""What stands between two parties of a list."""
_CAPITALISED = re.compile(r"[A-Z][a-z]")
"""How a word begins that opens a sentence or a name, in a text that is not all in capitals."""
_ITSELF = re.compile(r"(?:him|her|it|them|our)sel(?:f|ves)\b|myself\b", re.IGNORECASE)


def _other_fault(finder: Finder, actor: Span) -> bool:
    """Whether somebody is blamed for something else ("blamed politicians for failing to ...")."""
    fault = _FOR_ING.match(finder.text, actor.end, finder.sentence.end)
    return fault is not None and ACT.search(fault.group()) is None


_FOR_ING = re.compile(r"\s+for\s+(?:not\s+)?\w+ing\b[^.;,]{0,60}", re.IGNORECASE)


def _start_of_blame(finder: Finder, match: re.Match[str]) -> int:
    """Read "was quick to blame": the subject stands before the adjective."""
    quick = _QUICK_TO.search(
        finder.text, max(finder.sentence.start, match.start() - 30), match.start()
    )
    return match.start() if quick is None else quick.start()


_QUICK_TO = re.compile(r"\b(?:was|were|is|are)\s+\w+\s+to\s+$", re.IGNORECASE)


def read_blamed_passive(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was blamed for" and "X has been accused of" an act of violence."""
    actor = finder.left(match.start())
    by = None
    said_by = _BY.match(finder.text, match.end())
    if said_by is not None:
        by = finder.right(said_by.end())
    if not finder.speaks_of_act(match):
        return
    finder.add(
        stance, match, actor=actor, by=by or finder.speaker_of(Span(match.start(), match.end()))
    )


_BY = re.compile(r"\s+by\s+", re.IGNORECASE)


def read_blamed_on(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "was blamed on X", "was attributed to X"."""
    low = finder.sentence.start
    if not ACT.search(finder.text, low, match.start()) and not _is_action(finder, match):
        return
    if _OTHER_MATTER.search(finder.text, finder.sentence.start, match.start()):
        return
    actor = finder.up_to(finder.right(match.end()), "in", "on", "by")
    finder.add(stance, match, actor=actor, by=finder.speaker_of(Span(match.start(), match.end())))


def _is_action(finder: Finder, match: re.Match[str]) -> bool:
    """Whether an action is attributed, and what it was is told behind it or before."""
    if _ACTION.search(finder.text, finder.sentence.start, match.start()) is None:
        return False
    behind = ACT.search(finder.text, match.end(), finder.sentence.end) is not None
    return behind or finder.told_before(match)


_ACTION = re.compile(r"\b(?:actions?|acts?|deeds?|events?)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def read_attributed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y attributed the attack to X"."""
    act = ACT.search(finder.text, finder.sentence.start, match.end())
    if act is None and not (_IT.search(match.group()) and finder.told_before(match)):
        return
    if _OTHER_MATTER.search(match.group()):
        return
    actor = finder.up_to(finder.right(match.end()), "in", "on", "by")
    finder.add(stance, match, actor=actor, by=finder.subject(match.start()))


_IT = re.compile(
    r"\b(?:it|this|them|both|(?:these|those|that)\s+(?:[\w-]+\s+){0,2}?(?:actions?|acts?|deeds?|events?))\b",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"\b(?:fall|drop|decline|rise|increase|quote|remarks?|words|statement)\b", re.IGNORECASE
)
"""What is attributed to somebody as no deed ("the fall in murders")."""


def read_accused(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y accused X of" an act of violence."""
    of = _of_what(finder, match)
    if of is None or _IN_APPOSITION.search(finder.text, match.end(), of.start()):
        _read_accused_of_it(finder, match, stance)
        return
    if of.start() <= match.end() + 1:
        return
    end = min(finder.sentence.end, of.end() + 60)
    if not (ACT.search(finder.text, of.end(), end) or _HIRED.match(finder.text, of.end(), end)):
        return
    actor = finder.right(match.end())
    if actor is not None and _EACH_OTHER.match(actor.of(finder.text)):
        _add_both(finder, match, stance)
        return
    if actor is not None and actor.end > of.start():
        end = len(finder.text[: of.start()].rstrip())
        actor = Span(actor.start, end) if end > actor.start else None
    finder.add(stance, match, actor=actor, by=finder.left(match.start()))


def _of_what(finder: Finder, match: re.Match[str]) -> re.Match[str] | None:
    """Return the "of" before what somebody is accused of, be there others in the party's name.

    "Accused an official of the embassy of the raid": the second names the deed.
    """
    high = min(finder.sentence.end, match.end() + NEAR)
    every = list(_OF.finditer(finder.text, match.end(), high))
    before_deed = (one for one in every if _OF_DEED.match(finder.text, one.end()))
    return next(before_deed, every[0] if every else None)


_OF = re.compile(r"\bof\b", re.IGNORECASE)
_OF_DEED = re.compile(
    rf"\s+(?:the\s+|an?\s+|this\s+|being\s+|having\s+|[\w-]+ly\s+)*{ACTS}", re.IGNORECASE
)


def _read_accused_of_it(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the raid, for which he accused X": the act is named before."""
    actor = finder.phrase_after(match.end())
    act = ACT.search(finder.text, finder.sentence.start, match.start())
    if act is None and not _is_all(finder, match, actor):
        return
    if actor is not None and not _EACH_OTHER.match(actor.of(finder.text)):
        by = finder.left(match.start())
        finder.add(stance, match, actor=actor, by=by, confidence=HEDGED)


def _is_all(finder: Finder, match: re.Match[str], actor: Span | None) -> bool:
    """Whether a sentence says no more than that somebody accuses somebody, behind a deed."""
    if actor is None or actor.of(finder.text).islower():
        return False
    return _NO_MORE.match(finder.text, actor.end) is not None and finder.told_before(match)


_NO_MORE = re.compile(
    r"(?:\s*\([^()\n]{2,12}\))?\s*(?:[.;]|$|,\s+(?:naming|saying|whose|which\s+(?:is|was|has|have)|who\s+(?:are|were|have|had))\b|"
    r",\s+(?:an?|the)\s(?:(?!of\s+\w+ing\b)[^,.;]){2,90}[.;])",
    re.IGNORECASE,
)
"""What may follow the name of somebody accused: nothing, or what it is ("a militia of hunters")."""
_IN_APPOSITION = re.compile(r",\s+(?:an?|the)\s[^,.;]*$", re.IGNORECASE)
_HIRED = re.compile(
    r"\s+(?:sending|hiring|paying|unleashing|dispatching|arming|using)\s[^.;]{0,40}?(?:thugs?|toughs?|gunm[ae]n|"
    r"hit-?\s?m[ae]n|killers?|goons?|attackers?|assassins?|mobs?|titushk\w+|masked\s+men|gangs?)\b|\s+sending\s+[\"“]",
    re.IGNORECASE,
)
"""What somebody who has others do it is accused of."""
_EACH_OTHER = re.compile(r"(?:each|one)\s+(?:an)?other\b|the\s+other\b", re.IGNORECASE)


def _add_both(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X and Y accused each other": each is blamed by the other."""
    both = _TWO.search(finder.text, finder.sentence.start, match.start())
    if both is None:
        return
    one, other = (Span(*both.span(name)) for name in ("one", "other"))
    finder.add(stance, match, actor=one, by=other)
    finder.add(stance, match, actor=other, by=one)


_TWO = re.compile(
    r"(?P<one>(?:[Tt]he\s+)?[\w’'-]+(?:\s[\w’'-]+){0,5}?)\s+and\s+(?P<other>(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+){0,4}?)"
    r"(?:\s+(?:have|has|had|each|both|on\s+\w+))*\s+$",
    re.IGNORECASE,
)


def read_held(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y holds X responsible"."""
    actor = Span(match.start(1), match.end(1))
    bracket = re.search(r"\s*(?:[(\[]|--|[–—])", actor.of(finder.text))
    if bracket is not None and bracket.start() > 0:
        actor = Span(actor.start, actor.start + bracket.start())
    if _EACH_OTHER.match(actor.of(finder.text)):
        _add_both(finder, match, stance)
        return
    by = finder.left(match.start())
    if by is None or PAPER.search(by.of(finder.text)):
        by = finder.opening() or by
    finder.add(stance, match, actor=actor, by=by)


_UNBLAMED = re.compile(
    r"(?:\b(?:not|never|nobody|no one|without)|n['’]t)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
"""Words before "blame" that take it back ("do not blame the father")."""
