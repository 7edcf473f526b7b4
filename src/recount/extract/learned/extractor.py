"""The extractor ``learned``: a small encoder reads the text once, its heads are decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from recount.extract.learned.accounts import build_account
from recount.extract.learned.ahead import Readings
from recount.extract.learned.asides import asides_of, without_asides, without_others_words
from recount.extract.learned.background import background
from recount.extract.learned.brief import (
    brief_decoding,
    ease_of,
    is_brief,
    may_borrow,
    names_deed,
    only_borrows,
    unread_entries,
)
from recount.extract.learned.cases import headed_entries
from recount.extract.learned.clause_days import with_clause_days
from recount.extract.learned.confidence import is_noise, weighed
from recount.extract.learned.drafts import Parts, draft_accounts
from recount.extract.learned.duties import without_duties
from recount.extract.learned.entry_days import (
    Entry,
    find_entries,
    parted_by_entries,
    with_entry_days,
)
from recount.extract.learned.faint import any_surely_hit, harms_somebody, hits_surely, with_faint
from recount.extract.learned.figures import find_figures
from recount.extract.learned.fuse import Found, fuse
from recount.extract.learned.harmed import as_it_befell
from recount.extract.learned.literal import literal, without_natural
from recount.extract.learned.live_page import with_stamps
from recount.extract.learned.named_dead import with_named_dead
from recount.extract.learned.neighbours import without_neighbours
from recount.extract.learned.own_statement import as_published
from recount.extract.learned.periods import without_periods
from recount.extract.learned.phrased import with_phrased
from recount.extract.learned.settings import Decoding, shipped_decoding
from recount.extract.learned.spoken import told_of
from recount.extract.learned.spread import spread_of, with_setting_of_sum, without_spread
from recount.extract.learned.tallied import untaken, without_tallied
from recount.extract.learned.titled import title_alone, title_decoding, titled
from recount.extract.learned.unlisted import with_unlisted
from recount.extract.learned.victims import victims_named
from recount.extract.learned.voices import attributions_of
from recount.extract.learned.words import Page
from recount.extract.rules.extractor import UNDETERMINED, Ruled, read_by_rules
from recount.extract.rules.scan import Scan, scan_document
from recount.model import Account, Document, Extraction, PersonName, SegmentKind, Span, Tally
from recount.resources.bundle import Resources
from recount.resources.encoder.reading import TextReading
from recount.resources.encoder.session import Encoder, shipped_encoder
from recount.resources.lexicon import load_lexicon

STRETCH = 40_000
"""Characters read together at most (some 9,000 tokens), so that memory stays bounded."""
_DATELINE = 120
"""Characters of a dateline at most (``scan_document`` cuts it off its sentence)."""


class LearnedExtractor:
    """Reads English with the shipped encoder. Deterministic, and it remembers no document."""

    name = "learned"
    languages = frozenset({"en", UNDETERMINED})

    def __init__(
        self,
        resources: Resources,
        encoder: Encoder | None = None,
        decoding: Decoding | None = None,
    ) -> None:
        self._resources = resources
        self._lexicon = load_lexicon()
        self._encoder = shipped_encoder() if encoder is None else encoder
        self._decoding = shipped_decoding() if decoding is None else decoding
        self.version = f"{self._decoding.version}-{self._encoder.digest}"

    def extract(self, document: Document) -> Extraction:
        """Return the accounts, tallies and person names of a document.

        A document in a language other than English gives an extraction whose
        ``unread`` says so, and nothing else.
        """
        return self.begin(document)()

    def begin(self, document: Document) -> Callable[[], Extraction]:
        """Let the encoder begin with a document; return what gives its extraction.

        The encoder reads beside what is done until then, with other documents above all.
        """
        if document.language.code not in self.languages:
            unread = f"no extractor reads the language {document.language.code}"
            return partial(self._extraction, document, unread)
        scan = self.scan(document)
        parts = ((part, _with_datelines(part)) for part in _stretches(scan))
        return partial(self._decode, document, scan, Readings(self._encoder, document.text, parts))

    def _decode(self, document: Document, scan: Scan, readings: Readings) -> Extraction:
        accounts: dict[str, Account] = {}
        tallies: list[Tally] = []
        for part, reading in readings:
            if len(reading.tokens) == 0:
                continue
            found, counted = self._read(part, reading, self._decoding)
            if is_brief(part.text) and only_borrows(part.text):
                found = [one for one in found if hits_surely(reading, part.sentences, one)]
            if len(found) == 0:
                found = self._of_people_hit(part, reading) or self._of_brief(part, reading)
            found = [*found, *self._of_entries(part, found)]
            accounts.update({account.id: account for account in found})
            tallies.extend(counted)
        if len(accounts) == 0 and len(tallies) == 0:
            accounts.update({account.id: account for account in self._of_title(scan)})
        names = tuple(PersonName(p.start, p.end, not p.public, p.reason) for p in scan.persons)
        return replace(
            self._extraction(document),
            accounts=tuple(accounts.values()),
            tallies=tuple(tallies),
            names=(*names, *victims_named(scan, accounts.values())),
        )

    def _of_people_hit(self, scan: Scan, reading: TextReading) -> list[Account]:
        """Return what faint triggers tell of where nothing else does, if people were surely hit."""
        if not any_surely_hit(reading):
            return []
        accounts, _ = self._read(scan, reading, title_decoding(self._decoding))
        return [account for account in accounts if hits_surely(reading, scan.sentences, account)]

    def _of_brief(self, scan: Scan, reading: TextReading) -> list[Account]:
        """Return what a brief tells of, for which less has to speak than in a longer text."""
        if not is_brief(scan.text) or may_borrow(scan.text):
            return []
        return self._as_brief(scan, reading)

    def _of_entries(self, scan: Scan, found: Sequence[Account]) -> Iterator[Account]:
        """Yield what the entries of a list tell of, each read alone, where nothing is found."""
        for entry in unread_entries(scan, found):
            told = scan.text[entry.sentences[0].start : entry.sentences[-1].end]
            if not may_borrow(told):
                yield from self._as_brief(
                    entry, self._encoder.read(scan.text, _with_datelines(entry))
                )

    def _as_brief(self, scan: Scan, reading: TextReading) -> list[Account]:
        told, _ = self._read(scan, reading, brief_decoding(self._decoding), ease=ease_of(reading))
        return [
            account
            for account in told
            if names_deed(scan, account) or harms_somebody(reading, scan.sentences, account)
        ]

    def _of_title(self, scan: Scan) -> list[Account]:
        """Return what the title tells by itself, where the text gives no account."""
        title = title_alone(scan)
        if title is None:
            return []
        reading = self._encoder.read(scan.text, _with_datelines(title))
        return self._read(title, reading, title_decoding(self._decoding))[0]

    def scan(self, document: Document) -> Scan:
        """Return what the finders find in a document, sorted into its sentences."""
        return scan_document(document, self._resources, self._lexicon)

    def _read(
        self, scan: Scan, reading: TextReading, decoding: Decoding, ease: int = 0
    ) -> tuple[list[Account], list[Tally]]:
        """Return the accounts and tallies of one part: what heads and rules find, made one.

        ``ease`` is given to what the rules find before it is judged.
        """
        heard = [one for sentence in scan.sentences for one in sentence.attributions]
        voices = attributions_of(reading, self._encoder.pairs, decoding, heard)
        page, parts = Page(scan, reading, voices), _parts_of(scan)
        ruled = without_spread(read_by_rules(scan, ease), parts.spread)
        ruled = parted_by_entries(ruled, parts.entries)
        accounts = self._fused(page, ruled, parts, decoding)
        accounts = self._mended(page, ruled, parts, accounts, decoding, ease)
        return accounts, untaken(ruled.tallies, accounts)

    def _found(self, page: Page, ruled: Ruled, parts: Parts, decoding: Decoding) -> list[Found]:
        """Return the accounts that the heads tell of."""
        scan, reading = page.scan, page.reading
        figures = find_figures(scan.text, scan.sentences, reading, decoding)
        tables = self._encoder.pairs
        told = draft_accounts(reading, tables, decoding, figures, ruled.accounts, parts)
        drafts = without_neighbours(page, literal(page, told))
        return [
            build_account(page, draft, decoding, positions)
            for draft, positions in zip(drafts, told_of(page, drafts), strict=True)
        ]

    def _fused(self, page: Page, ruled: Ruled, parts: Parts, decoding: Decoding) -> list[Account]:
        """Return the accounts of heads and rules together; where there are none, the title's."""
        found = self._found(page, ruled, parts, decoding)
        sentences = [Span(sentence.start, sentence.end) for sentence in page.scan.sentences]
        accounts = fuse(ruled, found, page.reading, sentences, decoding, parts.headed)
        return list(accounts or titled(page, found, ruled.many))

    def _mended(
        self,
        page: Page,
        ruled: Ruled,
        parts: Parts,
        accounts: Sequence[Account],
        decoding: Decoding,
        ease: int,
    ) -> list[Account]:
        """Return the accounts after what looks at all of them; the order counts.

        Confidence sees all that was found; what is taken away or added later changes it no more.
        """
        reading = page.reading
        accounts = weighed(accounts, ruled.accounts, reading, decoding.confidence)
        if ease == 0:  # a brief is there to tell of an incident
            accounts = [account for account in accounts if not is_noise(account)]
        accounts = without_tallied(accounts, ruled.tallies, reading)
        accounts = without_periods(page, accounts)
        accounts = without_asides(parts.asides, with_faint(page, accounts, decoding))
        accounts = without_others_words(page, accounts)
        accounts = [as_it_befell(page, account) for account in accounts]
        accounts = without_natural(page, accounts)
        accounts = with_named_dead(page, with_phrased(page, accounts))
        accounts = with_unlisted(page, accounts, decoding)
        accounts = with_clause_days(page.scan, accounts)
        accounts = with_entry_days(page.scan, accounts, parts.entries)
        accounts = with_stamps(page.scan, accounts)
        accounts = as_published(page, without_duties(page, accounts))
        return with_setting_of_sum(page.scan, accounts, parts.spread, parts.past)

    def _extraction(self, document: Document, unread: str | None = None) -> Extraction:
        return Extraction(
            document=document.id,
            rendition=document.rendition,
            extractor=self.name,
            version=self.version,
            accounts=(),
            tallies=(),
            unread=unread,
        )


