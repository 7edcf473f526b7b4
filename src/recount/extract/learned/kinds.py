"""The type of an incident where its words tell more than the heads learned to.

MUC-4's keys, most of what the heads learned types from, do not tell kinds of blast apart, nor a
fight from an attack. The rules are those of ``docs/annotation.md``; the counts in the comments
are of the training labels.
"""

from __future__ import annotations

import re

from recount.extract.learned.drafts import Draft
from recount.extract.learned.words import Page
from recount.model import IncidentType, Scope

_KINDS: tuple[tuple[IncidentType, re.Pattern[str]], ...] = (
    (
        IncidentType.SUICIDE_BOMB,
        re.compile(r"suicid|bomber\b|(?:blew|blow(?:s|ing)?) (?:him|her|them)sel", re.IGNORECASE),
    ),
    (IncidentType.GRENADE, re.compile(r"grenade", re.IGNORECASE)),
    (
        IncidentType.AIR_STRIKE,
        re.compile(
            r"\bair\b|air-?(?:strike|raid|craft)|drone|jets?\b|war-?planes?|planes?\b|helicopter|"
            r"bombers\b|strafe",
            re.IGNORECASE,
        ),
    ),
    (
        IncidentType.SHELLING,
        re.compile(r"shell|mortar|artiller|rocket|missile|cannon|bazooka", re.IGNORECASE),
    ),
)
"""Words that tell which kind of blast it was; without any it was a bomb or mine."""
_SHOTS = re.compile(r"\b(?:gun)?shots?\b|\bgun-?fire|\bbullets?\b|opened fire", re.IGNORECASE)
_BOMB = re.compile(r"bomb|blast|explo|\bieds?\b|\w*bied\b|mines?\b|detonat", re.IGNORECASE)
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
    if kind in BLASTS:
        return _kind_of_blast(page, draft)
    if kind is IncidentType.ATTACK and _is_fight(page, draft):
        return IncidentType.ARMED_CLASH
    if kind in _RAIDS and _is_find(page, draft):
        return IncidentType.DISRUPTED_WEAPONS
    return kind


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
    words = [page.text[trigger.start : trigger.end] for trigger in draft.triggers]
    return all(_FINDS.fullmatch(one) for one in words) and (
        _ARMS.search(_told(page, draft)) is not None
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
    words = [page.text[trigger.start : trigger.end] for trigger in draft.triggers]
    doers = [page.text[one.span.start : one.span.end] for one in draft.under("perpetrator")]
    bombed = any(_BOMBED.search(one) is not None for one in words)
    return any(_STRIKE.search(one) is not None for one in words) or (
        bombed and any(_FORCES.search(one) is not None for one in doers)
    )


def _kind_of_blast(page: Page, draft: Draft) -> IncidentType:
    """Return the kind of blast that the words of the triggers' sentences tell of."""
    told = _told(page, draft)
    only_shots = _SHOTS.search(told) is not None and _BOMB.search(told) is None
    rest = IncidentType.ATTACK if only_shots else IncidentType.REMOTE_EXPLOSIVE
    if _from_the_air(page, draft):
        rest = IncidentType.AIR_STRIKE
    return next((one for one, words in _KINDS if words.search(told)), rest)
