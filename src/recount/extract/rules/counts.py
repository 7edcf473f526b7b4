"""Which quantity belongs to which effect word: who were killed, wounded, arrested, how many.

English puts the people before a passive or an adjective ("24 mourners were killed",
"40 dead") and after an active form ("killed 24 mourners", "wounding 90 others").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recount.extract.rules.number_of_people import counts_people
from recount.extract.rules.scan import Effect, Sentence, inside
from recount.extract.rules.second_verb import subject_of_second
from recount.model import LinkRole, Span
from recount.resources.grammar.death_phrases import DIED_IN_PHRASE
from recount.resources.grammar.quantity import Quantity

NUMBER, SUM, PERSON = "number", "sum", "person"
"""Labels of a quantity mention: one figure, a list to add up, a person named or told singly."""

_NOUN_EFFECTS = re.compile(
    r"(?:deaths?|(?:death )?toll|fatalit(?:y|ies)|casualt(?:y|ies)|injur(?:y|ies)|bodies|corpses|"
    r"dead and wounded|dead or wounded|hostages|arrests?|wounds|burns)$",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    r"(?:dead|missing|hurt|homeless|unaccounted for|dying|hospitali[sz]ed)$", re.IGNORECASE
)
_INTRANSITIVE = re.compile(
    r"(?:di(?:ed|es|e)|perish(?:ed|ing)|succumb(?:ed|ing)|fled|flee|fleeing|"
    rf"lost lives|disappeared|{DIED_IN_PHRASE}|fell (?:in|during) [\w ]+)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|are|is|get|gets|got|getting)"
    r"(?:\s+(?:also|all|both|reportedly|allegedly|either|later|then|confirmed|initially|"
    r"seriously|critically|badly|slightly|severely|lightly|gravely|\w+ly|shot and|shot))*\s*$",
    re.IGNORECASE,
)
_ADJACENT = re.compile(
    r"^[\s,]*(?:(?:people|persons|others?|more|civilians|civs?|pax|ppl|militia|isf|"
    r"in all|in total|overall|confirmed|"
    r"reportedly|reported|feared|presumed|left|lay|believed|lying|also|had|have|has|"
    r"seriously|critically|badly|slightly|severely|of them|of whom|either|"
    r"with (?:gunshot|bullet|knife|machete|stab|shrapnel))[\s,]*)*$",
    re.IGNORECASE,
)
_LEFT_STOP = re.compile(r"[;:]|\b(?:that|which|when|while|after|before|as)\b", re.IGNORECASE)
_RIGHT_STOP = re.compile(
    r"[;:]|\b(?:in|on|at|near|by|when|while|during|after|before|as|from|who|that|which|since|"
    r"until|if|because|for|with|was|were|is|are|has|have|had)\b",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(
    r"^(?:\s+[\w'’.-]+){0,5}?\s*(?:,\s*(?:and\s+|as well as\s+|plus\s+)?|\s+and\s+|"
    r"\s+as well as\s+|\s+along with\s+|\s+plus\s+)(?:also\s+)?$",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"(?:\bincluding|\bamong (?:them|those|the dead|the victims|the wounded|the injured)"
    r"(?:\s+(?:were|are|was))?|\bcomprising|\bof whom|\bof them|\bincluded|\bat least one of them|"
    r"\bthe dead include[ds]?|\bthe victims include[ds]?)\s*,?\s*(?:at least|some|about)?\s*$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\s*(?:of (?:them|whom|those|the (?:dead|victims|wounded|injured|killed))|were (?:women|"
    r"children|civilians|soldiers|police))\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:another|a further|further|additional|more)\b(?!\s+than\b)", re.IGNORECASE
)
_SINGLE_OBJECT = re.compile(
    r"^\s+(?P<np>(?:(?:the|its|his|her|their|an?|one|senior|former|top|local|prominent|leading|"
    r"female|male|young|deputy|provincial|military|police|army|militant|rebel|islamic state|"
    r"[A-Z][\w’'-]+(?:['’]s)?)\s+){0,5}"
    r"(?:leader|head|chief|commander|governor|mayor|journalist|reporter|cleric|priest|imam|"
    r"judge|prosecutor|lawyer|activist|politician|lawmaker|senator|deputy|minister|candidate|"
    r"official|officer|policeman|policewoman|soldier|guard|bodyguard|driver|teacher|student|"
    r"doctor|nurse|farmer|worker|man|woman|boy|girl|child|baby|civilian|passer-by|bystander|"
    r"pedestrian|resident|villager|shopkeeper|trader|colonel|general|major|captain|lieutenant|"
    r"sergeant|spokesman|mastermind|founder|member|gunman|militant|suspect|brother|sister|son|"
    r"daughter|wife|husband|father|mother|aide|adviser|ambassador|diplomat|engineer|bishop))\b",
    re.IGNORECASE,
)
_SINGLE_SUBJECT = re.compile(
    r"(?P<np>\b(?:an?|the|one|his|her|its|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:leader|head|chief|commander|governor|mayor|journalist|reporter|cleric|priest|imam|judge|"
    r"prosecutor|lawyer|activist|politician|lawmaker|senator|deputy|minister|candidate|official|"
    r"officer|policeman|policewoman|soldier|guard|bodyguard|driver|teacher|student|doctor|nurse|"
    r"farmer|worker|man|woman|boy|girl|child|baby|civilian|bystander|pedestrian|resident|"
    r"villager|shopkeeper|trader|colonel|general|major|captain|lieutenant|sergeant|gunman|"
    r"militant|suspect|passenger|bomber|attacker|assailant))"
    r"(?:,[^,;]{1,60},)?\s+(?:was|is|has been|had been|who was)(?:\s+also|\s+later)?\s*$",
    re.IGNORECASE,
)
_PRONOUN_SUBJECT = re.compile(
    r"\b(?P<np>he|she|himself|herself|who)\s+(?:was|had been|has been|got|is)?\s*$", re.IGNORECASE
)
_NAME_GAP = re.compile(
    r"^(?:,[^;.]{1,90},|\s+himself|\s+herself|\s*\([^)]*\))?\s+(?:who\s+)?"
    r"(?:was|had been|has been|is|were)"
    r"(?:\s+also|\s+later|\s+reportedly|\s+shot and|\s+then)?\s*$"
)
_ACTIVE_NAME_GAP = re.compile(
    r"^\s*(?:(?:the|a|an|its|his|her|then|former|local|prominent|senior|\w+ist|\w+er|\w+or|"
    r"[\w-]+)\s+){0,6}$",
    re.IGNORECASE,
)
_MAX_LEFT = 110
"""Characters between the people and the passive verb: room for one apposition."""
_MAX_RIGHT = 70


@dataclass(frozen=True, slots=True)
class FoundCount:
    """People counted under an effect; ``label`` tells how the words are to be read."""

    role: LinkRole
    span: Span
    label: str
    effect: Effect
    victims: Span | None = None
    part: bool = False
    further: bool = False
    antecedent: Span | None = None


def find_counts(text: str, sentence: Sentence, start: int, end: int) -> tuple[FoundCount, ...]:
    """Return the counts stated in ``text[start:end]`` of the sentence, in order of effect."""
    effects = [e for e in inside(sentence.effects, start, end) if not _is_modal(text, e)]
    quantities = [q for q in inside(sentence.quantities, start, end) if counts_people(text, q)]
    taken: set[int] = set()
    counts: list[FoundCount] = []
    for effect in effects:
        found = _left_adjacent(text, effect, quantities, taken)
        if found is not None:
            group = _listed_before(text, effect, found, quantities, taken, effects)
            taken.update(quantity.start for quantity in group)
            counts.append(_group(text, effect, group))
    done = {count.effect for count in counts}
    for index, effect in enumerate(effects):
        stop = effects[index + 1].start if index + 1 < len(effects) else end
        floor = effects[index - 1].end if index > 0 else start
        if effect not in done:
            counts.extend(_assign(text, sentence, effect, quantities, taken, floor, stop))
        counts.extend(_parts(text, effect, quantities, taken, stop))
    return tuple(sorted(counts, key=lambda c: (c.span.start, c.span.end, c.role.value)))


_MODAL = re.compile(
    r"\b(?:could|would|might|(?-i:may)|can|will|should|to|must)\s+(?:\w+ly\s+)?"
    r"(?:have\s+|be\s+|have been\s+)?$",
    re.IGNORECASE,
)


def _is_modal(text: str, effect: Effect) -> bool:
    """Whether the effect is only possible or intended ("could have killed dozens")."""
    return _MODAL.search(text[max(0, effect.start - 30) : effect.start]) is not None


def _left_adjacent(
    text: str, effect: Effect, quantities: Sequence[Quantity], taken: set[int]
) -> Quantity | None:
    """The quantity that stands directly before the effect ("40 dead", "9 casualties")."""
    for quantity in reversed(quantities):
        if quantity.start in taken or quantity.start >= effect.start:
            continue
        if quantity.end >= effect.end:  # "9 casualties": the noun is inside the quantity
            return quantity
        if _acts(text, effect, quantity, quantities):
            return None
        gap = text[quantity.end : effect.start]
        return (
            quantity if _ADJACENT.match(gap) and not _is_active_after(text, effect, gap) else None
        )
    return None


def _listed_before(
    text: str,
    effect: Effect,
    last: Quantity,
    quantities: Sequence[Quantity],
    taken: set[int],
    effects: Sequence[Effect],
) -> list[Quantity]:
    """The list that ends with ``last`` ("3 soldiers and 7 rebels dead"), one effect's people.

    What another effect stands in or directly before is that one's ("wounded 3 and 7 died").
    """
    group = [last]
    if last.end >= effect.end:
        return group
    for quantity in reversed(quantities):
        if quantity.end > group[0].start:
            continue
        gap = text[quantity.end : group[0].start]
        others = [e for e in effects if e is not effect and e.end <= group[0].start]
        reached = any(
            e.end > quantity.start or text[e.end : quantity.start].strip() == "" for e in others
        )
        if quantity.start in taken or reached or not _LIST_GAP.match(gap):
            break
        if _is_part(text, quantity) and any(e.end <= quantity.start for e in others):
            break  # "seven dead, including three infants, and 12 wounded"
        group.insert(0, quantity)
    return group


def _acts(text: str, effect: Effect, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether the people before the effect did it ("three gunmen killed 12 people")."""
    if _ADJECTIVES.fullmatch(text[effect.start : effect.end]):
        return False
    if quantity.article:
        return True
    return any(
        q.start > effect.end and text[effect.end : q.start].strip() == "" for q in quantities
    )


