"""Words that cut a name are made whole."""

import pytest

from recount.model import ActorKind, Span
from recount.resolve.actor_cut import whole_words
from recount.resources.actors import ActorName

TEXT = "It hit the U.S. consulate, the Tarn Border Service and Ms. Olo Marrash."
SERVICE = ActorName(
    TEXT.index("Tarn"),
    TEXT.index(" and"),
    "Tarn Border Service",
    ActorKind.STATE_FORCES,
    None,
    generic=False,
)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("S. consulate", "U.S. consulate"),
        ("the Tarn Border", "the Tarn Border Service"),
        ("Ms", "Ms. Olo Marrash"),
        ("consulate", "consulate"),
    ],
)
def test_a_cut_name_is_made_whole(words, whole):
    start = TEXT.index(words)
    assert whole_words(TEXT, Span(start, start + len(words)), [SERVICE]).of(TEXT) == whole
