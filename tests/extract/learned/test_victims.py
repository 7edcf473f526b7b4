"""Names that the heads alone take for a victim's are private."""

from __future__ import annotations

from types import SimpleNamespace

from recount.extract.learned.victims import victims_named
from recount.model import Link, LinkRole, Mention, MentionRole, Span

TEXT = "Four members of the Sarrow family died in Ostrelle. Children of the Vell clan fled."


def named(words, *, role=LinkRole.VICTIM, text=TEXT, persons=(), places=()):
    start = text.index(words)
    span = Span(start, start + len(words))
    link = Link(role, Mention(span.start, span.end, MentionRole.PARTICIPANT))
    scan = SimpleNamespace(
        text=text, persons=persons, sentences=[SimpleNamespace(actors=(), places=places)]
    )
    found = list(victims_named(scan, [SimpleNamespace(links=(link, link))]))
    return [(text[one.start : one.end], one.private) for one in found]


def test_a_capitalised_victim_that_nobody_knows_is_private_once():
    assert named("Sarrow") == [("Sarrow", True)]


def test_nouns_and_small_letters_are_no_names():
    assert named("Children") == []
    assert named("members") == []


def test_what_a_finder_knows_is_left_to_it():
    at = TEXT.index("Ostrelle")
    assert named("Ostrelle", places=(Span(at, at + 8),)) == []
    at = TEXT.index("Sarrow")
    assert named("Sarrow", persons=(Span(at, at + 6),)) == []


def test_a_place_of_the_document_is_no_victim_where_its_finder_missed_it():
    text = "Tarn man dies. The man was found in Tarn. Ben Tarn wept."
    at = text.rindex("in Tarn") + 3
    assert named("Tarn", text=text, places=(Span(at, at + 4),)) == []
    who = text.index("Ben Tarn")
    persons = (Span(who, who + 8),)
    assert named("Tarn", text=text, places=(Span(at, at + 4),), persons=persons) == [("Tarn", True)]


def test_other_roles_and_texts_in_capitals_name_nobody():
    assert named("Sarrow", role=LinkRole.PERPETRATOR) == []
    assert named("SARROW", text=TEXT.upper()) == []
