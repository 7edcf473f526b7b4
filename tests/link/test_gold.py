"""Linking on facts that readers agreed on, as if nothing before it had gone wrong."""

import json
from pathlib import Path

import pytest

from recount.link import cluster, judge

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "gold" / "facts.json"


def groups_of(make, facts):
    records, documents, ids = make.from_facts(facts)
    names = {account: incident for incident, account in ids.items()}
    found = cluster([r.id for r in records], judge(records, documents))
    return {frozenset(names[a] for a in group) for group in found if len(group) > 1}


def needed(facts):
    return {frozenset(g["ids"]) for g in facts["groups"] if not g["optional"]}


def test_the_groups_of_the_examples_are_found_and_no_other(make):
    facts = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    assert groups_of(make, facts) == needed(facts)


@pytest.mark.shared
def test_the_groups_of_the_mission_documents_are_found_and_no_other(make, shared):
    path = shared / "mission-documents" / "gold" / "facts.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    assert groups_of(make, facts) == needed(facts)
