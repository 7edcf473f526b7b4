"""What each format's reader makes of its own marks."""

from __future__ import annotations

import pytest

from recount.ingest import READERS, Limits, media, read_bytes
from recount.ingest.page import Page
from recount.ingest.readers.docx import read_docx
from recount.model import Document, ReadError, SegmentKind

from makers import make_docx, make_pdf  # isort: skip

LIMITS = Limits()


def page_of(kind: str, data: bytes | str) -> Page:
    return READERS[kind].read(data.encode() if isinstance(data, str) else data, LIMITS)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(s.kind.value, document.text[s.start : s.end]) for s in document.segments]


def test_html_decodes_entities_and_collapses_blanks():
    page = page_of(media.HTML, "<p>Five&nbsp;&amp;  six\n\t&#8217;s &bogus; a&shy;b</p>")
    assert page.text == "Five & six ’s &bogus; ab"


def test_html_leaves_scripts_styles_and_comments_out():
    page = page_of(media.HTML, "<style>p{}</style><script>x='<p>no'</script><!-- no --><p>Yes</p>")
    assert page.text == "Yes"


def test_html_breaks_part_lines_and_keep_wrapped_ones_together():
    page = page_of(
        media.HTML,
        "<p>Army says two rebels died<br>Published: 5 March 2022</p>"
        "<p>The army said on Friday that the soldiers had gone into the hills near<br>"
        "the border and had found the bodies of the two men who had been shot in<br>"
        "the night.</p>",
    )
    assert [page.text[b.start : b.end].count("\n") for b in page.blocks] == [0, 0, 2]


def test_html_links_have_places_and_addresses():
    page = page_of(media.HTML, '<p>See <a href="/x?a=1&amp;b=2"> the <b>report</b> </a>.</p>')
    assert [(page.text[a:b], url) for a, b, url in page.links] == [("the report", "/x?a=1&b=2")]


def test_html_unclosed_items_and_paragraphs_are_blocks_of_their_own():
    page = page_of(media.HTML, "<ul><li>One<li>Two<ul><li>Deep</ul><li>Three</ul><p>A<p>B")
    assert [(page.text[b.start : b.end], b.level) for b in page.blocks] == [
        ("One", 1),
        ("Two", 1),
        ("Deep", 2),
        ("Three", 1),
        ("A", 0),
        ("B", 0),
    ]


def test_html_metadata_gives_title_outlet_author_date_and_address():
    document = read_bytes(
        b"""<html><head><title>Bomb in Orm - Orm Post</title>
        <meta property="og:site_name" content="Orm Post"><meta name=author content="A. B.">
        <link rel=canonical href="https://post.example/a">
        <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
        "datePublished": "2031-04-18T23:30:00-05:00", "dateModified": "2031-05-01"}]}</script>
        </head><body><h1>Bomb in Orm</h1><p>A bomb went off in Orm.</p></body></html>""",
        media.HTML,
    )
    assert (document.title, document.outlet, document.author) == (
        "Bomb in Orm",
        "Orm Post",
        "A. B.",
    )
    assert document.url == "https://post.example/a"
    assert document.published.label == "2031-04-18"
    assert document.published.note == "JSON-LD datePublished"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Caf\u00e9 in Orm".encode("cp1252"), "Caf\u00e9 in Orm"),
        (b'<meta charset="utf-8"><p>' + "Caf\u00e9 in Orm".encode("cp1252"), "Caf\u00e9 in Orm"),
        (b'<meta charset="iso-8859-1"><p>' + "Caf\u00e9 in Orm".encode(), "Caf\u00e9 in Orm"),
        (b'<meta charset="windows-1251"><p>' + "Взрыв в Орме".encode("cp1251"), "Взрыв в Орме"),
        ("Caf\u00e9 in Orm".encode("utf-16"), "Caf\u00e9 in Orm"),
        ("Caf\u00e9 in Orm, they said".encode("utf-16-le"), "Caf\u00e9 in Orm, they said"),
        ("Caf\u00e9 in Orm, they said".encode("utf-16-be"), "Caf\u00e9 in Orm, they said"),
        ("\ufeffCaf\u00e9 in Orm".encode(), "Caf\u00e9 in Orm"),
        ("Ça été dit à Orm, là-bas".encode() + b"\xff!", "Ça été dit à Orm, là-bas\ufffd!"),
        (b"Two\x00 died in\x00 Orm on that day", "Two died in Orm on that day"),
    ],
    ids=range(10),
)
def test_encodings_are_known_by_the_bytes(data, text):
    kind = media.HTML if data.startswith(b"<") else media.TEXT
    assert page_of(kind, data).text == text


def test_plain_text_keeps_damaged_and_odd_characters():
    text = "The groups leader\u0092s son \ufffd said\u00a0so \u2013 \u201cyes\u201d dont"
    assert page_of(media.TEXT, text).text == text


def test_plain_text_with_markdown_links_gives_their_words():
    page = page_of(media.TEXT, "He [fled to Orm](#) with [\\\\$3](https://x.example) and [a note].")
    assert page.text == "He fled to Orm with $3 and [a note]."
    assert [(page.text[a:b], url) for a, b, url in page.links] == [
        ("fled to Orm", "#"),
        ("$3", "https://x.example"),
    ]


def test_plain_text_joins_a_sentence_that_a_page_broke():
    head = "The rebels had by then taken most of the valley and wanted to extend their rule over"
    page = page_of(media.TEXT, f"{head}\n\nthe coast, which the army held.\n\nNobody fled.")
    assert page.text == f"{head}\nthe coast, which the army held.\n\nNobody fled."
    assert len(page.blocks) == 2


