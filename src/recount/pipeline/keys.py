"""Keys by which a stage's result is known again: same key, same result, no work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from recount.ledger import Standing
from recount.model import Judgement, Sighting, content_id, to_plain


def extraction_key(rendition: str, extractor: str, version: str, resources: str) -> str:
    """Return the key of the extraction of a rendition by an extractor with these resources."""
    return content_id("extraction", rendition, extractor, version, resources)


def resolution_key(
    extraction: str, sightings: Sequence[Sighting], latest: str | None, version: str
) -> str:
    """Return the key of the resolution of an extraction.

    Args:
        extraction: key of the extraction (it covers rendition and resources).
        sightings: what is said of the document where it was met; dates and outlets count.
        latest: ISO day after which it cannot have been published.
        version: version of the resolver.
    """
    said = sorted(json.dumps(to_plain(sighting), sort_keys=True) for sighting in sightings)
    return content_id("resolution", extraction, latest, version, *said)


def link_key(
    standings: Iterable[Standing], persons: Sequence[Judgement], rule: str, version: str
) -> str:
    """Return the key of all that is linked and reconciled."""
    parts = [f"{standing.document} {standing.resolution}" for standing in standings]
    judged = [item.id for item in persons]
    return content_id("linked", rule, version, *sorted(parts), "people", *sorted(judged))
