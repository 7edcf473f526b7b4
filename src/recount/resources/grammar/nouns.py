"""The noun phrase that a number counts, and the kind of thing it names."""

from __future__ import annotations

from dataclasses import dataclass

from recount.resources.grammar.hedges import Hedged
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.tokens import Tokens
from recount.resources.grammar.words import NounForm, NumberWords

_REACH = 7
"""Tokens after a number among which its noun must stand."""
_REACH_OF = 7
"""Tokens of an "of ..." phrase that still belongs to the noun."""
_DASHES = frozenset("-–‑")
_OPENERS = frozenset(
    {"the", "its", "their", "his", "her", "those", "these", "our", "all", "a", "an"}
)
_PRONOUNS = frozenset({"them", "whom", "those", "these", "us", "which"})
_OTHERS = frozenset({"others", "other"})
_ACRONYMS = frozenset({"us", "is", "it", "who"})
_VERB_ENDINGS = ("ed", "ing")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase at tokens ``first`` to ``last`` with its ``head`` and kind."""

    first: int
    head: int
    last: int
    kind: QuantityKind
    pronoun: bool = False

    @property
    def resume(self) -> int:
        """The token to go on reading at."""
        return self.head + 1


def counted_noun(tokens: Tokens, index: int, hedged: Hedged, words: NumberWords) -> Noun | None:
    """Return the noun phrase that follows a number directly, if its kind is known."""
    if hedged.is_vague and tokens.low(index) == "of":
        index += 1
        if tokens.low(index) in _OPENERS and tokens.low(index + 1) != "them":
            return _partitive_of_vague(tokens, index, words)
    if tokens.low(index) in _DASHES and tokens.glued(index):
        return None
    head = find_head(tokens, index, words, singular=hedged.one)
    if head is None:
        return None
    form = noun_form(tokens, head, words) or _THING
    last = _last(tokens, head, words)
    kind = QuantityKind.THINGS if _are_states(tokens, head, words) else form.kind
    return Noun(index, head, last, kind)


_UNIONS = frozenset(
    {"coalition", "alliance", "union", "nato", "bloc", "league", "commonwealth", "opec", "eu"}
    | {"asean", "security"}
)
_STATES_REACH = 5


def _are_states(tokens: Tokens, head: int, words: NumberWords) -> bool:
    """Whether the members of a union of states are counted ("40 members of the Alliance")."""
    if tokens.low(head) != "members" or tokens.low(head + 1) != "of":
        return False
    ahead = [tokens.low(head + step) for step in range(2, 2 + _STATES_REACH)]
    named = [at for at, low in enumerate(ahead) if low in _UNIONS]
    if len(named) == 0 or not words.casualty.isdisjoint(ahead):
        return False
    at = named[0]
    if not tokens.is_capital(head + 2 + at) and ahead[at] != "bloc":
        return False
    if ahead[at] == "security":
        return ahead[at + 1 : at + 2] == ["council"]
    return ahead[at + 1 : at + 2] != ["forces"]


def _partitive_of_vague(tokens: Tokens, index: int, words: NumberWords) -> Noun | None:
    """Read "dozens of the villagers", "hundreds of their supporters"."""
    head = find_head(tokens, index + 1, words, singular=False)
    if head is None:
        return None
    form = noun_form(tokens, head, words) or _THING
    return Noun(index + 1, head, head, form.kind)


def partitive_noun(tokens: Tokens, index: int, words: NumberWords) -> Noun | None:
    """Return the noun of "of the dead", "of its fighters", or the pronoun of "of them"."""
    low = tokens.low(index)
    if low in ("among", "amongst", "from"):
        return None
    if low != "of":
        return None
    index += 1
    if tokens.low(index) in _PRONOUNS:
        return Noun(index, index, index, QuantityKind.PEOPLE, pronoun=True)
    if tokens.low(index) not in _OPENERS:
        return None
    index += 1
    if tokens.low(index)[0].isdecimal() or tokens.low(index) in words.ones:
        index += 1
        if _came_to_harm(tokens, index, words):
            return Noun(index - 1, index - 1, index - 1, QuantityKind.PEOPLE, pronoun=True)
    head = find_head(tokens, index, words, singular=False)
    if head is None:
        if tokens.low(index) in words.casualty:
            return Noun(index, index, index, QuantityKind.PEOPLE)
        return None
    form = noun_form(tokens, head, words)
    if form is None or _superlative(tokens, index, head):
        return None
    return Noun(index, head, _last(tokens, head, words), form.kind)


def _came_to_harm(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a verb of casualties follows ("one of the two was wounded")."""
    if tokens.low(index) in ("was", "were", "is", "are", "has", "have", "had"):
        index += 2 if tokens.low(index + 1) == "been" else 1
        return tokens.low(index) in words.casualty
    return tokens.low(index) == "died"


