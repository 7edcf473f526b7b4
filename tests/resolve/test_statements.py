"""Statements of an account: which value is its own."""

from recount.model import Property
from recount.resolve import choose_publication, resolve


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
