"""Accounts of a copied text go with those that they repeat and change nothing else."""

import random

import pytest

from recount.link import cluster, judge
from recount.link import weights as w
from recount.link.copies import copies_of, repeated
from recount.model import Verdict
from recount.resources.sketch import sketch


def tale(seed: int, words: int = 240) -> str:
    """An invented text without repeated phrases."""
    draw = random.Random(seed)
    syllables = ["ba", "ko", "ri", "tum", "sel", "va", "no", "dri", "pel", "ush"]
    return " ".join("".join(draw.choices(syllables, k=4)) for _ in range(words))


def edited(text: str, seed: int) -> str:
    """The first two thirds of a text with a tenth of the words changed."""
    draw = random.Random(seed)
    words = text.split()
    kept = words[: len(words) * 2 // 3]
    for at in draw.sample(range(len(kept)), len(kept) // 10):
        kept[at] = f"other{draw.randrange(999)}x"
    return " ".join(kept)


def report(make, key, text, day, outlet):
    return make.document(key, day, outlet=outlet, sketch=sketch(text), words=len(text.split()))


@pytest.fixture(params=range(1, 13))
def told(make, request):
    """Two reports of one incident, and a month later a copy that reads another day."""
    seed = request.param
    first, second = tale(seed), tale(1000 + seed)
    copy = edited(first, seed)
    infos = {
        "a": report(make, "a", first, "2031-05-03", "Harbour Post"),
        "b": report(make, "b", second, "2031-05-03", "Mill Radio"),
        "z": report(make, "z", copy, "2031-06-07", "Quarry Times"),
    }
    records = [
        make.account("a", killed=20, site="mosque", words=first),
        make.account("b", killed=20, site="mosque", words=second),
        make.account("z", killed=20, when="2031-06-05", words=copy),
    ]
    return records, infos


def test_an_edited_copy_joins_what_it_repeats_whatever_day_it_reads(told):
    records, infos = told
    judgements = judge(records, infos)
    assert cluster([r.id for r in records], judgements) == (tuple(sorted(r.id for r in records)),)
    assert cluster([r.id for r in records], tuple(judgements)) == cluster(
        [r.id for r in records], judgements
    )
    names = [r.name for j in judgements for r in j.reasons]
    assert names.count(w.COPY_LATER) + names.count(w.COPY_EARLIER) == 1


def test_what_others_say_of_each_other_is_the_same_without_the_copy(told):
    records, infos = told
    copy = records[2].id
    rest = [j for j in judge(records, infos) if copy not in (j.left, j.right)]
    assert rest == list(judge(records[:2], infos))


def test_a_person_decides_on_a_copy(told, make):
    records, infos = told
    one, two = sorted((records[0].id, records[2].id))
    said = make.person(one, two, Verdict.DIFFERENT)
    found = cluster([r.id for r in records], judge(records, infos, [said]))
    assert not any({one, two} <= set(group) for group in found)


def test_a_later_text_of_the_same_outlet_and_one_of_the_same_day_are_no_copies(make):
    text = tale(1)
    first = report(make, "a", text, "2031-05-03", "Harbour Post")
    update = report(make, "b", text, "2031-05-04", "The Harbour Post")
    same_day = report(make, "c", text, "2031-05-03", "Mill Radio")
    undated = report(make, "d", text, None, "Mill Radio")
    later = report(make, "e", text, "2031-05-05", "Quarry Times")
    assert copies_of([first, update, same_day, undated]) == {}
    assert copies_of([update, later]) == {"e": "b"}


def test_an_account_that_an_editor_added_is_not_in_the_original(make):
    first = tale(3)
    added = tale(77, 60)
    infos = {
        "a": report(make, "a", first, "2031-05-03", "Harbour Post"),
        "z": report(make, "z", f"{first} {added}", "2031-06-07", "Quarry Times"),
    }
    records = [
        make.account("a", words=first),
        make.account("z", 0, words=first),
        make.account("z", 1, words=added),
    ]
    from recount.link.described import describe

    features = describe(records, infos)
    at = {item.id: position for position, item in enumerate(features)}
    assert repeated(features, records, infos) == {at[records[1].id]: at[records[0].id]}
