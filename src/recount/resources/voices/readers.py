"""Readers of responsibility cues: who is held responsible, and who says so.

Each reader looks at the phrases beside a cue that a pattern of ``responsibility`` matched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from recount.model import Span, Stance
from recount.resources.voices.attributions import find_attributions
from recount.resources.voices.fights import FIGHTING
from recount.resources.voices.nouns import FoundAttribution, FoundClaim
from recount.resources.voices.phrases import Clause, clause_of

ACTS = (
    r"(?:attack|bomb|blast|explosi|kill|murder|assassinat|massacre|shoot|shot|ambush|raid|strike|"
    r"struck|shell|rocket|missile|abduct|kidnap|behead|execut|violence|incident|hostage|"
    r"arson|torch|burn|bloodbath|bloodshed|carnage|atrocit|clash|fir(?:ed|ing)|launch|"
    r"target|detonat|plant|hit|destr|terror|operation|assault|seiz|captur|torture|rap(?:e|ing)|"
    r"death|died|disappear|crash|down|offensive|attempt|plot|sabotage|war crimes|genocide|"
    r"carrying out|carried out|behind|responsib|involve|mine|ied|wound|injur|slaughter|crime)"
)
_ACT = re.compile(rf"\b{ACTS}", re.IGNORECASE)

NEAR = 90
"""Characters after a cue in which the violent act must be named."""

HEDGED = 0.6
"""Confidence of a position whose act is not named beside the cue."""

_NOT = re.compile(
    r"\b(?:no|not|nobody|none|neither|never|without|nor|n['’]?t|yet to|"
    r"nobody|no-one|(?:has|have|had|did|does|do|was|is)n['’]?t)\b",
    re.IGNORECASE,
)


_OF_GROUPS = r"\s+(?:group|movement|front|organi[sz]ation|guerrillas?|rebels?|cell|command)\b"
_QUOTED = re.compile(
    rf"\s+[\"“](?:(?-i:[A-Z])[^\"”\n]{{1,39}}[\"”](?:{_OF_GROUPS})?|[^\"”\n]{{2,40}}[\"”]{_OF_GROUPS})",
    re.IGNORECASE,
)
"""A name in quotation marks: capitals begin it, or a noun of groups follows."""
_OR = re.compile(
    r"(?:\s+\([\w-]+\))?(?:\s+(?:group|movement|front|guerrillas?|rebels?))?,?\s+or\s+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Finder:
    """One sentence in which a cue was met, and the positions read from it."""

    text: str
    sentence: Span
    attributions: Sequence[FoundAttribution] | None
    """Those of the sentence; ``None``: looked for when first needed."""
    found: list[FoundClaim] = field(default_factory=list)
    _clause: Clause | None = None

    @property
    def clause(self) -> Clause:
        """The sentence as words, made when first needed."""
        if self._clause is None:
            self._clause = clause_of(self.text, self.sentence)
        return self._clause

    # --- phrases -----------------------------------------------------------------------------

    def left(self, offset: int) -> Span | None:
        """The noun phrase that the verb at ``offset`` follows."""
        phrase = self.clause.subject(self.clause.at(offset))
        if phrase is not None and phrase[0] == phrase[1]:
            word = self.clause.words[phrase[0]]
            if word.low in ("who", "which", "that"):
                phrase = self.clause.before_relative(phrase[0]) or phrase
        return self._span(phrase)

    def right(self, offset: int) -> Span | None:
        """The noun phrase that starts at ``offset``."""
        phrase = self.clause.phrase_from(self.clause.at(offset), apposition=False)
        return self._span(phrase)

    def opening(self) -> Span | None:
        """The noun phrase that the sentence starts with."""
        return self._span(self.clause.opening())

    def _span(self, phrase: tuple[int, int] | None) -> Span | None:
        return None if phrase is None else self.clause.span_of(*phrase)

    def up_to(self, span: Span | None, *words: str) -> Span | None:
        """Cut a phrase before the first of some words (" of", " for", " on")."""
        if span is None:
            return None
        low = f" {span.of(self.text).lower()} "
        cuts = [at for word in words if (at := low.find(f" {word} ")) > 0]
        if not cuts:
            return span
        end = span.start + min(cuts) - 1
        return Span(span.start, end) if end > span.start else None

    def speaker_of(self, span: Span) -> Span | None:
        """Who says the words at ``span``, if somebody is said to."""
        if self.attributions is None:
            self.attributions = find_attributions(self.text, [self.sentence])
        inside = [a for a in self.attributions if a.covers(span) and a.source is not None]
        if not inside:
            return None
        return min(inside, key=lambda a: a.content.end - a.content.start if a.content else 0).source

    def speaks_of_act(self, match: re.Match[str]) -> bool:
        """Whether an act of violence is named right after a cue."""
        return (
            _ACT.search(self.text, match.end(), min(self.sentence.end, match.end() + NEAR))
            is not None
        )

    def add(
        self,
        stance: Stance,
        match: re.Match[str],
        *,
        actor: Span | None = None,
        by: Span | None = None,
        confidence: float = 1.0,
    ) -> None:
        """Add a position; the parts of "both X and Y" are positions of their own."""
        cue = Span(match.start(), match.start() + len(match.group().rstrip()))
        if actor is None and stance is not Stance.UNCLAIMED:
            return
        for part in self._parts(actor):
            self.found.append(FoundClaim(stance, cue, self.sentence, part, by, confidence))

    def _parts(self, actor: Span | None) -> list[Span | None]:
        if actor is None:
            return [None]
        actor = self._with_quoted(self._without_lead(actor))
        words = actor.of(self.text)
        joint = re.search(r"\s+and\s+(?=(?:the\s+)?[A-Z])", words)
        if joint is None or not re.search(r"[A-Z]", words[: joint.start()]):
            return [actor]
        middle = actor.start + joint.start()
        return [Span(actor.start, middle), Span(actor.start + joint.end(), actor.end)]

    def _with_quoted(self, actor: Span) -> Span:
        """Take in a name in quotation marks at which a phrase breaks off (the "Road" group)."""
        name = _QUOTED.match(self.text, actor.end, self.sentence.end)
        return actor if name is None else Span(actor.start, name.end())

    def _without_lead(self, actor: Span) -> Span:
        lead = re.match(r"(?:both|either)\s+", actor.of(self.text), re.IGNORECASE)
        return actor if lead is None else Span(actor.start + lead.end(), actor.end)


# --- readers -------------------------------------------------------------------------------------


def read_claimed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X claimed responsibility"; a negation makes it unclaimed."""
    actor = finder.left(match.start()) or finder.opening()
    if actor is not None and _PAPER.search(actor.of(finder.text)):
        actor = _who_issued(finder) or actor
    before = finder.text[max(finder.sentence.start, match.start() - 45) : match.start()]
    if _NOT.search(before) or (actor is not None and _NOBODY.match(actor.of(finder.text))):
        finder.add(Stance.UNCLAIMED, match)
        return
    if actor is None or _DEED.match(actor.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=actor)


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
    actor = finder.left(match.start())
    if actor is None or not _GROUPISH.search(match.group()):
        return
    if _OTHERS.search(match.group()) and _ONLOOKER.search(actor.of(finder.text)):
        return
    if _IN_FIGHT.search(match.group()) and _FIGHT.search(finder.sentence.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=actor)


