import random

from recount.link import independent_voices
from recount.link.voices import BAND_ROWS, near_pairs
from recount.resources.sketch import sketch


def text(seed: int, words: int = 300) -> list[str]:
    """An invented text without repeated phrases."""
    draw = random.Random(seed)
    return [f"word{draw.randrange(4000)}" for _ in range(words)]


def edited(words: list[str], share: float, seed: int) -> list[str]:
    draw = random.Random(seed)
    changed = set(draw.sample(range(len(words)), round(share * len(words))))
    return [f"other{at}" if at in changed else word for at, word in enumerate(words)]


def info(make, key, words, **more):
    return make.document(key, sketch=sketch(" ".join(words)), words=len(words), **more)


def test_exact_copies_are_one_voice_named_by_the_smallest_id(make):
    found = independent_voices([info(make, "b", text(1)), info(make, "a", text(1))])
    assert found == {"a": "a", "b": "a"}


def test_a_copy_cut_by_a_third_and_edited_in_a_tenth_of_its_words_is_one_voice(make):
    for seed in range(1, 61):
        whole = text(seed)
        copy = edited(whole[: len(whole) * 2 // 3], 0.1, seed)
        found = independent_voices([info(make, "a", whole), info(make, "b", copy)])
        assert found["b"] == "a", seed


def test_different_texts_are_different_voices(make):
    documents = [info(make, f"d{seed:02}", text(seed)) for seed in range(1, 41)]
    assert len(set(independent_voices(documents).values())) == 40


def test_a_quoted_paragraph_is_no_copy(make):
    quoting = text(2, 600) + text(3, 60)
    found = independent_voices([info(make, "a", quoting), info(make, "b", text(3, 60))])
    assert found == {"a": "a", "b": "b"}


def test_an_outlet_that_names_another_as_its_source_shares_its_voice(make):
    source = make.document("a", "2031-05-02", outlet="The Harbour Post")
    citing = make.document("b", "2031-05-03", outlet="Mill Radio", cites=("Harbour Post",))
    other = make.document("c", "2031-05-03", outlet="Quarry Times")
    assert independent_voices([citing, other, source]) == {"a": "a", "b": "a", "c": "c"}


def test_a_citing_outlet_joins_one_report_of_its_source_and_not_all(make):
    posts = [
        make.document(f"p{at}", f"2031-05-0{at}", outlet="Harbour Post", title=title)
        for at, title in ((1, "Fire at the mill"), (2, "Blast at a bridge"), (3, "Ferry returns"))
    ]
    citing = make.document(
        "z", "2031-05-03", outlet="Mill Radio", title="Bridge blast", cites=("Harbour Post",)
    )
    found = independent_voices([*posts, citing])
    assert found["z"] == "p2"
    assert len(set(found.values())) == 3


def test_a_source_that_published_later_was_not_the_source(make):
    later = make.document("a", "2031-05-09", outlet="Harbour Post")
    citing = make.document("b", "2031-05-03", outlet="Mill Radio", cites=("Harbour Post",))
    assert len(set(independent_voices([later, citing]).values())) == 2


def test_documents_without_words_are_no_copies_of_each_other(make):
    found = independent_voices([make.document("a", words=0), make.document("b", words=0)])
    assert found == {"a": "a", "b": "b"}


def test_reports_that_share_a_band_of_their_sketches_are_found_as_by_a_table_of_all(make):
    draw = random.Random(3)
    sizes = [0, 1, 5, 6, 6, 8]
    documents = [
        make.document(f"d{at:03}", sketch=tuple(draw.randrange(4) for _ in range(sizes[at % 6])))
        for at in range(120)
    ]
    table = {}
    for at, item in enumerate(documents):
        for start in range(0, len(item.sketch), BAND_ROWS):
            table.setdefault((start, item.sketch[start : start + BAND_ROWS]), []).append(at)
    expected = {
        (left, right)
        for found in table.values()
        for at, right in enumerate(found[1:], start=1)
        for left in (found[0], found[at - 1])
    }
    found = [(int(a.id[1:]), int(b.id[1:])) for a, b in near_pairs(documents)]
    assert len(expected) > 100
    assert sorted(found) == sorted(expected)
    assert list(near_pairs([])) == []
