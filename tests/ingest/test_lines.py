"""Plain text as blocks."""

from __future__ import annotations

import pytest

from recount.ingest.lines import text_blocks

ITEM = (
    "1. We hold the council of Velm and all of the men who guard the old toll\n"
    "House responsible for the raid on the mill of last Friday, and tell all so.\n"
    "2. We go on."
)


@pytest.mark.parametrize(("text", "blocks"), [(ITEM.upper(), 2), (ITEM, 3)])
def test_an_item_in_capitals_goes_on_over_a_wrapped_line(text, blocks):
    """A capital at the start of a line begins another only where small letters are used."""
    assert len(text_blocks(text)) == blocks
