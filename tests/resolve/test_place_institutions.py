"""Institutions tell which country a report is about."""

from recount.resolve.place_institutions import LEAST, MOST, countries_by_institutions


def test_several_institutions_of_one_country_speak_for_it():
    found = countries_by_institutions("A garda said that the Taoiseach would come.")
    assert list(found) == ["IE"]


def test_one_word_may_be_borrowed():
    assert LEAST > 1
    assert countries_by_institutions("The sheriff of the play left the stage.") == {}


def test_the_same_word_again_adds_nothing_and_many_are_bounded():
    once = countries_by_institutions("Deputies and the FBI came.")
    again = countries_by_institutions("Deputies and the FBI came. Deputies and the FBI left.")
    assert once == again
    many = (
        "Sheriff, deputies, FBI, ATF, DEA, SWAT, felony, 911, state police, grand jury, arraigned"
    )
    assert countries_by_institutions(many) == {"US": MOST}


def test_parts_of_words_do_not_count():
    assert countries_by_institutions("Sheriffdoms and gardaland are two invented words.") == {}
