"""What a document names and which words belong to which incident, before any is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recount.model.ids import content_id
from recount.model.span import Span
from recount.model.types import IncidentType
from recount.model.vocabulary import Measure, Realis, Scope, Stance


class MentionRole(StrEnum):
    """What a span of text names."""

    TRIGGER = "trigger"
    PARTICIPANT = "participant"
    SITE = "site"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    WEAPON = "weapon"
    SOURCE = "source"
    CUE = "cue"


class LinkRole(StrEnum):
    """How a mention belongs to an account; the names are those of the properties."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    PLACE = "place"
    SITE = "site"
    DATE = "date"
    WEAPON = "weapon"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of text with a role; ``label`` is a sub-kind (a trigger's type, a site's class).

    A participant's label may be ``individual``, ``organisation``, ``property`` or ``name``.
    """

    start: int
    end: int
    role: MentionRole
    label: str | None = None

    @property
    def span(self) -> Span:
        """The mention's range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say it: the source's words, the cue ("according to"), the stance.

    With ``source`` ``None`` the outlet itself speaks.
    """

    stance: Stance
    source: Mention | None = None
    cue: Mention | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A mention in a role of an account.

    ``part`` marks a count as part of a whole; ``victims`` bounds the words that name
    the people counted ("worshippers"); ``antecedent`` bounds the full name or the
    earlier date that the mention stands for or counts from, where extraction knows it.
    ``inherited`` is true when the mention stands outside the trigger's own sentence.
    """

    role: LinkRole
    mention: Mention
    attribution: Attribution | None = None
    part: bool = False
    victims: Span | None = None
    antecedent: Span | None = None
    inherited: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """One position on responsibility: an actor, the stance, and who takes it.

    ``actor`` is ``None`` for "no group claimed responsibility"; ``words`` then bounds
    the cue. ``by`` is the source who claims, blames or denies; ``None``: the outlet.
    """

    stance: Stance
    words: Span
    actor: Mention | None = None
    cue: Mention | None = None
    by: Mention | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Account:
    """One incident as one document tells it.

    Identity is document, rendition and trigger spans. ``triggers`` holds the main
    trigger first. ``extent`` bounds the sentences that tell of it. ``headline`` is a
    few words for lists, always cut from the document's own text.
    """

    id: str
    document: str
    rendition: str
    triggers: tuple[Mention, ...]
    type: IncidentType
    realis: Realis
    scope: Scope
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]
    extent: Span
    confidence: float
    realis_cue: Span | None = None
    scope_cue: Span | None = None
    attribution: Attribution | None = None
    on_civilians: float | None = None
    """Probability that it is an attack on civilians, officials or property, as GTD and MUC-4
    ask, rather than fighting between armed sides; ``None`` when the extractor does not say."""

    @staticmethod
    def id_of(document: str, rendition: str, triggers: tuple[Mention, ...]) -> str:
        """Return the id of an account with these triggers."""
        spans = sorted((trigger.start, trigger.end) for trigger in triggers)
        flat = [offset for span in spans for offset in span]
        return content_id("account", document, rendition, *flat)


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure about many incidents or a state of affairs; never an incident.

    ``words`` bounds the sentence part that states it; ``compared_with`` is the id of
    the tally that this one is compared with ("up from 39").
    """

    id: str
    document: str
    rendition: str
    measure: Measure
    quantity: Mention
    words: Span
    actor: Mention | None = None
    target: Mention | None = None
    place: Mention | None = None
    times: tuple[Mention, ...] = ()
    attribution: Attribution | None = None
    compared_with: str | None = None
    confidence: float = 1.0

    @staticmethod
    def id_of(document: str, rendition: str, measure: Measure, quantity: Mention) -> str:
        """Return the id of a tally with this measure and quantity."""
        return content_id("tally", document, rendition, measure.value, quantity.start, quantity.end)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A natural person's name in a text, and whether publishing it needs a person's decision.

    ``private`` is true for victims, witnesses, minors, suspects and anybody not named
    for a public office or the lead of an armed group.
    """

    start: int
    end: int
    private: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one extractor found in one rendition of one document."""

    document: str
    rendition: str
    extractor: str
    version: str
    accounts: tuple[Account, ...]
    tallies: tuple[Tally, ...]
    mentions: tuple[Mention, ...] = ()
    names: tuple[PersonName, ...] = ()
    unread: str | None = None
    """Why the document was not read (its language), else ``None``."""