def _is_active_after(text: str, effect: Effect, gap: str) -> bool:
    words = text[effect.start : effect.end].lower()
    return words.endswith("ing") or ("," in gap and not gap.strip(", "))


def _assign(
    text: str,
    sentence: Sentence,
    effect: Effect,
    quantities: Sequence[Quantity],
    taken: set[int],
    floor: int,
    stop: int,
) -> list[FoundCount]:
    words = text[effect.start : effect.end]
    subject = subject_of_second(text, effect, quantities, sentence.start)
    if subject is not None:
        taken.add(subject.start)
        return [_single(text, effect, subject)]
    before = text[max(floor, effect.start - _MAX_LEFT) : effect.start]
    if _takes_left(words, before) and not _NUMBER_OF.search(before):
        return _from_left(text, sentence, effect, quantities, taken, floor)
    return _from_right(text, sentence, effect, quantities, taken, stop)


def _takes_left(words: str, before: str) -> bool:
    if _INTRANSITIVE.search(words) or _ADJECTIVES.fullmatch(words):
        return True
    if words.lower().startswith(("was ", "were ")):
        return True
    return _PASSIVE.search(before) is not None and not words.lower().endswith("ing")


def _from_left(
    text: str,
    sentence: Sentence,
    effect: Effect,
    quantities: Sequence[Quantity],
    taken: set[int],
    floor: int,
) -> list[FoundCount]:
    low = max(floor, effect.start - _MAX_LEFT)
    group: list[Quantity] = []
    for quantity in reversed(quantities):
        if quantity.start in taken or quantity.end > effect.start:
            continue
        if quantity.start < low or _crosses(text, quantity.end, effect.start, bool(group)):
            break
        if len(group) > 0 and not _LIST_GAP.match(text[quantity.end : group[0].start]):
            break
        if _is_part(text, quantity) and len(group) == 0:
            continue
        group.insert(0, quantity)
    if len(group) > 0:
        taken.update(quantity.start for quantity in group)
        return [_group(text, effect, group)]
    return _person_left(text, sentence, effect, low)


