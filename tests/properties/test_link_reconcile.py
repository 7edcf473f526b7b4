"""What must hold of linking and reconciling for any accounts."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.link import cluster, independent_voices, judge
from recount.model import (
    COUNT_PROPERTIES,
    Judgement,
    Property,
    Qualifier,
    Stance,
    Verdict,
    count_of,
)
from recount.reconcile import RULES, Reading, reconcile


def _records():
    name = "recount_test_records"
    if name not in sys.modules:
        path = Path(__file__).parent.parent / "records.py"
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


make = _records()

counts = st.builds(
    lambda n, q, extra, part: count_of(n, q, upper=n + extra, part=part),
    st.integers(0, 200),
    st.sampled_from(Qualifier),
    st.integers(0, 20),
    st.booleans(),
)
days = st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-03", "2031-05", "2031", None])
towns = st.sampled_from(["Ostrava Bay", "Mill Hollow", None])
sites = st.sampled_from(["mosque", "market", "clinic", "road", None])
rows = st.lists(
    st.tuples(
        st.integers(0, 5),
        days,
        towns,
        sites,
        st.lists(counts, max_size=3),
        st.sampled_from([("Ash Front", Stance.CLAIMED), ("Salt League", Stance.BLAMED), None]),
    ),
    min_size=1,
    max_size=9,
)
dates = st.lists(
    st.sampled_from(["2031-05-02", "2031-05-03", "2031-05-04", None]), min_size=6, max_size=6
)
outlets = st.lists(st.sampled_from(["Harbour Post", "Mill Radio", None]), min_size=6, max_size=6)


def build(told, published, names):
    infos = {
        f"d{at}": make.document(f"d{at}", day, outlet=name, words=200 + at)
        for at, (day, name) in enumerate(zip(published, names, strict=True))
    }
    records = [
        make.account(
            f"d{at}",
            number,
            when=day,
            where=town,
            site=site,
            killed=figures,
            claims=[] if claim is None else [claim],
        )
        for number, (at, day, town, site, figures, claim) in enumerate(told)
    ]
    return records, infos


def incident_of(records, infos, voices=None):
    return reconcile("i", records, infos, voices or {})


@given(rows, dates, outlets, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(told, published, names, draw):
    records, infos = build(told, published, names)
    judgements = judge(records, infos)
    groups = cluster([r.id for r in records], judgements)
    incident = incident_of(records, infos)
    mixed, turned = list(records), list(judgements)
    draw.shuffle(mixed)
    draw.shuffle(turned)
    assert judge(mixed, infos) == judgements
    assert cluster([r.id for r in mixed], turned) == groups
    assert incident_of(mixed, infos) == incident


@given(rows, dates, outlets)
@settings(max_examples=60, deadline=None)
def test_low_best_and_high_are_in_order(told, published, names):
    records, infos = build(told, published, names)
    for rule in RULES:
        incident = reconcile("i", records, infos, {}, rule)
        for prop in COUNT_PROPERTIES:
            found = incident.finding(prop)
            if found is not None:
                known = [n for n in (found.low, found.best, found.high) if n is not None]
                assert known == sorted(known), (rule, prop)


@given(st.lists(st.tuples(counts, st.floats(0, 1) | st.none(), st.integers(0, 300) | st.none())))
def test_every_rule_orders_its_bounds(rows):
    readings = [
        Reading(value, f"v{at}", reliability=trust, part=part)
        for at, (value, trust, part) in enumerate(rows)
    ]
    for name, rule in RULES.items():
        found = rule(readings)
        known = [n for n in (found.low, found.best, found.high) if n is not None]
        assert known == sorted(known), name
        assert rule(readings[::-1]) == found, name


@given(rows, dates, outlets, st.integers(0, 5), st.sampled_from([None, "Quarry Times"]))
@settings(max_examples=80, deadline=None)
def test_a_later_copy_changes_no_finding(told, published, names, copied, outlet):
    records, infos = build(told, [day or "2031-05-02" for day in published], names)
    voices = {key: key for key in infos}
    before = incident_of(records, infos, voices)
    key = f"d{copied}"
    copy = replace(
        make.document("z", "2031-05-09", outlet=outlet, words=infos[key].words), source="z.txt"
    )
    copies = [make_copy(record, "z") for record in records if record.account.document == key]
    after = incident_of([*records, *copies], {**infos, "z": copy}, {**voices, "z": key})
    for prop in Property:
        old, new = before.finding(prop), after.finding(prop)
        assert (old is None) == (new is None)
        if old is not None and new is not None:
            assert shown(old) == shown(new), prop
    assert (before.type, before.title, before.realis) == (after.type, after.title, after.realis)


def make_copy(record, document):
    account = replace(record.account, id=f"copy{record.id}"[:20], document=document)
    return replace(
        record,
        account=account,
        statements=tuple(
            replace(s, id=f"copy{s.id}", account=account.id, document=document)
            for s in record.statements
        ),
    )


def shown(found):
    return found.status, found.value, found.low, found.best, found.high, found.voices, found.rivals


names = [f"n{at}" for at in range(7)]
pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda p: p[0] < p[1])


def machine(pair, score):
    verdict = Verdict.SAME if score >= 4 else Verdict.DIFFERENT
    return Judgement(Judgement.id_of(*pair, verdict, "test", None), *pair, verdict, score, "test")


@given(
    st.dictionaries(pairs, st.floats(-45, 20)),
    st.lists(st.sets(st.sampled_from(names)), max_size=3),
    st.randoms(use_true_random=False),
)
@settings(max_examples=150)
def test_a_persons_judgement_is_never_overridden(scores, truth, draw):
    kind = {name: next((i for i, s in enumerate(truth) if name in s), name) for name in names}
    said = [
        make.person(a, b, Verdict.SAME if kind[a] == kind[b] else Verdict.DIFFERENT)
        for a in names
        for b in names
        if a < b and draw.random() < 0.4
    ]
    found = cluster(names, [*(machine(p, s) for p, s in scores.items()), *said])
    where = {name: at for at, group in enumerate(found) for name in group}
    for judgement in said:
        together = where[judgement.left] == where[judgement.right]
        assert together == (judgement.verdict is Verdict.SAME)


@given(st.dictionaries(pairs, st.floats(-45, 20)))
def test_clusters_are_a_partition(scores):
    found = cluster(names, [machine(p, s) for p, s in scores.items()])
    assert sorted(name for group in found for name in group) == names


@given(rows, dates, outlets)
@settings(max_examples=40, deadline=None)
def test_merging_then_splitting_gives_back_the_same_statements(told, published, names):
    records, infos = build(told, published, names)
    ids = [r.id for r in records]
    judgements = list(judge(records, infos))
    before = cluster(ids, judgements)
    merged = [make.person(a, b, Verdict.SAME) for a in ids for b in ids if a < b]
    assert len(cluster(ids, [*judgements, *merged])) == 1
    assert cluster(ids, judgements) == before


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True))
def test_voices_name_every_document_once(keys):
    found = independent_voices([make.document(key) for key in keys])
    assert dict(found) == {key: key for key in sorted(keys)}
