"""Patterns of names and of the words beside them that say what a person is."""

from __future__ import annotations

import re

from recount.resources.actors.tokens import word_set

PART = (
    r"(?:(?:[Aa]l|[Ee]l|[Uu]l|[Aa]n|[Aa]r|[Aa]s|[Aa]d|[Aa]z|[Dd]|[Oo]|[Dd]e|[Mm]c|[Mm]ac)[-’'])?"
    r"(?:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿß]+(?:[-’'][A-ZÀ-Þ]?[a-zà-öø-ÿ]+|[A-Z][a-zà-öø-ÿ]+)*"
    r"|(?:[A-Z]\.){1,3}|[A-Z](?=\s)|I{2,3}\b|IV\b|[“\"][A-Z][\w.’' -]{1,14}[”\"](?=\s[A-Z])"
    r"|[A-Z]{1,2}(?=\s[A-Z][a-z]))"
)
LINK = (
    r"(?:(?:al|el|ul|ur|bin|ibn|bint|abu|de|da|dos|das|del|la|las|los|van|von|der|den|di|le|y|e"
    r"|ben|ud|uz)\s)"
)
DOT = (
    r"(?:(?<=\b(?:Mr|Ms|Dr|Lt|St|Fr|Jr|Sr))\.|(?<=\b(?:Mrs|Gen|Col|Sgt|Maj|Sen|Rep|Gov|Rev|Cpl|"
    r"Adm|Det|Sec|Hon|Pvt|Pfc|Spc|Ven))\.|(?<=\b(?:Brig|Capt|Prof|Cmdr|Supt|Insp|Atty|Engr))\.)?"
)
SHOUT = r"[A-ZÀ-ÖØ-Þ]{3,}(?:-[A-ZÀ-ÖØ-Þ]{3,})*"
"""A surname set in capitals, as French-speaking offices write it ("Omar DIALLO")."""
SEQUENCE = re.compile(
    rf"(?<![\w@/-])(?:{SHOUT}\s(?=[A-ZÀ-Þ][a-zà-ÿ]))?(?=[A-ZÀ-ÖØ-Þ\[“\"]|(?:al|el|ul|an|ar|as|ad|az|d|o|de|mc"
    rf"|mac)[-’'])\[?{PART}\]?(?:{DOT}[ \n](?:\((?:ret|Ret)\.?\)\s)?{LINK}{{0,2}}\[?{PART}\]?)*"
    rf"(?: {SHOUT}(?![\w-]))?"
)
LINKS = word_set(
    """al el ul ur bin ibn bint abu de da dos das del la las los van von der den di le y e ben ud
    uz"""
)
ARABIC = word_set("""bin ibn bint abu van von der""")
PREFIX = re.compile(r"^(?:al|el|ul|an|ar|as|ad|az)-", re.IGNORECASE)

