"""The items of a log or a bulletin."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from recount.extract.rules.items import items_of
from recount.resources.sentences import split_sentences


def numbers(text):
    spans = split_sentences(text)
    sentences = [SimpleNamespace(index=at, start=one.start) for at, one in enumerate(spans)]
    return list(items_of(text, sentences).values())


@pytest.mark.parametrize(
    "heads",
    [
        ("3 October, Velm.", "5 October, Karn.", "9 October, Osset."),
        ("TUE 14 MAY - Velm.", "WED 15 MAY - Karn.", "FRI 17 MAY - Osset."),
        ("VELM.", "KARN.", "OSSET."),
        ("1. Velm.", "2. Karn.", "3. Osset."),
    ],
)
def test_each_item_of_a_list_has_its_number(heads):
    text = "\n".join(f"{head} A bomb killed two people. The Front claimed it." for head in heads)
    found = numbers(text)
    assert found == sorted(found)
    assert set(found) == {1, 2, 3}


def test_a_report_of_two_dated_paragraphs_is_no_list():
    text = "3 May, Velm. A bomb killed two.\nPolice came.\n4 May, Velm. The Front claimed it."
    assert set(numbers(text)) == {0}
