"""Numbers without a noun: what the words around them make them count."""

from __future__ import annotations

import pytest

from recount.resources.grammar import QuantityKind, find_quantities

PEOPLE = {QuantityKind.PEOPLE, QuantityKind.FIGHTERS}


def kind_at(marked):
    """Return the kind of the number between « and », ``None`` when no number is read there."""
    at = marked.index("«")
    text = marked.replace("«", "").replace("»", "")
    end = marked.index("»") - 1
    found = [q for q in find_quantities(text) if q.number_start < end and at < q.number_end]
    return found[0].kind if found else None


@pytest.mark.parametrize(
    "marked",
    [
        "The army lost 38 men: 18 in Osset and «20» in Tarn.",
        "Twelve people were killed in the blasts: eight in Osset, «four» in Havna.",
        "We caused 38 casualties in Osset, 20 in Tarn, «25» in Havna, and 9 in Merrow.",
        "Police arrested 30 people in the capital and «nine» in Tarn.",
        "Six men («8» according to the army) were killed.",
    ],
)
def test_a_row_counts_on_what_its_first_figure_counts(marked):
    assert kind_at(marked) in PEOPLE


@pytest.mark.parametrize(
    "marked",
    [
        "«500» marched in Tarn.",
        "«Hundreds» gathered on the square.",
        "About «80» took part in the attack.",
        "Of the «60» on board, most were children.",
        "Of the «300» who lived here, few are left.",
        "«Six» held over Tarn blast",
        "«Two» in custody after stabbing",
        "«Two» charged with murder in Tarn",
        "«Three» feared dead",
        "«Three» were taken to hospital with burns.",
        "Tarn: gunmen shoot «4»",
        "A gang of «six» stormed the bank.",
        "A crowd of «3,000» blocked the road.",
        "Osset, a city of «300,000», lies in the north.",
        "Havna, population «12,000», was cut off.",
    ],
)
def test_bare_figures_beside_what_only_people_do_or_form_count_people(marked):
    assert kind_at(marked) is QuantityKind.PEOPLE


@pytest.mark.parametrize(
    "marked",
    [
        "Gunmen killed «one».",
        "One of the two gunmen died; «one» fled.",
        "The blasts in Osk and Tarn killed «one» each.",
        "«One» more died in hospital.",
        "«One» of the two was wounded.",
        "«One» county coordinator asked whether they were new.",
        "«One» county DNR ranger saw it.",
        "They were seen by «one» witness.",
        "Two men were killed and «a third» was wounded.",
        "Four were arrested; «a fifth» escaped.",
        "«A second victim» died in hospital.",
        "They hold the «three» Torvex [Torvex Oil, Ltd.] engineers.",
        "«Neither» was hurt.",
    ],
)
def test_one_person_more_and_names_in_brackets_are_people(marked):
    assert kind_at(marked) in PEOPLE


@pytest.mark.parametrize(
    "marked",
    [
        "«One» of the reasons is money.",
        "«One» county was without power.",
        "«One» police station was burnt.",
        "It is «one» who knows.",
        "They left one by «one».",
        "It was the «third» attack in a week.",
        "He owns a «third» of the houses.",
        "He was shot a «second» time.",
        "She had «two» wounds in the chest.",
        "More than «40» members of the Coalition will meet.",
        "The «15» members of the Security Council voted on Monday.",
        "Two of his men died. The army has «20» in Tarn and 30 tanks.",
        "«Neither» side agreed to the truce.",
    ],
)
def test_what_only_looks_like_people_does_not_count_them(marked):
    assert kind_at(marked) not in PEOPLE


@pytest.mark.parametrize(
    "marked",
    ["His brothers and a nephew, «16», were dead.", "The driver («25») fled.", "Isa Tamsin («19»)"],
)
def test_a_bare_figure_after_one_person_is_an_age(marked):
    assert kind_at(marked) is QuantityKind.AGE


def test_members_of_a_union_who_came_to_harm_are_people():
    assert kind_at("«Two» members of the Coalition were killed.") in PEOPLE
