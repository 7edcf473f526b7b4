"""The task ``wikievents``: triggers and arguments of attacks, deaths, injuries and arrests.

Triggers are the accounts' own triggers; arguments the words of their statements. A gold
argument is a head ("general"), ours a phrase, so an argument is right when it holds the
gold's words in the same role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import Options, Outcome, Score, Scores, first_of, prf, read_lines
from recount.evaluation.match import Tally3, match_spans
from recount.evaluation.product import ReadAccount, ReadDocument, Report, read_reports
from recount.model import IncidentType, Property, ResponsibilityValue, Span, Stance, Statement

TYPES = ("Conflict.", "Life.Die", "Life.Injure", "Justice.ArrestJail")

_ROLES = {
    "Attacker": "perpetrator",
    "Killer": "perpetrator",
    "Injurer": "perpetrator",
    "Jailer": "perpetrator",
    "Target": "target",
    "Victim": "target",
    "Detainee": "target",
    "Place": "place",
    "Instrument": "weapon",
    "ExplosiveDevice": "weapon",
}
_PROPERTIES = {
    Property.PERPETRATOR: "perpetrator",
    Property.TARGET: "target",
    Property.VICTIM: "target",
    Property.KILLED: "target",
    Property.WOUNDED: "target",
    Property.CASUALTIES: "target",
    Property.ABDUCTED: "target",
    Property.ARRESTED: "target",
    Property.PLACE: "place",
    Property.SITE: "place",
    Property.WEAPON: "weapon",
}
"""Counts name the people hit ("three soldiers"), so their words are victims too."""

_WITHOUT_EVENT = frozenset(
    {
        IncidentType.AGREEMENT,
        IncidentType.CHANGE_TO_GROUP,
        IncidentType.BASE_ESTABLISHED,
        IncidentType.NON_VIOLENT_TRANSFER,
        IncidentType.LOOTING,
    }
)
"""Types of ours that are none of ``TYPES`` in the data set's ontology."""

_NOT_HELD = frozenset({Stance.DENIED, Stance.UNCLAIMED})
"""Positions that name nobody as the one who did it."""

Argument = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with spans of triggers, and arguments as role, start and end."""

    id: str
    text: str
    triggers: tuple[Span, ...]
    arguments: tuple[Argument, ...]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line, without the text."""
        return {
            "id": self.id,
            "triggers": [[span.start, span.end] for span in self.triggers],
            "arguments": [list(argument) for argument in self.arguments],
        }


def load(path: Path) -> tuple[Marked, ...]:
    """Read the documents; the text is rebuilt so that the tokens' offsets hold.

    Raises:
        UsageError: there is no such file.
    """
    return tuple(_marked(row) for row in read_lines(path / "dev.jsonl"))


def _marked(row: dict[str, Any]) -> Marked:
    text, spans = rebuild([sentence[0] for sentence in row["sentences"]])
    heads = {entity["id"]: entity for entity in row["entity_mentions"]}
    triggers, arguments = set(), set()
    for event in row["event_mentions"]:
        if not event["event_type"].startswith(TYPES):
            continue
        triggers.add(_over(spans, event["trigger"]))
        for argument in event["arguments"]:
            role, head = _ROLES.get(argument["role"]), heads.get(argument["entity_id"])
            if role is not None and head is not None:
                span = _over(spans, head)
                arguments.add((role, span.start, span.end))
    return Marked(row["doc_id"], text, tuple(sorted(triggers)), tuple(sorted(arguments)))


def rebuild(sentences: Sequence[Sequence[Sequence[Any]]]) -> tuple[str, list[Span]]:
    """Return one text of sentences of tokens (word, start, end), and the tokens' spans.

    Words of a sentence are put at their distances; every sentence is a paragraph.
    """
    text, spans = "", []
    for tokens in sentences:
        if len(text) > 0:
            text += "\n\n"
        shift = len(text) - (tokens[0][1] if len(tokens) > 0 else 0)
        for word, start, _ in tokens:
            text += " " * (start + shift - len(text))
            spans.append(Span(len(text), len(text) + len(word)))
            text += word
    return text, spans


