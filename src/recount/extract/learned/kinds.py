"""The type of an incident where its words tell more than the heads learned to.

MUC-4's keys, most of what the heads learned types from, do not tell kinds of blast apart, nor a
fight from an attack. The rules are those of ``docs/annotation.md``; the counts in the comments
are of the training labels.
"""

from __future__ import annotations

import re
from functools import lru_cache

from recount.extract.learned.crowds import (
    BY_CROWD,
    LAW,
    force_at_protest,
    is_brawl,
    kind_of_protest,
)
from recount.extract.learned.drafts import Draft
from recount.extract.learned.words import Page
from recount.model import IncidentType, Scope

_KEPT = 1024
"""Sentences of which it is kept where words stand in them."""

_KINDS: tuple[tuple[IncidentType, re.Pattern[str]], ...] = (
    (
        IncidentType.SUICIDE_BOMB,
        re.compile(
            r"suicid|bomber\b|(?:blew|blow(?:s|ing)?) (?:him|her|them)sel|"
            r"(?:charge|explosives?|device|bomb|vest|belt)\s+(?:\w+\s+){0,2}?(?:under|beneath|inside|"
            r"strapped to|taped to|sewn into)\s+(?:his|her|their)\s+(?:\w+\s+)?(?:veils?|cloth\w+|"
            r"robes?|burqas?|coats?|jackets?|dress(?:es)?|shirts?|hijabs?|uniforms?|bod(?:y|ies)|chests?|waists?)|"
            r"(?:packed|stuffed|crammed|laden|loaded|rigged|filled)\s+with\s+explosives[^.;]{0,40}?"
            r"\b(?:driven|drove|rammed|ploughed|plowed|crashed)\s+(?:in)?to|"
            r"\b(?:drove|rammed|ploughed|plowed|crashed)\b[^.;]{0,40}?\b"
            r"(?:packed|stuffed|crammed|laden|loaded|rigged|filled)\s+with\s+explosives",
            re.IGNORECASE,
        ),
    ),
    (IncidentType.AIR_STRIKE, re.compile(r"drone|\bu(?:av|cav)s?\b|quadcopter", re.IGNORECASE)),
    (
        IncidentType.GRENADE,
        re.compile(
            r"grenade|"
            r"\b(?:threw|throw(?:s|ing|n)?|hurl\w*|toss\w*|lobb\w*|flung|fling\w*)\s+"
            r"(?:(?!petrol|gasoline|fuel|fire)[\w-]+\s+){0,3}?bombs?\b|"
            r"(?<!petrol )(?<!gasoline )(?<!fuel )\bbombs?\s+"
            r"(?:(?:was|were|is|are|been|being|had|have|has)\s+){0,2}(?:\w+ly\s+)?"
            r"(?:thrown|hurled|tossed|lobbed|flung)\b",
            re.IGNORECASE,
        ),
    ),
    (
        IncidentType.AIR_STRIKE,
        re.compile(
            r"\bair\b|air-?(?:strike|raid|craft)|jets?\b|war-?planes?|planes?\b|helicopter|"
            r"bombers\b|strafe|gunships?\b|(?:glide|guided|barrel)\s+bomb|"
            r"\b(?:f|mig|su)-\d{1,3}s?\b",
            re.IGNORECASE,
        ),
    ),
    (
        IncidentType.SHELLING,
        re.compile(
            r"shell|mortar|artiller|rocket|missile|cannon|bazooka|howitzer|projectile|katyusha|"
            r"himars|iskander|cluster (?:munition|bomb)|\bgrads?\b",
            re.IGNORECASE,
        ),
    ),
)
"""Words that tell which kind of blast it was; without any it was a bomb or mine."""
_SHOTS = re.compile(r"\b(?:gun)?shots?\b|\bgun-?fire|\bbullets?\b|opened fire", re.IGNORECASE)
_BOMB = re.compile(r"bomb|blast|explo|\bieds?\b|\w*bied\b|mines?\b|detonat", re.IGNORECASE)
_FIREBOMB = re.compile(
    r"(?:petrol|gasoline|fuel|fire)[\s-]?bomb\w*|molotov(?:\s+cocktail)?s?|incendiar\w+(?:\s+bombs?)?",
    re.IGNORECASE,
)
"""Bottles of fuel burn, and are no explosives."""
BLASTS = frozenset({kind for kind, _ in _KINDS} | {IncidentType.REMOTE_EXPLOSIVE})
"""Types of blasts; what rules hold for one of them stands beside the heads' type."""


