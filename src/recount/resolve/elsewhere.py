"""Places and sites named beside an incident that are not where it was.

A victim's home, the country whose forces acted, the history in which it was the worst, the
court that tries it and the hall where it was announced stand as near to the words of an
incident as its own place.
"""

from __future__ import annotations

import re

from recount.model import Span
from recount.resources.grammar.small_numbers import SMALL_NUMBERS

_BEFORE = 60
_AFTER = 50
"""Characters looked at on either side of a name."""

_HOME_BEFORE = re.compile(
    r"(?:\b(?:aged?\s+)?\d{1,3}(?:-year-old)?,\s+(?:an?\s+\w+\s+)?(?:of|from)|"
    r"\b(?:natives?|residents?|citizens?|nationals?)\s+of|\b(?:born|raised|grew up|educated|"
    r"lives|resides|buried)\s+(?:in|at)|\b(?:emigrated|immigrated|moved)\s+(?:\w+\s+){0,4}from)\s+"
    r"(?:the\s+)?(?:\w+\s+)?(?:(?:[\w.’'-]+\s+){0,2}[\w.’'-]+,\s+)?$",
    re.IGNORECASE,
)
"""Words before where somebody is at home ("Ala Torv, 35, of Osset")."""
_ORIGIN = re.compile(
    r"\b(?:\w+(?:workers|men|women|ists|ants|eers|ers)|workers?|nationals?|citizens?|women|men|woman|"
    r"man|people|students?|pilgrims?|soldiers?|fighters?|contractors?|refugees?|tourists?)\s+"
    r"(?:\w+ly\s+)?from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before the country that somebody comes from ("two aid workers from Velmar")."""
_FROM_TOWN = re.compile(
    rf"\b(?:an?|the|{SMALL_NUMBERS}|several|some|both|\d+)\s+"
    r"(?:(?!(?:\w*k?m|kilomet\w+|miles?|met(?:re|er)s?|yards?|blocks?|hours?|minutes?|distance|"
    r"roads?|highways?|tracks?|routes?|way|railways?|lines?|paths?|drive|walk|far|away|steps?|stone|throw|took|taken|were|was)\b)[\w-]+\s+){1,3}from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:,\s[^,.;]{1,30},)?\s+(?:to|towards?)\b")
"""What goes on behind the beginning of a way ("the road from Osset to Velm")."""
_INHABITS = re.compile(
    r"\b(?:inhabitants|villagers|dwellers|townspeople|people|families|youths|relatives)\s+"
    r"(?:of|(?:who|that)\s+(?:ha(?:ve|d)\s+)?(?:fled|left|escaped))\s+(?:the\s+)?$|"
    r"\b(?:stolen|hijacked|hired|rented|bought|registered|manufactured|assembled|purchased)\s+"
    r"(?:\w+\s+)?(?:in|at|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before where people live or lived, and where a car or a weapon came from."""
_STAFF = re.compile(
    r"\s+(?:hospital|clinic|university|college|school|detachment|garrison|battalion|brigade|"
    r"diocese|chamber|town hall|council)\b"
)
_OF_STAFF = re.compile(
    r"\b(?:nurses?|doctors?|medics?|teachers?|students?|employees?|workers?|staff|members?|"
    r"soldiers?|officers?|rector|director|lecturers?|professors?|drivers?|guards?|priests?)\s+"
    r"(?:of|from|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words around the name of the town where people worked ("two nurses of the Osset hospital")."""
_TAKEN = re.compile(
    r"\b(?:abduct|kidnap|seiz|snatch|evacuat|displac|expel|forc|flee|fled|rescu|detain|arrest|"
    r"captur|tak|took|steal|stole|loot|remov|recover)\w*\b",
    re.IGNORECASE,
)
"""Words that take people or things away from where it happened."""
_LEVEL_SITE = re.compile(r"(?:the\s+)?(?:village|town|city|hamlet)", re.IGNORECASE)
_CALLED = re.compile(r"\s+(?:of|called|named)\s+(?:the\s+)?[A-ZÀ-Þ]")
"""What follows a word that tells of what kind the place named behind it is."""
_HISTORY = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?history\b|\s+soil\b.{0,40}\b(?:since|in (?:decades|years|history))",
    re.IGNORECASE,
)
"""Words behind the name of whose history an incident was the worst."""
_ACTING = re.compile(
    r"(?:-(?:led|backed|made|based|born|trained|style|built|supplied)\b|\s+(?:(?:drone|air|missile|"
    r"special|ground|coalition|security|peacekeeping|federal|naval|armed|combat)\s+)?(?:strikes?|"
    r"air ?strikes?|raids?|forces|troops|soldiers|marines|commandos|army|navy|military|air force|"
    r"aircraft|warplanes?|jets|helicopters?|drones?|warships?|officials?|diplomats?|citizens?|"
    r"nationals?|congress|president|senator|intelligence|lawmakers?)\b)",
    re.IGNORECASE,
)
"""Words behind the country that acts, not the one where it happened ("a Velmar drone strike")."""
_BOUND = re.compile(r"-bound\b")
"""What follows the place that somebody is under way to ("an Osset-bound bus")."""
_WHERE = re.compile(r"\b(?:in|at|near|inside|across|outside|around|into)\s+$", re.IGNORECASE)
_OUTLET = re.compile(
    r"(?:\s+\d{1,2})?\s+(?:TV|Television|Radio|Times|Herald|Tribune|Gazette|Journal|Post|News|"
    r"Press|Daily|Observer|Chronicle|Broadcasting)\b"
)
_FROM_SITE = re.compile(
    r"[^.;]{0,25}\b(?:\d+|an?|few|several|two|three|four|five|some)\s+(?:miles?|kilomet\w+|km|"
    r"blocks?|met(?:er|re)s|yards)\s+(?:\w+\s+)?from\s+(?:the\s+)?(?:scene|site|spot|place)",
    re.IGNORECASE,
)
"""Words behind what lies away from where it happened."""
_COURT = re.compile(r"\bcourts?\b|\bcourt ?(?:houses?|rooms?)\b", re.IGNORECASE)
_TRIED = re.compile(
    r"\b(?:appear\w*|plead\w*|pled|pleas?|charg\w+|trials?|hearings?|arraign\w*|sentenc\w+|judges?|"
    r"magistrates?|rul(?:ed|ing)|convict\w*|testif\w+|prosecut\w+|attorneys?|lawyers?|lawsuits?|"
    r"indict\w*|news conference|press conference|bail|custody|filed|docket|verdicts?)\b",
    re.IGNORECASE,
)
_ATTACKED = re.compile(
    r"\b(?:attack\w*|bomb\w*|raid\w*|storm\w*|blast|explosion|shooting|gunmen|opened fire)\s+"
    r"(?:\w+\s+){0,3}(?:on|at|in|outside|inside|near|into|the|an?)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:ahead of|before|plann\w+|upcoming|next (?:week|month|year)['’]?s?|scheduled|"
    r"call(?:ed|s)? for|demand\w*|launch)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_GATHERING = re.compile(r"\b(?:rall(?:y|ies)|march(?:es)?|protests?|processions?)\b", re.IGNORECASE)
_STYLE = re.compile(r"-(?:style|type|like)\b")
_BRAND = re.compile(
    r"\ban?\s+(?:(?!(?:in|at|near|of|on|to|from|outside|inside|and|for|by|called|named)\b)"
    r"[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""An article before a name that no gazetteer has: one shop of many ("a West Side Burgo")."""
_PREFIX = r"(?:INS|USS|HMS|MV|MT|SS|RMS|USNS|HMAS|HMCS)"
_INITIALS = re.compile(r"[A-Z]{2,5}")
"""What stands for a force or a body in a text that is not in capitals ("AFU")."""
_SHIP = re.compile(rf"\b{_PREFIX}\s+$")
_SHIP_NAME = re.compile(rf"{_PREFIX}\b")


def is_elsewhere(text: str, name: Span) -> bool:
    """Return whether the words around a place name make it no place of an incident.

    >>> told = "Cpl. Ala Torv, 21, of Osset, was killed in Marwa."
    >>> is_elsewhere(told, Span(22, 27)), is_elsewhere(told, Span(43, 48))
    (True, False)
    """
    before = text[max(0, name.start - _BEFORE) : name.start]
    after = text[name.end : name.end + _AFTER]
    if _HOME_BEFORE.search(before) or _FROM_SITE.match(text, name.end):
        return True
    if _HISTORY.match(after) or _OUTLET.match(after) or _BOUND.match(after):
        return True
    return _ACTING.match(after) is not None and _WHERE.search(before) is None


def is_origin(text: str, country: Span) -> bool:
    """Return whether a country is where people come from, not where it happened.

    >>> is_origin("It hit two aid workers from Velmar.", Span(28, 34))
    True
    """
    return _ORIGIN.search(text[max(0, country.start - _BEFORE) : country.start]) is not None


def is_home(text: str, town: Span) -> bool:
    """Return whether a place may be where somebody comes from ("a shepherd from Osset")."""
    before = text[max(0, town.start - _BEFORE) : town.start]
    works = _OF_STAFF.search(before) and _STAFF.match(text, town.end)
    if _INHABITS.search(before) or works:
        return True
    if _TO.match(text, town.end) or _TAKEN.search(before):
        return False
    return _FROM_TOWN.search(before) is not None


_TREATED = re.compile(
    r"\b(?:died|dies|succumbed|pronounced dead|treat\w+|recover\w+|admitted|stabili[sz]\w+|"
    r"surgeons?|doctors?|lies?|lie|hospitali[sz]ed|under care|morgue|operating table)\b"
    r"[^.;!?]{0,40}\b"
    r"(?:hospitals?|clinics?|morgues?|infirmary|centres?|centers?|surgeons|doctors)\s+(?:in|at|of)\s+"
    r"(?:the\s+)?(?:[A-ZÀ-Þ][\w'’-]+(?:,\s+|\s+and\s+))?$|"
    r"\b(?:surgeons?|doctors?|medics?|hospitals?|clinics?)\s+in\s+$"
)
_IN_HOSPITAL = re.compile(
    r"\b(?:in|at|from)\s+(?:an?\s+|the\s+)?(?:(?:[A-ZÀ-Þ][\w'’-]*|military|general|regional|public|"
    r"district|city|main|private|field|university)\s+){1,4}[Hh]ospital\s+(?:in|at|of)\s+$"
)
"""Words before the town of a hospital: where people lay, unless it was attacked."""
_HIT = re.compile(
    r"\b(?:attack|bomb|raid|storm|shell|blast|expl|str[iu](?:ck|ke)|shot|shoot|fir(?:e|ing)|gunm[ae]n|"
    r"hit|blew|abduct|kidnap|arrest|protest|demonstrat)\w*",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:evacuat\w+|airlift\w+|medevac\w*|flown|rushed|referred|transferred|transported|ferried|"
    r"driven|brought|carried|taken|moved|fled|flee\w*|sent|returned|returning)\s+"
    r"(?:(?!(?:from|near|outside|in|where)\b)[\w'’-]+\s+){0,4}(?:to|for|towards?)\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){0,3}(?:hospitals?|clinics?|barracks|prison|base)\s+(?:in|at|of)\s+)?$|"
    r"\b(?:roads?|highway|track|way|bound|headed|heading|en route|travel\w+|on its way|convoy)\s+"
    r"(?:to|for|towards?)\s+(?:the\s+)?$|"
    r"\b(?:bodies|dead|casualties|wounded|injured|detainees)\s+(?:\w+\s+){0,4}to\s+$",
    re.IGNORECASE,
)
"""Words before where people were taken, or went, afterwards or had yet to come to."""
_SPOKEN = re.compile(
    r"\b(?:(?:said|says|told|announced|confirmed|spoke|speaking|reported|warned|pledged|promised)\s+"
    r"(?:(?:the\s+)?(?:reporters|journalists|newsmen|a news conference|parliament|mourners)\s+)?"
    r"(?:by (?:tele)?phone\s+)?(?:in|from)|at the (?:request|behest|invitation) of|"
    r"(?:orders?|instructions?)\s+(?:from|of)|(?:ministry|ministries|government|authorities|headquarters|cabinet|parliament|embassy|"
    r"mission|bureau|diplomats?)\s+(?:in|of))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before where somebody speaks or rules."""
_RIDE = re.compile(r"\s+(?:bus|minibus|coach|train|ferry|taxi)\b")
"""What follows the town that a ride goes to ("the passengers of the Osset bus")."""
_WATERS = re.compile(r"\s+(?:River|Creek|Lake|Mountains?|Hills|Range)\b")


def is_left_for(text: str, name: Span) -> bool:
    """Return whether a place may be where people were taken, went, or spoke, and no more.

    Another place that is told goes before it.

    >>> told = "Shells hit Osset. Two died in a hospital in Kharun."
    >>> is_left_for(told, Span(11, 16)), is_left_for(told, Span(44, 50))
    (False, True)
    """
    before = text[max(0, name.start - _BEFORE) : name.start]
    if _WATERS.match(text, name.end) or _RIDE.match(text, name.end):
        return True
    lay = _IN_HOSPITAL.search(before)
    if lay is not None and _HIT.search(before, 0, lay.start()) is None:
        return True
    return any(words.search(before) for words in (_TREATED, _CARRIED, _SPOKEN))


def is_no_place(text: str, name: Span) -> bool:
    """Return whether a name that no gazetteer has is that of a shop, a ship or a force."""
    before = text[max(0, name.start - _BEFORE) : name.start]
    words = name.of(text)
    ship = _SHIP.search(before) or _SHIP_NAME.match(words)
    initials = _INITIALS.fullmatch(words) is not None and not before.isupper()
    return ship is not None or initials or _BRAND.search(before) is not None


def is_other_site(text: str, sentence: Span, site: Span) -> bool:
    """Return whether a site is not where it was: a court that tries it, a rally to come.

    The "village" of "the village of Osset" is none either, for its name is the place.

    >>> told = "He appeared in court over the attack."
    >>> is_other_site(told, Span(0, len(told)), Span(15, 20))
    True
    """
    before = text[max(sentence.start, site.start - _BEFORE) : site.start]
    words = site.of(text)
    if _LEVEL_SITE.fullmatch(words) and _CALLED.match(text, site.end):
        return True
    if _STYLE.match(text, site.end) or _FROM_SITE.match(text, site.end, sentence.end):
        return True
    if _GATHERING.search(words) and _COMING.search(before):
        return True
    if _COURT.search(words) is None or _ATTACKED.search(before):
        return False
    rest = f"{text[sentence.start : site.start]} | {text[site.end : sentence.end]}"
    return _TRIED.search(rest) is not None
