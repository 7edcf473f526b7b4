"""Which incident a position on responsibility speaks of."""

from types import SimpleNamespace

import pytest

from recount.extract.learned.drafts import Draft
from recount.extract.learned.spoken import _BOTH as SEVERAL
from recount.extract.learned.spoken import _after_others, _how_many, _nearest, _of_kind
from recount.model import Claim, Mention, MentionRole, Span, Stance
from recount.resources.encoder.reading import FoundSpan


def draft(text, *words):
    found = []
    for one in words:
        start = text.index(one)
        found.append(FoundSpan(start, start + len(one), 0, 0, 0.9))
    return Draft(tuple(found), ())


def claim(text, party, cue):
    at, said = text.index(party), text.index(cue)
    return Claim(
        stance=Stance.CLAIMED,
        words=Span(at, at + len(party)),
        actor=Mention(at, at + len(party), MentionRole.PARTICIPANT),
        cue=Mention(said, said + len(cue), MentionRole.CUE),
        confidence=0.8,
    )


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("A raid came days after a bombing that the Front has claimed.", 1),
        ("After a raid and a bombing the Front has claimed the raid only.", 0),
        ("A raid killed six, and the Front claimed that blast.", 0),
    ],
)
def test_of_two_incidents_in_a_sentence_a_position_is_on_the_nearest(text, nearest):
    second = "bombing" if "bombing" in text else "that blast"
    first = draft(text, "raid only" if "raid only" in text else "raid")
    drafts = [first, draft(text, second)]
    cue = "has claimed" if "has claimed" in text else "claimed"
    assert _nearest(text, claim(text, "the Front", cue), drafts, [0, 1]) == [nearest]


def test_what_one_item_of_a_list_says_is_on_no_other(read_learned):
    _document, extraction = read_learned(
        "Incidents of the week\n\n"
        "3 May, Ostrelle. A landmine exploded under a bus, killing two people.\n"
        "4 May, Vennick. Gunmen abducted three teachers from a school.\n"
        "5 May, Tamarou. Nothing happened at the well. The governor blamed the Hill Front.\n"
    )
    assert len(extraction.accounts) > 1
    assert not any(account.claims for account in extraction.accounts)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Nobody claimed either blast.", 2),
        ("They see the hand of the Front in all three.", 3),
        ("The Front claimed all four attacks.", 4),
        ("The Front claimed the attack.", 1),
        ("The Front spoke of all three men.", 1),
    ],
)
def test_of_how_many_incidents_words_speak(text, many):
    assert _how_many(SEVERAL.search(text)) == many


def test_of_several_incidents_those_of_the_kind_named_are_meant():
    text = "A bomb went off in Velm. Soldiers fought rebels near Karn. A mine exploded in Osk."
    drafts = [draft(text, "went off"), draft(text, "fought"), draft(text, "exploded")]
    assert _of_kind(text, "either blast", [2, 1], drafts) == [2]
    assert _of_kind(text, "both attacks", [2, 1], drafts) == [2, 1]
    assert _of_kind(text, "both kidnappings", [2, 1], drafts) == [2, 1]


def test_behind_another_incident_what_is_told_is_of_that_one():
    sentences = [SimpleNamespace(index=index) for index in range(6)]
    page = SimpleNamespace(scan=SimpleNamespace(sentences=sentences))
    homes = [[1], [3]]
    assert _after_others(homes[0], homes, page) == {3, 4, 5}
    assert _after_others(homes[1], homes, page) == {1, 2}
