"""Frames of one document that tell of one incident become one draft of an account.

A frame joins an earlier draft when nothing speaks against it (another day, place, site
or family of types) and enough speaks for it (it points back, stands near, or shares day,
place or site). Else it founds a draft of its own if it has evidence enough; else it is
left out, since words that merely allude to violence are not an incident.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from recount.extract.rules.entries import in_two_entries, items_of
from recount.extract.rules.frames import Frame, founds_account
from recount.extract.rules.grain import compare
from recount.extract.rules.scan import Scan, Sentence
from recount.extract.rules.settings import minor_site
from recount.model import EventType, IncidentType, Realis, Span, event_type, family
from recount.resources.gazetteer import Place, PlaceName
from recount.resources.grammar.time_expression import TimeExpression

_NEAR_KM = 40.0
"""Two names this close may be one place told at two grains (a town and its suburb)."""
_JOIN = 2
_JOIN_POINTING_BACK = 1
_LAST_RESORT = 4
"""Points for a frame that would found an account of its own to join one instead."""

_VIOLENT = {EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS}


@dataclass(slots=True)
class Draft:
    """An account in the making: its frames, the founding one first."""

    frames: list[Frame] = field(default_factory=list)
    said: list[Sentence] = field(default_factory=list)
    """Sentences without words of an incident that say who did it."""

    @property
    def founder(self) -> Frame:
        """The frame that founded the draft."""
        return self.frames[0]

    @property
    def last(self) -> Frame:
        """The frame that stands last in the text."""
        return max(self.frames, key=lambda frame: frame.start)

    def times(self) -> list[TimeExpression]:
        """All times of its frames."""
        return [time for frame in self.frames for time in frame.times]

    def places(self) -> list[PlaceName]:
        """All event places of its frames."""
        return [place for frame in self.frames for place in frame.places]

    def site_kinds(self) -> set[str]:
        """Classes of its telling sites."""
        return {s.kind for frame in self.frames for s in frame.sites if not minor_site(s)}


def merge_frames(text: str, frames: Sequence[Frame], entries: Sequence[Span] = ()) -> list[Draft]:
    """Return the drafts that the frames of one document make, in order of founding.

    Args:
        text: the document's text.
        frames: its frames, in order.
        entries: the entries of a list of incidents; what two of them tell of is never joined.
    """
    drafts: list[Draft] = []
    for frame in frames:
        if not frame.sentence.heading:
            known = [d for d in drafts if not in_two_entries(entries, frame.start, d.last.start)]
            fresh = _place_frame(text, frame, known)
            drafts.extend(fresh)
    for frame in frames:
        if frame.sentence.heading:
            _place_heading(text, frame, drafts)
    return drafts


_SAID_WITHIN = 6
"""Sentences after an incident within which "the group denied it" still speaks of it."""


def attach_claims(scan: Scan, drafts: Sequence[Draft]) -> None:
    """Give sentences that only say who did it to the incident told last before them.

    In a list it is one of the same item.
    """
    items = items_of(scan)
    told = {frame.sentence.index for draft in drafts for frame in draft.frames}
    for sentence in scan.sentences:
        if len(sentence.claims) == 0 or sentence.index in told or _of_many(sentence):
            continue
        before = [
            d
            for d in drafts
            if (near := _nearest_before(d, sentence)) is not None
            and items.get(near) == items[sentence.index]
        ]
        if len(before) > 0:
            max(before, key=lambda d: _nearest_before(d, sentence) or 0).said.append(sentence)


def _of_many(sentence: Sentence) -> bool:
    """Whether the sentence speaks of violence in general ("accused of targeting schools")."""
    return any(
        trigger.plural or trigger.article not in {"definite", "indefinite"}
        for trigger in sentence.triggers
    )


def _nearest_before(draft: Draft, sentence: Sentence) -> int | None:
    near = [
        frame.sentence.index
        for frame in draft.frames
        if 0 < sentence.index - frame.sentence.index <= _SAID_WITHIN
    ]
    return max(near, default=None)


def _place_frame(text: str, frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """Join a frame to the draft it fits best; return the draft that it founds else, if any."""
    if len(told_of_many(frame)) > 0:
        return []
    best = _best_draft(text, frame, drafts)
    founds = founds_account(frame) and not (best is not None and _is_bare_effect(frame))
    if best is not None:
        draft, points = best
        if points >= _needed(frame, founds=founds):
            draft.frames.append(frame)
            return []
    return [Draft([frame])] if founds else []


def told_of_many(frame: Frame) -> tuple[Span, ...]:
    """Return the words of a frame that tell of several incidents at once, or of a habit."""
    if frame.habitual and not founds_account(frame):
        return (Span(frame.start, frame.end),)
    if _series(frame):
        return tuple(Span(t.start, t.end) for t in frame.triggers)
    return ()


def _is_bare_effect(frame: Frame) -> bool:
    """Whether only people harmed are told of, with no day, place or event of their own."""
    return frame.type is None and len(frame.times) + len(frame.places) + len(frame.sites) == 0


def _is_arrest_in_passing(frame: Frame) -> bool:
    bare = len(frame.times) + len(frame.places) == 0
    return bare and frame.type is IncidentType.ARRESTS


def _needed(frame: Frame, *, founds: bool) -> int:
    if _is_bare_effect(frame) or _is_arrest_in_passing(frame):
        return 0
    if frame.new and founds:
        return _LAST_RESORT + 2
    if frame.definite:
        return _JOIN_POINTING_BACK
    return _LAST_RESORT if founds else _JOIN


def _place_heading(text: str, frame: Frame, drafts: list[Draft]) -> None:
    """A headline repeats the first account it fits; alone it may found one."""
    if _series(frame):
        return
    for draft in drafts:
        if affinity(text, frame, draft) is not None:
            draft.frames.append(frame)
            return
    if len(drafts) == 0 and founds_account(frame):
        drafts.append(Draft([frame]))


def _series(frame: Frame) -> bool:
    """Whether the words tell of several incidents at once ("the recent attacks")."""
    only_plural = len(frame.triggers) > 0 and all(
        t.plural and t.article in {"definite", "bare"} for t in frame.triggers
    )
    return only_plural and not (len(frame.counts) > 0 and len(frame.times) > 0)


def _best_draft(text: str, frame: Frame, drafts: Sequence[Draft]) -> tuple[Draft, int] | None:
    best: tuple[Draft, int] | None = None
    for draft in reversed(drafts):
        points = affinity(text, frame, draft)
        if points is not None and (best is None or points > best[1]):
            best = (draft, points)
    return best


def affinity(text: str, frame: Frame, draft: Draft) -> int | None:
    """Return how much speaks for the frame telling of the draft's incident.

    ``None`` when something speaks against it. Points: same day 2, same site 2, same
    place 1, near in the text up to 2, same specific type 1.
    """
    if not _types_fit(frame, draft) or not _realis_fit(frame, draft):
        return None
    if not _words_fit(text, frame, draft):
        return None
    dates = _compare_times(frame.times, draft.times())
    places = _compare_places(frame.places, draft.places())
    sites = _compare_sites(frame, draft)
    if -1 in (dates, places, sites):
        return None
    points = 2 * dates + places + 2 * sites + _nearness(frame, draft)
    if _same_kind(frame, draft.founder):
        points += 1
    return points


_MANNERS = (
    "assassinat",
    "behead",
    "execut",
    "stabb",
    "lynch",
    "murder",
    "kidnap",
    "abduct",
    "rape",
    "raping",
    "shell",
    "ambush",
    "siege",
)
"""Stems of manners: "the assassination" points back only to what was told as one."""


def _words_fit(text: str, frame: Frame, draft: Draft) -> bool:
    manners = _manners(text, frame)
    if len(manners) == 0:
        return True
    if draft.founder.type is None:
        return True
    theirs = {manner for member in draft.frames for manner in _manners(text, member)}
    return not frame.definite or len(manners & theirs) > 0


def _manners(text: str, frame: Frame) -> set[str]:
    told = [text[t.start : t.end].casefold() for t in frame.triggers]
    return {stem for stem in _MANNERS for words in told if stem in words}


def _same_kind(frame: Frame, founder: Frame) -> bool:
    if frame.type is None:
        return False
    if founder.type is None:
        return _violent(frame.type)
    return frame.type is founder.type


def _nearness(frame: Frame, draft: Draft) -> int:
    gap = frame.sentence.index - draft.last.sentence.index
    if gap <= 1:
        return 2
    if gap <= 3 or frame.sentence.segment.index == draft.last.sentence.segment.index:
        return 1
    return 0


def _types_fit(frame: Frame, draft: Draft) -> bool:
    if frame.type is None:
        return True
    if frame.type is IncidentType.ARRESTS and _is_demonstration(draft):
        return frame.sentence.index - draft.last.sentence.index <= _ARRESTS_WITHIN
    if all(t.generic for t in frame.triggers):
        return any(f.type is None or _violent(f.type) for f in draft.frames)
    specific = [
        f.type
        for f in draft.frames
        if f.type is not None and not all(t.generic for t in f.triggers)
    ]
    if len(specific) == 0:
        return _violent(frame.type) or draft.founder.type is None
    return any(family(frame.type) == family(kind) for kind in specific)


_ARRESTS_WITHIN = 8
"""Sentences after a protest within which arrests are those at the protest."""


def _is_demonstration(draft: Draft) -> bool:
    return draft.founder.type is not None and family(draft.founder.type) == "demonstration"


def _violent(kind: IncidentType) -> bool:
    return event_type(kind) in _VIOLENT


def _realis_fit(frame: Frame, draft: Draft) -> bool:
    happened = {Realis.ACTUAL, Realis.COMMEMORATED, Realis.ATTEMPTED}
    mine, theirs = frame.realis, draft.founder.realis
    return mine is theirs or (mine in happened and theirs in happened)


def _compare_times(left: Sequence[TimeExpression], right: Sequence[TimeExpression]) -> int:
    """1: same day; -1: different days; 0: nothing to compare."""
    results = [compare(a, b) for a in left[:1] for b in right]
    if 1 in results:
        return 1
    return -1 if -1 in results else 0


def _compare_places(left: Sequence[PlaceName], right: Sequence[PlaceName]) -> int:
    fine_left, fine_right = _finest(left), _finest(right)
    if len(fine_left) == 0 or len(fine_right) == 0:
        return 0
    if any(places_fit(a, b) for a in fine_left for b in fine_right):
        return 1
    return -1


def _finest(names: Sequence[PlaceName]) -> list[PlaceName]:
    fine = [n for n in names if not any(c.kind in {"country", "region"} for c in n.candidates)]
    return fine if len(fine) > 0 else list(names)


def places_fit(left: PlaceName, right: PlaceName) -> bool:
    """Return whether two names can mean one place, or one can lie in the other."""
    if left.key == right.key:
        return True
    if len(left.candidates) == 0 or len(right.candidates) == 0:
        return False
    return any(_fit(a, b) for a in left.candidates[:8] for b in right.candidates[:8])


def _fit(a: Place, b: Place) -> bool:
    if a.id == b.id:
        return True
    if a.country != b.country:
        return False
    if "country" in (a.kind, b.kind):
        return True
    for outer, inner in ((a, b), (b, a)):
        if outer.kind == "admin1" and inner.kind != "admin1" and inner.admin1 == outer.name:
            return True
        if outer.kind == "admin2" and inner.admin2 == outer.name:
            return True
    settled = a.kind == b.kind == "settlement"
    return settled and _distance_km(a, b) < _NEAR_KM


def _distance_km(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    scale = math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * scale)


def _compare_sites(frame: Frame, draft: Draft) -> int:
    mine = {site.kind for site in frame.sites if not minor_site(site)}
    theirs = draft.site_kinds()
    if len(mine) == 0 or len(theirs) == 0:
        return 0
    if mine & theirs:
        return 1
    return 0 if frame.definite and len(frame.counts) == 0 else -1
