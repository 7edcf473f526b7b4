"""Who is on which side of an incident: perpetrator, target, victim, and who claims it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.extract.rules.frames import Frame
from recount.extract.rules.scan import Scan, Sentence, Trigger, overlaps
from recount.model import Claim, Link, LinkRole, Mention, MentionRole, Span, Stance
from recount.resources.actors import ActorName
from recount.resources.voices.anybody import names_anybody
from recount.resources.voices.finder import WEAK

_BY = re.compile(
    r"(?<!held )(?<!controlled )(?<!ruled )(?<!occupied )(?<!governed )(?<!run )"
    r"(?<!administered )(?<!guarded )(?<!owned )"
    r"\b(?:by|carried out by|work of|blamed on|perpetrated by|launched by|staged by|"
    r"attributed to)\s+"
    r"(?:(?:the|an?|two|three|four|several|unknown|unidentified|suspected|alleged|armed|masked|"
    r"members of|fighters (?:of|from)|militants (?:of|from)|forces of|\w+)\s+){0,3}$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"^(?:['’]s?)?\s+(?:(?:fighters?|militants?|members?|gunmen|forces|troops|soldiers|"
    r"insurgents?|rebels|terrorists?|operatives?|group|suicide|bombers?|attackers?|guerrillas|"
    r"commandos?|policemen|officers|warplanes?|jets|aircraft|drones?|helicopters?|artillery|"
    r"dressed (?:up )?as [\w ]+?|armed with [\w ]+?|in [\w ]+? uniforms?|"
    r"on (?:motorcycles|motorbikes)|had|have|has|"
    r"also|then|later|reportedly|allegedly|recently|again|\d+|themselves)\s+){0,6}"
    r"(?:carried out|conducted|launched|staged|mounted|perpetrated|attacked|bombed|shelled|"
    r"ambushed|raided|stormed|shot|killed|opened|open|fired|fire|detonated|blew|set off|planted|"
    r"hurled|"
    r"threw|abducted|kidnapped|seized|captured|arrested|detained|struck|hit|targeted|executed|"
    r"assassinated|murdered|beheaded|massacred|burned|torched|looted|dispersed|used|rounded|"
    r"stabbed|hacked|exploded|rammed|assaulted|overran|defused|foiled|raped|tortured)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"^(?:['’]s?|-led|-backed)?\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_COMPOUND_REACH = 40
"""Characters between a maker and its event noun ("US-led coalition air strike")."""

_AGAINST = re.compile(
    r"\b(?:against|targeting|targeted|attack(?:s|ed)? on|attacked|assault on|raid on|ambushed|hit|"
    r"struck|stormed|bombed|shelled|fired (?:on|at)|opened fire on|aimed at|clashed with|"
    r"fought|fighting|between|kidnapped|abducted|attacking|ambush of|strike on|strikes on)\s+"
    r"(?:(?:the|an?|several|two|three|four|members of|mainly|a group of|convoy of|\w+)\s+){0,3}$",
    re.IGNORECASE,
)
_OBSERVER = re.compile(
    r"^\s*(?:,[^,]{0,60},)?\s+(?:said|says|told|reported|confirmed|announced|condemned|denied|"
    r"accused|blamed|believes?|added)\b|^\s+(?:officials?|spokes\w+|sources?|police)?\s*(?:said|told)",
    re.IGNORECASE,
)


def perpetrators(scan: Scan, frame: Frame) -> tuple[Link, ...]:
    """Return links to the actors that the clause names as having done it."""
    links: list[Link] = []
    for actor in _actors(frame):
        before = scan.text[max(frame.start, actor.start - 60) : actor.start]
        after = scan.text[actor.end : min(frame.end, actor.end + 90)]
        if _BY.search(before) or _ACTIVE.match(after) or _heads(scan.text, frame, actor):
            mention = Mention(actor.start, actor.end, MentionRole.PARTICIPANT)
            links.append(Link(LinkRole.PERPETRATOR, mention, confidence=0.8))
    return _best(links)


def _best(links: list[Link]) -> tuple[Link, ...]:
    return tuple(links[:2])


def _actors(frame: Frame) -> tuple[ActorName, ...]:
    return tuple(a for a in frame.sentence.actors if frame.start <= a.start and a.end <= frame.end)


def _heads(text: str, frame: Frame, actor: ActorName) -> bool:
    """Whether the actor stands before an event noun as its maker ("a US drone strike")."""
    for trigger in frame.triggers:
        near = trigger.noun and 0 <= trigger.start - actor.end <= _COMPOUND_REACH
        between = text[actor.end : trigger.start]
        if near and _COMPOUND.match(between) and _VERB_OF_SPEECH.search(between) is None:
            return True
    return False


_VERB_OF_SPEECH = re.compile(
    r"\b(?:said|says|told|reports?|reported|confirm(?:s|ed)|announce[sd]|condemn(?:s|ed)|den(?:ies|ied)|"
    r"accuse[sd]|blame[sd]|probe[sd]?|investigate[sd]?|deplore[sd]|denounce[sd]|mourn(?:s|ed)|"
    r"warn(?:s|ed))\b",
    re.IGNORECASE,
)
"""Verbs that part who speaks from the deed that is spoken of ("OSCE condemns attack")."""
_ONLY_SPEAKS = re.compile(
    r"(?:['’]s)?\s+(?:(?:officials?|envoy|chief|spokes\w+|sources?|authorities|ministry|"
    r"mission|representative|command|statement|leaders?)\s+)?"
    r"(?:(?:has|have|had|also|later|strongly|again|on\s+\w+day|\w+day)\s+){0,2}"
    r"(?:said|says|told|confirm(?:s|ed)|announce[sd]|condemn(?:s|ed)|deplore[sd]|denounce[sd]|"
    r"mourn(?:s|ed)|investigat(?:es|ed)|is\s+investigating|are\s+investigating)\b"
    r"(?!\s+(?:that\s+)?(?:it|they|we|he|she|its|their|our|the\s+group)\b)",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"\b(?:[Ss]heriff|[Pp]olice\s+[Cc]hief|[Cc]apt(?:ain|\.)|[Ll]t\.|[Ll]ieutenant|[Ss]gt\.|"
    r"[Ss]ergeant|[Dd]et(?:ective|\.)|[Ii]nspector|[Ii]nvestigator|[Jj]udge|[Mm]agistrate|"
    r"[Pp]rosecutor|[Ss]pokes(?:man|woman|person))\s+(?:[A-Z][\w’'.-]*\s+){0,2}$"
)
_LEADS_INQUIRY = re.compile(
    r"[^.;\n]{0,30}\b(?:investigat|inquiry|said|told|says|added)\w*", re.IGNORECASE
)
_TITLE_REACH = 50


def only_speaks(text: str, span: Span) -> bool:
    """Return whether words beside an actor make it a speaker or an investigator, no doer.

    >>> only_speaks("Merin army condemns attack", Span(0, 10))
    True
    """
    if _ONLY_SPEAKS.match(text, span.end):
        return True
    title = _OFFICER.search(text[max(0, span.start - _TITLE_REACH) : span.start])
    return title is not None and _LEADS_INQUIRY.match(text, span.end) is not None


def targets(scan: Scan, frame: Frame, taken: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return links to the actors and sites that the clause names as attacked."""
    used = {(link.mention.start, link.mention.end) for link in taken}
    links: list[Link] = []
    for actor in _actors(frame):
        if (actor.start, actor.end) in used:
            continue
        before = scan.text[max(frame.start, actor.start - 70) : actor.start]
        after = scan.text[actor.end : min(frame.end, actor.end + 40)]
        if _AGAINST.search(before) and not _OBSERVER.match(after):
            mention = Mention(actor.start, actor.end, MentionRole.PARTICIPANT)
            links.append(Link(LinkRole.TARGET, mention, confidence=0.7))
    return _best(links)


