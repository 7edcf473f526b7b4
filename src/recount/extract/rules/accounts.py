"""Drafts become accounts: their words in roles, what is inherited, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recount.extract.rules.counts import FoundCount
from recount.extract.rules.entries import entry_of
from recount.extract.rules.frames import Frame, is_background
from recount.extract.rules.grain import Grain, compare, grain_of
from recount.extract.rules.merge import Draft
from recount.extract.rules.scan import Scan, Sentence, Trigger
from recount.extract.rules.settings import event_places, event_times, minor_site
from recount.extract.rules.sides import (
    answered,
    asserted,
    claims_of,
    only_speaks,
    perpetrators,
    targets,
    trigger_mentions,
    victims,
)
from recount.extract.rules.tallies import to_attribution
from recount.model import (
    Account,
    Attribution,
    Claim,
    EventType,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
    event_type,
)
from recount.resources.gazetteer import PlaceName
from recount.resources.grammar.time_expression import TimeExpression

_BASE, _STEP, _TOP = 0.35, 0.1, 0.95
"""Confidence of an account: a base and a step for each point of its founder's score."""


def build_account(scan: Scan, draft: Draft) -> Account:
    """Return the account that a draft makes."""
    triggers = _triggers(draft)
    incident_type = _type(draft)
    links = _links(scan, draft)
    scope, scope_cue = _scope(scan, draft, incident_type)
    realis, realis_cue = _realis(draft)
    document = scan.document
    return Account(
        id=Account.id_of(document.id, document.rendition, triggers),
        document=document.id,
        rendition=document.rendition,
        triggers=triggers,
        type=incident_type,
        realis=realis,
        scope=scope,
        links=links,
        claims=_claims(scan, draft, links),
        extent=_extent(draft),
        confidence=min(_TOP, _BASE + _STEP * max(0, draft.founder.score)),
        realis_cue=realis_cue,
        scope_cue=scope_cue,
        attribution=_sentence_attribution(draft.founder.sentence),
    )


def _triggers(draft: Draft) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for frame in draft.frames:
        if len(frame.triggers) > 0:
            found.extend(trigger_mentions(frame.triggers[:1]))
        elif len(frame.counts) > 0:
            effect = frame.counts[0].effect
            found.append(
                Mention(effect.start, effect.end, MentionRole.TRIGGER, IncidentType.ATTACK.value)
            )
    if len(found) == 0:
        founder = draft.founder
        found.append(Mention(founder.start, founder.end, MentionRole.TRIGGER))
    unique = list(dict.fromkeys(found))
    return tuple(unique)


def _type(draft: Draft) -> IncidentType:
    """The most specific type told: a named weapon or manner before a general word."""
    told: list[tuple[int, int, IncidentType]] = []
    for order, frame in enumerate(draft.frames):
        told.extend(
            (_generality(trigger), order, trigger.type)
            for trigger in frame.triggers[:2]
            if order == 0 or event_type(trigger.type) is EventType.EXPLOSIONS
        )
    if len(told) == 0:
        return IncidentType.ATTACK
    chosen = min(told, key=lambda item: item[:2])[2]
    kinds = {kind for _, _, kind in told}
    if chosen is IncidentType.REMOTE_EXPLOSIVE and IncidentType.SUICIDE_BOMB in kinds:
        return IncidentType.SUICIDE_BOMB
    protest = {IncidentType.PEACEFUL_PROTEST, IncidentType.PROTEST_INTERVENTION}
    if chosen in protest and any(c.role is LinkRole.KILLED for f in draft.frames for c in f.counts):
        return IncidentType.EXCESSIVE_FORCE
    return chosen


def _generality(trigger: Trigger) -> int:
    if trigger.generic:
        return 3
    if trigger.type is IncidentType.ATTACK:
        return 2
    return 1 if trigger.plural else 0


def _realis(draft: Draft) -> tuple[Realis, Span | None]:
    for frame in draft.frames:
        if frame.realis is Realis.COMMEMORATED:
            return frame.realis, frame.realis_cue
    return draft.founder.realis, draft.founder.realis_cue


def _extent(draft: Draft) -> Span:
    body = [f for f in draft.frames if not f.sentence.heading] or draft.frames
    return Span(min(f.sentence.start for f in body), max(f.sentence.end for f in body))


