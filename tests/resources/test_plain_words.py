"""Words without case and marks."""

from __future__ import annotations

from recount.resources.plain_words import line_key, plain_words


def test_lines_that_differ_in_case_and_marks_have_one_key():
    assert line_key("Four SHOT: “police”") == line_key("four shot police") == "four shot police"


def test_marks_alone_are_no_words():
    assert plain_words("– … –") == []
    assert line_key("") == ""
