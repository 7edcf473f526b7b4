from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Qualifier
from recount.resources.grammar import QuantityKind, find_quantities
from recount.resources.grammar.numerals import read_numeral
from recount.resources.grammar.tokens import tokenize
from recount.resources.grammar.words import number_words, plural_of

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ONES += " fifteen sixteen seventeen eighteen nineteen"
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
PIECES = st.sampled_from(
    [
        "at least 24 ",
        " mourners ",
        " 1,200 ",
        " two dozen ",
        " killed ",
        " and ",
        " - ",
        " 10 to 15 ",
        " between 3 and 9 ",
        " a driver ",
        " dozens of ",
        " no one ",
        " $5,000 ",
        " aged 12 ",
        " % ",
        " May 3 ",
        " , ",
        " . ",
        " (23) ",
        " AK-47 ",
        " \n\n ",
        " more ",
        " others ",
        " of the dead ",
        " half a dozen ",
        " as many as five ",
        " 1.5m people ",
        " ½ ",
        " é ",
        " 9,99,999",
    ]
)


def spoken(number: int) -> str:
    """Return a number below a million in words."""
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        tens, one = divmod(number, 10)
        return TENS.split()[tens] + (f"-{ONES.split()[one]}" if one else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{ONES.split()[hundreds]} hundred" + (f" and {spoken(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    return f"{spoken(thousands)} thousand" + (f" {spoken(rest)}" if rest else "")


@given(st.integers(min_value=1, max_value=999_999))
def test_spoken_numbers_are_read_back(number):
    tokens = tokenize(spoken(number))
    numeral = read_numeral(tokens, 0, number_words())
    assert numeral is not None
    assert numeral.number == number
    assert numeral.after == len(tokens)


@given(st.integers(min_value=0, max_value=10**9))
def test_grouped_digits_are_read_back(number):
    tokens = tokenize(f"{number:,} people")
    numeral = read_numeral(tokens, 0, number_words())
    assert numeral is not None
    assert numeral.number == number


@given(st.lists(PIECES, max_size=12))
def test_spans_lie_in_the_text_and_do_not_overlap(pieces):
    text = " ".join(piece.strip(" ") for piece in pieces)
    previous = 0
    for quantity in find_quantities(text):
        assert previous <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        if quantity.counted is not None:
            assert quantity.number_end <= quantity.counted.start < quantity.counted.end
            assert quantity.counted.end <= len(text)
        previous = quantity.end


@given(st.text(max_size=120))
def test_any_text_is_read_without_error(text):
    assert all(quantity.end <= len(text) for quantity in find_quantities(text))


@given(st.lists(PIECES, min_size=1, max_size=8), st.integers(0, 20), st.integers(0, 60))
def test_a_window_gives_only_what_lies_inside(pieces, start, length):
    text = " ".join(pieces)
    end = min(len(text), start + length)
    for quantity in find_quantities(text, start, end):
        assert start <= quantity.start
        assert quantity.end <= end


def kinds(text: str) -> list[str]:
    return [quantity.kind.value for quantity in find_quantities(text)]


def test_phrase_does_not_run_over_the_edge_of_a_window():
    text = "Blast kills 12\nSoldiers ring Osset"
    assert [text[q.start : q.end] for q in find_quantities(text, 0, 14)] == ["12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is 12 years old.", ["age"]),
        ("A girl of eight was wounded.", ["people", "age"]),
        ("They buried a boy of 12.", ["people", "age"]),
        ("It cost 3.5 million euros.", ["money"]),
        ("They walked 7 miles in six days.", ["distance", "duration"]),
        ("A 500-kg device lay there.", ["measure"]),
        ("The 3800 block of North Street was shut.", []),
        ("At 1230 on Monday the mine went off.", ["time"]),
    ],
)
def test_measures_are_told_from_counts(text, expected):
    assert kinds(text) == expected


def test_ranges_of_two_figures_with_from_are_two_quantities():
    found = find_quantities("The toll rose from 10 to 15 dead.")
    assert [quantity.number for quantity in found] == [10, 15]


def test_hedge_of_a_range_in_words_keeps_both_ends():
    quantity = find_quantities("Some 20 to 30 gunmen came.")[0]
    assert (quantity.number, quantity.upper) == (20, 30)
    assert quantity.qualifier is Qualifier.BETWEEN
    assert quantity.kind is QuantityKind.FIGHTERS


def test_article_counts_a_person_but_not_a_modifier():
    found = find_quantities("A soldier hid in a police station near a civilian van.")
    assert [(q.article, q.number) for q in found] == [(True, 1)]


def test_model_number_belongs_to_the_noun():
    quantity = find_quantities("They captured 46 M-16 rifles.")[0]
    assert quantity.kind is QuantityKind.WEAPONS


def test_years_of_a_text_are_not_counted():
    assert find_quantities("In 2021, after 1999, the law changed. Copyright 2015") == ()


def test_plurals_follow_the_rules_of_english():
    assert [plural_of(noun) for noun in ("boy", "lady", "boss", "gunman")] == [
        "boys",
        "ladies",
        "bosses",
        "gunmen",
    ]


def test_hedge_that_holds_a_vague_word_is_one_quantity():
    text = "As many as five herders and 1.5m people fled."
    assert [(text[q.start : q.end], q.number) for q in find_quantities(text)] == [
        ("As many as five herders", 5),
        ("1.5m people", 1_500_000),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He died on Sunday at six in the morning.", "six"),
        ("It began at three on Sunday afternoon.", "three"),
        ("They came at seven at night.", "seven"),
        ("It went on between four and six in the morning.", "four and six"),
    ],
)
def test_an_hour_by_the_part_of_the_day_counts_nobody(text, words):
    found = {text[q.start : q.end]: q.kind for q in find_quantities(text)}
    assert found[words] is QuantityKind.TIME


def test_a_number_before_the_part_of_a_day_may_count():
    text = "A shooting killed two on Sunday night."
    assert [
        text[q.start : q.end] for q in find_quantities(text) if q.kind is QuantityKind.TIME
    ] == []


def test_the_ages_of_two_sons():
    text = "A cook and his sons of 17 and 20 were killed."
    ages = [text[q.start : q.end] for q in find_quantities(text) if q.kind is QuantityKind.AGE]
    assert ages == ["17", "20"]