def test_plain_text_bullets_are_items_without_their_marks():
    document = read_bytes(
        "Attacks in Orm:\n\n  • On 8 May, two died\n  • On 9 May, one died\n".encode(), media.TEXT
    )
    assert [w for k, w in kinds(document) if k == "list_item"] == [
        "On 8 May, two died",
        "On 9 May, one died",
    ]
    assert [s.heading for s in document.segments] == [None, 0, 0]


def test_headlines_of_equal_length_are_not_taken_for_a_wrapped_paragraph():
    lines = [
        "Ferry workers end their strike after six weeks",
        "Minister of fish resigns over trawler deal",
        "Harbour tax is to rise again in the new year",
    ]
    assert len(page_of(media.TEXT, "\n".join(lines)).blocks) == 3


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Weekly report *No. 14*\n\n**Issued:** today\n\n## Incidents", "Weekly report No. 14"),
        ("---\ntitle: Tarn\n---\n# Weekly report of Osk\n\nWords.", "Tarn"),
        ("# Herald\n\n## Bomb hits market\n\nWords.", None),
        ("# Bomb hits market\n\nWords.\n\n# Bus burns in Osk\n\nWords.", None),
        ("Words.\n\n# Bomb hits market in Osk\n", None),
    ],
)
def test_the_one_heading_that_markdown_begins_with_is_its_title(text, title):
    assert page_of(media.MARKDOWN, text).title == title


def test_markdown_gives_words_without_marks():
    page = page_of(
        media.MARKDOWN,
        "# A *b* c\n\nGo to [Orm](u) \\*now\\*, __he__ said `x`.\n\n"
        "> Quoted\n> twice\n\n1. One\n- Two\n",
    )
    assert page.text.split() == [
        "A",
        "b",
        "c",
        "Go",
        "to",
        "Orm",
        "*now*,",
        "he",
        "said",
        "x.",
        "Quoted",
        "twice",
        "One",
        "Two",
    ]
    assert [b.kind for b in page.blocks] == [
        SegmentKind.HEADING,
        SegmentKind.BODY,
        SegmentKind.QUOTATION,
        SegmentKind.LIST_ITEM,
        SegmentKind.LIST_ITEM,
    ]


def test_pdf_lines_become_paragraphs_across_pages_without_hyphens_and_running_heads():
    head = [(50, 820, 8, "Orm Monitor"), (280, 20, 8, "Page 1")]
    first = [
        (50, 780, 18, "Clash in the hills of Orm"),
        (
            50,
            740,
            10,
            "Two soldiers died in a clash in the hills near the town of Orm on Friday, the ar-",
        ),
        (
            50,
            728,
            10,
            "my said. The Orm-based Free Front said that it had lost three of its own fight-",
        ),
        (50, 716, 10, "ers there."),
        (
            50,
            690,
            10,
            "The army sent more soldiers to the hills on the next day and said it would go on",
        ),
    ]
    second = [(50, 780, 10, "until the last rebel was gone."), (50, 750, 10, "Nobody believed it.")]
    data = make_pdf(
        [head + first, [(50, 820, 8, "Orm Monitor"), (280, 20, 8, "Page 2"), *second]],
        "/Title (Clash in Orm) /CreationDate (D:20310419101112Z)",
    )
    document = read_bytes(data, media.PDF)
    body = [w for k, w in kinds(document) if k != "clutter"]
    assert body == [
        "Clash in the hills of Orm",
        (
            "Two soldiers died in a clash in the hills near the town of Orm on Friday, the army "
            "said. The Orm-based Free Front said that it had lost three of its own fighters there."
        ),
        (
            "The army sent more soldiers to the hills on the next day and said it would go on "
            "until the last rebel was gone."
        ),
        "Nobody believed it.",
    ]
    assert [w for k, w in kinds(document) if k == "clutter"] == [
        "Orm Monitor",
        "Page 1",
        "Orm Monitor",
        "Page 2",
    ]
    assert document.source_map.locate(document.text.index("until"))[0] == "page 2"
    assert document.published.label == "2031-04-19"


def test_a_docx_with_damage_in_any_part_is_a_read_error_or_read():
    whole = make_docx(lambda document: document.add_paragraph("Two soldiers died at Orm."))
    refused = 0
    for at in range(len(whole) // 200, len(whole), len(whole) // 200):
        damaged = whole[:at] + bytes(4) + whole[at + 4 :]
        try:
            read_docx(damaged, Limits())
        except ReadError:
            refused += 1
    assert refused > 50


def test_docx_gives_lists_tables_captions_headings_and_title():
    def build(document):
        document.core_properties.title = "Weekly note"
        document.add_heading("Weekly note", 0)
        document.add_heading("Orm", 1)
        document.add_paragraph("Two soldiers died in a clash near Orm on Friday, the army said.")
        document.add_paragraph("The front did these things:")
        document.add_paragraph("It burned a bridge", style="List Bullet")
        document.add_paragraph("It held a mayor", style="List Number")
        document.add_paragraph("The bridge after the fire", style="Caption")
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text = "Orm"
        table.rows[0].cells[1].text = "2 killed"
        document.sections[0].footer.paragraphs[0].text = "Confidential"

    document = read_bytes(make_docx(build), media.DOCX)
    assert kinds(document) == [
        ("heading", "Weekly note"),
        ("heading", "Orm"),
        ("body", "Two soldiers died in a clash near Orm on Friday, the army said."),
        ("heading", "The front did these things:"),
        ("list_item", "It burned a bridge"),
        ("list_item", "It held a mayor"),
        ("caption", "The bridge after the fire"),
        ("body", "Orm | 2 killed"),
        ("clutter", "Confidential"),
    ]
    assert document.title == "Weekly note"
    assert document.segments[4].heading == 3
    assert document.published.basis.value == "unknown"