def _stretches(scan: Scan) -> Iterator[Scan]:
    """Yield the scan in parts of whole sentences that the encoder can read at once."""
    part: list[int] = []
    for at, sentence in enumerate(scan.sentences):
        if part and sentence.end - scan.sentences[part[0]].start > STRETCH:
            yield replace(scan, sentences=scan.sentences[part[0] : part[-1] + 1])
            part = []
        part.append(at)
    if part:
        yield replace(scan, sentences=scan.sentences[part[0] : part[-1] + 1])


def _with_datelines(scan: Scan) -> list[Span]:
    """Return the sentences, each segment's first with the dateline that was cut off it.

    The encoder knows datelines: it learned from texts that have them.
    """
    spans: list[Span] = []
    for number, sentence in enumerate(scan.sentences):
        start = sentence.start
        if number == 0 or scan.sentences[number - 1].segment.index != sentence.segment.index:
            cut_off = start - sentence.segment.start
            start = sentence.segment.start if cut_off <= _DATELINE else start
        spans.extend(_pieces(start, sentence.end))
    return spans


def _pieces(start: int, end: int) -> Iterator[Span]:
    """Yield a sentence in pieces that the encoder can read at once; nearly always it is one."""
    for at in range(start, end, STRETCH):
        yield Span(at, min(at + STRETCH, end))


def _parts_of(scan: Scan) -> Parts:
    """Return what parts a text."""
    past = background(scan.text, scan.sentences)
    asides = tuple(
        one
        for one in asides_of(scan.text, scan.sentences)
        if not any(one.overlaps(stretch) for stretch in past)
    )
    apart = tuple(sorted((*past, *asides), key=lambda span: span.start))
    entries = find_entries(scan)
    items = _list_items(scan, entries)
    headed = headed_entries(scan)
    return Parts(items, apart, spread_of(scan), scan.sentences, asides, entries, headed)


def _list_items(scan: Scan, entries: Sequence[Entry]) -> tuple[Span, ...]:
    """Return the items of lists and the entries of logs, in order."""
    told = [(one.start, one.end) for one in entries if not one.alone]
    items = [
        (one.start, one.end) for one in scan.document.segments if one.kind is SegmentKind.LIST_ITEM
    ]
    apart: list[Span] = list(scan.entries)
    for start, end in (*told, *items):
        if not any(one.overlaps(Span(start, end)) for one in apart):
            apart.append(Span(start, end))
    return tuple(sorted(apart, key=lambda span: span.start))
