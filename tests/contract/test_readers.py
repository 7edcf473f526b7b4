"""What every reader promises, whatever the format and however odd the bytes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.ingest import READERS, Limits, media, read_bytes
from recount.ingest.page import Page
from recount.model import Document, ReadError, SegmentKind, from_plain, to_plain

sys.path.insert(0, str(Path(__file__).parent.parent / "ingest"))
from makers import ATOM, RSS, make_docx, make_pdf

LIMITS = Limits()
PAGES = sorted((Path(__file__).parent.parent / "ingest" / "pages").iterdir())


def _docx() -> bytes:
    def build(document):
        document.add_heading("Clash at Orm", 1)
        document.add_paragraph("Two soldiers died in a clash at Orm on Friday, the army said.")
        document.add_paragraph("Three rebels were taken.", style="List Bullet")

    return make_docx(build)


def _entries() -> list[bytes]:
    from recount.ingest.readers.feed import open_feed

    return [entry.data for feed in (RSS, ATOM) for entry in open_feed(feed).entries]


def _examples() -> list[tuple[str, bytes]]:
    suffixes = {".html": media.HTML, ".txt": media.TEXT, ".md": media.MARKDOWN}
    found = [(suffixes[path.suffix], path.read_bytes()) for path in PAGES]
    found += [(media.FEED_ENTRY, entry) for entry in _entries()]
    found.append((media.DOCX, _docx()))
    found.append((media.JSON_LINE, b'{"text": "A \\"bomb\\" went off in Orm.\\n\\nTwo died."}'))
    pdf = make_pdf(
        [
            [
                (50, 780, 18, "Clash at Orm"),
                (50, 740, 10, "Two soldiers died in a clash at Orm,"),
                (50, 728, 10, "the army said on Friday. Three reb-"),
                (50, 716, 10, "els were taken."),
            ],
        ]
    )
    found.append((media.PDF, pdf))
    return found


EXAMPLES = _examples()


def check_page(page: Page) -> None:
    """The map covers the text and every exact character stands where the map says."""
    parts = {part.name: part.text for part in page.parts}
    runs = page.source_map.runs
    assert (runs[0].text_start == 0) if page.text else not runs
    ends = [run.text_start for run in runs[1:]] + [len(page.text)]
    for run, end in zip(runs, ends, strict=True):
        assert run.text_start < end
        assert 0 <= run.source_start <= len(parts[run.part])
        if run.exact:
            length = end - run.text_start
            source = parts[run.part][run.source_start : run.source_start + length]
            assert source == page.text[run.text_start : end]
    for before, after in zip(page.blocks, page.blocks[1:], strict=False):
        assert before.end <= after.start
    for start, end, _ in page.links:
        assert 0 <= start < end <= len(page.text)


def check_reading(kind: str, data: bytes) -> None:
    """Either a sound page, or one clear sentence."""
    message, page = ".", None
    try:
        page = READERS[kind].read(data, LIMITS)
    except ReadError as error:
        message = str(error)
    assert message.endswith(".")
    if page is not None:
        check_page(page)


def check_document(document: Document) -> None:
    """Segments are in order, apart, and hold every word; governing headings come before."""
    at = 0
    for index, segment in enumerate(document.segments):
        assert segment.index == index
        assert at <= segment.start < segment.end <= len(document.text)
        gap = document.text[at : segment.start]
        assert not any(c.isalpha() for c in gap) or len(gap.strip()) <= 4
        assert document.text[segment.start : segment.end].strip()
        assert segment.heading is None or segment.heading < index
        assert (segment.reason is not None) == (segment.kind is SegmentKind.CLUTTER)
        at = segment.end
    assert not any(c.isalpha() for c in document.text[at:])
    span = document.published.span
    assert span is None or span.end <= len(document.text)


@pytest.mark.parametrize(("kind", "data"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else "")
def test_every_character_has_its_place(kind, data):
    check_page(READERS[kind].read(data, LIMITS))


@pytest.mark.parametrize(("kind", "data"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else "")
def test_segments_are_whole_and_apart(kind, data):
    check_document(read_bytes(data, kind))


@pytest.mark.parametrize(("kind", "data"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else "")
def test_same_bytes_give_the_same_document(kind, data):
    first, second = read_bytes(data, kind), read_bytes(data, kind)
    assert first == second
    assert from_plain(Document, to_plain(first)) == first


@pytest.mark.parametrize(("kind", "data"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else "")
def test_cut_off_input_raises_nothing_but_read_error(kind, data):
    for share in (0.1, 0.33, 0.5, 0.8, 0.97):
        check_reading(kind, data[: int(len(data) * share)])


@pytest.mark.parametrize("kind", sorted(READERS))
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_read_error(kind, data):
    check_reading(kind, data)


@pytest.mark.parametrize(("kind", "data"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else "")
@settings(max_examples=15, deadline=None)
@given(
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), st.binary(max_size=12)), max_size=4
    )
)
def test_damaged_input_raises_nothing_but_read_error(kind, data, cuts):
    for share, length, filling in cuts:
        at = int(share * len(data))
        data = data[:at] + filling + data[at + length :]
    try:
        document = read_bytes(data, kind)
    except ReadError:
        return
    check_document(document)


_TEXTS = st.text(
    alphabet=st.sampled_from(list("aB cD.\n\n\t\r,:-*•#>[]()|\\_`é“”\u00a0\u200b\ufffd\x00<&;1")),
    max_size=300,
)


@settings(max_examples=150, deadline=None)
@given(text=_TEXTS)
@pytest.mark.parametrize("kind", [media.TEXT, media.MARKDOWN, media.HTML])
def test_text_of_any_shape_keeps_its_places(kind, text):
    try:
        check_page(READERS[kind].read(text.encode(), LIMITS))
        check_document(read_bytes(text.encode(), kind))
    except ReadError:
        return


_MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class='nav'>",
            "</div>",
            "<ul>",
            "<li>",
            "</ul>",
            "<br>",
            "<br/>",
            "<a href='https://x.example'>",
            "</a>",
            "<b>",
            "</b>",
            "<h2>",
            "</h2>",
            "&amp;",
            "&nbsp;",
            "&#8217;",
            "&bogus;",
            "<!-- c -->",
            "<script>x<y</script>",
            "<td>",
            "<tr>",
            "<pre>",
            "</pre>",
            "<blockquote>",
            "word ",
            "Two died. ",
            "\n\n",
            "  ",
            "<img alt='a b c d e &amp;'>",
            "<",
            ">",
            '"',
            '<p title="a > b">',
            "<title>T</title>",
            "\u00ad",
            "<![CDATA[x]]>",
        ]
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(pieces=_MARKUP)
def test_html_of_any_shape_keeps_its_places(pieces):
    try:
        page = READERS[media.HTML].read("".join(pieces).encode(), LIMITS)
    except ReadError:
        return
    check_page(page)
