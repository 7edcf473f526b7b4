"""Runs the ``muc4`` task: accounts become templates, compared as GTT does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Scores, first_of
from recount.evaluation.muc4.labelled import SURE, fillers, fits, is_labelled
from recount.evaluation.muc4.score import align, count, score
from recount.evaluation.muc4.templates import (
    Entity,
    Report4,
    Role,
    Template,
    load,
    plain,
    predicted,
)
from recount.evaluation.product import ReadAccount, ReadDocument, Report, read_reports
from recount.model import (
    ActorValue,
    IncidentType,
    Property,
    Realis,
    ResponsibilityValue,
    Scope,
    Stance,
    Statement,
)

_BURN = re.compile(r"burn|fire|arson|torch|ablaze|set\b", re.IGNORECASE)
_ROB = re.compile(r"\brob|steal|stole|loot", re.IGNORECASE)

_HEDGE = re.compile(
    r"^(?:(?:the|an?)\s+)?(?:suspected|presumed|alleged|supposed|apparent|other)\s+", re.IGNORECASE
)
"""How sure it is who did it stands in a slot of its own in MUC-4, not in the filler."""

_INSTITUTION = re.compile(
    r"\b(?:armed forces?|army|navy|air force|police|national guard|military"
    r"|(?:security|government) forces)$",
    re.IGNORECASE,
)
"""Without a name of their own ("the police"), yet organisations in MUC-4."""

_NOT_HELD = frozenset({Stance.DENIED, Stance.UNCLAIMED})
"""Positions that name nobody as the one who did it."""

_TYPES: dict[IncidentType, str] = {
    IncidentType.ATTACK: "attack",
    IncidentType.ARMED_CLASH: "attack",
    IncidentType.SHELLING: "attack",
    IncidentType.AIR_STRIKE: "attack",
    IncidentType.SEXUAL_VIOLENCE: "attack",
    IncidentType.MOB_VIOLENCE: "attack",
    IncidentType.EXCESSIVE_FORCE: "attack",
    IncidentType.NON_STATE_OVERTAKES: "attack",
    IncidentType.SUICIDE_BOMB: "bombing",
    IncidentType.REMOTE_EXPLOSIVE: "bombing",
    IncidentType.GRENADE: "bombing",
    IncidentType.ABDUCTION: "kidnapping",
}
"""MUC-4's types for the product's; the others (arrests, protests, agreements) have none."""

_HIT = (
    Property.VICTIM,
    Property.TARGET,
    Property.KILLED,
    Property.WOUNDED,
    Property.CASUALTIES,
    Property.ABDUCTED,
)

_STAGES = frozenset({Realis.ACTUAL, Realis.ATTEMPTED, Realis.FOILED, Realis.THREATENED})
"""MUC-4 has a template for what was accomplished, attempted or threatened."""


@dataclass(frozen=True, slots=True)
class Muc4Row:
    """The templates predicted for one text."""

    id: str
    templates: tuple[Template, ...]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line (the shape that DESIGN fixes)."""
        return {"id": self.id, "templates": [plain(template) for template in self.templates]}


def run(path: Path, options: Options) -> Outcome:
    """Run the product on the texts and compare its accounts with the keys."""
    split = options.split if options.split is not None else "dev"
    reports = first_of(load(path, split), options.limit)
    reading = read_reports([Report(r.id, r.text) for r in reports], link=options.link).named()
    rows = tuple(Muc4Row(r.id, templates_of(reading.get(r.id))) for r in reports)
    counted = count(
        (row.templates, gold.templates) for gold, row in zip(reports, rows, strict=True)
    )
    told = tuple(
        line for gold, row in zip(reports, rows, strict=True) for line in errors(gold, row)
    )
    return Outcome(Scores("muc4", split, score(counted)), rows, told)


def templates_of(read: ReadDocument | None) -> tuple[Template, ...]:
    """Return the templates of a document: one for each account of a type that MUC-4 has."""
    if read is None:
        return ()
    staged = [account for account in read.accounts if account.realis in _STAGES]
    if any(is_labelled(account) for account in staged):
        return tuple(dict.fromkeys(_labelled(read, staged)))
    made = [_template(read, account) for account in staged]
    return tuple(dict.fromkeys(template for template in made if template is not None))


def _labelled(read: ReadDocument, accounts: Sequence[ReadAccount]) -> Iterator[Template]:
    """Yield a template for each account that MUC-4's keys would have.

    Of accounts of one kind, those without any filler are left out beside one that has some:
    they mention it once more; alone, one stands if it is sure enough.
    """
    kinds: dict[str, list[ReadAccount]] = {}
    for account in accounts:
        kind = kind_of(account, read.document.words(account.record.account.triggers[0].span))
        if kind is not None and account.scope is not Scope.ACCIDENT and fits(account):
            kinds.setdefault(kind, []).append(account)
    for kind, some in kinds.items():
        made = [predicted(kind, fillers(read, [account])) for account in some]
        full = [one for one in made if any(len(entities) > 0 for _, entities in one.roles)]
        if len(full) > 0:
            yield from full
        elif any(fits(account, SURE) for account in some):
            yield made[0]


