"""Words of violence that tell of none: speech, contests for votes, idioms, names."""

from __future__ import annotations

import pytest

from recount.extract.rules.figurative import is_figurative, tells_of_campaign
from recount.model import Span


def figurative(marked: str, *, campaign: bool = False) -> bool:
    start, end = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    return is_figurative(text, Span(0, len(text)), Span(start, end), campaign=campaign)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor unleashed a harsh <attack> on her rival, comparing him to a clown.",
        "What do you think of the governor's <attack> on the mayor?",
        "She famously <clashed> with the senator during the hearing.",
        "He <shot> back in a statement that it was false.",
        "The mayor launched a new round of <attacks> designed to paint him as weak.",
        "The senator was <attacked> by her rival for her voting record.",
        "He <attacked> the bill in an interview with a columnist.",
    ],
)
def test_an_attack_in_words_is_no_violence(text):
    assert figurative(text)


@pytest.mark.parametrize(
    "text",
    [
        "He still has a <shot> at the title.",
        "It gave the team a <shot> of energy.",
        "A <landslide> win gave her the seat.",
        "They cut <attack> ads for the race.",
        "The domestic <violence> registry opened in May.",
        "She is held at the county <detention> center.",
    ],
)
def test_an_idiom_is_no_violence(text):
    assert figurative(text)


def test_a_word_inside_a_name_is_no_violence():
    assert figurative("Jets of the <Fighting> Herons squadron arrived there.")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen <attacked> the campaign office of a candidate before the primary.",
        "Supporters of the candidate <clashed> with voters at a rally.",
        "Police <shot> back and killed two.",
        "The <attack> in Osset resonated with Republicans and Democrats.",
        "The senator was <attacked> in Osset on Friday, the governor said.",
        "The group said in a statement it <attacked> Osset.",
        "Rebels launched a fresh <offensive> near Osset.",
        "Three people were <shot> and one is in critical condition, the governor said.",
        "She was <shot at> another home, the senator said in a statement.",
        "Senators and governors spoke of the recent <terrorist attacks>.",
        "UPDATE: <Shooting> Investigation in the town of Osset, two are held.",
    ],
)
def test_violence_beside_words_of_politics_stays_violence(text):
    assert not figurative(text)


def test_a_borrowed_word_in_a_report_on_a_contest_for_votes_is_no_violence():
    text = "Nobody knew why the <battle> with the mayor seemed to start and stop."
    assert figurative(text, campaign=True)
    assert not figurative(text)


def test_a_report_on_a_contest_for_votes_is_known_by_its_words():
    told = (
        "The candidates met voters before the primary and the caucus. Polls put the front-runner, "
        "a senator, ahead of rivals for the nomination, and delegates praised the campaign."
    )
    assert tells_of_campaign(told)
    assert not tells_of_campaign("A candidate was shot dead in Osset before the vote.")


def test_a_report_on_a_war_that_politicians_speak_of_is_no_contest_for_votes():
    told = (
        "The presidential candidate and the senators of both parties, elections near, and the"
        " polls of voters aside, spoke after the primary of the attack: a bomb killed soldiers,"
        " militants wounded others."
    )
    assert not tells_of_campaign(told)


@pytest.mark.parametrize(
    "text",
    [
        "The troops took the town without a <shot> being fired.",
        "No <shot> was fired in Osset.",
        "Hail <bombarded> the orchards of Osset overnight.",
    ],
)
def test_shots_that_nobody_fires_and_weather_are_no_violence(text):
    assert figurative(text)


def test_shots_that_are_fired_are_violence():
    assert not figurative("A <shot> was fired at the gate and a clerk died.")
