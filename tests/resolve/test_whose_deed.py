"""People marked as hit who did it, are charged with it, or are plainly alive."""

from __future__ import annotations

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole
from recount.resolve.whose_deed import did_it


@pytest.fixture
def deed(context_of):
    """Return whether the last of such words in a text tell of who did it."""

    def read(text, words, role="killed"):
        start = text.rindex(words)
        mention = Mention(start, start + len(words), MentionRole.QUANTITY)
        return did_it(context_of(text), Link(LinkRole(role), mention))

    return read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A cook was shot dead by her brother.", "her brother"),
        ("A cook was shot dead by a clerk.", "clerk"),
        ("Police in Osset said the gunman was Aro Vell.", "Aro Vell"),
        ("The shooter is a clerk, police in Osset said.", "clerk"),
        ("They described the attacker as a clerk.", "clerk"),
    ],
)
def test_words_before_tell_who_did_it(deed, text, words):
    assert deed(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A boy fatally shot his cousin at Osset.", "A boy"),
        ("A clerk accidentally discharged a gun at Osset.", "A clerk"),
        ("A boy pulled the trigger, police said.", "A boy"),
        ("Aro Vell, 21, shot his cousin dead and fled.", "Aro"),
        ("The 12-year-old boy killed his sister.", "The 12-year-old"),
    ],
)
def test_a_deed_behind_tells_who_did_it(deed, text, words):
    assert deed(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Aro Vell was shot the next morning.", "Aro Vell"),
        ("A boy shot two times was taken to Osset.", "A boy"),
        ("A boy shot in the arm fled.", "A boy"),
        ("A clerk killed with her son was mourned.", "A clerk"),
        ("The attacker fled before Aro Vell fell.", "Aro Vell"),
    ],
)
def test_whoever_was_hit_did_nothing(deed, text, words):
    assert not deed(text, words)


def test_kin_of_somebody_are_told_and_not_he(deed):
    assert deed("Aro Vell's 9-year-old daughter was killed.", "Aro Vell")


def test_what_belongs_to_somebody_leaves_him_hit(deed):
    assert not deed("Aro Vell's body was found at Osset.", "Aro Vell")


@pytest.mark.parametrize(
    "words",
    ["told police that a cook died", "said he saw a cook die", "attended the vigil", "testified"],
)
def test_whoever_speaks_of_it_is_alive(deed, words):
    assert deed(f"Aro Vell {words}.", "Aro Vell")


def test_the_wounded_may_speak_of_it(deed):
    assert not deed("Aro Vell told police that a cook died.", "Aro Vell", "wounded")


@pytest.mark.parametrize(
    "text",
    [
        "Police charged Aro Vell with murder.",
        "Aro Vell has been charged with murder.",
        "Aro Vell of Tarn faces two counts of murder.",
        "Aro Vell pleaded guilty in Osset.",
    ],
)
def test_whoever_is_charged_with_it_did_it(deed, text):
    assert deed(text, "Aro Vell")


def test_whoever_died_before_others_were_charged_is_hit(deed):
    assert not deed("Aro Vell was killed and a clerk was charged.", "Aro Vell")


@pytest.mark.parametrize(
    "text",
    [
        "Two rebels who surrendered in May were killed.",
        "A man, who faces trial, was later shot dead.",
    ],
)
def test_who_was_hit_in_the_end_is_no_doer(deed, text):
    words = "Two rebels" if text.startswith("Two") else "A man"
    assert not deed(text, words)
