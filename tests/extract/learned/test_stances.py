"""Words beside a doer that tell how it is held responsible."""

import pytest

from recount.extract.learned.stances import beside, does, is_told
from recount.model import Span, Stance


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "doer", "stance"),
    [
        ("Officers arrested a miller over the blast.", "a miller", Stance.SUSPECTED),
        ("Police are searching for two masons.", "two masons", Stance.SUSPECTED),
        ("Dorn Velk is formally being held in Vennick.", "Dorn Velk", Stance.SUSPECTED),
        ("Velk allegedly fired from a car.", "Velk", Stance.SUSPECTED),
        ("The raid could have been carried out by the Ashen Front.", "Ashen Front", "suspected"),
        ("Two suspects were identified as Dorn Velk.", "Dorn Velk", Stance.SUSPECTED),
        ("Velk is accused of burning the mill.", "Velk", Stance.BLAMED),
        ("Police named Dorn Velk as the man who burned it.", "Dorn Velk", Stance.BLAMED),
        ("The mine was probably laid by the Ashen Front.", "Ashen Front", Stance.SUSPECTED),
        ("It is believed the mill was lit by a baker.", "baker", Stance.SUSPECTED),
        ("Velk is facing charges in the fire.", "Velk", Stance.BLAMED),
        ("Velk pleaded not guilty.", "Velk", Stance.DENIED),
        ("Velk has not been charged.", "Velk", None),
        ("Two people saw the suspect flee.", "the suspect", None),
        ("Rebels burned the mill.", "Rebels", None),
    ],
)
def test_words_beside_a_doer_tell_its_stance(text, doer, stance):
    assert beside(text, span(text, doer)) == stance


@pytest.mark.parametrize(
    ("text", "doer", "told"),
    [
        ("The army charged today that rebels burned a depot.", "rebels", True),
        ("According to the mayor, rebels burned a depot.", "rebels", True),
        ("Rebels burned a depot, the mayor said.", "Rebels", True),
        ("Rebels burned a depot on Monday.", "Rebels", False),
    ],
)
def test_who_tells_of_a_doer(text, doer, told):
    assert is_told(text, Span(0, len(text)), span(text, doer)) is told


@pytest.mark.parametrize(
    ("text", "doer", "deed", "done"),
    [
        ("Rebels from the hills burned a depot.", "Rebels", "burned", True),
        ("A depot was burned down by masked rebels.", "rebels", "burned", True),
        ("The baker ran away when shots were fired.", "The baker", "fired", False),
        ("Shots were fired and a baker ran away.", "a baker", "fired", False),
    ],
)
def test_a_doer_is_who_does_the_deed(text, doer, deed, done):
    assert does(text, span(text, doer), [span(text, deed)]) is done
