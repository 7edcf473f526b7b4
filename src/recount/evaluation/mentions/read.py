"""What the product has at hand when it gives a mention its value: the resolvers of its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recount.evaluation.mentions.gold import Item
from recount.evaluation.product import ReadDocument, Report, read_reports
from recount.model import Extraction, Publication, PublicationBasis, Span, UsageError
from recount.resolve.context import Context, make_context
from recount.resolve.publication import choose_publication
from recount.resources.bundle import Resources, load


def contexts(items: Sequence[Item]) -> dict[str, Context]:
    """Return the context of each item by id; items of a document under one day share it.

    The chosen extractor reads each text first: "two days earlier" counts from its incidents.

    Raises:
        UsageError: the product read another text, so that no offset holds.
    """
    keys = {item.id: _key(item) for item in items}
    firsts = {keys[item.id]: item for item in reversed(items)}
    reports = [Report(item.id, item.text, published=_written(item)) for item in firsts.values()]
    reading = read_reports(reports, link=False).named()
    resources = load()
    made = {key: _context(item, reading, resources) for key, item in firsts.items()}
    return {item.id: made[keys[item.id]] for item in items}


def _key(item: Item) -> tuple[str, str | None]:
    return item.text, _written(item)


def _written(item: Item) -> str | None:
    return None if item.published is None else item.published.isoformat()


def _context(item: Item, reading: Mapping[str, ReadDocument], resources: Resources) -> Context:
    read = reading.get(item.id)
    if read is None or read.document.text != item.text:
        raise UsageError(f"The text of {item.id} was changed when it was read.")
    document = read.document
    accounts = tuple(account.record.account for account in read.accounts)
    extraction = Extraction(document.id, document.rendition, "", "", accounts, ())
    publication = choose_publication(document, ())
    if item.published is not None:
        publication = Publication(item.published, item.published, PublicationBasis.GIVEN)
    return make_context(document, extraction, publication, None, resources)


def shared(span: Span, start: int, end: int) -> int:
    """Return how many characters a span shares with a range."""
    return max(0, min(span.end, end) - max(span.start, start))
