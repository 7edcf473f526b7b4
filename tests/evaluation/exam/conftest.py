"""Builders of invented accounts and documents for the exam's tests."""

from __future__ import annotations

import pytest

from recount.evaluation.exam.nouns import ExamAccount, Figure, Labels, Position
from recount.evaluation.exam.pair import pair
from recount.model import IncidentType, Property, Realis, Scope, Span, Stance


def spans(pairs):
    return tuple(Span(*one) for one in pairs)


@pytest.fixture
def account():
    """An account with triggers at the given places; figures as killed=(low, value, high)."""

    def make(*triggers, name="a", evidence=(), said=(), **more):
        figures = tuple(
            (Property(prop), Figure(*more.pop(prop)))
            for prop in ("killed", "wounded")
            if prop in more
        )
        return ExamAccount(
            id=name,
            type=more.pop("type", IncidentType.ATTACK),
            realis=more.pop("realis", Realis.ACTUAL),
            scope=more.pop("scope", Scope.POLITICAL),
            triggers=spans(triggers),
            evidence=tuple((kind, Span(*at)) for kind, at in evidence),
            figures=figures,
            positions=tuple(Position(Stance(stance), spans(at)) for stance, at in said),
            **more,
        )

    return make


@pytest.fixture
def paired():
    """A document of invented gold and our accounts, paired."""

    def make(gold, ours, text="x" * 200, clutter=(), name="d"):
        return pair(text, Labels("made", name, "", tuple(gold), spans(clutter)), tuple(ours))

    return make