def _crosses(text: str, start: int, stop: int, in_list: bool) -> bool:  # noqa: FBT001
    if in_list:
        return False
    gap = re.sub(r",[^,]*,", " ", text[start:stop])
    return _LEFT_STOP.search(gap) is not None


def _person_left(text: str, sentence: Sentence, effect: Effect, low: int) -> list[FoundCount]:
    if effect.role not in (LinkRole.KILLED, LinkRole.WOUNDED, LinkRole.ABDUCTED, LinkRole.ARRESTED):
        return []
    start = effect.start
    words = text[effect.start : effect.end].lower()
    shift = words.index(" ") if words.startswith(("was ", "were ")) else 0
    tail = text[low : start + shift]
    for person in reversed(sentence.persons):
        if low <= person.start and person.end <= start:
            if _NAME_GAP.match(text[person.end : start + shift] + (" " if shift else "")):
                span = Span(person.start, person.end)
                return [FoundCount(effect.role, span, PERSON, effect, span)]
            break
    match = _SINGLE_SUBJECT.search(tail)
    if match is not None:
        span = Span(low + match.start("np"), low + match.end("np"))
        return [FoundCount(effect.role, span, PERSON, effect, span)]
    match = _PRONOUN_SUBJECT.search(tail)
    if match is None:
        return []
    named = [p for p in sentence.persons if p.end <= low + match.start("np")]
    if len(named) == 0:
        return []
    span = Span(named[-1].start, named[-1].end)
    return [FoundCount(effect.role, span, PERSON, effect, span)]


