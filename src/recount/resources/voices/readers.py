"""Readers of responsibility cues: who is held responsible, and who says so.

Each reader looks at the phrases beside a cue that a pattern of ``responsibility`` matched.
"""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.channels import body_of_channel
from recount.resources.voices.fights import FIGHTING
from recount.resources.voices.finder import HEDGED, ONLOOKERS, PAPER, QUOTED, WEAK, Finder

_NOT = re.compile(
    r"\b(?:no|not|nobody|none|neither|never|without|nor|n['’]?t|yet to|"
    r"nobody|no-one|(?:has|have|had|did|does|do|was|is)n['’]?t)\b",
    re.IGNORECASE,
)


_OR = re.compile(
    r"(?:\s+\([\w-]+\))?(?:\s+(?:group|movement|front|guerrillas?|rebels?))?,?\s+or\s+",
    re.IGNORECASE,
)


def read_claimed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X claimed responsibility"; a negation makes it unclaimed."""
    actor = finder.left(match.start()) or finder.opening()
    if actor is not None and PAPER.search(actor.of(finder.text)):
        actor = _who_issued(finder) or actor
    before = finder.text[max(finder.sentence.start, match.start() - 45) : match.start()]
    if _WOULD.search(before):
        return
    if _NOT.search(before) or (actor is not None and _NOBODY.match(actor.of(finder.text))):
        finder.add(Stance.UNCLAIMED, match)
        return
    if actor is None or _DEED.match(actor.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=actor)


_WOULD = re.compile(r"\b(?:would|will|must|should|to)\s+$", re.IGNORECASE)


def _who_issued(finder: Finder) -> Span | None:
    """Read "X issued a statement claiming the attack": it is the claim of X."""
    actor = finder.opening()
    issued = None if actor is None else _ISSUED.search(finder.text, actor.start, actor.end)
    return actor if actor is None or issued is None else Span(actor.start, issued.start())


