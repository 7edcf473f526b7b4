"""Phrases: the same matches as one large pattern, and what first letters a phrase can have."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.resources.lexicon import load_lexicon
from recount.resources.phrases import Phrases, by_letter, openings, word_heads

TRIGGERS = files("recount.resources") / "vocabulary" / "triggers.toml"
GROUPS = (
    ("suicide (?:car )?bombs?", "bombs?", "(?:air|drone)[- ]?strikes?"),
    ("(?:heavy |fierce )*fighting", "k[io]lled", "mine(?= blast)", "strikes?"),
    ("(?:was |were )?shot(?: dead)?", "ak-47s?"),
)


def plain(groups: Sequence[Sequence[str]]) -> re.Pattern[str]:
    """Return the groups as one pattern, as ``re`` would be given them."""
    bodies = ("|".join(sorted(group, key=lambda f: (-len(f), f))) for group in groups)
    body = "|".join(f"(?P<g{number}>{body})" for number, body in enumerate(bodies))
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)


SAMPLE = """suicide car bomb Bombs AIR drone strike air-strikes heavy FIERCE fighting Killed
    \u212ailled kolled mine blast strike\u017f was shot were dead AK-47 ak a é the \u017fhot"""
WORDS = st.sampled_from(SAMPLE.split())


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", "", ". ", "\n"])), max_size=12))
def test_the_same_is_found_as_by_one_pattern(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    found = [(m.span(), m.lastgroup) for m in Phrases(GROUPS).finditer(text)]
    assert found == [(m.span(), m.lastgroup) for m in plain(GROUPS).finditer(text)]


def test_known_heads_are_used() -> None:
    text = "Fierce fighting; a drone strike"
    words = [m.group() for m in Phrases(GROUPS).finditer(text, word_heads(text))]
    assert words == ["Fierce fighting", "drone strike"]


@pytest.mark.parametrize(
    "text", ["\u017ftrike", "\u0130sis", "\u0131sis", "\u212ailled", "\u00e9lan"]
)
def test_letters_that_look_like_ascii_ones_are_found_as_by_one_pattern(text: str) -> None:
    groups = (("strikes?", "isis"), ("killed", r"\w+lan"))
    found = [m.group() for m in Phrases(groups).finditer(text)]
    assert found == [m.group() for m in plain(groups).finditer(text)] == [text]


@given(st.text(alphabet="aegmr o", max_size=12))
def test_alternatives_by_letter_find_the_same(text: str) -> None:
    words = ["gram mar", "gramm", "gram", "game", "ore", "a", "rage"]
    wanted = re.compile("|".join(words))
    assert re.findall(by_letter(words), text) == wanted.findall(text)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("bombs?", {"bom"}),
        ("a?bombs?", {"abo", "bom"}),
        ("(?:bb|s?v)ied", {"bbi", "svi", "vie"}),
        ("(?:was |is )*one", {"was", "is ", "one"}),
        ("(?:was |is )*on", {"\0"}),
        ("[hH]it", {"hit"}),
        (r"\w+ off", {"\0"}),
        ("[a-c]x", {"\0"}),
        ("(?=the)off", {"off"}),
        ("x{1,2}yz", {"xxx", "xxy", "xyz"}),
        ("x+yz", {"xxx", "xxy", "xyz"}),
        ("mag(?:netic)?", {"mag"}),
        ("xy", {"\0"}),
        ("élan", {"\0"}),
    ],
)
def test_openings(phrase: str, expected: set[str]) -> None:
    assert openings(phrase) == expected


@pytest.mark.parametrize("phrase", ["(a)bc", "ab)", "(?:ab"])
def test_what_is_not_understood_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|capturing"):
        openings(phrase)


def test_the_first_letters_of_all_shipped_phrases_are_known() -> None:
    lexicon = load_lexicon()
    for phrases in (lexicon.triggers, lexicon.effects, lexicon.sites, lexicon.weapons):
        assert not any("\0" in found for found in phrases._openings.values())


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", ", "])), max_size=9), st.data())
def test_a_range_is_read_as_by_one_pattern(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(word + gap for word, gap in pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    phrases, pattern = Phrases(GROUPS), plain(GROUPS)
    found = [m.span() for m in phrases.within(text, start, end)]
    assert found == [m.span() for m in pattern.finditer(text, start, end)]
    first, expected = phrases.search(text, start, end), pattern.search(text, start, end)
    assert (first and first.span()) == (expected and expected.span())


def test_phrases_may_end_within_a_word() -> None:
    text = "threatening more"
    assert Phrases([["threat"]]).search(text, 0, len(text)) is None
    assert Phrases([["threat"]], whole=False).search(text, 0, len(text)) is not None


def test_no_trigger_looks_ahead_behind_a_space():
    """A match ends where a word does, so that what looks ahead takes the space with it."""
    for row in tomllib.loads(TRIGGERS.read_text(encoding="utf-8"))["trigger"]:
        for phrase in (*row.get("noun", ()), *row.get("verb", ())):
            assert " (?=" not in phrase
