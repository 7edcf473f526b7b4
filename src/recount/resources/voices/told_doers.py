"""Doers whom somebody names: "killed by soldiers, residents said", "it was bandits who did it".

What the outlet says in its own voice is no position of anybody, so that a speaker is asked.
"""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.finder import ACT, ONLOOKERS, VIOLENCE, Finder
from recount.resources.voices.rule import Rule, pattern

_DONE = (
    r"(?:carried\s+out|committed|perpetrated|staged|planted|masterminded|orchestrated|instigated|"
    r"executed|killed|murdered|shot(?:\s+dead)?|attacked|ambushed|abducted|kidnapped|bombed|burn(?:ed|t)|"
    r"torched|stabbed|beaten|looted|raped|tortured|assassinated|massacred|raided|shelled|fired|thrown|hit|"
    r"struck|set\s+on\s+fire|ordered)"
)
_WHERE_WHEN = (
    r"(?:\s+(?:dead|to\s+death))?(?:\s+(?:in|at|on|near|outside|inside|during|over|with|for)\s+"
    r"(?:(?!\w+ed\b|run\b|driven\b|found\b|bought\b|held\b|led\b|known\b|which\b|who\b|that\b|was\b|were\b|"
    r"is\b|are\b|had\b|has\b|and\b|but\b|being\b|operations?\b|part(?:y|ies)\b)[\w’'-]+\s*){1,6}?)?"
    r"(?:\s*(?:yesterday|today|overnight|last\s+\w+))?"
)
"""Where, when and how, between a deed and its doer."""
_NO_PERSON = (
    r"(?!(?:an?\s+|the\s+|another\s+)?(?:[\w-]+\s+){0,2}?(?:accident|mistake|bullets?|bombs?|gunfire|shrapnel|"
    r"(?:land)?mines?|mortars?|rockets?|missiles?|shells?|shots?|explosions?|blasts?|drones?|grenades?|fire|"
    r"shelling|ied|lightning|cars?|trucks?|strikes?|air\s?strikes?|the\s+time|now|then|midnight|noon|dawn|"
    r"judges?|courts?|doctors?|voters?)\b)"
)
_THEN = 70
"""Characters before a deed in which another that it ended is looked for."""
_OWN_END = re.compile(
    r"\b(?:before|until|then|after)\s+(?:he\s+|she\s+|they\s+)?(?:was\s+|were\s+|being\s+)?(?:\w+ly\s+)?$|"
    r"\b(?:gunm[ae]n|attackers?|suspects?|bombers?|thie(?:f|ves)|robbers?|assailants?|hijackers?|killers?|"
    r"militants?|rebels?|insurgents?|bandits?)\b(?:\s+who\b[^.;,]{0,40})?\s+(?:was|were|had\s+been|being)\s+"
    r"(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""Words before a deed that was done to those who did the first."""
_FREED = re.compile(r"\b(?:freed|rescued|released|liberated|rescue)\b", re.IGNORECASE)
_FORCE = re.compile(
    r"\b(?:army|armed forces|military|air force|navy|troops|soldiers|gunners|special forces|jets|"
    r"marines|defen[cs]e minist(?:ry|er)|general staff|coast guard)\b",
    re.IGNORECASE,
)
_OF_NAME = re.compile(r"\b(?!(?:The|An?|Its|Our)\b)[A-ZÀ-Þ][a-zà-ÿ]")


def _read_by(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the killings were committed by X, residents said"."""
    if finder.taken_back(match) or _FREED.search(finder.sentence.of(finder.text)):
        return
    actor = finder.phrase_after(match.end())
    if actor is None or ACT.search(finder.text, finder.sentence.start, match.end()) is None:
        return
    low = max(finder.sentence.start, match.start() - _THEN)
    ended = _OWN_END.search(finder.text[low : match.start()]) is not None
    _add_told(finder, match, stance, actor, ended=ended)


def _read_named(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the attackers were X, the chief said", "it was X who did it"."""
    actor = None if finder.taken_back(match) else finder.phrase_after(match.end())
    if actor is not None and not _NO_PARTY.match(actor.of(finder.text)):
        _add_told(finder, match, stance, actor)


_NO_PARTY = re.compile(
    r"(?:(?:probably|likely|possibly|apparently|an?\s+(?:expert|amateur|artist|individual|lone)|nobody|"
    r"local|foreign|young|drunk|enemies|cowards|barbarians|animals|criminals|not|no)\b)",
    re.IGNORECASE,
)


def _add_told(
    finder: Finder, match: re.Match[str], stance: Stance, actor: Span, *, ended: bool = False
) -> None:
    """Add whom somebody tells of as the doer; a force that its own side tells of, as a claim.

    ``ended``: the deed is the end of those who did the first, which is nobody's crime.
    """
    by = finder.speaker_of(Span(match.start(), match.end()))
    low = max(finder.sentence.start, match.start() - _BELIEF)
    thought = _THOUGHT.search(finder.text, low, match.end())
    if by is None and thought is not None and _NAMED.search(actor.of(finder.text)) and not ended:
        finder.add(Stance.SUSPECTED, match, actor=actor, by=finder.left(thought.start()))
    if by is None:
        return
    if _ITS_MEMBER.search(finder.text, by.end, actor.start) and not _OFFICIALS.search(
        by.of(finder.text)
    ):
        finder.add(Stance.CLAIMED, match, actor=by, by=by)
        return
    if by.overlaps(actor) or _is_own_force(finder, by, actor):
        finder.add(Stance.CLAIMED, match, actor=by, by=by)
    elif not ended:
        held = stance if thought is None else Stance.SUSPECTED
        finder.add(held, match, actor=actor, by=by)


_OFFICIALS = re.compile(
    rf"{ONLOOKERS.pattern}|\b(?:officials?|police|army|military|ministry|minister|authorities|government|intelligence|"
    r"service|forces?|command|office|president)\b",
    re.IGNORECASE,
)
"""Who tells of others' men, and of no man of his own."""
_ITS_MEMBER = re.compile(
    r"\b(?:an?|one\s+of\s+its|its)\s+(?:[\w-]+\s+)?(?:members?|fighters?|soldiers?|bombers?|militants?|brothers?|lions?|"
    r"knights?|martyrs?|attackers?)\s*,?\s+(?:(?:whom\s+|that\s+)?(?:it|they)\s+)?(?:named|identified|called|known)\s+"
    r"(?:only\s+)?(?:as\s+)?$",
    re.IGNORECASE,
)
"""What makes whoever did it the speaker's own man ("a member it named as ...")."""
_NAMED = re.compile(r"^[Tt]he\b|[A-ZÀ-Þ]")
_BELIEF = 90
"""Characters before a deed in which a word of mere belief makes its doer a suspect."""
_THOUGHT = re.compile(
    r"\b(?:believes?|believed|suspects?|suspected|thinks?|thought|probably|likely|possibly|presumably|"
    r"apparently|allegedly)\b",
    re.IGNORECASE,
)
"""Words before a deed by which its doer is only thought to be one."""


def _is_own_force(finder: Finder, by: Span, actor: Span) -> bool:
    """Whether a military source tells of soldiers without a name of their own."""
    said, done = by.of(finder.text), actor.of(finder.text)
    if _FORCE.search(said) is None or _FORCE.search(done) is None:
        return False
    rest = _SMALL.sub(" ", _FORCE.sub(" ", done)).split()
    return len(rest) == 0 and (said.isupper() or not _OF_NAME.search(_ARTICLE.sub("", said)))


_SMALL = re.compile(r"\b(?:the|an?|its|of|and|some|several|\d+)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|An?)\s")


def _read_put_down(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "whose death the family put down to X"."""
    if _DEED.search(finder.text, finder.sentence.start, match.end()) is None:
        return
    actor = finder.phrase_after(match.end())
    if actor is not None:
        finder.add(stance, match, actor=actor, by=finder.left(match.start()))


_DEED = re.compile(rf"\b(?:{VIOLENCE}|deaths?\b)", re.IGNORECASE)


def _read_to_blame(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was to blame, the office said"."""
    actor = None if finder.taken_back(match) else finder.left(match.start())
    if actor is not None:
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def _read_subject(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the general said that X had planted the mine"."""
    actor = None if finder.taken_back(match) else finder.left(match.start())
    if actor is not None and not _OWN_OR_DEED.match(actor.of(finder.text)):
        _add_told(finder, match, stance, actor)


_OWN_OR_DEED = re.compile(
    r"(?:it|they|we|he|she|who|which|that|its|their|his|her|our|rumou?rs|reports|claims)\b|(?:the\s+)?"
    r"(?:attacks?|bombings?|police|investigations?|rescuers|doctors)\b",
    re.IGNORECASE,
)


def _read_belongs(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "men believed to belong to X"."""
    low = max(finder.sentence.start, match.start() - _THEN)
    if _VICTIMS.search(finder.text, low, match.start()):
        return
    actor = finder.phrase_after(match.end())
    culprits = _CULPRITS.search(finder.text, finder.sentence.start, match.start()) is not None
    if actor is not None and (culprits or finder.names_act(match)):
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


_CULPRITS = re.compile(
    r"\bthe\s+(?:suspects|attackers|assailants|gunmen|perpetrators|killers|kidnappers|abductors|culprits|bombers|raiders)\s+"
    r"(?:are|were)\s+$",
    re.IGNORECASE,
)
_VICTIMS = re.compile(r"\b(?:killed|dead|victims?|wounded|those|injured|detained)\b", re.IGNORECASE)

_ATTACKERS = re.compile(
    r"\b(?:m[ae]n|gunm[ae]n|attackers?|assailants?|fighters?|militants?|raiders?|kidnappers?|abductors?|killers?|bombers?|"
    r"people|persons|individuals|group|gang|perpetrators?)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def _read_attackers(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "armed men on motorbikes, believed to be X"."""
    low = max(finder.sentence.start, match.start() - _THEN)
    if _VICTIMS.search(finder.text, low, match.start()):
        return
    actor = finder.phrase_after(match.end())
    before = _ATTACKERS.search(finder.text, low, match.start())
    if actor is not None and before is not None and finder.told_before(match):
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def _read_recognised(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "neighbours recognised members of X"."""
    phrase = finder.phrase_after(match.end()) if finder.told_before(match) else None
    actor = finder.up_to(phrase, "among", "as")
    if actor is None or _AS_VICTIMS.match(finder.text, actor.end, finder.sentence.end):
        return
    finder.add(stance, match, actor=actor, by=finder.subject(match.start()))


_AS_VICTIMS = re.compile(
    r"[^.;]{0,30}?\b(?:among|as)\s+(?:the\s+|one\s+of\s+the\s+)?(?:dead|victims?|wounded|bodies|hostages|missing)\b",
    re.IGNORECASE,
)


def _read_from(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "rounds fired from positions held by X"."""
    shot = ACT.search(finder.text, finder.sentence.start, match.end()) is not None
    actor = None if finder.taken_back(match) or not shot else finder.phrase_after(match.end())
    if actor is not None:
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def _read_evidence(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "they have proof linking X to the murder"."""
    if finder.taken_back(match):
        return
    actor = finder.up_to(finder.phrase_after(match.end()), "to", "with")
    if actor is not None:
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


_DEED_NOUN = (
    r"(?:attacks?|bombings?|blasts?|explosions?|killings?|murders?|massacres?|assassinations?|ambush(?:es)?|"
    r"raids?|shootings?|abductions?|kidnappings?|arson|stabbings?|robber(?:y|ies)|poisonings?|beatings?|lynchings?|"
    r"hijackings?|assaults?|bombs?|fires?|blazes?|burnings?|crimes?|atrocit(?:y|ies)|shelling)"
)

TOLD_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:attackers|killers|gunmen|assailants|perpetrators|culprits|murderers|bombers|raiders|"
            r"kidnappers|those\s+(?:responsible|behind\s+(?:it|the\s+\w+)))\s+(?:were|are|had\s+been)\s+"
            r"(?=(?:the\s+|some\s+|all\s+)?(?!un|not\b|still\b|later\b|also\b|believed|thought|suspected|"
            r"dressed|wearing|armed\b|masked|seen|killed|arrested|at\b|in\b|on\b|from\b|able\b)[\w-]+)"
        ),
        _read_named,
        ("were ", "are ", "been "),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:attackers|killers|gunmen|assailants|perpetrators|murderers|bombers|raiders|kidnappers|"
            r"robbers|men)\s+(?:belonged\s+to|were\s+(?:members|fighters|part)\s+of|came\s+from)\s+(?=the\s)"
        ),
        _read_named,
        ("belonged to", "members of", "fighters of", "part of", "came from"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\bit\s+(?:was|were|is)\s+(?=(?:[\w’'-]+\s+){1,6}?(?:who|that)\s+(?:had\s+|have\s+)?(?:done\s+it|"
            rf"did\s+it|carried\s+out|started\s+it|ordered\s+it|{VIOLENCE}))"
        ),
        _read_named,
        ("it was ", "it were ", "it is "),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:had\s+|have\s+|has\s+)?(?:planted|laid|carried\s+out|committed|perpetrated|staged|"
            r"masterminded|ordered|orchestrated|planned)\s+(?:the|this|that|both|these|those)\s+"
            rf"(?:[\w-]+\s+){{0,2}}?(?:{_DEED_NOUN}|mines?|device|explosives)\b(?!\s+of\s+abuse)"
        ),
        _read_subject,
        (
            "planted", "laid", "carried", "commit", "perpetrat", "staged", "masterm", "ordered",
            "orchestrat", "planned",
        ),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"(?<!in the )(?<!by the )(?<!in a )\b(?:{_DEED_NOUN}|it|this)\b[^.;]{{0,60}}?\s"
            r"(?:was|were|is|are)\s+(?:the\s+)?(?:work|handiwork|doing)\s+of\s+"
        ),
        _read_named,
        ("work of", "doing of"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(r"\b(?:puts?|putting)\s+(?:(?:the|it|this|that|\w+)\s+){0,3}?down\s+to\s+"),
        _read_put_down,
        ("down to",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:puts?|putting|laid|lays?|laying|plac(?:ed|es|ing))\s+(?:the\s+|all\s+|full\s+)?"
            rf"(?:blame|responsibility)\s+(?:for\s+[^.;]{{0,40}}?{VIOLENCE}[^.;]{{0,30}}?\s)?(?:squarely\s+)?"
            r"(?:on|with|at\s+the\s+door\s+of)\s+"
        ),
        _read_put_down,
        ("blame", "responsibility"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:was|were|is|are)\s+to\s+blame\b"
            rf"(?=\s*(?:[.,;]|$|for\s+[^.;]{{0,30}}?{VIOLENCE}))(?!\s+for\s+the\s+spread)"
        ),
        _read_to_blame,
        ("to blame",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:believed|thought|suspected|presumed)\s+to\s+(?:belong\s+to|be\s+(?:\w+\s+)?"
            r"(?:members?|fighters?|militants?|followers?|supporters?|part)\s+of|be\s+from)\s+"
        ),
        _read_belongs,
        ("believed", "thought", "suspected", "presumed"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:believed|thought|suspected|presumed)\s+to\s+be\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Þ]))"
        ),
        _read_attackers,
        ("believed", "thought", "suspected", "presumed"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\brecogni[sz]ed,?\s+(?:(?:some|several|two|three|many|the|armed|local)\s+){0,2}(?:members|m[ae]n|fighters|soldiers|"
            r"militiam[ae]n|supporters|activists|cadres|commanders|officers)\s+(?:of|from)\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Þ]))"
        ),
        _read_recognised,
        ("recogni",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:fired|launched|came|come|coming|originat(?:ed|ing)|shot)\s+from\s+(?:the\s+direction\s+of\s+)?(?:the\s+)?"
            r"(?:positions?|territory|areas?|lines|trenches|villages?|hills?|heights|side|posts?|bases?|ground|land)\s+"
            r"(?:of|held\s+by|controlled\s+by|manned\s+by|occupied\s+by|under\s+(?:the\s+)?control\s+of)\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Þ]))"
        ),
        _read_from,
        (" from ",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:evidence|proof|indications?)\b[^.;]{0,40}?\b(?:participation|involvement|complicity)\s+(?:by|of)\s+"
            rf"(?=[^;]{{2,60}}?\s(?:in|with)\s+[^.;]{{0,40}}?{VIOLENCE})|"
            r"\b(?:evidence|proof|documents?)\s+(?:\w+\s+)?link(?:ing|s|ed)\s+"
            rf"(?=[^.;]{{2,60}}?\s(?:to|with)\s+[^.;]{{0,40}}?{VIOLENCE})"
        ),
        _read_evidence,
        ("evidence", "proof", "indication", "document"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(rf"\b{_DONE}{_WHERE_WHEN}\s*\bby\s+(?:the\s+so-called\s+)?{_NO_PERSON}"),
        _read_by,
        (" by ",),
    ),
)  # fmt: skip
