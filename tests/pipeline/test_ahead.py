"""Extractors that read ahead: the next documents are begun early; what is stored is the same."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from recount.pipeline import Step, build
from recount.pipeline.build import AHEAD
from recount.pipeline.waiting import Waiting


class Ahead:
    """The toy extractor, at work in another thread once it has begun with a document."""

    def __init__(self, inner, log):
        self.name, self.version = inner.name, inner.version
        self._inner, self._log = inner, log
        self._pool = ThreadPoolExecutor(1)

    def extract(self, document):
        return self.begin(document)()

    def begin(self, document):
        if "FAULT AT ONCE" in document.text:
            raise ValueError("at once")
        self._log.append(("begin", document.title))
        future = self._pool.submit(self._read, document)

        def finish():
            self._log.append(("finish", document.title))
            return future.result()

        return finish

    def _read(self, document):
        assert threading.current_thread() is not threading.main_thread()
        if "BUG" in document.text:
            raise TypeError("in the other thread")
        return self._inner.extract(document)


@pytest.fixture
def log():
    return []


@pytest.fixture
def ahead(toy, log):
    """Stages whose extractor reads ahead."""
    stages = toy.stages()
    make = stages.extractors["learned"]
    return replace(stages, extractors={"learned": lambda resources: Ahead(make(resources), log)})


def rows(place):
    with sqlite3.connect(place) as database:
        tables = [
            n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {t: sorted(map(repr, database.execute(f'SELECT * FROM "{t}"'))) for t in tables}


def test_the_next_documents_are_begun_before_one_is_finished(tmp_path, reports, ahead, log):
    build([reports], tmp_path / "l.db", stages=ahead)
    begun = [at for at, (step, _) in enumerate(log) if step == "begin"]
    finished = [at for at, (step, _) in enumerate(log) if step == "finish"]
    assert len(begun) == len(finished) == 5
    for number, at in enumerate(finished):
        assert sum(1 for other in begun if other < at) == min(5, number + 1 + AHEAD)
    order = [title for step, title in log if step == "finish"]
    assert order == [title for step, title in log if step == "begin"]


def test_every_row_is_the_same_as_without_reading_ahead(tmp_path, reports, ahead, toy):
    (reports / "aa.txt").write_text((reports / "a.txt").read_text())
    (reports / "b1.txt").touch()
    (reports / "c1.txt").write_text("DAMAGED")
    told = build([reports], tmp_path / "one.db", stages=ahead)
    assert build([reports], tmp_path / "other.db", stages=toy.stages()) == told
    assert rows(tmp_path / "one.db") == rows(tmp_path / "other.db")
    assert (told.new, told.known) == (5, 0)


def test_faults_are_told_of_the_right_document_and_in_order(tmp_path, reports, ahead):
    (reports / "b1.txt").write_text("Broken\nBUG")
    (reports / "b2.txt").write_text("Broken\nFAULT AT ONCE")
    (reports / "b3.txt").write_text("DAMAGED")
    report = build([reports], tmp_path / "l.db", stages=ahead)
    assert [item.path for item in report.skipped] == ["b1.txt", "b2.txt", "b3.txt"]
    assert "TypeError: in the other thread" in report.skipped[0].message
    assert "ValueError: at once" in report.skipped[1].message
    assert report.new == 5


def test_an_interrupt_keeps_what_was_stored(tmp_path, reports, ahead):
    def stop(event):
        if event.step is Step.STORE and event.subject == "c.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([reports], tmp_path / "l.db", progress=stop, stages=ahead)
    report = build([reports], tmp_path / "l.db", stages=ahead)
    assert (report.new, report.known) == (3, 2)


def test_nothing_is_begun_that_the_ledger_has(tmp_path, reports, ahead, log):
    build([reports], tmp_path / "l.db", stages=ahead)
    log.clear()
    build([reports], tmp_path / "l.db", stages=ahead)
    assert log == []


def test_waiting_does_the_oldest_first():
    done = []
    waiting = Waiting(2)
    for name in "abcd":
        waiting.add(name, lambda name=name: done.append(name))
    assert (done, len(waiting)) == (["a", "b"], 2)
    waiting.finish("other")
    assert done == ["a", "b"]
    waiting.finish("c")
    assert (done, len(waiting)) == (["a", "b", "c"], 1)
    waiting.finish()
    assert done == ["a", "b", "c", "d"]
