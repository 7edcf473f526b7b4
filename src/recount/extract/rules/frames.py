"""Frames: the parts of a sentence that each tell of one incident, with their words.

A sentence is cut where a new incident begins ("…, followed by a bombing in …"), and
only when both sides have a trigger or an effect and the right side has a date or a
place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recount.extract.rules.counts import FoundCount, find_counts
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.realis import judge_realis
from recount.extract.rules.scan import R, Scan, Sentence, Site, Trigger, Weapon, inside
from recount.extract.rules.settings import event_places, event_sites, event_times
from recount.model import EventType, IncidentType, LinkRole, Realis, Span, event_type, family
from recount.resources.gazetteer import PlaceName
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.time_expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Frame:
    """One incident as one sentence (or a part of it) tells it."""

    sentence: Sentence
    start: int
    end: int
    triggers: tuple[Trigger, ...]
    type: IncidentType | None
    """``None`` when only an effect is told ("Twenty people were killed")."""
    counts: tuple[FoundCount, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceName, ...]
    sites: tuple[Site, ...]
    weapons: tuple[Weapon, ...]
    realis: Realis
    realis_cue: Span | None
    new: bool
    """Whether the words mark another incident ("another", "in a separate attack")."""
    definite: bool
    """Whether the words point back ("the attack") or name only an effect."""
    habitual: bool
    score: int
    """Evidence that one incident is told of; see ``_score``."""

    @property
    def group(self) -> str | None:
        """The family of types within which reporters name one incident."""
        return None if self.type is None else family(self.type)


_CUTS = re.compile(
    r";\s+|,?\s+followed (?:\w+ \w+ )?by\s+|,\s+(?:and\s+)?(?=(?:another|a second|a separate)\b)"
    r"|,?\s+(?:and|while|whereas|but)\s+(?=(?:in|on|at|another|a second|a separate|elsewhere)\b)"
    r"|,\s+while\s+|\.\s+|,\s+(?=and (?:in|on) [A-Z])",
    re.IGNORECASE,
)

_BACKGROUND = re.compile(
    r"\b(?:after|before|following|since|behind|despite|during|amid|response to|retaliation for|"
    r"revenge for|wake of|aftermath of|connection with|linked to|related to|involved in|"
    r"accused of|suspected of|charged with|convicted of|mastermind(?:ed|s)?|result of|"
    r"because of|number of|scenes? of|prevent|avert|stop)\s+"
    r"(?:(?:the|an?|this|that|its|their|his|her|any|several|recent|latest|most|deadly|horrific|"
    r"\d{4}|[A-Z][\w’'-]+|[\w-]+)\s+){0,5}$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^[^,.;]{0,40}?\b(?:that|which|in which|who)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_ACCEPT = 3
"""Least score of a frame that founds an account of its own; set on the mission documents
and 60 articles of the shared training parts, read by eye."""


def build_frames(scan: Scan, sentence: Sentence) -> tuple[Frame, ...]:
    """Return the frames of a sentence, in order; none when it tells of no incident."""
    if len(sentence.triggers) == 0 and len(sentence.effects) == 0:
        return ()
    frames: list[Frame] = []
    for start, end in _clauses(scan, sentence):
        frames.extend(_frames_of(scan, sentence, start, end))
    return tuple(frames)


def founds_account(frame: Frame) -> bool:
    """Return whether the frame has evidence enough to found an account by itself."""
    return frame.score >= _ACCEPT


def _clauses(scan: Scan, sentence: Sentence) -> list[tuple[int, int]]:
    bounds = [sentence.start]
    for match in _CUTS.finditer(scan.text, sentence.start, sentence.end):
        if _own_event(scan, sentence, bounds[-1], match.start()) and _own_event(
            scan, sentence, match.end(), sentence.end, needs_setting=True
        ):
            bounds.append(match.end())
    bounds.append(sentence.end)
    return list(pairwise(bounds))


def _own_event(
    scan: Scan, sentence: Sentence, start: int, end: int, *, needs_setting: bool = False
) -> bool:
    triggers = inside(sentence.triggers, start, end)
    told = len(triggers) > 0 or len(inside(sentence.effects, start, end)) > 0
    if not needs_setting:
        return told
    setting = len(event_times(scan, sentence, start, end)) > 0
    setting = setting or len(event_places(scan, sentence, start, end)) > 0
    return told and setting and any(not t.generic or t.article != "definite" for t in triggers)


def _frames_of(scan: Scan, sentence: Sentence, start: int, end: int) -> list[Frame]:
    triggers = inside(sentence.triggers, start, end)
    counts = find_counts(scan.text, sentence, start, end)
    arrests = [t for t in triggers if t.type is IncidentType.ARRESTS]
    others = [t for t in triggers if t.type is not IncidentType.ARRESTS]
    arrested = tuple(c for c in counts if c.role is LinkRole.ARRESTED)
    rest = tuple(c for c in counts if c.role is not LinkRole.ARRESTED)
    foreground = [t for t in others if not is_background(scan.text, sentence, t)]
    frames: list[Frame] = []
    if len(arrests) > 0 and (len(arrested) > 0 or len(foreground) == 0):
        frames.append(_frame(scan, sentence, start, end, arrests, arrested))
    background_only = len(others) > 0 and len(foreground) == 0
    if background_only and len(arrests) > 0:
        return frames
    if len(others) > 0 or len(rest) > 0:
        chosen = foreground if len(foreground) > 0 else others
        frames.append(_frame(scan, sentence, start, end, chosen, rest, background=background_only))
    return frames


def is_background(text: str, sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a trigger only places something else ("after the attack on …").

    A relative clause that tells what it did brings it to the fore again.
    """
    if not trigger.noun or (trigger.article == "indefinite" and not trigger.plural):
        return False
    before = text[max(sentence.start, trigger.start - 90) : trigger.start]
    if _BACKGROUND.search(before) is None:
        return False
    following = [e for e in sentence.effects if e.start >= trigger.end]
    if len(following) > 0 and _RELATIVE.match(text[trigger.end : following[0].start]):
        return False
    return True


