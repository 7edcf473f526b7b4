"""What befell people by their own sentence: dead, only hurt, unhurt, or those who did it."""

import pytest


def test_who_was_only_shot_is_wounded(told):
    text = "A guard was shot in the arm at Osset. Nobody fled."
    assert told(text, ("A guard", "killed")) == (None, 1)


def test_who_was_only_shot_counts_nowhere_where_others_died(told):
    text = "A guard was shot in the arm. Rain fell. Two clerks were killed at Osset."
    assert told(text, ("A guard", "killed"), ("Two clerks", "killed")) == (2, None)


def test_who_was_shot_and_then_died_is_dead(told):
    text = "A guard was shot in the arm at Osset. He died at dawn."
    assert told(text, ("A guard", "killed")) == (1, None)


def test_people_after_a_verb_of_wounding_are_not_dead(told):
    text = "Raiders hit Osset, wounding four men and killing a cook."
    assert told(text, ("four men", "killed"), ("a cook", "killed")) == (1, 4)


def test_who_was_shot_and_only_wounded_is_not_dead(told):
    text = "A guard shot two clerks in Osset, wounding both, before killing a cook."
    assert told(text, ("two clerks", "killed"), ("a cook", "killed")) == (1, 2)


def test_who_is_called_wounded_beside_a_dead_man_is_wounded(told):
    text = "A clerk was found dead. His son was also found wounded in Osset. Both were shot."
    assert told(text, ("A clerk", "killed"), ("His son", "killed")) == (1, 1)


def test_who_was_only_meant_to_die_is_not_dead(told):
    text = "A clerk was shot dead in Osset. He had intended to kill Aro Vell."
    assert told(text, ("A clerk", "killed"), ("Aro Vell", "killed")) == (1, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A boy was shot dead by his brother in Osset.", "his brother"),
        ("A clerk died in Osset. Police charged Aro Vell with murder.", "Aro Vell"),
        ("A clerk died in Osset. Aro Vell of Tarn now faces murder charges.", "Aro Vell"),
        ("A guard shot and killed a clerk in Osset.", "A guard"),
        ("Police in Osset say a clerk shot 12-year-old cousin dead.", "a clerk"),
    ],
)
def test_who_did_it_is_not_among_the_dead(told, text, words):
    assert told(text, (words, "killed")) == (None, None)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One of two men shot at Osset has died.", "two men", 1),
        ("Raiders shot four people, one fatally, at Osset.", "four people", 1),
        ("Boy, 14, killed in Osset.", "14", 1),
        ("Nine shot, two dead in Osset.", "Nine shot, two", 2),
        (
            "Nine people were shot and one person died in Osset.",
            "Nine people were shot and one person",
            1,
        ),
        ("A man who called 911 said three clerks were killed.", "911", None),
        ("Her son was one of six killed at Osset.", "six", 6),
    ],
)
def test_the_dead_are_counted_and_not_the_whole_or_an_age(told, text, words, expected):
    assert told(text, (words, "killed"))[0] == expected


def test_the_whole_of_those_hurt_is_no_part(told):
    text = "Three of the five people who were hurt at Osset went home."
    assert told(text, ("five people", "wounded")) == (None, 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three cooks who were not hurt fled from Osset.", "Three cooks"),
        ("A clerk had a wound to the head at Osset.", "to the head"),
        ("The mayor escaped from Osset unharmed.", "The mayor"),
        ("A guard at Osset was hit five times.", "five times"),
        ("He had fled Osset after many death threats.", "many death threats"),
    ],
)
def test_words_of_the_unhurt_count_nobody(told, text, words):
    assert told(text, (words, "wounded")) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three soldiers were killed but the general escaped unhurt at Osset.", "Three soldiers"),
        ("A woman killed alongside her 3-year-old son at Osset was a cook.", "A woman"),
        ("A fire killed a girl aged nine years at Osset.", "a girl aged nine years"),
        ("The toll at Osset, of 911 dead, rose.", "911"),
    ],
)
def test_the_dead_beside_others_stay_dead(told, text, words):
    assert told(text, (words, "killed"))[0] is not None


def test_whoever_was_meant_to_die_by_a_plan_carried_out_is_dead(told):
    text = "They were jailed for the planned murder of two clerks in Osset."
    assert told(text, ("two clerks", "killed")) == (2, None)


def test_no_one_else_does_not_outweigh_somebody_hurt(told):
    text = "A clerk was hurt at Osset. No one else was hurt."
    assert told(text, ("A clerk", "victim"), ("No one", "wounded")) == (None, 1)


def test_no_one_else_beside_nobody_hurt_is_none(told):
    text = "A clerk was killed at Osset. No one else was hurt."
    assert told(text, ("A clerk", "killed"), ("No one", "wounded")) == (1, 0)


def test_a_victim_whose_clause_tells_of_wounds_is_wounded(told):
    text = "Raiders came at dawn. A clerk suffered burns at Osset."
    assert told(text, ("A clerk", "victim")) == (None, 1)


def test_a_victim_who_was_not_hurt_is_not_wounded(told):
    text = "RAIDERS CAME AT DAWN. THE DEPUTY WAS NOT INJURED AT OSSET."
    assert told(text, ("THE DEPUTY", "victim")) == (None, None)