_NOBODY_IN_PARTICULAR = re.compile(
    r"(?:people|persons?|others?|more|deaths?|fatalities|casualties|bodies|corpses|victims|"
    r"injuries|dead|wounded|lives|injured|minor injuries|in all)$",
    re.IGNORECASE,
)


def victims(text: str, frame: Frame) -> tuple[Link, ...]:
    """Return links to the words that name those harmed; "people" names nobody."""
    links: list[Link] = []
    for count in frame.counts:
        if count.victims is None or count.role is LinkRole.ARRESTED:
            continue
        if _NOBODY_IN_PARTICULAR.match(count.victims.of(text).strip()):
            continue
        mention = Mention(count.victims.start, count.victims.end, MentionRole.PARTICIPANT)
        links.append(Link(LinkRole.VICTIM, mention, part=count.part, confidence=0.8))
    return tuple(links)


def claims_of(text: str, sentence: Sentence) -> tuple[Claim, ...]:
    """Return the positions on responsibility that a sentence states."""
    claims: list[Claim] = []
    for found in sentence.claims:
        actor = _narrowed(text, sentence, found.actor, MentionRole.PARTICIPANT)
        by = _narrowed(text, sentence, found.by, MentionRole.SOURCE)
        words = found.cue if actor is None else actor
        claims.append(
            Claim(
                stance=found.stance,
                words=Span(words.start, words.end),
                actor=actor,
                cue=Mention(found.cue.start, found.cue.end, MentionRole.CUE),
                by=by,
                confidence=0.8 if found.confidence > WEAK else WEAK,
            )
        )
    return tuple(claim for claim in claims if not is_on_anybody(text, claim))


