"""Publishing from a real ledger gives what the same nouns give from memory."""

from __future__ import annotations

import pytest

from recount.ledger import (
    DocumentEntry,
    ExtractionEntry,
    Ledger,
    LinkEntry,
    RenditionEntry,
    ResolutionEntry,
    Standing,
)
from recount.model import Extraction, Resolution, Sighting
from recount.publish import EVERYTHING, ViewSource, release


def entry_of(world, document):
    """Return what a build would store of one document of the invented island."""
    records = [r for r in world.told.values() if r.account.document == document.id]
    info = world.infos[document.id]
    extraction = Extraction(
        document=document.id,
        rendition=document.rendition,
        extractor="rules",
        version="1",
        accounts=tuple(r.account for r in records),
        tallies=(),
        names=world.people[document.id],
    )
    resolution = Resolution(
        document=document.id,
        rendition=document.rendition,
        publication=document.published,
        statements=tuple(s for r in records for s in r.statements),
        tallies=tuple(t for t in world.tally_list if t.document == document.id),
        actors=tuple(a for a in world.actor_list if a.document == document.id),
    )
    keys = (f"x{document.id}", f"r{document.id}")
    return DocumentEntry(
        standing=Standing(document.id, document.rendition, *keys),
        rendition=RenditionEntry(document, document.text.encode(), info.words, "2031-05-01"),
        sightings=(Sighting(document.id, info.source, document.outlet, info.url, info.title),),
        extraction=ExtractionEntry(keys[0], extraction, tuple(r.words for r in records)),
        resolution=ResolutionEntry(keys[1], keys[0], resolution),
    )


@pytest.fixture
def stored(island, tmp_path):
    """A ledger that holds the invented island."""
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        with ledger.writer(command="build", started="") as writer:
            for document in island.docs.values():
                writer.store(entry_of(island, document))
            writer.skip(island.skip_list)
            writer.link(
                LinkEntry(
                    judgements=tuple(island.judgement_list),
                    voices=island.voice_of,
                    incidents=tuple(island.incidents("recount")),
                    rule="recount",
                    inputs="x",
                )
            )
        yield ledger


@pytest.mark.parametrize("names", [False, True])
def test_release_of_a_ledger_equals_that_of_its_nouns(island, stored, names):
    source = ViewSource(stored.view())
    from_ledger = release(source, filters=EVERYTHING, include_names=names)
    assert from_ledger == release(island, filters=EVERYTHING, include_names=names)
