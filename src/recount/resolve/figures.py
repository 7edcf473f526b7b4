"""Counts of an account: figures, lists added up, people told singly, and the main one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.model import (
    COUNT_PROPERTIES,
    Account,
    CountValue,
    Link,
    LinkRole,
    Property,
    Qualifier,
    Span,
    Voice,
)
from recount.resolve.befell import counted_links
from recount.resolve.bracketed import whole_before_brackets
from recount.resolve.context import Context
from recount.resolve.counted import Item, read_counted
from recount.resolve.counted_before import counted_before
from recount.resolve.deadly import is_deadly
from recount.resolve.died import with_dead_victim
from recount.resolve.doubtful import with_doubt
from recount.resolve.drafts import Draft, voice_of, with_primary
from recount.resolve.grown import with_growth
from recount.resolve.left_out import is_left_out
from recount.resolve.multiple import with_deadly_name, with_named_number
from recount.resolve.ordinal import number_of, with_ordinal
from recount.resolve.others import with_others
from recount.resolve.own_death import with_own_death
from recount.resolve.own_losses import adds_own_losses
from recount.resolve.persons import Told, distinct_persons, is_told_among
from recount.resolve.quantity import resolve_quantity
from recount.resolve.second_clause import with_second_clause
from recount.resolve.several import (
    first_alone,
    go_on,
    said_of_several,
    says_number,
    told_apart,
    told_together,
)
from recount.resolve.sums import as_part, context_spans, listed, sum_of
from recount.resolve.survivors import with_survivors
from recount.resolve.taken_too import leaves_out, with_taken_too
from recount.resolve.totals import is_rejected, is_total
from recount.resolve.whom_died import with_whom_died

_EXACT = Qualifier.EXACT
_LOOK_BACK = 40
"""Characters before a figure in which such words stand."""
_BARE = re.compile(
    r"\W*(?:(?:the|their|its|his|her|of|and|were|was|that|this|who|more|including|among|none|dr|mr|"
    r"mrs|ms)\b\W*){0,3}",
    re.IGNORECASE,
)
"""Words that hold no figure and name nobody."""
FURTHER = "further to an earlier figure"
"""Reason of a figure that adds to one given before."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """One mention's statements, the items that its words count, and how it is meant."""

    drafts: tuple[Draft, ...]
    items: tuple[Item, ...]
    part: bool
    further: bool

    @property
    def main(self) -> Draft:
        return self.drafts[0]

    @property
    def value(self) -> CountValue:
        value = self.main.value
        assert isinstance(value, CountValue)  # every draft of a figure is a count
        return value

    @property
    def unsized(self) -> bool:
        """Whether it tells of more than one person, and nothing before says of how many."""
        return (
            len(self.items) == 1
            and self.items[0].unsized
            and self.value.qualifier is Qualifier.MULTIPLE
        )

    @property
    def single(self) -> bool:
        """Whether it tells of persons one by one, without a number."""
        return all(item.person for item in self.items)


def count_drafts(context: Context, account: Account) -> list[Draft]:
    """Return the counts of an account; at most one of each property is its own main figure."""
    drafts: list[Draft] = []
    links = counted_links(context, account)
    dead: list[_Figure] = []
    for prop in COUNT_PROPERTIES:
        figures = [
            _figure(context, prop, link)
            for link in links
            if link.role is LinkRole(prop.value)
            and _BARE.fullmatch(context.text, link.mention.start, link.mention.end) is None
            and not is_left_out(context, account, prop, link)
        ]
        dead = figures if prop is _KILLED else dead
        if prop is Property.WOUNDED:
            figures = _without_dead(context, figures, dead)
        figures = _with_bracketed_wholes(context, prop, figures)
        found = with_second_clause(context, prop, _with_main(context, prop, figures))
        if prop is Property.WOUNDED and len(dead) == 0:
            singly = _persons(context, [f for f in figures if f.single])
            found = with_others(context.text, found, [person[0].span for person in singly])
        if prop is Property.ARRESTED:
            singly = _persons(context, [f for f in figures if f.single])
            told = [person[0].span for person in singly]
            found = with_taken_too(context, account, found, told)
        if prop is _KILLED:
            found = with_own_death(context, account, found)
            found = with_named_number(context, account, found)
            found = with_dead_victim(context, account, found)
            found = with_deadly_name(context, account, found)
            found = with_doubt(context, account, found)
            found = with_growth(context, account, found)
        if prop is Property.WOUNDED:
            killed = [draft for draft in drafts if draft.prop is _KILLED]
            found = with_survivors(context, account, found, killed, deadly=is_deadly(context.text))
            if len(dead) == 0:  # else "a fourth victim" is one of all victims
                people = [f.main.span for f in figures] + _victims(account)
                found = with_ordinal(context.text, found, people)
        else:
            found = with_ordinal(context.text, found, [figure.main.span for figure in figures])
        drafts.extend(found)
    return with_whom_died(context, drafts)


