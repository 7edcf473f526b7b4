"""Which parts of made-up pages are the report: body kept, furniture out."""

from __future__ import annotations

from pathlib import Path

import pytest

from recount.ingest import find, read, read_bytes
from recount.ingest.media import TEXT
from recount.model import BODY_KINDS, Document, SegmentKind

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Document:
    (item,) = find([PAGES / name])
    return read(item)


def words_of(document: Document, *wanted: SegmentKind) -> str:
    return "\n".join(document.text[s.start : s.end] for s in document.segments if s.kind in wanted)


TOLD = {
    "agency.html": [
        "killing at least 17",
        "shot.",
        "burned the villages",
        "Six traders",
        "killing 23",
    ],
    "daily.txt": [
        "Twelve miners were",
        "three guards",
        "abducted was nine",
        "two Chinese engineers",
    ],
    "chronology.txt": [
        "killed 8 guards",
        "shot the mayor",
        "killed 41",
        "failed attempt",
        "abducted",
    ],
    "broadcaster.txt": ["UN: 40 dead", "At least 40", "60 were injured", "04:00 local", "in 2024"],
    "statement_mail.txt": ["shocked by the killing", "third doctor", "We call on"],
    "news_site.html": [
        "killing at least nine people & wounding 14 others",
        "who arrived in two boats",
        "No group has claimed responsibility",
        "12 January: a roadside bomb killed two customs",
        "a grenade thrown into a market",
        "We heard the boats",
        "200 more soldiers",
    ],
    "table_layout.html": ["had killed 11 fighters", "7 soldiers were killed", "shelling went on"],
    "divs_only.html": [
        "killing at least 31 worshippers",
        "More than 60 people",
        "The Sons of the Valley, an armed",
        "wore a police uniform",
        "third attack on a place",
    ],
    "scraped_site.txt": [
        "killing six officers",
        "rocket-propelled",
        "They came from two sides",
        "Four militants died",
        "killed two children",
    ],
    "press_release.txt": [
        "condemns\nthe killing of four aid",
        "two drivers were abducted",
        "a convoy was shelled",
        "armed men looted",
        "protect those who help",
    ],
    "blog_comments.txt": [
        "Eight people were killed",
        "two of the dead were students",
        "Police arrested a man",
    ],
    "briefs.txt": ["Two soldiers were killed", "shot dead a judge"],
    "weekly.md": [
        "counts armed incidents",
        "killing three passengers",
        "wounded two",
        "second device",
        "four police officers were abducted",
    ],
    "upper_case.txt": ["KILLING TWO GUARDS", "15 GUERRILLAS"],
    "later_headlines.txt": ["Five people died", "two of its border guards", "truce signed in 2019"],
}
FURNITURE = {
    "agency.html": ["Subscribe", "ADVERTISEMENT", "Floods kill", "contributed to", "newsletter"],
    "daily.txt": ["freed teacher", "Kindly make", "army chief", "Bandits kill village", "reserved"],
    "broadcaster.txt": ["Nestor aid convoy", "burnt tents", "Thousands flee", "not responsible"],
    "news_site.html": [
        "cookie",
        "Related",
        "Bomb kills three in Orm",
        "twenty people",
        "Storm sinks",
        "Ilse Brandt is a reporter",
        "newsletter",
        "All rights",
        "Most read",
        "Share",
    ],
    "table_layout.html": [
        "Home |",
        "bank raid",
        "Flood warning",
        "Copyright",
        "Additional reporting",
    ],
    "divs_only.html": [
        "Ten recipes",
        "Minister quits",
        "Bomb found at Sorrel",
        "Advertisement",
        "Read more",
        "Follow us",
    ],
    "scraped_site.txt": [
        "Skip to",
        "Keld mayor survives",
        "Sund mourns",
        "mine collapse",
        "market reopens",
        "vehicle burns",
        "Maren Oduya",
        "Most Read",
        "Menu",
    ],
    "press_release.txt": ["press@tworivers", "PRESS RELEASE"],
    "blog_comments.txt": [
        "two bombs",
        "army did this",
        "Ferry strike",
        "Harbour tax",
        "Reply",
        "Filed under",
    ],
    "later_headlines.txt": [
        "Truce talks",
        "grain scandal",
        "rowing cup",
        "night of shelling",
        "Download our app",
        "unlimited access",
    ],
}


@pytest.mark.parametrize("name", sorted(TOLD))
def test_no_words_of_the_report_are_lost(name):
    told = words_of(page(name), *BODY_KINDS)
    assert [words for words in TOLD[name] if words not in told] == []


@pytest.mark.parametrize("name", sorted(FURNITURE))
def test_no_furniture_is_taken_for_the_report(name):
    told = words_of(page(name), *BODY_KINDS)
    assert [words for words in FURNITURE[name] if words in told] == []


