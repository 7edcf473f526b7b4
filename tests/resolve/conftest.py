"""A text with marks, read to the end: what its one account counts."""

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


@pytest.fixture
def told(as_document, resources):
    """Return the main killed and wounded of a text; a mark is (words, role)."""

    def read(text, *marks):
        links, at = [], 0
        for words, role in marks:
            start = text.index(words, at)
            at = start + len(words)
            links.append(Link(LinkRole(role), Mention(start, at, MentionRole.QUANTITY)))
        document = as_document(text)
        triggers = (Mention(0, 1, MentionRole.TRIGGER),)
        account = Account(
            "a", document.id, document.rendition, triggers, IncidentType.ATTACK, Realis.ACTUAL,
            Scope.POLITICAL, tuple(links), (), Span(0, len(text)), 1.0,
        )  # fmt: skip
        done = resolve(
            document,
            Extraction(document.id, document.rendition, "test", "1", (account,), ()),
            publication=choose_publication(document, (), None),
            outlet=None,
            resources=resources,
        )
        counts = [s for s in done.statements if s.primary and isinstance(s.value, CountValue)]
        main = {s.property: s.value.value for s in counts}
        return main.get(Property.KILLED), main.get(Property.WOUNDED)

    return read
