"""Tables fit their screen: no line is too long, no word is lost, nothing is doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from recount.cli.layout import hanging, laid_out, wrap
from recount.publish.tables import NO_BREAK, Table

WIDE = Table(
    "t",
    ("id", "place", "type", "killed", "voices"),
    (
        ("ab12", "market, Ostrelle, Varn province", "Remote explosive/landmine/IED", "12", "3"),
        ("cd34", "Ostrelle", "Air/drone strike", "1,200 (900–1,500)", "1"),
    ),
    frozenset({"killed", "voices"}),
    ("voices",),
)


def lines(table: Table, width: int) -> list[str]:
    laid = laid_out(table, width)
    return [*laid.heading, *laid.body]


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_no_line_is_wider_than_the_screen(width):
    assert all(cell_len(line) <= width for line in lines(WIDE, width))


def test_a_wide_screen_gives_one_line_a_row():
    assert len(lines(WIDE, 160)) == 1 + len(WIDE.rows)


def test_a_narrow_screen_leaves_out_the_optional_column_and_keeps_the_others_whole():
    laid = lines(WIDE, 60)
    assert "voices" not in laid[0]
    assert "voices" in lines(WIDE, 160)[0]
    for word in ("market,", "explosive/", "1,200 (900–1,500)"):
        assert any(word in line for line in laid)


def test_numbers_are_flush_right_and_not_wrapped():
    (first, second) = (line for line in lines(WIDE, 100) if line[:2] in ("ab", "cd"))
    assert first.index("12", 6) + 2 == second.index("1,500)") + 6


def test_a_column_without_content_is_left_out():
    table = Table("t", ("id", "speaker"), (("a", ""), ("b", "")))
    assert lines(table, 80) == ["id", "a", "b"]


def test_lines_have_no_blanks_at_their_end():
    assert all(line == line.rstrip() for line in lines(WIDE, 80))


def test_a_no_break_space_holds_words_together_and_is_printed_as_a_blank():
    day = f"4{NO_BREAK}Mar{NO_BREAK}2031"
    assert wrap(f"{day} – {day}", 12) == [f"{day} –", day]
    table = Table("t", ("day",), ((f"{day} – {day}",),))
    assert lines(table, 13) == ["day", "4 Mar 2031 –", "4 Mar 2031"]


def test_facts_hang_under_their_name():
    told = hanging("place", "a market in a town far away", indent=10, width=26)
    assert told[0] == "  place   a market in a"
    assert all(line.startswith(" " * 10) for line in told[1:])


@given(st.text(alphabet="ab /日é", max_size=60), st.integers(min_value=2, max_value=30))
def test_wrapping_loses_no_letter_and_fits(text, width):
    made = wrap(text, width)
    assert all(cell_len(line) <= width for line in made)
    assert "".join(made).replace(" ", "") == text.replace(" ", "")


@given(
    st.lists(st.lists(st.text(alphabet="abc /", max_size=30), min_size=3, max_size=3), max_size=5),
    st.integers(min_value=24, max_value=120),
)
def test_any_table_fits_any_screen(rows, width):
    table = Table("t", ("one", "two", "three"), tuple(tuple(row) for row in rows))
    assert all(cell_len(line) <= width for line in lines(table, width))
