"""What gold labels and the product's accounts are both brought to, so that they can be compared.

All offsets count characters of the data set's own text, the end outside.
"""

from __future__ import annotations

from dataclasses import dataclass

from recount.model import IncidentType, Property, Realis, Scope, Span, Stance

HAPPENED = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
"""What lists and exports show by default (DESIGN section 5)."""

Evidence = tuple[str, Span]
"""Words that an account rests on beside its triggers: a kind, and where they stand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The people counted; ``None``: not stated."""

    low: int | None
    value: int | None
    high: int | None

    @property
    def number(self) -> int | None:
        """The one number of it: its value, or the bound that a vague word has."""
        given = (self.value, self.low, self.high)
        return next((number for number in given if number is not None), None)


@dataclass(frozen=True, slots=True)
class Position:
    """One position on responsibility; ``actors`` are the words that name who is meant."""

    stance: Stance
    actors: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ExamAccount:
    """One account, of the gold or of the product; the main trigger comes first.

    ``figures`` are the account's own (primary) ones. ``confidence`` (0 to 1) and ``shown``
    (whether lists show it by default) mean something for the product's accounts only.
    """

    id: str
    type: IncidentType
    realis: Realis
    scope: Scope
    triggers: tuple[Span, ...]
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[tuple[Property, Figure], ...] = ()
    positions: tuple[Position, ...] = ()
    confidence: float = 1.0
    shown: bool = True

    def figure(self, prop: Property) -> Figure | None:
        """Return the account's own figure of a property, if it states one."""
        return dict(self.figures).get(prop)

    @property
    def happened(self) -> bool:
        """Whether it is told as having happened (or been tried), by its own realis."""
        return self.realis in HAPPENED


@dataclass(frozen=True, slots=True)
class ExamText:
    """A document of the exam as a user has it; ``published`` is ``None`` where no row says it."""

    set: str
    id: str
    text: str
    published: str | None = None

    @property
    def key(self) -> str:
        """Set and id in one word."""
        return f"{self.set}/{self.id}"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one document; ``digest`` is the SHA-256 of the text that they count in."""

    set: str
    id: str
    digest: str
    accounts: tuple[ExamAccount, ...]
    clutter: tuple[Span, ...]

    @property
    def key(self) -> str:
        """Set and id in one word."""
        return f"{self.set}/{self.id}"


@dataclass(frozen=True, slots=True)
class Paired:
    """One document after pairing: gold, ours, and the pairs as places in both."""

    text: str
    labels: Labels
    ours: tuple[ExamAccount, ...]
    by_trigger: tuple[tuple[int, int], ...]
    by_evidence: tuple[tuple[int, int], ...]

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """All pairs (gold, ours)."""
        return (*self.by_trigger, *self.by_evidence)

    def matched(self) -> tuple[tuple[ExamAccount, ExamAccount], ...]:
        """Return the paired accounts, gold first."""
        return tuple((self.labels.accounts[gold], self.ours[mine]) for gold, mine in self.pairs)

    def partner(self, gold: int) -> ExamAccount | None:
        """Return our account of a gold one, if it has any."""
        mine = dict(self.pairs).get(gold)
        return None if mine is None else self.ours[mine]