def kind_of(page: Page, draft: Draft, kind: IncidentType, scope: Scope) -> IncidentType:
    """Return the type of a draft.

    Args:
        page: the document under reading.
        draft: triggers and what belongs to them.
        kind: the type that heads and lexicon give.
        scope: the scope that the heads give.
    """
    if scope is Scope.ACCIDENT:
        return IncidentType.OTHER  # 184 of 184 accidents
    if kind in _NOT_WORSE and any(_RAPE.fullmatch(one) for one in _trigger_words(page, draft)):
        return IncidentType.SEXUAL_VIOLENCE
    if kind in _HARMLESS_IF_SAFE and _is_made_safe(page, draft):
        return IncidentType.DISRUPTED_WEAPONS
    if kind in BLASTS:
        return _kind_of_blast(page, draft)
    if kind is IncidentType.OTHER and _touches(page, draft, _STRUCK_MINE):
        return IncidentType.REMOTE_EXPLOSIVE
    if kind is IncidentType.ATTACK:
        return _kind_of_attack(page, draft)
    if kind in (IncidentType.PEACEFUL_PROTEST, IncidentType.PROTEST_INTERVENTION):
        return kind_of_protest(_told(page, draft), kind)
    if kind in _RAIDS and _is_find(page, draft):
        return IncidentType.DISRUPTED_WEAPONS
    if kind is IncidentType.ARMED_CLASH and is_brawl(_told(page, draft)):
        return IncidentType.MOB_VIOLENCE
    return kind


_NOT_WORSE = frozenset(
    {
        IncidentType.ATTACK,
        IncidentType.ABDUCTION,
        IncidentType.ARMED_CLASH,
        IncidentType.MOB_VIOLENCE,
        IncidentType.ARRESTS,
        IncidentType.LOOTING,
    }
)
"""Types that rape goes before: "raped and robbed" is sexual violence."""
_RAPE = re.compile(
    r"(?:(?:was|were|been|the|a)\s+)?(?:gang[- ])?rap(?:ed|es?|ing)|"
    r"sexual(?:ly)?\s+(?:assault|abus|violen)\w*",
    re.IGNORECASE,
)


def _trigger_words(page: Page, draft: Draft) -> list[str]:
    return [page.text[trigger.start : trigger.end] for trigger in draft.triggers]


def scope_of(page: Page, draft: Draft, scope: Scope) -> Scope:
    """Return the scope of a draft: who runs over a mine met with no accident.

    Args:
        page: the document under reading.
        draft: triggers and what belongs to them.
        scope: the scope that the heads give.
    """
    words = _trigger_words(page, draft)
    if any(_ACCIDENT.fullmatch(one) for one in words) and not any(map(_MEANT.search, words)):
        return Scope.ACCIDENT
    if scope is Scope.ACCIDENT and _touches(page, draft, _STRUCK_MINE):
        return Scope.POLITICAL
    return scope


_ACCIDENT = re.compile(r"(?:(?:the|an?)\s+)?(?:\w+\s+)?accidents?", re.IGNORECASE)
_MEANT = re.compile(r"assassin|murder|bomb|explo|attack|shot|shoot", re.IGNORECASE)
"""Words for deeds, beside which "accident" may be what somebody called one."""


def _kind_of_attack(page: Page, draft: Draft) -> IncidentType:
    """Return what kind of attack it was, as far as its target and its doers tell."""
    told = _told(page, draft)
    at_protest = force_at_protest(told)
    if at_protest is not None:
        return at_protest
    doers = " ".join(_words_of(page, draft, "perpetrator"))
    far = next((kind for kind, words in _FROM_AFAR if words.search(doers)), None)
    if far is not None:
        return far
    if _hits_bomb(page, draft):
        return IncidentType.REMOTE_EXPLOSIVE
    if _is_fight(page, draft) or _hits_armed(page, draft):
        return IncidentType.ARMED_CLASH
    if _CROWD.search(doers) is not None or _touches(page, draft, BY_CROWD):
        return IncidentType.MOB_VIOLENCE
    return IncidentType.ARRESTS if _is_arrest(page, draft) else IncidentType.ATTACK