def _superlative(tokens: Tokens, first: int, head: int) -> bool:
    """Whether "one of the bloodiest attacks" names a rank, not a part."""
    return any(
        tokens.low(at) in ("most", "best", "worst", "main", "leading", "largest")
        or (tokens.low(at).endswith("est") and tokens.low(at) not in ("west", "protest"))
        for at in range(first, head)
    )


def find_head(tokens: Tokens, index: int, words: NumberWords, *, singular: bool) -> int | None:
    """Return the head noun of the phrase that begins at a token.

    A plural noun (after "one" and articles: a singular one that ends the phrase) of the
    vocabulary; modifiers before it are passed over.
    """
    best: int | None = None
    at = index
    stop = min(index + _REACH, len(tokens))
    while at < stop:
        low = tokens.low(at)
        if best is None and (aside := _aside(tokens, at, index)) > 0:
            at, stop = at + aside, min(stop + aside, len(tokens))
            continue
        if _ends_phrase(tokens, at, index, words):
            break
        if low in _DASHES:
            at += 1
            continue
        form = noun_form(tokens, at, words)
        if form is not None and singular and form.singular:
            best = at
        elif form is not None and form.plural and not singular:
            best = at
            if not _goes_on(tokens, at, words):
                break
        elif form is None and best is not None and not _modifier(tokens, at):
            if singular and tokens.is_upper(at) and not tokens.is_upper(at + 1):
                best, at = None, at + 1  # "a county DNR ranger": the noun before was a modifier
                continue
            if singular:
                # "a police station", "a civilian van": the noun was only a modifier.
                return best if _verb_like(low) else None
            break
        at += 1
    if best is None and not singular:
        return _unknown_plural(tokens, index, at)
    return best


_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_ASIDE = 9


def _aside(tokens: Tokens, at: int, index: int) -> int:
    """Return the length of brackets that spell out a name ("three Torvex [Torvex Oil] men")."""
    closing = _BRACKETS.get(tokens.low(at))
    if closing is None or at == index or not tokens.is_capital(at - 1):
        return 0
    for step in range(2, _LONGEST_ASIDE):
        if tokens.low(at + step) == closing:
            return step + 1 if tokens.low(at + step + 1)[0].isalpha() else 0
    return 0


def _ends_phrase(tokens: Tokens, at: int, index: int, words: NumberWords) -> bool:
    low = tokens.low(at)
    if low in _OTHERS:
        return False
    if low in ("and", "or", ","):
        return not _joins_modifiers(tokens, at, index, words)
    if low == "dead" or low in words.casualty:
        return low not in words.nouns or low in ("dead", "wounded", "injured", "missing")
    if low in words.stops:
        return not _is_acronym(tokens, at)
    if low[0].isdecimal():
        return not _is_model(tokens, at)
    return not (low[0].isalpha() or low in _DASHES or low in ("'", "’", '"', "“", "”"))


