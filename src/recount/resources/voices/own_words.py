"""What parties say of their own part: "we attacked the post", "pleaded guilty", "not our men"."""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.fights import FIGHTING
from recount.resources.voices.finder import ONLOOKERS, VIOLENCE, WEAK, Finder
from recount.resources.voices.rule import Rule, pattern

SAYS = (
    r"(?:said|says|announced|stated|declared|claimed|(?<!ed )(?<!the )(?<!of )(?<!any )claims|"
    r"admitted|admits|boasted|acknowledged|confirmed|reported|insisted|insists|maintained|maintains|added|told\s+(?:[\w’'.-]+\s+){1,6}?that)"
)
"""Verbs by which a party tells of itself."""
WHERE_SAID = (
    r"(?:(?:in|on|via|through|over|for)\s+[^.;“”\"]{2,80}?\bthat\s+|[^.;“”\"]{2,60}?\band\s+that\s+|"
    r"(?:(?:in|on|via|through|over)\s+(?:[\w’'-]+,?\s+){1,7}?)?(?:late\s+)?(?:on\s+)?(?:\w+day\s+)?"
    r"(?:that\s+)?)"
)
"""Where and when it was said, between the verb and what is said ("in a statement on Friday")."""
_OWN = r"(?:(?:its|their|our|his|her)\s+(?:[\"“]?[\w-]+[\"”]?\s+){1,3}?)"
_DID = (
    r"(?:kill|murder|attack|bomb|shell|shoot|shot|fire\s+(?:on|at|an?\s+(?:single\s+)?(?:shot|round)|any)|open(?:ed)?\s+fire|ambush|abduct|kidnap|"
    r"execute|target|carry\s+out|carried\s+out|plant|commit|burn|torch|raid|assassinate|storm|rape|torture|"
    r"touch|(?:arrest|detain|take|taken|seize|held)\w*\s+(?:him|her|them)\b)\w*"
)
_DEEDS = (
    r"(?:attacked|bombed|killed|shot|ambushed|raided|stormed|shelled|assassinated|planted|detonated|"
    r"carried\s+out|struck|blew\s+up|blown\s+up|abducted|kidnapped|burned|burnt|torched|fired\s+(?:on|at|the\s+"
    r"(?:rockets?|missiles?|shots?))|punished|eliminated|liquidated|neutrali[sz]ed|murdered|sank|sabotaged|"
    r"downed|shot\s+down|brought\s+down|wiped\s+out|took\s+(?:him|her|them)|threw\s+the|executed\s+(?:him|her|"
    r"them|the\s+(?:spies|informers|prisoners|men|traitors)))"
)
_FIGHT = re.compile(rf"\b{FIGHTING}\b", re.IGNORECASE)
_POLICE = re.compile(
    r"\b(?:police|sheriff|inspector|commissioner|detective|prosecutor|mayor|superintendent|prime\s+minister|"
    r"president|chief)\b",
    re.IGNORECASE,
)


