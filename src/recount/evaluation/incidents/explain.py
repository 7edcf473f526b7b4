"""A readable list of what went wrong, per document: missed, spurious, wrong dates and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from recount.evaluation.incidents.align import Pair
from recount.evaluation.incidents.compare import Comparison
from recount.evaluation.incidents.gold import GoldIncident
from recount.evaluation.incidents.score import (
    clutter,
    count_is_exact,
    day_is_exact,
    fused,
    place_is_exact,
    tally_is_found,
)
from recount.evaluation.incidents.shown import Shown

WORDS = 110
"""Characters of a document's words that are shown: one line of a terminal."""

_KINDS = ("killed", "wounded", "casualties", "abducted", "arrested")


def lines(compared: Comparison) -> Iterator[str]:
    """Yield the errors, document by document, then those between documents."""
    shown_files = sorted({account.file for account in compared.shown})
    facts = compared.facts
    for line in compared.skipped:
        yield f"LEFT OUT {line}"
    for file in sorted({*facts.files, *facts.unread, *shown_files}):
        yield f"== {file}{_standing(compared, file)}"
        yield from _of_file(compared, file)
    yield "== between documents"
    yield from _groups(compared)


def _standing(compared: Comparison, file: str) -> str:
    if file in compared.facts.unread:
        return " (no reader reads it: everything shown is wrong)"
    if file not in compared.facts.files:
        return " (no facts: neither right nor wrong)"
    found = sum(pair.gold.file == file for pair in compared.alignment.pairs)
    gold = sum(incident.file == file for incident in compared.facts.incidents)
    return f" ({found} of {gold} found)"


def _of_file(compared: Comparison, file: str) -> Iterator[str]:
    for pair in compared.alignment.pairs:
        if pair.gold.file == file:
            yield from _pair(pair)
    for incident in compared.alignment.missed:
        if incident.file == file:
            yield f"  MISSED    {gold_line(incident)}"
    for mark, account, what in _beside(compared):
        if account.file == file:
            yield f"  {mark:9} {account_line(account)}{f'  [{what}]' if what else ''}"
    for tally in compared.facts.tallies:
        found = tally_is_found(tally.file, tally.measure, tally.number, compared.tallies)
        if tally.file == file and not found:
            yield f"  TALLY     {tally.number} {tally.measure} not found"


def _beside(compared: Comparison) -> Iterator[tuple[str, Shown, str]]:
    """Yield what is shown and not aligned, with its mark."""
    alignment = compared.alignment
    for account in alignment.spurious:
        yield "SPURIOUS", account, ""
    for account, what in alignment.counted:
        yield "SET ASIDE", account, what
    for account, what in alignment.neutral:
        yield "optional", account, what
    known = (*compared.facts.files, *compared.facts.unread)
    for account in compared.shown:
        if account.file not in known:
            yield "shown", account, ""
    for account in clutter(compared.shown):
        yield "CLUTTER", account, account.segment


def _pair(pair: Pair) -> Iterator[str]:
    wrong = []
    account, gold = pair.account, pair.gold
    if not day_is_exact(pair):
        wrong.append(f"DATE {_days(account.start, account.end)} for {_days(gold.start, gold.end)}")
    wrong.extend(
        f"{kind.upper()} {_figure(account, kind)} for {_gold_figure(gold, kind)}"
        for kind in _KINDS
        if count_is_exact(pair, kind) is False
    )
    if not place_is_exact(pair):
        wrong.append(f"PLACE {_place(account)} for {_gold_place(gold)}")
    if account.type != gold.type:
        wrong.append(f"type {account.type} for {gold.type}")
    if len(wrong) == 0:
        return
    yield f"  {gold.id} ({pair.points:g} points): {'; '.join(wrong)}"
    yield f"            {_cut(account.words, account.trigger)}"


def _groups(compared: Comparison) -> Iterator[str]:
    pairs = compared.alignment.pairs
    incident_of = {pair.gold.id: pair.account.incident for pair in pairs}
    for group in compared.facts.groups:
        held = [incident_of.get(gold) for gold in group.ids]
        if None in held or len(set(held)) > 1:
            mark = "(optional) split" if group.optional else "SPLIT"
            told = ", ".join(
                f"{gold} {'missed' if at is None else at[:8]}"
                for gold, at in zip(group.ids, held, strict=True)
            )
            yield f"  {mark} {told}"
    together = {
        frozenset(two)
        for group in compared.facts.groups
        for two in combinations(sorted(group.ids), 2)
    }
    for left, right in fused(pairs, together):
        yield f"  FUSED {left.gold.id} and {right.gold.id} in {left.account.incident[:8]}"


def gold_line(gold: GoldIncident) -> str:
    """Return a gold incident in one line."""
    figures = ", ".join(
        f"{c.kind} {c.qualifier} {c.number} {c.who}" for c in gold.counts if not c.part
    )
    when = _days(gold.start, gold.end)
    return f"{gold.id} {gold.type} | {when} | {_gold_place(gold)} | {figures}"


def account_line(account: Shown) -> str:
    """Return an account in one line, with the words about its trigger."""
    figures = ", ".join(f"{c.kind} {c.original!r}" for c in account.counts if c.primary)
    when = _days(account.start, account.end)
    words = _cut(account.words, account.trigger)
    return f"{account.type} | {when} | {_place(account)} | {figures} | {words}"


def _cut(words: str, trigger: str) -> str:
    flat = " ".join(words.split())
    at = flat.find(trigger)
    start = max(0, at - WORDS // 2)
    marked = flat[start : start + WORDS].replace(trigger, f"[{trigger}]", 1)
    return f"“{marked}”"


def _days(start: object, end: object) -> str:
    if start is None:
        return "no date"
    return f"{start}" if start == end else f"{start}/{end}"


def _place(account: Shown) -> str:
    place = account.place
    if place is None:
        return "no place"
    return _joined((place.name, place.admin1, place.country))


def _gold_place(gold: GoldIncident) -> str:
    return _joined((gold.site, gold.settlement, gold.province, gold.country))


def _joined(names: Iterable[str | None]) -> str:
    return ", ".join(name for name in names if name is not None) or "no place"


def _figure(account: Shown, kind: str) -> str:
    own = account.primary(kind)
    others = [c.original for c in account.counts if c.kind == kind and not c.primary]
    rest = f" (others: {', '.join(others)})" if len(others) > 0 else ""
    return ("none" if own is None else repr(own.original)) + rest


def _gold_figure(gold: GoldIncident, kind: str) -> str:
    figures = [f"{c.qualifier} {c.number} {c.who}" for c in gold.own(kind)]
    return " or ".join(figures) or "none"