def _template(read: ReadDocument, account: ReadAccount) -> Template | None:
    kind = kind_of(account, read.document.words(account.record.account.triggers[0].span))
    if kind is None or account.scope is Scope.ACCIDENT:
        return None
    return predicted(
        kind,
        {
            Role.PERP_IND: [[words] for words, named in perpetrators(account) if not named],
            Role.PERP_ORG: [[words] for words, named in perpetrators(account) if named],
            Role.TARGET: [[words] for words in targets(account, kind)],
            Role.VICTIM: _victims(read, account),
            Role.WEAPON: _words(account, Property.WEAPON),
        },
    )


def kind_of(account: ReadAccount, trigger: str) -> str | None:
    """Return MUC-4's type of an account; fire and theft go by the trigger's words."""
    type_ = account.record.account.type
    if type_ is IncidentType.LOOTING:
        if _BURN.search(trigger):
            return "arson"
        return "robbery" if _ROB.search(trigger) else "attack"
    return _TYPES.get(type_)


def _victims(read: ReadDocument, account: ReadAccount) -> list[list[str]]:
    """The names of persons in the words that say who was hit (MUC-4's key has names only)."""
    hit = [s for prop in _HIT for s in account.record.of(prop)]
    return [
        [read.document.text[name.start : name.end]]
        for name in read.names
        if any(s.start < name.end and name.start < s.end for s in hit)
    ]


def _words(account: ReadAccount, prop: Property) -> list[list[str]]:
    return [[statement.original] for statement in account.record.of(prop)]


def perpetrators(account: ReadAccount) -> list[tuple[str, bool]]:
    """Return who did it or is held to have done it, and whether it is an organisation.

    Whom somebody claims, blames or suspects is a perpetrator in MUC-4 too.
    """
    doers = [
        (statement, not statement.value.generic)
        for statement in account.record.of(Property.PERPETRATOR)
        if isinstance(statement.value, ActorValue)
    ]
    held = [
        (statement, True)
        for statement in account.record.of(Property.RESPONSIBILITY)
        if isinstance(statement.value, ResponsibilityValue)
        and statement.value.actor is not None
        and statement.value.stance not in _NOT_HELD
        and not any(_overlap(statement, doer) for doer, _ in doers)
    ]
    return [_filler(statement.original, named=named) for statement, named in (*doers, *held)]


def _filler(original: str, *, named: bool) -> tuple[str, bool]:
    words = _HEDGE.sub("", original)
    return words, named or _INSTITUTION.search(words) is not None


def targets(account: ReadAccount, kind: str) -> list[str]:
    """Return the buildings and things aimed at: targets that hold a site, whole.

    A bare site counts in bombings only: in other attacks it is where it happened, rarely
    what was aimed at (train).
    """
    sites = account.record.of(Property.SITE)
    aimed = [
        target
        for target in account.record.of(Property.TARGET)
        if any(_overlap(target, site) for site in sites)
    ]
    bare = [site for site in sites if not any(_overlap(target, site) for target in aimed)]
    return [one.original for one in (*aimed, *(bare if kind == "bombing" else ()))]


def _overlap(one: Statement, other: Statement) -> bool:
    return one.start < other.end and other.start < one.end


def errors(gold: Report4, row: Muc4Row) -> Iterator[str]:
    """Yield what is missed, spurious and wrong in one text."""
    pairs = align(row.templates, gold.templates)
    yield f"== {gold.id} ({len(pairs)} of {len(gold.templates)} templates)"
    for mine, theirs in pairs:
        yield from _differences(row.templates[mine], gold.templates[theirs])
    for at, template in enumerate(gold.templates):
        if at not in {theirs for _, theirs in pairs}:
            yield f"  {'optional' if template.optional else 'MISSED'} {_told(template)}"
    for at, template in enumerate(row.templates):
        if at not in {mine for mine, _ in pairs}:
            yield f"  SPURIOUS {_told(template)}"


def _differences(mine: Template, theirs: Template) -> Iterator[str]:
    for role in Role:
        ours, wanted = mine.of(role), theirs.of(role)
        for entity in ours:
            if not any(entity.mentions <= other.mentions for other in wanted):
                yield f"  {role.value} wrong: {_entity(entity)}"
        for entity in wanted:
            if not entity.optional and not any(o.mentions <= entity.mentions for o in ours):
                yield f"  {role.value} missed: {_entity(entity)}"


def _told(template: Template) -> str:
    roles = ", ".join(
        f"{role.value} {' + '.join(_entity(entity) for entity in entities)}"
        for role, entities in template.roles
        if len(entities) > 0
    )
    return f"{'/'.join(sorted(template.types))}: {roles}"


def _entity(entity: Entity) -> str:
    return " = ".join(sorted(entity.mentions, key=lambda words: (len(words), words)))
