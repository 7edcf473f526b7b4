"""The rules extractor on short invented texts: accounts, counts, settings, realis, tallies."""

import pytest

from recount.model import IncidentType, LinkRole, Realis, Scope, Stance


def words(document, links):
    return [document.text[link.mention.start : link.mention.end] for link in links]


def linked(document, account, role, *, part=None):
    links = [
        link for link in account.links if link.role is role and (part is None or link.part is part)
    ]
    return words(document, links)


def only(read_rules, text, **options):
    document, extraction = read_rules(text, **options)
    assert len(extraction.accounts) == 1, [
        document.text[a.extent.start : a.extent.end] for a in extraction.accounts
    ]
    return document, extraction.accounts[0]


_SHELLING = "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A suicide bomber blew himself up in a shop on Monday, killing 14 people.",
            "Suicide bomb",
        ),
        ("A roadside bomb killed three soldiers on 4 May 2021.", "Remote explosive/landmine/IED"),
        ("An air strike on Tuesday killed nine villagers.", "Air/drone strike"),
        ("Shelling killed two farmers on 3 June 2020.", "Shelling/artillery/missile attack"),
        ("Gunmen opened fire on a minibus on Friday, killing six passengers.", "Attack"),
        ("Three rockets were fired on Friday at a base, killing six.", _SHELLING),
        ("Shots were fired on Friday at a house, killing a guard.", "Attack"),
        ("Armed men abducted four teachers on 9 July 2022.", "Abduction/forced disappearance"),
        ("Police arrested 12 suspects on Sunday.", "Arrests"),
        ("Rebels and soldiers clashed on Thursday, leaving eight dead.", "Armed clash"),
        ("A man threw a grenade into a bar on 2 May 2019, wounding five.", "Grenade"),
    ],
)
def test_the_trigger_gives_the_type(read_rules, text, expected):
    _, account = only(read_rules, text)
    assert account.type.value == expected


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "At least 24 mourners were killed and dozens wounded in an attack on Monday.",
            ["At least 24 mourners"],
            ["dozens"],
        ),
        ("A blast on Monday left 10 dead and more than 40 injured.", ["10"], ["more than 40"]),
        ("A bomb on Monday killed 12 people and wounded 30 others.", ["12 people"], ["30 others"]),
        ("A bomb killed a judge and two guards on Monday.", ["a judge and two guards"], []),
        ("The raid on 5 May 2020 claimed the lives of nine monks.", ["nine monks"], []),
        ("A shooting on Monday wounded seven students.", [], ["seven students"]),
        ("The shooting on Monday left multiple gunshot wounds.", [], []),
    ],
)
def test_counts_go_to_their_effect(read_rules, text, killed, wounded):
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.KILLED, part=False) == killed
    assert linked(document, account, LinkRole.WOUNDED, part=False) == wounded


def test_a_part_of_a_whole_is_marked(read_rules):
    document, account = only(
        read_rules, "An air strike on Monday killed 20 people, including 7 children."
    )
    assert linked(document, account, LinkRole.KILLED, part=False) == ["20 people"]
    assert linked(document, account, LinkRole.KILLED, part=True) == ["7 children"]


def test_casualties_are_not_killed(read_rules):
    document, account = only(read_rules, "A mine exploded on 3 May 2021, leaving 9 casualties.")
    assert linked(document, account, LinkRole.CASUALTIES) == ["9 casualties"]
    assert linked(document, account, LinkRole.KILLED) == []


def test_two_incidents_in_one_sentence_are_two_accounts(read_rules):
    _, extraction = read_rules(
        "The group carried out a suicide bombing that killed 72 people in Kunduz on October 8,"
        " followed by a bombing that killed 63 people in Kandahar on October 15."
    )
    assert len(extraction.accounts) == 2


def test_bullets_with_their_own_dates_are_accounts(read_rules):
    _, extraction = read_rules(
        "Attacks this spring:\n\n"
        "• On 3 May 2021, a bomb in Herat killed 4 people.\n\n"
        "• On 9 May 2021, gunmen in Herat killed 2 policemen.\n\n"
        "• On 12 May 2021, a mine near Herat wounded 3 farmers."
    )
    assert len(extraction.accounts) == 3


def test_words_that_point_back_join_the_account(read_rules):
    document, account = only(
        read_rules,
        "A bomb went off in Mosul on 3 May 2019. The blast killed 12 people. "
        "Nobody claimed responsibility for the attack.",
    )
    assert linked(document, account, LinkRole.KILLED) == ["12 people"]
    assert any(claim.stance is Stance.UNCLAIMED for claim in account.claims)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Police foiled a plot to bomb the market in Lagos on Monday.", Realis.FOILED),
        ("The group threatened to attack the town of Bor on Friday.", Realis.THREATENED),
        (
            "Villagers marked the tenth anniversary of the massacre of 2004, in which 40 died.",
            Realis.COMMEMORATED,
        ),
    ],
)
def test_what_did_not_happen_now_has_its_realis(read_rules, text, realis):
    _, extraction = read_rules(text)
    assert all(account.realis is realis for account in extraction.accounts)


def test_planned_and_feared_violence_is_no_actual_account(read_rules):
    _, extraction = read_rules("Officials warned that the group could attack polling stations.")
    assert not [a for a in extraction.accounts if a.realis is Realis.ACTUAL]