def _words_of(page: Page, draft: Draft, *tags: str) -> list[str]:
    return [page.text[one.span.start : one.span.end] for one in draft.under(*tags)]


_FROM_AFAR = (
    (
        IncidentType.AIR_STRIKE,
        re.compile(
            r"\b(?:drones?|uavs?|jets?|war-?planes?|aircraft|helicopters?)\b", re.IGNORECASE
        ),
    ),
    (
        IncidentType.SHELLING,
        re.compile(r"\b(?:artillery|mortars?|rockets?|missiles?|howitzers?)\b", re.IGNORECASE),
    ),
)
"""Doers that are arms ("artillery killed two"), with what they do. Weapons alone do not tell:
shotguns leave shells."""
_CROWD = re.compile(r"\b(?:crowds?|mobs?)\b", re.IGNORECASE)
_IN_WAIT = r"(?:bombs?|devices?|mines?|land-?mines?|ieds?|explosives?|booby[- ]?traps?|charges?)\b"
_STRIKES = (
    r"\b(?:hits?|hit|struck|strikes|ran over|runs over|run over|drove over|stepped on|trod on|"
    r"set off|detonated|triggered|tripped|"
    r"(?:drove|ran|rode|rolled|walked)\s+(?:on\s*to|over|into))\s+"
    r"(?:an?|the|one|two)\s+(?:[\w\"“”'-]+\s+){0,2}?"
)
_STRUCK_MINE = re.compile(rf"{_STRIKES}(?:land-?|anti-\w+\s+)?(?:mines?|ieds?)\b", re.IGNORECASE)
_STRUCK_BOMB = re.compile(
    rf"{_STRIKES}{_IN_WAIT}|"
    r"\b(?:killed|wounded|injured|maimed|hurt|crippled)\s+(?:by|when|in)\s+(?:an?|the|one|two)\s+"
    r"(?:[\w\"“”'-]+\s+){0,3}?(?:mines?|land-?mines?|ieds?|booby[- ]?traps?)\b",
    re.IGNORECASE,
)
_FORCE = (
    r"(?:federal\s+)?(?:police|army|military|gendarmerie|gendarmes?|border|civil guard|"
    r"national guard|navy|naval|air force|security)"
)
_AT_ARMED = re.compile(
    r"\b(?:attack\w*|raid\w*|assault\w*|storm\w*|ambush\w*|fir(?:ed|ing)|shots?|shooting|crept up|"
    r"overr[au]n|set upon|came)\b(?:(?!\bby\b)[^.;]){0,60}?\b"
    rf"(?:{_FORCE}\s+(?:\w+\s+)?(?:posts?|stations?|checkpoints?|bases?|barracks|garrisons?|huts?|"
    r"headquarters|patrols?|convoys?|outposts?|camps?|detachments?|positions?|units?|columns?)|"
    r"barracks|garrisons?|(?:\w+\s)?(?:infantry|artillery|cavalry|military)\s"
    r"(?:brigade|battalion|regiment|detachment))\b",
    re.IGNORECASE,
)
"""An attack on an armed position: in 659 labelled documents four types right by it, none wrong."""
_TAKES = re.compile(
    r"(?:detain\w*|arrest\w*|apprehend\w*|round(?:ed|ing|s)? up|pick(?:ed|ing|s)? up|"
    r"(?:led|took|taken) (?:\w+ )?(?:away|into custody))",
    re.IGNORECASE,
)


def _touches(page: Page, draft: Draft, words: re.Pattern[str]) -> bool:
    """Whether a trigger stands in such words."""
    return any(
        first <= trigger.end and trigger.start <= end
        for trigger in draft.triggers
        if (home := page.sentence_at(trigger.start)) is not None
        for first, end in _found(words, page.text, home.start, home.end)
    )