AGE = re.compile(
    r"^,\s(?:aged?\s+)?(?:\d{1,2}|1[01]\d)(?=[,.;]|\s+(?:of|was|and|years?)\b|-year)"
    r"|^\s\((?:aged?\s)?\d{1,3}\)"
    r"|^,?\s+an?\s+\d{1,2}[- ]year[- ]old"
)
AGE_BEFORE = re.compile(r"(?:\d{1,2}|\w+)[- ]years?[- ]old,?\s+$", re.IGNORECASE)
APPOSITION = re.compile(
    r"^,\s+(?:(?:an?|the|who|whose|also|then|former|one|co-|his|her|their)\b"
    r"|\d(?!\d?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
SAID_AFTER = re.compile(
    r"^,?\s+(?:(?:has|had|have|also|later|then|who)\s+){0,2}(?:said|says|told|tells|wrote|writes"
    r"|added|adds|"
    r"argued|argues|noted|notes|believes|suggests|explained|claimed|stated|warned|tweeted"
    r"|confirmed|"
    r"announced|insisted|continued|asked|replied|testified|recalled)\b"
)
SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|according to|quoted|asked|by|added|wrote|named|identified as|name is)\s+$"
)
IDENTIFIED = re.compile(
    r"\b(?:identified|named|identity|victims?|killed|shot|suspects?|arrested|charged|dead"
    r"|known|detained|abducted|kidnapped|murdered|slain)\b[^.\n]{0,70}$",
    re.IGNORECASE,
)
DID_AFTER = re.compile(
    r"^,?\s+(?:was|were|is|has|had|who|died|lived|went|came|and his|and her|fled|became|attended"
    r"|worked|"
    r"survived|remains|pleaded|faces|allegedly|shot|served|took|opened)\b"
)
CHILD = re.compile(
    r"\b(?:[1-9]|1[0-7])[- ]year[- ]old\b|, (?:[1-9]|1[0-7])(?:,|\.|;)|\b(?:boy|girl|toddler"
    r"|infant|schoolgirl|schoolboy)\b",
    re.IGNORECASE,
)
VICTIM = re.compile(
    r"\b(?:killed|slain|murdered|dead|died|dies|death|wounded|injured|shot|stabbed|beheaded"
    r"|abducted|"
    r"kidnapped|missing|tortured|raped|victims?|mourn\w*|funeral|buried|burial|survivors?|survived|"
    r"hospitali[sz]ed|executed|massacred|assassinated|gunned|memorial|vigil|bodies|body"
    r"|(?:murder|killing|assassination) of)\b",
    re.IGNORECASE,
)
SUSPECT = re.compile(
    r"\b(?:suspects?|suspected|arrested|charged|accused|detained|custody|indicted|convicted"
    r"|alleged|"
    r"allegedly|gunman|shooter|pleaded|sentenced|wanted|bail|jailed)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:^|\n)\s*(?:By|BY|Author Bio:|Author:|Reporting by|Editing by|Written by)\s+$"
)
PERSON_AFTER = re.compile(
    r"^['’]s\s+(?:(?:two|three|four|five|six|young|elder|eldest|younger|only|late)\s+){0,2}(?:family"
    r"|mother|father|wife|husband|sons?|daughters?|body|home|house|death|funeral|child(?:ren)?"
    r"|brothers?|sisters?|friends?|parents?)\b"
)
COLOURS = word_set(
    """white black green gray grey king day knight banks rivers church price young long"""
)
"""Surnames among the words of places that few places have after a given name."""