_ALWAYS_POLITICAL = {EventType.BATTLES, EventType.PROTESTS, EventType.RIOTS}
_SELDOM_CRIMINAL = {
    IncidentType.SUICIDE_BOMB,
    IncidentType.AIR_STRIKE,
    IncidentType.SHELLING,
    IncidentType.CHEMICAL_WEAPON,
}


def _scope(scan: Scan, draft: Draft, incident_type: IncidentType) -> tuple[Scope, Span | None]:
    trigger_scopes = [t.scope for f in draft.frames for t in f.triggers if t.scope is not None]
    if len(trigger_scopes) > 0 and incident_type is IncidentType.OTHER:
        first = next(t for f in draft.frames for t in f.triggers if t.scope is not None)
        return Scope.ACCIDENT, Span(first.start, first.end)
    found = _scope_cues(scan, draft)
    if event_type(incident_type) in _ALWAYS_POLITICAL or incident_type in _SELDOM_CRIMINAL:
        return Scope.POLITICAL, found.get(Scope.POLITICAL)
    named = any(not actor.generic for frame in draft.frames for actor in frame.sentence.actors)
    if Scope.POLITICAL in found and Scope.CRIMINAL not in found:
        return Scope.POLITICAL, found[Scope.POLITICAL]
    if Scope.CRIMINAL in found and not (Scope.POLITICAL in found and named):
        return Scope.CRIMINAL, found[Scope.CRIMINAL]
    if Scope.ACCIDENT in found and not named and Scope.POLITICAL not in found:
        return Scope.ACCIDENT, found[Scope.ACCIDENT]
    return (Scope.POLITICAL if named else Scope.UNCLEAR), found.get(Scope.POLITICAL)


def _scope_cues(scan: Scan, draft: Draft) -> dict[Scope, Span]:
    found: dict[Scope, Span] = {}
    for frame in draft.frames:
        for scope, pattern in scan.lexicon.scopes:
            match = pattern.search(scan.text, frame.sentence.start, frame.sentence.end)
            if match is not None and scope not in found:
                found[scope] = Span(match.start(), match.end())
    return found


def _links(scan: Scan, draft: Draft) -> tuple[Link, ...]:
    links: list[Link] = []
    frames = _body_first(draft)
    links.extend(_setting_links(frames, draft.founder))
    for frame in frames:
        links.extend(_count_links(frame))
        made = perpetrators(scan, frame)
        links.extend(made)
        links.extend(targets(scan, frame, made))
        links.extend(victims(scan.text, frame))
        links.extend(_weapon_links(frame))
    links.extend(_inherited(scan, draft, links))
    return tuple(dict.fromkeys(links))


def _body_first(draft: Draft) -> list[Frame]:
    return sorted(draft.frames, key=lambda f: (f.sentence.heading, f.start))


def _setting_links(frames: Sequence[Frame], founder: Frame) -> list[Link]:
    """Date, place and site from the first frame that has each; later ones only refine."""
    links: list[Link] = []
    dated = next((f for f in frames if len(f.times) > 0), None)
    if dated is not None:
        links.extend(_time_links(dated, inherited=dated is not founder))
        links.extend(_finer_times(frames, dated))
    placed = next((f for f in frames if _is_fine(f.places)), None)
    placed = placed or next((f for f in frames if len(f.places) > 0), None)
    if placed is not None:
        links.extend(_place_links(placed, inherited=placed is not founder))
    sited = next((f for f in frames if any(not minor_site(s) for s in f.sites)), None)
    sited = sited or next((f for f in frames if len(f.sites) > 0), None)
    if sited is not None:
        links.extend(_site_links(sited, inherited=sited is not founder))
    return links


def _finer_times(frames: Sequence[Frame], dated: Frame) -> list[Link]:
    first = dated.times[0]
    return [
        link
        for frame in frames
        if frame is not dated and len(frame.times) > 0
        if compare(first, frame.times[0]) == 1 or _refines(frame.times[0], first)
        for link in _time_links(frame, inherited=True)
    ]


def _refines(time: TimeExpression, other: TimeExpression) -> bool:
    return grain_of(time) is Grain.DAY and grain_of(other) is Grain.COARSE


