"""Tags and their attributes, with their places in the source."""

import pytest

from recount.ingest.markup import Attribute, attributes, tokens


def _of(tag):
    return attributes(tag, next(tokens(tag)))


@pytest.mark.parametrize(
    ("tag", "value", "start"),
    [
        ('<a href="/one">', "/one", 9),
        ("<a href='/one'>", "/one", 9),
        ("<a href=/one>", "/one", 8),
        ('<a href="">', "", 9),
        ("<a href>", "", 7),
    ],
)
def test_an_attribute_has_its_value_however_it_is_quoted(tag, value, start):
    assert _of(tag) == (Attribute("href", value, start),)


def test_the_first_of_two_attributes_of_one_name_counts():
    assert [item.value for item in _of('<p Class="one" class="two">')] == ["one"]