def _from_right(
    text: str,
    sentence: Sentence,
    effect: Effect,
    quantities: Sequence[Quantity],
    taken: set[int],
    stop: int,
) -> list[FoundCount]:
    group: list[Quantity] = []
    at = effect.end
    for quantity in quantities:
        if quantity.start < effect.end or quantity.start in taken:
            continue
        if quantity.start >= stop:
            break
        gap = text[at : quantity.start]
        fits = _LIST_GAP.match(gap) if len(group) > 0 else _reaches(text, effect, gap)
        if not fits and len(group) == 0 and _IS_TOLL.search(text, effect.start, effect.end):
            # "The toll of a raid on two villages has risen to 13."
            continue
        if len(group) == 0 and _was_before(text, quantity):
            continue
        if not fits or _is_part(text, quantity) or (len(group) > 0 and _suffers(text, quantity)):
            break
        group.append(quantity)
        at = quantity.end
    if len(group) > 0:
        taken.update(quantity.start for quantity in group)
        return [_group(text, effect, group)]
    return _person_right(text, sentence, effect)


_OWN_VERB = re.compile(
    r"(?:\s+(?:more|others|of (?:the|their|its) \w+))?\s+(?:(?:were|was|are|is|had been|have been|"
    r"has been|remain|went)\s+(?:\w+\s+)?(?:injured|wounded|hurt|killed|arrested|detained|abducted|"
    r"kidnapped|missing|captured|displaced|hospitali[sz]ed|destroyed|damaged|burn\w+|torched|raped|"
    r"found|caught|accused|taken|rescued|freed|treated)|suffered|sustained|surrendered|fled|escaped)\b",
    re.IGNORECASE,
)
_ROSE_FROM = re.compile(r"\b(?:from|up from|earlier|previously)\s+$", re.IGNORECASE)
_TO_MORE = re.compile(r"[^.;]{0,20}?\s+to\s+(?:at least\s+)?[\w,]+", re.IGNORECASE)


def _suffers(text: str, quantity: Quantity) -> bool:
    """Whether people have a verb of their own ("killed two officers and five were hurt")."""
    return _OWN_VERB.match(text, quantity.end) is not None


def _was_before(text: str, quantity: Quantity) -> bool:
    """Whether a figure is what a toll rose from ("rose from 19 to 21")."""
    before = text[max(0, quantity.start - 12) : quantity.start]
    rose = _ROSE_FROM.search(before) is not None
    return rose and _TO_MORE.match(text, quantity.end) is not None