def _frame(
    scan: Scan,
    sentence: Sentence,
    start: int,
    end: int,
    triggers: Sequence[Trigger],
    counts: tuple[FoundCount, ...],
    *,
    background: bool = False,
) -> Frame:
    ordered = tuple(sorted(triggers, key=lambda t: (_rank(t), t.start)))
    anchor = ordered[0].start if len(ordered) > 0 else counts[0].effect.start if counts else start
    realis, cue = judge_realis(scan, sentence, ordered, counts, start, end)
    aside = () if background else _background_spans(scan.text, sentence)
    times = _outside(event_times(scan, sentence, start, end), aside)
    places = _outside(event_places(scan, sentence, start, end), aside)
    sites = _outside(event_sites(scan, sentence, start, end, anchor), aside)
    habitual = scan.lexicon.habitual.search(scan.text, start, end) is not None
    frame = Frame(
        sentence=sentence,
        start=start,
        end=end,
        triggers=ordered,
        type=_type(ordered),
        counts=counts,
        times=times,
        places=places,
        sites=sites,
        weapons=inside(sentence.weapons, start, end),
        realis=realis,
        realis_cue=cue,
        new=scan.lexicon.new.search(scan.text, start, end) is not None,
        definite=background or _definite(ordered, times),
        habitual=habitual,
        score=0,
    )
    return _with_score(frame, background=background)


