"""Fixtures of the stage that says what words mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from recount.model import (
    Account,
    CountValue,
    Extraction,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Property,
    Publication,
    PublicationBasis,
    Realis,
    Scope,
    Span,
    Statement,
)
from recount.resolve import choose_publication, resolve
from recount.resolve.context import Context, make_context

Counts = dict[Property, CountValue]
ISSUED = Publication(date(2031, 5, 6), date(2031, 5, 6), PublicationBasis.GIVEN)


@pytest.fixture
def main_counts(as_document, resources) -> Callable[..., Counts]:
    """Return the main counts of an account that a text's words are linked to."""

    def read(text: str, links: Sequence[Link], triggers: Sequence[Span] = (Span(0, 1),)) -> Counts:
        document = as_document(text)
        found = _statements(document, links, triggers, None, resources)
        return {s.property: s.value for s in found if s.primary and isinstance(s.value, CountValue)}

    return read


def _statements(document, links, triggers, publication, resources) -> tuple[Statement, ...]:
    """Return the statements of one account of a document."""
    account = Account(
        "a", document.id, document.rendition,
        tuple(Mention(one.start, one.end, MentionRole.TRIGGER) for one in triggers),
        IncidentType.ATTACK, Realis.ACTUAL, Scope.POLITICAL, tuple(links), (),
        Span(0, len(document.text)), 1.0,
    )  # fmt: skip
    return resolve(
        document,
        Extraction(document.id, document.rendition, "test", "1", (account,), ()),
        publication=publication or choose_publication(document, (), None),
        outlet=None,
        resources=resources,
    ).statements


@pytest.fixture
def killed_in(as_document, resources):
    """Return the main counts of dead of an account of 6 May 2031; a mark is (words, role)."""

    def read(text, *marks, title=None, trigger="hurt"):
        document = replace(as_document(text), title=title)
        links = []
        for words, role in marks:
            at = text.index(words)
            kind = MentionRole.TIME if role == "date" else MentionRole.QUANTITY
            links.append(Link(LinkRole(role), Mention(at, at + len(words), kind)))
        at = text.index(trigger)
        found = _statements(document, links, (Span(at, at + len(trigger)),), ISSUED, resources)
        return [s for s in found if s.property is Property.KILLED]

    return read


@pytest.fixture
def told(main_counts):
    """Return the main killed and wounded of a text; a mark is (words, role)."""

    def read(text, *marks):
        links, at = [], 0
        for words, role in marks:
            start = text.index(words, at)
            at = start + len(words)
            links.append(Link(LinkRole(role), Mention(start, at, MentionRole.QUANTITY)))
        main = main_counts(text, links)
        killed, wounded = main.get(Property.KILLED), main.get(Property.WOUNDED)
        return killed and killed.value, wounded and wounded.value

    return read


@pytest.fixture
def context_of(as_document, resources) -> Callable[[str], Context]:
    """Return the context of a text, as the rules for one link look at it."""

    def make(text: str) -> Context:
        document = as_document(text)
        found = Extraction(document.id, document.rendition, "test", "1", (), ())
        published = choose_publication(document, (), None)
        return make_context(document, found, published, None, resources)

    return make