def _is_fine(places: Sequence[PlaceName]) -> bool:
    return any(
        not any(c.kind in {"country", "region"} for c in place.candidates) for place in places
    )


def _time_links(frame: Frame, *, inherited: bool) -> list[Link]:
    return [
        Link(
            LinkRole.DATE,
            Mention(time.start, time.end, MentionRole.TIME),
            attribution=None,
            inherited=inherited,
        )
        for time in frame.times[:1]
    ]


def _place_links(frame: Frame, *, inherited: bool) -> list[Link]:
    return [
        Link(
            LinkRole.PLACE,
            Mention(place.start, place.end, MentionRole.PLACE),
            inherited=inherited,
        )
        for place in frame.places
    ]


def _site_links(frame: Frame, *, inherited: bool) -> list[Link]:
    return [
        Link(
            LinkRole.SITE,
            Mention(site.start, site.end, MentionRole.SITE, site.kind),
            inherited=inherited,
        )
        for site in sorted(frame.sites, key=minor_site)[:1]
    ]


def _count_links(frame: Frame) -> list[Link]:
    return [
        Link(
            role=count.role,
            mention=Mention(count.span.start, count.span.end, MentionRole.QUANTITY, _label(count)),
            attribution=_attribution_of(frame.sentence, count.span),
            part=count.part,
            victims=count.victims,
            antecedent=count.antecedent,
        )
        for count in frame.counts
    ]


def _label(count: FoundCount) -> str:
    return f"{count.label}+further" if count.further else count.label


def _weapon_links(frame: Frame) -> list[Link]:
    return [
        Link(LinkRole.WEAPON, Mention(w.start, w.end, MentionRole.WEAPON, w.kind))
        for w in frame.weapons[:2]
    ]


def _attribution_of(sentence: Sentence, span: Span) -> Attribution | None:
    for found in sentence.attributions:
        content = found.content
        if content is None or (content.start <= span.start and span.end <= content.end):
            return to_attribution(found)
    return None


def _sentence_attribution(sentence: Sentence) -> Attribution | None:
    return to_attribution(sentence.attributions[0]) if len(sentence.attributions) > 0 else None