_KILLED = Property.KILLED


def _victims(account: Account) -> list[Span]:
    return [link.mention.span for link in account.links if link.role is LinkRole.VICTIM]


def _without_dead(
    context: Context, figures: Sequence[_Figure], dead: Sequence[_Figure]
) -> list[_Figure]:
    """Leave out whoever is told as wounded, and as dead, too: he died of his wounds."""
    people = _persons(context, [f for f in dead if f.single])
    return [
        figure
        for figure in figures
        if not figure.single
        or len(people) == 0
        or not all(is_told_among(context.text, told, people) for told in _tellings(context, figure))
    ]


def _with_bracketed_wholes(
    context: Context, prop: Property, figures: Sequence[_Figure]
) -> list[_Figure]:
    """Add the whole before brackets whose parts alone were marked, and make these parts."""
    found: list[_Figure] = []
    spans = [figure.main.span for figure in figures]
    for figure in figures:
        span = figure.main.span
        whole = whole_before_brackets(context.text, span.start)
        if whole is None or span.start < whole.end:
            found.append(figure)
            continue
        where = Span(whole.start, whole.end)
        value = resolve_quantity(whole, context.text).value
        told = any(s.start < where.end and where.start < s.end for s in spans)
        if not told and isinstance(value, CountValue):
            spans.append(where)
            draft = Draft(prop, value, where, figure.main.voice, "resolve.quantity.whole.v1", 0.7)
            item = Item(where, value, person=False)
            found.append(_Figure((draft,), (item,), part=False, further=figure.further))
        parts = tuple(replace(d, value=as_part(d.value, part=True)) for d in figure.drafts)
        found.append(replace(figure, drafts=parts, part=True))
    return found


def _figure(context: Context, prop: Property, link: Link) -> _Figure:
    mention = link.mention
    further = (mention.label or "").endswith("+further")
    voice = voice_of(context, link.attribution)
    reasons = (FURTHER,) if further else ()
    items = read_counted(context.text, mention.start, mention.end) or (_somebody(context, link),)
    if len(items) > 1:
        drafts = listed(prop, mention.span, items, voice, reasons)
        if link.part:
            drafts = [replace(d, value=as_part(d.value, part=True)) for d in drafts]
    else:
        drafts = [_single(context, prop, link, items[0], voice, reasons)]
    return _Figure(tuple(drafts), items, link.part, further)


def _somebody(context: Context, link: Link) -> Item:
    who = context.text[link.mention.start : link.mention.end]
    return Item(link.mention.span, CountValue(1, 1, 1, _EXACT, who), person=True)


def _single(
    context: Context,
    prop: Property,
    link: Link,
    item: Item,
    voice: Voice,
    reasons: tuple[str, ...],
) -> Draft:
    value = as_part(item.value, part=link.part)
    before = None
    if value.qualifier is Qualifier.MULTIPLE:
        before = counted_before(context.text, item.span)
    if before is not None:
        value = replace(before.value, part=link.part)
        return Draft(
            prop,
            value,
            link.mention.span,
            voice,
            "resolve.quantity.before.v1",
            0.6,
            extra=(before.span,),
            reasons=("takes up a number given before", *reasons),
        )
    if value.who is None and link.victims is not None:
        value = replace(value, who=link.victims.of(context.text))
    method, sure = ("person.v1", 0.75) if item.person else ("v1", 0.9)
    return Draft(
        prop, value, link.mention.span, voice, f"resolve.quantity.{method}", sure, reasons=reasons
    )


def _with_main(context: Context, prop: Property, figures: Sequence[_Figure]) -> list[Draft]:
    """Choose the account's own figure and mark it.

    A stated new total, else the first whole number, else the people told singly, else the
    sum of the parts; further figures told after it are added. Further figures alone ("another
    farmer was shot") count those whom this account tells of: what they add to is another's.
    """
    figures = [_with_own_losses(context, figure, figures) for figure in figures]
    drafts = [draft for figure in figures for draft in figure.drafts]
    whole = [f for f in figures if not f.part]
    wholes = [f for f in whole if not f.further] or whole
    base = _base(context, prop, wholes, figures)
    if base is None:
        return drafts
    singly = all(f.single for f in wholes)
    later = [f for f in figures if f.further and not f.part and not (singly and f.single)]
    chosen = _with_further(context, base, later)
    kept = [_beside(context, draft, base, wholes) for draft in drafts]
    if chosen in kept:
        return [with_primary(d, primary=d == chosen) for d in kept]
    return [with_primary(chosen, primary=True), *kept]