def _is_model(tokens: Tokens, at: int) -> bool:
    """Whether a number is that of a model or bore ("46 M-16 rifles", "two 82mm rounds")."""
    if tokens.glued(at) and tokens.low(at - 1) in _DASHES:
        return True
    return tokens.low(at + 1) in ("mm", "cm") and tokens.glued(at + 1)


def _is_acronym(tokens: Tokens, at: int) -> bool:
    """Whether a small word is an abbreviation here ("13 US troops", "10 IS fighters")."""
    if tokens.low(at) not in _ACRONYMS or not tokens.is_upper(at):
        return False
    return not tokens.is_upper(at + 1)


def _joins_modifiers(tokens: Tokens, at: int, index: int, words: NumberWords) -> bool:
    """Whether "and" or a comma stands between two adjectives ("large and small bombings")."""
    if at == index or tokens.low(at - 1) in words.nouns or tokens.low(at - 1) in words.casualty:
        return False
    for step in (1, 2, 3):
        low = tokens.low(at + step)
        form = words.nouns.get(low)
        if form is not None and form.plural:
            return step > 1
        if low in words.stops or low in words.casualty or not low[0].isalpha():
            return False
        if low in words.ones or low in words.tens:
            return False
    return False


def _goes_on(tokens: Tokens, at: int, words: NumberWords) -> bool:
    """Whether a plural noun is followed by another ("women prisoners", "police officers")."""
    ahead = at + 1
    if tokens.low(ahead) in _DASHES and tokens.glued(ahead):
        return True
    form = noun_form(tokens, ahead, words)
    if form is not None and form.plural:
        return True
    collective = tokens.low(at) in ("police", "militia", "taliban", "crew", "staff", "infantry")
    if not collective or tokens.low(ahead) in words.stops:
        return False
    return tokens.low(ahead)[0].isalpha() and not _verb_like(tokens.low(ahead))


def _modifier(tokens: Tokens, at: int) -> bool:
    return tokens.low(at) in ("'", "’", "s", '"', "“", "”")


def _verb_like(low: str) -> bool:
    return low.endswith(_VERB_ENDINGS)


def noun_form(tokens: Tokens, at: int, words: NumberWords) -> NounForm | None:
    """Return how a token can be counted, by the vocabulary or by its ending."""
    low = tokens.low(at)
    form = words.nouns.get(low)
    if form is not None:
        return form
    if low in _OTHERS:
        return NounForm(QuantityKind.PEOPLE, singular=False, plural=low == "others")
    if len(low) > 5 and low.endswith(words.person_suffixes) and low not in words.not_people:
        return NounForm(QuantityKind.PEOPLE, singular=False, plural=True)
    if len(low) > 5 and low.endswith(("man", "woman")):
        return NounForm(QuantityKind.PEOPLE, singular=True, plural=False)
    return None


_THING = NounForm(QuantityKind.THINGS, singular=False, plural=True)
"""A plural outside the vocabulary counts things: people are named by known words or endings."""


def _unknown_plural(tokens: Tokens, index: int, stop: int) -> int | None:
    """Return the first plural-looking word of a phrase outside the vocabulary ("34 kiosks")."""
    for at in range(index, stop):
        low = tokens.low(at)
        if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")):
            if tokens.is_capital(at) and not tokens.is_upper(at):
                continue  # a name ("11 News"), not a plural
            return at
    return None


def _last(tokens: Tokens, head: int, words: NumberWords) -> int:
    """Return the last token of "members of the Sikh community"; the head otherwise."""
    if tokens.low(head) not in words.extended or tokens.low(head + 1) != "of":
        return head
    last = head + 1
    for at in range(head + 2, min(head + 2 + _REACH_OF, len(tokens))):
        low = tokens.low(at)
        opener = at == head + 2 and (low in _OPENERS)
        if not opener and (low in words.stops or low in words.casualty):
            break
        if not (low[0].isalpha() or low in _DASHES or low in ("'", "’")):
            break
        last = at
    while last > head + 1 and not tokens.low(last)[0].isalpha():
        last -= 1
    return last if last > head + 1 else head
