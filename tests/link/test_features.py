"""What linking keeps of an account is small: what many accounts state is there once."""

from recount.link.features import features_of
from recount.model import Property

SETS = ("site_kinds", "sites", "actors", "accused", "targets", "people", "victims", "weapons")


def test_what_accounts_lack_is_one_empty_set(make):
    records = [make.account(key, when=None, where=None) for key in "ab"]
    one, other = (features_of(record, {}) for record in records)
    held = [getattr(item, name) for item in (one, other) for name in (*SETS, "names", "wording")]
    assert held == [frozenset()] * len(held)
    assert len(set(map(id, held))) <= 2


def test_what_accounts_state_alike_is_one_object(make):
    one, other = (
        features_of(
            make.account(
                key,
                when=make.day("2031-05-02"),
                where=make.place(lat=1.5, lon=2.5),
                site="military hospital",
                counts={Property.KILLED: [make.exactly(1234)]},
                target="Harbour Guard",
            ),
            {},
        )
        for key in "ab"
    )
    assert (one.sites, one.targets) == ({"health"}, {"harbour guard"})
    for name in (*SETS, "date", "place", "figures"):
        assert getattr(one, name) is getattr(other, name), name


def test_people_are_those_hit_who_have_a_full_name(make):
    def people(**more):
        return features_of(make.account("a", **more), {}).people

    assert people(victim="Ilko Varenda") == {"ilko varenda"}
    assert people(victim="Varenda") == people(target="Harbour Guard") == frozenset()
