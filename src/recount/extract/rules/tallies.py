"""Tallies: figures about many incidents or a state of affairs, kept apart from incidents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.extract.rules.aside_times import is_aside
from recount.extract.rules.counted_period import counts
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Effect, Scan, Sentence
from recount.model import (
    Attribution,
    LinkRole,
    Measure,
    Mention,
    MentionRole,
    Span,
    Stance,
    Tally,
)
from recount.resources.grammar.incident_nouns import INCIDENTS
from recount.resources.grammar.quantity import Quantity
from recount.resources.grammar.time_expression import TimeExpression, TimeKind

_MANY = 5
"""Attacks counted together from which the figure cannot be one incident's own."""

_PERIOD = re.compile(
    r"\b(?:since|so far|to date|this year|last year|in all of|during (?:the )?(?:same period|first|"
    r"last|past)|over the (?:past|last)|in the (?:past|last|first|second)|per (?:month|year|week)|"
    r"every (?:month|year|week)|a year earlier|between \w+ and|annually|(?:first|second) half|"
    r"quarter|in total across|throughout|the same period|year-on-year|by the end of)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:up from|down from|compared (?:with|to)|against|from)\s+(?:only\s+|just\s+|some\s+)?$",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\b(?:compared (?:with|to)|up from|down from|against)\b", re.IGNORECASE)
_OF_THOSE = re.compile(r"\bof (?:those|these|them|which)\b", re.IGNORECASE)
_IN_ATTACKS = re.compile(
    r"\bin (?:the|those|these|such) (?:\w+ ){0,2}(?:attacks|bombings|incidents|clashes|raids)\b",
    re.IGNORECASE,
)
_KILLED_OR_CAPTURED = re.compile(r"\bkilled (?:or|and) (?:captured|arrested|detained)\b", re.I)
_STRENGTH = re.compile(
    r"\b(?:number of|strength|membership|ranks|has|have|had|commands?|estimated|doubled to|"
    r"grown to|"
    r"grew to|fell to|some|roughly|remaining|strong|numbering|numbers|consists? of|comprises?|"
    r"up to|army of|force of|total of)\b",
    re.IGNORECASE,
)
_FIGHTER_NOUN = re.compile(
    r"\b(?:fighters|members|militants|insurgents|troops|soldiers|rebels|guerrillas|combatants|"
    r"gunmen|recruits|strong|personnel|militiamen|men under arms)\b",
    re.IGNORECASE,
)
_TARGETED = re.compile(
    r"^\s+(?:\w+\s+)?(?:targeted|were (?:against|aimed at)|hit)\b", re.IGNORECASE
)
_EFFECT_MEASURE: dict[LinkRole, Measure] = {
    LinkRole.KILLED: Measure.KILLED,
    LinkRole.WOUNDED: Measure.WOUNDED,
    LinkRole.ARRESTED: Measure.ARRESTED,
    LinkRole.DISPLACED: Measure.DISPLACED,
}


_SPREAD = re.compile(
    r"\b(?:in|during|by|across|through)\s+(?:\w+\s+)?separate\s+(?:[\w-]+\s+){0,4}?"
    rf"(?:operations|actions|{INCIDENTS})\b|"
    r"\b(?:in|during|by)\s+(?:(?!the\b|these\b|those\b)[\w'’-]+\s+){0,3}?"
    rf"{INCIDENTS}\s+(?:across|around|throughout|all over)\b",
    re.IGNORECASE,
)
_SUM_OF_SEVERAL = re.compile(
    rf"\W*(?:[\w-]+\s+){{0,3}}?{INCIDENTS}\s+(?:across|around|throughout|all over)\s+"
    r"(?!the\s+(?:border|frontier|street|road|river|line|front))[^.;]{0,60}?\b(?:killed|left|claimed)\b",
    re.IGNORECASE,
)


_AT_ONCE = re.compile(
    r"\b(?:co-?ordinated|simultaneous(?:ly)?|within (?:minutes|seconds|moments) of|"
    r"in quick succession|one after (?:the other|another))\b",
    re.IGNORECASE,
)
"""Words that make one incident of several blasts or raids."""


def is_spread(text: str, sentence: Sentence) -> bool:
    """Whether a sentence spreads what it counts over incidents ("in three separate raids").

    One that names several places may tell of each.
    """
    if len({text[p.start : p.end] for p in sentence.places if not (p.nested or p.demonym)}) > 1:
        return False
    if _AT_ONCE.search(text, sentence.start, sentence.end) is not None:
        return False
    told = _SUM_OF_SEVERAL.match(text, sentence.start, sentence.end)
    return told is not None or _SPREAD.search(text, sentence.start, sentence.end) is not None


def find_tallies(scan: Scan, sentence: Sentence, previous: Sequence[Tally]) -> tuple[Tally, ...]:
    """Return the tallies that a sentence states.

    Args:
        scan: the document.
        sentence: one of its sentences.
        previous: tallies of earlier sentences, newest last ("Of those, 96 targeted …").
    """
    tallies: list[Tally] = []
    for quantity in sentence.quantities:
        measure = _measure(scan, sentence, quantity, previous, tallies)
        if measure is not None:
            compared = _compared_with(scan.text, quantity, tallies)
            tallies.append(_tally(scan, sentence, quantity, measure, compared))
    return tuple(tallies)


def _measure(
    scan: Scan,
    sentence: Sentence,
    quantity: Quantity,
    previous: Sequence[Tally],
    here: Sequence[Tally],
) -> Measure | None:
    text = scan.text
    kind = str(quantity.kind)
    if kind in {"money", "age", "distance", "percent", "time", "ordinal", "duration"}:
        return None
    if kind == "attacks":
        return Measure.ATTACKS if _many_attacks(scan, sentence, quantity) else None
    if len(here) > 0 and _COMPARED.search(
        text[max(sentence.start, quantity.start - 40) : quantity.start]
    ):
        return here[-1].measure
    if len(previous) > 0 and _of_those(text, sentence, quantity):
        return previous[-1].measure
    if _is_strength(scan, sentence, quantity):
        return Measure.FIGHTERS
    return _effect_measure(scan, sentence, quantity, [*previous, *here])


def _many_attacks(scan: Scan, sentence: Sentence, quantity: Quantity) -> bool:
    number = quantity.number
    if number is not None and number >= _MANY:
        return True
    if _has_day(sentence) or sentence.heading:
        return False
    return _has_period(scan.text, sentence) and (number is None or number > 1)


def _of_those(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    if _OF_THOSE.search(text, sentence.start, quantity.start) is None:
        return False
    return _is_targeted(text, quantity)


def _is_targeted(text: str, quantity: Quantity) -> bool:
    return _TARGETED.match(text[quantity.number_end : quantity.number_end + 30]) is not None


def _has_day(sentence: Sentence) -> bool:
    return any(
        str(time.kind) in {"day", "weekday", "relative_publication"} for time in sentence.times
    )


def _has_period(text: str, sentence: Sentence) -> bool:
    if _PERIOD.search(text, sentence.start, sentence.end):
        return True
    return any(
        grain_of(t) in {Grain.MONTH, Grain.COARSE} or t.kind is TimeKind.DURATION
        for t in sentence.times
    )


def _is_strength(scan: Scan, sentence: Sentence, quantity: Quantity) -> bool:
    text = scan.text
    if quantity.number is None or any(
        e.start < quantity.end + 30 and e.end > quantity.start - 30 for e in sentence.effects
    ):
        return False
    counted = quantity.counted
    noun = text[quantity.number_end : (counted.end if counted is not None else quantity.end) + 22]
    before = text[max(sentence.start, quantity.start - 70) : quantity.start]
    fighters = str(quantity.kind) == "fighters" or _FIGHTER_NOUN.search(noun) is not None
    fighters = fighters or _FIGHTER_NOUN.search(before) is not None
    hedged = _STRENGTH.search(before + " " + noun) is not None
    return fighters and hedged and quantity.number >= 50 and not _has_day(sentence)


def _effect_measure(
    scan: Scan, sentence: Sentence, quantity: Quantity, tallies: Sequence[Tally]
) -> Measure | None:
    text = scan.text
    near = [e for e in sentence.effects if -60 < e.start - quantity.end < 60]
    if len(near) > 0 and is_spread(text, sentence) and not sentence.heading:
        return _EFFECT_MEASURE.get(_nearest(near, quantity).role)
    if len(near) == 0 or _has_day(sentence) or quantity.number is None:
        return None
    if _KILLED_OR_CAPTURED.search(text, quantity.start, min(sentence.end, quantity.end + 60)):
        return Measure.KILLED_OR_CAPTURED
    singular = any(
        not t.plural and t.article in {"indefinite", "definite"} for t in sentence.triggers
    )
    many = _IN_ATTACKS.search(text, sentence.start, sentence.end) is not None and len(tallies) > 0
    if not many and (singular or not _open_period(text, sentence, quantity)):
        return None
    return _EFFECT_MEASURE.get(_nearest(near, quantity).role)


def _nearest(effects: Sequence[Effect], quantity: Quantity) -> Effect:
    return min(effects, key=lambda effect: abs(effect.start - quantity.end))


_OPEN = re.compile(
    r"\b(?:since|so far|to date|this year|over the (?:past|last)|in the (?:past|last) (?:\w+ )?"
    r"(?:months?|years?)|in the first|during the (?:first|last|past)|annually|by the end of|"
    r"have been (?:killed|wounded|arrested|displaced|injured|detained))\b",
    re.IGNORECASE,
)


_OF_ONE_FIGHT = re.compile(
    r"(?:since\s+(?:late\s+|early\s+)?(?:\w+day\b|yesterday|dawn|midnight|this morning|last night|"
    r"the weekend)|(?:over|in|during) the (?:past|last) (?:day|24|48|two days|three days|"
    r"weekend))\b",
    re.IGNORECASE,
)
_FIGHT = re.compile(
    r"\b(?:fighting|clash(?:es)?|battles?|offensive|siege|shelling)\b", re.IGNORECASE
)
"""What goes on for some days and is one incident."""
_RECORDED = re.compile(
    r"\b(?:recorded|documented|registered|logged|verified)\b[^.;]*\bin (?:the|a) "
    r"(?:week|month|quarter|year|first half|second half|period)\b",
    re.IGNORECASE,
)


def _open_period(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    figure = Span(quantity.start, quantity.end)
    for found in _OPEN.finditer(text, sentence.start, sentence.end):
        if _OF_ONE_FIGHT.match(text, found.start()) and _FIGHT.search(
            text, sentence.start, sentence.end
        ):
            continue
        if counts(text, sentence.start, Span(found.start(), found.end()), figure):
            return True
    if _RECORDED.search(text, sentence.start, sentence.end):
        return True
    coarse = any(
        grain_of(time) is Grain.COARSE
        and not is_aside(text, sentence, time)
        and (
            counts(text, sentence.start, Span(time.start, time.end), figure)
            or _COMPARES.search(text, figure.end, time.end) is not None
        )
        for time in sentence.times
    )
    return coarse and all(t.plural for t in sentence.triggers)


def _compared_with(text: str, quantity: Quantity, here: Sequence[Tally]) -> str | None:
    if len(here) == 0:
        return None
    before = text[max(0, quantity.start - 40) : quantity.start]
    return here[-1].id if _COMPARED.search(before) else None


def _tally(
    scan: Scan, sentence: Sentence, quantity: Quantity, measure: Measure, compared: str | None
) -> Tally:
    document = scan.document
    end = quantity.number_end if _is_targeted(scan.text, quantity) else quantity.end
    mention = Mention(quantity.start, end, MentionRole.QUANTITY, measure.value)
    return Tally(
        id=Tally.id_of(document.id, document.rendition, measure, mention),
        document=document.id,
        rendition=document.rendition,
        measure=measure,
        quantity=mention,
        words=Span(sentence.start, sentence.end),
        actor=_actor(scan, sentence, quantity, measure),
        target=_target(scan, sentence, quantity),
        place=_place(sentence),
        times=_times(sentence, quantity),
        attribution=_attribution(sentence),
        compared_with=compared,
        confidence=0.8,
    )


def _actor(scan: Scan, sentence: Sentence, quantity: Quantity, measure: Measure) -> Mention | None:
    """Who did it: the named actor nearest before the figure, else after "by"."""
    named = [a for a in sentence.actors if not a.generic]
    before = [a for a in named if a.end <= quantity.start]
    after = [a for a in named if a.start >= quantity.start]
    for actor in after:
        if re.search(r"\bby\s+(?:the\s+)?$", scan.text[max(0, actor.start - 8) : actor.start]):
            return Mention(actor.start, actor.end, MentionRole.PARTICIPANT)
    chosen = before[-1] if before else None
    if measure in {Measure.FIGHTERS, Measure.KILLED_OR_CAPTURED} and chosen is None and after:
        chosen = after[0]
    return None if chosen is None else Mention(chosen.start, chosen.end, MentionRole.PARTICIPANT)


def _target(scan: Scan, sentence: Sentence, quantity: Quantity) -> Mention | None:
    if not _is_targeted(scan.text, quantity):
        return None
    after = [a for a in sentence.actors if a.start >= quantity.number_end]
    return None if not after else Mention(after[0].start, after[0].end, MentionRole.PARTICIPANT)


def _place(sentence: Sentence) -> Mention | None:
    named = [p for p in sentence.places if not p.demonym and not p.nested]
    return None if not named else Mention(named[-1].start, named[-1].end, MentionRole.PLACE)


def _times(sentence: Sentence, quantity: Quantity) -> tuple[Mention, ...]:
    def distance(time: TimeExpression) -> int:
        return min(abs(time.start - quantity.end), abs(quantity.start - time.end))

    usable = [t for t in sentence.times if t.kind is not TimeKind.TIME_OF_DAY]
    ordered = sorted(usable, key=lambda t: (distance(t), t.start))
    return tuple(Mention(t.start, t.end, MentionRole.TIME) for t in ordered)


def _attribution(sentence: Sentence) -> Attribution | None:
    if len(sentence.attributions) == 0:
        return None
    return to_attribution(sentence.attributions[0])


def to_attribution(found: object) -> Attribution:
    """Return the model's attribution for one that the voice finder gives."""
    source = getattr(found, "source", None)
    cue: Span = getattr(found, "cue")  # noqa: B009
    return Attribution(
        stance=getattr(found, "stance", None) or Stance.ASSERTED,
        source=None if source is None else Mention(source.start, source.end, MentionRole.SOURCE),
        cue=Mention(cue.start, cue.end, MentionRole.CUE),
    )
