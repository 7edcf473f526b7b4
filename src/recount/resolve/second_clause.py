"""People hit in a second clause of one sentence: "two women were shot, and a boy was hit" is three.

The second is somebody else where the nouns of the two clauses exclude one another: of "six people
were hurt, and two men were treated" the men are two of the six.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import CountValue, Property
from recount.resolve.context import Context
from recount.resolve.drafts import Draft, with_primary
from recount.resolve.sums import as_part, context_spans, sum_of
from recount.resources.grammar.tokens import tokenize
from recount.resources.grammar.words import number_words

METHOD = "resolve.quantity.clause.v1"
_HARM = {
    Property.KILLED: r"(?:kill\w*|dead|died|shot dead|slain|murdered)",
    Property.WOUNDED: r"(?:wound\w*|injur\w*|hurt|shot|hit|struck|graz\w+|stabbed)",
}
_BETWEEN = r"[^.;:\n]{{0,80}}?\b{harm}\b[^.;:\n]{{0,60}}?,?\s+(?:and|while)\s+(?:also\s+)?"
_BEHIND = (
    r"(?:,\s+(?:aged\s+)?\d{{1,3}},)?\s+(?:was|were)\s+"
    r"(?:also\s+|(?!serious|bad|critical|severe|grave|fatal|mortal)\w+ly\s+){{0,2}}{harm}\b"
)
"""What befell those of the second clause; whoever is hit worse may be one of the first."""
_SEXES = frozenset(["woman", "man", "boy", "girl"])
"""Nouns that exclude one another; a worker may be a woman, and a child a girl."""
_ARMED = frozenset(
    [
        *("soldier", "policeman", "police", "officer", "guard", "militant", "rebel", "fighter"),
        *("gunman", "insurgent", "ranger", "trooper", "militiaman", "jihadist"),
    ]
)
_UNARMED = frozenset(
    [
        *("woman", "boy", "girl", "child", "farmer", "villager", "bystander", "clerk", "teacher"),
        *("driver", "civilian", "student", "trader", "herder", "journalist", "nurse", "doctor"),
        *("passer-by", "pedestrian", "shopkeeper", "imam", "priest", "pastor"),
    ]
)


def with_second_clause(context: Context, prop: Property, drafts: list[Draft]) -> list[Draft]:
    """Return the counts of one kind, the main one with others told in the next clause.

    Args:
        context: the document.
        prop: killed or wounded.
        drafts: the counts, of which one is the account's own.
    """
    main = next((draft for draft in drafts if draft.primary), None)
    if prop not in _HARM or main is None or len(main.extra) > 0 or _exact(main) is None:
        return drafts
    noun = _noun(context, main)
    other = next((d for d in drafts if d is not main and _is_other(context, prop, main, d)), None)
    if other is None or not _exclude(noun, _noun(context, other)):
        return drafts
    assert isinstance(main.value, CountValue)
    whole = replace(
        main,
        value=sum_of([main.value, as_part(other.value, part=False)]),
        method=METHOD,
        confidence=0.6,
        extra=context_spans([other.span]),
        reasons=(*main.reasons, "and those of the next clause"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _exclude(one: str | None, other: str | None) -> bool:
    """Whether nobody can be meant by both nouns."""
    if one is None or other is None or one == other:
        return False
    armed = {one, other} & _ARMED
    return {one, other} <= _SEXES or (len(armed) == 1 and len({one, other} & _UNARMED) == 1)


def _exact(draft: Draft) -> int | None:
    value = draft.value
    return value.value if isinstance(value, CountValue) else None


def _is_other(context: Context, prop: Property, main: Draft, other: Draft) -> bool:
    """Whether another count opens the next clause of the sentence and has a verb of its own."""
    if _exact(other) is None or other.span.start < main.span.end:
        return False
    harm = _HARM[prop]
    between = re.compile(_BETWEEN.format(harm=harm), re.IGNORECASE)
    behind = re.compile(_BEHIND.format(harm=harm), re.IGNORECASE)
    return (
        between.fullmatch(context.text, main.span.end, other.span.start) is not None
        and behind.match(context.text, other.span.end) is not None
    )


def _noun(context: Context, draft: Draft) -> str | None:
    """Return the noun of a count's words, in the singular."""
    tokens = tokenize(context.text, draft.span.start, draft.span.end)
    lows = [tokens.low(at) for at in range(len(tokens))]
    forms: Sequence[str] = [low for low in lows if low in number_words().nouns]
    if len(forms) == 0:
        return None
    return _IRREGULAR.get(forms[-1], forms[-1].removesuffix("s"))


_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "policemen": "policeman"}
