"""Figures of a period stand apart from those of one incident."""

from __future__ import annotations

import pytest

from recount.extract.learned.periods import without_periods
from recount.extract.learned.words import Page
from recount.extract.rules.counts import NUMBER, PERSON
from recount.extract.rules.scan import scan_document
from recount.model import (
    Account,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
)
from recount.resources.lexicon import load_lexicon


@pytest.fixture
def kept(as_document, resources):
    """Return the counted words that an account keeps."""

    def read(text, trigger, *counted, label=NUMBER):
        document = as_document(text)
        start = text.index(trigger)
        links = tuple(
            Link(
                LinkRole.KILLED,
                Mention(
                    text.index(words), text.index(words) + len(words), MentionRole.QUANTITY, label
                ),
            )
            for words in counted
        )
        account = Account(
            "a", document.id, document.rendition,
            (Mention(start, start + len(trigger), MentionRole.TRIGGER),),
            IncidentType.ATTACK, Realis.ACTUAL, Scope.POLITICAL, links, (),
            Span(0, len(text)), 1.0,
        )  # fmt: skip
        page = Page(scan_document(document, resources, load_lexicon()), None, ())
        (done,) = without_periods(page, [account])
        return [text[link.mention.start : link.mention.end] for link in done.links]

    return read


@pytest.mark.parametrize(
    "second",
    [
        "At least nine people were killed in 12 separate shootings.",
        "At least nine people were killed since Friday.",
        "In the past three months nine people were killed.",
        "So far this year nine people were killed.",
        "The union said nine people had been killed in two months.",
        "Years of civil war left nine people dead.",
    ],
)
def test_a_total_of_a_period_is_not_the_incidents(kept, second):
    text = f"Gunmen ambushed three clerks at dawn. {second}"
    assert kept(text, "ambushed", "three clerks", "nine people") == ["three clerks"]


def test_the_worst_incident_of_a_period_keeps_its_figure(kept):
    text = "Gunmen ambushed a convoy at dawn. With nine people dead it was the worst in two years."
    assert kept(text, "ambushed", "nine people") == ["nine people"]


def test_the_first_of_long_times_keeps_its_figure(kept):
    text = "A bomb killed nine people in Osset, the deadliest attack in the past year."
    assert kept(text, "bomb", "nine people") == ["nine people"]


def test_a_figure_beside_the_main_trigger_stays(kept):
    text = "Raids since Friday killed nine people."
    assert kept(text, "Raids", "nine people") == ["nine people"]


@pytest.mark.parametrize(
    "text",
    [
        "Raids in various parts of the north killed nine people.",
        "Since the start of the war raids have killed nine people.",
        "Over the past ten years raids killed nine people.",
    ],
)
def test_a_figure_over_many_places_or_years_is_not_one_incidents(kept, text):
    assert kept(text, "aids", "nine people") == []


def test_somebody_told_singly_stays(kept):
    text = "Gunmen struck at dawn. It was the fourth murder of a clerk since June."
    assert kept(text, "struck", "a clerk", label=PERSON) == ["a clerk"]


def test_people_of_separate_incidents_do_not(kept):
    text = "Gunmen struck at dawn. Aro Vell and Ben Tash were killed in separate shootings."
    assert kept(text, "struck", "Aro Vell", label=PERSON) == []


@pytest.mark.parametrize(
    "second",
    [
        "At least nine people died, the highest toll since March.",
        "At least nine people died in the town, under siege since March.",
        "At least nine people, who had been on strike since March, died.",
        "Since March it was calm, but nine people died.",
        "At least nine people were killed; since March many have fled.",
    ],
)
def test_a_period_of_something_else_takes_no_figure(kept, second):
    text = f"Gunmen ambushed three clerks at dawn. {second}"
    assert kept(text, "ambushed", "three clerks", "nine people") == ["three clerks", "nine people"]


@pytest.mark.parametrize(
    "second",
    [
        "It took the toll since the unrest started to nine people.",
        "With that, nine people have been killed in 2031.",
    ],
)
def test_a_running_sum_is_not_the_incidents(kept, second):
    text = f"Gunmen ambushed three clerks at dawn. {second}"
    assert kept(text, "ambushed", "three clerks", "nine people") == ["three clerks"]