@lru_cache(maxsize=_KEPT)
def _found(words: re.Pattern[str], text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return where such words stand in a sentence, which every account in it asks for."""
    return tuple(found.span() for found in words.finditer(text, start, end))


def _hits_bomb(page: Page, draft: Draft) -> bool:
    """Whether somebody sets off what lies in wait ("their truck hit a mine")."""
    return _touches(page, draft, _STRUCK_BOMB)


def _hits_armed(page: Page, draft: Draft) -> bool:
    """Whether soldiers or police were attacked at their post or on the way, by no blast alone."""
    if not _touches(page, draft, _AT_ARMED):
        return False
    told = _told(page, draft)
    return _BOMB.search(told) is None and not any(words.search(told) for _, words in _KINDS)


def _is_arrest(page: Page, draft: Draft) -> bool:
    """Whether all that is told is that forces of the state take people."""
    words = _trigger_words(page, draft)
    takes = all(_TAKES.fullmatch(one) for one in words) or (
        len(draft.under("killed", "wounded")) == 0 and _TAKES.search(_told(page, draft)) is not None
    )
    return takes and any(LAW.search(one) for one in _words_of(page, draft, "perpetrator"))


_MUTUAL = re.compile(
    r"\breturn(?:ed|ing|s)?\s+(?:the\s+)?(?:gun)?fire\b|\bfir(?:ed|ing)\s+back\b|\bshot\s+back\b|"
    r"\bexchang\w+\s+(?:of\s+)?(?:gun)?(?:fire|shots)\b|\bgun\s?-?(?:battle|fight)s?\b|"
    r"\bshoot-?outs?\b|\bfire-?fights?\b",
    re.IGNORECASE,
)
"""Words for both sides firing: 33 of 37 accounts with a trigger among them are armed clashes."""
_REACH = 25
"""Characters around a trigger within which such words are looked for."""


def _is_fight(page: Page, draft: Draft) -> bool:
    """Whether a trigger stands in words for both sides firing."""
    return any(
        found.start() < trigger.end and trigger.start < found.end()
        for trigger in draft.triggers
        for found in _MUTUAL.finditer(
            page.text, max(0, trigger.start - _REACH), trigger.end + _REACH
        )
    )


_RAIDS = frozenset({IncidentType.ARMED_CLASH, IncidentType.ATTACK, IncidentType.OTHER})
_FINDS = re.compile(
    r"(?:(?:the|this|that|a|another)\s+)?(?:\w+\s+)?(?:confiscat\w*|seiz\w*|discover\w*|found|"
    r"search(?:es)?(?:\s+operations?)?|comb\w*(?:\s+operations?)?|recover\w*|caches?)",
    re.IGNORECASE,
)
"""Triggers that tell of a find: 21 of 27 accounts that have no others are of disrupted weapons."""
_ARMS = re.compile(
    r"\b(?:arms|weapons?|rifles?|guns?|pistols?|ammunition|munitions?|explosives?|dynamite|grenades?|"
    r"mortars?|mines?|bombs?|rockets?|cartridges|detonators?|ieds?|machine-?guns?)\b",
    re.IGNORECASE,
)


def _is_find(page: Page, draft: Draft) -> bool:
    """Whether all triggers tell of a find, and their sentences of arms."""
    words = _trigger_words(page, draft)
    return all(_FINDS.fullmatch(one) for one in words) and (
        _ARMS.search(_told(page, draft)) is not None
    )


_HARMLESS_IF_SAFE = BLASTS | _RAIDS
_BOMBS = r"(?:bombs?|devices?|mines?|land-?mines?|ieds?|explosives?|charges?|shells?|ordnance)"
_UNDONE = r"(?:defus\w+|neutrali[sz]\w+|disarmed|deactivated|dismantled|disabled|destroyed|removed)"
_MADE_SAFE = re.compile(
    rf"\b{_UNDONE}\s+(?:(?!with\b|by\b|in\b|using\b)[\w-]+\s+){{0,6}}?{_BOMBS}\b|"
    rf"\b{_BOMBS}\s+(?:(?!and\b)[\w-]+\s+){{0,8}}?(?:was|were|been|being)\s+(?:\w+ly\s+)?"
    r"(?:defus\w+|neutrali[sz]\w+|disarmed|deactivated|dismantled)\b|"
    rf"\b(?:made|render\w*)\s+(?:(?:it|them|the\s+\w+)\s+)?(?:\w+ly\s+)?safe\b|"
    r"\bcontrolled\s+(?:explosion|detonation|blast)s?\b|"
    r"\b(?:engineers?|sappers?|deminers?|bomb\s+(?:disposal|squad)|disposal\s+(?:experts?|teams?))\b"
    rf"[^.;]{{0,80}}?\b(?:detonated|blew|exploded)\s+(?:it|them|(?:[\w-]+\s+){{0,5}}?{_BOMBS})\b",
    re.IGNORECASE,
)
_GOES_OFF = re.compile(r"\b(?:went off|exploded|explosion|ripped|tore)\b", re.IGNORECASE)


def _is_made_safe(page: Page, draft: Draft) -> bool:
    """Whether each sentence of the incident tells of bombs undone before they harmed anybody."""
    if len(draft.under("killed", "wounded", "casualties")) > 0:
        return False
    homes = [page.sentence_at(trigger.start) for trigger in draft.triggers]
    told = [page.text[home.start : home.end] for home in homes if home is not None]
    return len(told) > 0 and all(
        _MADE_SAFE.search(one) is not None and _GOES_OFF.search(one) is None for one in told
    )


def _told(page: Page, draft: Draft) -> str:
    """Return the sentences of the triggers."""
    homes = {home.index: home for t in draft.triggers if (home := page.sentence_at(t.start))}
    return " ".join(page.text[home.start : home.end] for home in homes.values())


_BOMBED = re.compile(r"\bbomb(?:ed|ings?|ard\w*)\b", re.IGNORECASE)
_STRIKE = re.compile(r"\bstrikes?\b", re.IGNORECASE)
_FORCES = re.compile(
    r"\b(?:army|air\s+force|armed\s+forces|government|troops|military|(?:air)?planes?|aircraft|"
    r"helicopters?|jets?|regime|coalition|soldiers?|pilots?)\b",
    re.IGNORECASE,
)
"""Whose bombs fall from the air: 36 of 44 bombings by them are air strikes, none a planted bomb."""


def _from_the_air(page: Page, draft: Draft) -> bool:
    """Whether triggers tell of a strike, or of a bombing by those who have aircraft."""
    words = _trigger_words(page, draft)
    doers = [page.text[one.span.start : one.span.end] for one in draft.under("perpetrator")]
    bombed = any(_BOMBED.search(one) is not None for one in words)
    return any(_STRIKE.search(one) is not None for one in words) or (
        bombed and any(_FORCES.search(one) is not None for one in doers)
    )


def throws_bomb(page: Page, draft: Draft) -> bool:
    """Return whether the surest trigger's sentence tells of grenades or of bombs thrown by hand.

    No word of the lexicon tells that "tossed a bomb" is anything but a bomb.
    """
    thrown = next(words for kind, words in _KINDS if kind is IncidentType.GRENADE)
    return thrown.search(_told(page, Draft(draft.triggers[:1], ()))) is not None


def _kind_of_blast(page: Page, draft: Draft) -> IncidentType:
    """Return the kind of blast that the words of the triggers' sentences tell of.

    The surest trigger's sentence goes before the others, if it tells of its kind.
    """
    told = _told(page, Draft(draft.triggers[:1], ()))
    if not (_FIREBOMB.search(told) or any(words.search(told) for _, words in _KINDS)):
        told = _told(page, draft)
    if _FIREBOMB.search(told) is not None:
        told = _FIREBOMB.sub(" ", told)
        if not (_BOMB.search(told) or any(words.search(told) for _, words in _KINDS)):
            harmed = len(draft.under("killed", "wounded", "casualties", "victim")) > 0
            return IncidentType.ATTACK if harmed else IncidentType.LOOTING
    only_shots = _SHOTS.search(told) is not None and _BOMB.search(told) is None
    rest = IncidentType.ATTACK if only_shots else IncidentType.REMOTE_EXPLOSIVE
    if _from_the_air(page, draft):
        rest = IncidentType.AIR_STRIKE
    return next((one for one, words in _KINDS if words.search(told)), rest)
