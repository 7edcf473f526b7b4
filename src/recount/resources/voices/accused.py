"""Positions in the words of police and courts: charged, arrested over, named as the suspect."""

from __future__ import annotations

import re

from recount.model import Span, Stance
from recount.resources.voices.aged import aged_before
from recount.resources.voices.finder import VIOLENCE, Finder
from recount.resources.voices.rule import BE, Rule, pattern

_ADVERBS = (
    r"(?:(?:also|since|later|now|formally|previously|already|still|being|jointly|\w+ly)\s+){0,2}"
)
_OF_VIOLENCE = (
    r"(?:(?!(?:after|before|near|during|since|at|following|when|while|over|about|against|outside)\b)"
    rf"[\w’'-]+\s+){{0,4}}?\w*{VIOLENCE}"
)
"""An act of violence, with a few words before it."""
_COVERING = (
    r"(?!(?:[\w’'-]+\s+){0,3}?(?:cover|film|report|remark|protest|post|comment|handling|response|lapse|"
    r"prais|organi[sz]|stor(?:y|ies)|bribes?|drunk|speeding|investigat|lead(?:ing)?\b|rebuild|protect|"
    r"guard(?:ing)?\b|oversee|track|hunt|restor|prevent)\w*)"
)
"""What somebody is held or charged for that is no deed of violence, though one stands beside it."""
_OVER = (
    rf"(?:in\s+(?:connection|relation)\s+(?:with|to)|on\s+suspicion\s+of|on\s+(?:\w+\s+)?charges?\s+of|"
    rf"over|for|with|of|in\s+(?=(?:the|last|this|\w+day))|stemming\s+from)\s+{_COVERING}{_OF_VIOLENCE}"
)
_IN_CONNECTION = (
    r"(?:in\s+(?:connection|relation)\s+(?:with|to)|on\s+suspicion\s+of|over|for)\s+"
    rf"{_COVERING}{_OF_VIOLENCE}"
)
_DOERS = (
    r"(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|killers?|murderers?|perpetrators?|"
    r"culprits?|masterminds?|ringleaders?|triggerm[ae]n|hijackers?|kidnappers?)"
)
_SUSPECTS = r"(?:suspects?|persons?\s+of\s+interest)"
_ONE_OF = r"(?:an?|the|their|its|one\s+of\s+the)\s+(?:[\w-]+\s+){0,2}?"
_NOT_PASSIVE = (
    r"(?<!been )(?<!were )(?<!was )(?<!are )(?<!is )(?<!and )(?<!be )(?<!or )"
    r"(?<!had )(?<!she )(?<!he )"
)
_ANOTHER = re.compile(
    r"\b(?:in\s+(?:another|a\s+separate|an\s+earlier|a\s+previous|an\s+unrelated)\s+(?:case|incident|attack|"
    r"robbery|trial)|in\s+(?:the\s+)?(?:19|20)\d\ds?|acquitted|overturned|quashed|wrongly|falsely|mistakenly|"
    r"freed|released\s+without|cleared|had\s+no\s+link|as\s+a\s+witness|hostage|"
    r"(?:dropped|were\s+dropped)|under\s+the\s+law|in\s+parliament|by\s+(?:lawmakers|reporters)|"
    r"(?:shot|killed|murdered|stabbed|died)\b[^.;]{0,40}\bafter\s+(?:he|she|they)\s+(?:was|were))\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of another case, of long ago, or that it is over."""
_BARE = re.compile(
    r"\s*(?:[.,;:]|$|and\s+(?:will|is|was|remains?|appeared|faces)\b|in\s+the\s+case|after\b|"
    r"(?:on|last|this)\s+\w+day)",
    re.IGNORECASE,
)
"""What follows "was charged" where it is over what was told before."""
_PERSONS = re.compile(
    r"^(?i:he|she|they|who|both)$|^(?!The\b|An?\b)[A-ZÀ-Þ][\w’'-]+|"
    r"(?i:\b(?:m[ae]n|wom[ae]n|boys?|girls?|teen(?:ager)?s?|youths?|suspects?|couple|brothers?|sons?|"
    r"students?|members?|soldiers?|officers?|leaders?)\b)|\d"
)
"""Words for somebody who can be charged."""


def _read_left(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was charged with murder"."""
    if finder.taken_back(match) or _tells_of_another(finder):
        return
    if stance is Stance.SUSPECTED and match.group().lower().startswith("had "):
        return  # "the dealer had been wanted for murder" tells of before
    joined = match.group().lower().startswith("and ")
    actor = finder.opening() if joined else finder.left(match.start())
    if actor is None:
        return
    actor = _without_arrest(finder, actor)
    linked = "linked" in match.group().lower()
    every = aged_before(finder.text, finder.sentence.start, match.start()) or (actor,)
    if not linked or _PERSONS.search(actor.of(finder.text)):
        for one in every:
            finder.add(stance, match, actor=one, by=finder.speaker_of(one))


def _tells_of_another(finder: Finder) -> bool:
    return _ANOTHER.search(finder.text, finder.sentence.start, finder.sentence.end) is not None


def _read_bare(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X was charged on Friday", over what was told before."""
    actor = finder.left(match.start())
    if actor is None or _BARE.match(finder.text, match.end(), finder.sentence.end) is None:
        return
    if _PERSONS.search(actor.of(finder.text)):
        _read_left(finder, match, stance)


def _without_arrest(finder: Finder, actor: Span) -> Span:
    """Cut "the arrest of" off the words for whoever was arrested."""
    lead = _ARREST_OF.match(finder.text, actor.start, actor.end)
    return actor if lead is None else Span(lead.end(), actor.end)


_ARREST_OF = re.compile(
    r"(?:the\s+|an?\s+)?(?:arrest|detention|capture)s?\s+of\s+(?=\S)", re.IGNORECASE
)


def _read_right(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "police arrested X over the killing"."""
    if finder.taken_back(match) or _tells_of_another(finder):
        return
    actor = _without_act(finder, finder.phrase_after(match.end()))
    if actor is not None and not _NO_PARTY.match(actor.of(finder.text)):
        finder.add(stance, match, actor=actor, by=finder.left(match.start()))


_NO_PARTY = re.compile(
    r"(?:this|last|next|at|into|towards?|the|as|more|less)\b\s*(?:year|month|week)?$|"
    r"(?:this|last|at|into|towards?)\b",
    re.IGNORECASE,
)


def _without_act(finder: Finder, actor: Span | None) -> Span | None:
    """Cut "of murder" off the words for somebody, and not "of 41"."""
    cut = None if actor is None else _OF_ACT.search(finder.text, actor.start, actor.end)
    return actor if actor is None or cut is None else Span(actor.start, cut.start())


_OF_ACT = re.compile(
    r"\s+of\s+(?:the\s+|an?\s+|attempted\s+|having\s+)*"
    rf"(?:\w*{VIOLENCE}|\w+ing\b|carried\b)",
    re.IGNORECASE,
)


def _read_identified(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "the suspect was identified as X", "the gunman, identified as X"."""
    if _OPENS.search(finder.text, finder.sentence.start, match.start()) is None:
        return  # "the woman killed by the gunman was identified as X"
    actor = finder.phrase_after(match.end())
    if actor is not None and not _speaks(finder, actor):
        held = Stance.SUSPECTED if "suspect" in match.group().lower() else stance
        finder.add(held, match, actor=actor, by=finder.speaker_of(actor))


_OPENS = re.compile(
    r"(?:^|[,;:\n—–”\"]\s*|\s-\s|\b(?:that|and|said|says?|when|while|but|as|police|officials|they|he|she)\s+)"
    r"(?:(?:the|an?|one\s+of\s+the)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before the words that open a clause."""


def _speaks(finder: Finder, actor: Span) -> bool:
    """Whether a name belongs to who speaks ("a suspect, Sergeant Vell told reporters")."""
    if _OFFICE.search(actor.of(finder.text)):
        return True
    return _SAYS.match(finder.text, actor.end, finder.sentence.end) is not None


_OFFICE = re.compile(
    r"\b(?:Sergeant|Sgt|Chief|Superintendent|Inspector|Detective|Mayor|Sheriff|Captain|Officer|Police|"
    r"Department|spokes\w+|Colonel|Commissioner|Prosecutor|officer)\b"
)
_SAYS = re.compile(r",?\s+(?:said|says?|told|added|announced|confirmed)\b", re.IGNORECASE)


def _read_named_as(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "police named X as the gunman"."""
    words = match["who"].rstrip(" ,")
    if finder.taken_back(match) or _AS.search(words):
        return
    actor = Span(match.start("who"), match.start("who") + len(words))
    finder.add(stance, match, actor=actor, by=finder.left(match.start()))


_AS = re.compile(r"\b(?:as|him|her|them|not)\b")


def _read_whom(finder: Finder, match: re.Match[str], stance: Stance) -> None:
    """Read "X, whom police suspect of having fired"."""
    actor = finder.before(match.start())
    by = Span(match.start("who"), match.end("who"))
    if actor is not None:
        finder.add(stance, match, actor=actor, by=by)


_CHARGED = "charge", "indict", "convict", "guilty", "sentenced", "arraign", "prosecut", "jailed"
ACCUSED_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b(?:(?:is|are|was|were)\s+(?:expected|likely|due|set)\s+to\s+)?(?:{BE}|and)\s+"
            rf"{_ADVERBS}(?:charged|indicted|convicted|found\s+guilty|sentenced|jailed|imprisoned|"
            r"arraigned|booked|prosecuted|put\s+on\s+trial|on\s+trial)\b"
            rf"(?=[^.;]{{0,40}}?\b{_OVER})|"
            r"\b(?:will\s+|now\s+)?fac(?:e|es|ed|ing)\s+(?:[\w-]+\s+){0,4}?(?:charges?|counts?|trial)\b"
            rf"(?=[^.;]{{0,30}}?\b{_OVER}|,?\s+including\s+{_OF_VIOLENCE})|"
            rf"\bfac(?:e|es|ed|ing)\s+(?:[\w-]+\s+){{0,3}}?{VIOLENCE}\w*\s+(?:charges?|counts?|trial)\b|"
            rf"\b(?:goes|went|gone|stands?|stood)\s+on\s+trial\b(?=[^.;]{{0,40}}?\b{_OVER})|"
            r"\bappear(?:ed|s)?\s+(?:in|before|at)\s+[^.;]{2,40}?\s(?:charged|accused)\b"
            rf"(?=\s+{_OVER})"
        ),
        _read_left,
        (*_CHARGED, "booked", "trial", "count", "imprisoned", "appear"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b{BE}\s+{_ADVERBS}(?:charged|indicted|convicted|found\s+guilty|jailed|arraigned)\b"
        ),
        _read_bare,
        _CHARGED,
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"{_NOT_PASSIVE}\b(?:charged|indicted|convict(?:ed|s)?|sentenced|jailed|prosecuted)\b"
            rf"(?=[^.;]{{3,80}}?\b(?:with|of|for|over|on)\s+{_COVERING}{_OF_VIOLENCE})"
        ),
        _read_right,
        ("charged", "indicted", "convict", "sentenced", "jailed", "prosecuted"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b(?:{BE}|and)\s+{_ADVERBS}(?:(?:arrested|detained|apprehended|taken\s+into\s+custody|in\s+"
            rf"custody)\b(?:\s+by\s+(?:the\s+)?police)?(?=[^.;]{{0,25}}?\b{_IN_CONNECTION})|"
            rf"(?:held|questioned|sought|under\s+investigation)\b(?=[^.;]{{0,25}}?\b(?!for\b){_IN_CONNECTION})|"
            rf"wanted\b(?=\s+{_IN_CONNECTION}))"
        ),
        _read_left,
        (
            "arrest", "detain", "apprehend", "custody", "held", "questioned", "wanted", "sought",
            "investigation",
        ),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b{BE}\s+{_ADVERBS}(?:linked\s+(?:by\s+[\w\s]{{2,30}}?\s)?to|implicated\s+in)\s+"
            rf"(?=(?:the|this|that|several|both|two|three)\s+(?:[\w-]+\s+){{0,2}}?{VIOLENCE})"
        ),
        _read_left,
        ("linked", "implicated"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"(?<!been )(?<!were )(?<!was )(?<!are )(?<!is )(?<!and )(?<!be )"
            r"\b(?:arrested|detained|apprehended|captured)\b"
            rf"(?=\s+(?!her\b|him\b|them\b)(?:(?!used\b)[\w’',.-]+\s+){{1,9}}?{_IN_CONNECTION})"
        ),
        _read_right,
        ("arrested", "detained", "apprehended", "captured"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b(?:{BE}|becomes?|became|remain(?:s|ed)?)\s+(?:(?:also|still|now|considered|named|"
            rf"identified|described|treated|being)\s+){{0,3}}(?:as\s+)?{_ONE_OF}{_SUSPECTS}\b"
            r"(?!\s+in\s+(?:an?|another)\s+(?:earlier|previous|separate|other))"
        ),
        _read_left,
        ("suspect", "of interest"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b{BE}\s+{_ADVERBS}(?:held|treated|named|identified|sought|presented)\s+as\s+"
            rf"(?:the\s+|two\s+|three\s+)?suspects\b(?=\s+in\b[^.;]{{0,40}}?{VIOLENCE})"
        ),
        _read_left,
        ("suspects",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b{BE}\s+(?:helping|assisting)\s+(?:the\s+)?(?:police|detectives|officers|investigators|"
            r"us)\s+with\s+(?:their|our|the|its)\s+(?:e|i)nquir(?:y|ies)"
        ),
        _read_left,
        ("nquir",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b{BE}\s+{_ADVERBS}(?:named|identified|described|confirmed)\s+"
            rf"(?:by\s+[\w\s]{{1,30}}?\s)?as\s+{_ONE_OF}{_DOERS}\b"
        ),
        _read_left,
        ("named", "identified", "described", "confirmed"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\bf(?:ound|inds?)\s+(?P<who>(?:[\w’'.-]+\s+){1,6}?)guilty\s+of\s+"
            rf"(?={_OF_VIOLENCE})"
        ),
        _read_named_as,
        ("guilty",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:named|identified|listed)\s+(?P<who>(?:[\w’'.-]+,?\s+){1,13}?)as\s+"
            rf"(?:{_ONE_OF}{_SUSPECTS}|(?:the\s+)?suspects)\b"
        ),
        _read_named_as,
        ("suspect", "of interest"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:named|identified|listed)\s+(?P<who>(?:[\w’'.-]+,?\s+){1,7}?)as\s+"
            rf"{_ONE_OF}{_DOERS}\b"
        ),
        _read_named_as,
        ("named", "identified", "listed"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b(?:{_DOERS}|{_SUSPECTS})(?:,|\s+[^.;,]{{0,40}}?)?\s*"
            rf"(?:(?:was|were|is|are|has\s+been|have\s+been)\s+{_ADVERBS})?(?:identified|named)"
            r"(?:\s+by\s+[\w\s]{1,30}?)?\s+as\s+(?!an?\s|the\s)|"
            r"\b(?:identified|named)\s+(?:the|an?|one|two)\s+(?:[\w-]+\s+){0,2}?"
            rf"(?:{_DOERS}|{_SUSPECTS})\s+(?:[^.;,]{{0,30}}?\s)?as\s+(?!an?\s|the\s)"
        ),
        _read_identified,
        ("identified", "named"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:the|an?|one\s+of\s+the|main|prime)\s+(?:[\w-]+\s+)?"
            r"(?:suspects?|persons?\s+of\s+interest)\s+(?:is|was|are|were)\s+"
            r"(?=(?:\d\d-year-old\s+)?(?-i:[A-Z])[\w’'-]+\s+(?-i:[A-Z])[a-z])"
        ),
        _read_identified,
        ("suspect", "of interest"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:the|an?|one|prime|main|murder|alleged)\s+(?:[\w-]+\s+)?(?:suspects?|"
            r"suspected\s+\w+),?\s+"
            r"(?=(?-i:[A-Z])[\w’'-]+\s+(?:(?-i:[A-Z])[\w’'.-]*\s+)?(?-i:[A-Z]))"
        ),
        _read_identified,
        ("suspect",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"{_NOT_PASSIVE}(?<!the )(?<!a )(?<!main )(?<!prime )\bsuspect(?:s|ed)?"
            r"\b(?=\s+(?:(?!of\s+\w+ing\b)[\w’'.-]+,?\s+){1,14}?of\s+(?:having\s+)?(?:the\s+|an?\s+)?"
            rf"(?:{VIOLENCE}|carr(?:ied|ying)\s+out|being\s+behind|plant|order|send|sett?ing\s+fire))"
        ),
        _read_right,
        ("suspect",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"{_NOT_PASSIVE}\bsuspected\s+of\s+(?:having\s+)?(?=(?:taken\s+part|taking\s+part|carrying\s+out|"
            rf"carried\s+out|planting|ordering|being\s+behind|(?:the\s+|an?\s+)?\w*{VIOLENCE}))"
        ),
        _read_left,
        ("suspected of",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"{_NOT_PASSIVE}(?<!the )(?<!a )(?<!main )(?<!prime )\bsuspects?\s+"
            r"(?=(?:members|hitmen|militants|rebels|separatists|insurgents|guerrillas|elements|followers|"
            r"supporters|an?\s+\w+\s+(?:gang|group|cell))\b(?![^.;,]{0,60}\bof\s+\w+ing\b)[^.;,]{0,60}[.;,])"
        ),
        _read_right,
        ("suspect",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r",?\s+whom\s+(?P<who>(?:the\s+)?(?:they|police|investigators|officers|detectives|"
            r"authorities|prosecutors|officials|army|government))\s+(?:\w+\s+)?"
            rf"(?:suspect(?:s|ed)?\s+of\s+(?:having\s+)?(?:the\s+)?\w*{VIOLENCE}|(?:believes?|believed)\s+"
            rf"(?:to\s+have\s+)?(?:carried|planted|{VIOLENCE}))"
        ),
        _read_whom,
        ("whom",),
    ),
)  # fmt: skip