def _background_spans(text: str, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Where the sentence names other incidents in passing ("behind the 2021 airport attack")."""
    spans: list[tuple[int, int]] = []
    for trigger in sentence.triggers:
        if is_background(text, sentence, trigger):
            low = max(sentence.start, trigger.start - 90)
            match = _BACKGROUND.search(text[low : trigger.start])
            if match is not None:
                spans.append((low + match.start(), trigger.end))
    return tuple(spans)


def _outside(items: tuple[R, ...], spans: tuple[tuple[int, int], ...]) -> tuple[R, ...]:
    return tuple(
        item for item in items if not any(s <= item.start and item.end <= e for s, e in spans)
    )


def _rank(trigger: Trigger) -> tuple[int, int]:
    generic = 2 if trigger.generic else 0
    return generic + (1 if trigger.plural else 0), _SPECIFIC.get(trigger.type, 5)


_SPECIFIC: dict[IncidentType, int] = {
    IncidentType.CHEMICAL_WEAPON: 0,
    IncidentType.SUICIDE_BOMB: 0,
    IncidentType.SEXUAL_VIOLENCE: 1,
    IncidentType.ABDUCTION: 1,
    IncidentType.AIR_STRIKE: 1,
    IncidentType.GRENADE: 2,
    IncidentType.SHELLING: 2,
    IncidentType.REMOTE_EXPLOSIVE: 3,
    IncidentType.ARMED_CLASH: 3,
    IncidentType.ATTACK: 4,
}


def _type(triggers: Sequence[Trigger]) -> IncidentType | None:
    if len(triggers) == 0:
        return None
    kinds = {trigger.type for trigger in triggers}
    if IncidentType.PEACEFUL_PROTEST in kinds and kinds & {
        IncidentType.PROTEST_INTERVENTION,
    }:
        return IncidentType.PROTEST_INTERVENTION
    return min(triggers, key=lambda t: (_rank(t), t.start)).type


def _definite(triggers: Sequence[Trigger], times: Sequence[TimeExpression]) -> bool:
    if len(triggers) == 0:
        return not any(_is_exact(time) for time in times)
    return all(
        (t.noun and t.article == "definite" and not t.plural) or (t.generic and not t.noun)
        for t in triggers
    )


def _with_score(frame: Frame, *, background: bool) -> Frame:
    score = _score(frame, background=background)
    values = {name: getattr(frame, name) for name in Frame.__slots__}
    return Frame(**{**values, "score": score})


def _score(frame: Frame, *, background: bool) -> int:
    """Points: a date 2, a count 2, a place or site 1, a singular or finite trigger 1, a crowd 1.

    Taken off: 3 for a habit or series without a day, 2 for plural or bare nouns only,
    2 for a trigger that only places something else.
    """
    dated = any(_is_exact(time) for time in frame.times)
    score = 2 if dated else (1 if len(frame.times) > 0 else 0)
    score += 2 if any(not count.part for count in frame.counts) else 0
    score += 1 if len(frame.places) > 0 or len(frame.sites) > 0 else 0
    solid = [t for t in frame.triggers if t.names_one]
    score += 1 if len(solid) > 0 else 0
    score += 1 if _gathers_crowd(frame) else 0
    if frame.habitual and not dated:
        score -= 3
    if len(frame.triggers) > 0 and len(solid) == 0 and _is_loose(frame, dated=dated):
        score -= 2
    if background:
        score -= 2
    return score


_CROWD = 20
"""People from whom on a protest is one that reports are made of."""


def _gathers_crowd(frame: Frame) -> bool:
    """Whether many people are counted in a protest ("about 300 people walked to the town hall")."""
    if frame.type is None or event_type(frame.type) is not EventType.PROTESTS:
        return False
    return any(
        one.kind is QuantityKind.PEOPLE and (one.number is None or one.number >= _CROWD)
        for one in inside(frame.sentence.quantities, frame.start, frame.end)
    )


def _is_loose(frame: Frame, *, dated: bool) -> bool:
    """Whether plural or bare nouns stand there without what would tie them to one incident."""
    counted = any(not count.part for count in frame.counts)
    if all(trigger.generic for trigger in frame.triggers) and not counted:
        return True
    if dated:
        return False
    return len(frame.times) > 0 or not counted


def _is_exact(time: TimeExpression) -> bool:
    return grain_of(time) in {Grain.DAY, Grain.WEEK, Grain.MONTH}
