"""People told as hit whom no account has, be they faint or without a trigger that draws them."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from recount.extract.learned.faint import with_faint
from recount.extract.learned.settings import shipped_decoding
from recount.extract.learned.words import Page
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
from recount.resources.encoder.labels import CLASSES, OUTSIDE, PAIR_WIDTH, STATES, TAGS
from recount.resources.encoder.reading import TextReading
from recount.resources.encoder.windows import Tokens
from recount.resources.lexicon import load_lexicon

INSIDE = STATES - 1


def reading_of(text, chances):
    """Return a reading of a text with the chances of words under tags, all others outside."""
    found = list(re.finditer(r"\w+", text))
    starts, ends = tuple(m.start() for m in found), tuple(m.end() for m in found)
    sentences = tuple(text.count(".", 0, start) for start in starts)
    tags = np.zeros((len(found), len(TAGS), STATES), np.float32)
    tags[:, :, OUTSIDE] = 1.0
    for words, tag, chance in chances:
        first = text.index(words)
        for at, start in enumerate(starts):
            if first <= start < first + len(words):
                tags[at, TAGS.index(tag), OUTSIDE] = 1.0 - chance
                tags[at, TAGS.index(tag), INSIDE] = chance
    return TextReading(
        text,
        Tokens(tuple(range(len(found))), starts, ends, sentences),
        tags,
        {name: np.full((len(found), size), 1 / size, np.float32) for name, size in CLASSES.items()},
        np.zeros((len(found), 4 * PAIR_WIDTH), np.float32),
        np.zeros((len(found), 4 * PAIR_WIDTH), np.float32),
        np.asarray(starts),
        np.asarray(ends),
    )


def hit(words, *, killed=0.0, wounded=0.0, victim=0.9):
    """Return the chances of words for a victim."""
    return ((words, "killed", killed), (words, "wounded", wounded), (words, "victim", victim))


@pytest.fixture
def faint(as_document, resources):
    """Return the people hit of each account after reading; an account is given by its trigger.

    ``has`` are people whom the first account has already.
    """

    def read(text, triggers, *hits, has=(), least=0.45, **more):
        document = as_document(text)
        page = Page(
            scan_document(document, resources, load_lexicon()),
            reading_of(text, [chance for one in hits for chance in one]),
            (),
        )
        accounts = []
        for number, words in enumerate(triggers):
            start = text.index(words)
            trigger = Mention(start, start + len(words), MentionRole.TRIGGER)
            account = Account(
                str(number), document.id, document.rendition, (trigger,),
                IncidentType.ATTACK, Realis.ACTUAL, Scope.POLITICAL, (), (),
                Span(0, len(text)), 1.0,
            )  # fmt: skip
            accounts.append(replace(account, **more))
        links = [
            Link(role, Mention(text.index(w), text.index(w) + len(w), MentionRole.QUANTITY))
            for w, role in has
        ]
        if accounts:
            accounts[0] = replace(accounts[0], links=tuple(links))
        found = with_faint(page, accounts, replace(shipped_decoding(), faint=least))
        return [
            [(k.role.value, text[k.mention.start : k.mention.end]) for k in one.links]
            for one in found
        ]

    return read


SHOT = "A boy shot another boy at Osset."


def test_the_likeliest_person_hit_counts_for_an_account_that_counts_nobody(faint):
    told = faint(SHOT, ["shot"], hit("another boy", killed=0.2, wounded=0.4))
    assert told == [[("wounded", "another boy")]]


def test_whoever_likelier_died_counts_as_killed(faint):
    text = "A boy shot another boy at Osset in a fatal accident."
    told = faint(text, ["shot"], hit("another boy", killed=0.4, wounded=0.2))
    assert told == [[("killed", "another boy")]]


def test_nobody_is_dead_by_a_sentence_that_tells_of_no_death(faint):
    assert faint(SHOT, ["shot"], hit("another boy", killed=0.4, wounded=0.2)) == [[]]


def test_who_was_only_aimed_at_is_not_hit(faint):
    text = "A boy fired at another boy at Osset, wounding nobody."
    assert faint(text, ["fired"], hit("another boy", wounded=0.9)) == [[]]


def test_nobody_is_hit_who_escaped_unhurt(faint):
    text = "A boy shot at Osset; another boy escaped, shot through the hat."
    assert faint(text, ["shot"], hit("another boy", wounded=0.9)) == [[]]


def test_words_that_are_too_faint_count_nobody(faint):
    assert faint(SHOT, ["shot"], hit("another boy", killed=0.2, wounded=0.2)) == [[]]


def test_nobody_is_looked_for_where_the_setting_says_so(faint):
    assert faint(SHOT, ["shot"], hit("another boy", wounded=0.9), least=1.0) == [[]]


def test_words_that_are_no_victim_count_nobody(faint):
    assert faint(SHOT, ["shot"], hit("another boy", wounded=0.5, victim=0.3)) == [[]]


def test_words_that_an_account_has_are_not_counted_again(faint):
    told = faint(
        SHOT,
        ["shot"],
        hit("another boy", killed=0.3, wounded=0.4),
        has=[("another boy", LinkRole.KILLED)],
    )
    assert told == [[("killed", "another boy")]]


def test_faint_words_do_not_add_to_somebody_counted(faint):
    told = faint(
        SHOT,
        ["shot"],
        hit("A boy", wounded=0.5),
        has=[("another boy", LinkRole.KILLED)],
    )
    assert told == [[("killed", "another boy")]]


def test_sure_words_count_beside_somebody_of_another_kind(faint):
    text = "Raiders shot a cook and hurt a clerk."
    told = faint(
        text,
        ["shot"],
        hit("a cook", killed=0.9),
        hit("a clerk", wounded=0.8),
        has=[("a cook", LinkRole.KILLED)],
    )
    assert told == [[("killed", "a cook"), ("wounded", "a clerk")]]


def test_sure_words_do_not_add_to_somebody_sure_of_their_kind(faint):
    text = "Raiders shot a cook and hurt a clerk."
    told = faint(
        text,
        ["shot"],
        hit("a cook", wounded=0.9),
        hit("a clerk", wounded=0.8),
        has=[("a cook", LinkRole.WOUNDED)],
    )
    assert told == [[("wounded", "a cook")]]


def test_of_two_faint_people_the_likelier_counts(faint):
    told = faint(SHOT, ["shot"], hit("A boy", wounded=0.46), hit("another boy", wounded=0.55))
    assert told == [[("wounded", "another boy")]]


def test_each_hit_goes_to_the_account_told_beside_it(faint):
    text = "Raiders shot a cook at Osset and other raiders stabbed a clerk."
    told = faint(text, ["shot", "stabbed"], hit("cook", wounded=0.5), hit("clerk", wounded=0.5))
    assert told == [[("wounded", "cook")], [("wounded", "clerk")]]


def test_whoever_is_hit_in_another_sentence_counts_for_no_account(faint):
    text = "Raiders shot at a mill. A clerk was hurt."
    assert faint(text, ["shot"], hit("clerk", wounded=0.5)) == [[]]


def test_nobody_is_hit_by_an_arrest(faint):
    told = faint(SHOT, ["shot"], hit("another boy", wounded=0.5), type=IncidentType.ARRESTS)
    assert told == [[]]


def test_nobody_is_hit_by_what_did_not_happen(faint):
    told = faint(SHOT, ["shot"], hit("another boy", wounded=0.5), realis=Realis.THREATENED)
    assert told == [[]]


def test_words_that_hold_no_people_count_nobody(faint):
    text = "A boy shot into a mill at Osset."
    assert faint(text, ["shot"], hit("into a mill", wounded=0.5)) == [[]]


def test_without_accounts_there_is_nobody(faint):
    assert faint(SHOT, [], hit("another boy", wounded=0.5)) == []
