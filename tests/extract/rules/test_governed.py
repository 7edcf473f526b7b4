"""What governs the words of an incident: plans, threats, attempts, possibilities, denials."""

import pytest

from recount.extract.rules.governed import governed
from recount.model import Realis


def of(text: str, word: str) -> Realis | None:
    start = text.index(word)
    return governed(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("The Ashen Front plans to burn depots, block roads and bomb bridges.", "bomb", "planned"),
        ("A plot to murder the mayor of Ostrelle came to light.", "murder", "planned"),
        ("The union has called for a march on Tuesday.", "march", "planned"),
        ("The two sides will sign an agreement in Vennick.", "agreement", "planned"),
        ("More arrests are imminent, the police chief said.", "arrests", "planned"),
        ("The rebels threatened to attack the dam.", "attack", "threatened"),
        ("The judge has received death threats.", "death threats", "threatened"),
        ("The column warned that its men will burn the mill.", "burn", "threatened"),
        ("If they come back, we will shoot them.", "shoot", "threatened"),
        ("Gunmen tried to kidnap the bishop of Ostrelle.", "kidnap", "attempted"),
        ("He survived an assassination attempt in May.", "assassination", "attempted"),
        ("A bomb left at the mill did not go off.", "bomb", "attempted"),
        ("Soldiers foiled an attempt by the Front to kidnap a judge.", "kidnap", "foiled"),
        ("An attack on the depot was thwarted.", "attack", "foiled"),
        ("The police foiled that attack on the mill.", "attack", "foiled"),
        ("A botched attack on the mill woke the town.", "attack", "attempted"),
        ("He spoke of the possibility of a ceasefire.", "ceasefire", "hypothetical"),
        ("Such a step could spark riots, or might be attacked.", "attacked", "hypothetical"),
        ("The army denied on Friday that rebels had attacked a farm.", "attacked", "denied"),
        ("His men had not attacked anybody.", "attacked", "denied"),
    ],
)
def test_words_beside_an_incident_say_that_it_is_no_plain_fact(text, word, realis):
    assert of(text, word) is Realis(realis)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels attacked the depot, and the army plans an inquiry.", "attacked"),
        ("The council plans to meet after the attack on the mill.", "attack"),
        ("Police are trying to determine what led to the shooting.", "shooting"),
        ("The mayor said that rebels who threatened him burned the mill.", "burned"),
        ("The minister decided to end the siege of Ostrelle.", "siege"),
        ("They were able to arrest a suspect.", "arrest"),
        ("The army rejected reports on this murder.", "this murder"),
    ],
)
def test_what_governs_other_words_leaves_a_fact_alone(text, word):
    assert of(text, word) is None


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("A post said that the bridge was hit by a bomb. It wasn't.", True),
        ("A post said that the bridge was hit by a bomb. It has not been.", True),
        ("Train stopped and people hit. FALSE. The train stands.", True),
        ("The bridge was hit by a bomb. It was not the first attack.", False),
        ("The bridge was hit by a bomb. It has not been repaired.", False),
    ],
)
def test_the_next_sentence_may_take_it_back(text, denied):
    assert (of(text, "hit") is Realis.DENIED) is denied
