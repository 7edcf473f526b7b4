"""Groups that a text names in full and no list has."""

import pytest

from recount.model import ActorKind, ActorValue, Span, SpanRole
from recount.resolve.actor import ActorResolver
from recount.resolve.actor_phrases import institutions, phrases, spelt_out
from recount.resources.actors import learn_aliases, load_actors

ACTORS = load_actors()


def resolved(text, words):
    learned = learn_aliases(text, ACTORS)
    resolver = ActorResolver(text, ACTORS, learned, ACTORS.find(text, learned), document="d1")
    at = text.rindex(words)
    return resolver.resolve(Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Elm Alliance left. The alliance wants peace.", "The alliance", "Elm Alliance"),
        (
            "The Reed Police Brotherhood met; the RPB marched.",
            "RPB",
            "Reed Police Brotherhood",
        ),
        (
            "The Oreth Guard, formerly the Plain Volunteers, fled.",
            "Plain Volunteers",
            "Oreth Guard",
        ),
        ("The Reed Column (RC) fled. A witness saw RC men.", "RC", "Reed Column"),
        ("The Mbasu Rangers fled. The M'Basu Rangers came.", "M'Basu Rangers", "Mbasu Rangers"),
        ("The Lime Guard fought the Elm Union. The former won.", "The former", "Lime Guard"),
        ("The Ford Guard struck the port. The militia fled.", "The militia", "Ford Guard"),
        (
            "The Lime Guard and the Elm Union met. The Lime Guard left; the latter stayed.",
            "the latter",
            "Elm Union",
        ),
    ],
    ids=["noun", "initials", "formerly", "brackets", "spelling", "former", "kind", "latter"],
)
def test_short_forms_stand_for_the_name_told_before(text, words, actor):
    found = resolved(text, words)
    assert isinstance(found.value, ActorValue)
    assert found.value.actor == actor
    assert [span.role for span in found.spans] == [SpanRole.ANTECEDENT]


def test_names_of_groups_are_found_by_their_nouns():
    text = "Delegates of the Thorn Alliance met Merin Steel in Ostrelle."
    assert [phrase.name for phrase in phrases(text)] == ["Thorn Alliance"]


def test_a_day_before_a_name_is_no_part_of_it():
    text = "On Monday the Thorn Alliance met."
    assert [phrase.name for phrase in phrases(text)] == ["Thorn Alliance"]


def test_capitals_name_no_groups():
    assert phrases("THE THORN ALLIANCE MET IN OSTRELLE.") == ()


def test_initials_of_another_body_are_not_taken():
    text = "The Free Ilsa Movement is not to be confused with the miners' FIM."
    assert spelt_out(text, text.rindex("FIM"), "FIM") is None


def test_a_person_known_by_another_name_is_one_of_unknown_kind():
    found = resolved("Aro Vell, also known as Big Tam, fled.", "Big Tam")
    assert isinstance(found.value, ActorValue)
    assert (found.value.actor, found.value.kind) == ("Aro Vell", ActorKind.UNKNOWN)


def test_an_institution_is_named_by_its_last_noun():
    text = "The Foreign Office denied it; Foreign Office Minister Aro Vell left."
    assert [phrase.name for phrase in institutions(text)] == ["Foreign Office"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The al-Oreth Vanguard fired. The Vanguard fled.", "The Vanguard", "al-Oreth Vanguard"),
        ("The Oreth Hills Defence Force came. The Defence Force left.", "The Defence Force",
         "Oreth Hills Defence Force"),
        ("The Oreth Shield Column came. The column left.", "The column", "Oreth Shield Column"),
        ("The Oreth Youth Union denied it. The union left.", "The union", "Oreth Youth Union"),
    ],
)  # fmt: skip
def test_a_noun_and_its_article_take_up_an_unlisted_name(text, words, actor):
    assert resolved(text, words).value.actor == actor


def test_a_hyphen_at_the_end_of_a_name_is_no_word():
    text = "The Coastal Salvation Army- shelled the port of Dorrel. CSA gunners fled"

    phrase = spelt_out(text, text.rindex("CSA"), "CSA")

    assert phrase is not None
    assert phrase.name.startswith("Coastal Salvation Army")
