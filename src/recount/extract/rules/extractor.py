"""The extractor ``rules``: lexicons and local syntax, no model."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recount.extract.rules.accounts import build_account
from recount.extract.rules.frames import Frame, build_frames
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.merge import attach_claims, merge_frames, told_of_many
from recount.extract.rules.scan import Scan, Sentence, scan_document
from recount.extract.rules.tallies import find_tallies
from recount.model import Account, Document, Extraction, IncidentType, PersonName, Span, Tally
from recount.resources.bundle import Resources
from recount.resources.lexicon import load_lexicon

VERSION = "10"
UNDETERMINED = "und"


class RulesExtractor:
    """Reads English by rules. Deterministic, and pure: it remembers no document."""

    name = "rules"
    version = VERSION
    languages = frozenset({"en", UNDETERMINED})

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._lexicon = load_lexicon()

    def extract(self, document: Document) -> Extraction:
        """Return the accounts, tallies and person names of a document.

        A document in a language other than English gives an extraction whose
        ``unread`` says so, and nothing else.
        """
        if document.language.code not in self.languages:
            return self._extraction(
                document, unread=f"no extractor reads the language {document.language.code}"
            )
        scan = scan_document(document, self._resources, self._lexicon)
        found = read_by_rules(scan)
        accounts = {account.id: account for account in found.accounts}
        names = tuple(PersonName(p.start, p.end, not p.public, p.reason) for p in scan.persons)
        return Extraction(
            document=document.id,
            rendition=document.rendition,
            extractor=self.name,
            version=self.version,
            accounts=tuple(accounts.values()),
            tallies=found.tallies,
            names=names,
        )

    def _extraction(self, document: Document, *, unread: str) -> Extraction:
        return Extraction(
            document=document.id,
            rendition=document.rendition,
            extractor=self.name,
            version=self.version,
            accounts=(),
            tallies=(),
            unread=unread,
        )


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules read in a document.

    ``many`` are the words that tell of several incidents at once, of a habit or a series.
    """

    tallies: tuple[Tally, ...]
    accounts: tuple[Account, ...]
    many: tuple[Span, ...]


def read_by_rules(scan: Scan, ease: int = 0) -> Ruled:
    """Return what the rules read in a scanned document.

    Args:
        scan: the document.
        ease: points that each frame is given before it is judged; more found more accounts.
    """
    tallies: list[Tally] = []
    frames: list[Frame] = []
    many: list[Span] = []
    for sentence in scan.sentences:
        here = find_tallies(scan, sentence, tallies)
        tallies.extend(here)
        if len(here) > 0 and not _tells_of_one(sentence):
            many.append(Span(sentence.start, sentence.end))
            continue
        taken = {tally.quantity.start for tally in here}
        frames.extend(
            replace(frame, score=frame.score + ease) if ease > 0 else frame
            for frame in build_frames(scan, sentence)
            if not any(count.span.start in taken for count in frame.counts)
        )
    drafts = merge_frames(scan.text, frames, scan.entries)
    attach_claims(scan, drafts)
    for frame in frames:
        many.extend(told_of_many(frame))
    accounts = tuple(build_account(scan, draft) for draft in drafts)
    return Ruled(tuple(tallies), accounts, tuple(many))


def _tells_of_one(sentence: Sentence) -> bool:
    """Whether a sentence with a tally also tells of one incident ("a bombing on Friday")."""
    singular = [
        t
        for t in sentence.triggers
        if not t.plural and t.article == "indefinite" and t.type is not IncidentType.OTHER
    ]
    days = [t for t in sentence.times if grain_of(t) is Grain.DAY]
    return len(singular) > 0 and len(days) > 0