def _read_own(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X pleaded guilty to the killing": X says so itself."""
    actor = finder.subject(match.start())
    if actor is not None and not _LAWYER.search(actor.of(finder.text)):
        finder.add(stance, match, actor=actor, by=actor)


_LAWYER = re.compile(r"\b(?:lawyers?|attorneys?|counsel|barristers?)\b", re.IGNORECASE)


def _read_apology(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the league apologised for the shooting": nobody's "he" boasts of another deed."""
    actor = finder.left(match.start())
    if (
        actor is None
        or _HE.fullmatch(actor.of(finder.text))
        or _POLICE.search(actor.of(finder.text))
    ):
        return
    finder.add(stance, match, actor=actor, by=actor)


def _read_sorry(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the Front apologised", behind a deed: a body that says sorry did it."""
    actor = finder.left(match.start())
    if actor is None or _THE_NAME.match(actor.of(finder.text)) is None:
        return
    if finder.told_before(match) and not _POLICE.search(actor.of(finder.text)):
        finder.add(stance, match, actor=actor, by=actor)


_THE_NAME = re.compile(r"[Tt]he\s+[A-ZÀ-Þ]")
_HE = re.compile(r"he|she|they|i|we", re.IGNORECASE)


def _read_weak(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read what denies a deed only where somebody is held responsible for one ("denied it")."""
    actor = finder.subject(match.start())
    if actor is None or ONLOOKERS.search(actor.of(finder.text)):
        return
    if _MEN_OF_HIS.search(match.group()) is not None:
        actor = _body_led(finder.text, actor)
    if re.match(r"no\b|nobody", actor.of(finder.text), re.IGNORECASE) is None:
        finder.add(stance, match, actor=actor, by=actor, confidence=WEAK)


_MEN_OF_HIS = re.compile(
    r"\b(?:his|her|its|their|our)\s+(?:[\w-]+\s+)?(?:m[ae]n|fighters|people|boys|forces|soldiers|troops)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?P<body>(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'-]*?(?:\s[A-ZÀ-Þ][\w-]*?)*)[’']s?\s+(?:[a-z-]+\s+){0,2}"
    r"(?:commander|leader|chief|chairman|chairwoman|head|emir|secretary)\b"
)


def _body_led(text: str, speaker: Span) -> Span:
    """Return the body whose men a commander speaks of ("the Guard's commander: his men ...")."""
    led = _LED.match(text, speaker.start, speaker.end)
    return speaker if led is None else Span(*led.span("body"))


def _read_not_ours(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X says it was not its men": it speaks of whatever deed was told."""
    saying = match.group().casefold().startswith("saying")
    actor = finder.opening() if saying else finder.subject(match.start())
    if actor is None or ONLOOKERS.search(actor.of(finder.text)) or not finder.after_deed():
        return
    finder.add(stance, match, actor=actor, by=actor)


def _read_own_work(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X say that it was their work"."""
    actor = None if finder.taken_back(match) else finder.subject(match.start())
    if actor is None or ONLOOKERS.search(actor.of(finder.text)):
        return
    if not _HE.fullmatch(actor.of(finder.text)) and finder.told_before(match):
        finder.add(stance, match, actor=actor, by=actor)


def _read_not_us(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "'it was not us', a commander of X said"."""
    by = finder.speaker_of(Span(match.start(), match.end()))
    if by is not None:
        finder.add(stance, match, actor=by, by=by, confidence=WEAK)


def _read_denied_deed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X denied killing him"."""
    actor = finder.subject(match.start())
    if actor is not None and _WHOSE.match(actor.of(finder.text)):
        actor = finder.before(actor.start)
    if actor is None or re.match(r"no\b|nobody", actor.of(finder.text), re.IGNORECASE):
        return
    finder.add(stance, match, actor=actor, by=actor)


_WHOSE = re.compile(r"whose\b", re.IGNORECASE)


def _read_state(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "state radio said the air force did not fly there": it is the force that is cleared."""
    by = finder.subject(match.start())
    if by is not None and not ONLOOKERS.search(by.of(finder.text)):
        finder.add(stance, match, actor=Span(*match.span("who")), by=by, confidence=WEAK)


def _read_we(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "'we attacked the post', a spokesman of X said": a side claims its own deed."""
    by = finder.speaker_of(Span(match.start(), match.end()))
    if by is None or finder.taken_back(match):
        return
    told = by.of(finder.text)
    if ONLOOKERS.search(told) or _POLICE.search(told):
        return
    if _FIGHT.search(finder.text, match.start(), finder.sentence.end) is None:
        finder.add(stance, match, actor=by, by=by)


OWN_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.DENIED,
        pattern(
            r"\b(?:plead(?:ed|s|ing)?|pled)\s+not\s+guilty\b|\b(?:entered|entering)\s+(?:a\s+)?"
            r"(?:pleas?\s+of\s+)?not[\s-]guilty(?:\s+pleas?)?\b|"
            r"\b(?:maintain|protest)(?:ed|s)\s+(?:his|her|their)\s+innocence\b"
        ),
        _read_own,
        ("not guilty", "not-guilty", "innocence"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(r"\bconfess(?:ed|es)\b(?=\s*(?:[.;]|$|to\s+(?:the\s+)?(?:police|detectives|officers)|after\s+\d|"
                r"during\b|under\b|within\b))(?![^.;]{0,40}\bthat\b)"),
        _read_own,
        ("confess",),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\b(?:called|described|dismissed|termed|denounced|branded|rejected)\s+(?:the|these|those|such|"
            r"this|all|any)\s+(?:\w+\s+)?(?:allegations?|accusations?|claims?|charges?|suggestions?)\b"
            r"(?:\s+(?:as\s+|\"|“)?(?:[\w-]+\s+){0,2}?(?:baseless|false|untrue|unfounded|fabricat\w+|lies|lie|"
            r"fairy[\s-]tale|invention|rubbish|smear|hoax|myth|nonsense|fiction|propaganda|groundless|absurd|ridiculous|grotesque|malicious|slander|fantasy)|"
            r"(?=\s*(?:[.,;]|$|and\b)))"
        ),
        _read_weak,
        ("called", "described", "dismissed", "termed", "denounced", "branded", "rejected"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            rf"\b{SAYS}\s+(?:that\s+)?(?:(?:the|such|these|those|all)\s+(?:\w+\s+)?(?:allegations?|accusations?|"
            r"claims?|charges?|reports?)\s+(?:was|were|is|are)\s+(?:baseless|false|untrue|unfounded|fabricat\w+|lies|"
            r"a\s+lie|not\s+true|wrong|nonsense|groundless)|(?:it|they)\s+(?:had|has|have)\s+no\s+(?:\w+\s+)?(?:fighters|men|"
            r"troops|soldiers|forces|aircraft|(?:war)?planes|jets|drones|units?|presence)\s+(?:in|near|at|over|around|there)\b)"
        ),
        _read_weak,
        ("legation", "ccusation", "claim", "charge", "report", " no "),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"(?<=[\"“])(?:it|this|that)\s+(?:was|is)(?:\s+not|n[’']t)\s+(?:us\b|ours\b|our\s+(?:doing|work|men|fighters|"
            r"people|boys|forces)\b)"
        ),
        _read_not_us,
        ("not us", "n't us", "n’t us", "not our", "n't our", "n’t our"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            rf"\b{SAYS}\s+{WHERE_SAID}(?:his|her|its|their)\s+(?:[\w-]+\s+)?(?:m[ae]n|fighters|people|boys|forces|soldiers|troops)\s+"
            r"[\"“]?(?:(?:had\s+)?(?:were|been)\s+(?:all\s+)?(?:at\s+(?:home|prayers?|work|an?\s+\w+)|in\s+(?:their\s+\w+|bed|barracks|camp)|"
            r"asleep|elsewhere|nowhere\s+near)\b|had\s+[\"“]?neither\b)"
        ),
        _read_weak,
        ("were ", "been ", "neither"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            rf"\b(?:say|saying|{SAYS})\s+{WHERE_SAID}(?:it|this|that)\s+(?:was|were|is)(?:\s+not|n[’']t)\s+(?:(?:its|their|our)\s+"
            r"(?:m[ae]n|fighters|forces|troops|members|sons|people|doing|work|soldiers|shells?|rockets?|missiles?|drones?)|theirs|ours)\b"
        ),
        _read_not_ours,
        (" not ", "n't", "n’t"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            rf"\b(?:say|{SAYS})\s+{WHERE_SAID}(?:it|this|that)\s+(?:was|had\s+been|is)\s+(?:its|their|our)\s+(?:own\s+)?"
            r"(?:work|doing|handiwork|deed|fighters|m[ae]n|people|bombers?|martyrs?)\b"
        ),
        _read_own_work,
        (" its ", " their ", " our "),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\b(?:disavow|disown)(?:ed|s|ing)?\s+(?=(?:the|this|that|any|all)\s+(?:[\w-]+\s+){0,3}?"
            r"(?:attack|bombing|blast|killing|murder|raid|shooting|massacre|ambush|abduction)s?\b)"
        ),
        _read_weak,
        ("disavow", "disown"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:boast(?:ed|s)\s+(?:of|about)|(?:has\s+|have\s+)?apologi[sz](?:ed|es)\s+for)\s+"
            r"(?:having\s+|the\s+|its\s+|an?\s+|what\s+it\s+called\s+(?:the\s+|an?\s+)?)?(?:[\w-]+\s+){0,2}?"
            rf"(?={VIOLENCE}\w*\b(?![’']s))"
        ),
        _read_apology,
        ("boast", "apologi"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(r"\b(?:has\s+|have\s+|later\s+)?apologi[sz]ed(?=\s*[,.;]|\s+in\s+(?:print|writing|public|a\s+statement))"),
        _read_sorry,
        ("apologi",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\bboast(?:ed|s|ing)\s+(?:that\s+)?[\"“]?(?:we|our\s+(?:own\s+)?(?:[\w-]+\s+)?(?:m[ae]n|boys|brothers?|sisters?|sons|"
            r"daughters?|heroes|lions|fighters?|bombers?|martyrs?|soldiers|knights|forces|people|units?))\s+(?:had\s+|have\s+)?"
            rf"(?:d(?:id|one)\s+(?:it|this|that|the\s+(?:work|job|deed))|destroyed|hit|{_DEEDS})\b"
        ),
        _read_own,
        ("boast",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(rf"\b(?:plead(?:ed|s|ing)?|pled)\s+guilty\b(?!\s+to\b(?![^.;]{{0,60}}?{VIOLENCE}))"),
        _read_own,
        ("guilty",),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            rf"\b{SAYS}\s+{WHERE_SAID}(?:"
            rf"none\s+of\s+{_OWN}(?:had|has|have|was|were|took|played)\b(?!\s+(?:been\s+)?(?:killed|hurt|"
            r"injured|wounded))|"
            rf"(?:it|they|he|she|we|{_OWN}|the\s+[\w-]+\s+)\s*[\"“]?(?:"
            r"(?:did\s+not|(?:do(?:es)?\s+not|doesn[’']t|don[’']t)(?=\s+(?:kill|murder|abduct|kidnap|harm|touch|shoot))|didn['’]t|had\s+not|hadn['’]t|have\s+not|has\s+not|had\s+never|never)\s+"
            rf"(?:have\s+)?(?:{_DID}|play(?:ed)?\s+(?:any|a)|tak(?:e|en)\s+part|participat\w+|be(?:en)?\s+"
            r"(?:in|at|near|involved|behind|responsible))|"
            r"(?:was|were|is|are)\s+(?:not|never|n['’]t|in\s+no\s+way|nowhere)\s+(?:responsible|behind|"
            r"involved|in\s+the|at\s+the|near|there\b|present|active|(?:holding|detaining)\b)|"
            r"(?:was|were|is|are)\s+innocent\b|"
            r"(?:had|has|have|played|plays|took)\s+(?:nothing\s+to\s+do\s+with|no\s+(?:role|hand|part"
            r"|involvement|connection)))|"
            r"(?:it|this|that)\s+(?:was|were)\s+not\s+(?:his|her)\s+"
            r"(?:m[ae]n|fighters|forces|troops|members|sons|people)\b)"
        ),
        _read_weak,
        ("none of", "not", "n't", "n’t", "never", "nothing", "no ", "nowhere", "innocent"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            rf"\b{SAYS}\s+{WHERE_SAID}(?P<who>(?:the|its|their|our)\s+(?:[\w-]+\s+)?(?:air\s+force|army|navy|military|police|"
            r"aircraft|(?:war)?planes|jets|helicopters|drones|forces|troops|soldiers|artillery|gunners))\s+[\"“]?"
            r"(?:(?:did\s+not|didn[’']t|had\s+not|hadn[’']t|never)\s+(?:fly|flown|flew|operat\w+|carr\w+\s+out|conduct\w*|"
            r"fired?|shell\w*|bomb\w*|strike|struck|hit|target\w*|enter\w*)|(?:was|were)\s+not\s+(?:present|active|there|involved|in|near)\b)"
        ),
        _read_state,
        ("not", "n't", "n’t", "never"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\bden(?:ied|ies|ying|y)\s+(?:\w+ly\s+)?"
            r"(?=(?:(?:any|all|having|ever|being|an?|its|their|his|her|direct|taking|attempted)\s+){0,3}"
            r"(?:participat|part\b|kill|murder|attacking|bomb(?:ing|ed)|shoot|shelling|firing\s+(?:on|at|the\s+"
            r"(?:shots?|rockets?|missiles?|shells?))|stab|strangl|abduct|kidnap|ambush|burning|torch|raping|rape|"
            r"tortur|assault|causing\s+(?:[\w-]+\s+){0,2}?(?:harm|death|injur)|assassinat|execut|massacr|loot|"
            r"planting|manslaughter|anything\s+to\s+do|(?:sanction|order|authori[sz]|approv|stag|organi[sz]|plann|send|commission)ing\s+"
            rf"(?=[^.;]{{0,40}}?{VIOLENCE})|launching|dropping\s+(?:any\s+)?(?:[\w-]+\s+)?bombs?|(?:hold|detain|arrest|seiz|tak)ing\s+(?:him|"
            r"her|them|any|the|anyone|anybody)\b|using\s+(?:any\s+)?(?:live|cluster|lethal|barrel)|firing\s+(?:any|an?\b|first)|"
            r"(?:conspir\w+|conspiring)\s+to\s+(?:murder|kill)|beating)"
            r"(?![^.;]{0,40}\bbail\b))"
        ),
        _read_denied_deed,
        ("deni", "deny"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\b(?:den(?:ied|ies|y)|(?:reject|dismiss|refut|disput)(?:ed|es|s))\s+(?:it|this|that|them|doing\s+so|the\s+"
            r"charges?|(?:any\s+)?wrongdoing)(?=\s*(?:[.,;]|$|and\b|but\b|through\b|as\b))|"
            r"\b(?:did\s+not|didn[’']t|had\s+not|hadn[’']t|(?:has|have)\s+not|never)\s+(?:(?:fire|launch|drop|shoot)\w*|shot)\s+"
            r"(?:a\s+single|any|even\s+one|one|an?)\s+(?:shots?|rounds?|bullets?|shells?|rockets?|missiles?|bombs?)\b"
        ),
        _read_weak,
        (
            "deni", "deny", "reject", "dismiss", "refut", "disput", "shot", "round", "bullet",
            "shell", "rocket", "missile", "bomb",
        ),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\breject(?:ed|s|ing)?\s+(?:[\w’'-]+\s+){0,4}?(?:accusations?|allegations?|charges?|claims?|"
            r"suggestions?|reports?)\s+(?:by\s+[\w\s’'-]{2,30}?\s)?that\s+"
            r"(?=(?:it|they|he|(?:its|their|his)\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:(?:had|has|have|was|were|also|"
            r"been)\s+){0,3}(?:responsible|behind|involved|carried\s+out|kill|shot|attack|bomb|fired|burn|abduct|"
            r"massacr|loot|rap|tortur|murder|ambush|shell))"
        ),
        _read_denied_deed,
        ("reject",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:we|(?:our|my)\s+(?:[\w-]+\s+)?(?:fighters?|forces?|men|troops|soldiers|units?|"
            r"mujahideen|brothers|boys|comrades|commandos|guerrillas))\s+(?:have\s+|had\s+|also\s+|"
            rf"just\s+|successfully\s+|today\s+){{0,2}}(?:{_DEEDS}|did\s+(?:it|this)|(?:are|were)\s+behind|"
            rf"(?:are|were)\s+responsible\s+for\s+(?:the\s+|this\s+)?(?:[\w-]+\s+)?{VIOLENCE})"
        ),
        _read_we,
        ("we ", "our ", "my "),
    ),
)  # fmt: skip
