"""The task ``re3d``: entities in defence and security texts on Syria and Iraq.

The finders of the product are measured alone, over the whole text: the reader's for
what is named, the list of actors' and the nouns of institutions' for organisations that it
leaves out, the grammar's for times and quantities. Types that nothing in the product
finds (document references) score 0, which is told, not hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from recount.evaluation.base import (
    Options,
    Outcome,
    Score,
    Scores,
    first_of,
    is_dev,
    prf,
    read_lines,
)
from recount.evaluation.match import HALF, Pieces, Tally3, match_spans, overlap
from recount.evaluation.product import Report, read_reports
from recount.extract.learned.finders import Finders
from recount.extract.rules.scan import Sentence, scan_document
from recount.resolve.actor_phrases import institutions
from recount.resources.actors import RoleHint, learn_aliases
from recount.resources.bundle import Resources
from recount.resources.bundle import load as load_resources
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.lexicon import load_lexicon

TYPES = (
    "Organisation",
    "Location",
    "Person",
    "Nationality",
    "Temporal",
    "Quantity",
    "Weapon",
    "Money",
    "MilitaryPlatform",
    "Vehicle",
    "DocumentReference",
)
NAMED = {
    "organisation": "Organisation",
    "person": "Person",
    "nationality": "Nationality",
    "vehicle": "Vehicle",
    "platform": "MilitaryPlatform",
    "armament": "Weapon",
    "toponym": "Location",
}
"""Types of the data set for the reader's tags."""
_NOT_COUNTED = frozenset({QuantityKind.MONEY, QuantityKind.TIME, QuantityKind.ORDINAL})

Entity = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Entities:
    """A text with its entities as type, start and end."""

    id: str
    text: str
    entities: tuple[Entity, ...]

    def of(self, kind: str) -> list[Pieces]:
        """Return the spans of a type."""
        return [((start, end),) for name, start, end in self.entities if name == kind]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line, without the text."""
        return {"id": self.id, "entities": [list(entity) for entity in self.entities]}


def load(path: Path) -> tuple[Entities, ...]:
    """Read the dev documents.

    Raises:
        UsageError: there is no such file.
    """
    return tuple(
        Entities(
            row["id"],
            row["text"],
            tuple(sorted({(e["type"], e["start"], e["end"]) for e in row["entities"]})),
        )
        for row in read_lines(path / "documents.jsonl")
        if is_dev(row["id"])
    )


def run(path: Path, options: Options) -> Outcome:
    """Run the finders on every document and compare."""
    texts = first_of(load(path), options.limit)
    resources = load_resources()
    reading = read_reports([Report(t.id, t.text) for t in texts], link=False).named()
    rows = tuple(
        Entities(t.id, t.text, _found(resources, reading[t.id].document) if t.id in reading else ())
        for t in texts
    )
    return Outcome(Scores("re3d", "dev", score(texts, rows)), rows, tuple(errors(texts, rows)))


def _found(resources: Resources, document: Any) -> tuple[Entity, ...]:
    scan = scan_document(document, resources, load_lexicon())
    found = {entity for sentence in scan.sentences for entity in entities_of(sentence)}
    named = {
        (NAMED[one.tag], one.span.start, one.span.end) for one in _finders().entities(document.text)
    }
    known = [(start, end) for kind, start, end in named if kind == "Organisation"]
    listed = {("Organisation", *one) for one in bodies(resources, document.text, known)}
    return tuple(sorted(found | named | listed))


_HINTS = frozenset({RoleHint.NAME, RoleHint.GROUP, RoleHint.MEMBERS})
"""A government named by its country or its minister is no name of an organisation."""


def bodies(
    resources: Resources, text: str, known: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the organisations that the actor list or their own nouns name, beside those known.

    The reader gives "the ISIL terrorist group" for one; "ISIL" in it is a name of the list.
    """
    learned = learn_aliases(text, resources.actors)
    names = [
        (name.start, name.end)
        for name in resources.actors.find(text, learned)
        if (not name.generic or _is_proper(text, name.start)) and name.role_hint in _HINTS
    ]
    told = [(phrase.start, phrase.end) for phrase in institutions(text)]
    for span in dict.fromkeys((*names, *told)):
        if not any(overlap((span,), (other,)) >= HALF for other in known):
            yield span


def _is_proper(text: str, start: int) -> bool:
    """Whether a word has a capital that no beginning of a sentence gives it ("the Navy")."""
    return text[start].isupper() and _OPENS.search(text[max(0, start - _BACK) : start]) is None


_OPENS = re.compile(r"(?:^|[.!?:\n\"“”])\s*$")
_BACK = 4
"""Characters before a word that tell whether it opens a sentence."""


@cache
def _finders() -> Finders:
    return Finders()


def entities_of(sentence: Sentence) -> Iterator[Entity]:
    """Yield what the rules find in a sentence, under the types of the data set."""
    for place in sentence.places:
        if place.demonym:
            yield "Nationality", place.start, place.end
    for weapon in sentence.weapons:
        yield "Weapon", weapon.start, weapon.end
    for time in sentence.times:
        yield "Temporal", time.start, time.end
    for quantity in sentence.quantities:
        if quantity.kind is QuantityKind.MONEY:
            yield "Money", quantity.start, quantity.end
        elif quantity.kind not in _NOT_COUNTED:
            yield "Quantity", quantity.number_start, quantity.number_end


def score(texts: Sequence[Entities], rows: Sequence[Entities]) -> tuple[Score, ...]:
    """Return recall and F1 of each type, then over all types together."""
    scores: list[Score] = []
    whole = Tally3()
    for kind in TYPES:
        total = Tally3()
        for gold, row in zip(texts, rows, strict=True):
            total += match_spans(row.of(kind), gold.of(kind))
        whole += total
        _, recall, both = prf(total.right, total.found, total.gold, f"{kind}_")
        scores += [recall, both]
    return (*scores, *prf(whole.right, whole.found, whole.gold))


def errors(texts: Sequence[Entities], rows: Sequence[Entities]) -> Iterator[str]:
    """Yield entities missed and found for nothing, with their words."""
    for gold, row in zip(texts, rows, strict=True):
        ours, wanted = set(row.entities), set(gold.entities)
        for mark, some in (("MISSED", wanted - ours), ("SPURIOUS", ours - wanted)):
            for kind, start, end in sorted(some):
                yield f"{gold.id[:8]}: {kind} {mark} {gold.text[start:end]}"