def is_on_anybody(text: str, claim: Claim) -> bool:
    """Return whether a position is on words that could be anybody ("a man"); "he" is somebody."""
    if claim.actor is None:
        return False
    words = claim.actor.span.of(text)
    return names_anybody(words) and words.casefold() not in _SOMEBODY


def answered(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out weak denials ("denied it") where nobody is held responsible by somebody else."""
    held = [one for one in claims if one.stance in _HELD]
    return [
        claim
        for claim in claims
        if claim.confidence > WEAK
        or any(one.by is None or claim.by is None or not overlaps(one.by, claim.by) for one in held)
    ]


_HELD = frozenset({Stance.BLAMED, Stance.SUSPECTED})
_SOMEBODY = frozenset({"he", "she", "they", "who"})


def _narrowed(
    text: str, sentence: Sentence, span: Span | None, role: MentionRole
) -> Mention | None:
    """The name inside a noun phrase ("The Ember Column, a breakaway faction of …")."""
    if span is None:
        return None
    for actor in sentence.actors:
        inside = span.start <= actor.start and actor.end <= span.end and not actor.generic
        owns = _OWNS.match(text, actor.end, span.end)
        if inside and owns is not None and role is MentionRole.PARTICIPANT:
            return Mention(owns.end(), span.end, role)
        if inside:
            return Mention(actor.start, actor.end, role)
    comma = text.find(",", span.start, span.end)
    return Mention(span.start, span.end if comma < 0 else comma, role)


_OWNS = re.compile(
    r"[’']s?\s+(?=(?:[A-ZÀ-Þ][\w-]*\s+){1,4}(?:Bureau|Service|Agency|Directorate|Ministry|Office|Corps|Guards?|Command|Department)\b)"
)
"""What stands between an owner and a body of its own ("Ruvia's Federal Security Bureau")."""


def asserted(links: tuple[Link, ...], scan: Scan) -> tuple[Claim, ...]:
    """Return the position that the outlet itself takes by naming a perpetrator."""
    claims: list[Claim] = []
    for link in links:
        name = next(
            (a for s in scan.sentences for a in s.actors if a.start == link.mention.start), None
        )
        if name is None or name.generic:
            continue
        claims.append(
            Claim(
                stance=Stance.ASSERTED,
                words=Span(link.mention.start, link.mention.end),
                actor=link.mention,
                confidence=0.7,
            )
        )
    return tuple(claims)


def trigger_mentions(triggers: tuple[Trigger, ...]) -> tuple[Mention, ...]:
    """Return the model's mentions of triggers."""
    return tuple(Mention(t.start, t.end, MentionRole.TRIGGER, t.type.value) for t in triggers)
