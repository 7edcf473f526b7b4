"""Words of violence that tell of none: attacks in debates and ads, a shot at the title, names.

Politics and sport borrow the words of war. A borrowed word stands beside words of speech and
campaign, and nothing near it bleeds, burns or is armed; a word that only such violence has
("ambushed", "shelled") is never taken for borrowed.
"""

from __future__ import annotations

import re

from recount.model import Span

_BORROWED = re.compile(
    r"(?:re)?(?:attack|assault|battl|fight|clash|blast|strik|spar|hit|punch|slam|gird)\w*|fought|"
    r"struck|onslaughts?|offensives?|wars?|feuds?|salvos?|barrages?|broadsides?|"
    r"duels?|brawls?|skirmish\w*|confront\w*",
    re.IGNORECASE,
)
"""Words that politics and sport borrow."""
_SPOKEN = re.compile(
    r"\b(?:ads?|adverts?|advertis\w+|super PACs?|debat(?:es?|ed|ing)|town halls?|rhetoric\w*|"
    r"talking points|criti(?:cism|ci[sz]\w+)|insult\w*|mailers?|op-?eds?|columnists?|"
    r"stump speech(?:es)?|campaign trail|(?:comparing|calling|accusing|branding|mocking|casting|"
    r"portraying|depicting|describing|labell?ing|denouncing)\s+(?:him|her|them|it|[A-Z][\w.]+)|"
    r"(?:to|that)\s+(?:paint|portray|cast|depict|brand)|designed to|[Ww]hat do (?:you|we|they)\s+"
    r"(?:\w+\s+)?(?:think|make)\s+of|(?:voting|policy|business|political|public) record|"
    r"(?:his|her|their|['’]s)\s+(?:\w+\s+)?(?:character|credentials|credibility|integrity|"
    r"judge?ment|qualifications|temperament))\b"
)
"""Words beside which one borrowed word is one of speech."""
_POLITICS = re.compile(
    r"\b(?:candidates?|rivals?|primar(?:y|ies)|caucus(?:es)?|nominees?|nomination|front-?runners?|"
    r"polls|pollsters?|voters?|Republicans?|Democrats?|Democratic|GOP|senators?|Sen\.|Rep\.|Gov\.|"
    r"governors?|congress(?:man|woman)|lawmakers?|legislators?|delegates?|presidential|"
    r"conservatives?|liberals?|establishment|hearing|statement|interview|tweet(?:s|ed|ing)?|"
    r"twitter|speech(?:es)?|remarks|email(?:s|ing)?|campaign(?:s|ing|ed)?|win|victory|fundrais\w+)(?!\w)",
    re.IGNORECASE,
)
_FEW = 2
"""Different words of politics that one borrowed word needs beside it."""
_REAL = re.compile(
    r"\b(?:kill\w*|dead|die[ds]?|dying|deaths?|wound\w*|injur\w*|casualt\w+|victims?|gun\w*|armed|"
    r"bomb\w*|explo\w+|weapons?|kni(?:fe|ves)|rifles?|grenades?|rockets?|missiles?|shell(?:s|ed|ing)|"
    r"mortars?|artillery|polic\w+|officers?|soldiers?|troops|militants?|rebels?|fighters|insurgen\w+|"
    r"guerr?ill\w+|terror\w*|jihad\w*|arrest\w*|detain\w*|hospital\w*|protest\w*|riot\w*|mobs?|"
    r"crowds?|supporters|stones?|rocks|torch\w*|burn\w*|loot\w*|convoy|motorcade|checkpoints?|"
    r"militias?|army|military|forces|suspects?|hostages?|kidnap\w*|abduct\w*|blood\w*|claim\w*\s+"
    r"responsib\w+|condemn\w*|assassin\w*|massacr\w*|stabb\w*|airport|mosque|church|market|village|"
    r"vehicles?|warplanes?|drones?|border|front ?line|civilians?|residents|youths?|attackers?|"
    r"assailants?|perpetrators?|peacekeep\w*|cease-?fire)\b",
    re.IGNORECASE,
)
"""Words beside which a borrowed word may mean what it says."""
_SUFFERED = re.compile(
    r"\b(?:was|were|been|being|is|are|came under)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_BLAMED_FOR = re.compile(r"\s+(?:\w+\s+){0,4}(?:for|over|as|from (?:all|several|both) sides)\b")
_SPEECH_ADJECTIVE = re.compile(
    r"\b(?:verbal|rhetorical|personal|scathing|blistering|withering|stinging|partisan|negative|"
    r"ad hominem|(?:thinly[ -])?veiled|televised|online|media|twitter|harsh(?:est)?|pointed|"
    r"sharp(?:est|ly)?|character)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"(?:shot|fired|hit|struck|punched|fires|hits|shoots)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\s+back(?:\s*[,:]|\s+(?:in an?|on (?:twitter|facebook|air)|at (?:critics|his|her|"
    r"the (?:claim|critic|suggestion|notion))|with an?|by saying|saying|that|"
    r"against (?:critic|claims))\b)",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"(?:shots? (?:at (?:yet another|winning|redemption|glory|becoming|a (?:win|victory|second|"
    r"first|title|medal|job)|the (?:title|nomination|presidency|crown|job|prize|playoffs|top|"
    r"white house))|of (?:energy|adrenaline|confidence|reality|whisk\w+|vodka|tequila|espresso|"
    r"vaccine|insulin))|"
    r"landslide (?:win|victor|defeat|re-?election|election|majorit|margin|loss|triumph)\w*|"
    r"(?:without (?:firing )?(?:an?y? )?(?:single )?shots?(?: (?:being |having been )?fired)?|"
    r"(?:no|not a(?: single)?) shots? (?:was|were|is|are|had been|has been|being) (?:fired|heard)|"
    r"(?:none|nobody|no one)(?: [\w’']+){0,8}? heard (?:a|any) (?:gun)?shots?)|"
    r"(?:hail(?:stones?)?|winds?|gales?|storms?|rains?|waves?|frost|snow|heat|locusts?|sandstorms?)"
    r"(?: (?:has|have|had))? (?:bombarded|pounded|pummell?ed|blasted|attacked|assaulted|shelled|"
    r"hammered)|"
    r"fight(?:s|ing)? (?:for (?:every|votes?|the nomination|delegates|re-?election|the soul)|"
    r"over (?:the )?(?:bill|budget|nomination|policy))|"
    r"attack(?:s|ing)? (?:ads?|adverts?|lines?|dogs?|mailers?|campaign ads?|politics)|"
    r"(?:went|go|goes|going|gone) on the (?:offensive|attack)|(?:charm|media|diplomatic) offensive|"
    r"clash of (?:civili[sz]ations|cultures|wills|personalities|ideas)|"
    r"(?:assault|attack) (?:rifles?|weapons?|helicopters?|aircraft|jets?|submarines?)|"
    r"detention (?:cent(?:er|re)s?|facilit\w+)|violence (?:registry|prevention|hotline|shelter)|"
    r"bomb (?:squads?|disposal|shelters?)|strike (?:fighters?|groups?|aircraft))\b",
    re.IGNORECASE,
)
_BEFORE = 30
"""Characters before a word that an idiom or an adjective of speech may begin in."""
_AFTER = 40


_CONTEST = re.compile(
    r"\b(?:candidates?|primar(?:y|ies)|caucus(?:es)?|nominees?|nomination|front-?runners?|polls?|"
    r"pollsters?|polling|voters?|Republicans?|Democrats?|Democratic|GOP|senators?|Sen\.|Gov\.|"
    r"delegates?|presidential|super PACs?|campaign trail|ballots?|elections?|electoral)\b",
    re.IGNORECASE,
)
"""Words of a contest for votes; those of government alone stand in any report of a war."""
_HARM = re.compile(
    r"\b(?:kill(?:ed|ing)|dead|wounded|injured|bomb(?:s|ed|ing|ings|er|ers)?|explo(?:sion|ded)|"
    r"gunm[ae]n|militants?|soldiers?|troops|insurgents?|rebels?|casualties|massacres?|suicide|"
    r"terrorists?|hostages?)\b",
    re.IGNORECASE,
)
_MANY = 7
"""Different words of a contest from which a whole report is on one for votes."""


def tells_of_campaign(text: str) -> bool:
    """Return whether a report is on a contest for votes, by how many of its words are used.

    A report with half as many different words of harm tells of violence, too.
    """
    contest = len({found.group().casefold() for found in _CONTEST.finditer(text)})
    if contest < _MANY:
        return False
    harm = len({found.group().casefold() for found in _HARM.finditer(text)})
    return 2 * harm < contest


def is_figurative(text: str, sentence: Span, word: Span, *, campaign: bool = False) -> bool:
    """Return whether a word of violence in a sentence tells of no violence.

    Args:
        text: the report.
        sentence: the range of the sentence.
        word: the range of the word in it.
        campaign: whether the report is on a contest for votes (``tells_of_campaign``).

    >>> told = "The mayor unleashed a scathing attack on the council."
    >>> is_figurative(told, Span(0, len(told)), Span(31, 37))
    True
    """
    if _is_idiom(text, sentence, word):
        return True
    answered = _ANSWERED.match(text, word.start) is not None
    if not answered and _BORROWED.search(text, word.start, word.end) is None:
        return False
    if _is_name_part(text, sentence, word):
        return True
    beside = f"{text[sentence.start : word.start]} | {text[word.end : sentence.end]}"
    real = _REAL.search(beside) or _REAL.search(text, word.start, word.end)
    if real is not None or _is_suffered(text, sentence, word):
        return False
    if answered:
        return _BACK.search(text, word.start, sentence.end) is not None
    if _SPEECH_ADJECTIVE.search(text, max(sentence.start, word.start - _BEFORE), word.start):
        return True
    if _SPOKEN.search(beside) is not None:
        return True
    if _is_located(text, sentence, word):
        return False
    politics = {found.group().casefold() for found in _POLITICS.finditer(beside)}
    return campaign or len(politics) >= _FEW


_PLACED = re.compile(r"\s+(?i:in|at|near|outside)\s+(?:the\s+)?[A-Z]")
_PLACE_FIRST = re.compile(r"\b(?i:the) (?:\w+ )?(?:[A-Z][\w.’'-]+ ){1,3}(?:\w+ )?$")


def _is_located(text: str, sentence: Span, word: Span) -> bool:
    """Whether a place stands right beside a word ("the Osset attack", "fighting in Osset")."""
    low = max(sentence.start, word.start - _AFTER)
    after = _PLACED.match(text, word.end, sentence.end)
    return after is not None or _PLACE_FIRST.search(text[low : word.start]) is not None


def _is_suffered(text: str, sentence: Span, word: Span) -> bool:
    """Whether somebody was attacked and no reason of speech follows ("for his vote")."""
    low = max(sentence.start, word.start - _BEFORE)
    if _SUFFERED.search(text[low : word.start]) is None:
        return False
    return _BLAMED_FOR.match(text, word.end, sentence.end) is None


def _is_idiom(text: str, sentence: Span, word: Span) -> bool:
    low, high = max(sentence.start, word.start - _BEFORE), min(sentence.end, word.end + _AFTER)
    return any(
        found.start() < word.end and word.start < found.end()
        for found in _IDIOM.finditer(text, low, high)
    )


_CAPITALISED_NEXT = re.compile(r" [A-Z][a-z]+")
_MOST = 0.5
"""Share of capitalised words from which a line is a headline that capitalises all."""


def _is_name_part(text: str, sentence: Span, word: Span) -> bool:
    """Whether a word is part of a name ("the Fighting Herons"), not of a headline."""
    inside = text[word.start : word.end].split()
    if word.start == sentence.start or len(inside) != 1 or not inside[0][0].isupper():
        return False
    if inside[0].isupper() or _CAPITALISED_NEXT.match(text, word.end) is None:
        return False
    words = [w for w in text[sentence.start : sentence.end].split() if w[0].isalpha()]
    large = sum(w[0].isupper() for w in words)
    return large < _MOST * len(words)