def read_claimed_by(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "claimed by X"."""
    actor = finder.right(match.end())
    if actor is not None:
        actor = finder.up_to(actor, "on", "in", "after", "for")
    finder.add(stance, match, actor=actor, by=actor)


def read_unclaimed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "no group claimed responsibility"."""
    finder.add(stance, match)


def read_said_own(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X said it carried out the attack" and "X said its fighters raided a post".

    A killing in a clash is a side's report of it, and "they" after a witness are others.
    """
    actor = finder.subject(match.start())
    if actor is None or not _GROUPISH.search(match.group()) or finder.taken_back(match):
        return
    if ONLOOKERS.search(actor.of(finder.text)):
        return
    if _OTHERS.search(match.group()) and not _OWNS_UP.search(match.group()):
        return  # "the imam said they fired at worshippers" tells of others
    if _SHOT_DOWN.search(match.group()) and _WEAPONS.match(finder.text, match.end()):
        return  # "said it brought down 21 of the 27 drones" claims no attack
    if _IN_AIR.match(finder.text, match.end()):
        return
    if _IN_FIGHT.search(match.group()) and _FIGHT.search(finder.sentence.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=actor)


_IN_AIR = re.compile(
    r"\s+(?:only\s+)?[\"“]?(?:(?:in|into)\s+the\s+air|warning\s+shots?|back\b)", re.IGNORECASE
)
"""What hits nobody ("said its members fired into the air")."""


def read_was_behind(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was behind the attack": blamed when somebody says so, else asserted."""
    actor = finder.left(match.start())
    if actor is None or _NOT.search(match.group()) or _DEED.match(actor.of(finder.text)):
        return
    if _SUPPOSED.search(finder.text, finder.sentence.start, match.start()):
        return
    if _NO_GROUNDS.search(finder.text, finder.sentence.start, actor.start):
        return
    if _REFUSED.search(finder.text, finder.sentence.start, actor.start):
        return
    if _WHO_IS_OPEN.search(finder.text, finder.sentence.start, match.start()):
        return
    low = actor.of(finder.text).lower()
    if low in ("who", "which", "that", "those", "it", "he", "they") and stance is Stance.ASSERTED:
        return
    by = finder.speaker_of(actor)
    if by is not None and by.overlaps(actor):
        return
    whose = None if by is None else body_of_channel(finder.text, by, actor)
    if whose is not None:
        finder.add(Stance.CLAIMED, match, actor=whose, by=whose)
        return
    if by is not None and _CALLER.search(by.of(finder.text)):
        finder.add(Stance.CLAIMED, match, actor=actor, by=by)
        return
    before = finder.text[max(finder.sentence.start, match.start() - 110) : match.start()]
    if _THOUGHT.search(before) or _LIKELY.search(match.group()):
        thinker = _THINKER.search(before)
        holder = by
        if thinker is not None:
            verb = max(finder.sentence.start, match.start() - 110) + thinker.start(1)
            holder = finder.left(verb) or by
        finder.add(Stance.SUSPECTED, match, actor=actor, by=holder)
        return
    finder.add(Stance.BLAMED if by is not None else stance, match, actor=actor, by=by)


def read_suspected_left(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X is believed to be behind it"."""
    actor = finder.left(match.start())
    if actor is None or _DEED.match(actor.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def read_suspected_right(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "believed to be the work of X", "bears the hallmarks of X"."""
    actor = finder.up_to(finder.right(match.end()), "in", "on", "after")
    by = None if actor is None else finder.speaker_of(actor)
    finder.add(stance, match, actor=actor, by=by)
    last = finder.found[-1].actor if actor is not None else None
    either = None if last is None else _OR.match(finder.text, last.end, finder.sentence.end)
    if either is not None:
        other = finder.up_to(finder.right(either.end()), "in", "on", "after")
        if other is None:
            quoted = QUOTED.match(finder.text, either.end() - 1, finder.sentence.end)
            other = None if quoted is None else Span(either.end(), quoted.end())
        finder.add(stance, match, actor=other, by=by)


def read_suspected_name(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "suspected X militants" where X is a name."""
    actor = finder.right(match.end())
    if actor is None or not re.match(r"(?:the\s+)?[A-Z]", actor.of(finder.text)):
        return
    actor = finder.up_to(actor, "in", "on", "of", "at", "from", "near")
    if actor is None or _PREPOSITION.match(actor.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=finder.speaker_of(actor), confidence=0.8)


def read_fingerprints(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "has X fingerprints"."""
    actor = Span(match.start(1), match.end(1))
    finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


_OWN_MEN = re.compile(
    r"(?:(?:one|some|any|members?)\s+of\s+)?(?:its|their|his|her|our)\b", re.IGNORECASE
)
_BY_OWN = re.compile(r"[^.;]{0,60}?\bby\s+(?:his|its|their|her|our)\b", re.IGNORECASE)
_THERE = re.compile(
    r"\s*(?:(?:its|their|his|her|our)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:was|were|had\s+been)\s+"
    r"(?:in|at|near|over|there|active|present)\b|(?:it|they|he|she)\s+(?:had|has|have|(?:was|were)\s+using)\s+"
    r"(?:(?:any|an?|some|deployed|sent|flown|its|their|single)\s+){0,3}(?:aircraft|air\s?craft|(?:war)?planes?|jets?|drones?|"
    r"helicopters?|men|troops|soldiers|fighters|forces|units?|gunmen|patrols?|artillery|tanks?|guns?|snipers?|"
    r"(?:live\s+)?(?:ammunition|rounds|bullets))\b)",
    re.IGNORECASE,
)
"""What denies that a side was where it happened, or had what it was done with."""
_PART = re.compile(r"[^.;]{0,60}?\b(?:took\s+part|participated)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\s+(?:had|have|has|was|were|did|attacked|killed|bombed|shelled|burned|fired|shot|kidnapped|"
    r"murdered|planted|ambushed|raided|shot|executed|abducted|destroyed)\b",
    re.IGNORECASE,
)
"""Verbs that end the words of somebody who is cleared ("denied that rebels attacked the farm")."""


def read_denied_that(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X denied that Y had killed them": Y is cleared by X."""
    by = finder.left(match.start())
    actor = finder.right(match.end())
    there = _THERE.match(finder.text, match.end(), finder.sentence.end) is not None
    told = finder.speaks_of_act(match) or _PART.match(finder.text, match.end()) is not None
    if actor is None or not (told or there):
        return
    cut = _VERB.search(actor.of(finder.text))
    actor = actor if cut is None else Span(actor.start, actor.start + cut.start())
    words = actor.of(finder.text).lower()
    own = words in ("it", "they", "he", "she", "we") or _OWN_MEN.match(words) is not None
    own = own or _BY_OWN.match(finder.text, match.end(), finder.sentence.end) is not None
    sure = 1.0 if told else WEAK
    finder.add(stance, match, actor=by if own else actor, by=by, confidence=sure)


def read_denied_by(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the accusation was denied by X"."""
    before = finder.text[finder.sentence.start : match.start()]
    if not re.search(
        r"responsib|involve|accus|charge|allegation|claim|role", before, re.IGNORECASE
    ):
        return
    actor = finder.right(match.end())
    finder.add(stance, match, actor=actor, by=actor, confidence=HEDGED)


def read_denied(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X denied involvement"."""
    saying = match.group().casefold().startswith("saying")
    actor = finder.opening() if saying else finder.subject(match.start())
    if actor is None or re.match(r"no\b|nobody", actor.of(finder.text), re.IGNORECASE):
        return
    if _OF_OTHER.match(finder.text, match.end()) and not finder.speaks_of_act(match):
        return
    strong = re.search(
        r"responsib|involve|role|attack|carr|bomb|kill|behind|part|hand",
        match.group(),
        re.IGNORECASE,
    )
    finder.add(stance, match, actor=actor, by=actor, confidence=1.0 if strong else WEAK)


_OF_OTHER = re.compile(r"\s+(?:by\s+[^.;,]{2,40}?\s)?that\b", re.IGNORECASE)
"""What opens the words of what is denied."""
_CALLER = re.compile(r"\bcallers?\b", re.IGNORECASE)
"""Who speaks for those that did it, by telephone."""
_SUPPOSED = re.compile(
    r"\b(?:believed|thought|suspected|presumed|alleged|assumed|reported|said)\s+to\s+$",
    re.IGNORECASE,
)
_NO_GROUNDS = re.compile(
    r"\b(?:no|without|any|lacks?|lacked)\s+(?:\w+\s+)?(?:evidence|proof|indications?|signs?|reason)\b"
    r"[^.;]{0,40}\b(?:that|to)\s+$|\b(?:whether|if|unclear\s+who|not\s+(?:know|clear|certain|believe)"
    r"(?:\s+(?:that|whether|if))?)\s+$",
    re.IGNORECASE,
)
"""Words before a clause that leave open whether it is so ("no evidence that ...")."""
_REFUSED = re.compile(
    r"\b(?:reject|den(?:y|ied|ies)|refut|dismiss|disput)\w*\s[^.;,]{0,50}\bthat\s+$", re.IGNORECASE
)
"""Words before a clause that refuse it ("rejected charges that its troops were responsible")."""
_WHO_IS_OPEN = re.compile(
    r"\b(?:know[ns]?|clear|unclear|certain|sa(?:y|id)|ask(?:s|ed)?|wonder\w*|question|mystery|determin\w+|establish\w*|"
    r"identif\w+|find\s+out|as\s+to)\s+(?:exactly\s+)?who\s+$",
    re.IGNORECASE,
)
"""Words before "was behind it" that ask who it was."""
_PREPOSITION = re.compile(r"(?:in|on|of|at|from|near|by|for|to)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.IGNORECASE)
_DEED = re.compile(
    r"(?:the|a|an|this|that|these|those|both|all|another)?\s*(?:\w+\s+)?"
    r"(?:attacks?|bombings?|blasts?|explosions?|killings?|shootings?|incidents?|violence|motive"
    r"|reason|assaults?|murders?)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\s+(?:(?:has|had|later|also)\s+)*(?:issued|released|published|posted|put\s+out|sent|circulated)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:they|he)\b", re.IGNORECASE)
_OWNS_UP = re.compile(
    r"\b(?:admit(?:s|ted)|acknowledged|boasted|confirmed)\b|\btold\s+(?:the\s+|an?\s+)?(?:police|officers|"
    r"detectives|investigators|deputies|court|judge)\b",
    re.IGNORECASE,
)
"""Verbs by which somebody tells of a deed of his own."""
_IN_FIGHT = re.compile(r"(?:killed|shot|fired)$", re.IGNORECASE)
_FIGHT = re.compile(rf"\b{FIGHTING}\b", re.IGNORECASE)
_SHOT_DOWN = re.compile(r"(?:brought\s+down|downed|shot\s+down|destroyed|hit)$", re.IGNORECASE)
_WEAPONS = re.compile(
    r"\s+(?:all|most|some|another|several|dozens|\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen)\s+"
    r"(?:of\s+(?:the\s+)?(?:\w+\s+)?)?(?:[\w-]+\s+){0,3}?(?:drones?|missiles?|rockets?|UAVs?|projectiles?)\b",
    re.IGNORECASE,
)
"""What air defences shoot at, behind their verb."""
_GROUPISH = re.compile(r"\b(?:it|they|its|their|he|we|the group)\b", re.IGNORECASE)
_THOUGHT = re.compile(
    r"\b(?:believe[sd]?|thinks?|thought|suspects?|suspected|assume[sd]?|speculate[sd]?|fear(?:ed"
    r"|s)?)\b",
    re.IGNORECASE,
)
_THINKER = re.compile(
    r"\b(believes?|believed|thinks?|thought|suspects?|suspected|assumes?|assumed|feared?|fears)\b"
    r"(?!.*\b(?:believes?|believed|thinks?|thought|suspects?|suspected)\b)",
    re.IGNORECASE | re.DOTALL,
)
_LIKELY = re.compile(r"\b(?:likely|probably|possibly|presumably|apparently)\b", re.IGNORECASE)