_FOR = re.compile(r"\bfor\b", re.IGNORECASE)


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
        on = re.compile(r"\s+on\s+").search(
            finder.text, match.end(), min(finder.sentence.end, match.end() + NEAR)
        )
        within = target.of(finder.text).lower()
        if on is not None and _FOR.search(finder.text, match.end(), on.start()) is not None:
            on = None  # "blamed rebels for an attack on a bus"
        if on is not None and (" on " in within or on.start() <= target.end):
            moved = finder.right(on.end())
    actor = moved if moved is not None else finder.up_to(target, "for", "on", "in", "over", "after")
    if actor is None or (by is None and finder.text[match.start()].isupper()):
        return
    near = finder.speaks_of_act(match) or _ACT.search(
        finder.text, finder.sentence.start, match.start()
    )
    finder.add(stance, match, actor=actor, by=by, confidence=1.0 if near else HEDGED)


def _start_of_blame(finder: Finder, match: re.Match[str]) -> int:
    """Read "was quick to blame": the subject stands before the adjective."""
    quick = re.compile(r"\b(?:was|were|is|are)\s+\w+\s+to\s+$").search(
        finder.text, max(finder.sentence.start, match.start() - 30), match.start()
    )
    return match.start() if quick is None else quick.start()


def read_blamed_passive(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was blamed for" and "X has been accused of" an act of violence."""
    actor = finder.left(match.start())
    by = None
    said_by = re.compile(r"\s+by\s+").match(finder.text, match.end())
    if said_by is not None:
        by = finder.right(said_by.end())
    if not finder.speaks_of_act(match):
        return
    finder.add(
        stance, match, actor=actor, by=by or finder.speaker_of(Span(match.start(), match.end()))
    )


def read_blamed_on(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "was blamed on X", "was attributed to X"."""
    if not _ACT.search(finder.text, finder.sentence.start, match.start()):
        return
    actor = finder.up_to(finder.right(match.end()), "in", "on", "by")
    finder.add(stance, match, actor=actor, by=finder.speaker_of(Span(match.start(), match.end())))


def read_attributed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y attributed the attack to X"."""
    if not _ACT.search(match.group()):
        return
    actor = finder.up_to(finder.right(match.end()), "in", "on", "by")
    finder.add(stance, match, actor=actor, by=finder.left(match.start()))


def read_accused(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y accused X of" an act of violence."""
    of = re.compile(r"\bof\b").search(
        finder.text, match.end(), min(finder.sentence.end, match.end() + NEAR)
    )
    if of is None or of.start() <= match.end() + 1:
        return
    act = _ACT.search(finder.text, of.end(), min(finder.sentence.end, of.end() + 60))
    if act is None:
        return
    actor = finder.right(match.end())
    if actor is not None and actor.end > of.start():
        end = len(finder.text[: of.start()].rstrip())
        actor = Span(actor.start, end) if end > actor.start else None
    finder.add(stance, match, actor=actor, by=finder.left(match.start()))


def read_held(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Y holds X responsible"."""
    actor = Span(match.start(1), match.end(1))
    bracket = re.search(r"\s*[(\[]", actor.of(finder.text))
    if bracket is not None and bracket.start() > 0:
        actor = Span(actor.start, actor.start + bracket.start())
    by = finder.left(match.start())
    if by is None or _PAPER.search(by.of(finder.text)):
        by = finder.opening() or by
    finder.add(stance, match, actor=actor, by=by)


def read_was_behind(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was behind the attack": blamed when somebody says so, else asserted."""
    actor = finder.left(match.start())
    if actor is None or _NOT.search(match.group()) or _DEED.match(actor.of(finder.text)):
        return
    if _SUPPOSED.search(finder.text, finder.sentence.start, match.start()):
        return
    if _NO_GROUNDS.search(finder.text, finder.sentence.start, actor.start):
        return
    low = actor.of(finder.text).lower()
    if low in ("who", "which", "that", "those", "it", "he", "they") and stance is Stance.ASSERTED:
        return
    by = finder.speaker_of(actor)
    if by is not None and by.overlaps(actor):
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
            quoted = _QUOTED.match(finder.text, either.end() - 1, finder.sentence.end)
            other = None if quoted is None else Span(either.end(), quoted.end())
        finder.add(stance, match, actor=other, by=by)


def read_suspected_name(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "suspected X militants" where X is a name."""
    actor = finder.right(match.end())
    if actor is None or not re.match(r"(?:the\s+)?[A-Z]", actor.of(finder.text)):
        return
    actor = finder.up_to(actor, "in", "on", "of", "at", "from", "near")
    if actor is None:
        return
    finder.add(stance, match, actor=actor, by=finder.speaker_of(actor), confidence=0.8)


def read_fingerprints(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "has X fingerprints"."""
    actor = Span(match.start(1), match.end(1))
    finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


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
    if actor is None or not finder.speaks_of_act(match):
        return
    cut = _VERB.search(actor.of(finder.text))
    actor = actor if cut is None else Span(actor.start, actor.start + cut.start())
    words = actor.of(finder.text).lower()
    own = words in ("it", "they", "he", "she", "we") or words.startswith(("its ", "their ", "his "))
    finder.add(stance, match, actor=by if own else actor, by=by)


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
    actor = finder.left(match.start()) or finder.opening()
    if actor is None or re.match(r"no\b|nobody", actor.of(finder.text), re.IGNORECASE):
        return
    strong = re.search(
        r"responsib|involve|role|attack|carr|bomb|kill|behind|part|hand",
        match.group(),
        re.IGNORECASE,
    )
    finder.add(stance, match, actor=actor, by=actor, confidence=1.0 if strong else HEDGED)


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
_UNBLAMED = re.compile(
    r"(?:\b(?:not|never|nobody|no one|without)|n['’]t)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
"""Words before "blame" that take it back ("do not blame the father")."""
_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.IGNORECASE)
_DEED = re.compile(
    r"(?:the|a|an|this|that|these|those|both|all|another)?\s*(?:\w+\s+)?"
    r"(?:attacks?|bombings?|blasts?|explosions?|killings?|shootings?|incidents?|violence|motive"
    r"|reason|assaults?|murders?)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:note|statement|report|letter|release|video|message|post|communiqu[eé])$", re.IGNORECASE
)
_ISSUED = re.compile(
    r"\s+(?:(?:has|had|later|also)\s+)*(?:issued|released|published|posted|put\s+out|sent|circulated)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:they|he)\b", re.IGNORECASE)
_ONLOOKER = re.compile(
    r"\b(?:witness(?:es)?|residents?|villagers?|survivors?|officials?|sources?|relatives?|doctors?|"
    r"investigators?|prosecutors?|reporters?|media|police|governor|mayor)\b",
    re.IGNORECASE,
)
"""Who tells of others' deeds: "residents said they fired" speaks of the attackers."""
_IN_FIGHT = re.compile(r"(?:killed|shot|fired)$", re.IGNORECASE)
_FIGHT = re.compile(rf"\b{FIGHTING}\b", re.IGNORECASE)
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