DATES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february july september
    october november december"""
)
"""Days and months that are no given names ("April" and "August" are)."""

WRAPPED = 60
"""A line of at least this many characters was broken by its width, not by its sense."""

TITLE_PARTS = word_set(
    """ret deputy vice acting foreign prime interior supreme staff joint chiefs armed"""
)
"""Words inside titles ("Deputy Foreign Minister", "Joint Chiefs of Staff")."""

KIN_WORDS = (
    r"(?:(?:grand|step|half-?)?(?:sons?|daughters?|brothers?|sisters?|mother|father)|wife|husband"
    r"|wives|widow|fianc[ée]e?|child|children|bab(?:y|ies)|boys?|girls?|twins?|nephews?|nieces?"
    r"|cousins?|aunt|uncle|neighbou?rs?)"
)
"""Words of kin, and of those who live as near."""

PLACE_FIRST = word_set(
    """san santa santo saint st sainte barangay purok sitio kampung puerto villa ciudad fort mount
    cape deir tel tell wadi kafr kfar khirbet ain ras jabal jebel qasr qala beit bayt bir port
    camp lake"""
)
"""First words of places' names ("Deir", "Santa"), which few persons' names begin with."""

BESIDE_NAMES = word_set("""resident villager witness eyewitness survivor""")
"""Words for a person before the name that are no part of it ("Resident Aro Vell")."""

PRONOUNS = word_set("""he she it they we i the a his her their this that in on at""")

CONTRACTED = word_set(
    """he's she's it's that's there's here's who's what's where's how's let's today's"""
)
"""Words that "'s" makes no owners."""

KIN = re.compile(
    r"^(?:the\s+|a\s+|his\s+|her\s+|their\s+)?(?:\w+\s+)?(?:son|daughter|wife|husband|brother"
    r"|sister|mother|father|"
    r"uncle|aunt|cousin|nephew|niece|friend|grand\w+|girlfriend|boyfriend|bodyguard|driver|widow)\b"
)
SUFFIX = re.compile(r"\b(?:Jr|Sr)$")

CONTEXT = 80
"""Characters on either side of a name in which roles and fates are read: about a clause."""

ROLE_BY_WORD = 2
"""A role in capitals counts only among the first words of an apposition; later it is a surname."""

_OFFICE = (
    r"(?:chief|leader|head|commander|emir|founder|minister|secretary|coordinator|co-ordinator"
    r"|spokes(?:man|woman|person)|representative|ambassador|envoy|director|governor|mayor"
    r"|president|chancellor|prosecutor|commissioner|premier|chair(?:man|woman|person)?|rapporteur)s?"
)
_HELD_IN = (
    r"(?:(?:the|a|its|and|of|for|in|to|at|un|state|police|army|defen[cs]e|interior|foreign|affairs"
    r"|security|intelligence|military|operations|humanitarian|political|rebel|armed|militant"
    r"|mission|group|party|militia|movement|wing|organi[sz]ation|region|province|city|town"
    r"|district|country|council|union|agency|ministry|department|office|forces?|brigade|battalion"
    r"|cell|branch|bureau|faction|clan|committee|staff|company)"
    r"|\d\w*|(?-i:[A-ZÀ-Þ])[\w’'-]*)"
)
"""Words of what an office is held in; a verb among them ends the office."""
OF_A_GROUP = re.compile(
    rf"\b(?:then-)?(?:chief|leader|head|commander|emir|founder)s?,?\s+$"
    rf"|\b(?:then-|vice[- ])?{_OFFICE}\s+(?:of|in|for|to)\s+(?:{_HELD_IN}\s+){{0,7}}"
    rf"{_HELD_IN},?\s+$"
    r"|['’]s\s+(?:then-)?(?:leader|head|chief)\W{0,3}$",
    re.IGNORECASE,
)

KIN_OF = re.compile(
    r"\b(?:son|daughter|wife|husband|brother|sister|mother|father|uncle|aunt|cousin|nephew|niece"
    r"|friend|relative|bodyguard|guard|driver|aide|assistant|widow|child|children|family|member)s?"
    r"\s+(?:of|to|for)\s+(?:the\s+|an?\s+)?(?:former\s+|late\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Words before an office that tell of somebody else ("a cousin of the mayor of Olsk, ...")."""

OFFICE_REACH = 80
"""Characters before a name in which the office that it holds is read."""

RANKS = word_set(
    """sub-inspector lt lieutenant sgt sergeant capt captain maj major col colonel det detective
    inspector investigator supt superintendent trooper"""
)
"""Ranks whose bearers speak for their force when they are quoted; a constable is a witness too."""

COURT = word_set("""judge justice magistrate""")
"""Titles of a court, beside whose bearers words of trials are no suspicion."""

INNER_TITLES = word_set(
    """minister president premier chancellor secretary senator sen rep congressman congresswoman
    governor gov mayor ambassador commissioner chairman chairwoman spokesman spokeswoman
    spokesperson director coordinator superintendent supt prosecutor sheriff lt lieutenant sgt
    sergeant capt captain col colonel brig brigadier det detective inspector investigator
    constable trooper dr prof professor principal mr mrs ms judge"""
)
"""Titles that no name has inside: what stands before them is an office or a place."""

SHIPS = word_set("""mv ms mt ss ins uss hms hmas rms fv""")
"""Letters before the name of a ship."""