def _with_own_losses(context: Context, figure: _Figure, figures: Sequence[_Figure]) -> _Figure:
    """Let a side's own losses add to those of the other side, told before."""
    span = figure.main.span
    before = [f.main.span for f in figures if not f.part and f.main.span.end <= span.start]
    if not adds_own_losses(context.text, span, before, part=figure.part):
        return figure
    drafts = tuple(
        replace(d, value=as_part(d.value, part=False), reasons=(FURTHER, *d.reasons))
        for d in figure.drafts
    )
    return replace(figure, drafts=drafts, part=False, further=True)


def _base(
    context: Context, prop: Property, wholes: Sequence[_Figure], figures: Sequence[_Figure]
) -> Draft | None:
    wholes = [f for f in wholes if not is_rejected(context.text, f.main.span.start)] or wholes
    stated = _sized_first(context, prop, [f for f in wholes if not f.single and not f.unsized])
    totals = [f for f in stated if is_total(_clause(context, f.main.span))]
    if len(totals) > 0:
        return _last_total(context, [f.main for f in totals])
    singles = [f for f in wholes if f.single]
    if len(singles) > 0 or any(f.value.value != 0 for f in stated):
        # "no other injuries" beside somebody told counts nobody else
        stated = [f for f in stated if f.value.value != 0]
    people = _people(context, singles, figures) if len(singles) > 0 else None
    if len(stated) > 0 and not (people is not None and _says_less(stated[0], people)):
        return next((f for f in stated[1:] if _takes_in(context, f, stated[0])), stated[0]).main
    if people is not None:
        return people
    return _parts_summed(context, prop, [f for f in figures if f.part])


def _clause(context: Context, span: Span) -> str:
    """Return the words around a figure up to a semicolon, which another source may begin."""
    sentence = context.sentence_at(span.start)
    start = context.text.rfind(";", sentence.start, span.start) + 1
    end = context.text.find(";", span.end, sentence.end)
    return context.text[max(start, sentence.start) : sentence.end if end < 0 else end]


def _sized_first(context: Context, prop: Property, stated: Sequence[_Figure]) -> list[_Figure]:
    """Put numbers before words that give none ("multiple clerks were hit ... the four clerks").

    "Several" gives way for those taken alone, not to a number too small for it or of others.
    """
    found = sorted(stated, key=lambda f: f.value.qualifier is Qualifier.MULTIPLE)
    several = len(found) > 0 and found[0].value.qualifier is Qualifier.SEVERAL
    if prop is not Property.ARRESTED or not several:
        return found
    least = found[0].value.low or 0
    sized = next(
        (
            f
            for f in found
            if (f.value.value or 0) >= least and not leaves_out(context.text, f.main.span)
        ),
        None,
    )
    return found if sized is None else [sized, *(f for f in found if f is not sized)]


def _takes_in(context: Context, figure: _Figure, first: _Figure) -> bool:
    """Whether a list counts an earlier figure's people, and others ("six monks and a cook")."""
    if len(figure.items) < 2 or len(first.items) > 1 or first.value.value is None:
        return False
    noun = first.main.span.of(context.text).lower().split()[-1]
    return any(
        item.value.value == first.value.value and noun in item.span.of(context.text).lower().split()
        for item in figure.items
    )


def _says_less(figure: _Figure, people: Draft) -> bool:
    """Whether a figure says no more than "several", where several people are told singly."""
    return figure.value.qualifier is Qualifier.MULTIPLE and _size(people) > 1


def _people(context: Context, singles: Sequence[_Figure], figures: Sequence[_Figure]) -> Draft:
    """The number of different people told singly; parts and further ones are people too."""
    people = _persons(context, [f for f in figures if f.single])
    first = singles[0].main
    if len(people) < 2 or len(people) == singles[0].value.value:
        return first
    rest = tuple(person[0].span for person in people if not _within(person[0].span, first.span))
    listed_together = any(len(figure.items) > 1 for figure in figures)
    tellings = [[told.span for told in person] for person in people]
    several = listed_together or said_of_several(context.text, first.prop)
    several = several or go_on(context.text, tellings)
    stated = any(not f.single and f.value.value == len(people) for f in figures)
    stated = stated or says_number(context.text, first.prop, len(people))
    near = len(people) if stated else len(told_together(context.text, tellings))
    if near == 1 or not (several or told_apart(context.text, first.prop, tellings)):
        return first_alone(first, rest)
    number = near
    return replace(
        first,
        value=CountValue(number, number, number, _EXACT, None),
        method="resolve.quantity.persons.v1",
        confidence=0.7,
        extra=context_spans(rest),
        reasons=(f"{number} different people told singly",),
    )


