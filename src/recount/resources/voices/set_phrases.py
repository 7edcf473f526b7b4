"""Set phrases for who did it: "laid it at the door of", "X most likely", "owned up to it".

Reporters have many wordings for blame, suspicion and claims without a verb of either. Notes in
the style of a log leave the verb out ("Front suspected", "no claim seen").
"""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.finder import ACT, ONLOOKERS, VIOLENCE, Finder
from recount.resources.voices.rule import Rule, pattern

_ONE = r"(?-i:[A-ZÀ-Þ])[\w’']*"
_NAME = rf"(?:the\s+)?{_ONE}(?:[\s-](?:(?:of|for|the|a|al)[\s-]){{0,2}}{_ONE}){{0,5}}"
"""A name: words with capitals, and small words between them."""
_OWNED = rf"(?P<who>(?:the\s+)?{_ONE}(?:[\s-]{_ONE}){{0,4}}?)[’']s?"
"""A name in the possessive ("the Front's")."""
_BODY_NOUN = r"(?:group|movement|front|militia|organi[sz]ation|faction|rebels|network|gang|cartel)"
_DEED = (
    r"(?:attacks?|bombings?|bombs?|blasts?|explosions?|killings?|murders?|massacres?|raids?|ambush(?:es)?|"
    r"shootings?|abductions?|kidnappings?|strikes?|assaults?|deaths?|carnage|incidents?|violence|deed|crime|"
    r"atrocit(?:y|ies)|siege|shelling|rockets?|mortars?|it|this|that|these|them|both|blame|responsibility)"
)
_WHOSE_HOLDERS = (
    r"(?:police(?:\s+command)?|army|military|officials?|authorities|investigators|detectives|prosecutors?|"
    r"government|ministry|command|commanders?|governor|mayor|president|residents?|locals|villagers?|"
    r"witnesses|survivors?|relatives|elders|analysts?|experts?|observers|sources?|they|we|many|most|some|"
    r"everyone|everybody|leaders?|intelligence|forces|chiefs?|monitors|operators?|families|"
    r"spokes(?:man|woman|person))"
)
"""Who suspects, names and blames."""
_ADVERBS = (
    r"(?:(?:now|also|all|strongly|widely|largely|firmly|squarely|still|immediately|"
    r"quickly)\s+){0,2}"
)


