"""Statements of an account: which value is its own."""

from types import SimpleNamespace

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Property, Span
from recount.resolve import choose_publication, resolve
from recount.resolve.statements import _main_site


def test_a_day_linked_twice_stays_the_accounts_own(read_rules, resources):
    # Two clauses of one sentence both bring the day, so the same words are linked twice.
    text = (
        "BAGHDAD, Iraq (April 15, 2011) - Soldiers killed one armed man and arrested five "
        "gunmen near Basra, April 13."
    )
    document, extraction = read_rules(text)
    done = resolve(
        document,
        extraction,
        publication=choose_publication(document, ()),
        outlet=None,
        resources=resources,
    )
    own = [s for s in done.statements if s.property is Property.DATE and s.primary]
    assert [s.original for s in own] == ["April 13"]


def site(text, words):
    """Return the site of an account whose reader marked these words as one."""
    start = text.index(words)
    mention = Mention(start, start + len(words), MentionRole.PLACE)
    account = SimpleNamespace(links=(Link(LinkRole.SITE, mention),))
    whole = Span(0, len(text))
    places = SimpleNamespace(is_part_of_name=lambda _: False)
    context = SimpleNamespace(text=text, sentence_at=lambda _: whole, places=places)
    return _main_site(context, account)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hospital officials said six had died.", "Hospital"),
        ("It was over, said Dr Ila Morun of St Brann Hospital.", "Hospital"),
        ("The director of Osk Prison denied it.", "Prison"),
    ],
)
def test_an_institution_that_speaks_is_no_site(text, words):
    assert site(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A shell hit the hospital.", "hospital", "hospital"),
        ("The director was shot dead at Osk Prison.", "Prison", "Prison"),
        ("REBELS HIT A HOSPITAL.", "HOSPITAL", "hospital"),
        ("REBELS HIT A BANK.", "BANK", "bank"),
    ],
)
def test_a_site_that_was_hit_is_told_in_small_letters(text, words, expected):
    assert site(text, words) == expected