_IS_TOLL = re.compile(r"toll$", re.IGNORECASE)
_NOUN_REACH = re.compile(
    r"^\s*(?:of|to|at|from|in the \w+|had|has|have|rose|risen|climbed|stood|stands|now|reached|"
    r"was|were|is|are|put|by|the|\s)*$",
    re.IGNORECASE,
)


def _reaches(text: str, effect: Effect, gap: str) -> bool:
    words = text[effect.start : effect.end]
    numbered = _NUMBER_OF.search(text[max(0, effect.start - 40) : effect.start]) is not None
    if _NOUN_EFFECTS.search(words) or numbered:
        harm = _HARM_NOUNS.search(words) is not None
        return not harm and (_NOUN_REACH.match(gap) is not None or _toll(gap))
    return len(gap) <= _MAX_RIGHT and _RIGHT_STOP.search(gap) is None and "," not in gap


_NUMBER_OF = re.compile(r"\bnumber of (?:\w+ ){0,2}$", re.IGNORECASE)
_HARM_NOUNS = re.compile(r"(?:wounds|injur(?:y|ies)|burns)$", re.IGNORECASE)

_TOLL = re.compile(
    r"\b(?:rose|rises|risen|rise|climb(?:ed|s)?|reach(?:ed|es)?|st(?:ood|ands)|increased|jumped|"
    r"put|revised|updated|bringing|to)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def _toll(gap: str) -> bool:
    return _TOLL.search(gap) is not None


def _person_right(text: str, sentence: Sentence, effect: Effect) -> list[FoundCount]:
    words = text[effect.start : effect.end]
    if _NOUN_EFFECTS.search(words) or words.lower() in {"dead", "kills", "die"}:
        return []
    for person in sentence.persons:
        if person.start >= effect.end:
            gap = text[effect.end : person.start]
            if (
                len(gap) <= _MAX_RIGHT
                and _ACTIVE_NAME_GAP.match(gap)
                and not _RIGHT_STOP.search(gap)
            ):
                span = Span(person.start, person.end)
                return [FoundCount(effect.role, span, PERSON, effect, span)]
            break
    match = _SINGLE_OBJECT.match(text[effect.end : effect.end + 120])
    if match is None:
        return []
    span = Span(effect.end + match.start("np"), effect.end + match.end("np"))
    return [FoundCount(effect.role, span, PERSON, effect, span)]


def _parts(
    text: str, effect: Effect, quantities: Sequence[Quantity], taken: set[int], stop: int
) -> list[FoundCount]:
    """Parts of the whole that the effect counts: "including 13 soldiers"."""
    parts: list[FoundCount] = []
    open_list = False
    at = effect.end
    for quantity in quantities:
        if quantity.start in taken or quantity.start < effect.end:
            continue
        if quantity.start >= stop:
            break
        follows = open_list and _LIST_GAP.match(text[at : quantity.start]) is not None
        if _is_part(text, quantity) or follows:
            taken.add(quantity.start)
            parts.append(_single(text, effect, quantity, part=True))
            open_list = True
            at = quantity.end
        else:
            break
    return parts


def _is_part(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - 60) : quantity.start]
    after = text[quantity.end : quantity.end + 40]
    return _PART_BEFORE.search(before) is not None or _PART_AFTER.match(after) is not None


def _single(text: str, effect: Effect, quantity: Quantity, *, part: bool = False) -> FoundCount:
    span = Span(quantity.start, quantity.end)
    around = text[max(0, quantity.start - 12) : quantity.end + 6]
    return FoundCount(
        effect.role,
        span,
        NUMBER,
        effect,
        quantity.counted,
        part=part or _is_part(text, quantity),
        further=(quantity.further or _FURTHER.search(around) is not None)
        and effect.role is LinkRole.KILLED,
    )


def _group(text: str, effect: Effect, group: Sequence[Quantity]) -> FoundCount:
    if len(group) == 1:
        return _single(text, effect, group[0])
    return FoundCount(effect.role, Span(group[0].start, group[-1].end), SUM, effect)
