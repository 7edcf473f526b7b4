"""Fixtures of the stage that says what words mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    Realis,
    Scope,
    Span,
)
from recount.resolve import choose_publication, resolve
from recount.resolve.context import Context, make_context

Counts = dict[Property, CountValue]


@pytest.fixture
def main_counts(as_document, resources) -> Callable[..., Counts]:
    """Return the main counts of an account that a text's words are linked to."""

    def read(text: str, links: Sequence[Link], triggers: Sequence[Span] = (Span(0, 1),)) -> Counts:
        document = as_document(text)
        account = Account(
            "a", document.id, document.rendition,
            tuple(Mention(one.start, one.end, MentionRole.TRIGGER) for one in triggers),
            IncidentType.ATTACK, Realis.ACTUAL, Scope.POLITICAL, tuple(links), (),
            Span(0, len(text)), 1.0,
        )  # fmt: skip
        done = resolve(
            document,
            Extraction(document.id, document.rendition, "test", "1", (account,), ()),
            publication=choose_publication(document, (), None),
            outlet=None,
            resources=resources,
        )
        return {
            s.property: s.value
            for s in done.statements
            if s.primary and isinstance(s.value, CountValue)
        }

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
