"""Whether two mentions mean one actor: coreference, namesakes, seats of governments."""

import pytest

from recount.model import Span
from recount.resolve.actor import ActorResolver
from recount.resolve.actor_same import same_actor
from recount.resources.actors import learn_aliases, load_actors

ACTORS = load_actors()


def same(text, one, other):
    learned = learn_aliases(text, ACTORS)
    resolver = ActorResolver(text, ACTORS, learned, ACTORS.find(text, learned), document="d1")
    first, last = text.index(one), text.rindex(other)
    return same_actor(resolver, Span(first, first + len(one)), Span(last, last + len(other)))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Colonel Vell, who leads the Ash Column, spoke. He lied.", "Colonel Vell", "He"),
        ("The mayor of Olsk met two envoys. She left.", "The mayor of Olsk", "She"),
        ("General Osman Vell left. The general was tired.", "General Osman Vell", "The general"),
        ("Aro Vell, 34, was held. The 34-year-old fled.", "Aro Vell", "The 34-year-old"),
        ("Minister Lena Vell came. Vell left.", "Lena Vell", "Vell"),
        ("Amra Sule, a nurse, and Beno Karr, a teacher, hid. The nurse fled.", "Amra Sule",
         "The nurse"),
        ("The Merin Herald has it. The newspaper has pictures.", "Merin Herald", "The newspaper"),
        ("Police in Tarn shot a man. Officers said little.", "Police in Tarn", "Officers"),
        ("The Mereth navy lost a boat. The navy lost no one.", "Mereth navy", "The navy"),
        ("The Ash Column split from the Reed Front. The splinter group fled.", "Ash Column",
         "The splinter group"),
        ("The Elm Brigade besieged the Ash Column. The defenders fled.", "Ash Column",
         "The defenders"),
        ("The Southern League and the Northern League met. The southerners left.",
         "Southern League", "The southerners"),
        ("The Grey Lamp claimed it. A rival group, the Ash Column, did, too.", "A rival group",
         "Ash Column"),
        ("The Turkish government spoke. Ankara sent troops.", "The Turkish government", "Ankara"),
        ("One paper names Iyad Sulmar. Another names Iyad Soulmar.", "Iyad Sulmar",
         "Iyad Soulmar"),
        ("A gunman shot a clerk. The gunman fled.", "A gunman", "The gunman"),
    ],
)  # fmt: skip
def test_words_take_up_whom_the_text_told_of(text, one, other):
    assert same(text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Elm League of Tarn has no link to the Elm League of Lorn.", "Elm League",
         "Elm League"),
        ("The Sword Brigade met. An unrelated Sword Brigade robs trains.", "Sword Brigade",
         "Sword Brigade"),
        ("A paper on Somalia names al-Shabaab. One on Mozambique names al-Shabaab.", "al-Shabaab",
         "al-Shabaab"),
        ("A gunman shot a clerk in Tarn. In Lorn a gunman shot a judge.", "A gunman", "a gunman"),
        ("The Reed Front holds Tarn. In neighbouring Lorn, the rebels fled.", "Reed Front",
         "the rebels"),
        ("Colonel Vell met Major Tolan. The major signed.", "Colonel Vell", "The major"),
        ("One paper names Hassan Vell. Another names Hussein Vell.", "Hassan Vell",
         "Hussein Vell"),
        ("A member of the Reed Front fell. The Reed Front fled.", "A member of the Reed Front",
         "The Reed Front"),
        ("The Elm Men, a Druze gang, met the Oak Men, a Muslim gang. The Muslim gang won.",
         "Elm Men", "The Muslim gang"),
    ],
)  # fmt: skip
def test_words_of_others_are_not_merged(text, one, other):
    assert not same(text, one, other)
