"""Who only speaks of a deed has not done it."""

import pytest

from recount.extract.rules.sides import only_speaks
from recount.model import Span


def speaks(text, words):
    start = text.index(words)
    return only_speaks(text, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Union Envoy Condemns Attack", "Union"),
        ("union envoy condemns attack", "union"),
        ("The Merin army said the attacks had fallen.", "Merin army"),
        ("Sheriff's Capt. Olo Marrash is heading the investigation.", "Marrash"),
    ],
)
def test_a_speaker_or_investigator_is_no_doer(text, words):
    assert speaks(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Front said its fighters attacked the post.", "Front"),
        ("The Merin army attacked the post.", "Merin army"),
        ("Olo Marrash said he had shot the clerk.", "Marrash"),
    ],
)
def test_who_tells_of_its_own_deed_may_be_a_doer(text, words):
    assert not speaks(text, words)
