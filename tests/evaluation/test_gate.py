"""The gate: pins hold, rise, are never lowered, and absent data is said to be not run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from recount.evaluation.base import Score, Scores
from recount.evaluation.gate import (
    COURSES,
    Course,
    Measured,
    compare,
    digest_of,
    gate,
    main,
    update,
)
from recount.evaluation.pins import FLOORS, Pin, fill, read_pins, write_pins
from recount.model import UsageError

COURSE = Course("incidents", "data", "all")


def pin(recall=0.8, fused=0.0, digest="d"):
    return Pin(COURSE.name, digest, (("recall", recall),), (("false_groups", fused),))


def measured(recall=0.8, fused=0.0, digest="d"):
    scores = (Score("recall", recall, 10), Score("false_groups", fused, 10, ceiling=True))
    return Measured(COURSE.name, digest, scores)


def test_equal_scores_pass():
    assert compare(measured(), pin()).passed


def test_a_fallen_score_fails_and_keeps_its_pin():
    verdict = compare(measured(recall=0.6), pin())
    assert not verdict.passed
    assert "recall is 0.6, pinned at 0.8" in verdict.problems[0]
    assert verdict.pins == (pin(),)


def test_one_item_less_is_allowed_for_another_processor_told_and_not_pinned():
    verdict = compare(measured(recall=0.7), pin())
    assert verdict.passed
    assert "within what another processor may cost of 0.8" in verdict.notes[0]
    assert update([pin()], verdict) == (pin(),)


def test_of_many_items_half_a_hundredth_is_allowed_and_no_more():
    def found(recall):
        scores = (Score("recall", recall, 2000), Score("false_groups", 0.0, 10, ceiling=True))
        return compare(Measured(COURSE.name, "d", scores), pin())

    assert found(0.795).passed
    assert not found(0.794).passed


def test_a_number_that_should_be_low_fails_when_it_rises():
    assert not compare(measured(fused=1.0), pin()).passed


def test_a_score_that_is_gone_fails():
    assert not compare(Measured(COURSE.name, "d", ()), pin()).passed


def test_changed_data_fail_until_pinned_anew():
    verdict = compare(measured(digest="other"), pin())
    assert not verdict.passed
    assert update([pin()], verdict)[0].digest == "other"


def test_a_risen_score_passes_is_told_and_update_raises_it():
    verdict = compare(measured(recall=0.9), pin())
    assert verdict.passed
    assert "raise it with --update" in verdict.notes[0]
    assert dict(update([pin()], verdict)[0].floors) == {"recall": 0.9}


@pytest.mark.parametrize(
    "worse",
    [measured(recall=0.5), measured(fused=2.0), measured(recall=0.5, digest="other")],
)
def test_update_refuses_to_lower(worse):
    with pytest.raises(UsageError, match="never lowered"):
        update([pin()], compare(worse, pin()))


def test_a_new_course_must_be_pinned_and_update_pins_it():
    verdict = compare(measured(), None)
    assert not verdict.passed
    assert update([], verdict) == (pin(),)


def test_absent_data_are_said_to_be_not_run_and_keep_their_pin(tmp_path):
    verdict = gate(tmp_path, [pin()], courses=[COURSE])
    assert verdict.passed
    assert "NOT RUN" in verdict.not_run[0]
    assert verdict.pins == (pin(),)


def test_absent_examples_are_a_problem(tmp_path):
    always = Course("incidents", "examples", "all", always=True)
    assert not gate(tmp_path, [], courses=[always]).passed


def test_the_examples_are_always_gated():
    assert [course.path for course in COURSES if course.always] == ["examples"]


def test_the_digest_follows_names_and_bytes(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one")
    first = digest_of(tmp_path)
    file.write_text("two")
    second = digest_of(tmp_path)
    file.rename(tmp_path / "b.txt")
    assert len({first, second, digest_of(tmp_path)}) == 3


def test_gate_measures_what_is_there(tmp_path):
    (tmp_path / "data").mkdir()

    def measure(course, path):
        return Scores(course.task, course.split, measured().scores)

    verdict = gate(tmp_path, [], courses=[COURSE], measure=measure)
    assert verdict.pins[0].course == COURSE.name
    assert gate(tmp_path, verdict.pins, courses=[COURSE], measure=measure).passed


def test_labels_of_the_checkout_stand_for_data_that_hold_more_than_them(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "labels.jsonl").write_text("one")
    course = Course("exam", "data", "all", labels="labels.jsonl")

    def measure(course, path):
        return Scores(course.task, course.split, measured().scores)

    before = gate(tmp_path, [], courses=[course], measure=measure).pins
    (tmp_path / "data" / "other.txt").write_text("another data set")
    assert gate(tmp_path, before, courses=[course], measure=measure).passed
    (tmp_path / "labels.jsonl").write_text("two")
    assert not gate(tmp_path, before, courses=[course], measure=measure).passed


def test_pins_are_read_as_they_were_written(tmp_path):
    path = tmp_path / "floors.json"
    write_pins(path, [pin()], date(2031, 3, 4))
    assert read_pins(path) == (pin(),)


def test_a_file_that_is_no_file_of_floors_gives_one_sentence(tmp_path, capsys):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps([1]))
    assert main(["--floors", str(path), "--root", str(tmp_path)]) == 1
    assert "not a file of floors" in capsys.readouterr().err


def test_the_page_shows_what_is_pinned(tmp_path):
    path = tmp_path / "floors.json"
    write_pins(path, [pin()], date(2031, 3, 4))
    page = fill("A\n<!-- figures -->\nold\n<!-- /figures -->\nB", path)
    assert "old" not in page
    assert "Measured on 2031-03-04." in page
    assert f"| {COURSE.name} | recall 0.8, false_groups 0 |" in page
    assert fill(page, path) == page


def test_the_documentation_holds_the_pinned_figures():
    page = Path(__file__).parent.parent.parent / "docs" / "evaluation.md"
    text = page.read_text(encoding="utf-8")
    assert "<!-- figures -->" in text
    assert fill(text, FLOORS) == text