def test_a_victim_who_was_shot_is_not_wounded_where_somebody_died(told):
    text = "Raiders killed a cook. Rain fell. A clerk was shot at Osset."
    assert told(text, ("a cook", "killed"), ("A clerk", "victim")) == (1, None)


def test_who_died_of_his_wounds_is_not_also_wounded(told):
    text = "Aro Vell was wounded at Osset. Rain fell. Fog came. Vell died on the way."
    assert told(text, ("Aro Vell", "wounded"), ("Vell", "killed")) == (1, None)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (
            "A gunman shot two clerks, killing a cook and hurting another.",
            (("two clerks", "killed"), ("a cook", "killed")),
            (1, 1),
        ),
        (
            "A clerk is dead. He was Aro Vell; police named the wounded man as Ben Tash.",
            (("A clerk", "killed"), ("Ben Tash", "killed")),
            (1, 1),
        ),
        ("He faces one count of murder.", (("one count", "killed"),), (None, None)),
        ("It took the murder total to 106.", (("106", "killed"),), (None, None)),
        (
            "Six monks were killed. Police seek whoever killed six monks and two cooks.",
            (("Six monks", "killed"), ("six monks and two cooks", "killed")),
            (8, None),
        ),
        (
            "A cook died. Both victims were taken to hospital and the cook later died.",
            (("A cook", "killed"), ("Both", "killed")),
            (1, None),
        ),
        ("Bullets nearly killed a clerk at Osset.", (("a clerk", "killed"),), (None, None)),
        ("None of the four clerks was hurt.", (("four clerks", "wounded"),), (None, None)),
        ("The mother of three was killed at Osset.", (("three", "killed"),), (None, None)),
        (
            "Ana Vell, age 27, was killed.",
            (("Ana Vell", "killed"), ("age 27", "killed")),
            (1, None),
        ),
        ("A 12- year-old girl was injured.", (("12", "wounded"),), (None, 1)),
        (
            "Image 1 of 2 Five people were shot.",
            (("1", "wounded"), ("Five people", "wounded")),
            (None, 5),
        ),
    ],
)
def test_words_that_count_nobody_who_was_hit(told, text, marks, expected):
    assert told(text, *marks) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Eight people were shot in Osset, police say.", (), (None, 8)),
        ("A clerk is accused of shooting his brother in the face.", (), (None, 1)),
        ("Deputies found a man with a gunshot wound at Osset.", (), (None, 1)),
        ("A clerk was shot in the leg. Five people were killed in Tarn.", (), (None, None)),
        ("Eight people were shot. A guard was hurt.", (("A guard", "wounded"),), (None, 8)),
        (
            "Police say four people were shot. No one was seriously injured.",
            (("No one", "wounded"),),
            (None, 4),
        ),
        (
            "Police named the victims as Aro Vell and Ben Tash. Both are in stable condition.",
            (("Aro Vell and Ben Tash", "killed"),),
            (None, 2),
        ),
        (
            "Troops seized two clerks, who are still missing. A cook was killed later.",
            (("two clerks", "killed"), ("A cook", "killed")),
            (1, None),
        ),
        (
            "A boy was shot in the arm. Two others were treated.",
            (("A boy", "wounded"), ("Two others", "wounded")),
            (None, 3),
        ),
    ],
)
def test_who_was_shot_where_nobody_died_is_wounded(told, text, marks, expected):
    assert told(text, *marks) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Ana Vell of Tarn was killed.", (("Tarn", "killed"),), (None, None)),
        ("Ana Vell, 21, from Tarn was killed.", (("Tarn", "killed"),), (None, None)),
        ("The murder of Aro Vell shook Osset.", (("Aro Vell", "killed"),), (1, None)),
        ("The Murder of Aro Vell shook Osset.", (("Aro Vell", "killed"),), (1, None)),
    ],
)
def test_where_somebody_is_from_is_nobody(told, text, marks, expected):
    assert told(text, *marks) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Neither had serious wounds",
        "Neither was in critical condition",
        "None of the clerks suffered life-threatening wounds",
    ],
)
def test_wounds_that_nobody_has_badly_leave_the_wounded_as_they_are(told, words):
    text = f"Two clerks were hurt at Osset. {words}."
    assert told(text, ("Two clerks", "wounded"), (words.split()[0], "wounded")) == (None, 2)


def test_those_shot_at_are_not_the_dead_whom_a_later_sentence_counts(told):
    text = "Gunmen fired on a canoe of three cooks at Osset. Two died."
    assert told(text, ("three cooks", "killed"), ("Two", "killed"))[0] == 2


def test_who_was_hit_in_the_body_is_wounded(told):
    text = "Two clerks died at Osset. A niece of Aro was hit in the hip."
    assert told(text, ("Two clerks", "killed"), ("A niece of Aro", "killed"))[0] == 2


def test_who_was_shot_in_a_murder_is_dead(told):
    text = "A suspect, Aro Vell, was shot on his doorstep, a murder that was never solved."
    assert told(text, ("A suspect, Aro Vell", "killed")) == (1, None)
