"""Posts of a channel, each with its stamp."""

from __future__ import annotations

from datetime import date

from recount.ingest import media
from recount.ingest.reading import read_bytes
from recount.model import Document
from recount.resolve.posts import find_posts
from recount.resolve.publication import choose_publication
from recount.resolve.told import resolve_times
from recount.resources.grammar import find_times

CHANNEL = """ORM STAFF
channel, 1,204 subscribers

[04.05.2031, 07:52]
Friends, a drone hit a bus near Velm this morning. The driver is dead.

[05.05.2031, 10:11]
Guards yesterday arrested two men in Tarn. They are being held.

[06.05.2031, 09:00]
Shells fell on Osk overnight. Nobody was hurt.
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), media.TEXT)


def value_of(document: Document, words: str) -> date:
    publication = choose_publication(document, ())
    found = resolve_times(document, publication, frozenset())
    at = document.text.index(words)
    return next(v.value.start for (start, _), v in found.items() if start == at)  # type: ignore[union-attr]


def test_relative_words_of_a_post_count_from_its_own_stamp():
    document = read(CHANNEL)
    assert value_of(document, "this morning") == date(2031, 5, 4)
    assert value_of(document, "yesterday") == date(2031, 5, 4)
    assert value_of(document, "overnight") == date(2031, 5, 5)


def test_the_newest_post_dates_the_document():
    assert choose_publication(read(CHANNEL), ()).start == date(2031, 5, 6)


def test_a_chat_names_who_sent_each_post():
    text = (
        "Orm Now\n\n04/13/2031, 07:52 - Orm Now: Gunmen shot two men in Velm this morning.\n"
        "04/14/2031, 09:10 - Orm Now: A mine burst yesterday near Tarn. Nobody was hurt.\n"
    )
    assert value_of(read(text), "yesterday") == date(2031, 4, 13)


def test_comments_below_an_article_are_no_posts():
    text = (
        "Gunmen shoot two in Orm\n\n4 May 2031, 09:00\n\n"
        "Gunmen shot two men dead in the market of Orm yesterday, the police said.\n\n"
        "Ada Rell 5 May 2031 10:22\nThis is terrible news for all of us who live there.\n"
    )
    document = read(text)
    assert find_posts(document.text, document.segments, find_times(document.text)) == ()
    assert choose_publication(document, ()).start == date(2031, 5, 4)


LOG = """NIGHT BOOK, desk of Orm

Sat 20/1/29
- OSK. A shell fell on a house yesterday; two hurt.

Sun 21/1
- TARN. A mine hit two trucks yesterday at midday; three dead.

Mon 22/1
- VELM. Men shot a clerk on Saturday.
"""


def test_days_over_entries_of_a_log_are_what_relative_words_count_from():
    document = read(LOG)
    at = document.text.index("yesterday at")
    found = resolve_times(document, choose_publication(document, ()), frozenset())
    days = {start: value.value for (start, _), value in found.items()}
    assert days[document.text.index("yesterday")].start == date(2029, 1, 19)  # type: ignore[union-attr]
    assert days[at].start == date(2029, 1, 20)  # type: ignore[union-attr]
    assert days[document.text.index("Saturday")].start == date(2029, 1, 20)  # type: ignore[union-attr]


def test_an_hour_before_a_post_of_the_day_is_of_its_day():
    text = CHANNEL.replace("Guards yesterday", "Guards an hour ago")
    document = read(text)
    publication = choose_publication(document, ())
    found = resolve_times(document, publication, frozenset())
    at = document.text.index("an hour ago")
    value = next(v.value for (start, _), v in found.items() if start == at)
    assert (value.start, value.end) == (date(2031, 5, 5), date(2031, 5, 5))  # type: ignore[union-attr]
