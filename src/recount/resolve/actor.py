"""Who is meant: a canonical actor for each mention, with coreference inside the document.

Method: a name found at the words wins; a pronoun or a short definite form ("the group", "the
militants") takes the nearest suitable named actor before it, by a score of distance, place in
the sentence and number of mentions. What finds none is Unknown with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from recount.model import ActorKind, ActorValue, DocumentActor, Resolved, Span, SpanRole, Unknown
from recount.resolve.actor_antecedents import SENTENCE, Antecedents
from recount.resolve.actor_cut import listed_name, unlisted_name, whole_words
from recount.resolve.actor_document import document_actors
from recount.resolve.actor_equated import equated
from recount.resolve.actor_members import body_of, named_group
from recount.resolve.actor_namesakes import apart, people_of, seat_of
from recount.resolve.actor_phrases import (
    MIXED_SHORT,
    Phrase,
    before,
    by_kind,
    ending_in,
    nearest,
    of_two,
    spelt_before,
    spelt_out,
    with_noun,
)
from recount.resolve.actor_short import (
    ANY_GROUP,
    GROUP,
    IN_FULL,
    OURS,
    PERSONAL,
    PLURAL,
    SAID_BEFORE,
    SAYS,
    SEVERAL,
    STATE_SHORT,
)
from recount.resolve.actor_standing import (
    apposed,
    elsewhere,
    full_name,
    group_before,
    person_before,
    spelt_otherwise,
    stands_for,
)
from recount.resolve.actor_tellings import Telling, parted
from recount.resources.actors import ActorList, ActorName, LearnedAliases, RoleHint
from recount.resources.actors.load import generic_words
from recount.resources.actors.spelling import spelt_alike
from recount.resources.actors.tokens import is_capitals

METHOD = "resolve.actor.v1"

REACH = 1200
"""Characters before a short form in which its antecedent may stand: about eight sentences."""

NEAR = 350
"""Characters within which "the militants" still means the named group: about two sentences."""

_SHORT_WORDS = 2
"""Words of the longest short form of a name ("the Shield", "the Air Corps")."""

_ARTICLE = re.compile(
    r"^(?:the|a|an|its|their|his|her|some|several|two|three|four|five|six|\d+)\s+"
)

_PROPER = re.compile(
    r"(?:The\s+)?(?:(?:al|el|an|ar|as|ash|ad)-)?[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|the|de|del|la|el|al)\s){0,2}[A-ZÀ-Þ][\w’'-]*){1,7}"
)
"""A name of two words and more, each with its capital."""


def _antecedents_of(told: Telling | None) -> tuple[Span, ...]:
    at = None if told is None else told.span
    return () if at is None else (Span(at.start, at.end, SpanRole.ANTECEDENT),)


def is_named(words: str) -> bool:
    """Return whether words are a name by their capitals ("The officers" is none)."""
    bare = re.sub(r"^(?:The|A|An|This|These|Those|Its|Their|Some|Both)\s+", "", words)
    return bare[:1].isupper()


def _begins_or_ends(name: str, noun: str) -> bool:
    return name.removeprefix("the ").startswith(f"{noun} ") or name.endswith(f" {noun}")


def _on_no_list(name: str) -> Resolved[ActorValue]:
    value = ActorValue(name, ActorKind.UNKNOWN, generic=False)
    return Resolved(value, METHOD, 0.4, ("a name that no list has",))


@dataclass(slots=True)
class ActorResolver:
    """Resolves mentions of actors in one text; holds no state beyond it."""

    text: str
    actors: ActorList
    learned: LearnedAliases
    names: Sequence[ActorName]
    document: str = ""
    _known: Antecedents = field(init=False, repr=False)
    _actors_named: frozenset[str] = field(init=False, repr=False)
    _kept: dict[tuple[int, int, str | None], Resolved[ActorValue]] = field(
        init=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self.names = tuple(sorted(self.names))
        self._known = Antecedents(self.text, self.names)
        self._actors_named = frozenset(n.actor for n in self.names if not n.generic)

    def resolve(self, span: Span, where: str | None = None) -> Resolved[ActorValue]:
        """Return the actor that the words at ``span`` mean.

        Args:
            span: the words.
            where: country of the incident (ISO alpha-2); a state's forces elsewhere are
                external forces. ``None``: not known.

        ``spans`` of the result holds the antecedent of a pronoun or short form.
        """
        # The same words belong to several incidents of a text.
        key = (span.start, span.end, where)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._apart(self._resolved(span, where), span)
        return found

    def _apart(self, found: Resolved[ActorValue], span: Span) -> Resolved[ActorValue]:
        """Tell two actors of one name apart, where the text has two."""
        value = found.value
        taken = any(before.role is SpanRole.ANTECEDENT for before in found.spans)
        if taken or not isinstance(value, ActorValue) or value.generic:
            return found
        listed = self.actors.get(value.actor)
        name = apart(self.text, span, value.actor, () if listed is None else listed.country)
        return found if name == value.actor else replace(found, value=replace(value, actor=name))

    def _resolved(self, span: Span, where: str | None) -> Resolved[ActorValue]:
        words = " ".join(span.of(self.text).split()).strip(" ,.;:\"“”‘’'")
        low = words.casefold()
        if words.isupper() and not is_capitals(self.text):
            low = words  # "US" is no pronoun where the text is not set in capitals
        if PERSONAL.match(low):
            return self._person(span, low, where)
        if SEVERAL.match(low):
            return Resolved(Unknown(f"“{words}” stands for more than one actor"), METHOD, 0.0)
        said = self.text[max(0, span.start - SAID_BEFORE) : span.start]
        if OURS.match(low) and SAYS.search(said) is None:
            return Resolved(Unknown(f"“{words}” stands for whoever speaks"), METHOD, 0.0)
        if PLURAL.match(low):
            return self._antecedent(span, words, where, armed=None)
        whole = self.actors.lookup(words) if words[:1].isupper() and " " in words else None
        if whole is not None and whole.name not in {n.actor for n in self._known.inside(span)}:
            return self._named(listed_name(span, whole), where)
        same = equated(self.text).get(re.sub(r"^the\s+", "", words.casefold()))
        fresh = self.learned.introduction(words) is None
        if same is not None and fresh and not same.start <= span.start < same.end:
            return self._of_phrase(same, words)
        told = stands_for(self.text, span, words, exact=True) or apposed(self.text, span, words)
        if told is not None and (told.said or not told.person):
            return self._of_telling(told, words)
        inside = self._known.inside(span)
        named = [name for name in inside if not name.generic]
        if named:
            return self._named(self._best(named, span), where)
        return self._unnamed(span, words, where, inside)

    def _unnamed(
        self, span: Span, words: str, where: str | None, inside: Sequence[ActorName]
    ) -> Resolved[ActorValue]:
        body = self._body(span, words)
        if body is not None:
            return body
        if IN_FULL.match(words) is None and GROUP.match(words.casefold()) is not None:
            return self._short_form(span, words, inside, where)
        if inside:
            return self._taken_up(self._generic(inside[0], where), span, words)
        return self._unlisted(span, words, where)

    def _body(self, span: Span, words: str) -> Resolved[ActorValue] | None:
        """Return the group whose men words tell of, or that they name by its own name."""
        of = body_of(self.text, span)
        if of is not None:
            return self.resolve(of)
        name = named_group(words, capitals=is_capitals(self.text))
        if name is None:
            return None
        listed = self.actors.lookup(name) or self.actors.alike(name)
        if listed is not None:
            return self._named(listed_name(span, listed), None, confidence=0.7)
        if is_capitals(self.text):
            return None
        return _on_no_list(re.sub(r"^[Tt]he\s+", "", words))

    def names_force(self, span: Span) -> bool:
        """Return whether words are the name of an actor, or part of one, and no kind of actor."""
        return any(
            name.start <= span.start and span.end <= name.end
            for name in self.names
            if not name.generic
        )

    def naming(self, span: Span) -> Span:
        """Return the words at ``span``, whole where they cut a name ("K" of "IS-K")."""
        for name in self._known.inside(span):
            if name.start <= span.start and span.end <= name.end:
                return Span(name.start, name.end)
        return whole_words(self.text, span, self.names)

    def document_actors(self) -> tuple[DocumentActor, ...]:
        """Return every actor of the document with its aliases met and its mentions, by name."""
        return document_actors(self.text, self.document, self.names)

    # --- names in the words ------------------------------------------------------------------

    def _best(self, named: Sequence[ActorName], span: Span) -> ActorName:
        """The name that the words are about: the last before "of" or "in", else the first."""
        within = [name for name in named if span.start <= name.start and name.end <= span.end]
        return (within or list(named))[0]

    def _named(
        self,
        name: ActorName,
        where: str | None,
        spans: tuple[Span, ...] = (),
        extra: tuple[str, ...] = (),
        confidence: float = 1.0,
    ) -> Resolved[ActorValue]:
        met = " ".join(name.span.of(self.text).split())
        reasons = list(extra)
        introduced = self.learned.introduction(met)
        if introduced is not None and introduced.actor == name.actor:
            reasons.append(f"the text introduces {met} as {name.actor} ({introduced.how})")
            spans = (*spans, Span(introduced.start, introduced.end, SpanRole.CONTEXT))
        elif met.casefold() != name.actor.casefold():
            reasons.append(f"{met} is a listed name of {name.actor}")
        if name.role_hint not in (RoleHint.NAME, RoleHint.GROUP):
            reasons.append(f"named by its {name.role_hint.value}")
        kind, why = self._kind(name, where)
        reasons.extend(why)
        return Resolved(
            value=ActorValue(name.actor, kind, generic=False),
            method=METHOD,
            confidence=confidence,
            reasons=tuple(reasons),
            candidates=self._rivals(name.actor),
            spans=spans,
        )

    def _kind(self, name: ActorName, where: str | None) -> tuple[ActorKind, tuple[str, ...]]:
        abroad = (
            where is not None
            and name.kind is ActorKind.STATE_FORCES
            and name.country is not None
            and name.country != where
        )
        if abroad:
            return ActorKind.EXTERNAL_FORCES, (f"forces of {name.country} in {where}",)
        return name.kind, ()

    def _rivals(self, actor: str) -> tuple[str, ...]:
        """The parent or the affiliates of an actor that the document names too."""
        here = self.actors.get(actor)
        rivals = []
        for other in sorted(self._actors_named):
            listed = self.actors.get(other)
            if other == actor or listed is None:
                continue
            if listed.parent == actor or (here is not None and here.parent == other):
                rivals.append(other)
        return tuple(rivals)

    # --- unnamed actors ----------------------------------------------------------------------

    def _generic(self, name: ActorName, where: str | None) -> Resolved[ActorValue]:
        kind, why = self._kind(name, where)
        reasons = ("an unnamed actor", *why)
        if name.country is not None:
            reasons = (*reasons, f"of {name.country}")
        return Resolved(ActorValue(name.actor, kind, generic=True), METHOD, 1.0, reasons)

    def _unlisted(self, span: Span, words: str, where: str | None) -> Resolved[ActorValue]:
        low = _ARTICLE.sub("", words.casefold())
        listed = self.actors.alike(words)
        if listed is not None:
            return self._named(listed_name(span, listed), where, confidence=0.7)
        learnt = next(filter(None, map(self.learned.resolve, (words, low, f"the {low}"))), None)
        listed = self.actors.lookup(words) if learnt is None else self.actors.get(learnt)
        if listed is not None:
            country = listed.country[0] if listed.country else None
            name = ActorName(span.start, span.end, listed.name, listed.kind, country, generic=False)
            return self._named(name, where)
        named = self._shortened(span, words)
        if named is not None:
            antecedent = (Span(named.start, named.end, SpanRole.ANTECEDENT),)
            said = (f"“{words}” is short for {named.actor}",)
            return self._named(named, where, spans=antecedent, extra=said, confidence=0.8)
        phrase = self._written_otherwise(span, words)
        if phrase is not None:
            return self._of_phrase(phrase, words)
        seat = seat_of(self.text, span)
        if seat is not None:
            value = ActorValue(seat, ActorKind.STATE_FORCES, generic=False)
            return Resolved(value, METHOD, 0.6, (f"{words} stands for a government",))
        code = people_of(words)
        theirs = [n for n in self._known.before(span.start, REACH) if n.country == code]
        if code is not None and len(theirs) > 0:
            antecedent = (Span(theirs[-1].start, theirs[-1].end, SpanRole.ANTECEDENT),)
            return self._named(theirs[-1], where, spans=antecedent, confidence=0.6)
        full = self._same_person(span, words)
        if full is not None:
            return self._of_telling(full, words)
        proper = re.sub(r"^[Tt]he\s+", "", words)
        if _PROPER.fullmatch(proper) is not None and not is_capitals(self.text):
            title, bare = parted(proper)
            bare = bare if len(bare.split()) > 1 else " ".join((*title, bare)).strip()
            return _on_no_list(bare)
        last = re.split(r"[\s-]+", re.split(r"\s(?:of|in|from|at|on|with|who|for)\s", low)[0])[-1]
        people = generic_words().people
        if low in people or last in people or low.rsplit(" ", 1)[-1] in people:
            value = ActorValue(low, ActorKind.CIVILIANS, generic=True)
            told_of: Resolved[ActorValue] = Resolved(
                value, METHOD, 0.9, ("people who are not armed",)
            )
            return self._taken_up(told_of, span, words)
        told = stands_for(self.text, span, words)
        if told is not None:
            return self._of_telling(told, words)
        if is_named(words) and not words.isupper() and len(words.split()) <= 8:
            return _on_no_list(proper)
        return Resolved(Unknown(f"no listed actor in the words: {words[:60]}"), METHOD, 0.0)

    def _written_otherwise(self, span: Span, words: str) -> Phrase | None:
        """Return the full name of an abbreviation, or the first spelling of a name."""
        if " " not in words and (words.isupper() or MIXED_SHORT.fullmatch(words) is not None):
            return spelt_out(self.text, span.start, words)
        if words.casefold() in ("the former", "the latter"):
            former = words.casefold() == "the former"
            return of_two(self.text, span.start, NEAR, former=former)
        bare = re.sub(r"^[Tt]he\s+", "", words)
        if len(bare.split()) < _SHORT_WORDS:
            return None
        known = (p for p in before(self.text, span.start) if p.name != bare)
        alike = next((p for p in known if spelt_alike(p.name, bare)), None)
        return alike or spelt_before(self.text, span.start, bare)

    def _same_person(self, span: Span, words: str) -> Telling | None:
        """Return the person named before of whose name words are a part or another spelling."""
        return full_name(self.text, span, words) or spelt_otherwise(self.text, span, words)

    def _shortened(self, span: Span, words: str) -> ActorName | None:
        """Return what "the Shield" stands for: the only actor named before with that noun.

        The noun begins or ends the name ("the Front for Free Marenza", "the Harun Shield").
        """
        bare = re.sub(r"^[Tt]he\s+", "", words)
        if not bare[:1].isupper() or bare.isupper() or len(bare.split()) > _SHORT_WORDS:
            return None
        low = bare.casefold()
        fits = [
            name
            for name in self._known.before(span.start, REACH)
            if not name.generic and _begins_or_ends(name.span.of(self.text).casefold(), low)
        ]
        if len(fits) == 0:
            phrase = ending_in(self.text, span.start, bare)
            return None if phrase is None else unlisted_name(phrase.start, phrase.end, phrase.name)
        return fits[-1] if len({name.actor for name in fits}) == 1 else None

    # --- pronouns and short forms ------------------------------------------------------------

    def _person(self, span: Span, low: str, where: str | None) -> Resolved[ActorValue]:
        """Read "he": an unnamed single attacker just before, else nobody's name is guessed."""
        for name in reversed(self._known.before(span.start, SENTENCE * 2)):
            single = name.span.of(self.text).casefold().endswith(("man", "er", "or", "assassin"))
            if name.generic and single and name.kind is not ActorKind.STATE_FORCES:
                found = self._generic(name, where)
                spans = (Span(name.start, name.end, SpanRole.ANTECEDENT),)
                return Resolved(found.value, METHOD, 0.6, (f"{low} stands for them",), (), spans)
        told = person_before(self.text, span, low)
        reason = Unknown(f"the pronoun {low} stands for a person")
        return Resolved(reason, METHOD, 0.0, spans=_antecedents_of(told))

    def _of_telling(self, told: Telling, words: str) -> Resolved[ActorValue]:
        """Return whom the text told of before; persons that no list has are not named."""
        known = self.resolve(told.span)
        value: ActorValue | Unknown = known.value
        if isinstance(value, Unknown) and told.name and not told.person:
            value = ActorValue(told.name, ActorKind.UNKNOWN, generic=False)
        reason = f"“{words}” stands for {told.name or 'somebody'}, told of before"
        return Resolved(value, METHOD, 0.5, (reason,), (), _antecedents_of(told))

    def _taken_up(
        self, found: Resolved[ActorValue], span: Span, words: str
    ) -> Resolved[ActorValue]:
        """Return an unnamed actor with the words before that it takes up, if there are any."""
        told = stands_for(self.text, span, words)
        spans = _antecedents_of(told)
        return replace(found, spans=(*found.spans, *spans))

    def _short_form(
        self, span: Span, words: str, inside: Sequence[ActorName], where: str | None
    ) -> Resolved[ActorValue]:
        noun = GROUP.match(words.casefold())
        head = noun.group(1) if noun is not None else ""
        if STATE_SHORT.match(words.casefold()) and inside:
            return self._taken_up(self._generic(inside[0], where), span, words)
        people = head.rstrip("s") in (
            "militant", "rebel", "insurgent", "guerrilla", "terrorist", "fighter", "extremist",
            "jihadist", "separatist",
        )  # fmt: skip
        found = self._antecedent(
            span, words, where, armed=True, reach=NEAR if people and inside else REACH, head=head
        )
        if isinstance(found.value, Unknown):
            phrase = with_noun(self.text, span.start, head) if head else None
            if phrase is None and head in ANY_GROUP:
                phrase = nearest(self.text, span.start, NEAR)
            if phrase is None:
                phrase = by_kind(self.text, span.start, NEAR, head)
            if phrase is not None:
                return self._of_phrase(phrase, words)
            told = stands_for(self.text, span, words)
            if told is not None and not inside:
                return self._of_telling(told, words)
        if isinstance(found.value, Unknown) and inside:
            return self._taken_up(self._generic(inside[0], where), span, words)
        return found

    def _of_phrase(self, phrase: Phrase, words: str) -> Resolved[ActorValue]:
        """Return the group that the text names in full; its kind is unknown if no list has it."""
        known = self.resolve(Span(phrase.start, phrase.end)).value
        named = isinstance(known, ActorValue) and not known.generic
        return Resolved(
            value=known if named else ActorValue(phrase.name, ActorKind.UNKNOWN, generic=False),
            method=METHOD,
            confidence=0.5,
            reasons=(f"“{words}” stands for {phrase.name}, named before",),
            spans=(Span(phrase.start, phrase.end, SpanRole.ANTECEDENT),),
        )

    def _antecedent(
        self,
        span: Span,
        words: str,
        where: str | None,
        *,
        armed: bool | None,
        reach: int = REACH,
        head: str = "",
    ) -> Resolved[ActorValue]:
        if elsewhere(self.text, span):
            return Resolved(Unknown(f"“{words}” are told of in another country"), METHOD, 0.0)
        found = self._known.choose(span, armed=armed, reach=reach, head=head)
        if found is None:
            ahead = self._known.ahead(span)
            if ahead is not None:
                return self._named(
                    ahead,
                    where,
                    spans=(Span(ahead.start, ahead.end, SpanRole.ANTECEDENT),),
                    extra=(f"“{words}” stands for the subject that follows",),
                    confidence=0.6,
                )
            phrase = nearest(self.text, span.start, NEAR)
            if phrase is not None and armed is None:
                return self._of_phrase(phrase, words)
            told = group_before(self.text, span) if armed is None else None
            if told is not None:
                return self._of_telling(told, words)
            reason = f"no named actor before “{words[:40]}” that it could stand for"
            return Resolved(Unknown(reason), METHOD, 0.0)
        best, rivals = found.name, found.rivals
        if best.generic:
            spans = (Span(best.start, best.end, SpanRole.ANTECEDENT),)
            generic = self._generic(best, where)
            said = (f"“{words}” stands for the subject before",)
            return Resolved(generic.value, METHOD, 0.6, said, (), spans)
        known = self._named(
            best,
            where,
            spans=(Span(best.start, best.end, SpanRole.ANTECEDENT),),
            extra=(f"“{words}” stands for the nearest suitable actor named before",),
            confidence=0.8 if len(rivals) == 0 else 0.6,
        )
        return replace(known, candidates=tuple(sorted(rivals)))

    # --- places in the sentence --------------------------------------------------------------
