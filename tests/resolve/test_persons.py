"""Which tellings are of one person."""

import pytest

from recount.model import Span
from recount.resolve.persons import Told, distinct_persons
from recount.resources.sentences import split_sentences


def people(text, *words):
    """Return how many different people the words of the text tell of."""
    sentences = split_sentences(text)
    tellings, at = [], 0
    for number, part in enumerate(words):
        start = text.index(part, at)
        at = start + len(part)
        sentence = sum(s.start <= start for s in sentences) - 1
        tellings.append(Told(Span(start, at), sentence, number))
    return len(distinct_persons(text, tellings))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A judge was shot. Aro Vell, 51, died at once.", ("A judge", "Aro Vell"), 1),
        ("A judge and Aro Vell were shot.", ("A judge", "Aro Vell"), 2),
        ("Tarn boy shot. The boy was Aro Vell.", ("Tarn boy", "The boy", "Aro Vell"), 1),
        ("Osk Man Dies. Aro Vell was 51.", ("Osk Man", "Aro Vell"), 1),
        ("A judge was shot. Another judge fled, hurt.", ("A judge", "Another judge"), 2),
        ("A judge was shot. The judge was 51.", ("A judge", "The judge"), 1),
        ("Aro Vell was shot. Vell was 51. He died.", ("Aro Vell", "Vell", "He"), 1),
        ("Aro Vell was shot, as was Ben Tash.", ("Aro Vell", "Ben Tash"), 2),
        ("A man, 20, died. A man, 31, died later.", ("A man", "A man"), 2),
        ("A woman was shot. He died.", ("A woman", "He"), 2),
        ("Aro Vell died. The officer was 51.", ("Aro Vell", "The officer"), 1),
        ("Aro Vell died. His wife did too.", ("Aro Vell", "His wife"), 2),
        ("A judge fell. Rain. Wind. Fog. Aro Vell was 51.", ("A judge", "Aro Vell"), 1),
        ("A judge fell. Aro Vell, a clerk, died too.", ("A judge", "Aro Vell"), 2),
        (
            "A 9-year-old boy fell. The 9-year-old was Aro.",
            ("A 9-year-old boy", "The 9-year-old"),
            1,
        ),
        ("The 9-year-old Aro Vell fell. Vell died.", ("The 9-year-old Aro Vell", "Vell"), 1),
        (
            "A Sheriff's deputy fell. Deputy Aro Vell died.",
            ("Sheriff's deputy", "Deputy Aro Vell"),
            1,
        ),
        ("Aro Ben Vell, 51, fell. Vell died.", ("Aro Ben", "Vell"), 1),
        (
            "Her brother fell. Her young brother Aro died.",
            ("Her brother", "Her young brother Aro"),
            1,
        ),
        ("A girl fell. This juvenile died.", ("A girl", "This juvenile"), 1),
        ("A boy fell. A 9-year-old boy died.", ("A boy", "9-year-old"), 1),
        (
            "A 9-year-old girl fell. The 9 year old died.",
            ("A 9-year-old girl", "9 year"),
            1,
        ),
        ("Her 9-year-old cousin fell. Her cousin died.", ("9-year-old", "Her cousin"), 1),
        ("Aro Vell fell. Friends of clerk Aro Vell wept.", ("Aro Vell", "clerk Aro Vell"), 1),
        ("A man fell. Tarn shooting victim dies.", ("A man", "Tarn"), 1),
        (
            "A man was shot. Shops shut. Rain fell. Dogs barked. The victim was named as Aro Vell.",
            ("A man", "Aro Vell"),
            1,
        ),
        (
            "A two-year-old boy fell. The 2-year-old died.",
            ("A two-year-old boy", "The 2-year-old"),
            1,
        ),
        (
            "A three-year-old boy fell. A five-year-old boy died.",
            ("A three-year-old boy", "A five-year-old boy"),
            2,
        ),
        (
            "A 3-and-a-half-year-old boy fell. The three year old died.",
            ("A 3-and-a-half-year-old boy", "The three year old"),
            1,
        ),
        ("Clerk dead at Osset. The clerk was 51.", ("Clerk dead", "The clerk"), 1),
        ("Woman shot at Osset. A man died.", ("Woman shot", "A man"), 2),
    ],
)
def test_tellings_of_one_person_are_one(text, words, expected):
    assert people(text, *words) == expected


def test_members_of_one_list_are_different_people():
    text = "a clerk, Aro Vell"
    told = [Told(Span(0, 7), 0, 0), Told(Span(9, 17), 0, 0)]
    assert len(distinct_persons(text, told)) == 2


def test_somebody_on_top_is_new():
    text = "A clerk died. The clerk died."
    told = [Told(Span(0, 7), 0, 0), Told(Span(14, 23), 1, 1, new=True)]
    assert len(distinct_persons(text, told)) == 2
