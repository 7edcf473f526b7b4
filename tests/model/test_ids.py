"""Content-derived ids."""

from hypothesis import given
from hypothesis import strategies as st

from recount.model import content_id

parts = st.lists(st.one_of(st.none(), st.text(max_size=8), st.integers()), max_size=4)


@given(parts, parts)
def test_different_parts_give_different_ids(left, right):
    same_types = [(type(a), a) for a in left] == [(type(b), b) for b in right]
    assert (content_id("x", *left) == content_id("x", *right)) == same_types


def test_parts_do_not_run_together():
    assert content_id("x", "a.b", "c") != content_id("x", "a", "b.c")


def test_nothing_differs_from_the_empty_string():
    assert content_id("x", None) != content_id("x", "")


def test_kinds_differ():
    assert content_id("account", "a") != content_id("incident", "a")