def _persons(context: Context, figures: Sequence[_Figure]) -> tuple[tuple[Told, ...], ...]:
    tellings = {
        (told.span.start, told.span.end): told
        for number, figure in enumerate(figures)
        for told in _tellings(context, figure, number)
    }
    return distinct_persons(context.text, tuple(tellings.values()))


def _tellings(context: Context, figure: _Figure, number: int = 0) -> list[Told]:
    return [
        Told(item.span, context.sentence_of(item.span.start), number, figure.further)
        for item in figure.items
    ]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


_AMONG = re.compile(
    r"\b(?:includ(?:ing|es?|ed)|among(?: (?:them|those|whom))?|of (?:them|whom|these|those))\W*$",
    re.IGNORECASE,
)
"""Words before a figure that is a part by its own words."""


def _is_among(context: Context, draft: Draft) -> bool:
    start = draft.span.start
    return _AMONG.search(context.text[max(0, start - _LOOK_BACK) : start]) is not None


def _parts_summed(context: Context, prop: Property, parts: Sequence[_Figure]) -> Draft | None:
    """Parts without a whole: the whole is at least their sum; one alone is the whole."""
    if len(parts) == 1 and not _is_among(context, parts[0].main):
        whole = parts[0].main
        return replace(whole, value=as_part(whole.value, part=False))
    values = [f.value for f in parts]
    least = sum(v.value if v.value is not None else v.low or 0 for v in values)
    if len(parts) == 0 or least == 0:
        return None
    first = parts[0].main
    return replace(
        first,
        prop=prop,
        value=CountValue(least, least, None, Qualifier.AT_LEAST, None),
        method="resolve.quantity.parts.v1",
        confidence=0.6,
        extra=context_spans([f.main.span for f in parts[1:]]),
        reasons=("at least the parts that are told",),
    )


def _with_further(context: Context, base: Draft, later: Sequence[_Figure]) -> Draft:
    """Add the further figures told after the base, unless its own sentence counts them in."""
    if _ONE_OF_ALL.search(context.text[max(0, base.span.start - _LOOK_BACK) : base.span.start]):
        return base
    sentence = context.sentence_of(base.span.start)
    total = is_total(context.sentence_text(base.span.start))
    more = [
        f
        for f in later
        if not _within(f.main.span, base.span)
        and not _is_one_of(context, f, base)
        and not (total and context.sentence_of(f.main.span.start) <= sentence)
    ]
    if len(more) == 0 or not isinstance(base.value, CountValue):
        return base
    return replace(
        base,
        value=replace(sum_of([base.value, *(f.value for f in more)]), who=base.value.who),
        method="resolve.quantity.further.v1",
        confidence=0.7,
        extra=(*base.extra, *context_spans([f.main.span for f in more])),
        reasons=(*base.reasons, f"{len(more)} further figures added"),
    )


_ONE_OF_ALL = re.compile(
    r"\b(?:identified|named|releas\w+)\s+(?:\w+\s+){0,4}?(?:one|some|both|all)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before the number of all the dead, each of whom is told after it."""


def _is_one_of(context: Context, figure: _Figure, base: Draft) -> bool:
    """Whether a figure is one person whose number the base counts already ("a fourth man")."""
    number = number_of(context.text, figure.main.span)
    counted = base.value.value if isinstance(base.value, CountValue) else None
    return number is not None and counted is not None and number <= counted


def _beside(context: Context, draft: Draft, chosen: Draft, wholes: Sequence[_Figure]) -> Draft:
    """A smaller whole in the chosen figure's sentence is a part of it."""
    whole = any(draft in figure.drafts for figure in wholes)
    if draft == chosen or not whole or not _smaller_same_sentence(context, draft, chosen):
        return draft
    return replace(
        draft,
        value=as_part(draft.value, part=True),
        reasons=(*draft.reasons, "part of a larger figure beside it"),
    )


def _last_total(context: Context, totals: Sequence[Draft]) -> Draft:
    """The largest figure of the last sentence that states a new total ("now 17, after three")."""
    last = max(context.sentence_of(draft.span.start) for draft in totals)
    there = [draft for draft in totals if context.sentence_of(draft.span.start) == last]
    return max(there, key=lambda draft: (_size(draft), -draft.span.start))


def _size(draft: Draft) -> int:
    value = draft.value
    if not isinstance(value, CountValue):
        return 0
    return next((n for n in (value.value, value.low, value.high) if n is not None), 0)


def _smaller_same_sentence(context: Context, draft: Draft, chosen: Draft) -> bool:
    same = context.sentence_of(draft.span.start) == context.sentence_of(chosen.span.start)
    return same and _size(draft) < _size(chosen)
