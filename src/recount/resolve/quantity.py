"""What a counted quantity means: its bounds, who is counted, and whether it is a part."""

from __future__ import annotations

from recount.model import CountValue, Qualifier, Resolved, Span, SpanRole, Unknown, count_of
from recount.resources.grammar import Quantity, QuantityKind
from recount.resources.grammar.quantity import COUNTING_KINDS
from recount.resources.grammar.tokens import tokenize

METHOD = "quantity-words-1"

_REACH = 240
"""Characters read before a number for "including" and its like: about two lines."""
_REACH_AFTER = 60
"""Characters read after a number for "of them" and its like."""
_PART_BEFORE = frozenset({"including", "included", "includes", "include", "among", "amongst"})
_PART_PHRASES_BEFORE = (("of", "whom"), ("of", "them"), ("of", "these"), ("of", "those"))
_WHOLES = frozenset({"the", "them", "whom", "those", "these"})
_CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?", "\n", "(", ")"})
_NEW_COUNTS = frozenset(
    {
        "killed",
        "killing",
        "wounded",
        "wounding",
        "injured",
        "injuring",
        "dead",
        "died",
        "left",
        "leaving",
        "arrested",
        "arresting",
        "detained",
        "detaining",
        "abducted",
        "abducting",
        "kidnapped",
        "kidnapping",
        "displaced",
        "missing",
        "hurt",
    }
)
"""Words after which a figure is no longer governed by an earlier "including"."""


def resolve_quantity(quantity: Quantity, text: str) -> Resolved[CountValue]:
    """Return the count that a quantity states, or Unknown when it measures something else.

    The bounds are those of DESIGN §5; a vague word of stated size ("several hundred", "tens
    of thousands") has that size as its low bound. ``reasons`` say "part", "further" and
    "others" where the words do: a further figure adds to one given before.
    """
    if quantity.kind not in COUNTING_KINDS:
        reason = f"{_KIND_WORDS.get(quantity.kind, quantity.kind.value)}, not a count"
        return Resolved(Unknown(reason), METHOD)
    who = _who(quantity, text)
    cue = _part_cue(quantity, text)
    value = _value(quantity, who, part=cue is not None)
    reasons = _reasons(quantity, who, cue, text)
    spans = () if cue is None else (cue,)
    confidence = _ARTICLE_CONFIDENCE if quantity.article else 1.0
    if quantity.kind is QuantityKind.UNKNOWN:
        confidence = _UNKNOWN_KIND_CONFIDENCE
    return Resolved(value, METHOD, confidence, reasons, (), spans)


_ARTICLE_CONFIDENCE = 0.8
"""An article counts one person only where the account has no better figure."""
_UNKNOWN_KIND_CONFIDENCE = 0.6
"""A number whose noun is not known may count something else."""
_KIND_WORDS = {
    QuantityKind.AGE: "an age",
    QuantityKind.MONEY: "an amount of money",
    QuantityKind.DISTANCE: "a distance",
    QuantityKind.MEASURE: "a measure",
    QuantityKind.DURATION: "a duration",
    QuantityKind.PERCENT: "a share",
    QuantityKind.TIME: "a time of day",
    QuantityKind.ORDINAL: "a rank",
}
_VAGUE = frozenset(
    {
        Qualifier.MULTIPLE,
        Qualifier.SEVERAL,
        Qualifier.DOZENS,
        Qualifier.SCORES,
        Qualifier.HUNDREDS,
        Qualifier.THOUSANDS,
    }
)


def _value(quantity: Quantity, who: str | None, *, part: bool) -> CountValue:
    qualifier, number = quantity.qualifier, quantity.number
    if number is not None and qualifier in _VAGUE:
        return CountValue(number, None, None, qualifier, who, part)
    if number is not None and qualifier is Qualifier.COUPLE:
        return CountValue(number, number, None, qualifier, who, part)
    base = 0 if number is None else number
    return count_of(base, qualifier, upper=quantity.upper, who=who, part=part)


def _who(quantity: Quantity, text: str) -> str | None:
    if quantity.counted is None:
        return None
    return " ".join(quantity.counted.of(text).split())


def _part_cue(quantity: Quantity, text: str) -> Span | None:
    """Return the words that make the figure a part of a whole, if any do."""
    after = tokenize(text, quantity.end, min(len(text), quantity.end + _REACH_AFTER))
    head = after.lows[:2]
    apart = quantity.counted is None or quantity.counted.start >= quantity.end
    if apart and len(head) == 2 and head[0] == "of" and head[1] in _WHOLES:
        return Span(after.starts[0], after.ends[1], SpanRole.CONTEXT)
    before = tokenize(text, max(0, quantity.start - _REACH), quantity.start)
    for at in range(len(before) - 1, -1, -1):
        low = before.lows[at]
        if low in _CLAUSE_ENDS or low in _NEW_COUNTS:
            return None
        if low in _PART_BEFORE:
            return Span(before.starts[at], before.ends[at], SpanRole.CONTEXT)
        if before.lows[at : at + 2] in _PART_PHRASES_BEFORE:
            return Span(before.starts[at], before.ends[at + 1], SpanRole.CONTEXT)
    return None


def _reasons(quantity: Quantity, who: str | None, cue: Span | None, text: str) -> tuple[str, ...]:
    reasons: list[str] = []
    if quantity.article:
        reasons.append("one person, counted by an article")
    if cue is not None:
        reasons.append(f"part of a whole: {' '.join(cue.of(text).split())}")
    if quantity.further:
        reasons.append("further: adds to a figure given before")
    if who is not None and who.lower().endswith("others"):
        reasons.append("others: besides those already counted")
    return tuple(reasons)