def _read_who(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read a cue that holds the party's words ("the signature is X's")."""
    actor = Span(*match.span("who"))
    if not finder.taken_back(match) and not _NO_NAME.match(actor.of(finder.text)):
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def _read_behind(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read a cue behind which the party stands, with its holder before it."""
    phrase = None if finder.taken_back(match) else finder.phrase_after(match.end())
    actor = finder.up_to(phrase, "behind", "as")
    if actor is None or _NO_NAME.match(actor.of(finder.text)):
        return
    finder.add(stance, match, actor=actor, by=finder.subject(match.start()))


def _read_thought(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the police thought at once of X", behind a deed."""
    if finder.told_before(match):
        _read_behind(finder, match, stance)


def _read_pointed(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "fingers were pointed at X after the blast"."""
    actor = finder.phrase_after(match.end())
    if actor is not None and finder.names_act(match) and not finder.taken_back(match):
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def _read_named(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the army names X"; whose name is published for another reason is nobody's culprit."""
    finder.add(
        stance, match, actor=Span(*match.span("who")), by=finder.subject(match.start("verb"))
    )


def _read_handiwork(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "in what leaders believe was the handiwork of X"."""
    actor = finder.phrase_after(match.end())
    act = ACT.search(finder.text, finder.sentence.start, match.end())
    if actor is not None and act is not None and not finder.taken_back(match):
        held = Stance.SUSPECTED if _THINKS.match(match["verb"]) else stance
        finder.add(held, match, actor=actor, by=finder.left(match.start()))


def _read_own(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X owned up to the raid": X says so itself; nobody's doing so leaves it unclaimed."""
    actor = finder.subject(match.start())
    before = finder.text[max(finder.sentence.start, match.start() - _SOON) : match.start()]
    if _NOBODY.search(before):
        finder.add(Stance.UNCLAIMED, match)
        return
    if actor is None or _MAY.search(before) or ONLOOKERS.search(actor.of(finder.text)):
        return
    if _DEED_ITSELF.match(actor.of(finder.text)) is None:
        finder.add(stance, match, actor=actor, by=actor)


def _read_said_so(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "Who did it? The Front said so within the hour"."""
    low = max(0, finder.sentence.start - _QUESTION)
    if _WHO_DID.search(finder.text, low, finder.sentence.start) is None:
        return
    actor = finder.left(match.start())
    if actor is not None and actor.of(finder.text)[:1].isupper():
        finder.add(stance, match, actor=actor, by=actor)


def _read_who_claims(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the claim came from X"."""
    actor = finder.up_to(finder.right(match.start("who")), "rather", "and", "in", "on", "via")
    if actor is not None and not finder.taken_back(match) and finder.told_before(match):
        finder.add(stance, match, actor=actor, by=actor)


def _read_who_told(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "in the camp X is blamed", behind a deed."""
    if finder.told_before(match):
        _read_who(finder, match, stance)


def _read_whom(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X, whom the first reports had blamed"."""
    actor = finder.before(match.start())
    if actor is not None and finder.told_before(match):
        finder.add(stance, match, actor=actor)


def _read_nobody(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "nobody has owned up": it is unclaimed."""
    finder.add(stance, match)


def _read_silent(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "praised it, but did not say that it had sent the man": somebody claims no deed."""
    if _HELD_FOR.search(finder.text, finder.sentence.start, match.start()) is not None:
        finder.add(stance, match)


def _read_possessor(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the signature is X's" and "this is X's work"."""
    name = "who" if match["who"] is not None else "whose"
    actor = Span(*match.span(name))
    if not finder.taken_back(match) and not _NO_NAME.match(actor.of(finder.text)):
        finder.add(stance, match, actor=actor, by=finder.speaker_of(actor))


def _read_suspects(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "police suspect X": who is arrested as "suspects X and Y" is no verb's object."""
    actor = finder.phrase_after(match.end())
    by = finder.subject(match.end() - len("suspects")) or finder.opening()
    if actor is not None and _A_BODY.search(actor.of(finder.text)):
        finder.add(stance, match, actor=actor, by=by)


_A_BODY = re.compile(r"[A-ZÀ-Þ]")


_SOON = 40
_QUESTION = 120
"""Characters before an answer in which the question stands."""
_WHO_DID = re.compile(
    r"\b[Ww]ho\s+(?:did|was|is|were|carried|attacked|killed|bombed|sent|planted|fired|stands)\b[^?\n]{0,60}\?\s*$"
)
_NO_NAME = re.compile(
    r"(?:he|she|it|they|we|you|i|who|which|that|this|his|her|its|their|no|nobody|all|each|one)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no|nobody|no-one|no\s+one|none|neither|not|never|yet\s+to)\b|n[’']t\b", re.IGNORECASE
)
_HELD_FOR = re.compile(rf"\b(?:{VIOLENCE}|blam|accus|suspect|mortar|prais|deed)", re.IGNORECASE)
_MAY = re.compile(r"\b(?:would|will|must|should|could|may|might|if|whether|to)\s+$", re.IGNORECASE)
_THINKS = re.compile(r"believ|think|thought|suspect|assum|presum|fear", re.IGNORECASE)
_DEED_ITSELF = re.compile(rf"(?:the|this|that|an?)\s+(?:\w+\s+)?{_DEED}\b", re.IGNORECASE)

SET_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.BLAMED,
        pattern(rf"\bpin(?:s|ned|ning)\s+(?:(?:the|this|that|all|both)\s+)?(?:[\w-]+\s+)?{_DEED}\s+(?:firmly\s+)?on\s+"),
        _read_behind,
        ("pin",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:fingers?(?:\s+of\s+(?:blame|suspicion))?\s+(?:(?:was|were|is|are|has\s+been|have\s+been)\s+)?(?:quickly\s+|"
            r"immediately\s+|again\s+)?point(?:ed|s)?\s+(?:at|to|towards?)\s+)"
        ),
        _read_pointed,
        ("finger",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(rf"\b(?:thought|thinks?)\s+(?:at\s+once|immediately|straight\s+away|right\s+away|first)\s+of\s+(?={_NAME})"),
        _read_thought,
        ("thought", "think"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(r"\b(?:sees?|saw|suspects?|suspected|detect(?:s|ed)?)\s+the\s+hands?\s+of\s+"),
        _read_behind,
        ("the hand",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:(?:was|were)\s+(?:quick|swift|the\s+first)|rushed|hastened|hurried)\s+to\s+claim\s+"
            rf"(?:(?:the|this|that|both)\s+{_DEED}|responsibility|credit)\b"
        ),
        _read_own,
        ("to claim",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            rf"\b(?:said|says|announced|declared|boasted|confirmed)\s+(?:\w+\s+)?(?:that\s+)?(?:the|this|that)\s+{_DEED}\s+"
            r"(?:was|were|had\s+been|is)\s+(?:its|their)\s+(?:own\b|(?:own\s+)?(?:work|doing|handiwork)\b)"
        ),
        _read_own,
        ("its ", "their "),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:lay|lays|laid|laying|puts?|putting|plac(?:ed|es|ing))\s+(?:[\w’'-]+\s+){0,5}?"
            rf"{_DEED}\s+(?:[\w’'-]+\s+){{0,4}}?at\s+the\s+(?:door|doorstep|feet)\s+of\s+"
        ),
        _read_behind,
        ("at the door", "at the feet"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:lay|lays|laid|laying|puts?|putting|plac(?:ed|es|ing))\s+(?:[\w’'-]+\s+){0,5}?"
            rf"{_DEED}\s+(?:[\w’'-]+\s+){{0,4}}?at\s+{_OWNED}\s+(?:door|doorstep|feet)\b"
        ),
        _read_who,
        ("door", "feet"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b(?:signature|handwriting|handiwork|fingerprints)\s+(?:is|are|was|were)\s+{_OWNED}(?=\s*[,.;”\"])"
            rf"|\b(?:this|it|that)\s+(?:is|was)\s+{_OWNED.replace('who', 'whose')}\s+(?:work|"
            rf"doing|handiwork|signature)\b"
        ),
        _read_possessor,
        ("signature", "handwriting", "work", "fingerprint", "doing"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:this|it|that|all)\s+(?:has|had|bears?|bore)\s+(?:all\s+)?"
            rf"{_OWNED}\s+(?:signature|handwriting|fingerprints|stamp|hallmarks)\b"
        ),
        _read_who,
        ("signature", "handwriting", "fingerprint", "stamp", "hallmark"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b{_WHOSE_HOLDERS}\s+{_ADVERBS}(?P<verb>names?|named|named\s+only|singled\s+out|singles?\s+out|"
            r"fingered|fingers)\s+(?P<who>(?:the\s+)?(?:(?-i:[A-Z]{2,8})|(?-i:[A-ZÀ-Þ])[\w’']*"
            rf"(?:[\s-]{_ONE}){{0,4}}\s+{_BODY_NOUN}|(?-i:Al|al|Ansar|Jamaat|Jaysh|Harakat)[\s-]{_ONE}))"
            r"(?=\s*[.,;]|\s+(?:as|for|in|over)\b)"
        ),
        _read_named,
        ("name", "singled", "single", "finger"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"(?:\b{_WHOSE_HOLDERS}(?:\s+(?:there|here|in\s+\w+))?|,)\s+{_ADVERBS}"
            rf"suspects?(?=\s+{_NAME}(?:\s+(?:in|of|over|for)\b|\s*[.,;]|\s*$))"
        ),
        _read_suspects,
        ("suspect",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?P<verb>believe[sd]?|thinks?|thought|suspect(?:s|ed)?|assume[sd]?|presume[sd]?|fear(?:s|ed)?|"
            r"says?|said|(?:describ|dismiss|denounc)(?:ed|es)|call(?:ed|s)|deem(?:ed|s))\s+(?:to\s+be\s+|(?:is|was|were|are)\s+|"
            rf"had\s+been\s+|(?:(?:the|this|that)\s+)?{_DEED}\s+)?(?:as\s+)?"
            r"the\s+(?:handi?)?(?:work|doing)\s+of\s+"
        ),
        _read_handiwork,
        ("work of", "doing of"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"(?:^|(?<=[.;:(–—-]\s)|(?<=\())(?P<who>{_NAME})\s+(?:(?:is|are|was|were)\s+)?"
            r"(?:(?:strongly|widely|also|again|generally)\s+)?(?:suspected|(?:most|very|the\s+most)\s+likely|"
            r"(?:most\s+)?(?:probably|likely|presumably|possibly)\s+responsible|presumed(?:\s+responsible)?|"
            r"(?:the\s+)?(?:prime|likely|main|chief|probable|presumed|obvious)\s+(?:suspects?|culprits?|perpetrators?))"
            r"(?=\s*[.,;)]|\s*$)"
        ),
        _read_who,
        ("suspect", "likely", "responsible", "presumed", "culprit", "perpetrator"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"(?:^|(?<=[.;:(–—-]\s)|(?<=\())(?P<who>{_NAME})\s+(?:was\s+|were\s+)?(?:blamed|accused)(?=\s*[.;)]|\s*$)"
        ),
        _read_who,
        ("blamed", "accused"),
    ),
    Rule(
        Stance.UNCLAIMED,
        pattern(
            r"\bno\s+(?:(?:formal|immediate|public|credible|official|known)\s+)?claims?(?:\s+of\s+responsibility)?\s*"
            r"(?:(?:was|were|has\s+been|had\s+been)\s+)?(?:seen|made|yet|so\s+far|heard|issued|received|reported|recorded|"
            r"published|known|to\s+date|as\s+yet|at\s+(?:the\s+)?time\s+of)\b|"
            r"(?:^|(?<=[.;(–—-]\s))(?:no\s+claim|unclaimed)(?=\s*[.;,)]|\s*$)|"
            r"\b(?:nobody|no-one|no\s+one|no\s+(?:group|party|side|faction|organi[sz]ation|armed\s+group))\s+"
            r"(?:(?:has|have|had|ever|yet|so\s+far|publicly|immediately|since)\s+){0,3}"
            r"(?:owned\s+up|come\s+forward\s+to\s+claim|put\s+(?:its|their)\s+names?\s+to|said\s+(?:that\s+)?"
            r"(?:it|they)\s+(?:was|were|had\s+been)\s+(?:behind|responsible)|admitted\s+(?:to\s+)?(?:it|being)|"
            r"taken\s+the\s+credit)"
        ),
        _read_nobody,
        (
            "claim", "owned up", "come forward", "name", "behind", "responsible", "admitted",
            "credit",
        ),
    ),
    Rule(
        Stance.UNCLAIMED,
        pattern(
            r"\b(?:did\s+not|didn[’']t|has\s+not|hasn[’']t|had\s+not|hadn[’']t|without|stopped\s+short\s+of)\s+"
            r"(?:say(?:ing)?|said|claim(?:ing|ed)?)\s+(?:that\s+)?(?:it|they)\s+(?:had|has|have|was|were)\s+"
            r"(?:sent|carried|behind|responsible|planted|organi[sz]ed|ordered|staged|done\s+it|claimed)\b|"
            r"\b(?:stopped|stopping|stops)\s+short\s+of\s+claiming\b|"
            r"\b(?:has|have|had)?\s*made\s+no\s+(?:mention|claim)\s+(?:of|to)\s+(?:it|the\s+\w+|any\s+\w+)\b"
        ),
        _read_silent,
        (
            "sent", "carried", "behind", "responsible", "planted", "ordered", "staged", "done it",
            "claim", "mention",
        ),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:own(?:ed|s)\s+up\s+to\s+(?:the|this|that|both|it|a|an|having|\w+ing)\b|"
            rf"put\s+(?:its|their|his)\s+names?\s+to\s+(?:the|this|that|both)\s+(?:[\w-]+\s+){{0,2}}?{VIOLENCE}\w*|"
            r"(?:claim(?:ed|s)|call(?:ed|s)|hail(?:ed|s)|describ(?:ed|es))\s+(?:it|this|that|the\s+\w+)\s+as\s+"
            r"(?:its|their)\s+(?:own\s+)?(?:work|doing|operation)\b|"
            r"(?:(?:has|have|had)\s+(?:since|later|also|now|already)\s+)?"
            r"(?:(?:circulat|issu|publish|post|releas)(?:ed|es)|put\s+out|made|sent\s+out)\s+(?:a|its|their|the)\s+"
            r"(?:\w+\s+)?claim(?:\s+of\s+responsibility)?(?!\s+(?:that|against|to\s+(?:the|be)|for\s+"
            r"(?:compensation|damages|asylum|refugee))|s\b))"
        ),
        _read_own,
        ("up to", "to ", "as its", "as their", "claim"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\bt(?:ook|akes?|aken)\s+(?:full\s+)?(?:(?:the|this|that|both|all|these|those)\s+(?:[\w-]+\s+){0,2}?"
            rf"{_DEED}|both|it|them|responsibility)\s+(?:up)?on\s+(?:itself|themselves|himself)\b(?!\s+to\b)"
        ),
        _read_own,
        ("itself", "themselves", "himself"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:the|an?|its?)\s+claim(?:\s+of\s+responsibility)?\s+(?:came|comes|was\s+(?:made|issued|put\s+out))\s+"
            rf"(?:\w+\s+)?(?:from|by)\s+(?P<who>{_NAME})(?!\s+(?:that|of|Minist))"
        ),
        _read_who_claims,
        ("claim",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\bwhom\s+(?:[\w’'-]+\s+){1,5}?(?:(?:has|have|had|also|first|now)\s+){0,2}(?:blam(?:e|es|ed)\b"
            rf"(?!\s+for\b(?![^.;,]{{0,50}}?{VIOLENCE}))|"
            rf"accus(?:e|es|ed)\s+of\s+(?=[^.;,]{{0,60}}?{VIOLENCE}))"
        ),
        _read_whom,
        ("whom",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"(?<=\s)(?P<who>{_NAME})\s+(?:is|are|was|were)\s+(?:(?:now|widely|generally|openly|commonly)\s+)?"
            r"blamed(?=\s*[.;)]|\s*$)"
        ),
        _read_who_told,
        ("blamed",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b{_WHOSE_HOLDERS}\s+(?:(?:has|have|had|also|now|\w+ly)\s+){{0,3}}(?:tied|linked|traced)\s+(?:it|this|that|"
            rf"(?:the|both|all)\s+(?:\w+\s+)?{_DEED})\s+to\s+(?:(?:an?|the)\s+(?:\w+\s+)?(?:feud|dispute|split|quarrel|"
            rf"war|row|rivalry|struggle)\s+(?:inside|within|in|among)\s+)?(?P<who>{_NAME})"
        ),
        _read_who_told,
        ("tied", "linked", "traced"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\bsa(?:id|ys)\s+so\s+(?:(?:with)?in\s+(?:the|an?|minutes|hours|days)|itself|openly|publicly|at\s+once|"
            r"(?:on|through|via|in)\s+(?:its|a)|hours|minutes|before|by)\b"
        ),
        _read_said_so,
        ("said so", "says so"),
    ),
)  # fmt: skip