@pytest.mark.parametrize(
    "text",
    [
        "It was a bomb of a shot, and the striker killed the game on Saturday.",
        "Nurses ended a three-day strike on Monday.",
        "The minister suffered a heart attack on Tuesday.",
    ],
)
def test_metaphors_give_nothing(read_rules, text):
    _, extraction = read_rules(text)
    assert extraction.accounts == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In the last four months of 2021 the group carried out 119 attacks.", "119 attacks"),
        ("More than 330 people were killed in attacks since August 2021.", "More than 330 people"),
        ("The group has nearly 4,000 fighters, the monitors said.", "nearly 4,000 fighters"),
        ("Soldiers killed 14 rebels in three separate raids on Monday.", "14 rebels"),
    ],
)
def test_figures_about_many_incidents_are_tallies(read_rules, text, number):
    document, extraction = read_rules(text)
    assert extraction.accounts == ()
    assert [document.text[t.quantity.start : t.quantity.end] for t in extraction.tallies] == [
        number
    ]


def test_a_toll_may_stand_far_behind_its_noun(read_rules):
    text = "The death toll from a raid on two villages in Kandahar on Sunday has risen to 13."
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.KILLED) == ["13"]


def test_an_accident_is_kept_with_its_scope(read_rules):
    _, account = only(read_rules, "A bus overturned near Kano on Monday, killing 11 passengers.")
    assert account.scope is Scope.ACCIDENT
    assert account.type is IncidentType.OTHER


def test_a_robbery_is_criminal(read_rules):
    _, account = only(read_rules, "Two robbers shot dead a trader on Monday and fled with cash.")
    assert account.scope is Scope.CRIMINAL


def test_the_saying_does_not_date_the_incident(read_rules):
    document, account = only(
        read_rules, "Officials said on Friday that a bomb had killed five people in Basra."
    )
    assert linked(document, account, LinkRole.DATE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army confirmed today the deaths of two gunmen in a raid in Osset on Friday.",
            "Friday",
        ),
        (
            "The army today confirmed the deaths of two gunmen in a raid in Osset on Friday.",
            "Friday",
        ),
        ("A bomb on Monday reported by police killed two farmers in Osset.", "Monday"),
    ],
)
def test_a_time_beside_a_verb_of_confirming_does_not_date_the_incident(read_rules, text, expected):
    document, account = only(read_rules, text)
    assert [word[-len(expected) :] for word in linked(document, account, LinkRole.DATE)] == [
        expected
    ]


def test_a_day_named_with_overnight_leads(read_rules):
    text = "Soldiers killed two gunmen during an overnight raid in Osset on Monday."
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.DATE)[0].endswith("Monday")


def test_overnight_alone_dates_the_incident(read_rules):
    document, account = only(read_rules, "Soldiers arrested two gunmen overnight in Osset.")
    assert linked(document, account, LinkRole.DATE) == ["overnight"]


def test_a_day_leads_over_the_month_of_something_else(read_rules):
    text = "Police arrested a gunman wanted for a theft in March in Basra on Friday."
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.DATE)[0].endswith("Friday")


def test_a_count_of_days_does_not_lead_over_the_month(read_rules):
    text = "In February an engineer was kidnapped near Basra and held for nine days before release."
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.DATE) == ["February"]


def test_the_day_of_an_update_does_not_date_what_it_tells(read_rules):
    text = "Morning Update, May 28, 2011\n\nA bomb killed two farmers near Basra."
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.DATE) == []


def test_the_first_sentence_dates_what_later_paragraphs_tell(read_rules):
    text = (
        "Morning Update, May 28, 2011\n\nIn Basra yesterday, soldiers searched a house.\n\n"
        "The owner was well known.\n\nSoldiers shot dead two gunmen during the search."
    )
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.DATE) == ["yesterday"]


def test_where_a_man_sought_operates_is_not_where_it_happened(read_rules):
    text = (
        "Soldiers arrested two gunmen in Basra on Friday while in pursuit of a commander "
        "operating in Mosul, Iraq."
    )
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.PLACE) == ["Basra"]


def test_the_last_place_told_leads_over_the_dateline(read_rules):
    text = (
        "BAGHDAD, Iraq (May 4, 2021) - The operation focused on an area near Basra.\n\n"
        "Troops cleared many buildings.\n\nSoldiers killed five gunmen in the fighting."
    )
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.PLACE) == ["Basra"]


def test_a_day_behind_the_agency_of_a_dateline_is_no_day_of_the_deed(read_rules):
    text = "BASRA, Iraq (Coast Wire) - May 4, 2031 - Gunmen killed nine people on Saturday night."
    document, account = only(read_rules, text)
    assert linked(document, account, LinkRole.DATE) == ["Saturday night"]


def test_a_text_in_another_language_is_reported_unread(read_rules):
    _, extraction = read_rules("Une bombe a tué cinq personnes.", language="fr")
    assert extraction.unread is not None
    assert extraction.accounts == ()


def test_nothing_is_found_in_nothing(read_rules):
    _, extraction = read_rules("The council met on Monday to discuss the budget.")
    assert extraction.accounts == ()
    assert extraction.tallies == ()


def test_nothing_is_shelled_where_somebody_is_fired_or_a_search_launched(read_rules):
    _, extraction = read_rules("A teacher was fired on Monday. A search was launched on Friday.")
    assert [a.type.value for a in extraction.accounts if a.type.value == _SHELLING] == []
