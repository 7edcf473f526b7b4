"""Whoever is hurt by what lies ahead is nobody, and an attempt that hurts is an attack."""

from __future__ import annotations

import pytest

from recount.extract.learned.harmed import as_it_befell
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
from recount.resources.lexicon import load_lexicon


@pytest.fixture
def befell(as_document, resources):
    """Return the realis of an account and how many figures it keeps."""

    def read(text, words, realis, role="killed"):
        document = as_document(text)
        start = text.index(words)
        mention = Mention(start, start + len(words), MentionRole.QUANTITY)
        account = Account(
            "a", document.id, document.rendition, (Mention(0, 1, MentionRole.TRIGGER),),
            IncidentType.ATTACK, realis, Scope.POLITICAL, (Link(LinkRole(role), mention),), (),
            Span(0, len(text)), 1.0,
        )  # fmt: skip
        page = Page(scan_document(document, resources, load_lexicon()), None, ())
        done = as_it_befell(page, account)
        return done.realis, len(done.links)

    return read


@pytest.mark.parametrize(
    ("text", "words", "realis"),
    [
        ("Two guards were shot when raiders tried to rob a mill.", "Two guards", "attempted"),
        ("A raid on 12 May wounded two guards.", "two guards", "foiled"),
        ("The attempt on the mayor, by car bomb, wounded two guards.", "two guards", "attempted"),
        ("Six clerks died after somebody plotted to poison the mayor.", "Six clerks", "planned"),
    ],
)
def test_what_hurt_somebody_happened(befell, text, words, realis):
    assert befell(text, words, Realis(realis)) == (Realis.ACTUAL, 1)


@pytest.mark.parametrize(
    ("text", "words", "realis"),
    [
        ("Police foiled an attack on seven judges in Ostrelle.", "seven judges", "foiled"),
        ("The Ashen Front threatened to kill ten clerks.", "ten clerks", "threatened"),
        ("The bomb could have killed dozens, the mayor said.", "dozens", "foiled"),
        ("Nobody saw the attempt to kill the mayor.", "the mayor", "attempted"),
    ],
)
def test_what_lies_ahead_hurts_nobody(befell, text, words, realis):
    assert befell(text, words, Realis(realis)) == (Realis(realis), 0)


def test_what_happened_keeps_its_figures(befell):
    told = befell("The Front threatened to kill ten clerks.", "ten clerks", Realis.ACTUAL)
    assert told == (Realis.ACTUAL, 1)


def test_nobody_hurt_stays_told(befell):
    told = befell("Nobody was killed in the failed raid.", "Nobody", Realis.ATTEMPTED)
    assert told == (Realis.ATTEMPTED, 1)