def _over(spans: Sequence[Span], mention: dict[str, Any]) -> Span:
    return Span(spans[mention["start"]].start, spans[mention["end"] - 1].end)


def run(path: Path, options: Options) -> Outcome:
    """Run the product on every document and compare."""
    texts = first_of(load(path), options.limit)
    reading = read_reports([Report(t.id, t.text) for t in texts], link=options.link).named()
    rows = tuple(predict(t, reading.get(t.id)) for t in texts)
    return Outcome(
        Scores("wikievents", "dev", score(texts, rows)), rows, tuple(errors(texts, rows))
    )


def predict(gold: Marked, read: ReadDocument | None) -> Marked:
    """Return the triggers and arguments of accounts that have an event of the data set.

    Whether they are counted in lists (realis, scope) makes no difference.
    """
    accounts = [
        account
        for account in (() if read is None else read.accounts)
        if account.record.account.type not in _WITHOUT_EVENT
    ]
    triggers = {t.span for account in accounts for t in account.record.account.triggers}
    arguments = {argument for account in accounts for argument in _arguments(account)}
    return Marked(gold.id, gold.text, tuple(sorted(triggers)), tuple(sorted(arguments)))


def _arguments(account: ReadAccount) -> Iterator[Argument]:
    for statement in account.record.statements:
        role = _PROPERTIES.get(statement.property)
        if role is not None:
            yield role, statement.start, statement.end
        elif _names_who_did_it(statement):
            yield "perpetrator", statement.start, statement.end


def _names_who_did_it(statement: Statement) -> bool:
    value = statement.value
    return (
        isinstance(value, ResponsibilityValue)
        and value.actor is not None
        and value.stance not in _NOT_HELD
    )


def score(texts: Sequence[Marked], rows: Sequence[Marked]) -> tuple[Score, ...]:
    """Return F1 of triggers and of arguments, then precision and recall of both."""
    triggers, arguments = Tally3(), Tally3()
    for gold, row in zip(texts, rows, strict=True):
        triggers += match_spans(
            [((s.start, s.end),) for s in row.triggers],
            [((s.start, s.end),) for s in gold.triggers],
        )
        arguments += match_arguments(row.arguments, gold.arguments)
    first = prf(triggers.right, triggers.found, triggers.gold, "trigger_")
    second = prf(arguments.right, arguments.found, arguments.gold, "argument_")
    return (first[2], second[2], *first[:2], *second[:2])


def match_arguments(found: Sequence[Argument], gold: Sequence[Argument]) -> Tally3:
    """Count arguments that hold a gold head in the same role, each head once.

    A phrase that holds several heads ("soldiers and police") is right once. One that holds
    only heads that a shorter phrase has ("three soldiers" around "soldiers") says the same
    again, and counts neither for nor against.
    """
    taken: set[Argument] = set()
    again = 0
    for argument in sorted(found, key=lambda a: (a[2] - a[1], a)):
        heads = [g for g in gold if _holds(argument, g)]
        fresh = [g for g in heads if g not in taken]
        taken.update(fresh[:1])
        again += len(heads) > 0 and len(fresh) == 0
    return Tally3(len(taken), len(found) - again, len(gold))


def _holds(argument: Argument, head: Argument) -> bool:
    return argument[0] == head[0] and argument[1] <= head[1] and head[2] <= argument[2]


def errors(texts: Sequence[Marked], rows: Sequence[Marked]) -> Iterator[str]:
    """Yield triggers and arguments missed and found for nothing, with their words."""
    for gold, row in zip(texts, rows, strict=True):
        for mark, some, others in (
            ("MISSED", gold.triggers, row.triggers),
            ("SPURIOUS", row.triggers, gold.triggers),
        ):
            for span in some:
                if not any(span.overlaps(other) for other in others):
                    yield f"{gold.id}: trigger {mark} {span.of(gold.text)}"
        for argument in gold.arguments:
            if not any(_holds(ours, argument) for ours in row.arguments):
                words = gold.text[argument[1] : argument[2]]
                yield f"{gold.id}: {argument[0]} MISSED {words}"