def _claims(scan: Scan, draft: Draft, links: Sequence[Link]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    told = [frame.sentence for frame in _body_first(draft)]
    for sentence in dict.fromkeys([*told, *draft.said]):
        claims.extend(claims_of(scan.text, sentence))
    made = tuple(link for link in links if link.role is LinkRole.PERPETRATOR)
    claims.extend(asserted(made, scan))
    return tuple(dict.fromkeys(answered(claims)))


def _inherited(scan: Scan, draft: Draft, links: Sequence[Link]) -> list[Link]:
    """What the paragraph, the governing heading or the dateline says for the founder."""
    roles = {link.role for link in links}
    context = _context(scan, draft.founder)
    found: list[Link] = []
    if LinkRole.DATE not in roles:
        found.extend(_first(_inherited_times(scan, s) for s in context))
    if LinkRole.PLACE not in roles:
        found.extend(_scene_places(scan, draft.founder, context))
    if not _names_perpetrator(scan, links):
        found.extend(_heading_actor(scan, draft.founder.sentence))
    return found


def _scene_places(scan: Scan, founder: Frame, context: Sequence[Sentence]) -> list[Link]:
    """Return where the scene is: the nearest words that name more than a country, else those.

    Only a report that has named no place before is taken to tell of the town of its dateline.
    """
    named = {s.index: event_places(scan, s, s.start, s.end) for s in context}
    fine = [s for s in context if _is_fine(named[s.index])]
    places = _first(_inherited_places(scan, s) for s in [*fine, *context])
    if len(places) > 0 or len(scan.dateline) == 0:
        return places
    told = [s for s in scan.sentences if s.index < founder.sentence.index and not s.heading]
    places = _first(_inherited_places(scan, s) for s in reversed(told))
    return places if len(places) > 0 else _dateline_places(scan)


def _names_perpetrator(scan: Scan, links: Sequence[Link]) -> bool:
    named = {a.start for s in scan.sentences for a in s.actors if not a.generic}
    return any(link.role is LinkRole.PERPETRATOR and link.mention.start in named for link in links)


def _first(choices: Iterable[list[Link]]) -> list[Link]:
    return next((links for links in choices if len(links) > 0), [])


_SAME_TOWN = re.compile(
    r"\b(?:the|that|same) (?:same )?(?:town|city|village|capital|port|quarter|neighbou?rhood|"
    r"district|area|island|camp)\b",
    re.IGNORECASE,
)
"""Words that point back to the town last named, however far above."""


_LED = 3
"""Sentences behind the report's first one that its day and place still hold for. Further on it
gains days in military releases and joins mentions wrongly in local news (isaf, gvc dev)."""


def _context(scan: Scan, frame: Frame) -> list[Sentence]:
    """Sentences that set the scene, nearest first: paragraph, governing heading, title."""
    segment = frame.sentence.segment
    paragraph = [
        s
        for s in scan.sentences
        if s.segment.index == segment.index and s.index < frame.sentence.index
    ]
    governing = [s for s in scan.sentences if s.segment.index == segment.heading]
    # A sentence with a time of its own is not dated by the report's first sentences.
    timed = len(frame.sentence.times) > 0
    lead = [] if timed else [s for s in scan.sentences if not s.heading][:1]
    lead = [s for s in lead if frame.sentence.index - s.index <= _LED]
    opening = [s for s in [*lead, *scan.sentences[:2]] if s.index < frame.sentence.index]
    before = [
        s
        for s in scan.sentences
        if frame.sentence.index - s.index == 1 and s.segment.index != segment.index
    ]
    scene: list[Sentence] = []
    if _SAME_TOWN.search(scan.text, frame.start, frame.end):
        scene = [s for s in scan.sentences if s.index < frame.sentence.index]
    around = [*reversed(paragraph), *governing, *reversed(before), *opening, *reversed(scene)]
    home = entry_of(scan.entries, frame.start)
    # The title and the first sentences of a list tell of one of its entries, or of all of them.
    return [s for s in around if home is None or entry_of(scan.entries, s.start) == home]


def _inherited_times(scan: Scan, sentence: Sentence) -> list[Link]:
    times = event_times(scan, sentence, sentence.start, sentence.end)
    exact = [t for t in times if grain_of(t) is not Grain.COARSE]
    return [
        Link(
            LinkRole.DATE, Mention(t.start, t.end, MentionRole.TIME), inherited=True, confidence=0.5
        )
        for t in exact[:1]
    ]


def _inherited_places(scan: Scan, sentence: Sentence) -> list[Link]:
    named = event_places(scan, sentence, sentence.start, sentence.end)
    # Another incident's very site is not handed on; the town around it is.
    places = [p for p in named if not any(c.kind == "site" for c in p.candidates)]
    return [
        Link(
            LinkRole.PLACE,
            Mention(p.start, p.end, MentionRole.PLACE),
            inherited=True,
            confidence=0.5,
        )
        for p in places
    ]


def _dateline_places(scan: Scan) -> list[Link]:
    return [
        Link(
            LinkRole.PLACE,
            Mention(place.start, place.end, MentionRole.PLACE),
            inherited=True,
            confidence=0.4,
        )
        for place in scan.dateline
    ]


def _heading_actor(scan: Scan, sentence: Sentence) -> list[Link]:
    for heading in scan.sentences:
        if heading.segment.index != sentence.segment.heading:
            continue
        for trigger in heading.triggers:
            for actor in heading.actors:
                gap = trigger.start - actor.end
                if (
                    0 <= gap <= 25
                    and not actor.generic
                    and not is_background(scan.text, heading, trigger)
                    and not only_speaks(scan.text, Span(actor.start, actor.end))
                    and _TAKES_POSITION.search(scan.text, actor.end, trigger.start) is None
                ):
                    mention = Mention(actor.start, actor.end, MentionRole.PARTICIPANT)
                    return [Link(LinkRole.PERPETRATOR, mention, inherited=True, confidence=0.6)]
    return []


_TAKES_POSITION = re.compile(
    r"\b(?:claim|own|admit|blam|accus|den(?:y|ies|ied)|reject|disown|condemn|suspect)\w*\s",
    re.IGNORECASE,
)
"""Verbs of a heading that speak of one attack ("Front claims attack"), not of all told below it."""