@pytest.mark.parametrize(
    ("name", "caption"),
    [
        ("news_site.html", "Photo: Jon Arre/HNA"),
        ("scraped_site.txt", "[Handout: Keld Police]"),
        ("weekly.md", "Burnt bus on the road"),
    ],
)
def test_captions_are_kept_as_captions(name, caption):
    assert caption in words_of(page(name), SegmentKind.CAPTION)


def test_a_lead_in_governs_its_list_and_no_more():
    document = page("press_release.txt")
    segments = document.segments
    lead = next(s for s in segments if "recorded the following" in document.words(s.span))
    items = [s for s in segments if s.kind is SegmentKind.LIST_ITEM]
    assert [s.heading for s in items] == [lead.index] * 3
    after = segments[items[-1].index + 1]
    assert after.heading is not None
    assert after.heading < lead.index


def test_a_heading_governs_until_the_next():
    document = page("weekly.md")
    named = {document.words(s.span)[:10]: s for s in document.segments}
    north, south = named["North Kesh"], named["South Kesh"]
    assert named["9 February"].heading == north.index
    assert named["11 Februar"].heading == south.index
    assert (north.heading, south.heading) == (0, 0)


def test_text_in_another_script_does_not_make_the_language():
    text = (
        "اخبار اورم روزانه\n\nدفتر مرکزی در شهر اورم\n\nClash near Orm leaves two soldiers dead\n\n"
        "Two soldiers died in a clash near the town of Orm on Friday, the army said in a note.\n\n"
        "The rebels said that they had lost nobody and that the army had fled from the town.\n"
    )
    document = read_bytes(text.encode(), TEXT)
    assert document.language.code == "en"
    assert [s.reason for s in document.segments[:2]] == ["another script"] * 2
    assert document.title == "Clash near Orm leaves two soldiers dead"


def test_a_chronology_without_bullets_is_a_list_under_its_title():
    document = page("chronology.txt")
    items = [s for s in document.segments if s.kind is SegmentKind.LIST_ITEM]
    assert [document.words(s.span)[:5] for s in items] == [
        "14 Ja",
        "2 Mar",
        "19 Ma",
        "5 May",
        "6 May",
    ]
    assert {s.heading for s in items} == {0}


@pytest.mark.parametrize(
    "sentence",
    [
        "Also on Friday, a bomb killed two people in Orm.",
        "More on the attack: six of the dead were children.",
        "Share of the blame lies with the army, he said.",
        "On 8 October, gunmen attacked the mosque, killing four",
        "Live ammunition was used against the crowd, killing three.",
        "The site was last shelled in May, residents said.",
        "Follow-up attacks in Orm killed nine more people.",
        "Police said the group had claimed the bombing.",
        "Read the names of the dead aloud, the rebels told him.",
    ],
)
def test_short_sentences_inside_the_report_stay(sentence):
    before = "Two soldiers died in a clash near the town of Orm on Friday, the army said in a note."
    after = "The rebels said that they had lost nobody and that the army had fled from the town."
    document = read_bytes(f"{before}\n\n{sentence}\n\n{after}\n".encode(), TEXT)
    assert document.segments[1].kind in BODY_KINDS


@pytest.mark.parametrize(
    "line",
    [
        "Share this",
        "Read more: Army in Orm",
        "ADVERTISEMENT",
        "Subscribe to our newsletter",
        "You may also like",
        "© 2031 Orm Post. All rights reserved.",
        "Sign up for our daily briefing",
        "Click here to read the full story.",
        "Tags: Orm, army, clash",
        "3 min read",
        "Leave a comment",
        "Follow us on Twitter",
        "Published: 5 March 2031",
        "By Jon Arre",
        "https://post.example/1",
    ],
)
def test_furniture_between_paragraphs_goes(line):
    before = "Two soldiers died in a clash near the town of Orm on Friday, the army said in a note."
    after = "The rebels said that they had lost nobody and that the army had fled from the town."
    document = read_bytes(f"{before}\n\n{line}\n\n{after}\n".encode(), TEXT)
    assert document.segments[1].kind is SegmentKind.CLUTTER


@pytest.mark.shared
def test_mission_documents_keep_their_lists_and_lose_their_furniture(shared):
    folder = shared / "mission-documents" / "documents"
    documents = [read(item) for item in find([folder])]
    counts = [sum(s.kind is SegmentKind.CLUTTER for s in d.segments) for d in documents]
    assert len(documents) == 5
    assert counts[0] > 80
    headlines = [s for s in documents[0].segments if s.reason == "headlines of other articles"]
    assert len(headlines) > 75
    assert sum(s.kind is SegmentKind.LIST_ITEM for s in documents[2].segments) == 19
    assert all(d.language.code == "en" for d in documents)
    assert [d.published.label for d in documents] == [None, "2023-05-12", None, None, None]
    assert documents[0].published.latest is not None
    assert documents[0].published.latest.year == 2024
    assert documents[1].author is not None
    assert all(d.title is not None for d in documents)
